//! Which matching model is in force, who decides it, and how a candidate is learned.

use kembar::actions::audit;
use kembar::actions::context::Author;
use kembar::actions::error::Error;
use kembar::actions::matching::models::{self, ModelTexts};
use kembar::actions::matching::registry::{self, NewModel, StoredModel};
use kembar::actions::matching::training::{self, TrainingOrder, TrainingReport};
use kembar::app::App;
use kembar::domain::model_state::{ModelOrigin, ModelState};
use kembar::domain::pairing::Kind;
use kembar::matching::training::Training;
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::client::Answer;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

const QUESTION: &str = "/api/v1/cities/surabaya/suggestions?kind=sister_city&limit=5";

/// The bundled model under another name.
fn copy(name: &str) -> ModelTexts {
    let mut texts = models::bundled("acv2045-1").unwrap();
    let head = texts.0.get_mut("model.toml").unwrap();
    *head = head.replace("name = \"acv2045-1\"", &format!("name = \"{name}\""));
    texts
}

fn add(app: &App, name: &str, texts: ModelTexts) -> StoredModel {
    let hash = texts.parse().unwrap().hash().to_owned();
    let new = NewModel { name: name.to_owned(), hash, origin: ModelOrigin::Bundled, texts, evaluation: None };
    app.write_here(None, |write| registry::add(write, &Author::CommandLine, new)).unwrap()
}

/// A candidate that only differs in its name.
pub fn candidate(app: &App, name: &str) -> StoredModel {
    add(app, name, copy(name))
}

async fn activate(service: &Service, name: &str, etag: &str) -> Answer {
    let admin = service.as_("admin").await;
    admin.decide(&format!("/api/v1/models/{name}/activate"), etag, &json!({"reason": "The forum asked for it."})).await
}

async fn etag_of(service: &Service, name: &str) -> String {
    service.as_("officer").await.get(&format!("/api/v1/models/{name}")).await.expect(200).etag().to_owned()
}

fn trained(service: &Service, name: &str) -> Result<TrainingReport, Error> {
    let order =
        TrainingOrder { name: name.to_owned(), kind: Kind::SisterCity, how: Training { prior: 10.0, ..Training::default() }, draws: 10 };
    service.app.write_here(None, |write| {
        let engine = service.app.engine(write.db)?;
        training::run(write, &Author::CommandLine, &engine, &order)
    })
}

#[rstest]
#[actix_web::test]
async fn the_first_start_puts_the_bundled_model_in_force_and_a_second_changes_nothing(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut db = service.database.connection();
    let active = registry::get(&mut db, "acv2045-1").unwrap();
    assert_eq!((active.state, active.origin, active.version), (ModelState::Active, ModelOrigin::Bundled, 2));
    let settled = service.app.write_here(None, registry::settle).unwrap();
    assert_eq!(settled, registry::Settled::default());
    assert_eq!(registry::get(&mut db, "acv2045-1").unwrap(), active);
}

#[rstest]
#[actix_web::test]
async fn suggestions_come_from_the_model_in_force_and_an_old_one_gives_again_what_it_gave(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let city = service.as_("surabaya").await;
    let before = city.get(QUESTION).await.expect(200);
    let report = trained(&service, "acv2045-learned").unwrap();
    assert_eq!(city.get(QUESTION).await.expect(200).body, before.body, "a candidate changes nothing");

    let done = activate(&service, "acv2045-learned", &etag_of(&service, "acv2045-learned").await).await.expect(200);
    assert_eq!((done.body["state"].as_str(), done.body["origin"].as_str()), (Some("active"), Some("trained")));
    let learned = city.get(QUESTION).await.expect(200);
    assert_eq!(learned.body["model"], json!({"name": "acv2045-learned", "hash": report.hash}));
    let weights =
        |answer: &Answer| answer.body["items"][0]["factors"].as_array().unwrap().iter().map(|f| f["weight"].clone()).collect::<Vec<_>>();
    assert_ne!(weights(&learned), weights(&before));

    activate(&service, "acv2045-1", &etag_of(&service, "acv2045-1").await).await.expect(200);
    assert_eq!(city.get(QUESTION).await.expect(200).body, before.body, "the same model and the same facts give the same bytes");
    let log = service.as_("admin").await.get("/api/v1/audit?limit=100").await.expect(200);
    let acts = log.body["items"].as_array().unwrap().iter().filter(|entry| entry["action"] == "model.activate");
    assert!(acts.filter(|entry| entry["reason"] == "The forum asked for it.").count() == 2, "{}", log.text);
    assert_eq!(audit::verify(&mut service.database.connection(), None).unwrap().broken_at, None);
}

#[rstest]
#[actix_web::test]
async fn one_model_is_in_force_whoever_is_faster(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    for name in ["acv2045-a", "acv2045-b"] {
        candidate(&service.app, name);
    }
    let (a, b) = (etag_of(&service, "acv2045-a").await, etag_of(&service, "acv2045-b").await);
    let both = futures_util::future::join(activate(&service, "acv2045-a", &a), activate(&service, "acv2045-b", &b)).await;
    let done = [both.0.status.as_u16(), both.1.status.as_u16()];
    assert!(done.contains(&200) && done.iter().all(|status| [200, 412].contains(status)), "{done:?}");
    let all = service.as_("officer").await.get("/api/v1/models").await.expect(200);
    let active: Vec<_> = all.body["items"].as_array().unwrap().iter().filter(|model| model["state"] == "active").collect();
    assert_eq!(active.len(), 1, "{}", all.text);
    let current = active[0]["name"].as_str().unwrap();
    let seen = if current == "acv2045-a" { &a } else { &b };
    assert_eq!(activate(&service, current, seen).await.status, 412, "what was seen is out of date");
    let again = activate(&service, current, &etag_of(&service, current).await).await;
    assert_eq!((again.status.as_u16(), again.body["state"].as_str()), (409, Some("active")), "{}", again.text);
}

#[rstest]
#[actix_web::test]
async fn a_model_that_does_not_keep_its_promises_is_not_put_in_force(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut texts = copy("acv2045-false");
    let golden: Value = serde_json::from_str(&texts.0["golden.json"]).unwrap();
    let score = golden["pairs"][0]["score"].as_f64().unwrap();
    let mut wrong = golden;
    wrong["pairs"][0]["score"] = json!(score + 1.0);
    texts.0.insert("golden.json".to_owned(), wrong.to_string());
    add(&service.app, "acv2045-false", texts);
    let refused = activate(&service, "acv2045-false", &etag_of(&service, "acv2045-false").await).await;
    assert_eq!(refused.status, 409);
    assert!(refused.text.contains("golden pairs"), "{}", refused.text);
}

#[rstest]
#[actix_web::test]
async fn what_is_learned_is_kept_with_its_quality_and_its_data(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let report = trained(&service, "acv2045-learned").unwrap();
    assert!(report.good >= 10 && report.drawn > report.good, "{report:?}");
    assert!(report.weights.iter().all(|(_, _, learned)| *learned >= 0.0));
    assert!((report.weights.iter().map(|(_, _, learned)| learned).sum::<f64>() - 1.0).abs() < 1e-9);
    let kept = service.as_("observer").await.get("/api/v1/models/acv2045-learned/evaluation").await.expect(200);
    assert_eq!(kept.body["hash"], report.hash.as_str());
    assert_eq!(kept.body["evaluation"]["data"], report.trained.data.as_str());
    let again = trained(&service, "acv2045-again").unwrap();
    assert_eq!(again.trained, report.trained, "the same data and the same seed teach the same");
    assert!(matches!(trained(&service, "acv2045-learned"), Err(Error::Exists(_))));
    assert!(matches!(trained(&service, "No Such Name"), Err(Error::Invalid(_))));
    println!("{on:?}: learned from {} pairs, {:?} against {:?}", report.good, report.trained.quality, report.trained.quality_of_present);
}

#[rstest]
#[actix_web::test]
async fn the_files_of_a_model_can_neither_be_changed_nor_removed(#[values(Sqlite, Postgres)] on: Backend) {
    use diesel::connection::SimpleConnection;
    let service = Service::start(on).await;
    for deed in ["UPDATE model SET hash = 'sha256:0'", "UPDATE model SET name = 'other'", "DELETE FROM model"] {
        let mut db = service.database.connection();
        let refused = kembar::each!(&mut db, conn => conn.batch_execute(deed));
        assert!(refused.is_err(), "{deed}");
    }
}

#[rstest]
#[actix_web::test]
async fn a_program_with_another_model_of_the_same_name_leaves_the_one_in_force(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut bytes = copy("acv2045-1");
    bytes.0.get_mut("factors.toml").unwrap().push_str("\n# a later hand\n");
    let later = bytes.parse().unwrap();
    let mut db = service.database.connection();
    let known = std::sync::Arc::new(later);
    let in_force = registry::in_force(&mut db, None, &known).unwrap();
    assert_ne!(in_force.hash(), known.hash(), "the database's content counts, not the program's");
    assert_eq!(in_force.hash(), registry::get(&mut db, "acv2045-1").unwrap().hash);
}

#[rstest]
#[actix_web::test]
async fn what_was_measured_of_the_bundled_model_can_be_read_by_whoever_has_to_defend_it(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let officer = service.as_("officer").await;
    let model = officer.get("/api/v1/models/acv2045-1").await.expect(200).body;
    let told = officer.get("/api/v1/models/acv2045-1/evaluation").await.expect(200).body;
    assert_eq!((&model["is_evaluated"], &told["hash"]), (&true.into(), &model["hash"]));
    assert_eq!(told["evaluation"]["model"]["hash"], model["hash"], "measured with just this one");
    service.as_("surabaya").await.get("/api/v1/models/acv2045-1/evaluation").await.expect(403);
}
