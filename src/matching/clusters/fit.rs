//! Dividing points into groups: k-means and a Gaussian mixture (linfa), both made to respect what is not known.
//!
//! Neither algorithm knows holes. k-means is started by linfa on points whose holes are filled with the mean of all, and then led to its
//! end by steps that look at known coordinates only: a point goes to the centre that is nearest in what is known of it, a centre is the
//! mean of what is known of its members. What is minimised is the sum of squares over known coordinates (the objective of k-POD, Chi, Chi
//! and Baraniuk 2016), so that a hole costs nothing anywhere and cities cannot be grouped by what is missing of them. The mixture is
//! fitted where each hole is filled with its k-means centre, on the first principal axes, since a full covariance needs many more points
//! than coordinates.

use linfa::DatasetBase;
use linfa::traits::{Fit, Predict};
use linfa_clustering::{GaussianMixtureModel, KMeans};
use linfa_nn::distance::Distance;
use linfa_reduction::Pca;
use ndarray::{ArrayView, Dimension};
use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::points::{Points, squared_distance, squared_distance_within};

/// Steps after which a division that still changes is taken as it is.
const STEPS: usize = 100;

/// Steps that linfa takes on filled points before the holes are looked at: more would only lead away from where they end.
const LINFA_STEPS: u64 = 2;

/// The distance of [`squared_distance`], as linfa asks for it: the same numbers in the same order as everywhere else here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Plain;

impl Distance<f64> for Plain {
    fn distance<D: Dimension>(&self, a: ArrayView<'_, f64, D>, b: ArrayView<'_, f64, D>) -> f64 {
        self.rdistance(a, b).sqrt()
    }

    fn rdistance<D: Dimension>(&self, a: ArrayView<'_, f64, D>, b: ArrayView<'_, f64, D>) -> f64 {
        match (a.as_slice(), b.as_slice()) {
            (Some(a), Some(b)) => squared_distance(a, b),
            // Never with the rows of a matrix that was made row by row.
            _ => a.iter().zip(&b).map(|(a, b)| (a - b) * (a - b)).sum(),
        }
    }
}

/// A division of points into groups, the larger first.
#[derive(Debug, Clone, PartialEq)]
pub struct Division {
    /// The group of each point, 0 for the first.
    pub labels: Vec<usize>,
    /// The centre of each group: the mean of what is known of its members.
    pub centres: Vec<Vec<f64>>,
    /// Mean squared distance to the own centre, over known coordinates.
    pub spread: f64,
}

impl Division {
    /// Groups.
    pub fn groups(&self) -> usize {
        self.centres.len()
    }
}

/// The place of the nearest centre in what is known of a point, the first of equals, and the squared distance.
pub fn nearest(centres: &[Vec<f64>], point: &[f64]) -> (usize, f64) {
    nearest_from(0, centres, point)
}

/// [`nearest`] with a guess: the better it is, the sooner the other centres are seen to be farther.
fn nearest_from(guess: usize, centres: &[Vec<f64>], point: &[f64]) -> (usize, f64) {
    let mut best = (guess, squared_distance(point, &centres[guess]));
    for (group, centre) in centres.iter().enumerate().filter(|(group, _)| *group != guess) {
        let distance = squared_distance_within(point, centre, best.1);
        if distance < best.1 || (distance == best.1 && group < best.0) {
            best = (group, distance);
        }
    }
    best
}

/// k-means over known coordinates, the best of several starts. `None` where the points do not fill so many groups.
pub fn k_means(points: &Points, groups: usize, starts: usize, seed: u64) -> Option<Division> {
    let means = points.means();
    let filled = DatasetBase::from(points.filled(|_, t| means[t]));
    let mut seeds = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut best: Option<Division> = None;
    for _ in 0..starts {
        let rng = Xoshiro256PlusPlus::seed_from_u64(seeds.r#gen());
        let start = KMeans::params_with(groups, rng, Plain).n_runs(1).max_n_iterations(LINFA_STEPS).tolerance(1e-6).fit(&filled).ok()?;
        let centres = start.centroids().outer_iter().map(|centre| centre.to_vec()).collect();
        let found = settle(points, centres, &means);
        // Strictly less: of equal divisions the first, so that the result does not hang on rounding.
        if let Some(found) = found.filter(|found| best.as_ref().is_none_or(|best| found.spread < best.spread)) {
            best = Some(found);
        }
    }
    best
}

/// Moves points and centres until nothing moves. `None` where a group lost its last member.
fn settle(points: &Points, mut centres: Vec<Vec<f64>>, means: &[f64]) -> Option<Division> {
    let mut labels: Vec<usize> = points.rows().map(|point| nearest(&centres, point).0).collect();
    for _ in 0..STEPS {
        centres = centres_of(points, &labels, centres.len(), means);
        let moved: Vec<usize> = points.rows().zip(&labels).map(|(point, &label)| nearest_from(label, &centres, point).0).collect();
        if moved == labels {
            break;
        }
        labels = moved;
    }
    ordered(points, &labels, centres.len(), means)
}

fn centres_of(points: &Points, labels: &[usize], groups: usize, means: &[f64]) -> Vec<Vec<f64>> {
    let of = |group: usize| {
        let members = labels.iter().enumerate().filter(|(_, label)| **label == group).map(|(i, _)| i);
        // What is known of no member of a group says nothing about it: the mean of all.
        points.means_of(members).into_iter().zip(means).map(|(mean, all)| mean.unwrap_or(*all)).collect()
    };
    (0..groups).map(of).collect()
}

/// The division with its groups in order of size, then of their first member. `None` where a group is empty.
fn ordered(points: &Points, labels: &[usize], groups: usize, means: &[f64]) -> Option<Division> {
    let mut order: Vec<(usize, usize, usize)> = Vec::new();
    for group in 0..groups {
        let first = labels.iter().position(|&label| label == group)?;
        let size = labels.iter().filter(|&&label| label == group).count();
        order.push((usize::MAX - size, first, group));
    }
    order.sort_unstable();
    let mut name = vec![0; groups];
    for (new, (_, _, old)) in order.into_iter().enumerate() {
        name[old] = new;
    }
    let labels: Vec<usize> = labels.iter().map(|&label| name[label]).collect();
    let centres = centres_of(points, &labels, groups, means);
    let spread = labels.iter().zip(points.rows()).map(|(&label, point)| squared_distance(point, &centres[label])).sum::<f64>();
    Some(Division { spread: spread / points.len() as f64, labels, centres })
}

/// A Gaussian mixture on the first `axes` principal axes, each point in its likeliest group. `None` where the fit fails, which with few
/// points and full covariances it does often.
pub fn mixture(points: &Points, groups: usize, (starts, axes): (usize, usize), seed: u64) -> Option<Division> {
    let means = points.means();
    let near = k_means(points, groups, starts, seed)?;
    let filled = DatasetBase::from(points.filled(|i, t| near.centres[near.labels[i]][t]));
    let reduced = Pca::params(axes.min(points.width())).fit(&filled).ok()?.predict(&filled);
    let reduced = DatasetBase::from(reduced);
    let rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let model = GaussianMixtureModel::params_with_rng(groups, rng).n_runs(starts as u64).reg_covariance(1e-3).fit(&reduced).ok()?;
    let labels = model.predict(&reduced);
    ordered(points, &labels.to_vec(), groups, &means)
}
