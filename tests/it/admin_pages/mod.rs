//! The pages of administrators over HTTP: accounts, models, the audit log.

use rstest::rstest;

use crate::models::candidate;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::pages::Visitor;
use crate::support::service::{Service, email};

#[rstest]
#[actix_web::test]
async fn an_administrator_invites_a_person_who_then_signs_in(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut admin = Visitor::signed_in(&service, "admin").await;
    let form = admin.get("/admin/users/new").await.expect(200);
    let fields = [("email", "baru@kembar.example"), ("name", "<i>Baru"), ("role", "focal_point"), ("city", "da-nang"), ("language", "id")];
    let made = admin.fill(&form, "/admin/users/new", &fields).await.expect(201);
    let code = made.text.split("class=\"secret\">").nth(1).and_then(|rest| rest.split('<').next()).expect("a code").to_owned();
    assert!(made.text.contains("&#60;i&#62;Baru") && !made.text.contains("<i>Baru"));

    let mut person = Visitor::new(&service);
    let page = person.get("/invitation").await.expect(200);
    person.fill(&page, "/invitation", &[("code", &code), ("password", "perahu di atas bukit 7")]).await.expect(303);
    let own = person.get("/account").await.expect(200);
    assert!(
        own.text.contains("lang=\"id\"") && own.text.contains("narahubung") && own.text.contains("Da Nang"),
        "in the language of the account"
    );

    let list = admin.get("/admin/users?role=focal_point").await.expect(200);
    assert!(list.text.contains("baru@kembar.example") && !list.text.contains(&email("officer")));
    assert!(admin.get("/admin/audit?kind=account").await.expect(200).text.contains("account.create"), "who was invited is in the log");
}

#[rstest]
#[actix_web::test]
async fn an_account_with_faults_comes_back_as_it_was_typed_with_every_fault_named(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut admin = Visitor::signed_in(&service, "admin").await;
    let form = admin.get("/admin/users/new").await.expect(200);
    let fields = [("email", "no \"address"), ("name", "Ana"), ("role", "focal_point"), ("city", "atlantis"), ("country", "")];
    let refused = admin.fill(&form, "/admin/users/new", &fields).await.expect(422);
    for part in [
        "value=\"no &#34;address\"",
        "value=\"atlantis\"",
        "value=\"Ana\"",
        "email: ",
        "city: there is no such city",
        "2 things need another look",
    ] {
        assert!(refused.text.contains(part), "{part} in {}", refused.text);
    }
    let taken = [("email", email("officer")), ("name", "Ana".to_owned()), ("role", "officer".to_owned())];
    let taken: Vec<(&str, &str)> = taken.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert!(admin.fill(&form, "/admin/users/new", &taken).await.expect(422).text.contains("exists already"));
}

#[rstest]
#[actix_web::test]
async fn a_closed_account_is_signed_out_and_two_administrators_do_not_overwrite_one_another(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let (mut one, mut two) = (Visitor::signed_in(&service, "admin").await, Visitor::signed_in(&service, "admin2").await);
    let mut officer = Visitor::signed_in(&service, "officer2").await;
    let list = one.get("/admin/users?role=officer").await.expect(200);
    let row = list.text.split("<tr>").find(|row| row.contains(&email("officer2"))).expect("a row");
    let path = row.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a link").to_owned();
    let (first, second) = (one.get(&path).await.expect(200), two.get(&path).await.expect(200));
    let fields = |name: &'static str, state: &'static str| {
        [("name", name), ("role", "officer"), ("state", state), ("city", ""), ("country", ""), ("language", "")]
    };
    one.fill(&first, &path, &fields("Citra", "disabled")).await.expect(303);
    officer.get("/account").await.expect(303);
    two.fill(&second, &path, &fields("Dewi", "active")).await.expect(409);
    assert!(one.get(&path).await.expect(200).text.contains("value=\"Citra\""));
}

#[rstest]
#[actix_web::test]
async fn nobody_but_an_administrator_sees_accounts_or_the_log(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    for name in ["officer", "approver", "observer", "surabaya"] {
        let mut visitor = Visitor::signed_in(&service, name).await;
        for path in ["/admin/users", "/admin/users/new", "/admin/audit", "/admin/audit?verify=1"] {
            let refused = visitor.get(path).await.expect(403);
            assert!(refused.text.contains("not yours to see") && !refused.text.contains("admin@kembar.example"), "{name} at {path}");
        }
    }
    let mut focal_point = Visitor::signed_in(&service, "surabaya").await;
    focal_point.get("/desk/models").await.expect(403);
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let page = officer.get("/desk/models/acv2045-1").await.expect(200);
    assert!(!page.text.contains("name=\"reason\""), "an officer reads models and puts none in force");
    let own = officer.get("/account").await.expect(200);
    let token = crate::support::pages::hidden_fields(&own.text, "/sign-out").remove(0).1;
    officer.post("/desk/models/acv2045-1", &[("form_token", &token), ("version", "1"), ("reason", "mine")]).await.expect(403);
}

#[rstest]
#[actix_web::test]
async fn a_model_is_put_in_force_with_a_reason_and_its_figures_are_shown(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    candidate(&service.app, "acv2045-next");
    let mut admin = Visitor::signed_in(&service, "admin").await;
    let known = admin.get("/desk/models/acv2045-1").await.expect(200);
    assert!(known.text.contains("This model is in force") && known.text.contains("2026-11-22"));
    assert!(known.text.contains("0.078 (0.064–0.093)"), "recall@10 in the world, as in its evaluation");
    let next = admin.get("/desk/models/acv2045-next").await.expect(200);
    assert!(next.text.contains("Nothing was measured of this model yet"));
    let silent = admin.fill(&next, "/desk/models/acv2045-next", &[("reason", " ")]).await.expect(422);
    assert!(silent.text.contains("reason: "), "{}", silent.text);
    admin.fill(&next, "/desk/models/acv2045-next", &[("reason", "Trained on the decisions of 2026")]).await.expect(303);
    assert!(admin.get("/desk/models").await.expect(200).text.contains("Suggestions come from acv2045-next."));
    let log = admin.get("/admin/audit?kind=model").await.expect(200);
    assert!(log.text.contains("Trained on the decisions of 2026") && log.text.contains("Test admin, admin"));
    assert!(admin.get("/admin/audit?verify=1").await.expect(200).text.contains("The chain is whole"));
}
