//! How many requests a caller may make in a minute, and how the answers tell.

use std::num::NonZeroU32;
use std::sync::Arc;

use kembar::api::edge::{EdgeSettings, QuotaSettings};
use kembar::clock::SystemClock;
use reqwest::Method;
use rstest::rstest;
use serde_json::json;

use crate::support::client::{Answer, Person};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

/// A service with these quotas a minute.
async fn with_quotas(on: Backend, address: u32, person: u32) -> Service {
    let quotas = QuotaSettings { address: NonZeroU32::new(address).unwrap(), person: NonZeroU32::new(person).unwrap() };
    Service::start_with(on, Arc::new(SystemClock), EdgeSettings { quotas, ..EdgeSettings::default() }).await
}

/// What an answer says is left, and for how many seconds.
#[track_caller]
fn left(answer: &Answer, quota: u32) -> (u32, u64) {
    assert_eq!(answer.header("ratelimit-policy"), format!("\"default\";q={quota};w=60"));
    let field = answer.header("ratelimit").strip_prefix("\"default\";r=").expect("a standing").to_owned();
    let (left, seconds) = field.split_once(";t=").expect("a time");
    (left.parse().unwrap(), seconds.parse().unwrap())
}

async fn claiming(person: &Person, address: &str) -> Answer {
    person.send(person.request(Method::GET, "/api/v1/taxonomy").header("x-forwarded-for", address)).await
}

#[rstest]
#[actix_web::test]
async fn one_request_too_many_is_refused_with_when_to_come_again_whatever_address_is_claimed(#[values(Sqlite, Postgres)] on: Backend) {
    let service = with_quotas(on, 4, 100).await;
    let anyone = service.anonymous();
    let mut seen = Vec::new();
    for n in 0..5 {
        let answer = claiming(&anyone, &format!("198.51.100.{n}")).await;
        seen.push((answer.status.as_u16(), left(&answer, 4)));
    }
    let statuses: Vec<u16> = seen.iter().map(|(status, _)| *status).collect();
    assert_eq!(statuses, [200, 200, 200, 200, 429]);
    let remaining: Vec<u32> = seen.iter().map(|(_, (left, _))| *left).collect();
    assert_eq!(remaining, [3, 2, 1, 0, 0]);
    let refused = claiming(&anyone, "198.51.100.77").await.expect(429);
    let (_, seconds) = left(&refused, 4);
    assert_eq!(refused.header("retry-after"), seconds.to_string());
    assert!((1..=15).contains(&seconds), "{seconds}");
    assert_eq!(refused.body["code"], "too_many_requests");
    service.anonymous().get("/healthz").await.expect(200);
}

#[rstest]
#[actix_web::test]
async fn a_person_has_a_quota_of_their_own_and_what_is_computed_costs_more(#[values(Sqlite, Postgres)] on: Backend) {
    let service = with_quotas(on, 2, 20).await;
    let city = service.as_("surabaya").await;
    service.anonymous().get("/api/v1/taxonomy").await.expect(200);
    service.anonymous().get("/api/v1/taxonomy").await.expect(429);
    let first = city.get("/api/v1/me").await.expect(200);
    let suggested = city.get("/api/v1/cities/surabaya/suggestions?kind=peer_learning&limit=1").await.expect(200);
    assert_eq!(left(&first, 20).0 - left(&suggested, 20).0, 5);
}

#[rstest]
#[actix_web::test]
async fn guessing_a_credential_is_paid_for_at_the_address(#[values(Sqlite, Postgres)] on: Backend) {
    let service = with_quotas(on, 3, 100).await;
    let guesser = service.bearing("nothing.of.value");
    for expected in [401, 401, 401, 429] {
        let answer = guesser.get("/api/v1/me").await.expect(expected);
        left(&answer, 3);
    }
    service.anonymous().get("/api/v1/taxonomy").await.expect(429);
}

#[rstest]
#[actix_web::test]
async fn a_portal_has_the_quota_that_the_administrator_gave_it(#[values(Sqlite, Postgres)] on: Backend) {
    let service = with_quotas(on, 50, 100).await;
    let admin = service.as_("admin").await;
    let portal = json!({"slug": "citynet", "name": "CityNet", "origins": ["https://citynet.example"], "requests_per_minute": 3});
    let made = admin.post("/api/v1/portals", &portal).await.expect(201);
    let key = admin.post(&format!("/api/v1/portals/{}/keys", made.id()), &json!({"label": "site"})).await.expect(201);
    let site = service.bearing(key.body["text"].as_str().expect("a key"));
    for (expected, remaining) in [(200, 2), (200, 1), (200, 0), (429, 0)] {
        let answer = site.get("/api/v1/recommendations").await.expect(expected);
        assert_eq!(left(&answer, 3).0, remaining);
    }
    service.anonymous().get("/api/v1/recommendations").await.expect(200);
}
