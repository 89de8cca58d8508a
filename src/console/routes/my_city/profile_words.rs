//! What is saved of a profile and of a city's record, line by line in the reader's language.

use super::faults::Field;
use super::profile_form;
use crate::console::evidence::Evidence;
use crate::console::marks::{Theme, level_name};
use crate::console::pages::my_city::{ProfileFilled, ProfileStep};
use crate::console::word::{MyCityWord, MyProfileWord};
use crate::console::words::{Language, Part, Word};
use crate::domain::city::CityRecord;
use crate::domain::profile::{Capacity, Exchange, Profile};
use crate::matching::Taxonomy;

/// The lines of one step.
pub(super) fn saved(step: ProfileStep, body: &Profile, (taxonomy, lang): (&Taxonomy, Language)) -> Vec<String> {
    let theme = |code: &str| {
        let named = code.parse().ok().and_then(|code| Theme::named(taxonomy, &code, lang));
        named.map_or_else(|| code.to_owned(), |theme| theme.name)
    };
    match step {
        ProfileStep::Needs => {
            let rows = profile_form::filled(step, body).rows;
            rows.iter()
                .map(|row| {
                    joined(theme(&row.theme), [row.what.clone()].into_iter().chain(row.modes.iter().map(|mode| mode_name(mode, lang))))
                })
                .collect()
        }
        ProfileStep::Offers => body.offers.iter().map(|offer| exchange(theme(offer.theme.as_str()), offer, lang)).collect(),
        ProfileStep::Capacities => {
            let capacities = body.capacities.iter().map(|capacity| capacity_line(theme(capacity.theme.as_str()), capacity, lang));
            capacities.chain(quotas(body, lang)).collect()
        }
        ProfileStep::Office => office(body, lang),
        ProfileStep::About | ProfileStep::Check => Vec::new(),
    }
}

/// What it is about, and what is said of it.
fn joined(about: String, said: impl Iterator<Item = String>) -> String {
    let said: Vec<String> = said.filter(|text| !text.is_empty()).collect();
    if said.is_empty() { about } else { format!("{about}: {}", said.join(" · ")) }
}

fn mode_name(mode: &str, lang: Language) -> String {
    lang.name_of(MyProfileWord::Mode, mode, mode)
}

fn exchange(theme: String, offer: &Exchange, lang: Language) -> String {
    let slots = offer.slots.map(|slots| lang.count(Word::CountCities, usize::try_from(slots).unwrap_or(usize::MAX)));
    let modes = offer.modes.iter().map(|mode| mode_name(mode.as_str(), lang));
    joined(theme, offer.what.clone().into_iter().chain(modes).chain(slots))
}

fn capacity_line(theme: String, capacity: &Capacity, lang: Language) -> String {
    let level = usize::try_from(capacity.level).unwrap_or_default();
    let level = lang.fill(MyProfileWord::LevelName, &[("level", Part::Number(level))]);
    joined(theme, [level].into_iter().chain(capacity.evidence.clone()).chain(capacity.link.clone()))
}

fn quotas(body: &Profile, lang: Language) -> Vec<String> {
    let all = [("partners", body.quotas.partners), ("learners", body.quotas.learners), ("mentors", body.quotas.mentors)];
    let said = all.into_iter().filter_map(|(code, quota)| Some((code, quota?)));
    said.map(|(code, quota)| format!("{}: {quota}", lang.name_of(MyProfileWord::Quota, code, code))).collect()
}

fn office(body: &Profile, lang: Language) -> Vec<String> {
    let word = body.has_international_office.map(|has| if has { MyProfileWord::Yes } else { MyProfileWord::No });
    let office = format!("{} {}", lang.say(MyProfileWord::Office), lang.say(word.unwrap_or(MyProfileWord::Unsaid)));
    let filled = profile_form::filled(ProfileStep::Office, body);
    let languages: Vec<String> = filled.languages.iter().map(|code| lang.name_of(Word::LanguageName, code, code)).collect();
    let languages = (!languages.is_empty()).then(|| format!("{}: {}", lang.say(Word::CityLanguages), languages.join(", ")));
    [office].into_iter().chain(languages).collect()
}

/// What the record says of the city: label and value.
pub(super) fn record_facts(record: &CityRecord, lang: Language) -> Vec<(String, Option<String>)> {
    let languages: Vec<String> =
        record.languages.iter().map(|code| lang.name_of(Word::LanguageName, code.as_str(), code.as_str())).collect();
    let year = record.population_year.map_or_else(|| lang.say(Word::CityYearUnknown), |year| lang.year(year));
    let source = Evidence::read(record.population_source.as_deref().or(record.source.as_deref()), record.from_memory);
    let source = source.citations.into_iter().map(|citation| citation.text);
    let year = std::iter::once(year).chain(source).collect::<Vec<_>>().join(", ");
    let joined = |list: &[String]| Some(list.join(", ")).filter(|text| !text.is_empty());
    let coast = record.is_coastal.map(|is| lang.say(if is { MyProfileWord::Yes } else { MyProfileWord::No }));
    vec![
        (lang.say(Word::CityLevel), record.level.as_deref().map(|level| level_name(level, &lang))),
        (lang.say(Word::CityPartOf), record.subdivision.clone()),
        (lang.say(Word::CityPopulation), record.population.map(|people| format!("{} ({year})", lang.whole(people)))),
        (lang.say(MyProfileWord::Coast), coast),
        (lang.say(Word::CityLanguages), joined(&languages)),
        (lang.say(Word::CityTimeZone), record.time_zone.clone()),
        (lang.say(Word::CityNetworks), joined(&record.networks)),
    ]
}

/// How others reach the city.
pub(super) fn contact_facts(record: &CityRecord, lang: Language) -> Vec<(String, Option<String>)> {
    vec![(lang.say(Word::CityOffice), record.contact.clone())]
}

/// The field of the form that a pointer of the domain names.
pub(super) fn field_of(pointer: &str, (step, filled): (ProfileStep, &ProfileFilled), lang: Language) -> Field {
    let (row, field) = profile_form::place_of(pointer, filled);
    let (word, sort) = match field.as_str() {
        "theme" => (lang.say(MyCityWord::Theme), "theme"),
        "slots" => (lang.say(MyProfileWord::OfferSlots), "slots"),
        "level" => (lang.say(MyProfileWord::Level), "level"),
        "link" => (lang.say(MyProfileWord::Link), "link"),
        "practice" => (lang.say(MyProfileWord::Practice), "practice"),
        "partners" | "learners" | "mentors" => (lang.name_of(MyProfileWord::Quota, &field, &field), "quota"),
        _ => (lang.say(step.what_word()), "text"),
    };
    match row {
        Some(row) => Field { name: format!("{field}.{row}"), label: format!("{}, {word}", row + 1), sort },
        None => Field { name: field, label: word, sort },
    }
}
