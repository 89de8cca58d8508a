//! Rounds: the best set of pairings, not the best single pair.
//!
//! A round is a set of cities, candidates with scores, quotas, minima, caps, shares, locks and bars; the answer is the set of pairs that
//! covers most cities and among those has the highest total score (or the best worst pair before that, or the highest score alone), with the
//! proof: a bound that no set can exceed. Without a direction this is the problem of a simple b-matching in a general graph (Edmonds, 1965), whose linear programme has whole and half
//! pairs only (Balinski, 1965); with a direction it is a transport problem, to which coverage adds a little. What is beyond both, caps and
//! shares, is searched. Steps:
//!
//! 1. `check` names everything that cannot be meant; `problem` numbers cities and pairs in the order of their ids, so that the order of the
//!    input does not matter, and turns scores into integers.
//! 2. `master` solves the linear programme over promising pairs with `lp` and brings in others as long as they could help.
//! 3. `parity` cuts off what no whole set can be, `rounding` makes good sets, and the two meet.
//! 4. Caps and shares come in only now: where the best set without them keeps them, or one is found that does and is as good, that is proved
//!    to be the best; else its value stays a bound, and the programme goes on with them.
//! 5. `search` fixes what the difference allows and branches over the rest.
//! 6. `report` says what the set is like; `shortage`, where there is none, why.
//!
//! Floating point guides, integers prove: see `lp::exact`. Work is counted in steps, so that one input gives one answer everywhere.
//! Caps and shares are `rules`: a row each in `master`, a counter each in `choice`. The best worst pair is a search over `thresholds` on the
//! score, each a round of its own.

pub mod analysis;
mod check;
mod choice;
mod cut_tree;
mod instance;
mod lp;
mod master;
pub mod outlook;
mod parity;
mod problem;
mod report;
mod rounding;
mod rules;
mod search;
mod shortage;
mod solution;
mod thresholds;
mod work;

pub use instance::{BY_COUNTRY, Candidate, CountryCap, CountryPairCap, Fault, Instance, Node, Objective, RoundError, RoundKind, Share};
pub use solution::{Limit, Relaxation, Shortfall, Solution, Status, Unmatched, Why};

use problem::Problem;
use work::Work;

/// Ten times what rounds of ten thousand cities take; a search that caps make hopeless ends after some minutes.
pub const USUAL_STEPS: u64 = 300_000;

/// Everything that is wrong with an instance, in the order of the input; nothing where it can be solved.
pub fn faults(instance: &Instance) -> Vec<Fault> {
    check::faults(instance)
}

/// Solves a round within so many steps; `cancelled` is asked now and then whether to stop, and a round that is stopped is answered like one
/// whose steps have run out: with the best set found and how much better another could be.
///
/// # Errors
///
/// If the instance contradicts itself, or the steps did not suffice to find any set that keeps every minimum.
pub fn solve(instance: &Instance, steps: u64, cancelled: &mut dyn FnMut() -> bool) -> Result<Solution, RoundError> {
    let faults = check::faults(instance);
    if !faults.is_empty() {
        return Err(RoundError::Faulty { faults });
    }
    let problem = Problem::new(instance);
    let mut work = Work::new(steps, cancelled);
    let found = find(&problem, instance.objective, &mut work);
    match (&found.best, found.bound) {
        (Some(best), _) => Ok(report::solution(&problem, best, &found, work.steps())),
        (None, Some(_)) => Err(RoundError::Undecided { steps: work.steps() }),
        (None, None) => {
            let (shortfalls, relaxations) = shortage::explain(&problem, &mut work);
            Ok(Solution {
                status: Status::Infeasible,
                pairs: Vec::new(),
                covered: 0,
                covered_bound: 0,
                score: 0.0,
                bound: 0.0,
                worst: None,
                gap: 0.0,
                unmatched: Vec::new(),
                blocking_pairs: 0,
                shortfalls,
                relaxations,
                steps: work.steps(),
            })
        }
    }
}

/// The best set for an objective, or what is known of it.
fn find(problem: &Problem, objective: Objective, work: &mut Work<'_>) -> search::Found {
    match objective {
        Objective::CoverageThenWorstThenScore => thresholds::search_thresholds(problem, work),
        Objective::CoverageThenScore | Objective::Score => search::search(problem, work),
    }
}

#[cfg(test)]
mod tests;
