//! What every answer looks like.

use chrono::DateTime;
use serde_json::Value;

use crate::support::client::Answer;

/// Words that would tell how the service is made.
const INSIDE: &[&str] = &["panicked", "diesel", "sqlite", "postgres", "SELECT ", "INSERT ", "constraint", ".rs:", "actix", "serde"];

/// A refusal is a problem document, whole and without a word about the inside.
#[track_caller]
pub fn assert_is_problem(answer: &Answer, what: &str) {
    let status = answer.status.as_u16();
    assert!((400..500).contains(&status), "{what}: {status} {}", answer.text);
    assert_eq!(answer.header("content-type"), "application/problem+json", "{what}: {}", answer.text);
    let text = |name: &str| answer.body[name].as_str().unwrap_or_else(|| panic!("{what}: no {name} in {}", answer.text)).to_owned();
    assert_eq!(answer.body["status"], status, "{what}");
    assert_eq!(text("type"), format!("/problems/{}", text("code")), "{what}");
    assert!(!text("title").is_empty() && !text("detail").is_empty(), "{what}: {}", answer.text);
    assert_eq!(text("instance"), format!("urn:uuid:{}", answer.header("x-request-id")), "{what}");
    assert_eq!(answer.header("cache-control"), "no-store", "{what}");
    let known = ["type", "title", "status", "code", "detail", "instance", "errors", "state", "id", "withdrawn_at"];
    let members = answer.body.as_object().unwrap().keys();
    assert!(members.clone().all(|name| known.contains(&name.as_str())), "{what}: {:?}", members.collect::<Vec<_>>());
    for word in INSIDE {
        assert!(!answer.text.contains(word), "{what} tells of {word}: {}", answer.text);
    }
}

/// The pointers of a refusal of bad input.
pub fn pointers(answer: &Answer) -> Vec<&str> {
    let errors = answer.body["errors"].as_array().map(Vec::as_slice).unwrap_or_default();
    errors.iter().map(|fault| fault["pointer"].as_str().unwrap()).collect()
}

/// Every time in an answer is RFC 3339 in UTC with `Z`, and every member named like one holds one. Says how many there were.
#[track_caller]
pub fn assert_times_are_utc(value: &Value, what: &str) -> usize {
    match value {
        Value::Object(members) => members.iter().map(|(name, value)| is_time(name, value, what) + assert_times_are_utc(value, what)).sum(),
        Value::Array(items) => items.iter().map(|item| assert_times_are_utc(item, what)).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    }
}

#[track_caller]
fn is_time(name: &str, value: &Value, what: &str) -> usize {
    let Some(text) = value.as_str() else { return 0 };
    let looks_like_one = text.len() > 15 && text.as_bytes()[4] == b'-' && text.as_bytes()[10] == b'T';
    if !looks_like_one && name != "at" && !name.ends_with("_at") {
        return 0;
    }
    assert!(DateTime::parse_from_rfc3339(text).is_ok() && text.ends_with('Z'), "{what}: {name} is {text}");
    1
}
