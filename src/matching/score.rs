//! From factor values to a score: weights, contributions, readings, confidence, bounds.

use super::answer::{Factor, Readings};
use super::estimate::Estimate;
use super::settings::{FACTORS, KindSettings, Reading};

/// The weights of a kind, in order.
pub fn weights(settings: &KindSettings) -> [f64; FACTORS] {
    std::array::from_fn(|f| settings.factors[f].weight)
}

/// `100 · Σ w(f) · factor(f)`, added up in the order of the factors wherever it is computed.
pub fn score(weights: &[f64; FACTORS], values: &[f64; FACTORS]) -> f64 {
    weights.iter().zip(values).map(|(weight, value)| 100.0 * weight * value).sum()
}

/// The order in which the bulk pass computes factors: first those whose ceilings say least for what they cost.
const CHEAP_FIRST: [usize; FACTORS] = [3, 4, 1, 0, 2, 5];

/// The score of a pair, or `None` as soon as it is sure to stay below `floor`. `ceilings` are what the factors cannot exceed. What it
/// returns is the score to the bit.
pub fn score_above(weights: &[f64; FACTORS], ceilings: &[f64; FACTORS], floor: f64, mut value_of: impl FnMut(usize) -> f64) -> Option<f64> {
    let mut values = [0.0; FACTORS];
    let mut at_best = score(weights, ceilings);
    for factor in CHEAP_FIRST {
        // A hair of slack: sums in another order may differ in their last bits.
        if at_best < floor - 1e-9 {
            return None;
        }
        values[factor] = value_of(factor);
        at_best -= 100.0 * weights[factor] * (ceilings[factor] - values[factor]);
    }
    let score = score(weights, &values);
    (score >= floor - 1e-9).then_some(score)
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn giving_up_early_never_loses_a_score_at_or_above_the_floor(
            values in proptest::array::uniform6(0.0..=1.0_f64),
            slack in proptest::array::uniform6(0.0..=0.5_f64),
            floor in 0.0..100.0_f64,
        ) {
            let weights = [0.40, 0.12, 0.20, 0.12, 0.06, 0.10];
            let ceilings: [f64; FACTORS] = std::array::from_fn(|f| (values[f] + slack[f]).min(1.0));
            let whole = score(&weights, &values);
            match score_above(&weights, &ceilings, floor, |f| values[f]) {
                Some(found) => prop_assert_eq!(found.to_bits(), whole.to_bits()),
                None => prop_assert!(whole < floor),
            }
        }
    }
}
