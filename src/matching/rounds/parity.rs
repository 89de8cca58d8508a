//! Cuts by parity: what holds for whole pairs because a sum of whole numbers is even or odd.
//!
//! For every set W of cities, with all rows written as equations in variables that are not negative (the pairs, and for each city what it
//! leaves of its rewarded pairs and of its quota), the variables on the border of W sum to an even or an odd number. So for any part F of
//! the border such that b(W) + u(F) is odd: Σ_{border without F} z + Σ_F (u - z) >= 1. For quotas alone these are the blossom inequalities
//! (Edmonds, 1965; with bounded pairs Edmonds and Johnson, 1970), which together with the rows describe all pairings without a direction
//! and without caps; minimum pairs and rewards enter as further borders.
//!
//! A violated cut is found exactly (Letchford, Reinelt and Theis, 2008): it is enough to look at the cuts of a cut tree with capacities
//! min(z, u - z) and to take the best F for each. Whole variables have capacity 0, so that the trees are those of the few cities around
//! pairs that are not whole.

use std::collections::{BTreeMap, BTreeSet};

use super::cut_tree::cut_tree;
use super::master::{Master, NONE};
use super::problem::Edge;

/// Values closer to a whole number are taken for it.
const WHOLE: f64 = 1e-6;
/// A cut must be violated by this much.
const VIOLATION: f64 = 1e-2;
/// Capacities of the cut tree are whole numbers of this many parts.
const CAPACITY: f64 = 1e6;

/// `x(inside W) + x(joined) - rewarded(idle) - (pairs without reward)(low) <= right`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ParityCut {
    /// W, in order.
    pub(super) inside: Vec<u32>,
    /// Pairs in F, in order.
    joined: Vec<u32>,
    /// Cities whose unrewarded places are in F, in order.
    idle: Vec<u32>,
    /// Cities whose free quota is in F, in order.
    low: Vec<u32>,
    pub(super) right: i64,
    /// Less than the left side can ever be.
    pub(super) least: i64,
}

impl ParityCut {
    fn has(list: &[u32], item: u32) -> i32 {
        i32::from(list.binary_search(&item).is_ok())
    }

    /// The coefficient of a pair.
    pub(super) fn coefficient(&self, at: u32, edge: &Edge) -> i32 {
        let both = Self::has(&self.inside, edge.a) * Self::has(&self.inside, edge.b);
        both + Self::has(&self.joined, at) - Self::has(&self.low, edge.a) - Self::has(&self.low, edge.b)
    }

    /// The coefficient of the rewarded pairs of a city in W.
    pub(super) fn rewarded_coefficient(&self, city: u32) -> i32 {
        Self::has(&self.low, city) - Self::has(&self.idle, city)
    }
}

/// Something on the border of W: its value, its bound, and how it goes into F.
#[derive(Clone, Copy)]
enum Border {
    Pair(u32),
    Idle(u32),
    Low(u32),
}

/// Cuts that the present solution violates, most violated first.
pub(super) fn violated(master: &Master<'_>) -> Vec<ParityCut> {
    let mut found: BTreeMap<ParityCut, u64> = BTreeMap::new();
    let parts = parts(master).into_iter().filter(|part| part.cities.iter().all(|city| master.total[*city as usize] != NONE));
    for part in parts {
        for set in candidate_sets(master, &part) {
            if let Some((cut, violation)) = best_cut(master, set) {
                found.insert(cut, (violation * CAPACITY) as u64);
            }
        }
    }
    let mut found: Vec<(ParityCut, u64)> = found.into_iter().collect();
    found.sort_by_key(|(_, violation)| std::cmp::Reverse(*violation));
    found.into_iter().map(|(cut, _)| cut).collect()
}

/// Cities joined by pairs that are not whole.
struct Part {
    cities: Vec<u32>,
    /// Numbers of two cities in `cities` and the capacity between them.
    pairs: Vec<(u32, u32, i64)>,
}

fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() < WHOLE
}

fn parts(master: &Master<'_>) -> Vec<Part> {
    let problem = master.problem;
    let open: Vec<u32> = (0..problem.edges.len() as u32).filter(|at| !is_whole(master.value(*at))).collect();
    let mut near: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for at in &open {
        let edge = &problem.edges[*at as usize];
        near.entry(edge.a).or_default().push(*at);
        near.entry(edge.b).or_default().push(*at);
    }
    let mut seen = BTreeSet::new();
    let mut parts = Vec::new();
    for start in near.keys() {
        if !seen.insert(*start) {
            continue;
        }
        let (mut cities, mut edges) = (vec![*start], BTreeSet::new());
        let mut next = 0;
        while next < cities.len() {
            for at in &near[&cities[next]] {
                edges.insert(*at);
                let edge = &problem.edges[*at as usize];
                cities.extend([edge.a, edge.b].into_iter().filter(|city| seen.insert(*city)));
            }
            next += 1;
        }
        cities.sort_unstable();
        let number = |city: u32| cities.partition_point(|other| *other < city) as u32;
        let pair = |at: &u32| {
            let (edge, value) = (&problem.edges[*at as usize], master.value(*at));
            (number(edge.a), number(edge.b), capacity(value, 1.0))
        };
        let pairs = edges.iter().map(pair).collect();
        parts.push(Part { cities, pairs });
    }
    parts
}

fn capacity(value: f64, bound: f64) -> i64 {
    (value.min(bound - value).max(0.0) * CAPACITY).round() as i64
}

/// The sides of the cut tree away from everything outside the part, which is one more point of the tree.
fn candidate_sets(master: &Master<'_>, part: &Part) -> Vec<Vec<u32>> {
    let outside = 0;
    let mut arcs: Vec<(u32, u32, i64)> = part.pairs.iter().map(|(a, b, capacity)| (a + 1, b + 1, *capacity)).collect();
    for (at, city) in part.cities.iter().enumerate() {
        let sum: i64 = own_border(master, *city).iter().map(|(_, value, bound)| capacity(*value, *bound)).sum();
        arcs.push((outside, at as u32 + 1, sum));
    }
    let parent = cut_tree(part.cities.len() + 1, &arcs);
    let mut sets = vec![Vec::new(); part.cities.len() + 1];
    for at in 1..=part.cities.len() {
        let mut above = at;
        while above != outside as usize {
            sets[above].push(part.cities[at - 1]);
            above = parent[above] as usize;
        }
    }
    sets.into_iter().filter(|set| set.len() > 1).collect()
}

/// What a city leaves of its rewarded pairs and of its quota: value and bound.
fn own_border(master: &Master<'_>, city: u32) -> Vec<(Border, f64, f64)> {
    let limits = &master.problem.cities[city as usize];
    let mut border = Vec::new();
    let rewarded = master.rewarded[city as usize];
    if rewarded != NONE {
        let bound = f64::from(limits.rewarded);
        border.push((Border::Idle(city), bound - master.lp.value(rewarded), bound));
    }
    let most = f64::from(limits.high - limits.rewarded);
    border.push((Border::Low(city), most - master.rest(city as usize), most - f64::from(limits.low)));
    border
}

/// The best F for a set, if the cut is violated.
fn best_cut(master: &Master<'_>, inside: Vec<u32>) -> Option<(ParityCut, f64)> {
    let problem = master.problem;
    let mut border = Vec::new();
    let mut parity = 0_i64;
    for city in &inside {
        parity += i64::from(problem.cities[*city as usize].high);
        border.extend(own_border(master, *city));
        for at in &problem.adjacent[*city as usize] {
            let edge = &problem.edges[*at as usize];
            let other = if edge.a == *city { edge.b } else { edge.a };
            if inside.binary_search(&other).is_err() && master.pair[*at as usize] != NONE {
                border.push((Border::Pair(*at), master.value(*at), 1.0));
            }
        }
    }
    let mut joined = Vec::new();
    let mut left = 0.0;
    // The cheapest change that turns the parity: which border it is and what it costs.
    let mut turn: Option<(f64, usize)> = None;
    for (number, (_, value, bound)) in border.iter().enumerate() {
        let in_f = bound - value < *value;
        joined.push(in_f);
        left += value.min(bound - value).max(0.0);
        if in_f {
            parity += *bound as i64;
        }
        let cost = (bound - 2.0 * value).abs();
        if *bound as i64 % 2 == 1 && turn.is_none_or(|(least, _)| cost < least) {
            turn = Some((cost, number));
        }
    }
    if parity.rem_euclid(2) == 0 {
        let (cost, number) = turn?;
        left += cost;
        joined[number] = !joined[number];
    }
    let chosen = border.iter().zip(joined).filter(|(_, joined)| *joined).map(|((border, ..), _)| *border);
    (left < 1.0 - VIOLATION).then(|| (cut(master, inside, chosen), 1.0 - left))
}

fn cut(master: &Master<'_>, inside: Vec<u32>, chosen: impl Iterator<Item = Border>) -> ParityCut {
    let problem = master.problem;
    let quota: i64 = inside.iter().map(|city| i64::from(problem.cities[*city as usize].high)).sum();
    let mut cut = ParityCut { inside, joined: Vec::new(), idle: Vec::new(), low: Vec::new(), right: 0, least: 0 };
    let mut twice = quota - 1;
    for border in chosen {
        match border {
            Border::Pair(at) => {
                cut.joined.push(at);
                twice += 1;
            }
            Border::Idle(city) => {
                cut.idle.push(city);
                let rewarded = i64::from(problem.cities[city as usize].rewarded);
                twice -= rewarded;
                cut.least -= rewarded;
            }
            Border::Low(city) => {
                cut.low.push(city);
                let limits = &problem.cities[city as usize];
                let most = i64::from(limits.high - limits.rewarded);
                twice -= most + i64::from(limits.low);
                cut.least -= most;
            }
        }
    }
    for list in [&mut cut.joined, &mut cut.idle, &mut cut.low] {
        list.sort_unstable();
    }
    cut.right = twice.div_euclid(2);
    cut.least = cut.least.min(cut.right) - 1;
    cut
}
