//! The best worst pair (max-min): the highest threshold on the score at which as many cities can be covered.
//!
//! With more candidates no fewer cities can be covered, so that the thresholds that still cover as many are those up to some score, which
//! is found by halving (the bottleneck method of Edmonds and Fulkerson, 1970). For each threshold only coverage is looked at, which is
//! proved much sooner than the best score; the score is made largest once, at the end.

use super::choice::Choice;
use super::problem::Problem;
use super::search::{Found, Raised, search};
use super::work::Work;

/// The best set by coverage, then worst pair, then score. What could not be decided counts as impossible and is told. First without the
/// rules, which is soon done: a set that keeps them all the same is the best with them too, and no worst pair is better than without them.
pub(super) fn search_thresholds(problem: &Problem, work: &mut Work<'_>) -> Found {
    if problem.rules.is_empty() {
        return search_below(problem, None, work);
    }
    let free = work.half(|work| search_below(&problem.without_rules(), None, work));
    let Some(best) = free.best.as_ref().filter(|best| free.is_proved(best)) else { return search_below(problem, None, work) };
    let best = Choice::of(problem, best.edges());
    if best.keeps_all(problem) {
        return Found { best: Some(best), ..free };
    }
    search_below(problem, Some(&best), work)
}

/// The same, where no set of as many cities as `free` has can have a better worst pair.
fn search_below(problem: &Problem, free: Option<&Choice>, work: &mut Work<'_>) -> Found {
    let plain = problem.for_coverage();
    let coverage = search(&plain, work);
    let Some(best) = coverage.best else { return Found { best: None, bound: coverage.bound, raised: None } };
    let bound = coverage.bound.unwrap_or(best.worth).max(best.worth);
    let more = usize::try_from(plain.rewards_within(bound - best.worth)).unwrap_or(usize::MAX);
    let covered_bound = best.covered().saturating_add(more).min(problem.cities.iter().filter(|city| city.high > 0).count());
    let mut raised = Raised { covered_bound, proved: true };
    let mut thresholds: Vec<i64> = problem.edges.iter().filter(|edge| !edge.locked).map(|edge| problem.true_profit(edge)).collect();
    thresholds.sort_unstable();
    thresholds.dedup();
    let mut set: Vec<u32> = best.edges().collect();
    let mut low = place(problem, &thresholds, &set);
    let mut high = thresholds.len();
    if let Some(free) = free.filter(|free| free.covered() == best.covered()) {
        let set: Vec<u32> = free.edges().collect();
        high = high.min(place(problem, &thresholds, &set) + 1);
    }
    while low + 1 < high {
        let middle = low.midpoint(high);
        match covering(problem, thresholds[middle], best.covered(), work) {
            Tried::Covers(found) => {
                low = place(problem, &thresholds, &found).max(middle);
                set = found;
            }
            Tried::CoversLess => high = middle,
            Tried::Undecided => (high, raised.proved) = (middle, false),
        }
    }
    best_above(problem, thresholds.get(low).copied(), &set, work).with(raised)
}

/// What a threshold leaves.
enum Tried {
    /// This set covers as many.
    Covers(Vec<u32>),
    CoversLess,
    Undecided,
}

/// The place of the worst pair of a set that is not locked; the last one where there is none.
fn place(problem: &Problem, thresholds: &[i64], set: &[u32]) -> usize {
    let open = set.iter().map(|at| &problem.edges[*at as usize]).filter(|edge| !edge.locked);
    let worst = open.map(|edge| problem.true_profit(edge)).min();
    worst.map_or(thresholds.len().saturating_sub(1), |worst| thresholds.partition_point(|threshold| *threshold < worst))
}

/// Whether so many cities can be covered by locked pairs and pairs of at least this score.
fn covering(problem: &Problem, threshold: i64, covered: usize, work: &mut Work<'_>) -> Tried {
    let (above, kept) = problem.only(|edge| edge.locked || problem.true_profit(edge) >= threshold);
    if above.cities.iter().filter(|city| city.high > 0).count() < covered {
        return Tried::CoversLess;
    }
    let plain = above.for_coverage();
    let found = search(&plain, work);
    let (Some(best), Some(bound)) = (&found.best, found.bound) else {
        return if found.bound.is_none() { Tried::CoversLess } else { Tried::Undecided };
    };
    if best.covered() >= covered {
        return Tried::Covers(best.edges().map(|at| kept[at as usize]).collect());
    }
    let more = plain.rewards_within(bound - best.worth);
    if best.covered() as i128 + more < covered as i128 { Tried::CoversLess } else { Tried::Undecided }
}

/// The best set of locked pairs and pairs of at least this score; `set` is one of those.
fn best_above(problem: &Problem, threshold: Option<i64>, set: &[u32], work: &mut Work<'_>) -> Found {
    let (above, kept) = problem.only(|edge| edge.locked || threshold.is_some_and(|threshold| problem.true_profit(edge) >= threshold));
    let found = search(&above, work);
    let known = Choice::of(problem, set.iter().copied());
    let best = found.best.map(|best| Choice::of(problem, best.edges().map(|at| kept[at as usize])));
    let best = best.filter(|best| best.worth >= known.worth).unwrap_or(known);
    Found { best: Some(best), bound: found.bound, raised: None }
}
