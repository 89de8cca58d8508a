//! Cities as points with holes: coordinates that are not known are NaN, enter no distance and pull no centre.

use ndarray::Array2;

/// Points of one width. A coordinate that is not known is NaN.
#[derive(Debug, Clone, PartialEq)]
pub struct Points {
    width: usize,
    cells: Vec<f64>,
}

impl Points {
    /// Points of this width.
    pub fn new(width: usize, rows: impl IntoIterator<Item = Vec<f64>>) -> Points {
        let mut cells = Vec::new();
        for mut row in rows {
            row.resize(width, f64::NAN);
            cells.append(&mut row);
        }
        Points { width, cells }
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.cells.len() / self.width.max(1)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Coordinates of each.
    pub fn width(&self) -> usize {
        self.width
    }

    /// One point.
    pub fn row(&self, i: usize) -> &[f64] {
        &self.cells[i * self.width..(i + 1) * self.width]
    }

    /// All points.
    pub fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.cells.chunks_exact(self.width.max(1))
    }

    /// These points, in this order; one may come several times.
    pub fn pick(&self, which: &[usize]) -> Points {
        Points { width: self.width, cells: which.iter().flat_map(|&i| self.row(i)).copied().collect() }
    }

    /// The mean of each coordinate over the points that have it; 0 where none has.
    pub fn means(&self) -> Vec<f64> {
        self.means_of(0..self.len()).into_iter().map(|mean| mean.unwrap_or(0.0)).collect()
    }

    /// The mean of each coordinate over some points; `None` where none of them has it.
    pub fn means_of(&self, which: impl IntoIterator<Item = usize>) -> Vec<Option<f64>> {
        let mut sums = vec![(0.0_f64, 0_usize); self.width];
        for i in which {
            for (sum, value) in sums.iter_mut().zip(self.row(i)).filter(|(_, value)| !value.is_nan()) {
                sum.0 += value;
                sum.1 += 1;
            }
        }
        sums.into_iter().map(|(sum, count)| (count > 0).then(|| sum / count as f64)).collect()
    }

    /// The points with every hole filled from `fill`, as the matrix that the algorithms want which know no holes.
    pub fn filled(&self, fill: impl Fn(usize, usize) -> f64) -> Array2<f64> {
        let value = |(i, t): (usize, usize)| {
            let value = self.row(i)[t];
            if value.is_nan() { fill(i, t) } else { value }
        };
        Array2::from_shape_fn((self.len(), self.width), value)
    }
}

/// Squared distance over the coordinates that both have. Symmetric to the bit.
pub fn squared_distance(a: &[f64], b: &[f64]) -> f64 {
    squared_distance_within(a, b, f64::INFINITY)
}

/// The squared distance; where it is more than `most`, any number that is more than `most`.
pub fn squared_distance_within(a: &[f64], b: &[f64], most: f64) -> f64 {
    // A plain loop: it is the innermost of all, and a debug build takes its time over closures.
    let width = a.len().min(b.len());
    let (mut sum, mut t) = (0.0, 0);
    while t < width && sum <= most {
        let difference = a[t] - b[t];
        if !difference.is_nan() {
            sum += difference * difference;
        }
        t += 1;
    }
    sum
}

/// The part of all `weights` that the coordinates carry which both have, 0 to 1.
pub fn shared_weight(weights: &[f64], a: &[f64], b: &[f64]) -> f64 {
    let known = weights.iter().zip(a.iter().zip(b)).filter(|(_, (a, b))| !(a.is_nan() || b.is_nan())).map(|(weight, _)| weight);
    known.sum::<f64>() / weights.iter().sum::<f64>()
}
