//! A refusal tells nothing: what is there and may not be seen looks like what is not there.

use kembar::domain::proposal::ProposalState::Proposed;
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::client::{Answer, Person};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;
use crate::workflow::stage::{Stage, address};

const NOBODY: &str = "0192f0c1-7b3a-7c44-9d3e-2f7f6b1f0a11";

/// Everything of an answer but what differs from one request to the next.
fn face(answer: &Answer, id: &str) -> (u16, Value, Vec<(String, String)>) {
    let mut body = answer.body.clone();
    if let Some(problem) = body.as_object_mut() {
        problem.remove("instance");
    }
    let fields = answer.headers.iter().filter(|(name, _)| !["x-request-id", "date"].contains(&name.as_str()));
    let mut fields: Vec<_> = fields.map(|(name, value)| (name.to_string(), value.to_str().unwrap().replace(id, "ID"))).collect();
    fields.sort();
    (answer.status.as_u16(), serde_json::from_str(&body.to_string().replace(id, "ID")).unwrap(), fields)
}

#[rstest]
#[actix_web::test]
async fn a_hidden_thing_and_a_missing_one_are_answered_alike(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let stage = Stage { service: &service };
    let body = json!({"wants": "Less flooding.", "gives": "Compost."});
    let request = service.as_("surabaya").await.post("/api/v1/requests", &body).await.expect(201).id();
    let early = stage.proposal_in(Proposed, 0).await;
    let (own, other) = (service.as_("surabaya").await, service.as_("bangkok").await);
    let pairs: [(&Person, Method, &str, &str, &str); 7] = [
        (&other, Method::GET, "/api/v1/requests/ID", &request, NOBODY),
        (&other, Method::POST, "/api/v1/requests/ID/withdraw", &request, NOBODY),
        (&own, Method::GET, "/api/v1/proposals/ID", &early, NOBODY),
        (&own, Method::POST, "/api/v1/proposals/ID/answers", &early, NOBODY),
        (&other, Method::GET, "/api/v1/cities/ID/profile", "surabaya", "no-such-city"),
        (&other, Method::PUT, "/api/v1/cities/ID/profile", "surabaya", "no-such-city"),
        (&other, Method::GET, "/api/v1/cities/ID/suggestions/bangkok?kind=peer_learning", "surabaya", "no-such-city"),
    ];
    for (person, method, template, hidden, missing) in &pairs {
        let mut faces = Vec::new();
        for id in [hidden, missing] {
            let path = template.replace("ID", id);
            // As somebody would probe: with what a real caller sends along.
            let request = person.request(method.clone(), &path).header("if-match", "\"v1\"").header("if-none-match", "\"v1\"");
            faces.push(face(&person.send(request).await, id));
        }
        assert_eq!(faces[0].0, 404, "{template}");
        assert_eq!(faces[0], faces[1], "{template}");
    }
    println!("{on:?}: {} hidden things answered like missing ones", pairs.len());
}

#[rstest]
#[actix_web::test]
async fn a_list_holds_what_its_reader_may_see(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let stage = Stage { service: &service };
    let body = json!({"wants": "Less flooding.", "gives": "Compost."});
    service.as_("surabaya").await.post("/api/v1/requests", &body).await.expect(201);
    let early = stage.proposal_in(Proposed, 0).await;
    let sees = async |who: &str, path: &str| {
        let answer = service.as_(who).await.get(path).await.expect(200);
        answer.body["items"].as_array().unwrap().len()
    };
    let expected =
        [("officer", 1, 1), ("observer-id", 1, 1), ("observer-th", 0, 0), ("surabaya", 1, 0), ("iloilo-city", 0, 0), ("bangkok", 0, 0)];
    for (who, requests, proposals) in expected {
        let found = (sees(who, "/api/v1/requests").await, sees(who, "/api/v1/proposals").await);
        assert_eq!(found, (requests, proposals), "{who}");
    }
    stage.invite(&early).await;
    for (who, proposals) in [("surabaya", 1), ("iloilo-city", 1), ("bangkok", 0), ("observer-th", 0)] {
        assert_eq!(sees(who, "/api/v1/proposals").await, proposals, "{who}");
    }
    let own = service.as_("surabaya").await.get(&address(&early)).await.expect(200);
    assert_eq!(own.body["review"], Value::Null, "no reviewer's word or name to a city");
}

#[rstest]
#[actix_web::test]
async fn a_right_that_was_taken_away_is_gone_at_the_next_call(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let (admin, officer) = (service.as_("admin").await, service.as_("officer2").await);
    let id = officer.get("/api/v1/me").await.expect(200).id();
    let account = format!("/api/v1/users/{id}");
    let etag = admin.get(&account).await.expect(200).etag().to_owned();
    admin.patch(&account, &etag, &json!({"role": "observer"})).await.expect(200);
    let refused = officer.post("/api/v1/proposals", &Value::Null).await;
    assert_eq!(refused.status, 401, "rights that changed end the session: {}", refused.text);
    service.forget("officer2");
    let refused = service.as_("officer2").await.post("/api/v1/proposals", &Value::Null).await;
    assert_eq!(refused.status, 403, "{}", refused.text);
}

#[rstest]
#[actix_web::test]
async fn a_credential_is_given_once_and_in_one_way(#[values(Sqlite)] on: Backend) {
    let service = Service::start(on).await;
    let officer = service.as_("officer").await;
    let anonymous = service.anonymous();
    let good = officer.request(Method::GET, "/api/v1/me").build().unwrap().headers()["authorization"].to_str().unwrap().to_owned();
    let token = good.strip_prefix("Bearer ").unwrap().to_owned();
    for bad in [
        "",
        "Bearer",
        "Bearer ",
        &token,
        &format!("Basic {token}"),
        &format!("Bearer {token}x"),
        &format!("Bearer  {token}"),
        &format!("{good}, {good}"),
    ] {
        let answer = anonymous.send(anonymous.request(Method::GET, "/api/v1/cities").header("authorization", bad)).await;
        assert_eq!(answer.status, 401, "{bad:.30}");
        assert!(answer.header("www-authenticate").starts_with("Bearer"), "{:?}", answer.headers);
    }
    let twice = anonymous.request(Method::GET, "/api/v1/me").header("authorization", &good).header("authorization", &good);
    assert_eq!(anonymous.send(twice).await.status, 401, "two fields");
    let lower = anonymous.request(Method::GET, "/api/v1/me").header("authorization", format!("bearer {token}"));
    assert_eq!(anonymous.send(lower).await.status, 200, "the scheme has no case");
    let in_query = anonymous.get(&format!("/api/v1/me?access_token={token}")).await;
    assert_eq!(in_query.status, 401, "never in an address");
    for header in ["x-http-method-override", "x-method-override"] {
        let request = anonymous.request(Method::GET, "/api/v1/cities").header(header, "POST");
        assert_eq!(anonymous.send(request).await.status, 200, "{header} is not looked at");
    }
}
