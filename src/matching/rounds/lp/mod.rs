//! Linear programmes with bounded variables, solved by the dual simplex method and judged in integers.
//!
//! Maximise profit · x where A·x = 0 and every variable lies between two finite bounds; each row has a variable of its own (its *logical*)
//! that carries the bounds of the row. As every bound is finite, any basis can be made dual feasible by moving variables to their other bound
//! (Wagner, 1958), so that columns, rows and bounds can change at any time and the method goes on from where it stands. The method computes in
//! floating point; no result rests on that, because [`exact`] turns its multipliers into bounds in integers.

pub(super) mod exact;
mod dual;
mod factor;
mod ratio;
mod sparse;
mod state;

use factor::Factor;

/// A sparse column: (row, coefficient). Coefficients are small integers.
pub(super) type Entries = Vec<(u32, f64)>;

/// Where a variable stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In the basis, at this position.
    Basic(u32),
    Lower,
    Upper,
}

/// How the method ended.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Outcome {
    Optimal,
    /// No point satisfies all rows and bounds; the weights of rows that show it.
    Infeasible(Vec<f64>),
    /// The work ran out.
    Stopped,
    /// The numbers did not let it finish; multipliers are still of use as a bound.
    Trouble,
}

/// A linear programme and the state of its solution.
#[derive(Debug, Default)]
pub(super) struct Lp {
    columns: Vec<Entries>,
    /// The same by row: (variable, coefficient).
    rows: Vec<Entries>,
    profit: Vec<i64>,
    /// The negative profit, moved a little while the method is stuck.
    cost: Vec<f64>,
    lower: Vec<f64>,
    upper: Vec<f64>,
    place: Vec<Place>,
    /// The logical of each row.
    logical: Vec<u32>,
    /// The variable at each position of the basis, and its value.
    basis: Vec<u32>,
    value: Vec<f64>,
    /// How far each value of the basis is out of bounds; 0 within them.
    excess: Vec<f64>,
    /// Reduced costs.
    reduced: Vec<f64>,
    /// Steepest-edge weights by position (Forrest and Goldfarb, 1992).
    weight: Vec<f64>,
    factor: Factor,
    /// The basis has to be factored anew before anything else.
    stale: bool,
    moved_costs: bool,
    /// The largest profit, which sets the scale of tolerances.
    scale: f64,
}

impl Lp {
    /// Adds a variable; it starts at the bound that suits its profit.
    pub(super) fn add_column(&mut self, entries: Entries, profit: i64, bounds: (i64, i64)) -> u32 {
        let variable = self.columns.len() as u32;
        for (row, value) in &entries {
            self.rows[*row as usize].push((variable, *value));
        }
        self.columns.push(entries);
        self.profit.push(profit);
        self.cost.push(-(profit as f64));
        self.lower.push(bounds.0 as f64);
        self.upper.push(bounds.1 as f64);
        self.place.push(if profit > 0 { Place::Upper } else { Place::Lower });
        self.reduced.push(-(profit as f64));
        self.scale = self.scale.max(profit.unsigned_abs() as f64);
        self.stale = true;
        variable
    }

    /// Adds the row `bounds.0 <= entries · x <= bounds.1`.
    pub(super) fn add_row(&mut self, entries: &[(u32, f64)], bounds: (i64, i64)) -> u32 {
        let row = self.rows.len() as u32;
        for (variable, value) in entries {
            self.columns[*variable as usize].push((row, *value));
        }
        self.rows.push(entries.to_vec());
        let logical = self.add_column(vec![(row, 1.0)], 0, (-bounds.1, -bounds.0));
        self.logical.push(logical);
        self.place[logical as usize] = Place::Basic(row);
        self.basis.push(logical);
        self.value.push(0.0);
        self.excess.push(0.0);
        self.weight.push(1.0);
        row
    }

    /// Changes the bounds of a variable.
    pub(super) fn set_bounds(&mut self, variable: u32, bounds: (i64, i64)) {
        self.lower[variable as usize] = bounds.0 as f64;
        self.upper[variable as usize] = bounds.1 as f64;
        self.stale = true;
    }

    pub(super) fn bounds(&self, variable: u32) -> (i64, i64) {
        (self.lower[variable as usize] as i64, self.upper[variable as usize] as i64)
    }

    /// The variable that carries the bounds of a row; its value is the negative one of the row.
    pub(super) fn logical(&self, row: u32) -> u32 {
        self.logical[row as usize]
    }

    /// The value of a variable.
    pub(super) fn value(&self, variable: u32) -> f64 {
        match self.place[variable as usize] {
            Place::Basic(position) => self.value[position as usize],
            Place::Lower => self.lower[variable as usize],
            Place::Upper => self.upper[variable as usize],
        }
    }
}

#[cfg(test)]
mod tests;
