//! The pages of real cities.

use reqwest::Method;
use rstest::rstest;

use super::{between, section, visit};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

async fn city(service: &Service, slug: &str) -> String {
    visit(service, &format!("/cities/{slug}"), &[]).await.expect(200).text
}

#[rstest]
#[actix_web::test]
async fn surabayas_page_shows_its_practices_with_their_sources_the_best_documented_first(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let html = city(&service, "surabaya").await;
    let lead = between(&html, "<p class=\"lead\">", "</p>");
    assert_eq!(
        lead,
        "Surabaya has most to show about solid waste and plastics. It looks for help in 2 themes, first of all traffic and road safety."
    );
    let practices = section(&html, "offers");
    let titles: Vec<&str> = practices.split("<h3 lang=\"en\">").skip(1).filter_map(|rest| rest.split("</h3>").next()).collect();
    let in_order = [
        "Waste banks and compost houses",
        "Suroboyo Bus plastic fare",
        "Landfill gasification",
        "E-procurement",
        "Community composting programme",
        "ASEAN Clean Water recognition",
    ];
    assert_eq!(titles, in_order);
    let fare = between(practices, "Suroboyo Bus plastic fare", "</li>");
    assert!(fare.contains("up to 250 kg of bottles a day"));
    let source = "<a href=\"https://www.kink.fm/international-treaty-agrees-to-control-movement-of-plastic-waste/\" \
        rel=\"nofollow noopener external\">kink.fm</a>";
    assert!(fare.contains(source) && !fare.contains("unverified"), "{fare}");
    assert!(between(practices, "ASEAN Clean Water recognition", "</li>").contains("Recognition only"));
}

#[rstest]
#[actix_web::test]
async fn what_was_written_from_memory_is_marked_where_it_is_shown_and_only_there(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let surabaya = city(&service, "surabaya").await;
    let people = between(&surabaya, "<dt>Population</dt>", "</dd>");
    assert!(people.contains("2,874,000") && people.contains("in 2020") && people.contains(">unverified</a>"), "{people}");
    let networks = between(&surabaya, "<dt>Networks</dt>", "</dd>");
    for (network, is_marked) in [("AGMF/AMF", false), ("CityNet", true)] {
        let rest = networks.split_once(network).expect(network).1.split("</li>").next().unwrap();
        assert_eq!(rest.contains(">unverified</a>"), is_marked, "{network}: {networks}");
    }
    let ambon = city(&service, "ambon").await;
    assert!(between(section(&ambon, "seeks"), "Keep interfaith peace", "</li>").contains(">unverified</a>"));
    let ipoh = city(&service, "ipoh").await;
    assert!(!ipoh.contains("Old town revival"), "a practice without a source waits for the secretariat");
    let tutong = city(&service, "tutong").await;
    let people = between(&tutong, "<dt>Population</dt>", "</dd>");
    assert!(people.contains("GeoNames (CC BY 4.0)") && !people.contains("unverified"), "a number with a source: {people}");
}

#[rstest]
#[actix_web::test]
async fn ties_are_shown_from_both_ends_and_lead_to_partners_that_have_a_page(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let surabaya = city(&service, "surabaya").await;
    let ties = section(&surabaya, "ties");
    for said in [
        "Kitakyushu, Japan",
        "Liverpool, ",
        "<a href=\"/cities/shah-alam\">Shah Alam</a>, Malaysia",
        "sister city (letter of intent)",
        "2009",
    ] {
        assert!(ties.contains(said), "{said} in {ties}");
    }
    let shah_alam = city(&service, "shah-alam").await;
    assert!(section(&shah_alam, "ties").contains("<a href=\"/cities/surabaya\">Surabaya</a>, Indonesia"));
    let da_nang = city(&service, "da-nang").await;
    let ties = section(&da_nang, "ties");
    assert!(ties.contains("cooperation agreement 2023-2027") && ties.contains("Attapeu Province, "), "{ties}");
}

#[rstest]
#[actix_web::test]
async fn every_figure_names_its_year_its_source_and_whose_it_is_in_the_order_of_the_model(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let surabaya = city(&service, "surabaya").await;
    let rows: Vec<&str> = section(&surabaya, "indicators").split("<tr role=\"row\"><th role=\"rowheader\"").skip(1).collect();
    let name = |row: &str| between(row, "scope=\"row\">", "<").trim().to_owned();
    let place = |row: &&str| service.app.model().indicators().iter().position(|known| known.name.of("en") == name(row)).expect(row);
    let (of_country, own): (Vec<&str>, Vec<&str>) = rows.iter().partition(|row| row.contains("Value of the country: Indonesia"));
    assert!(own.len() >= 3 && of_country.len() > 20, "{} and {}", own.len(), of_country.len());
    assert!(own.iter().map(place).is_sorted() && of_country.iter().map(place).is_sorted());
    assert_eq!(rows[..own.len()], own, "the city's own figures come first");
    assert!(surabaya.contains(&format!("{} figures of the country: Indonesia</summary>", of_country.len())));
    for row in &rows {
        assert!(!between(row, "data-label=\"Source\">", "</td>").is_empty(), "{row}");
    }
    let row_of = |wanted: &str| *rows.iter().find(|row| name(row) == wanted).expect(wanted);
    let hdi = row_of("Human Development Index");
    assert!(hdi.contains("Value of the country: Indonesia") && hdi.contains("0.713") && hdi.contains(">2022</td>"), "{hdi}");
    assert!(hdi.contains("<span class=\"quiet\">of 1</span>"), "{hdi}");
    let own = rows.iter().find(|row| row.contains("thousand people")).expect("the population of the urban area");
    assert!(!own.contains("Value of the country") && own.contains("World Urbanization Prospects"), "{own}");
}

#[rstest]
#[actix_web::test]
async fn a_city_that_has_ended_points_to_its_successor(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let html = city(&service, "hoi-an").await;
    assert!(html.contains("Hoi An is no longer a local government of its own."));
    assert!(html.contains("Its successor is <a href=\"/cities/da-nang\">Da Nang</a>.") && !html.contains("class=\"lead\""));
    let notice = between(&html, "Its successor is", "</p>");
    assert!(notice.contains(">unverified</a>"), "which city belonged to which province is from memory: {notice}");
    assert!(html.contains("<span class=\"local\" lang=\"vi\">Hội An</span>"));
    let vinh = city(&service, "vinh").await;
    assert!(
        vinh.contains("is no longer a local government")
            && vinh.contains("What became of it: Its area now forms wards of Nghe An province"),
        "in words"
    );
}

#[rstest]
#[actix_web::test]
async fn reviews_hazards_and_caveats_are_shown_as_they_are_recorded(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let jakarta = city(&service, "jakarta").await;
    let reviews = section(&jakarta, "reviews");
    assert!(reviews.contains("Jakarta Voluntary Local Review 2021") && reviews.contains("Goals covered: 1, 3, 4"), "{reviews}");
    let brunei = city(&service, "bandar-seri-begawan").await;
    let hazards = section(&brunei, "hazards");
    assert!(hazards.find("Flood").unwrap() < hazards.find("Heat").unwrap(), "the worst first");
    assert!(hazards.contains("hok.com") && hazards.contains(">unverified</a>") && hazards.contains("2 of 3"));
    let da_nang = city(&service, "da-nang").await;
    let note = between(&da_nang, "<dt>Worth knowing</dt>", "</dd>");
    assert!(note.contains("Merged with Quang Nam on 1 July 2025") && note.contains(">vietnamnews.vn</a>"), "{note}");
}

#[rstest]
#[actix_web::test]
async fn an_id_leads_to_the_lasting_address(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = service.city_id("surabaya").await;
    let client = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    for (asked, expected) in [(format!("/cities/{id}"), "/cities/surabaya"), (format!("/cities/{id}?lang=id"), "/cities/surabaya?lang=id")]
    {
        for method in [Method::GET, Method::HEAD] {
            let moved = client.request(method, format!("{}{asked}", service.url)).send().await.unwrap();
            assert_eq!((moved.status().as_u16(), moved.headers()["location"].to_str().unwrap()), (308, expected));
        }
    }
}
