//! The first page, and who gets none.

use rstest::rstest;
use serde_json::json;

use super::{HOSTILE, good, surabaya};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::pages::Visitor;
use crate::support::service::Service;
use crate::workflow::stage::{LEARNER, Stage, proposal};

#[rstest]
#[actix_web::test]
async fn the_first_page_says_that_nothing_waits_and_what_to_do_next(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = surabaya(&service).await;
    let page = good(visitor.get("/my-city").await);
    for said in ["Nothing waits for Surabaya.", "Fill in the profile", "found in public sources", "not confirmed by your city"] {
        assert!(page.text.contains(said), "{said}");
    }
    for pillar in ["Political-Security", "Economic", "Socio-Cultural", "Connectivity"] {
        assert!(page.text.contains(pillar), "{pillar}");
    }
    assert!(page.text.contains("value of the country") && page.text.contains("of 100"));
    assert!(page.text.contains("<a href=\"/my-city\" aria-current=\"page\">Overview</a>"));
    let indonesian = good(visitor.get("/my-city?lang=id").await);
    assert!(indonesian.text.contains("Tidak ada yang menunggu Surabaya.") && indonesian.text.contains("Isi profil"));
}

#[rstest]
#[actix_web::test]
async fn an_invitation_and_a_returned_profile_wait_on_the_first_page(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let stage = Stage { service: &service };
    let id = stage.propose(&proposal(0)).await;
    let mut visitor = surabaya(&service).await;
    assert!(!visitor.get("/my-city").await.expect(200).text.contains(&id), "no city hears of a pairing before the approver's word");
    stage.invite(&id).await;

    let city = service.as_("surabaya").await;
    let address = format!("/api/v1/cities/{LEARNER}/profile");
    let read = city.get(&address).await.expect(200);
    let body = json!({"priorities": [{"theme": "solid-waste", "what": HOSTILE, "rank": 1}]});
    let draft = city.put(&address, read.etag(), &body).await.expect(200);
    let handed_in = city.decide(&format!("{address}/submit"), draft.etag(), &json!(null)).await.expect(200);
    let officer = service.as_("officer").await;
    officer.decide(&format!("{address}/return"), handed_in.etag(), &json!({"reason": HOSTILE})).await.expect(200);

    let page = good(visitor.get("/my-city").await);
    assert!(page.text.contains("Two things wait for Surabaya."), "{}", page.text);
    assert!(page.text.contains("Iloilo City and your city are invited to work together."));
    assert!(page.text.contains("59 days left") || page.text.contains("60 days left"), "the clock of the invitation");
    assert!(page.text.contains(&format!("/my-city/proposals/{id}")));
    assert!(page.text.contains("The secretariat has sent your profile back.") && page.text.contains("&#60;script&#62;alert"));
}

#[rstest]
#[actix_web::test]
async fn who_is_no_focal_point_is_turned_away(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    for name in ["officer", "approver", "observer", "admin"] {
        let mut visitor = Visitor::signed_in(&service, name).await;
        for path in [
            "/my-city",
            "/my-city/suggestions",
            "/my-city/suggestions/iloilo-city",
            "/my-city/ask",
            "/my-city/proposals",
            "/my-city/profile",
        ] {
            assert_eq!(visitor.get(path).await.status, 403, "{name} {path}");
        }
    }
    let mut nobody = Visitor::new(&service);
    let answer = nobody.get("/my-city/suggestions?theme=solid-waste").await.expect(303);
    assert_eq!(answer.header("location"), "/sign-in?next=%2Fmy-city%2Fsuggestions%3Ftheme%3Dsolid-waste");
}
