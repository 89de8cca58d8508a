//! What every answer is like.

use std::time::Duration;

use reqwest::Method;
use reqwest::header::HeaderMap;
use serde_json::Value;

use super::super::example::{Example, document};
use super::super::{EdgeSettings, ServerSettings};

fn field<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).map_or("", |value| value.to_str().expect("ASCII"))
}

#[actix_web::test]
async fn every_answer_is_dressed_and_tells_its_id() {
    let example = Example::usual();
    for (path, status) in [("/api/v1/needs/7", 200), ("/nowhere", 404), ("/api/v1/faults/panic", 500), ("/page", 200)] {
        let answer = example.get(path).await;
        assert_eq!(answer.status(), status, "{path}");
        let headers = answer.headers();
        assert_eq!(field(headers, "x-content-type-options"), "nosniff", "{path}");
        assert_eq!(field(headers, "referrer-policy"), "no-referrer", "{path}");
        assert_eq!(field(headers, "cross-origin-resource-policy"), "same-origin", "{path}");
        assert!(field(headers, "vary").contains("accept, accept-language"), "{path}: {}", field(headers, "vary"));
        let id = uuid::Uuid::try_parse(field(headers, "x-request-id")).expect("a UUID");
        assert_eq!(id.get_version_num(), 7, "{path}");
        assert!(!headers.contains_key("server") && !headers.contains_key("strict-transport-security"), "{path}");
    }
    example.stop().await;
}

#[actix_web::test]
async fn the_api_forbids_everything_and_a_page_says_for_itself() {
    let example = Example::usual();
    let api = example.get("/api/v1/needs/7").await;
    assert_eq!(field(api.headers(), "content-security-policy"), "default-src 'none'; frame-ancestors 'none'");
    assert_eq!(field(api.headers(), "cache-control"), "no-store");
    let page = example.get("/page").await;
    assert_eq!(field(page.headers(), "content-security-policy"), "default-src 'self'");
    assert_eq!(field(page.headers(), "cache-control"), "private");
    let published = example.get("/api/v1/needs").await;
    assert!(field(published.headers(), "cache-control").starts_with("public, max-age=300"));
    example.stop().await;
}

#[actix_web::test]
async fn browsers_are_held_to_https_where_it_is_configured() {
    let settings = EdgeSettings { hsts: Some(Duration::from_secs(31_536_000)), ..EdgeSettings::default() };
    let example = Example::start(settings, ServerSettings::default());
    let answer = example.get("/nowhere").await;
    assert_eq!(field(answer.headers(), "strict-transport-security"), "max-age=31536000; includeSubDomains");
    example.stop().await;
}

#[actix_web::test]
async fn head_has_the_fields_of_get_and_no_body() {
    let example = Example::usual();
    for path in ["/api/v1/needs", "/api/v1/needs/7", "/page", "/openapi.json", "/nowhere", "/api/v1/big", "/problems/not_found"] {
        let (get, head) = (example.get(path).await, example.request(Method::HEAD, path).send().await.expect("an answer"));
        assert_eq!(get.status(), head.status(), "{path}");
        let comparable = |headers: &HeaderMap| {
            let kept = headers.iter().filter(|(name, _)| !["date", "x-request-id"].contains(&name.as_str()));
            let mut kept: Vec<_> = kept.map(|(name, value)| (name.to_string(), value.clone())).collect();
            kept.sort();
            kept
        };
        assert_eq!(comparable(get.headers()), comparable(head.headers()), "{path}");
        assert!(head.bytes().await.expect("a body").is_empty(), "{path}");
    }
    example.stop().await;
}

#[actix_web::test]
async fn a_connection_that_asked_for_a_head_can_ask_again() {
    let example = Example::usual();
    let twice = "HEAD /api/v1/needs/7 HTTP/1.1\r\nHost: a\r\n\r\nGET /api/v1/needs/8 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    let raw = super::raw::say(example.address, twice).await;
    assert_eq!(raw.answers(), 2, "{}", raw.text);
    assert!(raw.text.ends_with("\r\n\r\n8"), "{}", raw.text);
    example.stop().await;
}

#[actix_web::test]
async fn any_site_may_read_what_is_public_and_nothing_else() {
    let example = Example::usual();
    let public = example.request(Method::GET, "/api/v1/needs").header("origin", "null").send().await.expect("an answer");
    assert_eq!(field(public.headers(), "access-control-allow-origin"), "*");
    assert_eq!(field(public.headers(), "cross-origin-resource-policy"), "cross-origin");
    assert!(field(public.headers(), "access-control-expose-headers").contains("link"));
    assert!(!public.headers().contains_key("access-control-allow-credentials"));
    for path in ["/api/v1/needs/7", "/page", "/nowhere"] {
        let private = example.request(Method::GET, path).header("origin", "https://evil.example").send().await.expect("an answer");
        assert!(!private.headers().contains_key("access-control-allow-origin"), "{path}");
    }
    let preflight = |path: &'static str, method: &'static str| {
        let request = example.request(Method::OPTIONS, path).header("origin", "https://evil.example");
        request.header("access-control-request-method", method).send()
    };
    let open = preflight("/api/v1/needs", "GET").await.expect("an answer");
    assert_eq!((open.status().as_u16(), field(open.headers(), "access-control-allow-methods")), (204, "GET, HEAD"));
    assert_eq!(field(open.headers(), "access-control-max-age"), "600");
    for (path, method) in [("/api/v1/needs", "POST"), ("/api/v1/needs/7", "PUT"), ("/api/v1/needs/7", "GET")] {
        let shut = preflight(path, method).await.expect("an answer");
        assert!(!shut.headers().contains_key("access-control-allow-origin"), "{method} {path}");
    }
    example.stop().await;
}

#[actix_web::test]
async fn a_refusal_of_something_public_can_be_read_by_any_site_too() {
    let example = Example::usual();
    let refused = example.get("/api/v1/needs?colour=red").await;
    assert_eq!((refused.status().as_u16(), field(refused.headers(), "access-control-allow-origin")), (422, "*"));
    example.stop().await;
}

#[actix_web::test]
async fn a_list_is_walked_page_by_page_without_doubles_or_gaps() {
    let example = Example::usual();
    let (mut path, mut seen) = ("/api/v1/needs?limit=101".to_owned(), Vec::new());
    loop {
        let answer = example.get(&path).await;
        let link = field(answer.headers(), "link").to_owned();
        let page: Value = answer.json().await.expect("JSON");
        let items = page["items"].as_array().expect("items");
        assert!(items.len() <= 100);
        seen.extend(items.iter().filter_map(Value::as_u64));
        match page["next_cursor"].as_str() {
            Some(cursor) => assert!(link.contains(cursor), "{link}"),
            None => break,
        }
        path = link.split(['<', '>']).nth(1).expect("a target").to_owned();
    }
    assert_eq!(seen, (1..=250).collect::<Vec<u64>>());
    example.stop().await;
}

#[actix_web::test]
async fn a_cursor_is_good_for_its_filters_only() {
    let example = Example::usual();
    let page: Value = example.get("/api/v1/needs?limit=2").await.json().await.expect("JSON");
    let cursor = page["next_cursor"].as_str().expect("more").to_owned();
    let other = example.get(&format!("/api/v1/needs?theme=waste&cursor={cursor}")).await;
    let problem: Value = other.json().await.expect("JSON");
    assert_eq!((&problem["status"], &problem["code"]), (&400.into(), &"invalid_cursor".into()));
    let mut forged = cursor.into_bytes();
    forged[3] = if forged[3] == b'A' { b'B' } else { b'A' };
    let forged = String::from_utf8(forged).expect("ASCII");
    assert_eq!(example.get(&format!("/api/v1/needs?limit=2&cursor={forged}")).await.status(), 400);
    example.stop().await;
}

#[actix_web::test]
async fn who_has_it_already_is_told_so_without_a_body() {
    let example = Example::usual();
    for path in ["/api/v1/needs", "/api/v1/needs/7"] {
        let first = example.get(path).await;
        let tag = field(first.headers(), "etag").to_owned();
        assert!(!tag.is_empty());
        let again = example.request(Method::GET, path).header("if-none-match", &tag).send().await.expect("an answer");
        assert_eq!((again.status().as_u16(), field(again.headers(), "etag")), (304, tag.as_str()));
        assert_eq!(field(again.headers(), "cache-control"), field(first.headers(), "cache-control"));
        assert!(again.bytes().await.expect("a body").is_empty());
    }
    example.stop().await;
}

#[actix_web::test]
async fn a_write_needs_the_version_that_it_is_about() {
    let example = Example::usual();
    let put = |tag: Option<&'static str>| {
        let request = example
            .request(Method::PUT, "/api/v1/needs/7")
            .header("content-type", "application/json")
            .body(r#"{"title":"a","theme":"b","rank":1}"#);
        match tag {
            Some(tag) => request.header("if-match", tag).send(),
            None => request.send(),
        }
    };
    for (tag, expected) in
        [(None, 428), (Some("*"), 428), (Some("v3"), 400), (Some("\"v2\""), 412), (Some("W/\"v3\""), 412), (Some("\"v3\""), 204)]
    {
        assert_eq!(put(tag).await.expect("an answer").status(), expected, "{tag:?}");
    }
    example.stop().await;
}

#[actix_web::test]
async fn the_document_has_every_operation_with_its_refusals() {
    let example = Example::usual();
    let served: Value = example.get("/openapi.json").await.json().await.expect("JSON");
    assert_eq!(served["openapi"], "3.1.0");
    let document = serde_json::to_value(document()).expect("JSON");
    let operations = ["/api/v1/needs", "/api/v1/needs/{id}", "/api/v1/faults/{kind}", "/api/v1/big", "/problems/{code}"];
    let paths = document["paths"].as_object().expect("paths");
    assert_eq!(paths.keys().map(String::as_str).collect::<std::collections::BTreeSet<_>>(), operations.into_iter().collect());
    let post = &document["paths"]["/api/v1/needs"]["post"]["responses"];
    for status in ["201", "400", "401", "403", "404", "406", "408", "413", "415", "422", "429", "500", "503"] {
        assert!(post[status].is_object(), "{status}");
    }
    let schema = &post["422"]["content"]["application/problem+json"]["schema"]["$ref"];
    assert_eq!(schema, "#/components/schemas/Problem");
    for name in ["Problem", "ProblemCode", "Fault"] {
        assert!(document["components"]["schemas"][name].is_object(), "{name}");
    }
    let limit = &document["paths"]["/api/v1/needs"]["get"]["parameters"][1];
    assert_eq!((&limit["name"], &limit["required"]), (&"limit".into(), &false.into()), "{limit}");
    example.stop().await;
}

#[actix_web::test]
async fn the_type_of_a_problem_leads_to_its_description() {
    let example = Example::usual();
    let problem: Value = example.get("/nowhere").await.json().await.expect("JSON");
    let described: Value = example.get(problem["type"].as_str().expect("a reference")).await.json().await.expect("JSON");
    assert_eq!((&described["status"], &described["title_id"]), (&404.into(), &"Tidak ditemukan".into()));
    assert_eq!(example.get("/problems/unheard_of").await.status(), 404);
    example.stop().await;
}
