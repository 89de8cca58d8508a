//! The best set of pairs by trying every set: slow, and simple enough to be believed. It shares no code with the solver.

use std::collections::BTreeMap;

use crate::matching::rounds::{Instance, Node, Objective, RoundKind};

/// Scores here have at most three decimals; sums are made in thousandths.
pub(super) fn thousandths(score: f64) -> i64 {
    (score * 1_000.0).round() as i64
}

/// Cities covered and the score, in thousandths, of the best set; `None` if no set keeps every rule.
pub(super) fn best(instance: &Instance) -> Option<(usize, i64)> {
    let mut chosen = Vec::new();
    let mut best = None;
    extend(instance, 0, &mut chosen, &mut best);
    best
}

fn extend(instance: &Instance, at: usize, chosen: &mut Vec<usize>, best: &mut Option<(usize, i64)>) {
    if at == instance.edges.len() {
        if breaks(instance, chosen, true).is_none() {
            let value = value(instance, chosen);
            let order = |(covered, score): (usize, i64)| match instance.objective {
                Objective::CoverageThenScore => (covered, score),
                Objective::Score => (0, score),
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

/// Cities covered and the score in thousandths.
pub(super) fn value(instance: &Instance, chosen: &[usize]) -> (usize, i64) {
    let of = |node: &&Node| chosen.iter().any(|at| instance.edges[*at].a == node.id || instance.edges[*at].b == node.id);
    (instance.nodes.iter().filter(of).count(), chosen.iter().map(|at| thousandths(instance.edges[*at].score)).sum())
}

/// The rule that a set breaks, if any; minima and locks only of a complete set.
pub(super) fn breaks(instance: &Instance, chosen: &[usize], complete: bool) -> Option<String> {
    let same = |pair: &(String, String), at: usize| {
        let edge = &instance.edges[at];
        let either_way = instance.kind == RoundKind::SisterCity && pair.0 == edge.b && pair.1 == edge.a;
        either_way || (pair.0 == edge.a && pair.1 == edge.b)
    };
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
    if let Some(pair) = instance.barred.iter().find(|pair| chosen.iter().any(|at| same(pair, *at))) {
        return Some(format!("{pair:?} is barred"));
    }
    if let Some(pair) = instance.locked.iter().find(|pair| complete && !chosen.iter().any(|at| same(pair, *at))) {
        return Some(format!("{pair:?} is locked"));
    }
    let country = |id: &String| instance.nodes.iter().find(|node| node.id == *id).map(|node| node.country.clone());
    let mut counts: BTreeMap<Vec<Option<String>>, u32> = BTreeMap::new();
    for at in chosen {
        let mut countries = vec![country(&instance.edges[*at].a), country(&instance.edges[*at].b)];
        countries.sort();
        *counts.entry(countries).or_default() += 1;
    }
    let cap = instance.country_pair_cap.unwrap_or(u32::MAX);
    counts.into_iter().find(|(_, count)| *count > cap).map(|(countries, _)| format!("{countries:?} above the cap"))
}
