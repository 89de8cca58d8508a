//! The six formats: each read by another parser, all with the same pairings.

use atom_syndication::Feed;
use rstest::rstest;
use serde_json::{Value, json};

use super::{ids, publish, publish_saying, read_xml, text};
use crate::contract::shapes::assert_is_problem;
use crate::support::client::Answer;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

/// Name, the media type to ask with, and what the answer says of itself.
pub const FORMATS: [(&str, &str, &str); 6] = [
    ("json", "application/json", "application/json"),
    ("csv", "text/csv", "text/csv; header=present; charset=utf-8"),
    ("geojson", "application/geo+json", "application/geo+json"),
    ("jsonld", "application/ld+json", "application/ld+json"),
    ("atom", "application/atom+xml", "application/atom+xml; charset=utf-8"),
    ("jsonfeed", "application/feed+json", "application/feed+json; charset=utf-8"),
];

/// A text that does harm wherever it is not escaped.
const HOSTILE: &str = "=HYPERLINK(\"https://evil.example\") </script></title><img src=x onerror=alert(1)> ]]> & \"quoted\", 'so'";

fn rows(answer: &Answer) -> Vec<csv::StringRecord> {
    csv::Reader::from_reader(answer.text.as_bytes()).records().map(Result::unwrap).collect()
}

/// The ids in an answer of a format, and the address of its next page.
pub fn read(format: &str, answer: &Answer) -> (Vec<String>, Option<String>) {
    let by_link = answer.header("link").split(", ").find(|link| link.ends_with("rel=\"next\""));
    let by_link = by_link.map(|link| link[1..link.find('>').unwrap()].to_owned());
    let body = &answer.body;
    let all = |list: &Value, id: &dyn Fn(&Value) -> String| list.as_array().unwrap().iter().map(id).collect::<Vec<_>>();
    let (found, next) = match format {
        "json" => (all(&body["items"], &|item| text(&item["id"])), by_link.clone()),
        "csv" => (rows(answer).iter().map(|row| row[0].to_owned()).collect(), by_link.clone()),
        "geojson" => {
            let links = body["links"].as_array().unwrap();
            let next = links.iter().find(|link| link["rel"] == "next").map(|link| text(&link["href"]));
            (all(&body["features"], &|item| text(&item["id"])), next)
        }
        "jsonld" => {
            let items = all(&body["itemListElement"], &|item| text(&item["item"]["identifier"]));
            (items, body["next"].as_str().map(str::to_owned))
        }
        "atom" => {
            let feed: Feed = answer.text.parse().unwrap();
            let next = feed.links.iter().find(|link| link.rel == "next").map(|link| link.href.clone());
            (feed.entries.iter().map(|entry| entry.id.strip_prefix("urn:uuid:").unwrap().to_owned()).collect(), next)
        }
        _ => (all(&body["items"], &|item| text(&item["id"])), body["next_url"].as_str().map(str::to_owned)),
    };
    assert_eq!(next.is_some(), by_link.is_some(), "{format}: its own next page and that of the Link field");
    (found, next)
}

#[rstest]
#[actix_web::test]
async fn every_format_has_the_same_pairings_and_says_how_it_may_be_kept(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let expected = publish(&service, 3).await;
    assert_eq!(expected.len(), 3);
    let anyone = service.anonymous();
    for (format, accepted, content_type) in FORMATS {
        let by_name = anyone.get(&format!("/api/v1/recommendations?format={format}&lang=id")).await.expect(200);
        let request = anyone.request(reqwest::Method::GET, "/api/v1/recommendations");
        let by_type = anyone.send(request.header("accept", format!("text/html, {accepted};q=0.8")).header("accept-language", "id")).await;
        for answer in [&by_name, &by_type.clone().expect(200)] {
            assert_eq!(answer.header("content-type"), content_type);
            assert_eq!(read(format, answer).0, expected, "{format}");
            assert_eq!(answer.header("cache-control"), "public, max-age=60, s-maxage=240, must-revalidate");
            assert_eq!(answer.header("vary"), "accept, accept-language");
            assert_eq!(answer.header("access-control-allow-origin"), "*");
            assert_eq!(answer.header("content-language"), if format == "json" { "" } else { "id" }, "{format}");
            assert!(answer.headers.get("set-cookie").is_none());
        }
        let again =
            anyone.request(reqwest::Method::GET, "/api/v1/recommendations").header("accept", accepted).header("accept-language", "id");
        anyone.send(again.header("if-none-match", by_type.etag())).await.expect(304);
    }
}

#[actix_web::test]
async fn the_callers_weights_decide_and_what_nobody_offers_is_refused() {
    let service = Service::start(Sqlite).await;
    let anyone = service.anonymous();
    let asked = async |accept: &str| {
        let request = anyone.request(reqwest::Method::GET, "/api/v1/recommendations").header("accept", accept);
        anyone.send(request).await
    };
    for (accept, expected) in [
        ("application/atom+xml;q=0.3, application/geo+json;q=0.4", "application/geo+json"),
        ("application/json;q=0, */*;q=0.1", "text/csv"),
        ("text/*", "text/csv"),
        ("*/*", "application/json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json"),
    ] {
        let answer = asked(accept).await.expect(200);
        assert!(answer.header("content-type").starts_with(expected), "{accept}: {}", answer.header("content-type"));
    }
    let refused = asked("text/html, application/json;q=0").await.expect(406);
    assert_is_problem(&refused, "a format that nobody offers");
    assert!(refused.text.contains("application/atom+xml"), "it says what is offered: {}", refused.text);
    anyone.get("/api/v1/recommendations?format=xlsx").await.expect(422);
}

#[rstest]
#[actix_web::test]
async fn a_hostile_text_stays_a_text_in_every_format(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    publish_saying(&service, 0, HOSTILE).await;
    let get = async |format: &str| service.anonymous().get(&format!("/api/v1/recommendations?format={format}")).await.expect(200);
    let row = &rows(&get("csv").await)[0];
    assert_eq!(&row[13], format!("'{HOSTILE}"), "no spreadsheet runs it");
    assert_eq!(get("geojson").await.body["features"][0]["properties"]["summary"], HOSTILE);
    assert_eq!(get("jsonld").await.body["itemListElement"][0]["item"]["text"], HOSTILE);
    assert_eq!(get("jsonfeed").await.body["items"][0]["content_text"], HOSTILE);
    // With another reader than the one that belongs to the writer.
    let (said, elements) = read_xml(&get("atom").await.text, "summary");
    assert_eq!(said, HOSTILE);
    assert!(!elements.iter().any(|name| ["img", "script"].contains(&name.as_str())), "{elements:?}");
    let name = json!({"name": "=Sura\"baya</script>"});
    let officer = service.as_("officer").await;
    let city = officer.get("/api/v1/cities/surabaya").await.expect(200);
    officer.patch("/api/v1/cities/surabaya", city.etag(), &name).await.expect(200);
    assert_eq!(&rows(&get("csv").await)[0][7], "'=Sura\"baya</script>");
}

#[actix_web::test]
async fn schema_org_is_told_of_two_cities_and_a_map_of_the_line_between_them() {
    let service = Service::start(Sqlite).await;
    let id = publish(&service, 1).await.remove(0);
    let anyone = service.anonymous();
    let list = anyone.get("/api/v1/recommendations?format=jsonld&lang=en").await.expect(200).body;
    assert_eq!((&list["@context"][0], &list["@type"]), (&json!("https://schema.org"), &json!("ItemList")));
    let item = &list["itemListElement"][0]["item"];
    assert_eq!((&item["@type"], &item["inLanguage"]), (&json!("Recommendation"), &json!("en")));
    assert_eq!(item["@id"], format!("{}/api/v1/recommendations/{id}", service.url));
    let cities = item["about"].as_array().unwrap();
    assert_eq!(cities.iter().map(|city| text(&city["name"])).collect::<Vec<_>>(), ["Surabaya", "Iloilo City"]);
    for city in cities {
        assert!(city["@type"] == "City" && city["geo"]["latitude"].is_number(), "{city}");
        assert!(text(&city["sameAs"][0]).starts_with("http"), "{city}");
    }
    for key in ["datePublished", "license", "author", "name", "url"] {
        assert!(!item[key].is_null(), "{key}");
    }
    let map = anyone.get("/api/v1/recommendations?format=geojson").await.expect(200).body;
    let line = &map["features"][0]["geometry"];
    assert_eq!(line["type"], "LineString");
    // Longitude first: Surabaya lies at 112.7 east, 7.2 south.
    let (lon, lat) = (line["coordinates"][0][0].as_f64().unwrap(), line["coordinates"][0][1].as_f64().unwrap());
    assert!((lon - 112.75).abs() < 0.2 && (lat + 7.25).abs() < 0.2, "{line}");
}

#[rstest]
#[actix_web::test]
async fn a_list_is_narrowed_by_city_country_theme_kind_pillar_time_and_portal(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let all = publish(&service, 3).await;
    let anyone = service.anonymous();
    let one = anyone.get(&format!("/api/v1/recommendations/{}", all[0])).await.expect(200).body;
    let theme = text(&one["themes"][0]);
    let pillars = anyone.get("/api/v1/taxonomy").await.expect(200).body;
    let known = pillars["themes"].as_array().unwrap().iter().find(|known| known["code"] == theme.as_str()).unwrap().clone();
    let pillar = text(&known["pillar"]);
    super::portal(&service, "thai", json!({"countries": ["TH"]})).await;
    super::portal(&service, "one-theme", json!({"themes": [theme], "countries": ["PH"]})).await;
    let at = text(&one["published_at"]);
    for (query, expected) in [
        ("city=iloilo-city".to_owned(), all.len()),
        ("city=bangkok".to_owned(), 0),
        ("country=PH".to_owned(), all.len()),
        ("country=TH".to_owned(), 0),
        (format!("theme={theme}"), 1),
        ("kind=sister_city".to_owned(), 0),
        ("kind=peer_learning".to_owned(), all.len()),
        (format!("pillar={pillar}&theme={theme}"), 1),
        (format!("updated_since={at}"), 1),
        ("updated_since=2020-01-01T00:00:00Z".to_owned(), all.len()),
        ("portal=public".to_owned(), all.len()),
        ("portal=thai".to_owned(), 0),
        ("portal=one-theme".to_owned(), 1),
        ("portal=one-theme&country=ID".to_owned(), 1),
        ("portal=one-theme&country=TH".to_owned(), 0),
    ] {
        let found = anyone.get(&format!("/api/v1/recommendations?{query}")).await.expect(200);
        assert_eq!(found.body["items"].as_array().unwrap().len(), expected, "{query}");
    }
    let themes = |pillar: &str| pillars["themes"].as_array().unwrap().iter().filter(|known| known["pillar"] == pillar).count();
    let by_pillar = async |pillar: String| {
        let found = anyone.get(&format!("/api/v1/recommendations?pillar={pillar}")).await.expect(200);
        (found.body["items"].as_array().unwrap().len(), themes(&pillar))
    };
    let mut counted = 0;
    for known in pillars["pillars"].as_array().unwrap() {
        let (found, themes) = by_pillar(text(&known["code"])).await;
        assert!(found <= themes);
        counted += found;
    }
    assert_eq!(counted, all.len(), "each pairing is under one pillar");
    for bad in ["pillar=XX", "portal=nobody", "updated_since=yesterday", "country=Atlantis"] {
        anyone.get(&format!("/api/v1/recommendations?{bad}")).await.expect(422);
    }
    assert_eq!(ids(&service).await, all);
}
