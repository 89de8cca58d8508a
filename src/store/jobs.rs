//! Long work. A job is claimed by compare-and-set on its version and leased to one worker; no transaction is held while it runs.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use uuid::Uuid;

use super::connection::Db;
use super::error::StoreError;
use super::schema::job;
use super::types::{Id, Time, parse};
use crate::domain::id::JobId;
use crate::domain::job::{JobKind, JobState, Progress};

/// A job.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredJob {
    /// Its id.
    pub id: JobId,
    /// What is to be done.
    pub kind: JobKind,
    /// To what.
    pub object: Uuid,
    /// Where it stands.
    pub state: JobState,
    /// How far it is.
    pub progress: Progress,
    /// How often a worker has begun it.
    pub attempts: i64,
    /// Who has it, and until when; whoever has not renewed it by then has died.
    pub lease: Option<(String, DateTime<Utc>)>,
    /// Somebody wants it stopped.
    pub is_cancelled: bool,
    /// Why it failed.
    pub failure: Option<String>,
    /// Who wanted it, as the audit log names them.
    pub created_by: String,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When a worker last began it.
    pub started_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// Counts every change.
    pub version: i64,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = job, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    kind: String,
    object_id: Id,
    state: String,
    stage: String,
    done: i64,
    total: i64,
    attempts: i64,
    leased_by: Option<String>,
    leased_until: Option<Time>,
    is_cancelled: bool,
    failure: Option<String>,
    created_by: String,
    created_at: Time,
    started_at: Option<Time>,
    ended_at: Option<Time>,
    version: i64,
}

impl Row {
    fn of(job: &StoredJob) -> Row {
        Row {
            id: job.id.into(),
            kind: job.kind.to_string(),
            object_id: Id(job.object),
            state: job.state.to_string(),
            stage: job.progress.stage.to_string(),
            done: job.progress.done,
            total: job.progress.total,
            attempts: job.attempts,
            leased_by: job.lease.as_ref().map(|(by, _)| by.clone()),
            leased_until: job.lease.as_ref().map(|(_, until)| Time::from(*until)),
            is_cancelled: job.is_cancelled,
            failure: job.failure.clone(),
            created_by: job.created_by.clone(),
            created_at: job.created_at.into(),
            started_at: job.started_at.map(Time::from),
            ended_at: job.ended_at.map(Time::from),
            version: job.version,
        }
    }
}

impl TryFrom<Row> for StoredJob {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        let id = row.id.0;
        Ok(StoredJob {
            id: row.id.into(),
            kind: parse(&row.kind, "job", "kind", id)?,
            object: row.object_id.0,
            state: parse(&row.state, "job", "state", id)?,
            progress: Progress { stage: parse(&row.stage, "job", "stage", id)?, done: row.done, total: row.total },
            attempts: row.attempts,
            lease: row.leased_by.zip(row.leased_until.map(Time::get)),
            is_cancelled: row.is_cancelled,
            failure: row.failure,
            created_by: row.created_by,
            created_at: row.created_at.get(),
            started_at: row.started_at.map(Time::get),
            ended_at: row.ended_at.map(Time::get),
            version: row.version,
        })
    }
}

/// Adds a job.
///
/// # Errors
/// [`StoreError::Duplicate`] where one for the same thing is under way.
pub fn insert(db: &mut Db, new: &StoredJob) -> Result<(), StoreError> {
    diesel::insert_into(job::table).values(Row::of(new)).execute(db)?;
    Ok(())
}

/// One job.
///
/// # Errors
/// The database's failure, or damage.
pub fn find(db: &mut Db, id: JobId) -> Result<Option<StoredJob>, StoreError> {
    let row: Option<Row> = job::table.select(Row::as_select()).filter(job::id.eq(Id::from(id))).first(db).optional()?;
    row.map(StoredJob::try_from).transpose()
}

/// The oldest job that a worker may begin: one that waits, or one whose worker has not renewed its lease in time.
///
/// # Errors
/// The database's failure, or damage.
pub fn next(db: &mut Db, now: DateTime<Utc>) -> Result<Option<StoredJob>, StoreError> {
    let waits = job::state.eq(JobState::Queued.as_str());
    let is_left = job::state.eq(JobState::Running.as_str()).and(job::leased_until.lt(Some(Time::from(now))));
    let row: Option<Row> =
        job::table.select(Row::as_select()).filter(waits.or(is_left.assume_not_null())).order(job::id).first(db).optional()?;
    row.map(StoredJob::try_from).transpose()
}

/// Writes a job over the version that it carries, and counts the version up. `false` where somebody else was faster.
///
/// # Errors
/// The database's failure.
pub fn update(db: &mut Db, changed: &StoredJob) -> Result<bool, StoreError> {
    let row = Row { version: changed.version + 1, ..Row::of(changed) };
    let rows = diesel::update(job::table.filter(job::id.eq(row.id)).filter(job::version.eq(changed.version))).set(&row).execute(db)?;
    Ok(rows == 1)
}

/// Renews a lease and tells the progress. The job as it is now; `None` where it is not this worker's any more.
///
/// # Errors
/// The database's failure, or damage.
pub fn renew(db: &mut Db, id: JobId, by: &str, (until, progress): (DateTime<Utc>, Progress)) -> Result<Option<StoredJob>, StoreError> {
    let own = job::table.filter(job::id.eq(Id::from(id))).filter(job::leased_by.eq(Some(by)));
    let rows = diesel::update(own)
        .set((
            job::leased_until.eq(Some(Time::from(until))),
            job::stage.eq(progress.stage.as_str()),
            job::done.eq(progress.done),
            job::total.eq(progress.total),
            job::version.eq(job::version + 1),
        ))
        .execute(db)?;
    if rows == 1 { find(db, id) } else { Ok(None) }
}
