//! Every state of a profile × every deed × everybody; and the three states of a practice.

use rstest::rstest;
use serde_json::{Value, json};

use crate::support::client::Answer;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::ledger::Ledger;
use crate::support::service::Service;

const CITY: &str = "penang-island";
const PEOPLE: &[&str] = &["officer", "approver", "admin", "observer", "penang-island", "bangkok"];
const STATES: &[&str] = &["none", "draft", "submitted", "verified", "returned"];
const DEEDS: &[&str] = &["put", "submit", "verify", "return"];

fn arrow(deed: &str, from: &str) -> Option<&'static str> {
    match (deed, from) {
        // Whoever writes after handing in begins a new revision.
        ("put", _) => Some("draft"),
        ("submit", "draft") => Some("submitted"),
        ("verify", "submitted") => Some("verified"),
        ("return", "submitted") => Some("returned"),
        _ => None,
    }
}

/// The status by which a role is kept out, whatever the state.
fn kept_out(deed: &str, who: &str) -> Option<u16> {
    match (deed, who) {
        (_, "officer") | ("put" | "submit", CITY) => None,
        ("put" | "submit", "bangkok") => Some(404),
        _ => Some(403),
    }
}

fn address(city: &str) -> String {
    format!("/api/v1/cities/{city}/profile")
}

async fn attempt(service: &Service, who: &str, city: &str, (deed, etag): (&str, &str)) -> Answer {
    let (person, path) = (service.as_(who).await, address(city));
    if deed == "put" {
        return person.put(&path, etag, &json!({"needs": [{"theme": "solid-waste"}]})).await;
    }
    let body = if deed == "return" { json!({"reason": "Say more."}) } else { Value::Null };
    person.decide(&format!("{path}/{deed}"), etag, &body).await
}

async fn etag_of(service: &Service, city: &str) -> String {
    service.as_("officer").await.get(&address(city)).await.expect(200).etag().to_owned()
}

/// A city whose profile is in this state: a new city has none, and the other is brought there.
async fn city_in(service: &Service, state: &str, name: &str) -> String {
    if state == "none" {
        let new = json!({"name": name, "country": "MY"});
        let made = service.as_("officer").await.post("/api/v1/cities", &new).await.expect(201);
        return made.body["slug"].as_str().unwrap().to_owned();
    }
    let way: &[&str] = match state {
        "draft" => &["put"],
        "submitted" => &["put", "submit"],
        "verified" => &["put", "submit", "verify"],
        _ => &["put", "submit", "return"],
    };
    for deed in way {
        attempt(service, "officer", CITY, (deed, &etag_of(service, CITY).await)).await.expect(200);
    }
    CITY.to_owned()
}

#[rstest]
#[actix_web::test]
async fn a_profile_moves_along_the_arrows_and_nowhere_else(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    for who in PEOPLE {
        service.as_(who).await;
    }
    let mut db = service.database.connection();
    let (mut tried, mut opened) = (0, 0);
    for (from, deed) in STATES.iter().flat_map(|from| DEEDS.iter().map(move |deed| (*from, *deed))) {
        for who in PEOPLE {
            let city = city_in(&service, from, &format!("{who} {deed}")).await;
            let etag = etag_of(&service, &city).await;
            // The new city is nobody's own.
            let refusal = kept_out(deed, who).or((from == "none" && *who == CITY).then_some(404));
            let before = Ledger::of(&mut db);
            let answer = attempt(&service, who, &city, (deed, &etag)).await;
            let what = format!("{who}: {deed} a profile that is {from}: {}", answer.text);
            match (refusal, arrow(deed, from)) {
                (None, Some(to)) => {
                    assert!(answer.status == 200 && answer.body["newest"]["state"] == to, "{what}");
                    opened += 1;
                }
                (refusal, _) => {
                    assert_eq!(answer.status, refusal.unwrap_or(409), "{what}");
                    assert!(answer.status != 409 || answer.body["state"] == from, "{what}");
                    before.assert_unchanged(&mut db, &what);
                }
            }
            tried += 1;
        }
    }
    println!("{on:?}: {tried} profile transitions tried, {opened} legal, 0 illegal ones accepted");
    assert_eq!((tried, opened), (5 * 4 * 6, 9 + 2 + 2));
}

#[rstest]
#[actix_web::test]
async fn a_practice_is_curated_before_it_is_published(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let (city, officer) = (service.as_("surabaya").await, service.as_("officer").await);
    let path = "/api/v1/cities/surabaya/practices";
    let states = ["submitted", "curated", "published"];
    let legal = [("submitted", "curated"), ("curated", "published"), ("curated", "submitted"), ("published", "curated")];
    let decide = async |at: &str, etag: &str, to: &str| {
        officer.decide(&format!("{at}/decisions"), etag, &json!({"state": to, "reason": "A test."})).await
    };
    for (from, to) in states.iter().flat_map(|from| states.iter().map(move |to| (*from, *to))) {
        let body = json!({"themes": ["solid-waste"], "title": format!("{from} to {to}"), "basis": "described"});
        let made = city.post(path, &body).await.expect(201);
        let (at, mut etag) = (format!("{path}/{}", made.id()), made.etag().to_owned());
        for step in states.iter().skip(1).take(states.iter().position(|state| *state == from).unwrap()) {
            etag = decide(&at, &etag, step).await.expect(200).etag().to_owned();
        }
        let answer = decide(&at, &etag, to).await;
        let expected = if legal.contains(&(from, to)) { 200 } else { 409 };
        assert_eq!(answer.status, expected, "{from} to {to}: {}", answer.text);
        assert!(
            answer.body["state"] == if expected == 200 { Value::from(to) } else { Value::from(from) },
            "{from} to {to}: {}",
            answer.text
        );
    }
}
