//! A set of pairs with what it uses of every quota and cap.

use super::problem::{Edge, Problem};

/// Pairs chosen out of the candidates; never above a quota or a cap.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    pub(super) chosen: Vec<bool>,
    /// Pairs of each city: in any role, as learner, as mentor.
    pub(super) pairs: Vec<u32>,
    learning: Vec<u32>,
    mentoring: Vec<u32>,
    pub(super) under_cap: Vec<u32>,
    /// Scores and rewards together, in units.
    pub(super) worth: i128,
}

impl Choice {
    /// The locked pairs alone.
    pub(super) fn locked(problem: &Problem) -> Choice {
        let cities = problem.cities.len();
        let mut choice = Choice {
            chosen: vec![false; problem.edges.len()],
            pairs: vec![0; cities],
            learning: vec![0; cities],
            mentoring: vec![0; cities],
            under_cap: vec![0; problem.caps.len()],
            worth: 0,
        };
        for at in 0..problem.edges.len() as u32 {
            if problem.edges[at as usize].locked {
                choice.add(problem, at);
            }
        }
        choice
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
        if let Some(cap) = edge.cap {
            self.under_cap[cap as usize] += 1;
        }
    }

    pub(super) fn remove(&mut self, problem: &Problem, at: u32) {
        let edge = &problem.edges[at as usize];
        self.chosen[at as usize] = false;
        self.pairs[edge.a as usize] -= 1;
        self.pairs[edge.b as usize] -= 1;
        self.learning[edge.a as usize] -= 1;
        self.mentoring[edge.b as usize] -= 1;
        if let Some(cap) = edge.cap {
            self.under_cap[cap as usize] -= 1;
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

    /// Whether the cap allows one more such pair.
    pub(super) fn room_of_cap(&self, problem: &Problem, edge: &Edge) -> bool {
        edge.cap.is_none_or(|cap| self.under_cap[cap as usize] < problem.caps[cap as usize].most)
    }

    /// Whether a pair that is not chosen could be.
    pub(super) fn fits(&self, problem: &Problem, at: u32) -> bool {
        let edge = &problem.edges[at as usize];
        self.room_of_a(problem, edge) && self.room_of_b(problem, edge) && self.room_of_cap(problem, edge)
    }

    /// What choosing the pair would bring.
    pub(super) fn gain(&self, problem: &Problem, at: u32) -> i64 {
        let edge = &problem.edges[at as usize];
        edge.profit + self.reward(problem, edge.a) + self.reward(problem, edge.b)
    }

    /// Whether every city has its minimum.
    pub(super) fn keeps_minima(&self, problem: &Problem) -> bool {
        problem.cities.iter().zip(&self.pairs).all(|(city, pairs)| *pairs >= city.low)
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
