//! A request that is sent again, on purpose or by a nervous network, acts once.

use std::sync::Arc;

use chrono::TimeDelta;
use futures_util::future::join_all;
use kembar::app::App;
use kembar::clock::{Clock, ManualClock, SystemClock};
use kembar::domain::proposal::ProposalState::Proposed;
use rstest::rstest;
use serde_json::{Value, json};
use uuid::Uuid;

use super::stage::{Stage, address, proposal, review};
use crate::support::client::{Answer, Person};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::ledger::Ledger;
use crate::support::service::{Service, app};

const TIMES: usize = 50;

fn wish() -> Value {
    json!({"wants": "Less flooding in the old town.", "gives": "Composting."})
}

/// Fifty times the same at once: one acts, the others are told what the first was told, or that it still runs.
async fn all_at_once(person: &Person, path: &str, etag: Option<&str>, body: &Value) -> Vec<Answer> {
    let key = Uuid::new_v4().to_string();
    let answers = join_all((0..TIMES).map(|_| person.post_with(path, &key, etag, body))).await;
    let is_replay = |answer: &&Answer| answer.header("idempotent-replayed") == "true";
    let first: Vec<_> = answers.iter().filter(|answer| answer.status.is_success() && !is_replay(answer)).collect();
    assert_eq!(first.len(), 1, "one acts: {:?}", answers.iter().map(|answer| answer.status.as_u16()).collect::<Vec<_>>());
    for answer in &answers {
        let is_told = answer.status == first[0].status && answer.text == first[0].text && answer.etag() == first[0].etag();
        assert!(is_told || answer.status == 409, "{}: {}", answer.status, answer.text);
    }
    let late = person.post_with(path, &key, etag, body).await;
    assert!(is_replay(&&late) && late.text == first[0].text, "{}", late.text);
    assert_eq!(late.header("location"), first[0].header("location"));
    answers
}

#[rstest]
#[actix_web::test]
async fn fifty_equal_posts_have_one_effect(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let stage = Stage { service: &service };
    let id = stage.proposal_in(Proposed, 0).await;
    let etag = stage.read(&id).await.etag().to_owned();
    let (city, officer) = (service.as_("surabaya").await, service.as_("officer2").await);
    let reviews = format!("{}/reviews", address(&id));
    let groups = [
        (&city, "/api/v1/requests", None, wish(), "request"),
        (&officer, "/api/v1/proposals", None, proposal(1), "proposal"),
        (&officer, reviews.as_str(), Some(etag.as_str()), review("recommend"), "review"),
    ];
    let mut db = service.database.connection();
    for (person, path, etag, body, table) in &groups {
        let before = Ledger::of(&mut db);
        all_at_once(person, path, *etag, body).await;
        let after = Ledger::of(&mut db);
        assert_eq!(after.rows(table) - before.rows(table), 1, "{path}");
        assert_eq!(after.entries() - before.entries(), 1, "one audit entry for {path}");
    }
    println!("{on:?}: {} groups of {TIMES} equal POSTs, 0 double effects", groups.len());
}

#[rstest]
#[actix_web::test]
async fn a_key_belongs_to_one_request_of_one_person(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let (mine, other) = (service.as_("surabaya").await, service.as_("iloilo-city").await);
    let key = Uuid::new_v4().to_string();
    let first = mine.post_with("/api/v1/requests", &key, None, &wish()).await.expect(201);
    let mut db = service.database.connection();
    let before = Ledger::of(&mut db);

    let changed = json!({"wants": "Something else.", "gives": "Composting."});
    let reused = mine.post_with("/api/v1/requests", &key, None, &changed).await;
    assert_eq!((reused.status.as_u16(), &reused.body["code"]), (422, &Value::from("idempotency_key_reused")), "{}", reused.text);
    for bad in ["", "abc", "\"\"", "0192f0c1-7b3a-7c44-9d3e"] {
        let refused = mine.post_with("/api/v1/requests", bad, None, &wish()).await;
        assert_eq!(refused.status, 400, "the key {bad:?}: {}", refused.text);
    }
    let bare = mine.send(mine.request(reqwest::Method::POST, "/api/v1/requests").json(&wish())).await;
    assert_eq!((bare.status.as_u16(), &bare.body["code"]), (400, &Value::from("idempotency_key_missing")));
    before.assert_unchanged(&mut db, "a bad or reused key");

    let theirs = other.post_with("/api/v1/requests", &key, None, &wish()).await.expect(201);
    assert_eq!(theirs.header("idempotent-replayed"), "", "another person's key is another key");
    assert_ne!(theirs.id(), first.id());
    let quoted = mine.post_with("/api/v1/requests", &format!("\"{key}\""), None, &wish()).await.expect(201);
    assert_eq!((quoted.header("idempotent-replayed"), quoted.id()), ("true", first.id()), "with or without quotes it is the same key");
}

#[rstest]
#[actix_web::test]
async fn a_refused_request_leaves_its_key_free(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let city = service.as_("surabaya").await;
    let key = Uuid::new_v4().to_string();
    let wrong = json!({"wants": "", "gives": "Composting."});
    assert_eq!(city.post_with("/api/v1/requests", &key, None, &wrong).await.status, 422);
    let right = city.post_with("/api/v1/requests", &key, None, &wish()).await.expect(201);
    assert_eq!(right.header("idempotent-replayed"), "");
}

/// The service as it is after so many hours.
fn later(service: &Service, hours: i64) -> App {
    app(service.database.pool(), Arc::new(ManualClock::at(SystemClock.now() + TimeDelta::hours(hours))))
}

#[rstest]
#[actix_web::test]
async fn a_day_later_a_kept_answer_is_forgotten_and_a_month_later_the_session(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let city = service.as_("surabaya").await;
    let signed_in = |service: &Service| Ledger::of(&mut service.database.connection()).rows("session");
    let (key, sessions) = (Uuid::new_v4().to_string(), signed_in(&service));
    let first = city.post_with("/api/v1/requests", &key, None, &wish()).await.expect(201);
    assert_eq!(later(&service, 23).forget_old().await.unwrap(), 0);
    assert_eq!(city.post_with("/api/v1/requests", &key, None, &wish()).await.text, first.text);
    assert_eq!(later(&service, 25).forget_old().await.unwrap(), 1);
    assert_eq!(signed_in(&service), sessions);
    // A session lasts for weeks; one that nobody could use any more is kept for another month.
    assert_eq!(later(&service, 24 * 365).forget_old().await.unwrap(), usize::try_from(sessions).unwrap());
    assert_eq!(signed_in(&service), 0);
}
