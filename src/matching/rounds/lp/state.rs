//! Bringing the state of a linear programme in line with its basis.

use super::dual::Buffers;
use super::factor::{Factor, ZERO};
use super::sparse::Sparse;
use super::{Lp, Place};

impl Lp {
    /// How far a reduced cost may be on the wrong side. Profits are integers, so half of one is far above and rounding far below.
    pub(super) fn dual_tolerance(&self) -> f64 {
        (self.scale * 1e-13).max(1e-6)
    }

    /// Factors the basis and computes reduced costs, places and values anew.
    pub(super) fn refresh(&mut self) {
        self.factor_basis();
        self.price();
        self.place_by_reduced_cost();
        self.revalue();
        self.stale = false;
    }

    /// Where the basis has no inverse, logicals take the places of what depends on the others.
    fn factor_basis(&mut self) {
        loop {
            let columns: Vec<&[(u32, f64)]> = self.basis.iter().map(|variable| self.columns[*variable as usize].as_slice()).collect();
            match Factor::new(&columns) {
                Ok(factor) => {
                    self.factor = factor;
                    return;
                }
                Err(missing) => {
                    for (position, row) in missing.positions.iter().zip(&missing.rows) {
                        let leaving = self.basis[*position as usize];
                        self.place[leaving as usize] = Place::Lower;
                        let logical = self.logical[*row as usize];
                        self.basis[*position as usize] = logical;
                        self.place[logical as usize] = Place::Basic(*position);
                        self.weight[*position as usize] = 1.0;
                    }
                }
            }
        }
    }

    /// The multipliers of the rows, for costs: what a variable costs beyond them is its reduced cost.
    pub(in crate::matching::rounds) fn multipliers(&mut self) -> Vec<f64> {
        let mut multipliers = Sparse::of(self.basis.iter().map(|variable| self.cost[*variable as usize]));
        self.factor.backward(&mut multipliers);
        multipliers.into_dense()
    }

    fn price(&mut self) {
        let multipliers = self.multipliers();
        for variable in 0..self.columns.len() {
            self.reduced[variable] = match self.place[variable] {
                Place::Basic(_) => 0.0,
                Place::Lower | Place::Upper => {
                    let spent: f64 = self.columns[variable].iter().map(|(row, value)| multipliers[*row as usize] * value).sum();
                    self.cost[variable] - spent
                }
            };
        }
    }

    /// Moves each variable outside the basis to the bound at which its reduced cost has the right sign.
    fn place_by_reduced_cost(&mut self) {
        let tolerance = self.dual_tolerance();
        for variable in 0..self.columns.len() {
            match self.place[variable] {
                Place::Lower if self.reduced[variable] < -tolerance => self.place[variable] = Place::Upper,
                Place::Upper if self.reduced[variable] > tolerance => self.place[variable] = Place::Lower,
                Place::Basic(_) | Place::Lower | Place::Upper => {}
            }
        }
    }

    fn revalue(&mut self) {
        let mut right = Sparse::of_length(self.rows.len());
        for variable in 0..self.columns.len() as u32 {
            if !matches!(self.place[variable as usize], Place::Basic(_)) {
                let value = self.value(variable);
                if value != 0.0 {
                    for (row, entry) in &self.columns[variable as usize] {
                        right.add(*row, -entry * value);
                    }
                }
            }
        }
        self.factor.forward(&mut right);
        self.value = right.into_dense();
        (0..self.rows.len()).for_each(|position| self.measure(position));
    }

    /// One row of the table: the product of `weights` of the rows with every column outside the basis that can move.
    pub(super) fn table_row(&self, buffers: &mut Buffers) {
        for (at, weight) in buffers.weights.entries().filter(|(_, weight)| weight.abs() > ZERO) {
            for (variable, entry) in &self.rows[at as usize] {
                let i = *variable as usize;
                if matches!(self.place[i], Place::Basic(_)) {
                    continue;
                }
                buffers.row.add(*variable, weight * entry);
            }
        }
    }
}
