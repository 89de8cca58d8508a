//! Rounds in which not every minimum can be kept: who is short, what holds them back, and which single change helps.

use std::collections::BTreeSet;

use super::choice::Choice;
use super::problem::{Edge, Problem};
use super::rules::Source;
use super::search::search;
use super::solution::{Limit, Relaxation, Shortfall};
use super::work::Work;

/// Changes that are tried.
const TRIES: usize = 24;

/// Limits in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bind {
    Max(u32),
    LearnMax(u32),
    MentorMax(u32),
    Rule(u32),
    Lock(u32),
    Min(u32),
    TooFew(u32),
}

/// Who is short in a set of pairs that misses as few as possible, and changes that help. Minima are made wishes that come before
/// everything else, and the round is solved again, once for the shortfalls and once for each change that is tried. Where locked pairs break a
/// share that no other pairs can make up for, nobody is short, and shares and locks are what is tried.
pub(super) fn explain(problem: &Problem, work: &mut Work<'_>) -> (Vec<Shortfall>, Vec<Relaxation>) {
    let (shortfalls, short, limits) = match least_short(problem, work) {
        Some((choice, short)) => (shortfalls(problem, &choice), short, near_limits(problem, &choice)),
        None => (Vec::new(), u32::MAX, locks_and_shares(problem)),
    };
    let mut relaxations = Vec::new();
    for bind in limits.into_iter().take(TRIES) {
        if work.is_over() {
            break;
        }
        let left = relaxed(problem, bind).and_then(|problem| least_short(&problem, work)).map(|(_, left)| left);
        if let Some(left) = left.filter(|left| *left < short) {
            relaxations.push(Relaxation { limit: limit(problem, bind), short: left });
        }
    }
    relaxations.sort_by_key(|relaxation| relaxation.short);
    (shortfalls, relaxations)
}

fn shortfalls(problem: &Problem, choice: &Choice) -> Vec<Shortfall> {
    let shortfall = |(city, short): (u32, u32)| Shortfall {
        id: problem.cities[city as usize].id.clone(),
        short,
        held_by: held_by(problem, choice, city).into_iter().map(|bind| limit(problem, bind)).collect(),
    };
    short_cities(problem, choice).map(shortfall).collect()
}

/// Shares that can be broken, and locked pairs that use one up.
fn locks_and_shares(problem: &Problem) -> Vec<Bind> {
    let shares = (0..problem.rules.len() as u32).filter(|rule| matches!(problem.rules[*rule as usize].source, Source::Share(_)));
    let shares: Vec<u32> = shares.collect();
    let locks = (0..problem.edges.len() as u32).filter(|at| {
        let edge = &problem.edges[*at as usize];
        edge.locked && edge.rules.iter().any(|(rule, coefficient)| *coefficient > 0 && shares.contains(rule))
    });
    shares.iter().map(|rule| Bind::Rule(*rule)).chain(locks.map(Bind::Lock)).collect()
}

/// A set that misses as few pairs as was found possible, and how many it misses.
fn least_short(problem: &Problem, work: &mut Work<'_>) -> Option<(Choice, u32)> {
    let choice = search(&problem.with_wishes(), work).best?;
    let short = short_cities(problem, &choice).map(|(_, short)| short).sum();
    Some((choice, short))
}

fn short_cities<'a>(problem: &'a Problem, choice: &'a Choice) -> impl Iterator<Item = (u32, u32)> + 'a {
    let short = |city: usize| problem.cities[city].low.saturating_sub(choice.pairs[city]);
    (0..problem.cities.len()).map(move |city| (city as u32, short(city))).filter(|(_, short)| *short > 0)
}

/// What keeps a pair that is not chosen from being chosen.
pub(super) fn obstacles(problem: &Problem, choice: &Choice, edge: &Edge) -> Vec<Bind> {
    let mut found = Vec::new();
    let directed = problem.kind == super::instance::RoundKind::PeerLearning;
    let ends = [
        (edge.a, choice.room_of_a(problem, edge), choice.room_as_learner(problem, edge.a), Bind::LearnMax(edge.a)),
        (edge.b, choice.room_of_b(problem, edge), choice.room_as_mentor(problem, edge.b), Bind::MentorMax(edge.b)),
    ];
    for (city, room, room_in_role, role) in ends {
        if !room && directed && !room_in_role {
            found.push(role);
        }
        if !room && choice.pairs[city as usize] >= problem.cities[city as usize].quota {
            found.push(Bind::Max(city));
        }
    }
    found.extend(choice.rules_against(problem, edge).map(Bind::Rule));
    found
}

/// What holds a city back, one pair away from it.
fn held_by(problem: &Problem, choice: &Choice, city: u32) -> Vec<Bind> {
    let edges = &problem.adjacent[city as usize];
    let open = edges.iter().filter(|at| !choice.chosen[**at as usize]);
    let mut found: BTreeSet<Bind> = open.flat_map(|at| obstacles(problem, choice, &problem.edges[*at as usize])).collect();
    if (edges.len() as u32) < problem.cities[city as usize].low {
        found.insert(Bind::TooFew(city));
    }
    found.into_iter().collect()
}

/// Limits in order of their distance from the cities that are short, along pairs that would have to change hands: a pair that is wanted, the
/// pairs that stand in its way, what their cities could have instead, and so on.
fn near_limits(problem: &Problem, choice: &Choice) -> Vec<Bind> {
    let mut queue: Vec<u32> = short_cities(problem, choice).map(|(city, _)| city).collect();
    let mut seen: BTreeSet<u32> = queue.iter().copied().collect();
    let mut limits: Vec<Bind> = Vec::new();
    let mut listed = BTreeSet::new();
    let minima: Vec<Bind> = queue.iter().map(|city| Bind::Min(*city)).collect();
    let mut next = 0;
    while next < queue.len() && limits.len() < TRIES {
        let city = queue[next];
        next += 1;
        for at in problem.adjacent[city as usize].iter().filter(|at| !choice.chosen[**at as usize]) {
            for bind in obstacles(problem, choice, &problem.edges[*at as usize]) {
                if listed.insert(bind) {
                    limits.push(bind);
                    for held in in_the_way(problem, choice, bind) {
                        let edge = &problem.edges[held as usize];
                        if edge.locked && listed.insert(Bind::Lock(held)) {
                            limits.push(Bind::Lock(held));
                        }
                        queue.extend([edge.a, edge.b].into_iter().filter(|city| seen.insert(*city)));
                    }
                }
            }
        }
    }
    limits.truncate(TRIES.saturating_sub(minima.len()));
    limits.extend(minima);
    limits
}

/// Chosen pairs that use up a limit.
fn in_the_way(problem: &Problem, choice: &Choice, bind: Bind) -> Vec<u32> {
    let of_city = |city: u32| problem.adjacent[city as usize].iter().copied().filter(|at| choice.chosen[*at as usize]).collect();
    match bind {
        Bind::Max(city) | Bind::LearnMax(city) | Bind::MentorMax(city) => of_city(city),
        Bind::Rule(rule) => problem.rules[rule as usize].spending().filter(|at| choice.chosen[*at as usize]).collect(),
        Bind::Lock(_) | Bind::Min(_) | Bind::TooFew(_) => Vec::new(),
    }
}

/// The round with one limit relaxed.
pub(super) fn relaxed(problem: &Problem, bind: Bind) -> Option<Problem> {
    let mut problem = problem.clone();
    match bind {
        Bind::Max(city) => problem.cities[city as usize].quota += 1,
        Bind::LearnMax(city) => problem.cities[city as usize].learn_quota += 1,
        Bind::MentorMax(city) => problem.cities[city as usize].mentor_quota += 1,
        Bind::Rule(rule) => match problem.rules[rule as usize].source {
            Source::CountryPair(_) | Source::Country(_) => problem.rules[rule as usize].most += 1,
            Source::Share(share) => {
                let lower = problem.shares[share as usize].lower()?;
                problem.set_share(share, lower);
            }
        },
        Bind::Lock(at) => problem.edges[at as usize].locked = false,
        Bind::Min(city) => problem.cities[city as usize].low -= 1,
        Bind::TooFew(_) => return None,
    }
    problem.tighten();
    Some(problem)
}

pub(super) fn limit(problem: &Problem, bind: Bind) -> Limit {
    let id = |city: u32| problem.cities[city as usize].id.clone();
    let country = |country: u32| problem.countries[country as usize].clone();
    match bind {
        Bind::Max(city) => Limit::Max { id: id(city) },
        Bind::LearnMax(city) => Limit::LearnMax { id: id(city) },
        Bind::MentorMax(city) => Limit::MentorMax { id: id(city) },
        Bind::Rule(rule) => match problem.rules[rule as usize].source {
            Source::CountryPair(countries) => {
                let [a, b] = countries.map(country);
                Limit::CountryPairCap { a, b }
            }
            Source::Country(number) => Limit::CountryCap { country: country(number) },
            Source::Share(share) => Limit::Share { grouping: problem.shares[share as usize].grouping.clone() },
        },
        Bind::Lock(at) => {
            let edge = &problem.edges[at as usize];
            Limit::Lock { a: id(edge.a), b: id(edge.b) }
        }
        Bind::Min(city) => Limit::Min { id: id(city) },
        Bind::TooFew(city) => Limit::TooFewCandidates { id: id(city) },
    }
}
