//! Rounds of a few cities, and a worker that is called by hand.

use kembar::domain::id::JobId;
use kembar::jobs::worker::{Worker, WorkerSettings};
use serde_json::{Value, json};

use crate::support::client::Answer;
use crate::support::service::Service;

/// Cities of six countries.
pub const CITIES: [&str; 6] = ["makassar", "hai-phong", "kuching", "davao-city", "chiang-mai", "siem-reap"];

/// A round of these cities.
pub fn plan(cities: &[&str], rules: Value) -> Value {
    json!({"name": "Manila 2026", "kind": "sister_city", "scope": {"cities": cities}, "rules": rules})
}

/// A worker of this service does what waits, if anything does.
pub async fn work(service: &Service) -> bool {
    let app = service.app.clone();
    actix_web::web::block(move || Worker::new(app, WorkerSettings::default()).one(None).unwrap()).await.unwrap()
}

pub fn address(id: &str) -> String {
    format!("/api/v1/rounds/{id}")
}

/// The round as the officer reads it now.
pub async fn read(service: &Service, id: &str) -> Answer {
    service.as_("officer").await.get(&address(id)).await.expect(200)
}

/// A deed on the round as it stands now.
pub async fn act(service: &Service, id: &str, deed: &str, body: &Value) -> Answer {
    let now = read(service, id).await;
    service.as_("officer").await.decide(&format!("{}/{deed}", address(id)), now.etag(), body).await
}

/// A new round.
pub async fn draft(service: &Service, plan: &Value) -> String {
    service.as_("officer").await.post("/api/v1/rounds", plan).await.expect(201).id()
}

/// Has a round computed; the job as it ended.
pub async fn compute(service: &Service, id: &str) -> Answer {
    let job = act(service, id, "compute", &Value::Null).await.expect(202);
    let (app, only) = (service.app.clone(), JobId(job.id().parse().unwrap()));
    let did = actix_web::web::block(move || Worker::new(app, WorkerSettings::default()).one(Some(only)).unwrap());
    assert!(did.await.unwrap(), "there is a job to do");
    service.as_("officer").await.get(job.header("location")).await.expect(200)
}

/// A round of these cities that has been computed.
pub async fn computed(service: &Service, cities: &[&str]) -> String {
    let id = draft(service, &plan(cities, json!({}))).await;
    let job = compute(service, &id).await;
    assert_eq!(job.body["state"], "succeeded", "{}", job.body);
    id
}

/// One that has been released.
pub async fn released(service: &Service, cities: &[&str]) -> String {
    let id = computed(service, cities).await;
    act(service, &id, "release", &Value::Null).await.expect(200);
    id
}

/// The proposals that came of a round.
pub async fn proposals(service: &Service, id: &str) -> Vec<Value> {
    let found = service.as_("officer").await.get(&format!("/api/v1/proposals?round={id}&limit=100")).await.expect(200);
    found.body["items"].as_array().unwrap().clone()
}
