//! The front and the list, narrowed and page by page.

use rstest::rstest;

use super::{between, names, section, visit};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

#[rstest]
#[actix_web::test]
async fn the_front_counts_what_its_links_lead_to(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let home = visit(&service, "/", &[]).await.expect(200).text;
    assert!(home.contains("or see all 154 cities") && home.contains("<strong>None yet.</strong>"));
    let countries = section(&home, "countries");
    assert_eq!(countries.matches("<li>").count(), 11);
    assert!(countries.find("Cambodia").unwrap() < countries.find("Indonesia").unwrap(), "by the name that is shown");
    for (part, link) in [(countries, "/cities?country=VN"), (section(&home, "themes"), "/cities?theme=solid-waste")] {
        let counted: usize =
            between(between(part, &format!("href=\"{link}\""), "</a>"), "<span class=\"number\">", "</span>").parse().unwrap();
        let list = visit(&service, link, &[]).await.expect(200).text;
        assert!(counted > 0 && list.contains(&format!("<strong>{counted} cities</strong>")), "{link}: {counted}");
    }
}

#[rstest]
#[actix_web::test]
async fn the_pages_of_the_list_hold_every_city_once_in_order(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let (mut path, mut found, mut pages) = ("/cities".to_owned(), Vec::new(), 0);
    loop {
        let html = visit(&service, &path, &[]).await.expect(200).text;
        assert!(html.contains("<strong>154 cities</strong>"), "{path}");
        assert_eq!(html.contains("Back to the first page"), pages > 0);
        found.extend(names(&html).into_iter().map(str::to_owned));
        pages += 1;
        let Some(next) = html.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next()) else { break };
        path = next.replace("&#38;", "&");
    }
    assert_eq!((found.len(), pages), (154, 6));
    let mut once = found.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), 154);
}

#[rstest]
#[actix_web::test]
async fn a_list_is_narrowed_by_each_field_and_an_empty_field_is_none(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let surabaya = "/cities?q=kota+SURA&country=ID&network=CityNet&theme=solid-waste&cursor=";
    let html = visit(&service, surabaya, &[]).await.expect(200).text;
    assert_eq!(names(&html), ["Surabaya"]);
    assert_eq!(html.matches("<ul class=\"chips\">").count(), 1);
    assert!(html.contains("<option value=\"ID\" selected>Indonesia</option>") && html.contains("<option value=\"CityNet\" selected>"));
    let marks = visit(&service, "/cities?q=h%E1%BB%99i+an", &[]).await.expect(200).text;
    assert_eq!(names(&marks), ["Hoi An"], "with its marks");
    assert!(marks.contains("This local government has ended"));
    let all = visit(&service, "/cities?q=+&country=&network=&theme=&cursor=", &[]).await.expect(200).text;
    assert!(all.contains("<strong>154 cities</strong>") && !all.contains("class=\"chips\""));
}

#[rstest]
#[actix_web::test]
async fn the_map_shows_the_cities_of_all_pages_of_the_list_and_the_page_stays_light(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let dots = |html: &str| -> Vec<String> {
        let map = between(html, "<svg class=\"map\"", "</figure>");
        map.split("<a href=\"/cities/").skip(1).map(|rest| rest.split_once('"').unwrap().0.to_owned()).collect()
    };
    let all = visit(&service, "/cities", &[]).await.expect(200).text;
    let shown = dots(&all);
    assert_eq!(shown.len(), 154, "every bundled city has a place: {}", shown.len());
    assert!(shown.iter().position(|slug| slug == "jakarta") < shown.iter().position(|slug| slug == "kep"), "the largest under the others");
    assert!(all.len() < 150 * 1024, "{} bytes", all.len());
    let narrowed = visit(&service, "/cities?q=surabaya", &[]).await.expect(200).text;
    assert_eq!(dots(&narrowed), ["surabaya"]);
    let none = visit(&service, "/cities?q=zzz", &[]).await.expect(200).text;
    assert!(!none.contains("<svg class=\"map\""));
}

#[rstest]
#[actix_web::test]
async fn what_no_city_can_be_is_an_empty_list_and_no_fault(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    for path in [
        "/cities?country=XX",
        "/cities?country=Indonesia",
        "/cities?theme=waste",
        "/cities?theme=Solid%20waste",
        "/cities?network=NATO",
        "/cities?network=%00",
        "/cities?q=%00",
        "/cities?q=%F0%9F%8C%8A",
        "/cities?q=%25_%5C",
        "/cities?q=%FF%FE",
    ] {
        let html = visit(&service, path, &[]).await.expect(200).text;
        assert!(html.contains("No city matches.") && html.contains("Show all cities") && names(&html).is_empty(), "{path}");
        assert!(html.contains("<option value=\"solid-waste\""), "what can be chosen stays: {path}");
    }
}

#[rstest]
#[actix_web::test]
async fn whatever_a_reader_types_comes_back_as_text(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    for field in ["q", "country", "network", "theme", "lang", "cursor", "x"] {
        let html = visit(&service, &format!("/cities?{field}=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"), &[]).await.text;
        assert!(!html.contains("<script") && !html.contains("\">alert"), "{field}");
    }
    let html = visit(&service, "/cities?q=%22%3E%3Cscript%3E", &[]).await.expect(200).text;
    assert!(html.contains("value=\"&#34;&#62;&#60;script&#62;\""), "the field keeps what was typed");
}

#[rstest]
#[actix_web::test]
async fn a_cursor_of_another_list_is_refused_with_the_way_back_to_the_first_page(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let all = visit(&service, "/cities", &[]).await.expect(200).text;
    let cursor = between(&all, "rel=\"next\" href=\"/cities?cursor=", "\"");
    visit(&service, &format!("/cities?cursor={cursor}"), &[]).await.expect(200);
    for path in [
        format!("/cities?country=ID&cursor={cursor}"),
        format!("/cities?country=ID&cursor={cursor}A"),
        "/cities?country=ID&cursor=%00".to_owned(),
    ] {
        let refused = visit(&service, &path, &[]).await.expect(400);
        assert_eq!((refused.header("content-type"), refused.header("cache-control")), ("text/html; charset=utf-8", "no-store"), "{path}");
        assert!(refused.text.contains("does not belong to this list"), "{path}");
        assert!(refused.text.contains("<a href=\"/cities?country=ID\">Back to the first page</a>"), "{path}");
    }
}

#[rstest]
#[actix_web::test]
async fn the_page_about_the_data_says_how_much_there_is_and_how_much_is_unverified(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let html = visit(&service, "/about-data", &[]).await.expect(200).text;
    assert!(html.contains("The directory holds 154 local governments of 11 countries."), "{html}");
    let said = between(&html, "11 countries. ", " were written from memory");
    let (unverified, all) = said.trim_end_matches(" good practices and stated priorities").split_once(" of the ").unwrap();
    let (unverified, all): (usize, usize) = (unverified.parse().unwrap(), all.parse().unwrap());
    let (mut shown, mut marked, mut path) = (0, 0, Some("/api/v1/cities?limit=100".to_owned()));
    while let Some(next) = path.take() {
        let cities = service.anonymous().get(&next).await.expect(200).body;
        for city in cities["items"].as_array().unwrap() {
            let page = visit(&service, &format!("/cities/{}", city["slug"].as_str().unwrap()), &[]).await.expect(200).text;
            for part in ["offers", "seeks"].map(|id| section(&page, id)) {
                shown += part.matches("<p class=\"source\">").count();
                marked += part.matches(">unverified</a>").count();
            }
        }
        path = cities["next_cursor"].as_str().map(|cursor| format!("/api/v1/cities?limit=100&cursor={cursor}"));
    }
    assert_eq!((marked, shown), (unverified, all), "what the pages of all cities show");
}
