//! The one table from a refused action to a status. Exhaustive: a new error does not compile until somebody has chosen its answer.

use std::time::Duration;

use super::edge::{Problem, ProblemCode};
use crate::actions::error::Error;
use crate::store::error::StoreError;

/// What a caller is told to wait when the service is busy.
const A_MOMENT: Duration = Duration::from_secs(2);

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::Unauthenticated(words) => Problem::unauthenticated(words),
            Error::Forbidden(words) if words.starts_with("four eyes") => Problem::new(ProblemCode::FourEyes, words),
            Error::Forbidden(words) => Problem::forbidden(words),
            Error::NotFound(_) => Problem::not_found(),
            Error::Conflict { state, detail } => Problem::wrong_state(state, detail),
            Error::Exists(words) => Problem::new(ProblemCode::AlreadyExists, words),
            Error::Invalid(faults) => Problem::invalid_input(faults),
            Error::File(report) => of_report(*report),
            Error::Stale => Problem::stale_version(),
            Error::KeyReused => Problem::new(ProblemCode::IdempotencyKeyReused, error.to_string()),
            Error::TooManyTries { seconds } => {
                Problem::too_many_requests("Too many failed tries; wait before the next.", Duration::from_secs(seconds))
            }
            Error::Busy(words) => Problem::unavailable(words, A_MOMENT),
            Error::Store(cause) => of_store(cause),
            Error::Internal(cause) => Problem::internal_because(cause),
        }
    }
}

/// A file's faults, each with its line and column.
fn of_report(report: crate::exchange::fault_report::FaultReport) -> Problem {
    let mut faults = crate::domain::fault::Faults::new();
    for fault in report.into_faults() {
        faults.add(fault.pointer, fault.detail);
    }
    Problem::invalid_input(faults)
}

fn of_store(cause: StoreError) -> Problem {
    match cause {
        StoreError::Unavailable(words) | StoreError::Unreachable(words) => {
            Problem::unavailable("The database is not available; try again in a moment.", A_MOMENT).caused_by(words)
        }
        StoreError::Duplicate => Problem::new(ProblemCode::AlreadyExists, "Something with these values exists already."),
        StoreError::Constraint(words) => {
            Problem::wrong_state("unchanged", "A rule of the database stands against this change.").caused_by(words)
        }
        StoreError::BadUrl | StoreError::Schema(_) | StoreError::Damaged { .. } | StoreError::Failed(_) => Problem::internal(&cause),
    }
}
