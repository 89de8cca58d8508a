//! Every state of a proposal × every deed × everybody: only the arrows of the domain's page are open.

use kembar::domain::proposal::ProposalState::{self, *};
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};

use super::stage::{Stage, address, reason, review};
use crate::support::client::Answer;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::ledger::Ledger;
use crate::support::service::Service;

/// What can be tried on a proposal, over HTTP.
const DEEDS: &[&str] = &["recommend", "approve", "reject", "defer", "return", "edit", "publish", "withdraw", "accept", "decline"];

const PEOPLE: &[&str] = &["officer", "officer2", "approver2", "admin", "observer", "observer-th", "surabaya", "iloilo-city", "bangkok"];

/// Cities know of a proposal from the invitation on.
const KNOWN_TO_CITIES: &[ProposalState] = &[Invited, Accepted, Published, Expired, Declined];

/// Where a deed leads, for whom; `None` where it is not possible in this state for anybody. Written from the page of the domain, not
/// from the code.
fn arrow(deed: &str, from: ProposalState) -> Option<(ProposalState, &'static [&'static str])> {
    const OFFICERS: &[&str] = &["officer", "officer2"];
    const SECRETARIAT: &[&str] = &["officer", "officer2", "approver2"];
    const APPROVER: &[&str] = &["approver2"];
    const CITIES: &[&str] = &["surabaya", "iloilo-city"];
    Some(match (deed, from) {
        ("recommend", Proposed | Deferred) => (Recommended, OFFICERS),
        ("approve", Recommended) => (Invited, APPROVER),
        ("reject", Proposed | Recommended | Deferred | Returned) => (Rejected, SECRETARIAT),
        ("defer", Proposed | Recommended) => (Deferred, SECRETARIAT),
        ("return", Proposed | Recommended | Deferred) => (Returned, SECRETARIAT),
        ("edit", Proposed | Recommended | Deferred | Returned) => (Proposed, OFFICERS),
        ("publish", Accepted) => (Published, APPROVER),
        ("withdraw", Published) => (Withdrawn, APPROVER),
        ("withdraw", Proposed | Recommended | Approved | Invited | Accepted | Deferred | Returned) => (Withdrawn, SECRETARIAT),
        ("accept", Invited) => (Invited, CITIES),
        ("decline", Invited) => (Declined, CITIES),
        _ => return None,
    })
}

/// The status that a closed way answers with: the role comes first, then what the caller can see, then the state.
fn refusal(deed: &str, from: ProposalState, who: &str) -> u16 {
    let is_city = ["surabaya", "iloilo-city", "bangkok"].contains(&who);
    match deed {
        "accept" | "decline" if !is_city => 403,
        "accept" | "decline" if who == "bangkok" || !KNOWN_TO_CITIES.contains(&from) => 404,
        "accept" | "decline" => 409,
        _ if is_city || ["admin", "observer", "observer-th"].contains(&who) => 403,
        "recommend" | "edit" if who == "approver2" => 403,
        "approve" | "publish" if who != "approver2" => 403,
        "withdraw" if from == Published => 403,
        _ => 409,
    }
}

async fn attempt(service: &Service, who: &str, id: &str, etag: &str, deed: &str) -> Answer {
    let person = service.as_(who).await;
    let at = |end: &str| format!("{}/{end}", address(id));
    match deed {
        "edit" => person.send(person.request(Method::PATCH, &address(id)).header("if-match", etag).json(&edit())).await,
        "publish" => person.decide(&at("publish"), etag, &Value::Null).await,
        "withdraw" => person.decide(&at("withdraw"), etag, &reason()).await,
        "accept" | "decline" => {
            let mut answer = reason();
            answer["answer"] = deed.into();
            person.decide(&at("answers"), etag, &answer).await
        }
        _ => person.decide(&at("reviews"), etag, &review(deed)).await,
    }
}

fn edit() -> Value {
    json!({"summary": "What a test wrote."})
}

#[rstest]
#[actix_web::test]
async fn a_proposal_moves_along_the_arrows_and_nowhere_else(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let stage = Stage { service: &service };
    let (mut tried, mut opened) = (0, 0);
    for (number, from) in ProposalState::ALL.iter().copied().enumerate() {
        let id = stage.proposal_in(from, number).await;
        let etag = stage.read(&id).await.etag().to_owned();
        for deed in DEEDS {
            let open_to = arrow(deed, from).map_or(&[][..], |(_, who)| who);
            closed(&service, (&id, &etag), (deed, from), open_to).await;
            tried += PEOPLE.len();
            opened += open(&stage, &id, (deed, from)).await;
        }
    }
    println!("{on:?}: {tried} transitions tried, {opened} legal ones made, 0 illegal ones accepted");
    assert_eq!((tried, opened), (12 * 10 * 9, 67));
}

/// Everybody to whom a way is closed is refused, and the database stays as it is.
async fn closed(service: &Service, (id, etag): (&str, &str), (deed, from): (&str, ProposalState), open_to: &[&str]) {
    let mut db = service.database.connection();
    // Signing in writes sessions: once before the numbers are taken.
    for who in PEOPLE {
        service.as_(who).await;
    }
    let before = Ledger::of(&mut db);
    for who in PEOPLE.iter().filter(|who| !open_to.contains(who)) {
        let answer = attempt(service, who, id, etag, deed).await;
        let expected = refusal(deed, from, who);
        assert_eq!(answer.status, expected, "{who} tries to {deed} a proposal that is {from}: {}", answer.text);
        if expected == 409 {
            assert_eq!(answer.body["state"], from.as_str(), "the state is named: {}", answer.text);
        }
    }
    before.assert_unchanged(&mut db, &format!("{deed} on a proposal that is {from}"));
}

/// Everybody to whom a way is open goes it, on a copy of their own.
async fn open(stage: &Stage<'_>, id: &str, (deed, from): (&str, ProposalState)) -> usize {
    let Some((to, who)) = arrow(deed, from) else { return 0 };
    for who in who {
        let copy = stage.copy(id);
        let etag = stage.read(&copy).await.etag().to_owned();
        let answer = attempt(stage.service, who, &copy, &etag, deed).await.expect(200);
        assert_eq!(answer.body["state"], to.as_str(), "{who}: {deed} a proposal that is {from}");
        let again = attempt(stage.service, who, &copy, &etag, deed).await;
        assert_eq!(again.status, 412, "the version that was seen is no longer there: {}", again.text);
        stage.put_away(&copy);
    }
    who.len()
}
