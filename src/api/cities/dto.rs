//! A city as the API shows it. What rests on background knowledge says so.

use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::actions::membership::{CityView, Listed};
use crate::api::city_ref::CityRefDto;
use crate::api::practices::PracticeDto;
use crate::domain::city::{City, CityStatus};
use crate::domain::geo::Place;
use crate::domain::profile::Priority;
use crate::store::cities::{Hazard, Vlr};

/// A member local government.
#[derive(Debug, Serialize, ToSchema)]
pub struct CityDto {
    id: Uuid,
    slug: String,
    name: String,
    /// Name in the local script.
    local_name: Option<String>,
    /// ISO 3166-1 alpha-2.
    country: String,
    subdivision: Option<String>,
    place: Option<Place>,
    population: Option<i64>,
    population_year: Option<i32>,
    population_source: Option<String>,
    level: Option<String>,
    languages: Vec<String>,
    time_zone: Option<String>,
    is_coastal: Option<bool>,
    elevation_m: Option<f64>,
    networks: Vec<String>,
    /// Ids elsewhere: `wikidata`, `geonames`, …
    external_ids: BTreeMap<String, String>,
    status: CityStatus,
    /// Who took over, for a dissolved city.
    successor: Option<CityRefDto>,
    successor_note: Option<String>,
    /// Office to write to.
    contact: Option<String>,
    notes: Option<String>,
    /// Where the record comes from.
    source: Option<String>,
    /// Whether the record rests on background knowledge: unverified.
    from_memory: bool,
    /// The parts of a sourced record that do all the same.
    unverified: Vec<String>,
    /// Distance from the place that was asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    distance_km: Option<f64>,
    version: i64,
}

impl CityDto {
    /// A city with its successor.
    pub fn of(city: City, successor: Option<&City>) -> Self {
        let record = city.record;
        Self {
            id: city.id.0,
            slug: city.slug.to_string(),
            name: record.name,
            local_name: record.local_name,
            country: record.country.into(),
            subdivision: record.subdivision,
            place: record.place,
            population: record.population,
            population_year: record.population_year,
            population_source: record.population_source,
            level: record.level,
            languages: record.languages.into_iter().map(String::from).collect(),
            time_zone: record.time_zone,
            is_coastal: record.is_coastal,
            elevation_m: record.elevation_m,
            networks: record.networks,
            external_ids: record.external_ids,
            status: record.status,
            successor: successor.map(CityRefDto::from),
            successor_note: record.successor_note,
            contact: record.contact,
            notes: record.notes,
            source: record.source,
            from_memory: record.from_memory,
            unverified: record.unverified,
            distance_km: None,
            version: city.version,
        }
    }
}

impl From<Listed> for CityDto {
    fn from(listed: Listed) -> Self {
        Self { distance_km: listed.distance_km, ..Self::of(listed.city, listed.successor.as_ref()) }
    }
}

/// What everybody may know of a city.
#[derive(Debug, Serialize, ToSchema)]
pub struct CityViewDto {
    #[serde(flatten)]
    city: CityDto,
    /// Exposure as judged.
    hazards: Vec<HazardDto>,
    /// Voluntary Local Reviews, newest first.
    voluntary_local_reviews: Vec<VlrDto>,
    /// What the city has said it wants, with sources.
    priorities: Vec<Priority>,
    /// Its published good practices.
    practices: Vec<PracticeDto>,
    /// How many public partnerships and ties it has; see `/api/v1/partnerships?city=`.
    partnerships: i64,
}

impl From<CityView> for CityViewDto {
    fn from(view: CityView) -> Self {
        Self {
            city: CityDto::of(view.city, view.successor.as_ref()),
            hazards: view.hazards.into_iter().map(HazardDto::from).collect(),
            voluntary_local_reviews: view.vlrs.into_iter().map(VlrDto::from).collect(),
            priorities: view.profile.map(|revision| revision.body.priorities).unwrap_or_default(),
            practices: view.practices.into_iter().map(PracticeDto::from).collect(),
            partnerships: view.ties,
        }
    }
}

/// Exposure to a hazard.
#[derive(Debug, Serialize, ToSchema)]
pub struct HazardDto {
    /// `flood`, `cyclone`, `earthquake`, …
    hazard: String,
    /// 0 none to 3 high: an expert's judgement, not a measurement.
    level: i32,
    source: Option<String>,
    from_memory: bool,
}

impl From<Hazard> for HazardDto {
    fn from(hazard: Hazard) -> Self {
        Self { hazard: hazard.name, level: hazard.level, source: hazard.source, from_memory: hazard.from_memory }
    }
}

/// A Voluntary Local Review.
#[derive(Debug, Serialize, ToSchema)]
pub struct VlrDto {
    year: Option<i32>,
    title: String,
    /// The SDGs that it covers, where known.
    sdgs: Vec<u8>,
    source: Option<String>,
    from_memory: bool,
}

impl From<Vlr> for VlrDto {
    fn from(review: Vlr) -> Self {
        Self { year: review.year, title: review.title, sdgs: review.sdgs, source: review.source, from_memory: review.from_memory }
    }
}
