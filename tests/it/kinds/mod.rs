//! Mutual aid, third cities and cohorts over HTTP, on the bundled cities.

use std::collections::BTreeSet;

use rstest::rstest;
use serde_json::Value;

use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

fn list<'a>(value: &'a Value, member: &str) -> &'a Vec<Value> {
    value[member].as_array().unwrap_or_else(|| panic!("no {member} in {value}"))
}

fn slug(city: &Value) -> &str {
    city["slug"].as_str().unwrap_or_else(|| panic!("no city: {city}"))
}

#[rstest]
#[actix_web::test]
async fn mutual_aid_is_suggested_with_the_hazards_that_both_fear_and_that_one_is_spared(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let officer = service.as_("officer").await;
    let found = officer.get("/api/v1/cities/surabaya/suggestions?kind=mutual_aid&limit=5").await.expect(200).body;
    let items = list(&found, "items");
    assert_eq!(items.len(), 5);
    for item in items {
        let names: Vec<&str> = list(item, "factors").iter().map(|factor| factor["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["hazard_complementarity", "reach", "response_capacity", "affinity", "availability"]);
        let sum: f64 = list(item, "factors").iter().map(|factor| factor["contribution"].as_f64().unwrap()).sum();
        assert!((sum - item["score"].as_f64().unwrap()).abs() < 1e-9);
        assert_ne!(item["city"]["country"], "ID", "within a country its disaster agency directs help");
        let told = list(item, "reasons").iter().chain(list(item, "against")).chain([&item["text"]]);
        assert!(told.clone().all(|text| !text.as_str().unwrap().contains("reason-")), "{item}");
    }
    let theirs = officer.get("/api/v1/cities/surabaya/suggestions?kind=mutual_aid&limit=5&lang=id").await.expect(200).body;
    assert_eq!(theirs["items"][0]["score"], items[0]["score"]);
    assert_ne!(theirs["items"][0]["text"], items[0]["text"]);
}

#[rstest]
#[actix_web::test]
async fn a_pair_is_offered_thirds_that_bring_what_it_lacks(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let officer = service.as_("officer").await;
    let found = officer.get("/api/v1/cities/surabaya/suggestions/bangkok/thirds?limit=3").await.expect(200).body;
    assert_eq!((slug(&found["city"]), slug(&found["other"])), ("surabaya", "bangkok"));
    let kinds: Vec<&str> = list(&found, "lacks").iter().map(|lack| lack["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["theme", "language"], "both want drainage, and they share no language");
    for lack in list(&found, "lacks") {
        assert!((1..=3).contains(&list(lack, "thirds").len()), "{lack}");
        for third in list(lack, "thirds") {
            assert!(!["surabaya", "bangkok"].contains(&slug(&third["city"])));
            assert!(third["brings"].as_f64().unwrap() > 0.0 && !third["text"].as_str().unwrap().contains("trio-"), "{third}");
        }
    }
    officer.get("/api/v1/cities/surabaya/suggestions/atlantis/thirds").await.expect(404);
    officer.get("/api/v1/cities/surabaya/suggestions/bangkok/thirds?limit=0").await.expect(422);
}

#[rstest]
#[actix_web::test]
async fn cohorts_join_cities_of_one_peer_group_and_name_those_left_out(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let officer = service.as_("officer").await;
    let found = officer.get("/api/v1/cohorts?theme=solid-waste&size=6").await.expect(200).body;
    let groups = officer.get("/api/v1/clusters").await.expect(200).body;
    assert!(!list(&found, "cohorts").is_empty(), "{found}");
    let mut seen = BTreeSet::new();
    for cohort in list(&found, "cohorts") {
        let learners = list(cohort, "learners").iter().map(|learner| slug(&learner["city"]));
        let members: Vec<&str> = list(cohort, "mentors").iter().map(slug).chain(learners).collect();
        assert!((3..=6).contains(&members.len()), "{members:?}");
        let group = list(&groups, "groups").iter().find(|group| group["number"] == cohort["group"]).unwrap();
        let of_group: BTreeSet<&str> = list(group, "members").iter().map(|member| slug(&member["city"])).collect();
        assert!(members.iter().all(|member| of_group.contains(member)), "{members:?} are of one group");
        assert!(members.into_iter().all(|member| seen.insert(member.to_owned())), "no city is in two cohorts");
    }
    for left in list(&found, "left") {
        assert!(!left["why"].as_str().unwrap().contains("cohort-") && seen.insert(slug(&left["city"]).to_owned()));
    }
    officer.get("/api/v1/cohorts?theme=alchemy").await.expect(422);
    officer.get("/api/v1/cohorts?theme=solid-waste&size=2").await.expect(422);
}
