//! The pages of a running service with the bundled cities, in a real browser.

use fantoccini::Locator;

use super::chromium::Browser;
use super::looks::{is_foreign, look_at};
use crate::support::databases::Backend::Sqlite;
use crate::support::service::Service;

const PAGES: [(&str, &str); 12] = [
    ("home", "/"),
    ("directory", "/cities"),
    ("directory-narrowed", "/cities?q=a&country=ID&theme=solid-waste&lang=id"),
    ("surabaya", "/cities/surabaya"),
    ("surabaya-id", "/cities/surabaya?lang=id"),
    ("hoi-an", "/cities/hoi-an"),
    ("about-data", "/about-data"),
    ("practices", "/practices"),
    ("practices-th", "/practices?theme=solid-waste&lang=th"),
    ("practices-none-km", "/practices?theme=solid-waste&country=BN&lang=km"),
    ("partnerships-none", "/partnerships"),
    ("partnerships-none-vi", "/partnerships?kind=sister_city&lang=vi"),
];

#[actix_web::test]
async fn the_pages_of_real_cities_can_be_read_by_everybody_at_every_size() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    look_at(browser, &service.url, "kembar-real-pages", &PAGES).await;
}

#[actix_web::test]
async fn the_documentation_can_be_read_without_anything_from_outside() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    // Where the links of the pages lead.
    browser.client.goto(&format!("{}/docs", service.url)).await.expect("the page opens");
    let operation = browser.client.wait().for_element(Locator::Css(".opblock-summary-path")).await.expect("the operations are listed");
    assert!(operation.text().await.expect("a text").starts_with('/'));
    let complaints = browser.console().await;
    let foreign: Vec<_> = browser.fetched().await.into_iter().filter(|fetched| is_foreign(fetched, &service.url)).collect();
    browser.close().await;
    assert!(complaints.is_empty(), "the console says: {complaints:#?}");
    assert!(foreign.is_empty(), "fetched from elsewhere: {foreign:#?}");
}
