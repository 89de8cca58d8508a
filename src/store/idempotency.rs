//! First answers to POSTs, kept for retries.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::connection::Db;
use super::error::StoreError;
use super::schema::idempotency;
use super::types::{Json, Time};
use crate::each;

/// Whose key, for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyOf {
    /// The caller.
    pub principal: String,
    /// The operation.
    pub operation: &'static str,
    /// The key that the client chose.
    pub key: String,
}

/// An answer that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Hash of the request.
    pub fingerprint: String,
    /// Status; 0 while the first request is under way.
    pub status: i32,
    /// `ETag`, `Location` and the like.
    pub headers: Vec<(String, String)>,
    /// The body's bytes as text.
    pub body: String,
}

/// Takes the key for this transaction. `false` where it is taken: then [`find`] has the first answer, or the first request is under way.
/// On PostgreSQL this waits for a transaction that took the same key and has not ended.
///
/// # Errors
/// The database's failure.
pub fn claim(db: &mut Db, of: &KeyOf, fingerprint: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let row = (
        idempotency::principal.eq(&of.principal),
        idempotency::operation.eq(of.operation),
        idempotency::request_key.eq(&of.key),
        idempotency::fingerprint.eq(fingerprint),
        idempotency::status.eq(0),
        idempotency::headers.eq(Json::of(&Vec::<(String, String)>::new())),
        idempotency::body.eq(""),
        idempotency::created_at.eq(Time::from(now)),
    );
    let taken = each!(db, conn => diesel::insert_into(idempotency::table).values(row).on_conflict_do_nothing().execute(conn))?;
    Ok(taken == 1)
}

/// Keeps the answer under a key that was claimed in this transaction.
///
/// # Errors
/// The database's failure.
pub fn keep(db: &mut Db, of: &KeyOf, kept: &Kept) -> Result<(), StoreError> {
    diesel::update(
        idempotency::table
            .filter(idempotency::principal.eq(&of.principal))
            .filter(idempotency::operation.eq(of.operation))
            .filter(idempotency::request_key.eq(&of.key)),
    )
    .set((idempotency::status.eq(kept.status), idempotency::headers.eq(Json::of(&kept.headers)), idempotency::body.eq(&kept.body)))
    .execute(db)?;
    Ok(())
}

/// The answer under a key.
///
/// # Errors
/// The database's failure, or damage.
pub fn find(db: &mut Db, of: &KeyOf) -> Result<Option<Kept>, StoreError> {
    let row: Option<(String, i32, Json, String)> = idempotency::table
        .filter(idempotency::principal.eq(&of.principal))
        .filter(idempotency::operation.eq(of.operation))
        .filter(idempotency::request_key.eq(&of.key))
        .select((idempotency::fingerprint, idempotency::status, idempotency::headers, idempotency::body))
        .first(db)
        .optional()?;
    row.map(|(fingerprint, status, headers, body)| {
        Ok(Kept { fingerprint, status, headers: headers.read("idempotency", "headers", &of.key)?, body })
    })
    .transpose()
}

/// Forgets answers older than this.
///
/// # Errors
/// The database's failure.
pub fn forget(db: &mut Db, before: DateTime<Utc>) -> Result<usize, StoreError> {
    Ok(diesel::delete(idempotency::table.filter(idempotency::created_at.lt(Time::from(before)))).execute(db)?)
}
