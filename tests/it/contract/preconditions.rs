//! A write names the version that was seen; a POST that acts carries its key.

use reqwest::RequestBuilder;
use rstest::rstest;
use serde_json::Value;

use super::samples::{self, Sample};
use super::shapes::assert_is_problem;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::document::{Described, operations};
use crate::support::ledger::Ledger;
use crate::support::service::Service;

/// The request with its body, still without the two fields.
fn bare(sample: &Sample) -> RequestBuilder {
    let request = sample.person.request(sample.method.clone(), &sample.path);
    if sample.body.is_null() { request } else { request.json(&sample.body) }
}

async fn refused(sample: &Sample, request: RequestBuilder, (field, status): (&str, u16)) {
    let answer = sample.person.send(request).await;
    let what = format!("{} with {field}", sample.operation);
    assert_is_problem(&answer, &what);
    assert_eq!(answer.status, status, "{what}: {}", answer.text);
}

#[rstest]
#[actix_web::test]
async fn a_write_without_the_version_that_was_seen_is_refused(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let (samples, operations) = (samples::all(&service).await, operations());
    let mut db = service.database.connection();
    let before = Ledger::of(&mut db);
    let (mut with_tag, mut with_key) = (0, 0);
    for sample in &samples {
        let described = sample.described(&operations);
        let key = "0192f0c1-7b3a-7c44-9d3e-2f7f6b1f0a11";
        assert_eq!(described.takes("If-Match"), sample.etag.is_some(), "{}", sample.operation);
        if let Some(etag) = &sample.etag {
            let weak = format!("W/{etag}");
            // What stands after the version tells two readings of it apart; a write asks for the version alone.
            let bare_version = format!("{}\"", etag.trim_end_matches('"').split('-').next().unwrap());
            refused(sample, bare(sample).header("idempotency-key", key), ("no If-Match", 428)).await;
            let fields = [
                ("*", 428),
                (weak.as_str(), 412),
                ("\"v99\"", 412),
                ("\"v0\"", 412),
                ("\"rubbish\"", 412),
                ("v1", 400),
                ("\"v1", 400),
                ("", 400),
            ];
            for (field, status) in fields.into_iter().filter(|(field, _)| *field != bare_version) {
                refused(sample, bare(sample).header("idempotency-key", key).header("if-match", field), (field, status)).await;
            }
            with_tag += 1;
        }
        if described.takes("Idempotency-Key") {
            let tagged = |request: RequestBuilder| request.header("if-match", sample.etag.clone().unwrap_or_default());
            refused(sample, tagged(bare(sample)), ("no Idempotency-Key", 400)).await;
            for bad in ["", "1", "\"\"", "0192f0c17b3a7c449d3e2f7f6b1f0a11"] {
                refused(sample, tagged(bare(sample)).header("idempotency-key", bad), (bad, 400)).await;
            }
            let twice = tagged(bare(sample)).header("idempotency-key", key).header("idempotency-key", key);
            refused(sample, twice, ("two keys", 400)).await;
            with_key += 1;
        }
    }
    before.assert_unchanged(&mut db, "a write without its preconditions");
    println!("{on:?}: preconditions of {with_tag} operations with If-Match and {with_key} with Idempotency-Key hold");
    assert!(with_tag >= 14 && with_key >= 10);
}

#[test]
fn a_post_that_makes_or_decides_something_takes_a_key_or_a_version() {
    // Whoever signs in or out, revokes or stops something may do it twice.
    let repeatable = ["login", "refresh", "logout", "accept_invitation", "change_password", "revoke_portal_key", "cancel_job"];
    for described in operations().into_iter().filter(Described::is_write) {
        let is_guarded = described.takes("Idempotency-Key") || described.takes("If-Match");
        assert_eq!(is_guarded, !repeatable.contains(&described.id.as_str()), "{}", described.id);
    }
}

#[rstest]
#[actix_web::test]
async fn what_has_not_changed_is_not_sent_again(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let officer = service.as_("officer").await;
    for path in [
        "/api/v1/cities/surabaya",
        "/api/v1/cities/surabaya/profile",
        "/api/v1/cities",
        "/api/v1/taxonomy",
        "/api/v1/me",
        "/api/v1/cities/surabaya/gaps",
    ] {
        let first = officer.get(path).await.expect(200);
        assert!(!first.etag().is_empty(), "{path}");
        let again = officer.send(officer.request(reqwest::Method::GET, path).header("if-none-match", first.etag())).await.expect(304);
        assert_eq!((again.text.as_str(), again.etag()), ("", first.etag()), "{path}");
        let head = officer.send(officer.request(reqwest::Method::HEAD, path)).await.expect(200);
        assert_eq!(
            (head.text.as_str(), head.etag(), head.header("content-type")),
            ("", first.etag(), first.header("content-type")),
            "{path}"
        );
        assert_ne!(first.body, Value::Null);
    }
}
