//! What somebody does to the audit log behind the service's back, and who notices.

use kembar::actions::audit::{self, Change, Checkpoint, Verdict};
use kembar::actions::context::Author;
use kembar::domain::proposal::ProposalState;
use kembar::store::connection::Db;
use rstest::rstest;

use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::databases::Database;
use crate::support::service::{self, Service};
use crate::workflow::stage::Stage;

fn run(db: &mut Db, sql: &str) -> diesel::QueryResult<()> {
    use diesel::connection::SimpleConnection;
    kembar::each!(db, conn => conn.batch_execute(sql))
}

/// Takes away what keeps the log as it is. Only the owner of the database can.
fn disarm(db: &mut Db) {
    let sql = match db {
        Db::Sqlite(_) => "DROP TRIGGER audit_entry_no_update; DROP TRIGGER audit_entry_no_delete",
        Db::Pg(_) => "DROP TRIGGER audit_entry_append_only ON audit_entry",
    };
    run(db, sql).unwrap();
}

/// Entries from 1 on of which each says something else.
fn write_log(database: &Database, entries: usize, word: &str) {
    let app = service::app(database.pool(), std::sync::Arc::new(kembar::clock::SystemClock));
    for number in 0..entries {
        app.write_here(None, |write| {
            let change = Change::of("test.write", "thing", number).because(Some(format!("{word} {number}")));
            audit::record(write, &Author::CommandLine, change)
        })
        .unwrap();
    }
}

/// What is done, the statements, and where the chain breaks for one who has no checkpoint and for one who has.
const CASES: &[(&str, &str, Option<i64>, Option<i64>)] = &[
    ("nothing is done", "", None, None),
    ("a word is altered", "UPDATE audit_entry SET reason = 'other' WHERE seq = 4", Some(4), Some(4)),
    ("the actor is altered", "UPDATE audit_entry SET actor = 'somebody' WHERE seq = 4", Some(4), Some(4)),
    ("the role is altered", "UPDATE audit_entry SET role = 'admin' WHERE seq = 4", Some(4), Some(4)),
    ("the action is altered", "UPDATE audit_entry SET action = 'test.read' WHERE seq = 4", Some(4), Some(4)),
    ("the kind of thing is altered", "UPDATE audit_entry SET object_kind = 'x' WHERE seq = 4", Some(4), Some(4)),
    ("the thing is altered", "UPDATE audit_entry SET object_id = '99' WHERE seq = 4", Some(4), Some(4)),
    ("the request is altered", "UPDATE audit_entry SET request_id = 'x' WHERE seq = 4", Some(4), Some(4)),
    ("the hash before is altered", "UPDATE audit_entry SET before_hash = 'x' WHERE seq = 4", Some(4), Some(4)),
    ("the hash after is altered", "UPDATE audit_entry SET after_hash = 'x' WHERE seq = 4", Some(4), Some(4)),
    (
        "the cities are altered",
        "UPDATE audit_entry SET cities = '[\"0192f0c1-7b3a-7c44-9d3e-2f7f6b1f0a11\"]' WHERE seq = 4",
        Some(4),
        Some(4),
    ),
    ("the time is altered", "UPDATE audit_entry SET at = (SELECT at FROM audit_entry WHERE seq = 1) WHERE seq = 4", Some(4), Some(4)),
    ("the hash is altered", "UPDATE audit_entry SET hash = (SELECT hash FROM audit_entry WHERE seq = 1) WHERE seq = 4", Some(4), Some(4)),
    ("the first is removed", "DELETE FROM audit_entry WHERE seq = 1", Some(2), Some(2)),
    ("one is removed", "DELETE FROM audit_entry WHERE seq = 4", Some(5), Some(5)),
    (
        "one is removed and the rest moved up",
        "DELETE FROM audit_entry WHERE seq = 4; UPDATE audit_entry SET seq = 4 WHERE seq = 5; UPDATE audit_entry SET seq = 5 WHERE seq = 6",
        Some(4),
        Some(4),
    ),
    (
        "one is put in",
        "UPDATE audit_entry SET seq = 7 WHERE seq = 6; UPDATE audit_entry SET seq = 6 WHERE seq = 5; INSERT INTO audit_entry SELECT 5, at, actor, role, action, object_kind, object_id, cities, before_hash, after_hash, reason, request_id, previous_hash, hash FROM audit_entry WHERE seq = 4",
        Some(5),
        Some(5),
    ),
    (
        "one is put at the end",
        "INSERT INTO audit_entry SELECT 7, at, actor, role, action, object_kind, object_id, cities, before_hash, after_hash, reason, request_id, previous_hash, hash FROM audit_entry WHERE seq = 6",
        Some(7),
        Some(7),
    ),
    (
        "two change places",
        "UPDATE audit_entry SET seq = 99 WHERE seq = 3; UPDATE audit_entry SET seq = 3 WHERE seq = 4; UPDATE audit_entry SET seq = 4 WHERE seq = 99",
        Some(3),
        Some(3),
    ),
    // Only a head that was kept elsewhere tells.
    ("the tail is cut", "DELETE FROM audit_entry WHERE seq > 4", None, Some(6)),
    ("everything is removed", "DELETE FROM audit_entry", None, Some(6)),
];

#[rstest]
fn every_kind_of_tampering_is_found_where_it_begins(#[values(Sqlite, Postgres)] on: Backend) {
    for (what, sql, alone, with_checkpoint) in CASES {
        let database = Database::fresh(on);
        write_log(&database, 6, "said");
        let mut db = database.connection();
        let kept = head(&audit::verify(&mut db, None).unwrap());
        if !sql.is_empty() {
            let refused = run(&mut db, sql);
            assert!(refused.is_err() || what.contains("put at the end"), "{what}: the database itself keeps the log as it is");
            if refused.is_err() {
                disarm(&mut db);
                run(&mut db, sql).unwrap();
            }
        }
        let found = audit::verify(&mut db, None).unwrap();
        assert_eq!((found.broken_at, found.fault.is_some()), (*alone, alone.is_some()), "{what}: {found:?}");
        let found = audit::verify(&mut db, Some(&kept)).unwrap();
        assert_eq!(found.broken_at, *with_checkpoint, "{what}, with a checkpoint: {found:?}");
    }
    // The first one is the control.
    let seen = CASES.iter().filter(|case| case.3.is_some()).count();
    let by_checkpoint = CASES.iter().filter(|case| case.2.is_none() && case.3.is_some()).count();
    println!("{on:?}: {} tamper cases, {seen} detected, {by_checkpoint} of them by the checkpoint alone", CASES.len() - 1);
    assert_eq!(seen, CASES.len() - 1);
}

fn head(verdict: &Verdict) -> Checkpoint {
    Checkpoint { seq: verdict.head_seq, hash: verdict.head_hash.clone() }
}

#[rstest]
fn a_log_that_was_written_anew_is_found_by_the_checkpoint_alone(#[values(Sqlite, Postgres)] on: Backend) {
    let database = Database::fresh(on);
    write_log(&database, 6, "said");
    let mut db = database.connection();
    let kept = head(&audit::verify(&mut db, None).unwrap());
    disarm(&mut db);
    run(&mut db, "DELETE FROM audit_entry").unwrap();
    write_log(&database, 8, "claimed");
    assert_eq!(audit::verify(&mut db, None).unwrap().broken_at, None, "from inside it looks whole");
    let found = audit::verify(&mut db, Some(&kept)).unwrap();
    assert_eq!(found.broken_at, Some(6), "{found:?}");
    println!("{on:?}: 1 log written anew, detected by the checkpoint alone");
    let wrong = Checkpoint { hash: audit::GENESIS.to_owned(), ..kept };
    assert!(audit::verify(&mut db, Some(&wrong)).unwrap().broken_at.is_some());
}

#[rstest]
#[actix_web::test]
async fn reviews_and_steps_cannot_be_rewritten_either(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    Stage { service: &service }.proposal_in(ProposalState::Recommended, 0).await;
    let mut db = service.database.connection();
    for (table, column) in [("audit_entry", "reason"), ("review", "reason"), ("proposal_step", "reason")] {
        run(&mut db, &format!("UPDATE {table} SET {column} = 'x'")).unwrap_err();
        run(&mut db, &format!("DELETE FROM {table}")).unwrap_err();
        if on == Postgres {
            run(&mut db, &format!("TRUNCATE {table} CASCADE")).unwrap_err();
        }
    }
}
