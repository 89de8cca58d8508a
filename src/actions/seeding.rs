//! The bundled cities into an empty database: what `kembar demo` starts with.

use super::context::{Author, Write};
use super::error::Error;
use super::importing::{self, Import, ImportReport, What};
use crate::demo::data::{self, BundledFile};
use crate::matching::Model;

/// The files in the order in which they refer to one another.
const FILES: [(What, BundledFile); 8] = [
    (What::Countries, data::COUNTRIES),
    (What::Cities, data::CITIES),
    (What::Profiles, data::PRIORITIES),
    (What::Indicators, data::INDICATORS),
    (What::Practices, data::PRACTICES),
    (What::Ties, data::TIES),
    (What::Hazards, data::HAZARDS),
    (What::Vlrs, data::VLRS),
];

/// Reads the whole bundle in, through the same import as a user's files. A second time changes nothing. `progress` is told how many files
/// of how many are done.
///
/// # Errors
/// The database's failure.
pub fn bundle(write: &mut Write<'_>, model: &Model, progress: &mut dyn FnMut(u64, u64)) -> Result<Vec<ImportReport>, Error> {
    let mut reports = Vec::with_capacity(FILES.len());
    for (what, file) in FILES {
        let import =
            Import { what, file: file.name, bytes: file.text.as_bytes(), is_dry_run: false, lists_changes: false, author: Author::Import };
        reports.push(importing::run(write, model, &import, &mut |_, _| {})?);
        progress(reports.len() as u64, FILES.len() as u64);
    }
    Ok(reports)
}
