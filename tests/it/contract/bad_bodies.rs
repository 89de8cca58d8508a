//! Every operation with a body × every way to get a body wrong: the right refusal, each fault by its pointer, and nothing changed.

use rstest::rstest;
use serde_json::{Value, json};

use super::hostile::{self, Attack};
use super::samples::{self, Sample};
use super::shapes::{assert_is_problem, pointers};
use crate::support::client::Answer;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::document::{Described, document, operations};
use crate::support::ledger::Ledger;
use crate::support::service::Service;

#[rstest]
#[actix_web::test]
async fn a_bad_body_is_refused_by_pointer_and_changes_nothing(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let samples = samples::all(&service).await;
    let (operations, document) = (operations(), document());
    let mut db = service.database.connection();
    let (mut cases, mut covered) = (0, Vec::new());
    for sample in samples.iter().filter(|sample| !sample.body.is_null()) {
        let described = sample.described(&operations);
        let before = Ledger::of(&mut db);
        for attack in hostile::attacks(sample, &required(described, &document)) {
            let answer = sample.send_bytes(attack.body.clone()).await;
            check(sample, described, &attack, &answer);
            cases += 1;
        }
        cases += framing(sample, described).await;
        if !sample.is_about_secrets() {
            before.assert_unchanged(&mut db, &format!("a bad body for {}", sample.operation));
        }
        covered.push(sample.operation);
    }
    let without: Vec<_> =
        operations.iter().filter(|known| known.has_body() && !covered.contains(&known.id.as_str())).map(|known| &known.id).collect();
    assert!(without.is_empty(), "operations with a body that no sample tries: {without:?}");
    println!("{on:?}: {cases} bad bodies for {} operations, 0 answered with 5xx, 0 changed anything", covered.len());
}

/// The members that the document says are required.
fn required(described: &Described, document: &Value) -> Vec<String> {
    let schema = &described.body["requestBody"]["content"]["application/json"]["schema"];
    let name = schema["$ref"].as_str().unwrap_or_else(|| panic!("{} has no schema", described.id)).rsplit('/').next().unwrap();
    let members = document["components"]["schemas"][name]["required"].as_array().map(Vec::as_slice).unwrap_or_default();
    members.iter().map(|member| member.as_str().unwrap().to_owned()).collect()
}

fn check(sample: &Sample, described: &Described, attack: &Attack, answer: &Answer) {
    let what = format!("{}: {}", sample.operation, attack.name);
    assert_is_problem(answer, &what);
    let status = answer.status.as_u16();
    assert!(described.documents(status), "{what}: {status} is not documented");
    // A secret that no rule forbids is simply the wrong one, and too many of them have to wait.
    if sample.is_about_secrets() && attack.is_well_formed && [401, 429].contains(&status) {
        return;
    }
    assert_eq!(status, attack.status, "{what}: {}", answer.text);
    if let Some(pointer) = &attack.pointer {
        let named = pointers(answer);
        assert!(named.iter().any(|found| found == pointer), "{what}: {pointer} is not among {named:?}: {}", answer.text);
    }
}

/// What is around the body: its type, its coding, its size.
async fn framing(sample: &Sample, described: &Described) -> usize {
    let body = sample.body.to_string();
    let types =
        ["", "text/plain", "application/xml", "application/x-www-form-urlencoded", "application/json; charset=latin1", "application/jsonx"];
    for media in types {
        let request = sample.head().body(body.clone());
        let request = if media.is_empty() { request } else { request.header("content-type", media) };
        refused(sample, described, (&format!("the type {media:?}"), 415), &sample.person.send(request).await);
    }
    for coding in ["gzip", "deflate", "br", "identity, gzip"] {
        let request = sample.head().header("content-type", "application/json").header("content-encoding", coding).body(body.clone());
        refused(sample, described, (&format!("the coding {coding}"), 415), &sample.person.send(request).await);
    }
    let large = sample.send_bytes(format!("{body}{}", " ".repeat(256 << 10))).await;
    refused(sample, described, ("257 KiB", 413), &large);
    types.len() + 5
}

fn refused(sample: &Sample, described: &Described, (name, status): (&str, u16), answer: &Answer) {
    let what = format!("{}: {name}", sample.operation);
    assert_is_problem(answer, &what);
    assert!(answer.status == status && described.documents(status), "{what}: {}", answer.text);
}

#[rstest]
#[actix_web::test]
async fn every_fault_of_a_body_is_named_at_once(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let body = json!({"wants": "", "gives": "a\u{202E}b", "themes": ["solid-waste", "no-such-theme", "neither"], "kind": "peer_learning"});
    let answer = service.as_("surabaya").await.post("/api/v1/requests", &body).await.expect(422);
    assert_eq!(pointers(&answer), ["/wants", "/gives", "/themes/1", "/themes/2"]);
    let body = json!({"wants": 5, "kind": "marriage", "themes": "all", "more": 1});
    let answer = service.as_("surabaya").await.post("/api/v1/requests", &body).await.expect(422);
    let mut named = pointers(&answer);
    named.sort_unstable();
    assert_eq!(named, ["/gives", "/kind", "/more", "/themes", "/wants"]);
}
