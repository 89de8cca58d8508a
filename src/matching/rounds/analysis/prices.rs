//! What constraints cost: the round solved again without each.

use super::answer::{Constraint, Price};
use super::{Round, Solver};
use crate::matching::rounds::instance::{CountryCap, CountryPairCap, Instance, RoundKind};
use crate::matching::rounds::rules::Source;
use crate::matching::rounds::solution::{Solution, Status};

/// Constraints that are tried.
const TRIES: usize = 24;

/// The price of each kind of constraint, then of single ones that bind, and how many of those were not tried.
pub(super) fn prices(round: &Round<'_>, solver: &mut Solver<'_>) -> (Vec<Price>, usize) {
    let mut tried = kinds(round.instance);
    tried.extend(single(round));
    let mut variants: Vec<(Instance, Solution)> = Vec::new();
    let mut prices = Vec::new();
    for constraint in tried.iter().take(TRIES) {
        let variant = without(round.instance, constraint);
        // A kind with a single member is the same round twice.
        let known = variants.iter().find(|(instance, _)| *instance == variant).map(|(_, solution)| solution.clone());
        let Some(solution) = known.or_else(|| solver.solve(&variant)) else { continue };
        prices.push(price(round.solution, constraint.clone(), &solution));
        variants.push((variant, solution));
    }
    let not_tried = tried.len() - prices.len();
    (prices, not_tried)
}

fn price(before: &Solution, constraint: Constraint, after: &Solution) -> Price {
    Price {
        constraint,
        covered_gain: after.covered as i64 - before.covered as i64,
        score_gain: after.score - before.score,
        pairs_gain: after.pairs.len() as i64 - before.pairs.len() as i64,
        proved: after.status == Status::Optimal && before.status != Status::Feasible,
    }
}

/// Kinds of constraints that are there.
fn kinds(instance: &Instance) -> Vec<Constraint> {
    let there = [
        (instance.nodes.iter().any(|node| node.min > 0), Constraint::Minima),
        (!instance.locked.is_empty(), Constraint::Locks),
        (!instance.barred.is_empty(), Constraint::Bars),
        (instance.country_pair_cap.is_some() || !instance.country_pair_caps.is_empty(), Constraint::CountryPairCaps),
        (instance.country_cap.is_some() || !instance.country_caps.is_empty(), Constraint::CountryCaps),
    ];
    let mut kinds: Vec<Constraint> = there.into_iter().filter(|(there, _)| *there).map(|(_, kind)| kind).collect();
    kinds.extend(instance.shares.iter().map(|share| Constraint::Share { grouping: share.grouping.clone() }));
    if instance.nodes.iter().any(|node| node.max.or(node.learn_max).or(node.mentor_max).is_some()) {
        kinds.push(Constraint::Quotas);
    }
    kinds
}

/// The round without a constraint.
fn without(instance: &Instance, constraint: &Constraint) -> Instance {
    let mut free = instance.clone();
    match constraint {
        Constraint::Minima => free.nodes.iter_mut().for_each(|node| node.min = 0),
        Constraint::Locks => free.locked.clear(),
        Constraint::Bars => free.barred.clear(),
        Constraint::CountryPairCaps => (free.country_pair_cap, free.country_pair_caps) = (None, Vec::new()),
        Constraint::CountryCaps => (free.country_cap, free.country_caps) = (None, Vec::new()),
        Constraint::Share { grouping } => free.shares.retain(|share| share.grouping != *grouping),
        Constraint::Quotas => raise_quotas(&mut free),
        Constraint::CountryPairCap { a, b } => {
            free.country_pair_caps.retain(|cap| !is_same(RoundKind::SisterCity, (&cap.a, &cap.b), (a, b)));
            free.country_pair_caps.push(CountryPairCap { a: a.clone(), b: b.clone(), most: u32::MAX });
        }
        Constraint::CountryCap { country } => {
            free.country_caps.retain(|cap| cap.country != *country);
            free.country_caps.push(CountryCap { country: country.clone(), most: u32::MAX });
        }
        Constraint::Lock { a, b } => free.locked.retain(|pair| !is_same(instance.kind, (&pair.0, &pair.1), (a, b))),
        Constraint::Bar { a, b } => free.barred.retain(|pair| !is_same(instance.kind, (&pair.0, &pair.1), (a, b))),
        Constraint::Minimum { id } => free.nodes.iter_mut().filter(|node| node.id == *id).for_each(|node| node.min = 0),
    }
    free
}

fn raise_quotas(instance: &mut Instance) {
    for node in &mut instance.nodes {
        for quota in [&mut node.max, &mut node.learn_max, &mut node.mentor_max] {
            *quota = quota.map(|quota| quota.saturating_add(1));
        }
    }
}

/// Whether two pairs are the same; without a direction also the other way round.
fn is_same(kind: RoundKind, one: (&str, &str), other: (&str, &str)) -> bool {
    one == other || kind == RoundKind::SisterCity && one == (other.1, other.0)
}

/// Single constraints that bind, the tightest first: a constraint is the tighter the more the best pair that it keeps out is above the worst
/// that it lets in or holds.
fn single(round: &Round<'_>) -> Vec<Constraint> {
    let mut found: Vec<(i64, Constraint)> = caps(round);
    found.extend(locks(round));
    found.extend(bars(round));
    found.extend(minima(round));
    found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    found.into_iter().map(|(_, constraint)| constraint).collect()
}

/// The best of some pairs that are not chosen, and the worst of those that are.
fn best_and_worst(round: &Round<'_>, pairs: impl Iterator<Item = u32>) -> (Option<i64>, Option<i64>) {
    let (chosen, open): (Vec<u32>, Vec<u32>) = pairs.partition(|at| round.choice.chosen[*at as usize]);
    let profit = |at: &u32| round.problem.true_profit(&round.problem.edges[*at as usize]);
    (open.iter().map(profit).max(), chosen.iter().map(profit).min())
}

fn caps(round: &Round<'_>) -> Vec<(i64, Constraint)> {
    let name = |country: u32| round.problem.countries[country as usize].clone();
    let mut found = Vec::new();
    let reached = round.problem.rules.iter().zip(&round.choice.used).filter(|(rule, used)| **used >= rule.most);
    for (rule, _) in reached {
        let constraint = match rule.source {
            Source::CountryPair([a, b]) => Constraint::CountryPairCap { a: name(a), b: name(b) },
            Source::Country(country) => Constraint::CountryCap { country: name(country) },
            // Each share is among the kinds.
            Source::Share(_) => continue,
        };
        let (best, worst) = best_and_worst(round, rule.spending());
        found.push((best.unwrap_or(0) - worst.unwrap_or(0), constraint));
    }
    found
}

/// Pairs of the two cities of one.
fn beside(round: &Round<'_>, a: u32, b: u32) -> impl Iterator<Item = u32> {
    [a, b].into_iter().flat_map(|city| round.problem.adjacent[city as usize].iter().copied())
}

fn locks(round: &Round<'_>) -> Vec<(i64, Constraint)> {
    let locked = round.problem.edges.iter().filter(|edge| edge.locked);
    let tightness = |edge: &crate::matching::rounds::problem::Edge| {
        let (best, _) = best_and_worst(round, beside(round, edge.a, edge.b));
        best.unwrap_or(0) - round.problem.true_profit(edge)
    };
    locked.map(|edge| (tightness(edge), Constraint::Lock { a: round.id(edge.a), b: round.id(edge.b) })).collect()
}

/// Bars of candidates; those of other pairs bind nothing.
fn bars(round: &Round<'_>) -> Vec<(i64, Constraint)> {
    let instance = round.instance;
    let number = |id: &str| round.problem.cities.binary_search_by(|city| city.id.as_str().cmp(id)).ok().map(|at| at as u32);
    let mut found = Vec::new();
    for edge in &instance.edges {
        let barred = instance.barred.iter().find(|pair| is_same(instance.kind, (&pair.0, &pair.1), (&edge.a, &edge.b)));
        let (Some(_), Some(a), Some(b)) = (barred, number(&edge.a), number(&edge.b)) else { continue };
        let (_, worst) = best_and_worst(round, beside(round, a, b));
        let tightness = round.problem.profit_of(edge.score) - worst.unwrap_or(0);
        found.push((tightness, Constraint::Bar { a: edge.a.clone(), b: edge.b.clone() }));
    }
    found
}

fn minima(round: &Round<'_>) -> Vec<(i64, Constraint)> {
    let cities = round.problem.cities.iter().enumerate().filter(|(at, city)| city.low > 0 && round.choice.pairs[*at] <= city.low);
    let tightness = |city: usize| {
        let own = round.problem.adjacent[city].iter().copied();
        let (_, worst) = best_and_worst(round, own.clone());
        let partners = own.filter(|at| round.choice.chosen[*at as usize]);
        let (best, _) = best_and_worst(
            round,
            partners.flat_map(|at| beside(round, round.problem.edges[at as usize].a, round.problem.edges[at as usize].b)),
        );
        best.unwrap_or(0) - worst.unwrap_or(0)
    };
    cities.map(|(at, city)| (tightness(at), Constraint::Minimum { id: city.id.clone() })).collect()
}
