//! A fresh database for each test, of either kind.

use std::path::Path;
use std::sync::OnceLock;

use kembar::store::connection::{DatabaseConfig, DatabaseUrl, Db, Pool, connect, open};
use kembar::store::migrations;

use super::postgres;

/// On which database a test runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    Sqlite,
    Postgres,
}

/// A database of a test's own. The SQLite file goes with it.
pub struct Database {
    pub config: DatabaseConfig,
    _directory: Option<tempfile::TempDir>,
}

impl Database {
    /// With the schema, and nothing else.
    pub fn fresh(on: Backend) -> Self {
        match on {
            Backend::Sqlite => Self::copy_of(sqlite_template()),
            Backend::Postgres => {
                let url = postgres::server().migrated_database();
                Self { config: DatabaseConfig::new(DatabaseUrl::Postgres(url)), _directory: None }
            }
        }
    }

    /// With the schema, the bundled cities and the accounts of the tests.
    pub fn seeded(on: Backend) -> Self {
        match on {
            Backend::Sqlite => Self::copy_of(seeded_sqlite()),
            Backend::Postgres => {
                let url = postgres::server().seeded_database();
                Self { config: DatabaseConfig::new(DatabaseUrl::Postgres(url)), _directory: None }
            }
        }
    }

    fn copy_of(template: &Path) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("kembar.db");
        std::fs::copy(template, &file).unwrap();
        Self { config: DatabaseConfig::new(DatabaseUrl::Sqlite(file)), _directory: Some(directory) }
    }

    /// Without the schema.
    pub fn empty(on: Backend) -> Self {
        match on {
            Backend::Sqlite => {
                let directory = tempfile::tempdir().unwrap();
                let file = directory.path().join("kembar.db");
                Self { config: DatabaseConfig::new(DatabaseUrl::Sqlite(file)), _directory: Some(directory) }
            }
            Backend::Postgres => {
                let url = postgres::server().empty_database();
                Self { config: DatabaseConfig::new(DatabaseUrl::Postgres(url)), _directory: None }
            }
        }
    }

    pub fn pool(&self) -> Pool {
        open(&self.config).unwrap()
    }

    pub fn connection(&self) -> Db {
        connect(&self.config).unwrap()
    }

    /// As the command line takes it.
    pub fn url(&self) -> String {
        match &self.config.url {
            DatabaseUrl::Postgres(url) => url.clone(),
            DatabaseUrl::Sqlite(path) => path.display().to_string(),
        }
    }
}

fn sqlite_template() -> &'static Path {
    static TEMPLATE: OnceLock<Database> = OnceLock::new();
    template(&TEMPLATE, |database| drop(migrations::run(database.connection()).unwrap()))
}

fn seeded_sqlite() -> &'static Path {
    static TEMPLATE: OnceLock<Database> = OnceLock::new();
    template(&TEMPLATE, super::service::prepare)
}

/// A file that is made once and copied by each test.
fn template(held: &'static OnceLock<Database>, fill: impl FnOnce(&Database)) -> &'static Path {
    let database = held.get_or_init(|| {
        use diesel::connection::SimpleConnection;
        let database = Database::empty(Backend::Sqlite);
        fill(&database);
        // Everything into the one file that is copied.
        let mut db = database.connection();
        kembar::each!(&mut db, conn => conn.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")).unwrap();
        database
    });
    match &database.config.url {
        DatabaseUrl::Sqlite(file) => file,
        DatabaseUrl::Postgres(_) => unreachable!("made as a file above"),
    }
}
