//! What programs of strangers ask first.

use std::sync::Arc;

use kembar::api::edge::EdgeSettings;
use kembar::clock::SystemClock;
use serde_json::Value;

use crate::support::databases::Backend::Sqlite;
use crate::support::service::Service;

/// Every address that a catalogue links to.
fn links(value: &Value) -> Vec<String> {
    match value {
        Value::Object(members) => members
            .iter()
            .flat_map(|(name, value)| if name == "href" { vec![value.as_str().unwrap().to_owned()] } else { links(value) })
            .collect(),
        Value::Array(items) => items.iter().flat_map(links).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => vec![],
    }
}

#[actix_web::test]
async fn every_link_of_the_catalogue_leads_somewhere_of_the_type_that_it_names() {
    let service = Service::start(Sqlite).await;
    let anyone = service.anonymous();
    let catalogue = anyone.get("/.well-known/api-catalog").await.expect(200);
    assert_eq!(catalogue.header("content-type"), "application/linkset+json");
    let found = links(&catalogue.body);
    assert_eq!(found, ["/openapi.json", "/docs/", "/readyz"]);
    for (link, expected) in found.iter().zip(["application/json", "text/html", "application/json"]) {
        let answer = anyone.get(link).await.expect(200);
        assert!(answer.header("content-type").starts_with(expected), "{link}: {}", answer.header("content-type"));
    }
}

#[actix_web::test]
async fn whom_to_tell_of_a_hole_is_said_where_the_operator_has_named_somebody() {
    let nobody = Service::start_with(Sqlite, Arc::new(SystemClock), EdgeSettings::default()).await;
    nobody.anonymous().get("/.well-known/security.txt").await.expect(404);
    let service = Service::start(Sqlite).await;
    let told = service.anonymous().get("/.well-known/security.txt").await.expect(200);
    assert_eq!(told.header("content-type"), "text/plain; charset=utf-8");
    let fields: Vec<(&str, &str)> = told.text.lines().filter_map(|line| line.split_once(": ")).collect();
    assert_eq!(fields[0], ("Contact", "mailto:security@kembar.example"));
    let expires: chrono::DateTime<chrono::Utc> = fields[1].1.parse().expect("a time as in RFC 3339");
    assert_eq!(fields[1].0, "Expires");
    let days = (expires - chrono::Utc::now()).num_days();
    assert!((150..365).contains(&days), "{days}");
}
