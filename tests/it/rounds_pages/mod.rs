//! The pages of matching rounds over HTTP: set up by form, computed, read, changed, released.

mod analysis;
mod deeds;
mod looks;
mod rights;
mod setup;

use serde_json::{Value, json};

use crate::rounds::table::{CITIES, address, compute, draft, plan};
use crate::support::client::Answer;
use crate::support::pages::Visitor;
use crate::support::service::Service;

/// The page of a round.
fn path(id: &str) -> String {
    format!("/desk/rounds/{id}")
}

/// Where an answer leads.
fn location(answer: &Answer) -> &str {
    answer.header("location")
}

/// The id in the way to a round.
fn id_in(location: &str) -> String {
    location.trim_start_matches("/desk/rounds/").split(['?', '/']).next().unwrap().to_owned()
}

/// The round as the interface has it.
async fn read(service: &Service, id: &str) -> Value {
    service.as_("officer").await.get(&address(id)).await.expect(200).body
}

/// The round `deed` on the page, filled in with these.
async fn press(visitor: &mut Visitor, from: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
    let page = visitor.get(from).await.expect(200);
    visitor.fill(&page, action, fields).await
}

/// A computed round of six cities under these rules.
async fn computed(service: &Service, rules: Value) -> String {
    let id = draft(service, &plan(&CITIES, rules)).await;
    let job = compute(service, &id).await;
    assert_eq!(job.body["state"], "succeeded", "{}", job.body);
    id
}

/// A computed round that cannot be: two cities of one country and a third, each of which must have a partner.
async fn impossible(service: &Service) -> String {
    let id = draft(service, &plan(&["makassar", "palembang", "hai-phong"], json!({"least": 1}))).await;
    compute(service, &id).await;
    id
}

/// The text of a page without its tags, on one line.
fn words(html: &str) -> String {
    let body = html.split_once("<main").map_or(html, |(_, main)| main);
    let pieces = body.split('<').map(|piece| piece.split_once('>').map_or("", |(_, text)| text));
    pieces.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}
