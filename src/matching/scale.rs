//! Robust scaling of the traits: a value becomes its distance from the median, in spreads.
//!
//! The scaler is fitted once and stored with the model (`parameters.json`), not refitted on every snapshot: a city's likeness to another
//! must not change because a third one joined, and a changed profile must touch its own row and column only.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::context::raw_traits;
use super::facts::CityFacts;
use super::model::Model;
use super::placed::Placed;

/// Median and spread of one trait, after its transform.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// The middle.
    pub median: f64,
    /// 1.4826 times the median absolute deviation: the standard deviation, were the trait normal. 1 where more than half of the cities have
    /// one value and the deviation says nothing.
    pub spread: f64,
    /// The limits to which a value is drawn in before it is scaled: four spreads either side of the median.
    pub winsor: [f64; 2],
    /// Cities on which it was fitted.
    pub cities: usize,
}

impl Scale {
    /// The scaled value.
    pub fn apply(&self, transformed: f64) -> f64 {
        (transformed.clamp(self.winsor[0], self.winsor[1]) - self.median) / self.spread
    }
}

/// Turns a median absolute deviation into the standard deviation of a normal distribution: `1 / Φ⁻¹(3/4)`.
pub(crate) const MAD_TO_SIGMA: f64 = 1.482_602_218_505_602;

/// Fits the scale of every trait on these cities. The order of the cities does not matter.
///
/// Traits that are judged on a short scale (hazards 0 to 3, coast, level) keep their own units: their spread is 1 by definition, because a
/// median absolute deviation of four steps is 0 or a full step by accident.
pub fn fit_scaler(model: &Model, cities: &[CityFacts]) -> BTreeMap<String, Scale> {
    let names = model.trait_names();
    let mut columns: Vec<Vec<f64>> = vec![Vec::new(); names.len()];
    for city in cities {
        for (column, reading) in columns.iter_mut().zip(raw_traits(model, &Placed::of(model, city))) {
            column.extend(reading.map(|r| r.value));
        }
    }
    names.iter().zip(columns).map(|(name, column)| ((*name).to_owned(), fit(column))).collect()
}

fn fit(mut column: Vec<f64>) -> Scale {
    column.sort_by(f64::total_cmp);
    let steps = column.iter().map(|v| v.to_bits()).collect::<std::collections::BTreeSet<_>>().len();
    if steps <= SHORT_SCALE {
        return Scale { median: 0.0, spread: 1.0, winsor: [f64::MIN, f64::MAX], cities: column.len() };
    }
    let median = quantile(&column, 0.5);
    let mut deviations: Vec<f64> = column.iter().map(|v| (v - median).abs()).collect();
    deviations.sort_by(f64::total_cmp);
    let spread = MAD_TO_SIGMA * quantile(&deviations, 0.5);
    let spread = if spread > 1e-9 { spread } else { 1.0 };
    let winsor = [median - WINSOR_SPREADS * spread, median + WINSOR_SPREADS * spread];
    Scale { median, spread, winsor, cities: column.len() }
}

/// Limits by spreads and not by percentiles of the fitted set, because a city from outside the region must stay apart from the region's rim.
const WINSOR_SPREADS: f64 = 4.0;

/// A trait with at most this many different values is judged in steps, not measured.
const SHORT_SCALE: usize = 8;

/// Quantile of a sorted column with linear interpolation between neighbours (type 7 of Hyndman and Fan 1996).
pub(crate) fn quantile(sorted: &[f64], q: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return 0.0 };
    let position = q * last as f64;
    let (below, part) = (position.floor(), position.fract());
    let (a, b) = (sorted[below as usize], sorted[position.ceil() as usize]);
    a + part * (b - a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_outlier_moves_neither_median_nor_spread() {
        let column: Vec<f64> = (0..101).map(f64::from).collect();
        let mut with_outlier = column.clone();
        with_outlier[100] = 1e9;
        let (plain, hit) = (fit(column), fit(with_outlier));
        assert_eq!((plain.median, plain.spread), (hit.median, hit.spread));
        assert!((plain.spread - 25.0 * MAD_TO_SIGMA).abs() < 1e-12);
    }

    #[test]
    fn a_trait_judged_in_steps_keeps_its_steps() {
        let scale = fit(vec![0.0, 0.0, 0.0, 3.0, 1.0]);
        assert_eq!(scale.apply(3.0) - scale.apply(1.0), 2.0);
    }
}
