//! One round: where it stands, what it asks for, and what was computed of it.

use askama::Template;
use chrono::{DateTime, NaiveDate, Utc};

use super::book::{Book, country};
use super::form::FieldFault;
use super::list::{by, state_name, state_says, what};
use super::plan::{PlanLine, plan_lines};
use crate::console::assets;
use crate::console::frame::Frame;
use crate::console::marks::Theme;
use crate::console::word::RoundWord;
use crate::console::words::{Language, Part, Word};
use crate::domain::job::{Progress, Stage};
use crate::domain::round::RoundState;
use crate::domain::round_plan::RoundPlan;
use crate::matching::rounds::Status;
use crate::matching::rounds::outlook::Outlook;

/// A computation of a round in one line.
#[derive(Debug, Clone, PartialEq)]
pub struct RunLine {
    /// Its number.
    pub number: i64,
    /// How far it is proved.
    pub status: Status,
    /// Pairings.
    pub pairs: i64,
    /// Cities with at least one.
    pub covered: i64,
    /// Cities that took part.
    pub cities: i64,
    /// Total score.
    pub score: f64,
    /// When.
    pub at: DateTime<Utc>,
}

impl RunLine {
    /// *73 pairings; 146 of 147 cities have a partner*
    pub(super) fn result(&self, lang: Language) -> String {
        if self.status == Status::Infeasible {
            return lang.say(RoundWord::ListResultNone);
        }
        let pairings = lang.count(RoundWord::CountPairings, usize::try_from(self.pairs).unwrap_or_default());
        let (covered, cities) = (lang.whole(self.covered), lang.whole(self.cities));
        let parts = [("pairings", Part::Text(&pairings)), ("covered", Part::Text(&covered)), ("cities", Part::Text(&cities))];
        lang.fill(RoundWord::ListResultSays, &parts)
    }

    fn proof(&self, lang: Language) -> String {
        proof(self.status, lang)
    }

    fn score(&self, lang: Language) -> String {
        lang.measure(self.score)
    }

    fn day(&self, lang: Language) -> String {
        lang.date(self.at.date_naive())
    }
}

/// How far a result is proved, in words.
pub(super) fn proof(status: Status, lang: Language) -> String {
    let code = match status {
        Status::Optimal => "optimal",
        Status::Feasible => "feasible",
        Status::Infeasible => "infeasible",
    };
    lang.name_of(RoundWord::RunProved, code, code)
}

/// A computation under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnderWay {
    /// How far it is.
    pub progress: Progress,
    /// Somebody stopped it.
    pub is_cancelled: bool,
}

impl UnderWay {
    /// How far it is, in words.
    pub fn words(&self, lang: Language) -> String {
        if self.is_cancelled {
            return lang.say(RoundWord::RoundStopping);
        }
        let Progress { stage, done, total } = self.progress;
        let says = lang.name_of(RoundWord::StageSays, stage.as_str(), stage.as_str());
        if stage != Stage::Explaining {
            return says;
        }
        let (done, total) = (lang.whole(done), lang.whole(total));
        format!("{says} {}", lang.fill(RoundWord::StageDone, &[("done", Part::Text(&done)), ("total", Part::Text(&total))]))
    }

    /// How much of it is done, in hundredths. Steps are not of one length; they only ever grow.
    pub fn hundredths(&self) -> i64 {
        let Progress { stage, done, total } = self.progress;
        let (from, to) = match stage {
            Stage::Waiting => (0, 0),
            Stage::Candidates => (5, 20),
            Stage::Solving => (20, 40),
            Stage::Analysing => (40, 60),
            Stage::Explaining => (60, 95),
            Stage::Keeping => (95, 99),
            Stage::Done => (100, 100),
        };
        from + (to - from) * done.clamp(0, total.max(1)) / total.max(1)
    }
}

/// Why a computation came to nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The programs that worked on it ended.
    Workers,
    /// The search ended before anything was known.
    Undecided,
    /// Something else, in the words that were recorded.
    Other,
}

/// What can be said before computing.
#[derive(Debug, Clone, PartialEq)]
pub enum Ahead {
    /// It can be computed.
    Seen(Outlook),
    /// It cannot.
    Faulty(Vec<FieldFault>),
}

/// What became of the proposals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Released {
    /// Proposals that were not withdrawn.
    pub live: usize,
    /// Of these, those that somebody has decided on or changed.
    pub touched: usize,
}

/// One round.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundPage {
    /// Its surroundings.
    pub frame: Frame,
    /// Its id.
    pub id: String,
    /// Its version, which each form brings back.
    pub version: i64,
    /// Makes what is done by a form happen once.
    pub once: String,
    /// What it asks for.
    pub plan: RoundPlan,
    /// Under which theme; none for all.
    pub theme: Option<Theme>,
    /// Where it stands.
    pub state: RoundState,
    /// The computation under way.
    pub under_way: Option<UnderWay>,
    /// Why the last one came to nothing, and as it was recorded.
    pub failure: Option<(Failure, String)>,
    /// What can be said before computing.
    pub ahead: Option<Ahead>,
    /// What was computed, newest first.
    pub runs: Vec<RunLine>,
    /// Whether the newest run is of the plan as it is now.
    pub is_current: bool,
    /// What became of its proposals.
    pub released: Released,
    /// Who released it and when.
    pub released_by: Option<(Option<String>, NaiveDate)>,
    /// Who set it up and when.
    pub made: (Option<String>, NaiveDate),
    /// The cities by name.
    pub book: Book,
    /// Whether the reader sets up, computes and releases rounds.
    pub may_act: bool,
    /// What was refused, to be said above the page.
    pub refused: Option<Refused>,
}

/// Why nothing was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The round has changed meanwhile.
    Stale,
    /// It does not stand where this can be done.
    NotNow,
    /// The plan would have these faults.
    Faults(Vec<FieldFault>),
}

impl Refused {
    /// In words.
    pub(super) fn words(&self, lang: Language) -> String {
        match self {
            Refused::Stale => lang.say(RoundWord::ChangedMeanwhile),
            Refused::NotNow => lang.say(RoundWord::NotNow),
            Refused::Faults(faults) => {
                let words = faults.iter().map(|fault| fault.words.as_str()).collect::<Vec<_>>().join(" ");
                lang.fill(RoundWord::NotLikeThis, &[("what", Part::Text(&words))])
            }
        }
    }
}

#[derive(Template)]
#[template(path = "rounds/round.html")]
struct View<'a> {
    p: &'a RoundPage,
    f: &'a Frame,
    w: Language,
}

impl View<'_> {
    fn path(&self) -> String {
        format!("/desk/rounds/{}", self.p.id)
    }

    fn to(&self, deed: &str) -> String {
        self.f.href(&format!("/desk/rounds/{}/{deed}", self.p.id))
    }

    fn what(&self) -> String {
        what(self.p.plan.kind, self.p.theme.as_ref(), self.w)
    }

    fn state(&self) -> String {
        state_name(self.p.state, self.w)
    }

    fn lead(&self) -> String {
        state_says(self.p.state, self.w)
    }

    fn is_computable(&self) -> bool {
        matches!(self.p.state, RoundState::Draft | RoundState::Failed)
    }

    /// The newest run, where it is of the plan as it is now.
    fn result(&self) -> Option<&RunLine> {
        self.p.runs.first().filter(|_| self.p.is_current)
    }

    fn proposals(&self) -> Option<String> {
        let count = |number: usize| self.w.count(RoundWord::CountProposals, number);
        let Released { live, touched } = self.p.released;
        let (proposals, number) = (count(live), self.w.quantity(touched));
        (self.p.state == RoundState::InReview).then(|| match touched {
            0 => self.w.fill(RoundWord::InReviewSays, &[("proposals", Part::Text(&proposals))]),
            _ => self.w.fill(RoundWord::InReviewTouched, &[("proposals", Part::Text(&proposals)), ("touched", Part::Text(&number))]),
        })
    }

    fn lines(&self) -> Vec<PlanLine> {
        plan_lines(&self.p.plan, &self.p.book, self.w)
    }

    fn made(&self) -> String {
        by(self.p.made.0.as_deref(), self.p.made.1, self.w)
    }

    fn released(&self) -> Option<String> {
        self.p.released_by.as_ref().map(|(name, on)| by(name.as_deref(), *on, self.w))
    }

    fn failure(&self) -> Option<String> {
        let (failure, recorded) = self.p.failure.as_ref()?;
        Some(match failure {
            Failure::Workers => self.w.say(RoundWord::RoundFailedWorkers),
            Failure::Undecided => self.w.say(RoundWord::RoundFailedUndecided),
            Failure::Other => recorded.clone(),
        })
    }

    fn recorded(&self) -> Option<&str> {
        self.p.failure.as_ref().filter(|(failure, _)| *failure != Failure::Other).map(|(_, recorded)| recorded.as_str())
    }

    fn outlook(&self) -> Option<(String, Vec<String>)> {
        let Some(Ahead::Seen(seen)) = &self.p.ahead else { return None };
        let warnings = self.warnings(seen);
        let word = if warnings.is_empty() { RoundWord::OutlookFine } else { RoundWord::OutlookWarns };
        let (cities, candidates) =
            (self.w.count(RoundWord::CountCities, seen.cities), self.w.count(RoundWord::OutlookPossible, seen.candidates));
        Some((self.w.fill(word, &[("cities", Part::Text(&cities)), ("candidates", Part::Text(&candidates))]), warnings))
    }

    fn warnings(&self, seen: &Outlook) -> Vec<String> {
        let mut warnings = Vec::new();
        if !seen.without.is_empty() {
            let names = seen.without.iter().map(|slug| self.p.book.city(slug)).collect::<Vec<_>>().join(", ");
            let parts = [("count", Part::Number(seen.without.len())), ("cities", Part::Text(&names))];
            warnings.push(self.w.fill(RoundWord::OutlookWithout, &parts));
        }
        for short in &seen.short {
            let city = self.p.book.city(&short.id);
            let least = self.w.count(RoundWord::CountPairings, short.least as usize);
            let candidates = self.w.quantity(short.candidates as usize);
            let parts = [("city", Part::Text(city)), ("least", Part::Text(&least)), ("candidates", Part::Text(&candidates))];
            warnings.push(self.w.fill(RoundWord::OutlookShort, &parts));
        }
        for crowded in &seen.crowded {
            let name = country(&crowded.country, self.w);
            let [room, cities] = [crowded.room, crowded.cities].map(|n| self.w.quantity(usize::try_from(n).unwrap_or(usize::MAX)));
            let count = Part::Number(usize::try_from(crowded.cities).unwrap_or(usize::MAX));
            let parts = [("count", count), ("country", Part::Text(&name)), ("room", Part::Text(&room)), ("cities", Part::Text(&cities))];
            warnings.push(self.w.fill(RoundWord::OutlookCrowded, &parts));
        }
        warnings
    }

    fn ahead_faults(&self) -> &[FieldFault] {
        match &self.p.ahead {
            Some(Ahead::Faulty(faults)) => faults,
            Some(Ahead::Seen(_)) | None => &[],
        }
    }

    fn analysis(&self, run: &RunLine) -> String {
        self.f.href_with(&format!("{}/analysis", self.path()), &[("run", run.number.to_string().as_str())])
    }

    fn file(&self, run: &RunLine, format: &str) -> String {
        self.f.href_with(&format!("{}/export", self.path()), &[("run", run.number.to_string().as_str()), ("format", format)])
    }

    /// The comparison of a run with the one before it.
    fn comparison(&self, run: &RunLine) -> Option<(String, String)> {
        let (before, after) = ((run.number - 1).to_string(), run.number.to_string());
        let href = self.f.href_with(&format!("{}/compare", self.path()), &[("from", before.as_str()), ("to", after.as_str())]);
        let parts = [("before", Part::Text(before.as_str())), ("number", Part::Text(after.as_str()))];
        (run.number > 1).then(|| (href, self.w.fill(RoundWord::RunCompare, &parts)))
    }

    fn numbered(&self, word: RoundWord, run: &RunLine) -> String {
        let number = run.number.to_string();
        self.w.fill(word, &[("number", Part::Text(&number))])
    }

    fn file_name(&self, run: &RunLine, format: &str) -> String {
        let number = run.number.to_string();
        self.w.fill(RoundWord::RunFile, &[("format", Part::Text(format)), ("number", Part::Text(&number))])
    }
}

/// The round as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_round(page: &RoundPage) -> askama::Result<String> {
    View { p: page, f: &page.frame, w: page.frame.lang }.render()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_of_a_computation_only_ever_grows() {
        let steps = Stage::ALL.iter().flat_map(|stage| (0..=3).map(move |done| Progress { stage: *stage, done, total: 3 }));
        let shown: Vec<i64> = steps.map(|progress| UnderWay { progress, is_cancelled: false }.hundredths()).collect();
        assert!(shown.is_sorted(), "{shown:?}");
        let strange = Progress { stage: Stage::Explaining, done: 9, total: 0 };
        assert_eq!(UnderWay { progress: strange, is_cancelled: false }.hundredths(), 95);
    }
}
