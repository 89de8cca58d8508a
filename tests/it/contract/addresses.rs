//! Hostile addresses: every parameter of every path and every query.

use rstest::rstest;

use super::shapes::assert_is_problem;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::document::operations;
use crate::support::ledger::Ledger;
use crate::support::service::Service;

/// What is put in the place of a parameter, percent-encoded.
fn hostile() -> Vec<String> {
    let long = ["x".repeat(5_000), "%CC%81".repeat(1_000)];
    let short = [
        "%00",
        "a%00b",
        "%ff",
        "%C0%AF",
        "%E2%80%AE",
        "%1b",
        "%",
        "%2",
        "..%2f..",
        "%0d%0aSet-Cookie:%20a=b",
        "'%20OR%201=1--",
        "%25%27",
        "_",
        "*",
        "-1",
        "%F0%9F%8C%8A",
    ];
    short.iter().map(|text| (*text).to_owned()).chain(long).collect()
}

#[rstest]
#[actix_web::test]
async fn no_address_breaks_the_service(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let people = [service.as_("officer").await, service.as_("admin").await];
    let mut db = service.database.connection();
    let before = Ledger::of(&mut db);
    let mut cases = 0;
    for known in operations().iter().filter(|known| known.template.contains('{')) {
        for text in hostile() {
            let path = known.path(|_| text.clone());
            for person in &people {
                let answer = person.send(person.request(known.method.clone(), &path)).await;
                assert_is_problem(&answer, &format!("{} {path:.80}", known.method));
                cases += 1;
            }
        }
    }
    before.assert_unchanged(&mut db, "a hostile path");
    println!("{on:?}: {cases} hostile paths, 0 answered with 5xx");
}

#[rstest]
#[actix_web::test]
async fn no_query_breaks_the_service(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut cases = 0;
    for known in operations().iter().filter(|known| !known.is_write()) {
        let parameters = known.body["parameters"].as_array().cloned().unwrap_or_default();
        let path = known.path(|name| if name == "other" { "bangkok" } else { "surabaya" }.to_owned());
        let admin = ["users", "portals", "audit"].iter().any(|part| known.template.contains(part));
        let person = service.as_(if admin { "admin" } else { "officer" }).await;
        for parameter in parameters.iter().filter(|parameter| parameter["in"] == "query") {
            let name = parameter["name"].as_str().unwrap();
            let needed = if known.template.contains("suggestions") && name != "kind" { "&kind=peer_learning" } else { "" };
            for text in hostile() {
                let address = format!("{path}?{name}={text}{needed}");
                let answer = person.get(&address).await;
                if answer.status != 200 {
                    assert_is_problem(&answer, &format!("{address:.80}"));
                    assert!([400, 404, 422].contains(&answer.status.as_u16()), "{address:.80}: {}", answer.text);
                }
                cases += 1;
            }
        }
    }
    println!("{on:?}: {cases} hostile queries, 0 answered with 5xx");
    assert!(cases > 500);
}
