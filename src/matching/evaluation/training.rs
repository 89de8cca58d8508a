//! From open ties to a tie model. Cities are split, not pairs: the rows of a city are made from a history in which neither it nor the
//! other cities of its part have any tie, just as a held-out city will have none.

use rand::RngCore;
use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;
use rayon::prelude::*;

use super::boosting::{BoostSettings, Boosted};
use super::candidates::{Asker, FEATURES, Group, Row};
use super::history::History;
use super::logistic::{Logistic, Samples};
use super::split::{Split, share_of};
use super::world::World;

/// How a tie model is trained.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrainSettings {
    /// Parts into which the open cities are split.
    pub parts: usize,
    /// Pairs without a tie that are drawn for each tie.
    pub negatives: usize,
    /// Decides the parts and the draws.
    pub seed: u64,
    /// How hard the weights of the linear score are drawn towards 0.
    pub ridge: f64,
    /// The trees.
    pub boosting: BoostSettings,
}

impl Default for TrainSettings {
    fn default() -> Self {
        let boosting = BoostSettings { trees: 300, leaves: 24, rate: 0.06, shrinkage: 5.0, least_curvature: 5.0 };
        TrainSettings { parts: 10, negatives: 20, seed: 1, ridge: 5.0, boosting }
    }
}

/// The rows of all open cities.
pub fn samples(world: &World, split: &Split, settings: &TrainSettings) -> Samples {
    let partners = split.open_partners(world);
    let part_of = |city: usize| (share_of(world.city(city).id, settings.seed ^ PARTS) * settings.parts as f64) as usize;
    let parts: Vec<usize> = (0..world.cities().len()).map(part_of).collect();
    let mut samples = Samples::default();
    for part in 0..settings.parts {
        let rest = split.open.iter().copied().filter(|(a, b)| parts[*a] != part && parts[*b] != part);
        let history = History::of(world, rest);
        // Whoever is left without a tie asks, also the city whose only partner is in the part: so will it be for held-out cities.
        let askers: Vec<usize> =
            (0..parts.len()).filter(|city| !partners[*city].is_empty() && history.partners(*city).is_empty()).collect();
        let draw = |city: &usize| rows_of(&Asker::new(world, &history, *city), world, &partners[*city], settings);
        askers.par_iter().map(draw).collect::<Vec<_>>().into_iter().for_each(|rows| samples.append(rows));
    }
    samples
}

/// Keeps the parts of training apart from the parts of an own split of the same seed.
const PARTS: u64 = 0x7061_7274;

/// All ties of a city, and pairs without one. A city counts with the root of its ties: neither do the few with fifty drown the many with
/// one, nor does one tie more go for nothing.
fn rows_of(asker: &Asker<'_>, world: &World, partners: &[usize], settings: &TrainSettings) -> Samples {
    let city = asker.at();
    let wanted = settings.negatives * partners.len();
    let mut random = Xoshiro256PlusPlus::seed_from_u64(world.city(city).id ^ settings.seed.rotate_left(32));
    let mut candidates = partners.to_vec();
    // A world so small that nobody else is left must not be searched for ever.
    for _try in 0..20 * wanted {
        let other = (random.next_u64() % world.cities().len() as u64) as usize;
        if candidates.len() == partners.len() + wanted {
            break;
        }
        if world.is_foreign(city, other) && partners.binary_search(&other).is_err() {
            candidates.push(other);
        }
    }
    let weight = (partners.len() as f32).sqrt().recip();
    Samples {
        rows: candidates.iter().map(|candidate| asker.row(*candidate)).collect(),
        labels: (0..candidates.len()).map(|at| at < partners.len()).collect(),
        weights: vec![weight; candidates.len()],
    }
}

/// A trained model of who twins with whom.
#[derive(Debug, Clone, PartialEq)]
pub struct TieModel {
    /// The part that can be read.
    pub linear: Logistic,
    /// What trees add to it.
    pub boosted: Boosted,
    /// Rows it was trained on.
    pub rows: usize,
}

impl TieModel {
    /// Trains on these rows.
    pub fn train(samples: &Samples, settings: &TrainSettings) -> TieModel {
        let linear = Logistic::fit(samples, &(0..FEATURES.len()).collect::<Vec<_>>(), settings.ridge);
        let margins: Vec<f64> = samples.rows.par_iter().map(|row| linear.margin(row)).collect();
        let boosted = Boosted::fit(samples, &margins, &settings.boosting);
        TieModel { linear, boosted, rows: samples.rows.len() }
    }

    /// The linear score of a pair, and the score with the trees: log-odds, comparable between the candidates of one city.
    pub fn scores(&self, row: &Row) -> [f32; 2] {
        let linear = self.linear.margin(row) as f32;
        [linear, linear + self.boosted.margin(row)]
    }
}

/// The columns of features that rest on no more than these groups.
pub fn columns_up_to(last: Group) -> Vec<usize> {
    (0..FEATURES.len()).filter(|at| FEATURES[*at].group <= last).collect()
}
