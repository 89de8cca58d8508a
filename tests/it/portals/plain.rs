//! A frame on a plain page: what it says to the page around it, what it hears, and how it looks.

use serde_json::json;

use super::host::{Host, around, assert_calm, heading_in, height_in, until};
use super::{ids, portal, publish, publish_saying, withdraw};
use crate::browser::chromium::{Browser, Look};
use crate::browser::looks::look_at;
use crate::support::databases::Backend::Sqlite;
use crate::support::service::Service;

/// The script of docs/portals.md, as it stands there.
pub fn script_of_the_guide() -> String {
    let guide = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/portals.md")).expect("the guide");
    let script = guide.split("<script>").nth(1).expect("a script").split("</script>").next().unwrap().to_owned();
    assert!(script.contains("https://kembar.example"), "{script}");
    script
}

#[actix_web::test]
async fn a_plain_page_makes_the_frame_as_high_as_it_says_and_nothing_else_moves_it() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    publish(&service, 3).await;
    let host = Host::start();
    portal(&service, "acn", json!({"origins": [host.origin()]})).await;
    let script = script_of_the_guide().replace("https://kembar.example", &service.url);
    let frame = format!(
        "<iframe id=\"pairings\" src=\"{}/embed/v1/acn/recommendations?lang=en\" width=\"700\" height=\"10\" title=\"Partnerships\"></iframe>",
        service.url
    );
    host.put("/page", &around(&format!("{frame}<script>{script}</script>")));
    browser.look(Look { width: 1280, scheme: "light" }).await;
    browser.client.goto(&format!("{}/page", host.origin())).await.expect("the page opens");
    assert!(heading_in(&browser, &[0]).await.is_some());
    let expected = height_in(&browser, &[0]).await;
    let is_so_high = |height: u64| format!("return document.getElementById('pairings').clientHeight === {height} || null");
    assert!(until(&browser, &is_so_high(expected)).await.is_some(), "the frame is as high as what is in it: {expected}");

    // Whatever others say to the page or to the frame changes nothing.
    let fuzz = "
        const frame = document.getElementById('pairings').contentWindow;
        const bad = [null, 7, 'kembar:hello', [], {}, {type: 'kembar:hello'}, {type: 'kembar:hello', v: 1}, {type: 'kembar:hello', v: 1, id: '<b>'},
            {type: 'kembar:hello', v: 2, id: 'x'}, {type: 'kembar:hello', v: 1, id: 'x'.repeat(65)}, JSON.parse('{\"__proto__\": {\"type\": \"kembar:hello\"}}'),
            {message: 'ready'}, {message: 'ready', secret: 'guessed'}, {type: 'kembar:height', v: 1, id: '', height: 1e308},
            {type: 'kembar:height', v: 1, id: '', height: -5}, {type: 'kembar:height', v: 1, id: '', height: '900'}, {type: 'kembar:height', v: 1, id: '', height: 49}];
        window.heard = [];
        addEventListener('message', event => { if (event.source === frame) window.heard.push(event.data); });
        for (let i = 0; i < 10000; i++) { const message = bad[i % bad.length]; frame.postMessage(message, '*'); window.postMessage(message, '*'); }
        return true";
    browser.client.execute(fuzz, vec![]).await.expect("the script runs");
    // Messages keep their order: when this one is answered, all of the others were heard.
    browser
        .client
        .execute("frames[0].postMessage({type: 'kembar:hello', v: 1, id: 'last'}, '*'); return true", vec![])
        .await
        .expect("it runs");
    let heard = until(&browser, "return window.heard.some(m => m.id === 'last') ? window.heard : null")
        .await
        .expect("the frame answers to its name");
    assert_eq!(heard, json!([{"type": "kembar:height", "v": 1, "id": "last", "height": expected}]), "and to nothing else");
    assert!(until(&browser, &is_so_high(expected)).await.is_some());

    browser.client.execute("document.getElementById('pairings').width = 280; return true", vec![]).await.expect("it runs");
    let higher = format!("const h = document.getElementById('pairings').clientHeight; return h > {expected} ? h : null");
    let now = until(&browser, &higher).await.expect("a narrower frame becomes higher").as_u64().unwrap();
    assert_eq!(now, height_in(&browser, &[0]).await);
    assert_calm(&browser, &[&service.url, &host.origin()]).await;
    browser.close().await;
}

#[actix_web::test]
async fn every_frame_can_be_read_by_everybody_at_every_size() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    let proposal = publish_saying(&service, 0, "The two work on what they have in common.").await;
    let gone = ids(&service).await.remove(0);
    withdraw(&service, &proposal).await;
    publish(&service, 0).await;
    for number in 1..6 {
        publish_saying(
            &service,
            number,
            "Iloilo City shows Surabaya how its districts sort and collect, and hears of the waste banks in return.",
        )
        .await;
    }
    let card = ids(&service).await.remove(0);
    let pages = [
        ("list", "/embed/v1/public/recommendations".to_owned()),
        ("list-dark", "/embed/v1/public/recommendations?look=dark&lang=vi".to_owned()),
        ("list-light-km", "/embed/v1/public/recommendations?look=light&lang=km".to_owned()),
        ("city-th", "/embed/v1/public/cities/surabaya?lang=th".to_owned()),
        ("empty", "/embed/v1/public/cities/bangkok?lang=id".to_owned()),
        ("card", format!("/embed/v1/public/recommendations/{card}")),
        // An error status is a complaint of the console; `look_at` expects it of such addresses.
        ("withdrawn", format!("/embed/v1/public/recommendations/{gone}?of=/trouble/")),
        ("missing", "/embed/v1/public/cities/atlantis?lang=km&of=/trouble/".to_owned()),
    ];
    let pages: Vec<(&str, &str)> = pages.iter().map(|(name, path)| (*name, path.as_str())).collect();
    look_at(browser, &service.url, "kembar-frames", &pages).await;
}

#[actix_web::test]
async fn a_frame_keeps_its_looks_whatever_the_reader_sees_by() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    publish(&service, 1).await;
    let ground = "return getComputedStyle(document.documentElement).backgroundColor";
    let (light, dark) = ("rgb(252, 251, 248)", "rgb(17, 25, 25)");
    for (look, scheme, expected) in [("light", "dark", light), ("dark", "light", dark), ("auto", "dark", dark), ("auto", "light", light)] {
        browser.look(Look { width: 600, scheme }).await;
        browser.client.goto(&format!("{}/embed/v1/public/recommendations?look={look}", service.url)).await.expect("the frame opens");
        assert_eq!(browser.client.execute(ground, vec![]).await.expect("it runs"), expected, "{look} in {scheme}");
    }
    browser.look_as("screen", true).await;
    let edge = "const s = getComputedStyle(document.querySelector('.pair')); return s.borderTopColor !== s.backgroundColor && s.borderTopWidth === '1px'";
    assert_eq!(browser.client.execute(edge, vec![]).await.expect("it runs"), true, "in forced colours a pairing has an edge");
    browser.close().await;
}
