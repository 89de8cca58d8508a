//! The snapshot once more, in blocks of cities: within a block each theme, trait or single number is one row over the cities, in single
//! precision, so that a processor computes several cities at once.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::affinity::Vocabulary;
use super::super::model::Model;
use super::super::rules::Eligibility;
use super::super::table::View;
use super::classes::{Class, Classes, NOBODY, Traits, Unknown};

/// Cities in a block: as many as let a block's rows stay in the nearest cache while several probes pass over them.
pub const BLOCK: usize = 32;

/// One number for each city of a block.
pub type Lanes = [f32; BLOCK];

/// Stands for a missing trait: so far from every known one that the likeness is nothing (1e-8).
const FAR_TRAIT: f32 = 1e4;
/// Stands for a missing place: beyond the other end of the Earth from everywhere.
const FAR_PLACE: f32 = 1e3;
/// Scaled traits beyond this, and shares below the other, are left to double precision.
const TRAIT_MAX: f64 = 64.0;
const SHARE_MIN: f64 = 1e-10;

/// Which row of a block holds what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowsOf {
    themes: usize,
    traits: usize,
}

/// What there is a row of for each theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByTheme {
    /// n(i,t).
    Need,
    /// o(i,t).
    Offer,
    /// S · p.
    Softened,
    /// p(i,t).
    Priority,
    /// Capacity times evidence.
    Own,
    /// The same where the city would teach, and -1 where it would not.
    Lead,
}

/// What there is one row of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Single {
    /// Unit vector from the Earth's centre.
    X,
    /// The same.
    Y,
    /// The same.
    Z,
    /// 1 / Σ n(i,t), or 0.
    PerNeed,
    /// 1 / the greatest n(i,t), or 0.
    PerPeak,
    /// 1 / √(p · S · p), or 0.
    PerNorm,
    /// Availability as an equal partner.
    Partner,
    /// Availability as a mentor.
    Mentor,
}

const BY_THEME: usize = ByTheme::Lead as usize + 1;
const SINGLES: usize = Single::Mentor as usize + 1;

impl RowsOf {
    /// The rows of a model's snapshots.
    pub fn model(model: &Model) -> RowsOf {
        RowsOf { themes: model.taxonomy().themes().len(), traits: model.traits().len() }
    }

    /// The row of a theme.
    pub fn theme(self, what: ByTheme, t: usize) -> usize {
        what as usize * self.themes + t
    }

    /// The row of a trait.
    pub fn of_trait(self, t: usize) -> usize {
        BY_THEME * self.themes + t
    }

    /// The row of a single number.
    pub fn single(self, what: Single) -> usize {
        BY_THEME * self.themes + self.traits + what as usize
    }

    fn count(self) -> usize {
        BY_THEME * self.themes + self.traits + SINGLES
    }
}

/// A row begins where a cache line begins: a vector across two lines costs two loads.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
struct Row(Lanes);

/// Some cities.
#[derive(Debug, Clone)]
pub struct Block {
    rows: Vec<Row>,
    /// Priorities are known of some city.
    pub has_priorities: bool,
    /// The class of each city, by languages, by networks and by everything else.
    pub classes: [[u32; BLOCK]; 3],
}

impl Block {
    /// A row.
    #[inline(always)]
    pub fn row(&self, row: usize) -> &Lanes {
        &self.rows[row].0
    }
}

/// All cities. Cloning shares the blocks; a change copies the one that it touches.
#[derive(Debug, Clone)]
pub struct Columns {
    rows_of: RowsOf,
    blocks: Vec<Arc<Block>>,
    cities: usize,
    classes: Arc<Classes>,
    /// For each theme the capacities that occur, by what they are in single precision.
    capacities: Vec<Arc<HashMap<u32, Occurring>>>,
}

/// The capacities of a theme that are one number in single precision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Occurring {
    /// They are the same, with these bits.
    One(u64),
    /// There are different ones.
    Several,
}

impl Columns {
    /// Room for so many cities.
    pub fn zeros(model: &Model, cities: usize) -> Columns {
        let rows_of = RowsOf::model(model);
        let block =
            Arc::new(Block { rows: vec![Row([0.0; BLOCK]); rows_of.count()], has_priorities: false, classes: [[NOBODY[0]; BLOCK]; 3] });
        let blocks = (0..cities.div_ceil(BLOCK)).map(|_| Arc::new(Block::clone(&block))).collect();
        let capacities = vec![Arc::default(); rows_of.themes];
        Columns { rows_of, blocks, cities, classes: Arc::default(), capacities }
    }

    /// Which row is which.
    pub fn rows_of(&self) -> RowsOf {
        self.rows_of
    }

    /// The blocks, in the order of the cities.
    pub fn blocks(&self) -> &[Arc<Block>] {
        &self.blocks
    }

    /// How many cities there are.
    pub fn cities(&self) -> usize {
        self.cities
    }

    /// The classes of the cities.
    pub fn classes(&self) -> &Classes {
        &self.classes
    }

    /// Whether another capacity may be equal to this one in single precision without being the same.
    pub fn has_twin(&self, t: usize, own: f64) -> bool {
        self.capacities[t].get(&(own as f32).to_bits()) == Some(&Occurring::Several)
    }

    /// Takes over one city's row.
    pub fn set(&mut self, i: usize, city: View<'_>, words: &Vocabulary, eligibility: Eligibility) {
        self.note_capacities(city);
        let (rows_of, lane) = (self.rows_of, i % BLOCK);
        let block = Arc::make_mut(&mut self.blocks[i / BLOCK]);
        for t in 0..rows_of.themes {
            let values = [city.need()[t], city.offer()[t], city.softened()[t], city.priority()[t], city.own()[t], city.lead()[t]];
            for (what, value) in values.into_iter().enumerate() {
                block.rows[what * rows_of.themes + t].0[lane] = value as f32;
            }
        }
        for (t, value) in city.traits().iter().enumerate() {
            block.rows[rows_of.of_trait(t)].0[lane] = if value.is_nan() { FAR_TRAIT } else { *value as f32 };
        }
        for (what, value) in singles(city).into_iter().enumerate() {
            block.rows[rows_of.single(Single::X) + what].0[lane] = value;
        }
        block.has_priorities = block.row(rows_of.single(Single::PerNorm)).iter().any(|per_norm| *per_norm > 0.0);
        let before: Class = [0, 1, 2].map(|respect| block.classes[respect][lane]);
        let classes = Arc::make_mut(&mut self.classes);
        for (respect, class) in classes.join(&traits_of(city, words, eligibility)).into_iter().enumerate() {
            block.classes[respect][lane] = class;
        }
        if before != NOBODY {
            classes.leave(before);
        }
    }

    fn note_capacities(&mut self, city: View<'_>) {
        for (seen, own) in self.capacities.iter_mut().zip(city.own()) {
            let rounded = (*own as f32).to_bits();
            let occurring = match seen.get(&rounded) {
                None => Occurring::One(own.to_bits()),
                Some(Occurring::One(bits)) if *bits != own.to_bits() => Occurring::Several,
                Some(_) => continue,
            };
            Arc::make_mut(seen).insert(rounded, occurring);
        }
    }
}

/// 1 / x, and 0 where there is none.
fn per(x: f64) -> f32 {
    if x > 0.0 { (1.0 / x) as f32 } else { 0.0 }
}

/// In the order of [`Single`].
fn singles(city: View<'_>) -> [f32; SINGLES] {
    let place = city.position();
    let [x, y, z] = if place[0].is_nan() { [FAR_PLACE, 0.0, 0.0] } else { [place[0] as f32, place[1] as f32, place[2] as f32] };
    let ready = [city.available_as_partner() as f32, city.available_as_mentor() as f32];
    [x, y, z, per(city.need_sum()), per(city.need_peak()), per(city.norm()), ready[0], ready[1]]
}

/// Some number of a city cannot be told apart well enough in single precision.
pub fn is_coarse(city: View<'_>) -> bool {
    let shares = [city.need(), city.offer(), city.own(), city.softened(), city.priority()];
    let is_fine = |x: &f64| *x == 0.0 || (SHARE_MIN..=4.0).contains(x);
    let is_near = |x: &f64| x.is_nan() || x.abs() <= TRAIT_MAX;
    !(shares.into_iter().flatten().all(is_fine) && city.traits().iter().all(is_near))
}

fn traits_of<'a>(city: View<'a>, words: &Vocabulary, eligibility: Eligibility) -> Traits<'a> {
    let missing = city.traits().iter().enumerate().filter(|(_, value)| value.is_nan());
    let unknown = Unknown {
        traits: missing.map(|(t, _)| t).collect(),
        place: city.position()[0].is_nan(),
        priorities: city.norm().is_nan(),
        is_coarse: is_coarse(city),
    };
    Traits { mask: city.mask(), words: words.halves(city.mask()), clock: city.position()[3], unknown, eligibility }
}
