//! Labelled pairs, the pairs drawn to stand against them, and the split into what is learned from and what is judged on.

use std::collections::BTreeSet;

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::domain::id::CityId;
use crate::matching::settings::FACTORS;

/// A pair with the values of its factors, 0 to 1, and whether it is one to learn for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    /// The pair; for peer learning the learner first.
    pub cities: [CityId; 2],
    /// The factors, in the order of the kind.
    pub values: [f64; FACTORS],
    /// A partnership that exists or was approved.
    pub is_good: bool,
}

/// Samples parted by cities: no city is on both sides, and pairs across the line are in neither part.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Split {
    /// To learn from.
    pub open: Vec<Sample>,
    /// To judge on.
    pub held_out: Vec<Sample>,
}

/// Holds out about this share of the cities, chosen by their ids and the seed alone, so that another sample moves no city across the line.
pub fn split(samples: &[Sample], share: f64, seed: u64) -> Split {
    let is_held_out = |city: CityId| Xoshiro256PlusPlus::seed_from_u64(seed ^ fold(city)).r#gen::<f64>() < share;
    let mut parts = Split::default();
    for sample in samples {
        match sample.cities.map(is_held_out) {
            [false, false] => parts.open.push(*sample),
            [true, true] => parts.held_out.push(*sample),
            [true, false] | [false, true] => {}
        }
    }
    parts
}

fn fold(city: CityId) -> u64 {
    let (high, low) = city.0.as_u64_pair();
    (high ^ low.rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// For each good pair `times` others: the first city kept, the second drawn from those that `may` stand there. The cities that partner most
/// are so on both sides alike, and popularity alone teaches nothing. A pair that is known to be good is never drawn.
pub fn draw_pairs(
    good: &[[CityId; 2]],
    cities: &[CityId],
    times: usize,
    seed: u64,
    may: impl Fn(CityId, CityId) -> bool,
) -> Vec<[CityId; 2]> {
    let known: BTreeSet<[CityId; 2]> = good.iter().flat_map(|&[a, b]| [[a, b], [b, a]]).collect();
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut drawn = BTreeSet::new();
    for &[first, second] in good {
        for side in 0..times {
            // By turns from either end, so that a symmetric kind learns from both.
            let from = if side % 2 == 0 { first } else { second };
            let open: Vec<CityId> = cities
                .iter()
                .copied()
                .filter(|&other| other != from && may(from, other))
                .filter(|&other| !known.contains(&[from, other]) && !drawn.contains(&[from, other]))
                .collect();
            if !open.is_empty() {
                drawn.insert([from, open[random.gen_range(0..open.len())]]);
            }
        }
    }
    drawn.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::samples::id;

    fn sample(a: u128, b: u128) -> Sample {
        Sample { cities: [id(a), id(b)], values: [0.5; FACTORS], is_good: true }
    }

    #[test]
    fn no_city_is_on_both_sides_of_the_split() {
        let samples: Vec<Sample> = (0..40).flat_map(|a| (a + 1..40).map(move |b| sample(a, b))).collect();
        let parts = split(&samples, 0.3, 7);
        let cities = |part: &[Sample]| part.iter().flat_map(|s| s.cities).collect::<BTreeSet<_>>();
        assert!(!parts.open.is_empty() && !parts.held_out.is_empty());
        assert!(cities(&parts.open).is_disjoint(&cities(&parts.held_out)));
    }

    #[test]
    fn a_further_sample_moves_no_city_across_the_line() {
        let samples: Vec<Sample> = (0..30).map(|a| sample(a, a + 1)).collect();
        let (some, all) = (split(&samples[..10], 0.5, 7), split(&samples, 0.5, 7));
        assert!(some.open.iter().all(|s| all.open.contains(s)) && some.held_out.iter().all(|s| all.held_out.contains(s)));
    }

    #[test]
    fn drawn_pairs_are_allowed_and_not_among_the_good() {
        let cities: Vec<CityId> = (1..=12).map(id).collect();
        let good = [[id(1), id(2)], [id(3), id(4)]];
        let drawn = draw_pairs(&good, &cities, 6, 1, |a, b| a != id(5) && b != id(5));
        assert_eq!(drawn.len(), 12);
        for pair in &drawn {
            assert!(!pair.contains(&id(5)) && pair[0] != pair[1]);
            assert!(!good.contains(pair) && !good.contains(&[pair[1], pair[0]]));
        }
        assert_eq!(drawn, draw_pairs(&good, &cities, 6, 1, |a, b| a != id(5) && b != id(5)), "the same seed draws the same");
    }

    #[test]
    fn where_nothing_is_left_to_draw_nothing_is_drawn() {
        let good = [[id(1), id(2)]];
        assert!(draw_pairs(&good, &[id(1), id(2)], 3, 1, |_, _| true).is_empty());
    }
}
