//! A made-up world for tests, in which twinning has a reason: cities partner with cities of their own size in the country to the east.

use super::split::RawTie;
use super::world::{World, WorldCity, WorldCountry};
use crate::domain::geo::Place;

/// A city of 100,000 people about which little else is known.
pub(super) fn city(id: u64, country: &str, lat: f64, lon: f64) -> WorldCity {
    WorldCity {
        id,
        name: format!("City {id}"),
        country: country.parse().unwrap(),
        division: Some("01".to_owned()),
        place: Place { lat, lon },
        people: Some(1e5),
        seat: 0,
        elevation_m: None,
        air_destinations: None,
        is_described: false,
        is_asean: country == "ID",
    }
}

/// A tie of good confidence.
pub(super) fn tie(a: u64, b: u64) -> RawTie {
    RawTie { cities: [a, b], is_doubtful: false }
}

const COUNTRIES: [&str; 5] = ["ID", "MY", "TH", "VN", "LA"];
/// Cities of each country.
const CITIES: u64 = 16;

/// 80 cities in five countries; each has a tie with two cities of its own size in the next country.
pub(super) fn made_world() -> (World, Vec<RawTie>) {
    let id = |country: u64, rank: u64| country * 1_000 + rank;
    let mut cities = Vec::new();
    let mut ties = Vec::new();
    for (at, code) in (0_u64..).zip(COUNTRIES) {
        for rank in 0..CITIES {
            let people = 5e6 * (-(rank as f64) / 8.0).exp();
            let place = city(id(at, rank), code, (rank % 7) as f64, at as f64 * 12.0 + (rank % 5) as f64);
            cities.push(WorldCity { people: Some(people), seat: if rank == 0 { 4 } else { 0 }, ..place });
            let next = (at + 1) % COUNTRIES.len() as u64;
            ties.extend([tie(id(at, rank), id(next, rank)), tie(id(at, rank), id(next, (rank + 1) % CITIES))]);
        }
    }
    let country = |code: &&str| WorldCountry {
        code: code.parse().unwrap(),
        region: Some("Asia".to_owned()),
        subregion: None,
        languages: vec![code.to_lowercase()],
        income: None,
        hdi: None,
    };
    (World::new(cities, COUNTRIES.iter().map(country).collect()), ties)
}
