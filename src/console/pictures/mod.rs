//! The drawings of the pages: maps and charts as SVG, from plain data.
//!
//! Data flows one way: a page gives numbers, their written form and its words; a picture reckons where each thing is drawn, prints itself
//! where a template names it, and gives the same numbers as the rows of a table. It reads nothing, knows no language and decides nothing
//! about cities. Colours, widths of lines and sizes of letters are in `assets/pictures.css` alone, so that dark mode, print and forced
//! colours need no second drawing; an inline style would be refused by the policy of the pages anyway.
//!
//! Drawn by hand rather than by a charting library: those that are well kept (`plotters`, `charming`, `poloto`) write colours, fonts and
//! sizes into the drawing, or need a script, and none gives ids, titles and roles to readers who do not see it. The geometry is a few dozen
//! lines, and `geo` checks it in the tests.

use std::borrow::Borrow;

use askama::Template;
use askama::filters::HtmlSafe;

mod bars;
mod heat;
mod histogram;
mod labels; // names beside points, none over another
mod map;
mod network;
pub mod projection; // from the globe to the map
mod radar;
mod scatter;
mod strip;
mod text; // how wide a text is, and where it is broken

pub use bars::{Bar, BarsPicture, BarsWords};
pub use heat::{HeatColumn, HeatPicture, HeatRow};
pub use histogram::{Bin, HistogramPicture, HistogramWords};
pub use map::{MapCity, MapPicture, MapTie, MapWords, SizeClass, TieLine};
pub use network::{NetworkCity, NetworkLink, NetworkPicture, NetworkWords};
pub use radar::{RadarPicture, RadarSeries, RadarWords};
pub use scatter::{ScatterGroup, ScatterPicture, ScatterPoint, ScatterWords};
pub use strip::{StripMark, StripPicture, StripWords};

/// How many grounds a heat map has, and how many colours groups have; the test of the style's colours asks.
#[cfg(test)]
pub(super) use {heat::STEPS as HEAT_STEPS, scatter::COLOURS as GROUP_COLOURS};

/// What a picture is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Begins the ids of the picture; unique on its page.
    pub id: String,
    /// What the picture shows, in the language of the page.
    pub title: String,
}

/// A number of a picture: it is drawn by its value and read in its written form, which the caller makes in the language of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// Where it is drawn; finite.
    pub value: f64,
    /// How it is written.
    pub shown: String,
}

/// A picture whose numbers can also be read as a table.
pub trait Tabled {
    /// What the picture is called.
    fn heading(&self) -> &Heading;

    /// The names of the columns.
    fn columns(&self) -> Vec<String>;

    /// Everything that is drawn, one row for each thing, in the order of the drawing; as many cells as columns.
    fn rows(&self) -> Vec<Vec<String>>;

    /// The same numbers as a table, to be printed beside the picture or under it.
    fn table(&self) -> Table {
        Table { heading: self.heading().clone(), columns: self.columns(), rows: self.rows() }
    }
}

/// The table of a picture.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "pictures/table.html")]
pub struct Table {
    /// What the picture is called, which is the caption of the table too.
    pub heading: Heading,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows; the first cell of each names it.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The cells of a row after the first, each with the name of its column.
    fn cells<'a>(&'a self, row: &'a [String]) -> impl Iterator<Item = (&'a String, &'a String)> {
        self.columns.iter().zip(row).skip(1)
    }
}

/// What prints itself as HTML that a template need not escape: everything that came from outside was escaped where it was printed.
macro_rules! html_safe {
    ($($picture:ty),+ $(,)?) => { $(impl HtmlSafe for $picture {})+ };
}

html_safe! {
    Table, BarsPicture, HeatPicture, HistogramPicture, MapPicture, NetworkPicture, RadarPicture, ScatterPicture, StripPicture,
}

/// A number as SVG wants it: at most one decimal, which is finer than any screen at the sizes used here. Templates hand over references,
/// the rest of the code values.
fn units(value: impl Borrow<f64>) -> String {
    let rounded = (value.borrow() * 10.0).round() / 10.0;
    // A negative zero would be written as `-0`.
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

/// From one amount to another in writing: *28–36*. Where a minus would stand beside the dash, dots part the two.
fn span_shown(low: &Amount, high: &Amount) -> String {
    let dash = if low.value < 0.0 || high.value < 0.0 { " … " } else { "–" };
    format!("{}{dash}{}", low.shown, high.shown)
}

/// A written form, or the word for what is not known.
fn shown_or(amount: Option<&Amount>, not_known: &str) -> String {
    amount.map_or_else(|| not_known.to_owned(), |amount| amount.shown.clone())
}

#[cfg(test)]
mod tests;
