//! Thirty-two people do random things to a few proposals at once; afterwards every history is a legal one.

use futures_util::future::join_all;
use kembar::actions::audit;
use kembar::domain::proposal::ProposalState;
use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use rstest::rstest;
use serde_json::{Value, json};

use super::stage::{Stage, address, reason, review, stored};
use crate::support::client::Person;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

const PEOPLE: &[&str] = &["officer", "officer2", "approver", "approver2", "surabaya", "iloilo-city", "bangkok", "admin"];
const DEEDS_EACH: usize = 8;

/// Whether a step is one of the domain's arrows.
fn is_arrow(deed: &str, from: &str, to: &str) -> bool {
    let in_review = ["proposed", "recommended", "deferred", "returned"].contains(&from);
    match (deed, to) {
        ("create", "proposed") => from == "proposed",
        ("recommend", "recommended") => ["proposed", "deferred"].contains(&from),
        ("approve", "approved") => from == "recommended",
        ("approve", "invited") => from == "approved",
        ("reject", "rejected") | ("edit", "proposed") => in_review,
        ("defer", "deferred") => ["proposed", "recommended"].contains(&from),
        ("return", "returned") => in_review && from != "returned",
        ("accept", "invited" | "accepted") | ("decline", "declined") => from == "invited",
        ("accept" | "publish", "published") => from == "accepted",
        ("withdraw", "withdrawn") => !["rejected", "withdrawn", "expired", "declined"].contains(&from),
        _ => false,
    }
}

/// Mostly something that the role may do, so that much happens; at times anything.
fn random_deed(random: &mut Xoshiro256PlusPlus, who: &str) -> &'static str {
    let own: &[&str] = match who {
        "officer" | "officer2" => &["recommend", "recommend", "recommend", "edit", "defer", "return"],
        "approver" | "approver2" => &["approve", "approve", "approve", "publish", "defer", "reject"],
        _ => &["accept"],
    };
    let any = ["recommend", "approve", "reject", "defer", "return", "edit", "publish", "withdraw", "accept"];
    let from = if random.gen_bool(0.8) { own } else { &any };
    from[random.gen_range(0..from.len())]
}

async fn random_deeds((who, person): (&str, Person), ids: Vec<String>, seed: u64) -> (usize, usize) {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let (mut done, mut refused) = (0, 0);
    for _ in 0..DEEDS_EACH {
        let path = address(&ids[random.gen_range(0..ids.len())]);
        let seen = person.get(&path).await;
        let etag = if seen.status == 200 { seen.etag().to_owned() } else { "\"v1\"".to_owned() };
        let answer = match random_deed(&mut random, who) {
            "edit" => person.patch(&path, &etag, &json!({"is_held": seed.is_multiple_of(2)})).await,
            "publish" => person.decide(&format!("{path}/publish"), &etag, &Value::Null).await,
            "withdraw" => person.decide(&format!("{path}/withdraw"), &etag, &reason()).await,
            "accept" => person.decide(&format!("{path}/answers"), &etag, &json!({"answer": "accept"})).await,
            decision => person.decide(&format!("{path}/reviews"), &etag, &review(decision)).await,
        };
        let status = answer.status.as_u16();
        assert!([200, 403, 404, 409, 412].contains(&status), "{status}: {}", answer.text);
        *(if status == 200 { &mut done } else { &mut refused }) += 1;
    }
    (done, refused)
}

#[rstest]
#[actix_web::test]
async fn whatever_many_do_at_once_every_history_is_legal(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let stage = Stage { service: &service };
    let mut ids = Vec::new();
    for number in 0..8 {
        ids.push(stage.proposal_in(ProposalState::Proposed, number).await);
    }
    let mut people = Vec::new();
    for number in 0..32 {
        let who = PEOPLE[number % PEOPLE.len()];
        people.push((who, service.as_(who).await));
    }
    let tries = people.into_iter().zip(0_u64..).map(|(person, seed)| random_deeds(person, ids.clone(), seed));
    let outcomes = join_all(tries).await;
    let (done, refused) = outcomes.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    let mut steps = 0;
    for id in &ids {
        steps += legal_history(&service, id).await;
    }
    let mut db = service.database.connection();
    let verdict = audit::verify(&mut db, None).unwrap();
    assert_eq!(verdict.broken_at, None, "{verdict:?}");
    // How many is the scheduler's choice; that some did shows that the test reaches the arrows at all.
    assert!(done >= ids.len(), "deeds went through: {done} of {}", done + refused);
    println!("{on:?}: 32 people, {done} deeds done, {refused} refused, {steps} steps all along the arrows, audit chain whole");
}

/// Steps chain from one to the next along the arrows, end in the state that is stored, and carry growing versions.
async fn legal_history(service: &Service, id: &str) -> usize {
    let history = service.as_("officer").await.get(&format!("{}/history", address(id))).await.expect(200);
    let steps = history.body["steps"].as_array().unwrap();
    let (mut state, mut version) = ("proposed".to_owned(), 1);
    for (number, step) in steps.iter().enumerate() {
        let [deed, from, to] = ["deed", "from", "to"].map(|name| step[name].as_str().unwrap());
        assert_eq!((step["number"].as_u64(), from), (Some(number as u64 + 1), state.as_str()), "{}", history.text);
        assert!(is_arrow(deed, from, to), "{deed}: {from} to {to}");
        let next = step["version"].as_i64().unwrap();
        assert!(next == version || next == version + 1, "{version} then {next}");
        (state, version) = (to.to_owned(), next);
    }
    let found = stored(service, id);
    assert_eq!((found.state.as_str(), found.version), (state.as_str(), version));
    let approvals = history.body["reviews"].as_array().unwrap().iter().filter(|review| review["decision"] == "approve").count();
    assert!(approvals <= 1, "approved once: {}", history.text);
    if let Some(approver) = found.approved_by {
        assert!(approver != found.created_by && Some(approver) != found.recommended_by && approver != found.last_edited_by);
    }
    steps.len()
}
