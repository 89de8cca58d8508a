//! The map of likeness: the cities on the plane that shows most of their differences (principal components, by linfa).
//!
//! What is not known of a city stands at the mean of all, which moves it toward the middle and never to a side; each point says how much
//! of it is known. linfa's decomposition stops at a tolerance and uses whatever vector instructions the machine has, so its axes are led
//! to the last digit by steps in one fixed order, and turned so that the greatest loading is positive: every machine draws the same map.

use linfa::DatasetBase;
use linfa::traits::Fit;
use linfa_reduction::Pca;
use ndarray::Array2;

use super::answer::{Direction, Feature, LikenessMap, Loading, MapAxis, MapPoint};
use super::describe::phrase;
use super::grouping::Grouping;
use crate::matching::engine::Engine;
use crate::matching::message::Message;

/// Axes of the map.
const AXES: usize = 2;
/// Steps that lead the axes to the last digit.
const STEPS: usize = 500;
/// Loadings that are told of an axis, and phrases on each end of it.
const TOLD: usize = 6;
const PHRASES: usize = 2;
/// A loading below this is not worth a phrase.
const PHRASE_FROM: f64 = 0.2;
/// Decimals of what the map shows.
const UNIT: f64 = 1e6;

/// The plane on which points differ most.
#[derive(Debug, Clone, PartialEq)]
pub struct Plane {
    means: Vec<f64>,
    /// Unit vectors at right angles.
    axes: Vec<Vec<f64>>,
    /// The part of the variance along each.
    explained: Vec<f64>,
}

impl Plane {
    /// The plane of these points; `None` where there are fewer than three or they do not differ.
    pub fn of(points: &Array2<f64>) -> Option<Plane> {
        let (n, width) = points.dim();
        if n < 3 || width < AXES {
            return None;
        }
        let means: Vec<f64> = points.columns().into_iter().map(|column| column.iter().sum::<f64>() / n as f64).collect();
        let covariance = covariance(points, &means);
        let total: f64 = (0..width).map(|t| covariance[t * width + t]).sum();
        if total <= 1e-12 {
            return None;
        }
        let first = Pca::params(AXES).fit(&DatasetBase::from(points.clone())).ok();
        let first = first.map(|pca| pca.components().outer_iter().map(|axis| axis.to_vec()).collect()).unwrap_or_default();
        let axes = settled(&covariance, started(first, width));
        let mut found: Vec<(f64, Vec<f64>)> = axes.into_iter().map(|axis| (along(&covariance, &axis), turned(axis))).collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0));
        let (variances, axes): (Vec<f64>, Vec<Vec<f64>>) = found.into_iter().unzip();
        Some(Plane { means, axes, explained: variances.into_iter().map(|v| v / total).collect() })
    }

    fn project(&self, point: &[f64]) -> Vec<f64> {
        let along = |axis: &Vec<f64>| {
            let parts = axis.iter().zip(point).zip(&self.means);
            // Not known is the mean, and the mean is the middle of the map.
            parts.map(|((axis, value), mean)| if value.is_nan() { 0.0 } else { axis * (value - mean) }).sum::<f64>()
        };
        self.axes.iter().map(along).collect()
    }
}

fn covariance(points: &Array2<f64>, means: &[f64]) -> Vec<f64> {
    let width = means.len();
    let mut sums = vec![0.0; width * width];
    for row in points.rows() {
        for (a, mean_a) in means.iter().enumerate() {
            for (b, mean_b) in means.iter().enumerate() {
                sums[a * width + b] += (row[a] - mean_a) * (row[b] - mean_b);
            }
        }
    }
    let n = points.nrows() as f64;
    sums.into_iter().map(|sum| sum / (n - 1.0)).collect()
}

/// Two axes to start from: those that were found, and plain ones where they are too few or no numbers.
fn started(found: Vec<Vec<f64>>, width: usize) -> Vec<Vec<f64>> {
    let sound = found.into_iter().filter(|axis| axis.len() == width && axis.iter().all(|v| v.is_finite()));
    let plain = (0..width).map(|t| (0..width).map(|other| if other == t { 1.0 } else { 0.0 }).collect());
    let mut axes: Vec<Vec<f64>> = Vec::new();
    for axis in sound.chain(plain) {
        if axes.len() < AXES {
            axes.extend(upright(axis, &axes));
        }
    }
    axes
}

/// The part of a vector at right angles to unit vectors, at length 1; `None` where nothing is left of it.
fn upright(mut vector: Vec<f64>, to: &[Vec<f64>]) -> Option<Vec<f64>> {
    // Twice: once leaves what rounding put back.
    for axis in to.iter().chain(to) {
        let part = dot(&vector, axis);
        for (value, axis) in vector.iter_mut().zip(axis) {
            *value -= part * axis;
        }
    }
    let length = dot(&vector, &vector).sqrt();
    (length > 1e-9).then(|| vector.into_iter().map(|value| value / length).collect())
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn times(matrix: &[f64], vector: &[f64]) -> Vec<f64> {
    matrix.chunks_exact(vector.len()).map(|row| dot(row, vector)).collect()
}

/// Orthogonal iteration: C · V, made upright again, until nothing moves.
fn settled(covariance: &[f64], mut axes: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    for _ in 0..STEPS {
        let mut next: Vec<Vec<f64>> = Vec::new();
        for axis in &axes {
            let moved = times(covariance, axis);
            let unit = dot(&moved, &moved).sqrt();
            // Along an axis without variance there is nothing to follow: it stays.
            let moved = if unit > 1e-12 { moved.into_iter().map(|v| v / unit).collect() } else { axis.clone() };
            next.push(upright(moved, &next).unwrap_or_else(|| axis.clone()));
        }
        let rest = axes.iter().zip(&next).map(|(a, b)| 1.0 - dot(a, b).abs()).fold(0.0, f64::max);
        axes = next;
        if rest < 1e-15 {
            break;
        }
    }
    axes
}

fn along(covariance: &[f64], axis: &[f64]) -> f64 {
    dot(&times(covariance, axis), axis)
}

/// An axis has no direction of its own: its greatest loading, the first of equals, is made positive.
fn turned(axis: Vec<f64>) -> Vec<f64> {
    let greatest = axis.iter().copied().fold(0.0_f64, |best, value| if value.abs() > best.abs() + 1e-9 { value } else { best });
    if greatest < 0.0 { axis.into_iter().map(|value| -value).collect() } else { axis }
}

fn rounded(value: f64) -> f64 {
    // Adding 0 turns -0 into 0.
    (value * UNIT).round() / UNIT + 0.0
}

/// The map of an engine's active cities, with the groups they are in.
pub fn map(engine: &Engine, grouping: &Grouping) -> LikenessMap {
    let points = &grouping.points;
    let means = points.means();
    let plane = Plane::of(&points.filled(|_, t| means[t]));
    let place = |i: usize| {
        let at = plane.as_ref().map_or_else(|| vec![0.0; AXES], |plane| plane.project(points.row(i)));
        let known = grouping.space.known(points.row(i));
        let city = engine.city_ref(grouping.cities[i]);
        MapPoint { city, x: rounded(at[0]), y: rounded(at[1]), group: grouping.numbers[i], known }
    };
    let axes: Vec<MapAxis> = plane.iter().flat_map(|plane| plane.axes.iter().zip(&plane.explained)).map(|a| axis(grouping, a)).collect();
    LikenessMap {
        model: grouping.groups.model.clone(),
        snapshot: grouping.groups.snapshot.clone(),
        explained: axes.iter().map(|axis| axis.explained).sum(),
        axes,
        points: (0..points.len()).map(place).collect(),
    }
}

fn axis(grouping: &Grouping, (axis, explained): (&Vec<f64>, &f64)) -> MapAxis {
    let mut loadings: Vec<(f64, &Feature)> = axis.iter().copied().zip(grouping.space.features()).collect();
    loadings.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
    let end = |is_high: bool| -> Vec<Message> {
        let strong = loadings.iter().filter(|(loading, _)| loading.abs() >= PHRASE_FROM);
        let side = |loading: f64| if (loading > 0.0) == is_high { Direction::Above } else { Direction::Below };
        strong.take(PHRASES).map(|(loading, feature)| phrase(feature, side(*loading))).collect()
    };
    MapAxis {
        explained: rounded(*explained),
        toward_high: end(true),
        toward_low: end(false),
        loadings: loadings.iter().take(TOLD).map(|(l, feature)| Loading { feature: (*feature).clone(), loading: rounded(*l) }).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(rows: &[[f64; 3]]) -> Array2<f64> {
        Array2::from_shape_fn((rows.len(), 3), |(i, t)| rows[i][t])
    }

    #[test]
    fn the_plane_lies_along_the_greatest_differences() {
        let rows: Vec<[f64; 3]> =
            (0..40).map(f64::from).map(|i| [10.0 * (i * 0.7).sin(), 3.0 * (i * 1.3).cos(), 0.1 * (i * 2.1).sin()]).collect();
        let plane = Plane::of(&points(&rows)).unwrap();
        assert!(plane.axes[0][0] > 0.99 && plane.axes[1][1] > 0.99, "{plane:?}");
        assert!(plane.explained[0] > plane.explained[1] && plane.explained.iter().sum::<f64>() > 0.99);
        assert!(dot(&plane.axes[0], &plane.axes[1]).abs() < 1e-12, "the axes stand at right angles");
    }

    #[test]
    fn cities_on_one_line_or_one_spot_have_a_plane_or_none_and_no_panic() {
        let line: Vec<[f64; 3]> = (0..6).map(f64::from).map(|i| [i, 2.0 * i, -i]).collect();
        let plane = Plane::of(&points(&line)).unwrap();
        assert!((plane.explained[0] - 1.0).abs() < 1e-9 && plane.explained[1].abs() < 1e-9, "{plane:?}");
        assert_eq!(Plane::of(&points(&[[1.0, 2.0, 3.0]; 5])), None);
        assert_eq!(Plane::of(&points(&[[1.0, 2.0, 3.0], [0.0, 0.0, 0.0]])), None);
    }

    #[test]
    fn what_is_not_known_moves_nothing() {
        let rows: Vec<[f64; 3]> = (0..9).map(|i| [f64::from(i), f64::from(i % 3), 0.0]).collect();
        let plane = Plane::of(&points(&rows)).unwrap();
        let middle = plane.project(&[f64::NAN, f64::NAN, f64::NAN]);
        assert_eq!(middle, vec![0.0, 0.0]);
    }
}
