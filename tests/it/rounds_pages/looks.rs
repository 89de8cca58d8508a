//! The pages of rounds in a real browser, in every state.

use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::json;

use super::{computed, impossible, path};
use crate::browser::chromium::Browser;
use crate::browser::looks::{LOOKS, look_at, look_here};
use crate::rounds::table::{CITIES, act, compute, draft, plan, released, work};
use crate::support::databases::Backend::Sqlite;
use crate::support::service::{PASSWORD, Service, email};

/// Signs the officer in.
async fn sign_in(browser: &Browser, service: &Service) {
    let client = &browser.client;
    client.goto(&format!("{}/sign-in", service.url)).await.expect("the page opens");
    client.find(Locator::Id("email")).await.expect("a field").send_keys(&email("officer")).await.expect("keys");
    client.find(Locator::Id("password")).await.expect("a field").send_keys(PASSWORD).await.expect("keys");
    client.find(Locator::Css("main button")).await.expect("a button").click().await.expect("a press");
    client.wait().for_element(Locator::Css(".reader")).await.expect("the first page");
}

/// A round of many cities under rules that cost something.
async fn large(service: &Service) -> String {
    let rules = json!({
        "country_pair_cap": 6, "country_caps": [{"country": "ID", "most": 9}], "barred": [["makassar", "hai-phong"]],
        "shares": [{"grouping": "size", "at_least": 0.2}],
    });
    let plan = json!({"name": "Vientiane 2026", "kind": "sister_city", "scope": {"countries": ["ID", "VN", "LA", "KH"]}, "rules": rules});
    let id = draft(service, &plan).await;
    assert_eq!(compute(service, &id).await.body["state"], "succeeded");
    id
}

#[actix_web::test]
async fn the_pages_of_a_round_can_be_read_by_everybody_in_every_state() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    let compared = large(&service).await;
    let now = super::read(&service, &compared).await;
    let mut changed = now["plan"].clone();
    changed["rules"]["country_caps"] = json!([]);
    let address = crate::rounds::table::address(&compared);
    let etag = service.as_("officer").await.get(&address).await.etag().to_owned();
    service.as_("officer").await.put(&address, &etag, &changed).await.expect(200);
    compute(&service, &compared).await;
    let infeasible = impossible(&service).await;
    let tied = plan(&["surabaya", "bangkok", "makassar", "semarang"], json!({"locked": [["makassar", "semarang"]]}));
    let failed = draft(&service, &tied).await;
    compute(&service, &failed).await;
    let small = computed(&service, json!({})).await;
    let in_review = released(&service, &["surabaya", "da-nang", "penang-island", "iloilo-city"]).await;
    let capped = json!({"country_caps": [{"country": "ID", "most": 0}], "least": 2, "most": 2});
    let drafted = draft(&service, &plan(&CITIES, capped)).await;
    let computing = draft(&service, &plan(&CITIES, json!({}))).await;
    act(&service, &computing, "compute", &serde_json::Value::Null).await.expect(202);
    let closed = draft(&service, &plan(&CITIES, json!({}))).await;
    act(&service, &closed, "close", &serde_json::Value::Null).await.expect(200);
    let at = |id: &str, rest: &str| format!("{}{rest}", path(id));
    let pages = [
        ("list", "/desk/rounds".to_owned()),
        ("list-none", "/desk/rounds?state=closed&lang=id".to_owned()),
        ("new", "/desk/rounds/new".to_owned()),
        ("edit-id", at(&compared, "/edit?lang=id")),
        ("draft", at(&drafted, "")),
        ("computing", at(&computing, "")),
        ("computed", at(&compared, "")),
        ("computed-id", at(&small, "?lang=id")),
        ("infeasible", at(&infeasible, "")),
        ("failed", at(&failed, "")),
        ("released", at(&in_review, "")),
        ("closed", at(&closed, "")),
        ("analysis", at(&compared, "/analysis?run=1")),
        ("analysis-id", at(&compared, "/analysis?lang=id")),
        ("analysis-infeasible", at(&infeasible, "/analysis")),
        ("analysis-released", at(&in_review, "/analysis")),
        ("compare", at(&compared, "/compare")),
        ("compare-id", at(&compared, "/compare?from=2&to=1&lang=id")),
        ("ask-release", at(&small, "/release")),
        ("ask-recall-id", at(&in_review, "/recall?lang=id")),
        ("ask-close", at(&small, "/close")),
    ];
    let pages: Vec<(&str, &str)> = pages.iter().map(|(name, path)| (*name, path.as_str())).collect();
    sign_in(&browser, &service).await;
    look_at(browser, &service.url, "kembar-rounds", &pages).await;
}

#[actix_web::test]
async fn a_form_with_faults_leads_to_each_of_them() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    sign_in(&browser, &service).await;
    let client = &browser.client;
    let folder = std::env::temp_dir().join("kembar-rounds");
    std::fs::create_dir_all(&folder).unwrap();
    let mut found = Vec::new();
    for look in LOOKS {
        browser.look(look).await;
        client.goto(&format!("{}/desk/rounds/new", service.url)).await.expect("the page opens");
        client.find(Locator::Css("input[name=locked_a]")).await.expect("a field").send_keys("Makassar").await.expect("keys");
        // The last one ends with the key that sends a form.
        for (field, text) in [("cities", "Atlantis"), ("minimum_score", "200"), ("name", " \u{e007}")] {
            client.find(Locator::Id(field)).await.expect("a field").send_keys(text).await.expect("keys");
        }
        client.wait().for_element(Locator::Css("[role=alert]")).await.expect("the faults");
        found.extend(look_here(&browser, &folder, ("faults", look)).await);
    }
    assert!(found.is_empty(), "{found:#?}");
    client.find(Locator::Css("a[href='#locked-0']")).await.expect("a way").click().await.expect("a press");
    assert_eq!(client.current_url().await.expect("an address").fragment(), Some("locked-0"));
    browser.close().await;
}

#[actix_web::test]
async fn an_open_page_tells_the_progress_and_shows_the_result_by_itself() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    let id = draft(&service, &plan(&CITIES, json!({}))).await;
    sign_in(&browser, &service).await;
    let client = &browser.client;
    client.goto(&format!("{}{}", service.url, path(&id))).await.expect("the page opens");
    // By key: a click lands elsewhere while the page still scrolls to its place.
    let button = client.find(Locator::Css("form[action$='/compute'] button")).await.expect("a button");
    button.send_keys(&Key::Enter.to_string()).await.expect("a press");
    client.wait().for_element(Locator::Css("progress")).await.expect("the progress");
    assert!(work(&service).await);
    client.wait().for_element(Locator::Css("a[href*='/analysis']")).await.expect("the result, without a press");
    let complaints = browser.console().await;
    browser.close().await;
    assert!(complaints.is_empty(), "the console says: {complaints:#?}");
}
