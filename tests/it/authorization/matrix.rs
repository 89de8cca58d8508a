//! The matrix, cell by cell: what is refused is refused before anything of the request is looked at, and changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use kembar::domain::access::Operation;
use reqwest::Method;
use rstest::rstest;
use serde::Deserialize;

use super::cast::Cast;
use super::scene::Scene;
use crate::support::client::{Answer, Person};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::document::{Described, operations};
use crate::support::ledger::Ledger;
use crate::support::service::Service;

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    actors: String,
    operations: BTreeMap<String, String>,
    relations: BTreeMap<String, String>,
}

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Open,
    Refused(u16),
}

/// A row: the operation, the relation to its object, and what each actor gets.
struct Row {
    operation: Described,
    relation: String,
    cells: Vec<(String, Verdict)>,
}

impl Table {
    fn read() -> Self {
        serde_norway::from_str(include_str!("authz-matrix.yaml")).unwrap()
    }

    /// The rows. Fails for one without an operation, and for an operation without a row.
    fn rows(&self) -> Vec<Row> {
        let served: BTreeMap<_, _> = operations().into_iter().map(|operation| (operation.id.clone(), operation)).collect();
        let without: Vec<_> = served.keys().filter(|id| !self.operations.contains_key(*id)).collect();
        assert!(without.is_empty(), "served, and without a row in authz-matrix.yaml: {without:?}");
        let plain = self.operations.iter().map(|(id, cells)| (id.as_str(), "", cells));
        let related = self.relations.iter().map(|(name, cells)| {
            let (id, relation) = name.split_once(" @").unwrap_or_else(|| panic!("{name} has no relation"));
            (id, relation, cells)
        });
        let row = |(id, relation, cells): (&str, &str, &String)| Row {
            operation: served.get(id).unwrap_or_else(|| panic!("authz-matrix.yaml has a row for {id}, which nothing serves")).clone(),
            relation: relation.to_owned(),
            cells: self.cells(id, cells),
        };
        plain.chain(related).map(row).collect()
    }

    fn cells(&self, row: &str, cells: &str) -> Vec<(String, Verdict)> {
        let actors: Vec<_> = self.actors.split_whitespace().collect();
        let verdicts: Vec<_> = cells
            .split_whitespace()
            .map(
                |cell| if cell == "+" { Verdict::Open } else { Verdict::Refused(cell.parse().unwrap_or_else(|_| panic!("{row}: {cell}"))) },
            )
            .collect();
        assert_eq!(verdicts.len(), actors.len(), "{row} has a cell for every actor");
        actors.into_iter().map(str::to_owned).zip(verdicts).collect()
    }
}

/// A request that is wrong in every way but its address and its caller.
async fn rubbish(person: &Person, row: &Row, path: &str) -> Answer {
    let joint = if path.contains('?') { "&" } else { "?" };
    let request = match row.operation.method {
        Method::GET => person.request(Method::GET, &format!("{path}{joint}limit=none&rubbish=1")),
        _ => person.request(row.operation.method.clone(), path).header("content-type", "text/rubbish").body("{\"rubbish\":"),
    };
    person.send(request.header("if-match", "rubbish").header("idempotency-key", "rubbish")).await
}

/// A request that is wrong in its body and its conditions alone, so that an open cell has no effect either.
async fn knock(person: &Person, row: &Row, path: &str) -> Answer {
    match row.operation.method {
        Method::GET => person.get(path).await,
        _ if row.operation.has_body() => rubbish(person, row, path).await,
        _ => person.send(person.request(row.operation.method.clone(), path)).await,
    }
}

#[test]
fn the_table_of_rights_and_the_matrix_know_the_same_operations() {
    let table = Table::read();
    let service: BTreeSet<&str> = ["healthz", "readyz", "jwks", "api_catalog", "security_txt", "read_problem_type"].into();
    // What only pages do is tested where the pages are.
    let of_the_api = Operation::ALL.iter().filter(|operation| !Operation::OF_PAGES.contains(operation));
    let known: BTreeSet<&str> = of_the_api.map(|operation| operation.id()).chain(service).collect();
    let written: BTreeSet<&str> = table.operations.keys().map(String::as_str).collect();
    assert_eq!(known.symmetric_difference(&written).collect::<Vec<_>>(), Vec::<&&str>::new());
    assert_eq!(table.rows().len(), table.operations.len() + table.relations.len());
}

#[rstest]
#[actix_web::test]
async fn everybody_may_do_what_the_matrix_says_and_nothing_else(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let (scene, cast) = (Scene::set(&service).await, Cast::of(&service).await);
    let mut db = service.database.connection();
    let (mut plain, mut related, mut open) = (0, 0, Vec::new());
    for row in Table::read().rows() {
        let path = scene.path(&row.operation, &row.relation);
        let name = format!("{} @{}", row.operation.id, row.relation);
        let before = Ledger::of(&mut db);
        for (actor, verdict) in &row.cells {
            if let Verdict::Refused(status) = verdict {
                let answer = rubbish(cast.get(actor), &row, &path).await;
                if answer.status != *status || answer.body["status"] != *status || !row.operation.documents(*status) {
                    open.push(format!("{name}: {actor} should get {status} and got {}: {}", answer.status, answer.text));
                }
            }
        }
        before.assert_unchanged(&mut db, &format!("a refused {name}"));
        for (actor, verdict) in &row.cells {
            if *verdict == Verdict::Open {
                open.extend(not_let_in(&service, &cast, (actor, &row), &path).await);
            }
        }
        *(if row.relation.is_empty() { &mut plain } else { &mut related }) += row.cells.len();
    }
    println!("{on:?}: {plain} actor×endpoint cells checked, {} open; {related} object-relation cells", open.len());
    assert!(open.is_empty(), "{}", open.join("\n"));
}

/// What is wrong with how somebody was received who may call.
async fn not_let_in(service: &Service, cast: &Cast, (actor, row): (&str, &Row), path: &str) -> Option<String> {
    // Ends the session, so it gets one of its own.
    let person = if row.operation.id == "logout" { cast.anew(service, actor).await } else { cast.get(actor).clone() };
    let answer = knock(&person, row, path).await;
    let status = answer.status.as_u16();
    let is_good = match row.operation.id.as_str() {
        "logout" | "revoke_portal_key" => status == 204,
        "cancel_job" => status == 200,
        _ if row.operation.is_write() => [400, 415, 422, 428].contains(&status),
        _ => status == 200,
    };
    (!is_good).then(|| format!("{} @{}: {actor} should be let in and got {status}: {}", row.operation.id, row.relation, answer.text))
}
