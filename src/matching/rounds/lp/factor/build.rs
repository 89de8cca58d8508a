//! The elimination that gives the triangles.

use super::{Factor, Lists, Singular, ZERO};

/// A pivot is at least this share of the largest entry of its column.
const THRESHOLD: f64 = 0.1;
/// Nothing smaller is divided by.
const SMALLEST_PIVOT: f64 = 1e-9;

struct Build<'a> {
    columns: &'a [&'a [(u32, f64)]],
    /// Positions that have an entry in the row; out-of-date ones may be among them.
    by_row: Vec<Vec<u32>>,
    /// Entries left in rows and columns that have no pivot yet.
    row_count: Vec<u32>,
    column_count: Vec<u32>,
    row_done: Vec<bool>,
    column_done: Vec<bool>,
    /// What is left of the columns of the rest; empty for the others.
    rest: Vec<Vec<(u32, f64)>>,
    /// Entries in rows that are done, by position.
    upper: Vec<Vec<(u32, f64)>>,
    factor: Factor,
}

pub(super) fn factor(columns: &[&[(u32, f64)]]) -> Result<Factor, Singular> {
    let mut build = Build::new(columns);
    build.singletons();
    build.rest();
    build.finish()
}

/// Columns and rows that may have one entry left.
struct Waiting {
    columns: Vec<u32>,
    rows: Vec<u32>,
}

fn with_one(counts: &[u32]) -> Vec<u32> {
    counts.iter().enumerate().filter(|(_, count)| **count == 1).map(|(i, _)| i as u32).rev().collect()
}

impl<'a> Build<'a> {
    fn new(columns: &'a [&'a [(u32, f64)]]) -> Self {
        let count = columns.len();
        let mut by_row = vec![Vec::new(); count];
        for (position, column) in columns.iter().enumerate() {
            for (row, _) in *column {
                by_row[*row as usize].push(position as u32);
            }
        }
        Build {
            columns,
            row_count: by_row.iter().map(|row| row.len() as u32).collect(),
            column_count: columns.iter().map(|column| column.len() as u32).collect(),
            by_row,
            row_done: vec![false; count],
            column_done: vec![false; count],
            rest: vec![Vec::new(); count],
            upper: vec![Vec::new(); count],
            factor: Factor { scratch: vec![0.0; count], ..Factor::default() },
        }
    }

    /// Takes columns and rows with one entry left, as long as there are any; neither changes what is left of the others.
    fn singletons(&mut self) {
        let mut waiting = Waiting { columns: with_one(&self.column_count), rows: with_one(&self.row_count) };
        loop {
            if let Some(position) = waiting.columns.pop() {
                let open = self.columns[position as usize].iter().find(|(row, _)| !self.row_done[*row as usize]);
                if let (false, Some((row, value))) = (self.column_done[position as usize], open.copied()) {
                    self.pivot(row, position, value, &mut waiting);
                }
            } else if let Some(row) = waiting.rows.pop() {
                let open = self.by_row[row as usize].iter().find(|position| !self.column_done[**position as usize]).copied();
                if let (false, Some(position)) = (self.row_done[row as usize], open) {
                    let value = self.columns[position as usize].iter().find(|(i, _)| *i == row).map_or(0.0, |(_, value)| *value);
                    self.pivot(row, position, value, &mut waiting);
                }
            } else {
                return;
            }
        }
    }

    /// A pivot among the singletons: what lies in open rows goes to the lower triangle, the rest to the upper one.
    fn pivot(&mut self, row: u32, position: u32, value: f64, waiting: &mut Waiting) {
        let mut lower = Vec::new();
        for (i, entry) in self.columns[position as usize] {
            if self.row_done[*i as usize] {
                self.upper[position as usize].push((*i, *entry));
            } else if *i != row {
                lower.push((*i, entry / value));
                self.row_count[*i as usize] -= 1;
                if self.row_count[*i as usize] == 1 {
                    waiting.rows.push(*i);
                }
            }
        }
        self.take(row, position, value, lower);
        for other in &self.by_row[row as usize] {
            let count = &mut self.column_count[*other as usize];
            *count -= 1;
            if *count == 1 && !self.column_done[*other as usize] {
                waiting.columns.push(*other);
            }
        }
    }

    fn take(&mut self, row: u32, position: u32, value: f64, lower: Vec<(u32, f64)>) {
        self.factor.pivots.push((row, position));
        self.factor.diagonal.push(value);
        if !lower.is_empty() {
            self.factor.lower_row.push(row);
            self.factor.lower.push(lower);
        }
        self.row_done[row as usize] = true;
        self.column_done[position as usize] = true;
    }

    /// Eliminates what has no singletons: the column with the fewest entries first, and in it the row with the fewest.
    fn rest(&mut self) {
        let mut open: Vec<u32> = (0..self.columns.len() as u32).filter(|position| !self.column_done[*position as usize]).collect();
        for position in &open {
            for (row, value) in self.columns[*position as usize] {
                let list = if self.row_done[*row as usize] { &mut self.upper } else { &mut self.rest };
                list[*position as usize].push((*row, *value));
            }
        }
        let mut dense = vec![0.0; self.columns.len()];
        while let Some(at) = (0..open.len()).min_by_key(|at| self.rest[open[*at] as usize].len()) {
            let position = open.swap_remove(at);
            if let Some((row, value)) = self.best_row(position) {
                self.eliminate(row, position, value, &mut dense);
            } else {
                self.rest[position as usize].clear();
            }
        }
    }

    fn best_row(&self, position: u32) -> Option<(u32, f64)> {
        let column = &self.rest[position as usize];
        let largest = column.iter().map(|(_, value)| value.abs()).fold(0.0, f64::max);
        let good = column.iter().filter(|(_, value)| value.abs() >= (THRESHOLD * largest).max(SMALLEST_PIVOT));
        good.copied().min_by_key(|(row, _)| (self.row_count[*row as usize], *row))
    }

    fn eliminate(&mut self, row: u32, position: u32, pivot: f64, dense: &mut [f64]) {
        let column = std::mem::take(&mut self.rest[position as usize]);
        let lower: Vec<(u32, f64)> = column.iter().filter(|(i, _)| *i != row).map(|(i, value)| (*i, value / pivot)).collect();
        for (i, _) in &column {
            self.row_count[*i as usize] = self.row_count[*i as usize].saturating_sub(1);
        }
        self.column_done[position as usize] = true;
        let mut others = std::mem::take(&mut self.by_row[row as usize]);
        others.sort_unstable();
        others.dedup();
        for other in others {
            if !self.column_done[other as usize] {
                self.subtract(row, other, &lower, dense);
            }
        }
        self.take(row, position, pivot, lower);
    }

    /// Takes the pivot row out of another column of the rest.
    fn subtract(&mut self, row: u32, other: u32, lower: &[(u32, f64)], dense: &mut [f64]) {
        let column = std::mem::take(&mut self.rest[other as usize]);
        let Some((_, factor)) = column.iter().find(|(i, _)| *i == row).copied() else {
            self.rest[other as usize] = column;
            return;
        };
        self.upper[other as usize].push((row, factor));
        for (i, l) in lower {
            dense[*i as usize] = -l * factor;
        }
        let mut left = Vec::with_capacity(column.len() + lower.len());
        for (i, value) in column {
            let value = value + std::mem::take(&mut dense[i as usize]);
            if i != row && value.abs() > ZERO {
                left.push((i, value));
            } else if i != row {
                self.row_count[i as usize] = self.row_count[i as usize].saturating_sub(1);
            }
        }
        for (i, _) in lower {
            let value = std::mem::take(&mut dense[*i as usize]);
            if value.abs() > ZERO {
                left.push((*i, value));
                self.by_row[*i as usize].push(other);
                self.row_count[*i as usize] += 1;
            }
        }
        self.rest[other as usize] = left;
    }

    fn finish(mut self) -> Result<Factor, Singular> {
        let count = self.columns.len();
        if self.factor.pivots.len() < count {
            let mut positions = vec![true; count];
            for (_, position) in &self.factor.pivots {
                positions[*position as usize] = false;
            }
            let missing = |open: &[bool]| (0..count as u32).filter(|i| open[*i as usize]).collect();
            let rows: Vec<bool> = self.row_done.iter().map(|done| !done).collect();
            return Err(Singular { positions: missing(&positions), rows: missing(&rows) });
        }
        let mut by_row = vec![Vec::new(); count];
        for (_, position) in &self.factor.pivots {
            let entries = std::mem::take(&mut self.upper[*position as usize]);
            for (row, value) in &entries {
                by_row[*row as usize].push((*position, *value));
            }
            self.factor.upper.push(entries);
        }
        self.factor.upper_rows = Lists::default();
        for entries in by_row {
            self.factor.upper_rows.push(entries);
        }
        Ok(self.factor)
    }
}
