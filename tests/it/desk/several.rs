//! One decision on several proposals, the desk at a glance, any two cities, and the requests of cities.

use kembar::domain::proposal::ProposalState::{Deferred, Proposed, Recommended};
use rstest::rstest;
use serde_json::json;

use super::{desk, waiting};
use crate::support::client::Answer;
use crate::support::databases::Backend;
use crate::support::pages::{Visitor, hidden_fields};
use crate::support::service::Service;
use crate::workflow::stage::{Stage, stored};

const BULK: &str = "/desk/proposals/bulk";

/// Picks proposals in the queue, each at the version that is shown.
async fn pick(visitor: &mut Visitor, deed: &str, picks: &[String]) -> Answer {
    let page = visitor.get("/desk/proposals?state=all").await.expect(200);
    let mut fields: Vec<(&str, &str)> = picks.iter().map(|pick| ("pick", pick.as_str())).collect();
    fields.push(("deed", deed));
    visitor.fill(&page, BULK, &fields).await
}

/// Agrees to a preview: sends every field of its form, and these.
async fn agree(visitor: &mut Visitor, preview: &Answer, more: &[(&str, &str)]) -> Answer {
    let hidden = hidden_fields(&preview.text, BULK);
    let all: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(more.iter().copied()).collect();
    visitor.post(BULK, &all).await
}

#[rstest]
#[actix_web::test]
async fn several_are_previewed_then_decided_once_and_each_has_its_outcome(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let ids = waiting(&service, 4).await;
    let stage = Stage { service: &service };
    stage.change(&ids[3], |proposal| proposal.state = Deferred);
    let mut officer = Visitor::signed_in(&service, "officer").await;
    // The second changes after it was picked, the fourth stands where it cannot be put off.
    let mut picks: Vec<String> = ids[..3].iter().map(|id| format!("{id}:1")).collect();
    picks.push(format!("{}:2", ids[3]));
    stage.change(&ids[1], |proposal| proposal.is_held = true);
    let preview = pick(&mut officer, "defer", &picks).await.expect(200);
    assert!(preview.text.contains("Put off: 2 of 4 can go. Nothing has been done yet."), "{}", preview.text);
    for why in ["somebody has changed it since you looked", "it stands where this cannot be done"] {
        assert!(preview.text.contains(why), "{why}: {}", preview.text);
    }
    assert_eq!(stored(&service, &ids[0]).version, 1, "a preview writes nothing");
    let faulty = agree(&mut officer, &preview, &[("reason_code", ""), ("reason", "Kept & <b>kept</b>")]).await.expect(422);
    assert!(faulty.text.contains("Main reason: choose one.") && faulty.text.contains("Kept &#38; &#60;b&#62;kept&#60;/b&#62;"));

    let reason = [("reason_code", "outdated_data"), ("reason", "The figures are from 2019.")];
    let done = agree(&mut officer, &faulty, &reason).await.expect(200);
    assert!(done.text.contains("Put off: done for 2 of 4."), "{}", done.text);
    let twice = agree(&mut officer, &faulty, &reason).await.expect(200);
    assert!(twice.text.contains("Put off: done for 2 of 4."), "a double click does it once: {}", twice.text);
    let states: Vec<_> = ids.iter().map(|id| stored(&service, id).state).collect();
    assert_eq!(states, [Deferred, Proposed, Deferred, Deferred]);
    assert_eq!(stored(&service, &ids[0]).version, 2);
    let history = officer.get(&desk(&ids[2])).await.text;
    assert!(history.contains("The figures are from 2019."));
}

#[actix_web::test]
async fn several_are_one_to_two_hundred_and_only_for_who_reviews() {
    let service = Service::start(Backend::Sqlite).await;
    let ids = waiting(&service, 1).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    pick(&mut officer, "recommend", &[]).await.expect(422);
    let many: Vec<String> = (0..201).map(|n| format!("01980000-0000-7000-8000-{n:012}:1")).collect();
    pick(&mut officer, "recommend", &many).await.expect(422);
    let approving = pick(&mut officer, "approve", &[format!("{}:1", ids[0])]).await.expect(200);
    assert!(approving.text.contains("0 of 1 can go"), "{}", approving.text);
    let pick = format!("{}:1", ids[0]);
    for name in ["observer", "observer-th", "bangkok", "surabaya", "admin"] {
        let mut outsider = Visitor::signed_in(&service, name).await;
        let account = outsider.get("/account").await;
        let token = hidden_fields(&account.text, "/account/password").remove(0).1;
        for agreed in [&[][..], &[("agreed", "1"), ("once", "x")]] {
            let fields = [&[("form_token", token.as_str()), ("deed", "recommend"), ("pick", &pick)][..], agreed].concat();
            let refused = outsider.post(BULK, &fields).await.expect(403);
            assert!(!refused.text.contains("Iloilo"), "{name} hears of a pairing that no city knows");
        }
    }
    assert_eq!(stored(&service, &ids[0]).state, Proposed);
}

#[rstest]
#[actix_web::test]
async fn the_desk_tells_what_waits_and_how_far_proposals_come(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let empty = officer.get("/desk").await.expect(200);
    assert!(empty.text.contains("Nothing waits for you.") && empty.text.contains("members have a partnership"), "{}", empty.text);
    let ids = waiting(&service, 3).await;
    let stage = Stage { service: &service };
    stage.invite(&ids[0]).await;
    for city in ["surabaya", "iloilo-city"] {
        stage.act(city, &ids[0], "answers", &json!({"answer": "accept"})).await.expect(200);
    }
    let ask = json!({"wants": "Waste sorted at home", "gives": "Know-how on <parks>"});
    service.as_("surabaya").await.post("/api/v1/requests", &ask).await.expect(201);
    let page = officer.get("/desk").await.expect(200);
    for told in ["2 wait for you", "1 request of a city waits", "0 of 2 under review are older than 28 days", "of 3", "2 of "] {
        assert!(page.text.contains(told), "{told}: {}", page.text);
    }
    for (name, status) in [("approver", 200), ("observer-id", 200), ("surabaya", 403), ("admin", 403)] {
        Visitor::signed_in(&service, name).await.get("/desk").await.expect(status);
    }
}

#[rstest]
#[actix_web::test]
async fn any_two_cities_are_explained_and_made_a_proposal_once(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    assert!(officer.get("/desk/explain").await.expect(200).text.contains("Choose two cities"));
    let same = officer.get("/desk/explain?a=surabaya&b=surabaya&kind=peer_learning").await.expect(200);
    assert!(same.text.contains("are not suggested to each other"), "{}", same.text);
    officer.get("/desk/explain?a=nowhere&b=surabaya&kind=peer_learning").await.expect(404);
    let query = "/desk/explain?a=surabaya&b=iloilo-city&kind=sister_city";
    let page = officer.get(query).await.expect(200);
    let fits = page.text.contains("can be paired");
    assert!(page.text.contains("What carries the score") && page.text.contains("Make this a proposal"), "{}", page.text);
    let reason: &[(&str, &str)] = if fits { &[] } else { &[("override_reason", "A test of the desk.")] };
    let made = officer.fill(&page, "/desk/explain/proposal", reason).await.expect(303);
    let again = officer.fill(&page, "/desk/explain/proposal", reason).await.expect(303);
    assert_eq!(made.header("location"), again.header("location"), "a double click makes one proposal");
    let told = officer.get(query).await.expect(200);
    assert!(told.text.contains("There is a proposal of these two already: proposed."), "{}", told.text);
    let twin = officer.fill(&told, "/desk/explain/proposal", reason).await.expect(409);
    assert!(twin.text.contains("under way already"));
    let mut approver = Visitor::signed_in(&service, "approver").await;
    assert!(!approver.get(query).await.expect(200).text.contains("Make this a proposal"));
    let mut city = Visitor::signed_in(&service, "surabaya").await;
    city.get(query).await.expect(403);
}

#[rstest]
#[actix_web::test]
async fn a_request_is_answered_in_words_and_a_late_answer_is_not_lost(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let ask = json!({"wants": "<script>alert(1)</script> sorted waste", "gives": "Parks"});
    let id = service.as_("surabaya").await.post("/api/v1/requests", &ask).await.expect(201).id();
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let list = officer.get("/desk/requests").await.expect(200);
    assert!(list.text.contains("1 request of a city waits · oldest 0 days · aim under 28 days"), "{}", list.text);
    assert!(list.text.contains("&#60;script&#62;") && !list.text.contains("<script>alert"));
    let path = format!("/desk/requests/{id}");
    let page = officer.get(&path).await.expect(200);
    officer.fill(&page, &format!("{path}/answer"), &[("answer", " ")]).await.expect(422);
    officer.fill(&page, &format!("{path}/answer"), &[("answer", "We look for a mentor.")]).await.expect(303);
    let late = officer.fill(&page, &format!("{path}/answer"), &[("answer", "Another answer.")]).await.expect(409);
    assert!(late.text.contains("Somebody was faster") && late.text.contains("Another answer."), "{}", late.text);
    assert!(officer.get("/desk/requests?state=answered").await.expect(200).text.contains("1 request<"));
    officer.get("/desk/requests?state=lost").await.expect(400);
    let mut approver = Visitor::signed_in(&service, "approver").await;
    assert!(!approver.get(&path).await.expect(200).text.contains("<textarea"), "an approver reads");
    Visitor::signed_in(&service, "observer-th").await.get(&path).await.expect(404);
    Visitor::signed_in(&service, "surabaya").await.get(&path).await.expect(403);
    assert_eq!(stored_request_state(&service, &id).await, "answered");
}

async fn stored_request_state(service: &Service, id: &str) -> String {
    service.as_("officer").await.get(&format!("/api/v1/requests/{id}")).await.expect(200).body["state"].as_str().unwrap().to_owned()
}

#[actix_web::test]
async fn an_undone_approval_lets_the_request_wait_again() {
    let service = Service::start(Backend::Sqlite).await;
    let ask = json!({"wants": "Sorted waste", "gives": "Parks"});
    let request = service.as_("surabaya").await.post("/api/v1/requests", &ask).await.expect(201).id();
    let stage = Stage { service: &service };
    let mut body = crate::workflow::stage::proposal(0);
    body["request_id"] = request.clone().into();
    let id = stage.propose(&body).await;
    stage.invite(&id).await;
    assert_eq!(stored_request_state(&service, &request).await, "answered");
    let mut approver = Visitor::signed_in(&service, "approver").await;
    let page = approver.get(&desk(&id)).await.expect(200);
    approver.fill(&page, &format!("{}/undo", desk(&id)), &[]).await.expect(303);
    assert_eq!((stored(&service, &id).state, stored_request_state(&service, &request).await.as_str()), (Recommended, "in_review"));
}
