//! Logistic regression (linfa-logistic) whose weights may not be negative.
//!
//! The model card promises that more of a factor never lowers a score. A fit that gives a factor a negative weight is repeated without that
//! factor, the most negative first, until none is left below 0: backward elimination, which ends after at most one round for each factor.

use linfa::Dataset;
use linfa::traits::Fit;
use linfa_logistic::LogisticRegression;
use ndarray::{Array1, Array2};

use super::sample::Sample;
use crate::matching::settings::FACTORS;

/// Why nothing could be learned.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum LearnError {
    /// The samples are all good, or none is.
    #[error("both good pairs and others are needed to learn from: there are {good} good ones and {others} others")]
    OneSided {
        /// Good ones.
        good: usize,
        /// Others.
        others: usize,
    },
    /// Every factor speaks against the good pairs.
    #[error("no factor is higher in the good pairs than in the others: nothing can be learned from them")]
    NothingHelps,
    /// The solver failed.
    #[error("the regression did not succeed: {0}")]
    Solver(String),
}

/// Weights in [0, 1] that sum to 1. `ridge` is the strength of the penalty on squared weights, above 0.
pub(super) fn weights(samples: &[Sample], ridge: f64) -> Result<[f64; FACTORS], LearnError> {
    let good = samples.iter().filter(|sample| sample.is_good).count();
    if good == 0 || good == samples.len() {
        return Err(LearnError::OneSided { good, others: samples.len() - good });
    }
    let mut kept: Vec<usize> = (0..FACTORS).collect();
    while !kept.is_empty() {
        let fitted = coefficients(samples, &kept, ridge)?;
        let worst = fitted.iter().enumerate().min_by(|a, b| a.1.total_cmp(b.1)).map(|(at, weight)| (at, *weight));
        match worst {
            Some((at, weight)) if weight < 0.0 => drop(kept.remove(at)),
            Some(_) | None => return normalised(&kept, &fitted),
        }
    }
    Err(LearnError::NothingHelps)
}

fn normalised(kept: &[usize], fitted: &[f64]) -> Result<[f64; FACTORS], LearnError> {
    let sum: f64 = fitted.iter().sum();
    if sum <= f64::EPSILON {
        return Err(LearnError::NothingHelps);
    }
    let mut weights = [0.0; FACTORS];
    for (factor, weight) in kept.iter().zip(fitted) {
        weights[*factor] = weight / sum;
    }
    Ok(weights)
}

fn coefficients(samples: &[Sample], kept: &[usize], ridge: f64) -> Result<Vec<f64>, LearnError> {
    let inputs = Array2::from_shape_fn((samples.len(), kept.len()), |(row, column)| samples[row].values[kept[column]]);
    let targets: Array1<bool> = samples.iter().map(|sample| sample.is_good).collect();
    let regression = LogisticRegression::default().alpha(ridge).max_iterations(500).gradient_tolerance(1e-8);
    let model = regression.fit(&Dataset::new(inputs, targets)).map_err(|error| LearnError::Solver(error.to_string()))?;
    // Which of the two labels the library counts upwards is its own choice.
    let sign = if model.labels().pos.class { 1.0 } else { -1.0 };
    Ok(model.params().iter().map(|weight| sign * weight).collect())
}

#[cfg(test)]
mod tests {
    use rand::{Rng, SeedableRng};
    use rand_xoshiro::Xoshiro256PlusPlus;

    use super::*;
    use crate::matching::samples::id;

    /// Samples in which the chance to be good rises with the factors as `pull` says.
    fn samples(pull: [f64; FACTORS], count: usize) -> Vec<Sample> {
        let mut random = Xoshiro256PlusPlus::seed_from_u64(5);
        (0..count)
            .map(|_| {
                let values: [f64; FACTORS] = std::array::from_fn(|_| random.r#gen());
                let logit: f64 = values.iter().zip(pull).map(|(value, pull)| pull * (value - 0.5)).sum();
                let is_good = random.r#gen::<f64>() < 1.0 / (1.0 + (-logit).exp());
                Sample { cities: [id(1), id(2)], values, is_good }
            })
            .collect()
    }

    #[test]
    fn weights_are_found_in_the_proportion_in_which_factors_decide() {
        let found = weights(&samples([6.0, 3.0, 0.0, 0.0, 0.0, 0.0], 4000), 0.01).unwrap();
        assert!((found.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!((0.5..0.8).contains(&found[0]) && (0.2..0.45).contains(&found[1]), "{found:?}");
        assert!(found[2..].iter().all(|weight| *weight < 0.08), "{found:?}");
    }

    #[test]
    fn a_factor_that_speaks_against_good_pairs_gets_no_weight_rather_than_a_negative_one() {
        let found = weights(&samples([6.0, -6.0, 2.0, 2.0, 2.0, 2.0], 3000), 0.01).unwrap();
        assert_eq!(found[1], 0.0);
        assert!(found.iter().all(|weight| *weight >= 0.0), "{found:?}");
    }

    #[test]
    fn good_pairs_alone_teach_nothing() {
        let mut all = samples([1.0; FACTORS], 50);
        all.retain(|sample| sample.is_good);
        assert!(matches!(weights(&all, 0.1), Err(LearnError::OneSided { others: 0, .. })));
        let against = samples([-9.0; FACTORS], 2000);
        assert_eq!(weights(&against, 0.01), Err(LearnError::NothingHelps));
    }
}
