//! Drupal's core media module, as it treats oEmbed: discovery by XPath, a strict look at the answer, and its HTML printed inside a frame of
//! the site's own.

use fantoccini::Locator;

use super::host::{Host, around, assert_calm, enter, heading_in, height_in, leave, until};
use super::{portal, publish};
use crate::browser::chromium::{Browser, Look};
use crate::support::databases::Backend::Sqlite;
use crate::support::service::Service;
use serde_json::{Value, json};

/// The endpoint that the page names, found by the browser's own XPath.
async fn discovered(browser: &Browser, address: &str) -> String {
    browser.client.goto(address).await.expect("the page opens");
    let script =
        "return document.evaluate(\"//link[@type='application/json+oembed']\", document, null, XPathResult.FIRST_ORDERED_NODE_TYPE, null)
        .singleNodeValue.getAttribute('href')";
    browser.client.execute(script, vec![]).await.expect("the script runs").as_str().expect("an address").to_owned()
}

/// The answer as a strict reader takes it.
async fn read(service: &Service, endpoint: &str) -> Value {
    // A site knows providers by a list; one of its own makes ours known.
    let providers: Value = reqwest::get(format!("{}/providers.json", service.url)).await.unwrap().json().await.unwrap();
    let answer = reqwest::get(format!("{endpoint}&maxwidth=800&maxheight=600")).await.unwrap();
    assert!(answer.headers()["content-type"].to_str().unwrap().contains("application/json"));
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body["version"], json!("1.0"), "a text, and exactly this one");
    assert_eq!(body["type"], "rich");
    assert_eq!(body["provider_name"], providers[0]["provider_name"], "a provider whose name is not in the list is refused");
    assert!(body["html"].is_string() && body["width"].is_u64() && body["height"].is_u64());
    body
}

#[actix_web::test]
async fn a_drupal_site_shows_the_pairings_in_a_frame_of_its_own() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    publish(&service, 2).await;
    let (host, stranger) = (Host::start(), Host::start());
    portal(&service, "drupal", json!({"origins": [host.origin()]})).await;
    let endpoint = discovered(&browser, &format!("{}/embed/v1/drupal/recommendations?lang=id", service.url)).await;
    let answer = read(&service, &endpoint).await;
    let (width, height) = (&answer["width"], &answer["height"]);
    host.put(
        "/media/oembed",
        &format!("<!doctype html><title>Media</title><body style=\"margin:0\">{}</body>", answer["html"].as_str().unwrap()),
    );
    let frame = format!(
        "<iframe src=\"/media/oembed\" width=\"{width}\" height=\"{height}\" class=\"media-oembed-content\" loading=\"eager\" title=\"Media\"></iframe>"
    );
    host.put("/node", &around(&frame));
    browser.look(Look { width: 1280, scheme: "dark" }).await;
    let _earlier = (browser.console().await, browser.fetched().await);
    browser.client.goto(&format!("{}/node", host.origin())).await.expect("the page opens");
    assert_eq!(heading_in(&browser, &[0, 0]).await.as_deref(), Some("Kemitraan yang telah terbit"));
    assert!(height_in(&browser, &[0, 0]).await > 100);
    assert_calm(&browser, &[&service.url, &host.origin()]).await;

    enter(&browser, &[0, 0]).await;
    browser.client.find(Locator::Css(".links a")).await.expect("a link").click().await.expect("a click");
    leave(&browser, &[0, 0]).await;
    let arrived =
        until(&browser, "return location.pathname.startsWith('/cities/') ? location.href : null").await.expect("the link leads on");
    assert!(arrived.as_str().unwrap().contains("?lang=id"), "{arrived}");

    // The same frame of the site inside of a stranger's page.
    stranger.put("/around", &around(&format!("<iframe src=\"{}/media/oembed\" title=\"Stolen\"></iframe>", host.origin())));
    browser.client.goto(&format!("{}/around", stranger.origin())).await.expect("the page opens");
    assert_eq!(heading_in(&browser, &[0, 0]).await, None);
    browser.close().await;
}
