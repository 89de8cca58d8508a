//! Walking the pages of a list while others write: what was there throughout is seen once.

use std::collections::BTreeMap;

use rstest::rstest;
use serde_json::json;

use crate::support::client::Person;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

/// Reads every page, and does something before each further one.
async fn walk(person: &Person, path: &str, mut meanwhile: impl AsyncFnMut(usize)) -> BTreeMap<String, usize> {
    let (mut seen, mut cursor, mut pages) = (BTreeMap::new(), String::new(), 0);
    loop {
        let page = person.get(&format!("{path}limit=3{cursor}")).await.expect(200);
        for item in page.body["items"].as_array().unwrap() {
            *seen.entry(item["id"].as_str().unwrap().to_owned()).or_insert(0) += 1;
        }
        let Some(next) = page.body["next_cursor"].as_str() else { return seen };
        cursor = format!("&cursor={next}");
        meanwhile(pages).await;
        pages += 1;
        assert!(pages < 60, "{path} comes to an end");
    }
}

fn assert_whole(before: &[String], seen: &BTreeMap<String, usize>, what: &str) {
    let missed: Vec<_> = before.iter().filter(|id| !seen.contains_key(*id)).collect();
    assert!(missed.is_empty(), "{what}: a gap at {missed:?}");
    let doubled: Vec<_> = seen.iter().filter(|(_, times)| **times > 1).collect();
    assert!(doubled.is_empty(), "{what}: seen more than once: {doubled:?}");
}

#[rstest]
#[actix_web::test]
async fn a_walk_over_a_growing_list_has_no_gap_and_no_double(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let (city, officer, admin) = (service.as_("surabaya").await, service.as_("officer").await, service.as_("admin").await);
    let wish = json!({"wants": "Less flooding.", "gives": "Compost."});
    let mut requests = Vec::new();
    for _ in 0..8 {
        requests.push(city.post("/api/v1/requests", &wish).await.expect(201).id());
    }
    let seen = walk(&officer, "/api/v1/requests?", async |page| {
        if page < 5 {
            city.post("/api/v1/requests", &wish).await.expect(201);
        }
    })
    .await;
    assert_whole(&requests, &seen, "requests, by time");

    let people: Vec<String> = walk(&admin, "/api/v1/users?", async |_| {}).await.into_keys().collect();
    assert!(people.len() >= 14);
    let seen = walk(&admin, "/api/v1/users?", async |page| {
        // Before and after the place where the reader stands: the list is sorted by address.
        for end in ["aaa", "zzz"] {
            let user = json!({"email": format!("{end}{page}@kembar.example"), "name": "New", "role": "observer"});
            if page < 4 {
                admin.post("/api/v1/users", &user).await.expect(201);
            }
        }
    })
    .await;
    assert_whole(&people, &seen, "users, by address");

    let cities: Vec<String> = walk(&officer, "/api/v1/cities?country=ID&", async |_| {}).await.into_keys().collect();
    let seen = walk(&officer, "/api/v1/cities?country=ID&", async |page| {
        for name in ["Aa", "Zz"] {
            let city = json!({"name": format!("{name} {page}"), "country": "ID"});
            if page < 4 {
                officer.post("/api/v1/cities", &city).await.expect(201);
            }
        }
    })
    .await;
    assert_whole(&cities, &seen, "cities, by name");
    println!("{on:?}: 3 walks over lists that grew, 0 gaps, 0 doubles");
}
