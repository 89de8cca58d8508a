//! The actors of the matrix, each with the credential that makes them so.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::client::Person;
use crate::support::service::{PASSWORD, Service};

/// The actor of the matrix and the name of their account, for those who simply sign in.
const SIGNED_IN: &[(&str, &str)] = &[
    ("admin", "admin"),
    ("officer", "officer"),
    ("approver", "approver"),
    ("observer", "observer"),
    ("observer_own", "observer-id"),
    ("observer_other", "observer-th"),
    ("focal_own", "surabaya"),
    ("focal_partner", "iloilo-city"),
    ("focal_other", "bangkok"),
];

/// Everybody, by their name in the matrix.
pub struct Cast(BTreeMap<String, Person>);

impl Cast {
    pub fn get(&self, actor: &str) -> &Person {
        self.0.get(actor).unwrap_or_else(|| panic!("nobody plays {actor}"))
    }

    pub async fn of(service: &Service) -> Self {
        let mut people = BTreeMap::from([("anonymous".to_owned(), service.anonymous())]);
        for (actor, account) in SIGNED_IN {
            people.insert((*actor).to_owned(), service.as_(account).await);
        }
        let bearing = [
            ("garbage", "not.a.token".to_owned()),
            ("expired", expired(service).await),
            ("refresh", sign_in(service, "officer").await.1),
            ("signed_out", signed_out(service).await),
            ("disabled", disabled(service).await),
            ("revoked_key", revoked_key(service).await),
            ("idle_portal", key_of(service, "idle", false).await.2),
            ("portal_key", key_of(service, "asean", true).await.2),
        ];
        people.extend(bearing.map(|(actor, token)| (actor.to_owned(), service.bearing(&token))));
        Self(people)
    }

    /// The same actor with a session of their own, for what ends it.
    pub async fn anew(&self, service: &Service, actor: &str) -> Person {
        match SIGNED_IN.iter().find(|(known, _)| *known == actor) {
            Some((_, account)) => service.bearing(&sign_in(service, account).await.0),
            None => self.get(actor).clone(),
        }
    }
}

/// The access and the refresh token of a new session.
async fn sign_in(service: &Service, account: &str) -> (String, String) {
    let answer = service.anonymous().sign_in(&format!("{account}@kembar.example"), PASSWORD).await.expect(200);
    let text = |name: &str| answer.body[name].as_str().unwrap().to_owned();
    (text("access_token"), text("refresh_token"))
}

/// A good session, and a token of it that ended an hour ago.
async fn expired(service: &Service) -> String {
    let (token, _) = sign_in(service, "officer").await;
    let (identity, now) = (service.app.identity(), service.app.clock().now());
    let claims = identity.read_access_token(&token, now).unwrap();
    identity.access_token(claims.sub, claims.sid, now - TimeDelta::hours(1)).unwrap().expose().to_owned()
}

async fn signed_out(service: &Service) -> String {
    let (token, _) = sign_in(service, "officer").await;
    let person = service.bearing(&token);
    person.send(person.request(Method::POST, "/api/v1/auth/logout")).await.expect(204);
    token
}

async fn disabled(service: &Service) -> String {
    let admin = service.as_("admin").await;
    let body = json!({"email": "left@kembar.example", "name": "Left", "role": "officer"});
    let invited = admin.post("/api/v1/users", &body).await.expect(201);
    let body = json!({"token": invited.body["invitation"]["token"], "password": "hujan turun di bulan juni"});
    let anonymous = service.anonymous();
    let opened = anonymous.send(anonymous.request(Method::POST, "/api/v1/auth/invitation").json(&body)).await.expect(200);
    let token = opened.body["access_token"].as_str().unwrap().to_owned();
    service.bearing(&token).get("/api/v1/me").await.expect(200);
    let account = format!("/api/v1/users/{}", invited.body["user"]["id"].as_str().unwrap());
    let etag = admin.get(&account).await.expect(200).etag().to_owned();
    admin.patch(&account, &etag, &json!({"state": "disabled"})).await.expect(200);
    token
}

/// A new portal's id, its key's id, and the key.
pub async fn key_of(service: &Service, slug: &str, is_active: bool) -> (String, String, String) {
    let admin = service.as_("admin").await;
    let body = json!({"slug": slug, "name": slug, "is_active": is_active});
    let portal = admin.post("/api/v1/portals", &body).await.expect(201).id();
    let key = admin.post(&format!("/api/v1/portals/{portal}/keys"), &json!({"label": "test"})).await.expect(201);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    (portal, text(&key.body["key"]["id"]), text(&key.body["text"]))
}

async fn revoked_key(service: &Service) -> String {
    let (portal, id, key) = key_of(service, "revoked", true).await;
    service.bearing(&key).get("/api/v1/recommendations").await.expect(200);
    let admin = service.as_("admin").await;
    admin.send(admin.request(Method::DELETE, &format!("/api/v1/portals/{portal}/keys/{id}"))).await.expect(204);
    key
}
