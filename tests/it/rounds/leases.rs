//! A job is done once: not twice by two workers, not never by one that died.

use std::sync::Arc;
use std::time::Duration;

use chrono::{TimeDelta, Utc};
use kembar::actions::jobs;
use kembar::clock::{Clock, ManualClock};
use kembar::domain::job::{Progress, Stage};
use kembar::jobs::worker::{Worker, WorkerSettings};
use reqwest::Method;
use rstest::rstest;
use serde_json::Value;

use super::table::{CITIES, act, draft, plan, read, work};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

const LEASE: TimeDelta = TimeDelta::seconds(15);

async fn queued(service: &Service) -> (String, String) {
    let id = draft(service, &plan(&CITIES[..2], Value::Object(serde_json::Map::new()))).await;
    let job = act(service, &id, "compute", &Value::Null).await.expect(202).id();
    (id, job)
}

async fn job(service: &Service, id: &str) -> Value {
    service.as_("officer").await.get(&format!("/api/v1/jobs/{id}")).await.expect(200).body
}

#[rstest]
#[actix_web::test]
async fn a_round_is_computed_once_however_often_it_is_wished_for_and_however_many_work(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let (id, _) = queued(&service).await;
    act(&service, &id, "compute", &Value::Null).await.expect(409);
    let app = service.app.clone();
    let done = actix_web::web::block(move || {
        let one = |_| {
            let app = app.clone();
            std::thread::spawn(move || Worker::new(app, WorkerSettings::default()).one(None).unwrap())
        };
        let working: Vec<_> = (0..4).map(one).collect();
        working.into_iter().filter(|_| true).map(|worker| worker.join().unwrap()).filter(|did| *did).count()
    });
    assert_eq!(done.await.unwrap(), 1, "one of four workers had the job");
    assert_eq!(read(&service, &id).await.body["runs"], 1);
}

#[rstest]
#[actix_web::test]
async fn a_job_whose_worker_died_is_begun_again_and_the_dead_ones_result_is_not_kept(#[values(Sqlite, Postgres)] on: Backend) {
    let clock = Arc::new(ManualClock::at(Utc::now()));
    let service = Service::start_at(on, Arc::clone(&clock) as Arc<dyn Clock>).await;
    let (id, of) = queued(&service).await;
    let app = service.app.clone();
    let held = app.write_here(None, |write| jobs::claim(write, "dead", LEASE, None)).unwrap().unwrap();
    assert!(!work(&service).await, "it is leased");
    clock.advance(LEASE + TimeDelta::seconds(1));
    service.forget("officer");
    assert!(work(&service).await);
    let told = job(&service, &of).await;
    assert_eq!((told["state"].as_str(), told["attempts"].as_i64()), (Some("succeeded"), Some(2)), "{told}");
    let late = app.write_here(None, |write| jobs::held(write, held.id, "dead")).unwrap_err();
    assert!(late.to_string().contains("another worker"), "{late}");
    let progress = Progress { stage: Stage::Solving, done: 0, total: 1 };
    assert_eq!(app.write_here(None, |write| jobs::renew(write, held.id, "dead", (LEASE, progress))).unwrap(), jobs::Word::Lost);
    assert_eq!(read(&service, &id).await.body["runs"], 1);
}

#[rstest]
#[actix_web::test]
async fn a_job_that_kills_its_workers_is_given_up(#[values(Sqlite, Postgres)] on: Backend) {
    let clock = Arc::new(ManualClock::at(Utc::now()));
    let service = Service::start_at(on, Arc::clone(&clock) as Arc<dyn Clock>).await;
    let (id, of) = queued(&service).await;
    for _ in 0..3 {
        assert!(service.app.write_here(None, |write| jobs::claim(write, "dead", LEASE, None)).unwrap().is_some());
        clock.advance(LEASE + TimeDelta::seconds(1));
    }
    service.forget("officer");
    assert!(!work(&service).await);
    assert_eq!(job(&service, &of).await["failure"], "3 workers died over it; see the log of the service");
    assert_eq!(read(&service, &id).await.body["state"], "failed");
    act(&service, &id, "compute", &Value::Null).await.expect(202);
}

#[rstest]
#[actix_web::test]
async fn a_job_is_cancelled_while_it_waits_and_while_it_runs(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let officer = service.as_("officer").await;
    let (id, of) = queued(&service).await;
    let path = format!("/api/v1/jobs/{of}");
    assert_eq!(officer.send(officer.request(Method::DELETE, &path)).await.expect(200).body["state"], "cancelled");
    officer.send(officer.request(Method::DELETE, &path)).await.expect(409);
    assert_eq!(read(&service, &id).await.body["state"], "draft");
    assert!(!work(&service).await);
    let of = act(&service, &id, "compute", &Value::Null).await.expect(202).id();
    let app = service.app.clone();
    let held = app.write_here(None, |write| jobs::claim(write, "slow", LEASE, None)).unwrap().unwrap();
    let path = format!("/api/v1/jobs/{of}");
    assert_eq!(officer.send(officer.request(Method::DELETE, &path)).await.expect(200).body["is_cancelled"], true);
    let progress = Progress { stage: Stage::Solving, done: 0, total: 1 };
    let word = app.write_here(None, |write| jobs::renew(write, held.id, "slow", (LEASE, progress))).unwrap();
    assert_eq!(word, jobs::Word::Cancelled, "its worker hears of it with its next sign of life");
}

#[rstest]
#[actix_web::test]
async fn whoever_listens_hears_the_progress_and_the_end(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let (_, of) = queued(&service).await;
    let officer = service.as_("officer").await;
    let path = format!("/api/v1/jobs/{of}/events");
    let heard = officer.request(Method::GET, &path).timeout(Duration::from_secs(60)).send().await.unwrap();
    assert!(heard.headers()["content-type"].to_str().unwrap().starts_with("text/event-stream"));
    let (text, _) = futures_util::future::join(heard.text(), work(&service)).await;
    let text = text.unwrap();
    let names: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("event: ")).collect();
    assert_eq!((names.first(), names.last()), (Some(&"progress"), Some(&"end")), "{text}");
    let last = text.lines().rev().find_map(|line| line.strip_prefix("data: ")).unwrap();
    assert_eq!(serde_json::from_str::<Value>(last).unwrap()["state"], "succeeded");
    service.as_("observer").await.get(&path).await.expect(403);
}
