//! Every state of a request × every deed × everybody.

use rstest::rstest;
use serde_json::{Value, json};

use super::stage::{Stage, proposal};
use crate::support::client::Answer;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::ledger::Ledger;
use crate::support::service::Service;

const PEOPLE: &[&str] = &["officer", "approver", "admin", "observer", "observer-th", "surabaya", "iloilo-city"];
const STATES: &[&str] = &["open", "in_review", "answered", "withdrawn"];

fn arrow(deed: &str, from: &str) -> Option<(&'static str, &'static str)> {
    match (deed, from) {
        ("withdraw", "open" | "in_review") => Some(("withdrawn", "surabaya")),
        // A second answer is welcome: the first proposal may have been declined.
        ("answer", "open" | "in_review" | "answered") => Some(("answered", "officer")),
        _ => None,
    }
}

fn refusal(deed: &str, who: &str) -> u16 {
    match (deed, who) {
        ("withdraw", "surabaya") | ("answer", "officer") => 409,
        ("withdraw", "iloilo-city") => 404,
        _ => 403,
    }
}

async fn attempt(service: &Service, who: &str, id: &str, etag: &str, deed: &str) -> Answer {
    let person = service.as_(who).await;
    let body = if deed == "answer" { json!({"answer": "We have found somebody."}) } else { Value::Null };
    person.decide(&format!("/api/v1/requests/{id}/{deed}"), etag, &body).await
}

async fn request_in(stage: &Stage<'_>, state: &str, number: usize) -> String {
    let body = json!({"wants": "Less flooding.", "gives": "Compost."});
    let id = stage.service.as_("surabaya").await.post("/api/v1/requests", &body).await.expect(201).id();
    match state {
        "in_review" => {
            let mut taken_up = proposal(number);
            taken_up["request_id"] = Value::from(id.as_str());
            stage.propose(&taken_up).await;
        }
        "answered" => drop(attempt(stage.service, "officer", &id, "\"v1\"", "answer").await.expect(200)),
        "withdrawn" => drop(attempt(stage.service, "surabaya", &id, "\"v1\"", "withdraw").await.expect(200)),
        _ => {}
    }
    id
}

async fn read(service: &Service, id: &str) -> Answer {
    service.as_("officer").await.get(&format!("/api/v1/requests/{id}")).await.expect(200)
}

#[rstest]
#[actix_web::test]
async fn a_request_moves_along_the_arrows_and_nowhere_else(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let stage = Stage { service: &service };
    for who in PEOPLE {
        service.as_(who).await;
    }
    let mut db = service.database.connection();
    let (mut tried, mut opened) = (0, 0);
    for (number, from) in STATES.iter().enumerate() {
        for deed in ["withdraw", "answer"] {
            let id = request_in(&stage, from, 2 * number + usize::from(deed == "answer")).await;
            let now = read(&service, &id).await;
            assert_eq!(now.body["state"], *from);
            let (before, open) = (Ledger::of(&mut db), arrow(deed, from));
            for who in PEOPLE.iter().filter(|who| open.is_none_or(|(_, may)| may != **who)) {
                let answer = attempt(&service, who, &id, now.etag(), deed).await;
                assert_eq!(answer.status, refusal(deed, who), "{who}: {deed} a request that is {from}: {}", answer.text);
                assert!(answer.status != 409 || answer.body["state"] == *from, "{}", answer.text);
                tried += 1;
            }
            before.assert_unchanged(&mut db, &format!("{deed} on a request that is {from}"));
            if let Some((to, who)) = open {
                let answer = attempt(&service, who, &id, now.etag(), deed).await.expect(200);
                assert_eq!(answer.body["state"], to);
                opened += 1;
            }
        }
    }
    println!("{on:?}: {} request transitions tried, {opened} legal, 0 illegal ones accepted", tried + opened);
    assert_eq!((tried, opened), (4 * 2 * 7 - 5, 5));
}
