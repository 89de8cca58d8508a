//! A set of pairs with what it uses of every quota and rule.

use super::problem::{Edge, Problem};

/// Pairs chosen out of the candidates; never above a quota or a cap, and above other rules only because of locked pairs or while it is made.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    pub(super) chosen: Vec<bool>,
    /// Pairs of each city: in any role, as learner, as mentor.
    pub(super) pairs: Vec<u32>,
    learning: Vec<u32>,
    mentoring: Vec<u32>,
    /// The left side of each rule.
    pub(super) used: Vec<i64>,
    /// Scores and rewards together, in units.
    pub(super) worth: i128,
}

impl Choice {
    fn empty(problem: &Problem) -> Choice {
        let cities = problem.cities.len();
        Choice {
            chosen: vec![false; problem.edges.len()],
            pairs: vec![0; cities],
            learning: vec![0; cities],
            mentoring: vec![0; cities],
            used: vec![0; problem.rules.len()],
            worth: 0,
        }
    }

    /// The locked pairs alone.
    pub(super) fn locked(problem: &Problem) -> Choice {
        Choice::of(problem, (0..problem.edges.len() as u32).filter(|at| problem.edges[*at as usize].locked))
    }

    /// These pairs.
    pub(super) fn of(problem: &Problem, edges: impl Iterator<Item = u32>) -> Choice {
        let mut choice = Choice::empty(problem);
        for at in edges {
            if !choice.chosen[at as usize] {
                choice.add(problem, at);
            }
        }
        choice
    }

    /// Cities with at least one pair.
    pub(super) fn covered(&self) -> usize {
        self.pairs.iter().filter(|pairs| **pairs > 0).count()
    }

    /// What a further pair of the city would bring on top of its score.
    fn reward(&self, problem: &Problem, city: u32) -> i64 {
        let limits = &problem.cities[city as usize];
        if self.pairs[city as usize] < limits.rewarded { limits.reward } else { 0 }
    }

    pub(super) fn add(&mut self, problem: &Problem, at: u32) {
        let edge = &problem.edges[at as usize];
        self.worth += i128::from(edge.profit + self.reward(problem, edge.a) + self.reward(problem, edge.b));
        self.chosen[at as usize] = true;
        self.pairs[edge.a as usize] += 1;
        self.pairs[edge.b as usize] += 1;
        self.learning[edge.a as usize] += 1;
        self.mentoring[edge.b as usize] += 1;
        for (rule, coefficient) in &edge.rules {
            self.used[*rule as usize] += i64::from(*coefficient);
        }
    }

    pub(super) fn remove(&mut self, problem: &Problem, at: u32) {
        let edge = &problem.edges[at as usize];
        self.chosen[at as usize] = false;
        self.pairs[edge.a as usize] -= 1;
        self.pairs[edge.b as usize] -= 1;
        self.learning[edge.a as usize] -= 1;
        self.mentoring[edge.b as usize] -= 1;
        for (rule, coefficient) in &edge.rules {
            self.used[*rule as usize] -= i64::from(*coefficient);
        }
        self.worth -= i128::from(edge.profit + self.reward(problem, edge.a) + self.reward(problem, edge.b));
    }

    pub(super) fn room_as_learner(&self, problem: &Problem, city: u32) -> bool {
        self.learning[city as usize] < problem.cities[city as usize].learn
    }

    pub(super) fn room_as_mentor(&self, problem: &Problem, city: u32) -> bool {
        self.mentoring[city as usize] < problem.cities[city as usize].mentor
    }

    fn room(&self, problem: &Problem, city: u32) -> bool {
        self.pairs[city as usize] < problem.cities[city as usize].high
    }

    /// Whether the first city of the pair has room for it, as learner where there is a direction.
    pub(super) fn room_of_a(&self, problem: &Problem, edge: &Edge) -> bool {
        self.room(problem, edge.a) && self.room_as_learner(problem, edge.a)
    }

    /// Whether the second city of the pair has room for it, as mentor where there is a direction.
    pub(super) fn room_of_b(&self, problem: &Problem, edge: &Edge) -> bool {
        self.room(problem, edge.b) && self.room_as_mentor(problem, edge.b)
    }

    /// Rules that do not allow one more such pair. A pair that makes room under a broken rule is allowed.
    pub(super) fn rules_against(&self, problem: &Problem, edge: &Edge) -> impl Iterator<Item = u32> {
        let full = |(rule, coefficient): &&(u32, i32)| {
            *coefficient > 0 && self.used[*rule as usize] + i64::from(*coefficient) > problem.rules[*rule as usize].most
        };
        edge.rules.iter().filter(full).map(|(rule, _)| *rule)
    }

    /// Whether a pair that is not chosen could be.
    pub(super) fn fits(&self, problem: &Problem, at: u32) -> bool {
        let edge = &problem.edges[at as usize];
        self.has_places(problem, at) && self.rules_against(problem, edge).next().is_none()
    }

    /// Whether both cities of a pair have room for it.
    pub(super) fn has_places(&self, problem: &Problem, at: u32) -> bool {
        let edge = &problem.edges[at as usize];
        self.room_of_a(problem, edge) && self.room_of_b(problem, edge)
    }

    /// Whether a rule is kept.
    pub(super) fn keeps(&self, problem: &Problem, rule: u32) -> bool {
        self.used[rule as usize] <= problem.rules[rule as usize].most
    }

    /// Whether every rule that a pair counts under is kept.
    pub(super) fn keeps_rules_of(&self, problem: &Problem, at: u32) -> bool {
        problem.edges[at as usize].rules.iter().all(|(rule, _)| self.keeps(problem, *rule))
    }

    /// What choosing the pair would bring.
    pub(super) fn gain(&self, problem: &Problem, at: u32) -> i64 {
        let edge = &problem.edges[at as usize];
        edge.profit + self.reward(problem, edge.a) + self.reward(problem, edge.b)
    }

    /// Whether every city has its minimum and every rule is kept.
    pub(super) fn keeps_all(&self, problem: &Problem) -> bool {
        let minima = problem.cities.iter().zip(&self.pairs).all(|(city, pairs)| *pairs >= city.low);
        minima && (0..problem.rules.len() as u32).all(|rule| self.keeps(problem, rule))
    }

    /// The sum of the scores, in units.
    pub(super) fn scores(&self, problem: &Problem) -> i128 {
        self.edges().map(|at| i128::from(problem.edges[at as usize].profit)).sum()
    }

    /// The chosen pairs in order.
    pub(super) fn edges(&self) -> impl Iterator<Item = u32> {
        self.chosen.iter().enumerate().filter(|(_, chosen)| **chosen).map(|(at, _)| at as u32)
    }
}
