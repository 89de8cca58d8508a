//! JSON bodies, good and bad, over real sockets.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::super::Fingerprint;
use super::super::example::Example;

const GOOD: &str = r#"{"title": "Landfill", "theme": "solid-waste", "rank": 1}"#;

async fn refused(request: reqwest::RequestBuilder, status: u16, code: &str) -> Value {
    let answer = request.send().await.expect("an answer");
    let got = answer.status();
    let body: Value = answer.json().await.expect("JSON");
    assert_eq!((got.as_u16(), &body["code"]), (status, &code.into()), "{body}");
    body
}

#[actix_web::test]
async fn a_good_body_is_read_and_its_digest_is_of_the_bytes_that_came() {
    let example = Example::usual();
    let answer = example.post(GOOD).send().await.expect("an answer");
    assert_eq!(answer.status(), 201);
    let expected = Fingerprint::of(&actix_web::http::Method::POST, "/api/v1/needs", &Sha256::digest(GOOD).into());
    assert_eq!(answer.headers().get("x-fingerprint").expect("a fingerprint").to_str().expect("hex"), expected.to_string());
    example.stop().await;
}

#[actix_web::test]
async fn every_fault_of_a_body_is_named_by_its_pointer() {
    let example = Example::usual();
    let shapes = refused(example.post(r#"{"theme": "Solid Waste", "rank": "first", "colour": 1}"#), 422, "invalid_input").await;
    let pointers = |body: &Value| {
        let mut pointers: Vec<_> =
            body["errors"].as_array().expect("errors").iter().filter_map(|fault| fault["pointer"].as_str().map(str::to_owned)).collect();
        pointers.sort();
        pointers
    };
    assert_eq!(pointers(&shapes), ["/colour", "/rank", "/theme", "/title"]);
    let meanings = refused(example.post(r#"{"title": " ", "theme": "a", "rank": 9}"#), 422, "invalid_input").await;
    assert_eq!(pointers(&meanings), ["/rank", "/title"]);
    let doubled = refused(example.post(r#"{"title": "a", "title": "b", "theme": "a", "rank": 1}"#), 422, "invalid_input").await;
    assert_eq!(pointers(&doubled), ["/title"]);
    example.stop().await;
}

#[actix_web::test]
async fn what_is_no_json_is_placed() {
    let example = Example::usual();
    let deep = "[".repeat(33) + &"]".repeat(33);
    let bodies: [&[u8]; 8] = [
        b"",
        b"{",
        b"{\"title\": \"\\ud800\"}",
        b"{\"title\": \"\xff\"}",
        b"{} {}",
        deep.as_bytes(),
        b"{\"rank\": 1e999}",
        b"\xef\xbb\xbf{}",
    ];
    for body in bodies {
        let problem = refused(example.post(body.to_vec()), 400, "invalid_json").await;
        let detail = problem["detail"].as_str().expect("a detail");
        assert!(detail.contains("column") || body.is_empty(), "{detail}");
    }
    example.stop().await;
}

#[actix_web::test]
async fn hostile_text_is_named_and_never_breaks_anything() {
    let example = Example::usual();
    for text in ["\0", "\u{202E}abc", &"a\u{0301}".repeat(5_000)] {
        let problem = refused(example.post(json!({"title": text, "theme": "a", "rank": 1}).to_string()), 422, "invalid_input").await;
        assert_eq!(problem["errors"][0]["pointer"], "/title");
    }
    let emoji = example.post(json!({"title": "🌏", "theme": "a", "rank": 1}).to_string()).send().await.expect("an answer");
    assert_eq!(emoji.status(), 201);
    example.stop().await;
}

#[actix_web::test]
async fn another_type_or_coding_is_refused() {
    let example = Example::usual();
    let post = |kind: &'static str| {
        example
            .request(reqwest::Method::POST, "/api/v1/needs")
            .header("idempotency-key", "0192f0c1-7b3a-7c44-9d3e-2f7f6b1f0a11")
            .header("content-type", kind)
            .body(GOOD)
    };
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=latin1",
        "application/jsonx",
        "application/merge-patch+json",
        "",
    ] {
        refused(post(kind), 415, "unsupported_media_type").await;
    }
    for kind in ["application/json", "Application/JSON; charset=UTF-8", "application/json; charset=\"utf-8\""] {
        assert_eq!(post(kind).send().await.expect("an answer").status(), 201, "{kind}");
    }
    for coding in ["gzip", "br", "deflate", "identity, gzip", "GZIP"] {
        refused(example.post(GOOD).header("content-encoding", coding), 415, "unsupported_media_type").await;
    }
    example.stop().await;
}

#[actix_web::test]
async fn a_body_of_just_the_limit_is_read_and_one_byte_more_is_not() {
    let example = Example::usual();
    let padded = |size: usize| format!("{}{GOOD}", " ".repeat(size - GOOD.len()));
    assert_eq!(example.post(padded(256 << 10)).send().await.expect("an answer").status(), 201);
    refused(example.post(padded((256 << 10) + 1)), 413, "body_too_large").await;
    let chunks = padded((256 << 10) + 1).into_bytes();
    let chunked = [b"POST /api/v1/needs HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nIdempotency-Key: 0192f0c1-7b3a-7c44-9d3e-2f7f6b1f0a11\r\nTransfer-Encoding: chunked\r\n\r\n40001\r\n".to_vec(), chunks, b"\r\n0\r\n\r\n".to_vec()].concat();
    let raw = super::raw::say(example.address, chunked).await;
    assert_eq!(raw.status(), 413, "{}", raw.text);
    example.stop().await;
}

#[actix_web::test]
async fn a_key_is_asked_for_before_the_body_is_read() {
    let example = Example::usual();
    let post = || example.request(reqwest::Method::POST, "/api/v1/needs").header("content-type", "application/json").body("{");
    refused(post(), 400, "idempotency_key_missing").await;
    refused(post().header("idempotency-key", "once"), 400, "idempotency_key_invalid").await;
    example.stop().await;
}

#[actix_web::test]
async fn a_handler_may_decide_on_the_object_before_it_reads_the_body() {
    let example = Example::usual();
    let put = |path: &'static str| {
        example.request(reqwest::Method::PUT, path).header("if-match", "\"v3\"").header("content-type", "application/json").body("{")
    };
    refused(put("/api/v1/needs/999"), 404, "not_found").await;
    refused(put("/api/v1/needs/9"), 400, "invalid_json").await;
    example.stop().await;
}
