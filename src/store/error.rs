//! What can go wrong in a database, told without SQL.

use diesel::result::{DatabaseErrorKind, Error};

/// A failure of the database or of what is stored in it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A unique value exists already.
    #[error("this exists already")]
    Duplicate,
    /// The object changed since it was read, or a rule of the schema stands against the write.
    #[error("a rule of the database stands against this write: {0}")]
    Constraint(String),
    /// The database is busy or away; trying again can help.
    #[error("the database did not answer in time: {0}")]
    Unavailable(String),
    /// It cannot be reached at all.
    #[error("the database cannot be opened: {0}")]
    Unreachable(String),
    /// The URL names no database.
    #[error("the database URL must be postgres://… or the path of an SQLite file")]
    BadUrl,
    /// The schema is newer than this program, or is not Kembar's.
    #[error("{0}")]
    Schema(String),
    /// A stored value makes no sense.
    #[error("stored data is damaged: {table}.{column} of {id}: {detail}")]
    Damaged {
        /// Table.
        table: &'static str,
        /// Column.
        column: &'static str,
        /// Which row.
        id: String,
        /// What is wrong with it.
        detail: String,
    },
    /// Anything else.
    #[error("the database failed: {0}")]
    Failed(#[source] Error),
}

impl StoreError {
    /// A value that makes no sense.
    pub fn damaged(table: &'static str, column: &'static str, id: impl ToString, detail: impl ToString) -> Self {
        StoreError::Damaged { table, column, id: id.to_string(), detail: detail.to_string() }
    }
}

impl From<Error> for StoreError {
    #[expect(clippy::wildcard_enum_match_arm, reason = "diesel leaves its enums open for more; what is new there fails here")]
    fn from(error: Error) -> Self {
        match &error {
            Error::DatabaseError(kind, info) => match kind {
                DatabaseErrorKind::UniqueViolation => StoreError::Duplicate,
                DatabaseErrorKind::ForeignKeyViolation
                | DatabaseErrorKind::CheckViolation
                | DatabaseErrorKind::NotNullViolation
                | DatabaseErrorKind::RestrictViolation
                | DatabaseErrorKind::ExclusionViolation => StoreError::Constraint(info.message().to_owned()),
                DatabaseErrorKind::SerializationFailure
                | DatabaseErrorKind::ReadOnlyTransaction
                | DatabaseErrorKind::ClosedConnection
                | DatabaseErrorKind::UnableToSendCommand => StoreError::Unavailable(info.message().to_owned()),
                _ if is_passing(info.message()) => StoreError::Unavailable(info.message().to_owned()),
                _ => StoreError::Failed(error),
            },
            Error::BrokenTransactionManager | Error::AlreadyInTransaction | Error::NotInTransaction => {
                StoreError::Unavailable(error.to_string())
            }
            _ => StoreError::Failed(error),
        }
    }
}

/// Words by which SQLite and PostgreSQL say that a lock, a disk or a time-out stood in the way, and not the statement itself.
fn is_passing(message: &str) -> bool {
    [
        "database is locked",
        "database table is locked",
        "disk is full",
        "disk I/O",
        "readonly database",
        "statement timeout",
        "lock timeout",
        "deadlock",
        "server closed",
        "no connection to the server",
        "terminating connection",
    ]
    .iter()
    .any(|words| message.contains(words))
}
