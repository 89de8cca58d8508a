//! From a file to its report: the frame around every import.

use super::changes::RecordChange;
use super::meter::Meter;
use super::report::{Done, ImportReport, LeftOut};
use super::{cities, countries, hazards, indicators, practices, profiles, ties, vlrs};
use crate::actions::audit::{self, Change, bytes_hash};
use crate::actions::context::{Author, Write};
use crate::actions::error::Error;
use crate::exchange::csv_in::columns_left_out;
use crate::matching::Model;

/// More touched cities than this are not named in the audit log.
const MANY: usize = 200;

crate::text_enum! {
    /// What a file holds.
    What {
        /// Cities: the profile file of members, or the world file of GeoNames.
        Cities = "cities",
        /// Countries with their values.
        Countries = "countries",
        /// Priorities, which become profiles.
        Profiles = "profiles",
        /// Values of indicators of cities.
        Indicators = "indicators",
        /// Good practices.
        Practices = "practices",
        /// Ties that exist already.
        Ties = "ties",
        /// Hazards.
        Hazards = "hazards",
        /// Voluntary Local Reviews.
        Vlrs = "vlrs",
    }
}

/// A file to read in.
#[derive(Debug, Clone)]
pub struct Import<'a> {
    /// What it holds.
    pub what: What,
    /// Its name, for messages.
    pub file: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Whether to take everything back at the end.
    pub is_dry_run: bool,
    /// Whether each change is to be told field by field, which costs memory.
    pub lists_changes: bool,
    /// Who reads it in.
    pub author: Author,
}

/// Reads a file in. `progress` is told how many steps of how many are done; the number of steps can grow.
///
/// # Errors
/// `File` with every fault of the file; then nothing was written.
pub fn run(write: &mut Write<'_>, model: &Model, import: &Import<'_>, progress: &mut dyn FnMut(u64, u64)) -> Result<ImportReport, Error> {
    Ok(compare(write, model, import, progress)?.0)
}

/// The same, with what is new and different, where the import lists changes.
///
/// # Errors
/// As [`run`].
pub fn compare(
    write: &mut Write<'_>,
    model: &Model,
    import: &Import<'_>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(ImportReport, Vec<RecordChange>), Error> {
    if import.is_dry_run {
        write.trial(|write| run_for_real(write, model, import, progress))
    } else {
        run_for_real(write, model, import, progress)
    }
}

fn run_for_real(
    write: &mut Write<'_>,
    model: &Model,
    import: &Import<'_>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(ImportReport, Vec<RecordChange>), Error> {
    let mut meter = Meter::new(progress);
    let done = match import.what {
        What::Cities => cities::import(write, model, import, &mut meter)?,
        What::Countries => countries::import(write, model, import, &mut meter)?,
        What::Profiles => profiles::import(write, model, import, &mut meter)?,
        What::Indicators => indicators::import(write, model, import, &mut meter)?,
        What::Practices => practices::import(write, model, import, &mut meter)?,
        What::Ties => ties::import(write, import, &mut meter)?,
        What::Hazards => hazards::import(write, import, &mut meter)?,
        What::Vlrs => vlrs::import(write, import, &mut meter)?,
    };
    conclude(write, import, done)
}

fn conclude(write: &mut Write<'_>, import: &Import<'_>, done: Done) -> Result<(ImportReport, Vec<RecordChange>), Error> {
    let left_out = columns_left_out(import.bytes).into_iter().map(|(column, reason)| LeftOut { column, reason: reason.to_owned() });
    let report = ImportReport {
        what: import.what,
        file: import.file.to_owned(),
        hash: bytes_hash(import.bytes),
        is_dry_run: import.is_dry_run,
        rows: done.rows,
        records: done.records,
        values: done.values,
        notes: done.notes.into_vec(),
        left_out: left_out.collect(),
    };
    // An entry that names no city makes every node read all: quicker than a query for each of very many, and the log stays small.
    let touched = if done.touched.len() > MANY { Vec::new() } else { done.touched };
    let mut change = Change::of(action_of(import.what), "file", import.file).touching(touched).because(Some(report.in_words()));
    change.after = Some(report.hash.clone());
    audit::record(write, &import.author, change)?;
    Ok((report, done.changes.into_vec()))
}

fn action_of(what: What) -> &'static str {
    match what {
        What::Cities => "import.cities",
        What::Countries => "import.countries",
        What::Profiles => "import.profiles",
        What::Indicators => "import.indicators",
        What::Practices => "import.practices",
        What::Ties => "import.ties",
        What::Hazards => "import.hazards",
        What::Vlrs => "import.vlrs",
    }
}
