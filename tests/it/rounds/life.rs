//! The life of a round: nothing reaches the queue before its release, and a release can be taken back until somebody has decided.

use rstest::rstest;
use serde_json::{Value, json};

use super::table::{CITIES, act, address, compute, computed, draft, plan, proposals, read, released};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

#[rstest]
#[actix_web::test]
async fn a_round_is_computed_looked_at_changed_and_computed_again(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let officer = service.as_("officer").await;
    let id = computed(&service, &CITIES).await;
    let first = officer.get(&format!("{}/proposals", address(&id))).await.expect(200).body;
    let items = first["items"].as_array().unwrap();
    assert_eq!(items.len(), 3, "six cities make three pairs: {first}");
    for item in items {
        let score = item["explanation"]["suggestion"]["score"].as_f64().unwrap();
        assert!((score - item["score"].as_f64().unwrap()).abs() < 1e-9 && item["proposal"].is_null());
        assert!(
            item["alternates"].as_array().unwrap().len() <= 3 && !item["explanation"]["suggestion"]["text"].as_str().unwrap().is_empty()
        );
    }
    let now = read(&service, &id).await;
    let pair = items[0]["cities"].as_array().unwrap().iter().map(|city| city["slug"].clone()).collect::<Vec<_>>();
    let changed = plan(&CITIES, json!({"barred": [pair]}));
    assert_eq!(officer.put(&address(&id), now.etag(), &changed).await.expect(200).body["state"], "draft");
    officer.put(&address(&id), now.etag(), &changed).await.expect(412);
    assert_eq!(compute(&service, &id).await.body["state"], "succeeded");
    let runs = officer.get(&format!("{}/runs", address(&id))).await.expect(200).body;
    let numbers: Vec<i64> = runs["items"].as_array().unwrap().iter().map(|run| run["number"].as_i64().unwrap()).collect();
    assert_eq!(numbers, [1, 2], "what was computed stays");
    assert_eq!(officer.get(&format!("{}/proposals?run=1", address(&id))).await.expect(200).body, first);
    let second = officer.get(&format!("{}/proposals", address(&id))).await.expect(200).body;
    assert!(second["items"].as_array().unwrap().iter().all(|item| item["cities"] != items[0]["cities"]), "a barred pair is not chosen");
    let change = officer.get(&format!("{}/comparison?before=1&after=2", address(&id))).await.expect(200).body;
    let gone = change["comparison"]["gone"].as_array().unwrap();
    assert!(gone.iter().any(|pair| pair["why"]["why"] == "barred" || pair["why"] == "barred"), "{change}");
    officer.get(&format!("{}/comparison?before=1&after=1", address(&id))).await.expect(422);
    officer.get(&format!("{}/analysis?run=9", address(&id))).await.expect(404);
}

#[rstest]
#[actix_web::test]
async fn nothing_reaches_the_review_queue_until_the_officer_releases_it(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = computed(&service, &CITIES).await;
    assert!(proposals(&service, &id).await.is_empty());
    let released = act(&service, &id, "release", &Value::Null).await.expect(200).body;
    assert_eq!((released["proposals"].as_u64(), released["skipped"].as_array().unwrap().len()), (Some(3), 0));
    assert_eq!(released["round"]["state"], "in_review");
    let made = proposals(&service, &id).await;
    assert_eq!(made.len(), 3);
    let officer = service.as_("officer").await;
    let shown = officer.get(&format!("{}/proposals", address(&id))).await.expect(200).body;
    for item in shown["items"].as_array().unwrap() {
        let proposal = made.iter().find(|proposal| proposal["id"] == item["proposal"]["id"]).unwrap();
        assert_eq!((&proposal["cities"], &proposal["state"]), (&item["cities"], &json!("proposed")));
        assert_eq!(proposal["explanation"], item["explanation"], "what was computed is what is reviewed");
    }
    act(&service, &id, "release", &Value::Null).await.expect(409);
    act(&service, &id, "compute", &Value::Null).await.expect(409);
    // The same cities again: what is under way is no candidate.
    let again = draft(&service, &plan(&CITIES, json!({}))).await;
    compute(&service, &again).await;
    let other = officer.get(&format!("{}/proposals", address(&again))).await.expect(200).body;
    let pairs = |list: &Value| list["items"].as_array().unwrap().iter().map(|item| item["cities"].clone()).collect::<Vec<_>>();
    assert!(pairs(&other).iter().all(|pair| !pairs(&shown).contains(pair)));
}

#[rstest]
#[actix_web::test]
async fn a_release_is_taken_back_as_long_as_nobody_has_decided(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = released(&service, &CITIES).await;
    act(&service, &id, "recall", &json!({"reason": " "})).await.expect(422);
    let back = act(&service, &id, "recall", &json!({"reason": "Released too early."})).await.expect(200);
    assert_eq!((back.body["state"].as_str(), back.body["released_at"].is_null()), (Some("computed"), true));
    assert!(proposals(&service, &id).await.iter().all(|proposal| proposal["state"] == "withdrawn"));
    assert_eq!(act(&service, &id, "release", &Value::Null).await.expect(200).body["proposals"], 3, "it can go out again");
    let live = proposals(&service, &id).await.into_iter().find(|proposal| proposal["state"] == "proposed").unwrap();
    let path = format!("/api/v1/proposals/{}", live["id"].as_str().unwrap());
    let second = service.as_("officer2").await;
    let etag = second.get(&path).await.expect(200).etag().to_owned();
    second.decide(&format!("{path}/reviews"), &etag, &json!({"decision": "recommend"})).await.expect(200);
    let refused = act(&service, &id, "recall", &json!({"reason": "Too late."})).await.expect(409);
    assert!(refused.body["detail"].as_str().unwrap().starts_with("1 of its 3 proposals"), "{}", refused.body);
    assert_eq!(act(&service, &id, "close", &Value::Null).await.expect(200).body["state"], "closed");
    act(&service, &id, "compute", &Value::Null).await.expect(409);
}

#[rstest]
#[actix_web::test]
async fn a_declined_pairing_of_a_round_brings_up_its_next_alternate(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = released(&service, &["surabaya", "da-nang", "penang-island"]).await;
    let proposal = proposals(&service, &id).await.remove(0);
    let alternates = proposal["review"]["alternates"].as_array().unwrap().clone();
    let path = format!("/api/v1/proposals/{}", proposal["id"].as_str().unwrap());
    for (who, decision) in [("officer2", "recommend"), ("approver", "approve")] {
        let person = service.as_(who).await;
        let etag = person.get(&path).await.expect(200).etag().to_owned();
        person.decide(&format!("{path}/reviews"), &etag, &json!({"decision": decision})).await.expect(200);
    }
    let who = proposal["cities"][0]["slug"].as_str().unwrap().to_owned();
    let city = service.as_(&who).await;
    let etag = city.get(&path).await.expect(200).etag().to_owned();
    let word = json!({"answer": "decline", "reason_code": "other", "reason": "Not this year."});
    city.decide(&format!("{path}/answers"), &etag, &word).await.expect(200);
    let queue = service.as_("officer").await.get("/api/v1/proposals?state=proposed&limit=100").await.expect(200).body;
    let next = queue["items"].as_array().unwrap();
    assert_eq!((alternates.len(), next.len()), (1, 1), "the third city is the only other one");
    assert!(next[0]["cities"].as_array().unwrap().iter().any(|city| city["slug"] == alternates[0]["city"]["slug"]));
}

#[rstest]
#[actix_web::test]
async fn every_fault_of_a_plan_is_named_at_once(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let officer = service.as_("officer").await;
    let mut wrong =
        plan(&["makassar", "atlantis"], json!({"least": 3, "most": 1, "locked": [["makassar", "bangkok"]], "minimum_score": 200.0}));
    wrong["candidates"] = 0.into();
    let refused = officer.post("/api/v1/rounds", &wrong).await.expect(422).body;
    let pointers = |body: &Value| {
        body["errors"].as_array().unwrap().iter().map(|fault| fault["pointer"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(pointers(&refused), ["/candidates", "/rules/least", "/rules/minimum_score"]);
    let unknown = plan(&["makassar", "atlantis"], json!({"locked": [["makassar", "bangkok"]], "own": [{"city": "lemuria", "most": 2}]}));
    let refused = officer.post("/api/v1/rounds", &unknown).await.expect(422).body;
    assert_eq!(pointers(&refused), ["/scope/cities/1", "/rules/own/0/city", "/rules/locked/0", "/scope"]);
    let alike = plan(
        &["makassar", "semarang", "kuching"],
        json!({"shares": [{"grouping": "income", "at_least": 0.2}, {"grouping": "level", "at_least": 0.2}]}),
    );
    let refused = officer.post("/api/v1/rounds", &alike).await.expect(422).body;
    assert_eq!(pointers(&refused), ["/rules/shares/1"], "Indonesia and Malaysia differ in income, and all three are cities: {refused}");
    let mut alchemy = plan(&CITIES, json!({}));
    alchemy["theme"] = "alchemy".into();
    officer.post("/api/v1/rounds", &alchemy).await.expect(422);
    let tied = plan(&["surabaya", "bangkok", "makassar", "semarang"], json!({"locked": [["makassar", "semarang"]]}));
    let id = draft(&service, &tied).await;
    let job = compute(&service, &id).await.body;
    assert_eq!(job["state"], "failed");
    assert!(job["failure"].as_str().unwrap().contains("/rules/locked/0: the rule same_country takes this pair out"), "{job}");
    assert_eq!(read(&service, &id).await.body["state"], "failed", "and it can be changed and computed again");
}
