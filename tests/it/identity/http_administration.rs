//! Accounts, portals and the audit log over HTTP.

use std::collections::BTreeSet;

use kembar::domain::role::Role;
use kembar::store::idempotency::{self, KeyOf};
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};

use super::service::{Answer, Service, Session};
use crate::support::databases::Backend::{self, Postgres, Sqlite};

const KEY: &str = "0192f0c1-7b3a-7c44-9d3e-2f7f6b1f0a11";

fn members(object: &Value) -> BTreeSet<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

async fn officer(service: &Service, admin: &Session, email: &str) -> Answer {
    service.post(admin, "/users", json!({"email": email, "name": "Ana", "role": "officer"})).await
}

#[rstest]
#[actix_web::test]
async fn only_administrators_administer_and_bodies_are_not_looked_at_before(#[values(Sqlite)] on: Backend) {
    let mut service = Service::start(on);
    let nobody = Session { access: String::new(), refresh: String::new() };
    let id = "0190a5b2-c3d4-7e6f-8a9b-0c1d2e3f4a5b";
    let operations = [
        (Method::GET, "/users".to_owned()),
        (Method::POST, "/users".to_owned()),
        (Method::GET, format!("/users/{id}")),
        (Method::PATCH, format!("/users/{id}")),
        (Method::POST, format!("/users/{id}/invitations")),
        (Method::GET, "/portals".to_owned()),
        (Method::POST, "/portals".to_owned()),
        (Method::GET, format!("/portals/{id}")),
        (Method::PUT, format!("/portals/{id}")),
        (Method::POST, format!("/portals/{id}/keys")),
        (Method::DELETE, format!("/portals/{id}/keys/{id}")),
        (Method::GET, "/audit".to_owned()),
        (Method::GET, "/audit/verification".to_owned()),
    ];
    let mut others = vec![(nobody, 401)];
    for (number, role) in Role::ALL.iter().filter(|role| **role != Role::Admin).enumerate() {
        others.push((service.signed_in(&format!("p{number}@cebu.ph"), *role).await, 403));
    }
    let mut cells = 0;
    for (who, expected) in &others {
        for (method, path) in &operations {
            let request = service.request(method.clone(), path).header("content-type", "application/json").body("{\"rubbish\":");
            let request = if who.access.is_empty() { request } else { request.bearer_auth(&who.access) };
            assert_eq!(service.send(request).await.status, *expected, "{method} {path}");
            cells += 1;
        }
    }
    assert_eq!(cells, 5 * 13);
    service.stop().await;
}

#[rstest]
#[actix_web::test]
async fn a_retry_of_an_invitation_gets_the_same_answer_without_the_token(#[values(Sqlite, Postgres)] on: Backend) {
    let mut service = Service::start(on);
    let admin = service.signed_in("root@asean.org", Role::Admin).await;
    let body = json!({"email": "ana@cebu.ph", "name": "Ana", "role": "officer"});
    let post = |service: &Service| service.posting(&admin, "/users", &body).header("idempotency-key", KEY);
    let first = service.send(post(&service)).await;
    let again = service.send(post(&service)).await;
    assert_eq!((first.status, again.status, again.header("idempotent-replayed").as_str()), (201, 201, "true"));
    assert_eq!(first.body["user"], again.body["user"]);
    let token = first.body["invitation"]["token"].as_str().unwrap();
    assert_eq!(again.body["invitation"], json!({"token": null, "expires_at": first.body["invitation"]["expires_at"]}));
    let principal = service.get(&admin, "/me").await.body["id"].as_str().unwrap().to_owned();
    let key = KeyOf { principal, operation: "create_user", key: KEY.to_owned() };
    let kept = idempotency::find(&mut service.world.db, &key).unwrap().unwrap();
    assert!(!kept.body.contains(token), "no token in the database");
    let other = json!({"email": "ben@cebu.ph", "name": "Ben", "role": "officer"});
    let reused = service.send(service.posting(&admin, "/users", &other).header("idempotency-key", KEY)).await;
    assert_eq!((reused.status, &reused.body["code"]), (422, &json!("idempotency_key_reused")));
    let without = service.send(service.posting(&admin, "/users", &body)).await;
    assert_eq!((without.status, &without.body["code"]), (400, &json!("idempotency_key_missing")));
    service.stop().await;
}

#[rstest]
#[actix_web::test]
async fn an_account_is_changed_over_the_version_that_was_seen(#[values(Sqlite, Postgres)] on: Backend) {
    let mut service = Service::start(on);
    let admin = service.signed_in("root@asean.org", Role::Admin).await;
    let made = officer(&service, &admin, "ana@cebu.ph").await;
    let path = made.header("location");
    let shown = service.get(&admin, &path).await;
    let expected = "city_id country created_at email id language last_login_at name role state updated_at version";
    assert_eq!(members(&shown.body), expected.split(' ').collect(), "and nothing else");
    let known = service.request(Method::GET, &path).bearer_auth(&admin.access).header("if-none-match", shown.header("etag"));
    assert_eq!(service.send(known).await.status, 304);

    let change = json!({"role": "observer", "country": "ID"});
    let blind = service.request(Method::PATCH, &path).bearer_auth(&admin.access).json(&change);
    assert_eq!(service.send(blind).await.status, 428);
    let changed = service.change(&admin, (Method::PATCH, &path), &shown.header("etag"), change.clone()).await;
    assert_eq!((changed.status, &changed.body["country"], &changed.body["version"]), (200, &json!("ID"), &json!(2)), "{:?}", changed.body);
    assert_eq!(service.change(&admin, (Method::PATCH, &path), &shown.header("etag"), change).await.status, 412);
    let cleared = service.change(&admin, (Method::PATCH, &path), &changed.header("etag"), json!({"country": null})).await;
    assert_eq!((cleared.status, &cleared.body["country"]), (200, &Value::Null));
    let nothing = service.change(&admin, (Method::PATCH, &path), &cleared.header("etag"), json!({"name": " ", "city": "surabaya"})).await;
    assert_eq!(nothing.pointers(), ["/name", "/city"]);
    service.stop().await;
}

#[rstest]
#[actix_web::test]
async fn no_column_can_be_set_that_the_input_does_not_have(#[values(Sqlite)] on: Backend) {
    let mut service = Service::start(on);
    let admin = service.signed_in("root@asean.org", Role::Admin).await;
    let made = officer(&service, &admin, "ana@cebu.ph").await;
    let (path, tag) = (made.header("location"), made.header("etag"));
    let columns =
        ["id", "email", "city_id", "password_hash", "sessions_not_before", "version", "created_at", "updated_at", "last_login_at"];
    for column in columns {
        let answer = service.change(&admin, (Method::PATCH, &path), &tag, json!({column: "1"})).await;
        assert_eq!(answer.pointers(), [format!("/{column}")]);
    }
    assert_eq!(service.get(&admin, &path).await.body, made.body["user"], "the row is unchanged");
    service.stop().await;
}

#[rstest]
#[actix_web::test]
async fn who_is_demoted_or_disabled_is_out_on_the_next_call(#[values(Sqlite, Postgres)] on: Backend) {
    let mut service = Service::start(on);
    let admin = service.signed_in("root@asean.org", Role::Admin).await;
    let second = service.signed_in("two@asean.org", Role::Admin).await;
    let path = format!("/users/{}", service.get(&second, "/me").await.body["id"].as_str().unwrap());
    assert_eq!(service.get(&second, "/users").await.status, 200);
    service.wait(1);
    assert_eq!(service.change(&admin, (Method::PATCH, &path), "\"v1\"", json!({"role": "officer"})).await.status, 200);
    assert_eq!(service.get(&second, "/users").await.status, 401);
    let own = format!("/users/{}", service.get(&admin, "/me").await.body["id"].as_str().unwrap());
    for change in [json!({"role": "officer"}), json!({"state": "disabled"})] {
        assert_eq!(service.change(&admin, (Method::PATCH, &own), "\"v1\"", change).await.status, 403, "not the own rights");
    }
    let wrong = service.change(&admin, (Method::PATCH, &path), "\"v2\"", json!({"state": "invited"})).await;
    assert_eq!((wrong.status, &wrong.body["state"]), (409, &json!("active")));
    service.stop().await;
}

#[rstest]
#[actix_web::test]
async fn accounts_are_listed_in_pages_of_the_asker_s_own(#[values(Sqlite, Postgres)] on: Backend) {
    let mut service = Service::start(on);
    let admin = service.signed_in("a@asean.org", Role::Admin).await;
    let other = service.signed_in("b@asean.org", Role::Admin).await;
    let first = service.get(&admin, "/users?limit=1").await;
    let cursor = first.body["next_cursor"].as_str().unwrap();
    let second = service.get(&admin, &format!("/users?limit=1&cursor={cursor}")).await;
    let emails = [&first, &second].map(|page| page.body["items"][0]["email"].as_str().unwrap().to_owned());
    assert_eq!(emails, ["a@asean.org", "b@asean.org"]);
    assert_eq!(second.body.get("next_cursor"), None);
    assert_eq!(service.get(&other, &format!("/users?limit=1&cursor={cursor}")).await.status, 400, "another's cursor");
    assert_eq!(service.get(&admin, &format!("/users?role=admin&cursor={cursor}")).await.status, 400, "another filter");
    assert_eq!(service.get(&admin, "/users?rolle=admin").await.status, 422);
    service.stop().await;
}

#[rstest]
#[actix_web::test]
async fn a_portal_gets_a_key_that_reads_what_is_published_and_nothing_else(#[values(Sqlite, Postgres)] on: Backend) {
    let mut service = Service::start(on);
    let admin = service.signed_in("root@asean.org", Role::Admin).await;
    let wanted = json!({"slug": "uclg-aspac", "name": "UCLG ASPAC", "origins": ["https://uclg-aspac.example"], "themes": ["solid-waste"]});
    let made = service.post(&admin, "/portals", wanted).await;
    assert_eq!(made.status, 201, "{:?}", made.body);
    let path = made.header("location");
    let issued = service.post(&admin, &format!("{path}/keys"), json!({"label": "first"})).await;
    let text = issued.body["text"].as_str().unwrap();
    let with_key = |path: &str| service.request(Method::GET, path).bearer_auth(text);
    assert_eq!(service.send(with_key("/recommendations")).await.status, 200);
    assert_eq!(service.send(with_key("/me")).await.status, 403);
    assert_eq!(service.send(with_key("/users")).await.status, 403);

    let shown = service.get(&admin, &path).await;
    assert_eq!(members(&shown.body["keys"][0]), "created_at expires_at id label last_used_at prefix revoked_at".split(' ').collect());
    assert!(!shown.body.to_string().contains(text) && shown.body["keys"][0]["last_used_at"].is_string());
    let key = format!("{path}/keys/{}", issued.body["key"]["id"].as_str().unwrap());
    for _ in 0..2 {
        let revoke = service.request(Method::DELETE, &key).bearer_auth(&admin.access);
        assert_eq!(service.send(revoke).await.status, 204);
    }
    assert_eq!(service.send(with_key("/recommendations")).await.status, 401, "at once");
    service.stop().await;
}

#[rstest]
#[actix_web::test]
async fn a_portal_is_changed_as_a_whole_and_its_faults_are_named(#[values(Sqlite)] on: Backend) {
    let mut service = Service::start(on);
    let admin = service.signed_in("root@asean.org", Role::Admin).await;
    let bad =
        json!({"slug": "No Slug", "name": "", "origins": ["https://a.example/x"], "themes": ["no-such-theme"], "requests_per_minute": 0});
    let refused = service.post(&admin, "/portals", bad).await;
    assert_eq!(refused.pointers(), ["/name", "/origins/0", "/themes/0", "/requests_per_minute", "/slug"]);
    let made = service.post(&admin, "/portals", json!({"slug": "site", "name": "Site", "origins": ["https://a.example"]})).await;
    let path = made.header("location");
    let taken = service.post(&admin, "/portals", json!({"slug": "site", "name": "Other"})).await;
    assert_eq!((taken.status, &taken.body["code"]), (409, &json!("already_exists")));
    let changed = service.change(&admin, (Method::PUT, &path), &made.header("etag"), json!({"name": "New"})).await;
    assert_eq!((changed.status, &changed.body["origins"], &changed.body["slug"]), (200, &json!([]), &json!("site")), "{:?}", changed.body);
    assert_eq!(service.change(&admin, (Method::PUT, &path), &made.header("etag"), json!({"name": "Late"})).await.status, 412);
    let listed = service.get(&admin, "/portals").await;
    assert_eq!(listed.body["items"][0]["name"], "New");
    service.stop().await;
}

#[rstest]
#[actix_web::test]
async fn the_log_is_read_newest_first_and_verified(#[values(Sqlite, Postgres)] on: Backend) {
    let mut service = Service::start(on);
    let admin = service.signed_in("root@asean.org", Role::Admin).await;
    for i in 0..4 {
        officer(&service, &admin, &format!("p{i}@cebu.ph")).await;
    }
    let (mut path, mut seen) = ("/audit?limit=2".to_owned(), Vec::new());
    loop {
        let page = service.get(&admin, &path).await;
        seen.extend(page.body["items"].as_array().unwrap().iter().map(|entry| entry["seq"].as_i64().unwrap()));
        let Some(cursor) = page.body["next_cursor"].as_str() else { break };
        path = format!("/audit?limit=2&cursor={cursor}");
    }
    assert_eq!(seen, [6, 5, 4, 3, 2, 1]);
    let created = service.get(&admin, "/audit?object_kind=session").await;
    assert_eq!(created.body["items"][0]["action"], "session.open");

    let verdict = service.get(&admin, "/audit/verification").await.body;
    assert_eq!((&verdict["entries"], &verdict["broken_at"]), (&json!(6), &Value::Null));
    let (seq, hash) = (verdict["head_seq"].as_i64().unwrap(), verdict["head_hash"].as_str().unwrap());
    officer(&service, &admin, "later@cebu.ph").await;
    let good = service.get(&admin, &format!("/audit/verification?seq={seq}&hash={hash}")).await.body;
    assert_eq!((&good["entries"], &good["broken_at"]), (&json!(7), &Value::Null));
    let other = service.get(&admin, &format!("/audit/verification?seq={seq}&hash={}", "0".repeat(64))).await.body;
    assert_eq!(other["broken_at"], json!(seq), "the log is not the one that was kept");
    assert_eq!(service.get(&admin, "/audit/verification?seq=1").await.pointers(), ["hash"]);
    service.stop().await;
}
