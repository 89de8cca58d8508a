//! Ties that already exist between cities. Two dialects: a member and a named partner, and pairs of GeoNames ids
//! ([`partnerships`](super::partnerships)).
//!
//! It must not look cities up: a partner that is named only is found by [`CityNames`](crate::exchange::names::CityNames).

use super::cities::NAME_MAX_CHARS;
use super::partnerships;
use super::provenance::{Provenance, provenance};
use super::table::{self, Cells, Keys, Layout, no_other};
use super::tie_words::{TieKind, TieStanding, last_year};
use crate::domain::code::{CountryCode, Slug};
use crate::exchange::fault_report::FaultReport;
use crate::text_enum;

/// How a row names a city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CityRef {
    /// By the slug of a city of the directory.
    Slug(Slug),
    /// By its GeoNames id.
    GeoNames(u64),
    /// By name and country: it may or may not be in the directory.
    Named {
        /// The name as the source has it.
        name: String,
        /// The country.
        country: CountryCode,
    },
}

text_enum! {
    /// How surely a tie of the world file exists.
    TieConfidence {
        /// Several sources agree.
        High = "high",
        /// One good source.
        Medium = "medium",
        /// One weak source.
        Low = "low",
    }
}

/// One row of a file of ties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TieRow {
    /// The line the row stands on.
    pub line: u64,
    /// One city.
    pub first: CityRef,
    /// The other; a slug where the file says that it is in the directory.
    pub second: CityRef,
    /// The other's name as the source has it; absent in the world file.
    pub second_name: Option<String>,
    /// The other's country; absent in the world file.
    pub second_country: Option<CountryCode>,
    /// What sort of tie.
    pub kind: TieKind,
    /// Whether it is in force.
    pub standing: TieStanding,
    /// The words of the source for kind and standing.
    pub words: String,
    /// Since when.
    pub since: Option<u16>,
    /// The last year of its term, where it has one.
    pub until: Option<u16>,
    /// How surely it exists; in the world file only.
    pub confidence: Option<TieConfidence>,
    /// Whether it may be shown and stored, not only used to evaluate: `false` for rows of the world file that are not in Wikidata.
    pub is_open: bool,
    /// Who says so.
    pub provenance: Provenance,
}

pub(super) const LAYOUT: Layout = Layout {
    rows: "ties",
    required: &["slug_a", "city_b", "country_b", "kind", "source", "from_memory"],
    optional: &["slug_b", "since"],
    is_understood: no_other,
};

/// Reads a file of ties in either dialect: with a column `city_a_id` it is the world file.
///
/// # Errors
/// Every fault of the file.
pub fn ties(file: &str, bytes: &[u8]) -> Result<Vec<TieRow>, FaultReport> {
    if table::column_names(bytes).iter().any(|column| column == "city_a_id") {
        return partnerships::partnerships(file, bytes);
    }
    let mut keys = Keys::default();
    table::read(file, bytes, &LAYOUT, |cells| {
        let row = row(cells)?;
        keys.check(cells, "city_b", format!("{:?} {:?} {}", row.first, row.second, row.words));
        Some(row)
    })
}

fn row(cells: &mut Cells<'_>) -> Option<TieRow> {
    let (first, second) = (cells.required_code::<Slug>("slug_a"), cells.code::<Slug>("slug_b"));
    let (name, country) = (cells.required_text("city_b", NAME_MAX_CHARS), cells.required_code::<CountryCode>("country_b"));
    let (words, since) = (cells.required_text("kind", NAME_MAX_CHARS), cells.year("since"));
    let provenance = provenance(cells);
    if first.is_some() && first == second {
        cells.fault("slug_b", "a city cannot have a tie with itself");
    }
    let (words, name, country) = (words?, name?, country?);
    let named = CityRef::Named { name: name.clone(), country: country.clone() };
    Some(TieRow {
        line: cells.line,
        first: CityRef::Slug(first?),
        second: second.map_or(named, CityRef::Slug),
        second_name: Some(name),
        second_country: Some(country),
        kind: TieKind::of(&words),
        standing: TieStanding::of(&words),
        until: last_year(&words),
        words,
        since,
        confidence: None,
        is_open: true,
        provenance: provenance?,
    })
}
