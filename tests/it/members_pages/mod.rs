//! The officer's pages about member cities: what waits, what changed, verified or sent back.

use rstest::rstest;
use serde_json::json;

use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::pages::{Visitor, hidden_fields};
use crate::support::service::Service;

/// A city hands a profile in, on top of what it has.
pub async fn hand_in(service: &Service, city: &str, profile: serde_json::Value) {
    let focal_point = service.as_(city).await;
    let path = format!("/api/v1/cities/{city}/profile");
    let known = focal_point.get(&path).await;
    let etag = if known.status == 200 { known.etag().to_owned() } else { "\"0\"".to_owned() };
    let draft = focal_point.put(&path, &etag, &profile).await.expect(200);
    focal_point.decide(&format!("{path}/submit"), draft.etag(), &serde_json::Value::Null).await.expect(200);
}

#[rstest]
#[actix_web::test]
async fn an_officer_sees_what_waits_and_what_differs_and_verifies_it(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    assert!(officer.get("/desk/cities").await.expect(200).text.contains("No profile waits for you"));
    let claim = json!({"theme": "solid-waste", "level": 5});
    hand_in(&service, "da-nang", json!({"priorities": [{"theme": "water-sanitation", "what": "<b>Dry streets"}], "capacities": [claim]}))
        .await;
    let list = officer.get("/desk/cities").await.expect(200);
    assert!(list.text.contains("One profile waits for you") && list.text.contains("/desk/cities/da-nang"));
    let page = officer.get("/desk/cities/da-nang").await.expect(200);
    for part in [
        "Nothing of this city was verified before",
        "&#60;b&#62;Dry streets",
        "level 5 of 5",
        "One capacity is claimed at level 4 or 5 without evidence",
    ] {
        assert!(page.text.contains(part), "{part} in {}", page.text);
    }
    officer.fill(&page, "/desk/cities/da-nang/verify", &[]).await.expect(303);
    assert!(officer.get("/desk/cities?done=profile-verified").await.expect(200).text.contains("The profile is verified."));

    let claim = json!({"theme": "solid-waste", "level": 3, "evidence": "Sorting at the source"});
    hand_in(&service, "da-nang", json!({"priorities": [{"theme": "water-sanitation", "what": "<b>Dry streets"}], "capacities": [claim]}))
        .await;
    let next = officer.get("/desk/cities/da-nang").await.expect(200);
    assert!(next.text.contains("one thing differs") && next.text.contains("<del>level 5 of 5</del>"), "{}", next.text);
    assert!(next.text.contains("<ins>level 3 of 5 · Sorting at the source</ins>") && !next.text.contains("without evidence."));
}

#[rstest]
#[actix_web::test]
async fn a_profile_goes_back_with_a_reason_only_and_nothing_is_decided_unseen(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    hand_in(&service, "da-nang", json!({"priorities": [{"theme": "water-sanitation"}]})).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let page = officer.get("/desk/cities/da-nang").await.expect(200);
    let path = "/desk/cities/da-nang/return";
    let silent = officer.fill(&page, path, &[("reason", "  ")]).await.expect(422);
    assert!(silent.text.contains("reason: "), "{}", silent.text);
    hand_in(&service, "da-nang", json!({"priorities": [{"theme": "water-sanitation", "rank": 1}]})).await;
    officer.fill(&page, path, &[("reason", "Name the year.")]).await.expect(409);
    let page = officer.get("/desk/cities/da-nang").await.expect(200);
    officer.fill(&page, path, &[("reason", "Name the year & the <source>.")]).await.expect(303);
    let back = officer.get("/desk/cities/da-nang").await.expect(200);
    assert!(back.text.contains("sent back") && back.text.contains("Name the year &#38; the &#60;source&#62;."), "{}", back.text);
    assert!(!back.text.contains(path), "what is decided is not decided again");
}

#[rstest]
#[actix_web::test]
async fn an_approver_reads_profiles_and_decides_none_and_a_city_sees_no_list(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    hand_in(&service, "da-nang", json!({"priorities": [{"theme": "water-sanitation"}]})).await;
    let mut approver = Visitor::signed_in(&service, "approver").await;
    let page = approver.get("/desk/cities/da-nang").await.expect(200);
    assert!(!page.text.contains("/desk/cities/da-nang/verify"));
    let token = hidden_fields(&page.text, "/sign-out").remove(0).1;
    approver.post("/desk/cities/da-nang/verify", &[("form_token", &token), ("version", "1")]).await.expect(403);
    approver.get("/desk/cities").await.expect(403);
    let mut city = Visitor::signed_in(&service, "surabaya").await;
    city.get("/desk/cities").await.expect(403);
    city.get("/desk/cities/da-nang").await.expect(404);
    let mut officer = Visitor::signed_in(&service, "officer").await;
    officer.get("/desk/cities/atlantis").await.expect(404);
    assert!(officer.get("/desk/cities?q=zzzz").await.expect(200).text.contains("No member is like that"));
}
