//! Deciding on the page of a proposal.

use kembar::domain::proposal::ProposalState::{Deferred, Invited, Proposed, Recommended};
use rstest::rstest;

use super::{desk, waiting};
use crate::support::client::Answer;
use crate::support::databases::Backend;
use crate::support::pages::Visitor;
use crate::support::service::Service;
use crate::workflow::stage::{Stage, stored};

fn place(answer: &Answer) -> &str {
    answer.header("location")
}

/// Sends the one main decision of a page.
async fn main_deed(visitor: &mut Visitor, page: &Answer, id: &str) -> Answer {
    visitor.fill(page, &format!("{}/decision", desk(id)), &[]).await
}

#[rstest]
#[actix_web::test]
async fn a_decision_leads_on_to_what_waits_next_and_can_be_undone(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let ids = waiting(&service, 2).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let page = officer.get(&desk(&ids[0])).await.expect(200);
    let sent = main_deed(&mut officer, &page, &ids[0]).await.expect(303);
    assert_eq!(place(&sent), format!("{}?decided={}", desk(&ids[1]), ids[0]));
    assert_eq!(stored(&service, &ids[0]).state, Recommended);
    let twice = main_deed(&mut officer, &page, &ids[0]).await.expect(303);
    assert_eq!((place(&twice), stored(&service, &ids[0]).version), (place(&sent), 2), "a double click decides once");

    let next = officer.get(place(&sent)).await.expect(200);
    assert!(next.text.contains("Surabaya learns from Iloilo City: recommended."), "{}", next.text);
    officer.fill(&next, &format!("{}/undo", desk(&ids[0])), &[]).await.expect(303);
    let undone = stored(&service, &ids[0]);
    assert_eq!((undone.state, undone.recommended_by, undone.version), (Proposed, None, 3));
    let history = officer.get(&desk(&ids[0])).await.expect(200);
    assert!(history.text.contains("<strong>taken back</strong>"), "{}", history.text);
    let audit = service.as_("admin").await.get("/api/v1/audit?limit=100").await.expect(200);
    assert!(audit.text.contains("proposal.undo"), "{}", audit.text);
    let again = officer.fill(&next, &format!("{}/undo", desk(&ids[0])), &[]).await.expect(409);
    assert!(again.text.contains("Somebody was faster"));
}

#[rstest]
#[actix_web::test]
async fn an_approval_is_undone_only_by_its_approver_in_time_and_before_any_answer(
    #[values(Backend::Sqlite, Backend::Postgres)] on: Backend,
) {
    let service = Service::start(on).await;
    let id = waiting(&service, 1).await.remove(0);
    let stage = Stage { service: &service };
    stage.invite(&id).await;
    let undo = format!("{}/undo", desk(&id));
    let (mut approver, mut other) = (Visitor::signed_in(&service, "approver").await, Visitor::signed_in(&service, "approver2").await);
    let page = approver.get(&desk(&id)).await.expect(200);
    assert!(page.text.contains("Undo your decision"));
    assert!(!other.get(&desk(&id)).await.expect(200).text.contains("Undo your decision"));
    let version = stored(&service, &id).version.to_string();
    let token = crate::support::pages::hidden_fields(&other.get("/account").await.text, "/account/password");
    let token = token.iter().find(|(name, _)| name == "form_token").unwrap().1.clone();
    other.post(&undo, &[("form_token", &token), ("version", &version)]).await.expect(403);
    assert_eq!(stored(&service, &id).state, Invited);

    approver.fill(&page, &undo, &[]).await.expect(303);
    let undone = stored(&service, &id);
    assert_eq!((undone.state, undone.approved_by, undone.invited_at, undone.expires_at), (Recommended, None, None, None));

    stage.act("approver", &id, "reviews", &serde_json::json!({"decision": "approve"})).await.expect(200);
    let page = approver.get(&desk(&id)).await.expect(200);
    stage.act("surabaya", &id, "answers", &serde_json::json!({"answer": "accept"})).await.expect(200);
    approver.fill(&page, &undo, &[]).await.expect(409);
    assert!(!approver.get(&desk(&id)).await.expect(200).text.contains("Undo your decision"));
}

#[rstest]
#[actix_web::test]
async fn a_decision_without_its_reason_comes_back_with_everything_that_was_written(
    #[values(Backend::Sqlite, Backend::Postgres)] on: Backend,
) {
    let service = Service::start(on).await;
    let id = waiting(&service, 1).await.remove(0);
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let page = officer.get(&desk(&id)).await.expect(200);
    let action = format!("{}/decision", desk(&id));
    let hostile = "<script>alert(1)</script> \"'&";
    let back = officer.fill(&page, &action, &[("deed", "reject"), ("reason_code", ""), ("reason", hostile)]).await.expect(422);
    assert!(back.text.contains("Main reason: choose one."), "{}", back.text);
    assert!(back.text.contains("&#60;script&#62;alert(1)&#60;/script&#62;") && !back.text.contains("<script>alert"), "{}", back.text);
    assert!(back.text.contains("value=\"reject\" checked"));
    let back = officer.fill(&back, &action, &[("deed", "defer"), ("reason_code", "outdated_data"), ("reason", "  ")]).await.expect(422);
    assert!(back.text.contains("say why"));
    officer.fill(&back, &action, &[("deed", "defer"), ("reason_code", "outdated_data"), ("reason", hostile)]).await.expect(303);
    assert_eq!(stored(&service, &id).state, Deferred);
    let history = officer.get(&desk(&id)).await.expect(200).text;
    assert!(history.contains("outdated data") && history.contains("&#60;script&#62;") && !history.contains("<script>alert"));
}

#[rstest]
#[actix_web::test]
async fn who_comes_late_loses_nothing_that_they_wrote(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = waiting(&service, 1).await.remove(0);
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let page = officer.get(&desk(&id)).await.expect(200);
    Stage { service: &service }.act("officer2", &id, "reviews", &serde_json::json!({"decision": "recommend"})).await.expect(200);
    let action = format!("{}/decision", desk(&id));
    let words = "The figures of 2019 are too old to decide upon.";
    let late = officer.fill(&page, &action, &[("deed", "return"), ("reason_code", "outdated_data"), ("reason", words)]).await.expect(409);
    assert!(late.text.contains("Somebody was faster") && late.text.contains(words), "{}", late.text);
    assert!(late.text.contains("recommended by Test officer2"));
    let edit = officer.fill(&page, &format!("{}/edit", desk(&id)), &[("summary", "A better sentence.")]).await.expect(409);
    assert!(edit.text.contains("A better sentence."));
    assert_eq!(stored(&service, &id).version, 2);
    officer.fill(&edit, &format!("{}/edit", desk(&id)), &[("summary", "A better sentence."), ("is_held", "1")]).await.expect(303);
    let edited = stored(&service, &id);
    assert_eq!(
        (edited.summary.as_str(), edited.is_held, edited.state, edited.recommended_by),
        ("A better sentence.", true, Proposed, None)
    );
    let empty = officer.get(&desk(&id)).await.expect(200);
    officer.fill(&empty, &format!("{}/edit", desk(&id)), &[("summary", " ")]).await.expect(422);
}

#[rstest]
#[actix_web::test]
async fn a_claim_warns_the_second_reviewer_and_ends_with_the_decision(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = waiting(&service, 1).await.remove(0);
    let (mut one, mut two) = (Visitor::signed_in(&service, "officer").await, Visitor::signed_in(&service, "officer2").await);
    let claim = format!("{}/claim", desk(&id));
    let (page, before) = (one.get(&desk(&id)).await.expect(200), two.get(&desk(&id)).await.expect(200));
    one.fill(&page, &claim, &[]).await.expect(303);
    two.fill(&before, &claim, &[]).await.expect(303);
    let seen = two.get(&desk(&id)).await.expect(200);
    assert!(seen.text.contains("claimed by Test officer") && seen.text.contains("Somebody else is looking at this"), "{}", seen.text);
    assert!(one.get("/desk/proposals").await.text.contains("claimed by you"));
    assert!(two.get("/desk/proposals").await.text.contains("claimed by Test officer"));
    assert!(one.get("/desk/proposals?state=review&whose=claimed").await.text.contains("1 proposal<"));
    two.fill(&seen, &claim, &[]).await.expect(303);
    assert!(one.get(&desk(&id)).await.text.contains("claimed by Test officer2"), "taken over, and said so");
    let page = two.get(&desk(&id)).await.expect(200);
    main_deed(&mut two, &page, &id).await.expect(303);
    assert!(!one.get(&desk(&id)).await.text.contains("claimed by"));
}

#[actix_web::test]
async fn only_the_desk_opens_a_proposal() {
    let service = Service::start(Backend::Sqlite).await;
    let id = waiting(&service, 1).await.remove(0);
    Stage { service: &service }.invite(&id).await;
    for (name, status) in [("surabaya", 403), ("admin", 403), ("observer-th", 404), ("observer-id", 200), ("observer", 200)] {
        let page = Visitor::signed_in(&service, name).await.get(&desk(&id)).await;
        assert_eq!(page.status, status, "{name}");
        assert!(!page.text.contains("/decision\""), "{name} decides nothing");
    }
    let mut officer = Visitor::signed_in(&service, "officer").await;
    for nothing in ["/desk/proposals/x", "/desk/proposals/01980000-0000-7000-8000-000000000000"] {
        officer.get(nothing).await.expect(404);
    }
    let mut anybody = Visitor::new(&service);
    assert!(place(&anybody.get(&desk(&id)).await.expect(303)).starts_with("/sign-in?next="));
}
