//! Long work: where it stands, and what may be done to it.

use serde::{Deserialize, Serialize};

crate::text_enum! {
    /// What is to be done.
    JobKind {
        /// The best set of pairings of a round.
        ComputeRound = "compute_round",
    }
}

crate::text_enum! {
    /// Where a job stands.
    JobState {
        /// It waits for a worker.
        Queued = "queued",
        /// A worker has it.
        Running = "running",
        /// Its result is there.
        Succeeded = "succeeded",
        /// It came to nothing; the failure says why.
        Failed = "failed",
        /// Somebody stopped it.
        Cancelled = "cancelled",
    }
}

/// A worker may die this often over one job before the job is given up: whatever kills it, it will kill the next one too.
pub const ATTEMPTS: i64 = 3;

/// A job that has ended.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the job has {state} already")]
pub struct JobIsOver {
    /// Where it stands.
    pub state: JobState,
}

/// How far a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// What is being done, in a word that the catalogues know.
    pub stage: Stage,
    /// Steps of it that are done.
    pub done: i64,
    /// Steps that there are.
    pub total: i64,
}

crate::text_enum! {
    /// What is being done.
    Stage {
        /// Nothing yet.
        Waiting = "waiting",
        /// Which pairings are possible, and what they are worth.
        Candidates = "candidates",
        /// The best set.
        Solving = "solving",
        /// What the set is like, and what each rule costs.
        Analysing = "analysing",
        /// Why each pairing.
        Explaining = "explaining",
        /// The result is being kept.
        Keeping = "keeping",
        /// All is done.
        Done = "done",
    }
}

impl JobState {
    /// Whether it has ended.
    pub fn is_over(self) -> bool {
        match self {
            JobState::Queued | JobState::Running => false,
            JobState::Succeeded | JobState::Failed | JobState::Cancelled => true,
        }
    }

    /// Whether it can still be cancelled.
    ///
    /// # Errors
    /// [`JobIsOver`].
    pub fn check_under_way(self) -> Result<(), JobIsOver> {
        if self.is_over() { Err(JobIsOver { state: self }) } else { Ok(()) }
    }
}
