//! On what a good practice rests: what came of it, an award alone, or no more than a description.
//!
//! It must not know what each is worth: the model says that. An award proves that someone was impressed; a result proves that something
//! changed. So the two are kept apart from the first row on.

pub use crate::domain::practice::PracticeBasis;

/// Words of recognition by others.
const RECOGNITION: [&str; 22] = [
    "award",
    "winner",
    "certificate",
    "recogni",
    "honour",
    "listing",
    "unesco creative city",
    "inscribed",
    "galing pook",
    "runner-up",
    "finalist",
    "special mention",
    "excellence",
    "prize",
    "medal",
    "chosen from",
    "a-list",
    "named most",
    "in a row",
    "index",
    "rating",
    "level ",
];

/// Words that say that something was begun, planned, paid for or ruled, which is no result yet.
const SETTING: [&str; 23] = [
    "in force",
    "launched",
    "opened",
    "declared",
    "approved",
    "passed",
    "adopted",
    "plan to",
    "planned",
    "proposed",
    "expected",
    "edition",
    "regulation",
    "ordinance",
    "fines",
    "baseline",
    "budget",
    "allocated",
    "funding",
    " fund",
    "a year from",
    "years of",
    "renewable every",
];

/// A claim to be the first is neither recognition nor a result.
const CLAIM: &str = "first ";

const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// Judges a practice by its title and its stated result, clause by clause (clauses end at a semicolon): one clause that is neither
/// recognition nor setting, nor a bare date or a claim to be the first, is a result; else recognition, in the result or, where a result is stated at all, in the title,
/// makes it an award; else it is described.
///
/// The judgement is by words and errs. Where a person has read the source, the file says the basis in a column of its own.
///
/// ```
/// use kembar::exchange::practice_basis::{PracticeBasis, judge};
/// assert_eq!(judge("Recycling drive", Some("57% recycling rate")), PracticeBasis::DocumentedResult);
/// assert_eq!(judge("ASEAN ESC Award 2021", Some("ESC Award winner")), PracticeBasis::AwardOnly);
/// assert_eq!(judge("City app", Some("launched September 2019")), PracticeBasis::Described);
/// ```
pub fn judge(title: &str, result: Option<&str>) -> PracticeBasis {
    let Some(result) = result else {
        return PracticeBasis::Described;
    };
    let judged: Vec<PracticeBasis> = result.split(';').map(judge_clause).collect();
    if judged.contains(&PracticeBasis::DocumentedResult) {
        PracticeBasis::DocumentedResult
    } else if judged.contains(&PracticeBasis::AwardOnly) || has_any(&title.to_lowercase(), &RECOGNITION) {
        PracticeBasis::AwardOnly
    } else {
        PracticeBasis::Described
    }
}

fn judge_clause(clause: &str) -> PracticeBasis {
    let clause = clause.trim().to_lowercase();
    if has_any(&clause, &RECOGNITION) {
        PracticeBasis::AwardOnly
    } else if clause.is_empty() || clause.starts_with(CLAIM) || is_date(&clause) || has_any(&clause, &SETTING) {
        PracticeBasis::Described
    } else {
        PracticeBasis::DocumentedResult
    }
}

fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Whether nothing but days, months and years stands there.
fn is_date(clause: &str) -> bool {
    clause.split_whitespace().all(|word| MONTHS.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'))
}
