//! Pages: their size and their cursors.

use rstest::rstest;
use serde_json::json;

use super::samples;
use super::shapes::{assert_is_problem, pointers};
use crate::rounds::table::{self, CITIES};
use crate::support::client::Person;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::document::operations;
use crate::support::service::Service;
use crate::workflow::stage::Stage;

/// Every list, who reads it, who else could, and a filter that changes it.
const LISTS: &[(&str, &str, Option<&str>, &str)] = &[
    ("/api/v1/cities", "officer", None, "country=ID"),
    ("/api/v1/partnerships", "officer", Some("officer2"), "country=ID"),
    ("/api/v1/recommendations", "officer", None, "country=ID"),
    ("/api/v1/requests", "officer", Some("approver"), "state=open"),
    ("/api/v1/proposals", "officer", Some("approver"), "kind=peer_learning"),
    ("/api/v1/users", "admin", Some("admin2"), "state=active"),
    ("/api/v1/portals", "admin", Some("admin2"), ""),
    ("/api/v1/audit", "admin", Some("admin2"), "object_kind=proposal"),
    ("/api/v1/models", "admin", Some("officer"), ""),
    ("/api/v1/rounds", "officer", Some("approver"), "state=draft"),
    ("/api/v1/rounds/{round}/proposals", "officer", Some("approver"), "run=1"),
    ("/api/v1/cities/surabaya/practices", "officer", Some("officer2"), ""),
    ("/api/v1/cities/surabaya/feedback", "officer", Some("officer2"), ""),
    ("/api/v1/cities/surabaya/profile/revisions", "officer", None, ""),
];

async fn fill(service: &Service) {
    samples::all(service).await;
    let stage = Stage { service };
    for number in 6..8 {
        stage.proposal_in(kembar::domain::proposal::ProposalState::Published, number).await;
    }
    let (city, admin) = (service.as_("surabaya").await, service.as_("admin").await);
    for slug in ["portal-a", "portal-b"] {
        admin.post("/api/v1/portals", &json!({"slug": slug, "name": slug})).await.expect(201);
        let word = json!({"city": "iloilo-city", "kind": "peer_learning", "verdict": "interested"});
        city.post("/api/v1/cities/surabaya/feedback", &word).await.expect(201);
    }
    let path = "/api/v1/cities/surabaya/profile";
    for words in ["one", "two"] {
        let etag = city.get(path).await.expect(200).etag().to_owned();
        let draft = city.put(path, &etag, &samples::profile(words)).await.expect(200);
        city.decide(&format!("{path}/submit"), draft.etag(), &serde_json::Value::Null).await.expect(200);
    }
}

async fn next_cursor(person: &Person, path: &str) -> String {
    let page = person.get(&format!("{path}?limit=1")).await.expect(200);
    assert_eq!(page.body["items"].as_array().unwrap().len(), 1, "{path}");
    let link = format!("<{path}?limit=1&cursor=");
    assert!(page.header("link").contains(&link) || page.header("link").contains("rel=\"next\""), "{path}: {}", page.header("link"));
    page.body["next_cursor"].as_str().unwrap_or_else(|| panic!("{path} has a second page: {}", page.text)).to_owned()
}

async fn is_bad_cursor(person: &Person, address: String) {
    let answer = person.get(&address).await;
    assert_is_problem(&answer, &address);
    assert_eq!((answer.status.as_u16(), answer.body["code"].as_str()), (400, Some("invalid_cursor")), "{address}: {}", answer.text);
}

fn tampered(cursor: &str) -> Vec<String> {
    let flip = |at: usize| {
        let mut bytes = cursor.as_bytes().to_vec();
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        String::from_utf8(bytes).unwrap()
    };
    let (short, doubled) = (cursor[..cursor.len() - 4].to_owned(), format!("{cursor}{cursor}"));
    vec![flip(0), flip(cursor.len() / 2), flip(cursor.len() - 3), short, doubled, "AAAA".to_owned(), "x".repeat(3_000), String::new()]
}

#[rstest]
#[actix_web::test]
async fn a_cursor_is_good_for_its_list_its_filters_and_its_reader(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    fill(&service).await;
    let (mut cases, round) = (0, table::computed(&service, &CITIES).await);
    for (path, who, other, filter) in LISTS {
        let (path, person) = (&path.replace("{round}", &round), service.as_(who).await);
        let cursor = next_cursor(&person, path).await;
        person.get(&format!("{path}?cursor={cursor}&limit=2")).await.expect(200);
        let mut bad: Vec<String> = tampered(&cursor).iter().map(|bad| format!("{path}?cursor={bad}")).collect();
        if !filter.is_empty() {
            bad.push(format!("{path}?{filter}&cursor={cursor}"));
        }
        // A cursor of another list.
        let elsewhere = if path == "/api/v1/cities" { "/api/v1/partnerships" } else { "/api/v1/cities" };
        bad.push(format!("{elsewhere}?cursor={cursor}"));
        cases += bad.len();
        for address in bad {
            is_bad_cursor(&person, address).await;
        }
        if let Some(other) = other {
            is_bad_cursor(&service.as_(other).await, format!("{path}?cursor={cursor}")).await;
            cases += 1;
        }
    }
    let lists = operations().into_iter().filter(|known| !known.is_write() && known.takes("cursor")).count();
    assert_eq!(lists, LISTS.len(), "every list is tried");
    println!("{on:?}: {cases} bad cursors on {lists} lists, 0 accepted");
}

#[rstest]
#[actix_web::test]
async fn a_page_has_one_to_a_hundred_items(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let round = table::computed(&service, &CITIES).await;
    for (path, who, _, _) in LISTS {
        let (path, person) = (&path.replace("{round}", &round), service.as_(who).await);
        for bad in ["0", "-1", "abc", "", "1.5", "1e2", "٣"] {
            let answer = person.get(&format!("{path}?limit={bad}")).await;
            assert_is_problem(&answer, &format!("{path}, limit {bad:?}"));
            assert_eq!((answer.status.as_u16(), pointers(&answer)), (422, vec!["limit"]), "{path}, limit {bad:?}: {}", answer.text);
        }
        for (query, pointer) in [("limit=1&limit=2", "limit"), ("rubbish=1", "rubbish"), ("Limit=1", "Limit")] {
            let answer = person.get(&format!("{path}?{query}")).await;
            assert_eq!((answer.status.as_u16(), pointers(&answer)), (422, vec![pointer]), "{path}?{query}: {}", answer.text);
        }
        for bad in ["limit=%00", "limit=%ff", "limit=%", "%E2%80%AE=1"] {
            let answer = person.get(&format!("{path}?{bad}")).await;
            assert_eq!(answer.status, 400, "{path}?{bad}: {}", answer.text);
        }
        let clamped = person.get(&format!("{path}?limit=99999999999999999999")).await.expect(200);
        assert!(clamped.body["items"].as_array().unwrap().len() <= 100, "{path}");
        let usual = person.get(path).await.expect(200);
        assert!(usual.body["items"].as_array().unwrap().len() <= 20, "{path}");
    }
    let cities = service.anonymous().get("/api/v1/partnerships?limit=1000").await.expect(200);
    assert!(cities.body["items"].as_array().unwrap().len() > 20, "there was something to clamp");
}
