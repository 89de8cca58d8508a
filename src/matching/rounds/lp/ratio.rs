//! Which variable enters: the long-step ratio test.

use super::sparse::Sparse;
use super::{Lp, Place};

/// An entry of the table smaller than this does not become a pivot.
const SMALLEST_PIVOT: f64 = 1e-7;
/// A slope up to here has come to its end: the row is within bounds.
const SPENT: f64 = 1e-9;

/// What the ratio test says.
pub(super) enum Entering {
    /// This variable enters; those before it move to their other bound.
    Variable { entering: u32, flipped: Vec<u32> },
    /// Even with every variable at its best the row stays out of bounds.
    None,
}

impl Lp {
    /// `row` holds the table row of the leaving variable, `excess` how far it is out of bounds, `above` on which side.
    ///
    /// Passing a boxed variable moves it to its other bound and lowers the slope; the last one with a slope above zero is where the dual
    /// objective is largest (Maros, 2003).
    pub(super) fn entering(&self, row: &Sparse, excess: f64, above: bool) -> Entering {
        let mut candidates: Vec<(f64, f64, u32)> = Vec::new();
        for (variable, entry) in row.entries() {
            let i = variable as usize;
            let entry = if above { entry } else { -entry };
            let open = self.lower[i] < self.upper[i] && entry.abs() > SMALLEST_PIVOT;
            let right_side = match self.place[i] {
                Place::Lower => entry > 0.0,
                Place::Upper => entry < 0.0,
                Place::Basic(_) => false,
            };
            if open && right_side {
                candidates.push(((self.reduced[i] / entry).max(0.0), entry.abs(), variable));
            }
        }
        candidates.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
        let mut slope = excess;
        for (at, (_, entry, variable)) in candidates.iter().enumerate() {
            slope -= entry * (self.upper[*variable as usize] - self.lower[*variable as usize]);
            if slope < SPENT {
                let flipped = candidates[..at].iter().map(|(_, _, variable)| *variable).collect();
                return Entering::Variable { entering: *variable, flipped };
            }
        }
        Entering::None
    }
}
