//! Files that wait for an officer's word: one for each session.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::connection::Db;
use super::error::StoreError;
use super::schema::import_upload;
use super::types::{Id, Time};
use crate::domain::id::SessionId;

/// A file that was sent and looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredUpload {
    /// In which session.
    pub session: SessionId,
    /// What it holds, by code.
    pub what: String,
    /// Its name.
    pub file: String,
    /// Its content as CSV.
    pub content: String,
    /// Whether it came as a spreadsheet.
    pub is_sheet: bool,
    /// Hash of what it would change.
    pub digest: String,
    /// When it was looked at.
    pub created_at: DateTime<Utc>,
}

/// Keeps a file in place of whatever the session kept before.
///
/// # Errors
/// The database's failure.
pub fn put(db: &mut Db, upload: &StoredUpload) -> Result<(), StoreError> {
    remove(db, upload.session)?;
    let row = (
        import_upload::session_id.eq(Id::from(upload.session)),
        import_upload::what.eq(&upload.what),
        import_upload::file.eq(&upload.file),
        import_upload::content.eq(&upload.content),
        import_upload::is_sheet.eq(upload.is_sheet),
        import_upload::digest.eq(&upload.digest),
        import_upload::created_at.eq(Time::from(upload.created_at)),
    );
    diesel::insert_into(import_upload::table).values(row).execute(db)?;
    Ok(())
}

type Row = (Id, String, String, String, bool, String, Time);

/// The file that a session keeps since this moment or later.
///
/// # Errors
/// The database's failure.
pub fn find(db: &mut Db, session: SessionId, since: DateTime<Utc>) -> Result<Option<StoredUpload>, StoreError> {
    let of_session = import_upload::table.filter(import_upload::session_id.eq(Id::from(session)));
    let row: Option<Row> = of_session.filter(import_upload::created_at.ge(Time::from(since))).first(db).optional()?;
    Ok(row.map(|(session, what, file, content, is_sheet, digest, created_at)| StoredUpload {
        session: session.into(),
        what,
        file,
        content,
        is_sheet,
        digest,
        created_at: created_at.get(),
    }))
}

/// Lets go of the file of a session. Whether there was one.
///
/// # Errors
/// The database's failure.
pub fn remove(db: &mut Db, session: SessionId) -> Result<bool, StoreError> {
    let removed = diesel::delete(import_upload::table.filter(import_upload::session_id.eq(Id::from(session)))).execute(db)?;
    Ok(removed > 0)
}

/// Lets go of all that were looked at before this moment; how many there were.
///
/// # Errors
/// The database's failure.
pub fn forget(db: &mut Db, before: DateTime<Utc>) -> Result<usize, StoreError> {
    Ok(diesel::delete(import_upload::table.filter(import_upload::created_at.lt(Time::from(before)))).execute(db)?)
}
