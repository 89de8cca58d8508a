//! Suggestions, why they are made, and the city's word on them.

use rstest::rstest;

use super::{follow, good, leads_to, surabaya};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

const WASTE: &str = "/my-city/suggestions?kind=peer_learning&theme=solid-waste";

/// The names of the suggested cities in their order.
fn suggested(html: &str) -> Vec<String> {
    listed(html.split("<details class=\"alike\"").next().unwrap_or_default())
}

/// The names of the cities of which nothing is known that either side would gain, in their order.
fn alike(html: &str) -> Vec<String> {
    listed(html.split("<details class=\"alike\"").nth(1).unwrap_or_default())
}

fn listed(html: &str) -> Vec<String> {
    let list = html.split("<ol class=\"suggested\">").nth(1).unwrap_or_default().split("</ol>").next().unwrap_or_default();
    list.split("<li id=\"").skip(1).map(|item| item.split('"').next().unwrap().to_owned()).collect()
}

#[rstest]
#[actix_web::test]
async fn the_list_answers_in_words_and_is_the_engines(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = surabaya(&service).await;
    let page = good(visitor.get(WASTE).await);
    let told = service.as_("surabaya").await;
    let told = told.get("/api/v1/cities/surabaya/suggestions?kind=peer_learning&theme=solid-waste&lang=en").await.expect(200);
    let items = told.body["items"].as_array().unwrap();
    let expected: Vec<&str> = items.iter().map(|item| item["city"]["slug"].as_str().unwrap()).collect();
    assert_eq!(suggested(&page.text), expected);
    let best = items[0]["city"]["name"].as_str().unwrap();
    assert!(page.text.contains("can teach Surabaya about solid waste") && page.text.contains(&format!("The best is {best}, ")));
    let score = format!("{:.0} of 100", items[0]["score"].as_f64().unwrap());
    assert!(page.text.contains(&score), "{score}");
    assert!(page.text.contains("What would improve this list"));
    let sisters = good(visitor.get("/my-city/suggestions?kind=sister_city").await);
    assert!(sisters.text.contains("cities of your own country"), "who is left out, and why");
    assert!(page.text.contains(" km away") && page.text.contains("shares "));
    let indonesian = good(visitor.get(&format!("{WASTE}&lang=id")).await);
    assert!(indonesian.text.contains("dapat mengajari Surabaya tentang sampah"));
}

#[rstest]
#[actix_web::test]
async fn a_city_from_which_nothing_is_known_to_learn_is_not_said_to_teach(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = surabaya(&service).await;
    let page = good(visitor.get("/my-city/suggestions?kind=peer_learning").await);
    let told = service.as_("surabaya").await;
    let told = told.get("/api/v1/cities/surabaya/suggestions?kind=peer_learning&limit=50").await.expect(200);
    let of = |symbolic: bool| -> Vec<String> {
        let items = told.body["items"].as_array().unwrap().iter().filter(|item| item["symbolic"] == symbolic);
        items.take(10).map(|item| item["city"]["slug"].as_str().unwrap().to_owned()).collect()
    };
    let (gains, symbolic) = (of(false), of(true));
    assert!(!gains.is_empty() && !symbolic.is_empty(), "both are there: {gains:?} {symbolic:?}");
    assert_eq!((suggested(&page.text), alike(&page.text)), (gains.clone(), symbolic));
    let number = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"].get(gains.len()).expect("fewer than ten");
    let lead = page.text.split("<p class=\"lead\">").nth(1).unwrap().split("</p>").next().unwrap();
    assert!(lead.starts_with(number) && lead.contains("can teach Surabaya") && lead.contains("the 50 that fit best"), "{lead}");
    assert!(page.text.contains("nothing is known that you could learn there"));
}

#[rstest]
#[actix_web::test]
async fn every_kind_can_be_asked_about_and_no_strange_one(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = surabaya(&service).await;
    for (kind, said) in [("", "Who can teach us?"), ("sister_city", "Who fits us"), ("mutual_aid", "Who could help us in a crisis")] {
        let page = good(visitor.get(&format!("/my-city/suggestions?kind={kind}&theme=")).await);
        assert!(page.text.contains(said) && !suggested(&page.text).is_empty(), "{kind}");
    }
    for strange in ["kind=marriage", "theme=waste", "theme=%3Cscript%3E", "kind=%00"] {
        let page = visitor.get(&format!("/my-city/suggestions?{strange}")).await.expect(400);
        assert!(page.text.contains("There is no such theme or kind"), "{strange}");
    }
}

#[rstest]
#[actix_web::test]
async fn why_names_reasons_for_each_side_and_what_it_rests_on(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = surabaya(&service).await;
    let other = suggested(&visitor.get(WASTE).await.text)[0].clone();
    let page = good(visitor.get(&format!("/my-city/suggestions/{other}?kind=peer_learning&theme=solid-waste")).await);
    for said in [
        "Surabaya gains",
        "What speaks against it",
        "What is not known",
        "What would change it",
        "What it rests on",
        "is number 1 for Surabaya",
    ] {
        assert!(page.text.contains(said), "{said}");
    }
    assert!(page.text.contains("of 100 trials") && page.text.contains("Computed by model acv2045-1"));
    let own_country = good(visitor.get("/my-city/suggestions/bandung?kind=sister_city").await);
    assert!(own_country.text.contains("Why not Bandung?") && own_country.text.contains("this kind of pairing joins two countries"));
    for unknown in ["atlantis", "surabaya", "..%2Fx", "%3Cscript%3E"] {
        assert_eq!(visitor.get(&format!("/my-city/suggestions/{unknown}")).await.status, 404, "{unknown}");
    }
}

#[rstest]
#[actix_web::test]
async fn a_word_is_said_back_at_once_and_can_be_changed(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = surabaya(&service).await;
    let page = visitor.get(WASTE).await;
    let other = suggested(&page.text)[0].clone();
    let action = format!("/my-city/suggestions/{other}");

    let answer = visitor.fill(&page, &action, &[("verdict", "interested")]).await;
    assert!(leads_to(&answer).ends_with(&format!("#{other}")), "back to where the reader was");
    let page = follow(&mut visitor, &answer).await;
    assert!(page.text.contains("Noted: you are interested.") && page.text.contains("You said: interested"));
    assert_eq!(suggested(&page.text)[0], other);

    let answer = visitor.fill(&page, &action, &[("verdict", "not_interested")]).await;
    let page = follow(&mut visitor, &answer).await;
    assert!(page.text.contains("Noted: not now.") && !suggested(&page.text).contains(&other));
    assert!(page.text.contains("you said “not now” to") && page.text.contains(&format!("said-{other}")));

    let answer = visitor.fill(&page, &action, &[("verdict", "interested")]).await;
    let page = follow(&mut visitor, &answer).await;
    assert_eq!(suggested(&page.text)[0], other, "changed back, it is the best again");
    let words = service.as_("surabaya").await.get("/api/v1/cities/surabaya/feedback").await.expect(200);
    assert_eq!(words.body["items"].as_array().unwrap().len(), 3, "nothing that was said is lost");
}

#[rstest]
#[actix_web::test]
async fn a_word_that_did_not_come_from_the_page_is_not_taken(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = surabaya(&service).await;
    let action = "/my-city/suggestions/iloilo-city";
    let forged = visitor.post(action, &[("verdict", "interested"), ("kind", "peer_learning")]).await;
    assert_eq!(forged.status, 403);
    let page = visitor.get(&format!("{action}?kind=peer_learning")).await;
    assert_eq!(visitor.fill(&page, action, &[("kind", "marriage"), ("verdict", "interested")]).await.status, 404);
    assert_eq!(visitor.fill(&page, action, &[("verdict", "adore")]).await.status, 400);
    let words = service.as_("surabaya").await.get("/api/v1/cities/surabaya/feedback").await.expect(200);
    assert!(words.body["items"].as_array().unwrap().is_empty());
}
