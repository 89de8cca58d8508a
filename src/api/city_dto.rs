//! Cities as the API shows them. What rests on background knowledge says so.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::city_ref::CityRefDto;
use crate::actions::membership::{CityView, Listed};
use crate::domain::city::{City, CityStatus};
use crate::domain::geo::Place;
use crate::domain::practice::Practice;
use crate::domain::profile::Priority;
use crate::store::cities::{Hazard, Vlr};
use crate::store::practices::StoredPractice;

/// How many people live in a city.
#[derive(Debug, Serialize, ToSchema)]
pub struct PopulationDto {
    /// The number of people.
    people: i64,
    /// The year of the figure.
    year: Option<i32>,
    /// Where it is written.
    source: Option<String>,
    /// Whether it rests on background knowledge.
    from_memory: bool,
}

/// A network that a city belongs to.
#[derive(Debug, Serialize, ToSchema)]
pub struct NetworkDto {
    /// Its short name, such as `ASCN`.
    name: String,
    /// Whether the membership rests on background knowledge.
    from_memory: bool,
}

/// Who took over from a dissolved city.
#[derive(Debug, Serialize, ToSchema)]
pub struct SuccessorDto {
    /// The city, where it is one of the directory.
    city: Option<CityRefDto>,
    /// In words.
    note: Option<String>,
    /// Whether that rests on background knowledge.
    from_memory: bool,
}

/// The record of a city.
#[derive(Debug, Serialize, ToSchema)]
pub struct CityRecordDto {
    /// Its id.
    id: Uuid,
    /// Its readable address.
    slug: String,
    /// Its name in English usage.
    name: String,
    /// Its name in the local script.
    local_name: Option<String>,
    /// ISO 3166-1 code of its country.
    country: String,
    /// Province, state or region.
    subdivision: Option<String>,
    /// Where it is, WGS 84.
    place: Option<Place>,
    /// How many people live in it; absent where not known.
    population: Option<PopulationDto>,
    /// `capital`, `city`, `municipality`, `province`, `regency` or a country's own word.
    level: Option<String>,
    /// Working languages, BCP 47.
    languages: Vec<String>,
    /// IANA name of the time zone.
    time_zone: Option<String>,
    /// Whether it lies on the sea.
    is_coastal: Option<bool>,
    /// Height above the sea, in metres.
    elevation_m: Option<f64>,
    /// Networks and growth areas.
    networks: Vec<NetworkDto>,
    /// Ids elsewhere: `wikidata`, `geonames`, `geonames_seat`, `unlocode`.
    external_ids: BTreeMap<String, String>,
    /// Whether it takes part. Only active cities are suggested.
    status: CityStatus,
    /// Who took over, where the city is dissolved.
    successor: Option<SuccessorDto>,
    /// The office to write to; never a person.
    contact: Option<String>,
    /// Caveats.
    notes: Option<String>,
    /// Where the record comes from.
    source: Option<String>,
    /// Whether name, place, level and languages rest on background knowledge, and so are unverified.
    from_memory: bool,
    /// Counts every change of the record: its `ETag`.
    version: i64,
}

impl CityRecordDto {
    /// A city with its successor, where that is one of the directory.
    pub(super) fn of(city: City, successor: Option<&City>) -> Self {
        let record = city.record;
        let is_unverified = |part: &str| record.unverified.iter().any(|known| known == part);
        let source = record.population_source.clone().or_else(|| record.source.clone());
        let (year, from_memory) = (record.population_year, is_unverified("population"));
        let network = |name: String| NetworkDto { from_memory: is_unverified(&format!("networks/{name}")), name };
        let takes_over = record.successor.is_some() || record.successor_note.is_some();
        let successor = takes_over.then(|| SuccessorDto {
            city: successor.map(CityRefDto::from),
            note: record.successor_note.clone(),
            from_memory: is_unverified("successor"),
        });
        Self {
            id: city.id.0,
            slug: city.slug.into(),
            name: record.name,
            local_name: record.local_name,
            country: record.country.into(),
            subdivision: record.subdivision,
            place: record.place,
            population: record.population.map(|people| PopulationDto { people, year, source, from_memory }),
            level: record.level,
            languages: record.languages.into_iter().map(String::from).collect(),
            time_zone: record.time_zone,
            is_coastal: record.is_coastal,
            elevation_m: record.elevation_m,
            networks: record.networks.clone().into_iter().map(network).collect(),
            external_ids: record.external_ids,
            status: record.status,
            successor,
            contact: record.contact,
            notes: record.notes,
            source: record.source,
            from_memory: record.from_memory,
            version: city.version,
        }
    }
}

/// A city as the directory lists it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListedCityDto {
    /// Its record.
    #[serde(flatten)]
    record: CityRecordDto,
    /// How far it is from the place that was asked about, in kilometres; absent where none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    distance_km: Option<f64>,
}

impl From<Listed> for ListedCityDto {
    fn from(listed: Listed) -> Self {
        Self { record: CityRecordDto::of(listed.city, listed.successor.as_ref()), distance_km: listed.distance_km }
    }
}

/// How strongly a city is exposed to a hazard. Every score is a judgement, and no source gives one.
#[derive(Debug, Serialize, ToSchema)]
pub struct HazardDto {
    /// `flood`, `cyclone`, `earthquake`, `tsunami`, `volcano`, `drought`, `heat`, `landslide` or `sea_level`.
    hazard: String,
    /// 0 none, 1 low, 2 medium, 3 high.
    #[schema(minimum = 0, maximum = 3)]
    level: i32,
    /// On what the judgement rests.
    basis: Option<String>,
    /// Always: a score is judged, not measured.
    is_judgement: bool,
    /// Whether the judgement rests on background knowledge.
    from_memory: bool,
}

impl From<Hazard> for HazardDto {
    fn from(hazard: Hazard) -> Self {
        let Hazard { city: _, name, level, source, from_memory } = hazard;
        Self { hazard: name, level, basis: source, is_judgement: true, from_memory }
    }
}

/// A Voluntary Local Review.
#[derive(Debug, Serialize, ToSchema)]
pub struct VlrDto {
    /// Its id.
    id: Uuid,
    /// Its year.
    year: Option<i32>,
    /// Its title.
    title: String,
    /// The goals that it covers, 1 to 17; empty where not known.
    sdgs: Vec<u8>,
    /// Where it is written.
    source: Option<String>,
    /// Whether it rests on background knowledge.
    from_memory: bool,
}

impl From<Vlr> for VlrDto {
    fn from(vlr: Vlr) -> Self {
        let Vlr { id, city: _, year, title, sdgs, source, from_memory } = vlr;
        Self { id: id.0, year, title, sdgs, source, from_memory }
    }
}

/// A published practice.
#[derive(Debug, Serialize, ToSchema)]
pub struct PublishedPracticeDto {
    /// Its id.
    id: Uuid,
    /// What it says.
    #[serde(flatten)]
    body: Practice,
}

impl From<StoredPractice> for PublishedPracticeDto {
    fn from(practice: StoredPractice) -> Self {
        Self { id: practice.id.0, body: practice.body }
    }
}

/// What everybody may know of a city.
#[derive(Debug, Serialize, ToSchema)]
pub struct CityDto {
    /// Its record.
    #[serde(flatten)]
    record: CityRecordDto,
    /// Its hazards, as judged; empty where not known.
    hazards: Vec<HazardDto>,
    /// Its Voluntary Local Reviews that are known here, newest first.
    voluntary_local_reviews: Vec<VlrDto>,
    /// What it wants: stated in public, or in a profile that the secretariat has verified.
    priorities: Vec<Priority>,
    /// Its published practices.
    practices: Vec<PublishedPracticeDto>,
    /// How many public partnerships and ties it has; see `/partnerships?city=`.
    ties: i64,
}

impl From<CityView> for CityDto {
    fn from(view: CityView) -> Self {
        Self {
            record: CityRecordDto::of(view.city, view.successor.as_ref()),
            hazards: view.hazards.into_iter().map(HazardDto::from).collect(),
            voluntary_local_reviews: view.vlrs.into_iter().map(VlrDto::from).collect(),
            priorities: view.profile.map(|profile| profile.body.priorities).unwrap_or_default(),
            practices: view.practices.into_iter().map(PublishedPracticeDto::from).collect(),
            ties: view.ties,
        }
    }
}
