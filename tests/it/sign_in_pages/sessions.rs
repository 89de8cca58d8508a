//! The session behind the cookie.

use std::sync::Arc;

use chrono::{TimeDelta, Utc};
use kembar::clock::{Clock, ManualClock};
use rstest::rstest;
use serde_json::json;

use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::pages::Visitor;
use crate::support::service::{PASSWORD, Service, email};

async fn at_noon(on: Backend) -> (Service, Arc<ManualClock>) {
    let clock = Arc::new(ManualClock::at(Utc::now()));
    (Service::start_at(on, Arc::clone(&clock) as Arc<dyn Clock>).await, clock)
}

#[rstest]
#[actix_web::test]
async fn a_reader_is_led_to_the_sign_in_and_back_to_the_page(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = Visitor::new(&service);
    let away = visitor.get("/account?lang=id").await.expect(303);
    assert_eq!(away.header("location"), "/sign-in?next=%2Faccount%3Flang%3Did&lang=id");
    let page = visitor.get(away.header("location")).await.expect(200);
    assert_eq!(page.header("cache-control"), "no-store");
    let back = visitor.fill(&page, "/sign-in", &[("email", &email("officer")), ("password", PASSWORD)]).await.expect(303);
    assert_eq!(back.header("location"), "/account?lang=id");
    let account = visitor.get("/account?lang=id").await.expect(200);
    assert!(account.text.contains("Test officer, petugas") && account.text.contains(&email("officer")));
    let policy = account.header("content-security-policy");
    assert!(
        policy.contains("script-src 'nonce-") && policy.contains("require-trusted-types-for 'script'") && !policy.contains("unsafe"),
        "{policy}"
    );
    let another = visitor.get("/account").await.expect(200);
    assert_ne!(policy, another.header("content-security-policy"), "a nonce is used once");
}

#[rstest]
#[actix_web::test]
async fn a_wrong_password_opens_nothing_and_the_address_stays_written(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = Visitor::new(&service);
    let refused = visitor.sign_in("\"><b>ana", "wrong").await.expect(401);
    assert!(visitor.cookie.is_none());
    assert!(refused.text.contains("&#34;&#62;&#60;b&#62;ana") && !refused.text.contains("<b>ana"));
    for _ in 0..12 {
        visitor.sign_in(&email("officer"), "wrong").await;
    }
    let waits = visitor.sign_in(&email("officer"), PASSWORD).await.expect(429);
    assert!(waits.text.contains("Too many tries"), "{}", waits.text);
}

#[rstest]
#[actix_web::test]
async fn each_sign_in_has_a_key_of_its_own_and_a_planted_one_is_worth_nothing(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = Visitor::new(&service);
    visitor.cookie = Some("planted-by-somebody-else".to_owned());
    visitor.get("/account").await.expect(303);
    visitor.sign_in(&email("officer"), PASSWORD).await.expect(303);
    let first = visitor.cookie.clone().expect("a key");
    assert_eq!(first.len(), 43);
    visitor.sign_in(&email("officer"), PASSWORD).await.expect(303);
    assert_ne!(visitor.cookie.as_ref(), Some(&first));
}

#[rstest]
#[actix_web::test]
async fn a_session_ends_half_an_hour_after_its_last_page_and_twelve_hours_after_it_began(#[values(Sqlite, Postgres)] on: Backend) {
    let (service, clock) = at_noon(on).await;
    let mut idle = Visitor::signed_in(&service, "officer").await;
    let mut busy = Visitor::signed_in(&service, "officer").await;
    clock.advance(TimeDelta::minutes(29));
    idle.get("/account").await.expect(200);
    clock.advance(TimeDelta::minutes(29));
    idle.get("/account").await.expect(200);
    busy.get("/account").await.expect(303);
    clock.advance(TimeDelta::minutes(30));
    idle.get("/account").await.expect(303);

    busy = Visitor::signed_in(&service, "officer").await;
    for _ in 0..28 {
        clock.advance(TimeDelta::minutes(25));
        busy.get("/account").await.expect(200);
    }
    clock.advance(TimeDelta::minutes(20));
    busy.get("/account").await.expect(303);
}

#[rstest]
#[actix_web::test]
async fn signing_out_ends_the_session_for_whoever_has_a_copy_of_the_key(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = Visitor::signed_in(&service, "surabaya").await;
    let copy = visitor.cookie.clone();
    let page = visitor.get("/account").await.expect(200);
    let gone = visitor.fill(&page, "/sign-out", &[]).await.expect(303);
    assert_eq!((gone.header("location"), gone.header("clear-site-data")), ("/sign-in?done=signed-out", "\"cache\", \"storage\""));
    assert!(visitor.cookie.is_none());
    visitor.cookie = copy;
    visitor.get("/account").await.expect(303);
}

#[rstest]
#[actix_web::test]
async fn a_changed_password_and_an_account_switched_off_end_every_other_session(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let (mut here, mut there) = (Visitor::signed_in(&service, "officer").await, Visitor::signed_in(&service, "officer").await);
    let page = here.get("/account").await.expect(200);
    let passwords = [("current_password", PASSWORD), ("new_password", "perahu di atas bukit 7")];
    let wrong = here.fill(&page, "/account/password", &[("current_password", "no"), ("new_password", "perahu di atas bukit 7")]).await;
    assert!(wrong.expect(422).text.contains("The present password is not the right one"));
    let changed = here.fill(&page, "/account/password", &passwords).await.expect(303);
    assert_eq!(changed.header("location"), "/account?done=password-changed");
    here.get("/account").await.expect(200);
    there.get("/account").await.expect(303);

    let admin = service.as_("admin").await;
    let found = admin.get("/api/v1/users?limit=200").await.expect(200);
    let officers = found.body["items"].as_array().unwrap().iter();
    let id = officers.clone().find(|user| user["email"] == email("officer")).unwrap()["id"].as_str().unwrap().to_owned();
    let user = admin.get(&format!("/api/v1/users/{id}")).await.expect(200);
    let off = admin.request(reqwest::Method::PATCH, &format!("/api/v1/users/{id}")).header("if-match", user.etag());
    admin.send(off.json(&json!({"state": "disabled"}))).await.expect(200);
    here.get("/account").await.expect(303);
}

#[rstest]
#[actix_web::test]
async fn an_invitation_sets_the_password_and_signs_in(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let admin = service.as_("admin").await;
    let new = json!({"email": "baru@kembar.example", "name": "Baru", "role": "officer"});
    let made = admin.post("/api/v1/users", &new).await.expect(201);
    let code = made.body["invitation"]["token"].as_str().unwrap_or_else(|| panic!("{}", made.text)).to_owned();
    let mut visitor = Visitor::new(&service);
    let page = visitor.get("/invitation").await.expect(200);
    let weak = visitor.fill(&page, "/invitation", &[("code", &code), ("password", "short")]).await.expect(422);
    assert!(!weak.text.contains(&code), "a code that is good still is not written into a page");
    let bad = visitor.fill(&page, "/invitation", &[("code", "nothing"), ("password", "perahu di atas bukit 7")]).await.expect(401);
    assert!(bad.text.contains("This invitation does not work"));
    visitor.fill(&page, "/invitation", &[("code", &code), ("password", "perahu di atas bukit 7")]).await.expect(303);
    assert!(visitor.get("/account").await.expect(200).text.contains("Baru, officer"));
}
