//! A pairing appears on the pages with the second consent, and not before.

use rstest::rstest;
use serde_json::json;

use super::{between, section, visit};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

const SUMMARY: &str = "Iloilo City's rivers <and> its parks answer Surabaya's floods.";

/// Brings a pairing to the invitation and gives the path of its answers.
async fn invited(service: &Service) -> (String, String) {
    invited_under(service, "urban-infrastructure").await
}

async fn invited_under(service: &Service, theme: &str) -> (String, String) {
    let (officer, approver) = (service.as_("officer").await, service.as_("approver").await);
    let pairing = json!({"kind": "peer_learning", "theme": theme, "city": "surabaya", "partner": "iloilo-city",
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

/// Both cities say yes; the id of what has begun.
async fn agreed(service: &Service) -> (String, String) {
    let (path, answers) = invited_under(service, "green-biodiversity").await;
    for who in ["surabaya", "iloilo-city"] {
        let person = service.as_(who).await;
        let seen = person.get(&path).await.expect(200);
        person.decide(&answers, seen.etag(), &json!({"answer": "accept"})).await.expect(200);
    }
    let shown = service.anonymous().get("/api/v1/recommendations").await.expect(200);
    let id = shown.body["items"][0]["id"].as_str().expect("an id").to_owned();
    (path, id)
}

#[rstest]
#[actix_web::test]
async fn published_partnerships_have_a_list_that_is_narrowed_and_a_page_each_until_they_are_taken_back(
    #[values(Sqlite, Postgres)] on: Backend,
) {
    let service = Service::start(on).await;
    let empty = visit(&service, "/partnerships", &[]).await.expect(200).text;
    assert!(empty.contains("<strong>No partnership.</strong>") && empty.contains("only when two reviewers have approved it"));
    let (proposal, id) = agreed(&service).await;
    let (link, sentence) = (format!("/partnerships/{id}"), "Surabaya learns from Iloilo City");
    for (query, is_shown) in [
        ("", true),
        ("?country=ID", true),
        ("?country=PH&kind=peer_learning&theme=green-biodiversity", true),
        ("?country=SG", false),
        ("?kind=sister_city", false),
        ("?theme=solid-waste", false),
        ("?kind=marriage", false),
        ("?country=Indonesia", false),
    ] {
        let html = visit(&service, &format!("/partnerships{query}"), &[]).await.expect(200).text;
        assert_eq!(html.contains(&format!("<a href=\"{link}\">{sentence}</a>")), is_shown, "{query}");
        assert_eq!(html.contains("<strong>1 partnership</strong>"), is_shown, "{query}");
    }
    let page = visit(&service, &link, &[]).await.expect(200).text;
    assert!(page.contains(&format!("<h1>{sentence}</h1>")) && page.contains("rivers &#60;and&#62; its parks"), "{page}");
    for part in ["href=\"/cities/surabaya\"", "href=\"/cities/iloilo-city\"", "<svg class=\"map\"", "What the two can show about it"] {
        assert!(page.contains(part), "{part}");
    }
    let practices = section(&page, "practices");
    assert!(practices.contains("Iloilo-Batiano River rehabilitation") && practices.contains("Iloilo City</a>, Philippines"), "{practices}");
    for hidden in ["override", "the two mayors have met", "score"] {
        assert!(!page.contains(hidden), "{hidden}");
    }

    let approver = service.as_("approver").await;
    let standing = approver.get(&proposal).await.expect(200);
    let reason = json!({"reason_code": "other", "reason": "Both cities asked for it."});
    approver.decide(&format!("{proposal}/withdraw"), standing.etag(), &reason).await.expect(200);
    visit(&service, &link, &[]).await.expect(404);
    assert!(!visit(&service, "/partnerships", &[]).await.expect(200).text.contains(sentence));
    for none in ["/partnerships/none", "/partnerships/00000000-0000-4000-8000-000000000000"] {
        visit(&service, none, &[]).await.expect(404);
    }
}
