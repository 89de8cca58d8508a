//! From factor values to a score: weights, contributions, readings, confidence, bounds.

use super::answer::{Factor, Readings};
use super::estimate::Estimate;
use super::settings::{FACTORS, KindSettings, Reading};

/// The weights of a kind, in order; 0 after its last factor.
pub fn weights(settings: &KindSettings) -> [f64; FACTORS] {
    std::array::from_fn(|f| settings.factors.get(f).map_or(0.0, |factor| factor.weight))
}

/// `100 · Σ w(f) · factor(f)`, added up in the order of the factors wherever it is computed.
pub fn score(weights: &[f64; FACTORS], values: &[f64; FACTORS]) -> f64 {
    weights.iter().zip(values).map(|(weight, value)| 100.0 * weight * value).sum()
}

/// The factors as they are shown.
pub fn factors(settings: &KindSettings, estimates: &[Estimate; FACTORS]) -> Vec<Factor> {
    let shown = settings.factors.iter().zip(estimates).map(|(factor, estimate)| Factor {
        name: factor.name.clone(),
        value: estimate.value,
        weight: factor.weight,
        contribution: 100.0 * factor.weight * estimate.value,
        coverage: estimate.coverage,
        bounds: [estimate.low, estimate.high],
        reading: factor.reading,
    });
    shown.collect()
}

/// `Σ w(f) · coverage(f)`.
pub fn confidence(weights: &[f64; FACTORS], estimates: &[Estimate; FACTORS]) -> f64 {
    weights.iter().zip(estimates).map(|(weight, estimate)| weight * estimate.coverage).sum::<f64>().clamp(0.0, 1.0)
}

/// The score with every missing input at its worst, and at its best.
pub fn bounds(weights: &[f64; FACTORS], estimates: &[Estimate; FACTORS]) -> [f64; 2] {
    [score(weights, &estimates.map(|e| e.low)), score(weights, &estimates.map(|e| e.high))]
}

/// The three readings: the weighted mean of the factors of each, 0 to 100.
pub fn readings(factors: &[Factor]) -> Readings {
    let of = |reading: Reading| {
        let (mut sum, mut weight) = (0.0, 0.0);
        for factor in factors.iter().filter(|factor| factor.reading == reading) {
            sum += factor.contribution;
            weight += factor.weight;
        }
        if weight > 0.0 { (sum / weight).clamp(0.0, 100.0) } else { 0.0 }
    };
    Readings { context: of(Reading::Context), complementarity: of(Reading::Complementarity), feasibility: of(Reading::Feasibility) }
}
