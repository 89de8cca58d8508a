//! What is found again when the cities are drawn anew: bootstrap resamples, each divided by the same method, compared with the division
//! of all on the cities that were drawn (Hennig 2007; Hubert and Arabie 1985).

use std::collections::BTreeMap;

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::agreement::{adjusted_rand, best_jaccard};
use super::fit::Division;
use super::points::Points;

/// How a division stands up to resampling.
#[derive(Debug, Clone, PartialEq)]
pub struct Stability {
    /// Mean adjusted Rand index; 0 where no resample could be divided.
    pub rand: f64,
    /// For each group the mean of its greatest Jaccard coefficient; 0 where no resample had any of its cities.
    pub jaccard: Vec<f64>,
}

/// Draws the points anew `resamples` times, divides each by `divide` (which is given a seed) and compares.
///
/// Which points a resample draws depends on `seed` and its number only, so that every method and number of groups meets the same ones.
pub fn stability(
    points: &Points,
    division: &Division,
    (resamples, seed): (usize, u64),
    divide: impl Fn(&Points, u64) -> Option<Division>,
) -> Stability {
    let mut rand = Mean::default();
    let mut jaccard = vec![Mean::default(); division.groups()];
    let mut draws = Xoshiro256PlusPlus::seed_from_u64(seed);
    for _ in 0..resamples {
        let drawn: Vec<usize> = points.rows().map(|_| draws.gen_range(0..points.len())).collect();
        let own_seed = draws.r#gen();
        let Some(found) = divide(&points.pick(&drawn), own_seed) else { continue };
        // A point that was drawn twice is one city and counts once.
        let labels: BTreeMap<usize, usize> = drawn.iter().copied().zip(found.labels).collect();
        let here: Vec<usize> = labels.keys().map(|&i| division.labels[i]).collect();
        let there: Vec<usize> = labels.values().copied().collect();
        rand.add(adjusted_rand(&here, &there));
        for (mean, found) in jaccard.iter_mut().zip(best_jaccard(&here, &there, division.groups())) {
            if let Some(found) = found {
                mean.add(found);
            }
        }
    }
    Stability { rand: rand.value(), jaccard: jaccard.iter().map(Mean::value).collect() }
}

#[derive(Debug, Clone, Copy, Default)]
struct Mean {
    sum: f64,
    count: usize,
}

impl Mean {
    fn add(&mut self, value: f64) {
        self.sum += value;
        self.count += 1;
    }

    fn value(&self) -> f64 {
        if self.count == 0 { 0.0 } else { self.sum / self.count as f64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::clusters::fit::k_means;

    fn blobs(centres: &[f64]) -> Points {
        let around = |centre: &f64| (0..12).map(|i| vec![centre + f64::from(i % 4) * 0.1, f64::from(i / 4) * 0.1]).collect::<Vec<_>>();
        Points::new(2, centres.iter().flat_map(around))
    }

    fn judged(points: &Points, groups: usize) -> Stability {
        let division = k_means(points, groups, 8, 3).unwrap();
        stability(points, &division, (20, 5), |drawn, seed| k_means(drawn, groups, 3, seed))
    }

    #[test]
    fn three_far_groups_are_found_again_in_every_resample() {
        let found = judged(&blobs(&[0.0, 5.0, 10.0]), 3);
        assert!(found.rand > 0.99 && found.jaccard.iter().all(|j| *j > 0.99), "{found:?}");
    }

    #[test]
    fn a_cloud_without_groups_that_is_cut_into_five_is_not_found_again() {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(9);
        let points = Points::new(8, (0..80).map(|_| (0..8).map(|_| rng.gen_range(0.0..1.0)).collect()));
        let found = judged(&points, 5);
        assert!(found.rand < 0.5 && found.jaccard.iter().filter(|j| **j < 0.6).count() >= 4, "{found:?}");
    }
}
