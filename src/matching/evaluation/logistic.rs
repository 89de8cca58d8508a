//! Logistic regression by Newton's method (iteratively reweighted least squares), with a ridge: the learner whose weights can be read.
//!
//! linfa-logistic takes no weights of rows, and rows must be weighed here, or the few cities with fifty ties drown the many with one.
//! Sums are taken over fixed blocks of rows in a fixed order, so that the number of threads changes no bit.

use rayon::prelude::*;

use super::candidates::{Row, WIDTH};

/// Rows to learn from.
#[derive(Debug, Clone, Default)]
pub struct Samples {
    /// Features.
    pub rows: Vec<Row>,
    /// Whether the pair has a tie.
    pub labels: Vec<bool>,
    /// What the row counts, above 0.
    pub weights: Vec<f32>,
}

impl Samples {
    /// Adds the rows of another set.
    pub fn append(&mut self, mut other: Samples) {
        self.rows.append(&mut other.rows);
        self.labels.append(&mut other.labels);
        self.weights.append(&mut other.weights);
    }
}

/// A fitted regression. The margin of a row is `intercept + Σ weight · (value - mean) / spread`, the logarithm of the odds.
#[derive(Debug, Clone, PartialEq)]
pub struct Logistic {
    /// The columns it uses.
    pub columns: Vec<usize>,
    /// The weight of each of them, in standard deviations of the feature.
    pub weights: Vec<f64>,
    intercept: f64,
    means: Vec<f64>,
    spreads: Vec<f64>,
}

const BLOCK: usize = 4_096;
const STEPS: usize = 25;
/// Steps end when no weight moves by more.
const STILL: f64 = 1e-7;

impl Logistic {
    /// Fits the weights of these columns; `ridge` draws them towards 0 as that many observations would.
    pub fn fit(samples: &Samples, columns: &[usize], ridge: f64) -> Logistic {
        let (means, spreads) = moments(samples, columns);
        let width = columns.len();
        let mut model = Logistic { columns: columns.to_vec(), weights: vec![0.0; width], intercept: 0.0, means, spreads };
        for _step in 0..STEPS {
            let mut normal = model.normal_equations(samples);
            for (at, weight) in model.weights.iter().enumerate() {
                normal.matrix[at * (width + 1) + at] += ridge;
                normal.gradient[at] += ridge * weight;
            }
            let step = solve(normal);
            model.weights.iter_mut().zip(&step).for_each(|(weight, step)| *weight -= step);
            model.intercept -= step[width];
            if step.iter().all(|moved| moved.abs() < STILL) {
                break;
            }
        }
        model
    }

    /// The logarithm of the odds.
    pub fn margin(&self, row: &Row) -> f64 {
        let terms = self.columns.iter().zip(&self.weights).zip(self.means.iter().zip(&self.spreads));
        self.intercept + terms.map(|((column, weight), (mean, spread))| weight * (f64::from(row[*column]) - mean) / spread).sum::<f64>()
    }

    fn normal_equations(&self, samples: &Samples) -> Normal {
        let blocks = samples.rows.par_chunks(BLOCK).zip(samples.labels.par_chunks(BLOCK)).zip(samples.weights.par_chunks(BLOCK));
        let partial: Vec<Normal> = blocks.map(|((rows, labels), weights)| self.of_block(rows, labels, weights)).collect();
        let size = self.columns.len() + 1;
        partial.into_iter().fold(Normal::zero(size), Normal::plus)
    }

    fn of_block(&self, rows: &[Row], labels: &[bool], weights: &[f32]) -> Normal {
        let size = self.columns.len() + 1;
        let mut normal = Normal::zero(size);
        let mut scaled = vec![1.0; size];
        for ((row, label), weight) in rows.iter().zip(labels).zip(weights) {
            for (at, column) in self.columns.iter().enumerate() {
                scaled[at] = (f64::from(row[*column]) - self.means[at]) / self.spreads[at];
            }
            let margin = self.intercept + scaled.iter().zip(&self.weights).map(|(x, w)| x * w).sum::<f64>();
            normal.add(&scaled, chance(margin), (*label, f64::from(*weight)));
        }
        normal
    }
}

/// The probability whose log-odds are `margin`.
pub fn chance(margin: f64) -> f64 {
    1.0 / (1.0 + (-margin).exp())
}

/// Means and standard deviations of the columns; a column without spread has 1, so that it counts nothing.
fn moments(samples: &Samples, columns: &[usize]) -> (Vec<f64>, Vec<f64>) {
    let count = samples.rows.len().max(1) as f64;
    let mut sums = [0.0; WIDTH];
    for row in &samples.rows {
        sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += f64::from(*value));
    }
    let mut squares = [0.0; WIDTH];
    for row in &samples.rows {
        squares.iter_mut().zip(row).zip(&sums).for_each(|((square, value), sum)| *square += (f64::from(*value) - sum / count).powi(2));
    }
    let spread = |column: &usize| Some((squares[*column] / count).sqrt()).filter(|spread| *spread > 1e-9).unwrap_or(1.0);
    (columns.iter().map(|column| sums[*column] / count).collect(), columns.iter().map(spread).collect())
}

/// Second derivatives (lower triangle, row-major) and gradient; the intercept is the last of both.
struct Normal {
    matrix: Vec<f64>,
    gradient: Vec<f64>,
}

impl Normal {
    fn zero(size: usize) -> Normal {
        Normal { matrix: vec![0.0; size * size], gradient: vec![0.0; size] }
    }

    fn plus(mut self, other: Normal) -> Normal {
        self.matrix.iter_mut().zip(other.matrix).for_each(|(sum, term)| *sum += term);
        self.gradient.iter_mut().zip(other.gradient).for_each(|(sum, term)| *sum += term);
        self
    }

    fn add(&mut self, scaled: &[f64], chance: f64, (label, weight): (bool, f64)) {
        let size = scaled.len();
        let surprise = (chance - if label { 1.0 } else { 0.0 }) * weight;
        let curvature = chance * (1.0 - chance) * weight;
        for (at, value) in scaled.iter().enumerate() {
            self.gradient[at] += surprise * value;
            let scale = curvature * value;
            let row = &mut self.matrix[at * size..=at * size + at];
            row.iter_mut().zip(scaled).for_each(|(cell, other)| *cell += scale * other);
        }
    }
}

/// Solves the normal equations by Cholesky's factorisation; a direction without curvature is held still by the least pivot.
fn solve(normal: Normal) -> Vec<f64> {
    let size = normal.gradient.len();
    let (mut factor, mut solution) = (normal.matrix, normal.gradient);
    for row in 0..size {
        for column in 0..=row {
            let inner: f64 = (0..column).map(|k| factor[row * size + k] * factor[column * size + k]).sum();
            let rest = factor[row * size + column] - inner;
            factor[row * size + column] = if row == column { rest.max(LEAST_PIVOT).sqrt() } else { rest / factor[column * size + column] };
        }
    }
    for row in 0..size {
        let inner: f64 = (0..row).map(|k| factor[row * size + k] * solution[k]).sum();
        solution[row] = (solution[row] - inner) / factor[row * size + row];
    }
    for row in (0..size).rev() {
        let inner: f64 = (row + 1..size).map(|k| factor[k * size + row] * solution[k]).sum();
        solution[row] = (solution[row] - inner) / factor[row * size + row];
    }
    solution
}

const LEAST_PIVOT: f64 = 1e-9;

#[cfg(test)]
mod tests {
    use super::*;

    /// `count` rows whose first feature is 1 or 0 and of which the given shares have a tie.
    fn samples(shares: [(f32, usize, usize); 2]) -> Samples {
        let mut samples = Samples::default();
        for (value, ties, count) in shares {
            for at in 0..count {
                let mut row = [0.0; WIDTH];
                row[0] = value;
                samples.append(Samples { rows: vec![row], labels: vec![at < ties], weights: vec![1.0] });
            }
        }
        samples
    }

    fn at(value: f32) -> Row {
        let mut row = [0.0; WIDTH];
        row[0] = value;
        row
    }

    #[test]
    fn without_a_ridge_the_fitted_odds_are_the_shares_themselves() {
        let model = Logistic::fit(&samples([(0.0, 10, 100), (1.0, 60, 100)]), &[0], 0.0);
        assert!((chance(model.margin(&at(0.0))) - 0.1).abs() < 1e-9 && (chance(model.margin(&at(1.0))) - 0.6).abs() < 1e-9);
    }

    #[test]
    fn a_row_counts_as_often_as_its_weight_says() {
        let mut weighed = samples([(0.0, 10, 100), (1.0, 60, 100)]);
        for (weight, label) in weighed.weights.iter_mut().zip(&weighed.labels) {
            *weight = if *label { 3.0 } else { 1.0 };
        }
        let model = Logistic::fit(&weighed, &[0], 0.0);
        assert!((chance(model.margin(&at(1.0))) - 180.0 / 220.0).abs() < 1e-9);
    }

    #[test]
    fn a_ridge_draws_weights_in_and_a_column_that_says_nothing_gets_none() {
        let data = samples([(0.0, 10, 100), (1.0, 60, 100)]);
        let [free, held] = [0.0, 50.0].map(|ridge| Logistic::fit(&data, &[0, 5], ridge));
        assert!(held.weights[0] > 0.0 && held.weights[0] < free.weights[0]);
        assert_eq!(held.weights[1], 0.0);
    }
}
