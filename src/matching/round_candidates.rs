//! What a round chooses from: each city's best partners among those who take part, with their scores and how far these may be off.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::engine::{Ask, Engine};
use super::error::{EngineError, MatchError};
use super::facts::CityFacts;
use super::knowledge::Knowledge;
use super::pairing::{Side, estimates};
use super::ranking::Ranking;
use super::rules::{Rule, Seat};
use crate::domain::id::CityId;

/// How many more of a city's partners are looked at where rules of the round may take some out.
const SPARE: usize = 20;

/// A possible pairing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RoundCandidate {
    /// The learner, or the city of the lower id.
    pub first: CityId,
    /// The mentor, or the other city.
    pub second: CityId,
    /// 0 to 100: the score that a suggestion of the pair has, to the bit.
    pub score: f64,
    /// The standard deviation of the score when the factors move by their error, in points.
    pub spread: f64,
}

impl Engine {
    /// The engine with some of its cities alone. A pair's score depends on nobody else and stays what it is.
    ///
    /// # Errors
    /// None that the engine itself did not meet: its cities were sound.
    pub fn only(&self, members: &BTreeSet<CityId>) -> Result<Engine, EngineError> {
        let cities = self.cities().filter(|city| members.contains(&city.id)).cloned().collect();
        Engine::new(self.shared_model().clone(), cities, self.as_of())
    }

    /// The best `keep` partners of each city, out of those whom `may` lets pass, each pair once. For a symmetric kind a pair is there as soon as
    /// it is on one of the two lists.
    ///
    /// # Errors
    /// As for [`Engine::suggest`].
    pub fn round_candidates(
        &self,
        ask: &Ask,
        keep: usize,
        may: &dyn Fn(&CityFacts, &CityFacts, f64) -> bool,
    ) -> Result<Vec<RoundCandidate>, MatchError> {
        let lists = self.all_ranked(ask, (keep * SPARE).min(self.len()))?;
        let mut found: BTreeMap<[CityId; 2], f64> = BTreeMap::new();
        for (city, list) in self.cities().zip(lists) {
            let passing = list.into_iter().filter(|(other, score)| self.city(*other).is_some_and(|other| may(city, other, *score)));
            for (other, score) in passing.take(keep) {
                found.insert(in_order(ask, city.id, other), score);
            }
        }
        self.spreads(ask, found)
    }

    /// Pairs that are wanted whatever their place on a list, each with its score or the rules that take it out.
    ///
    /// # Errors
    /// As for [`Engine::explain`].
    pub fn wanted_candidates(&self, ask: &Ask, pairs: &[[CityId; 2]]) -> Result<Vec<Result<RoundCandidate, Rule>>, MatchError> {
        let ranking = Ranking::new(self, ask)?;
        let mut wanted = Vec::new();
        for pair in pairs {
            let [first, second] = in_order(ask, pair[0], pair[1]);
            match ranking.exclusion(Seat::First, self.place(first)?, self.place(second)?) {
                Some(rule) => wanted.push(Err(rule)),
                None => {
                    let pair = BTreeMap::from([([first, second], self.score(first, second, ask)?)]);
                    wanted.extend(self.spreads(ask, pair)?.into_iter().map(Ok));
                }
            }
        }
        Ok(wanted)
    }

    fn spreads(&self, ask: &Ask, pairs: BTreeMap<[CityId; 2], f64>) -> Result<Vec<RoundCandidate>, MatchError> {
        let ranking = Ranking::new(self, ask)?;
        let involved: BTreeSet<CityId> = pairs.keys().flatten().copied().collect();
        let involved: Vec<usize> = involved.into_iter().map(|city| self.place(city)).collect::<Result<_, _>>()?;
        let known: BTreeMap<usize, Knowledge> = involved.into_par_iter().map(|place| (place, self.knowledge(place))).collect();
        let with_spread = |([first, second], score): ([CityId; 2], f64)| {
            let spread = self.spread(&ranking, &known, [self.place(first)?, self.place(second)?]);
            Ok(RoundCandidate { first, second, score, spread })
        };
        pairs.into_par_iter().map(with_spread).collect()
    }

    /// `100 · √Σ (w(f) · error(f))²`, where the error of a factor is the one by which survival moves it: the factors are taken to err independently.
    fn spread(&self, ranking: &Ranking<'_>, known: &BTreeMap<usize, Knowledge>, [first, second]: [usize; 2]) -> f64 {
        let side = |place: usize| Some(Side { city: self.city_at(place), knowledge: known.get(&place)?, view: self.table().view(place) });
        let Some((a, b)) = side(first).zip(side(second)) else { return 0.0 };
        let settings = &self.model().settings().survival;
        let factors = estimates(&ranking.setting, &a, &b, ranking.has_tie(first, second));
        let errors = factors.iter().map(|factor| (settings.error_share * factor.width()).max(settings.error_floor));
        100.0 * ranking.weights.iter().zip(errors).map(|(weight, error)| (weight * error).powi(2)).sum::<f64>().sqrt()
    }
}

/// A pair in the order of its kind.
fn in_order(ask: &Ask, asker: CityId, other: CityId) -> [CityId; 2] {
    if ask.kind.is_symmetric() && other < asker { [other, asker] } else { [asker, other] }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::super::property_tests::{KINDS, any_city};
    use super::super::samples::{engine, id};
    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn a_round_of_some_cities_scores_them_as_the_whole_membership_does(
            cities in proptest::collection::vec(any_city(1), 8),
            kind in proptest::sample::select(KINDS.to_vec()),
        ) {
            let named = cities.into_iter().zip(1..).map(|(facts, n)| CityFacts { id: id(n), slug: format!("city-{n}").parse().unwrap(), ..facts });
            let whole = engine(named.collect());
            let some = whole.only(&BTreeSet::from([id(1), id(3), id(5), id(7)])).unwrap();
            let ask = Ask { kind, theme: None, limit: 1 };
            for found in some.round_candidates(&ask, 2, &|_, _, _| true).unwrap() {
                prop_assert_eq!(found.score.to_bits(), whole.score(found.first, found.second, &ask).unwrap().to_bits());
                prop_assert!(found.spread > 0.0 && found.spread < 100.0);
                prop_assert!(!kind.is_symmetric() || found.first < found.second);
            }
        }
    }

    #[test]
    fn what_a_rule_takes_out_makes_room_for_the_next() {
        let cities = (1..=6).map(|n| super::super::samples::city(n, ["ID", "VN", "PH", "TH", "MY", "SG"][n as usize - 1])).collect();
        let engine = engine(cities);
        let ask = Ask { kind: crate::domain::pairing::Kind::SisterCity, theme: None, limit: 1 };
        let all = engine.round_candidates(&ask, 5, &|_, _, _| true).unwrap();
        let without_vietnam =
            engine.round_candidates(&ask, 4, &|a, b, _| a.country.as_str() != "VN" && b.country.as_str() != "VN").unwrap();
        assert_eq!((all.len(), without_vietnam.len()), (15, 10));
    }
}
