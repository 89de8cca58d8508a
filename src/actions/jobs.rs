//! Long work: who may begin it, who has it, and how it ends.
//!
//! A job is a row. Whoever wants the work writes the row in the transaction of its wish; a worker claims it by compare-and-set, renews its lease
//! while it works, and writes the result and the end of the job in one transaction, which fails if the lease is not its own any more. So a job
//! that two workers came to do is done once, and one whose worker died is begun again when the lease is over.

use chrono::TimeDelta;
use uuid::Uuid;

use super::audit::{Change, record};
use super::context::{Author, Write};
use super::error::Error;
use super::rounds::compute;
use crate::domain::id::JobId;
use crate::domain::job::{ATTEMPTS, JobKind, JobState, Progress, Stage};
use crate::store::connection::Db;
use crate::store::jobs::{self, StoredJob};

/// Puts work into the queue.
///
/// # Errors
/// `Exists` where work on the same thing is under way.
pub fn enqueue(write: &mut Write<'_>, author: &Author, kind: JobKind, object: Uuid) -> Result<StoredJob, Error> {
    let job = StoredJob {
        id: JobId(write.new_id()),
        kind,
        object,
        state: JobState::Queued,
        progress: Progress { stage: Stage::Waiting, done: 0, total: 1 },
        attempts: 0,
        lease: None,
        is_cancelled: false,
        failure: None,
        created_by: author.name(),
        created_at: write.now,
        started_at: None,
        ended_at: None,
        version: 1,
    };
    jobs::insert(write.db, &job)?;
    Ok(job)
}

/// One job.
///
/// # Errors
/// `NotFound`.
pub fn get(db: &mut Db, id: JobId) -> Result<StoredJob, Error> {
    jobs::find(db, id)?.ok_or(Error::NotFound("job"))
}

/// Takes the oldest job that waits or was left, for so long; the one of this id alone where it is said. A job over which workers died too
/// often is given up instead.
///
/// # Errors
/// The database's failure.
pub fn claim(write: &mut Write<'_>, worker: &str, lease: TimeDelta, only: Option<JobId>) -> Result<Option<StoredJob>, Error> {
    while let Some(found) = jobs::next(write.db, write.now)? {
        let wanted = match only {
            Some(id) if id != found.id => jobs::find(write.db, id)?.filter(|job| is_free(job, write)),
            _ => Some(found),
        };
        let Some(mut job) = wanted else { return Ok(None) };
        if job.is_cancelled {
            end(write, job, JobState::Cancelled, None)?;
        } else if job.attempts >= ATTEMPTS {
            end(write, job, JobState::Failed, Some(format!("{ATTEMPTS} workers died over it; see the log of the service")))?;
        } else {
            job.state = JobState::Running;
            job.attempts += 1;
            job.lease = Some((worker.to_owned(), write.now + lease));
            job.started_at = Some(write.now);
            if !jobs::update(write.db, &job)? {
                continue;
            }
            job.version += 1;
            return Ok(Some(job));
        }
    }
    Ok(None)
}

/// Whether a worker may begin it now.
fn is_free(job: &StoredJob, write: &Write<'_>) -> bool {
    let is_left = job.lease.as_ref().is_some_and(|(_, until)| *until < write.now);
    job.state == JobState::Queued || (job.state == JobState::Running && is_left)
}

/// Whether a worker is to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// It is.
    GoOn,
    /// Somebody cancelled the job.
    Cancelled,
    /// The job is another worker's by now.
    Lost,
}

/// Renews the lease, tells the progress, and hears whether to go on.
///
/// # Errors
/// The database's failure.
pub fn renew(write: &mut Write<'_>, id: JobId, worker: &str, (lease, progress): (TimeDelta, Progress)) -> Result<Word, Error> {
    let until = write.now + lease;
    Ok(match jobs::renew(write.db, id, worker, (until, progress))? {
        Some(job) if job.is_cancelled => Word::Cancelled,
        Some(_) => Word::GoOn,
        None => Word::Lost,
    })
}

/// The job as its worker holds it, at the moment of ending it.
///
/// # Errors
/// `Conflict` where it is not this worker's any more.
pub fn held(write: &mut Write<'_>, id: JobId, worker: &str) -> Result<StoredJob, Error> {
    let job = get(write.db, id)?;
    let is_own = job.lease.as_ref().is_some_and(|(by, _)| by == worker);
    if is_own { Ok(job) } else { Err(Error::Conflict { state: job.state.to_string(), detail: "the job is another worker's".to_owned() }) }
}

/// Ends a job, with what that means for the thing that was worked on.
///
/// # Errors
/// `Stale` where somebody else was faster.
pub fn end(write: &mut Write<'_>, mut job: StoredJob, state: JobState, failure: Option<String>) -> Result<StoredJob, Error> {
    job.state = state;
    job.lease = None;
    job.ended_at = Some(write.now);
    job.failure = failure;
    if state == JobState::Succeeded {
        job.progress = Progress { stage: Stage::Done, done: 1, total: 1 };
    }
    if !jobs::update(write.db, &job)? {
        return Err(Error::Stale);
    }
    job.version += 1;
    match (job.kind, state) {
        (JobKind::ComputeRound, JobState::Failed | JobState::Cancelled) => compute::came_to_nothing(write, &job)?,
        (JobKind::ComputeRound, JobState::Queued | JobState::Running | JobState::Succeeded) => {}
    }
    Ok(job)
}

/// Stops a job: at once where it waits, at its worker's next look where it runs.
///
/// # Errors
/// `NotFound`; `Conflict` where it has ended.
pub fn cancel(write: &mut Write<'_>, author: &Author, id: JobId) -> Result<StoredJob, Error> {
    let mut job = get(write.db, id)?;
    job.state.check_under_way()?;
    record(write, author, Change::of("job.cancel", "job", id))?;
    if job.state == JobState::Queued {
        return end(write, job, JobState::Cancelled, None);
    }
    job.is_cancelled = true;
    if !jobs::update(write.db, &job)? {
        return Err(Error::Busy("the job has moved on in this moment; try again"));
    }
    job.version += 1;
    Ok(job)
}
