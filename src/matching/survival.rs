//! Survival: in how many perturbed runs a pair stays in the list, when the inputs move by their error and the weights around the chosen
//! ones. Every draw is fixed by the model's seed and the two cities, so that neither threads nor the order of arrival change it.

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::estimate::Estimate;
use super::score::score;
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
    let runs = settings.runs as usize;
    let mut of_weights = Xoshiro256PlusPlus::seed_from_u64(seed);
    let drawn: Vec<[f64; FACTORS]> = (0..runs).map(|_| drawn_weights(settings, weights, &mut of_weights)).collect();
    // By candidate and run, so that each candidate's draws come out of one generator in one go.
    let mut scores = Vec::with_capacity(pool.len() * runs);
    for candidate in pool {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed ^ fold(candidate.city));
        let errors = candidate.estimates.map(|estimate| (settings.error_share * estimate.width()).max(settings.error_floor));
        for weights in &drawn {
            let moved = std::array::from_fn(|f| (candidate.estimates[f].value + errors[f] * normal(&mut rng)).clamp(0.0, 1.0));
            scores.push(score(weights, &moved));
        }
    }
    let mut stayed = vec![0_u32; pool.len()];
    let mut order: Vec<usize> = (0..pool.len()).collect();
    for run in 0..runs {
        let of = |i: usize| scores[i * runs + run];
        let first = limit.min(order.len());
        if first < order.len() {
            order.select_nth_unstable_by(first, |&a, &b| of(b).total_cmp(&of(a)).then_with(|| pool[a].city.cmp(&pool[b].city)));
        }
        for i in &order[..first] {
            stayed[*i] += 1;
        }
    }
    stayed.into_iter().map(|stayed| f64::from(stayed) / f64::from(settings.runs)).collect()
}

/// Both halves of an id, mixed so that ids that follow one another in time draw apart.
fn fold(city: CityId) -> u64 {
    let (high, low) = city.0.as_u64_pair();
    (high ^ low.rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// Weights drawn around the chosen ones: each by a relative normal error, none below 0, summing to 1.
fn drawn_weights(settings: &SurvivalSettings, weights: &[f64; FACTORS], rng: &mut Xoshiro256PlusPlus) -> [f64; FACTORS] {
    let drawn = weights.map(|weight| weight * (1.0 + settings.weight_spread * normal(rng)).max(0.0));
    let sum: f64 = drawn.iter().sum();
    if sum > 0.0 { drawn.map(|weight| weight / sum) } else { *weights }
}

/// Nearly a standard normal draw: four uniform ones, which needs no logarithm or cosine and so gives the same bits on every machine.
fn normal(rng: &mut Xoshiro256PlusPlus) -> f64 {
    let sum: f64 = (0..4).map(|_| rng.r#gen::<f64>()).sum();
    (sum - 2.0) * 3.0_f64.sqrt()
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
