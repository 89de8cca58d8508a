//! The worker: takes jobs from the queue one at a time, renews its lease while it works, and stops when it is told to.
//!
//! Every node may have one; the lease in the database keeps them apart. A worker that dies leaves a lease that runs out, and then another
//! begins the job again from the start: nothing of a half-done job was written.

use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use chrono::TimeDelta;

use super::compute_round;
use crate::actions::error::Error;
use crate::actions::jobs::{self, Word};
use crate::actions::rounds::compute::{self, Trouble, Watch};
use crate::app::App;
use crate::app::bell::Bell;
use crate::domain::id::JobId;
use crate::domain::job::{JobKind, JobState, Progress, Stage};
use crate::store::jobs::StoredJob;

/// How a worker goes about it.
#[derive(Debug, Clone)]
pub struct WorkerSettings {
    /// How long a job is its own without a sign of life; it gives one three times as often.
    pub lease: Duration,
    /// How long it waits before it looks into an empty queue again, unless it is woken.
    pub pause: Duration,
}

impl Default for WorkerSettings {
    fn default() -> Self {
        Self { lease: Duration::from_secs(15), pause: Duration::from_secs(1) }
    }
}

/// How often the end of a job is tried.
const TRIES: usize = 5;

/// A worker.
pub struct Worker {
    app: App,
    name: String,
    settings: WorkerSettings,
}

/// A worker on a thread of its own; dropping it lets the thread end after its job, without waiting for it.
pub struct Working {
    app: App,
    is_over: Arc<AtomicBool>,
}

impl Drop for Working {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        self.app.bell().ring();
    }
}

impl Worker {
    /// A worker under a name of its own.
    pub fn new(app: App, settings: WorkerSettings) -> Self {
        let name = app.fresh_name();
        Self { app, name, settings }
    }

    /// Works on a thread of its own until the handle is dropped.
    ///
    /// # Errors
    /// Where no thread can be made.
    pub fn start(self) -> std::io::Result<Working> {
        let is_over = Arc::new(AtomicBool::new(false));
        let working = Working { app: self.app.clone(), is_over: Arc::clone(&is_over) };
        thread::Builder::new().name("worker".to_owned()).spawn(move || self.until(&is_over))?;
        Ok(working)
    }

    fn until(&self, is_over: &AtomicBool) {
        while !is_over.load(Ordering::Relaxed) {
            match self.one(None) {
                Ok(true) => {}
                Ok(false) => drop(self.app.bell().wait(self.settings.pause)),
                Err(error) => {
                    tracing::warn!(%error, "the queue of jobs cannot be read");
                    let _ = self.app.bell().wait(self.settings.pause);
                }
            }
        }
    }

    /// Does one job, the one of this id alone where it is said; whether there was one.
    ///
    /// # Errors
    /// The database's failure. A job that fails is no error of the worker's: the job says so.
    pub fn one(&self, only: Option<JobId>) -> Result<bool, Error> {
        let lease = TimeDelta::from_std(self.settings.lease).unwrap_or(TimeDelta::seconds(15));
        let claimed = self.app.write_here(None, |write| jobs::claim(write, &self.name, lease, only))?;
        let Some(job) = claimed else { return Ok(false) };
        tracing::debug!(job = %job.id, kind = %job.kind, attempt = job.attempts, "a job is begun");
        self.carry_out(&job, lease);
        Ok(true)
    }

    fn carry_out(&self, job: &StoredJob, lease: TimeDelta) {
        let progress = Mutex::new(Progress { stage: Stage::Waiting, done: 0, total: 1 });
        let (is_stopped, is_done) = (AtomicBool::new(false), Bell::default());
        let tell = |now: Progress| *progress.lock().unwrap_or_else(PoisonError::into_inner) = now;
        let watch = Watch { is_stopped: &is_stopped, tell: &tell };
        let (outcome, word) = thread::scope(|scope| {
            let beat = scope.spawn(|| self.beat((job.id, lease), &progress, &is_stopped, &is_done));
            let work = || match job.kind {
                JobKind::ComputeRound => compute_round::work_out(&self.app, job, &watch),
            };
            // A panic must not leave the signs of life going on for ever; the next attempt would meet it again, and so the job has failed.
            let outcome = panic::catch_unwind(AssertUnwindSafe(work));
            let outcome = outcome.unwrap_or_else(|_told| Err(Trouble::NoAnswer("the service broke off over it; see its log".to_owned())));
            is_done.ring();
            (outcome, beat.join().unwrap_or(Word::Lost))
        });
        let ended = match (outcome, word) {
            (Ok(computed), _) => again(|| self.app.write_here(None, |write| compute::keep(write, job.id, &self.name, &computed).map(drop))),
            (Err(_), Word::Lost) => return tracing::warn!(job = %job.id, "a job is another worker's by now"),
            (Err(Trouble::Stopped), Word::Cancelled | Word::GoOn) => self.end(job.id, JobState::Cancelled, None),
            (Err(Trouble::NoAnswer(why)), _) => self.end(job.id, JobState::Failed, Some(why)),
        };
        if let Err(error) = ended {
            tracing::warn!(job = %job.id, %error, "a job could not be ended; it will be begun again");
        } else {
            tracing::debug!(job = %job.id, "a job has ended");
        }
    }

    /// Gives signs of life until the job is done, and stops it when it is cancelled or lost.
    fn beat(&self, (job, lease): (JobId, TimeDelta), progress: &Mutex<Progress>, is_stopped: &AtomicBool, is_done: &Bell) -> Word {
        let mut word = Word::GoOn;
        // Progress is shown about as often; a long lease must not make it stand still.
        let pause = (self.settings.lease / 3).min(Duration::from_millis(500));
        loop {
            if is_done.wait(pause) {
                return word;
            }
            let now = *progress.lock().unwrap_or_else(PoisonError::into_inner);
            match self.app.write_here(None, |write| jobs::renew(write, job, &self.name, (lease, now))) {
                Ok(Word::GoOn) => {}
                Ok(other) => {
                    word = other;
                    is_stopped.store(true, Ordering::Relaxed);
                }
                // The database may be back before the lease is over; the result will not be kept if it is not.
                Err(error) => tracing::warn!(%job, %error, "a sign of life could not be given"),
            }
        }
    }

    fn end(&self, id: JobId, state: JobState, failure: Option<String>) -> Result<(), Error> {
        again(|| {
            self.app.write_here(None, |write| {
                let job = jobs::held(write, id, &self.name)?;
                jobs::end(write, job, state, failure.clone()).map(drop)
            })
        })
    }
}

/// Somebody who cancels the job, or edits the round, at the moment of its end stands in the way only once.
fn again(work: impl Fn() -> Result<(), Error>) -> Result<(), Error> {
    for _ in 1..TRIES {
        match work() {
            Err(Error::Stale | Error::Busy(_)) => thread::sleep(Duration::from_millis(50)),
            ended => return ended,
        }
    }
    work()
}
