//! Rules that cost nothing: the best set without them keeps them, or another one does that is as good.

use std::collections::BTreeMap;

use super::crafted::edge;
use super::*;

/// Steps within which such a round is proved; a fifth of what a round of this size is given.
const FEW: u64 = 2_000;

/// As many cities as a network has, an odd number of them, each scored with every other by nearness in a plane: alike cities have alike lists,
/// and the programme is full of odd rings.
fn network(kind: RoundKind, quota: u32, objective: Objective, seed: u64) -> Instance {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let places: Vec<[f64; 2]> = (0..31).map(|_| [rng.r#gen(), rng.r#gen()]).collect();
    let directed = kind == RoundKind::PeerLearning;
    let id = |at: usize| format!("city-{at:02}");
    let node = |at: usize| Node {
        id: id(at),
        country: ["ID", "MY", "PH", "TH", "VN"][rng.gen_range(0..5)].to_owned(),
        max: (!directed).then_some(quota),
        learn_max: directed.then_some(quota),
        mentor_max: directed.then_some(quota),
        ..Node::default()
    };
    let nodes = (0..31).map(node).collect();
    let score = |a: usize, b: usize| 100.0 * (-3.0 * (places[a][0] - places[b][0]).hypot(places[a][1] - places[b][1])).exp();
    let pairs =
        (0..31).flat_map(|a| (0..31).map(move |b| (a, b))).filter(|(a, b)| if directed { a != b && (a + b) % 3 == 1 } else { a < b });
    let edges = pairs.map(|(a, b)| edge(&id(a), &id(b), score(a, b))).collect();
    Instance { nodes, edges, ..empty_round(kind, objective) }
}

/// Whether a pair joins two countries.
fn is_abroad(round: &Instance, pair: &(String, String)) -> bool {
    let [a, b] = countries(round, pair);
    a != b
}

fn countries(round: &Instance, (a, b): &(String, String)) -> [String; 2] {
    let country = |id: &String| round.nodes.iter().find(|node| node.id == *id).unwrap().country.clone();
    let [a, b] = [country(a), country(b)];
    if a < b { [a, b] } else { [b, a] }
}

/// The round under caps and a share that are just kept by a set of pairs, and no looser.
fn ruled(round: &Instance, pairs: &[(String, String)]) -> Instance {
    let mut together: BTreeMap<[String; 2], u32> = BTreeMap::new();
    let mut single: BTreeMap<String, u32> = BTreeMap::new();
    for pair in pairs {
        let [a, b] = countries(round, pair);
        *together.entry([a.clone(), b.clone()]).or_default() += 1;
        *single.entry(a.clone()).or_default() += 1;
        if a != b {
            *single.entry(b).or_default() += 1;
        }
    }
    let abroad = pairs.iter().filter(|pair| is_abroad(round, pair)).count();
    let share = Share { grouping: BY_COUNTRY.to_owned(), at_least: (1_000 * abroad / pairs.len()) as f64 / 1_000.0 };
    Instance {
        country_pair_caps: together.into_iter().map(|([a, b], most)| CountryPairCap { a, b, most }).collect(),
        country_pair_cap: Some(0),
        country_caps: single.into_iter().map(|(country, most)| CountryCap { country, most }).collect(),
        shares: vec![share],
        ..round.clone()
    }
}

/// The round under caps and a share with room to spare.
fn loose(round: &Instance) -> Instance {
    let share = Share { grouping: BY_COUNTRY.to_owned(), at_least: 0.3 };
    Instance { country_pair_cap: Some(20), country_cap: Some(60), shares: vec![share], ..round.clone() }
}

#[test]
fn a_round_whose_rules_cost_nothing_is_proved_and_gets_the_same_pairs() {
    use Objective::{CoverageThenScore, CoverageThenWorstThenScore, Score};
    let sisters = [(1, CoverageThenScore), (3, CoverageThenScore), (1, Score), (1, CoverageThenWorstThenScore)];
    let sisters = sisters.map(|(quota, objective)| (RoundKind::SisterCity, quota, objective));
    for (kind, quota, objective) in sisters.into_iter().chain([(RoundKind::PeerLearning, 2, CoverageThenScore)]) {
        for seed in 0..6 {
            let round = network(kind, quota, objective, seed);
            let free = solved(&round);
            for rules in [loose(&round), ruled(&round, &free.pairs)] {
                let found = solve(&rules, FEW, &mut || false).unwrap();
                assert_eq!(
                    (found.status, found.pairs),
                    (Status::Optimal, free.pairs.clone()),
                    "{kind:?} {quota} {objective:?}, seed {seed}"
                );
            }
        }
    }
}

/// Cities by fours, each of which can be paired in two equally good ways: within two countries or across them.
fn fours(count: usize) -> Instance {
    let id = |four: usize, place: usize| format!("city-{four:02}-{place}");
    let node = |four, place: usize| {
        let country = if place < 2 { "ID" } else { "MY" };
        Node { id: id(four, place), country: country.to_owned(), max: Some(1), ..Node::default() }
    };
    let nodes = (0..count).flat_map(|four| (0..4).map(move |place| node(four, place))).collect();
    let ways = |four: usize| [(0, 1), (2, 3), (0, 2), (1, 3)].map(|(a, b)| edge(&id(four, a), &id(four, b), 1.0 + four as f64));
    Instance { nodes, edges: (0..count).flat_map(ways).collect(), ..empty_round(RoundKind::SisterCity, Objective::CoverageThenScore) }
}

#[test]
fn of_sets_that_are_equally_good_one_is_found_that_keeps_the_rules_and_proved_by_the_others() {
    for abroad in [0_u32, 7, 20, 33, 40] {
        let mut round = fours(20);
        let share = Share { grouping: BY_COUNTRY.to_owned(), at_least: f64::from(abroad) / 40.0 };
        round.shares = vec![share];
        round.country_pair_caps = vec![CountryPairCap { a: "ID".to_owned(), b: "MY".to_owned(), most: 2 * abroad.div_ceil(2) }];
        let found = solve(&round, FEW, &mut || false).unwrap();
        assert_eq!((found.status, found.pairs.len(), found.score), (Status::Optimal, 40, solved(&fours(20)).score), "{abroad} abroad");
    }
}

#[test]
fn a_share_that_costs_something_is_settled_by_how_many_pairs_there_are_before_which_ones() {
    // Half as much again as in the best set without it.
    for seed in 0..6 {
        let round = network(RoundKind::SisterCity, 2, Objective::CoverageThenScore, seed);
        let free = solved(&round);
        let abroad = free.pairs.iter().filter(|pair| is_abroad(&round, pair)).count();
        let at_least = (1_500 * abroad / free.pairs.len()).min(980) as f64 / 1_000.0;
        let dear = Instance { shares: vec![Share { grouping: BY_COUNTRY.to_owned(), at_least }], ..round };
        let found = solve(&dear, FEW, &mut || false).unwrap();
        assert_eq!((found.status, found.covered), (Status::Optimal, free.covered), "seed {seed}");
        assert!(found.score < free.score, "seed {seed}");
    }
}
