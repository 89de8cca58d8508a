//! Why an action was refused or failed.

use crate::auth::random::RandomError;
use crate::domain::account::AccountRefusal;
use crate::domain::fault::Faults;
use crate::domain::job::JobIsOver;
use crate::domain::profile::ProfileRefusal;
use crate::domain::proposal::{NoUndo, Refusal};
use crate::domain::request::RequestIsOver;
use crate::domain::round::RoundRefusal;
use crate::exchange::fault_report::FaultReport;
use crate::store::error::StoreError;

/// The answer to a caller whose wish was not carried out. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Who are you?
    #[error("{0}")]
    Unauthenticated(&'static str),
    /// Not with this role.
    #[error("{0}")]
    Forbidden(String),
    /// It does not exist, or not for this caller.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// The thing is in a state in which this cannot be done.
    #[error("{detail}")]
    Conflict {
        /// The state that it is in.
        state: String,
        /// What stands against it, and the way out.
        detail: String,
    },
    /// Something of this name exists already.
    #[error("{0}")]
    Exists(String),
    /// The input is at fault; every fault is named.
    #[error("the input has faults")]
    Invalid(Faults),
    /// A file is at fault; every fault is named by line and column.
    #[error("{0}")]
    File(Box<FaultReport>),
    /// The caller has seen an older version.
    #[error("this has changed since you read it; read it again and repeat what you still want")]
    Stale,
    /// The same idempotency key came with another request.
    #[error("this Idempotency-Key was used for another request; choose a new key")]
    KeyReused,
    /// Too many failed tries.
    #[error("too many failed tries; wait before the next")]
    TooManyTries {
        /// How long to wait.
        seconds: u64,
    },
    /// Too much at once; trying again helps.
    #[error("{0}")]
    Busy(&'static str),
    /// The database stood in the way.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A broken promise inside the service; the cause is for the log.
    #[error("the service failed: {0}")]
    Internal(String),
}

impl From<Faults> for Error {
    fn from(faults: Faults) -> Self {
        Error::Invalid(faults)
    }
}

impl From<FaultReport> for Error {
    fn from(report: FaultReport) -> Self {
        Error::File(Box::new(report))
    }
}

impl From<AccountRefusal> for Error {
    fn from(refusal: AccountRefusal) -> Self {
        let state = match refusal {
            AccountRefusal::Own => return Error::Forbidden(refusal.to_string()),
            AccountRefusal::LastAdmin | AccountRefusal::HasPassword => "active",
            AccountRefusal::NoPassword => "invited",
            AccountRefusal::Disabled => "disabled",
        };
        Error::Conflict { state: state.to_owned(), detail: refusal.to_string() }
    }
}

impl From<RandomError> for Error {
    fn from(error: RandomError) -> Self {
        Error::Internal(error.to_string())
    }
}

impl From<ProfileRefusal> for Error {
    fn from(refusal: ProfileRefusal) -> Self {
        Error::Conflict { state: refusal.state.to_string(), detail: refusal.to_string() }
    }
}

impl From<RoundRefusal> for Error {
    fn from(refusal: RoundRefusal) -> Self {
        Error::Conflict { state: refusal.state.to_string(), detail: refusal.to_string() }
    }
}

impl From<JobIsOver> for Error {
    fn from(over: JobIsOver) -> Self {
        Error::Conflict { state: over.state.to_string(), detail: over.to_string() }
    }
}

impl From<RequestIsOver> for Error {
    fn from(over: RequestIsOver) -> Self {
        Error::Conflict { state: over.state.to_string(), detail: over.to_string() }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        match &refusal {
            Refusal::WrongState { state, .. } => Error::Conflict { state: state.to_string(), detail: refusal.to_string() },
            Refusal::AlreadyAnswered => Error::Conflict { state: "invited".to_owned(), detail: refusal.to_string() },
            Refusal::FourEyes { .. } | Refusal::WrongRole { .. } => Error::Forbidden(refusal.to_string()),
            Refusal::NoUndo(NoUndo::NotYours) => Error::Forbidden(refusal.to_string()),
            Refusal::NoUndo(NoUndo::NoDecision | NoUndo::TooLate | NoUndo::CityAnswered) => {
                Error::Conflict { state: "decided".to_owned(), detail: refusal.to_string() }
            }
            Refusal::NotAParty => Error::NotFound("proposal"),
        }
    }
}

/// One fault of an input.
pub fn invalid(pointer: &str, detail: impl Into<String>) -> Error {
    let mut faults = Faults::new();
    faults.add(pointer, detail);
    Error::Invalid(faults)
}
