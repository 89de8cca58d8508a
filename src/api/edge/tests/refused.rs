//! Every refusal is a problem document, whoever makes it.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::Value;

use super::super::example::Example;
use super::super::{EdgeSettings, ServerSettings};
use super::raw::say;

/// Checks that an answer is a problem of this status and code, and gives its body.
async fn problem(answer: reqwest::Response, status: u16, code: &str) -> Value {
    assert_eq!(answer.status(), status, "{}", answer.url());
    assert_eq!(answer.headers().get("content-type").expect("a type"), "application/problem+json");
    let id = answer.headers().get("x-request-id").expect("an id").to_str().expect("ASCII").to_owned();
    let body: Value = answer.json().await.expect("JSON");
    assert_eq!(
        (&body["status"], &body["code"], &body["type"]),
        (&status.into(), &code.into(), &format!("/problems/{code}").into()),
        "{body}"
    );
    assert_eq!(body["instance"], format!("urn:uuid:{id}"));
    assert!(
        body["title"].as_str().is_some_and(|title| !title.is_empty()) && body["detail"].as_str().is_some_and(|detail| !detail.is_empty()),
        "{body}"
    );
    body
}

#[actix_web::test]
async fn every_status_comes_as_a_problem() {
    let example = Example::usual();
    let long = format!("/api/v1/needs?q={}", "a".repeat(9_000));
    for (method, path, status, code) in [
        (Method::GET, "/", 404, "not_found"),
        (Method::GET, "/api/v1/needs/", 404, "not_found"),
        (Method::GET, "/api/v1//needs", 404, "not_found"),
        (Method::POST, "/nowhere", 404, "not_found"),
        (Method::GET, "/api/v1/needs/%00", 404, "not_found"),
        (Method::GET, "/api/v1/needs/%ff", 404, "not_found"),
        (Method::GET, "/api/v1/needs/%E2%80%AE7", 404, "not_found"),
        (Method::GET, "/api/v1/needs/seven", 400, "invalid_path"),
        (Method::GET, "/api/v1/needs?q=%ff", 400, "invalid_query"),
        (Method::GET, "/api/v1/needs?colour=red", 422, "invalid_input"),
        (Method::GET, "/api/v1/needs?limit=0", 422, "invalid_input"),
        (Method::GET, "/framework?x=y", 400, "invalid_query"),
        (Method::POST, "/framework", 415, "unsupported_media_type"),
        (Method::DELETE, "/framework", 405, "method_not_allowed"),
        (Method::DELETE, "/api/v1/needs", 405, "method_not_allowed"),
        (Method::GET, "/api/v1/faults/state", 409, "wrong_state"),
        (Method::GET, "/api/v1/faults/bare", 502, "internal"),
        (Method::GET, "/api/v1/faults/panic", 500, "internal"),
        (Method::GET, &long, 414, "uri_too_long"),
    ] {
        let answer = example.request(method, path).send().await.expect("an answer");
        let body = problem(answer, status, code).await.to_string();
        for word in ["upstream secret", "panicked", "lost its head", "actix", "serde", "src/"] {
            assert!(!body.contains(word), "{path} tells '{word}'");
        }
    }
    example.stop().await;
}

#[actix_web::test]
async fn a_bare_status_gets_the_fields_that_go_with_it() {
    let example = Example::usual();
    for (path, status, code, name, value) in [
        ("/api/v1/faults/bare-503", 503, "unavailable", "retry-after", "1"),
        ("/api/v1/faults/bare-401", 401, "unauthenticated", "www-authenticate", "Bearer"),
    ] {
        let answer = example.get(path).await;
        assert_eq!(answer.headers().get(name).expect(name), value);
        problem(answer, status, code).await;
    }
    example.stop().await;
}

#[actix_web::test]
async fn a_wrong_method_is_told_the_right_ones() {
    let example = Example::usual();
    for (path, allow) in [
        ("/api/v1/needs", "GET, HEAD, OPTIONS, POST"),
        ("/api/v1/needs/7", "GET, HEAD, OPTIONS, PUT"),
        ("/problems/gone", "GET, HEAD, OPTIONS"),
    ] {
        for method in ["DELETE", "PATCH", "TRACE", "PROPFIND", "QUERY"] {
            let answer = example.request(Method::from_bytes(method.as_bytes()).expect("a method"), path).send().await.expect("an answer");
            assert_eq!(
                (answer.status().as_u16(), answer.headers().get("allow").expect("Allow").to_str().expect("ASCII")),
                (405, allow),
                "{method} {path}"
            );
        }
        let options = example.request(Method::OPTIONS, path).send().await.expect("an answer");
        assert_eq!((options.status().as_u16(), options.headers().get("allow").expect("Allow").to_str().expect("ASCII")), (204, allow));
    }
    example.stop().await;
}

#[actix_web::test]
async fn an_encoded_path_is_the_operation_that_the_router_takes_it_for() {
    let example = Example::usual();
    assert_eq!(example.get("/api/v1/%6eeeds/7").await.status(), 200);
    let wrong = example.request(Method::DELETE, "/api/v1/%6eeeds/7").send().await.expect("an answer");
    assert_eq!(wrong.status(), 405);
    assert_eq!(example.get("/api/v1/needs%2F7").await.status(), 404);
    example.stop().await;
}

#[actix_web::test]
async fn a_format_that_is_not_offered_is_refused() {
    let example = Example::usual();
    for (accept, status) in
        [("text/html", 406), ("application/json;q=0", 406), ("*/*", 200), ("application/*", 200), ("text/html, */*;q=0.1", 200)]
    {
        let answer = example.request(Method::GET, "/api/v1/needs/7").header("accept", accept).send().await.expect("an answer");
        assert_eq!(answer.status(), status, "{accept}");
    }
    let refused = example.request(Method::GET, "/api/v1/needs/7").header("accept", "text/html").send().await.expect("an answer");
    problem(refused, 406, "not_acceptable").await;
    example.stop().await;
}

#[actix_web::test]
async fn titles_are_told_in_indonesian_to_who_prefers_it() {
    let example = Example::usual();
    let answer = example.request(Method::GET, "/nowhere").header("accept-language", "id-ID, en;q=0.5").send().await.expect("an answer");
    assert_eq!(answer.headers().get("content-language").expect("a language"), "id");
    assert_eq!(problem(answer, 404, "not_found").await["title"], "Tidak ditemukan");
    let answer = example.request(Method::GET, "/nowhere?lang=en").header("accept-language", "id").send().await.expect("an answer");
    assert_eq!(problem(answer, 404, "not_found").await["title"], "Not found");
    example.stop().await;
}

#[actix_web::test]
async fn a_stranger_is_refused_before_the_body_is_looked_at() {
    let example = Example::usual();
    let bodies: [Vec<u8>; 3] = [b"{".to_vec(), vec![b'a'; 300 << 10], b"{}".to_vec()];
    for body in bodies {
        let answer = example.post(body).header("x-stranger", "1").send().await.expect("an answer");
        assert_eq!(answer.headers().get("www-authenticate").expect("a scheme"), "Bearer");
        problem(answer, 401, "unauthenticated").await;
    }
    let unsent = "POST /api/v1/needs HTTP/1.1\r\nHost: a\r\nX-Stranger: 1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n";
    let raw = say(example.address, unsent).await;
    assert_eq!(raw.status(), 401, "answered although not a byte of the body came");
    example.stop().await;
}

#[actix_web::test]
async fn a_panic_costs_one_request_and_nothing_else() {
    let example = Example::usual();
    for _ in 0..5 {
        problem(example.get("/api/v1/faults/panic").await, 500, "internal").await;
        assert_eq!(example.get("/api/v1/needs/7").await.status(), 200, "the only worker lives on");
    }
    example.stop().await;
}

#[actix_web::test]
async fn what_takes_too_long_ends_and_says_when_to_come_again() {
    let settings = EdgeSettings { deadline: Duration::from_millis(300), ..EdgeSettings::default() };
    let example = Example::start(settings, ServerSettings::default());
    let started = Instant::now();
    let answer = example.get("/api/v1/faults/slow").await;
    assert!(started.elapsed() < Duration::from_secs(3));
    assert_eq!(answer.headers().get("retry-after").expect("a wait"), "1");
    problem(answer, 503, "deadline_exceeded").await;
    example.stop().await;
}

#[actix_web::test]
async fn an_operation_may_have_a_deadline_of_its_own() {
    let deadlines = [("fail".to_owned(), Duration::from_millis(200))].into();
    let example = Example::start(EdgeSettings { deadlines, ..EdgeSettings::default() }, ServerSettings::default());
    let started = Instant::now();
    assert_eq!(example.get("/api/v1/faults/slow").await.status(), 503);
    assert!(started.elapsed() < Duration::from_secs(3));
    example.stop().await;
}

#[test]
fn settings_that_name_no_operation_are_refused() {
    use super::super::{Edge, Routes};
    let settings = EdgeSettings { public_operations: ["list_neds".to_owned()].into(), ..EdgeSettings::default() };
    let routes = Routes::from_openapi(&super::super::example::document()).expect("a table");
    assert!(Edge::new(settings, routes).expect_err("misspelt").to_string().contains("list_neds"));
}
