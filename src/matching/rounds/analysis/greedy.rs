//! What would be done without a solver: the best remaining allowed pair, again and again.

use super::Round;
use super::answer::{Figures, Greedy};
use crate::matching::rounds::choice::Choice;
use crate::matching::rounds::instance::Objective;
use crate::matching::rounds::problem::Problem;

/// The greedy set and what the round has beyond it.
pub(super) fn greedy(round: &Round<'_>) -> Greedy {
    let choice = taken(&round.problem, round.instance.objective);
    let score = round.problem.score(choice.scores(&round.problem));
    let (pairs, covered) = (choice.edges().count(), choice.covered());
    Greedy {
        keeps_all: choice.keeps_all(&round.problem),
        covered_gain: round.choice.covered() as i64 - covered as i64,
        score_gain: round.solution.score - score,
        figures: Figures { pairs, covered, score, proved: false },
    }
}

/// Takes the best pair that quotas, caps and shares allow as long as there is one. A pair below zero is only taken where coverage counts and
/// one of its cities has none yet. A share allows a pair or not as the set stands, so that a pair it forbids now may be taken later.
fn taken(problem: &Problem, objective: Objective) -> Choice {
    let mut choice = Choice::locked(problem);
    let mut order: Vec<u32> = (0..problem.edges.len() as u32).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(problem.true_profit(&problem.edges[*at as usize])), *at));
    let mut waiting: Vec<u32> = Vec::new();
    for at in order {
        if choice.chosen[at as usize] || !choice.has_places(problem, at) || !is_wanted(problem, &choice, at, objective) {
            continue;
        }
        if !choice.fits(problem, at) {
            waiting.push(at);
            continue;
        }
        choice.add(problem, at);
        while let Some(place) = waiting.iter().position(|at| choice.fits(problem, *at) && is_wanted(problem, &choice, *at, objective)) {
            choice.add(problem, waiting.remove(place));
        }
    }
    choice
}

fn is_wanted(problem: &Problem, choice: &Choice, at: u32, objective: Objective) -> bool {
    let edge = &problem.edges[at as usize];
    let covers = objective != Objective::Score && [edge.a, edge.b].iter().any(|city| choice.pairs[*city as usize] == 0);
    covers || problem.true_profit(edge) > 0
}
