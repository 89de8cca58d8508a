//! The pages in a real browser.

use crate::browser::chromium::{Browser, Look};
use crate::browser::looks::look_at;
use crate::support::databases::Backend::Sqlite;
use crate::support::service::{PASSWORD, Service, email};
use crate::workflow::stage::{Stage, proposal};
use fantoccini::Locator;

const PAGES: [(&str, &str); 16] = [
    ("home", "/my-city"),
    ("home-id", "/my-city?lang=id"),
    ("suggestions", "/my-city/suggestions?theme=solid-waste&kind=peer_learning"),
    ("suggestions-all-id", "/my-city/suggestions?kind=sister_city&lang=id"),
    ("suggestions-alike", "/my-city/suggestions?kind=peer_learning"),
    ("why", "/my-city/suggestions/iloilo-city?theme=solid-waste&kind=peer_learning"),
    ("why-not", "/my-city/suggestions/bandung?kind=sister_city&lang=id"),
    ("ask", "/my-city/ask?kind=peer_learning&theme=solid-waste&city=denpasar"),
    ("ask-id", "/my-city/ask?lang=id"),
    ("proposals", "/my-city/proposals"),
    ("profile", "/my-city/profile"),
    ("profile-about", "/my-city/profile/about"),
    ("profile-needs-id", "/my-city/profile/needs?lang=id"),
    ("profile-capacities", "/my-city/profile/capacities"),
    ("profile-office", "/my-city/profile/office"),
    ("profile-check", "/my-city/profile/check"),
];

/// Signs in at the page that is open.
async fn sign_in(browser: &Browser, url: &str) {
    let client = &browser.client;
    client.goto(&format!("{url}/sign-in")).await.unwrap();
    client.find(Locator::Id("email")).await.unwrap().send_keys(&email("surabaya")).await.unwrap();
    client.find(Locator::Id("password")).await.unwrap().send_keys(PASSWORD).await.unwrap();
    client.find(Locator::Css("main button")).await.unwrap().click().await.unwrap();
    client.wait().for_element(Locator::Css(".area")).await.unwrap();
}

#[actix_web::test]
async fn the_pages_of_a_focal_point_can_be_read_by_everybody_at_every_size() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    let stage = Stage { service: &service };
    let id = stage.propose(&proposal(0)).await;
    stage.invite(&id).await;
    sign_in(&browser, &service.url).await;
    let of_proposal = [("", "proposal"), ("/accept", "proposal-accept"), ("/decline", "proposal-decline")];
    let more: Vec<(&str, String)> = of_proposal.iter().map(|(deed, name)| (*name, format!("/my-city/proposals/{id}{deed}"))).collect();
    let pages: Vec<(&str, &str)> = PAGES.iter().copied().chain(more.iter().map(|(name, path)| (*name, path.as_str()))).collect();
    look_at(browser, &service.url, "kembar-my-city", &pages).await;
}

/// A hand on a telephone: counts what it does.
struct Hand<'a> {
    browser: &'a Browser,
    taps: usize,
    keys: usize,
}

impl Hand<'_> {
    async fn tap(&mut self, what: &str) {
        self.browser.client.wait().for_element(Locator::Css(what)).await.unwrap().click().await.unwrap();
        self.taps += 1;
    }

    async fn write(&mut self, field: &str, text: &str) {
        self.tap(field).await;
        self.browser.client.find(Locator::Css(field)).await.unwrap().send_keys(text).await.unwrap();
        self.keys += text.chars().count();
    }

    /// Opens a choice and takes one of it.
    async fn choose(&mut self, field: &str, value: &str) {
        self.browser.client.find(Locator::Css(field)).await.unwrap().select_by_value(value).await.unwrap();
        self.taps += 2;
    }

    async fn reads(&self, text: &str) {
        let main = self.browser.client.wait().for_element(Locator::Css("main")).await.unwrap().text().await.unwrap();
        assert!(main.contains(text), "{text} is not in: {main}");
    }
}

#[actix_web::test]
async fn an_assistant_with_a_minute_finds_a_partner_and_asks_for_it_on_a_telephone() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    browser.look(Look { width: 390, scheme: "light" }).await;
    browser.client.goto(&format!("{}/sign-in", service.url)).await.unwrap();
    let mut hand = Hand { browser: &browser, taps: 0, keys: 0 };
    hand.write("#email", &email("surabaya")).await;
    hand.write("#password", PASSWORD).await;
    hand.tap("main button").await;
    let signing_in = (hand.taps, hand.keys);
    hand.tap(".area a[href='/my-city/suggestions']").await;
    browser.client.wait().for_element(Locator::Css("#theme")).await.unwrap();
    hand.choose("#theme", "solid-waste").await;
    hand.tap(".about button").await;
    browser.client.wait().for_element(Locator::Css("#theme option[value=solid-waste][selected]")).await.unwrap();
    hand.reads("can teach Surabaya about solid waste").await;
    hand.tap(".suggested li:first-child a.button").await;
    browser.client.wait().for_element(Locator::Css(".score")).await.unwrap();
    hand.reads("What speaks for it").await;
    hand.tap("button[value=interested]").await;
    browser.client.wait().for_element(Locator::Css(".done")).await.unwrap();
    hand.reads("You said: interested").await;
    hand.tap(".deeds a.button[href^='/my-city/ask']").await;
    browser.client.wait().for_element(Locator::Css("#wants")).await.unwrap();
    hand.reads("You are asking for").await;
    hand.tap("form[action^='/my-city/ask'] button").await;
    browser.client.wait().for_element(Locator::Css(".done")).await.unwrap();
    hand.reads("Your request is with the secretariat.").await;
    let (taps, keys) = (hand.taps - signing_in.0, hand.keys - signing_in.1);
    println!("signing in: {} taps, {} keys; from there to the request: {taps} taps, {keys} keys", signing_in.0, signing_in.1);
    assert!(taps <= 8 && keys == 0, "{taps} taps and {keys} keys");
    browser.close().await;
}
