//! Golden pairs: literal cities with the scores that a model must give them. A model whose formulas or constants changed without a new
//! version shows itself here.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::engine::{Ask, Engine};
use super::error::ModelError;
use super::facts::CityFacts;
use super::model::Model;
use super::settings::FACTORS;
use crate::domain::code::{CountryCode, Slug, ThemeCode};
use crate::domain::id::CityId;
use crate::domain::pairing::Kind;

/// The file `golden.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Golden {
    /// The day on which the pairs are scored.
    pub as_of: NaiveDate,
    /// The cities, each as what differs from a city of which nothing is known; `slug`, `name` and `country` are required.
    pub cities: Vec<Map<String, Value>>,
    /// The pairs.
    pub pairs: Vec<GoldenPair>,
}

/// A pair with what the model must give it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoldenPair {
    /// Slug of the learner, or of either partner.
    pub first: Slug,
    /// Slug of the other.
    pub second: Slug,
    /// Kind of pairing.
    pub kind: Kind,
    /// For one theme.
    pub theme: Option<ThemeCode>,
    /// The score.
    pub score: f64,
    /// The confidence.
    pub confidence: f64,
    /// The values of the factors, in order; 0 after the kind's last one.
    pub factors: [f64; FACTORS],
}

impl Golden {
    /// Reads the file.
    ///
    /// # Errors
    /// [`ModelError::Unreadable`].
    pub fn parse(text: &str) -> Result<Golden, ModelError> {
        serde_json::from_str(text).map_err(|e| unreadable(&e.to_string()))
    }

    /// The pairs as this model scores them now.
    ///
    /// # Errors
    /// [`ModelError::Unreadable`] where a city or a pair is not sound.
    pub fn computed(&self, model: &Arc<Model>) -> Result<Vec<GoldenPair>, ModelError> {
        let cities = self.cities.iter().enumerate().map(|(i, differs)| city(i, differs)).collect::<Result<Vec<_>, _>>()?;
        let id_of = |slug: &Slug| {
            cities.iter().find(|city| city.slug == *slug).map(|city| city.id).ok_or_else(|| unreadable(&format!("no city {slug}")))
        };
        let ids = self.pairs.iter().map(|pair| Ok((id_of(&pair.first)?, id_of(&pair.second)?))).collect::<Result<Vec<_>, ModelError>>()?;
        let engine = Engine::new(Arc::clone(model), cities, self.as_of).map_err(|e| unreadable(&e.to_string()))?;
        self.pairs.iter().zip(ids).map(|(pair, ids)| scored(&engine, pair, ids)).collect()
    }
}

impl Golden {
    /// Whether the model gives each pair what it promises, to 1e-9.
    ///
    /// # Errors
    /// As [`Golden::computed`].
    pub fn holds(&self, model: &Arc<Model>) -> Result<bool, ModelError> {
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        let found = self.computed(model)?;
        Ok(found.iter().zip(&self.pairs).all(|(found, promised)| {
            let factors = found.factors.iter().zip(promised.factors).all(|(a, b)| near(*a, b));
            factors && near(found.score, promised.score) && near(found.confidence, promised.confidence)
        }))
    }
}

fn scored(engine: &Engine, pair: &GoldenPair, (first, second): (CityId, CityId)) -> Result<GoldenPair, ModelError> {
    let ask = Ask { kind: pair.kind, theme: pair.theme.clone(), limit: 10 };
    let explained = engine.explain(first, second, &ask).map_err(|e| unreadable(&e.to_string()))?;
    let found = explained.suggestion.ok_or_else(|| unreadable("a pair of one city"))?;
    let value = |f: usize| found.factors.get(f).map_or(0.0, |factor| factor.value);
    Ok(GoldenPair { score: found.score, confidence: found.confidence, factors: std::array::from_fn(value), ..pair.clone() })
}

/// A city of which nothing is known but what the entry says.
fn city(i: usize, differs: &Map<String, Value>) -> Result<CityFacts, ModelError> {
    let text = |key: &str| differs.get(key).and_then(Value::as_str).ok_or_else(|| unreadable(&format!("city {i} has no {key}")));
    let slug: Slug = text("slug")?.parse().map_err(|e: crate::domain::code::BadCode| unreadable(&e.to_string()))?;
    let country: CountryCode = text("country")?.parse().map_err(|e: crate::domain::code::BadCode| unreadable(&e.to_string()))?;
    let id = CityId(Uuid::from_u128(i as u128 + 1));
    let unknown = serde_json::to_value(CityFacts::unknown(id, slug, text("name")?, country)).map_err(|e| unreadable(&e.to_string()))?;
    let Value::Object(mut whole) = unknown else { return Err(unreadable("facts are not an object")) };
    for (key, value) in differs {
        if whole.insert(key.clone(), value.clone()).is_none() {
            return Err(unreadable(&format!("city {i}: there is no fact '{key}'")));
        }
    }
    serde_json::from_value(Value::Object(whole)).map_err(|e| unreadable(&format!("city {i}: {e}")))
}

fn unreadable(detail: &str) -> ModelError {
    ModelError::Unreadable { file: "golden.json", detail: detail.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::samples::{FILES, model};

    #[test]
    fn every_golden_pair_has_its_score_to_a_billionth() {
        let golden = Golden::parse(FILES.golden).unwrap();
        assert!(golden.pairs.len() >= 12);
        for (expected, found) in golden.pairs.iter().zip(golden.computed(&model()).unwrap()) {
            let name = format!("{} and {}, {}", expected.first, expected.second, expected.kind);
            assert!((expected.score - found.score).abs() < 1e-9, "{name}: {} is not {}", found.score, expected.score);
            assert!((expected.confidence - found.confidence).abs() < 1e-9, "{name}: confidence {}", found.confidence);
            for (one, other) in expected.factors.iter().zip(&found.factors) {
                assert!((one - other).abs() < 1e-9, "{name}: {:?} is not {:?}", found.factors, expected.factors);
            }
        }
    }

    #[test]
    fn a_misspelt_fact_of_a_golden_city_is_refused() {
        let text = FILES.golden.replacen("\"population\"", "\"popullation\"", 1);
        let golden = Golden::parse(&text).unwrap();
        assert!(golden.computed(&model()).is_err_and(|e| e.to_string().contains("popullation")));
    }
}
