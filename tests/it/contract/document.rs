//! The OpenAPI document and the routes are the same thing, both ways, and the document is the one that is committed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use reqwest::Method;
use rstest::rstest;
use serde_json::Value;

use super::shapes::{assert_is_problem, assert_times_are_utc};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::document::{document, operations};
use crate::support::service::Service;

const SNAPSHOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/contract/openapi.json");

/// Set it to write the snapshot anew: `KEMBAR_WRITE_OPENAPI=1 cargo test --test it contract::document`.
const WRITE: &str = "KEMBAR_WRITE_OPENAPI";

#[test]
#[expect(clippy::disallowed_methods, reason = "a switch of the test itself")]
fn the_document_is_the_one_that_is_committed() {
    let now = document();
    if std::env::var_os(WRITE).is_some() {
        std::fs::write(SNAPSHOT, format!("{}\n", serde_json::to_string_pretty(&now).unwrap())).unwrap();
    }
    let kept: Value = serde_json::from_str(&std::fs::read_to_string(SNAPSHOT).unwrap_or_default()).unwrap_or_default();
    let mut differences = Vec::new();
    compare(&kept, &now, "", &mut differences);
    assert!(differences.is_empty(), "the interface has changed; look, and write it anew with {WRITE}=1:\n{}", differences.join("\n"));
}

fn compare(kept: &Value, now: &Value, at: &str, found: &mut Vec<String>) {
    if let (Value::Object(kept), Value::Object(now)) = (kept, now) {
        let names: BTreeSet<_> = kept.keys().chain(now.keys()).collect();
        for name in names {
            let place = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
            compare(kept.get(name).unwrap_or(&Value::Null), now.get(name).unwrap_or(&Value::Null), &place, found);
        }
    } else if kept != now {
        found.push(format!("{at}: {kept:.80} is now {now:.80}"));
    }
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Every `#[get("…")]` and the like in the sources of the API, as `GET /…`.
fn handlers() -> BTreeSet<String> {
    let mut files = Vec::new();
    sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/api")), &mut files);
    // The example of the edge is served by its own tests alone.
    files.retain(|file| !file.ends_with("edge/example.rs") && !file.components().any(|part| part.as_os_str() == "tests"));
    let mut found = BTreeSet::new();
    for line in files.iter().flat_map(|file| std::fs::read_to_string(file).unwrap().lines().map(str::to_owned).collect::<Vec<_>>()) {
        for method in ["get", "post", "put", "patch", "delete"] {
            if let Some(path) = line.trim().strip_prefix(&format!("#[{method}(\"")).and_then(|rest| rest.strip_suffix("\")]")) {
                found.insert(format!("{} {path}", method.to_uppercase()));
            }
        }
    }
    found
}

#[test]
fn every_handler_is_in_the_document_and_nothing_else() {
    let described: BTreeSet<String> = operations()
        .iter()
        .map(|known| format!("{} {}", known.method, known.template.strip_prefix("/api/v1").unwrap_or(&known.template)))
        .collect();
    let handlers = handlers();
    assert_eq!(described.symmetric_difference(&handlers).collect::<Vec<_>>(), Vec::<&String>::new());
    println!("{} operations in the document, {} handlers", described.len(), handlers.len());
}

#[rstest]
#[actix_web::test]
async fn what_the_document_describes_is_routed(#[values(Sqlite)] on: Backend) {
    let service = Service::start(on).await;
    let anonymous = service.anonymous();
    let served = anonymous.get("/openapi.json").await.expect(200);
    assert_eq!(served.body, document(), "the document that is served is the one of the tests");
    for known in operations() {
        let path = known.path(|_| "x".to_owned());
        let options = anonymous.send(anonymous.request(Method::from_bytes(b"PROPFIND").unwrap(), &path)).await.expect(405);
        assert!(options.header("allow").split(", ").any(|method| method == known.method.as_str()), "{path}: {}", options.header("allow"));
        assert_is_problem(&options, &path);
        let there = anonymous.send(anonymous.request(known.method.clone(), &path)).await;
        assert_ne!(there.status, 405, "{} {path}", known.method);
    }
    for nowhere in ["/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v2/cities", "/api/v1/cities/", "/api/v1//cities", "/API/V1/cities"] {
        let answer = anonymous.get(nowhere).await;
        assert_is_problem(&answer, nowhere);
        assert_eq!(answer.status, 404, "{nowhere}");
    }
}

#[test]
fn every_operation_documents_its_answers() {
    for known in operations() {
        let mut needed = vec![400, 401, 403, 404, 422, 429, 500, 503];
        let with = |yes: bool, statuses: &[u16]| if yes { statuses.to_vec() } else { Vec::new() };
        needed.extend(with(known.has_body(), &[413, 415]));
        needed.extend(with(known.takes("If-Match"), &[409, 412, 428]));
        needed.extend(with(known.takes("Idempotency-Key"), &[409]));
        for status in needed {
            assert!(known.documents(status), "{} does not document {status}", known.id);
            let schema = &known.body["responses"][status.to_string()]["content"]["application/problem+json"]["schema"]["$ref"];
            assert_eq!(schema, "#/components/schemas/Problem", "{} at {status}", known.id);
        }
        assert!([200, 201, 202, 204].iter().any(|status| known.documents(*status)), "{} documents its good answer", known.id);
    }
}

#[test]
fn every_reference_of_the_document_leads_somewhere() {
    fn references<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
        match value {
            Value::Object(members) => members.iter().for_each(|(name, value)| match value.as_str().filter(|_| name == "$ref") {
                Some(target) => drop(found.insert(target)),
                None => references(value, found),
            }),
            Value::Array(items) => items.iter().for_each(|item| references(item, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let (document, mut found) = (document(), BTreeSet::new());
    references(&document, &mut found);
    let lost: Vec<_> = found.iter().filter(|target| document.pointer(target.trim_start_matches('#')).is_none()).collect();
    assert!(lost.is_empty() && found.len() > 30, "{lost:?} of {}", found.len());
}

#[rstest]
#[actix_web::test]
async fn times_are_utc_and_good_answers_have_the_documented_members(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let samples = super::samples::all(&service).await;
    let (operations, document) = (operations(), document());
    let mut times = 0;
    for sample in &samples {
        let answer = sample.person.send(sample.whole()).await;
        let described = sample.described(&operations);
        let is_good = answer.status.is_success() && described.documents(answer.status.as_u16());
        assert!(is_good, "{}: {} {}", sample.operation, answer.status, answer.text);
        times += assert_times_are_utc(&answer.body, sample.operation);
        let schema = &described.body["responses"][answer.status.as_str()]["content"]["application/json"]["schema"];
        assert_eq!(schema.is_null(), answer.text.is_empty(), "{}: {}", sample.operation, answer.text);
        conforms(&document, schema, &answer.body, sample.operation);
    }
    assert!(times > 40, "{times}");
}

/// The members that a schema requires are there, and there is none that it does not know.
fn conforms(document: &Value, schema: &Value, value: &Value, what: &str) {
    let schema = match schema["$ref"].as_str() {
        Some(target) => document.pointer(target.trim_start_matches('#')).unwrap(),
        None => schema,
    };
    if let (Some(known), Some(members)) = (schema["properties"].as_object(), value.as_object()) {
        for (name, value) in members {
            let part = known.get(name).unwrap_or_else(|| panic!("{what}: {name} is not in the document"));
            conforms(document, part, value, &format!("{what}/{name}"));
        }
        for name in schema["required"].as_array().into_iter().flatten() {
            assert!(members.contains_key(name.as_str().unwrap()), "{what} lacks {name}");
        }
    }
    if let (Value::Array(items), true) = (value, schema["items"].is_object()) {
        items.iter().for_each(|item| conforms(document, &schema["items"], item, what));
    }
}
