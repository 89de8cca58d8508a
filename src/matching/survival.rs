//! Survival: in how many perturbed runs a pair stays in the list, when the inputs move by their error and the weights around the chosen
//! ones. Every draw is fixed by the model's seed and the two cities, so that neither threads nor the order of arrival change it.

use fearless_simd::{Level, dispatch, prelude::*};
use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::draws::{LANES, Numbers, PAIR, Streams, WIDTH, normal, numbers, states};
use super::estimate::Estimate;
use super::settings::{FACTORS, SurvivalSettings};
use crate::domain::id::CityId;

/// A scored candidate with the bounds of its factors.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The city.
    pub city: CityId,
    /// Its factors.
    pub estimates: [Estimate; FACTORS],
}

/// For each candidate the share of runs in which it is among the first `limit`.
pub fn survival(settings: &SurvivalSettings, seed: u64, weights: &[f64; FACTORS], pool: &[Candidate], limit: usize) -> Vec<f64> {
    let mut of_weights = Xoshiro256PlusPlus::seed_from_u64(seed);
    let drawn: Vec<[f64; FACTORS]> = (0..settings.runs).map(|_| drawn_weights(settings, weights, &mut of_weights)).collect();
    let scores = moved_scores(settings, seed, pool, &drawn);
    let mut stayed = vec![0_u32; pool.len()];
    let mut sorted = Vec::with_capacity(pool.len());
    for scores in scores {
        sorted.clone_from(&scores);
        for i in first_of(&scores, &mut sorted, limit, |i| pool[i].city) {
            stayed[i] += 1;
        }
    }
    stayed.into_iter().map(|stayed| f64::from(stayed) / f64::from(settings.runs)).collect()
}

/// The places of the first `limit` scores, in any order: those above the last of them and, of those equal to it, the ones of the lower ids.
fn first_of(scores: &[f64], sorted: &mut [f64], limit: usize, id: impl Fn(usize) -> CityId) -> Vec<usize> {
    if limit >= scores.len() {
        return (0..scores.len()).collect();
    }
    let Some(last) = limit.checked_sub(1) else { return Vec::new() };
    let (_, last, _) = sorted.select_nth_unstable_by(last, |a, b| b.total_cmp(a));
    let last = *last;
    let mut first: Vec<usize> = (0..scores.len()).filter(|&i| scores[i] > last).collect();
    let mut equal: Vec<usize> = (0..scores.len()).filter(|&i| scores[i] == last).collect();
    equal.sort_by_key(|&i| id(i));
    first.extend(equal.into_iter().take(limit - first.len()));
    first
}

/// Both halves of an id, mixed so that ids that follow one another in time draw apart.
fn fold(city: CityId) -> u64 {
    let (high, low) = city.0.as_u64_pair();
    (high ^ low.rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// For each run the score of each candidate.
fn moved_scores(settings: &SurvivalSettings, seed: u64, pool: &[Candidate], weights: &[[f64; FACTORS]]) -> Vec<Vec<f64>> {
    let mut by_run = vec![Vec::with_capacity(pool.len()); weights.len()];
    let error = |e: &Estimate| (settings.error_share * e.width()).max(settings.error_floor);
    for some in pool.chunks(LANES) {
        let of_lanes = |of: &dyn Fn(&Estimate) -> f64| -> [[f64; LANES]; FACTORS] {
            std::array::from_fn(|f| std::array::from_fn(|lane| some.get(lane).map_or(0.0, |candidate| of(&candidate.estimates[f]))))
        };
        let (values, errors) = (of_lanes(&|estimate| estimate.value), of_lanes(&error));
        let states = states(std::array::from_fn(|lane| some.get(lane).map_or(0, |candidate| seed ^ fold(candidate.city))));
        let mut scores = vec![[0.0; LANES]; weights.len()];
        dispatch!(Level::new(), simd => {
            let (mut value_lanes, mut error_lanes) = ([numbers(simd, &values[0]); FACTORS], [numbers(simd, &errors[0]); FACTORS]);
            for f in 1..FACTORS {
                (value_lanes[f], error_lanes[f]) = (numbers(simd, &values[f]), numbers(simd, &errors[f]));
            }
            move_lanes(Streams::of(simd, &states), (&value_lanes, &error_lanes), weights, &mut scores);
        });
        for (of_run, scores) in by_run.iter_mut().zip(&scores) {
            of_run.extend_from_slice(&scores[..some.len()]);
        }
    }
    by_run
}

/// One run after the other. Each lane makes the same steps as it would alone, in the same order, so that it draws the same bits.
#[inline(always)]
fn move_lanes<S: Simd>(
    mut streams: Streams<S>,
    (values, errors): (&[Numbers<S>; FACTORS], &[Numbers<S>; FACTORS]),
    weights: &[[f64; FACTORS]],
    scores: &mut [[f64; LANES]],
) {
    for (weights, scores) in weights.iter().zip(scores) {
        let mut sums = values[0];
        for f in 0..FACTORS {
            let normal = streams.normal();
            for half in 0..PAIR {
                let moved = values[f][half] + errors[f][half] * normal[half];
                let points = moved.max(0.0).min(1.0) * (100.0 * weights[f]);
                sums[half] = if f == 0 { points } else { sums[half] + points };
            }
        }
        sums[0].store_slice(&mut scores[..WIDTH]);
        sums[1].store_slice(&mut scores[WIDTH..]);
    }
}

/// Weights drawn around the chosen ones: each by a relative normal error, none below 0, summing to 1.
fn drawn_weights(settings: &SurvivalSettings, weights: &[f64; FACTORS], rng: &mut Xoshiro256PlusPlus) -> [f64; FACTORS] {
    let drawn = weights.map(|weight| weight * (1.0 + settings.weight_spread * normal(std::array::from_fn(|_| rng.r#gen()))).max(0.0));
    let sum: f64 = drawn.iter().sum();
    if sum > 0.0 { drawn.map(|weight| weight / sum) } else { *weights }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::samples::{id, model};

    fn pool(values: &[f64], width: f64) -> Vec<Candidate> {
        let estimate = |v: f64| Estimate { value: v, low: (v - width / 2.0).max(0.0), high: (v + width / 2.0).min(1.0), coverage: 1.0 };
        values.iter().enumerate().map(|(i, v)| Candidate { city: id(i as u128 + 1), estimates: [estimate(*v); FACTORS] }).collect()
    }

    fn run(pool: &[Candidate]) -> Vec<f64> {
        survival(&model().settings().survival, 7, &[0.40, 0.12, 0.20, 0.12, 0.06, 0.10], pool, 2)
    }

    #[test]
    fn a_clear_leader_survives_every_run_and_two_equals_share_the_last_place() {
        let stayed = run(&pool(&[0.9, 0.5, 0.5, 0.1], 0.02));
        assert_eq!((stayed[0], stayed[3]), (1.0, 0.0));
        assert!((0.3..0.7).contains(&stayed[1]), "{stayed:?}");
        assert!((stayed.iter().sum::<f64>() - 2.0).abs() < 1e-9, "two places are given in each run");
    }

    #[test]
    fn what_is_less_known_survives_less() {
        let (sure, unsure) = (run(&pool(&[0.6, 0.55, 0.45], 0.02)), run(&pool(&[0.6, 0.55, 0.45], 1.0)));
        assert!(unsure[0] < sure[0] || unsure[1] < sure[1], "{sure:?} {unsure:?}");
    }

    #[test]
    fn survival_does_not_depend_on_the_order_of_the_pool() {
        let mut candidates = pool(&[0.6, 0.5, 0.49, 0.3], 0.5);
        let stayed = run(&candidates);
        candidates.reverse();
        let mut back = run(&candidates);
        back.reverse();
        assert_eq!(stayed, back);
    }
}
