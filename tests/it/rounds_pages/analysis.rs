//! What the pages say of a result, and what is changed from there.

use rstest::rstest;
use serde_json::json;

use super::{computed, impossible, location, path, press, read, words};
use crate::rounds::table::compute;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::pages::Visitor;
use crate::support::service::Service;

#[rstest]
#[actix_web::test]
async fn the_analysis_answers_first_and_then_says_why_in_both_languages(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = computed(&service, json!({"country_caps": [{"country": "ID", "most": 0}]})).await;
    let mut approver = Visitor::signed_in(&service, "approver").await;
    let page = approver.get(&format!("{}/analysis", path(&id))).await.expect(200);
    let said = words(&page.text);
    for part in [
        "4 of 6 cities have a partner; 2 are left out because the cap on a country is reached",
        "It is proved that no other set of pairings is better by what you asked for.",
        "Makassar",
        "the cap on a country is reached",
        "The cap on Indonesia cost 2 cities, one pairing and",
        "Gini",
        "The best pair first, again and again",
        "By country",
        "Hash of the result",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    let page = approver.get(&format!("{}/analysis?run=1&lang=id", path(&id))).await.expect(200);
    let said = words(&page.text);
    for part in [
        "4 dari 6 kota mendapat mitra; 2 tertinggal",
        "Terbukti bahwa tidak ada himpunan pasangan lain yang lebih baik",
        "Batas untuk Indonesia menimbulkan biaya 2 kota, 1 pasangan dan",
        "Menurut negara",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(page.text.len() < 150 * 1024 && !page.text.contains(" style=\""), "{} bytes", page.text.len());
}

#[rstest]
#[actix_web::test]
async fn a_pair_is_locked_another_barred_and_what_that_changed_is_told_pair_by_pair(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = computed(&service, json!({})).await;
    let (analysis, change) = (format!("{}/analysis?run=1", path(&id)), format!("{}/change", path(&id)));
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let page = officer.get(&analysis).await.expect(200);
    let offers: Vec<&str> = page.text.split("name=\"change\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let locks: Vec<&str> = offers.iter().filter(|offer| offer.starts_with("lock ")).copied().collect();
    let bars: Vec<&str> = offers.iter().filter(|offer| offer.starts_with("bar ")).copied().collect();
    assert_eq!((locks.len(), bars.len()), (3, 3), "{offers:?}");
    let locked = officer.fill(&page, &change, &[("change", locks[0])]).await.expect(303);
    assert!(location(&locked).contains("run=1") && location(&locked).contains("done=plan-changed"), "{}", location(&locked));
    let page = officer.get(location(&locked)).await.expect(200);
    assert!(words(&page.text).contains("The set-up has changed since this run.") && words(&page.text).contains("locked for the next run"));
    officer.fill(&page, &change, &[("change", bars[1])]).await.expect(303);
    let rules = read(&service, &id).await["plan"]["rules"].clone();
    let pair = |offer: &str| offer.split(' ').skip(1).map(|slug| json!(slug)).collect::<Vec<_>>();
    assert_eq!((&rules["locked"][0], &rules["barred"][0]), (&json!(pair(locks[0])), &json!(pair(bars[1]))));
    officer.fill(&page, &change, &[("change", bars[2])]).await.expect(409);
    let page = officer.get(&analysis).await.expect(200);
    officer.fill(&page, &change, &[("change", "drop everything")]).await.expect(404);
    // Makassar and a city of its own country: no rule of matching is passed over.
    press(&mut officer, &analysis, &format!("{}/compute", path(&id)), &[]).await.expect(303);
    assert!(crate::rounds::table::work(&service).await);
    let compared = officer.get(&format!("{}/compare?from=1&to=2", path(&id))).await.expect(200);
    let said = words(&compared.text);
    for part in ["What changed from run 1 to run 2", "These pairs must be", "it is barred", "went and"] {
        assert!(said.contains(part), "{part} in {said}");
    }
    let indonesian = officer.get(&format!("{}/compare?lang=id", path(&id))).await.expect(200);
    assert!(words(&indonesian.text).contains("pasangan itu dilarang"), "{}", words(&indonesian.text));
    let same = officer.get(&format!("{}/compare?from=2&to=2", path(&id))).await.expect(200);
    assert!(words(&same.text).contains("Compare other runs"));
}

#[rstest]
#[actix_web::test]
async fn an_impossible_round_names_who_is_short_and_the_change_it_offers_makes_it_possible(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = impossible(&service).await;
    let (analysis, change) = (format!("{}/analysis", path(&id)), format!("{}/change", path(&id)));
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let page = officer.get(&analysis).await.expect(200);
    let said = words(&page.text);
    for part in [
        "No set of pairings keeps every rule: one city cannot have",
        "This is proved, not guessed.",
        "One place more for Hai Phong: the round becomes possible.",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    officer.fill(&page, &change, &[("change", "raise_most hai-phong")]).await.expect(303);
    compute(&service, &id).await;
    let page = officer.get(&analysis).await.expect(200);
    assert!(words(&page.text).contains("All 3 cities have a partner."), "{}", words(&page.text));
}
