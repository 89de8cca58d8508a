//! The review queue: what waits, for whom, and how it is narrowed.

use std::time::Instant;

use chrono::{TimeDelta, Utc};
use kembar::domain::proposal::ProposalState::{Proposed, Recommended};
use rstest::rstest;

use super::{alike, desk, waiting};
use crate::support::databases::Backend;
use crate::support::pages::Visitor;
use crate::support::service::Service;
use crate::workflow::stage::Stage;

/// The addresses of the proposals on a page of the queue, in its order.
fn listed(html: &str) -> Vec<String> {
    let links = html.split("<th role=\"rowheader\" scope=\"row\"><a href=\"").skip(1);
    links.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[rstest]
#[actix_web::test]
async fn the_first_line_says_how_much_waits_for_whom_and_for_how_long(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let empty = officer.get("/desk/proposals").await.expect(200);
    assert!(empty.text.contains("Nothing waits for you."), "{}", empty.text);

    let ids = waiting(&service, 3).await;
    Stage { service: &service }.change(&ids[0], |proposal| proposal.created_at -= TimeDelta::days(9));
    let page = officer.get("/desk/proposals").await.expect(200);
    assert!(page.text.contains("3 wait for you · oldest 9 days · aim under 28 days"), "{}", page.text);
    assert_eq!(listed(&page.text), ids.iter().map(|id| desk(id)).collect::<Vec<_>>(), "the oldest first");
    for shown in ["Surabaya learns from Iloilo City", "peer learning", "of 100", "yours to recommend", "made by you"] {
        assert!(page.text.contains(shown), "{shown}: {}", page.text);
    }
    let mut approver = Visitor::signed_in(&service, "approver").await;
    assert!(approver.get("/desk/proposals").await.expect(200).text.contains("Nothing waits for you."));
    let mut observer = Visitor::signed_in(&service, "observer-id").await;
    let seen = observer.get("/desk/proposals").await.expect(200).text;
    assert!(seen.contains("under review · oldest 9 days"), "{seen}");
    assert!(!seen.contains("name=\"pick\""), "who looks on picks nothing");
    assert!(seen.contains("Surabaya learns from Iloilo City"));
    let mut stranger = Visitor::signed_in(&service, "observer-th").await;
    assert!(!stranger.get("/desk/proposals?state=all").await.expect(200).text.contains("Surabaya learns from Iloilo City"));
    for outsider in ["surabaya", "admin"] {
        Visitor::signed_in(&service, outsider).await.get("/desk/proposals").await.expect(403);
    }
}

#[rstest]
#[actix_web::test]
async fn what_passed_through_own_hands_waits_for_other_eyes(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let ids = waiting(&service, 2).await;
    let approver = super::user_id(&service, "approver").await;
    let stage = Stage { service: &service };
    for id in &ids {
        stage.change(id, |proposal| proposal.state = Recommended);
    }
    stage.change(&ids[0], |proposal| proposal.last_edited_by = approver);
    let mut visitor = Visitor::signed_in(&service, "approver").await;
    let page = visitor.get("/desk/proposals").await.expect(200);
    assert_eq!(listed(&page.text), [desk(&ids[1])]);
    let all = visitor.get("/desk/proposals?state=recommended").await.expect(200);
    assert!(all.text.contains("needs other eyes: you had a hand in it"), "{}", all.text);
    let own = visitor.get(&desk(&ids[0])).await.expect(200);
    assert!(own.text.contains("Four eyes: you made, changed or recommended this proposal"));
    assert!(!own.text.contains("value=\"approve\""), "no control to approve with");
    let other = visitor.get(&desk(&ids[1])).await.expect(200);
    assert!(other.text.contains("value=\"approve\""));
}

#[rstest]
#[actix_web::test]
async fn the_address_is_the_state_of_the_queue(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let ids = waiting(&service, 90).await;
    let stage = Stage { service: &service };
    stage.change(&ids[4], |proposal| {
        proposal.score = Some(99.0);
        proposal.created_at = Utc::now() - TimeDelta::days(40);
    });
    stage.change(&ids[5], |proposal| proposal.score = None);
    let mut officer = Visitor::signed_in(&service, "officer").await;
    for (query, expected) in [
        ("kind=sister_city", 0),
        ("kind=peer_learning", 40),
        ("overdue=1&state=review", 1),
        ("whose=made", 40),
        ("whose=claimed", 0),
        ("state=deferred", 0),
        ("least=99", 1),
        ("country=KH&state=all", usize::MAX),
    ] {
        let found = listed(&officer.get(&format!("/desk/proposals?{query}")).await.expect(200).text).len();
        assert!(found == expected || (expected == usize::MAX && found > 0), "{query}: {found}");
    }
    for query in ["state=nowhere", "kind=x", "theme=No%20theme", "country=Nowhere", "round=1", "whose=theirs", "cursor=abc", "least=many"] {
        let lost = officer.get(&format!("/desk/proposals?{query}")).await.expect(400);
        assert!(lost.text.contains("/desk/proposals"), "a way back from {query}");
    }
    for sort in ["age", "newest", "score"] {
        let (mut path, mut seen) = (format!("/desk/proposals?sort={sort}"), Vec::new());
        loop {
            let page = officer.get(&path).await.expect(200);
            seen.extend(listed(&page.text));
            let Some(next) = page.text.split_once("rel=\"next\" href=\"").map(|(_, rest)| rest.split('"').next().unwrap()) else { break };
            path = next.replace("&#38;", "&");
        }
        assert_eq!(seen.len(), 90, "{sort}");
        match sort {
            "age" => assert_eq!(seen, ids.iter().map(|id| desk(id)).collect::<Vec<_>>()),
            "newest" => assert_eq!(seen, ids.iter().rev().map(|id| desk(id)).collect::<Vec<_>>()),
            _ => assert_eq!((seen.first(), seen.last()), (Some(&desk(&ids[4])), Some(&desk(&ids[5])))),
        }
    }
}

#[rstest]
#[actix_web::test]
async fn the_queue_opens_in_less_than_a_second_among_five_thousand_proposals(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let first = waiting(&service, 1).await.remove(0);
    alike(&service, &first, 4_999, Proposed);
    let mut officer = Visitor::signed_in(&service, "officer").await;
    for query in ["", "?sort=score", "?sort=newest&state=all", "?country=ID&kind=peer_learning", "?overdue=1&state=review"] {
        let began = Instant::now();
        let page = officer.get(&format!("/desk/proposals{query}")).await.expect(200);
        let took = began.elapsed();
        println!("{on:?} /desk/proposals{query}: {} ms, {} bytes", took.as_millis(), page.text.len());
        assert!(took.as_millis() < 1_000, "{query}: {took:?}");
        assert!(page.text.len() < 150_000, "{query}: {} bytes", page.text.len());
    }
}
