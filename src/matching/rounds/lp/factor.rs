//! A basis as sparse triangles (LU), with the exchanges since then as a list of single columns (product form of the inverse).
//!
//! Bases of pairing problems are nearly triangular: rows and columns with a single entry left are taken first, and only the small rest, the
//! odd cycles and the joining constraints, is eliminated by Markowitz's rule (Markowitz, 1957; Suhl and Suhl, 1990).

mod build;

use super::sparse::{Line, Sparse};

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

    /// Lists by another number: entry (a, b) comes back in list b as (a, b), in the order of a.
    fn turned(&self, count: usize) -> Lists {
        let mut start = vec![0_u32; count + 1];
        for at in &self.index {
            start[*at as usize + 1] += 1;
        }
        for at in 0..count {
            start[at + 1] += start[at];
        }
        let mut next = start.clone();
        let (mut index, mut value) = (vec![0; self.index.len()], vec![0.0; self.index.len()]);
        for list in 0..self.start.len().saturating_sub(1) {
            for (at, entry) in self.of(list) {
                let place = next[at] as usize;
                next[at] += 1;
                (index[place], value[place]) = (list as u32, entry);
            }
        }
        Lists { start, index, value }
    }

    fn of(&self, at: usize) -> impl Iterator<Item = (usize, f64)> {
        let range = self.start[at] as usize..self.start[at + 1] as usize;
        self.index[range.clone()].iter().map(|i| *i as usize).zip(self.value[range].iter().copied())
    }
}

/// A factored basis. Rows of the problem and positions of the basis are both numbered from 0 to the number of rows; within, both go by the
/// number of their pivot, in which the triangles are triangles: what a pivot touches below the diagonal comes later, above it earlier.
#[derive(Debug, Default)]
pub(super) struct Factor {
    /// Row and position of each pivot, in order of elimination.
    pivots: Vec<(u32, u32)>,
    /// The pivot of each row and of each position.
    of_row: Vec<u32>,
    of_position: Vec<u32>,
    diagonal: Vec<f64>,
    /// Below the diagonal, by column and by row.
    lower: Lists,
    lower_rows: Lists,
    /// Above the diagonal, by column and by row.
    upper: Lists,
    upper_rows: Lists,
    /// Pivot and value of each exchange.
    exchanged: Vec<(u32, f64)>,
    exchanges: Lists,
    /// What is being solved, and which pivots it has entries at.
    work: Vec<f64>,
    line: Line,
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
    ///
    /// Bases of pairing problems are forests with a few rings, and most solutions run along a few of their paths: only pivots with an entry are
    /// visited (Hall and McKinnon, 2005, call such solutions hypersparse).
    pub(super) fn forward(&mut self, x: &mut Sparse) {
        self.take_up(x, true);
        let mut next = self.line.least_from(0);
        while let Some(at) = next {
            let value = self.work[at as usize];
            if value != 0.0 {
                for (below, entry) in self.lower.of(at as usize) {
                    self.work[below] -= entry * value;
                    self.line.put(below as u32);
                }
            }
            next = self.line.least_from(at + 1);
        }
        let mut next = self.line.greatest_below(self.pivots.len() as u32);
        while let Some(at) = next {
            let value = self.divided(at);
            if value != 0.0 {
                for (above, entry) in self.upper.of(at as usize) {
                    self.work[above] -= entry * value;
                    self.line.put(above as u32);
                }
            }
            next = self.line.greatest_below(at);
        }
        for (number, (pivot, divisor)) in self.exchanged.iter().enumerate() {
            let value = self.work[*pivot as usize];
            if value != 0.0 {
                let value = value / divisor;
                self.work[*pivot as usize] = value;
                for (at, entry) in self.exchanges.of(number) {
                    self.work[at] -= entry * value;
                    self.line.put(at as u32);
                }
            }
        }
        self.hand_over(x, false);
    }

    /// Solves Bᵀ·y = c: `y` holds c by position on entry, y by row on return.
    pub(super) fn backward(&mut self, y: &mut Sparse) {
        self.take_up(y, false);
        for (number, (pivot, divisor)) in self.exchanged.iter().enumerate().rev() {
            let others: f64 = self.exchanges.of(number).map(|(at, entry)| entry * self.work[at]).sum();
            let value = (self.work[*pivot as usize] - others) / divisor;
            if value.abs() > ZERO {
                self.work[*pivot as usize] = value;
                self.line.put(*pivot);
            } else {
                self.work[*pivot as usize] = 0.0;
            }
        }
        let mut next = self.line.least_from(0);
        while let Some(at) = next {
            let value = self.divided(at);
            if value != 0.0 {
                for (later, entry) in self.upper_rows.of(at as usize) {
                    self.work[later] -= entry * value;
                    self.line.put(later as u32);
                }
            }
            next = self.line.least_from(at + 1);
        }
        let mut next = self.line.greatest_below(self.pivots.len() as u32);
        while let Some(at) = next {
            let value = self.work[at as usize];
            if value != 0.0 {
                for (earlier, entry) in self.lower_rows.of(at as usize) {
                    self.work[earlier] -= entry * value;
                    self.line.put(earlier as u32);
                }
            }
            next = self.line.greatest_below(at);
        }
        self.hand_over(y, true);
    }

    /// Divides what is at a pivot by its diagonal; next to nothing becomes nothing.
    fn divided(&mut self, at: u32) -> f64 {
        let value = &mut self.work[at as usize];
        *value = if value.abs() > ZERO { *value / self.diagonal[at as usize] } else { 0.0 };
        *value
    }

    /// Moves a vector in, which is by row or by position.
    fn take_up(&mut self, from: &mut Sparse, by_row: bool) {
        let number = if by_row { &self.of_row } else { &self.of_position };
        for (at, value) in from.entries() {
            let pivot = number[at as usize];
            self.work[pivot as usize] = value;
            self.line.put(pivot);
        }
        from.clear();
    }

    /// Moves the solution out, by row or by position.
    fn hand_over(&mut self, to: &mut Sparse, by_row: bool) {
        let (pivots, work) = (&self.pivots, &mut self.work);
        self.line.empty(|at| {
            let value = std::mem::take(&mut work[at as usize]);
            if value != 0.0 {
                let (row, position) = pivots[at as usize];
                to.add(if by_row { row } else { position }, value);
            }
        });
    }

    /// Puts another column at a position; `column` is the new column solved forward, by position, with this pivot.
    pub(super) fn exchange(&mut self, position: u32, pivot: f64, column: impl Iterator<Item = (u32, f64)>) {
        self.exchanged.push((self.of_position[position as usize], pivot));
        let others = column.filter(|(at, _)| *at != position);
        self.exchanges.push(others.map(|(at, entry)| (self.of_position[at as usize], entry)));
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

    fn transposed_times(columns: &[Vec<(u32, f64)>], y: &[f64]) -> Vec<f64> {
        columns.iter().map(|column| column.iter().map(|(row, value)| value * y[*row as usize]).sum()).collect()
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
        let mut x = Sparse::of(times(&matrix, &wanted).into_iter());
        factor.forward(&mut x);
        assert!(close(&x.into_dense(), &wanted));
        let mut y = Sparse::of(transposed_times(&matrix, &wanted).into_iter());
        factor.backward(&mut y);
        assert!(close(&y.into_dense(), &wanted));
        let entering = vec![(1, 1.0), (4, -2.0)];
        let mut solved = Sparse::of([0.0, 1.0, 0.0, 0.0, -2.0].into_iter());
        factor.forward(&mut solved);
        factor.exchange(3, solved.at(3), solved.entries());
        matrix[3] = entering;
        let mut x = Sparse::of(times(&matrix, &wanted).into_iter());
        factor.forward(&mut x);
        assert!(close(&x.into_dense(), &wanted));
        let mut y = Sparse::of(transposed_times(&matrix, &wanted).into_iter());
        factor.backward(&mut y);
        assert!(close(&y.into_dense(), &wanted));
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
