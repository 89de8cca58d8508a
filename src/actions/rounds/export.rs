//! The pairings of a run as a table: one row for each.

use super::read::PairingView;
use crate::actions::error::Error;
use crate::exchange::csv_out::{Cell, write_list};
use crate::exchange::xlsx_out;
use crate::matching::answer::PairExplanation;
use crate::store::rounds::StoredRun;

crate::text_enum! {
    /// What kind of file.
    Format {
        /// Text with commas, RFC 4180.
        Csv = "csv",
        /// A spreadsheet.
        Xlsx = "xlsx",
    }
}

impl Format {
    /// What a browser is told.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv; charset=utf-8",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

const HEADER: [&str; 16] = [
    "place",
    "first",
    "first_name",
    "first_country",
    "second",
    "second_name",
    "second_country",
    "kind",
    "theme",
    "score",
    "confidence",
    "rank_with_first",
    "rank_with_second",
    "symbolic",
    "proposal",
    "state",
];

/// The file. The same run gives the same bytes as long as nothing is decided on its proposals.
///
/// # Errors
/// `Internal` where a kept explanation cannot be read.
pub fn file(run: &StoredRun, views: &[PairingView], format: Format) -> Result<Vec<u8>, Error> {
    let explained: Vec<PairExplanation> = views
        .iter()
        .map(|view| serde_json::from_value(view.pairing.explanation.clone()))
        .collect::<Result<_, _>>()
        .map_err(|error| Error::Internal(format!("a kept explanation cannot be read: {error}")))?;
    let ids: Vec<String> = views.iter().map(|view| view.proposal.map_or_else(String::new, |became| became.id.to_string())).collect();
    let rows = views.iter().zip(&explained).zip(&ids).map(|((view, explained), id)| row(run, view, explained, id));
    let mut bytes = Vec::new();
    match format {
        Format::Csv => write_list(&mut bytes, &HEADER, rows).map_err(|error| Error::Internal(error.to_string()))?,
        Format::Xlsx => {
            let sheet = xlsx_out::Sheet { name: "Pairings", made_at: run.created_at };
            bytes = xlsx_out::write_list(&sheet, &HEADER, rows).map_err(|error| Error::Internal(error.to_string()))?;
        }
    }
    Ok(bytes)
}

fn row<'a>(run: &'a StoredRun, view: &'a PairingView, explained: &'a PairExplanation, id: &'a str) -> Vec<Cell<'a>> {
    let suggestion = explained.suggestion.as_ref();
    let number = |value: Option<f64>| value.map_or(Cell::Blank, Cell::Number);
    let rank = |value: Option<usize>| value.and_then(|rank| i64::try_from(rank).ok()).map_or(Cell::Blank, Cell::Whole);
    let (first, second) = (&view.first, &view.second);
    vec![
        Cell::Whole(view.place),
        Cell::Text(first.slug.as_str()),
        Cell::Text(&first.record.name),
        Cell::Text(first.record.country.as_str()),
        Cell::Text(second.slug.as_str()),
        Cell::Text(&second.record.name),
        Cell::Text(second.record.country.as_str()),
        Cell::Text(run.plan.kind.as_str()),
        run.plan.theme.as_ref().map_or(Cell::Blank, |theme| Cell::Text(theme.as_str())),
        Cell::Number(view.pairing.score),
        number(suggestion.map(|found| found.confidence)),
        rank(suggestion.map(|found| found.rank)),
        rank(suggestion.map(|found| found.reverse_rank)),
        suggestion.map_or(Cell::Blank, |found| Cell::Flag(found.symbolic)),
        if id.is_empty() { Cell::Blank } else { Cell::Text(id) },
        view.proposal.map_or(Cell::Blank, |became| Cell::Text(became.state.as_str())),
    ]
}
