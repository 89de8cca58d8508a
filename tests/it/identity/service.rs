//! The service on a socket, with people and a clock to set.

use std::sync::Arc;

use actix_web::dev::ServerHandle;
use chrono::TimeDelta;
use kembar::actions::matching::models;
use kembar::api::edge::{self, ServerSettings};
use kembar::api::service;
use kembar::app::{App, Parts};
use kembar::auth::identity::{Identity, IdentitySettings};
use kembar::clock::{Clock, ManualClock};
use kembar::domain::role::Role;
use kembar::i18n::Catalogues;
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};

use super::world::{PASSWORD, World, cheap};
use crate::support::databases::Backend;

pub struct Service {
    pub world: World,
    clock: Arc<ManualClock>,
    base: String,
    client: reqwest::Client,
    handle: ServerHandle,
}

/// A person with a session.
pub struct Session {
    pub access: String,
    pub refresh: String,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub body: Value,
}

impl Answer {
    pub fn header(&self, name: &str) -> String {
        self.headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
    }

    /// The faults that a 422 names.
    pub fn pointers(&self) -> Vec<&str> {
        assert_eq!(self.status, 422, "{:?}", self.body);
        self.body["errors"].as_array().unwrap().iter().map(|fault| fault["pointer"].as_str().unwrap()).collect()
    }
}

impl Service {
    pub fn start(on: Backend) -> Self {
        let world = World::new(on);
        let clock = Arc::new(ManualClock::at(world.now));
        let identity = IdentitySettings { hashing: cheap(), ..IdentitySettings::new("https://kembar.example", None) };
        let model = models::current().unwrap();
        let parts = Parts {
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            identity: Identity::open(&identity).unwrap(),
            catalogues: Catalogues::new(model.taxonomy().clone()).unwrap(),
            model: Arc::new(model),
            cursor_secret: [7; 32],
        };
        let app = App::new(world.database.pool(), parts);
        let document = Arc::new(service::document());
        let edge = service::edge(crate::support::service::unhurried(), &document).unwrap();
        let settings = ServerSettings { workers: 1, handles_signals: false, ..ServerSettings::default() };
        let running = edge::start(move || service::app(&app, &edge, &document, |_| ()), "127.0.0.1:0", settings).unwrap();
        let (base, handle) = (format!("http://{}", running.addresses[0]), running.server.handle());
        actix_web::rt::spawn(running.server);
        Self { world, clock, base, client: reqwest::Client::builder().no_proxy().build().unwrap(), handle }
    }

    pub fn wait(&mut self, seconds: i64) {
        self.clock.advance(TimeDelta::seconds(seconds));
        self.world.wait(seconds);
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let path = if path.starts_with("/api/") { path.to_owned() } else { format!("/api/v1{path}") };
        self.client.request(method, format!("{}{path}", self.base))
    }

    pub async fn send(&self, request: RequestBuilder) -> Answer {
        let response: Response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = response.bytes().await.unwrap();
        let body = if bytes.is_empty() { Value::Null } else { serde_json::from_slice(&bytes).unwrap() };
        Answer { status, headers, body }
    }

    pub async fn get(&self, who: &Session, path: &str) -> Answer {
        self.send(self.request(Method::GET, path).bearer_auth(&who.access)).await
    }

    /// A POST with a fresh key.
    pub async fn post(&self, who: &Session, path: &str, body: Value) -> Answer {
        self.send(self.posting(who, path, &body).header("idempotency-key", uuid::Uuid::new_v4().to_string())).await
    }

    pub fn posting(&self, who: &Session, path: &str, body: &Value) -> RequestBuilder {
        self.request(Method::POST, path).bearer_auth(&who.access).json(body)
    }

    /// A change over the version that was seen.
    pub async fn change(&self, who: &Session, (method, path): (Method, &str), seen: &str, body: Value) -> Answer {
        self.send(self.request(method, path).bearer_auth(&who.access).header("if-match", seen).json(&body)).await
    }

    /// A POST by somebody who has not signed in.
    pub async fn open(&self, path: &str, body: Value) -> Answer {
        self.send(self.request(Method::POST, path).json(&body)).await
    }

    pub async fn login(&self, email: &str, password: &str) -> Answer {
        self.open("/auth/login", json!({"email": email, "password": password})).await
    }

    /// Makes a person and signs them in.
    pub async fn signed_in(&mut self, email: &str, role: Role) -> Session {
        self.world.person(email, role);
        session(&self.login(email, PASSWORD).await)
    }

    pub async fn stop(self) {
        self.handle.stop(false).await;
    }
}

/// The tokens of an answer.
pub fn session(answer: &Answer) -> Session {
    assert_eq!(answer.status, StatusCode::OK.as_u16(), "{:?}", answer.body);
    let text = |name: &str| answer.body[name].as_str().unwrap().to_owned();
    Session { access: text("access_token"), refresh: text("refresh_token") }
}
