//! What an officer sends to admit a city or to correct its record. A field that is not sent stays as it is; `null` makes it not known.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use utoipa::ToSchema;

use super::edge::Validate;
use crate::actions::error::{Error, invalid};
use crate::actions::membership_changes::{CityPatch, NewCity, Set};
use crate::domain::city::CityStatus;
use crate::domain::code::{CountryCode, LanguageCode, Slug};
use crate::domain::geo::Place;
use crate::store::cities::CityRef;

/// A field that was sent, be it as `null`.
fn sent<'de, T: Deserialize<'de>, D: Deserializer<'de>>(reader: D) -> Result<Option<T>, D::Error> {
    T::deserialize(reader).map(Some)
}

/// The fields that admitting and correcting share, after those that only one of them has.
macro_rules! city_input {
    ($(#[$doc:meta])* $name:ident { $($(#[$own:meta])* $field:ident: $ty:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Deserialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$own])* $field: $ty,)*
            /// Name in the local script.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = Option<String>, max_length = 200)]
            local_name: Set<Option<String>>,
            /// Province, state or region.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = Option<String>, max_length = 200)]
            subdivision: Set<Option<String>>,
            /// Where it is, WGS 84.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = Option<Place>)]
            place: Set<Option<Place>>,
            /// How many people live in it.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = Option<i64>, minimum = 0, maximum = 100_000_000)]
            population: Set<Option<i64>>,
            /// The year of that figure.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = Option<i32>, minimum = 1800, maximum = 2100)]
            population_year: Set<Option<i32>>,
            /// Where that figure is written, where that is not the source of the record.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = Option<String>)]
            population_source: Set<Option<String>>,
            /// `capital`, `city`, `municipality`, `province`, `regency` or a country's own word.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = Option<String>, max_length = 60)]
            level: Set<Option<String>>,
            /// Working languages, BCP 47.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = Vec<String>, max_items = 30)]
            languages: Set<Vec<LanguageCode>>,
            /// IANA name of the time zone.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = Option<String>)]
            time_zone: Set<Option<String>>,
            /// Whether it lies on the sea.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = Option<bool>)]
            is_coastal: Set<Option<bool>>,
            /// Height above the sea, in metres.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = Option<f64>, minimum = -500, maximum = 9000)]
            elevation_m: Set<Option<f64>>,
            /// Networks and growth areas, by their short names.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = Vec<String>, max_items = 60)]
            networks: Set<Vec<String>>,
            /// Ids elsewhere (`wikidata`, `geonames`, `geonames_seat`, `unlocode`); those named here are set, or removed by `null`.
            #[serde(default)]
            external_ids: BTreeMap<String, Option<String>>,
            /// Whether it takes part.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = CityStatus)]
            status: Set<CityStatus>,
            /// Who took over from a dissolved city: id or slug.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = Option<String>)]
            successor: Set<Option<String>>,
            /// Who took over, in words, where that is no city of the directory.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = Option<String>, max_length = 2000)]
            successor_note: Set<Option<String>>,
            /// The office to write to; never a person.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = Option<String>, max_length = 500)]
            contact: Set<Option<String>>,
            /// Caveats.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = Option<String>, max_length = 4000)]
            notes: Set<Option<String>>,
            /// Where the record comes from.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = Option<String>, max_length = 4000)]
            source: Set<Option<String>>,
            /// Whether name, place, level and languages rest on background knowledge.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = bool)]
            from_memory: Set<bool>,
            /// The parts that rest on background knowledge: `population`, `successor`, `networks/NAME`.
            #[serde(default, deserialize_with = "sent")]
            #[schema(value_type = Vec<String>, max_items = 80)]
            unverified: Set<Vec<String>>,
        }

        impl Validate for $name {}

        impl $name {
            /// The shared fields as a patch.
            fn patch(&mut self) -> Result<CityPatch, Error> {
                let successor = match self.successor.take() {
                    None => None,
                    Some(None) => Some(None),
                    Some(Some(text)) => Some(Some(read_city(&text)?)),
                };
                Ok(CityPatch {
                    name: None,
                    local_name: self.local_name.take(),
                    country: None,
                    subdivision: self.subdivision.take(),
                    place: self.place.take(),
                    population: self.population.take(),
                    population_year: self.population_year.take(),
                    population_source: self.population_source.take(),
                    level: self.level.take(),
                    languages: self.languages.take(),
                    time_zone: self.time_zone.take(),
                    is_coastal: self.is_coastal.take(),
                    elevation_m: self.elevation_m.take(),
                    networks: self.networks.take(),
                    external_ids: std::mem::take(&mut self.external_ids),
                    status: self.status.take(),
                    successor,
                    successor_note: self.successor_note.take(),
                    contact: self.contact.take(),
                    notes: self.notes.take(),
                    source: self.source.take(),
                    from_memory: self.from_memory.take(),
                    unverified: self.unverified.take(),
                })
            }
        }
    };
}

city_input! {
    /// A city to admit.
    NewCityInput {
        /// Its readable address; made from its name where absent. It cannot be changed later.
        #[serde(default)]
        #[schema(value_type = Option<String>)]
        slug: Option<Slug>,
        /// Name in English usage.
        #[schema(max_length = 200)]
        name: String,
        /// ISO 3166-1 code of its country.
        #[schema(value_type = String)]
        country: CountryCode,
    }
}

city_input! {
    /// What to change of a city's record (a JSON merge patch, RFC 7396).
    CityPatchInput {
        /// Name in English usage.
        #[serde(default, deserialize_with = "sent")]
        #[schema(value_type = String, max_length = 200)]
        name: Set<String>,
        /// ISO 3166-1 code of its country.
        #[serde(default, deserialize_with = "sent")]
        #[schema(value_type = String)]
        country: Set<CountryCode>,
    }
}

impl NewCityInput {
    /// What it asks for.
    pub(super) fn read(mut self) -> Result<NewCity, Error> {
        let rest = self.patch()?;
        Ok(NewCity { slug: self.slug, name: self.name, country: self.country, rest })
    }
}

impl CityPatchInput {
    /// What it asks for.
    pub(super) fn read(mut self) -> Result<CityPatch, Error> {
        let rest = self.patch()?;
        Ok(CityPatch { name: self.name, country: self.country, ..rest })
    }
}

fn read_city(text: &str) -> Result<CityRef, Error> {
    text.parse().map_err(|_bad| invalid("/successor", "must be the id or slug of a city"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patch(json: &str) -> CityPatch {
        serde_json::from_str::<CityPatchInput>(json).unwrap().read().unwrap()
    }

    #[test]
    fn a_field_that_is_not_sent_is_told_apart_from_one_that_is_null() {
        let patch = patch(r#"{"level":null,"population":5,"external_ids":{"wikidata":null},"successor":"da-nang"}"#);
        assert_eq!((patch.level, patch.population, patch.notes), (Some(None), Some(Some(5)), None));
        assert_eq!(patch.external_ids, [("wikidata".to_owned(), None)].into());
        assert_eq!(patch.successor, Some(Some("da-nang".parse().unwrap())));
    }

    #[test]
    fn a_name_cannot_be_unknown_and_a_slug_cannot_change() {
        for json in [r#"{"name":null}"#, r#"{"slug":"x"}"#, r#"{"languages":null}"#, r#"{"version":7}"#, r#"{"id":"x"}"#] {
            assert!(serde_json::from_str::<CityPatchInput>(json).is_err(), "{json}");
        }
    }
}
