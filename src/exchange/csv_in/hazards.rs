//! Hazards of cities: one row for each city, one score for each hazard.
//!
//! It must not know what a score does to a pairing.

use super::cities::NOTE_MAX_CHARS;
use super::table::{self, Cells, Keys, Layout, no_other};
use crate::domain::code::Slug;
use crate::exchange::fault_report::FaultReport;
use crate::text_enum;

text_enum! {
    /// What may strike a city.
    Hazard {
        /// River, flash or coastal flood.
        Flood = "flood",
        /// Tropical cyclone.
        Cyclone = "cyclone",
        /// Earthquake.
        Earthquake = "earthquake",
        /// Tsunami.
        Tsunami = "tsunami",
        /// Volcanic eruption.
        Volcano = "volcano",
        /// Drought.
        Drought = "drought",
        /// Heat wave.
        Heat = "heat",
        /// Landslide.
        Landslide = "landslide",
        /// Rise of the sea.
        SeaLevel = "sea_level",
    }
}

/// One row of a file of hazards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HazardRow {
    /// The line the row stands on.
    pub line: u64,
    /// The city.
    pub slug: Slug,
    /// The scores that are known: 0 none, 1 low, 2 medium, 3 high.
    pub scores: Vec<(Hazard, u8)>,
    /// On what the scores rest.
    pub basis: String,
    /// Whether the scores are a judgement from memory.
    pub from_memory: bool,
}

const LAYOUT: Layout = Layout {
    rows: "hazards",
    required: &["slug", "basis", "from_memory"],
    optional: &["flood", "cyclone", "earthquake", "tsunami", "volcano", "drought", "heat", "landslide", "sea_level"],
    is_understood: no_other,
};

/// The highest score.
const SCORE_MAX: u64 = 3;

/// Reads a file of hazards.
///
/// # Errors
/// Every fault of the file.
pub fn hazards(file: &str, bytes: &[u8]) -> Result<Vec<HazardRow>, FaultReport> {
    let mut slugs = Keys::default();
    table::read(file, bytes, &LAYOUT, |cells| {
        let row = row(cells)?;
        slugs.check(cells, "slug", row.slug.to_string());
        Some(row)
    })
}

fn row(cells: &mut Cells<'_>) -> Option<HazardRow> {
    let slug = cells.required_code("slug");
    let scores = Hazard::ALL.iter().filter_map(|&hazard| Some((hazard, score(cells, hazard)?))).collect();
    let (basis, from_memory) = (cells.required_text("basis", NOTE_MAX_CHARS), cells.required_flag("from_memory"));
    Some(HazardRow { line: cells.line, slug: slug?, scores, basis: basis?, from_memory: from_memory? })
}

fn score(cells: &mut Cells<'_>, hazard: Hazard) -> Option<u8> {
    cells.whole(hazard.as_str(), 0..=SCORE_MAX).and_then(|score| u8::try_from(score).ok())
}
