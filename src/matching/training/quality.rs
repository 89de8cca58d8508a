//! How well weights tell good pairs from the others.

use serde::{Deserialize, Serialize};

use super::sample::Sample;
use crate::matching::score::score;
use crate::matching::settings::FACTORS;

/// What weights reach on a set of samples.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quality {
    /// Chance that a good pair scores above another, equal scores counting half: 0.5 is blind, 1 is perfect.
    pub auc: f64,
    /// Good pairs.
    pub good: usize,
    /// The others.
    pub others: usize,
}

/// The quality of weights; `None` where one side is empty. The area under the curve by ranks (Mann and Whitney 1947), ties at their mean rank.
pub fn quality(samples: &[Sample], weights: &[f64; FACTORS]) -> Option<Quality> {
    let mut scored: Vec<(f64, bool)> = samples.iter().map(|sample| (score(weights, &sample.values), sample.is_good)).collect();
    scored.sort_by(|a, b| a.0.total_cmp(&b.0));
    let good = scored.iter().filter(|(_, is_good)| *is_good).count();
    let others = scored.len() - good;
    if good == 0 || others == 0 {
        return None;
    }
    let (mut rank_sum, mut at) = (0.0, 0);
    while at < scored.len() {
        let end = at + scored[at..].iter().take_while(|(score, _)| score.total_cmp(&scored[at].0).is_eq()).count();
        // Ranks from 1: the mean of at + 1 to end.
        let mean_rank = (at + 1 + end) as f64 / 2.0;
        rank_sum += mean_rank * scored[at..end].iter().filter(|(_, is_good)| *is_good).count() as f64;
        at = end;
    }
    let (n, m) = (good as f64, others as f64);
    Some(Quality { auc: (rank_sum - n * (n + 1.0) / 2.0) / (n * m), good, others })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::samples::id;

    fn samples(values: &[(f64, bool)]) -> Vec<Sample> {
        values.iter().map(|&(value, is_good)| Sample { cities: [id(1), id(2)], values: [value; FACTORS], is_good }).collect()
    }

    const EVEN: [f64; FACTORS] = [1.0 / 6.0; FACTORS];

    #[test]
    fn the_area_is_the_share_of_pairs_in_the_right_order() {
        let half = quality(&samples(&[(0.9, true), (0.1, true), (0.5, false)]), &EVEN).unwrap();
        assert_eq!(half, Quality { auc: 0.5, good: 2, others: 1 });
        let most = quality(&samples(&[(0.9, true), (0.6, true), (0.7, false), (0.1, false)]), &EVEN).unwrap();
        assert!((most.auc - 0.75).abs() < 1e-12);
    }

    #[test]
    fn equal_scores_count_half() {
        assert!((quality(&samples(&[(0.4, true), (0.4, false)]), &EVEN).unwrap().auc - 0.5).abs() < 1e-12);
    }

    #[test]
    fn without_both_sides_there_is_no_quality() {
        assert_eq!(quality(&samples(&[(0.4, true)]), &EVEN), None);
        assert_eq!(quality(&[], &EVEN), None);
    }
}
