//! Means over cities, with intervals by bootstrap over cities: the cities are drawn again with repetition, as often as there are.

use rand::RngCore;
use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;
use rayon::prelude::*;
use serde::Serialize;

use super::measures::{Measures, NAMES};
use crate::matching::scale::quantile;

/// A mean with the middle 95 % of its bootstrap distribution; all `None` where no city has a value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Interval {
    /// The mean over the cities.
    pub value: Option<f64>,
    /// The 2.5th percentile.
    pub low: Option<f64>,
    /// The 97.5th percentile.
    pub high: Option<f64>,
}

/// How often cities are drawn again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draws {
    /// How often.
    pub count: usize,
    /// Decides which cities.
    pub seed: u64,
}

/// For every scorer, the intervals of all measures. `cities` has the measures of every city by scorer; the same cities are drawn for all
/// scorers, so that their intervals can be compared.
pub fn intervals(cities: &[&[Measures]], draws: Draws) -> Vec<[Interval; NAMES.len()]> {
    let Some(scorers) = cities.first().map(|city| city.len()) else { return Vec::new() };
    let all = means(cities.iter().copied(), scorers);
    let draw = |draw: usize| {
        let mut random = Xoshiro256PlusPlus::seed_from_u64(draws.seed ^ (draw as u64).rotate_left(20));
        means((0..cities.len()).map(|_| cities[(random.next_u64() % cities.len() as u64) as usize]), scorers)
    };
    let drawn: Vec<Vec<Measures>> = (0..draws.count).into_par_iter().map(draw).collect();
    let interval = |scorer: usize, measure: usize| {
        let mut values: Vec<f64> = drawn.iter().filter_map(|draw| draw[scorer][measure]).collect();
        values.sort_by(f64::total_cmp);
        let value = all[scorer][measure];
        let at = |share: f64| value.map(|_| quantile(&values, share));
        Interval { value, low: at(0.025), high: at(0.975) }
    };
    (0..scorers).map(|scorer| std::array::from_fn(|measure| interval(scorer, measure))).collect()
}

fn means<'a>(cities: impl Iterator<Item = &'a [Measures]>, scorers: usize) -> Vec<Measures> {
    let mut sums = vec![[(0.0, 0.0); NAMES.len()]; scorers];
    for city in cities {
        for (sums, measures) in sums.iter_mut().zip(city) {
            for ((sum, count), value) in sums.iter_mut().zip(measures).filter_map(|(sum, value)| value.map(|value| (sum, value))) {
                *sum += value;
                *count += 1.0;
            }
        }
    }
    let mean = |(sum, count): (f64, f64)| (count > 0.0).then(|| sum / count);
    sums.into_iter().map(|sums| sums.map(mean)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWS: Draws = Draws { count: 1_000, seed: 1 };

    #[test]
    fn an_interval_holds_its_mean_and_narrows_with_more_cities() {
        let city = |value: f64| vec![[Some(value); NAMES.len()]];
        let of = |count: usize| {
            let cities: Vec<Vec<Measures>> = (0..count).map(|at| city((at % 2) as f64)).collect();
            intervals(&cities.iter().map(Vec::as_slice).collect::<Vec<_>>(), DRAWS)[0][0]
        };
        let (few, many) = (of(20), of(400));
        assert_eq!((few.value, many.value), (Some(0.5), Some(0.5)));
        let width = |interval: Interval| interval.high.unwrap() - interval.low.unwrap();
        // The standard error of a coin thrown 400 times is 0.025; the interval is about four of them wide.
        assert!((width(many) - 0.098).abs() < 0.015 && width(few) > 3.0 * width(many), "{few:?} {many:?}");
    }

    #[test]
    fn cities_without_a_value_are_left_out_of_its_mean() {
        let cities = [vec![[None; NAMES.len()]], vec![[Some(0.25); NAMES.len()]]];
        let found = intervals(&cities.iter().map(Vec::as_slice).collect::<Vec<_>>(), DRAWS);
        assert_eq!(found[0][0].value, Some(0.25));
        assert!(intervals(&[], DRAWS).is_empty());
    }
}
