//! A running service on a real socket, with the bundled cities and an account of every role.

#![allow(dead_code, reason = "what one family of tests leaves alone, another uses")]

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::{Arc, OnceLock};

use actix_web::dev::ServerHandle;
use kembar::actions::accounts::{self, NewAccount};
use kembar::actions::context::Author;
use kembar::actions::matching::{models, registry};
use kembar::actions::seeding;
use kembar::api::edge::{EdgeSettings, QuotaSettings, ServerSettings, start};
use kembar::api::service;
use kembar::app::{App, Parts};
use kembar::auth::identity::{Identity, IdentitySettings};
use kembar::auth::password::{Hasher, HashingCost};
use kembar::auth::secret::Secret;
use kembar::clock::{Clock, SystemClock};
use kembar::domain::role::Role;
use kembar::embeds;
use kembar::i18n::Catalogues;
use kembar::matching::model::Model;
use kembar::store::connection::Pool;
use kembar::store::migrations;
use serde_json::Value;

use super::client::Person;
use super::databases::{Backend, Database};

/// The password of every account of the tests.
pub const PASSWORD: &str = "sungai yang tenang 42";

/// Cheap, because the tests hash often and guard nothing.
const CHEAP: HashingCost = HashingCost { memory_kib: 8, passes: 1, lanes: 1 };

/// Accounts of the tests: name, role, city, country. The name is that of `Service::as_`.
const PEOPLE: &[(&str, Role, Option<&str>, Option<&str>)] = &[
    ("admin", Role::Admin, None, None),
    ("admin2", Role::Admin, None, None),
    ("officer", Role::Officer, None, None),
    ("officer2", Role::Officer, None, None),
    ("approver", Role::Approver, None, None),
    ("approver2", Role::Approver, None, None),
    ("observer", Role::Observer, None, None),
    ("observer-id", Role::Observer, None, Some("ID")),
    ("observer-th", Role::Observer, None, Some("TH")),
    ("surabaya", Role::FocalPoint, Some("surabaya"), None),
    ("iloilo-city", Role::FocalPoint, Some("iloilo-city"), None),
    ("da-nang", Role::FocalPoint, Some("da-nang"), None),
    ("penang-island", Role::FocalPoint, Some("penang-island"), None),
    ("bangkok", Role::FocalPoint, Some("bangkok"), None),
];

/// The model, parsed once for all tests.
pub fn model() -> &'static Arc<Model> {
    static MODEL: OnceLock<Arc<Model>> = OnceLock::new();
    MODEL.get_or_init(|| Arc::new(models::current().unwrap()))
}

/// Fills an empty database: the bundle and the accounts.
pub fn seed(pool: &Pool) {
    let app = app(pool.clone(), Arc::new(SystemClock));
    let hash = Hasher::new(CHEAP).unwrap().hash(&Secret::from(PASSWORD)).unwrap();
    app.write_here(None, |write| {
        seeding::bundle(write, model(), &mut |_, _| {})?;
        registry::settle(write)?;
        for (name, role, city, country) in PEOPLE {
            let new = NewAccount {
                email: email(name),
                name: format!("Test {name}"),
                role: *role,
                city: city.map(str::to_owned),
                country: country.map(|code| code.parse().unwrap()),
                language: None,
            };
            accounts::create_with_password(write, &Author::CommandLine, new, &hash)?;
        }
        Ok(())
    })
    .unwrap();
}

pub fn email(name: &str) -> String {
    format!("{name}@kembar.example")
}

/// The service without its server.
pub fn app(pool: Pool, clock: Arc<dyn Clock>) -> App {
    let identity = Identity::open(&IdentitySettings { hashing: CHEAP, ..IdentitySettings::new("urn:kembar:test", None) }).unwrap();
    let catalogues = Catalogues::new(model().taxonomy().clone()).unwrap();
    App::new(pool, Parts { clock, model: Arc::clone(model()), identity, catalogues, cursor_secret: [7; 32] })
}

/// A running service. It ends with this value.
pub struct Service {
    pub app: App,
    pub url: String,
    pub database: Database,
    handle: ServerHandle,
    http: reqwest::Client,
    tokens: std::sync::Mutex<BTreeMap<String, String>>,
}

impl Service {
    /// On a fresh copy of the seeded database.
    pub async fn start(on: Backend) -> Self {
        Self::start_at(on, Arc::new(SystemClock)).await
    }

    /// The same with another clock.
    pub async fn start_at(on: Backend, clock: Arc<dyn Clock>) -> Self {
        Self::start_with(on, clock, unhurried()).await
    }

    /// The same with other limits.
    pub async fn start_with(on: Backend, clock: Arc<dyn Clock>, limits: EdgeSettings) -> Self {
        let database = actix_web::web::block(move || Database::seeded(on)).await.unwrap();
        let app = app(database.pool(), clock);
        let document = Arc::new(service::document());
        let edge = service::edge(limits, &document).unwrap();
        let served = app.clone();
        let settings = ServerSettings { workers: 2, handles_signals: false, ..ServerSettings::default() };
        let running =
            start(move || service::app(&served, &edge, &document, embeds::configure_with_pages), "127.0.0.1:0", settings).unwrap();
        let url = format!("http://{}", running.addresses[0]);
        app.is_reached_at(&url);
        let handle = running.server.handle();
        actix_web::rt::spawn(running.server);
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        Self { app, url, database, handle, http, tokens: std::sync::Mutex::default() }
    }

    /// Nobody in particular.
    pub fn anonymous(&self) -> Person {
        Person::new(self.http.clone(), &self.url, None)
    }

    /// Somebody with this token or key.
    pub fn bearing(&self, token: &str) -> Person {
        Person::new(self.http.clone(), &self.url, Some(token.to_owned()))
    }

    /// One of the people, signed in.
    pub async fn as_(&self, name: &str) -> Person {
        let known = self.tokens.lock().unwrap().get(name).cloned();
        let token = match known {
            Some(token) => token,
            None => {
                let answer = self.anonymous().sign_in(&email(name), PASSWORD).await;
                assert_eq!(answer.status, 200, "{name} signs in: {}", answer.body);
                let token = answer.body["access_token"].as_str().expect("an access token").to_owned();
                self.tokens.lock().unwrap().insert(name.to_owned(), token.clone());
                token
            }
        };
        self.bearing(&token)
    }

    /// Forgets a token, so that the next call of this person signs in anew.
    pub fn forget(&self, name: &str) {
        self.tokens.lock().unwrap().remove(name);
    }

    /// The id of a bundled city.
    pub async fn city_id(&self, slug: &str) -> String {
        let city = self.anonymous().get(&format!("/api/v1/cities/{slug}")).await;
        assert_eq!(city.status, 200, "{slug}: {}", city.body);
        Value::as_str(&city.body["id"]).unwrap().to_owned()
    }
}

/// The usual limits, without a quota that a test could meet.
pub fn unhurried() -> EdgeSettings {
    EdgeSettings {
        quotas: QuotaSettings { address: NonZeroU32::MAX, person: NonZeroU32::MAX },
        security_contact: Some("mailto:security@kembar.example".to_owned()),
        ..EdgeSettings::default()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // The order goes out at the call; there is nobody left to wait for the end.
        drop(self.handle.stop(false));
    }
}

/// Makes the schema and fills it, for the templates that every test copies.
pub fn prepare(database: &Database) {
    migrations::run(database.connection()).unwrap();
    seed(&database.pool());
}
