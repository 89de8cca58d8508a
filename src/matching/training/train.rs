//! From samples to weights that can be proposed, with their measured quality beside that of the present ones.

use serde::{Deserialize, Serialize};

use super::learn::{self, LearnError};
use super::quality::{Quality, quality};
use super::sample::{Sample, split};
use crate::matching::hash;
use crate::matching::settings::FACTORS;

/// How to learn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Training {
    /// Share of the cities held out, above 0 and below 1.
    pub held_out: f64,
    /// Strength of the penalty on squared weights, above 0.
    pub ridge: f64,
    /// So many good pairs weigh as much as the present weights: with fewer the present ones prevail.
    pub prior: f64,
    /// Fixes the split.
    pub seed: u64,
}

impl Default for Training {
    fn default() -> Self {
        Self { held_out: 0.3, ridge: 1.0, prior: 100.0, seed: 20_451_122 }
    }
}

/// What was learned, on what, and how good it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trained {
    /// Hash of the samples.
    pub data: String,
    /// Fixes the split.
    pub seed: u64,
    /// What the regression alone would give, in the order of the kind's factors.
    pub fitted: [f64; FACTORS],
    /// What is proposed: the regression's weights drawn towards the present ones by how few the good pairs are.
    pub weights: [f64; FACTORS],
    /// Samples learned from.
    pub open: usize,
    /// The proposed weights on the cities held out; absent where too few pairs lie among them.
    pub quality: Option<Quality>,
    /// The present weights on the same.
    pub quality_of_present: Option<Quality>,
}

/// Why nothing can be proposed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum TrainingError {
    /// The learner.
    #[error(transparent)]
    Learn(#[from] LearnError),
    /// A setting out of range.
    #[error("{0}")]
    Setting(&'static str),
}

/// Learns from the samples of one kind. The order of the samples does not matter.
///
/// # Errors
/// Settings out of range, samples of one side only, or a regression that fails.
pub fn train(samples: &[Sample], present: &[f64; FACTORS], how: &Training) -> Result<Trained, TrainingError> {
    check(how)?;
    let mut samples = samples.to_vec();
    samples.sort_by_key(|sample| (sample.cities, sample.is_good));
    let parts = split(&samples, how.held_out, how.seed);
    let fitted = learn::weights(&parts.open, how.ridge)?;
    let good = parts.open.iter().filter(|sample| sample.is_good).count() as f64;
    let share = good / (good + how.prior);
    let weights = std::array::from_fn(|f| share * fitted[f] + (1.0 - share) * present[f]);
    Ok(Trained {
        data: hash_of(&samples),
        seed: how.seed,
        fitted,
        weights,
        open: parts.open.len(),
        quality: quality(&parts.held_out, &weights),
        quality_of_present: quality(&parts.held_out, present),
    })
}

fn check(how: &Training) -> Result<(), TrainingError> {
    if !(how.held_out > 0.0 && how.held_out < 1.0) {
        return Err(TrainingError::Setting("the share of cities held out has to be above 0 and below 1"));
    }
    if !(how.ridge > 0.0 && how.prior >= 0.0) {
        return Err(TrainingError::Setting("the penalty has to be above 0, and the pull to the present weights at least 0"));
    }
    Ok(())
}

fn hash_of(samples: &[Sample]) -> String {
    let lines = samples.iter().map(|sample| {
        let values: Vec<String> = sample.values.iter().map(|value| format!("{:016x}", value.to_bits())).collect();
        format!("{} {} {} {}", sample.cities[0], sample.cities[1], sample.is_good, values.join(" "))
    });
    let lines: Vec<String> = lines.collect();
    hash::of_parts(lines.iter().map(|line| ("sample", line.as_bytes())))
}

#[cfg(test)]
mod tests {
    use rand::{Rng, SeedableRng};
    use rand_xoshiro::Xoshiro256PlusPlus;

    use super::*;
    use crate::matching::samples::id;

    const PRESENT: [f64; FACTORS] = [0.0, 0.0, 0.0, 0.0, 0.5, 0.5];

    /// Good pairs share the first factor, and nothing else tells them.
    fn samples() -> Vec<Sample> {
        let mut random = Xoshiro256PlusPlus::seed_from_u64(3);
        let pairs = (0..40_u128).flat_map(|a| (a + 1..40).map(move |b| [id(a), id(b)]));
        pairs
            .map(|cities| {
                let values: [f64; FACTORS] = std::array::from_fn(|_| random.r#gen());
                Sample { cities, values, is_good: values[0] + 0.2 * random.r#gen::<f64>() > 0.8 }
            })
            .collect()
    }

    #[test]
    fn what_tells_good_pairs_gains_weight_and_is_better_on_cities_that_were_not_seen() {
        let trained = train(&samples(), &PRESENT, &Training::default()).unwrap();
        assert!(trained.weights[0] > 0.3, "{:?}", trained.weights);
        assert!((trained.weights.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        let (after, before) = (trained.quality.unwrap(), trained.quality_of_present.unwrap());
        assert!(after.auc > before.auc + 0.2, "{after:?} {before:?}");
        assert_eq!((after.good, after.others), (before.good, before.others));
    }

    #[test]
    fn few_good_pairs_move_the_present_weights_little() {
        let how = Training { prior: 1e9, ..Training::default() };
        let trained = train(&samples(), &PRESENT, &how).unwrap();
        assert!(trained.weights.iter().zip(PRESENT).all(|(now, before)| (now - before).abs() < 1e-3));
    }

    #[test]
    fn the_order_of_the_samples_changes_nothing() {
        let (mut samples, how) = (samples(), Training::default());
        let first = train(&samples, &PRESENT, &how).unwrap();
        samples.reverse();
        assert_eq!(first, train(&samples, &PRESENT, &how).unwrap());
    }

    #[test]
    fn labels_at_random_teach_nothing_that_holds_on_other_cities() {
        let mut random = Xoshiro256PlusPlus::seed_from_u64(9);
        let shuffled: Vec<Sample> = samples().into_iter().map(|s| Sample { is_good: random.r#gen::<f64>() < 0.25, ..s }).collect();
        let trained = train(&shuffled, &PRESENT, &Training::default()).unwrap();
        assert!((0.3..0.7).contains(&trained.quality.unwrap().auc), "{trained:?}");
    }

    #[test]
    fn settings_out_of_range_are_refused() {
        for how in [Training { held_out: 1.0, ..Training::default() }, Training { ridge: 0.0, ..Training::default() }] {
            assert!(matches!(train(&samples(), &PRESENT, &how), Err(TrainingError::Setting(_))));
        }
    }
}
