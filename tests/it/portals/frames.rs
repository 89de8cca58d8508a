//! The frames over HTTP: their headers, their languages, their size, and what they do not do.

use kembar::console::words::Language;
use rstest::rstest;
use serde_json::json;

use super::{ids, portal, publish, publish_saying};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

#[rstest]
#[actix_web::test]
async fn a_frame_is_whole_small_and_for_the_sites_of_its_portal_alone(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    publish(&service, 12).await;
    let id = ids(&service).await.remove(0);
    let origins = json!({"origins": ["https://portal.example", "http://localhost:3000"]});
    portal(&service, "acn", origins).await;
    portal(&service, "nowhere", json!({})).await;
    let anyone = service.anonymous();
    for (name, ancestors) in [("acn", "https://portal.example http://localhost:3000"), ("nowhere", "'none'"), ("public", "*")] {
        for what in ["recommendations?limit=20".to_owned(), format!("recommendations/{id}"), "cities/surabaya?limit=20".to_owned()] {
            let frame = anyone.get(&format!("/embed/v1/{name}/{what}")).await.expect(200);
            let policy = frame.header("content-security-policy");
            assert!(policy.starts_with("default-src 'none'; style-src 'sha256-") && !policy.contains("unsafe"), "{policy}");
            assert!(policy.ends_with(&format!("; frame-ancestors {ancestors}")), "{name}: {policy}");
            assert_eq!(frame.header("x-frame-options"), "");
            assert_eq!(frame.header("cache-control"), "public, max-age=60, s-maxage=240, must-revalidate");
            assert!(frame.headers.get("set-cookie").is_none() && !frame.etag().is_empty());
            assert!(frame.text.len() <= 60 * 1024, "{what}: {} bytes", frame.text.len());
            for never in [" style=", " src=", "localStorage", "sessionStorage", "document.cookie", "XMLHttpRequest", "fetch("] {
                assert!(!frame.text.contains(never), "{what}: {never}");
            }
            assert!(frame.text.contains("Iloilo City") && frame.text.contains("<h1>") && frame.text.contains("rel=\"license\""));
            let kept = anyone.request(reqwest::Method::GET, &format!("/embed/v1/{name}/{what}")).header("if-none-match", frame.etag());
            assert!(anyone.send(kept).await.expect(304).text.is_empty());
        }
    }
    let whole = anyone.get("/embed/v1/public/recommendations?limit=20").await.expect(200);
    println!("{on:?}: a frame of 12 pairings has {} bytes", whole.text.len());
}

#[rstest]
#[actix_web::test]
async fn a_portal_that_is_gone_switched_off_or_without_a_site_is_framed_by_nobody(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    publish(&service, 1).await;
    let admin = service.as_("admin").await;
    let id = portal(&service, "acn", json!({"origins": ["https://a.example", "https://b.example"]})).await;
    let policy = async |name: &str, status: u16| {
        let answer = service.anonymous().get(&format!("/embed/v1/{name}/recommendations")).await.expect(status);
        answer.header("content-security-policy").rsplit("frame-ancestors ").next().unwrap().to_owned()
    };
    assert_eq!(policy("acn", 200).await, "https://a.example https://b.example");
    let at = format!("/api/v1/portals/{id}");
    for (settings, status, expected) in [
        (json!({"name": "Portal", "origins": ["https://b.example"]}), 200, "https://b.example"),
        (json!({"name": "Portal", "origins": ["https://b.example"], "is_active": false}), 404, "'none'"),
    ] {
        let now = admin.get(&at).await.expect(200);
        admin.put(&at, now.etag(), &settings).await.expect(200);
        assert_eq!(policy("acn", status).await, expected, "an origin that was removed is out at once, and out of caches in five minutes");
    }
    assert_eq!(policy("nobody", 404).await, "'none'");
    assert_eq!(policy("NOT%20A%20SLUG", 404).await, "'none'");
    for bad in ["http://localhost.evil.example", "http://localhost *; script-src *", "https://*.example", "https://a.example/x"] {
        admin.post("/api/v1/portals", &json!({"slug": "bad", "name": "Bad", "origins": [bad]})).await.expect(422);
    }
    admin.post("/api/v1/portals", &json!({"slug": "public", "name": "Everybody"})).await.expect(422);
}

#[rstest]
#[actix_web::test]
async fn a_frame_shows_what_its_portal_wants_and_its_address_narrows_it(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    publish(&service, 2).await;
    let known = service.anonymous().get("/api/v1/recommendations").await.expect(200).body;
    let theme = super::text(&known["items"][0]["themes"][0]);
    portal(&service, "thai", json!({"countries": ["TH"]})).await;
    portal(&service, "one-theme", json!({"themes": [theme], "languages": ["th", "km"]})).await;
    let shown = async |address: &str| {
        service.anonymous().get(&format!("/embed/v1/{address}")).await.expect(200).text.matches("class=\"pair\"").count()
    };
    for (address, expected) in [
        ("public/recommendations".to_owned(), 2),
        ("public/recommendations?limit=1&utm_source=x".to_owned(), 1),
        (format!("public/recommendations?theme={theme}&country=PH"), 1),
        ("public/recommendations?country=VN".to_owned(), 0),
        ("public/cities/iloilo-city".to_owned(), 2),
        ("public/cities/bangkok".to_owned(), 0),
        ("thai/recommendations".to_owned(), 0),
        ("one-theme/recommendations".to_owned(), 1),
    ] {
        assert_eq!(shown(&address).await, expected, "{address}");
    }
    let id = super::text(&known["items"][1]["id"]);
    service.anonymous().get(&format!("/embed/v1/one-theme/recommendations/{id}")).await.expect(404);
    for bad in ["theme=no-such-theme", "country=Atlantis", "limit=0", "limit=21", "look=%22%3E%3Cscript%3E"] {
        let answer = service.anonymous().get(&format!("/embed/v1/public/recommendations?{bad}")).await.expect(400);
        assert!(answer.text.contains("There is nothing to show here") && !answer.text.contains("no-such-theme"), "{}", answer.text);
    }
    let answer = service.anonymous().get("/embed/v1/public/recommendations/not-an-id").await.expect(400);
    assert!(answer.header("content-type").starts_with("text/html"));
    let thai = service.anonymous().get("/embed/v1/one-theme/recommendations?lang=en").await.expect(200);
    assert_eq!(thai.header("content-language"), "th", "a portal is spoken to in its own languages");
}

#[actix_web::test]
async fn a_frame_is_in_the_language_that_is_asked_for() {
    let service = Service::start(Sqlite).await;
    publish(&service, 1).await;
    let mut said = std::collections::BTreeSet::new();
    for language in Language::ALL {
        let asked = service.anonymous().get(&format!("/embed/v1/public/recommendations?lang={language}")).await.expect(200);
        assert_eq!(asked.header("content-language"), language.as_str());
        assert!(asked.text.contains(&format!("<html lang=\"{language}\" class=\"auto\">")), "{language}");
        assert!(asked.text.contains(&format!("/cities/surabaya?lang={language}#partnerships")), "links keep the language");
        said.insert(asked.text.split("<h1>").nth(1).unwrap().split("</h1>").next().unwrap().to_owned());
        let request = service
            .anonymous()
            .request(reqwest::Method::GET, "/embed/v1/public/recommendations")
            .header("accept-language", language.as_str());
        assert_eq!(service.anonymous().send(request).await.expect(200).header("content-language"), language.as_str());
    }
    assert_eq!(said.len(), Language::ALL.len(), "{said:?}");
    for (look, class) in [("light", "light"), ("dark", "dark"), ("auto", "auto")] {
        let drawn = service.anonymous().get(&format!("/embed/v1/public/recommendations?look={look}")).await.expect(200);
        assert!(drawn.text.contains(&format!("class=\"{class}\">")));
    }
}

#[actix_web::test]
async fn a_hostile_text_stays_a_text_in_a_frame() {
    let service = Service::start(Sqlite).await;
    publish_saying(&service, 0, "</script><img src=x onerror=alert(1)>\"'").await;
    for address in ["public/recommendations", "public/cities/surabaya"] {
        let frame = service.anonymous().get(&format!("/embed/v1/{address}")).await.expect(200);
        assert!(!frame.text.contains("<img") && frame.text.contains("&#60;img src=x"), "{}", frame.text);
    }
}
