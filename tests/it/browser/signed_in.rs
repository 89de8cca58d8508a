//! The pages behind the sign-in, in a real browser.

use serde_json::json;

use super::chromium::Browser;
use super::looks::look_at;
use crate::members_pages::hand_in;
use crate::models::candidate;
use crate::support::databases::Backend::Sqlite;
use crate::support::service::Service;

#[actix_web::test]
async fn the_sign_in_can_be_read_by_everybody_at_every_size() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    let pages = [
        ("sign-in", "/sign-in"),
        ("sign-in-id", "/sign-in?lang=id&next=%2Faccount"),
        ("invitation", "/invitation"),
        ("signed-out", "/sign-in?done=signed-out"),
    ];
    look_at(browser, &service.url, "kembar-sign-in", &pages).await;
}

#[actix_web::test]
async fn the_pages_of_administrators_can_be_read_by_everybody_at_every_size() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    candidate(&service.app, "acv2045-next");
    browser.sign_in(&service.url, "admin").await;
    let pages = [
        ("accounts", "/admin/users"),
        ("accounts-id", "/admin/users?lang=id&role=observer"),
        ("invite", "/admin/users/new"),
        ("models", "/desk/models"),
        ("model", "/desk/models/acv2045-1"),
        ("model-id", "/desk/models/acv2045-1?lang=id"),
        ("candidate", "/desk/models/acv2045-next"),
        ("audit", "/admin/audit"),
        ("audit-whole", "/admin/audit?verify=1&kind=model&lang=id"),
        ("audit-none", "/admin/audit?kind=nothing"),
        ("account", "/account?done=password-changed"),
    ];
    look_at(browser, &service.url, "kembar-administration", &pages).await;
}

#[actix_web::test]
async fn the_pages_about_members_can_be_read_by_everybody_at_every_size() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    let claims =
        json!([{"theme": "solid-waste", "level": 5}, {"theme": "heritage-culture", "level": 2, "evidence": "Old town, listed in 1999"}]);
    let offers = json!([{"theme": "tourism", "modes": ["study_visit", "training"], "slots": 2, "what": "Guides trained by the city"}]);
    let profile = json!({"priorities": [{"theme": "water-sanitation", "rank": 1, "what": "Dry streets by 2030"}], "capacities": claims, "offers": offers});
    hand_in(&service, "da-nang", profile).await;
    browser.sign_in(&service.url, "officer").await;
    let pages = [
        ("members", "/desk/cities"),
        ("members-id", "/desk/cities?lang=id&country=VN"),
        ("members-none", "/desk/cities?q=zzzz"),
        ("profile-waiting", "/desk/cities/da-nang"),
        ("profile-waiting-id", "/desk/cities/da-nang?lang=id"),
        ("profile-imported", "/desk/cities/surabaya"),
    ];
    look_at(browser, &service.url, "kembar-members", &pages).await;
}
