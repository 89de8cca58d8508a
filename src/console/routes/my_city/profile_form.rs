//! The profile as rows of a form, and a form as the profile that it makes of the one before. What a step does not show stays as it was.

use std::collections::BTreeMap;

use crate::console::pages::my_city::{ProfileFilled, ProfileRow, ProfileStep};
use crate::domain::code::{LanguageCode, ThemeCode};
use crate::domain::fault::Faults;
use crate::domain::id::PracticeId;
use crate::domain::profile::{Capacity, Exchange, Mode, Priority, Profile};

/// The most rows that a form may bring.
const ROWS_MAX: usize = 45;
/// A number in whose place something else was written: the domain refuses it, with the place of the field.
const NOT_A_NUMBER: u32 = u32::MAX;

/// What stands in the fields of a step for this profile.
pub(super) fn filled(step: ProfileStep, profile: &Profile) -> ProfileFilled {
    let quota = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let rows = match step {
        ProfileStep::Needs => needs(profile),
        ProfileStep::Offers => profile.offers.iter().map(of_exchange).collect(),
        ProfileStep::Capacities => profile.capacities.iter().map(of_capacity).collect(),
        ProfileStep::About | ProfileStep::Office | ProfileStep::Check => Vec::new(),
    };
    ProfileFilled {
        rows,
        quotas: [profile.quotas.partners, profile.quotas.learners, profile.quotas.mentors].map(quota),
        office: profile.has_international_office.map_or("", |has| if has { "yes" } else { "no" }).to_owned(),
        languages: languages(profile),
    }
}

fn exchanges(profile: &Profile) -> impl Iterator<Item = &Exchange> {
    profile.offers.iter().chain(&profile.needs)
}

fn languages(profile: &Profile) -> Vec<String> {
    let mut codes: Vec<String> = exchanges(profile).flat_map(|exchange| &exchange.languages).map(ToString::to_string).collect();
    codes.sort();
    codes.dedup();
    codes
}

/// Priorities by their rank, then what else the city looks for.
fn needs(profile: &Profile) -> Vec<ProfileRow> {
    let mut ordered: Vec<&Priority> = profile.priorities.iter().collect();
    ordered.sort_by_key(|priority| priority.rank.unwrap_or(u32::MAX));
    let need_of = |theme: &ThemeCode| profile.needs.iter().find(|need| need.theme == *theme);
    let of_priority = |priority: &&Priority| ProfileRow {
        what: priority.what.clone().unwrap_or_default(),
        ..need_of(&priority.theme).map_or_else(|| of_theme(&priority.theme), of_exchange)
    };
    let others = profile.needs.iter().filter(|need| profile.priorities.iter().all(|priority| priority.theme != need.theme));
    ordered.iter().map(of_priority).chain(others.map(of_exchange)).collect()
}

fn of_theme(theme: &ThemeCode) -> ProfileRow {
    ProfileRow { theme: theme.to_string(), ..ProfileRow::default() }
}

fn of_exchange(exchange: &Exchange) -> ProfileRow {
    ProfileRow {
        what: exchange.what.clone().unwrap_or_default(),
        modes: exchange.modes.iter().map(ToString::to_string).collect(),
        slots: exchange.slots.map(|slots| slots.to_string()).unwrap_or_default(),
        ..of_theme(&exchange.theme)
    }
}

fn of_capacity(capacity: &Capacity) -> ProfileRow {
    ProfileRow {
        what: capacity.evidence.clone().unwrap_or_default(),
        level: capacity.level.to_string(),
        link: capacity.link.clone().unwrap_or_default(),
        practice: capacity.practice.map(|practice| practice.to_string()).unwrap_or_default(),
        ..of_theme(&capacity.theme)
    }
}

/// What a form brought, by the names of its fields: `theme.0`, `what.0`, `mode.0` as often as it was chosen, and so on.
pub(super) fn read(fields: &[(String, String)]) -> ProfileFilled {
    let mut filled = ProfileFilled::default();
    let mut rows: BTreeMap<usize, ProfileRow> = BTreeMap::new();
    for (name, value) in fields {
        let value = value.replace("\r\n", "\n").trim().to_owned();
        match (name.as_str(), name.split_once('.')) {
            ("partners", _) => filled.quotas[0] = value,
            ("learners", _) => filled.quotas[1] = value,
            ("mentors", _) => filled.quotas[2] = value,
            ("office", _) => filled.office = value,
            ("language", _) => filled.languages.push(value),
            (_, Some((field, number))) => {
                let Some(number) = number.parse().ok().filter(|number| *number < ROWS_MAX) else { continue };
                set(rows.entry(number).or_default(), field, value);
            }
            _ => {}
        }
    }
    // A row keeps its number, so that a fault is told where it was made.
    let count = rows.last_key_value().map_or(0, |(last, _)| last + 1);
    filled.rows = (0..count).map(|number| rows.remove(&number).unwrap_or_default()).collect();
    filled
}

fn set(row: &mut ProfileRow, field: &str, value: String) {
    match field {
        "theme" => row.theme = value,
        "what" => row.what = value,
        "mode" => row.modes.push(value),
        "slots" => row.slots = value,
        "level" => row.level = value,
        "link" => row.link = value,
        "practice" => row.practice = value,
        _ => {}
    }
}

/// The profile that a form makes of the one before. Faults are those that only the form can have; their pointers name row and field.
pub(super) fn apply(step: ProfileStep, filled: &ProfileFilled, before: &Profile, this_year: i32) -> Result<Profile, Faults> {
    let mut faults = Faults::new();
    let mut after = before.clone();
    match step {
        ProfileStep::Needs => apply_needs(&mut after, filled, this_year, &mut faults),
        ProfileStep::Offers => after.offers = rows(filled, &mut faults).map(|(row, theme)| offer(row, theme, before)).collect(),
        ProfileStep::Capacities => apply_capacities(&mut after, filled, &mut faults),
        ProfileStep::Office => apply_office(&mut after, filled, &mut faults),
        ProfileStep::About | ProfileStep::Check => {}
    }
    faults.into_result(after)
}

/// The rows in which a theme was chosen. A row without one is taken away.
fn rows<'a>(filled: &'a ProfileFilled, faults: &mut Faults) -> std::vec::IntoIter<(&'a ProfileRow, ThemeCode)> {
    let mut chosen = Vec::new();
    for (i, row) in filled.rows.iter().enumerate() {
        match row.theme.parse() {
            Ok(theme) => chosen.push((row, theme)),
            Err(_) if row.is_empty() => {}
            Err(_bad) => faults.add(format!("/rows/{i}/theme"), "is missing"),
        }
    }
    chosen.into_iter()
}

fn said(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

fn modes(row: &ProfileRow) -> Vec<Mode> {
    row.modes.iter().filter_map(|mode| mode.parse().ok()).collect()
}

fn number(text: &str) -> Option<u32> {
    said(text).map(|text| text.parse().unwrap_or(NOT_A_NUMBER))
}

fn offer(row: &ProfileRow, theme: ThemeCode, before: &Profile) -> Exchange {
    let known = before.offers.iter().find(|offer| offer.theme == theme);
    let languages = known.map_or_else(|| common_languages(before), |offer| offer.languages.clone());
    Exchange { theme, modes: modes(row), slots: number(&row.slots), languages, what: said(&row.what) }
}

/// The languages that every exchange has, for one that is new.
fn common_languages(profile: &Profile) -> Vec<LanguageCode> {
    languages(profile).iter().filter_map(|code| code.parse().ok()).collect()
}

fn apply_needs(after: &mut Profile, filled: &ProfileFilled, this_year: i32, faults: &mut Faults) {
    let (mut left, known) = (after.priorities.clone(), after.needs.clone());
    let languages = common_languages(after);
    let chosen: Vec<(&ProfileRow, ThemeCode)> = rows(filled, faults).collect();
    after.priorities.clear();
    after.needs.clear();
    for (rank, (row, theme)) in (1_u32..).zip(chosen) {
        let what = said(&row.what);
        let same = left.iter().position(|priority| priority.theme == theme && priority.what == what);
        let priority = same.map(|at| left.remove(at)).unwrap_or_else(|| Priority {
            theme: theme.clone(),
            rank: None,
            what,
            year: Some(this_year),
            source: None,
            from_memory: false,
        });
        after.priorities.push(Priority { rank: Some(rank), ..priority });
        if after.needs.iter().all(|need| need.theme != theme) {
            let need = known.iter().find(|need| need.theme == theme).cloned();
            let need = need.unwrap_or(Exchange { theme, modes: Vec::new(), slots: None, languages: languages.clone(), what: None });
            after.needs.push(Exchange { modes: modes(row), ..need });
        }
    }
}

fn apply_capacities(after: &mut Profile, filled: &ProfileFilled, faults: &mut Faults) {
    let chosen: Vec<(&ProfileRow, ThemeCode)> = rows(filled, faults).collect();
    let capacity = |(row, theme): &(&ProfileRow, ThemeCode)| Capacity {
        theme: theme.clone(),
        level: row.level.parse().unwrap_or(NOT_A_NUMBER),
        evidence: said(&row.what),
        practice: row.practice.parse::<PracticeId>().ok(),
        link: said(&row.link),
    };
    after.capacities = chosen.iter().map(capacity).collect();
    let [partners, learners, mentors] = [0, 1, 2].map(|at: usize| number(&filled.quotas[at]));
    (after.quotas.partners, after.quotas.learners, after.quotas.mentors) = (partners, learners, mentors);
}

fn apply_office(after: &mut Profile, filled: &ProfileFilled, faults: &mut Faults) {
    after.has_international_office = match filled.office.as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let mut codes: Vec<LanguageCode> = Vec::new();
    for language in &filled.languages {
        match language.parse() {
            Ok(code) => codes.push(code),
            Err(_bad) => faults.add("/languages", "is no language"),
        }
    }
    for exchange in after.offers.iter_mut().chain(&mut after.needs) {
        exchange.languages = codes.clone();
    }
}

/// The row and field that a pointer of the domain names: `/offers/1/slots` is `(Some(2), "slots")` where the second row of the form was
/// empty.
pub(super) fn place_of(pointer: &str, filled: &ProfileFilled) -> (Option<usize>, String) {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    let field = parts.last().copied().unwrap_or_default();
    let at = parts.get(1).and_then(|number| number.parse::<usize>().ok());
    match (parts.first().copied(), at) {
        (Some("rows"), Some(row)) => (Some(row), field.to_owned()),
        (Some(_), Some(entry)) => {
            let chosen = filled.rows.iter().enumerate().filter(|(_, row)| row.theme.parse::<ThemeCode>().is_ok()).map(|(row, _)| row);
            (chosen.into_iter().nth(entry), if field == "evidence" { "what" } else { field }.to_owned())
        }
        _ => (None, field.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn imported() -> Profile {
        serde_json::from_str(
            r#"{"priorities":[{"theme":"solid-waste","what":"Less to the landfill","year":2019,"source":"https://a.org","from_memory":true},
                {"theme":"traffic","rank":1}],
                "needs":[{"theme":"msme","modes":["webinar"],"languages":["en"],"what":"Loans"}],
                "offers":[{"theme":"health","slots":2,"languages":["en"]}],
                "self_assessment":[{"theme":"health","level":3,"year":2020}]}"#,
        )
        .expect("a profile")
    }

    #[test]
    fn saving_what_is_shown_loses_no_source_no_year_and_nothing_of_other_steps() {
        let before = imported();
        for step in [ProfileStep::Needs, ProfileStep::Offers, ProfileStep::Capacities, ProfileStep::Office] {
            let after = apply(step, &filled(step, &before), &before, 2026).expect("no faults");
            let waste = |profile: &Profile| {
                let found = profile.priorities.iter().find(|priority| priority.theme.as_str() == "solid-waste").cloned();
                found.map(|priority| Priority { rank: None, ..priority })
            };
            assert_eq!(waste(&after), waste(&before), "{step}");
            assert_eq!((&after.offers, &after.self_assessment), (&before.offers, &before.self_assessment), "{step}");
            let loans = |profile: &Profile| profile.needs.iter().find(|need| need.theme.as_str() == "msme").cloned();
            assert_eq!(loans(&after), loans(&before), "{step}");
        }
    }

    #[test]
    fn what_a_city_writes_anew_is_its_own_word_of_this_year() {
        let before = imported();
        let mut form = filled(ProfileStep::Needs, &before);
        assert_eq!(form.rows[0].theme, "traffic", "the ranked one first");
        form.rows[1].what = "None to the landfill".to_owned();
        let after = apply(ProfileStep::Needs, &form, &before, 2026).expect("no faults");
        let waste = &after.priorities[1];
        assert_eq!((waste.rank, waste.year, &waste.source, waste.from_memory), (Some(2), Some(2026), &None, false));
    }

    #[test]
    fn a_row_without_a_theme_is_taken_away_unless_something_was_written_in_it() {
        let fields = |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<Vec<_>>();
        let form = read(&fields(&[("theme.0", ""), ("what.0", ""), ("theme.1", "traffic"), ("slots.1", "ten"), ("mode.1", "webinar")]));
        let after = apply(ProfileStep::Offers, &form, &Profile::default(), 2026).expect("no faults of the form");
        assert_eq!(after.offers.len(), 1);
        let faults = after.faults(&|_| true).into_vec();
        assert_eq!(faults.len(), 1);
        assert_eq!(place_of(&faults[0].pointer, &form), (Some(1), "slots".to_owned()));
        let form = read(&fields(&[("theme.0", ""), ("what.0", "Something")]));
        assert!(apply(ProfileStep::Offers, &form, &Profile::default(), 2026).is_err());
    }
}
