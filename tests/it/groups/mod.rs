//! Peer groups and the map over HTTP: whole, in each language, of the data as it is now.

use std::collections::BTreeSet;

use rstest::rstest;
use serde_json::{Value, json};

use crate::support::client::Person;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

const CLUSTERS: &str = "/api/v1/clusters";

fn slugs<'a>(cities: impl IntoIterator<Item = &'a Value>) -> Vec<&'a str> {
    cities.into_iter().map(|city| city["slug"].as_str().unwrap()).collect()
}

fn list<'a>(value: &'a Value, member: &str) -> &'a Vec<Value> {
    value[member].as_array().unwrap_or_else(|| panic!("no {member} in {value}"))
}

/// Every active city of the bundle is in one group or in none, and each group says what it is.
fn assert_whole(found: &Value) {
    let members = list(found, "groups").iter().flat_map(|group| list(group, "members")).map(|member| &member["city"]);
    let all = slugs(members.chain(list(found, "ungrouped")));
    assert_eq!(all.len(), 147, "active cities of the bundle");
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 147, "none twice");
    assert!(!all.contains(&"hoi-an"), "a dissolved city is no peer");
    for group in list(found, "groups") {
        let name = group["name"].as_str().unwrap();
        assert_eq!(group["dissolved"], list(group, "members").is_empty(), "{name}");
        assert_eq!(group["dissolved"], group["stability"].as_f64().unwrap() < 0.6, "{name}");
        assert!(!name.is_empty() && !name.contains("group-"), "{name}");
        assert!(list(group, "sets_apart").iter().all(|difference| !difference["text"].as_str().unwrap().contains("group-")), "{name}");
    }
    let names: BTreeSet<&str> = list(found, "groups").iter().map(|group| group["name"].as_str().unwrap()).collect();
    assert_eq!(names.len(), list(found, "groups").len(), "no two groups have one name");
}

/// The map has the same cities in the same groups.
async fn assert_same_on_the_map(officer: &Person, found: &Value) {
    let map = officer.get("/api/v1/map").await.expect(200).body;
    assert_eq!((&map["snapshot"], &map["model"]), (&found["snapshot"], &found["model"]));
    assert_eq!(list(&map, "points").len(), 147);
    for group in list(found, "groups").iter().filter(|group| group["dissolved"] == false) {
        let here = list(&map, "points").iter().filter(|point| point["group"] == group["number"]).map(|point| &point["city"]);
        let there = list(group, "members").iter().map(|member| &member["city"]);
        assert_eq!(slugs(here).into_iter().collect::<BTreeSet<_>>(), slugs(there).into_iter().collect::<BTreeSet<_>>());
    }
    let explained: Vec<f64> = list(&map, "axes").iter().map(|axis| axis["explained"].as_f64().unwrap()).collect();
    assert!(explained.len() == 2 && explained[0] >= explained[1] && explained[1] > 0.05, "{explained:?}");
    assert!(list(&map, "axes").iter().all(|axis| axis["toward_high"] != axis["toward_low"]));
}

#[rstest]
#[actix_web::test]
async fn an_officer_reads_peer_groups_that_are_whole_and_stand_on_the_map(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let officer = service.as_("officer").await;
    let found = officer.get(CLUSTERS).await.expect(200);
    assert_eq!(found.header("content-language"), "en");
    let body = &found.body;
    assert_eq!((body["chosen"].as_u64().unwrap() as usize, body["cities"].as_u64()), (list(body, "groups").len(), Some(147)));
    assert!(list(body, "candidates").len() > 3 && body["seed"].is_u64() && body["resamples"].as_u64() > Some(10));
    assert_whole(body);
    assert_same_on_the_map(&officer, body).await;
    let again = officer.get(CLUSTERS).await.expect(200);
    assert_eq!((again.etag(), &again.text), (found.etag(), &found.text), "the same data gives the same bytes");
    let indonesian = officer.get(&format!("{CLUSTERS}?lang=id")).await.expect(200);
    assert_eq!(indonesian.header("content-language"), "id");
    assert_ne!(indonesian.body["groups"][0]["name"], body["groups"][0]["name"]);
    assert_eq!(indonesian.body["groups"][0]["members"], body["groups"][0]["members"]);
}

#[rstest]
#[actix_web::test]
async fn a_number_of_groups_may_be_wished_for_and_a_change_is_seen_at_once(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let officer = service.as_("officer").await;
    let wished = officer.get(&format!("{CLUSTERS}?groups=3")).await.expect(200).body;
    assert_eq!((list(&wished, "groups").len(), list(&wished, "candidates").len()), (3, 1));
    assert_whole(&wished);
    for impossible in ["1", "500"] {
        let refused = officer.get(&format!("{CLUSTERS}?groups={impossible}")).await.expect(422);
        assert_eq!(refused.body["errors"][0]["pointer"], "groups", "{}", refused.text);
    }
    officer.get(&format!("{CLUSTERS}?groups=many")).await.expect(422);
    officer.get(&format!("{CLUSTERS}?k=3")).await.expect(422);
    let city = officer.get("/api/v1/cities/cebu-city").await.expect(200);
    officer.patch("/api/v1/cities/cebu-city", city.etag(), &json!({"status": "suspended"})).await.expect(200);
    let after = officer.get(&format!("{CLUSTERS}?groups=3")).await.expect(200).body;
    assert_ne!(after["snapshot"], wished["snapshot"]);
    assert_eq!(after["cities"], 146);
    assert!(!after.to_string().contains("cebu-city"), "a suspended city is no peer");
}
