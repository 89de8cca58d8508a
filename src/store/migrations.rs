//! The schema, made and brought up to date under a lock, and refused where it is not ours or newer than this program.

use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationSource, MigrationVersion};
use diesel::prelude::*;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::connection::Db;
use super::error::StoreError;

const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");
const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");

/// The number under which PostgreSQL knows the lock of migrations: "kembar" as bytes.
const LOCK: i64 = 0x6b65_6d62_6172;

/// What a migration run did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migrated {
    /// Versions that were applied now, in order.
    pub applied: Vec<String>,
}

/// Applies what is missing, one node at a time. Takes a connection of its own: its time-outs are lifted, because a migration may take long.
///
/// # Errors
/// [`StoreError::Schema`] where the database was made by a newer program or a migration fails.
pub fn run(mut db: Db) -> Result<Migrated, StoreError> {
    if let Db::Pg(conn) = &mut db {
        // Waits for another node that migrates. Even the look at what was applied makes a table, so the lock comes first; it goes with
        // the connection.
        conn.batch_execute(&format!("SET statement_timeout = 0; SET lock_timeout = '60s'; SELECT pg_advisory_lock({LOCK})"))?;
    }
    check_not_newer(&mut db)?;
    match &mut db {
        Db::Pg(conn) => apply(conn, POSTGRES),
        // SQLite lets one writer in at a time; the loser of a race finds the work done.
        Db::Sqlite(conn) => conn.exclusive_transaction(|conn| apply(conn, SQLITE)),
    }
}

fn apply<DB, C>(conn: &mut C, source: EmbeddedMigrations) -> Result<Migrated, StoreError>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
    EmbeddedMigrations: MigrationSource<DB>,
{
    let applied =
        conn.run_pending_migrations(source).map_err(|error| StoreError::Schema(format!("the database could not be migrated: {error}")))?;
    Ok(Migrated { applied: applied.iter().map(MigrationVersion::to_string).collect() })
}

/// Undoes the newest migration; for tests and for operators who read the migration first.
///
/// # Errors
/// [`StoreError::Schema`] where it cannot be undone.
pub fn revert_last(db: &mut Db) -> Result<String, StoreError> {
    let outcome = match db {
        Db::Pg(conn) => conn.revert_last_migration(POSTGRES).map(|version| version.to_string()),
        Db::Sqlite(conn) => conn.revert_last_migration(SQLITE).map(|version| version.to_string()),
    };
    outcome.map_err(|error| StoreError::Schema(format!("the newest migration could not be undone: {error}")))
}

/// Refuses a database whose schema is behind, ahead, or not ours.
///
/// # Errors
/// [`StoreError::Schema`] with the way out.
pub fn check_current(db: &mut Db) -> Result<(), StoreError> {
    check_not_newer(db)?;
    let applied = applied(db)?;
    match known(db)?.iter().find(|version| !applied.contains(version)) {
        None => Ok(()),
        Some(missing) => Err(StoreError::Schema(format!("the database lacks migration {missing}; run `kembar migrate`"))),
    }
}

fn check_not_newer(db: &mut Db) -> Result<(), StoreError> {
    let known = known(db)?;
    match applied(db)?.iter().find(|version| !known.contains(version)) {
        None => Ok(()),
        Some(newer) => Err(StoreError::Schema(format!(
            "the database was made by a newer program (migration {newer} is not known here); start that program, or restore a backup"
        ))),
    }
}

fn known(db: &Db) -> Result<Vec<String>, StoreError> {
    let names = match db {
        Db::Pg(_) => MigrationSource::<diesel::pg::Pg>::migrations(&POSTGRES).map(|all| versions(&all)),
        Db::Sqlite(_) => MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE).map(|all| versions(&all)),
    };
    names.map_err(|error| StoreError::Schema(error.to_string()))
}

fn versions<DB: diesel::backend::Backend>(all: &[Box<dyn Migration<DB>>]) -> Vec<String> {
    let mut versions: Vec<String> = all.iter().map(|migration| migration.name().version().to_string()).collect();
    versions.sort();
    versions
}

fn applied(db: &mut Db) -> Result<Vec<String>, StoreError> {
    let versions = match db {
        Db::Pg(conn) => conn.applied_migrations().map(|all| all.iter().map(MigrationVersion::to_string).collect()),
        Db::Sqlite(conn) => conn.applied_migrations().map(|all| all.iter().map(MigrationVersion::to_string).collect()),
    };
    versions.map_err(|error| StoreError::Schema(format!("the database cannot be read: {error}")))
}

/// Whether SQLite finds its file sound; always true for PostgreSQL, which checks by itself.
///
/// # Errors
/// The database's failure.
pub fn check_sound(db: &mut Db) -> Result<(), StoreError> {
    let Db::Sqlite(conn) = db else { return Ok(()) };
    let answer: String = diesel::dsl::sql::<diesel::sql_types::Text>("SELECT quick_check FROM pragma_quick_check LIMIT 1")
        .get_result(conn)
        .map_err(|error| StoreError::Schema(format!("the file is not a sound SQLite database: {error}")))?;
    if answer == "ok" { Ok(()) } else { Err(StoreError::Schema(format!("the database file is damaged ({answer}); restore a backup"))) }
}
