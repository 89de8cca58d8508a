//! The matching model's own sister-city score as one more row: what need, offer and context say of pairs that history made.
//!
//! Of the cities of the world file it knows place, size, rank, height, and their country's languages and indicators; no priority, no
//! practice, no tie. It must not be told any: then it would answer from what it is asked.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use super::data::Files;
use crate::actions::matching::models;
use crate::cli::failure::Failure;
use crate::domain::code::CountryCode;
use crate::domain::id::CityId;
use crate::domain::pairing::Kind;
use crate::exchange::csv_in::{CountryRow, UniverseRow};
use crate::matching::engine::{Ask, Engine};
use crate::matching::evaluation::World;
use crate::matching::evaluation::baselines::Scorer;
use crate::matching::facts::{CityFacts, IndicatorFact};
use crate::matching::indicators::Scope;

/// The engine on the cities of the world.
pub struct MatchingModel {
    engine: Engine,
    ask: Ask,
    /// GeoNames ids by place.
    ids: Vec<u64>,
}

/// The row's name: the model whose score it is.
const NAME: &str = "kembar acv2045-1";

impl MatchingModel {
    /// The matching model in force, on these cities.
    ///
    /// # Errors
    /// A city that the engine cannot take.
    pub fn new(files: &Files, world: &World) -> Result<MatchingModel, Failure> {
        let model = models::bundled("acv2045-1")
            .and_then(|texts| texts.parse())
            .map_err(|error| Failure::because("the matching model cannot be used", error))?;
        let countries: BTreeMap<&CountryCode, &CountryRow> = files.countries.iter().map(|row| (&row.code, row)).collect();
        let facts = files.cities.iter().map(|row| facts(row, countries.get(&row.country).copied()));
        let facts = facts.collect::<Result<Vec<CityFacts>, Failure>>()?;
        // Only ages of facts depend on the day, and those of the files end long before it.
        let as_of = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default();
        let engine = Engine::new(Arc::new(model), facts, as_of);
        let engine = engine.map_err(|error| Failure::because("the matching model cannot take the cities", error))?;
        let ask = Ask { kind: Kind::SisterCity, theme: None, limit: 100 };
        Ok(MatchingModel { engine, ask, ids: world.cities().iter().map(|city| city.id).collect() })
    }
}

impl Scorer for MatchingModel {
    fn name(&self) -> &'static str {
        NAME
    }

    fn scores(&self, asker: usize) -> Vec<f32> {
        let mut scores = vec![f32::NEG_INFINITY; self.ids.len()];
        let ranked = self.engine.ranked(city_id(self.ids[asker]), &self.ask, self.ids.len()).unwrap_or_default();
        for (city, score) in ranked {
            if let Ok(at) = self.ids.binary_search(&(city.0.as_u128() as u64)) {
                scores[at] = score as f32;
            }
        }
        scores
    }
}

fn city_id(geonames_id: u64) -> CityId {
    CityId(Uuid::from_u128(u128::from(geonames_id)))
}

fn facts(row: &UniverseRow, country: Option<&CountryRow>) -> Result<CityFacts, Failure> {
    let slug = format!("city-{}", row.id).parse().map_err(|error| Failure::because("slug", error))?;
    Ok(CityFacts {
        place: Some(row.place),
        level: row.rank.map(|rank| rank.as_str().to_owned()),
        population: row.people.map(|people| people as f64),
        elevation_m: row.elevation_m,
        languages: country.map(|country| country.languages.clone()).unwrap_or_default(),
        indicators: country.map(indicators).unwrap_or_default(),
        ..CityFacts::unknown(city_id(row.id), slug, row.name.clone(), row.country.clone())
    })
}

fn indicators(country: &CountryRow) -> Vec<IndicatorFact> {
    let fact = |reading: &crate::exchange::csv_in::IndicatorReading| IndicatorFact {
        code: reading.code.clone(),
        value: reading.value,
        year: reading.year.map(i32::from),
        source: None,
        scope: Scope::Country,
        from_memory: reading.from_memory,
    };
    country.indicators.iter().map(fact).collect()
}
