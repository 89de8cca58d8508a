//! Stated priorities of cities: the part of a profile that sources can tell.
//!
//! It must not know the taxonomy: the import holds the themes against it.

use super::cities::NOTE_MAX_CHARS;
use super::provenance::{Provenance, provenance};
use super::table::{self, Cells, Keys, Layout, no_other};
use crate::domain::code::{Slug, ThemeCode};
use crate::exchange::fault_report::FaultReport;
use crate::text_enum;

text_enum! {
    /// A pillar of the ASEAN Community Vision 2045.
    Pillar {
        /// Political-Security.
        PoliticalSecurity = "PS",
        /// Economic.
        Economic = "EC",
        /// Socio-Cultural.
        SocioCultural = "SC",
        /// Connectivity.
        Connectivity = "CN",
    }
}

/// One row of a file of priorities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriorityRow {
    /// The line the row stands on.
    pub line: u64,
    /// The city.
    pub slug: Slug,
    /// The theme.
    pub theme: ThemeCode,
    /// The pillar the file puts the theme under.
    pub pillar: Option<Pillar>,
    /// What the city wants to do.
    pub what: String,
    /// Its place in the city's order, 1 for the top; `None` where the source gives no order.
    pub rank: Option<u8>,
    /// When it was stated.
    pub year: Option<u16>,
    /// Who says so.
    pub provenance: Provenance,
}

pub(super) const LAYOUT: Layout = Layout {
    rows: "priorities",
    required: &["slug", "theme", "what", "source", "from_memory"],
    optional: &["pillar", "rank", "year"],
    is_understood: no_other,
};

/// Ranks beyond the number of themes make no sense.
const RANK_MAX: u64 = 40;

/// Reads a file of priorities.
///
/// # Errors
/// Every fault of the file.
pub fn priorities(file: &str, bytes: &[u8]) -> Result<Vec<PriorityRow>, FaultReport> {
    let mut keys = Keys::default();
    table::read(file, bytes, &LAYOUT, |cells| {
        let row = row(cells)?;
        keys.check(cells, "what", format!("{} {} {}", row.slug, row.theme, row.what));
        Some(row)
    })
}

fn row(cells: &mut Cells<'_>) -> Option<PriorityRow> {
    let (slug, theme, pillar) = (cells.required_code("slug"), cells.required_code("theme"), cells.code("pillar"));
    let what = cells.required_text("what", NOTE_MAX_CHARS);
    let rank = cells.whole("rank", 1..=RANK_MAX).and_then(|rank| u8::try_from(rank).ok());
    let (year, provenance) = (cells.year("year"), provenance(cells));
    Some(PriorityRow { line: cells.line, slug: slug?, theme: theme?, pillar, what: what?, rank, year, provenance: provenance? })
}
