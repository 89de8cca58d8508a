//! A round is computed, stopped, released, taken back and closed from its pages.

use chrono::TimeDelta;
use kembar::actions::jobs;
use kembar::domain::job::{Progress, Stage};
use rstest::rstest;
use serde_json::json;

use super::{computed, location, path, press, read, words};
use crate::rounds::table::{CITIES, act, draft, plan, proposals, work};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::pages::Visitor;
use crate::support::service::Service;

#[rstest]
#[actix_web::test]
async fn a_computation_is_begun_once_watched_without_scripts_and_ends_with_a_result(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = draft(&service, &plan(&CITIES, json!({}))).await;
    let (page, compute) = (path(&id), format!("{}/compute", path(&id)));
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let before = officer.get(&page).await.expect(200);
    assert!(words(&before.text).contains("6 cities take part"), "{}", words(&before.text));
    let begun = officer.fill(&before, &compute, &[]).await.expect(303);
    assert_eq!(location(&begun), page);
    assert_eq!(location(&officer.fill(&before, &compute, &[]).await.expect(303)), page, "the same press again begins nothing");
    let under_way = officer.get(&page).await.expect(200);
    for part in
        ["<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>", "aria-live=\"polite\"", "Waiting for its turn.", "progress.js"]
    {
        assert!(under_way.text.contains(part), "{part} in {}", under_way.text);
    }
    let app = service.app.clone();
    let held = app.write_here(None, |write| jobs::claim(write, "slow", TimeDelta::zero(), None)).unwrap().unwrap();
    let progress = Progress { stage: Stage::Explaining, done: 1, total: 3 };
    app.write_here(None, |write| jobs::renew(write, held.id, "slow", (TimeDelta::zero(), progress))).unwrap();
    let told = officer.get(&format!("{page}/progress?lang=id")).await.expect(200);
    assert_eq!(told.body["is_over"], false);
    assert_eq!(told.body["words"], "Langkah 4 dari 5: alasan tiap pasangan. 1 dari 3 pasangan.");
    assert!(work(&service).await);
    assert_eq!(officer.get(&format!("{page}/progress")).await.expect(200).body["is_over"], true);
    let after = officer.get(&page).await.expect(200);
    assert!(words(&after.text).contains("3 pairings; 6 of 6 cities have a partner; proved: no set is better."), "{}", words(&after.text));
    assert!(!after.text.contains("http-equiv"));
}

#[rstest]
#[actix_web::test]
async fn a_computation_is_stopped_and_the_round_can_be_computed_again(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = draft(&service, &plan(&CITIES, json!({}))).await;
    let (page, cancel) = (path(&id), format!("{}/cancel", path(&id)));
    let mut officer = Visitor::signed_in(&service, "officer").await;
    press(&mut officer, &page, &format!("{page}/compute"), &[]).await.expect(303);
    let app = service.app.clone();
    app.write_here(None, |write| jobs::claim(write, "slow", TimeDelta::seconds(60), None)).unwrap().unwrap();
    let running = officer.get(&page).await.expect(200);
    officer.fill(&running, &cancel, &[]).await.expect(303);
    let stopping = officer.get(&page).await.expect(200);
    assert!(words(&stopping.text).contains("Somebody has stopped the computation"), "{}", words(&stopping.text));
    let id2 = draft(&service, &plan(&CITIES, json!({}))).await;
    press(&mut officer, &path(&id2), &format!("{}/compute", path(&id2)), &[]).await.expect(303);
    press(&mut officer, &path(&id2), &format!("{}/cancel", path(&id2)), &[]).await.expect(303);
    assert_eq!(read(&service, &id2).await["state"], "draft", "one that waits is stopped at once");
    let late = officer.fill(&running, &format!("{}/cancel", path(&id)), &[]).await;
    assert!(late.status == 303 || late.status == 409, "{}", late.status);
}

#[rstest]
#[actix_web::test]
async fn a_failure_is_told_in_words_with_the_way_to_mend_it(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    // Cities of one country cannot be partners, which is seen only once the candidates are made.
    let tied = plan(&["surabaya", "bangkok", "makassar", "semarang"], json!({"locked": [["makassar", "semarang"]]}));
    let id = draft(&service, &tied).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let before = officer.get(&path(&id)).await.expect(200);
    assert!(words(&before.text).contains("This pair cannot be locked: in the same country."), "{}", words(&before.text));
    crate::rounds::table::compute(&service, &id).await;
    let failed = officer.get(&format!("{}?lang=id", path(&id))).await.expect(200);
    let said = words(&failed.text);
    for part in ["tidak membuahkan hasil", "Pasangan ini tidak dapat dikunci", "Ubah susunannya, lalu hitung lagi."] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(failed.text.contains("/edit?lang=id#locked-0"), "{}", failed.text);
}

#[rstest]
#[actix_web::test]
async fn a_release_asks_back_and_is_taken_back_until_somebody_has_decided(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = computed(&service, json!({})).await;
    let [release, recall] = ["release", "recall"].map(|deed| format!("{}/{deed}", path(&id)));
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let asked = officer.get(&release).await.expect(200);
    assert!(words(&asked.text).contains("3 proposals will be put into the review queue."), "{}", words(&asked.text));
    assert!(proposals(&service, &id).await.is_empty(), "asking releases nothing");
    assert_eq!(read(&service, &id).await["state"], "computed");
    let done = officer.fill(&asked, &release, &[]).await.expect(303);
    assert!(location(&done).ends_with("?done=round-released"));
    officer.fill(&asked, &release, &[]).await.expect(303);
    assert_eq!(proposals(&service, &id).await.len(), 3, "once");
    let shown = officer.get(&path(&id)).await.expect(200);
    assert!(words(&shown.text).contains("3 proposals wait in the review queue"), "{}", words(&shown.text));
    let unsaid = press(&mut officer, &recall, &recall, &[("reason", "  ")]).await.expect(422);
    assert!(words(&unsaid.text).contains("Say in words why the release is taken back"));
    let why = [("reason", "Released <too> early.")];
    press(&mut officer, &recall, &recall, &why).await.expect(303);
    assert_eq!(read(&service, &id).await["state"], "computed");
    press(&mut officer, &release, &release, &[]).await.expect(303);
    let page = officer.get(&recall).await.expect(200);
    let live = proposals(&service, &id).await.into_iter().find(|proposal| proposal["state"] == "proposed").unwrap();
    let api = format!("/api/v1/proposals/{}", live["id"].as_str().unwrap());
    let second = service.as_("officer2").await;
    let etag = second.get(&api).await.expect(200).etag().to_owned();
    second.decide(&format!("{api}/reviews"), &etag, &json!({"decision": "recommend"})).await.expect(200);
    let refused = officer.fill(&page, &recall, &why).await.expect(409);
    let said = words(&refused.text);
    assert!(said.contains("nothing was changed") && said.contains("somebody has decided on or changed 1"), "{said}");
    let close = format!("{}/close", path(&id));
    press(&mut officer, &close, &close, &[]).await.expect(303);
    assert_eq!(read(&service, &id).await["state"], "closed");
    officer.get(&close).await.expect(409);
    officer.get(&format!("{}/edit", path(&id))).await.expect(409);
}

#[rstest]
#[actix_web::test]
async fn what_stands_against_a_release_is_said_before_it(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let (first, second) = (computed(&service, json!({})).await, computed(&service, json!({})).await);
    act(&service, &first, "release", &serde_json::Value::Null).await.expect(200);
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let asked = officer.get(&format!("{}/release", path(&second))).await.expect(200);
    let said = words(&asked.text);
    assert!(said.contains("Nothing would reach the review queue") && said.contains("3 pairings stay behind:"), "{said}");
    assert!(said.matches("is under way already").count() == 3, "{said}");
    assert!(!asked.text.contains("<button>"), "there is nothing to release");
}

#[rstest]
#[actix_web::test]
async fn a_press_on_a_page_of_yesterday_does_nothing_and_says_so(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = draft(&service, &plan(&CITIES, json!({}))).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let old = officer.get(&path(&id)).await.expect(200);
    let etag = service.as_("officer2").await.get(&crate::rounds::table::address(&id)).await.etag().to_owned();
    let changed = plan(&CITIES, json!({"least": 1}));
    service.as_("officer2").await.put(&crate::rounds::table::address(&id), &etag, &changed).await.expect(200);
    let late = officer.fill(&old, &format!("{}/compute", path(&id)), &[]).await.expect(409);
    assert!(words(&late.text).contains("Somebody was faster"), "{}", words(&late.text));
    assert_eq!(read(&service, &id).await["state"], "draft");
}

#[rstest]
#[actix_web::test]
async fn the_files_of_a_page_are_those_of_the_interface(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = computed(&service, json!({})).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let api = service.as_("officer").await;
    let page = officer.get(&format!("{}/export?format=csv", path(&id))).await.expect(200);
    let same = api.get(&format!("{}/export?format=csv", crate::rounds::table::address(&id))).await.expect(200);
    assert_eq!(page.text, same.text);
    assert_eq!(page.header("content-disposition"), same.header("content-disposition"));
    let sheet = officer.request(reqwest::Method::GET, &format!("{}/export?format=xlsx&run=1", path(&id))).send().await.unwrap();
    assert!(sheet.headers()["content-disposition"].to_str().unwrap().ends_with("-run-1.xlsx\""));
    assert!(sheet.bytes().await.unwrap().starts_with(b"PK"));
}
