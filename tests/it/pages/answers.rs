//! Status, headers and language of every page.

use reqwest::Method;
use rstest::rstest;

use super::{BROWSER, send, visit};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

const PAGES: [&str; 8] = [
    "/",
    "/cities",
    "/cities?country=ID&network=CityNet&theme=solid-waste&q=a",
    "/cities/surabaya",
    "/cities/hoi-an",
    "/cities/kep",
    "/about-data",
    "/?lang=id",
];

#[rstest]
#[actix_web::test]
async fn every_page_is_light_public_html_that_loads_nothing_foreign(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    for path in PAGES {
        let page = visit(&service, path, &[]).await.expect(200);
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8", "{path}");
        assert_eq!(page.header("cache-control"), "public, max-age=60, s-maxage=300", "{path}");
        assert!(page.header("content-security-policy").starts_with("default-src 'none'; style-src 'self';"), "{path}");
        let fixed = [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "strict-origin-when-cross-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ];
        for (name, value) in fixed {
            assert_eq!(page.header(name), value, "{path} {name}");
        }
        let depends_on: Vec<&str> = page.header("vary").split(", ").collect();
        assert!(depends_on.contains(&"accept-language") && !page.header("x-request-id").is_empty(), "{path} {depends_on:?}");
        assert!(page.text.len() < 150 * 1024, "{path} has {} bytes", page.text.len());
        for forbidden in ["<script", " style=\"", "javascript:", "src=\"http", "not found in"] {
            assert!(!page.text.contains(forbidden), "{path} has {forbidden}");
        }
    }
}

#[rstest]
#[actix_web::test]
async fn a_page_is_written_in_the_language_of_the_address_or_else_of_the_browser(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    for (path, browser, lang, heading) in [
        ("/cities/surabaya", "en-GB,en;q=0.9", "en", "What it is good at"),
        ("/cities/surabaya?lang=id", "en-GB,en;q=0.9", "id", "Keunggulannya"),
        ("/cities/surabaya", "id-ID,id;q=0.9,en;q=0.8", "id", "Keunggulannya"),
        ("/cities/surabaya?lang=en", "id", "en", "What it is good at"),
        ("/cities/surabaya?lang=xx", "lo", "en", "What it is good at"),
        ("/cities/surabaya", "lo, th;q=0.8", "th", "เมืองนี้เก่งเรื่องใด"),
        ("/cities/surabaya?lang=vi", "en", "vi", "Thành phố giỏi điều gì"),
        ("/cities/surabaya", "km-KH", "km", "ទីក្រុងនេះពូកែខាងអ្វី"),
    ] {
        let page = visit(&service, path, &[("accept-language", browser)]).await.expect(200);
        assert_eq!(page.header("content-language"), lang, "{path} {browser}");
        assert!(page.text.contains(&format!("<html lang=\"{lang}\">")) && page.text.contains(heading), "{path} {browser}");
    }
    let indonesian = visit(&service, "/cities/surabaya?lang=id", &[]).await;
    for said in ["Sampah dan plastik", "Nilai negara: Indonesia", "dari 1<", "kota kembar"] {
        assert!(indonesian.text.contains(said), "{said}");
    }
}

#[rstest]
#[actix_web::test]
async fn who_has_the_page_already_gets_no_second_copy(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    for path in ["/", "/cities", "/cities/surabaya", "/about-data", "/favicon.ico"] {
        let first = visit(&service, path, &[]).await.expect(200);
        let again = visit(&service, path, &[("if-none-match", first.etag())]).await.expect(304);
        assert_eq!((again.text.as_str(), again.etag()), ("", first.etag()), "{path}");
        let translated = visit(&service, path, &[("accept-language", "id"), ("if-none-match", first.etag())]).await;
        assert_eq!(translated.status.as_u16(), if path == "/favicon.ico" { 304 } else { 200 }, "{path}");
    }
}

#[rstest]
#[actix_web::test]
async fn a_page_can_be_asked_about_and_not_written_to(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    for path in ["/", "/cities", "/cities/surabaya", "/about-data", "/favicon.ico"] {
        let page = visit(&service, path, &[]).await.expect(200);
        let head = send(&service, Method::HEAD, path, &[]).await.expect(200);
        assert_eq!((head.text.as_str(), head.etag(), head.header("content-type")), ("", page.etag(), page.header("content-type")));
        for method in [Method::POST, Method::PUT, Method::DELETE] {
            let refused = send(&service, method.clone(), path, &[]).await.expect(405);
            assert_eq!((refused.header("allow"), &refused.body["code"]), ("GET, HEAD", &"method_not_allowed".into()), "{method} {path}");
        }
    }
}

#[rstest]
#[actix_web::test]
async fn the_style_and_the_icon_that_a_page_names_are_there_for_ever(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let home = visit(&service, "/", &[]).await.expect(200);
    let named: Vec<&str> =
        home.text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).filter(|href| href.starts_with("/assets/")).collect();
    assert_eq!(named.len(), 2, "{named:?}");
    for path in &named {
        let asset = visit(&service, path, &[]).await.expect(200);
        assert_eq!(asset.header("cache-control"), "public, max-age=31536000, immutable", "{path}");
        assert!(asset.header("content-security-policy").contains("sandbox"), "{path}");
        visit(&service, path, &[("if-none-match", asset.etag())]).await.expect(304);
    }
    let old = visit(&service, "/assets/0000000000000000/kembar.css", &[]).await.expect(404);
    assert_eq!(old.header("cache-control"), "no-store");
    let icon = visit(&service, "/favicon.ico", &[]).await.expect(200);
    assert_eq!((icon.header("content-type"), icon.header("cache-control")), ("image/svg+xml", "public, max-age=86400"));
}

#[rstest]
#[actix_web::test]
async fn a_page_is_compressed_for_who_can_unpack_it(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let anyone = service.anonymous();
    let request = anyone.request(Method::GET, "/cities").header("accept", BROWSER).header("accept-encoding", "gzip");
    let answer = request.send().await.unwrap();
    assert_eq!(answer.headers()["content-encoding"], "gzip");
    let packed = answer.bytes().await.unwrap().len();
    let plain = visit(&service, "/cities", &[]).await.text.len();
    assert!(packed * 3 < plain, "{packed} of {plain} bytes");
}
