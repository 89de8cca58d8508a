//! The round as a linear programme: which variables and rows stand for what, and which pairs are worth having in it.
//!
//! A pair is a variable between 0 and 1. Each city has a row `pairs - rewarded pairs = rest` whose bounds leave room for what its quota and
//! minimum allow; roles and rules have rows where they can bind. Only promising pairs are in the programme from the start; the others
//! come in when the multipliers say that they could raise the optimum (Dantzig and Wolfe, 1960), so that the bound holds for all.

use super::instance::RoundKind;
use super::lp::exact::{Multipliers, PARTS};
use super::lp::{Entries, Lp};
use super::parity::ParityCut;
use super::problem::Problem;
use super::rules::Rule;

/// Stands for a variable or a row that there is none of.
pub(super) const NONE: u32 = u32::MAX;
/// A reward is earned by so much less than its pairs.
const EARNED: f64 = 1e-6;
/// Pairs of each city that are in the programme from the start, beyond its quota.
const SPARE: usize = 1;
/// Pairs that come in at a time for each city.
const AT_A_TIME: usize = 4;

pub(super) struct Master<'a> {
    pub(super) problem: &'a Problem,
    pub(super) lp: Lp,
    /// The variable of each pair, or [`NONE`].
    pub(super) pair: Vec<u32>,
    /// The variable of the rewarded pairs of each city, or [`NONE`].
    pub(super) rewarded: Vec<u32>,
    /// The row of each city, or [`NONE`].
    pub(super) total: Vec<u32>,
    learner: Vec<u32>,
    mentor: Vec<u32>,
    rule: Vec<u32>,
    /// Rows that only count, where there are shares: all pairs, and for each share that can bind those of unlike cities.
    counts: Vec<(Option<u32>, u32)>,
    /// The rows of the cuts that a pair is in, whether the pair is in the programme or not, with its coefficients.
    cuts_of: Vec<Vec<(u32, i32)>>,
}

impl<'a> Master<'a> {
    pub(super) fn new(problem: &'a Problem) -> Self {
        let cities = problem.cities.len();
        let mut master = Master {
            problem,
            lp: Lp::default(),
            pair: vec![NONE; problem.edges.len()],
            rewarded: vec![NONE; cities],
            total: vec![NONE; cities],
            learner: vec![NONE; cities],
            mentor: vec![NONE; cities],
            rule: Vec::new(),
            counts: Vec::new(),
            cuts_of: vec![Vec::new(); problem.edges.len()],
        };
        master.add_rows();
        for at in master.promising() {
            master.take_in(at);
        }
        master
    }

    fn add_rows(&mut self) {
        let problem = self.problem;
        for (at, city) in problem.cities.iter().enumerate().filter(|(at, _)| !problem.adjacent[*at].is_empty()) {
            let directed = problem.kind == RoundKind::PeerLearning;
            if !directed || city.low > 0 || city.high < city.learn + city.mentor {
                self.add_total(at);
            }
            if directed {
                self.learner[at] = self.lp.add_row(&[], (0, i64::from(city.learn)));
                self.mentor[at] = self.lp.add_row(&[], (0, i64::from(city.mentor)));
            }
        }
    }

    /// Adds the rows of the rules, which are not there from the start; the present point is where the programme with them goes on.
    pub(super) fn add_rules(&mut self) {
        let most_pairs = self.problem.most_pairs();
        for rule in self.problem.rules.iter().skip(self.rule.len()) {
            let inside = rule.members.iter().map(|(at, coefficient)| (self.pair[*at as usize], f64::from(*coefficient)));
            let entries: Entries = inside.filter(|(variable, _)| *variable != NONE).collect();
            self.rule.push(self.lp.add_row(&entries, (rule.least(most_pairs).min(rule.most), rule.most)));
        }
        self.add_counts();
    }

    fn add_counts(&mut self) {
        let shares: Vec<u32> = self.problem.rules.iter().filter_map(Rule::share_number).collect();
        let all = (!shares.is_empty()).then_some(None);
        for share in all.into_iter().chain(shares.into_iter().map(Some)) {
            let inside = (0..self.pair.len() as u32).filter(|at| self.pair[*at as usize] != NONE && self.is_counted(share, *at));
            let entries: Entries = inside.map(|at| (self.pair[at as usize], 1.0)).collect();
            let row = self.lp.add_row(&entries, (0, self.problem.most_pairs()));
            self.counts.push((share, row));
        }
    }

    fn is_counted(&self, share: Option<u32>, at: u32) -> bool {
        share.is_none_or(|share| self.problem.shares[share as usize].unlike[at as usize])
    }

    /// The variables that carry the counts, the value of each being the negative count.
    pub(super) fn counts(&self) -> impl Iterator<Item = u32> {
        self.counts.iter().map(|(_, row)| self.lp.logical(*row))
    }

    /// Adds the row of a city, with its reward.
    fn add_total(&mut self, at: usize) {
        let city = &self.problem.cities[at];
        let inside = self.problem.adjacent[at].iter().map(|at| self.pair[*at as usize]).filter(|variable| *variable != NONE);
        let entries: Entries = inside.map(|variable| (variable, 1.0)).collect();
        let row = self.lp.add_row(&entries, (i64::from(city.low), i64::from(city.high - city.rewarded)));
        self.total[at] = row;
        if city.rewarded > 0 {
            self.rewarded[at] = self.lp.add_column(vec![(row, -1.0)], city.reward, (0, i64::from(city.rewarded)));
        }
    }

    /// Adds the rows of cities whose whole reward was taken for granted and is not earned; whether there were any. With a direction
    /// nearly all cities earn it without being asked, and the programme is a third smaller without their rows.
    pub(super) fn add_missing_totals(&mut self) -> bool {
        let missing: Vec<usize> = self.granted().filter(|at| !self.earns(*at)).collect();
        missing.iter().for_each(|at| self.add_total(*at));
        !missing.is_empty()
    }

    /// Cities without a row of their own that have a reward.
    fn granted(&self) -> impl Iterator<Item = usize> {
        let cities = self.problem.cities.iter().enumerate();
        cities.filter(|(at, city)| city.rewarded > 0 && self.total[*at] == NONE).map(|(at, _)| at)
    }

    fn earns(&self, at: usize) -> bool {
        let pairs: f64 = self.problem.adjacent[at].iter().map(|at| self.value(*at)).sum();
        pairs > f64::from(self.problem.cities[at].rewarded) - EARNED
    }

    /// No set of the pairs in the programme is worth more than this, in parts.
    pub(super) fn bound(&self, multipliers: &Multipliers) -> i128 {
        let granted = self.granted().map(|at| &self.problem.cities[at]);
        let rewards: i128 = granted.map(|city| i128::from(city.rewarded) * i128::from(city.reward)).sum();
        self.lp.exact_bound(multipliers) + rewards * PARTS
    }

    /// The best pairs of each city and the locked ones.
    fn promising(&self) -> Vec<u32> {
        let mut wanted: Vec<bool> = self.problem.edges.iter().map(|edge| edge.locked).collect();
        for (city, edges) in self.problem.cities.iter().zip(&self.problem.adjacent) {
            let mut edges = edges.clone();
            edges.sort_by_key(|at| std::cmp::Reverse(self.problem.edges[*at as usize].profit));
            for at in edges.into_iter().take(city.high as usize + SPARE) {
                wanted[at as usize] = true;
            }
        }
        (0..wanted.len() as u32).filter(|at| wanted[*at as usize]).collect()
    }

    /// Rows of a pair with its coefficients.
    fn rows_of(&self, at: u32) -> impl Iterator<Item = (u32, i32)> + '_ {
        let edge = &self.problem.edges[at as usize];
        let (a, b) = (edge.a as usize, edge.b as usize);
        let places = [self.total[a], self.total[b], self.learner[a], self.mentor[b]].into_iter().filter(|row| *row != NONE);
        let rules = edge.rules.iter().filter_map(|(rule, coefficient)| Some((*self.rule.get(*rule as usize)?, *coefficient)));
        let counts = self.counts.iter().filter(move |(share, _)| self.is_counted(*share, at)).map(|(_, row)| (*row, 1));
        places.map(|row| (row, 1)).chain(rules).chain(counts).chain(self.cuts_of[at as usize].iter().copied())
    }

    /// Brings a pair into the programme.
    pub(super) fn take_in(&mut self, at: u32) {
        if self.pair[at as usize] != NONE {
            return;
        }
        let edge = &self.problem.edges[at as usize];
        let entries: Entries = self.rows_of(at).map(|(row, coefficient)| (row, f64::from(coefficient))).collect();
        let bounds = (i64::from(edge.locked), 1);
        self.pair[at as usize] = self.lp.add_column(entries, edge.profit, bounds);
    }

    /// Brings every pair into the programme; false if all were there.
    pub(super) fn take_in_all(&mut self) -> bool {
        let missing: Vec<u32> = (0..self.pair.len() as u32).filter(|at| self.pair[*at as usize] == NONE).collect();
        for at in &missing {
            self.take_in(*at);
        }
        !missing.is_empty()
    }

    /// What a pair brings beyond what it uses up at these multipliers, in parts.
    pub(super) fn reduced(&self, at: u32, multipliers: &Multipliers) -> i128 {
        let variable = self.pair[at as usize];
        if variable != NONE {
            return self.lp.exact_reduced(variable, multipliers);
        }
        let edge = &self.problem.edges[at as usize];
        let rows: i128 = self.rows_of(at).map(|(row, coefficient)| multipliers[row as usize] * i128::from(coefficient)).sum();
        i128::from(edge.profit) * PARTS - rows
    }

    /// What the pairs outside the programme could add to the bound, in parts, and those that bring more than a quarter of a unit.
    pub(super) fn outside(&self, reduced: &[i128]) -> (i128, Vec<(i128, u32)>) {
        let outside = (0..self.pair.len() as u32).filter(|at| self.pair[*at as usize] == NONE);
        let mut better: Vec<(i128, u32)> = outside.map(|at| (reduced[at as usize], at)).filter(|(reduced, _)| *reduced > 0).collect();
        let sum = better.iter().map(|(reduced, _)| reduced).sum();
        better.retain(|(reduced, _)| *reduced > PARTS / 4);
        (sum, better)
    }

    /// Pairs outside the programme that would raise its optimum, as far as floating point tells; the last word is [`outside`](Self::outside)'s.
    pub(super) fn seem_better(&mut self) -> Vec<(i128, u32)> {
        let multipliers = self.lp.multipliers();
        let reduced = |at: u32| {
            let spent: f64 = self.rows_of(at).map(|(row, coefficient)| multipliers[row as usize] * f64::from(coefficient)).sum();
            (self.problem.edges[at as usize].profit as f64 + spent) * PARTS as f64
        };
        let outside = (0..self.pair.len() as u32).filter(|at| self.pair[*at as usize] == NONE);
        outside.map(|at| (reduced(at) as i128, at)).filter(|(reduced, _)| *reduced > PARTS / 4).collect()
    }

    /// Brings pairs in, the best of each city first; how many came in.
    pub(super) fn price_in(&mut self, mut better: Vec<(i128, u32)>) -> usize {
        better.sort_unstable_by_key(|(reduced, at)| (std::cmp::Reverse(*reduced), *at));
        let mut taken = vec![0; self.problem.cities.len()];
        let mut count = 0;
        for (_, at) in better {
            let ends = [self.problem.edges[at as usize].a, self.problem.edges[at as usize].b].map(|city| city as usize);
            if ends.iter().any(|city| taken[*city] < AT_A_TIME) {
                ends.iter().for_each(|city| taken[*city] += 1);
                self.take_in(at);
                count += 1;
            }
        }
        count
    }

    pub(super) fn value(&self, at: u32) -> f64 {
        let variable = self.pair[at as usize];
        if variable == NONE { 0.0 } else { self.lp.value(variable) }
    }

    /// Whether a pair is in the programme and not fixed at zero.
    pub(super) fn may_be_chosen(&self, at: u32) -> bool {
        let variable = self.pair[at as usize];
        variable != NONE && self.lp.bounds(variable).1 > 0
    }

    /// The pairs of a city that earn no reward: its row's value.
    pub(super) fn rest(&self, city: usize) -> f64 {
        -self.lp.value(self.lp.logical(self.total[city]))
    }

    pub(super) fn add_cut(&mut self, cut: &ParityCut) {
        let mut near: Vec<u32> = cut.inside.iter().flat_map(|city| &self.problem.adjacent[*city as usize]).copied().collect();
        near.sort_unstable();
        near.dedup();
        let coefficient = |at: u32| cut.coefficient(at, &self.problem.edges[at as usize]);
        let members: Vec<(u32, i32)> =
            near.into_iter().map(|at| (at, coefficient(at))).filter(|(_, coefficient)| *coefficient != 0).collect();
        let inside = members.iter().map(|(at, coefficient)| (self.pair[*at as usize], f64::from(*coefficient)));
        let mut entries: Entries = inside.filter(|(variable, _)| *variable != NONE).collect();
        for city in &cut.inside {
            let coefficient = cut.rewarded_coefficient(*city);
            let variable = self.rewarded[*city as usize];
            if coefficient != 0 && variable != NONE {
                entries.push((variable, f64::from(coefficient)));
            }
        }
        let row = self.lp.add_row(&entries, (cut.least, cut.right));
        members.into_iter().for_each(|(at, coefficient)| self.cuts_of[at as usize].push((row, coefficient)));
    }
}
