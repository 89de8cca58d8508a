//! The best set of pairs by trying every set: slow, and simple enough to be believed. It shares no code with the solver.

use std::collections::BTreeMap;

use crate::matching::rounds::{Instance, Node, Objective, RoundKind};

/// Scores here have at most three decimals; sums are made in thousandths.
pub(super) fn thousandths(score: f64) -> i64 {
    (score * 1_000.0).round() as i64
}

/// Cities covered, the worst score that counts and the total, in thousandths.
pub(super) type Value = (usize, i64, i64);

/// What the best set is worth; `None` if no set keeps every rule.
pub(super) fn best(instance: &Instance) -> Option<Value> {
    let mut chosen = Vec::new();
    let mut best = None;
    extend(instance, 0, &mut chosen, &mut best);
    best
}

fn extend(instance: &Instance, at: usize, chosen: &mut Vec<usize>, best: &mut Option<Value>) {
    if at == instance.edges.len() {
        if breaks(instance, chosen, true).is_none() {
            let value = value(instance, chosen);
            let order = |(covered, worst, score): Value| match instance.objective {
                Objective::CoverageThenScore => (covered, 0, score),
                Objective::CoverageThenWorstThenScore => (covered, worst, score),
                Objective::Score => (0, 0, score),
            };
            if best.is_none_or(|best| order(value) > order(best)) {
                *best = Some(value);
            }
        }
        return;
    }
    chosen.push(at);
    if breaks(instance, chosen, false).is_none() {
        extend(instance, at + 1, chosen, best);
    }
    chosen.pop();
    extend(instance, at + 1, chosen, best);
}

/// What a set is worth. Where every pair is locked the worst counts as the highest score there is to choose from.
pub(super) fn value(instance: &Instance, chosen: &[usize]) -> Value {
    let of = |node: &&Node| chosen.iter().any(|at| instance.edges[*at].a == node.id || instance.edges[*at].b == node.id);
    let score = |at: usize| thousandths(instance.edges[at].score);
    let listed = |list: &[(String, String)], at: usize| list.iter().any(|pair| same(instance, pair, at));
    let highest = (0..instance.edges.len()).filter(|at| !listed(&instance.barred, *at)).map(score).max().unwrap_or(0);
    let worst = chosen.iter().filter(|at| !listed(&instance.locked, **at)).map(|at| score(*at)).min().unwrap_or(highest);
    (instance.nodes.iter().filter(of).count(), worst, chosen.iter().map(|at| score(*at)).sum())
}

/// Whether the candidate is this pair.
fn same(instance: &Instance, pair: &(String, String), at: usize) -> bool {
    let edge = &instance.edges[at];
    let either_way = instance.kind == RoundKind::SisterCity && pair.0 == edge.b && pair.1 == edge.a;
    either_way || (pair.0 == edge.a && pair.1 == edge.b)
}

/// The rule that a set breaks, if any; minima, shares and locks only of a complete set.
pub(super) fn breaks(instance: &Instance, chosen: &[usize], complete: bool) -> Option<String> {
    for node in &instance.nodes {
        let learning = chosen.iter().filter(|at| instance.edges[**at].a == node.id).count() as u32;
        let mentoring = chosen.iter().filter(|at| instance.edges[**at].b == node.id).count() as u32;
        let above = |count: u32, most: Option<u32>| most.is_some_and(|most| count > most);
        let directed = instance.kind == RoundKind::PeerLearning;
        if above(learning + mentoring, node.max) || directed && (above(learning, node.learn_max) || above(mentoring, node.mentor_max)) {
            return Some(format!("{} has too many", node.id));
        }
        if complete && learning + mentoring < node.min {
            return Some(format!("{} has too few", node.id));
        }
    }
    if let Some(pair) = instance.barred.iter().find(|pair| chosen.iter().any(|at| same(instance, pair, *at))) {
        return Some(format!("{pair:?} is barred"));
    }
    if let Some(pair) = instance.locked.iter().find(|pair| complete && !chosen.iter().any(|at| same(instance, pair, *at))) {
        return Some(format!("{pair:?} is locked"));
    }
    above_a_cap(instance, chosen).or_else(|| if complete { below_a_share(instance, chosen) } else { None })
}

fn node<'a>(instance: &'a Instance, id: &str) -> &'a Node {
    instance.nodes.iter().find(|node| node.id == id).expect("the cities of candidates are there")
}

fn above_a_cap(instance: &Instance, chosen: &[usize]) -> Option<String> {
    let (mut of_pairs, mut of_countries): (BTreeMap<Vec<&str>, u32>, BTreeMap<&str, u32>) = Default::default();
    for at in chosen {
        let (a, b) = (&node(instance, &instance.edges[*at].a).country, &node(instance, &instance.edges[*at].b).country);
        *of_pairs.entry(if a < b { vec![a, b] } else { vec![b, a] }).or_default() += 1;
        *of_countries.entry(a).or_default() += 1;
        if a != b {
            *of_countries.entry(b).or_default() += 1;
        }
    }
    for (pair, count) in of_pairs {
        let own = instance.country_pair_caps.iter().find(|cap| pair == [&cap.a, &cap.b] || pair == [&cap.b, &cap.a]);
        if own.map(|cap| cap.most).or(instance.country_pair_cap).is_some_and(|most| count > most) {
            return Some(format!("{pair:?} above the cap"));
        }
    }
    for (country, count) in of_countries {
        let own = instance.country_caps.iter().find(|cap| cap.country == country);
        if own.map(|cap| cap.most).or(instance.country_cap).is_some_and(|most| count > most) {
            return Some(format!("{country} above its cap"));
        }
    }
    None
}

fn below_a_share(instance: &Instance, chosen: &[usize]) -> Option<String> {
    for share in &instance.shares {
        let value = |id: &str| {
            let named = instance.nodes.iter().any(|node| node.groups.contains_key(&share.grouping));
            if named { node(instance, id).groups.get(&share.grouping) } else { Some(&node(instance, id).country) }
        };
        let unlike = |at: &&usize| {
            let (a, b) = (value(&instance.edges[**at].a), value(&instance.edges[**at].b));
            a.is_some() && b.is_some() && a != b
        };
        let (unlike, all) = (chosen.iter().filter(unlike).count() as i64, chosen.len() as i64);
        if 1_000 * unlike < thousandths(share.at_least) * all {
            return Some(format!("{unlike} of {all} differ in {}", share.grouping));
        }
    }
    None
}
