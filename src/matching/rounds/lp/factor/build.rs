//! The elimination that gives the triangles.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::{Factor, Line, Lists, Singular, ZERO};

/// A pivot is at least this share of the largest entry of its column.
const THRESHOLD: f64 = 0.1;
/// Nothing smaller is divided by.
const SMALLEST_PIVOT: f64 = 1e-9;

struct Build<'a> {
    columns: &'a [&'a [(u32, f64)]],
    /// Positions that have an entry in the row, one row after another; those that elimination fills are listed apart. Out-of-date ones may be
    /// among them.
    row_start: Vec<u32>,
    row_positions: Vec<u32>,
    filled: Vec<Vec<u32>>,
    /// Entries left in rows and columns that have no pivot yet.
    row_count: Vec<u32>,
    column_count: Vec<u32>,
    row_done: Vec<bool>,
    column_done: Vec<bool>,
    /// What is left of the columns of the rest, and their entries in rows that are done; empty for the others.
    rest: Vec<Vec<(u32, f64)>>,
    above: Vec<Vec<(u32, f64)>>,
    /// Columns of the rest by their length. One whose length has changed since is in line once more, with the length that it has now.
    line: BinaryHeap<Reverse<(usize, u32)>>,
    pivots: Vec<(u32, u32)>,
    diagonal: Vec<f64>,
    /// By pivot, by row.
    lower: Lists,
    upper: Lists,
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
        let mut row_start = vec![0_u32; count + 1];
        for (row, _) in columns.iter().copied().flatten() {
            row_start[*row as usize + 1] += 1;
        }
        let row_count = row_start[1..].to_vec();
        for row in 0..count {
            row_start[row + 1] += row_start[row];
        }
        let mut next = row_start.clone();
        let mut row_positions = vec![0; row_start[count] as usize];
        for (position, column) in columns.iter().enumerate() {
            for (row, _) in *column {
                let place = &mut next[*row as usize];
                row_positions[*place as usize] = position as u32;
                *place += 1;
            }
        }
        Build {
            columns,
            row_start,
            row_positions,
            filled: vec![Vec::new(); count],
            row_count,
            column_count: columns.iter().map(|column| column.len() as u32).collect(),
            row_done: vec![false; count],
            column_done: vec![false; count],
            rest: vec![Vec::new(); count],
            above: vec![Vec::new(); count],
            line: BinaryHeap::new(),
            pivots: Vec::with_capacity(count),
            diagonal: Vec::with_capacity(count),
            lower: Lists::default(),
            upper: Lists::default(),
        }
    }

    fn positions_in(&self, row: u32) -> std::ops::Range<usize> {
        self.row_start[row as usize] as usize..self.row_start[row as usize + 1] as usize
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
                let open =
                    self.row_positions[self.positions_in(row)].iter().find(|position| !self.column_done[**position as usize]).copied();
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
        let column = self.columns[position as usize];
        for (i, _) in column.iter().filter(|(i, _)| *i != row && !self.row_done[*i as usize]) {
            self.row_count[*i as usize] -= 1;
            if self.row_count[*i as usize] == 1 {
                waiting.rows.push(*i);
            }
        }
        let done = &self.row_done;
        self.upper.push(column.iter().filter(|(i, _)| done[*i as usize]).copied());
        self.lower.push(column.iter().filter(|(i, _)| *i != row && !done[*i as usize]).map(|(i, entry)| (*i, entry / value)));
        self.take(row, position, value);
        for other in &self.row_positions[self.positions_in(row)] {
            let count = &mut self.column_count[*other as usize];
            *count -= 1;
            if *count == 1 && !self.column_done[*other as usize] {
                waiting.columns.push(*other);
            }
        }
    }

    fn take(&mut self, row: u32, position: u32, value: f64) {
        self.pivots.push((row, position));
        self.diagonal.push(value);
        self.row_done[row as usize] = true;
        self.column_done[position as usize] = true;
    }

    /// Eliminates what has no singletons: the column with the fewest entries first, and in it the row with the fewest.
    fn rest(&mut self) {
        let open: Vec<u32> = (0..self.columns.len() as u32).filter(|position| !self.column_done[*position as usize]).collect();
        for position in &open {
            for (row, value) in self.columns[*position as usize] {
                let list = if self.row_done[*row as usize] { &mut self.above } else { &mut self.rest };
                list[*position as usize].push((*row, *value));
            }
        }
        let mut dense = vec![0.0; self.columns.len()];
        self.line = open.into_iter().map(|position| Reverse((self.rest[position as usize].len(), position))).collect();
        while let Some(Reverse((length, position))) = self.line.pop() {
            if self.column_done[position as usize] || length != self.rest[position as usize].len() {
                continue;
            }
            if let Some((row, value)) = self.best_row(position) {
                self.eliminate(row, position, value, &mut dense);
            } else {
                self.column_done[position as usize] = true;
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
        let mut others = std::mem::take(&mut self.filled[row as usize]);
        others.extend_from_slice(&self.row_positions[self.positions_in(row)]);
        others.sort_unstable();
        others.dedup();
        for other in others {
            if !self.column_done[other as usize] {
                self.subtract(row, other, &lower, dense);
                self.line.push(Reverse((self.rest[other as usize].len(), other)));
            }
        }
        self.upper.push(std::mem::take(&mut self.above[position as usize]));
        self.lower.push(lower);
        self.take(row, position, pivot);
    }

    /// Takes the pivot row out of another column of the rest.
    fn subtract(&mut self, row: u32, other: u32, lower: &[(u32, f64)], dense: &mut [f64]) {
        let column = std::mem::take(&mut self.rest[other as usize]);
        let Some((_, factor)) = column.iter().find(|(i, _)| *i == row).copied() else {
            self.rest[other as usize] = column;
            return;
        };
        self.above[other as usize].push((row, factor));
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
                self.filled[*i as usize].push(other);
                self.row_count[*i as usize] += 1;
            }
        }
        self.rest[other as usize] = left;
    }

    fn finish(mut self) -> Result<Factor, Singular> {
        let count = self.columns.len();
        if self.pivots.len() < count {
            let mut positions = vec![true; count];
            for (_, position) in &self.pivots {
                positions[*position as usize] = false;
            }
            let missing = |open: &[bool]| (0..count as u32).filter(|i| open[*i as usize]).collect();
            let rows: Vec<bool> = self.row_done.iter().map(|done| !done).collect();
            return Err(Singular { positions: missing(&positions), rows: missing(&rows) });
        }
        let (mut of_row, mut of_position) = (vec![0; count], vec![0; count]);
        for (pivot, (row, position)) in self.pivots.iter().enumerate() {
            (of_row[*row as usize], of_position[*position as usize]) = (pivot as u32, pivot as u32);
        }
        for row in self.lower.index.iter_mut().chain(&mut self.upper.index) {
            *row = of_row[*row as usize];
        }
        Ok(Factor {
            lower_rows: self.lower.turned(count),
            upper_rows: self.upper.turned(count),
            lower: self.lower,
            upper: self.upper,
            of_row,
            of_position,
            pivots: self.pivots,
            diagonal: self.diagonal,
            exchanged: Vec::new(),
            exchanges: Lists::default(),
            work: vec![0.0; count],
            line: Line::of_length(count),
        })
    }
}
