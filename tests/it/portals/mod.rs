//! What other sites show of what is published: the formats, the frames, oEmbed and the web component, in a real browser where that counts.

mod component;
mod drupal;
mod formats;
mod frames;
mod framing;
mod host;
mod oembed;
mod plain;
mod walks;
mod withdrawn;
mod wordpress;

use kembar::domain::proposal::ProposalState::Published;
use serde_json::{Value, json};

use crate::support::service::Service;
use crate::workflow::stage::{LEARNER, MENTOR, Stage, proposal};

/// Publishes so many pairings of Surabaya and Iloilo City; their ids as portals see them, the newest first.
pub async fn publish(service: &Service, count: usize) -> Vec<String> {
    let stage = Stage { service };
    for number in 0..count {
        stage.proposal_in(Published, number).await;
    }
    ids(service).await
}

/// Publishes one with a text of its own; the proposal's id.
pub async fn publish_saying(service: &Service, number: usize, summary: &str) -> String {
    let stage = Stage { service };
    let mut body = proposal(number);
    body["summary"] = summary.into();
    let id = stage.propose(&body).await;
    stage.invite(&id).await;
    for who in [LEARNER, MENTOR] {
        stage.act(who, &id, "answers", &json!({"answer": "accept"})).await.expect(200);
    }
    id
}

/// The ids of everything that is published, the newest first.
pub async fn ids(service: &Service) -> Vec<String> {
    let page = service.anonymous().get("/api/v1/recommendations?limit=100").await.expect(200);
    page.body["items"].as_array().unwrap().iter().map(|item| text(&item["id"])).collect()
}

/// Takes a published proposal back.
pub async fn withdraw(service: &Service, proposal: &str) {
    let stage = Stage { service };
    stage.act("approver", proposal, "withdraw", &json!({"reason_code": "other", "reason": "Tried by a test."})).await.expect(200);
}

/// Registers a portal.
pub async fn portal(service: &Service, slug: &str, settings: Value) -> String {
    let mut body = settings;
    body["slug"] = slug.into();
    body["name"] = format!("Portal {slug}").into();
    service.as_("admin").await.post("/api/v1/portals", &body).await.expect(201).id()
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}
