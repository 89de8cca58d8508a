use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::*;

mod against_exhaustive;
mod analysis;
mod compare;
mod crafted;
mod exhaustive;
mod free_rules;
mod properties;
mod rules;

/// What random rounds are like.
#[derive(Debug, Clone, Copy)]
struct Shape {
    kind: RoundKind,
    /// Fewest and most cities.
    cities: (usize, usize),
    /// Most candidates.
    edges: usize,
    /// Highest quota.
    quota: u32,
    minima: bool,
    cap: bool,
    /// Caps on single countries and pairs of them, and shares, in every mixture.
    rules: bool,
    /// Scores from a handful of values.
    ties: bool,
    /// The lowest score.
    lowest: i64,
    objective: Objective,
}

fn solved(instance: &Instance) -> Solution {
    solve(instance, USUAL_STEPS, &mut || false).expect("the instance has no faults and is small")
}

fn random_round(shape: &Shape, seed: u64) -> Instance {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let count = rng.gen_range(shape.cities.0..=shape.cities.1);
    let directed = shape.kind == RoundKind::PeerLearning;
    let nodes: Vec<Node> = (0..count).map(|n| random_node(shape, n, &mut rng)).collect();
    let mut pairs: Vec<(usize, usize)> = (0..count).flat_map(|a| (0..count).map(move |b| (a, b))).collect();
    pairs.retain(|(a, b)| if directed { a != b } else { a < b });
    pairs.shuffle(&mut rng);
    pairs.truncate(shape.edges);
    let id = |n: usize| nodes[n].id.clone();
    let score = |rng: &mut Xoshiro256PlusPlus| {
        if shape.ties { rng.gen_range(1..=3) as f64 } else { rng.gen_range(shape.lowest * 1_000..=100_000) as f64 / 1_000.0 }
    };
    let edges: Vec<Candidate> =
        pairs.iter().map(|(a, b)| Candidate { a: id(*a), b: id(*b), score: score(&mut rng), spread: None }).collect();
    let take = |from: usize, count: usize| edges.iter().skip(from).take(count).map(|edge| (edge.a.clone(), edge.b.clone())).collect();
    let (locks, bars) = (rng.gen_range(0..=1), rng.gen_range(0..=1));
    let (locked, barred) = (take(0, locks), take(1, bars));
    let country_pair_cap = shape.cap.then(|| rng.gen_range(1..=2));
    let mut instance = Instance { nodes, edges, locked, barred, country_pair_cap, ..empty_round(shape.kind, shape.objective) };
    if shape.rules {
        add_rules(&mut instance, &mut rng);
    }
    if !faults(&instance).is_empty() {
        instance.locked.clear();
    }
    instance
}

/// A round without cities.
fn empty_round(kind: RoundKind, objective: Objective) -> Instance {
    Instance {
        kind,
        nodes: Vec::new(),
        edges: Vec::new(),
        locked: Vec::new(),
        barred: Vec::new(),
        country_pair_cap: None,
        country_pair_caps: Vec::new(),
        country_cap: None,
        country_caps: Vec::new(),
        shares: Vec::new(),
        objective,
    }
}

/// Each sort of rule in about half of the rounds.
fn add_rules(instance: &mut Instance, rng: &mut Xoshiro256PlusPlus) {
    for node in &mut instance.nodes {
        if rng.gen_bool(0.8) {
            node.groups.insert("size".to_owned(), ["large", "small"][rng.gen_range(0..2)].to_owned());
        }
    }
    let countries: Vec<String> =
        ["ID", "MY", "TH"].into_iter().filter(|c| instance.nodes.iter().any(|n| n.country == *c)).map(str::to_owned).collect();
    let country = |rng: &mut Xoshiro256PlusPlus| countries[rng.gen_range(0..countries.len())].clone();
    if rng.gen_bool(0.5) {
        instance.country_cap = Some(rng.gen_range(1..=4));
    }
    if rng.gen_bool(0.5) {
        instance.country_caps = vec![CountryCap { country: country(rng), most: rng.gen_range(0..=4) }];
    }
    if rng.gen_bool(0.5) {
        instance.country_pair_caps = vec![CountryPairCap { a: country(rng), b: country(rng), most: rng.gen_range(0..=2) }];
    }
    let sized = instance.nodes.iter().any(|node| !node.groups.is_empty());
    for (grouping, there) in [(BY_COUNTRY, true), ("size", sized)] {
        if there && rng.gen_bool(0.5) {
            let at_least =
                if rng.gen_bool(0.5) { f64::from(rng.gen_range(0..=10)) / 10.0 } else { f64::from(rng.gen_range(0..=1_000)) / 1_000.0 };
            instance.shares.push(Share { grouping: grouping.to_owned(), at_least });
        }
    }
}

fn random_node(shape: &Shape, n: usize, rng: &mut Xoshiro256PlusPlus) -> Node {
    let directed = shape.kind == RoundKind::PeerLearning;
    let mut quota = |lowest| rng.gen_range(lowest..=shape.quota);
    let most = quota(if shape.minima { 1 } else { 0 });
    let (learn, mentor) = (quota(0), quota(0));
    let max = (!directed || most > 1).then_some(most);
    let min = if shape.minima && rng.gen_bool(0.4) { rng.gen_range(0..=most) } else { 0 };
    let country = ["ID", "MY", "TH"][rng.gen_range(0..3)].to_owned();
    let (learn_max, mentor_max) = (directed.then_some(learn), directed.then_some(mentor));
    Node { id: format!("city-{n}"), country, min, max, learn_max, mentor_max, ..Node::default() }
}
