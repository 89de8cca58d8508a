//! What a city is like: traits that cannot soon change, and how alike two cities are in them. Missing traits are masked, never imputed.

use super::estimate::Estimate;
use super::facts::{CityFacts, IndicatorFact};
use super::indicators::Scope;
use super::model::Model;
use super::placed::Placed;
use super::settings::{FactName, TraitSource};

/// A trait of one city, transformed and not yet scaled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TraitReading {
    /// The transformed value.
    pub value: f64,
    /// How much of it is known: less for a country's value and for background knowledge.
    pub coverage: f64,
    /// Whose value it is.
    pub scope: Scope,
}

/// Each trait of a city in the model's order; `None` where it is not known.
pub fn raw_traits(model: &Model, placed: &Placed<'_>) -> Vec<Option<TraitReading>> {
    model
        .traits()
        .iter()
        .map(|known| {
            let first = known.feature.sources.iter().zip(&known.places).find_map(|(source, place)| read(model, placed, source, *place))?;
            let value = known.feature.transform.apply(first.value)?;
            Some(TraitReading { value, ..first })
        })
        .collect()
}

fn read(model: &Model, placed: &Placed<'_>, source: &TraitSource, place: Option<usize>) -> Option<TraitReading> {
    let city = placed.city;
    let own = |value: f64| TraitReading { value, coverage: 1.0, scope: Scope::City };
    match source {
        TraitSource::Fact { fact } => fact_of(model, city, *fact).map(own),
        TraitSource::Indicator { times, .. } => {
            let (_, fact) = placed.latest(place?)?;
            Some(TraitReading { value: fact.value * times, coverage: coverage_of(model, fact), scope: fact.scope })
        }
        TraitSource::Hazard { hazard } => {
            let fact = city.hazards.iter().find(|h| h.hazard == *hazard)?;
            let coverage = if fact.from_memory { model.settings().gap.memory_coverage } else { 1.0 };
            Some(TraitReading { value: fact.level, coverage, scope: Scope::City })
        }
    }
}

fn fact_of(model: &Model, city: &CityFacts, fact: FactName) -> Option<f64> {
    match fact {
        FactName::Population => city.population.filter(|n| *n > 0.0),
        FactName::ElevationM => city.elevation_m,
        FactName::AbsoluteLatitude => city.place.map(|place| place.lat.abs()),
        FactName::Coastal => city.coastal.map(|is_coastal| if is_coastal { 1.0 } else { 0.0 }),
        FactName::Level => model.settings().context.levels.get(&city.level.as_ref()?.to_lowercase()).copied(),
    }
}

fn coverage_of(model: &Model, fact: &IndicatorFact) -> f64 {
    let gap = &model.settings().gap;
    let by_scope = match fact.scope {
        Scope::City => 1.0,
        Scope::Country => gap.country_coverage,
    };
    if fact.from_memory { by_scope * gap.memory_coverage } else { by_scope }
}

/// Each trait scaled and divided by the width of its kernel; NaN marks a missing one, and poisons nothing because it is asked for first.
pub fn scaled_traits(model: &Model, readings: &[Option<TraitReading>]) -> Vec<f64> {
    let scaled = |(known, reading): (&super::model::Trait, &Option<TraitReading>)| match reading {
        Some(reading) => known.scale.apply(reading.value) / known.feature.width,
        None => f64::NAN,
    };
    model.traits().iter().zip(readings).map(scaled).collect()
}

/// How alike two scaled values are: `1 / (1 + d²)`, the rational quadratic kernel. Symmetric to the bit, because only `d²` enters.
fn likeness(a: f64, b: f64) -> f64 {
    let difference = a - b;
    1.0 / (1.0 + difference * difference)
}

/// Context similarity: the weighted mean likeness over the traits, with the model's expectation where one is missing.
///
/// `weights`, `a` and `b` are of one length, the number of traits.
pub fn similarity(weights: &[f64], expected: f64, a: &[f64], b: &[f64]) -> f64 {
    let one = |weight: f64, a: f64, b: f64| {
        let like = likeness(a, b);
        weight * if like.is_nan() { expected } else { like }
    };
    // Four running sums, in one fixed order whatever the machine: a single one would make each division wait for the last.
    let mut sums = [0.0_f64; 4];
    let parts = weights.chunks_exact(4).zip(a.chunks_exact(4)).zip(b.chunks_exact(4));
    for ((weight, a), b) in parts {
        for lane in 0..4 {
            sums[lane] += one(weight[lane], a[lane], b[lane]);
        }
    }
    let whole = weights.len() / 4 * 4;
    let rest: f64 = (whole..weights.len()).map(|t| one(weights[t], a[t], b[t])).sum();
    sums.iter().sum::<f64>() + rest
}

/// The likeness of two cities in each trait, with its bounds; in the model's order.
pub fn trait_estimates(model: &Model, readings: [&[Option<TraitReading>]; 2]) -> Vec<Estimate> {
    let expected = model.settings().context.expected_similarity;
    let [a, b] = readings.map(|side| scaled_traits(model, side));
    let one = |t: usize| match (readings[0][t], readings[1][t]) {
        (Some(of_a), Some(of_b)) => Estimate::partly(likeness(a[t], b[t]), of_a.coverage * of_b.coverage),
        (None, _) | (_, None) => Estimate::missing(expected),
    };
    (0..model.traits().len()).map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::samples::{city, model};

    fn alike(a: &CityFacts, b: &CityFacts) -> f64 {
        let model = model();
        let weights: Vec<f64> = model.traits().iter().map(|t| t.weight).collect();
        let [a, b] = [a, b].map(|c| scaled_traits(&model, &raw_traits(&model, &Placed::of(&model, c))));
        similarity(&weights, model.settings().context.expected_similarity, &a, &b)
    }

    #[test]
    fn a_city_is_wholly_like_itself_where_everything_is_known() {
        let traits = [f64::NAN, 0.3, -2.0];
        let weights = [0.5, 0.25, 0.25];
        assert_eq!(similarity(&weights, 0.4, &traits, &traits), 0.5 * 0.4 + 0.5);
    }

    #[test]
    fn a_port_of_300_000_is_less_like_a_capital_of_ten_million_than_like_another_port() {
        let with =
            |n: u128, population: f64, coastal: bool| CityFacts { population: Some(population), coastal: Some(coastal), ..city(n, "ID") };
        let port = with(1, 300_000.0, true);
        assert!(alike(&port, &with(2, 350_000.0, true)) > alike(&port, &with(3, 10_000_000.0, false)) + 0.2);
    }

    #[test]
    fn two_unknown_cities_are_as_alike_as_the_model_expects() {
        let expected = model().settings().context.expected_similarity;
        assert!((alike(&city(1, "ID"), &city(2, "VN")) - expected).abs() < 1e-12);
    }
}
