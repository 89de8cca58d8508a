//! The dual simplex method (Lemke, 1954; Koberstein, 2005).

use super::factor::ZERO;
use super::ratio::Entering;
use super::sparse::Sparse;
use super::{Lp, Outcome, Place};
use crate::matching::rounds::work::Work;

/// A value may be this far out of its bounds.
const PRIMAL_TOLERANCE: f64 = 1e-7;
/// Exchanges after which the basis is factored anew.
const REFACTOR_AFTER: usize = 100;
/// Steps without progress after which costs are moved.
const STUCK_AFTER: u32 = 300;
/// How often costs may be moved in one solution.
const MOVES: u32 = 3;
/// Two computations of a pivot may differ by this share.
const PIVOT_DRIFT: f64 = 1e-6;

/// Buffers of one solution.
pub(super) struct Buffers {
    /// The row of the table, by variable, that leaves, and the weights of the rows that give it.
    pub(super) row: Sparse,
    pub(super) weights: Sparse,
    /// The column that enters, by position.
    column: Sparse,
    /// Solutions that only one part of a step needs.
    other: Sparse,
}

/// What leaves the basis: from which position, and towards which bound.
struct Leaving {
    position: usize,
    bound: f64,
}

/// What one step did.
enum Step {
    /// Went on, with or without progress of the dual objective.
    Moved(bool),
    /// The basis was factored anew because numbers had drifted.
    Drifted,
    End(Outcome),
}

impl Lp {
    /// Goes on from the present basis until the optimum.
    pub(in crate::matching::rounds) fn solve(&mut self, work: &mut Work<'_>) -> Outcome {
        let by_row = Sparse::of_length(self.rows.len());
        let mut buffers =
            Buffers { row: Sparse::of_length(self.columns.len()), weights: by_row.clone(), column: by_row.clone(), other: by_row };
        let (mut stuck, mut moves, mut drifts) = (0, 0, 0);
        let mut left = 20_000 + 60 * self.rows.len() as u64;
        if self.stale {
            self.refresh();
        }
        loop {
            match self.step(&mut buffers) {
                Step::Moved(true) => stuck = 0,
                Step::Moved(false) => stuck += 1,
                Step::Drifted => drifts += 1,
                Step::End(Outcome::Optimal) if self.moved_costs => self.restore_costs(),
                Step::End(outcome) => return self.ended(outcome),
            }
            left -= 1;
            if drifts > 50 || left == 0 {
                return self.ended(Outcome::Trouble);
            }
            if !work.step() {
                return self.ended(Outcome::Stopped);
            }
            if stuck > STUCK_AFTER && moves < MOVES {
                (stuck, moves) = (0, moves + 1);
                self.move_costs(moves);
            }
            if self.factor.age() >= REFACTOR_AFTER || self.factor.burden() > 2 * self.rows.len() + 2_000 {
                self.refresh();
            }
        }
    }

    /// Whatever the outcome, costs are the true ones afterwards.
    fn ended(&mut self, outcome: Outcome) -> Outcome {
        if self.moved_costs {
            self.restore_costs();
        }
        outcome
    }

    fn step(&mut self, buffers: &mut Buffers) -> Step {
        let Some(position) = self.leaving() else { return Step::End(Outcome::Optimal) };
        let leaving = self.basis[position] as usize;
        let above = self.value[position] > self.upper[leaving];
        let bound = if above { self.upper[leaving] } else { self.lower[leaving] };
        buffers.weights.clear();
        buffers.weights.add(position as u32, 1.0);
        self.factor.backward(&mut buffers.weights);
        buffers.row.clear();
        self.table_row(buffers);
        let excess = (self.value[position] - bound).abs();
        match self.entering(&buffers.row, excess, above) {
            Entering::None if self.factor.age() > 0 => {
                self.refresh();
                Step::Drifted
            }
            Entering::None => {
                let mut weights = vec![0.0; self.rows.len()];
                buffers.weights.entries().for_each(|(row, weight)| weights[row as usize] = weight);
                Step::End(Outcome::Infeasible(weights))
            }
            Entering::Variable { entering, flipped } => self.exchange(&Leaving { position, bound }, entering, &flipped, buffers),
        }
    }

    /// The position that is furthest out of bounds, measured along its edge.
    fn leaving(&self) -> Option<usize> {
        let mut best = (0.0, None);
        for (position, excess) in self.excess.iter().enumerate().filter(|(_, excess)| **excess > 0.0) {
            let score = excess * excess / self.weight[position];
            if score > best.0 {
                best = (score, Some(position));
            }
        }
        best.1
    }

    /// Takes down how far the value at a position is out of bounds.
    pub(super) fn measure(&mut self, position: usize) {
        let (variable, value) = (self.basis[position] as usize, self.value[position]);
        let excess = (self.lower[variable] - value).max(value - self.upper[variable]);
        self.excess[position] = if excess > PRIMAL_TOLERANCE { excess } else { 0.0 };
    }

    fn exchange(&mut self, leaving: &Leaving, entering: u32, flipped: &[u32], buffers: &mut Buffers) -> Step {
        let Leaving { position, bound } = *leaving;
        buffers.column.clear();
        for (row, entry) in &self.columns[entering as usize] {
            buffers.column.add(*row, *entry);
        }
        self.factor.forward(&mut buffers.column);
        let (pivot, expected) = (buffers.column.at(position), buffers.row.at(entering as usize));
        if (pivot - expected).abs() > PIVOT_DRIFT * (1.0 + pivot.abs()) && self.factor.age() > 0 {
            self.refresh();
            return Step::Drifted;
        }
        self.flip(flipped, &mut buffers.other);
        let ratio = self.reduced[entering as usize] / pivot;
        for (variable, entry) in buffers.row.entries() {
            self.reduced[variable as usize] -= ratio * entry;
        }
        self.update_weights((position, pivot), buffers);
        let step = (self.value[position] - bound) / pivot;
        let entered = self.value(entering) + step;
        for (i, entry) in buffers.column.entries().filter(|(_, entry)| entry.abs() > ZERO) {
            self.value[i as usize] -= step * entry;
            self.measure(i as usize);
        }
        self.value[position] = entered;
        let leaving = self.basis[position] as usize;
        self.place[leaving] = if bound == self.upper[leaving] && self.lower[leaving] < bound { Place::Upper } else { Place::Lower };
        self.reduced[leaving] = -ratio;
        self.reduced[entering as usize] = 0.0;
        self.place[entering as usize] = Place::Basic(position as u32);
        self.basis[position] = entering;
        self.measure(position);
        self.factor.exchange(position as u32, pivot, buffers.column.entries().filter(|(_, entry)| entry.abs() > ZERO));
        Step::Moved(ratio.abs() > self.dual_tolerance() || !flipped.is_empty())
    }

    /// Moves variables to their other bound.
    fn flip(&mut self, flipped: &[u32], right: &mut Sparse) {
        if flipped.is_empty() {
            return;
        }
        right.clear();
        for variable in flipped {
            let i = *variable as usize;
            let range = self.upper[i] - self.lower[i];
            let change = if self.place[i] == Place::Lower { range } else { -range };
            self.place[i] = if self.place[i] == Place::Lower { Place::Upper } else { Place::Lower };
            for (row, entry) in &self.columns[i] {
                right.add(*row, entry * change);
            }
        }
        self.factor.forward(right);
        for (position, change) in right.entries() {
            self.value[position as usize] -= change;
            self.measure(position as usize);
        }
    }

    fn update_weights(&mut self, (position, pivot): (usize, f64), buffers: &mut Buffers) {
        let Buffers { weights, column, other, .. } = buffers;
        let norm: f64 = weights.entries().map(|(_, weight)| weight * weight).sum();
        other.clear();
        weights.entries().for_each(|(row, weight)| other.add(row, weight));
        self.factor.forward(other);
        for (i, entry) in column.entries().filter(|(_, entry)| entry.abs() > ZERO) {
            let share = entry / pivot;
            let weight = &mut self.weight[i as usize];
            *weight = (*weight + share * (share * norm - 2.0 * other.at(i as usize))).max(share * share).max(1e-4);
        }
        self.weight[position] = (norm / (pivot * pivot)).max(1e-4);
    }

    /// Moves the costs of variables outside the basis away from zero, by amounts that differ, so that steps make progress again. Variables
    /// are told apart by their number, so that the same problem is always moved in the same way.
    fn move_costs(&mut self, time: u32) {
        let unit = (self.scale * 1e-6).min(1e3).max(self.dual_tolerance() * 10.0) * f64::from(time);
        for variable in 0..self.columns.len() {
            let scatter = (variable as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
            let amount = unit * (0.5 + scatter as f64 / (1_u64 << 24) as f64);
            let amount = match self.place[variable] {
                Place::Lower => amount,
                Place::Upper => -amount,
                Place::Basic(_) => continue,
            };
            self.cost[variable] += amount;
            self.reduced[variable] += amount;
        }
        self.moved_costs = true;
    }

    fn restore_costs(&mut self) {
        for (cost, profit) in self.cost.iter_mut().zip(&self.profit) {
            *cost = -(*profit as f64);
        }
        self.moved_costs = false;
        self.refresh();
    }
}
