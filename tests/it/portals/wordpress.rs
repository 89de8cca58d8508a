//! WordPress with a provider that it does not know, as its documentation and its contract with embeds have it: discovery in the page, the
//! answer filtered to a link and a frame, `sandbox="allow-scripts"`, a secret in the address, and a listener for `height` and `link`.

use fantoccini::Locator;

use super::host::{Host, around, assert_calm, enter, heading_in, height_in, leave, until};
use super::oembed::encoded;
use super::publish;
use crate::browser::chromium::{Browser, Look};
use crate::support::databases::Backend::Sqlite;
use crate::support::service::Service;

const SECRET: &str = "a1B2c3D4e5";

/// The listener's contract: only messages with the secret of a frame and from that frame; heights between 200 and 1000; links to the host
/// of the frame while the frame has the focus.
const LISTENER: &str = "
    window.addEventListener('message', event => {
        const said = event.data;
        if (!said || !said.secret || /[^a-zA-Z0-9]/.test(said.secret)) return;
        for (const quote of document.querySelectorAll(`blockquote[data-secret=\"${said.secret}\"]`)) quote.style.display = 'none';
        for (const frame of document.querySelectorAll(`iframe[data-secret=\"${said.secret}\"]`)) {
            if (event.source !== frame.contentWindow) continue;
            frame.removeAttribute('style');
            if (said.message === 'height') { frame.height = Math.min(1000, Math.max(200, parseInt(said.value, 10) || 200)); frame.dataset.told = frame.height; }
            const same = new URL(said.value || '', location).host === new URL(frame.src).host;
            if (said.message === 'link' && same && document.activeElement === frame) window.top.location.href = said.value;
        }
    });";

/// What a site makes of an address that an author pastes: what discovery and the filter leave of the answer.
async fn pasted(service: &Service, address: &str, secret_in_address: bool) -> String {
    let page = reqwest::get(address).await.unwrap().text().await.unwrap();
    let head = page.split("</head>").next().unwrap();
    assert!(page.len() < 150 * 1024, "no more of a page is read");
    let link = head.split("<link ").find(|link| link.contains("type=\"application/json+oembed\"")).expect("a link for discovery");
    let href = link.split("href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&amp;", "&");
    let endpoint = format!("{href}&maxwidth=600&maxheight=960&dnt=1&format=json");
    let answer: serde_json::Value = reqwest::get(&endpoint).await.unwrap().json().await.unwrap();
    assert!(href.contains(&encoded(address)) && endpoint.starts_with(&service.url), "{endpoint}");
    let html = answer["html"].as_str().unwrap();
    let (quote, frame) = html.split_at(html.find("<iframe").expect("a frame is needed"));
    let attribute = |name: &str| {
        let value = frame.split(&format!("{name}=\"")).nth(1).unwrap_or_else(|| panic!("no {name}")).split('"').next().unwrap();
        value.replace("&#38;", "&")
    };
    let src = if secret_in_address { format!("{}#?secret={SECRET}", attribute("src")) } else { attribute("src") };
    let quote = quote.replace("<blockquote>", &format!("<blockquote class=\"wp-embedded-content\" data-secret=\"{SECRET}\">"));
    format!(
        "{quote}<iframe class=\"wp-embedded-content\" sandbox=\"allow-scripts\" security=\"restricted\" style=\"position: absolute; clip: rect(1px, 1px, 1px, 1px);\" \
         title=\"{}\" src=\"{src}\" data-secret=\"{SECRET}\" width=\"{}\" height=\"{}\" frameborder=\"0\" marginwidth=\"0\" marginheight=\"0\" scrolling=\"no\"></iframe>",
        answer["title"].as_str().unwrap(),
        attribute("width"),
        attribute("height")
    )
}

async fn told_height(browser: &Browser) -> Option<u64> {
    let script = "const f = document.querySelector('iframe'); return f.dataset.told ? Number(f.dataset.told) : null";
    until(browser, script).await.and_then(|height| height.as_u64())
}

#[actix_web::test]
async fn an_author_of_a_wordpress_site_pastes_an_address_and_readers_see_the_pairings() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    publish(&service, 3).await;
    let host = Host::start();
    // As many times as there are ways to hand over the secret: in the address from the start, or added by the site's script later.
    for secret_in_address in [true, false] {
        let inside = pasted(&service, &format!("{}/cities/surabaya", service.url), secret_in_address).await;
        let later = "window.addEventListener('load', () => { document.querySelector('iframe').src += '#?secret=a1B2c3D4e5'; });";
        let script = if secret_in_address { LISTENER.to_owned() } else { format!("{LISTENER}{later}") };
        host.put("/post", &around(&format!("<script>{script}</script><div style=\"width:100%;max-width:600px\">{inside}</div>")));
        browser.look(Look { width: 1280, scheme: "light" }).await;
        browser.client.goto(&format!("{}/post", host.origin())).await.expect("the post opens");
        assert_eq!(heading_in(&browser, &[0]).await.as_deref(), Some("Partnerships of Surabaya"));
        let told = told_height(&browser).await.expect("the frame says how high it is");
        assert_eq!(told, height_in(&browser, &[0]).await.clamp(200, 1000), "and the site makes it so high");
        let seen = "const f = document.querySelector('iframe'), q = document.querySelector('blockquote');
            return !f.hasAttribute('style') && q.style.display === 'none' && f.getBoundingClientRect().height > 199 || null";
        assert!(until(&browser, seen).await.is_some(), "the frame is to be seen, and the link in its place is not");

        // A narrower frame is a higher one.
        let narrow = "document.querySelector('iframe').width = 260; return true";
        browser.client.execute(narrow, vec![]).await.expect("the script runs");
        let higher = format!("const told = Number(document.querySelector('iframe').dataset.told); return told > {told} ? told : null");
        let told = until(&browser, &higher).await.expect("the frame says that it has become higher").as_u64().unwrap();
        assert_eq!(told, height_in(&browser, &[0]).await.clamp(200, 1000));
        assert_calm(&browser, &[&service.url, &host.origin()]).await;

        enter(&browser, &[0]).await;
        let storage = browser.client.execute("try { return String(localStorage.length) } catch (e) { return e.name }", vec![]).await;
        assert_eq!(storage.expect("the script runs"), "SecurityError", "the frame lives without storage");
        assert_eq!(browser.client.execute("return self.origin", vec![]).await.expect("the script runs"), "null");
        browser.client.find(Locator::Css(".links a")).await.expect("a link").click().await.expect("a click");
        leave(&browser, &[0]).await;
        let arrived =
            until(&browser, "return location.pathname.startsWith('/cities/') ? location.href : null").await.expect("the link leads on");
        assert!(arrived.as_str().unwrap().starts_with(&format!("{}/cities/", service.url)), "{arrived}");
    }
    browser.close().await;
}
