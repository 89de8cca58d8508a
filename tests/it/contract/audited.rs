//! Every operation that writes leaves one entry in the audit log, in the transaction of the write itself.

use std::collections::BTreeSet;

use kembar::actions::audit;
use kembar::store::audit as log;
use rstest::rstest;

use super::samples;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::document::{Described, operations};
use crate::support::ledger::Ledger;
use crate::support::service::Service;

/// Exchanging a refresh token gives nobody anything they did not have, and happens every few minutes: it is not recorded.
const NOT_RECORDED: &[&str] = &["refresh"];

/// What moves other things along leaves an entry for each of them too: the proposals of a round, the round of a job.
const SEVERAL: &[&str] = &["release_round", "recall_round", "cancel_job"];

#[rstest]
#[actix_web::test]
async fn every_write_leaves_one_entry(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let samples = samples::all(&service).await;
    let mut db = service.database.connection();
    let mut recorded = 0;
    for sample in &samples {
        let before = Ledger::of(&mut db);
        let answer = sample.person.send(sample.whole()).await;
        assert!(answer.status.is_success(), "{}: {} {}", sample.operation, answer.status, answer.text);
        let entries = log::after(&mut db, before.entries(), 10).unwrap();
        if NOT_RECORDED.contains(&sample.operation) {
            assert_eq!(entries, [], "{}", sample.operation);
            continue;
        }
        let expected = if SEVERAL.contains(&sample.operation) { 2 } else { 1 };
        assert_eq!(entries.len(), expected, "{}: {entries:?}", sample.operation);
        for entry in &entries {
            assert_eq!(entry.request_id.as_deref(), Some(answer.header("x-request-id")), "{}", sample.operation);
            assert!(entry.action.split('.').count() == 2 && !entry.object_id.is_empty(), "{entry:?}");
        }
        recorded += 1;
    }
    let tried: BTreeSet<_> = samples.iter().map(|sample| sample.operation.to_owned()).collect();
    let writes: BTreeSet<_> = operations().into_iter().filter(Described::is_write).map(|known| known.id).collect();
    assert_eq!(tried.symmetric_difference(&writes).collect::<Vec<_>>(), Vec::<&String>::new(), "every write is tried");
    assert_eq!(audit::verify(&mut db, None).unwrap().broken_at, None);
    println!("{on:?}: {} operations that write, {recorded} leave one entry, {} by design none", writes.len(), NOT_RECORDED.len());
}

#[rstest]
#[actix_web::test]
async fn a_failed_sign_in_is_recorded_without_saying_who_exists(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut db = service.database.connection();
    for email in ["officer@kembar.example", "nobody@kembar.example"] {
        let before = Ledger::of(&mut db).entries();
        service.anonymous().sign_in(email, "not the password at all").await.expect(401);
        let entries = log::after(&mut db, before, 10).unwrap();
        assert_eq!(entries.iter().map(|entry| entry.action.as_str()).collect::<Vec<_>>(), ["session.refuse"], "{email}");
        assert!(!format!("{entries:?}").contains("not the password"), "no password in the log");
    }
}
