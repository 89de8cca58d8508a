//! The exact search: bounds from the linear programme, cut by parity, and branching over what is left.
//!
//! Without a direction and without rules over many pairs the cuts alone lead to whole pairs (Edmonds, 1965), and a branch is hardly ever
//! needed. So the rules are left out at first: often they cost nothing, and then the round is solved. Otherwise pairs are fixed by reduced
//! cost as soon as a good set is known, and the rest is searched depth first, over what shares count before single pairs, every branch
//! judged by a bound in integers.

use super::choice::Choice;
use super::lp::Outcome;
use super::lp::exact::PARTS;
use super::master::{Master, NONE};
use super::parity::violated;
use super::problem::Problem;
use super::rounding::rounded;
use super::work::Work;

/// How far a pair's value may be from a whole number and still be taken for it.
const WHOLE: f64 = 1e-6;
/// Rounds of cuts at a branch; at the root there is no limit.
const ROUNDS_AT_A_BRANCH: usize = 3;
/// Rounds of cuts at the root where there are rules over many pairs; without them there is no limit.
const ROUNDS_WITH_RULES: usize = 8;
/// Most groups of pairs that are taken for good in search of a first set, and the part of the open pairs that makes a group.
const DIVES: usize = 60;
const GROUPS: usize = 8;

/// What the search found.
pub(super) struct Found {
    /// The best set that keeps every minimum and rule.
    pub(super) best: Option<Choice>,
    /// No set is worth more than this, in units; `None` where it was proved that there is no set at all.
    pub(super) bound: Option<i128>,
    /// Where the worst pair comes before the score: what is known of the steps before the last.
    pub(super) raised: Option<Raised>,
}

/// What is known of coverage and of the worst pair.
pub(super) struct Raised {
    /// No set covers more cities.
    pub(super) covered_bound: usize,
    /// No set that covers as many has a better worst pair.
    pub(super) proved: bool,
}

impl Found {
    pub(super) fn with(self, raised: Raised) -> Found {
        Found { raised: Some(raised), ..self }
    }

    /// Whether no set is better than this one, which is the best that was found.
    pub(super) fn is_proved(&self, best: &Choice) -> bool {
        let steps_proved = self.raised.as_ref().is_none_or(|raised| raised.proved && raised.covered_bound == best.covered());
        self.bound == Some(best.worth) && steps_proved
    }
}

/// Searches until the best set is proved, or the work ends.
pub(super) fn search(problem: &Problem, work: &mut Work<'_>) -> Found {
    if problem.cities.iter().any(|city| city.low > city.high) {
        return Found { best: None, bound: None, raised: None };
    }
    let mut search = Search {
        problem,
        master: Master::new(problem),
        best: None,
        bound: problem.most() * PARTS,
        left_open: None,
        branching: false,
        decided: vec![false; problem.edges.len()],
        at_root: Vec::new(),
    };
    match search.root(work) {
        Root::Nothing => return Found { best: None, bound: None, raised: None },
        Root::Proved => {}
        Root::Open => search.branch(work),
    }
    search.finish()
}

enum Root {
    /// No set keeps every minimum and rule.
    Nothing,
    /// The best set is known.
    Proved,
    Open,
}

/// What the programme says at a branch.
enum Node {
    /// Nothing better lies below.
    Closed,
    /// Something may, and no more than this, in parts; what to branch over.
    Open(i128, On),
    Stopped,
}

/// What a branching is over.
#[derive(Clone, Copy)]
enum On {
    Pair(u32),
    /// A count, by its variable: at most so much or more; and the bounds of the variable before.
    Count {
        variable: u32,
        most: i64,
        before: (i64, i64),
    },
}

/// A branching that has been made.
struct Branch {
    on: On,
    /// The pair is chosen; the count is above.
    chosen: bool,
    /// The other way is still to be searched.
    open: bool,
    /// The bound above it, in parts.
    bound: i128,
}

struct Search<'a> {
    problem: &'a Problem,
    master: Master<'a>,
    best: Option<Choice>,
    /// The bound at the root, in parts.
    bound: i128,
    /// The highest bound of what was left without proof, in parts.
    left_open: Option<i128>,
    /// Pairs outside the programme can be in no better set any more.
    branching: bool,
    /// Pairs that a branch stands on.
    decided: Vec<bool>,
    /// What each pair brings at the root's multipliers, in parts.
    at_root: Vec<i128>,
}

impl Search<'_> {
    /// A bound up to here is of no interest any more, in parts.
    fn beaten(&self) -> Option<i128> {
        self.best.as_ref().map(|best| self.problem.next_worth(best.worth) * PARTS)
    }

    fn is_beaten(&self, bound: i128) -> bool {
        self.beaten().is_some_and(|beaten| bound < beaten)
    }

    /// Makes the present values whole and keeps the set if it is better than the best so far.
    fn round(&mut self) -> bool {
        let all = 0..self.problem.edges.len() as u32;
        let candidates = if self.branching { all.filter(|at| self.master.may_be_chosen(*at)).collect() } else { all.collect() };
        let choice = rounded(self.problem, candidates, |at| self.master.value(at));
        let better = choice.keeps_all(self.problem) && self.best.as_ref().is_none_or(|best| choice.worth > best.worth);
        if better {
            self.best = Some(choice);
        }
        better
    }

    /// First the round without its rules, which parity makes whole: where its best set keeps them, or some set is as good that does, that
    /// is the answer. Else the rules are added to what is there by then.
    fn root(&mut self, work: &mut Work<'_>) -> Root {
        if self.problem.rules.is_empty() {
            return self.cut(usize::MAX, work);
        }
        let without_rules = self.cut(usize::MAX, work);
        self.master.add_rules();
        match without_rules {
            Root::Open if !work.is_over() => self.cut(ROUNDS_WITH_RULES, work),
            Root::Nothing | Root::Proved | Root::Open => without_rules,
        }
    }

    /// Solves the programme as it is and cuts it by parity, so many times at most, then makes a set.
    fn cut(&mut self, mut rounds_left: usize, work: &mut Work<'_>) -> Root {
        loop {
            match self.master.lp.solve(work) {
                Outcome::Infeasible(_) if self.master.take_in_all() => continue,
                Outcome::Infeasible(weights) if self.master.lp.proves_infeasible(&weights) => return Root::Nothing,
                Outcome::Infeasible(_) => return Root::Open,
                Outcome::Stopped => {
                    self.read_bound();
                    self.round();
                    return Root::Open;
                }
                Outcome::Optimal | Outcome::Trouble => {}
            }
            let better = self.master.seem_better();
            if self.master.price_in(better) > 0 || self.master.add_missing_totals() {
                continue;
            }
            let cuts = if rounds_left > 0 { violated(&self.master) } else { Vec::new() };
            // A set is only made where it may be the best: early ones are never good enough to end the search.
            if cuts.is_empty() {
                if self.read_bound() {
                    continue;
                }
                self.round();
                return if self.is_beaten(self.bound) { Root::Proved } else { Root::Open };
            }

            rounds_left -= 1;
            cuts.iter().for_each(|cut| self.master.add_cut(cut));
        }
    }

    /// Brings in what could raise the optimum and lowers the bound; whether anything came in.
    fn read_bound(&mut self) -> bool {
        let multipliers = self.master.lp.exact_multipliers();
        let inside = self.master.bound(&multipliers);
        let at_root: Vec<i128> = (0..self.problem.edges.len() as u32).map(|at| self.master.reduced(at, &multipliers)).collect();
        let (outside, better) = self.master.outside(&at_root);
        if inside + outside < self.bound {
            self.bound = inside + outside;
            self.at_root = at_root;
        }
        self.master.price_in(better) > 0
    }

    /// Fixes pairs at what they must be in any better set. A pair's loss is how much the root's bound falls if it is turned the other way.
    fn fix(&mut self) {
        let Some(beaten) = self.beaten() else { return };
        for at in 0..self.problem.edges.len() as u32 {
            let variable = self.master.pair[at as usize];
            let reduced = self.at_root.get(at as usize).copied().unwrap_or(0);
            if variable == NONE || self.decided[at as usize] || self.bound - reduced.abs() >= beaten {
                continue;
            }
            let value = i64::from(reduced > 0);
            let (lower, upper) = self.master.lp.bounds(variable);
            if lower < upper && (lower..=upper).contains(&value) {
                self.master.lp.set_bounds(variable, (value, value));
            }
        }
    }

    /// Pairs that are not in the programme and could be in a better set come in.
    fn complete(&mut self) {
        let beaten = self.beaten();
        for at in 0..self.problem.edges.len() as u32 {
            let reduced = self.at_root.get(at as usize).copied().unwrap_or(0);
            if beaten.is_none_or(|beaten| self.bound - reduced.abs() >= beaten) {
                self.master.take_in(at);
            }
        }
    }

    /// A first good set: the most likely pairs are taken for good one group after another, until the rest is whole.
    fn dive(&mut self, work: &mut Work<'_>) {
        let mut taken = Vec::new();
        for _ in 0..DIVES {
            let mut open: Vec<(f64, u32)> = self.open().filter(|(value, _)| *value > WHOLE && *value < 1.0 - WHOLE).collect();
            if open.is_empty() {
                break;
            }
            open.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            // What is more likely than not can be taken together: two halves at one city make a pair too many.
            let likely = open.iter().take_while(|(value, _)| *value > 0.5 + WHOLE).count();
            let group = open.len().div_ceil(GROUPS).min(likely).max(1);
            for (_, at) in open.into_iter().take(group) {
                taken.push(at);
                self.decide(at, true);
            }
            if !matches!(self.master.lp.solve(work), Outcome::Optimal) {
                break;
            }
        }
        self.round();
        taken.into_iter().for_each(|at| self.undo(at));
    }

    fn branch(&mut self, work: &mut Work<'_>) {
        self.complete();
        self.branching = true;
        self.fix();
        self.dive(work);
        self.fix();
        let mut branches: Vec<Branch> = Vec::new();
        let mut above = self.bound;
        loop {
            match self.node(above, work) {
                Node::Open(bound, on) => {
                    above = bound;
                    let chosen = match on {
                        On::Pair(at) => self.master.value(at) >= 0.5,
                        On::Count { variable, most, .. } => -self.master.lp.value(variable) - most as f64 >= 0.5,
                    };
                    branches.push(Branch { on, chosen, open: true, bound });
                    self.turn(on, chosen);
                }
                Node::Closed => match self.back(&mut branches) {
                    Some(bound) => above = bound,
                    None => return,
                },
                Node::Stopped => {
                    let open = branches.iter().filter(|branch| branch.open).map(|branch| branch.bound);
                    let highest = open.chain([above]).max();
                    self.left_open = self.left_open.max(highest);
                    return;
                }
            }
        }
    }

    fn turn(&mut self, on: On, chosen: bool) {
        match on {
            On::Pair(at) => self.decide(at, chosen),
            On::Count { variable, most, before: (lower, upper) } => {
                let bounds = if chosen { (lower, -most - 1) } else { (-most, upper) };
                self.master.lp.set_bounds(variable, bounds);
            }
        }
    }

    fn turn_back(&mut self, on: On) {
        match on {
            On::Pair(at) => self.undo(at),
            On::Count { variable, before, .. } => self.master.lp.set_bounds(variable, before),
        }
    }

    fn decide(&mut self, at: u32, chosen: bool) {
        self.decided[at as usize] = true;
        let value = i64::from(chosen);
        self.master.lp.set_bounds(self.master.pair[at as usize], (value, value));
    }

    fn undo(&mut self, at: u32) {
        self.decided[at as usize] = false;
        let locked = i64::from(self.problem.edges[at as usize].locked);
        self.master.lp.set_bounds(self.master.pair[at as usize], (locked, 1));
    }

    /// Goes back to the last branching with another way; the bound above it, or `None` when all is searched.
    fn back(&mut self, branches: &mut Vec<Branch>) -> Option<i128> {
        while let Some(branch) = branches.last_mut() {
            if branch.open && !self.is_beaten(branch.bound) {
                branch.open = false;
                branch.chosen = !branch.chosen;
                let (on, chosen, bound) = (branch.on, branch.chosen, branch.bound);
                self.turn(on, chosen);
                return Some(bound);
            }
            let on = branch.on;
            branches.pop();
            self.turn_back(on);
        }
        None
    }

    fn node(&mut self, above: i128, work: &mut Work<'_>) -> Node {
        let (mut bound, mut solved) = (above, false);
        for round in 0.. {
            if !work.branch() {
                return Node::Stopped;
            }
            solved = match self.master.lp.solve(work) {
                Outcome::Infeasible(weights) if self.master.lp.proves_infeasible(&weights) => return Node::Closed,
                Outcome::Stopped => return Node::Stopped,
                Outcome::Optimal => true,
                Outcome::Infeasible(_) | Outcome::Trouble => false,
            };
            let multipliers = self.master.lp.exact_multipliers();
            bound = bound.min(self.master.bound(&multipliers));
            if self.is_beaten(bound) {
                return Node::Closed;
            }
            if self.round() {
                self.fix();
                if self.is_beaten(bound) {
                    return Node::Closed;
                }
            }
            if solved && self.master.add_missing_totals() {
                continue;
            }
            let cuts = if round < ROUNDS_AT_A_BRANCH { violated(&self.master) } else { Vec::new() };
            if cuts.is_empty() {
                break;
            }
            cuts.iter().for_each(|cut| self.master.add_cut(cut));
        }
        if let Some(count) = self.open_count().filter(|_| solved) {
            return Node::Open(bound, count);
        }
        match self.most_open() {
            Some((distance, at)) if distance > WHOLE || !solved => Node::Open(bound, On::Pair(at)),
            _ => {
                // The optimum is whole and was seen, or every pair is decided; a bound above it comes from rounding alone and is stated.
                self.left_open = self.left_open.max(Some(bound));
                Node::Closed
            }
        }
    }

    /// Pairs that are neither fixed nor decided, with their values.
    fn open(&self) -> impl Iterator<Item = (f64, u32)> {
        let open = |at: &u32| {
            let variable = self.master.pair[*at as usize];
            variable != NONE && self.master.lp.bounds(variable) == (0, 1)
        };
        (0..self.problem.edges.len() as u32).filter(open).map(|at| (self.master.value(at), at))
    }

    /// The first count that is not whole. A share asks for whole pairs of so many whole pairs, which the programme has no sense of: as long as
    /// one of these counts is open, single pairs can be turned for long without the bound falling.
    fn open_count(&self) -> Option<On> {
        let mut counts = self.master.counts().map(|variable| (variable, -self.master.lp.value(variable)));
        let (variable, count) = counts.find(|(_, count)| (count - count.round()).abs() > WHOLE)?;
        Some(On::Count { variable, most: count.floor() as i64, before: self.master.lp.bounds(variable) })
    }

    /// The pair to branch over, the least whole one, and how far it is from being whole.
    fn most_open(&self) -> Option<(f64, u32)> {
        let mut best: Option<(f64, u32)> = None;
        for (value, at) in self.open() {
            let distance = value.min(1.0 - value);
            if best.is_none_or(|(most, _)| distance > most + WHOLE) {
                best = Some((distance, at));
            }
        }
        best
    }

    fn finish(self) -> Found {
        let open = self.left_open.map(|open| open.min(self.bound)).filter(|open| !self.is_beaten(*open));
        let bound = open.map(|open| open.div_euclid(PARTS)).or(self.best.as_ref().map(|best| best.worth));
        Found { best: self.best, bound, raised: None }
    }
}
