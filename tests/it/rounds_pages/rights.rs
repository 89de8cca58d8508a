//! Who reads the pages of rounds, and who may do what there.

use rstest::rstest;
use serde_json::json;

use super::{computed, location, path, read};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::pages::Visitor;
use crate::support::service::Service;

#[rstest]
#[actix_web::test]
async fn only_the_secretariat_reads_rounds_and_only_officers_do_anything_to_them(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = computed(&service, json!({})).await;
    let of_round = ["", "/analysis", "/compare", "/export?format=csv", "/progress"].map(|rest| format!("{}{rest}", path(&id)));
    let pages = of_round.iter().map(String::as_str).chain(["/desk/rounds"]);
    let mut approver = Visitor::signed_in(&service, "approver").await;
    for page in pages.clone() {
        approver.get(page).await.expect(200);
    }
    let seen = approver.get(&path(&id)).await;
    assert!(!seen.text.contains("<button>") && seen.text.contains("An officer sets up, computes and releases rounds"), "{}", seen.text);
    for (name, statuses) in [("observer", [403]), ("admin", [403]), ("surabaya", [403])] {
        let mut visitor = Visitor::signed_in(&service, name).await;
        for page in pages.clone() {
            let status = visitor.get(page).await.status.as_u16();
            assert!(statuses.contains(&status), "{name} gets {status} for {page}");
        }
    }
    let token = crate::support::pages::hidden_fields(&seen.text, "/sign-out");
    let token = token.iter().find(|(name, _)| name == "form_token").unwrap().1.clone();
    for deed in ["compute", "cancel", "change", "release", "recall", "close", "edit"] {
        let fields = [("form_token", token.as_str()), ("version", "1"), ("once", "x"), ("reason", "Why not"), ("change", "drop locks")];
        let answer = approver.post(&format!("{}/{deed}", path(&id)), &fields).await;
        assert_eq!(answer.status, 403, "{deed}: {}", answer.text);
    }
    assert_eq!(read(&service, &id).await["version"], 3, "nothing was changed");
    let nobody = Visitor::new(&service).get(&path(&id)).await.expect(303);
    assert!(location(&nobody).starts_with("/sign-in?next="), "{}", location(&nobody));
}

#[rstest]
#[actix_web::test]
async fn what_is_not_there_is_not_found_whatever_it_is_called(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = computed(&service, json!({})).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let strange = "00000000-0000-7000-8000-000000000000";
    let base = path(&id);
    for page in [
        path(strange),
        path("%00"),
        format!("{}/analysis", path("x")),
        format!("{base}/analysis?run=9"),
        format!("{base}/analysis?run=-1"),
        format!("{base}/analysis?run=one"),
        format!("{base}/compare?from=1&to=9"),
        format!("{base}/export?format=pdf"),
        format!("{base}/export?format=csv&run=7"),
        format!("{base}/nowhere"),
    ] {
        assert_eq!(officer.get(&page).await.status, 404, "{page}");
    }
    officer.get("/desk/rounds?state=lost").await.expect(200);
    officer.get("/desk/rounds?cursor=forged").await.expect(400);
}
