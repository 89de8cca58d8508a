//! Cities without a pair: what stands in the way of their best candidates, and which single limit would have to give way.

use std::collections::BTreeMap;

use super::answer::{LeftOut, Nearest, Obstacle};
use super::{Round, Solver};
use crate::matching::rounds::instance::Candidate;
use crate::matching::rounds::problem::Problem;
use crate::matching::rounds::shortage::{Bind, limit, obstacles, relaxed};

/// Candidates that are looked at for each city.
const NEAREST: usize = 3;
/// Limits that are tried.
const TRIES: usize = 24;

/// Every city without a pair.
pub(super) fn left_out(round: &Round<'_>, solver: &mut Solver<'_>) -> Vec<LeftOut> {
    let mut tries = Tries { round, solver, answers: BTreeMap::new() };
    let candidates = candidates(round);
    let city = |unmatched: &crate::matching::rounds::Unmatched| {
        let own = candidates.get(unmatched.id.as_str()).map_or(&[][..], Vec::as_slice);
        let nearest = own.iter().take(NEAREST).map(|candidate| tries.nearest(&unmatched.id, candidate)).collect();
        LeftOut { id: unmatched.id.clone(), why: unmatched.why, nearest }
    };
    round.solution.unmatched.iter().map(city).collect()
}

/// The candidates of each city without a pair, barred ones included, the best first.
fn candidates<'a>(round: &Round<'a>) -> BTreeMap<&'a str, Vec<&'a Candidate>> {
    let mut found: BTreeMap<&str, Vec<&Candidate>> = round.solution.unmatched.iter().map(|city| (city.id.as_str(), Vec::new())).collect();
    for edge in &round.instance.edges {
        for id in [&edge.a, &edge.b] {
            if let Some(own) = found.get_mut(id.as_str()) {
                own.push(edge);
            }
        }
    }
    for own in found.values_mut() {
        own.sort_by(|x, y| y.score.total_cmp(&x.score).then_with(|| (&x.a, &x.b).cmp(&(&y.a, &y.b))));
    }
    found
}

struct Tries<'a, 'b, 'c> {
    round: &'a Round<'b>,
    solver: &'a mut Solver<'c>,
    /// What was tried for a city and a limit.
    answers: BTreeMap<(u32, Bind), Option<bool>>,
}

impl Tries<'_, '_, '_> {
    fn nearest(&mut self, id: &str, candidate: &Candidate) -> Nearest {
        let problem = &self.round.problem;
        let number = |id: &str| problem.cities.binary_search_by(|city| city.id.as_str().cmp(id)).ok().map(|at| at as u32);
        let partner = if candidate.a == id { &candidate.b } else { &candidate.a };
        let mut nearest = Nearest { partner: partner.clone(), score: candidate.score, barred: false, in_the_way: Vec::new() };
        let (Some(city), Some(a), Some(b)) = (number(id), number(&candidate.a), number(&candidate.b)) else { return nearest };
        let is_it = |at: &&u32| {
            let edge = &problem.edges[**at as usize];
            (edge.a, edge.b) == (a, b) || !problem.is_directed() && (edge.a, edge.b) == (b, a)
        };
        let Some(at) = problem.adjacent[city as usize].iter().find(is_it) else { return Nearest { barred: true, ..nearest } };
        for bind in obstacles(problem, &self.round.choice, &problem.edges[*at as usize]) {
            nearest.in_the_way.push(Obstacle { limit: limit(problem, bind), brings_in: self.brings_in(city, bind) });
        }
        nearest
    }

    /// Whether a city and all that have a pair can have one once a limit is relaxed.
    fn brings_in(&mut self, city: u32, bind: Bind) -> Option<bool> {
        if let Some(answer) = self.answers.get(&(city, bind)) {
            return *answer;
        }
        if self.answers.len() == TRIES {
            return None;
        }
        let asked = all_with_a_pair(relaxed(&self.round.problem, bind)?, self.round, city);
        let answer = self.solver.is_possible(&asked);
        self.answers.insert((city, bind), answer);
        answer
    }
}

/// The round in which a city and all that have a pair must have one, whatever the score.
fn all_with_a_pair(mut problem: Problem, round: &Round<'_>, city: u32) -> Problem {
    for (at, limits) in problem.cities.iter_mut().enumerate() {
        if at == city as usize || round.choice.pairs[at] > 0 {
            limits.low = limits.low.max(1);
        }
        (limits.rewarded, limits.reward) = (0, 0);
    }
    problem.for_coverage()
}
