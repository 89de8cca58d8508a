//! The dense form of a snapshot: one row of numbers and one of bits for each city, in the order of their ids, so that a pair costs a few
//! dot products. Only values; bounds and evidence are worked out for the few pairs that are shown.

use std::sync::Arc;

use chrono::NaiveDate;
use ndarray::Array2;

use super::affinity::{Slot, Vocabulary, availability, position};
use super::context::scaled_traits;
use super::facts::CityFacts;
use super::knowledge::Knowledge;
use super::model::Model;

/// Where each part of a row begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    themes: usize,
    traits: usize,
}

/// Single numbers at the end of a row.
const SCALARS: usize = 9;

impl Layout {
    /// The layout for a model.
    pub fn of(model: &Model) -> Layout {
        Layout { themes: model.taxonomy().themes().len(), traits: model.traits().len() }
    }

    /// Numbers in a row.
    pub fn width(&self) -> usize {
        5 * self.themes + self.traits + SCALARS
    }
}

/// The numbers of one city.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    layout: Layout,
    row: &'a [f64],
    /// Its bits.
    pub mask: &'a [u64],
}

impl<'a> View<'a> {
    /// A view of a row that was made by [`row_of`].
    pub fn new(layout: Layout, row: &'a [f64], mask: &'a [u64]) -> Self {
        Self { layout, row, mask }
    }

    fn themes(&self, part: usize) -> &'a [f64] {
        &self.row[part * self.layout.themes..(part + 1) * self.layout.themes]
    }

    fn scalar(&self, i: usize) -> f64 {
        self.row[5 * self.layout.themes + self.layout.traits + i]
    }

    /// Need n(i,t).
    pub fn need(&self) -> &'a [f64] {
        self.themes(0)
    }

    /// Capacity times evidence.
    pub fn own(&self) -> &'a [f64] {
        self.themes(1)
    }

    /// Offer o(i,t).
    pub fn offer(&self) -> &'a [f64] {
        self.themes(2)
    }

    /// Priority p(i,t).
    pub fn priority(&self) -> &'a [f64] {
        self.themes(3)
    }

    /// Priorities spread over near themes: S · p.
    pub fn softened(&self) -> &'a [f64] {
        self.themes(4)
    }

    /// Scaled traits, NaN where missing.
    pub fn traits(&self) -> &'a [f64] {
        let from = 5 * self.layout.themes;
        &self.row[from..from + self.layout.traits]
    }

    /// Σ n(i,t).
    pub fn need_sum(&self) -> f64 {
        self.scalar(0)
    }

    /// The greatest n(i,t).
    pub fn need_peak(&self) -> f64 {
        self.scalar(1)
    }

    /// √(p · S · p); NaN where no priority is known.
    pub fn norm(&self) -> f64 {
        self.scalar(2)
    }

    /// Unit vector and clock.
    pub fn position(&self) -> &'a [f64] {
        let from = 5 * self.layout.themes + self.layout.traits + 3;
        &self.row[from..from + 4]
    }

    /// Availability as an equal partner.
    pub fn available_as_partner(&self) -> f64 {
        self.scalar(7)
    }

    /// Availability as a mentor.
    pub fn available_as_mentor(&self) -> f64 {
        self.scalar(8)
    }
}

/// The row of a city.
pub fn row_of(model: &Model, city: &CityFacts, knowledge: &Knowledge) -> Vec<f64> {
    let values = |list: &[super::estimate::Estimate]| list.iter().map(|e| e.value).collect::<Vec<f64>>();
    let need = values(&knowledge.need);
    let priority = values(&knowledge.priority);
    let softened = soften(model, &priority);
    let norm = if knowledge.has_priorities { dot(&priority, &softened).sqrt() } else { f64::NAN };
    let mut row = Vec::with_capacity(Layout::of(model).width());
    row.extend(&need);
    row.extend(knowledge.own.iter().map(|own| own.estimate.value));
    row.extend(values(&knowledge.offer));
    row.extend(&priority);
    row.extend(&softened);
    row.extend(scaled_traits(model, &knowledge.traits));
    row.extend([need.iter().sum(), need.iter().copied().fold(0.0, f64::max), norm]);
    row.extend(position(city));
    row.extend([availability(model, city, Slot::Partner).value, availability(model, city, Slot::Mentor).value]);
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

/// All rows.
#[derive(Debug, Clone)]
pub struct Table {
    layout: Layout,
    words: Vocabulary,
    rows: Array2<f64>,
    masks: Array2<u64>,
}

impl Table {
    /// The table of cities in this order.
    pub fn of(model: &Model, cities: &[Arc<CityFacts>], as_of: NaiveDate) -> Table {
        let layout = Layout::of(model);
        let words = Vocabulary::of(model, cities.iter().map(AsRef::as_ref));
        let (rows, masks) = (Array2::zeros((cities.len(), layout.width())), Array2::zeros((cities.len(), words.width())));
        let mut table = Table { layout, words, rows, masks };
        for (i, city) in cities.iter().enumerate() {
            // Weighed one by one and dropped: what is kept of ten thousand cities is their rows.
            table.set(model, i, city, &Knowledge::of(model, city, as_of));
        }
        table
    }

    /// Replaces one city's row. Its words must be covered by the vocabulary.
    pub fn set(&mut self, model: &Model, i: usize, city: &CityFacts, knowledge: &Knowledge) {
        for (cell, value) in self.rows.row_mut(i).iter_mut().zip(row_of(model, city, knowledge)) {
            *cell = value;
        }
        for (cell, bits) in self.masks.row_mut(i).iter_mut().zip(self.words.mask(model, city)) {
            *cell = bits;
        }
    }

    /// The view of one city.
    pub fn view(&self, i: usize) -> View<'_> {
        // Both arrays are made in row-major order and never transposed, so their slices exist.
        let (rows, masks) = (self.rows.as_slice().unwrap_or_default(), self.masks.as_slice().unwrap_or_default());
        let (width, mask_width) = (self.layout.width(), self.words.width());
        View::new(self.layout, &rows[i * width..(i + 1) * width], &masks[i * mask_width..(i + 1) * mask_width])
    }

    /// The bits' meaning.
    pub fn words(&self) -> &Vocabulary {
        &self.words
    }

    /// The layout of its rows.
    pub fn layout(&self) -> Layout {
        self.layout
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
