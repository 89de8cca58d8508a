//! Values of indicators that a city enters, and those of its country that stand in.

use kembar::actions::error::Error;
use kembar::actions::indicators::{self, CityIndicator, Entry, Scope};
use kembar::domain::access::Operation;
use kembar::domain::code::IndicatorCode;
use rstest::rstest;

use super::world::{World, pointers};
use crate::support::databases::Backend;

const SLUM: &str = "wdi_urban_slum_pct";

fn put(world: &mut World, code: &str, expected: i64, entry: Entry) -> Result<CityIndicator, Error> {
    let (pass, code): (_, IndicatorCode) = (world.focal(Operation::PutCityIndicator), code.parse().unwrap());
    world.write(|write, model| indicators::put(write, model, &pass, (&code, expected), entry))
}

fn entry(value: f64, year: i32) -> Entry {
    Entry { value: Some(value), year: Some(year), source: Some("the city's statistics office".to_owned()), ..Entry::default() }
}

#[rstest]
fn a_citys_own_value_takes_the_place_of_its_countrys(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let city = world.id("surabaya");
    let slum = |world: &mut World| {
        let values = indicators::of_city(&mut world.db, city).unwrap();
        values.into_iter().find(|value| value.value.code.as_str() == SLUM).unwrap()
    };
    let before = slum(&mut world);
    assert_eq!(before.scope, Scope::Country);
    assert!(before.value.year.is_some() && before.value.source.is_some(), "every number carries its year and source");
    put(&mut world, SLUM, 0, entry(4.5, 2024)).unwrap();
    let after = slum(&mut world);
    assert_eq!((after.scope, after.value.value, after.value.year), (Scope::City, 4.5, Some(2024)));
}

#[rstest]
fn a_corrected_value_stays_in_the_history(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let first = put(&mut world, SLUM, 0, entry(4.5, 2024)).unwrap();
    let corrected = put(&mut world, SLUM, first.version, entry(5.5, 2024)).unwrap();
    let older = put(&mut world, SLUM, corrected.version, entry(9.0, 2020)).unwrap();
    let history: Vec<_> = older.history.iter().map(|value| (value.year, value.value, value.is_current)).collect();
    assert_eq!(history, [(Some(2020), 9.0, true), (Some(2024), 5.5, true), (Some(2024), 4.5, false)]);
    let city = world.id("surabaya");
    let newest = indicators::of_city(&mut world.db, city).unwrap();
    assert_eq!(newest.iter().find(|value| value.value.code.as_str() == SLUM).unwrap().value.value, 5.5, "the newest year, not entry");
}

#[rstest]
fn who_has_not_seen_the_newest_value_changes_nothing(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let first = put(&mut world, SLUM, 0, entry(4.5, 2024)).unwrap();
    assert!(matches!(put(&mut world, SLUM, 0, entry(1.0, 2023)), Err(Error::Stale)));
    let only_target = Entry { target: Some(0.0), target_year: Some(2030), ..Entry::default() };
    let with_target = put(&mut world, SLUM, first.version, only_target).unwrap();
    assert_eq!((with_target.target.target, with_target.history.len()), (Some(0.0), 1));
    assert!(matches!(put(&mut world, SLUM, first.version, entry(1.0, 2023)), Err(Error::Stale)));
}

#[rstest]
fn an_import_counts_as_a_change_for_who_read_before_it(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let file = "slug,indicator,year,value,unit,source,from_memory\nsurabaya,wdi_urban_slum_pct,2022,6.5,%,census,no\n";
    world.import(kembar::actions::importing::What::Indicators, file).unwrap();
    assert!(matches!(put(&mut world, SLUM, 0, entry(4.5, 2024)), Err(Error::Stale)));
}

#[rstest]
fn an_implausible_value_is_refused_where_it_enters(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let bad = Entry { target: Some(f64::INFINITY), target_year: Some(2030), ..entry(101.0, 2027) };
    assert_eq!(pointers(put(&mut world, SLUM, 0, bad)), ["/target", "/value", "/year"]);
    assert!(matches!(put(&mut world, "no_such_indicator", 0, entry(1.0, 2020)), Err(Error::NotFound("indicator"))));
    let city = world.id("surabaya");
    let (code, World { db, model, .. }) = (SLUM.parse().unwrap(), &mut world);
    let untouched = indicators::one_of_city(db, model, city, &code).unwrap();
    assert_eq!((untouched.version, untouched.history.len()), (0, 0));
    assert!(untouched.country.is_some());
}
