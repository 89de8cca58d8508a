//! Nobody approves what they made, changed or recommended themselves, nor a version that they have not seen: in the service and in the
//! database.

use kembar::domain::id::UserId;
use kembar::domain::proposal::ProposalState::{Invited, Recommended};
use kembar::store::error::StoreError;
use kembar::store::proposals::{self, StoredProposal};
use rstest::rstest;
use serde_json::{Value, json};

use super::stage::{Stage, address, review, stored};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::ledger::Ledger;
use crate::support::service::Service;

async fn id_of(service: &Service, who: &str) -> String {
    service.as_(who).await.get("/api/v1/me").await.expect(200).id()
}

/// An officer becomes an approver, and signs in anew: rights that change end all sessions.
async fn promote(service: &Service, who: &str) {
    let (id, admin) = (id_of(service, who).await, service.as_("admin").await);
    let account = format!("/api/v1/users/{id}");
    let etag = admin.get(&account).await.expect(200).etag().to_owned();
    admin.patch(&account, &etag, &json!({"role": "approver"})).await.expect(200);
    service.forget(who);
}

#[rstest]
#[case::the_creator("officer", "officer2", "officer2", "created")]
#[case::the_last_editor("officer2", "officer", "officer2", "last edited")]
#[case::the_recommender("officer2", "officer2", "officer", "recommended")]
#[actix_web::test]
async fn who_had_a_hand_in_a_proposal_cannot_approve_it_in_another_role(
    #[values(Sqlite, Postgres)] on: Backend,
    #[case] creator: &str,
    #[case] editor: &str,
    #[case] recommender: &str,
    #[case] hand: &str,
) {
    let service = Service::start(on).await;
    let stage = Stage { service: &service };
    let id = service.as_(creator).await.post("/api/v1/proposals", &super::stage::proposal(0)).await.expect(201).id();
    let etag = stage.read(&id).await.etag().to_owned();
    service.as_(editor).await.patch(&address(&id), &etag, &json!({"summary": "Another summary."})).await.expect(200);
    stage.act(recommender, &id, "reviews", &review("recommend")).await.expect(200);
    promote(&service, "officer").await;
    let etag = service.as_("officer2").await.get(&address(&id)).await.expect(200).etag().to_owned();
    let mut db = service.database.connection();
    // The one of the case is "officer" by now an approver.
    service.as_("officer").await;
    let before = Ledger::of(&mut db);
    let refused = service.as_("officer").await.decide(&format!("{}/reviews", address(&id)), &etag, &review("approve")).await;
    assert_eq!((refused.status.as_u16(), &refused.body["code"]), (403, &Value::from("four_eyes")), "{}", refused.text);
    assert!(refused.text.contains(hand), "{}", refused.text);
    before.assert_unchanged(&mut db, "an approval with the same eyes");
    service.as_("approver").await.decide(&format!("{}/reviews", address(&id)), &etag, &review("approve")).await.expect(200);
    println!("{on:?}: four-eyes attack by who {hand}: refused, 0 succeeded");
}

#[rstest]
#[actix_web::test]
async fn an_edit_between_the_look_and_the_approval_stands_against_it(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let stage = Stage { service: &service };
    let id = stage.proposal_in(Recommended, 0).await;
    let approver = service.as_("approver").await;
    let seen = approver.get(&address(&id)).await.expect(200);
    service.as_("officer").await.patch(&address(&id), seen.etag(), &json!({"summary": "Not what was seen."})).await.expect(200);
    let stale = approver.decide(&format!("{}/reviews", address(&id)), seen.etag(), &review("approve")).await;
    assert_eq!((stale.status.as_u16(), &stale.body["code"]), (412, &Value::from("stale_version")), "{}", stale.text);
    let fresh = approver.get(&address(&id)).await.expect(200);
    assert_eq!(fresh.body["state"], "proposed", "the recommendation was of another version");
    assert_ne!(fresh.body["review"]["content_hash"], seen.body["review"]["content_hash"]);
    let unreviewed = approver.decide(&format!("{}/reviews", address(&id)), fresh.etag(), &review("approve")).await;
    assert_eq!((unreviewed.status.as_u16(), &unreviewed.body["state"]), (409, &Value::from("proposed")));
}

#[rstest]
#[actix_web::test]
async fn the_database_itself_refuses_an_approval_with_the_same_eyes(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let stage = Stage { service: &service };
    let id = stage.proposal_in(Recommended, 0).await;
    let found = stored(&service, &id);
    let hands = [
        ("created", Some(found.created_by)),
        ("last edited", Some(found.last_edited_by)),
        ("recommended", found.recommended_by),
        ("nobody approved", None),
    ];
    let mut db = service.database.connection();
    for (hand, eyes) in hands {
        let forged = StoredProposal { state: Invited, approved_by: eyes, ..found.clone() };
        let refused = proposals::update(&mut db, &forged).unwrap_err();
        assert!(matches!(refused, StoreError::Constraint(_)), "{hand}: {refused}");
        let eyes = eyes.map_or("NULL".to_owned(), |eyes| format!("'{eyes}'"));
        let sql = format!("UPDATE proposal SET state = 'invited', approved_by = {eyes} WHERE id = '{id}'");
        kembar::each!(&mut db, conn => diesel::RunQueryDsl::execute(diesel::sql_query(&sql), conn)).unwrap_err();
    }
    assert_eq!(stored(&service, &id), found);
    let other: UserId = id_of(&service, "approver").await.parse().unwrap();
    let approved = StoredProposal { state: Invited, approved_by: Some(other), ..found };
    assert!(proposals::update(&mut db, &approved).unwrap(), "with other eyes the database has nothing against it");
    println!("{on:?}: {} four-eyes attacks on the database, 0 succeeded", 2 * hands.len());
}
