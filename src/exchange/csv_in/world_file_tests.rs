//! The world files as they are, on rows taken from them.

use std::fmt::Write as _;
use std::time::Instant;

use super::*;

const CITIES: &str = include_str!("../../../tests/fixtures/world-cities-sample.csv");
const TIES: &str = include_str!("../../../tests/fixtures/world-ties-sample.csv");

fn sample() -> Vec<CityRow> {
    cities("cities.csv", CITIES.as_bytes()).unwrap_or_else(|report| panic!("{report}"))
}

fn city<'a>(rows: &'a [CityRow], slug: &str) -> &'a CityRow {
    rows.iter().find(|row| row.slug.as_str() == slug).unwrap_or_else(|| panic!("no {slug}"))
}

#[test]
fn a_city_of_the_world_file_has_a_slug_from_its_name_and_values_with_year_unit_and_source() {
    let rows = sample();
    let shanghai = city(&rows, "shanghai");
    assert_eq!(
        (shanghai.geonames_id, shanghai.wikidata_id.as_deref(), shanghai.elevation_m()),
        (Some(1_796_236), Some("Q8686"), Some(12.0))
    );
    let values: Vec<(&str, Option<u16>, f64, Option<&str>)> =
        shanghai.indicators.iter().map(|reading| (reading.code.as_str(), reading.year, reading.value, reading.unit.as_deref())).collect();
    assert_eq!(values[0], ("co2_scope1_t", Some(2010), 47_538_733.226_3, Some("t per year")));
    assert_eq!(
        values.iter().find(|value| value.0 == "wup_pop_2030_k"),
        Some(&("wup_pop_2030_k", Some(2030), 32_869.3, Some("thousand people")))
    );
    assert!(values.is_sorted_by_key(|value| value.0), "one order for every row");
    assert!(shanghai.indicators.iter().all(|reading| !reading.code.as_str().starts_with("air_")), "not taken over for its licence");
}

#[test]
fn what_the_world_file_does_not_say_stays_unknown() {
    let rows = sample();
    let surabaya = city(&rows, "surabaya");
    assert_eq!((surabaya.level, surabaya.coastal, surabaya.languages.len(), surabaya.networks.len()), (None, None, 0, 0));
    assert_eq!(surabaya.population.as_ref().map(|population| (population.people, population.year)), Some((2_374_658, None)));
    let jakarta = city(&rows, "jakarta");
    assert_eq!((jakarta.level, jakarta.networks[0].network.as_str()), (Some(CityLevel::Capital), "ASCN"));
}

#[test]
fn cities_of_one_name_are_told_apart_by_country_and_division() {
    let rows = sample();
    let named = |name: &str| -> Vec<&str> { rows.iter().filter(|row| row.name == name).map(|row| row.slug.as_str()).collect() };
    assert_eq!(named("Victoria"), ["victoria-ca", "victoria-us", "victoria-ph", "victoria-sc", "victoria-mt"]);
    let several_in_one_country = ["san-fernando-ph-03", "san-fernando-es", "san-fernando-ph-01", "san-fernando-us", "san-fernando-ph-07"];
    assert_eq!(named("San Fernando"), several_in_one_country);
    assert!(rows.iter().any(|row| row.country.as_str() == "NA"), "Namibia is there");
}

#[test]
fn a_percent_sign_in_a_column_of_percentages_is_read() {
    let rows = sample();
    let readings = rows.iter().flat_map(|row| &row.indicators);
    let congestion: Vec<f64> =
        readings.filter(|reading| reading.code.as_str() == "nang_congestion_inrix_pct").map(|reading| reading.value).collect();
    assert!(!congestion.is_empty() && congestion.iter().all(|value| (1.0..60.0).contains(value)), "{congestion:?}");
}

#[test]
fn a_tie_of_the_world_file_names_two_ids_and_says_whether_it_may_be_shown() {
    let rows = ties("partnerships.csv", TIES.as_bytes()).unwrap();
    assert_eq!(rows.len(), 4);
    assert_eq!((&rows[0].first, &rows[0].second), (&CityRef::GeoNames(53_654), &CityRef::GeoNames(323_786)));
    assert!(rows.iter().all(|row| row.is_open && row.provenance.source.contains("CC0")));
    let closed = ties("partnerships.csv", b"city_a_id,city_b_id,confidence,wikidata\n1,2,high,0\n").unwrap();
    assert!(!closed[0].is_open && closed[0].provenance.source.contains("evaluation only"));
}

#[test]
fn a_file_of_thirteen_thousand_cities_is_read_whole() {
    let mut text =
        String::from("id,name,ascii_name,country,admin1,lat,lon,population,elevation_m,timezone,wikidata_qid,is_ascn,wup_pop_2020_k\n");
    for id in 1..=13_000 {
        let name = id % 9_000; // 4,000 names stand twice: 1..=4000 and 9001..=13000
        writeln!(text, "{id},Côté {name},Cote {name},ID,{:02},1.5,{},{id}000,12,Asia/Jakarta,Q{id},0,1.5", id % 30, f64::from(id) / 100.0)
            .unwrap();
    }
    let start = Instant::now();
    let rows = cities("big.csv", text.as_bytes()).unwrap();
    println!("13,000 cities in {:?}", start.elapsed());
    let slugs: std::collections::HashSet<&str> = rows.iter().map(|row| row.slug.as_str()).collect();
    assert_eq!((rows.len(), slugs.len()), (13_000, 13_000));
    assert_eq!((rows[4_999].slug.as_str(), rows[12_999].slug.as_str()), ("cote-5000", "cote-4000-13000"), "two of a name in one division");
}
