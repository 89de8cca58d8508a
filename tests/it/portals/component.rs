//! The web component: its address and its hash, a page with a strict policy, and a file that somebody altered.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha384};

use super::host::{Host, around, assert_calm, until};
use super::{portal, publish, publish_saying, text};
use crate::browser::chromium::{Browser, Look};
use crate::support::client::Answer;
use crate::support::databases::Backend::Sqlite;
use crate::support::service::Service;

const ELEMENT: &str = "<kembar-recommendations portal=\"acn\" lang=\"id\" limit=\"2\"><a href=\"https://kembar.example/\">Partnerships</a></kembar-recommendations>";

/// What is told of the present version, and the file itself.
async fn present(service: &Service) -> (Answer, Answer) {
    let told = service.anonymous().get("/embed/v1/integrity.json").await.expect(200);
    let path = text(&told.body["src"]).strip_prefix(&service.url).unwrap().to_owned();
    let file = service.anonymous().get(&path).await.expect(200);
    (told, file)
}

#[actix_web::test]
async fn the_file_is_kept_for_ever_and_its_hash_is_told() {
    let service = Service::start(Sqlite).await;
    let (told, file) = present(&service).await;
    assert_eq!(text(&told.body["integrity"]), format!("sha384-{}", STANDARD.encode(Sha384::digest(file.text.as_bytes()))));
    assert_eq!(file.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(file.header("content-type"), "text/javascript; charset=utf-8");
    assert!(told.header("cache-control").contains("max-age=60"));
    for answer in [&told, &file] {
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin");
    }
    for never in ["innerHTML", "outerHTML", "insertAdjacent", "eval(", "document.write", "localStorage", "cookie"] {
        assert!(!file.text.contains(never), "{never}");
    }
    for other in ["kembar-recommendations.0000000000000000.js", "kembar-recommendations.js", "other.js"] {
        service.anonymous().get(&format!("/embed/v1/{other}")).await.expect(404);
    }
}

#[actix_web::test]
async fn the_component_shows_pairings_on_a_page_with_a_strict_policy() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    publish(&service, 2).await;
    publish_saying(&service, 2, "</script><img src=x onerror=alert(1)>").await;
    let host = Host::start();
    portal(&service, "acn", json!({"origins": [host.origin()]})).await;
    portal(&service, "thai", json!({"countries": ["TH"]})).await;
    let (told, _) = present(&service).await;
    let policy = format!("default-src 'none'; img-src data:; script-src {0}; connect-src {0}", service.url);
    host.put_with("/page", &around(&format!("{}{ELEMENT}", text(&told.body["tag"]))), &policy);
    browser.look(Look { width: 390, scheme: "light" }).await;
    browser.client.goto(&format!("{}/page", host.origin())).await.expect("the page opens");
    let shown = "const root = document.querySelector('kembar-recommendations').shadowRoot; const items = root?.querySelectorAll('[part=item]') ?? [];
        return items.length ? [...items].map(i => [i.querySelector('a').href, i.textContent]) : null";
    let items = until(&browser, shown).await.expect("pairings are shown");
    assert_eq!(items.as_array().unwrap().len(), 2);
    assert!(text(&items[0][0]).starts_with(&format!("{}/partnerships/", service.url)), "{items}");
    assert!(text(&items[0][1]).contains("<img src=x onerror=alert(1)>"), "a text stays a text: {items}");
    let drawn =
        "const item = document.querySelector('kembar-recommendations').shadowRoot.querySelector('li'); const s = getComputedStyle(item);
        return [s.borderTopWidth, document.documentElement.scrollWidth <= document.documentElement.clientWidth]";
    assert_eq!(
        browser.client.execute(drawn, vec![]).await.expect("it runs"),
        json!(["1px", true]),
        "its style needs no leave of the page's policy"
    );

    // Where there is nothing, what stands inside the element is shown.
    let other = "const e = document.querySelector('kembar-recommendations'); e.setAttribute('portal', 'thai'); return true";
    browser.client.execute(other, vec![]).await.expect("it runs");
    let fallback = "const e = document.querySelector('kembar-recommendations'); return e.shadowRoot.querySelector('slot') && e.querySelector('a').getBoundingClientRect().height > 0 || null";
    assert!(until(&browser, fallback).await.is_some());
    assert_calm(&browser, &[&service.url, &host.origin()]).await;
    browser.close().await;
}

#[actix_web::test]
async fn a_browser_refuses_a_file_that_was_altered_and_shows_the_link_instead() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    publish(&service, 1).await;
    let host = Host::start();
    let (told, file) = present(&service).await;
    let element = ELEMENT.replace(" portal=\"acn\"", "");
    for (name, script, is_run) in [("as-it-is", file.text.clone(), true), ("altered", format!("{} ", file.text), false)] {
        host.put(&format!("/{name}.js"), &script);
        let tag = text(&told.body["tag"]).replace(&text(&told.body["src"]), &format!("/{name}.js"));
        host.put(&format!("/{name}"), &around(&format!("{tag}{element}")));
        browser.client.goto(&format!("{}/{name}", host.origin())).await.expect("the page opens");
        let defined = "return document.readyState === 'complete' ? Boolean(customElements.get('kembar-recommendations')) : null";
        assert_eq!(until(&browser, defined).await, Some(json!(is_run)), "{name}");
        let link = "return document.querySelector('kembar-recommendations a').getBoundingClientRect().height > 0";
        assert_eq!(browser.client.execute(link, vec![]).await.expect("it runs"), true, "{name}");
        let complaints = browser.console().await;
        assert_eq!(complaints.iter().any(|line| line.contains("integrity")), !is_run, "{complaints:#?}");
    }
    browser.close().await;
}
