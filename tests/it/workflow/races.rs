//! Two who decide at once: one wins, the other is told.

use futures_util::future::{join, join_all};
use kembar::domain::proposal::ProposalState::{Invited, Recommended};
use rstest::rstest;
use serde_json::{Value, json};

use super::stage::{Stage, address, proposal, reason, review};
use crate::support::client::{Answer, Person};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

/// One has what it wanted, the other is refused for the state or the version.
fn one_wins(answers: [&Answer; 2]) {
    let statuses = answers.map(|answer| answer.status.as_u16());
    let [won, lost] = if statuses[0] == 200 { statuses } else { [statuses[1], statuses[0]] };
    assert!(won == 200 && (lost == 412 || lost == 409), "{statuses:?}: {} {}", answers[0].text, answers[1].text);
}

#[rstest]
#[actix_web::test]
async fn of_two_racing_decisions_one_wins(#[values(Sqlite, Postgres)] on: Backend) {
    const ROUNDS: usize = 6;
    let service = Service::start(on).await;
    let stage = Stage { service: &service };
    let (one, two) = (service.as_("approver").await, service.as_("approver2").await);
    for round in 0..ROUNDS {
        let id = stage.proposal_in(Recommended, round).await;
        let (path, seen) = (format!("{}/reviews", address(&id)), stage.read(&id).await);
        let second = if round % 2 == 0 { "approve" } else { "reject" };
        let (approve, against) = (review("approve"), review(second));
        let (a, b) = join(one.decide(&path, seen.etag(), &approve), two.decide(&path, seen.etag(), &against)).await;
        one_wins([&a, &b]);
        let history = service.as_("officer").await.get(&format!("{}/history", address(&id))).await.expect(200);
        let decided = history.body["reviews"].as_array().unwrap().len();
        assert_eq!(decided, 2, "the recommendation and one decision: {}", history.text);
    }
    println!("{on:?}: {ROUNDS} If-Match races between approvers, 0 lost updates");
}

#[rstest]
#[actix_web::test]
async fn two_cities_that_answer_at_once_make_one_partnership(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let stage = Stage { service: &service };
    let (learner, mentor) = (service.as_("surabaya").await, service.as_("iloilo-city").await);
    let yes = json!({"answer": "accept"});
    for round in 0..4 {
        let id = stage.proposal_in(Invited, round).await;
        let path = format!("{}/answers", address(&id));
        let seen = stage.read(&id).await;
        let (a, b) = join(learner.decide(&path, seen.etag(), &yes), mentor.decide(&path, seen.etag(), &yes)).await;
        one_wins([&a, &b]);
        let late: &Person = if a.status == 200 { &mentor } else { &learner };
        let published = late.decide(&path, stage.read(&id).await.etag(), &yes).await.expect(200);
        assert_eq!(published.body["state"], "published");
    }
    let made = service.anonymous().get("/api/v1/recommendations").await.expect(200);
    assert_eq!(made.body["items"].as_array().unwrap().len(), 4);
}

#[rstest]
#[actix_web::test]
async fn a_pairing_that_many_officers_propose_at_once_is_under_way_once(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let officers = [service.as_("officer").await, service.as_("officer2").await];
    let body = proposal(0);
    let answers = join_all((0..6).map(|number| officers[number % 2].post("/api/v1/proposals", &body))).await;
    let mut statuses: Vec<_> = answers.iter().map(|answer| answer.status.as_u16()).collect();
    statuses.sort_unstable();
    assert_eq!((statuses[0], &statuses[1..]), (201, &[409; 5][..]), "{:?}", answers.last().unwrap().text);
    for refused in answers.iter().filter(|answer| answer.status == 409) {
        assert_eq!(refused.body["code"], Value::from("already_exists"), "{}", refused.text);
    }
    let id = answers.iter().find(|answer| answer.status == 201).unwrap().id();
    Stage { service: &service }.act("officer", &id, "withdraw", &reason()).await.expect(200);
    officers[0].post("/api/v1/proposals", &body).await.expect(201);
}
