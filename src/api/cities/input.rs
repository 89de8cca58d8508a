//! What officers send about cities.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use utoipa::ToSchema;

use crate::actions::membership_changes::{CityPatch, NewCity};
use crate::api::edge::Validate;
use crate::domain::city::CityStatus;
use crate::domain::code::{CountryCode, LanguageCode, Slug};
use crate::domain::fault::Faults;
use crate::domain::geo::Place;
use crate::store::cities::CityRef;

/// Tells a field that is `null` from one that is absent.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

/// The successor is the one field whose text is read further; that it can be read was checked by `validate`.
macro_rules! read_field {
    (successor, $value:expr) => {
        $value.map(|wanted| wanted.and_then(|text| text.parse::<CityRef>().ok()))
    };
    ($field:ident, $value:expr) => {
        $value
    };
}

macro_rules! city_fields {
    ($($(#[$doc:meta])* $field:ident: $ty:ty as $schema:ty,)*) => {
        /// What to change of a city's record: a field that is absent stays, `null` means not known.
        #[derive(Debug, Default, Deserialize, ToSchema)]
        #[serde(deny_unknown_fields, default)]
        pub struct CityPatchInput {
            /// Name in English usage.
            name: Option<String>,
            /// ISO 3166-1 alpha-2.
            #[schema(value_type = Option<String>)]
            country: Option<CountryCode>,
            /// Working languages.
            #[schema(value_type = Option<Vec<String>>)]
            languages: Option<Vec<LanguageCode>>,
            /// Networks and growth areas.
            networks: Option<Vec<String>>,
            /// Ids elsewhere: those named here are set, or removed where `null`.
            external_ids: BTreeMap<String, Option<String>>,
            /// Whether it takes part.
            status: Option<CityStatus>,
            /// Whether the record rests on background knowledge.
            from_memory: Option<bool>,
            /// The parts of a sourced record that do.
            unverified: Option<Vec<String>>,
            $($(#[$doc])* #[serde(deserialize_with = "present")] #[schema(value_type = Option<$schema>)] $field: Option<Option<$ty>>,)*
        }

        /// A city to admit.
        #[derive(Debug, Deserialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        pub struct NewCityInput {
            /// Its readable address; made from its name where absent.
            #[serde(default)]
            #[schema(value_type = Option<String>)]
            slug: Option<Slug>,
            /// Name in English usage.
            name: String,
            /// ISO 3166-1 alpha-2.
            #[schema(value_type = String)]
            country: CountryCode,
            /// Working languages.
            #[serde(default)]
            #[schema(value_type = Vec<String>)]
            languages: Vec<LanguageCode>,
            /// Networks and growth areas.
            #[serde(default)]
            networks: Vec<String>,
            /// Ids elsewhere.
            #[serde(default)]
            external_ids: BTreeMap<String, String>,
            /// Whether the record rests on background knowledge.
            #[serde(default)]
            from_memory: bool,
            /// The parts of a sourced record that do: `population`, `networks/ASCN`.
            #[serde(default)]
            unverified: Vec<String>,
            $($(#[$doc])* #[serde(default)] #[schema(value_type = Option<$schema>)] $field: Option<$ty>,)*
        }

        impl CityPatchInput {
            pub(super) fn read(self) -> CityPatch {
                CityPatch {
                    name: self.name,
                    country: self.country,
                    languages: self.languages,
                    networks: self.networks,
                    external_ids: self.external_ids,
                    status: self.status,
                    from_memory: self.from_memory,
                    unverified: self.unverified,
                    $($field: read_field!($field, self.$field),)*
                }
            }
        }

        impl NewCityInput {
            pub(super) fn read(self) -> NewCity {
                let rest = CityPatch {
                    languages: Some(self.languages),
                    networks: Some(self.networks),
                    external_ids: self.external_ids.into_iter().map(|(name, id)| (name, Some(id))).collect(),
                    from_memory: Some(self.from_memory),
                    unverified: Some(self.unverified),
                    $($field: read_field!($field, self.$field.map(Some)),)*
                    ..CityPatch::default()
                };
                NewCity { slug: self.slug, name: self.name, country: self.country, rest }
            }
        }
    };
}

city_fields! {
    /// Name in the local script.
    local_name: String as String,
    /// Province, state or region.
    subdivision: String as String,
    /// Where it is.
    place: Place as Place,
    /// Inhabitants.
    population: i64 as i64,
    /// The year of that figure.
    population_year: i32 as i32,
    /// Where that figure is written.
    population_source: String as String,
    /// `capital`, `city`, `municipality`, `province`, `regency`, or the country's own word.
    level: String as String,
    /// IANA name, such as Asia/Jakarta.
    time_zone: String as String,
    /// Whether it lies on the sea.
    is_coastal: bool as bool,
    /// Height above the sea, in metres.
    elevation_m: f64 as f64,
    /// The local government that took over: id or slug.
    successor: String as String,
    /// The successor in words.
    successor_note: String as String,
    /// Office to write to; never a person.
    contact: String as String,
    /// Caveats.
    notes: String as String,
    /// Where the record comes from.
    source: String as String,
}

fn check_successor(text: Option<&String>) -> Faults {
    let mut faults = Faults::new();
    let is_good = text.is_none_or(|text| text.parse::<CityRef>().is_ok());
    faults.require(is_good, "/successor", "must be the id or slug of a city");
    faults
}

impl Validate for CityPatchInput {
    fn validate(&self) -> Faults {
        check_successor(self.successor.as_ref().and_then(Option::as_ref))
    }
}

impl Validate for NewCityInput {
    fn validate(&self) -> Faults {
        check_successor(self.successor.as_ref())
    }
}
