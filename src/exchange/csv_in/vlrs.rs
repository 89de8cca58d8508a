//! Voluntary Local Reviews.
//!
//! It must not know the SDGs beyond their numbers.

use super::cities::NAME_MAX_CHARS;
use super::provenance::{Provenance, provenance};
use super::table::{self, Cells, Keys, Layout, no_other};
use crate::domain::code::Slug;
use crate::exchange::fault_report::FaultReport;

/// One row of a file of reviews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VlrRow {
    /// The line the row stands on.
    pub line: u64,
    /// The city.
    pub slug: Slug,
    /// The year of the review.
    pub year: Option<u16>,
    /// Its title.
    pub title: String,
    /// The goals it covers, 1 to 17, in the order of the file; empty where the source does not say.
    pub sdgs: Vec<u8>,
    /// Whether it was not yet published when the source was written: its title says so.
    pub is_in_preparation: bool,
    /// Who says so.
    pub provenance: Provenance,
}

const LAYOUT: Layout =
    Layout { rows: "reviews", required: &["slug", "title", "source", "from_memory"], optional: &["year", "SDGs"], is_understood: no_other };

/// Reads a file of reviews.
///
/// # Errors
/// Every fault of the file.
pub fn vlrs(file: &str, bytes: &[u8]) -> Result<Vec<VlrRow>, FaultReport> {
    let mut keys = Keys::default();
    table::read(file, bytes, &LAYOUT, |cells| {
        let row = row(cells)?;
        keys.check(cells, "title", format!("{} {:?} {}", row.slug, row.year, row.title));
        Some(row)
    })
}

fn row(cells: &mut Cells<'_>) -> Option<VlrRow> {
    let (slug, year, title) = (cells.required_code("slug"), cells.year("year"), cells.required_text("title", NAME_MAX_CHARS));
    let (sdgs, provenance) = (goals(cells), provenance(cells));
    let title = title?;
    let is_in_preparation = title.to_lowercase().contains("in preparation");
    Some(VlrRow { line: cells.line, slug: slug?, year, title, sdgs, is_in_preparation, provenance: provenance? })
}

fn goals(cells: &mut Cells<'_>) -> Vec<u8> {
    let mut goals = Vec::new();
    for part in cells.list("SDGs", ';') {
        match part.parse::<u8>().ok().filter(|goal| (1..=17).contains(goal)) {
            Some(goal) => goals.push(goal),
            None => cells.fault("SDGs", format!("'{part}' is not the number of a goal, 1 to 17")),
        }
    }
    goals
}
