//! A file that an officer sends through a page: first what it would change, and only at their word the import itself.
//!
//! Between the two the file lies in the database with its session, for half an hour: a browser cannot send a chosen file a second time
//! without asking for it again, and what is read in shall be the very bytes that were looked at. Beside it lies a hash of everything it would
//! make new or different, old values and new. The import computes that hash again inside its own transaction; where data has changed in
//! between the two differ, nothing is written, and the officer is shown what the file would change now.

use chrono::TimeDelta;
use serde::Serialize;

use super::changes::RecordChange;
use super::report::{Counts, ImportReport, Note};
use super::run::{Import, What, compare};
use crate::actions::audit::bytes_hash;
use crate::actions::context::{Author, Write};
use crate::actions::error::Error;
use crate::domain::id::SessionId;
use crate::domain::role::Actor;
use crate::exchange::csv_in::{self, Columns};
use crate::exchange::fault_report::{FaultReport, is_unseen};
use crate::exchange::xlsx_in::{self, first_sheet, rows_of};
use crate::matching::Model;
use crate::store::import_uploads::{self, StoredUpload};

/// How long a file waits for its officer's word.
pub const KEPT: TimeDelta = TimeDelta::minutes(30);

/// The largest file that a page takes, in bytes.
pub const MAX_UPLOAD: usize = 10 << 20;

/// What pages read in.
pub const OFFERED: [What; 5] = [What::Cities, What::Profiles, What::Indicators, What::Practices, What::Ties];

/// The same, each with its columns.
pub fn offered() -> [(What, Columns); 5] {
    let columns = csv_in::columns();
    std::array::from_fn(|at| (OFFERED[at], columns[at]))
}

/// How many characters of a file's name are kept.
const NAME_MAX_CHARS: usize = 120;

/// A file as it was sent: CSV, or a spreadsheet whose first sheet is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// What it holds.
    pub what: What,
    /// Its name, as the browser gave it.
    pub file: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Sent {
    /// Whether it is a spreadsheet, of which rows are counted.
    pub fn is_sheet(&self) -> bool {
        xlsx_in::is_spreadsheet(&self.bytes)
    }
}

/// What a file would change. Lines are those of the file, or the rows of its sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The counts, and what is to be known of rows.
    pub report: ImportReport,
    /// Everything new and different.
    pub changes: Vec<RecordChange>,
    /// Hash of all this; the word to read it in names it.
    pub digest: String,
    /// Whether it came as a spreadsheet.
    pub is_sheet: bool,
}

/// What a preview is the same by.
#[derive(Serialize)]
struct Essence<'a> {
    what: What,
    hash: &'a str,
    records: Counts,
    values: Counts,
    notes: &'a [Note],
    changes: &'a [RecordChange],
}

/// Tells what a file would change, writes nothing of it, and keeps the file for the word that may follow.
///
/// # Errors
/// `File` with every fault; then the file is not kept, and the one that waited before waits on.
pub fn look(write: &mut Write<'_>, model: &Model, (session, actor): (SessionId, &Actor), sent: Sent) -> Result<Preview, Error> {
    let is_sheet = sent.is_sheet();
    let file = plain_name(&sent.file);
    let csv = if is_sheet { first_sheet(&file, &sent.bytes)? } else { sent.bytes };
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).map_err(|error| crate::actions::error::invalid("/file", error.to_string()));
    let found = tried(write, model, actor, (sent.what, &file, &csv)).map_err(|error| by_row(error, is_sheet.then_some(&csv)))?;
    let content = text(csv)?;
    let digest = found.1.clone();
    let upload = StoredUpload { session, what: sent.what.to_string(), file, content, is_sheet, digest, created_at: write.now };
    import_uploads::put(write.db, &upload)?;
    Ok(shown(found, &upload))
}

/// The same once more for the file that waits: what it would change by now. `None` where none waits.
///
/// # Errors
/// As [`look`].
pub fn look_again(write: &mut Write<'_>, model: &Model, (session, actor): (SessionId, &Actor)) -> Result<Option<Preview>, Error> {
    let Some(upload) = import_uploads::find(write.db, session, write.now - KEPT)? else { return Ok(None) };
    let found = tried(write, model, actor, (what_of(&upload)?, &upload.file, upload.content.as_bytes()));
    let found = found.map_err(|error| by_row(error, upload.is_sheet.then_some(upload.content.as_bytes())))?;
    let upload = StoredUpload { digest: found.1.clone(), created_at: write.now, ..upload };
    import_uploads::put(write.db, &upload)?;
    Ok(Some(shown(found, &upload)))
}

/// Reads the file in that waits, exactly as it was looked at, in the transaction of `write`, with one entry in the audit log.
///
/// # Errors
/// `NotFound` where no file waits (any more); `Stale` where it would change something else than what was looked at, or where another file
/// waits by now: the caller lets the transaction go, and nothing is written.
pub fn confirm(write: &mut Write<'_>, model: &Model, (session, actor): (SessionId, &Actor), digest: &str) -> Result<ImportReport, Error> {
    let upload = import_uploads::find(write.db, session, write.now - KEPT)?.ok_or(Error::NotFound("file"))?;
    if upload.digest != digest {
        return Err(Error::Stale);
    }
    let import = import_of((what_of(&upload)?, &upload.file, upload.content.as_bytes()), actor, false);
    // What was sound a moment ago and is at fault now has met data that changed.
    let (report, changes) = compare(write, model, &import, &mut |_, _| {})
        .map_err(|error| if matches!(error, Error::File(_)) { Error::Stale } else { error })?;
    if digest_of(&report, &changes)? != digest {
        return Err(Error::Stale);
    }
    import_uploads::remove(write.db, session)?;
    Ok(report)
}

fn import_of<'a>((what, file, bytes): (What, &'a str, &'a [u8]), actor: &Actor, is_dry_run: bool) -> Import<'a> {
    Import { what, file, bytes, is_dry_run, lists_changes: true, author: Author::from(actor) }
}

type Found = ((ImportReport, Vec<RecordChange>), String);

fn tried(write: &mut Write<'_>, model: &Model, actor: &Actor, file: (What, &str, &[u8])) -> Result<Found, Error> {
    let (report, changes) = compare(write, model, &import_of(file, actor, true), &mut |_, _| {})?;
    let digest = digest_of(&report, &changes)?;
    Ok(((report, changes), digest))
}

fn digest_of(report: &ImportReport, changes: &[RecordChange]) -> Result<String, Error> {
    let ImportReport { what, hash, records, values, notes, .. } = report;
    let essence = Essence { what: *what, hash, records: *records, values: *values, notes, changes };
    Ok(bytes_hash(&serde_json::to_vec(&essence).map_err(|error| Error::Internal(error.to_string()))?))
}

fn what_of(upload: &StoredUpload) -> Result<What, Error> {
    upload.what.parse().map_err(|_unknown_code| Error::Internal(format!("an upload holds {}", upload.what)))
}

/// With the rows of the sheet in place of the lines of its text.
fn shown(((mut report, mut changes), digest): Found, upload: &StoredUpload) -> Preview {
    if upload.is_sheet {
        let row = rows_of(upload.content.as_bytes());
        changes.iter_mut().for_each(|change| change.line = row(change.line));
        report.notes.iter_mut().flat_map(|note| &mut note.lines).for_each(|line| *line = row(*line));
    }
    Preview { report, changes, digest, is_sheet: upload.is_sheet }
}

fn by_row(error: Error, sheet: Option<&[u8]>) -> Error {
    match (error, sheet) {
        (Error::File(report), Some(csv)) => {
            let row = rows_of(csv);
            let mut report: FaultReport = *report;
            report.faults.iter_mut().for_each(|fault| fault.line = row(fault.line));
            report.into()
        }
        (error, _) => error,
    }
}

/// The last part of a file's name, without what cannot be seen: it stands in messages and in the audit log.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|letter| !is_unseen(*letter)).take(NAME_MAX_CHARS).collect();
    if plain.trim().is_empty() { "file".to_owned() } else { plain.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_is_its_last_part_and_can_be_seen() {
        assert_eq!(plain_name("C:\\data\\new\u{202E}\tcities.csv"), "newcities.csv");
        assert_eq!((plain_name("../../etc/"), plain_name(" \n")), ("file".to_owned(), "file".to_owned()));
        assert_eq!(plain_name(&"x".repeat(500)).chars().count(), NAME_MAX_CHARS);
    }
}
