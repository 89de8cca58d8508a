//! The world file of ties: pairs of GeoNames ids, each pair once.
//!
//! It must not decide which ties are stored: it says which of them may be.

use super::cities::geonames_id;
use super::limits::reason_left_out;
use super::provenance::Provenance;
use super::table::{self, Cells, Keys, Layout};
use super::tie_words::{TieKind, TieStanding};
use super::ties::{CityRef, TieRow};
use crate::exchange::fault_report::FaultReport;

const LAYOUT: Layout = Layout {
    rows: "ties of the world file",
    required: &["city_a_id", "city_b_id", "confidence", "wikidata"],
    optional: &["n_sources", "domestic", "distance_km"],
    is_understood: |column| reason_left_out(column).is_some(),
};

const OPEN: &str = "Wikidata (CC0), twinned administrative bodies";
const CLOSED: &str = "lists of sister cities, for evaluation only";

/// Half the Earth's circumference and a little more.
const DISTANCE_MAX_KM: f64 = 20_100.0;

/// Reads the world file of ties.
pub(super) fn partnerships(file: &str, bytes: &[u8]) -> Result<Vec<TieRow>, FaultReport> {
    let mut pairs = Keys::default();
    table::read(file, bytes, &LAYOUT, |cells| {
        let (a, b) = (required_id(cells, "city_a_id"), required_id(cells, "city_b_id"));
        let row = row(cells, a, b);
        if let (Some(a), Some(b)) = (a, b) {
            check_pair(cells, &mut pairs, a, b);
        }
        row
    })
}

fn required_id(cells: &mut Cells<'_>, column: &str) -> Option<u64> {
    cells.required(column)?;
    geonames_id(cells, column)
}

fn check_pair(cells: &mut Cells<'_>, pairs: &mut Keys, a: u64, b: u64) {
    if a == b {
        cells.fault("city_b_id", "a city cannot have a tie with itself");
    }
    pairs.check(cells, "city_b_id", format!("{} {}", a.min(b), a.max(b)));
}

fn row(cells: &mut Cells<'_>, a: Option<u64>, b: Option<u64>) -> Option<TieRow> {
    let (confidence, is_open) = (cells.required_code("confidence"), cells.required_flag("wikidata"));
    cells.flag("domestic");
    cells.whole("n_sources", 1..=1_000);
    cells.number("distance_km", &(0.0..=DISTANCE_MAX_KM));
    let is_open = is_open?;
    Some(TieRow {
        line: cells.line,
        first: CityRef::GeoNames(a?),
        second: CityRef::GeoNames(b?),
        second_name: None,
        second_country: None,
        kind: TieKind::SisterCity,
        standing: TieStanding::Concluded,
        words: "sister city".to_owned(),
        since: None,
        until: None,
        confidence: Some(confidence?),
        is_open,
        provenance: Provenance::sourced(if is_open { OPEN } else { CLOSED }),
    })
}
