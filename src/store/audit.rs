//! The audit log: appended to, read, never changed. Its order is also the order in which every node learns of changes.

use chrono::{DateTime, Utc};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use super::connection::Db;
use super::error::StoreError;
use super::schema::audit_entry;
use super::types::{Json, Time};
use crate::domain::id::CityId;

/// The number under which PostgreSQL knows the lock of the chain's head.
const LOCK: i64 = 0x61_7564_6974;

/// An entry of the log.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditEntry {
    /// 1, 2, 3, … without a gap.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who: an account's id, `import`, `clock`, `cli`.
    pub actor: String,
    /// The role in which they acted.
    pub role: String,
    /// What was done, such as `proposal.approve`.
    pub action: String,
    /// The kind of thing.
    pub object_kind: String,
    /// Which one.
    pub object_id: String,
    /// Cities whose matching it may change.
    pub cities: Vec<CityId>,
    /// Hash of the thing before; absent where it is new.
    pub before_hash: Option<String>,
    /// Hash of the thing after; absent where it is gone.
    pub after_hash: Option<String>,
    /// Why, in the actor's words.
    pub reason: Option<String>,
    /// The request.
    pub request_id: Option<String>,
    /// The hash of the entry before; 64 zeros for the first.
    pub previous_hash: String,
    /// The hash of this one.
    pub hash: String,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = audit_entry, treat_none_as_default_value = false)]
struct Row {
    seq: i64,
    at: Time,
    actor: String,
    role: String,
    action: String,
    object_kind: String,
    object_id: String,
    cities: Json,
    before_hash: Option<String>,
    after_hash: Option<String>,
    reason: Option<String>,
    request_id: Option<String>,
    previous_hash: String,
    hash: String,
}

impl TryFrom<Row> for AuditEntry {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(AuditEntry {
            cities: row.cities.read("audit_entry", "cities", row.seq)?,
            seq: row.seq,
            at: row.at.get(),
            actor: row.actor,
            role: row.role,
            action: row.action,
            object_kind: row.object_kind,
            object_id: row.object_id,
            before_hash: row.before_hash,
            after_hash: row.after_hash,
            reason: row.reason,
            request_id: row.request_id,
            previous_hash: row.previous_hash,
            hash: row.hash,
        })
    }
}

/// Waits until no other transaction appends. On SQLite the write transaction itself is that lock.
///
/// # Errors
/// The database's failure.
pub fn lock(db: &mut Db) -> Result<(), StoreError> {
    if let Db::Pg(conn) = db {
        conn.batch_execute(&format!("SELECT pg_advisory_xact_lock({LOCK})"))?;
    }
    Ok(())
}

/// Number and hash of the newest entry; `None` for an empty log.
///
/// # Errors
/// The database's failure.
pub fn head(db: &mut Db) -> Result<Option<(i64, String)>, StoreError> {
    Ok(audit_entry::table.select((audit_entry::seq, audit_entry::hash)).order(audit_entry::seq.desc()).first(db).optional()?)
}

/// Adds an entry that was chained under [`lock`].
///
/// # Errors
/// [`StoreError::Duplicate`] where the number is taken.
pub fn append(db: &mut Db, entry: &AuditEntry) -> Result<(), StoreError> {
    let row = Row {
        seq: entry.seq,
        at: entry.at.into(),
        actor: entry.actor.clone(),
        role: entry.role.clone(),
        action: entry.action.clone(),
        object_kind: entry.object_kind.clone(),
        object_id: entry.object_id.clone(),
        cities: Json::of(&entry.cities),
        before_hash: entry.before_hash.clone(),
        after_hash: entry.after_hash.clone(),
        reason: entry.reason.clone(),
        request_id: entry.request_id.clone(),
        previous_hash: entry.previous_hash.clone(),
        hash: entry.hash.clone(),
    };
    diesel::insert_into(audit_entry::table).values(row).execute(db)?;
    Ok(())
}

/// Entries after this number, in order.
///
/// # Errors
/// The database's failure, or damage.
pub fn after(db: &mut Db, seq: i64, limit: i64) -> Result<Vec<AuditEntry>, StoreError> {
    let rows: Vec<Row> =
        audit_entry::table.select(Row::as_select()).filter(audit_entry::seq.gt(seq)).order(audit_entry::seq).limit(limit).load(db)?;
    rows.into_iter().map(AuditEntry::try_from).collect()
}

/// What the reader of the log looks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Only this kind of thing.
    pub object_kind: Option<String>,
    /// Only this thing.
    pub object_id: Option<String>,
    /// Only this actor.
    pub actor: Option<String>,
}

/// Entries before this number (or the newest), newest first.
///
/// # Errors
/// The database's failure, or damage.
pub fn list(db: &mut Db, filter: &AuditFilter, before: Option<i64>, limit: i64) -> Result<Vec<AuditEntry>, StoreError> {
    let mut query = audit_entry::table.select(Row::as_select()).into_boxed();
    if let Some(kind) = &filter.object_kind {
        query = query.filter(audit_entry::object_kind.eq(kind.clone()));
    }
    if let Some(id) = &filter.object_id {
        query = query.filter(audit_entry::object_id.eq(id.clone()));
    }
    if let Some(actor) = &filter.actor {
        query = query.filter(audit_entry::actor.eq(actor.clone()));
    }
    if let Some(before) = before {
        query = query.filter(audit_entry::seq.lt(before));
    }
    let rows: Vec<Row> = query.order(audit_entry::seq.desc()).limit(limit).load(db)?;
    rows.into_iter().map(AuditEntry::try_from).collect()
}
