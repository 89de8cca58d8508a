//! A fresh database for each test, of either kind.

use std::path::PathBuf;
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
            Backend::Sqlite => {
                let directory = tempfile::tempdir().unwrap();
                let file = directory.path().join("kembar.db");
                std::fs::copy(sqlite_template(), &file).unwrap();
                Self { config: DatabaseConfig::new(DatabaseUrl::Sqlite(file)), _directory: Some(directory) }
            }
            Backend::Postgres => {
                let url = postgres::server().migrated_database();
                Self { config: DatabaseConfig::new(DatabaseUrl::Postgres(url)), _directory: None }
            }
        }
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

fn sqlite_template() -> &'static PathBuf {
    static TEMPLATE: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_directory, file) = TEMPLATE.get_or_init(|| {
        use diesel::connection::SimpleConnection;
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("template.db");
        let config = DatabaseConfig::new(DatabaseUrl::Sqlite(file.clone()));
        migrations::run(connect(&config).unwrap()).unwrap();
        let mut db = connect(&config).unwrap();
        // Everything into the one file that is copied.
        kembar::each!(&mut db, conn => conn.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")).unwrap();
        (directory, file)
    });
    file
}
