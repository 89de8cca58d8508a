//! A pairing appears on the pages with the second consent, and not before.

use rstest::rstest;
use serde_json::json;

use super::{between, section, visit};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

const SUMMARY: &str = "Iloilo City's rivers <and> its parks answer Surabaya's floods.";

/// Brings a pairing to the invitation and gives the path of its answers.
async fn invited(service: &Service) -> (String, String) {
    let (officer, approver) = (service.as_("officer").await, service.as_("approver").await);
    let pairing = json!({"kind": "peer_learning", "theme": "urban-infrastructure", "city": "surabaya", "partner": "iloilo-city",
        "summary": SUMMARY, "override_reason": "the two mayors have met"});
    let proposal = officer.post("/api/v1/proposals", &pairing).await.expect(201);
    let path = format!("/api/v1/proposals/{}", proposal.id());
    let recommended = officer.decide(&format!("{path}/reviews"), proposal.etag(), &json!({"decision": "recommend"})).await.expect(200);
    approver.decide(&format!("{path}/reviews"), recommended.etag(), &json!({"decision": "approve"})).await.expect(200);
    (path.clone(), format!("{path}/answers"))
}

async fn is_shown(service: &Service, path: &str) -> bool {
    let page = visit(service, path, &[]).await.expect(200).text;
    section(&page, "partnerships").contains("Surabaya learns from Iloilo City")
}

#[rstest]
#[actix_web::test]
async fn a_pairing_is_shown_with_the_second_consent_and_no_longer_when_taken_back(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let (path, answers) = invited(&service).await;
    let pages = ["/", "/cities/surabaya", "/cities/iloilo-city"];
    for who in ["surabaya", "iloilo-city"] {
        for page in pages {
            assert!(!is_shown(&service, page).await, "{page} before the word of {who}");
        }
        let person = service.as_(who).await;
        let seen = person.get(&path).await.expect(200);
        person.decide(&answers, seen.etag(), &json!({"answer": "accept"})).await.expect(200);
    }
    for page in pages {
        assert!(is_shown(&service, page).await, "{page}");
    }
    let home = visit(&service, "/", &[]).await.text;
    let map = between(&home, "<svg class=\"map\"", "</figure>");
    assert!(map.contains("<title>Surabaya learns from Iloilo City</title>") && map.contains("href=\"/cities/iloilo-city\""), "{map}");
    let html = visit(&service, "/cities/surabaya?lang=id", &[]).await.text;
    let shown = section(&html, "partnerships");
    assert!(shown.contains("rivers &#60;and&#62; its parks") && shown.contains("href=\"/cities/iloilo-city?lang=id\""), "{shown}");
    assert!(!section(&html, "ties").contains("Iloilo"), "it is no earlier tie");

    let approver = service.as_("approver").await;
    let standing = approver.get(&path).await.expect(200);
    let reason = json!({"reason_code": "other", "reason": "Both cities asked for it."});
    approver.decide(&format!("{path}/withdraw"), standing.etag(), &reason).await.expect(200);
    for page in pages {
        assert!(!is_shown(&service, page).await, "{page} after it was taken back");
    }
}
