//! Columns made comparable: outliers drawn in, blanks filled, one scale.

use super::table::{AreaTable, Column, Recipe};
use crate::matching::scale::{MAD_TO_SIGMA, quantile};
use crate::text_enum;

text_enum! {
    /// How columns are brought to one scale.
    ColumnScale {
        /// Mean 0 and population standard deviation 1.
        ZScore = "zscore",
        /// Median 0 and 1.4826 times the median absolute deviation 1: one odd area moves nobody else.
        Robust = "robust",
        /// As they are, where the columns have one unit already.
        None = "none",
    }
}

/// What a reader of the lists should know about a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// Every area has one value in it, so it tells nobody apart.
    Constant {
        /// The column.
        column: String,
    },
    /// Blanks that were filled with the median.
    Filled {
        /// The column.
        column: String,
        /// How many.
        blanks: usize,
    },
    /// More than half of the areas have one value, so that the median absolute deviation is 0; the standard deviation was taken instead.
    NoRobustSpread {
        /// The column.
        column: String,
    },
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Note::Constant { column } => write!(f, "column '{column}' is the same everywhere and tells nobody apart"),
            Note::Filled { column, blanks } => write!(f, "column '{column}': {blanks} blank, filled with the median"),
            Note::NoRobustSpread { column } => {
                write!(f, "column '{column}': more than half of the areas have one value; scaled by the standard deviation")
            }
        }
    }
}

/// The prepared values, area by area, and what happened on the way.
pub(super) struct Prepared {
    /// Row-major: the values of area `i` are at `i * width..(i + 1) * width`.
    pub(super) values: Vec<f64>,
    /// Columns.
    pub(super) width: usize,
    pub(super) notes: Vec<Note>,
}

/// Winsorises, fills and scales every column.
pub(super) fn prepare(table: &AreaTable, recipe: &Recipe) -> Prepared {
    let (areas, width) = (table.areas().len(), table.columns().len());
    let mut prepared = Prepared { values: vec![0.0; areas * width], width, notes: Vec::new() };
    for (at, column) in table.columns().iter().enumerate() {
        let scaled = scale(column, fill(column, recipe.winsorise, &mut prepared.notes), recipe.scale, &mut prepared.notes);
        for (area, value) in scaled.into_iter().enumerate() {
            prepared.values[area * width + at] = value;
        }
    }
    prepared
}

/// Draws the ends of a column in to its percentiles (linear between neighbours, blanks not counted), then fills blanks with the median.
fn fill(column: &Column, share: f64, notes: &mut Vec<Note>) -> Vec<f64> {
    let mut sorted: Vec<f64> = column.values.iter().flatten().copied().collect();
    sorted.sort_by(f64::total_cmp);
    let blanks = column.values.len() - sorted.len();
    if blanks > 0 {
        notes.push(Note::Filled { column: column.name.clone(), blanks });
    }
    let (low, high) = (quantile(&sorted, share), quantile(&sorted, 1.0 - share));
    let drawn_in = |value: f64| if share > 0.0 { value.max(low).min(high) } else { value };
    // Order is kept by drawing in, so the sorted column stays sorted.
    let median = quantile(&sorted.iter().map(|value| drawn_in(*value)).collect::<Vec<_>>(), 0.5);
    column.values.iter().map(|value| value.map_or(median, drawn_in)).collect()
}

fn scale(column: &Column, values: Vec<f64>, scale: ColumnScale, notes: &mut Vec<Note>) -> Vec<f64> {
    let first = values.first().copied().unwrap_or_default();
    if values.iter().all(|value| *value == first) {
        notes.push(Note::Constant { column: column.name.clone() });
        return vec![0.0; values.len()];
    }
    let (middle, spread) = match scale {
        ColumnScale::None => return values,
        ColumnScale::ZScore => mean_and_deviation(&values),
        ColumnScale::Robust => robust(&values).unwrap_or_else(|| {
            notes.push(Note::NoRobustSpread { column: column.name.clone() });
            mean_and_deviation(&values)
        }),
    };
    values.into_iter().map(|value| (value - middle) / spread).collect()
}

/// Mean and population standard deviation.
fn mean_and_deviation(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / count;
    (mean, variance.sqrt())
}

/// Median and scaled median absolute deviation; `None` where the latter is 0.
fn robust(values: &[f64]) -> Option<(f64, f64)> {
    let median_of = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        quantile(&values, 0.5)
    };
    let median = median_of(values.to_vec());
    let spread = MAD_TO_SIGMA * median_of(values.iter().map(|value| (value - median).abs()).collect());
    (spread > 0.0).then_some((median, spread))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(values: &[Option<f64>]) -> Column {
        Column { name: "x".to_owned(), values: values.to_vec() }
    }

    #[test]
    fn outliers_are_drawn_in_before_the_median_fills_the_blanks() {
        let values = [Some(0.0), None, Some(10.0), Some(20.0), Some(30.0), Some(1_000.0)];
        let mut notes = Vec::new();
        // An eighth of the way along 0, 10, 20, 30, 1000 stands 5, seven eighths of it 515.
        assert_eq!(fill(&column(&values), 0.125, &mut notes), [5.0, 20.0, 10.0, 20.0, 30.0, 515.0]);
        assert_eq!(fill(&column(&values), 0.0, &mut notes), [0.0, 20.0, 10.0, 20.0, 30.0, 1_000.0], "0 is off");
        assert_eq!(notes[0].to_string(), "column 'x': 1 blank, filled with the median");
    }

    #[test]
    fn each_scale_has_the_middle_and_spread_it_names() {
        let values = vec![1.0, 2.0, 3.0, 4.0, 100.0];
        let mut notes = Vec::new();
        let by = |kind, notes: &mut Vec<Note>| scale(&column(&[]), values.clone(), kind, notes);
        let z = by(ColumnScale::ZScore, &mut notes);
        assert!(z.iter().sum::<f64>().abs() < 1e-12 && (z.iter().map(|v| v * v).sum::<f64>() / 5.0 - 1.0).abs() < 1e-12);
        let robust = by(ColumnScale::Robust, &mut notes);
        assert!(robust[2] == 0.0 && (robust[3] - 1.0 / MAD_TO_SIGMA).abs() < 1e-12);
        assert_eq!(by(ColumnScale::None, &mut notes), values);
        assert!(notes.is_empty());
    }

    #[test]
    fn a_column_without_spread_is_told_and_never_divides_by_zero() {
        let mut notes = Vec::new();
        assert_eq!(scale(&column(&[]), vec![7.0; 3], ColumnScale::ZScore, &mut notes), [0.0; 3]);
        let mostly_one = scale(&column(&[]), vec![1.0, 1.0, 1.0, 2.0], ColumnScale::Robust, &mut notes);
        assert!(mostly_one.iter().all(|value| value.is_finite()) && mostly_one[3] > mostly_one[0]);
        let constant = Note::Constant { column: "x".to_owned() };
        assert_eq!(notes, [constant, Note::NoRobustSpread { column: "x".to_owned() }]);
    }
}
