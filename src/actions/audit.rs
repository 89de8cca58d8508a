//! The audit log: one entry for every write, in the same transaction, chained by hash.
//!
//! The hash of an entry covers the one before it and every field in a fixed order, so that a changed, removed, inserted or moved entry
//! breaks the chain at that place. A cut tail, or a log rewritten from the first entry on, cannot be seen from inside: the head that
//! [`verify`] prints has to be kept elsewhere and given to it the next time.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::context::{Author, Write};
use super::error::Error;
use crate::domain::id::CityId;
use crate::store::audit::{self, AuditEntry, AuditFilter};
use crate::store::connection::Db;
use crate::store::page::{Key, Page, PageAsk};

/// The hash before the first entry.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// What happened to what.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// `noun.verb`, such as `proposal.approve`.
    pub action: &'static str,
    /// The kind of thing.
    pub object_kind: &'static str,
    /// Which one.
    pub object_id: String,
    /// Cities whose matching it may change.
    pub cities: Vec<CityId>,
    /// Hash of the thing before.
    pub before: Option<String>,
    /// Hash of the thing after.
    pub after: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

impl Change {
    /// A change of one thing.
    pub fn of(action: &'static str, object_kind: &'static str, object_id: impl ToString) -> Self {
        Self { action, object_kind, object_id: object_id.to_string(), ..Self::default() }
    }

    /// With the cities whose matching it may change.
    #[must_use]
    pub fn touching(mut self, cities: impl IntoIterator<Item = CityId>) -> Self {
        self.cities = cities.into_iter().collect();
        self
    }

    /// With the hash of the thing before.
    #[must_use]
    pub fn from<T: Serialize>(mut self, before: &T) -> Self {
        self.before = Some(content_hash(before));
        self
    }

    /// With the hash of the thing after.
    #[must_use]
    pub fn to<T: Serialize>(mut self, after: &T) -> Self {
        self.after = Some(content_hash(after));
        self
    }

    /// With the actor's reason.
    #[must_use]
    pub fn because(mut self, reason: Option<String>) -> Self {
        self.reason = reason;
        self
    }
}

/// SHA-256 over the thing as JSON with sorted keys.
pub fn content_hash<T: Serialize>(thing: &T) -> String {
    // serde_json keeps the keys of a Value sorted, which makes the text the same for the same content.
    let value = serde_json::to_value(thing).unwrap_or(serde_json::Value::Null);
    bytes_hash(value.to_string().as_bytes())
}

/// SHA-256 of bytes, written as [`content_hash`] writes it.
pub fn bytes_hash(bytes: &[u8]) -> String {
    format!("sha256:{}", hex(&Sha256::digest(bytes)))
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Appends the entry of a write.
///
/// # Errors
/// The database's failure.
pub fn record(write: &mut Write<'_>, author: &Author, change: Change) -> Result<(), Error> {
    audit::lock(write.db)?;
    let (seq, previous_hash) = audit::head(write.db)?.unwrap_or((0, GENESIS.to_owned()));
    let mut entry = AuditEntry {
        seq: seq + 1,
        at: write.now,
        actor: author.name(),
        role: author.role().to_owned(),
        action: change.action.to_owned(),
        object_kind: change.object_kind.to_owned(),
        object_id: change.object_id,
        cities: change.cities,
        before_hash: change.before,
        after_hash: change.after,
        reason: change.reason,
        request_id: write.request_id.clone(),
        previous_hash,
        hash: String::new(),
    };
    entry.hash = chain_hash(&entry);
    audit::append(write.db, &entry)?;
    Ok(())
}

/// The hash that an entry must have.
fn chain_hash(entry: &AuditEntry) -> String {
    let at = entry.at.format("%Y-%m-%dT%H:%M:%S%.6fZ").to_string();
    let fields = serde_json::json!([
        entry.previous_hash,
        entry.seq,
        at,
        entry.actor,
        entry.role,
        entry.action,
        entry.object_kind,
        entry.object_id,
        entry.cities,
        entry.before_hash,
        entry.after_hash,
        entry.reason,
        entry.request_id,
    ]);
    hex(&Sha256::digest(fields.to_string().as_bytes()))
}

/// What the verifier found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Verdict {
    /// Entries that were read.
    pub entries: i64,
    /// Number of the newest entry.
    pub head_seq: i64,
    /// Its hash: keep it outside of the database.
    pub head_hash: String,
    /// The first place where the chain does not hold; absent where it holds.
    pub broken_at: Option<i64>,
    /// What is wrong there.
    pub fault: Option<String>,
}

/// An earlier head that was kept elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Its number.
    pub seq: i64,
    /// Its hash.
    pub hash: String,
}

/// Recomputes the whole chain.
///
/// # Errors
/// The database's failure.
pub fn verify(db: &mut Db, checkpoint: Option<&Checkpoint>) -> Result<Verdict, Error> {
    let mut verdict = Verdict { entries: 0, head_seq: 0, head_hash: GENESIS.to_owned(), broken_at: None, fault: None };
    let mut checkpoint_seen = checkpoint.is_none();
    loop {
        let entries = audit::after(db, verdict.head_seq, 1_000)?;
        if entries.is_empty() {
            break;
        }
        for entry in entries {
            if let Some(fault) = fault_of(&entry, &verdict) {
                return Ok(Verdict { broken_at: Some(entry.seq), fault: Some(fault), ..verdict });
            }
            if checkpoint.is_some_and(|kept| kept.seq == entry.seq) {
                checkpoint_seen = checkpoint.is_some_and(|kept| kept.hash == entry.hash);
            }
            verdict = Verdict { entries: verdict.entries + 1, head_seq: entry.seq, head_hash: entry.hash, ..verdict };
        }
    }
    if !checkpoint_seen {
        let seq = checkpoint.map_or(0, |kept| kept.seq);
        let fault = format!("entry {seq} is not the one that was kept: the tail was cut, or the log was written anew");
        return Ok(Verdict { broken_at: Some(seq), fault: Some(fault), ..verdict });
    }
    Ok(verdict)
}

fn fault_of(entry: &AuditEntry, before: &Verdict) -> Option<String> {
    if entry.seq != before.head_seq + 1 {
        return Some(format!("entry {} is missing", before.head_seq + 1));
    }
    if entry.previous_hash != before.head_hash {
        return Some("it does not follow the entry before it".to_owned());
    }
    (entry.hash != chain_hash(entry)).then(|| "its content is not what was recorded".to_owned())
}

/// Entries, newest first.
///
/// # Errors
/// The database's failure.
pub fn list(db: &mut Db, filter: &AuditFilter, before: Option<i64>, limit: i64) -> Result<Vec<AuditEntry>, Error> {
    Ok(audit::list(db, filter, before, limit)?)
}

/// A page of entries, newest first. The key of an entry is its number.
///
/// # Errors
/// The database's failure.
pub fn page(db: &mut Db, filter: &AuditFilter, ask: &PageAsk) -> Result<Page<AuditEntry>, Error> {
    let before = ask.after.as_ref().and_then(|key| key.sort.parse().ok());
    let entries = audit::list(db, filter, before, ask.limit + 1)?;
    Ok(Page::cut(entries, ask.limit, |entry| Key { sort: entry.seq.to_string(), id: uuid::Uuid::nil() }))
}
