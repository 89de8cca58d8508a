//! The main job from end to end, over real HTTP, on both databases: a city is profiled, asks, is answered with four eyes, both cities
//! consent, and a portal reads what is public.

use rstest::rstest;
use serde_json::{Value, json};

use crate::support::client::{Answer, Person};
use crate::support::databases::Backend;
use crate::support::service::Service;

/// The focal point reads and corrects the profile, hands it in, and the secretariat verifies it.
async fn profile(service: &Service) {
    let (surabaya, officer) = (service.as_("surabaya").await, service.as_("officer").await);
    let path = "/api/v1/cities/surabaya/profile";
    let imported = surabaya.get(path).await.expect(200);
    assert_eq!(imported.body["newest"]["origin"], "import");
    let mut body = imported.body["newest"]["profile"].clone();
    assert!(!body["priorities"].as_array().unwrap().is_empty(), "the bundle knows what Surabaya wants");
    body["priorities"] =
        json!([{"theme": "traffic", "rank": 1}, {"theme": "urban-infrastructure", "rank": 2}, {"theme": "solid-waste", "rank": 3}]);
    body["capacities"] = json!([{"theme": "energy", "level": 4, "evidence": "Benowo turns landfill gas into electricity"}]);
    body["self_assessment"] = json!([{"theme": "traffic", "level": 2, "year": 2026}]);
    body["offers"] = json!([{"theme": "solid-waste", "modes": ["study_visit"], "slots": 2, "languages": ["en"]}]);
    body["quotas"] = json!({"partners": 3, "mentors": 2, "learners": 4});
    let draft = surabaya.put(path, imported.etag(), &body).await.expect(200);
    assert_eq!(draft.body["newest"]["state"], "draft");
    surabaya.put(path, imported.etag(), &body).await.expect(412);
    let submitted = surabaya.decide(&format!("{path}/submit"), draft.etag(), &Value::Null).await.expect(200);
    let verified = officer.decide(&format!("{path}/verify"), submitted.etag(), &Value::Null).await.expect(200);
    assert_eq!(verified.body["newest"]["state"], "verified");
    assert_eq!(verified.body["used_by_matching"], verified.body["newest"]["number"]);
    let again = officer.decide(&format!("{path}/return"), verified.etag(), &json!({"reason": "too late"})).await.expect(409);
    assert_eq!(again.body["state"], "verified");
}

/// Four pillar gaps, each with how it was computed.
async fn gaps(service: &Service) {
    let gaps = service.as_("surabaya").await.get("/api/v1/cities/surabaya/gaps").await.expect(200);
    let pillars = gaps.body["pillars"].as_array().unwrap();
    assert_eq!(pillars.len(), 4);
    let themes: Vec<&Value> = pillars.iter().flat_map(|pillar| pillar["themes"].as_array().unwrap()).collect();
    let by_country = themes.iter().find(|theme| theme["basis"] == "country_indicators").expect("a country's value stands in somewhere");
    assert!(by_country["indicators"][0]["year"].is_number() && by_country["indicators"][0]["source"].is_string());
    let assessed = themes.iter().find(|theme| theme["theme"] == "traffic").unwrap();
    assert_eq!(assessed["assessment"]["level"], 2.0, "{assessed}");
}

/// Asks for both kinds, for one theme and for all, and checks every answer.
async fn suggestions(service: &Service, kind: &str, theme: Option<&str>) -> Value {
    let surabaya = service.as_("surabaya").await;
    let about = theme.map(|theme| format!("&theme={theme}")).unwrap_or_default();
    let found = surabaya.get(&format!("/api/v1/cities/surabaya/suggestions?kind={kind}{about}&limit=5")).await.expect(200).body;
    let items = found["items"].as_array().unwrap();
    assert!(!items.is_empty(), "{kind} {theme:?}");
    for item in items {
        let score = item["score"].as_f64().unwrap();
        let sum: f64 = item["factors"].as_array().unwrap().iter().map(|factor| factor["contribution"].as_f64().unwrap()).sum();
        assert!((score - sum).abs() < 1e-9, "{score} is not {sum}");
        assert!(item["bounds"][0].as_f64().unwrap() <= score && score <= item["bounds"][1].as_f64().unwrap());
        assert!(!item["text"].as_str().unwrap().is_empty() && item["reverse_rank"].as_u64().unwrap() >= 1);
    }
    let names: Vec<&str> = items.iter().map(|item| item["city"]["slug"].as_str().unwrap()).collect();
    assert!(!names.contains(&"hoi-an"), "a dissolved city is not suggested");
    found
}

/// The city asks; the officer sees it and the suggestions, and proposes the best partner who has a focal point in these tests.
async fn ask_and_propose(service: &Service) -> Answer {
    let (surabaya, officer) = (service.as_("surabaya").await, service.as_("officer").await);
    let wish = json!({"wants": "Fewer floods in the low kampungs", "gives": "Our waste banks"});
    let request = surabaya.post("/api/v1/requests", &wish).await.expect(201);
    assert_eq!(request.body["state"], "open");
    service.as_("iloilo-city").await.get(request.header("location")).await.expect(404);
    let queue = officer.get("/api/v1/requests?state=open").await.expect(200);
    assert_eq!(queue.body["items"][0]["wants"], wish["wants"]);
    officer.get("/api/v1/cities/surabaya/suggestions?kind=peer_learning&theme=urban-infrastructure").await.expect(200);
    let why =
        officer.get("/api/v1/cities/surabaya/suggestions/iloilo-city?kind=peer_learning&theme=urban-infrastructure").await.expect(200);
    assert!(why.body["suggestion"]["score"].is_number(), "{}", why.text);
    let pairing = json!({"kind": "peer_learning", "theme": "urban-infrastructure", "city": "surabaya", "partner": "iloilo-city",
        "request_id": request.id(), "override_reason": "the two mayors have met"});
    let proposal = officer.post("/api/v1/proposals", &pairing).await.expect(201);
    assert_eq!(proposal.body["state"], "proposed");
    assert!(proposal.body["review"]["content_hash"].as_str().unwrap().starts_with("sha256:"));
    officer.post("/api/v1/proposals", &pairing).await.expect(409);
    let taken_up = surabaya.get(request.header("location")).await.expect(200);
    assert_eq!(taken_up.body["state"], "in_review");
    proposal
}

/// Recommended by one, approved by another, and by nobody who has not seen it.
async fn review(service: &Service, proposal: &Answer) -> Answer {
    let (officer, approver) = (service.as_("officer").await, service.as_("approver").await);
    let (path, reviews) = (format!("/api/v1/proposals/{}", proposal.id()), format!("/api/v1/proposals/{}/reviews", proposal.id()));
    service.as_("surabaya").await.get(&path).await.expect(404);
    approver.decide(&reviews, proposal.etag(), &json!({"decision": "approve"})).await.expect(409);
    let recommended = officer.decide(&reviews, proposal.etag(), &json!({"decision": "recommend"})).await.expect(200);
    officer.decide(&reviews, recommended.etag(), &json!({"decision": "approve"})).await.expect(403);
    approver.decide(&reviews, proposal.etag(), &json!({"decision": "approve"})).await.expect(412);
    approver.post(&reviews, &json!({"decision": "approve"})).await.expect(428);
    approver.decide(&reviews, recommended.etag(), &json!({"decision": "reject"})).await.expect(422);
    let invited = approver.decide(&reviews, recommended.etag(), &json!({"decision": "approve"})).await.expect(200);
    assert_eq!(invited.body["state"], "invited");
    invited
}

/// Both focal points accept what they can now see.
async fn accept(service: &Service, proposal: &Answer) {
    let (surabaya, iloilo) = (service.as_("surabaya").await, service.as_("iloilo-city").await);
    let (path, answers) = (format!("/api/v1/proposals/{}", proposal.id()), format!("/api/v1/proposals/{}/answers", proposal.id()));
    service.as_("da-nang").await.get(&path).await.expect(404);
    let seen = surabaya.get(&path).await.expect(200);
    assert!(seen.body.get("review").is_none(), "a city does not read the reviewers");
    surabaya.get(&format!("{path}/history")).await.expect(403);
    let first = surabaya.decide(&answers, seen.etag(), &json!({"answer": "accept"})).await.expect(200);
    assert_eq!(first.body["state"], "invited");
    surabaya.decide(&answers, first.etag(), &json!({"answer": "accept"})).await.expect(409);
    nothing_is_public(&service.anonymous()).await;
    let seen = iloilo.get(&path).await.expect(200);
    let second = iloilo.decide(&answers, seen.etag(), &json!({"answer": "accept"})).await.expect(200);
    assert_eq!(second.body["state"], "published");
}

async fn nothing_is_public(anyone: &Person) {
    let public = anyone.get("/api/v1/recommendations").await.expect(200);
    assert_eq!(public.body["items"], json!([]));
}

#[rstest]
#[actix_web::test]
async fn a_city_asks_and_a_portal_reads_what_both_cities_agreed_to(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let service = Service::start(on).await;
    profile(&service).await;
    gaps(&service).await;
    for kind in ["peer_learning", "sister_city"] {
        suggestions(&service, kind, None).await;
    }
    suggestions(&service, "peer_learning", Some("solid-waste")).await;
    let proposal = ask_and_propose(&service).await;
    nothing_is_public(&service.anonymous()).await;
    let invited = review(&service, &proposal).await;
    accept(&service, &invited).await;

    let public = service.anonymous().get("/api/v1/recommendations").await.expect(200);
    let item = &public.body["items"][0];
    assert_eq!(item["cities"][0]["slug"], "surabaya");
    assert_eq!(item["cities"][1]["slug"], "iloilo-city");
    let fields: Vec<&String> = item.as_object().unwrap().keys().collect();
    assert_eq!(
        fields,
        ["cities", "id", "kind", "published_at", "summary", "themes", "url"],
        "never a score, a reviewer's word or a person"
    );
    assert!(public.header("cache-control").starts_with("public"));

    let officer = service.as_("officer").await;
    let history = officer.get(&format!("/api/v1/proposals/{}/history", proposal.id())).await.expect(200);
    let deeds: Vec<&str> = history.body["steps"].as_array().unwrap().iter().map(|step| step["deed"].as_str().unwrap()).collect();
    assert_eq!(deeds, ["create", "recommend", "approve", "approve", "accept", "accept", "accept"]);
    let standing =
        service.as_("surabaya").await.get("/api/v1/cities/surabaya/suggestions/iloilo-city?kind=peer_learning").await.expect(200);
    assert_eq!(standing.body["why_not"][0]["rule"], "existing_tie", "what stands is not suggested again");
    let verdict = service.as_("admin").await.get("/api/v1/audit/verification").await;
    assert!(verdict.status != 200 || verdict.body["broken_at"].is_null(), "{}", verdict.text);
}

#[rstest]
#[actix_web::test]
async fn a_decline_brings_up_the_next_alternate(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let (officer, approver, da_nang) = (service.as_("officer").await, service.as_("approver").await, service.as_("da-nang").await);
    let pairing = json!({"kind": "sister_city", "city": "surabaya", "partner": "da-nang", "override_reason": "asked for by both"});
    let proposal = officer.post("/api/v1/proposals", &pairing).await.expect(201);
    let first_alternate = proposal.body["review"]["alternates"][0]["city"]["slug"].clone();
    let reviews = format!("/api/v1/proposals/{}/reviews", proposal.id());
    let recommended = officer.decide(&reviews, proposal.etag(), &json!({"decision": "recommend"})).await.expect(200);
    let invited = approver.decide(&reviews, recommended.etag(), &json!({"decision": "approve"})).await.expect(200);
    let answers = format!("/api/v1/proposals/{}/answers", proposal.id());
    da_nang.decide(&answers, invited.etag(), &json!({"answer": "decline"})).await.expect(422);
    let no = json!({"answer": "decline", "reason_code": "no_capacity", "reason": "Two twinnings began this year."});
    let declined = da_nang.decide(&answers, invited.etag(), &no).await.expect(200);
    assert_eq!(declined.body["state"], "declined");
    let next = officer.get("/api/v1/proposals?state=proposed").await.expect(200);
    let cities = next.body["items"][0]["cities"].as_array().unwrap().clone();
    assert!(cities.iter().any(|city| city["slug"] == first_alternate), "{}", next.text);
    let after = officer.get("/api/v1/cities/surabaya/suggestions/da-nang?kind=sister_city").await.expect(200);
    let rules: Vec<&str> = after.body["why_not"].as_array().unwrap().iter().map(|hit| hit["rule"].as_str().unwrap()).collect();
    assert!(rules.contains(&"cooling_period"), "{rules:?}");
}
