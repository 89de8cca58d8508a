//! Cities and what is known of them, over HTTP: what each caller sees, and what bad input gets.

use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::client::Answer;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

fn pointers(answer: &Answer) -> Vec<&str> {
    let mut pointers: Vec<&str> = answer.body["errors"].as_array().unwrap().iter().map(|e| e["pointer"].as_str().unwrap()).collect();
    pointers.sort_unstable();
    pointers
}

fn slugs(page: &Answer) -> Vec<&str> {
    page.body["items"].as_array().unwrap().iter().map(|city| city["slug"].as_str().unwrap()).collect()
}

#[rstest]
#[actix_web::test]
async fn the_directory_is_walked_by_its_links(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let anyone = service.anonymous();
    let (mut path, mut seen) = ("/api/v1/cities?country=ID&limit=10".to_owned(), Vec::new());
    loop {
        let page = anyone.get(&path).await.expect(200);
        seen.extend(slugs(&page).into_iter().map(str::to_owned));
        let next = page.header("link").split(',').find(|link| link.contains("rel=\"next\"")).map(str::to_owned);
        match (next, page.body["next_cursor"].as_str()) {
            (Some(link), Some(_)) => path = link.trim().trim_start_matches('<').split('>').next().unwrap().to_owned(),
            (None, None) => break,
            other => panic!("the link and the body disagree: {other:?}"),
        }
    }
    assert!(seen.len() > 20 && seen.contains(&"surabaya".to_owned()));
    assert_eq!(seen.iter().collect::<std::collections::BTreeSet<_>>().len(), seen.len());
    let near = anyone.get("/api/v1/cities?near=16.06,108.21&radius_km=700&limit=3").await.expect(200);
    assert_eq!(slugs(&near)[0], "da-nang");
    assert!(near.body["items"][0]["distance_km"].as_f64().is_some_and(|km| km < 20.0));
    let cursor = near.body["next_cursor"].as_str().unwrap().to_owned();
    anyone.get(&format!("/api/v1/cities?near=16.06,108.21&radius_km=701&limit=3&cursor={cursor}")).await.expect(400);
}

#[rstest]
#[actix_web::test]
async fn a_query_with_faults_names_them_all(#[values(Sqlite)] on: Backend) {
    let service = Service::start(on).await;
    let answer = service.anonymous().get("/api/v1/cities?bbox=1,2,3&near=91,0&radius_km=-1&theme=nonsense").await.expect(422);
    assert_eq!(pointers(&answer), ["bbox", "near", "radius_km", "theme"]);
    service.anonymous().get("/api/v1/cities?contry=ID").await.expect(422);
    service.anonymous().get("/api/v1/cities?country=Indonesia").await.expect(422);
    service.anonymous().get("/api/v1/cities/atlantis").await.expect(404);
}

#[rstest]
#[actix_web::test]
async fn a_public_record_shows_nothing_that_is_not_public(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let (anyone, focal) = (service.anonymous(), service.as_("surabaya").await);
    let before = anyone.get("/api/v1/cities/surabaya").await.expect(200);
    assert!(before.body["hazards"].as_array().is_some_and(|hazards| hazards.iter().all(|hazard| hazard["from_memory"] == true)));
    let canary = "a sentence that nobody else may read";
    let practice = json!({"themes": ["solid-waste"], "title": canary, "basis": "described"});
    focal.post("/api/v1/cities/surabaya/practices", &practice).await.expect(201);
    let profile = focal.get("/api/v1/cities/surabaya/profile").await.expect(200);
    let body = json!({"priorities": [{"theme": "peace-cohesion", "what": canary}]});
    let draft = focal.put("/api/v1/cities/surabaya/profile", profile.etag(), &body).await.expect(200);
    focal.decide("/api/v1/cities/surabaya/profile/submit", draft.etag(), &Value::Null).await.expect(200);
    let after = anyone.get("/api/v1/cities/surabaya").await.expect(200);
    assert!(!after.text.contains(canary));
    assert_eq!(after.body["practices"], before.body["practices"]);
    for path in ["profile", "profile/revisions", "indicators", "practices", "gaps"] {
        anyone.get(&format!("/api/v1/cities/surabaya/{path}")).await.expect(401);
        service.as_("iloilo-city").await.get(&format!("/api/v1/cities/surabaya/{path}")).await.expect(404);
        service.as_("observer-th").await.get(&format!("/api/v1/cities/surabaya/{path}")).await.expect(404);
        service.as_("admin").await.get(&format!("/api/v1/cities/surabaya/{path}")).await.expect(403);
        service.as_("observer-id").await.get(&format!("/api/v1/cities/surabaya/{path}")).await.expect(200);
    }
}

#[rstest]
#[actix_web::test]
async fn a_city_is_admitted_once_however_often_it_is_asked(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let officer = service.as_("officer").await;
    let (key, city) = (Uuid::new_v4().to_string(), json!({"name": "Singaraja", "country": "ID", "place": {"lat": -8.11, "lon": 115.09}}));
    let made = officer.post_with("/api/v1/cities", &key, None, &city).await.expect(201);
    assert_eq!((made.header("location"), made.etag()), ("/api/v1/cities/singaraja", "\"v1\""));
    let again = officer.post_with("/api/v1/cities", &key, None, &city).await.expect(201);
    assert_eq!(again.body, made.body);
    officer.post_with("/api/v1/cities", &key, None, &json!({"name": "Other", "country": "ID"})).await.expect(422);
    officer.send(officer.request(Method::POST, "/api/v1/cities").json(&city)).await.expect(400);
    let taken = json!({"slug": "surabaya", "name": "Surabaya", "country": "ID"});
    officer.post("/api/v1/cities", &taken).await.expect(409);
    let bad = officer.post("/api/v1/cities", &json!({"name": "", "country": "ZZ", "time_zone": "x", "version": 7})).await.expect(422);
    assert!(pointers(&bad).contains(&"/version"), "{}", bad.text);
    let bad = officer.post("/api/v1/cities", &json!({"name": "", "country": "ZZ", "time_zone": "x"})).await.expect(422);
    assert_eq!(pointers(&bad), ["/country", "/name", "/time_zone"]);
}

#[rstest]
#[actix_web::test]
async fn a_record_is_corrected_by_who_has_seen_it(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let officer = service.as_("officer").await;
    let path = "/api/v1/cities/surabaya";
    let seen = officer.get(path).await.expect(200);
    officer.send(officer.request(Method::PATCH, path).json(&json!({"notes": "x"}))).await.expect(428);
    let patch = json!({"notes": "checked", "level": null, "population": 2_874_314, "population_year": 2020});
    let changed = officer.patch(path, seen.etag(), &patch).await.expect(200);
    assert_eq!(
        (&changed.body["notes"], &changed.body["level"], &changed.body["population"]),
        (&json!("checked"), &Value::Null, &json!(2_874_314))
    );
    assert_eq!(changed.body["networks"], seen.body["networks"], "what is not sent stays");
    officer.patch(path, seen.etag(), &patch).await.expect(412);
    let dissolved = officer.patch(path, changed.etag(), &json!({"status": "dissolved", "successor": "malang"})).await.expect(200);
    assert_eq!(dissolved.body["successor"]["slug"], "malang");
    let shown = service.anonymous().get(path).await.expect(200);
    assert_eq!((&shown.body["status"], &shown.body["successor"]["slug"]), (&json!("dissolved"), &json!("malang")));
    let malang = officer.get("/api/v1/cities/malang").await.expect(200);
    let back = json!({"status": "dissolved", "successor": "surabaya"});
    let circle = officer.patch("/api/v1/cities/malang", malang.etag(), &back).await.expect(422);
    assert_eq!(pointers(&circle), ["/successor"]);
}

#[rstest]
#[actix_web::test]
async fn a_tag_changes_with_what_hangs_on_a_record_and_still_names_its_version(#[values(Sqlite)] on: Backend) {
    let service = Service::start(on).await;
    let officer = service.as_("officer").await;
    let path = "/api/v1/cities/surabaya";
    let before = officer.get(path).await.expect(200);
    let unchanged = officer.send(officer.request(Method::GET, path).header("if-none-match", before.etag())).await;
    assert_eq!(unchanged.status, 304);
    let practice = json!({"themes": ["solid-waste"], "title": "Eco-bricks", "basis": "described"});
    let made = officer.post("/api/v1/cities/surabaya/practices", &practice).await.expect(201);
    let decisions = format!("{}/decisions", made.header("location"));
    let curated = officer.decide(&decisions, made.etag(), &json!({"state": "curated"})).await.expect(200);
    officer.decide(&decisions, curated.etag(), &json!({"state": "published"})).await.expect(200);
    let after = officer.get(path).await.expect(200);
    assert_ne!(after.etag(), before.etag());
    assert!(after.text.contains("Eco-bricks"));
    officer.patch(path, before.etag(), &json!({"notes": "the record itself is as it was"})).await.expect(200);
}

#[rstest]
#[actix_web::test]
async fn a_profile_goes_its_way_over_http(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let (focal, officer) = (service.as_("surabaya").await, service.as_("officer").await);
    let path = "/api/v1/cities/surabaya/profile";
    let start = focal.get(path).await.expect(200);
    assert_eq!((&start.body["newest"]["state"], &start.body["newest"]["origin"]), (&json!("submitted"), &json!("import")));
    let mut mine = start.body["newest"]["profile"].clone();
    mine["quotas"] = json!({"partners": 3});
    let draft = focal.put(path, start.etag(), &mine).await.expect(200);
    assert_eq!((&draft.body["newest"]["number"], &draft.body["newest"]["state"]), (&json!(2), &json!("draft")));
    let refused = officer.decide(&format!("{path}/verify"), draft.etag(), &Value::Null).await.expect(409);
    assert_eq!(refused.body["state"], "draft");
    focal.decide(&format!("{path}/verify"), draft.etag(), &Value::Null).await.expect(403);
    let submitted = focal.decide(&format!("{path}/submit"), draft.etag(), &Value::Null).await.expect(200);
    officer.decide(&format!("{path}/return"), submitted.etag(), &json!({"reason": " "})).await.expect(422);
    let verified = officer.decide(&format!("{path}/verify"), submitted.etag(), &Value::Null).await.expect(200);
    assert_eq!((&verified.body["newest"]["state"], &verified.body["used_by_matching"]), (&json!("verified"), &json!(2)));
    let revisions = focal.get(&format!("{path}/revisions?limit=1")).await.expect(200);
    assert_eq!(revisions.body["items"][0]["number"], 2);
    let cursor = revisions.body["next_cursor"].as_str().unwrap();
    let rest = focal.get(&format!("{path}/revisions?limit=1&cursor={cursor}")).await.expect(200);
    assert_eq!((&rest.body["items"][0]["number"], &rest.body["next_cursor"]), (&json!(1), &Value::Null));
    let bad = json!({"priorities": [{"theme": "nonsense"}], "capacities": [{"theme": "traffic", "level": 9}], "quotas": {"partners": "many"}, "x": 1});
    let bad = focal.put(path, verified.etag(), &bad).await.expect(422);
    assert_eq!(pointers(&bad), ["/quotas/partners", "/x"], "the shape comes first: {}", bad.text);
}

#[rstest]
#[actix_web::test]
async fn an_indicator_says_whose_value_it_is(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let focal = service.as_("surabaya").await;
    let list = focal.get("/api/v1/cities/surabaya/indicators").await.expect(200);
    let items = list.body["items"].as_array().unwrap();
    let scope = |code: &str| items.iter().find(|item| item["code"] == code).map(|item| item["scope"].clone());
    assert_eq!((scope("wdi_urban_slum_pct"), scope("elevation_m")), (Some(json!("country")), Some(json!("city"))));
    let path = "/api/v1/cities/surabaya/indicators/wdi_urban_slum_pct";
    let seen = focal.get(path).await.expect(200);
    let entry = json!({"value": 4.5, "year": 2024, "source": "the city's statistics office", "target": 0, "target_year": 2030});
    let after = focal.put(path, seen.etag(), &entry).await.expect(200);
    assert_eq!((&after.body["history"][0]["value"], &after.body["target"]), (&json!(4.5), &json!(0.0)));
    focal.put(path, seen.etag(), &entry).await.expect(412);
    let bad = focal.put(path, after.etag(), &json!({"value": 400, "year": 2024})).await.expect(422);
    assert_eq!(pointers(&bad), ["/source", "/value"]);
    focal.get("/api/v1/cities/surabaya/indicators/no_such_code").await.expect(404);
    focal.get("/api/v1/cities/surabaya/indicators/NOT A CODE").await.expect(404);
    service.as_("observer").await.put(path, after.etag(), &entry).await.expect(403);
}

#[rstest]
#[actix_web::test]
async fn a_gap_says_how_it_was_computed(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let focal = service.as_("surabaya").await;
    let gaps = focal.get("/api/v1/cities/surabaya/gaps").await.expect(200);
    let pillars = gaps.body["pillars"].as_array().unwrap();
    assert_eq!(pillars.len(), 4);
    let themes: Vec<&Value> = pillars.iter().flat_map(|pillar| pillar["themes"].as_array().unwrap()).collect();
    let slums = themes.iter().find(|theme| theme["theme"] == "housing-slums").unwrap();
    assert_eq!((&slums["basis"], &slums["indicators"][0]["scope"]), (&json!("country_indicators"), &json!("country")));
    assert!(slums["indicators"][0]["year"].is_i64() && slums["indicators"][0]["source"].is_string());
    let path = "/api/v1/cities/surabaya/indicators/wdi_urban_slum_pct";
    let entry = json!({"value": 75.0, "year": 2025, "source": "a survey"});
    focal.put(path, focal.get(path).await.etag(), &entry).await.expect(200);
    let after = focal.get("/api/v1/cities/surabaya/gaps").await.expect(200);
    let themes: Vec<&Value> = after.body["pillars"].as_array().unwrap().iter().flat_map(|p| p["themes"].as_array().unwrap()).collect();
    let slums = themes.iter().find(|theme| theme["theme"] == "housing-slums").unwrap();
    assert_eq!((&slums["basis"], &slums["gap"]), (&json!("city_indicators"), &json!(1.0)), "at once, and by its own value");
}

#[rstest]
#[actix_web::test]
async fn a_practice_is_decided_by_who_has_seen_it(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let (focal, officer) = (service.as_("surabaya").await, service.as_("officer").await);
    let body = json!({"themes": ["solid-waste"], "title": "Takakura", "what_was_done": "Compost at home", "basis": "described"});
    let made = focal.post("/api/v1/cities/surabaya/practices", &body).await.expect(201);
    let (path, decisions) = (made.header("location").to_owned(), format!("{}/decisions", made.header("location")));
    assert_eq!(focal.get(&path).await.expect(200).body, made.body);
    let refused = officer.decide(&decisions, made.etag(), &json!({"state": "published"})).await.expect(409);
    assert_eq!(refused.body["state"], "submitted");
    focal.decide(&decisions, made.etag(), &json!({"state": "curated"})).await.expect(403);
    let curated = officer.decide(&decisions, made.etag(), &json!({"state": "curated"})).await.expect(200);
    officer.decide(&decisions, made.etag(), &json!({"state": "published"})).await.expect(412);
    let edited = focal.put(&path, curated.etag(), &body).await.expect(200);
    assert_eq!(edited.body["state"], "submitted");
    service.as_("iloilo-city").await.get(&path).await.expect(404);
    officer.get(&format!("/api/v1/cities/iloilo-city/practices/{}", made.id())).await.expect(404);
}

#[rstest]
#[actix_web::test]
async fn the_taxonomy_is_for_everybody_and_may_be_kept(#[values(Sqlite)] on: Backend) {
    let service = Service::start(on).await;
    let anyone = service.anonymous();
    let taxonomy = anyone.get("/api/v1/taxonomy").await.expect(200);
    assert_eq!((taxonomy.body["pillars"].as_array().unwrap().len(), taxonomy.body["themes"].as_array().unwrap().len()), (4, 40));
    assert!(taxonomy.header("cache-control").starts_with("public"));
    let theme = &taxonomy.body["themes"][0];
    assert!(theme["label"]["en"].is_string() && theme["label"]["id"].is_string() && theme["sdg"].is_array());
    let indicators = anyone.get("/api/v1/indicators").await.expect(200);
    assert!(indicators.body["items"].as_array().unwrap().len() >= 40);
    let again = anyone.send(anyone.request(Method::GET, "/api/v1/taxonomy").header("if-none-match", taxonomy.etag())).await;
    assert_eq!((again.status.as_u16(), again.text.as_str()), (304, ""));
}
