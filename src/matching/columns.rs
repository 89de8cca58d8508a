//! The snapshot once more, theme by theme and trait by trait in single precision: one city against all at once, in loops that a processor
//! runs four lanes at a time. Its numbers are only ceilings. Every score is computed from the rows in double precision; a pair whose ceiling
//! stays below what is asked for is never looked at again.

use ndarray::Array2;

use super::estimate::harmonic_mean;
use super::model::Model;
use super::pairing::Setting;
use super::rules::Seat;
use super::settings::FACTORS;
use super::table::View;
use crate::domain::pairing::Kind;

/// More than single precision can be wrong by in a sum of at most a few dozen products below 1.
const SLACK: f32 = 1e-4;

/// The columns of a snapshot: one row of each array is one theme or trait, over all cities in the order of their places.
#[derive(Debug, Clone)]
pub struct Columns {
    /// Need as a share of the city's needs.
    need_share: Array2<f32>,
    /// Offer.
    offer: Array2<f32>,
    /// S · p over its norm; NaN where no priority is known.
    softened_share: Array2<f32>,
    /// Scaled traits, NaN where missing.
    traits: Array2<f32>,
}

/// What the factors of each pair of a list cannot exceed, by the place of the other city.
#[derive(Debug, Clone)]
pub struct Ceilings {
    kind: Kind,
    /// Benefit, or shared priorities.
    first: Vec<f32>,
    /// Mutual benefit; empty for peer learning.
    second: Vec<f32>,
    context: Vec<f32>,
}

impl Columns {
    /// Room for so many cities.
    pub fn zeros(model: &Model, cities: usize) -> Columns {
        let themes = || Array2::zeros((model.taxonomy().themes().len(), cities));
        Columns { need_share: themes(), offer: themes(), softened_share: themes(), traits: Array2::zeros((model.traits().len(), cities)) }
    }

    /// Takes over one city's row.
    pub fn set(&mut self, i: usize, city: View<'_>) {
        let need_sum = if city.need_sum() > 0.0 { city.need_sum() } else { 1.0 };
        let norm = if city.norm() == 0.0 { 1.0 } else { city.norm() };
        for (t, need) in city.need().iter().enumerate() {
            self.need_share[(t, i)] = (need / need_sum) as f32;
            self.offer[(t, i)] = city.offer()[t] as f32;
            self.softened_share[(t, i)] = (city.softened()[t] / norm) as f32;
        }
        for (t, value) in city.traits().iter().enumerate() {
            self.traits[(t, i)] = *value as f32;
        }
    }

    /// The ceilings of every pair of one city.
    pub fn ceilings(&self, s: &Setting<'_>, seat: Seat, i: usize, city: View<'_>) -> Ceilings {
        let need_sum = if city.need_sum() > 0.0 { city.need_sum() } else { 1.0 };
        let learns = || weighted(&self.offer, city.need().iter().map(|need| need / need_sum));
        let teaches = || weighted(&self.need_share, city.offer().iter().copied());
        let context = self.contexts(s, i);
        match (s.kind, seat, s.theme) {
            (Kind::PeerLearning, Seat::First, Some(t)) => {
                let first = self.offer.row(t).iter().map(|offer| offer + SLACK).collect();
                Ceilings { kind: s.kind, first, second: Vec::new(), context }
            }
            (Kind::PeerLearning, Seat::Second, Some(t)) => {
                let first = vec![city.offer()[t] as f32 + SLACK; context.len()];
                Ceilings { kind: s.kind, first, second: Vec::new(), context }
            }
            (Kind::PeerLearning, Seat::First, None) => Ceilings { kind: s.kind, first: learns(), second: Vec::new(), context },
            (Kind::PeerLearning, Seat::Second, None) => Ceilings { kind: s.kind, first: teaches(), second: Vec::new(), context },
            (Kind::SisterCity | Kind::MutualAid, _, _) => {
                let mutual = |(a, b): (f32, f32)| harmonic_mean(f64::from(a), f64::from(b)) as f32 + SLACK;
                let second = learns().into_iter().zip(teaches()).map(mutual).collect();
                Ceilings { kind: s.kind, first: self.shared_priorities(s, city), second, context }
            }
        }
    }

    fn shared_priorities(&self, s: &Setting<'_>, city: View<'_>) -> Vec<f32> {
        let expected = s.model.settings().priority.expected as f32 + SLACK;
        let norm = if city.norm() == 0.0 { 1.0 } else { city.norm() };
        let sums = weighted(&self.softened_share, city.priority().iter().map(|p| p / norm));
        sums.into_iter().map(|sum| if sum.is_nan() { expected } else { sum }).collect()
    }

    fn contexts(&self, s: &Setting<'_>, i: usize) -> Vec<f32> {
        let expected = s.model.settings().context.expected_similarity as f32;
        let mut sums = vec![SLACK; self.traits.ncols()];
        for (column, weight) in slices(&self.traits).zip(s.trait_weights) {
            let (here, weight) = (column[i], *weight as f32);
            let missing = weight * expected;
            for (sum, there) in sums.iter_mut().zip(column) {
                let difference = there - here;
                let like = weight / (1.0 + difference * difference);
                *sum += if like.is_nan() { missing } else { like };
            }
        }
        sums
    }
}

/// The columns as plain slices: only over these does the compiler see that the cells lie side by side, and uses all lanes.
fn slices(columns: &Array2<f32>) -> impl Iterator<Item = &[f32]> {
    let cells = columns.as_slice().unwrap_or_default();
    cells.chunks_exact(columns.ncols().max(1))
}

/// Σ coefficient · column, over all cities, and a hair more.
fn weighted(columns: &Array2<f32>, coefficients: impl Iterator<Item = f64>) -> Vec<f32> {
    let mut sums = vec![SLACK; columns.ncols()];
    // NaN is not 0: an unknown coefficient makes every sum unknown, which is what it is.
    for (column, coefficient) in slices(columns).zip(coefficients).filter(|(_, c)| *c != 0.0) {
        let coefficient = coefficient as f32;
        for (sum, cell) in sums.iter_mut().zip(column) {
            *sum += coefficient * cell;
        }
    }
    sums
}

impl Ceilings {
    /// The ceilings of one pair, in the order of the factors, given the two rows in the order of computation.
    pub fn of(&self, other: usize, first: View<'_>, second: View<'_>) -> [f64; FACTORS] {
        let at = |list: &[f32]| f64::from(list[other]).min(1.0);
        match self.kind {
            Kind::PeerLearning => [at(&self.first), second.own_peak(), at(&self.context), 1.0, 1.0, second.available_as_mentor()],
            Kind::SisterCity | Kind::MutualAid => {
                let available = (first.available_as_partner() + second.available_as_partner()) / 2.0;
                [at(&self.first), at(&self.second), at(&self.context), 1.0, 1.0, available]
            }
        }
    }
}
