//! Bounds in integers from multipliers in floating point.
//!
//! Whatever the multipliers, the profit of every point is at most Σ_j max over the bounds of x_j of (profit_j - multipliers · column_j) · x_j
//! (weak duality). Multipliers are taken in units of 2^-20, made as exact as that allows by iterative refinement (Wilkinson, 1963), and
//! the sum is made in 128-bit integers, so that a bound holds to the last digit.

use super::Lp;
use super::sparse::Sparse;

/// Multipliers are whole numbers of this many parts of one.
pub(in crate::matching::rounds) const PARTS: i128 = 1 << 20;
/// Rounds of refinement.
const REFINEMENTS: usize = 2;

/// Multipliers of the rows, in parts.
pub(in crate::matching::rounds) type Multipliers = Vec<i128>;

impl Lp {
    /// The multipliers of the present basis, for profits (a row that is scarce has a multiplier above zero).
    pub(in crate::matching::rounds) fn exact_multipliers(&mut self) -> Multipliers {
        let mut exact = vec![0_i128; self.rows.len()];
        for _ in 0..=REFINEMENTS {
            let mut left = Sparse::of(self.basis.iter().map(|variable| self.exact_reduced(*variable, &exact) as f64));
            self.factor.backward(&mut left);
            for (row, left) in left.entries() {
                exact[row as usize] += left.round() as i128;
            }
        }
        exact
    }

    /// What a variable brings beyond what its column costs at these multipliers, in parts.
    pub(in crate::matching::rounds) fn exact_reduced(&self, variable: u32, multipliers: &[i128]) -> i128 {
        let spent: i128 = self.columns[variable as usize].iter().map(|(row, entry)| multipliers[*row as usize] * *entry as i128).sum();
        i128::from(self.profit[variable as usize]) * PARTS - spent
    }

    /// No point within rows and bounds has a higher profit than this, in parts.
    pub(in crate::matching::rounds) fn exact_bound(&self, multipliers: &[i128]) -> i128 {
        let best = |variable: u32| {
            let reduced = self.exact_reduced(variable, multipliers);
            reduced * if reduced > 0 { self.upper[variable as usize] as i128 } else { self.lower[variable as usize] as i128 }
        };
        (0..self.columns.len() as u32).map(best).sum()
    }

    /// Whether weights of rows prove, in integers, that no point satisfies all rows and bounds: the weighted sum of the rows, which
    /// must be zero, cannot be.
    pub(in crate::matching::rounds) fn proves_infeasible(&self, weights: &[f64]) -> bool {
        let weights: Vec<i128> = weights.iter().map(|weight| (weight * PARTS as f64).round() as i128).collect();
        let (mut least, mut most) = (0, 0);
        for (variable, column) in self.columns.iter().enumerate() {
            let factor: i128 = column.iter().map(|(row, entry)| weights[*row as usize] * *entry as i128).sum();
            let (a, b) = (factor * self.lower[variable] as i128, factor * self.upper[variable] as i128);
            least += a.min(b);
            most += a.max(b);
        }
        least > 0 || most < 0
    }
}
