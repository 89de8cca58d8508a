//! The universe of an evaluation: every city that may be ranked, with what its file and its country's row say, in dense form.
//!
//! It must not know any tie. A number that is not known stands at the median of those that are: the learner needs a number, and the
//! median says least.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::domain::code::CountryCode;
use crate::domain::geo::{EARTH_RADIUS_KM, Place};
use crate::matching::scale::quantile;

/// A city as the world file has it.
#[derive(Debug, Clone, PartialEq)]
pub struct WorldCity {
    /// Its GeoNames id.
    pub id: u64,
    /// Its name in ASCII.
    pub name: String,
    /// Its country.
    pub country: CountryCode,
    /// Its first-order division.
    pub division: Option<String>,
    /// Where it lies.
    pub place: Place,
    /// People living in it.
    pub people: Option<f64>,
    /// The rung of the division of which it is the seat: 4 a national capital, 3, 2 and 1 of a first- to third-order division, 0 none.
    pub seat: u8,
    /// Metres above the sea.
    pub elevation_m: Option<f64>,
    /// Destinations of the airports within reach.
    pub air_destinations: Option<f64>,
    /// Whether it has a Wikidata item in the file: somebody has written about it.
    pub is_described: bool,
    /// Whether its country is a member of ASEAN.
    pub is_asean: bool,
}

/// A country as the file of countries has it.
#[derive(Debug, Clone, PartialEq)]
pub struct WorldCountry {
    /// Its code.
    pub code: CountryCode,
    /// Its continent.
    pub region: Option<String>,
    /// The part of its continent.
    pub subregion: Option<String>,
    /// Its languages by primary subtag, the most used one first.
    pub languages: Vec<String>,
    /// The rung of its income group: 1 low to 4 high.
    pub income: Option<f64>,
    /// Human Development Index, 0 to 1.
    pub hdi: Option<f64>,
}

/// A city in dense form.
#[derive(Debug, Clone)]
pub struct DenseCity {
    /// Its GeoNames id.
    pub id: u64,
    /// Its name in lower case.
    pub name: String,
    /// Place of its country among the countries.
    pub country: usize,
    /// Place of its division among all divisions.
    pub division: usize,
    /// Unit vector from the Earth's centre.
    pub unit: [f32; 3],
    /// Natural logarithm of its people.
    pub log_people: f32,
    /// See [`WorldCity::seat`].
    pub seat: f32,
    /// Natural logarithm of its rank by people in its own country, from 0 for the largest.
    pub log_rank: f32,
    /// Metres above the sea.
    pub elevation_m: f32,
    /// ln(1 + destinations).
    pub air: f32,
    /// See [`WorldCity::is_described`].
    pub is_described: bool,
    /// Whether its country is a member of ASEAN.
    pub is_asean: bool,
}

impl DenseCity {
    /// Whether it is a national capital.
    pub fn is_capital(&self) -> bool {
        self.seat >= 4.0
    }
}

/// A country in dense form.
#[derive(Debug, Clone)]
pub struct DenseCountry {
    /// Its code.
    pub code: CountryCode,
    /// Place of its continent; the name for strata.
    pub region: Option<String>,
    /// Place of its subregion among all; countries without one have one of their own together.
    pub subregion: usize,
    languages: BTreeSet<String>,
    first_language: Option<String>,
    /// Rung of its income group.
    pub income: f32,
    /// Human Development Index.
    pub hdi: f32,
    /// How many cities of the universe lie in it.
    pub cities: f32,
}

impl DenseCountry {
    /// Whether two countries share a language.
    pub fn shares_language(&self, other: &DenseCountry) -> bool {
        !self.languages.is_disjoint(&other.languages)
    }

    /// Whether their most used languages are one.
    pub fn shares_first_language(&self, other: &DenseCountry) -> bool {
        self.first_language.is_some() && self.first_language == other.first_language
    }
}

/// Cities of the same country that stand for one another, with weights from 0 to 1.
pub type Neighbourhood = Vec<(u32, f32)>;

/// Cities and countries, sorted, so that the order of the files decides nothing.
#[derive(Debug, Clone)]
pub struct World {
    cities: Vec<DenseCity>,
    countries: Vec<DenseCountry>,
    /// Near and of like size, for each city.
    kin: Vec<Neighbourhood>,
    /// Near, whatever the size, itself included.
    nearby: Vec<Neighbourhood>,
    divisions: usize,
    subregions: usize,
}

/// How many cities stand for one.
const NEIGHBOURHOOD: usize = 40;
/// Kilometres and log-people over which kinship falls to 1/e.
const KIN_KM: f32 = 100.0;
const KIN_LOG_PEOPLE: f32 = 0.8;
/// The same for neighbours whatever their size.
const NEARBY_KM: f32 = 70.0;

impl World {
    /// The world of these cities. A country that only its cities name is one about which nothing is known.
    pub fn new(mut cities: Vec<WorldCity>, countries: Vec<WorldCountry>) -> World {
        cities.sort_by_key(|city| city.id);
        let mut rows: BTreeMap<CountryCode, Option<WorldCountry>> = cities.iter().map(|city| (city.country.clone(), None)).collect();
        rows.extend(countries.into_iter().map(|row| (row.code.clone(), Some(row))));
        let places: BTreeMap<CountryCode, usize> = rows.keys().enumerate().map(|(at, code)| (code.clone(), at)).collect();
        let (mut countries, subregions) = dense_countries(rows);
        let (mut cities, divisions) = dense_cities(&cities, &places);
        let by_country = by_country(&cities, countries.len());
        for (country, members) in countries.iter_mut().zip(&by_country) {
            country.cities = members.len() as f32;
        }
        rank_in_country(&mut cities, &by_country);
        let kinship = |a: &DenseCity, b: &DenseCity| {
            (-distance_km(&a.unit, &b.unit) / KIN_KM - (a.log_people - b.log_people).abs() / KIN_LOG_PEOPLE).exp()
        };
        let kin = neighbourhoods(&cities, &by_country, kinship, false);
        let nearby = neighbourhoods(&cities, &by_country, |a, b| (-distance_km(&a.unit, &b.unit) / NEARBY_KM).exp(), true);
        World { cities, countries, kin, nearby, divisions, subregions }
    }

    /// The cities, by id.
    pub fn cities(&self) -> &[DenseCity] {
        &self.cities
    }

    /// A city.
    pub fn city(&self, at: usize) -> &DenseCity {
        &self.cities[at]
    }

    /// Where a city stands.
    pub fn place_of(&self, id: u64) -> Option<usize> {
        self.cities.binary_search_by_key(&id, |city| city.id).ok()
    }

    /// The countries, by code.
    pub fn countries(&self) -> &[DenseCountry] {
        &self.countries
    }

    /// The country of a city.
    pub fn country_of(&self, city: usize) -> &DenseCountry {
        &self.countries[self.cities[city].country]
    }

    /// Whether two cities lie in different countries.
    pub fn is_foreign(&self, a: usize, b: usize) -> bool {
        self.cities[a].country != self.cities[b].country
    }

    /// Cities near a city and of like size, without itself.
    pub fn kin(&self, city: usize) -> &Neighbourhood {
        &self.kin[city]
    }

    /// Cities near a city, itself included.
    pub fn nearby(&self, city: usize) -> &Neighbourhood {
        &self.nearby[city]
    }

    /// How many divisions there are.
    pub fn divisions(&self) -> usize {
        self.divisions
    }

    /// How many subregions there are.
    pub fn subregions(&self) -> usize {
        self.subregions
    }
}

/// Great-circle distance of two unit vectors in kilometres.
pub fn distance_km(a: &[f32; 3], b: &[f32; 3]) -> f32 {
    let squared = |i: usize| (a[i] - b[i]) * (a[i] - b[i]);
    let half_chord = (squared(0) + squared(1) + squared(2)).sqrt() / 2.0;
    2.0 * EARTH_RADIUS_KM as f32 * half_chord.min(1.0).asin()
}

/// The middle of what is known; 0 where nothing is.
fn median(known: impl Iterator<Item = f64>) -> f64 {
    let mut known: Vec<f64> = known.filter(|value| value.is_finite()).collect();
    known.sort_by(f64::total_cmp);
    quantile(&known, 0.5)
}

fn dense_countries(rows: BTreeMap<CountryCode, Option<WorldCountry>>) -> (Vec<DenseCountry>, usize) {
    let known = || rows.values().flatten();
    let (income, hdi) = (median(known().filter_map(|row| row.income)), median(known().filter_map(|row| row.hdi)));
    let names: BTreeSet<&str> = known().filter_map(|row| row.subregion.as_deref()).collect();
    let places: BTreeMap<&str, usize> = names.into_iter().zip(1..).collect();
    let dense = |(code, row): (&CountryCode, &Option<WorldCountry>)| {
        let row = row.as_ref();
        let languages = row.map(|row| row.languages.clone()).unwrap_or_default();
        DenseCountry {
            code: code.clone(),
            region: row.and_then(|row| row.region.clone()),
            subregion: row.and_then(|row| row.subregion.as_deref()).map_or(0, |name| places[name]),
            first_language: languages.first().cloned(),
            languages: languages.into_iter().collect(),
            income: row.and_then(|row| row.income).unwrap_or(income) as f32,
            hdi: row.and_then(|row| row.hdi).unwrap_or(hdi) as f32,
            cities: 0.0,
        }
    };
    (rows.iter().map(dense).collect(), places.len() + 1)
}

fn dense_cities(cities: &[WorldCity], countries: &BTreeMap<CountryCode, usize>) -> (Vec<DenseCity>, usize) {
    let people = median(cities.iter().filter_map(|city| city.people));
    let elevation = median(cities.iter().filter_map(|city| city.elevation_m));
    let division_of = |city: &WorldCity| (city.country.clone(), city.division.clone());
    let names: BTreeSet<_> = cities.iter().map(division_of).collect();
    let divisions: BTreeMap<_, usize> = names.into_iter().enumerate().map(|(at, name)| (name, at)).collect();
    let dense = |city: &WorldCity| DenseCity {
        id: city.id,
        name: city.name.to_lowercase(),
        country: countries[&city.country],
        division: divisions[&division_of(city)],
        unit: unit(city.place),
        log_people: city.people.filter(|people| *people >= LEAST_PEOPLE).unwrap_or(people).max(LEAST_PEOPLE).ln() as f32,
        seat: f32::from(city.seat),
        log_rank: 0.0,
        elevation_m: city.elevation_m.unwrap_or(elevation) as f32,
        air: city.air_destinations.unwrap_or(0.0).max(0.0).ln_1p() as f32,
        is_described: city.is_described,
        is_asean: city.is_asean,
    };
    (cities.iter().map(dense).collect(), divisions.len())
}

/// Fewer people than this are no count but a gap in the source.
const LEAST_PEOPLE: f64 = 100.0;

fn unit(place: Place) -> [f32; 3] {
    let (lat, lon) = (place.lat.to_radians(), place.lon.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()].map(|part| part as f32)
}

fn by_country(cities: &[DenseCity], countries: usize) -> Vec<Vec<usize>> {
    let mut members = vec![Vec::new(); countries];
    for (at, city) in cities.iter().enumerate() {
        members[city.country].push(at);
    }
    members
}

fn rank_in_country(cities: &mut [DenseCity], by_country: &[Vec<usize>]) {
    for members in by_country {
        let mut members = members.clone();
        members.sort_by(|a, b| cities[*b].log_people.total_cmp(&cities[*a].log_people).then(a.cmp(b)));
        for (rank, city) in members.into_iter().enumerate() {
            cities[city].log_rank = ((rank + 1) as f32).ln();
        }
    }
}

fn neighbourhoods(
    cities: &[DenseCity],
    by_country: &[Vec<usize>],
    weight: impl Fn(&DenseCity, &DenseCity) -> f32 + Sync,
    with_itself: bool,
) -> Vec<Neighbourhood> {
    let of = |(at, city): (usize, &DenseCity)| {
        let others = by_country[city.country].iter().filter(|other| with_itself || **other != at);
        let mut near: Neighbourhood = others.map(|other| (*other as u32, weight(city, &cities[*other]))).collect();
        let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if near.len() > NEIGHBOURHOOD {
            near.select_nth_unstable_by(NEIGHBOURHOOD, order);
            near.truncate(NEIGHBOURHOOD);
        }
        near.sort_unstable_by(order);
        near
    };
    cities.par_iter().enumerate().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::evaluation::made_world::city;

    #[test]
    fn a_country_without_a_row_is_one_about_which_nothing_is_known() {
        let row = |code: &str, hdi| WorldCountry {
            code: code.parse().unwrap(),
            region: Some("Asia".to_owned()),
            subregion: Some("South-eastern Asia".to_owned()),
            languages: vec!["id".to_owned()],
            income: Some(3.0),
            hdi,
        };
        let rows = vec![row("ID", Some(0.7)), row("MY", Some(0.8)), row("TL", None)];
        let world = World::new(vec![city(2, "XK", 1.0, 1.0), city(1, "ID", 0.0, 0.0)], rows);
        assert_eq!(world.cities().iter().map(|city| city.id).collect::<Vec<_>>(), [1, 2], "by id, whatever the order of the file");
        let unknown = world.country_of(1);
        assert_eq!((unknown.code.as_str(), unknown.subregion, unknown.hdi), ("XK", 0, 0.75));
        assert!(!unknown.shares_language(world.country_of(0)) && !unknown.shares_first_language(unknown));
        assert!(world.place_of(7).is_none() && world.is_foreign(0, 1));
    }

    #[test]
    fn cities_are_ranked_within_their_country_and_kin_are_near_and_alike() {
        let sized = |id, lon, people| WorldCity { people: Some(people), ..city(id, "ID", 0.0, lon) };
        let world = World::new(vec![sized(1, 0.0, 1e6), sized(2, 0.1, 9e5), sized(3, 0.1, 1e4), sized(4, 9.0, 1e6)], Vec::new());
        assert_eq!(world.cities().iter().map(|city| city.log_rank).collect::<Vec<_>>(), [0.0, 3f32.ln(), 4f32.ln(), 2f32.ln()]);
        assert_eq!(world.kin(0).iter().map(|(at, _)| *at).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(world.nearby(0)[0], (0, 1.0), "a place is nearest to itself");
    }
}
