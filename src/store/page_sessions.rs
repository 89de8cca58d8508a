//! Sessions of the pages: the hash of what a browser's cookie holds, and when it was last seen.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::connection::Db;
use super::error::StoreError;
use super::schema::page_session;
use super::types::{Id, Time};
use crate::domain::id::SessionId;

/// A session that pages are read in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageSession {
    /// The session.
    pub session: SessionId,
    /// When it was last used.
    pub seen_at: DateTime<Utc>,
}

/// Adds one to a session that was just opened.
///
/// # Errors
/// The database's failure.
pub fn insert(db: &mut Db, new: &PageSession, key_hash: &str) -> Result<(), StoreError> {
    let row = (
        page_session::session_id.eq(Id::from(new.session)),
        page_session::key_hash.eq(key_hash),
        page_session::seen_at.eq(Time::from(new.seen_at)),
    );
    diesel::insert_into(page_session::table).values(row).execute(db)?;
    Ok(())
}

/// The session whose cookie has this hash.
///
/// # Errors
/// The database's failure.
pub fn find(db: &mut Db, key_hash: &str) -> Result<Option<PageSession>, StoreError> {
    let of_key = page_session::table.filter(page_session::key_hash.eq(key_hash));
    let row: Option<(Id, Time)> = of_key.select((page_session::session_id, page_session::seen_at)).first(db).optional()?;
    Ok(row.map(|(session, seen_at)| PageSession { session: session.into(), seen_at: seen_at.get() }))
}

/// Notes that it is in use. Of many at once, the latest stays.
///
/// # Errors
/// The database's failure.
pub fn note_use(db: &mut Db, session: SessionId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let earlier =
        page_session::table.filter(page_session::session_id.eq(Id::from(session))).filter(page_session::seen_at.lt(Time::from(now)));
    diesel::update(earlier).set(page_session::seen_at.eq(Time::from(now))).execute(db)?;
    Ok(())
}
