//! The schema is the same on both databases, can be undone, and is refused where it is not ours.

use diesel::prelude::*;
use kembar::store::connection::{DatabaseConfig, DatabaseUrl, Db, connect};
use kembar::store::error::StoreError;
use kembar::store::{migrations, schema};
use rstest::rstest;

use crate::support::databases::{Backend, Database};

#[test]
fn both_databases_have_the_same_migrations() {
    let names = |folder: &str| {
        let mut names: Vec<_> = std::fs::read_dir(format!("{}/migrations/{folder}", env!("CARGO_MANIFEST_DIR")))
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names("postgres"), names("sqlite"));
    assert!(!names("sqlite").is_empty());
}

#[rstest]
fn every_migration_can_be_undone_and_done_again(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let database = Database::empty(on);
    let mut db = database.connection();
    let applied = migrations::run(database.connection()).unwrap().applied;
    for _ in &applied {
        migrations::revert_last(&mut db).unwrap();
    }
    assert!(migrations::check_current(&mut db).is_err(), "an empty database is not current");
    assert_eq!(migrations::run(database.connection()).unwrap().applied, applied);
    assert_eq!(migrations::run(database.connection()).unwrap().applied, Vec::<String>::new(), "a second run finds nothing to do");
    migrations::check_current(&mut db).unwrap();
}

#[rstest]
fn nodes_that_start_together_migrate_once(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let database = Database::empty(on);
    let nodes: Vec<_> = (0..4)
        .map(|_| {
            let config = database.config.clone();
            std::thread::spawn(move || migrations::run(connect(&config).unwrap()).map(|done| done.applied.len()))
        })
        .collect();
    let applied: usize = nodes.into_iter().map(|node| node.join().unwrap().unwrap()).sum();
    assert_eq!(applied, std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/sqlite")).unwrap().count());
}

#[rstest]
fn a_database_of_a_newer_program_is_refused(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    use diesel::connection::SimpleConnection;
    let database = Database::fresh(on);
    let mut db = database.connection();
    kembar::each!(&mut db, conn => conn.batch_execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('20991231235959')"))
        .unwrap();
    for outcome in [migrations::check_current(&mut db), migrations::run(database.connection()).map(drop)] {
        let error = outcome.unwrap_err();
        assert!(matches!(&error, StoreError::Schema(words) if words.contains("20991231235959")), "{error}");
    }
}

#[test]
fn a_file_that_is_no_database_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("kembar.db");
    std::fs::write(&file, vec![b'x'; 8192]).unwrap();
    let error = connect(&DatabaseConfig::new(DatabaseUrl::Sqlite(file))).err().expect("refused");
    assert!(matches!(error, StoreError::Unreachable(_)), "{error}");
}

#[test]
fn a_damaged_file_is_found() {
    use diesel::connection::SimpleConnection;
    let database = Database::fresh(Backend::Sqlite);
    let DatabaseUrl::Sqlite(file) = &database.config.url else { unreachable!() };
    {
        let mut db = database.connection();
        kembar::each!(&mut db, conn => conn.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")).unwrap();
        migrations::check_sound(&mut db).unwrap();
    }
    let mut bytes = std::fs::read(file).unwrap();
    for byte in &mut bytes[4096 * 3..4096 * 9] {
        *byte = 0xA5;
    }
    std::fs::write(file, bytes).unwrap();
    let found = connect(&database.config).map_err(drop).and_then(|mut db| migrations::check_sound(&mut db).map_err(drop));
    assert!(found.is_err());
}

/// Reads every column of every table through the types of `schema.rs`, on both databases: a drift of either fails here.
macro_rules! read_every_column {
    ($db:expr, $($table:ident),+ $(,)?) => {$(
        kembar::each!($db, conn => {
            let rows = schema::$table::table.select(schema::$table::all_columns).limit(1).execute(conn);
            rows.unwrap_or_else(|error| panic!("{}: {error}", stringify!($table)));
        });
    )+};
}

#[rstest]
fn the_tables_are_those_that_the_program_knows(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let database = Database::fresh(on);
    let mut db = database.connection();
    read_every_column!(
        &mut db,
        country,
        city,
        city_theme,
        city_network,
        hazard,
        vlr,
        indicator_value,
        indicator_target,
        profile,
        profile_revision,
        practice,
        account,
        invitation,
        session,
        import_upload,
        saved_view,
        portal,
        portal_key,
        setting,
        idempotency,
        request,
        feedback,
        proposal,
        proposal_step,
        review,
        answer,
        partnership,
        audit_entry,
        model,
    );
    let found = columns(&mut db);
    let expected = expected_columns();
    assert_eq!(found, expected, "the columns of the database are not those of schema.rs");
}

/// `table.column` of every column, from the database's own catalogue.
fn columns(db: &mut Db) -> Vec<String> {
    #[derive(diesel::QueryableByName)]
    struct Name {
        #[diesel(sql_type = diesel::sql_types::Text)]
        name: String,
    }
    let query = match db {
        Db::Pg(_) => {
            "SELECT table_name || '.' || column_name AS name FROM information_schema.columns \
             WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_%' ORDER BY 1"
        }
        Db::Sqlite(_) => {
            "SELECT m.name || '.' || c.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite%' ORDER BY 1"
        }
    };
    let names: Vec<Name> = kembar::each!(db, conn => diesel::sql_query(query).load(conn)).unwrap();
    let mut names: Vec<String> = names.into_iter().map(|row| row.name).collect();
    names.sort();
    names
}

/// The same, read from the text of `schema.rs` and its parts.
fn expected_columns() -> Vec<String> {
    let texts = [
        include_str!("../../../src/store/schema.rs"),
        include_str!("../../../src/store/schema/desk.rs"),
        include_str!("../../../src/store/schema/practices.rs"),
        include_str!("../../../src/store/schema/rounds.rs"),
    ];
    let mut names = Vec::new();
    let mut table = String::new();
    for line in texts.iter().flat_map(|text| text.lines()) {
        let line = line.trim();
        if let Some((name, _)) = line.split_once(" (").filter(|_| line.ends_with(") {")) {
            name.clone_into(&mut table);
        } else if let Some((column, _)) = line.split_once(" -> ").filter(|_| line.ends_with(',')) {
            names.push(format!("{table}.{column}"));
        }
    }
    names.sort();
    names
}
