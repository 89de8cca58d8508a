//! What is private stays where it belongs: unique words in every private place, and everybody reads everything they can reach.

use std::collections::{BTreeMap, BTreeSet};

use kembar::domain::proposal::ProposalState::{Accepted, Proposed, Recommended};
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};

use super::shapes::assert_times_are_utc;
use crate::support::client::Person;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::document::{Described, operations};
use crate::support::service::Service;
use crate::workflow::stage::{LEARNER, Stage, proposal};

/// A private word and the actors who may read it.
struct Canary {
    word: String,
    readers: &'static [&'static str],
}

/// Who crawls. Officers and administrators are the control: they do find the words.
const CRAWLERS: &[&str] =
    &["anonymous", "portal", "surabaya", "iloilo-city", "bangkok", "observer-id", "observer-th", "officer", "approver", "admin"];

const SECRETARIAT: &[&str] = &["officer", "approver", "observer-id", "admin"];
const OWN_AND_SECRETARIAT: &[&str] = &["officer", "approver", "observer-id", "surabaya", "admin"];
const BOTH_CITIES: &[&str] = &["officer", "approver", "observer-id", "surabaya", "iloilo-city", "admin"];
const ADMINISTRATION: &[&str] = &["admin"];

/// Hides words.
struct Nest<'a> {
    stage: Stage<'a>,
    canaries: Vec<Canary>,
}

impl Nest<'_> {
    fn hide(&mut self, place: &str, readers: &'static [&'static str]) -> String {
        let word = format!("canary-{}-{place}", self.canaries.len());
        self.canaries.push(Canary { word: word.clone(), readers });
        word
    }

    async fn in_a_city(&mut self) {
        let service = self.stage.service;
        let city = service.as_(LEARNER).await;
        let words = [self.hide("wants", OWN_AND_SECRETARIAT), self.hide("gives", OWN_AND_SECRETARIAT)];
        let request = city.post("/api/v1/requests", &json!({"wants": words[0], "gives": words[1]})).await.expect(201);
        let answer = json!({"answer": self.hide("answer-to-a-request", OWN_AND_SECRETARIAT)});
        let path = format!("/api/v1/requests/{}/answer", request.id());
        service.as_("officer").await.decide(&path, request.etag(), &answer).await.expect(200);
        let path = format!("/api/v1/cities/{LEARNER}");
        let word = json!({"city": "iloilo-city", "kind": "peer_learning", "verdict": "not_interested", "reason": self.hide("feedback", OWN_AND_SECRETARIAT)});
        city.post(&format!("{path}/feedback"), &word).await.expect(201);
        let practice = json!({"themes": ["solid-waste"], "title": self.hide("practice", OWN_AND_SECRETARIAT), "basis": "described"});
        city.post(&format!("{path}/practices"), &practice).await.expect(201);
        let path = format!("{path}/profile");
        for place in ["submitted-profile", "draft-profile"] {
            let etag = city.get(&path).await.expect(200).etag().to_owned();
            let profile = super::samples::profile(&self.hide(place, OWN_AND_SECRETARIAT));
            let draft = city.put(&path, &etag, &profile).await.expect(200);
            if place == "submitted-profile" {
                city.decide(&format!("{path}/submit"), draft.etag(), &Value::Null).await.expect(200);
            }
        }
    }

    /// Words said over proposals: before anything is sent to the cities, and afterwards.
    async fn in_the_review(&mut self) {
        for (number, state) in [Proposed, Recommended, Accepted].into_iter().enumerate() {
            let id = self.stage.proposal_in(state, number).await;
            if state == Accepted {
                let word = json!({"reason_code": "other", "reason": self.hide("withdrawal", SECRETARIAT)});
                self.stage.act("officer", &id, "withdraw", &word).await.expect(200);
                continue;
            }
            let review = json!({"decision": "defer", "reason_code": "other", "reason": self.hide("review", SECRETARIAT)});
            self.stage.act("officer", &id, "reviews", &review).await.expect(200);
        }
        let mut body = proposal(3);
        body["override_reason"] = self.hide("override", SECRETARIAT).into();
        body["summary"] = self.hide("early-summary", SECRETARIAT).into();
        self.stage.propose(&body).await;
        body = proposal(4);
        body["summary"] = self.hide("invited-summary", BOTH_CITIES).into();
        let invited = self.stage.propose(&body).await;
        self.stage.invite(&invited).await;
        let refusal = json!({"answer": "decline", "reason_code": "other", "reason": self.hide("refusal", BOTH_CITIES)});
        self.stage.act(LEARNER, &invited, "answers", &refusal).await.expect(200);
        let mut held = proposal(5);
        held["summary"] = self.hide("held-summary", BOTH_CITIES).into();
        held["is_held"] = true.into();
        let held = self.stage.propose(&held).await;
        self.stage.invite(&held).await;
        for who in [LEARNER, "iloilo-city"] {
            self.stage.act(who, &held, "answers", &json!({"answer": "accept"})).await.expect(200);
        }
    }

    async fn in_accounts(&mut self) {
        let admin = self.stage.service.as_("admin").await;
        let (email, name) = (self.hide("mail", ADMINISTRATION), self.hide("person", ADMINISTRATION));
        let user = json!({"email": format!("{email}@kembar.example"), "name": name, "role": "focal_point", "city": LEARNER});
        admin.post("/api/v1/users", &user).await.expect(201);
        let portal = json!({"slug": "hidden", "name": self.hide("portal", ADMINISTRATION)});
        let portal = admin.post("/api/v1/portals", &portal).await.expect(201).id();
        let label = json!({"label": self.hide("key-label", ADMINISTRATION)});
        admin.post(&format!("/api/v1/portals/{portal}/keys"), &label).await.expect(201);
        for who in ["officer", "surabaya"] {
            self.canaries.push(Canary {
                word: format!("Test {who}"),
                readers: if who == "officer" { &["admin", "officer"] } else { &["admin", "surabaya"] },
            });
            self.canaries.push(Canary {
                word: format!("{who}@kembar"),
                readers: if who == "officer" { &["admin", "officer"] } else { &["admin", "surabaya"] },
            });
        }
    }
}

/// Every id that those who see most can find, by the part of the path that it belongs to.
async fn ids(service: &Service) -> BTreeMap<&'static str, Vec<String>> {
    let mut found = BTreeMap::from([("cities", vec![LEARNER.to_owned(), "iloilo-city".to_owned()])]);
    for (part, who) in
        [("requests", "officer"), ("proposals", "officer"), ("partnerships", "officer"), ("users", "admin"), ("portals", "admin")]
    {
        // The newest are the ones with words in them; partnerships are many, so those of the city.
        let filter = if part == "partnerships" { "&city=surabaya" } else { "" };
        let page = service.as_(who).await.get(&format!("/api/v1/{part}?limit=100{filter}")).await.expect(200);
        found.insert(part, page.body["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect());
    }
    found.insert("recommendations", found["partnerships"].clone());
    found
}

/// The addresses of an operation that reads, one for each object.
fn addresses(known: &Described, ids: &BTreeMap<&'static str, Vec<String>>) -> Vec<String> {
    let part = known.template.trim_start_matches("/api/v1/").split('/').next().unwrap_or_default();
    let objects = if known.template.contains("{id}") { ids.get(part).cloned().unwrap_or_default() } else { vec![String::new()] };
    let fill = |id: &str, name: &str| match name {
        "id" => id.to_owned(),
        "other" => "bangkok".to_owned(),
        "name" => "acv2045-1".to_owned(),
        "code" if known.template.contains("indicators") => "wdi_pm25_exposure".to_owned(),
        _ => "not_found".to_owned(),
    };
    let query = match known.id.as_str() {
        "list_suggestions" | "explain_pair" => "?kind=peer_learning&limit=3",
        "get_cohorts" => "?theme=solid-waste",
        "get_round_comparison" => "?before=1&after=2",
        "get_round_export" => "?format=csv",
        "list_partnerships" => "?limit=100&city=surabaya",
        _ if known.takes("limit") => "?limit=100",
        _ => "",
    };
    objects.iter().map(|id| format!("{}{query}", known.path(|name| fill(id, name)))).collect()
}

async fn crawl(person: &Person, addresses: &[String]) -> Vec<(String, String)> {
    let mut read = Vec::new();
    for path in addresses {
        let answer = person.send(person.request(Method::GET, path).header("accept", "*/*")).await;
        assert!(answer.status.as_u16() < 500, "{path}: {}", answer.text);
        assert!(!answer.header("cache-control").is_empty(), "{path} says how it may be kept");
        assert_times_are_utc(&answer.body, path);
        if answer.header("cache-control").contains("public") {
            assert!(answer.header("vary").to_lowercase().contains("accept"), "{path}: {}", answer.header("vary"));
        }
        read.push((path.clone(), answer.text));
    }
    read
}

#[rstest]
#[actix_web::test]
async fn nobody_reads_a_private_word_that_is_not_theirs(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut nest = Nest { stage: Stage { service: &service }, canaries: Vec::new() };
    nest.in_a_city().await;
    nest.in_the_review().await;
    nest.in_accounts().await;
    let ids = ids(&service).await;
    let mut all: Vec<String> = operations().iter().filter(|known| !known.is_write()).flat_map(|known| addresses(known, &ids)).collect();
    all.extend(["/", "/cities/surabaya", "/cities/iloilo-city", "/docs/", "/openapi.json"].map(str::to_owned));
    all.extend(["csv", "geojson", "jsonld", "atom", "jsonfeed"].map(|format| format!("/api/v1/recommendations?format={format}")));
    all.extend(["recommendations?limit=20", "cities/surabaya", "cities/iloilo-city"].map(|what| format!("/embed/v1/public/{what}")));
    let (mut leaks, mut cells, mut found) = (Vec::new(), 0, BTreeSet::new());
    for who in CRAWLERS {
        let person = match *who {
            "anonymous" => service.anonymous(),
            "portal" => service.bearing(&portal_key(&service).await),
            name => service.as_(name).await,
        };
        let read = crawl(&person, &all).await;
        cells += read.len() * nest.canaries.len();
        for canary in &nest.canaries {
            let places: Vec<_> = read.iter().filter(|(_, text)| text.contains(&canary.word)).map(|(path, _)| path.as_str()).collect();
            if !places.is_empty() {
                found.insert(canary.word.clone());
            }
            if !places.is_empty() && !canary.readers.contains(who) {
                leaks.push(format!("{who} reads {} at {places:?}", canary.word));
            }
        }
    }
    println!(
        "{on:?}: {} canaries, {} actors, {} addresses each, {cells} cells, {} leaks",
        nest.canaries.len(),
        CRAWLERS.len(),
        all.len(),
        leaks.len()
    );
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
    let unseen: Vec<_> = nest.canaries.iter().map(|canary| &canary.word).filter(|word| !found.contains(*word)).collect();
    assert!(unseen.is_empty(), "nobody at all reads these, so the crawl proves nothing about them: {unseen:?}");
}

async fn portal_key(service: &Service) -> String {
    let admin = service.as_("admin").await;
    let portal = admin.post("/api/v1/portals", &json!({"slug": "crawler", "name": "Crawler"})).await.expect(201).id();
    let key = admin.post(&format!("/api/v1/portals/{portal}/keys"), &json!({})).await.expect(201);
    key.body["text"].as_str().unwrap().to_owned()
}
