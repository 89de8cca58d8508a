//! What can be counted in a round without solving anything.

use std::collections::{BTreeMap, BTreeSet};

use super::Round;
use super::answer::{BlockingPair, BlockingPairs, Coverage, Exposure, Figures, GroupRow, GroupingExposure, Histogram, Scores};
use crate::matching::rounds::instance::{BY_COUNTRY, Instance, Node};
use crate::matching::rounds::report::blocking;
use crate::matching::rounds::rules::{by_country, value};
use crate::matching::rounds::solution::{Solution, Status};

/// Bins of the histogram, and where they usually lie.
const BINS: usize = 10;
const USUAL_RANGE: (f64, f64) = (0.0, 100.0);
/// Blocking pairs that are listed.
const LISTED: usize = 20;

/// The same round with its quotas and nothing else.
pub(super) fn unconstrained(instance: &Instance) -> Instance {
    let mut free = instance.clone();
    free.nodes.iter_mut().for_each(|node| node.min = 0);
    (free.locked, free.barred) = (Vec::new(), Vec::new());
    (free.country_pair_cap, free.country_cap) = (None, None);
    (free.country_pair_caps, free.country_caps, free.shares) = (Vec::new(), Vec::new(), Vec::new());
    free
}

/// A solution in three figures.
pub(super) fn figures(solution: &Solution) -> Figures {
    let (pairs, covered, score) = (solution.pairs.len(), solution.covered, solution.score);
    Figures { pairs, covered, score, proved: solution.status == Status::Optimal }
}

pub(super) fn coverage(round: &Round<'_>) -> Coverage {
    let (cities, covered) = (round.problem.cities.len(), round.choice.covered());
    let with_candidates = round.problem.cities.iter().filter(|city| city.given > 0).count();
    Coverage { cities, with_candidates, covered, share: if cities > 0 { covered as f64 / cities as f64 } else { 0.0 } }
}

pub(super) fn scores(round: &Round<'_>) -> Scores {
    let mut scores: Vec<f64> = round.choice.edges().map(|at| round.problem.edge_score(at)).collect();
    scores.sort_by(f64::total_cmp);
    let total: f64 = scores.iter().sum();
    Scores {
        total: round.solution.score,
        mean: (!scores.is_empty()).then(|| total / scores.len() as f64),
        minimum: scores.first().copied(),
        quartiles: (!scores.is_empty()).then(|| [0.25, 0.5, 0.75].map(|share| quantile(&scores, share))),
        maximum: scores.last().copied(),
        histogram: histogram(&scores),
    }
}

/// The quantile of sorted numbers of which there is at least one: type 7 of Hyndman and Fan (1996).
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    below + (above - below) * place.fract()
}

/// Bins over the usual range, or over that of sorted scores that lie outside it.
fn histogram(sorted: &[f64]) -> Histogram {
    let (usual_least, usual_most) = USUAL_RANGE;
    let (least, most) = match (sorted.first(), sorted.last()) {
        (Some(least), Some(most)) if *least < usual_least || *most > usual_most => (*least, *most),
        _ => USUAL_RANGE,
    };
    // A single score far away needs some width around it.
    let width = if most > least { (most - least) / BINS as f64 } else { 1.0 };
    let mut counts = vec![0; BINS];
    for score in sorted {
        counts[(((score - least) / width) as usize).min(BINS - 1)] += 1;
    }
    Histogram { edges: (0..=BINS).map(|bin| least + width * bin as f64).collect(), counts }
}

pub(super) fn blocking_pairs(round: &Round<'_>) -> BlockingPairs {
    let problem = &round.problem;
    let mut found = blocking(problem, &round.choice);
    let count = found.len();
    found.sort_by_key(|pair| (std::cmp::Reverse(pair.gains[0].min(pair.gains[1])), pair.at));
    let listed = found.into_iter().take(LISTED).map(|pair| {
        let edge = &problem.edges[pair.at as usize];
        let [gain_a, gain_b] = pair.gains.map(|gain| problem.true_score(gain));
        BlockingPair { a: round.id(edge.a), b: round.id(edge.b), score: problem.edge_score(pair.at), gain_a, gain_b }
    });
    BlockingPairs { count, pairs: listed.collect() }
}

pub(super) fn exposure(round: &Round<'_>) -> Exposure {
    let cities = round.problem.cities.iter().zip(&round.choice.pairs).filter(|(city, _)| city.given > 0);
    let mut pairs: Vec<u32> = cities.map(|(_, pairs)| *pairs).collect();
    pairs.sort_unstable();
    let sum: f64 = pairs.iter().map(|pairs| f64::from(*pairs)).sum();
    Exposure {
        gini: gini(&pairs),
        mean: if pairs.is_empty() { 0.0 } else { sum / pairs.len() as f64 },
        maximum: pairs.last().map_or(0, |pairs| *pairs as usize),
        groupings: groupings(round),
    }
}

/// The Gini coefficient of sorted numbers; see [`Exposure::gini`].
pub(super) fn gini(sorted: &[u32]) -> f64 {
    let count = sorted.len() as f64;
    let sum: f64 = sorted.iter().map(|number| f64::from(*number)).sum();
    let ranked: f64 = sorted.iter().enumerate().map(|(at, number)| (at + 1) as f64 * f64::from(*number)).sum();
    if sum > 0.0 { (2.0 * ranked - (count + 1.0) * sum) / (count * sum) } else { 0.0 }
}

fn groupings(round: &Round<'_>) -> Vec<GroupingExposure> {
    let nodes = &round.instance.nodes;
    let others: BTreeSet<&str> = nodes.iter().flat_map(|node| node.groups.keys()).map(String::as_str).collect();
    let names = std::iter::once(BY_COUNTRY).chain(others.into_iter().filter(|name| *name != BY_COUNTRY));
    names.map(|name| GroupingExposure { grouping: name.to_owned(), rows: rows(round, name) }).collect()
}

fn rows(round: &Round<'_>, grouping: &str) -> Vec<GroupRow> {
    let by_country = by_country(round.instance, grouping);
    let nodes: BTreeMap<&str, &Node> = round.instance.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    // Those without a value come last.
    let mut rows: BTreeMap<(bool, Option<&str>), (GroupRow, f64)> = BTreeMap::new();
    let scores = scores_of_cities(round);
    for (city, limits) in round.problem.cities.iter().enumerate() {
        let Some(node) = nodes.get(limits.id.as_str()) else { continue };
        let (value, pairs) = (value(node, grouping, by_country), round.choice.pairs[city] as usize);
        let empty = GroupRow { value: value.map(str::to_owned), cities: 0, covered: 0, pairs: 0, mean_score: None };
        let (row, sum) = rows.entry((value.is_none(), value)).or_insert((empty, 0.0));
        row.cities += 1;
        row.covered += usize::from(pairs > 0);
        row.pairs += pairs;
        *sum += scores[city];
    }
    let meant = |(row, sum): (GroupRow, f64)| GroupRow { mean_score: (row.pairs > 0).then(|| sum / row.pairs as f64), ..row };
    rows.into_values().map(meant).collect()
}

/// The sum of the scores of each city's pairs.
fn scores_of_cities(round: &Round<'_>) -> Vec<f64> {
    let mut sums = vec![0.0; round.problem.cities.len()];
    for at in round.choice.edges() {
        let edge = &round.problem.edges[at as usize];
        sums[edge.a as usize] += round.problem.edge_score(at);
        sums[edge.b as usize] += round.problem.edge_score(at);
    }
    sums
}
