//! A basis as sparse triangles (LU), with the exchanges since then as a list of single columns (product form of the inverse).
//!
//! Bases of pairing problems are nearly triangular: rows and columns with a single entry left are taken first, and only the small rest, the
//! odd cycles and the joining constraints, is eliminated by Markowitz's rule (Markowitz, 1957; Suhl and Suhl, 1990).

mod build;

/// Values below this are taken for zero when vectors are stored.
pub(super) const ZERO: f64 = 1e-13;

/// Sparse vectors one after another.
#[derive(Debug, Default)]
pub(super) struct Lists {
    start: Vec<u32>,
    index: Vec<u32>,
    value: Vec<f64>,
}

impl Lists {
    fn push(&mut self, entries: impl IntoIterator<Item = (u32, f64)>) {
        if self.start.is_empty() {
            self.start.push(0);
        }
        for (index, value) in entries {
            self.index.push(index);
            self.value.push(value);
        }
        self.start.push(self.index.len() as u32);
    }

    fn of(&self, at: usize) -> impl Iterator<Item = (usize, f64)> {
        let range = self.start[at] as usize..self.start[at + 1] as usize;
        self.index[range.clone()].iter().map(|i| *i as usize).zip(self.value[range].iter().copied())
    }
}

/// A factored basis. Rows of the problem and positions of the basis are both numbered from 0 to the number of rows.
#[derive(Debug, Default)]
pub(super) struct Factor {
    /// Row and position of each pivot, in order of elimination.
    pivots: Vec<(u32, u32)>,
    diagonal: Vec<f64>,
    /// Pivot row of each column of the lower triangle that is not trivial.
    lower_row: Vec<u32>,
    lower: Lists,
    /// By pivot: (row, value) above the diagonal.
    upper: Lists,
    /// The same by row: (position, value).
    upper_rows: Lists,
    /// Position and pivot of each exchange.
    exchanged: Vec<(u32, f64)>,
    exchanges: Lists,
    scratch: Vec<f64>,
}

/// What is missing in a basis that has no inverse: these positions have no pivot, and these rows none.
#[derive(Debug)]
pub(super) struct Singular {
    pub(super) positions: Vec<u32>,
    pub(super) rows: Vec<u32>,
}

impl Factor {
    /// Factors the columns, which are lists of (row, value).
    pub(super) fn new(columns: &[&[(u32, f64)]]) -> Result<Factor, Singular> {
        build::factor(columns)
    }

    /// Exchanges since the basis was factored.
    pub(super) fn age(&self) -> usize {
        self.exchanged.len()
    }

    /// Entries of the exchanges, a measure of what they cost.
    pub(super) fn burden(&self) -> usize {
        self.exchanges.index.len()
    }

    /// Solves B·x = b: `x` holds b by row on entry, x by position on return.
    pub(super) fn forward(&mut self, x: &mut Vec<f64>) {
        for (at, row) in self.lower_row.iter().enumerate() {
            let value = x[*row as usize];
            if value != 0.0 {
                for (i, l) in self.lower.of(at) {
                    x[i] -= l * value;
                }
            }
        }
        for (at, (row, position)) in self.pivots.iter().enumerate().rev() {
            let value = std::mem::take(&mut x[*row as usize]);
            self.scratch[*position as usize] = if value.abs() > ZERO {
                let value = value / self.diagonal[at];
                for (i, u) in self.upper.of(at) {
                    x[i] -= u * value;
                }
                value
            } else {
                0.0
            };
        }
        std::mem::swap(x, &mut self.scratch);
        for (at, (position, pivot)) in self.exchanged.iter().enumerate() {
            let value = x[*position as usize];
            if value != 0.0 {
                let value = value / pivot;
                for (i, entry) in self.exchanges.of(at) {
                    x[i] -= entry * value;
                }
                x[*position as usize] = value;
            }
        }
    }

    /// Solves Bᵀ·y = c: `y` holds c by position on entry, y by row on return.
    pub(super) fn backward(&mut self, y: &mut Vec<f64>) {
        for (at, (position, pivot)) in self.exchanged.iter().enumerate().rev() {
            let others: f64 = self.exchanges.of(at).map(|(i, entry)| entry * y[i]).sum();
            let value = (y[*position as usize] - others) / pivot;
            y[*position as usize] = if value.abs() > ZERO { value } else { 0.0 };
        }
        for (at, (row, position)) in self.pivots.iter().enumerate() {
            let value = std::mem::take(&mut y[*position as usize]);
            self.scratch[*row as usize] = if value.abs() > ZERO {
                let value = value / self.diagonal[at];
                for (position, u) in self.upper_rows.of(*row as usize) {
                    y[position] -= u * value;
                }
                value
            } else {
                0.0
            };
        }
        std::mem::swap(y, &mut self.scratch);
        for at in (0..self.lower_row.len()).rev() {
            let others: f64 = self.lower.of(at).map(|(i, l)| l * y[i]).sum();
            if others != 0.0 {
                y[self.lower_row[at] as usize] -= others;
            }
        }
    }

    /// Puts another column at a position; `column` is the new column solved forward, by position, with this pivot.
    pub(super) fn exchange(&mut self, position: usize, pivot: f64, column: &[(u32, f64)]) {
        self.exchanged.push((position as u32, pivot));
        self.exchanges.push(column.iter().filter(|(i, _)| *i as usize != position).copied());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A small matrix with singletons and a rest that needs elimination.
    fn columns() -> Vec<Vec<(u32, f64)>> {
        vec![
            vec![(0, 1.0), (1, 1.0)],
            vec![(1, 1.0), (2, 1.0)],
            vec![(0, 1.0), (2, 1.0)],
            vec![(2, -1.0), (3, 1.0)],
            vec![(0, 1.0), (3, 1.0), (4, 1.0)],
        ]
    }

    fn times(columns: &[Vec<(u32, f64)>], x: &[f64]) -> Vec<f64> {
        let mut product = vec![0.0; x.len()];
        for (column, x) in columns.iter().zip(x) {
            for (row, value) in column {
                product[*row as usize] += value * x;
            }
        }
        product
    }

    fn close(a: &[f64], b: &[f64]) -> bool {
        a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-9)
    }

    #[test]
    fn solving_both_ways_undoes_the_matrix_before_and_after_an_exchange() {
        let mut matrix = columns();
        let slices: Vec<&[(u32, f64)]> = matrix.iter().map(Vec::as_slice).collect();
        let mut factor = Factor::new(&slices).unwrap();
        let wanted = [3.0, -1.0, 2.0, 0.5, 4.0];
        let mut x = times(&matrix, &wanted);
        factor.forward(&mut x);
        assert!(close(&x, &wanted));
        let entering = vec![(1, 1.0), (4, -2.0)];
        let mut solved = vec![0.0, 1.0, 0.0, 0.0, -2.0];
        factor.forward(&mut solved);
        let entries: Vec<(u32, f64)> = solved.iter().enumerate().map(|(i, entry)| (i as u32, *entry)).collect();
        factor.exchange(3, solved[3], &entries);
        matrix[3] = entering;
        let mut x = times(&matrix, &wanted);
        factor.forward(&mut x);
        assert!(close(&x, &wanted));
        let mut y: Vec<f64> = matrix.iter().map(|column| column.iter().map(|(row, value)| value * wanted[*row as usize]).sum()).collect();
        factor.backward(&mut y);
        assert!(close(&y, &wanted));
    }

    #[test]
    fn a_matrix_without_an_inverse_says_what_is_missing() {
        let mut matrix = columns();
        matrix[1] = matrix[0].clone();
        let slices: Vec<&[(u32, f64)]> = matrix.iter().map(Vec::as_slice).collect();
        let missing = Factor::new(&slices).unwrap_err();
        assert_eq!((missing.positions.len(), missing.rows.len()), (1, 1));
    }
}
