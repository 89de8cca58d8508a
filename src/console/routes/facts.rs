//! Records turned into the lines of a page: named in the page's language, each with its source and its mark.

use crate::actions::directory::CountryNames;
use crate::actions::indicators::{Scope, ScopedValue};
use crate::actions::membership::{Hazard, Vlr};
use crate::actions::partnerships::PartnershipView;
use crate::actions::published::ShownPractice;
use crate::console::evidence::Evidence;
use crate::console::marks::{Country, HazardMark, Theme, tie_kind_name, unit_name};
use crate::console::pages::{
    CityDot, CityLink, FigureOf, HazardLine, IndicatorLine, LocalName, PartnershipLine, PracticeCity, PracticeLine, ReviewLine, TieLine,
};
use crate::console::words::Language;
use crate::domain::city::{City, CityRecord};
use crate::domain::code::{CountryCode, ThemeCode};
use crate::domain::id::CityId;
use crate::i18n::labels;
use crate::matching::{IndicatorDefinition, Taxonomy};
use crate::store::partnerships::{Partner, Partnership};
use crate::store::practices::StoredPractice;

/// The population, among the unverified parts of a record.
pub(super) const POPULATION: &str = "population";
/// The successor, among the unverified parts of a record.
pub(super) const SUCCESSOR: &str = "successor";

/// Whether a part of the record rests on background knowledge.
pub(super) fn is_unverified(record: &CityRecord, part: &str) -> bool {
    record.unverified.iter().any(|unverified| unverified == part)
}

pub(super) fn country(code: &CountryCode, names: &CountryNames) -> Country {
    Country { code: code.to_string(), name: names.get(code).map_or_else(|| code.to_string(), String::clone) }
}

pub(super) fn theme(code: &ThemeCode, taxonomy: &Taxonomy, lang: Language) -> Option<Theme> {
    Theme::named(taxonomy, code, lang)
}

pub(super) fn link(city: &City) -> CityLink {
    CityLink { slug: city.slug.to_string(), name: city.record.name.clone() }
}

/// A city on a map; none where its place is not known.
fn dot(city: &City, names: &CountryNames) -> Option<CityDot> {
    Some(CityDot {
        slug: city.slug.to_string(),
        name: city.record.name.clone(),
        country: country(&city.record.country, names),
        place: city.record.place?,
        people: city.record.population,
    })
}

/// The local name where it says something that the name does not. It is in the city's first language.
pub(super) fn local_name(record: &CityRecord) -> Option<LocalName> {
    let text = record.local_name.clone().filter(|local| *local != record.name)?;
    Some(LocalName { text, lang: record.languages.first().map(ToString::to_string) })
}

/// A pairing that came through Kembar; none for a tie that stood before.
pub(super) fn partnership(
    view: &PartnershipView,
    names: &CountryNames,
    (taxonomy, lang): (&Taxonomy, Language),
) -> Option<PartnershipLine> {
    let found = &view.partnership;
    found.proposal?;
    let partner = view.partner.as_ref()?;
    Some(PartnershipLine {
        id: found.id.0.to_string(),
        first: link(&view.city),
        second: link(partner),
        dots: dot(&view.city, names).zip(dot(partner, names)),
        kind: found.kind.parse().ok()?,
        theme: found.theme.as_ref().and_then(|code| theme(code, taxonomy, lang)),
        since: found.published_at?.date_naive(),
        why: found.summary.clone(),
    })
}

/// Imports are written in English; in what language a person wrote is not known.
pub(super) fn lang_of(is_import: bool) -> Option<&'static str> {
    is_import.then_some("en")
}

/// A practice as one entry of a page, without its city.
pub(super) fn practice(practice: &StoredPractice, (taxonomy, lang): (&Taxonomy, Language)) -> PracticeLine {
    let themes = practice.body.themes.iter().filter_map(|code| theme(code, taxonomy, lang)).collect();
    PracticeLine::of(&practice.body, themes, lang_of(practice.created_by.is_none()))
}

/// A practice as one entry of a page that is not its city's own.
pub(super) fn practice_of(shown: &ShownPractice, names: &CountryNames, (taxonomy, lang): (&Taxonomy, Language)) -> PracticeLine {
    let city = &shown.city;
    let by = PracticeCity { slug: city.slug.to_string(), name: city.record.name.clone(), country: country(&city.record.country, names) };
    PracticeLine { by: Some(by), ..practice(&shown.practice, (taxonomy, lang)) }
}

/// A tie that stood before, as it looks from one of its two cities; none for a pairing that came through Kembar.
pub(super) fn tie(view: &PartnershipView, from: CityId, (names, lang): (&CountryNames, Language)) -> Option<TieLine> {
    let found = &view.partnership;
    if found.proposal.is_some() {
        return None;
    }
    let other = if found.city == from { view.partner.as_ref() } else { Some(&view.city) };
    let (partner, code) = match (other, &found.partner) {
        (Some(city), _) => (city.record.name.clone(), Some(&city.record.country)),
        (None, Partner::Other { name, country }) => (name.clone(), country.as_ref()),
        (None, Partner::Member(_)) => return None,
    };
    Some(TieLine {
        partner,
        slug: other.map(|city| city.slug.to_string()),
        country: code.map(|code| country(code, names)),
        kind: tie_kind(found, lang),
        since: found.since_year,
        evidence: Evidence::read(found.source.as_deref(), found.from_memory),
    })
}

/// The words of the source, which are English and say more than the code (`cooperation agreement 2023-2027`); in another language the name
/// of the code.
fn tie_kind(found: &Partnership, lang: Language) -> String {
    let words = found.summary.as_deref().unwrap_or(&found.kind);
    // `other (cultural MoU)`: that it is none of the usual kinds says nothing to a reader.
    let plain = words.strip_prefix("other (").and_then(|rest| rest.strip_suffix(')')).unwrap_or(words);
    let has_name = tie_kind_name(&found.kind, &lang) != found.kind;
    if has_name && (lang != Language::En || found.summary.is_none()) { tie_kind_name(&found.kind, &lang) } else { plain.to_owned() }
}

pub(super) fn review(review: &Vlr) -> ReviewLine {
    ReviewLine {
        title: review.title.clone(),
        year: review.year,
        goals: review.sdgs.clone(),
        evidence: Evidence::read(review.source.as_deref(), review.from_memory),
    }
}

/// A judged hazard; none for one that the pages have no name for.
pub(super) fn hazard(hazard: &Hazard) -> Option<HazardLine> {
    let mark: HazardMark = hazard.name.parse().ok()?;
    Some(HazardLine { hazard: mark, score: hazard.level, evidence: Evidence::read(hazard.source.as_deref(), hazard.from_memory) })
}

pub(super) fn indicator(definition: &IndicatorDefinition, scoped: &ScopedValue, lang: Language) -> IndicatorLine {
    let value = &scoped.value;
    IndicatorLine {
        name: labels::indicator(lang, definition),
        value: value.value,
        unit: Some(unit_name(&definition.unit, &lang)).filter(|unit| !unit.is_empty()),
        year: value.year,
        of: match scoped.scope {
            Scope::City => FigureOf::City,
            Scope::Country => FigureOf::Country,
        },
        evidence: Evidence::read(value.source.as_deref().or(Some(&definition.source)), value.from_memory),
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::id::PartnershipId;
    use crate::domain::partnership::PartnershipState;

    fn known_tie(kind: &str, words: Option<&str>) -> Partnership {
        Partnership {
            id: PartnershipId(uuid::Uuid::nil()),
            kind: kind.to_owned(),
            theme: None,
            city: CityId(uuid::Uuid::nil()),
            partner: Partner::Other { name: "Liverpool".to_owned(), country: None },
            state: PartnershipState::Recorded,
            since_year: None,
            source: None,
            from_memory: false,
            proposal: None,
            summary: words.map(str::to_owned),
            published_at: None,
            withdrawn_at: None,
            version: 1,
            created_at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_tie_is_called_what_its_source_calls_it_or_by_its_name_in_the_language_of_the_page() {
        for (kind, words, english, indonesian) in [
            ("sister_city", Some("sister city (MoU)"), "sister city (MoU)", "kota kembar"),
            ("sister_city", None, "sister city", "kota kembar"),
            ("other", Some("other (cultural MoU)"), "cultural MoU", "cultural MoU"),
            ("sister city (announced)", Some("sister city (announced)"), "sister city (announced)", "sister city (announced)"),
        ] {
            let tie = known_tie(kind, words);
            assert_eq!((tie_kind(&tie, Language::En).as_str(), tie_kind(&tie, Language::Id).as_str()), (english, indonesian), "{kind}");
        }
    }
}
