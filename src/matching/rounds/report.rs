//! From a chosen set to what is said about it.

use super::choice::Choice;
use super::instance::RoundKind;
use super::problem::{Edge, Problem};
use super::rules::Source;
use super::search::Found;
use super::solution::{Solution, Status, Unmatched, Why};

/// The answer for a set that keeps every minimum and rule.
pub(super) fn solution(problem: &Problem, choice: &Choice, found: &Found, steps: u64) -> Solution {
    let covered = choice.covered();
    let scores = choice.scores(problem);
    let bound = found.bound.unwrap_or(choice.worth).max(choice.worth);
    let (covered_bound, bound) = bounds(problem, choice, covered, bound);
    let covered_bound = found.raised.as_ref().map_or(covered_bound, |raised| raised.covered_bound);
    let (score, bound) = (problem.score(scores), problem.score(bound));
    let proved = found.is_proved(choice);
    Solution {
        status: if proved { Status::Optimal } else { Status::Feasible },
        pairs: pairs(problem, choice),
        covered,
        covered_bound,
        score,
        bound,
        worst: choice.edges().map(|at| problem.edge_score(at)).min_by(f64::total_cmp),
        gap: if proved { 0.0 } else { (bound - score) / score.abs().max(1.0) },
        unmatched: unmatched(problem, choice),
        blocking_pairs: blocking(problem, choice).len(),
        shortfalls: Vec::new(),
        relaxations: Vec::new(),
        steps,
    }
}

fn pairs(problem: &Problem, choice: &Choice) -> Vec<(String, String)> {
    let id = |city: u32| problem.cities[city as usize].id.clone();
    choice.edges().map(|at| &problem.edges[at as usize]).map(|edge| (id(edge.a), id(edge.b))).collect()
}

/// From a bound on worth to one on coverage and one on scores, in units.
fn bounds(problem: &Problem, choice: &Choice, covered: usize, bound: i128) -> (usize, i128) {
    let rewards = choice.worth - choice.scores(problem);
    let reward = i128::from(problem.more_than_scores);
    let more = problem.rewards_within(bound - choice.worth);
    let candidates = problem.cities.iter().filter(|city| city.high > 0).count();
    let covered_bound = (covered + usize::try_from(more).unwrap_or(candidates)).min(candidates.max(covered));
    (covered_bound, (bound - rewards).min(reward))
}

fn unmatched(problem: &Problem, choice: &Choice) -> Vec<Unmatched> {
    let without = (0..problem.cities.len()).filter(|city| choice.pairs[*city] == 0);
    without.map(|city| Unmatched { id: problem.cities[city].id.clone(), why: why(problem, choice, city as u32) }).collect()
}

/// Why a city has no pair: of what holds back its candidates, that which is closest to giving way.
fn why(problem: &Problem, choice: &Choice, city: u32) -> Why {
    let limits = &problem.cities[city as usize];
    if limits.given == 0 {
        return Why::NoCandidate;
    }
    let reasons = problem.adjacent[city as usize].iter().map(|at| why_not(problem, choice, city, &problem.edges[*at as usize]));
    reasons.max().unwrap_or(Why::Barred)
}

/// Why a candidate of a city was not chosen; later reasons of [`Why`] are closer to giving way.
fn why_not(problem: &Problem, choice: &Choice, city: u32, edge: &Edge) -> Why {
    let ends = [(edge.a, choice.room_of_a(problem, edge)), (edge.b, choice.room_of_b(problem, edge))];
    let (own, other) = if edge.a == city { (ends[0], ends[1]) } else { (ends[1], ends[0]) };
    let partner = &problem.cities[other.0 as usize];
    let role = if edge.a == city { partner.mentor } else { partner.learn };
    if !own.1 {
        Why::NoQuota
    } else if partner.high == 0 || role == 0 {
        Why::PartnersWithoutQuota
    } else if !other.1 {
        Why::PartnersFull
    } else {
        // Where several rules forbid it, all must give way; the first kind is named.
        let against = choice.rules_against(problem, edge).map(|rule| problem.rules[rule as usize].source);
        against.min().map_or(Why::NoGain, |source| match source {
            Source::CountryPair(_) => Why::CountryPairCap,
            Source::Country(_) => Why::CountryCap,
            Source::Share(_) => Why::Share,
        })
    }
}

/// The score of the worst pair that each city has: in any role, as learner, as mentor.
fn worst_pairs(problem: &Problem, choice: &Choice) -> Vec<[Option<i64>; 3]> {
    let mut worst = vec![[None; 3]; problem.cities.len()];
    for at in choice.edges() {
        let edge = &problem.edges[at as usize];
        for (city, role) in [(edge.a, 1), (edge.b, 2)] {
            for slot in [0, role] {
                let worst: &mut Option<i64> = &mut worst[city as usize][slot];
                let profit = problem.true_profit(edge);
                *worst = Some(worst.map_or(profit, |worst| worst.min(profit)));
            }
        }
    }
    worst
}

/// A pair that is not chosen and that both cities would rather have.
pub(super) struct Blocking {
    pub(super) at: u32,
    /// What each of the two would gain over what it gives up, nothing where it has room; in true profit.
    pub(super) gains: [i64; 2],
}

/// Pairs not chosen for which both cities have room or would give up their worst pair.
pub(super) fn blocking(problem: &Problem, choice: &Choice) -> Vec<Blocking> {
    let worst = worst_pairs(problem, choice);
    let directed = problem.kind == RoundKind::PeerLearning;
    let gain = |city: u32, role: usize, room: bool, profit: i64| {
        let [any, learning, mentoring] = worst[city as usize];
        let same_role = if role == 1 { learning } else { mentoring };
        let given_up = if directed { same_role.or(any) } else { any };
        if room { Some(profit) } else { given_up.filter(|worst| profit > *worst).map(|worst| profit - worst) }
    };
    let blocks = |at: u32| {
        let edge = &problem.edges[at as usize];
        let profit = problem.true_profit(edge);
        let a = gain(edge.a, 1, choice.room_of_a(problem, edge), profit)?;
        Some(Blocking { at, gains: [a, gain(edge.b, 2, choice.room_of_b(problem, edge), profit)?] })
    };
    (0..problem.edges.len() as u32).filter(|at| !choice.chosen[*at as usize]).filter_map(blocks).collect()
}
