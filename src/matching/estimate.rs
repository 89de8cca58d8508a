//! A number that may not be fully known: its value, the bounds within which the truth lies, and how much of it is known.

use serde::{Deserialize, Serialize};

/// A quantity in `[0, 1]`. Invariant: `low ≤ value ≤ high`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Estimate {
    /// What is reckoned with.
    pub value: f64,
    /// With every missing input at its worst.
    pub low: f64,
    /// With every missing input at its best.
    pub high: f64,
    /// Share of the inputs that are known, 0 to 1.
    pub coverage: f64,
}

impl Estimate {
    /// A known number.
    pub fn known(value: f64, coverage: f64) -> Self {
        Self { value, low: value, high: value, coverage }
    }

    /// Nothing is known: the model's expectation between 0 and 1.
    pub fn missing(expected: f64) -> Self {
        Self { value: expected, low: 0.0, high: 1.0, coverage: 0.0 }
    }

    /// Known with an error of this much either way.
    pub fn within(value: f64, error: f64, coverage: f64) -> Self {
        Self { value, low: (value - error).max(0.0), high: (value + error).min(1.0), coverage }
    }

    /// Trusted by a share only: that share of the value is sure and the rest may be anything.
    pub fn partly(value: f64, coverage: f64) -> Self {
        Self { value, low: value * coverage, high: value * coverage + (1.0 - coverage), coverage }
    }

    /// Product of two quantities; its coverage is the mean of theirs.
    pub fn times(self, other: Estimate) -> Self {
        Self {
            value: self.value * other.value,
            low: self.low * other.low,
            high: self.high * other.high,
            coverage: (self.coverage + other.coverage) / 2.0,
        }
    }

    /// The harmonic mean `2ab / (a + b)`, 0 where both are 0; rises with either side, so the bounds follow from the bounds.
    pub fn harmonic(self, other: Estimate) -> Self {
        Self {
            value: harmonic_mean(self.value, other.value),
            low: harmonic_mean(self.low, other.low),
            high: harmonic_mean(self.high, other.high),
            coverage: (self.coverage + other.coverage) / 2.0,
        }
    }

    /// The weighted sum of independent parts whose shares add up to 1.
    pub fn mix(parts: &[(f64, Estimate)]) -> Self {
        let sum = |of: fn(&Estimate) -> f64| parts.iter().map(|(share, part)| share * of(part)).sum::<f64>();
        Self { value: sum(|e| e.value), low: sum(|e| e.low), high: sum(|e| e.high), coverage: sum(|e| e.coverage) }
    }

    /// Width of the bounds.
    pub fn width(&self) -> f64 {
        self.high - self.low
    }
}

/// `2ab / (a + b)`, 0 where both are 0. Symmetric to the bit.
pub fn harmonic_mean(a: f64, b: f64) -> f64 {
    if a + b > 0.0 { 2.0 * (a * b) / (a + b) } else { 0.0 }
}

/// The least and the greatest weighted mean `Σ w·x / Σ w` (0 where all weights are 0) over all weights and values within their bounds.
///
/// The greatest is reached with every value at its high end and weights that are high for the largest values and low for the others; so
/// it is enough to try each place at which the ordered list can be cut. The least mirrors it.
pub fn weighted_mean_bounds(weights: &[Estimate], values: &[Estimate]) -> (f64, f64) {
    let cut = |value_of: fn(&Estimate) -> f64, sign: f64| {
        let weighing = (0..weights.len()).filter(|&t| weights[t].high > 0.0);
        let mut order: Vec<(f64, usize)> = weighing.map(|t| (value_of(&values[t]), t)).collect();
        // The index makes every order of equal values the same one.
        order.sort_unstable_by(|a, b| (sign * b.0).total_cmp(&(sign * a.0)).then(a.1.cmp(&b.1)));
        let mut mass: f64 = order.iter().map(|&(_, t)| weights[t].low).sum();
        let mut total: f64 = order.iter().map(|&(value, t)| weights[t].low * value).sum();
        // With all weights at 0 the mean is 0 by definition, and that is one of the outcomes.
        let mut best = if mass > 0.0 { sign * total / mass } else { 0.0 };
        for (value, t) in order {
            let more = weights[t].high - weights[t].low;
            mass += more;
            total += more * value;
            if mass > 0.0 {
                best = best.max(sign * total / mass);
            }
        }
        sign * best
    };
    (cut(|v| v.low, -1.0).clamp(0.0, 1.0), cut(|v| v.high, 1.0).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn estimate() -> impl Strategy<Value = Estimate> {
        (0.0..=1.0_f64, 0.0..=1.0_f64, 0.0..=1.0_f64).prop_map(|(a, b, c)| {
            let mut ends = [a, b, c];
            ends.sort_by(f64::total_cmp);
            Estimate { value: ends[1], low: ends[0], high: ends[2], coverage: 1.0 }
        })
    }

    proptest! {
        #[test]
        fn the_bounds_of_a_weighted_mean_hold_every_mean_within(pairs in proptest::collection::vec((estimate(), estimate(), 0.0..=1.0_f64, 0.0..=1.0_f64), 1..8)) {
            let weights: Vec<Estimate> = pairs.iter().map(|p| p.0).collect();
            let values: Vec<Estimate> = pairs.iter().map(|p| p.1).collect();
            let (low, high) = weighted_mean_bounds(&weights, &values);
            let at = |e: &Estimate, u: f64| e.low + u * (e.high - e.low);
            let mass: f64 = pairs.iter().map(|p| at(&p.0, p.2)).sum();
            let total: f64 = pairs.iter().map(|p| at(&p.0, p.2) * at(&p.1, p.3)).sum();
            let mean = if mass > 0.0 { total / mass } else { 0.0 };
            prop_assert!(low - 1e-9 <= mean && mean <= high + 1e-9, "{low} ≤ {mean} ≤ {high}");
        }
    }

    #[test]
    fn the_bounds_of_a_weighted_mean_are_reached() {
        let weights = [Estimate::missing(0.5), Estimate::known(1.0, 1.0)];
        let values = [Estimate::known(0.8, 1.0), Estimate::known(0.2, 1.0)];
        let (low, high) = weighted_mean_bounds(&weights, &values);
        assert!((low - 0.2).abs() < 1e-12 && (high - 0.5).abs() < 1e-12, "{low} {high}");
    }

    #[test]
    fn a_partnership_good_for_one_side_only_has_no_mutual_benefit() {
        assert_eq!(harmonic_mean(0.9, 0.0), 0.0);
        assert_eq!(harmonic_mean(0.0, 0.0), 0.0);
        assert_eq!(harmonic_mean(0.3, 0.6).to_bits(), harmonic_mean(0.6, 0.3).to_bits());
    }
}
