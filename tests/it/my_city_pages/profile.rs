//! The questionnaire: saved step by step, handed in, sent back, and never losing what was written.

use rstest::rstest;
use serde_json::{Value, json};

use super::{HOSTILE, follow, good, leads_to, surabaya};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::pages::Visitor;
use crate::support::service::Service;

const NEEDS: &str = "/my-city/profile/needs";
const OFFERS: &str = "/my-city/profile/offers";

async fn saved(service: &Service) -> Value {
    service.as_("surabaya").await.get("/api/v1/cities/surabaya/profile").await.expect(200).body
}

/// Fills a step with rows that replace what stood in them.
async fn fill(visitor: &mut Visitor, step: &str, fields: &[(&str, &str)]) -> crate::support::client::Answer {
    let page = good(visitor.get(step).await);
    visitor.fill(&page, step, fields).await
}

#[rstest]
#[actix_web::test]
async fn each_step_is_saved_by_itself_and_the_whole_is_handed_in(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let before = saved(&service).await;
    let mut visitor = surabaya(&service).await;
    let page = good(visitor.get("/my-city/profile").await);
    assert!(page.text.contains("found in public sources") && page.text.contains("It would improve suggestions to know:"));
    let about = good(visitor.get("/my-city/profile/about").await);
    assert!(about.text.contains("Population") && about.text.contains("Asia/Jakarta"));

    let rows = [("theme.0", "solid-waste"), ("what.0", HOSTILE), ("mode.0", "study_visit"), ("mode.0", "webinar"), ("theme.1", "traffic")];
    let answer = fill(&mut visitor, NEEDS, &rows).await;
    assert_eq!(leads_to(&answer), "/my-city/profile/offers?done=saved");
    let answer = fill(&mut visitor, OFFERS, &[("theme.0", "health"), ("what.0", "Clinics"), ("slots.0", "2"), ("then", "more")]).await;
    assert_eq!(leads_to(&answer), "/my-city/profile/offers?done=saved", "more of the same step");
    let rows = [("theme.0", "health"), ("level.0", "4"), ("what.0", "A survey"), ("link.0", "https://a.example/x"), ("learners", "3")];
    assert_eq!(fill(&mut visitor, "/my-city/profile/capacities", &rows).await.status, 303);
    let answer = fill(&mut visitor, "/my-city/profile/office", &[("office", "yes"), ("language", "id"), ("language", "en")]).await;
    let check = follow(&mut visitor, &answer).await;
    for said in ["&#60;script&#62;alert", "study visit", "Clinics · 2 cities", "4: with results", "Cities that learn from you: 3"] {
        assert!(check.text.contains(said), "{said}");
    }
    let body = saved(&service).await["newest"]["profile"].clone();
    assert_eq!(body["priorities"][0]["what"], HOSTILE);
    assert_eq!(body["priorities"][1]["rank"], 2);
    assert_eq!(body["needs"][0]["modes"], json!(["study_visit", "webinar"]));
    assert_eq!(body["offers"][0]["languages"], json!(["id", "en"]));
    assert_eq!((body["quotas"]["learners"].as_i64(), body["has_international_office"].as_bool()), (Some(3), Some(true)));
    assert_eq!(body["self_assessment"], before["newest"]["profile"]["self_assessment"], "what no step shows stays");

    let sent = visitor.fill(&check, "/my-city/profile/submit", &[]).await;
    let again = visitor.fill(&check, "/my-city/profile/submit", &[]).await;
    assert_eq!(leads_to(&sent), leads_to(&again));
    let page = follow(&mut visitor, &sent).await;
    assert!(page.text.contains("Your profile is handed in.") && page.text.contains("The secretariat is looking at it"));
    assert_eq!(saved(&service).await["newest"]["state"], "submitted");
}

#[rstest]
#[actix_web::test]
async fn a_step_with_faults_names_each_beside_its_field_and_keeps_what_was_typed(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let version = saved(&service).await["version"].clone();
    let mut visitor = surabaya(&service).await;
    let rows = [("theme.0", ""), ("what.0", HOSTILE), ("theme.1", "health"), ("slots.1", "many"), ("theme.2", "health")];
    let answer = fill(&mut visitor, OFFERS, &rows).await.expect(422);
    assert!(answer.text.contains("id=\"fault-theme.0\"") && answer.text.contains("&#60;script&#62;alert"));
    let answer = visitor.fill(&answer, OFFERS, &[("theme.1", "health"), ("slots.1", "many"), ("theme.2", "health")]).await.expect(422);
    for said in [
        "id=\"fault-slots.1\"",
        "value=\"many\"",
        "Write a whole number from 1 to 100",
        "id=\"fault-theme.2\"",
        "2, For how many cities at a time?",
    ] {
        assert!(answer.text.contains(said), "{said}: {}", answer.text);
    }
    let rows = [("theme.0", "health"), ("level.0", ""), ("link.0", "javascript:alert(1)"), ("mentors", "101")];
    let answer = fill(&mut visitor, "/my-city/profile/capacities", &rows).await.expect(422);
    for said in ["id=\"fault-level.0\"", "id=\"fault-link.0\"", "id=\"fault-mentors\"", "3 things need another look"] {
        assert!(answer.text.contains(said), "{said}");
    }
    assert_eq!(saved(&service).await["version"], version, "nothing was saved");
}

#[rstest]
#[actix_web::test]
async fn whoever_is_overtaken_loses_nothing_and_sees_what_is_saved_now(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = surabaya(&service).await;
    let old = visitor.get(OFFERS).await;
    fill(&mut visitor, OFFERS, &[("theme.0", "health"), ("what.0", "Clinics")]).await.expect(303);
    let answer = visitor.fill(&old, OFFERS, &[("theme.0", "traffic"), ("what.0", "Buses")]).await.expect(409);
    for said in ["Somebody saved the profile after you opened it", "Buses", "value=\"traffic\" selected", "What is saved now", "Clinics"] {
        assert!(answer.text.contains(said), "{said}");
    }
    visitor.fill(&answer, OFFERS, &[("theme.0", "traffic"), ("what.0", "Buses")]).await.expect(303);
    assert_eq!(saved(&service).await["newest"]["profile"]["offers"][0]["what"], "Buses", "said twice, it is meant");
    assert_eq!(visitor.fill(&old, "/my-city/profile/offers", &[("version", "x")]).await.status, 409);
    assert_eq!(visitor.get("/my-city/profile/nonsense").await.status, 404);
}

#[rstest]
#[actix_web::test]
async fn only_a_draft_that_says_something_is_handed_in(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = surabaya(&service).await;
    let check = good(visitor.get("/my-city/profile/check").await);
    assert!(check.text.contains("There is no draft to hand in.") && !check.text.contains("action=\"/my-city/profile/submit\""));
    let read = service.as_("surabaya").await.get("/api/v1/cities/surabaya/profile").await.expect(200);
    service.as_("surabaya").await.put("/api/v1/cities/surabaya/profile", read.etag(), &json!({})).await.expect(200);
    let check = good(visitor.get("/my-city/profile/check").await);
    let answer = visitor.fill(&check, "/my-city/profile/submit", &[]).await.expect(422);
    assert!(answer.text.contains("The draft says nothing yet"));
    fill(&mut visitor, OFFERS, &[("theme.0", "health")]).await.expect(303);
    let stale = visitor.fill(&check, "/my-city/profile/submit", &[("once", "another")]).await.expect(409);
    assert!(stale.text.contains("This has changed since you opened it"));
}
