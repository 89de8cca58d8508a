//! The dense form of a snapshot: one row of numbers and one of bits for each city, in the order of their ids, so that a pair costs a few
//! dot products. Only values; bounds and evidence are worked out for the few pairs that are shown.

use std::sync::Arc;

use chrono::NaiveDate;

use super::affinity::{Slot, Vocabulary, availability, position};
use super::bulk::columns::{BLOCK, Columns};
use super::context::scaled_traits;
use super::facts::CityFacts;
use super::knowledge::Knowledge;
use super::model::Model;
use super::mutual_aid::exposure_values;
use super::rules::Brief;

/// Parts of a city's row, in order.
const PARTS: usize = 8;
const NEED: usize = 0;
const OWN: usize = 1;
const OFFER: usize = 2;
const PRIORITY: usize = 3;
const SOFTENED: usize = 4;
const TRAITS: usize = 5;
const SCALARS: usize = 6;
const EXPOSURES: usize = 7;
/// Single numbers of a city.
const SCALAR_COUNT: usize = 9;

/// Where each part of a row begins, and where the row ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    begins: [usize; PARTS + 1],
}

impl Layout {
    /// The layout for a model.
    pub fn of(model: &Model) -> Layout {
        let (themes, traits, hazards) = (model.taxonomy().themes().len(), model.traits().len(), model.settings().mutual_aid.hazards.len());
        let widths = [themes, themes, themes, themes, themes, traits, SCALAR_COUNT, hazards];
        let mut begins = [0; PARTS + 1];
        for (part, width) in widths.into_iter().enumerate() {
            begins[part + 1] = begins[part] + width;
        }
        Layout { begins }
    }

    /// Numbers in a row.
    pub fn width(&self) -> usize {
        self.begins[PARTS]
    }
}

/// The numbers of some cities, each city's in one piece: who is computed exactly is fetched from anywhere.
#[derive(Debug, Clone)]
pub struct Rows {
    layout: Layout,
    numbers: Vec<f64>,
    masks: Vec<u64>,
    mask_width: usize,
}

impl Rows {
    fn zeros(cities: usize, layout: Layout, words: &Vocabulary) -> Rows {
        let mask_width = words.width();
        Rows { layout, numbers: vec![0.0; cities * layout.width()], masks: vec![0; cities * mask_width], mask_width }
    }

    /// The row of one city alone.
    pub fn of_one(model: &Model, words: &Vocabulary, city: &CityFacts, knowledge: &Knowledge) -> Rows {
        let mut rows = Rows::zeros(1, Layout::of(model), words);
        rows.set(0, &row_of(model, city, knowledge), &words.mask(model, city));
        rows
    }

    /// The row of one city, copied so that it can be changed.
    pub fn copy_of(view: View<'_>) -> Rows {
        let Rows { layout, mask_width, .. } = *view.rows;
        Rows { layout, numbers: view.row().to_vec(), masks: view.mask().to_vec(), mask_width }
    }

    /// Sets capacity and offer of a theme in the first row.
    pub fn set_theme(&mut self, t: usize, own: f64, offer: f64) {
        self.numbers[self.layout.begins[OWN] + t] = own;
        self.numbers[self.layout.begins[OFFER] + t] = offer;
    }

    fn set(&mut self, i: usize, row: &[f64], mask: &[u64]) {
        let width = self.layout.width();
        self.numbers[i * width..(i + 1) * width].copy_from_slice(row);
        self.masks[i * self.mask_width..(i + 1) * self.mask_width].copy_from_slice(mask);
    }

    /// The view of one city.
    pub fn view(&self, i: usize) -> View<'_> {
        View { rows: self, i }
    }
}

/// The numbers of one city. A view costs nothing; only what is asked for is read.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    rows: &'a Rows,
    i: usize,
}

impl<'a> View<'a> {
    fn row(&self) -> &'a [f64] {
        let width = self.rows.layout.width();
        &self.rows.numbers[self.i * width..(self.i + 1) * width]
    }

    fn part(&self, part: usize) -> &'a [f64] {
        let begins = &self.rows.layout.begins;
        &self.row()[begins[part]..begins[part + 1]]
    }

    /// Its bits.
    pub fn mask(&self) -> &'a [u64] {
        let width = self.rows.mask_width;
        &self.rows.masks[self.i * width..(self.i + 1) * width]
    }

    /// Need n(i,t).
    pub fn need(&self) -> &'a [f64] {
        self.part(NEED)
    }

    /// Capacity times evidence.
    pub fn own(&self) -> &'a [f64] {
        self.part(OWN)
    }

    /// Offer o(i,t).
    pub fn offer(&self) -> &'a [f64] {
        self.part(OFFER)
    }

    /// Priority p(i,t).
    pub fn priority(&self) -> &'a [f64] {
        self.part(PRIORITY)
    }

    /// Priorities spread over near themes: S · p.
    pub fn softened(&self) -> &'a [f64] {
        self.part(SOFTENED)
    }

    /// Scaled traits, NaN where missing.
    pub fn traits(&self) -> &'a [f64] {
        self.part(TRAITS)
    }

    /// Exposure to each hazard of mutual aid, 0 to 1.
    pub fn exposures(&self) -> &'a [f64] {
        self.part(EXPOSURES)
    }

    /// Σ n(i,t).
    pub fn need_sum(&self) -> f64 {
        self.part(SCALARS)[0]
    }

    /// The greatest n(i,t).
    pub fn need_peak(&self) -> f64 {
        self.part(SCALARS)[1]
    }

    /// √(p · S · p); NaN where no priority is known.
    pub fn norm(&self) -> f64 {
        self.part(SCALARS)[2]
    }

    /// Unit vector and clock.
    pub fn position(&self) -> &'a [f64] {
        &self.part(SCALARS)[3..7]
    }

    /// Availability as an equal partner.
    pub fn available_as_partner(&self) -> f64 {
        self.part(SCALARS)[7]
    }

    /// Availability as a mentor.
    pub fn available_as_mentor(&self) -> f64 {
        self.part(SCALARS)[8]
    }
}

/// The row of a city.
pub fn row_of(model: &Model, city: &CityFacts, knowledge: &Knowledge) -> Vec<f64> {
    let peak = |list: &[f64]| list.iter().copied().fold(0.0, f64::max);
    let values = |list: &[super::estimate::Estimate]| list.iter().map(|e| e.value).collect::<Vec<f64>>();
    let need = values(&knowledge.need);
    let priority = values(&knowledge.priority);
    let softened = soften(model, &priority);
    let norm = if knowledge.has_priorities { dot(&priority, &softened).sqrt() } else { f64::NAN };
    let (own, offer) = (knowledge.own.iter().map(|own| own.estimate.value).collect::<Vec<f64>>(), values(&knowledge.offer));
    let mut row = Vec::with_capacity(Layout::of(model).width());
    row.extend(&need);
    row.extend(&own);
    row.extend(&offer);
    row.extend(&priority);
    row.extend(&softened);
    row.extend(scaled_traits(model, &knowledge.traits));
    row.extend([need.iter().sum(), peak(&need), norm]);
    row.extend(position(city));
    row.extend([availability(model, city, Slot::Partner).value, availability(model, city, Slot::Mentor).value]);
    row.extend(exposure_values(model, &knowledge.traits));
    row
}

/// S · p, with 1 on the diagonal of S and the near themes beside it.
fn soften(model: &Model, priority: &[f64]) -> Vec<f64> {
    let near = |t: usize| model.taxonomy().neighbours(t).iter().map(|(other, similarity)| similarity * priority[*other]).sum::<f64>();
    (0..priority.len()).map(|t| priority[t] + near(t)).collect()
}

/// Σ a·b, in one fixed order of addition whatever the machine: eight running sums, then the rest.
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut sums = [0.0_f64; 8];
    let (a_parts, b_parts) = (a.chunks_exact(8), b.chunks_exact(8));
    let rest: f64 = a_parts.remainder().iter().zip(b_parts.remainder()).map(|(x, y)| x * y).sum();
    for (x, y) in a_parts.zip(b_parts) {
        for lane in 0..8 {
            sums[lane] += x[lane] * y[lane];
        }
    }
    sums.iter().sum::<f64>() + rest
}

/// All rows of a snapshot, in blocks. Cloning shares the blocks; a change copies the one that it touches.
#[derive(Debug, Clone)]
pub struct Table {
    words: Arc<Vocabulary>,
    rows: Vec<Arc<Rows>>,
    columns: Columns,
}

impl Table {
    /// The table of cities in this order.
    pub fn of(model: &Model, cities: &[Arc<CityFacts>], as_of: NaiveDate) -> Table {
        let words = Vocabulary::of(model, cities.iter().map(AsRef::as_ref));
        let layout = Layout::of(model);
        let rows = cities.chunks(BLOCK).map(|block| Arc::new(Rows::zeros(block.len(), layout, &words))).collect();
        let mut table = Table { words: Arc::new(words), rows, columns: Columns::zeros(model, cities.len()) };
        for (i, city) in cities.iter().enumerate() {
            // Weighed one by one and dropped: what is kept of ten thousand cities is their rows.
            table.set(model, i, city, &Knowledge::of(model, city, as_of));
        }
        table
    }

    /// Replaces one city's row. Its words must be covered by the vocabulary.
    pub fn set(&mut self, model: &Model, i: usize, city: &CityFacts, knowledge: &Knowledge) {
        let rows = Arc::make_mut(&mut self.rows[i / BLOCK]);
        rows.set(i % BLOCK, &row_of(model, city, knowledge), &self.words.mask(model, city));
        self.columns.set(i, rows.view(i % BLOCK), &self.words, Brief::of(city).eligibility);
    }

    /// The same numbers by theme and trait.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// The view of one city.
    pub fn view(&self, i: usize) -> View<'_> {
        self.rows[i / BLOCK].view(i % BLOCK)
    }

    /// The bits' meaning.
    pub fn words(&self) -> &Vocabulary {
        &self.words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dot_product_counts_every_place_once() {
        let ones = vec![1.0; 43];
        let steps: Vec<f64> = (0..43).map(f64::from).collect();
        assert_eq!(dot(&ones, &steps), 903.0);
    }
}
