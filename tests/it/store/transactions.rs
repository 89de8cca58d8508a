//! What a connection and a transaction promise.

use chrono::{TimeZone, Utc};
use diesel::prelude::*;
use kembar::store::connection::Db;
use kembar::store::error::StoreError;
use kembar::store::settings;
use rstest::rstest;

use crate::support::databases::{Backend, Database};

#[derive(diesel::QueryableByName)]
struct Number {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    n: i64,
}

fn number(db: &mut Db, query: &str) -> i64 {
    let row: Number = kembar::each!(db, conn => diesel::sql_query(query).get_result(conn)).unwrap();
    row.n
}

#[test]
fn every_pooled_sqlite_connection_is_safe_against_a_power_cut() {
    let database = Database::fresh(Backend::Sqlite);
    let pool = database.pool();
    let mut held: Vec<_> = (0..4).map(|_| pool.get().unwrap()).collect();
    for db in &mut held {
        assert_eq!(number(db, "SELECT synchronous AS n FROM pragma_synchronous"), 2, "FULL");
        assert_eq!(number(db, "SELECT foreign_keys AS n FROM pragma_foreign_keys"), 1);
        assert_eq!(number(db, "SELECT journal_mode = 'wal' AS n FROM pragma_journal_mode"), 1);
        assert_eq!(number(db, "SELECT timeout AS n FROM pragma_busy_timeout"), 5_000);
    }
}

#[rstest]
fn a_refused_write_leaves_nothing_behind(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let database = Database::fresh(on);
    let now = Utc.with_ymd_and_hms(2026, 11, 22, 8, 0, 0).unwrap();
    let mut db = database.connection();
    let outcome: Result<(), StoreError> = db.write(|db| {
        settings::get_or_set(db, "colour", &"teal".to_owned(), now).map(drop)?;
        Err(StoreError::Duplicate)
    });
    assert!(outcome.is_err());
    assert_eq!(settings::get::<String>(&mut db, "colour").unwrap(), None);
}

#[rstest]
fn of_nodes_that_set_a_value_together_the_first_wins(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let database = Database::fresh(on);
    let now = Utc.with_ymd_and_hms(2026, 11, 22, 8, 0, 0).unwrap();
    let nodes: Vec<_> = (0..8)
        .map(|node: u32| {
            let mut db = database.connection();
            std::thread::spawn(move || db.write(|db| settings::get_or_set(db, "secret", &node, now)).unwrap())
        })
        .collect();
    let values: std::collections::BTreeSet<u32> = nodes.into_iter().map(|node| node.join().unwrap()).collect();
    assert_eq!(values.len(), 1, "every node works with the same value");
}

#[rstest]
fn a_value_that_was_stored_is_the_value_that_is_read(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let database = Database::fresh(on);
    let mut db = database.connection();
    let now = Utc.with_ymd_and_hms(2026, 11, 22, 8, 0, 0).unwrap();
    let value = serde_json::json!({"number": 0.1 + 0.2, "text": "กรุงเทพ 'quoted' \\ \u{1F30F}", "none": null});
    settings::get_or_set(&mut db, "value", &value, now).unwrap();
    assert_eq!(settings::get::<serde_json::Value>(&mut db, "value").unwrap(), Some(value));
}
