//! How well one ranking finds the partners of one city.
//!
//! All measures come from the places of the partners; equal scores are ordered by id for the lists and count half for the areas.

/// The measures, in the order of [`Measures`].
pub const NAMES: [&str; 8] = ["recall@5", "recall@10", "recall@20", "recall@100", "mrr", "ndcg@10", "auc", "auc_degree_matched"];

/// The measures of one city, in the order of [`NAMES`]; `None` where one cannot be taken.
pub type Measures = [Option<f64>; NAMES.len()];

/// A ranking of the candidates of one city.
pub struct Ranking<'a> {
    /// A score for every city of the world.
    pub scores: &'a [f32],
    /// Who may be a partner, by place.
    pub candidates: &'a [usize],
    /// Who is one, by place; all of them candidates.
    pub partners: &'a [usize],
    /// For every city of the world, its band of open ties.
    pub bands: &'a [u8],
}

impl Ranking<'_> {
    /// All measures; without partners there is nothing to find, and without others nobody to tell them from.
    pub fn measures(&self) -> Measures {
        if self.partners.is_empty() {
            return [None; NAMES.len()];
        }
        let mut places: Vec<usize> = self.partners.iter().map(|partner| self.place(*partner)).collect();
        places.sort_unstable();
        let recall = |depth: usize| Some(places.iter().filter(|place| **place <= depth).count() as f64 / places.len() as f64);
        let mrr = places.first().map(|first| 1.0 / *first as f64);
        [recall(5), recall(10), recall(20), recall(100), mrr, Some(ndcg(&places, 10)), self.auc(|_, _| true), self.matched_auc()]
    }

    /// From 1: how many candidates stand before a partner, by score and then by id.
    fn place(&self, partner: usize) -> usize {
        let own = self.scores[partner];
        let before = |other: &usize| self.scores[*other] > own || (self.scores[*other] == own && *other < partner);
        1 + self.candidates.iter().filter(|other| before(other)).count()
    }

    /// The share of pairs of a partner and a comparable other in which the partner stands higher; the mean over the partners.
    fn auc(&self, is_comparable: impl Fn(usize, usize) -> bool) -> Option<f64> {
        let of = |partner: &usize| {
            let own = self.scores[*partner];
            let others =
                self.candidates.iter().filter(|other| self.partners.binary_search(other).is_err() && is_comparable(*partner, **other));
            let (mut below, mut count) = (0.0, 0.0);
            for other in others {
                let score = self.scores[*other];
                below += if score < own {
                    1.0
                } else if score == own {
                    0.5
                } else {
                    0.0
                };
                count += 1.0;
            }
            (count > 0.0).then(|| below / count)
        };
        let areas: Vec<f64> = self.partners.iter().filter_map(of).collect();
        (!areas.is_empty()).then(|| areas.iter().sum::<f64>() / areas.len() as f64)
    }

    /// The area among candidates with as many open ties as the partner: what is left when popularity says nothing.
    fn matched_auc(&self) -> Option<f64> {
        self.auc(|partner, other| self.bands[partner] == self.bands[other])
    }
}

/// Normalised discounted cumulative gain of places from 1, sorted.
fn ndcg(places: &[usize], depth: usize) -> f64 {
    let gain = |place: usize| 1.0 / ((place + 1) as f64).log2();
    let best: f64 = (1..=places.len().min(depth)).map(gain).sum();
    places.iter().filter(|place| **place <= depth).map(|place| gain(*place)).sum::<f64>() / best
}

/// The band of a number of ties: each of 0 to 4, then ever wider ones.
pub fn degree_band(ties: usize) -> u8 {
    const FROM: [usize; 9] = [1, 2, 3, 4, 5, 7, 10, 15, 25];
    FROM.iter().take_while(|from| ties >= **from).count() as u8
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn measures(scores: &[f32], partners: &[usize], bands: &[u8]) -> Vec<f64> {
        let candidates: Vec<usize> = (0..scores.len()).collect();
        Ranking { scores, candidates: &candidates, partners, bands }.measures().iter().map(|value| value.unwrap()).collect()
    }

    #[test]
    fn the_measures_are_those_computed_by_hand() {
        // Twelve candidates in the order 0 to 11; partners stand at places 2 and 11.
        let scores: Vec<f32> = (0..12).map(|at| -(at as f32)).collect();
        let bands = [0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1];
        let found = measures(&scores, &[1, 10], &bands);
        // Partner 1 beats 9 of 10 others, partner 10 one. In their band stand 2, 3 and 11: 3 of 3, and 1 of 3.
        let ndcg = (1.0 / 3f64.log2()) / (1.0 + 1.0 / 3f64.log2());
        let expected = [0.5, 0.5, 1.0, 1.0, 0.5, ndcg, 0.5, (1.0 + 1.0 / 3.0) / 2.0];
        for (name, (found, expected)) in NAMES.iter().zip(found.iter().zip(expected)) {
            assert!((found - expected).abs() < 1e-12, "{name}: {found} for {expected}");
        }
    }

    #[test]
    fn who_scores_all_alike_gets_half_the_area_and_the_order_of_ids() {
        let found = measures(&[1.0; 10], &[3, 7], &[0; 10]);
        assert_eq!((found[6], found[4]), (0.5, 0.25));
    }

    #[test]
    fn without_comparable_others_there_is_no_area() {
        let candidates = [0, 1];
        let ranking =
            |partners: &'static [usize]| Ranking { scores: &[1.0, 0.0], candidates: &candidates, partners, bands: &[3, 0] }.measures();
        assert_eq!((ranking(&[0])[6], ranking(&[0])[7]), (Some(1.0), None));
        assert_eq!(ranking(&[]), [None; NAMES.len()]);
    }

    proptest! {
        #[test]
        fn every_measure_stays_between_0_and_1_and_depth_never_lowers_recall(scores in prop::collection::vec(-3_i8..3, 4..40), partners in 1_usize..3) {
            let scores: Vec<f32> = scores.into_iter().map(f32::from).collect();
            let partners: Vec<usize> = (0..partners).map(|at| at * 2).collect();
            let found = measures(&scores, &partners, &vec![0; scores.len()]);
            prop_assert!(found.iter().all(|value| (0.0..=1.0).contains(value)));
            prop_assert!(found[0] <= found[1] && found[1] <= found[2] && found[2] <= found[3]);
        }
    }
}
