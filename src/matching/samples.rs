//! Small literal cities and the bundled model, for the tests of the engine.

use chrono::NaiveDate;
use uuid::Uuid;

use super::engine::{Ask, Engine};
use super::facts::{Basis, CapacityFact, CityFacts, IndicatorFact, OfferFact, PracticeFact, PriorityFact};
use super::indicators::Scope;
use super::model::{Model, ModelFiles};
use crate::domain::code::ThemeCode;
use crate::domain::geo::Place;
use crate::domain::id::CityId;
use crate::domain::pairing::Kind;
use crate::domain::practice::PracticeBasis;

pub(crate) const TAXONOMY: &str = include_str!("../../models/taxonomy/2045-1.toml");
pub(crate) const FACTORS: &str = include_str!("../../models/acv2045-1/factors.toml");
pub(crate) const FILES: ModelFiles<'static> = ModelFiles {
    taxonomy: TAXONOMY,
    model: include_str!("../../models/acv2045-1/model.toml"),
    indicators: include_str!("../../models/acv2045-1/indicators.toml"),
    factors: FACTORS,
    parameters: include_str!("../../models/acv2045-1/parameters.json"),
    golden: include_str!("../../models/acv2045-1/golden.json"),
};

/// The bundled model. Parsed once: a debug build takes its time over the taxonomy.
pub(crate) fn model() -> std::sync::Arc<Model> {
    static MODEL: std::sync::OnceLock<std::sync::Arc<Model>> = std::sync::OnceLock::new();
    std::sync::Arc::clone(MODEL.get_or_init(|| std::sync::Arc::new(Model::parse(&FILES).expect("the bundled model is sound"))))
}

pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

pub(crate) fn id(n: u128) -> CityId {
    CityId(Uuid::from_u128(n))
}

pub(crate) fn theme(code: &str) -> ThemeCode {
    code.parse().expect("a theme code")
}

pub(crate) fn city(n: u128, country: &str) -> CityFacts {
    CityFacts::unknown(id(n), format!("city-{n}").parse().expect("a slug"), format!("City {n}"), country.parse().expect("a country"))
}

pub(crate) fn priority(code: &str, rank: u32) -> PriorityFact {
    PriorityFact { theme: theme(code), rank: Some(rank), basis: Basis::Stated, year: Some(2026), source: None, from_memory: false }
}

pub(crate) fn capacity(code: &str, level: f64) -> CapacityFact {
    CapacityFact { theme: theme(code), level, is_verified: false, year: Some(2026), source: None, from_memory: false }
}

pub(crate) fn practice(code: &str, basis: PracticeBasis) -> PracticeFact {
    PracticeFact {
        id: None,
        themes: vec![theme(code)],
        title: format!("Work on {code}"),
        basis,
        is_checked: true,
        year: Some(2022),
        source: Some("https://example.org/practice".to_owned()),
        from_memory: false,
    }
}

pub(crate) fn offer(code: &str) -> OfferFact {
    OfferFact { theme: theme(code), modes: Vec::new(), languages: Vec::new(), slots: None }
}

pub(crate) fn indicator(code: &str, value: f64, year: i32, scope: Scope) -> IndicatorFact {
    IndicatorFact { code: code.parse().expect("an indicator code"), value, year: Some(year), source: None, scope, from_memory: false }
}

/// A port that wants to learn about waste and can teach public transport, with everything known.
pub(crate) fn port(n: u128, country: &str) -> CityFacts {
    CityFacts {
        place: Some(Place { lat: -7.25, lon: 112.75 }),
        utc_offset_hours: Some(7.0),
        level: Some("city".to_owned()),
        population: Some(400_000.0),
        coastal: Some(true),
        elevation_m: Some(5.0),
        languages: vec!["id".parse().expect("a language"), "en".parse().expect("a language")],
        networks: vec!["ASCN".to_owned()],
        networks_complete: true,
        profile_evidence: super::facts::ProfileEvidence::Verified,
        priorities: vec![priority("solid-waste", 1), priority("traffic", 2)],
        priorities_complete: true,
        capacities: vec![capacity("solid-waste", 1.0), capacity("public-transport", 4.0)],
        assessments: Vec::new(),
        practices: vec![practice("public-transport", PracticeBasis::DocumentedResult)],
        offers: vec![offer("public-transport")],
        offers_complete: true,
        has_international_office: Some(true),
        ..city(n, country)
    }
}

/// A city that can teach waste and wants to learn public transport.
pub(crate) fn recycler(n: u128, country: &str) -> CityFacts {
    CityFacts {
        place: Some(Place { lat: 10.72, lon: 122.56 }),
        utc_offset_hours: Some(8.0),
        priorities: vec![priority("public-transport", 1), priority("solid-waste", 2)],
        capacities: vec![capacity("solid-waste", 4.0), capacity("public-transport", 1.0)],
        practices: vec![practice("solid-waste", PracticeBasis::DocumentedResult)],
        offers: vec![offer("solid-waste")],
        languages: vec!["fil".parse().expect("a language"), "en".parse().expect("a language")],
        ..port(n, country)
    }
}

pub(crate) fn engine(cities: Vec<CityFacts>) -> Engine {
    Engine::new(model(), cities, today()).expect("sound facts")
}

pub(crate) fn ask(kind: Kind, limit: usize) -> Ask {
    Ask { kind, theme: None, limit }
}
