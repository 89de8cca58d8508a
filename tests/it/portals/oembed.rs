//! oEmbed: the answer to the letter of its specification, sizes, and addresses that are not ours.

use proptest::strategy::{Strategy, ValueTree};
use rstest::rstest;
use serde_json::{Value, json};
use url::form_urlencoded::byte_serialize;

use super::{ids, portal, publish, publish_saying, read_xml, text, withdraw};
use crate::support::client::Answer;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

pub fn encoded(address: &str) -> String {
    byte_serialize(address.as_bytes()).collect()
}

async fn asked(service: &Service, address: &str, more: &str) -> Answer {
    service.anonymous().get(&format!("/oembed?url={}{more}", encoded(address))).await
}

/// What the specification asks of an answer of the type `rich`.
#[track_caller]
fn assert_is_rich(body: &Value, widest: u64, highest: u64) {
    assert_eq!((&body["version"], &body["type"], &body["provider_name"]), (&json!("1.0"), &json!("rich"), &json!("Kembar")));
    let (width, height) = (body["width"].as_u64().unwrap(), body["height"].as_u64().unwrap());
    assert!((1..=widest).contains(&width) && (1..=highest).contains(&height), "{width} × {height}");
    assert!(body["cache_age"].as_u64().unwrap() <= 300 && !text(&body["title"]).is_empty());
    let html = text(&body["html"]);
    assert!(html.starts_with("<blockquote><a href=\"http") && html.ends_with("></iframe>"), "{html}");
    assert_eq!(html.matches('<').count(), 6, "a link and a frame, and nothing else: {html}");
    assert!(html.contains(&format!("width=\"{width}\" height=\"{height}\"")), "{html}");
}

#[rstest]
#[actix_web::test]
async fn every_public_page_of_a_city_or_of_partnerships_and_every_frame_can_be_embedded(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    publish(&service, 1).await;
    let id = ids(&service).await.remove(0);
    portal(&service, "acn", json!({"origins": ["https://portal.example"]})).await;
    for (path, frame) in [
        ("/cities/surabaya?lang=id".to_owned(), "/embed/v1/public/cities/surabaya?lang=id".to_owned()),
        (format!("/partnerships/{id}"), format!("/embed/v1/public/recommendations/{id}")),
        ("/partnerships?lang=th".to_owned(), "/embed/v1/public/recommendations?lang=th".to_owned()),
        ("/embed/v1/acn/recommendations?look=dark".to_owned(), "/embed/v1/acn/recommendations?look=dark".to_owned()),
        (format!("/embed/v1/public/recommendations/{id}"), format!("/embed/v1/public/recommendations/{id}")),
        ("/embed/v1/public/cities/surabaya".to_owned(), "/embed/v1/public/cities/surabaya".to_owned()),
    ] {
        // The page says where, and there it says what.
        let page = service.anonymous().get(&path).await.expect(200);
        let href = page.text.split("type=\"application/json+oembed\" href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert!(!href.contains('&'), "one consumer reads no entity but a few: {href}");
        let answer = service.anonymous().get(href.strip_prefix(&service.url).unwrap()).await.expect(200);
        assert_is_rich(&answer.body, 600, 600);
        assert!(answer.header("content-type").starts_with("application/json"));
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        let found = asked(&service, &format!("{}{path}", service.url), "&format=json").await.expect(200);
        assert!(text(&found.body["html"]).contains(&format!("<iframe src=\"{}{frame}\"", service.url)), "{}", found.body["html"]);
        let href = page.text.split("type=\"text/xml+oembed\" href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&amp;", "&");
        let xml = service.anonymous().get(href.strip_prefix(&service.url).unwrap()).await.expect(200);
        assert!(xml.header("content-type").starts_with("text/xml"));
        assert_eq!(read_xml(&xml.text, "html").0, text(&answer.body["html"]));
        assert_eq!(read_xml(&xml.text, "title").0, text(&answer.body["title"]));
    }
}

#[rstest]
#[actix_web::test]
async fn what_is_not_ours_or_not_public_is_not_embedded_and_not_repeated(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let proposal = publish_saying(&service, 0, "A summary.").await;
    let id = ids(&service).await.remove(0);
    let own = &service.url;
    withdraw(&service, &proposal).await;
    for address in [
        format!("{own}/embed/v1/public/recommendations/{id}"),
        format!("{own}/embed/v1/nobody/recommendations"),
        format!("{own}/embed/v1/public/cities/atlantis"),
        format!("{own}/desk/proposals/{id}"),
        format!("{own}.canary.example/cities/surabaya"),
        "https://canary.example/cities/surabaya".to_owned(),
        "javascript:alert('canary')".to_owned(),
        "\"><script>canary</script>".to_owned(),
        format!("{own}/cities/surabaya\"><script>canary"),
        "canary".repeat(300),
    ] {
        let answer = asked(&service, &address, "").await;
        assert_eq!(answer.status, 404, "{address}: {}", answer.text);
        assert!(!answer.text.contains("canary") && !answer.text.contains("<script"), "{}", answer.text);
    }
    let long = asked(&service, &"canary".repeat(2_000), "").await;
    assert!(long.status.is_client_error() && !long.text.contains("canary"), "{}", long.text);
    for (query, status) in [("", 400), ("?url=", 400), ("?url=canary&maxwidth=wide", 400), ("?url=canary&format=yaml", 501)] {
        let answer = service.anonymous().get(&format!("/oembed{query}")).await;
        assert_eq!(answer.status.as_u16(), status, "{query}");
        assert!(!answer.text.contains("canary") && !answer.text.contains("yaml"), "{}", answer.text);
    }
    let post = service.anonymous().request(reqwest::Method::POST, "/oembed");
    service.anonymous().send(post).await.expect(405);
}

#[actix_web::test]
async fn whatever_room_there_is_is_kept_to() {
    let service = Service::start(Sqlite).await;
    publish_saying(&service, 0, "A summary.").await;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let address = format!("{}/cities/surabaya", service.url);
    for _ in 0..60 {
        let room = (1_u32..5_000, 1_u32..5_000).new_tree(&mut runner).unwrap().current();
        let answer = asked(&service, &address, &format!("&maxwidth={}&maxheight={}", room.0, room.1)).await.expect(200);
        assert_is_rich(&answer.body, u64::from(room.0), u64::from(room.1));
    }
}

#[actix_web::test]
async fn the_provider_describes_itself_as_the_list_of_providers_does() {
    let service = Service::start(Sqlite).await;
    let list = service.anonymous().get("/providers.json").await.expect(200);
    let provider = &list.body[0];
    assert_eq!((&provider["provider_name"], &provider["provider_url"]), (&json!("Kembar"), &json!(service.url)));
    let endpoint = &provider["endpoints"][0];
    assert_eq!((&endpoint["url"], &endpoint["discovery"]), (&json!(format!("{}/oembed", service.url)), &json!(true)));
    assert_eq!(endpoint["schemes"][0], format!("{}/cities/*", service.url));
    assert_eq!(list.header("access-control-allow-origin"), "*");
}
