//! The program is killed in the middle of computing a round; the next one finishes the work, once.
//!
//! Each time the program is killed at another moment, from the wish to the keeping of the result. `KEMBAR_CRASHES=20` tries as many.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use kembar::actions::audit;
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};

use super::table::address;
use crate::support::client::Person;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::databases::Database;
use crate::support::service::PASSWORD;

const USUAL: u32 = 4;
/// Long enough for the slowest machine that builds this.
const PATIENCE: Duration = Duration::from_secs(120);

/// The program, serving; killed with this value.
struct Program {
    child: Child,
    url: String,
}

impl Program {
    fn start(database: &Database, keys: &std::path::Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_kembar"))
            .args(["serve", "--listen", "127.0.0.1:0", "--workers", "2", "--job-lease-seconds", "2"])
            .env("DATABASE_URL", database.url())
            .env("KEMBAR_KEYS_DIR", keys)
            .env("KEMBAR_LOG", "error")
            .env("KEMBAR_PUBLIC_URL", "http://kembar.example")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Self { child, url: line.trim().to_owned() }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // SIGKILL: nothing is tidied up.
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

async fn officer(program: &Program) -> Person {
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let nobody = Person::new(http.clone(), &program.url, None);
    let session = nobody.sign_in("officer@kembar.example", PASSWORD).await.expect(200);
    Person::new(http, &program.url, session.body["access_token"].as_str().map(str::to_owned))
}

/// The job once it has ended.
async fn ended(officer: &Person, id: &str) -> Value {
    let begun = Instant::now();
    loop {
        let job = officer.get(&format!("/api/v1/jobs/{id}")).await.expect(200).body;
        if !job["ended_at"].is_null() {
            return job;
        }
        assert!(begun.elapsed() < PATIENCE, "{job}");
        actix_web::rt::time::sleep(Duration::from_millis(100)).await;
    }
}

#[rstest]
#[actix_web::test]
async fn a_round_whose_program_is_killed_is_computed_by_the_next_one_and_only_once(#[values(Sqlite, Postgres)] on: Backend) {
    let database = actix_web::web::block(move || Database::seeded(on)).await.unwrap();
    let keys = tempfile::tempdir().unwrap();
    let times: u32 = std::env::var("KEMBAR_CRASHES").ok().and_then(|text| text.parse().ok()).unwrap_or(USUAL);
    let (mut resumed, mut took) = (0, Duration::from_secs(3));
    for time in 0..times {
        let program = Program::start(&database, keys.path());
        let person = officer(&program).await;
        let plan = json!({"name": format!("Killed {time}"), "kind": "sister_city", "scope": {"countries": ["ID", "VN", "LA", "KH"]}});
        let round = person.post("/api/v1/rounds", &plan).await.expect(201);
        let job = person.decide(&format!("{}/compute", address(&round.id())), round.etag(), &Value::Null).await.expect(202).id();
        actix_web::rt::time::sleep(took * time / times).await;
        drop(program);
        let program = Program::start(&database, keys.path());
        let person = officer(&program).await;
        let begun = Instant::now();
        let told = ended(&person, &job).await;
        assert_eq!(told["state"], "succeeded", "{told}");
        if told["attempts"].as_i64() > Some(1) {
            resumed += 1;
            took = begun.elapsed().saturating_sub(Duration::from_secs(2)).max(Duration::from_secs(1));
        }
        let runs = person.get(&format!("{}/runs", address(&round.id()))).await.expect(200).body;
        assert_eq!(runs["items"].as_array().unwrap().len(), 1, "once: {runs}");
        let now = person.get(&address(&round.id())).await.expect(200);
        assert_eq!((now.body["state"].as_str(), now.body["runs"].as_i64()), (Some("computed"), Some(1)));
        let closed = person.request(Method::POST, &format!("{}/close", address(&round.id())));
        let closed = closed.header("if-match", now.etag()).header("idempotency-key", uuid::Uuid::new_v4().to_string());
        person.send(closed).await.expect(200);
    }
    let mut db = database.connection();
    assert_eq!(audit::verify(&mut db, None).unwrap().broken_at, None);
    println!("{on:?}: {times} of {times} rounds finished once after the program was killed, {resumed} of them begun again");
}
