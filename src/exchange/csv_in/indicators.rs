//! Values of indicators in long form: one row for each city, indicator and year.
//!
//! It must not know which indicators a model has: the import holds the codes against it.

use std::borrow::Cow;

use super::provenance::{Provenance, provenance};
use super::table::{self, Cells, Keys, Layout, no_other};
use crate::domain::code::{IndicatorCode, Slug};
use crate::exchange::fault_report::FaultReport;

/// A value of an indicator that stands in the row of a city (the city's own) or of a country (the country's).
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorReading {
    /// Which indicator; the name of its column.
    pub code: IndicatorCode,
    /// The year the value is of; `None` where the source does not say.
    pub year: Option<u16>,
    /// The value, in `unit`.
    pub value: f64,
    /// The unit, where it is known.
    pub unit: Option<Cow<'static, str>>,
    /// The source, with its licence.
    pub source: Cow<'static, str>,
    /// Whether it was written down from memory.
    pub from_memory: bool,
}

/// One row of a long file of indicators; the value is the city's own.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorRow {
    /// The line the row stands on.
    pub line: u64,
    /// The city.
    pub slug: Slug,
    /// Which indicator.
    pub code: IndicatorCode,
    /// The year the value is of; `None` where the source does not say.
    pub year: Option<u16>,
    /// The value, in `unit`.
    pub value: f64,
    /// The unit, where the file says it.
    pub unit: Option<String>,
    /// Where the value comes from.
    pub provenance: Provenance,
}

pub(super) const LAYOUT: Layout = Layout {
    rows: "indicators",
    required: &["slug", "indicator", "year", "value", "source", "from_memory"],
    optional: &["unit"],
    is_understood: no_other,
};

const UNIT_MAX_CHARS: usize = 80;

/// Reads a long file of indicators.
///
/// # Errors
/// Every fault of the file.
pub fn indicators(file: &str, bytes: &[u8]) -> Result<Vec<IndicatorRow>, FaultReport> {
    let mut keys = Keys::default();
    table::read(file, bytes, &LAYOUT, |cells| {
        let row = row(cells)?;
        keys.check(cells, "indicator", format!("{} {} {:?}", row.slug, row.code, row.year));
        Some(row)
    })
}

fn row(cells: &mut Cells<'_>) -> Option<IndicatorRow> {
    let (slug, code, year) = (cells.required_code("slug"), cells.required_code("indicator"), cells.year("year"));
    let value = cells.required_number("value", &(-1e15..=1e15));
    let (unit, provenance) = (cells.text("unit", UNIT_MAX_CHARS), provenance(cells));
    Some(IndicatorRow { line: cells.line, slug: slug?, code: code?, year, value: value?, unit, provenance: provenance? })
}
