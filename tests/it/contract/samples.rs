//! One good request for each operation that writes, each on an object of its own, so that any of them can be made in any order.

use kembar::domain::proposal::ProposalState::{Accepted, Invited, Proposed, Recommended};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::models::candidate;
use crate::rounds::table;
use crate::support::client::{Answer, Person};
use crate::support::document::Described;
use crate::support::service::{PASSWORD, Service};
use crate::workflow::stage::{Stage, address, proposal, reason, review};

/// A request that would be carried out.
pub struct Sample {
    pub operation: &'static str,
    pub person: Person,
    pub method: Method,
    pub path: String,
    /// Null where the operation takes none.
    pub body: Value,
    /// The present tag of what it changes, where it takes `If-Match`.
    pub etag: Option<String>,
}

impl Sample {
    /// The request without its body.
    pub fn head(&self) -> RequestBuilder {
        let request = self.person.request(self.method.clone(), &self.path).header("idempotency-key", Uuid::new_v4().to_string());
        match &self.etag {
            Some(etag) => request.header("if-match", etag),
            None => request,
        }
    }

    /// The request.
    pub fn whole(&self) -> RequestBuilder {
        if self.body.is_null() { self.head() } else { self.head().json(&self.body) }
    }

    /// Sends this body, whatever it is, as JSON.
    pub async fn send_bytes(&self, body: impl Into<Vec<u8>>) -> Answer {
        self.person.send(self.head().header("content-type", "application/json").body(body.into())).await
    }

    /// Whether it shows or sets a secret: then a wrong one is 401 as well as bad input, and a failure may be recorded.
    pub fn is_about_secrets(&self) -> bool {
        ["login", "refresh", "accept_invitation", "change_password"].contains(&self.operation)
    }

    /// This sample's operation in the document.
    pub fn described<'a>(&self, operations: &'a [Described]) -> &'a Described {
        operations.iter().find(|known| known.id == self.operation).unwrap_or_else(|| panic!("nothing serves {}", self.operation))
    }
}

/// Makes samples.
struct Maker<'a> {
    service: &'a Service,
    made: Vec<Sample>,
}

impl Maker<'_> {
    async fn add(&mut self, operation: &'static str, who: &str, (method, path): (Method, String), body: Value) {
        let person = if who == "anonymous" { self.service.anonymous() } else { self.service.as_(who).await };
        self.made.push(Sample { operation, person, method, path, body, etag: None });
    }

    /// With the tag that this person reads at this address.
    async fn on(&mut self, (who, from): (&str, &str), sample: (&'static str, &str, Method, String), body: Value) {
        let etag = self.service.as_(who).await.get(from).await.expect(200).etag().to_owned();
        let (operation, by, method, path) = sample;
        self.add(operation, by, (method, path), body).await;
        self.made.last_mut().unwrap().etag = Some(etag);
    }
}

fn post(path: impl Into<String>) -> (Method, String) {
    (Method::POST, format!("/api/v1{}", path.into()))
}

/// A model puts itself in nobody's way: a candidate to put in force.
async fn models(maker: &mut Maker<'_>) {
    candidate(&maker.service.app, "acv2045-sample");
    let at = "/api/v1/models/acv2045-sample".to_owned();
    let activate = ("activate_model", "admin", Method::POST, format!("{at}/activate"));
    maker.on(("admin", &at), activate, json!({"reason": "It did better on cities that were held out."})).await;
}

/// Rounds in every state in which something can be done to them, each of cities that no other one has.
async fn rounds(maker: &mut Maker<'_>) {
    let service = maker.service;
    let whole = json!({"name": "A sample", "kind": "sister_city", "theme": "solid-waste", "scope": {"cities": ["ipoh", "hue"], "without": []},
        "candidates": 10, "alternates": 2, "objective": "coverage_then_score",
        "rules": {"least": 0, "most": 1, "country_cap": 2, "shares": [{"grouping": "country", "at_least": 0.5}], "minimum_score": 0.0}});
    maker.add("create_round", "officer", post("/rounds"), whole.clone()).await;
    let on = |id: &str, deed: &str| format!("{}{deed}", table::address(id));
    let drafts = [table::draft(service, &whole).await, table::draft(service, &whole).await, table::draft(service, &whole).await];
    let at = table::address(&drafts[0]);
    maker.on(("officer", &at), ("update_round", "officer", Method::PUT, at.clone()), whole.clone()).await;
    let at = table::address(&drafts[1]);
    maker.on(("officer", &at), ("compute_round", "officer", Method::POST, on(&drafts[1], "/compute")), Value::Null).await;
    let at = table::address(&drafts[2]);
    maker.on(("officer", &at), ("close_round", "officer", Method::POST, on(&drafts[2], "/close")), Value::Null).await;
    let computed = table::computed(service, &["makassar", "hai-phong"]).await;
    let at = table::address(&computed);
    maker.on(("officer", &at), ("release_round", "officer", Method::POST, on(&computed, "/release")), Value::Null).await;
    let released = table::released(service, &["kuching", "davao-city"]).await;
    let at = table::address(&released);
    let recall = ("recall_round", "officer", Method::POST, on(&released, "/recall"));
    maker.on(("officer", &at), recall, json!({"reason": "Released too early."})).await;
    let waiting = table::draft(service, &whole).await;
    let job = table::act(service, &waiting, "compute", &Value::Null).await.expect(202).id();
    maker.add("cancel_job", "officer", (Method::DELETE, format!("/api/v1/jobs/{job}")), Value::Null).await;
}

/// All samples.
pub async fn all(service: &Service) -> Vec<Sample> {
    let mut maker = Maker { service, made: Vec::new() };
    signing_in(&mut maker).await;
    administration(&mut maker).await;
    membership(&mut maker).await;
    profiles(&mut maker).await;
    practices(&mut maker).await;
    requests(&mut maker).await;
    proposals(&mut maker).await;
    models(&mut maker).await;
    rounds(&mut maker).await;
    maker.made
}

async fn session(service: &Service, account: &str) -> Answer {
    service.anonymous().sign_in(&format!("{account}@kembar.example"), PASSWORD).await.expect(200)
}

async fn signing_in(maker: &mut Maker<'_>) {
    let service = maker.service;
    maker.add("login", "anonymous", post("/auth/login"), json!({"email": "observer@kembar.example", "password": PASSWORD})).await;
    let open = session(service, "observer").await;
    maker.add("refresh", "anonymous", post("/auth/refresh"), json!({"refresh_token": open.body["refresh_token"]})).await;
    let new = json!({"email": "invited@kembar.example", "name": "Invited", "role": "observer"});
    let invited = service.as_("admin").await.post("/api/v1/users", &new).await.expect(201);
    let accept = json!({"token": invited.body["invitation"]["token"], "password": "hujan turun di bulan juni"});
    maker.add("accept_invitation", "anonymous", post("/auth/invitation"), accept).await;
    let path = "/api/v1/me/password".to_owned();
    let change = json!({"current_password": PASSWORD, "new_password": "hujan turun di bulan juni"});
    maker.add("change_password", "observer-th", (Method::PUT, path), change).await;
    let open = session(service, "observer-id").await;
    maker.add("logout", "anonymous", post("/auth/logout"), Value::Null).await;
    maker.made.last_mut().unwrap().person = service.bearing(open.body["access_token"].as_str().unwrap());
}

async fn administration(maker: &mut Maker<'_>) {
    let admin = maker.service.as_("admin").await;
    let user = json!({"email": "new@kembar.example", "name": "New", "role": "focal_point", "city": "cebu-city", "language": "en"});
    maker.add("create_user", "admin", post("/users"), user).await;
    let id = maker.service.as_("officer2").await.get("/api/v1/me").await.expect(200).id();
    maker.add("invite_user", "admin", post(format!("/users/{id}/invitations")), Value::Null).await;
    let account = format!("/api/v1/users/{}", maker.service.as_("observer").await.get("/api/v1/me").await.expect(200).id());
    let change = ("update_user", "admin", Method::PATCH, account.clone());
    maker.on(("admin", &account), change, json!({"name": "Renamed", "language": "id"})).await;
    let settings = json!({"name": "ASEAN portal", "origins": ["https://portal.example"], "languages": ["en"], "countries": ["ID"],
        "themes": ["solid-waste"], "requests_per_minute": 60, "is_active": true});
    let mut new = settings.clone();
    new["slug"] = "asean-portal".into();
    maker.add("create_portal", "admin", post("/portals"), new.clone()).await;
    new["slug"] = "other-portal".into();
    let portal = admin.post("/api/v1/portals", &new).await.expect(201).id();
    let address = format!("/api/v1/portals/{portal}");
    maker.on(("admin", &address), ("update_portal", "admin", Method::PUT, address.clone()), settings).await;
    new["slug"] = "portal-with-keys".into();
    let portal = admin.post("/api/v1/portals", &new).await.expect(201).id();
    let key = json!({"label": "main", "expires_at": "2036-01-01T00:00:00Z"});
    let keys = format!("/api/v1/portals/{portal}/keys");
    maker.add("create_portal_key", "admin", (Method::POST, keys.clone()), key.clone()).await;
    let made = admin.post(&keys, &key).await.expect(201);
    let path = format!("{keys}/{}", made.body["key"]["id"].as_str().unwrap());
    maker.add("revoke_portal_key", "admin", (Method::DELETE, path), Value::Null).await;
}

async fn membership(maker: &mut Maker<'_>) {
    let city = json!({"slug": "new-town", "name": "New Town", "country": "ID", "local_name": "Kota Baru", "subdivision": "Jawa",
        "place": {"lat": -7.1, "lon": 112.2}, "population": 1000, "population_year": 2024, "population_source": "a census",
        "level": "city", "time_zone": "Asia/Jakarta", "is_coastal": true, "elevation_m": 4.5, "languages": ["id"],
        "contact": "the mayor's office", "notes": "A test.", "source": "a test"});
    maker.add("create_city", "officer", post("/cities"), city).await;
    let path = "/api/v1/cities/cebu-city".to_owned();
    let change = json!({"notes": "Seen by a test.", "population": 964_169, "population_year": 2020, "population_source": "a census"});
    maker.on(("officer", &path), ("update_city", "officer", Method::PATCH, path.clone()), change).await;
}

/// A profile with every member.
pub fn profile(words: &str) -> Value {
    json!({
        "priorities": [{"theme": "solid-waste", "rank": 1, "what": words, "year": 2024, "source": "the plan"}],
        "capacities": [{"theme": "disaster-resilience", "level": 3, "evidence": words, "link": "https://city.example/drains"}],
        "offers": [{"theme": "disaster-resilience", "modes": ["webinar"], "slots": 2, "languages": ["en"], "what": words}],
        "needs": [{"theme": "solid-waste", "modes": ["study_visit"], "what": words}],
    })
}

async fn profiles(maker: &mut Maker<'_>) {
    let (service, words) = (maker.service, "What a test says.");
    for (who, is_handed_in) in [("iloilo-city", false), ("da-nang", true), ("penang-island", true)] {
        let (city, path) = (service.as_(who).await, format!("/api/v1/cities/{who}/profile"));
        let etag = city.get(&path).await.expect(200).etag().to_owned();
        let draft = city.put(&path, &etag, &profile(words)).await.expect(200);
        if is_handed_in {
            city.decide(&format!("{path}/submit"), draft.etag(), &Value::Null).await.expect(200);
        }
    }
    let of = |city: &str| format!("/api/v1/cities/{city}/profile");
    let (own, drafted, handed_in, other) = (of("surabaya"), of("iloilo-city"), of("da-nang"), of("penang-island"));
    maker.on(("surabaya", &own), ("put_profile", "surabaya", Method::PUT, own.clone()), profile(words)).await;
    let submit = ("submit_profile", "iloilo-city", Method::POST, format!("{drafted}/submit"));
    maker.on(("iloilo-city", &drafted), submit, Value::Null).await;
    let verify = ("verify_profile", "officer", Method::POST, format!("{handed_in}/verify"));
    maker.on(("officer", &handed_in), verify, Value::Null).await;
    let send_back = ("return_profile", "officer", Method::POST, format!("{other}/return"));
    maker.on(("officer", &other), send_back, json!({"reason": "Say more about waste."})).await;
}

async fn practices(maker: &mut Maker<'_>) {
    let body = |title: &str| {
        json!({"themes": ["solid-waste"], "title": title, "problem": "Waste.", "what_was_done": "Composting.", "result": "Less of it.",
            "basis": "documented_result", "year": 2020, "cost_band": "low", "transferability": "Easy.",
            "evidence_link": "https://city.example/compost", "source": "the report"})
    };
    let (city, path) = (maker.service.as_("surabaya").await, "/api/v1/cities/surabaya/practices");
    maker.add("create_practice", "surabaya", (Method::POST, path.to_owned()), body("A new one")).await;
    for (operation, who) in [("update_practice", "surabaya"), ("decide_practice", "officer")] {
        let made = city.post(path, &body(operation)).await.expect(201);
        let at = format!("{path}/{}", made.id());
        if operation == "update_practice" {
            maker.add(operation, who, (Method::PUT, at), body("Corrected")).await;
        } else {
            let verdict = json!({"state": "curated", "reason": "Checked."});
            maker.add(operation, who, (Method::POST, format!("{at}/decisions")), verdict).await;
        }
        maker.made.last_mut().unwrap().etag = Some(made.etag().to_owned());
    }
    let indicator = "/api/v1/cities/surabaya/indicators/wdi_pm25_exposure".to_owned();
    let entry = json!({"value": 24.5, "year": 2023, "source": "the city's stations", "unit": "µg/m³", "baseline": 30.0,
        "baseline_year": 2019, "target": 15.0, "target_year": 2030});
    maker.on(("surabaya", &indicator), ("put_city_indicator", "surabaya", Method::PUT, indicator.clone()), entry).await;
    let word = json!({"city": "iloilo-city", "kind": "peer_learning", "theme": "solid-waste", "verdict": "interested", "reason": "Yes."});
    maker.add("create_feedback", "surabaya", post("/cities/surabaya/feedback"), word).await;
}

async fn requests(maker: &mut Maker<'_>) {
    let body = json!({"wants": "Less flooding.", "gives": "Compost.", "kind": "peer_learning", "themes": ["disaster-resilience"]});
    maker.add("create_request", "surabaya", post("/requests"), body.clone()).await;
    for (operation, who, end) in [("withdraw_request", "surabaya", "withdraw"), ("answer_request", "officer", "answer")] {
        let made = maker.service.as_("surabaya").await.post("/api/v1/requests", &body).await.expect(201);
        let answer = if end == "answer" { json!({"answer": "We have found somebody."}) } else { Value::Null };
        maker.add(operation, who, post(format!("/requests/{}/{end}", made.id())), answer).await;
        maker.made.last_mut().unwrap().etag = Some(made.etag().to_owned());
    }
}

async fn proposals(maker: &mut Maker<'_>) {
    let service = maker.service;
    let stage = Stage { service };
    let mut new = proposal(0);
    new["summary"] = "Surabaya learns from Iloilo City.".into();
    maker.add("create_proposal", "officer", post("/proposals"), new).await;
    let answer = json!({"answer": "accept", "reason_code": "other", "reason": "Gladly."});
    let deeds = [
        ("update_proposal", "officer", Method::PATCH, "", Proposed, json!({"summary": "Better words.", "is_held": true})),
        ("review_proposal", "approver2", Method::POST, "/reviews", Recommended, review("approve")),
        ("answer_proposal", "surabaya", Method::POST, "/answers", Invited, answer),
        ("publish_proposal", "approver", Method::POST, "/publish", Accepted, Value::Null),
        ("withdraw_proposal", "officer", Method::POST, "/withdraw", Proposed, reason()),
    ];
    for (number, (operation, who, method, end, state, body)) in deeds.into_iter().enumerate() {
        let at = address(&stage.proposal_in(state, number + 1).await);
        maker.on(("officer", &at), (operation, who, method, format!("{at}{end}")), body).await;
    }
}
