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
use quick_xml::events::Event;
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

/// The text of the elements of a name, and the names of all elements; for XML that is not well formed a failure.
pub fn read_xml(xml: &str, wanted: &str) -> (String, Vec<String>) {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut inside, mut said, mut elements) = (false, String::new(), Vec::new());
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(tag) => {
                let name = String::from_utf8(tag.name().as_ref().to_vec()).unwrap();
                inside = name == wanted;
                elements.push(name);
            }
            Event::End(_) => inside = false,
            Event::Text(text) if inside => said.push_str(&text.decode().unwrap()),
            Event::GeneralRef(entity) if inside => {
                let name = entity.decode().unwrap();
                said.push_str(&quick_xml::escape::unescape(&format!("&{name};")).unwrap());
            }
            Event::Eof => return (said, elements),
            Event::Empty(_)
            | Event::Text(_)
            | Event::GeneralRef(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => {}
        }
    }
}
