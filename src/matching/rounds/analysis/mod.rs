//! What a solved round is like, and how two rounds differ: pure functions of instances and solutions.
//!
//! `figures` counts, `greedy` is what would be done without a solver, `prices`, `left_out` and `stability` solve variants of the round, and
//! `compare` sets two rounds side by side.

mod answer;
mod compare;
mod figures;
mod greedy;
mod left_out;
mod prices;
mod stability;

pub use answer::{
    Analysis, BlockingPair, BlockingPairs, Constraint, Coverage, Exposure, Figures, Greedy, GroupRow, GroupingExposure, Histogram, LeftOut,
    Nearest, Obstacle, Price, Reached, Scores, Stability, StablePair,
};
pub use compare::{Added, AddedWhy, Comparison, Gone, GoneWhy, RuleChange, Totals, compare};

use std::collections::BTreeMap;

use super::choice::Choice;
use super::instance::Instance;
use super::problem::Problem;
use super::solution::{Solution, Status};
use super::work::Work;

/// Candidates that a branch of a search inside counts a further step for. A branch takes as long as many exchanges of the simplex method, the
/// longer the more candidates there are, and one hard variant must not take the time of all the others.
const CANDIDATES_A_STEP: u64 = 200;

/// How much an analysis may compute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnalysisOptions {
    /// Steps of each round that is solved inside; 20,000 suit a thousand cities. A branch of the search counts for several, unlike in
    /// [`solve`](super::solve).
    pub steps: u64,
    /// Redraws of the scores.
    pub draws: u32,
    /// Where the redraws begin; the same seed gives the same draws.
    pub seed: u64,
}

/// What a solved round is like. The instance is the one that the solution is of, and has no faults.
///
/// The cost is that of the rounds solved inside: one without constraints, at most 24 prices, at most 24 tries for cities left out (these only
/// ask whether there is a set at all), and one for each draw; each has `steps` steps. Everything else takes less than one of them.
/// `cancelled` is asked before and within each; once it says so, the analysis is what is known so far and `unproved`.
pub fn analyse(instance: &Instance, solution: &Solution, options: &AnalysisOptions, cancelled: &mut dyn FnMut() -> bool) -> Analysis {
    let round = Round::new(instance, solution);
    let mut solver = Solver { steps: options.steps, cancelled, unproved: solution.status == Status::Feasible };
    let unconstrained = solver.solve(&figures::unconstrained(instance)).map(|solution| figures::figures(&solution));
    let (prices, prices_not_tried) = prices::prices(&round, &mut solver);
    let left_out = left_out::left_out(&round, &mut solver);
    let stability = stability::stability(&round, options, &mut solver);
    Analysis {
        coverage: figures::coverage(&round),
        scores: figures::scores(&round),
        greedy: greedy::greedy(&round),
        unconstrained,
        prices,
        prices_not_tried,
        left_out,
        blocking_pairs: figures::blocking_pairs(&round),
        exposure: figures::exposure(&round),
        stability,
        unproved: solver.unproved,
    }
}

/// A round with its solution, in words and in numbers.
struct Round<'a> {
    instance: &'a Instance,
    solution: &'a Solution,
    problem: Problem,
    choice: Choice,
}

impl<'a> Round<'a> {
    fn new(instance: &'a Instance, solution: &'a Solution) -> Self {
        let problem = Problem::new(instance);
        let numbers: BTreeMap<&str, u32> = problem.cities.iter().zip(0..).map(|(city, at)| (city.id.as_str(), at)).collect();
        let edge = |(a, b): &(String, String)| {
            let ends = (*numbers.get(a.as_str())?, *numbers.get(b.as_str())?);
            problem.edges.binary_search_by_key(&ends, |edge| (edge.a, edge.b)).ok().map(|at| at as u32)
        };
        let choice = Choice::of(&problem, solution.pairs.iter().filter_map(edge));
        Round { instance, solution, problem, choice }
    }

    fn id(&self, city: u32) -> String {
        self.problem.cities[city as usize].id.clone()
    }
}

/// Solves variants of a round, and remembers whether all of them were proved.
struct Solver<'a> {
    steps: u64,
    cancelled: &'a mut dyn FnMut() -> bool,
    unproved: bool,
}

impl Solver<'_> {
    /// Whether to go on; what is left out then is not proved.
    fn goes_on(&mut self) -> bool {
        let cancelled = (self.cancelled)();
        self.unproved |= cancelled;
        !cancelled
    }

    /// The work that one variant may take.
    fn work(&mut self, problem: &Problem) -> Work<'_> {
        Work::new(self.steps, self.cancelled).with_branches_of(1 + problem.edges.len() as u64 / CANDIDATES_A_STEP)
    }

    /// The best set of a variant that has no faults; `None` where there is none, or none was found.
    fn solve(&mut self, instance: &Instance) -> Option<Solution> {
        if !self.goes_on() {
            return None;
        }
        let problem = Problem::new(instance);
        let mut work = self.work(&problem);
        let found = super::find(&problem, instance.objective, &mut work);
        let solution = found.best.as_ref().map(|best| super::report::solution(&problem, best, &found, work.steps()));
        self.unproved |= match &solution {
            Some(solution) => solution.status == Status::Feasible,
            None => found.bound.is_some(),
        };
        solution
    }

    /// Whether there is a set that keeps every minimum and rule; `None` where that was not decided.
    fn is_possible(&mut self, problem: &Problem) -> Option<bool> {
        if !self.goes_on() {
            return None;
        }
        let mut work = self.work(problem);
        let found = super::search::search(problem, &mut work);
        let decided = if found.best.is_some() { Some(true) } else { found.bound.is_none().then_some(false) };
        self.unproved |= decided.is_none();
        decided
    }
}
