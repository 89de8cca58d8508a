//! The directory: what it lists, in which order, and what a city's public record holds.

use kembar::actions::membership::{self, CityFilter, Listed, Nearby, PageAsk};
use kembar::domain::city::CityStatus;
use kembar::domain::geo::Place;
use kembar::store::cities::BoundingBox;
use rstest::rstest;

use super::world::World;
use crate::support::databases::Backend;

fn all(world: &mut World, filter: &CityFilter, near: Option<Nearby>, limit: i64) -> Vec<Listed> {
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let page = membership::list(&mut world.db, filter.clone(), near, &PageAsk { limit, after }).unwrap();
        assert!(page.items.len() <= usize::try_from(limit).unwrap());
        found.extend(page.items);
        match page.next {
            Some(next) => after = Some(next),
            None => return found,
        }
    }
}

fn slugs(listed: &[Listed]) -> Vec<&str> {
    listed.iter().map(|listed| listed.city.slug.as_str()).collect()
}

#[rstest]
fn pages_of_the_directory_neither_lose_nor_repeat_a_city(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let whole = all(&mut world, &CityFilter::default(), None, 1_000);
    assert_eq!(whole.len(), 154);
    let keys: Vec<_> = whole.iter().map(|listed| (listed.city.record.country.clone(), listed.city.slug.clone())).collect();
    assert!(keys.is_sorted_by(|a, b| a.0 <= b.0), "by country first");
    for limit in [1, 7, 100] {
        assert_eq!(slugs(&all(&mut world, &CityFilter::default(), None, limit)), slugs(&whole), "{limit}");
    }
}

#[rstest]
fn the_directory_is_filtered_by_what_people_know(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let text = |text: &str| CityFilter { text: Some(text.to_owned()), ..CityFilter::default() };
    assert_eq!(slugs(&all(&mut world, &text(" hoi AN "), None, 20)), ["hoi-an"]);
    assert_eq!(slugs(&all(&mut world, &text("Đà Nẵng"), None, 20)), ["da-nang"]);
    assert_eq!(slugs(&all(&mut world, &text("100%_"), None, 20)), Vec::<&str>::new(), "a wildcard means itself");
    let brunei = CityFilter { country: Some("BN".parse().unwrap()), ..CityFilter::default() };
    assert!(all(&mut world, &brunei, None, 20).iter().all(|listed| listed.city.record.country.as_str() == "BN"));
    let network = CityFilter { network: Some("ASCN".to_owned()), ..CityFilter::default() };
    let members = all(&mut world, &network, None, 20);
    assert!(members.len() > 20 && members.iter().all(|listed| listed.city.record.networks.contains(&"ASCN".to_owned())));
    let theme = CityFilter { theme: Some("solid-waste".parse().unwrap()), ..CityFilter::default() };
    assert!(slugs(&all(&mut world, &theme, None, 20)).contains(&"surabaya"));
    let java = CityFilter { bbox: Some(BoundingBox { west: 112.0, south: -8.0, east: 113.0, north: -7.0 }), ..CityFilter::default() };
    assert!(slugs(&all(&mut world, &java, None, 20)).contains(&"surabaya"));
}

#[rstest]
fn cities_near_a_place_come_nearest_first(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let near = Nearby { place: Place { lat: 16.06, lon: 108.21 }, radius_km: 700.0 };
    let found = all(&mut world, &CityFilter::default(), Some(near), 3);
    let distances: Vec<f64> = found.iter().map(|listed| listed.distance_km.unwrap()).collect();
    assert_eq!(found[0].city.slug.as_str(), "da-nang");
    assert!(distances.is_sorted() && distances.last().is_some_and(|km| *km <= 700.0), "{distances:?}");
    let everything = all(&mut world, &CityFilter::default(), None, 1_000);
    let within = everything.iter().filter(|listed| listed.city.record.place.is_some_and(|place| place.distance_km(near.place) <= 700.0));
    assert_eq!(found.len(), within.count());
}

#[rstest]
fn a_dissolved_city_is_listed_with_its_successor(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let dissolved: Vec<Listed> =
        all(&mut world, &CityFilter::default(), None, 100).into_iter().filter(|l| l.city.record.status == CityStatus::Dissolved).collect();
    assert_eq!(dissolved.len(), 7);
    let hoi_an = dissolved.iter().find(|listed| listed.city.slug.as_str() == "hoi-an").unwrap();
    assert_eq!(hoi_an.successor.as_ref().map(|city| city.slug.as_str()), Some("da-nang"));
    for listed in &dissolved {
        assert!(listed.successor.is_some() || listed.city.record.successor_note.is_some(), "{}", listed.city.slug);
    }
    let active = CityFilter { active_only: true, ..CityFilter::default() };
    assert_eq!(all(&mut world, &active, None, 100).len(), 147);
}

#[rstest]
fn a_public_record_says_where_everything_comes_from(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let view = membership::view(&mut world.db, &"surabaya".parse().unwrap()).unwrap();
    assert!(view.city.record.source.is_some());
    assert!(!view.hazards.is_empty() && view.hazards.iter().all(|hazard| hazard.from_memory && hazard.source.is_some()));
    assert!(view.profile.is_some_and(|profile| profile.body.priorities.iter().all(|priority| priority.source.is_some())));
    assert!(!view.practices.is_empty() && view.practices.iter().all(|practice| !practice.body.from_memory));
    assert!(view.ties > 0);
    let by_id = membership::view(&mut world.db, &view.city.id.to_string().parse().unwrap()).unwrap();
    assert_eq!(by_id.city, view.city);
    assert!(membership::view(&mut world.db, &"atlantis".parse().unwrap()).is_err());
}

#[rstest]
fn networks_from_memory_are_told_apart_from_those_with_a_source(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let record = world.city("bandar-seri-begawan").record;
    assert!(record.networks.contains(&"ASCN".to_owned()) && !record.unverified.contains(&"networks/ASCN".to_owned()));
    assert!(record.unverified.contains(&"networks/BIMP-EAGA".to_owned()));
}
