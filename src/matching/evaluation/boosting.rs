//! Gradient boosting on the logistic loss, on top of a margin that is given: small trees that mend what the linear score gets wrong.
//!
//! Trees grow leaf by leaf over histograms of binned features (Friedman 2001; binning and the difference of histograms as in LightGBM).
//! Every histogram is filled by one thread in the order of the rows, and splits are compared in the order of the features: same rows,
//! same trees.

use rayon::prelude::*;

use super::candidates::{Row, WIDTH};
use super::logistic::{Samples, chance};

/// How many trees, and how large.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BoostSettings {
    /// Trees.
    pub trees: usize,
    /// Leaves of a tree.
    pub leaves: usize,
    /// The share of a tree's answer that is taken.
    pub rate: f64,
    /// Draws the answer of a leaf towards 0.
    pub shrinkage: f64,
    /// The least curvature of a leaf: about four times the number of rows of even odds.
    pub least_curvature: f64,
}

/// Bins of a feature at most; a bin must fit a byte.
const BINS: usize = 64;
/// Rows from which the borders of bins are taken.
const BORDER_ROWS: usize = 50_000;
/// A split must gain more than this.
const LEAST_GAIN: f64 = 1e-6;

#[derive(Debug, Clone, PartialEq)]
enum Node {
    Leaf(f32),
    Split { feature: usize, border: f32, below: usize, above: usize },
}

#[derive(Debug, Clone, PartialEq)]
struct Tree(Vec<Node>);

impl Tree {
    fn answer(&self, row: &Row) -> f32 {
        let mut at = 0;
        loop {
            match self.0[at] {
                Node::Leaf(value) => return value,
                Node::Split { feature, border, below, above } => at = if row[feature] <= border { below } else { above },
            }
        }
    }
}

/// Fitted trees.
#[derive(Debug, Clone, PartialEq)]
pub struct Boosted(Vec<Tree>);

impl Boosted {
    /// What the trees add to the margin of a row.
    pub fn margin(&self, row: &Row) -> f32 {
        self.0.iter().map(|tree| tree.answer(row)).sum()
    }

    /// Fits trees that mend these margins.
    pub fn fit(samples: &Samples, margins: &[f64], settings: &BoostSettings) -> Boosted {
        let binned = Binned::of(&samples.rows);
        let mut margins: Vec<f32> = margins.iter().map(|margin| *margin as f32).collect();
        let mut trees = Vec::with_capacity(settings.trees);
        for _round in 0..settings.trees {
            let slopes = slopes(samples, &margins);
            let grown = Growing { binned: &binned, slopes: &slopes, settings }.tree();
            for (rows, value) in &grown.leaves {
                rows.iter().for_each(|row| margins[*row as usize] += value);
            }
            trees.push(grown.tree);
        }
        Boosted(trees)
    }
}

/// First and second derivative of the loss at each row.
fn slopes(samples: &Samples, margins: &[f32]) -> Vec<[f32; 2]> {
    let of = |((label, weight), margin): ((&bool, &f32), &f32)| {
        let chance = chance(f64::from(*margin)) as f32;
        [(chance - if *label { 1.0 } else { 0.0 }) * weight, chance * (1.0 - chance) * weight]
    };
    samples.labels.par_iter().zip(&samples.weights).zip(margins).map(of).collect()
}

/// The rows as bins, feature by feature.
struct Binned {
    borders: Vec<Vec<f32>>,
    bins: Vec<Vec<u8>>,
}

impl Binned {
    fn of(rows: &[Row]) -> Binned {
        let columns: Vec<(Vec<f32>, Vec<u8>)> = (0..WIDTH)
            .into_par_iter()
            .map(|feature| {
                let borders = borders(rows, feature);
                let bin = |row: &Row| borders.partition_point(|border| *border < row[feature]) as u8;
                let bins = rows.iter().map(bin).collect();
                (borders, bins)
            })
            .collect();
        let (borders, bins) = columns.into_iter().unzip();
        Binned { borders, bins }
    }
}

/// The upper borders of all bins but the last: every value but the largest where there are few, else quantiles.
fn borders(rows: &[Row], feature: usize) -> Vec<f32> {
    let mut values: Vec<f32> = rows.iter().step_by((rows.len() / BORDER_ROWS).max(1)).map(|row| row[feature]).collect();
    values.sort_by(f32::total_cmp);
    let mut distinct = values.clone();
    distinct.dedup();
    if distinct.len() <= BINS {
        distinct.pop();
        return distinct;
    }
    let mut cuts: Vec<f32> = (1..BINS).map(|bin| values[bin * values.len() / BINS]).collect();
    cuts.dedup();
    cuts
}

/// Sums of both derivatives by bin, for every feature.
type Histogram = Vec<Vec<[f64; 2]>>;

#[derive(Debug, Clone, Copy)]
struct Cut {
    gain: f64,
    feature: usize,
    bin: usize,
}

/// A leaf that may still be split.
struct Open {
    node: usize,
    rows: Vec<u32>,
    histogram: Histogram,
    sums: [f64; 2],
    cut: Option<Cut>,
}

struct Grown {
    tree: Tree,
    /// The rows of every leaf with its answer.
    leaves: Vec<(Vec<u32>, f32)>,
}

struct Growing<'a> {
    binned: &'a Binned,
    slopes: &'a [[f32; 2]],
    settings: &'a BoostSettings,
}

impl Growing<'_> {
    fn tree(&self) -> Grown {
        let rows: Vec<u32> = (0..self.slopes.len() as u32).collect();
        let histogram = self.histogram(&rows);
        let mut nodes = vec![Node::Leaf(0.0)];
        let mut open = vec![self.open(0, rows, histogram)];
        while open.len() < self.settings.leaves {
            let Some((at, cut)) = best(&open) else { break };
            let leaf = open.swap_remove(at);
            let below = nodes.len();
            let border = self.binned.borders[cut.feature][cut.bin];
            nodes[leaf.node] = Node::Split { feature: cut.feature, border, below, above: below + 1 };
            nodes.extend([Node::Leaf(0.0), Node::Leaf(0.0)]);
            open.extend(self.split(leaf, cut, below));
        }
        let leaves = open.into_iter().map(|leaf| {
            let value = self.answer(leaf.sums);
            nodes[leaf.node] = Node::Leaf(value);
            (leaf.rows, value)
        });
        let leaves = leaves.collect();
        Grown { tree: Tree(nodes), leaves }
    }

    fn answer(&self, [slope, curvature]: [f64; 2]) -> f32 {
        (-self.settings.rate * slope / (curvature + self.settings.shrinkage)) as f32
    }

    fn open(&self, node: usize, rows: Vec<u32>, histogram: Histogram) -> Open {
        let sums = histogram[0].iter().fold([0.0; 2], |sum, bin| [sum[0] + bin[0], sum[1] + bin[1]]);
        let cut = self.cut(&histogram, sums);
        Open { node, rows, histogram, sums, cut }
    }

    /// The two halves; only the smaller one is counted, the other is the difference.
    fn split(&self, leaf: Open, cut: Cut, below: usize) -> [Open; 2] {
        let bins = &self.binned.bins[cut.feature];
        let (left, right): (Vec<u32>, Vec<u32>) = leaf.rows.iter().partition(|row| usize::from(bins[**row as usize]) <= cut.bin);
        let is_left_smaller = left.len() <= right.len();
        let counted = self.histogram(if is_left_smaller { &left } else { &right });
        let other = difference(leaf.histogram, &counted);
        let (of_left, of_right) = if is_left_smaller { (counted, other) } else { (other, counted) };
        [self.open(below, left, of_left), self.open(below + 1, right, of_right)]
    }

    fn histogram(&self, rows: &[u32]) -> Histogram {
        let of = |(borders, bins): (&Vec<f32>, &Vec<u8>)| {
            let mut sums = vec![[0.0; 2]; borders.len() + 1];
            for row in rows {
                let (sum, slope) = (&mut sums[usize::from(bins[*row as usize])], self.slopes[*row as usize]);
                sum[0] += f64::from(slope[0]);
                sum[1] += f64::from(slope[1]);
            }
            sums
        };
        self.binned.borders.par_iter().zip(&self.binned.bins).map(of).collect()
    }

    fn cut(&self, histogram: &Histogram, [slope, curvature]: [f64; 2]) -> Option<Cut> {
        let worth = |slope: f64, curvature: f64| slope * slope / (curvature + self.settings.shrinkage);
        let mut best: Option<Cut> = None;
        for (feature, bins) in histogram.iter().enumerate() {
            let mut below = [0.0; 2];
            for (bin, sums) in bins.iter().enumerate().take(bins.len() - 1) {
                below = [below[0] + sums[0], below[1] + sums[1]];
                let above = [slope - below[0], curvature - below[1]];
                if below[1].min(above[1]) < self.settings.least_curvature {
                    continue;
                }
                let gain = worth(below[0], below[1]) + worth(above[0], above[1]) - worth(slope, curvature);
                if gain > best.map_or(LEAST_GAIN, |best| best.gain) {
                    best = Some(Cut { gain, feature, bin });
                }
            }
        }
        best
    }
}

/// The leaf whose split gains most; of equals the first.
fn best(open: &[Open]) -> Option<(usize, Cut)> {
    let cuts = open.iter().enumerate().filter_map(|(at, leaf)| leaf.cut.map(|cut| (at, leaf.node, cut)));
    cuts.max_by(|a, b| a.2.gain.total_cmp(&b.2.gain).then(b.1.cmp(&a.1))).map(|(at, _, cut)| (at, cut))
}

fn difference(mut whole: Histogram, part: &Histogram) -> Histogram {
    for (bins, part) in whole.iter_mut().zip(part) {
        bins.iter_mut().zip(part).for_each(|(bin, part)| *bin = [bin[0] - part[0], bin[1] - part[1]]);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: BoostSettings = BoostSettings { trees: 60, leaves: 4, rate: 0.3, shrinkage: 1.0, least_curvature: 1.0 };

    /// A tie where exactly one of two features is on: nothing that a linear score can say.
    fn either_or() -> Samples {
        let mut samples = Samples::default();
        for at in 0..800 {
            let mut row = [0.0; WIDTH];
            row[3] = (at % 2) as f32;
            row[7] = (at / 2 % 2) as f32;
            // Noise in a third feature, so that there is something to be misled by.
            row[9] = (at * 37 % 101) as f32;
            samples.append(Samples { rows: vec![row], labels: vec![row[3] != row[7]], weights: vec![if at < 8 { 1.5 } else { 1.0 }] });
        }
        samples
    }

    #[test]
    fn trees_find_what_no_sum_can_say() {
        let samples = either_or();
        let boosted = Boosted::fit(&samples, &vec![0.0; samples.rows.len()], &SETTINGS);
        let right = samples.rows.iter().zip(&samples.labels).filter(|(row, label)| (boosted.margin(row) > 0.0) == **label).count();
        assert_eq!(right, samples.rows.len());
        assert_eq!(boosted, Boosted::fit(&samples, &vec![0.0; samples.rows.len()], &SETTINGS));
    }

    #[test]
    fn margins_that_are_right_already_are_left_alone() {
        let samples = either_or();
        let margins: Vec<f64> = samples.labels.iter().map(|label| if *label { 9.0 } else { -9.0 }).collect();
        let boosted = Boosted::fit(&samples, &margins, &SETTINGS);
        assert!(samples.rows.iter().all(|row| boosted.margin(row).abs() < 0.5));
    }

    #[test]
    fn few_values_each_have_a_bin_and_many_share_them_evenly() {
        let rows = |modulus: usize| (0..10_000).map(|at| [(at % modulus) as f32; WIDTH]).collect::<Vec<_>>();
        assert_eq!(borders(&rows(3), 0), [0.0, 1.0]);
        let many = borders(&rows(1_000), 0);
        assert!(many.len() == BINS - 1 && many.windows(2).all(|pair| (13.0..19.0).contains(&(pair[1] - pair[0]))));
    }
}
