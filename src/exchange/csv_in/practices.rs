//! Good practices of cities.
//!
//! It must not know the taxonomy, nor how much a practice is worth: it says only on what the practice rests.

use super::cities::{NAME_MAX_CHARS, NOTE_MAX_CHARS};
use super::priorities::Pillar;
use super::provenance::{Provenance, provenance};
use super::table::{self, Cells, Keys, Layout, no_other};
use crate::domain::code::{Slug, ThemeCode};
use crate::exchange::fault_report::FaultReport;
use crate::exchange::practice_basis::{self, PracticeBasis};

/// One row of a file of practices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeRow {
    /// The line the row stands on.
    pub line: u64,
    /// The city.
    pub slug: Slug,
    /// The theme.
    pub theme: ThemeCode,
    /// The pillar the file puts the theme under.
    pub pillar: Option<Pillar>,
    /// Its title.
    pub title: String,
    /// What was done.
    pub what_was_done: String,
    /// What came of it.
    pub result: Option<String>,
    /// On what it rests; where the file does not say, [`practice_basis::judge`] does.
    pub basis: PracticeBasis,
    /// The year of the result, or of the source.
    pub year: Option<u16>,
    /// Who says so.
    pub provenance: Provenance,
}

pub(super) const LAYOUT: Layout = Layout {
    rows: "practices",
    required: &["slug", "theme", "title", "what_was_done", "source", "from_memory"],
    optional: &["pillar", "result", "basis", "year"],
    is_understood: no_other,
};

/// Reads a file of practices.
///
/// # Errors
/// Every fault of the file.
pub fn practices(file: &str, bytes: &[u8]) -> Result<Vec<PracticeRow>, FaultReport> {
    let mut keys = Keys::default();
    table::read(file, bytes, &LAYOUT, |cells| {
        let row = row(cells)?;
        keys.check(cells, "title", format!("{} {} {}", row.slug, row.theme, row.title));
        Some(row)
    })
}

fn row(cells: &mut Cells<'_>) -> Option<PracticeRow> {
    let (slug, theme, pillar) = (cells.required_code("slug"), cells.required_code("theme"), cells.code("pillar"));
    let (title, what_was_done) = (cells.required_text("title", NAME_MAX_CHARS), cells.required_text("what_was_done", NOTE_MAX_CHARS));
    let (result, stated) = (cells.text("result", NOTE_MAX_CHARS), cells.code("basis"));
    let (year, provenance) = (cells.year("year"), provenance(cells));
    let title = title?;
    let basis = stated.unwrap_or_else(|| practice_basis::judge(&title, result.as_deref()));
    let (what_was_done, provenance) = (what_was_done?, provenance?);
    Some(PracticeRow { line: cells.line, slug: slug?, theme: theme?, pillar, title, what_was_done, result, basis, year, provenance })
}
