//! Connections: one type for both databases, a pool, and the two kinds of transaction.

#![allow(missing_docs, reason = "the derived connection has public parts that nobody can document")]

use std::time::Duration;

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::r2d2::R2D2Connection;
use diesel::{Connection, PgConnection, SqliteConnection};

use super::error::StoreError;

/// A connection to either database. The order matters to nobody: the manager opens the variant that the URL names.
#[derive(diesel::MultiConnection)]
pub enum Db {
    /// PostgreSQL.
    Pg(PgConnection),
    /// SQLite.
    Sqlite(SqliteConnection),
}

/// Runs one body on the connection inside, compiled once for each database: for what the derived connection cannot do
/// (`on_conflict`, inserting many rows, `returning`).
#[macro_export]
macro_rules! each {
    ($db:expr, $conn:ident => $body:expr) => {
        match $db {
            $crate::store::connection::Db::Pg($conn) => $body,
            $crate::store::connection::Db::Sqlite($conn) => $body,
        }
    };
}

impl Db {
    /// Runs `work` in a transaction that may write: all of it happens or none.
    ///
    /// On SQLite the lock is taken at the start (`BEGIN IMMEDIATE`): a transaction that reads first and writes later would fail with
    /// "database is locked" whatever the time-out.
    ///
    /// # Errors
    /// What `work` gives, and the database's own failures.
    pub fn write<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
        self.begin(true).map_err(StoreError::from)?;
        let outcome = work(self);
        self.end(outcome)
    }

    /// Runs `work` in a transaction that sees one state of the database throughout.
    ///
    /// # Errors
    /// What `work` gives, and the database's own failures.
    pub fn read<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
        self.begin(false).map_err(StoreError::from)?;
        let outcome = work(self);
        self.end(outcome)
    }

    /// Runs `work` inside of the present transaction and takes back whatever it wrote.
    ///
    /// # Errors
    /// What `work` gives, and the database's own failures.
    pub fn trial<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
        each!(self, conn => AnsiTransactionManager::begin_transaction(conn)).map_err(StoreError::from)?;
        let outcome = work(self);
        each!(self, conn => AnsiTransactionManager::rollback_transaction(conn)).map_err(StoreError::from)?;
        outcome
    }

    fn begin(&mut self, is_write: bool) -> diesel::QueryResult<()> {
        match self {
            Db::Pg(conn) if is_write => AnsiTransactionManager::begin_transaction(conn),
            Db::Pg(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"),
            Db::Sqlite(conn) if is_write => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN IMMEDIATE"),
            Db::Sqlite(conn) => AnsiTransactionManager::begin_transaction(conn),
        }
    }

    fn end<T, E: From<StoreError>>(&mut self, outcome: Result<T, E>) -> Result<T, E> {
        match outcome {
            Ok(value) => {
                each!(self, conn => AnsiTransactionManager::commit_transaction(conn)).map_err(StoreError::from)?;
                Ok(value)
            }
            Err(error) => {
                // The cause is worth more than a failed rollback, which the pool's check will find.
                let _ = each!(self, conn => AnsiTransactionManager::rollback_transaction(conn));
                Err(error)
            }
        }
    }
}

/// Which database, and where.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// `postgres://…` or a libpq connection string with `postgresql:` scheme.
    Postgres(String),
    /// A file.
    Sqlite(std::path::PathBuf),
}

impl std::fmt::Debug for DatabaseUrl {
    /// Without the URL itself: it may hold a password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            DatabaseUrl::Postgres(_) => f.write_str("PostgreSQL"),
            DatabaseUrl::Sqlite(path) => write!(f, "SQLite file {}", path.display()),
        }
    }
}

impl std::str::FromStr for DatabaseUrl {
    type Err = StoreError;
    fn from_str(text: &str) -> Result<Self, StoreError> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(DatabaseUrl::Postgres(text.to_owned()));
        }
        let path = text.strip_prefix("sqlite://").or_else(|| text.strip_prefix("sqlite:")).unwrap_or(text);
        if path.is_empty() || path.contains("://") {
            return Err(StoreError::BadUrl);
        }
        Ok(DatabaseUrl::Sqlite(path.into()))
    }
}

/// How to open a database.
#[derive(Debug, Clone)]
pub struct DatabaseConfig {
    /// Which one.
    pub url: DatabaseUrl,
    /// How many connections at the most.
    pub max_connections: u32,
    /// How long a request waits for one.
    pub wait: Duration,
    /// How long one statement may take (PostgreSQL), or wait for a lock (both).
    pub statement_timeout: Duration,
}

impl DatabaseConfig {
    /// The defaults for a database.
    pub fn new(url: DatabaseUrl) -> Self {
        Self { url, max_connections: 8, wait: Duration::from_secs(2), statement_timeout: Duration::from_secs(5) }
    }
}

/// Opens the connections of a pool.
#[derive(Debug)]
pub struct Manager(DatabaseConfig);

/// The pool of connections.
pub type Pool = r2d2::Pool<Manager>;

/// A connection lent by the pool.
pub type Pooled = r2d2::PooledConnection<Manager>;

/// Opens a pool and its first connection.
///
/// # Errors
/// [`StoreError::Unreachable`] with the database's own words.
pub fn open(config: &DatabaseConfig) -> Result<Pool, StoreError> {
    // Tried once by hand: the pool would retry for long and then hide the cause.
    drop(connect(config)?);
    r2d2::Pool::builder()
        .max_size(config.max_connections)
        .min_idle(Some(1))
        .connection_timeout(config.wait)
        .build(Manager(config.clone()))
        .map_err(|error| StoreError::Unreachable(error.to_string()))
}

/// Opens one connection and sets it up.
///
/// # Errors
/// [`StoreError::Unreachable`] with the database's own words.
pub fn connect(config: &DatabaseConfig) -> Result<Db, StoreError> {
    let millis = config.statement_timeout.as_millis();
    let unreachable = |error: diesel::ConnectionError| StoreError::Unreachable(error.to_string());
    match &config.url {
        DatabaseUrl::Postgres(url) => {
            let mut conn = PgConnection::establish(url).map_err(unreachable)?;
            conn.batch_execute(&format!("SET TIME ZONE 'UTC'; SET statement_timeout = {millis}; SET lock_timeout = {millis}"))?;
            Ok(Db::Pg(conn))
        }
        DatabaseUrl::Sqlite(path) => {
            let mut conn = SqliteConnection::establish(&path.to_string_lossy()).map_err(unreachable)?;
            // The time-out comes first: switching to WAL needs a lock itself. FULL: an acknowledged write survives a power cut.
            conn.batch_execute(&format!(
                "PRAGMA busy_timeout = {millis}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                 PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF"
            ))
            .map_err(|error| StoreError::Unreachable(format!("{}: {error}", path.display())))?;
            Ok(Db::Sqlite(conn))
        }
    }
}

impl r2d2::ManageConnection for Manager {
    type Connection = Db;
    type Error = StoreError;

    fn connect(&self) -> Result<Db, StoreError> {
        connect(&self.0)
    }

    fn is_valid(&self, db: &mut Db) -> Result<(), StoreError> {
        each!(db, conn => conn.ping()).map_err(StoreError::from)
    }

    fn has_broken(&self, db: &mut Db) -> bool {
        // A panic may have left a transaction open; such a connection is not given to anybody else.
        std::thread::panicking() || each!(db, conn => conn.is_broken())
    }
}
