//! Admitting a city, correcting its record, and ending it.

use kembar::actions::error::Error;
use kembar::actions::membership_changes::{self as changes, CityPatch, NewCity};
use kembar::domain::access::Operation;
use kembar::domain::city::{City, CityStatus};
use kembar::domain::geo::Place;
use kembar::domain::role::Role;
use rstest::rstest;

use super::world::{World, pointers};
use crate::support::databases::Backend;

fn create(world: &mut World, new: NewCity) -> Result<City, Error> {
    let caller = world.person(Role::Officer);
    let pass = world.pass_of(&caller, Operation::CreateCity, None)?;
    world.write(|write, _| changes::create(write, &pass, new))
}

fn update(world: &mut World, slug: &str, expected: i64, patch: CityPatch) -> Result<City, Error> {
    let pass = world.officer_for(Operation::UpdateCity, slug);
    world.write(|write, _| changes::update(write, &pass, expected, patch))
}

fn new(name: &str) -> NewCity {
    NewCity { slug: None, name: name.to_owned(), country: "ID".parse().unwrap(), rest: CityPatch::default() }
}

#[rstest]
fn a_city_is_admitted_with_what_is_known(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let place = Some(Some(Place { lat: -8.1, lon: 115.1 }));
    let rest = CityPatch { place, time_zone: Some(Some("Asia/Makassar".to_owned())), ..CityPatch::default() };
    let city = create(&mut world, NewCity { rest, ..new("Singaraja") }).unwrap();
    assert_eq!((city.slug.as_str(), city.version, city.record.population), ("singaraja", 1, None));
    assert_eq!(world.city("singaraja"), city);
    let entry = world.last_entry();
    assert_eq!((entry.action.as_str(), entry.object_id, entry.cities), ("city.create", city.id.to_string(), vec![city.id]));
}

#[rstest]
fn two_cities_of_one_name_get_two_slugs(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    assert_eq!(create(&mut world, new("Surabaya")).unwrap().slug.as_str(), "surabaya-id");
    let taken = NewCity { slug: Some("surabaya".parse().unwrap()), ..new("Surabaya") };
    let refused = create(&mut world, taken);
    assert!(matches!(refused, Err(Error::Exists(_))), "{refused:?}");
}

#[rstest]
fn a_city_with_faults_is_refused_with_all_of_them(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let rest = CityPatch {
        place: Some(Some(Place { lat: 91.0, lon: 181.0 })),
        population: Some(Some(-1)),
        time_zone: Some(Some("Asia/Atlantis".to_owned())),
        external_ids: [("geonames".to_owned(), Some("1625822".to_owned())), ("iata".to_owned(), Some("SUB".to_owned()))].into(),
        successor: Some(Some("atlantis".parse().unwrap())),
        ..CityPatch::default()
    };
    let refused = create(&mut world, NewCity { country: "ZZ".parse().unwrap(), rest, ..new(" ") });
    let expected = [
        "/country",
        "/external_ids/geonames",
        "/external_ids/iata",
        "/name",
        "/place/lat",
        "/place/lon",
        "/population",
        "/successor",
        "/time_zone",
    ];
    assert_eq!(pointers(refused), expected);
}

#[rstest]
fn a_correction_leaves_alone_what_it_does_not_name(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let before = world.city("surabaya");
    let patch = CityPatch {
        population: Some(Some(2_874_314)),
        population_year: Some(Some(2020)),
        subdivision: Some(Some("East Java".to_owned())),
        ..CityPatch::default()
    };
    let after = update(&mut world, "surabaya", before.version, patch).unwrap();
    assert_eq!((after.version, after.record.population, after.record.population_year), (2, Some(2_874_314), Some(2020)));
    assert_eq!((&after.record.networks, after.record.place), (&before.record.networks, before.record.place));
    let unknown = CityPatch { subdivision: Some(None), external_ids: [("wikidata".to_owned(), None)].into(), ..CityPatch::default() };
    let blanked = update(&mut world, "surabaya", 2, unknown).unwrap();
    assert_eq!((blanked.record.subdivision, blanked.record.external_ids.get("wikidata")), (None, None));
    assert_eq!(world.city("surabaya").record.external_ids.get("geonames"), before.record.external_ids.get("geonames"));
    assert!(matches!(update(&mut world, "surabaya", 2, CityPatch::default()), Err(Error::Stale)));
}

#[rstest]
fn a_dissolved_city_points_to_who_took_over(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let version = world.city("surabaya").version;
    let dissolve = || CityPatch { status: Some(CityStatus::Dissolved), ..CityPatch::default() };
    assert_eq!(pointers(update(&mut world, "surabaya", version, dissolve())), ["/successor"]);
    let into_itself = CityPatch { successor: Some(Some("surabaya".parse().unwrap())), ..dissolve() };
    assert_eq!(pointers(update(&mut world, "surabaya", version, into_itself)), ["/successor"]);
    let into = CityPatch { successor: Some(Some("malang".parse().unwrap())), ..dissolve() };
    let gone = update(&mut world, "surabaya", version, into).unwrap();
    assert_eq!(gone.record.successor, Some(world.id("malang")));
    assert_eq!(world.last_entry().action, "city.dissolve");

    let malang = world.city("malang").version;
    let back = CityPatch { successor: Some(Some("surabaya".parse().unwrap())), ..dissolve() };
    assert_eq!(pointers(update(&mut world, "malang", malang, back)), ["/successor"], "two cities cannot succeed one another");
    let revived = CityPatch { status: Some(CityStatus::Active), ..CityPatch::default() };
    assert_eq!(pointers(update(&mut world, "surabaya", gone.version, revived)), ["/successor"], "an active city has no successor");
    let revived = CityPatch { status: Some(CityStatus::Active), successor: Some(None), ..CityPatch::default() };
    update(&mut world, "surabaya", gone.version, revived).unwrap();
    assert_eq!(world.last_entry().action, "city.activate");
}

#[rstest]
fn only_an_officer_keeps_the_directory(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    for role in [Role::FocalPoint, Role::Approver, Role::Observer, Role::Admin] {
        let caller = world.person(role);
        for (operation, slug) in [(Operation::CreateCity, None), (Operation::UpdateCity, Some("surabaya"))] {
            assert!(matches!(world.pass_of(&caller, operation, slug), Err(Error::Forbidden(_))), "{role}");
        }
    }
}
