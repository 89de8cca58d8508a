//! A member local government.

use serde::{Deserialize, Serialize};

use super::code::{CountryCode, LanguageCode, Slug};
use super::country::is_known_country;
use super::fault::{Faults, check_optional_text, check_text};
use super::geo::Place;
use super::id::CityId;

crate::text_enum! {
    /// Whether a city takes part.
    CityStatus {
        /// A member.
        Active = "active",
        /// Not for the time being.
        Suspended = "suspended",
        /// The local government has ended; see its successor.
        Dissolved = "dissolved",
    }
}

/// What is recorded of a city. Absent means not known, never zero.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct City {
    /// Its id.
    pub id: CityId,
    /// Its readable address.
    pub slug: Slug,
    /// What can be corrected.
    #[serde(flatten)]
    pub record: CityRecord,
    /// Counts every change; the `ETag` of the city.
    pub version: i64,
}

/// The part of a city that the secretariat keeps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CityRecord {
    /// Name in English usage.
    pub name: String,
    /// Name in the local script.
    pub local_name: Option<String>,
    /// Country.
    pub country: CountryCode,
    /// Province, state or region.
    pub subdivision: Option<String>,
    /// Where it is.
    pub place: Option<Place>,
    /// Inhabitants.
    pub population: Option<i64>,
    /// The year of that figure.
    pub population_year: Option<i32>,
    /// Where the figure is written, where that is not the source of the record.
    pub population_source: Option<String>,
    /// `capital`, `city`, `municipality`, `province`, `regency` or a country's own word.
    pub level: Option<String>,
    /// Working languages.
    pub languages: Vec<LanguageCode>,
    /// IANA name of the time zone.
    pub time_zone: Option<String>,
    /// Whether it lies on the sea.
    pub is_coastal: Option<bool>,
    /// Height above the sea, in metres.
    pub elevation_m: Option<f64>,
    /// Networks and growth areas that it belongs to.
    pub networks: Vec<String>,
    /// Ids elsewhere, by [`EXTERNAL_IDS`].
    pub external_ids: std::collections::BTreeMap<String, String>,
    /// Whether it takes part.
    pub status: CityStatus,
    /// The local government that took over, where it is one of ours.
    pub successor: Option<CityId>,
    /// The successor in words, where it is not one of ours.
    pub successor_note: Option<String>,
    /// Office to write to; never a person.
    pub contact: Option<String>,
    /// Caveats.
    pub notes: Option<String>,
    /// Where the record comes from.
    pub source: Option<String>,
    /// Whether name, place, level and languages rest on background knowledge, and so are shown as unverified.
    pub from_memory: bool,
    /// The parts that rest on background knowledge though the rest may not, or that nobody has said it of: `population`, `successor`,
    /// `networks/ASCN`.
    pub unverified: Vec<String>,
}

/// Whose ids a city may carry: Wikidata's item, GeoNames' number, the same of the town that a larger local government is run from, and
/// UN/LOCODE.
pub const EXTERNAL_IDS: &[&str] = &["wikidata", "geonames", "geonames_seat", "unlocode"];

fn is_external_id(whose: &str, id: &str) -> bool {
    let is_number = |text: &str| (1..=12).contains(&text.len()) && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
    let is_letter_or_digit = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit();
    match whose {
        "wikidata" => id.strip_prefix('Q').is_some_and(is_number),
        "geonames" | "geonames_seat" => is_number(id),
        "unlocode" => id.len() == 5 && id.bytes().all(is_letter_or_digit),
        _ => false,
    }
}

impl CityRecord {
    /// Every fault of the record, with pointers into it.
    pub fn faults(&self) -> Faults {
        let mut faults = Faults::new();
        check_text(&mut faults, "/name", &self.name, 200);
        for (pointer, text, max) in [
            ("/local_name", &self.local_name, 200),
            ("/subdivision", &self.subdivision, 200),
            ("/level", &self.level, 60),
            ("/contact", &self.contact, 500),
            ("/notes", &self.notes, 4_000),
            ("/source", &self.source, 4_000),
            ("/population_source", &self.population_source, 4_000),
            ("/successor_note", &self.successor_note, 2_000),
        ] {
            check_optional_text(&mut faults, pointer, text.as_deref(), max);
        }
        if let Some(place) = self.place {
            faults.require((-90.0..=90.0).contains(&place.lat), "/place/lat", "must be between -90 and 90 degrees");
            faults.require((-180.0..=180.0).contains(&place.lon), "/place/lon", "must be between -180 and 180 degrees");
        }
        faults.require(self.population.is_none_or(|n| (0..=100_000_000).contains(&n)), "/population", "must be between 0 and 100 million");
        faults.require(
            self.population_year.is_none_or(|y| (1800..=2100).contains(&y)),
            "/population_year",
            "must be between 1800 and 2100",
        );
        faults.require(self.elevation_m.is_none_or(|m| (-500.0..=9_000.0).contains(&m)), "/elevation_m", "must be between -500 and 9000");
        faults.require(self.languages.len() <= 30, "/languages", "must have at most 30 entries");
        faults.require(self.networks.len() <= 60, "/networks", "must have at most 60 entries");
        for (i, network) in self.networks.iter().enumerate() {
            check_text(&mut faults, &format!("/networks/{i}"), network, 80);
        }
        faults.require(is_known_country(&self.country), "/country", "is not a country code of ISO 3166-1 that is in use");
        for (whose, id) in &self.external_ids {
            let pointer = format!("/external_ids/{whose}");
            let is_known = EXTERNAL_IDS.contains(&whose.as_str());
            faults.require(is_known, pointer.clone(), format!("must be one of {}", EXTERNAL_IDS.join(", ")));
            faults.require(!is_known || is_external_id(whose, id), pointer, "is not an id of that kind, such as Q11462, 1625822 or IDSUB");
        }
        for (i, part) in self.unverified.iter().enumerate() {
            let detail = "must be population, successor, or networks/ and the name of one of the networks";
            faults.require(self.has_part(part), format!("/unverified/{i}"), detail);
        }
        self.check_successor(&mut faults);
        faults
    }

    /// Whether the record has this part, of which it can be said that it is unverified.
    pub fn has_part(&self, part: &str) -> bool {
        match part.split_once('/') {
            Some(("networks", name)) => self.networks.iter().any(|network| network == name),
            Some(_) => false,
            None => ["population", "successor"].contains(&part),
        }
    }

    fn check_successor(&self, faults: &mut Faults) {
        let points_on = self.successor.is_some() || self.successor_note.is_some();
        faults.require(
            self.status != CityStatus::Dissolved || points_on,
            "/successor",
            "a dissolved city must point to its successor, or say in successor_note who took over",
        );
        faults.require(self.status == CityStatus::Dissolved || !points_on, "/successor", "only a dissolved city has a successor");
    }

    /// What a search looks into: name, local name and subdivision, in lower case and without marks, so that `Hội An` is found by `hoi an`.
    pub fn search_text(&self) -> String {
        let parts = [Some(self.name.as_str()), self.local_name.as_deref(), self.subdivision.as_deref()];
        fold(&parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
    }
}

/// Lower case without combining marks; `đ` counts as `d`.
pub fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    // Only the marks of Latin letters are dropped: in Thai or Khmer a combining mark is a vowel.
    let is_latin_mark = |c: char| is_combining_mark(c) && ('\u{300}'..='\u{36F}').contains(&c);
    let folded: String = text.nfd().filter(|c| !is_latin_mark(*c)).collect();
    folded.to_lowercase().replace('đ', "d").nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_without_its_marks() {
        assert_eq!(fold("Hội An"), "hoi an");
        assert_eq!(fold("Đà Nẵng"), "da nang");
        assert_eq!(fold("กรุงเทพ"), "กรุงเทพ");
    }

    #[test]
    fn an_id_elsewhere_has_the_form_that_is_used_there() {
        for (whose, id) in [("wikidata", "Q11462"), ("geonames", "1625822"), ("geonames_seat", "1"), ("unlocode", "IDSUB")] {
            assert!(is_external_id(whose, id), "{whose} {id}");
        }
        for (whose, id) in [("wikidata", "11462"), ("geonames", "01"), ("geonames", "x"), ("unlocode", "idsub"), ("iata", "SUB")] {
            assert!(!is_external_id(whose, id), "{whose} {id}");
        }
    }
}
