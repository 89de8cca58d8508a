//! Asking for partners, taking it back, and the answers of the secretariat.

use rstest::rstest;
use serde_json::json;

use super::{HOSTILE, follow, good, surabaya};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::pages::{Visitor, hidden_fields};
use crate::support::service::Service;

const ASK: &str = "/my-city/ask";

async fn requests(service: &Service) -> Vec<serde_json::Value> {
    let listed = service.as_("surabaya").await.get("/api/v1/requests").await.expect(200);
    listed.body["items"].as_array().unwrap().clone()
}

#[rstest]
#[actix_web::test]
async fn a_request_for_a_named_city_is_written_before_the_reader_has_typed(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = surabaya(&service).await;
    let page = good(visitor.get("/my-city/ask?kind=peer_learning&theme=solid-waste&city=iloilo-city").await);
    for said in
        ["You are asking for Iloilo City.", "We would like to learn from Iloilo City about solid waste", "We can show what we have done: "]
    {
        assert!(page.text.contains(said), "{said}");
    }
    let plain = good(visitor.get(ASK).await);
    assert!(!plain.text.contains("You are asking for") && plain.text.contains("You have not asked for anything yet."));
    assert_eq!(visitor.get("/my-city/ask?city=atlantis").await.status, 404);
}

#[rstest]
#[actix_web::test]
async fn a_request_sent_twice_is_one_and_is_shown_with_its_clock(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = surabaya(&service).await;
    let page = visitor.get(ASK).await;
    let filled = [("wants", HOSTILE), ("gives", "Our waste bank"), ("kind", "peer_learning"), ("theme", "solid-waste")];
    let first = visitor.fill(&page, ASK, &filled).await;
    let again = visitor.fill(&page, ASK, &filled).await;
    assert_eq!(first.header("location"), again.header("location"));
    assert_eq!(requests(&service).await.len(), 1, "sent twice by a slow line, it counts once");
    let page = follow(&mut visitor, &first).await;
    assert!(
        page.text.contains("Your request is with the secretariat.") && page.text.contains("waits for 0 days; the aim is under 28 days")
    );
    assert!(page.text.contains("&#60;script&#62;alert"), "what was written is shown as it was written");
    assert!(page.text.contains("peer learning, solid waste and plastics"));
}

#[rstest]
#[actix_web::test]
async fn a_form_with_faults_comes_back_with_everything_that_was_typed(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = surabaya(&service).await;
    let page = visitor.get(ASK).await;
    let answer =
        visitor.fill(&page, ASK, &[("wants", HOSTILE), ("gives", "  "), ("kind", "peer_learning"), ("theme", "traffic")]).await.expect(422);
    assert!(answer.text.contains("one thing needs another look") && answer.text.contains("id=\"fault-gives\""));
    assert!(answer.text.contains("&#60;script&#62;alert") && answer.text.contains("value=\"traffic\" selected"));
    assert!(!answer.text.contains("<script>alert"));
    let answer = visitor.fill(&page, ASK, &[("wants", "Buses"), ("gives", "Trees"), ("theme", "buses")]).await.expect(422);
    assert!(answer.text.contains("id=\"fault-theme\"") && answer.text.contains("Buses") && answer.text.contains("Trees"));
    assert!(requests(&service).await.is_empty());
    let indonesian = visitor.get("/my-city/ask?lang=id").await;
    let answer = visitor.fill(&indonesian, "/my-city/ask?lang=id", &[("wants", ""), ("gives", "")]).await.expect(422);
    assert!(answer.text.contains("Tulis sesuatu di sini"));
}

#[rstest]
#[actix_web::test]
async fn a_request_can_be_taken_back_until_it_is_answered(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = surabaya(&service).await;
    for wants in ["Buses", "Trees"] {
        let page = visitor.get(ASK).await;
        visitor.fill(&page, ASK, &[("wants", wants), ("gives", "Rain")]).await.expect(303);
    }
    let found = requests(&service).await;
    let (first, second) = (found[0]["id"].as_str().unwrap().to_owned(), found[1]["id"].as_str().unwrap().to_owned());
    let page = visitor.get(ASK).await;
    let action = |id: &str| format!("/my-city/ask/{id}/withdraw");
    let answer = visitor.fill(&page, &action(&first), &[]).await;
    let after = follow(&mut visitor, &answer).await;
    assert!(after.text.contains("Your request is taken back.") && after.text.contains("taken back · asked on"));

    let officer = service.as_("officer").await;
    let read = officer.get(&format!("/api/v1/requests/{second}")).await.expect(200);
    officer.decide(&format!("/api/v1/requests/{second}/answer"), read.etag(), &json!({"answer": HOSTILE})).await.expect(200);
    let stale = visitor.fill(&page, &action(&second), &[]).await.expect(409);
    assert!(stale.text.contains("This has changed since you opened it") && stale.text.contains("Answer of the secretariat"));
    assert!(stale.text.contains("&#60;script&#62;alert") && !stale.text.contains("<script>alert"));
}

#[rstest]
#[actix_web::test]
async fn nobody_takes_back_the_request_of_another_city(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = surabaya(&service).await;
    let page = visitor.get(ASK).await;
    visitor.fill(&page, ASK, &[("wants", "Buses"), ("gives", "Rain")]).await.expect(303);
    let id = requests(&service).await[0]["id"].as_str().unwrap().to_owned();
    let mut other = Visitor::signed_in(&service, "da-nang").await;
    let page = good(other.get(ASK).await);
    assert!(!page.text.contains("Buses"), "another city's request");
    let token = hidden_fields(&page.text, ASK).into_iter().find(|(name, _)| name == "form_token").unwrap().1;
    let answer = other.post(&format!("/my-city/ask/{id}/withdraw"), &[("form_token", &token), ("version", "1")]).await;
    assert_eq!(answer.status, 404);
    let mut officer = Visitor::signed_in(&service, "officer").await;
    assert_eq!(officer.get(ASK).await.status, 403);
}
