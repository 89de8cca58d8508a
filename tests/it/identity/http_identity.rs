//! Signing in and out over HTTP.

use kembar::domain::role::Role;
use reqwest::Method;
use rstest::rstest;
use serde_json::json;

use super::service::{Service, Session, session};
use super::world::PASSWORD;
use crate::support::databases::Backend::{self, Postgres, Sqlite};

#[rstest]
#[actix_web::test]
async fn a_person_is_invited_signs_in_goes_on_and_signs_out(#[values(Sqlite, Postgres)] on: Backend) {
    let mut service = Service::start(on);
    let admin = service.signed_in("root@asean.org", Role::Admin).await;
    let wanted = json!({"email": "Ana@Surabaya.go.id", "name": "Ana Reyes", "role": "focal_point", "city": "surabaya", "language": "id"});
    let made = service.post(&admin, "/users", wanted).await;
    assert_eq!((made.status, &made.body["user"]["state"]), (201, &json!("invited")), "{:?}", made.body);
    assert_eq!(made.header("location"), format!("/api/v1/users/{}", made.body["user"]["id"].as_str().unwrap()));
    let token = made.body["invitation"]["token"].as_str().unwrap();

    let short = service.open("/auth/invitation", json!({"token": token, "password": "Surabaya1"})).await;
    assert!(short.pointers().iter().all(|pointer| *pointer == "/password"));
    let accepted = service.open("/auth/invitation", json!({"token": token, "password": PASSWORD})).await;
    assert_eq!((accepted.body["token_type"].as_str(), accepted.body["expires_in"].as_i64()), (Some("Bearer"), Some(900)));
    assert_eq!(accepted.header("cache-control"), "no-store");
    assert_eq!(service.open("/auth/invitation", json!({"token": token, "password": PASSWORD})).await.status, 401, "it works once");

    let ana = session(&service.login("ana@surabaya.go.id", PASSWORD).await);
    let me = service.get(&ana, "/me").await;
    assert_eq!(
        (&me.body["role"], &me.body["city"]["slug"], &me.body["language"]),
        (&json!("focal_point"), &json!("surabaya"), &json!("id"))
    );

    service.wait(1_000);
    assert_eq!(service.get(&ana, "/me").await.status, 401, "the access token has run out");
    let ana = session(&service.open("/auth/refresh", json!({"refresh_token": ana.refresh})).await);
    assert_eq!(service.get(&ana, "/me").await.status, 200);
    let out = service.send(service.request(Method::POST, "/auth/logout").bearer_auth(&ana.access)).await;
    assert_eq!(out.status, 204);
    assert_eq!(service.get(&ana, "/me").await.status, 401, "on the next call");
    assert_eq!(service.open("/auth/refresh", json!({"refresh_token": ana.refresh})).await.status, 401);
    service.stop().await;
}

#[rstest]
#[actix_web::test]
async fn whether_an_account_exists_cannot_be_told_from_the_answer(#[values(Sqlite, Postgres)] on: Backend) {
    let mut service = Service::start(on);
    service.world.person("ana@cebu.ph", Role::Officer);
    let (wrong, unknown) = (service.login("ana@cebu.ph", "wrong").await, service.login("ben@cebu.ph", "wrong").await);
    assert_eq!((wrong.status, unknown.status), (401, 401));
    let told = |mut body: serde_json::Value| {
        body.as_object_mut().unwrap().remove("instance");
        body
    };
    assert_eq!(wrong.header("www-authenticate"), unknown.header("www-authenticate"));
    assert_eq!(told(wrong.body), told(unknown.body));
    assert_eq!(service.world.actions(), ["account.create", "session.refuse", "session.refuse"]);
    service.stop().await;
}

#[rstest]
#[actix_web::test]
async fn guessing_is_braked_and_the_owner_gets_in_after_the_wait(#[values(Sqlite, Postgres)] on: Backend) {
    let mut service = Service::start(on);
    service.world.person("ana@cebu.ph", Role::Officer);
    for _ in 0..10 {
        assert_eq!(service.login("ana@cebu.ph", "wrong").await.status, 401);
    }
    let braked = service.login("ana@cebu.ph", PASSWORD).await;
    assert_eq!((braked.status, braked.header("retry-after").as_str()), (429, "1"), "also for the right password");
    assert_eq!(service.world.actions().len(), 11, "a braked attempt compares nothing and writes nothing");
    service.wait(1);
    session(&service.login("ana@cebu.ph", PASSWORD).await);
    for _ in 0..9 {
        assert_eq!(service.login("ana@cebu.ph", "wrong").await.status, 401, "her failures are forgotten");
    }
    service.stop().await;
}

#[rstest]
#[actix_web::test]
async fn what_cannot_be_read_is_refused_before_anything_is_compared(#[values(Sqlite)] on: Backend) {
    let service = Service::start(on);
    let unknown = service.open("/auth/login", json!({"email": "a@b.ph", "password": "x", "role": "admin"})).await;
    assert_eq!(unknown.pointers(), ["/role"]);
    let missing = service.open("/auth/login", json!({"email": 5})).await;
    assert!(missing.pointers().contains(&"/email"), "{:?}", missing.body);
    for token in ["", "x", "0190a5b2-c3d4-7e6f-8a9b-0c1d2e3f4a5b.abc"] {
        assert_eq!(service.open("/auth/refresh", json!({"refresh_token": token})).await.status, 401);
        assert_eq!(service.open("/auth/invitation", json!({"token": token, "password": "x"})).await.status, 401, "before the password");
    }
    let no_json = service.request(Method::POST, "/auth/login").header("content-type", "text/plain").body("email=a");
    assert_eq!(service.send(no_json).await.status, 415);
    service.stop().await;
}

#[rstest]
#[actix_web::test]
async fn a_password_is_changed_by_who_knows_the_present_one(#[values(Sqlite, Postgres)] on: Backend) {
    let mut service = Service::start(on);
    let here = service.signed_in("ana@cebu.ph", Role::Officer).await;
    let there = session(&service.login("ana@cebu.ph", PASSWORD).await);
    let put = |service: &Service, who: &Session, current: &str, new: &str| {
        let body = json!({"current_password": current, "new_password": new});
        service.request(Method::PUT, "/me/password").bearer_auth(&who.access).json(&body)
    };
    let same = service.send(put(&service, &here, PASSWORD, PASSWORD)).await;
    assert_eq!(same.pointers(), ["/new_password"]);
    let wrong = service.send(put(&service, &here, "wrong", "four boats downriver")).await;
    assert_eq!(wrong.pointers(), ["/current_password"]);
    service.wait(1);
    let here = session(&service.send(put(&service, &here, PASSWORD, "four boats downriver")).await);
    assert_eq!(service.get(&here, "/me").await.status, 200, "with the tokens of the answer");
    assert_eq!(service.get(&there, "/me").await.status, 401, "everywhere else it is over");
    assert_eq!(service.login("ana@cebu.ph", PASSWORD).await.status, 401);
    session(&service.login("ana@cebu.ph", "four boats downriver").await);
    assert!(service.world.actions().contains(&"account.refuse_password_change".to_owned()));
    service.stop().await;
}

#[rstest]
#[actix_web::test]
async fn guessing_the_present_password_in_a_stolen_session_is_braked(#[values(Sqlite)] on: Backend) {
    let mut service = Service::start(on);
    let thief = service.signed_in("ana@cebu.ph", Role::Officer).await;
    let mut statuses = Vec::new();
    for _ in 0..12 {
        let body = json!({"current_password": "wrong", "new_password": "four boats downriver"});
        let put = service.request(Method::PUT, "/me/password").bearer_auth(&thief.access).json(&body);
        statuses.push(service.send(put).await.status);
    }
    assert_eq!((statuses[9], statuses[10], statuses[11]), (422, 429, 429), "{statuses:?}");
    service.stop().await;
}

#[rstest]
#[actix_web::test]
async fn a_used_refresh_token_ends_the_session_over_http_too(#[values(Sqlite, Postgres)] on: Backend) {
    let mut service = Service::start(on);
    let first = service.signed_in("ana@cebu.ph", Role::Officer).await;
    let second = session(&service.open("/auth/refresh", json!({"refresh_token": first.refresh})).await);
    service.wait(11);
    assert_eq!(service.open("/auth/refresh", json!({"refresh_token": first.refresh})).await.status, 401);
    assert_eq!(service.get(&second, "/me").await.status, 401);
    assert_eq!(service.world.actions().pop().unwrap(), "session.end_reused");
    service.stop().await;
}

#[rstest]
#[actix_web::test]
async fn no_answer_and_no_log_entry_holds_a_password_or_its_hash(#[values(Sqlite)] on: Backend) {
    let mut service = Service::start(on);
    let admin = service.signed_in("root@asean.org", Role::Admin).await;
    service.login("root@asean.org", "canary-password-of-a-typo").await;
    let mut seen = String::new();
    for path in ["/me", "/users", "/audit", "/portals"] {
        seen.push_str(&service.get(&admin, path).await.body.to_string());
    }
    for canary in ["argon2", "canary-password", PASSWORD, &admin.refresh, "sessions_not_before", "password_hash"] {
        assert!(!seen.contains(canary), "{canary}");
    }
    service.stop().await;
}
