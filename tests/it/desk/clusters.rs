//! The page of alike cities: the groups that hold, what is none, and the map, for those who pair cities.

use std::time::{Duration, Instant};

use rstest::rstest;
use serde_json::{Value, json};

use crate::browser::chromium::Browser;
use crate::browser::looks::look_at;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::pages::Visitor;
use crate::support::service::Service;

const PAGE: &str = "/desk/clusters";

fn groups(found: &Value, dissolved: bool) -> Vec<&Value> {
    found["groups"].as_array().unwrap().iter().filter(|group| group["dissolved"] == dissolved).collect()
}

/// The page from one heading to the end of its part.
fn part<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let rest = html.split_once(from).unwrap_or_else(|| panic!("no {from} in {html}")).1;
    rest.split(to).next().unwrap()
}

#[rstest]
#[actix_web::test]
async fn the_page_tells_every_group_that_holds_and_calls_what_does_not_by_its_name(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let found = service.as_("officer").await.get("/api/v1/clusters").await.expect(200).body;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let page = officer.get(PAGE).await.expect(200).text;
    assert!(page.contains("<a href=\"/desk/clusters\" aria-current=\"page\">Alike cities</a>"), "{page}");
    let holding = groups(&found, false);
    assert!(!holding.is_empty());
    assert!(page.contains(&format!("The 147 active cities hold {} groups", holding.len())), "{page}");
    for group in holding {
        let number = &group["number"];
        let told = part(&page, &format!("<article class=\"kind\" id=\"group-{number}\""), "</article>");
        assert!(told.contains(&format!("{number} · {}", group["name"].as_str().unwrap())), "{told}");
        assert!(told.contains(&format!("/cities/{}\"", group["medoid"]["slug"].as_str().unwrap())), "{told}");
        assert!(told.contains("stays together"), "{told}");
        let members = group["members"].as_array().unwrap();
        let listed = part(told, "<ul class=\"names\">", "</ul>");
        assert_eq!(listed.matches("<li><a").count(), members.len().min(60));
        for difference in group["sets_apart"].as_array().unwrap() {
            assert!(told.contains(difference["text"].as_str().unwrap()), "{told}");
        }
    }
    for group in groups(&found, true) {
        let told = part(&page, "id=\"dissolved\"", "</section>");
        assert!(told.contains(group["name"].as_str().unwrap()) && told.contains("does not hold"), "{told}");
        assert!(!page.contains(&format!("id=\"group-{}\"", group["number"])), "what does not hold is no group");
    }
    let loose = found["ungrouped"].as_array().unwrap();
    if !loose.is_empty() {
        assert_eq!(part(&page, "id=\"ungrouped\"", "</section>").matches("<li><a").count(), loose.len());
    }
    assert_eq!(part(&page, "class=\"chart scatter\"", "</svg>").matches("<path").count(), 147, "every city is on the map");
    for said in ["they are no measurements", "is not on it", "Two cities side by side can still differ"] {
        assert!(page.contains(said), "{said}");
    }
}

#[rstest]
#[actix_web::test]
async fn a_city_that_is_looked_for_is_found_on_the_map_and_in_words(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let staff = service.as_("officer").await;
    let city = staff.get("/api/v1/cities/cebu-city").await.expect(200);
    let hostile = json!({"name": "<script>\"Cebu"});
    staff.patch("/api/v1/cities/cebu-city", city.etag(), &hostile).await.expect(200);
    let found = staff.get("/api/v1/map").await.expect(200).body;
    let point = found["points"].as_array().unwrap().iter().find(|point| point["city"]["slug"] == "cebu-city").unwrap().clone();
    // Both are of the data as it is now, which the first of the two has made groups of.
    let mut approver = Visitor::signed_in(&service, "approver").await;
    let page = approver.get("/desk/clusters?city=cebu-city").await.expect(200).text;
    assert!(!page.contains("<script>\"Cebu"), "what was typed is text");
    let said = part(&page, "class=\"done-here\"", "</div>");
    match point["group"].as_u64() {
        Some(group) => assert!(said.contains(&format!("is in group {group} · ")) && said.contains(&format!("#group-{group}")), "{said}"),
        None => assert!(said.contains("is in no group"), "{said}"),
    }
    let known = (point["known"].as_f64().unwrap() * 100.0).round();
    assert!(said.contains(&format!("{known} % is known")), "{said}");
    let map = part(&page, "class=\"chart scatter\"", "</svg>");
    assert_eq!(map.matches("class=\"sought\"").count(), 1);
    assert!(part(map, "class=\"sought\"", "</svg>").contains("&#60;script&#62;&#34;Cebu</text>"), "its name is beside it");
    assert!(page.contains("<option value=\"cebu-city\" selected>"));
    let unknown = approver.get("/desk/clusters?city=atlantis").await.expect(404).text;
    assert!(unknown.contains("No active city is called that") && !unknown.contains("class=\"sought\""), "{unknown}");
    let indonesian = approver.get("/desk/clusters?city=cebu-city&lang=id").await.expect(200).text;
    assert!(indonesian.contains("Kota mana yang serupa?") && indonesian.contains("tidak ada padanya"), "{indonesian}");
}

#[actix_web::test]
async fn nobody_waits_long_for_groups_that_are_still_being_found() {
    let service = Service::start(Sqlite).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    for _ in 0..20 {
        let began = Instant::now();
        let answer = officer.get("/desk/clusters?city=surabaya").await;
        assert!(began.elapsed() < Duration::from_secs(9), "{:?}", began.elapsed());
        if answer.status == 200 {
            assert!(answer.text.contains("class=\"sought\""));
            return;
        }
        let waiting = answer.expect(202).text;
        assert!(waiting.contains("the groups are being found anew"), "{waiting}");
        assert!(waiting.contains("href=\"/desk/clusters?city=surabaya\">Look again"), "{waiting}");
    }
    panic!("the groups never came");
}

#[actix_web::test]
async fn only_those_who_pair_cities_see_which_are_alike() {
    let service = Service::start(Sqlite).await;
    for outsider in ["observer-id", "surabaya", "admin"] {
        let mut visitor = Visitor::signed_in(&service, outsider).await;
        let refused = visitor.get(PAGE).await.expect(403).text;
        assert!(!refused.contains("scatter") && !refused.contains("href=\"/desk/clusters\""), "{outsider} sees no way there");
    }
    Visitor::new(&service).get(PAGE).await.expect(303);
}

#[actix_web::test]
async fn which_cities_are_alike_can_be_read_by_everybody_at_every_size() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    service.as_("officer").await.get("/api/v1/clusters").await.expect(200);
    super::browser::sign_in(&browser.client, &service, "officer").await;
    let pages = [
        ("clusters", "/desk/clusters"),
        ("clusters-sought", "/desk/clusters?city=surabaya"),
        ("clusters-id", "/desk/clusters?city=da-nang&lang=id"),
    ];
    look_at(browser, &service.url, "kembar-clusters", &pages).await;
}
