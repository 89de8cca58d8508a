//! Invitations: what a city may know of them, and its answer.

use rstest::rstest;
use serde_json::json;

use super::{HOSTILE, follow, good, leads_to, surabaya};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::pages::Visitor;
use crate::support::service::Service;
use crate::workflow::stage::{Stage, proposal};

/// An invitation of Surabaya and Iloilo City.
async fn invited(service: &Service) -> String {
    let stage = Stage { service };
    let id = stage.propose(&proposal(0)).await;
    stage.invite(&id).await;
    id
}

fn at(id: &str, deed: &str) -> String {
    format!("/my-city/proposals/{id}{deed}")
}

#[rstest]
#[actix_web::test]
async fn an_invitation_says_who_why_and_until_when_in_the_readers_language(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = invited(&service).await;
    for (name, partner) in [("surabaya", "Iloilo City"), ("iloilo-city", "Surabaya")] {
        let mut visitor = Visitor::signed_in(&service, name).await;
        let list = good(visitor.get("/my-city/proposals").await);
        assert!(list.text.contains("One invitation waits for your answer.") && list.text.contains(partner));
        let page = good(visitor.get(&at(&id, "")).await);
        for said in [
            format!("Work together with {partner}?"),
            "Answer until".to_owned(),
            "What speaks against it".to_owned(),
            "Why you two".to_owned(),
        ] {
            assert!(page.text.contains(&said), "{name}: {said}");
        }
        let indonesian = good(visitor.get(&format!("{}?lang=id", at(&id, ""))).await);
        assert!(indonesian.text.contains(&format!("Bekerja sama dengan {partner}?")) && indonesian.text.contains("Yang memberatkan"));
    }
    let mut stranger = Visitor::signed_in(&service, "da-nang").await;
    for deed in ["", "/accept", "/decline"] {
        assert_eq!(stranger.get(&at(&id, deed)).await.status, 404, "{deed}");
    }
    assert_eq!(stranger.get("/my-city/proposals/nonsense").await.status, 404);
}

#[rstest]
#[actix_web::test]
async fn no_city_reads_of_a_pairing_before_the_approvers_word(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = Stage { service: &service }.propose(&proposal(0)).await;
    let mut visitor = surabaya(&service).await;
    for deed in ["", "/accept", "/decline"] {
        assert_eq!(visitor.get(&at(&id, deed)).await.status, 404, "{deed}");
    }
    assert!(good(visitor.get("/my-city/proposals").await).text.contains("No invitation waits for your answer."));
}

#[rstest]
#[actix_web::test]
async fn a_yes_asks_back_and_the_other_citys_answer_stays_hidden_until_it_is_over(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = invited(&service).await;
    let mut first = surabaya(&service).await;
    let asked = good(first.get(&at(&id, "/accept")).await);
    assert!(asked.text.contains("What happens next") && asked.text.contains("It then becomes public at once"));
    let sent = first.fill(&asked, &at(&id, "/accept"), &[]).await;
    let again = first.fill(&asked, &at(&id, "/accept"), &[]).await;
    assert_eq!(leads_to(&sent), leads_to(&again), "sent twice by a slow line, it counts once");
    let page = follow(&mut first, &sent).await;
    assert!(page.text.contains("Your yes is noted.") && page.text.contains("Your city said yes on"));

    let mut second = Visitor::signed_in(&service, "iloilo-city").await;
    let page = good(second.get(&at(&id, "")).await);
    assert!(!page.text.contains("Surabaya said yes") && page.text.contains("shown only when it is over"));
    let asked = second.get(&at(&id, "/accept")).await;
    let sent = second.fill(&asked, &at(&id, "/accept"), &[]).await;
    let page = follow(&mut second, &sent).await;
    assert!(page.text.contains("The partnership has begun and is public.") && page.text.contains("See your partnerships"));
    let home = good(second.get("/my-city").await);
    assert!(home.text.contains("Surabaya: peer learning, agreement in preparation"));
}

#[rstest]
#[actix_web::test]
async fn a_no_needs_a_reason_and_loses_nothing_that_was_typed(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = invited(&service).await;
    let mut visitor = surabaya(&service).await;
    let decline = at(&id, "/decline");
    let asked = good(visitor.get(&decline).await);
    let answer = visitor.fill(&asked, &decline, &[("reason_code", ""), ("reason", HOSTILE)]).await.expect(422);
    assert!(answer.text.contains("id=\"fault-reason_code\"") && answer.text.contains("&#60;script&#62;alert"));
    assert!(!answer.text.contains("<script>alert"));
    let answer = visitor.fill(&answer, &decline, &[("reason_code", "legal"), ("reason", "")]).await.expect(422);
    assert!(answer.text.contains("value=\"legal\" selected") && answer.text.contains("id=\"fault-reason\""));
    let sent = visitor.fill(&answer, &decline, &[("reason_code", "no_capacity"), ("reason", HOSTILE)]).await;
    let page = follow(&mut visitor, &sent).await;
    assert!(page.text.contains("Your city said no on") && page.text.contains("no time or people for it now"));
    let mut other = Visitor::signed_in(&service, "iloilo-city").await;
    let page = good(other.get(&at(&id, "")).await);
    assert!(page.text.contains("Surabaya said no on") && page.text.contains("&#60;script&#62;alert"), "over, it is told with its reason");
}

#[rstest]
#[actix_web::test]
async fn an_answer_to_what_has_changed_is_not_taken_and_its_words_are_kept(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = invited(&service).await;
    let mut visitor = surabaya(&service).await;
    let asked = visitor.get(&at(&id, "/decline")).await;
    let mut other = Visitor::signed_in(&service, "iloilo-city").await;
    let theirs = other.get(&at(&id, "/accept")).await;
    other.fill(&theirs, &at(&id, "/accept"), &[]).await.expect(303);
    let answer = visitor.fill(&asked, &at(&id, "/decline"), &[("reason_code", "legal"), ("reason", "Our law")]).await.expect(409);
    assert!(answer.text.contains("This has changed since you opened it") && answer.text.contains("Our law"));
    assert!(!answer.text.contains("Iloilo City said yes"));
    visitor.fill(&answer, &at(&id, "/decline"), &[("reason_code", "legal"), ("reason", "Our law")]).await.expect(303);

    let withdrawn = invited_again(&service).await;
    let asked = visitor.get(&at(&withdrawn, "/accept")).await;
    Stage { service: &service }
        .act("officer", &withdrawn, "withdraw", &json!({"reason_code": "other", "reason": "A mistake."}))
        .await
        .expect(200);
    let answer = visitor.fill(&asked, &at(&withdrawn, "/accept"), &[]).await.expect(409);
    assert!(
        answer.text.contains("This has changed since you opened it") && answer.text.contains("took the pairing back"),
        "{}",
        answer.text
    );
}

/// The same two about another theme.
async fn invited_again(service: &Service) -> String {
    let stage = Stage { service };
    let id = stage.propose(&proposal(1)).await;
    stage.invite(&id).await;
    id
}
