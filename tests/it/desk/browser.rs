//! The desk in a real browser: how it looks, and a morning's work by keyboard alone.

use std::time::{Duration, Instant};

use fantoccini::{Client, Locator};
use kembar::domain::proposal::ProposalState::{Deferred, Recommended};

use super::{desk, waiting};
use crate::browser::chromium::Browser;
use crate::browser::looks::look_at;
use crate::support::databases::Backend::Sqlite;
use crate::support::service::{PASSWORD, Service, email};
use crate::workflow::stage::{Stage, stored};

pub async fn sign_in(client: &Client, service: &Service, name: &str) {
    client.goto(&format!("{}/sign-in", service.url)).await.unwrap();
    client.find(Locator::Id("email")).await.unwrap().send_keys(&email(name)).await.unwrap();
    client.find(Locator::Id("password")).await.unwrap().send_keys(&format!("{PASSWORD}\n")).await.unwrap();
    client.wait().at_most(Duration::from_secs(10)).for_element(Locator::Css(".reader")).await.unwrap();
}

#[actix_web::test]
async fn the_desk_can_be_read_by_everybody_at_every_size() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    let ids = waiting(&service, 6).await;
    let stage = Stage { service: &service };
    stage.act("officer2", &ids[0], "reviews", &serde_json::json!({"decision": "recommend"})).await;
    stage.change(&ids[2], |proposal| proposal.created_at -= chrono::TimeDelta::days(40));
    let request = serde_json::json!({"wants": "Waste sorted at home", "gives": "Parks and drains"});
    let request = service.as_("surabaya").await.post("/api/v1/requests", &request).await.expect(201).id();
    sign_in(&browser.client, &service, "officer").await;
    let (first, second, asked) = (desk(&ids[0]), format!("{}?lang=id", desk(&ids[1])), format!("/desk/requests/{request}"));
    let pages: [(&str, &str); 9] = [
        ("desk", "/desk"),
        ("desk-id", "/desk?lang=id"),
        ("queue", "/desk/proposals"),
        ("queue-narrowed", "/desk/proposals?state=review&kind=peer_learning&lang=id"),
        ("proposal", &first),
        ("proposal-id", &second),
        ("explain", "/desk/explain?a=surabaya&b=da-nang&kind=sister_city"),
        ("requests", "/desk/requests"),
        ("request", &asked),
    ];
    look_at(browser, &service.url, "kembar-desk", &pages).await;
}

/// A person at the keyboard, who counts.
struct Officer<'a> {
    client: &'a Client,
    keys: usize,
}

impl Officer<'_> {
    async fn press(&mut self, keys: &str) {
        self.keys += keys.chars().count();
        self.client.active_element().await.unwrap().send_keys(keys).await.unwrap();
    }

    async fn wait_for(&self, css: &str) {
        self.client.wait().at_most(Duration::from_secs(15)).for_element(Locator::Css(css)).await.unwrap();
    }
}

const ENTER: &str = "\u{E007}";

#[actix_web::test]
async fn an_officer_decides_forty_proposals_in_a_morning_by_keyboard_alone() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    let ids = waiting(&service, 40).await;
    let client = &browser.client;
    sign_in(client, &service, "officer").await;
    client.goto(&format!("{}/desk/proposals", service.url)).await.unwrap();
    let mut officer = Officer { client, keys: 0 };
    officer.wait_for("[data-keys]:not([hidden])").await;
    let began = Instant::now();
    officer.press("j").await;
    officer.press("o").await;
    for (number, id) in ids.iter().enumerate() {
        // Each page belongs to the proposal that waited longest: the script has come when its hint is shown.
        officer.wait_for(&format!("form[action^='{}/decision']", desk(id))).await;
        officer.wait_for("[data-keys]:not([hidden])").await;
        if number == 20 {
            officer.press("d").await;
            officer.wait_for("details.against[open]").await;
            officer.press("outd").await;
            officer.press("\t").await;
            officer.press("Too old.").await;
            officer.press("\t").await;
            officer.press(ENTER).await;
        } else {
            officer.press("a").await;
            officer.wait_for("dialog#confirm[open]").await;
            officer.press(ENTER).await;
        }
    }
    officer.wait_for("table, .empty").await;
    client.wait().at_most(Duration::from_secs(15)).for_element(Locator::Css(".just")).await.unwrap();
    let (keys, seconds) = (officer.keys, began.elapsed().as_secs_f64());
    println!("40 proposals decided: {keys} key strokes, 0 clicks, {seconds:.1} s of the machine's time");
    for (number, id) in ids.iter().enumerate() {
        assert_eq!(stored(&service, id).state, if number == 20 { Deferred } else { Recommended }, "{number}");
    }
    assert!(keys <= 110, "{keys} key strokes");
    let complaints = browser.console().await;
    browser.close().await;
    assert!(complaints.is_empty(), "the console says: {complaints:#?}");
}

#[actix_web::test]
async fn keys_are_silent_in_text_fields_and_can_be_changed_and_turned_off() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    let id = waiting(&service, 1).await.remove(0);
    let client = &browser.client;
    sign_in(client, &service, "officer").await;
    client.goto(&format!("{}{}", service.url, desk(&id))).await.unwrap();
    let mut officer = Officer { client, keys: 0 };
    officer.wait_for("[data-keys]:not([hidden])").await;
    officer.press("r").await;
    officer.wait_for("details.against[open]").await;
    officer.press("\t").await;
    officer.press("a? d").await;
    assert!(client.find(Locator::Css("dialog[open]")).await.is_err(), "a key in a text field is a letter");
    assert_eq!(client.find(Locator::Id("reason")).await.unwrap().prop("value").await.unwrap().as_deref(), Some("a? d"));
    let with = |modifier: &str| {
        format!("document.body.dispatchEvent(new KeyboardEvent('keydown', {{key: 'a', {modifier}: true, bubbles: true}}))")
    };
    for modifier in ["ctrlKey", "altKey", "metaKey"] {
        client.execute(&format!("document.activeElement.blur(); {}", with(modifier)), vec![]).await.unwrap();
        assert!(client.find(Locator::Css("dialog[open]")).await.is_err(), "{modifier}");
    }
    officer.press("?").await;
    officer.wait_for("dialog#keys[open]").await;
    let change =
        "const field = document.getElementById('key-yes'); field.value = 'y'; field.dispatchEvent(new Event('change', {bubbles: true}));
        document.querySelector('#keys [data-close]').click(); document.activeElement.blur();";
    client.execute(change, vec![]).await.unwrap();
    client.refresh().await.unwrap();
    officer.wait_for("[data-keys]:not([hidden])").await;
    officer.press("a").await;
    assert!(client.find(Locator::Css("dialog[open]")).await.is_err(), "the old key does nothing");
    officer.press("y").await;
    officer.wait_for("dialog#confirm[open]").await;
    let off = "document.getElementById('confirm').close(); document.activeElement.blur(); document.getElementById('keys-on').click();";
    client.execute(off, vec![]).await.unwrap();
    officer.press("y").await;
    assert!(client.find(Locator::Css("dialog[open]")).await.is_err(), "turned off");
    browser.close().await;
}
