//! Thousands of cities at once, as the world file has them.

use std::fmt::Write as _;

use kembar::actions::importing::{Counts, What};
use kembar::store::indicators;
use rstest::rstest;

use super::world::World;
use crate::support::databases::Backend;

/// Enough for several batches of every statement.
const CITIES: u64 = 2_500;

fn world_file(population: u64) -> String {
    let mut file = "id,name,ascii_name,country,admin1,lat,lon,population,elevation_m,timezone,admin_rank,wikidata_qid,wup_pop_2020_k,airports,co2_scope1_t_per_cap,co2_scope1_year\n".to_owned();
    for i in 1..=CITIES {
        let country = ["ID", "PH", "NA", "US"][i as usize % 4];
        let (lat, lon) = (i as f64 / 100.0 - 12.0, i as f64 / 20.0);
        // Every tenth name is shared by the countries of the list, and every hundredth also within one.
        let name = if i % 100 < 2 { "Springfield".to_owned() } else { format!("Città {}", i % 2_000) };
        writeln!(
            file,
            "{i},{name},,{country},{:02},{lat},{lon},{population},{},,admin2,Q{i},{},AAA|BBB,2.5,2015",
            i % 20,
            i % 3_000,
            i % 900 + 20
        )
        .unwrap();
    }
    file
}

#[rstest]
fn thousands_of_cities_come_in_with_their_values(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::empty(on);
    let countries = "iso2,name,languages,hdi,hdi_year\nID,Indonesia,\"id,jv\",0.7,2022\nPH,Philippines,\"tl,en\",0.71,2022\nNA,Namibia,en,0.6,2022\nUS,United States,en,0.92,2022\n";
    let report = world.import(What::Countries, countries).unwrap();
    assert_eq!((report.records.inserted, report.values.inserted), (4, 4));

    let file = world_file(20_000);
    let report = world.import(What::Cities, &file).unwrap();
    assert_eq!(report.records, Counts { inserted: CITIES, ..Counts::default() });
    assert_eq!(report.values.inserted, 3 * CITIES);
    assert_eq!(report.left_out.iter().map(|left| left.column.as_str()).collect::<Vec<_>>(), ["airports"]);
    assert_eq!(usize::try_from(indicators::count(&mut world.db).unwrap()).unwrap(), 4 + 3 * CITIES as usize);

    let again = world.import(What::Cities, &file).unwrap();
    assert_eq!((again.records.unchanged, again.values.unchanged), (CITIES, 3 * CITIES));
    let grown = world.import(What::Cities, &world_file(30_000)).unwrap();
    assert_eq!((grown.records.updated, grown.values.unchanged), (CITIES, 3 * CITIES));
    let entry = world.last_entry();
    assert_eq!(entry.action, "import.cities");
    assert!(entry.cities.is_empty(), "so many are not named one by one: every node reads all of them");
}

#[rstest]
fn a_value_that_cannot_be_true_is_left_out_of_an_open_data_set(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::empty(on);
    let places =
        "id,name,country,lat,lon,co2_scope1_t_per_cap,co2_scope1_year\n11,Here,PH,10,120,2.5,2015\n12,There,PH,11,121,232.6,2010\n";
    let report = world.import(What::Cities, places).unwrap();
    assert_eq!((report.records.inserted, report.values.inserted), (2, 1));
    let [notes] = &report.notes[..] else { panic!("{report:?}") };
    assert_eq!((notes.count, notes.lines.as_slice()), (1, &[3][..]));
    assert!(notes.reason.starts_with("the value of co2_scope1_t_per_cap is not from 0.05 to 60"), "{}", notes.reason);
}

#[rstest]
fn a_place_does_not_take_the_slug_of_a_member(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let surabaya = world.id("surabaya");
    let places =
        "id,name,country,admin1,lat,lon\n11,Surabaya,PH,01,10,120\n12,Surabaya-PH,PH,02,11,121\n1625822,Surabaya,ID,08,-7.25,112.75\n";
    let report = world.import(What::Cities, places).unwrap();
    assert_eq!(report.records.inserted, 2, "{report:?}");
    assert_eq!(world.id("surabaya"), surabaya);
    assert_eq!(world.city("surabaya").record.external_ids["geonames"], "1625822");
    let names: Vec<String> = kembar::store::cities::all(&mut world.db)
        .unwrap()
        .into_iter()
        .filter(|city| city.record.name.starts_with("Surabaya") && city.record.country.as_str() == "PH")
        .map(|city| city.slug.to_string())
        .collect();
    assert_eq!(names.len(), 2);
    assert!(names.iter().all(|slug| slug.starts_with("surabaya-ph")), "{names:?}");
}
