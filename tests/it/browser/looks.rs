//! The sample pages in a real browser: wide and narrow, light and dark.

use std::path::Path;

use base64::Engine as _;
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::{Value, json};

use super::chromium::{Browser, Look};
use super::server::SampleServer;

/// axe-core 4.14, MPL-2.0; its licence lies beside it.
const AXE: &str = include_str!("../../fixtures/axe/axe.min.js");

/// A name for the picture, and the address.
const PAGES: [(&str, &str); 15] = [
    ("home", "/"),
    ("home-id", "/?lang=id&published=1"),
    ("directory", "/cities"),
    ("directory-narrowed", "/cities?q=a&country=ID&theme=solid-waste&lang=id"),
    ("directory-empty", "/cities?q=zzz&network=ASCN"),
    ("surabaya", "/cities/surabaya"),
    ("iloilo-id", "/cities/iloilo-city?lang=id"),
    ("da-nang", "/cities/da-nang"),
    ("hoi-an", "/cities/hoi-an"),
    ("kep", "/cities/kep"),
    ("partnerships", "/partnerships"),
    ("partnership-id", "/partnerships/1?lang=id"),
    ("practices", "/practices"),
    ("about-data", "/about-data"),
    ("bad-request", "/trouble/bad-request"),
];

/// Every picture by itself, with its table.
const PICTURES: [(&str, &str); 9] = [
    ("map", "/pictures/map"),
    ("pairs", "/pictures/pairs"),
    ("radar", "/pictures/radar"),
    ("bars", "/pictures/bars"),
    ("histogram", "/pictures/histogram"),
    ("heat", "/pictures/heat"),
    ("scatter", "/pictures/scatter"),
    ("network", "/pictures/network"),
    ("strip", "/pictures/strip"),
];

/// The languages that are set otherwise than Latin ones, and Vietnamese for its marks.
const FAR_PAGES: [(&str, &str); 18] = [
    ("home-th", "/?lang=th&published=1"),
    ("home-km", "/?lang=km&published=1"),
    ("home-vi", "/?lang=vi&published=1"),
    ("directory-th", "/cities?lang=th&q=a&country=ID"),
    ("directory-km", "/cities?lang=km&q=a&country=ID"),
    ("surabaya-th", "/cities/surabaya?lang=th"),
    ("surabaya-km", "/cities/surabaya?lang=km"),
    ("surabaya-vi", "/cities/surabaya?lang=vi"),
    ("partnerships-th", "/partnerships?lang=th"),
    ("partnership-km", "/partnerships/1?lang=km"),
    ("practices-th", "/practices?lang=th"),
    ("about-data-th", "/about-data?lang=th"),
    ("about-data-km", "/about-data?lang=km"),
    ("bad-request-km", "/trouble/bad-request?lang=km"),
    ("sign-in-th", "/entry/sign-in again?lang=th"),
    ("invitation-km", "/entry/invitation?lang=km"),
    ("account-th", "/entry/account?lang=th"),
    ("account-km", "/entry/account?lang=km"),
];

pub const LOOKS: [Look; 4] = [
    Look { width: 1280, scheme: "light" },
    Look { width: 1280, scheme: "dark" },
    Look { width: 390, scheme: "light" },
    Look { width: 390, scheme: "dark" },
];

#[tokio::test(flavor = "multi_thread")]
async fn every_page_can_be_read_by_everybody_at_every_size() {
    let Some(browser) = Browser::start().await else { return };
    let server = SampleServer::start();
    look_at(browser, &server.url(""), "kembar-pages", &PAGES).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_picture_can_be_read_by_everybody_at_every_size() {
    let Some(browser) = Browser::start().await else { return };
    let server = SampleServer::start();
    look_at(browser, &server.url(""), "kembar-pictures", &PICTURES).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_can_be_read_in_thai_khmer_and_vietnamese_at_every_size() {
    let Some(browser) = Browser::start().await else { return };
    let server = SampleServer::start();
    look_at(browser, &server.url(""), "kembar-far-pages", &FAR_PAGES).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_a_picture_draws_stands_out_from_its_ground_on_paper_and_in_forced_colours() {
    let Some(browser) = Browser::start().await else { return };
    let server = SampleServer::start();
    let folder = std::env::temp_dir().join("kembar-pictures");
    std::fs::create_dir_all(&folder).expect("a folder for the pictures");
    browser.look(Look { width: 600, scheme: "light" }).await;
    let mut lost = Vec::new();
    for (media, forced) in [("screen", true), ("print", false)] {
        browser.look_as(media, forced).await;
        for (name, path) in PICTURES {
            browser.client.goto(&server.url(path)).await.expect("the page opens");
            let picture = base64::engine::general_purpose::STANDARD.decode(browser.picture().await).expect("a picture");
            std::fs::write(folder.join(format!("{name}-{media}.png")), picture).expect("the picture is kept");
            // What covers the ground on purpose, around a dot or under a whisker, has its colour.
            let script = "const ground = getComputedStyle(document.querySelector('.map') || document.body).backgroundColor;
                const drawn = document.querySelectorAll('.picture svg :is(.dot:not(.s0), .tie, .block, .edge, .node, .spot, .whisker:not(.under), .threshold, .point)');
                const shows = paint => ![ground, 'none', 'rgba(0, 0, 0, 0)'].includes(paint);
                const is_lost = e => { const s = getComputedStyle(e); return !shows(s.stroke) && !shows(s.fill); };
                return [drawn.length, ...[...drawn].filter(is_lost).map(e => e.outerHTML.slice(0, 90))];";
            let found = browser.client.execute(script, vec![]).await.expect("the script runs");
            let found = found.as_array().expect("a list");
            assert!(found[0].as_u64() > Some(0) || name == "heat", "{name} draws nothing");
            lost.extend(found[1..].iter().map(|element| format!("{name} in {media}: {element}")));
        }
    }
    browser.close().await;
    assert!(lost.is_empty(), "cannot be seen: {lost:#?}");
}

/// Opens each page at every size and in both schemes, keeps a picture of each in a folder among the temporary files, and fails on
/// whatever keeps a reader out: something too wide, what axe finds, a complaint in the console, something fetched from elsewhere.
pub async fn look_at(browser: Browser, url: &str, folder: &str, pages: &[(&str, &str)]) {
    let folder = std::env::temp_dir().join(folder);
    std::fs::create_dir_all(&folder).expect("a folder for the pictures");
    let mut faults = Vec::new();
    for (name, path) in pages {
        for look in LOOKS {
            browser.look(look).await;
            browser.client.goto(&format!("{url}{path}")).await.expect("the page opens");
            faults.extend(look_here(&browser, &folder, (name, look)).await);
        }
        browser.look(Look { width: 320, scheme: "light" }).await;
        faults.extend(overflow(&browser).await.map(|fault| format!("{name} at 320: {fault}")));
    }
    // That a page of trouble has an error status is what it is for.
    let complaints: Vec<_> = browser.console().await.into_iter().filter(|line| !line.contains("/trouble/")).collect();
    let foreign: Vec<_> = browser.fetched().await.into_iter().filter(|fetched| is_foreign(fetched, url)).collect();
    browser.close().await;
    println!("pictures in {}", folder.display());
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert!(complaints.is_empty(), "the console says: {complaints:#?}");
    assert!(foreign.is_empty(), "fetched from elsewhere: {foreign:#?}");
}

/// Looks at the page that is open: keeps a picture of it, and tells what is too wide and what axe finds.
pub async fn look_here(browser: &Browser, folder: &Path, (name, look): (&str, Look)) -> Vec<String> {
    let picture = base64::engine::general_purpose::STANDARD.decode(browser.picture().await).expect("a picture");
    std::fs::write(folder.join(format!("{name}-{}-{}.png", look.width, look.scheme)), picture).expect("the picture is kept");
    // What is folded away has to be as good as the rest.
    browser.client.execute("document.querySelectorAll('details').forEach(d => d.open = true)", vec![]).await.expect("it unfolds");
    let place = format!("{name} at {} in {}", look.width, look.scheme);
    overflow(browser).await.into_iter().chain(barriers(browser).await).map(|fault| format!("{place}: {fault}")).collect()
}

pub fn is_foreign(fetched: &str, url: &str) -> bool {
    !fetched.starts_with(&format!("{url}/")) && !fetched.starts_with("data:") && !fetched.starts_with("chrome")
}

/// What makes the page scroll sideways, if it does.
async fn overflow(browser: &Browser) -> Option<String> {
    let script = "const wide = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= wide) return null;
        const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > wide + 0.5);
        return `${document.documentElement.scrollWidth} pixels wide: ${out.slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | ')}`;";
    let found = browser.client.execute(script, vec![]).await.expect("the script runs");
    found.as_str().map(str::to_owned)
}

/// What axe finds, each rule with the first element that breaks it.
async fn barriers(browser: &Browser) -> Vec<String> {
    browser.client.execute(AXE, vec![]).await.expect("axe loads");
    let script = "const done = arguments[arguments.length - 1];
        axe.run(document, {rules: {'target-size': {enabled: true}}, resultTypes: ['violations']})
            .then(r => done(r.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.length} times, first ${v.nodes[0].html} ${v.nodes[0].failureSummary}`)))
            .catch(e => done([String(e)]));";
    let found: Value = browser.client.execute_async(script, vec![]).await.expect("axe runs");
    found.as_array().unwrap_or(&vec![json!("axe gave no answer")]).iter().map(|line| line.as_str().unwrap_or("?").to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_searches_narrows_and_changes_the_language_by_keyboard_alone() {
    let Some(browser) = Browser::start().await else { return };
    let server = SampleServer::start();
    let client = &browser.client;
    client.goto(&server.url("/")).await.expect("the page opens");
    client.find(Locator::Css("body")).await.expect("a body").send_keys(&Key::Tab.to_string()).await.expect("a key");
    let first = client.active_element().await.expect("a focus");
    assert_eq!(first.text().await.expect("a text"), "Skip to the content");
    let outline = first.css_value("outline-width").await.expect("a style");
    assert_eq!(outline, "3px", "the focus cannot be seen");

    let search = client.find(Locator::Id("q")).await.expect("a search field");
    search.send_keys(&format!("da nang{}", Key::Enter)).await.expect("keys");
    client.wait().for_element(Locator::Css(".chips")).await.expect("the list");
    assert_eq!(client.current_url().await.expect("an address").query(), Some("q=da+nang"));

    client.find(Locator::Css("a[hreflang=id]")).await.expect("a switch").send_keys(&Key::Enter.to_string()).await.expect("a key");
    client.wait().for_element(Locator::Css("html[lang=id]")).await.expect("the list in Indonesian");
    assert_eq!(client.current_url().await.expect("an address").query(), Some("q=da+nang&lang=id"));

    client
        .find(Locator::Css(".cities a[href^='/cities/surabaya']"))
        .await
        .expect("a city")
        .send_keys(&Key::Enter.to_string())
        .await
        .expect("a key");
    client.wait().for_element(Locator::Css("html[lang=id] .trail")).await.expect("the page keeps the language");
    browser.close().await;
}
