//! The features of a pair: the city that asks, and a candidate. All come from the files of cities and countries and from open ties.
//!
//! What is summed over the partners of a candidate is prepared once for each asking city, so that a row costs little.

use super::history::History;
use super::world::{DenseCity, DenseCountry, World, distance_km};

/// One feature: a group, and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feature {
    /// The group it belongs to.
    pub group: Group,
    /// What it is, for people.
    pub name: &'static str,
}

/// What a feature rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Place, size, rank, languages, wealth: what the files of cities and countries say.
    Plain,
    /// How often two countries partner.
    CountryPair,
    /// Open ties of the candidate, of its surroundings and of its division.
    Ties,
}

macro_rules! features {
    ($($group:ident $name:literal)+) => {
        /// Every feature, in the order of the rows.
        pub const FEATURES: &[Feature] = &[$(Feature { group: Group::$group, name: $name },)+];
    };
}

features! {
    Plain "distance (log)"
    Plain "within some 100 km"
    Plain "within some 2,000 km"
    Plain "distance × size of the asker"
    Plain "distance × development of the asker"
    Plain "distance × shared language"
    Plain "difference of height (log)"
    Plain "difference of size"
    Plain "difference of size, squared"
    Plain "size of the candidate"
    Plain "size of the candidate less the asker's"
    Plain "size × size"
    Plain "difference of size × size of the asker"
    Plain "rank by size in the candidate's country"
    Plain "difference of rank by size"
    Plain "both capitals"
    Plain "one a capital, the other not"
    Plain "candidate a capital"
    Plain "administrative rank of the candidate"
    Plain "difference of administrative rank"
    Plain "shared language"
    Plain "same first language"
    Plain "same subregion"
    Plain "same continent"
    Plain "difference of income group"
    Plain "difference of development"
    Plain "development of the candidate"
    Plain "same name"
    Plain "air connections of the candidate"
    Plain "difference of air connections"
    Plain "candidate has a Wikidata item"
    CountryPair "affinity of the two countries"
    CountryPair "affinity of the countries × size of the asker"
    CountryPair "ties of the two countries for each city"
    CountryPair "affinity of the two subregions"
    Ties "partners of the candidate (log)"
    Ties "partners of the candidate × size of the asker"
    Ties "partners of the candidate × rank of the asker"
    Ties "partners of cities like the candidate"
    Ties "share of the candidate's country with ties"
    Ties "activity of cities like the asker × distance"
    Ties "ties of the candidate with the asker's country"
    Ties "share of the candidate's ties with the asker's country"
    Ties "candidate has a tie with the asker's country"
    Ties "ties of the asker's division with the candidate's country"
    Ties "ties of the candidate's division with the asker's country"
    Ties "partners of the candidate within 50 km of the asker"
    Ties "partners of the candidate within 200 km of the asker"
    Ties "partners of the candidate within 800 km of the asker"
    Ties "partners of the candidate in the asker's country and of its size"
    Ties "partners of the candidate like the asker"
    Ties "share of the candidate's partners like the asker"
    Ties "share of the candidate's partners like the asker × size"
    Ties "ties from cities like the asker to cities like the candidate"
    Ties "share of the ties of cities like the candidate with cities like the asker"
    Ties "share of the ties of cities like the candidate with the asker's country"
    Ties "ties from around the asker to around the candidate"
    Ties "share of the ties around the candidate with the surroundings of the asker"
    Ties "ties of cities of the asker's size with the candidate's country"
    Ties "the same for cities of the candidate's size"
}

/// How many features a row has.
pub const WIDTH: usize = FEATURES.len();

/// A row of features.
pub type Row = [f32; WIDTH];

/// Sums over the partners of a city, each weighed by its likeness to the asker.
#[derive(Debug, Clone, Copy, Default)]
struct Likeness {
    within_50: f32,
    within_200: f32,
    within_800: f32,
    compatriots: f32,
    compatriots_of_size: f32,
    alike: f32,
    neighbours: f32,
}

impl Likeness {
    fn add(&mut self, other: &Likeness) {
        self.within_50 += other.within_50;
        self.within_200 += other.within_200;
        self.within_800 += other.within_800;
        self.compatriots += other.compatriots;
        self.compatriots_of_size += other.compatriots_of_size;
        self.alike += other.alike;
        self.neighbours += other.neighbours;
    }
}

/// Size bands of half a log-person from about 5,000 people.
const BANDS: usize = 16;

fn band(log_people: f32) -> usize {
    (((log_people - 8.5) * 2.0).max(0.0) as usize).min(BANDS - 1)
}

/// The middle of the sizes, so that products with size are not products with a constant.
const MIDDLE_LOG_PEOPLE: f32 = 11.0;
const MIDDLE_HDI: f32 = 0.75;

/// A city that asks, with everything that depends on it alone.
pub struct Asker<'a> {
    world: &'a World,
    history: &'a History,
    at: usize,
    city: &'a DenseCity,
    country: &'a DenseCountry,
    /// Size of the asker about the middle.
    size: f32,
    /// How active cities like the asker are in twinning.
    activity: f32,
    /// For each city, over its partners.
    likeness: Vec<Likeness>,
    /// Ties of cities of the asker's country and size, by country and band of size of the partner, spread over near bands.
    by_band: Vec<[f32; BANDS]>,
    /// The same by country.
    by_country: Vec<f32>,
    by_country_total: f32,
    /// By country, whether a language of the asker's is spoken there.
    speaks: Vec<bool>,
}

impl<'a> Asker<'a> {
    /// A city and what open ties say. The history must hold no tie of the city that is under test.
    pub fn new(world: &'a World, history: &'a History, at: usize) -> Asker<'a> {
        let (city, country) = (world.city(at), world.country_of(at));
        let speaks: Vec<bool> = world.countries().iter().map(|other| country.shares_language(other)).collect();
        let likeness = likeness_of_partners(world, history, at, &speaks);
        let mut by_band = vec![[0.0; BANDS]; world.countries().len()];
        let mut by_country = vec![0.0; world.countries().len()];
        for (other, sums) in world.cities().iter().zip(&likeness) {
            by_band[other.country][band(other.log_people)] += sums.compatriots_of_size;
            by_country[other.country] += sums.compatriots_of_size;
        }
        let by_band = by_band.iter().map(spread).collect();
        let (ties, weight) = around(world.kin(at), |other| history.degree(other));
        let activity = ((ties + 0.3) / (weight + 0.3)).ln();
        let by_country_total = by_country.iter().sum();
        let size = city.log_people - MIDDLE_LOG_PEOPLE;
        Asker { world, history, at, city, country, size, activity, likeness, by_band, by_country, by_country_total, speaks }
    }

    /// The features of a candidate abroad.
    pub fn row(&self, candidate: usize) -> Row {
        let pair = Pair::new(self, candidate);
        let mut row = [0.0; WIDTH];
        let mut at = 0;
        let mut put = |values: &[f32]| {
            row[at..at + values.len()].copy_from_slice(values);
            at += values.len();
        };
        put(&pair.place());
        put(&pair.size());
        put(&pair.standing());
        put(&pair.kinship());
        put(&pair.countries());
        put(&pair.activity());
        put(&pair.ties_with_country());
        put(&pair.partners_alike());
        put(&pair.surroundings());
        debug_assert_eq!(at, WIDTH);
        row
    }

    /// Where the asker stands in the world.
    pub fn at(&self) -> usize {
        self.at
    }
}

/// Sums of `value` and of the weights over a neighbourhood.
fn around(neighbourhood: &[(u32, f32)], value: impl Fn(usize) -> f32) -> (f32, f32) {
    neighbourhood.iter().fold((0.0, 0.0), |(sum, weights), (other, weight)| (sum + weight * value(*other as usize), weights + weight))
}

/// Every band with a share of the others, less the farther they are.
fn spread(bands: &[f32; BANDS]) -> [f32; BANDS] {
    if bands.iter().all(|ties| *ties == 0.0) {
        return [0.0; BANDS];
    }
    std::array::from_fn(|to| (0..BANDS).map(|from| bands[from] * (-0.6 * to.abs_diff(from) as f32).exp()).sum())
}

fn likeness_of_partners(world: &World, history: &History, at: usize, speaks: &[bool]) -> Vec<Likeness> {
    let cities = 0..world.cities().len();
    let to_asker: Vec<Likeness> = cities
        .clone()
        .map(
            |other| {
                if history.partners(other).is_empty() { Likeness::default() } else { likeness(world.city(at), world.city(other), speaks) }
            },
        )
        .collect();
    let over_partners = |city: usize| {
        let mut sums = Likeness::default();
        for partner in history.partners(city) {
            sums.add(&to_asker[*partner as usize]);
        }
        sums
    };
    cities.map(over_partners).collect()
}

/// How like the asker a city is, in several senses.
fn likeness(a: &DenseCity, b: &DenseCity, speaks: &[bool]) -> Likeness {
    let km = distance_km(&a.unit, &b.unit);
    let within = |scale: f32| (-km / scale).exp();
    let of_size = (-(a.log_people - b.log_people).abs() / 0.8).exp();
    let of_rank = if a.is_capital() == b.is_capital() { 1.0 } else { 0.3 };
    let is_compatriot = a.country == b.country;
    let compatriot = if is_compatriot { 1.0 } else { 0.0 };
    let speaks = if speaks[b.country] { 1.0 } else { 0.7 };
    Likeness {
        within_50: within(50.0),
        within_200: within(200.0),
        within_800: within(800.0),
        compatriots: compatriot,
        compatriots_of_size: compatriot * of_size * of_rank,
        alike: within(400.0) * of_size * of_rank * if is_compatriot { 1.0 } else { 0.4 } * speaks,
        neighbours: compatriot * within(70.0),
    }
}

fn flag(holds: bool) -> f32 {
    if holds { 1.0 } else { 0.0 }
}

/// An asker and a candidate.
struct Pair<'p, 'a> {
    asker: &'p Asker<'a>,
    at: usize,
    city: &'a DenseCity,
    country: &'a DenseCountry,
    sums: Likeness,
    degree: f32,
    log_km: f32,
    km: f32,
    is_shared_language: bool,
}

impl<'p, 'a> Pair<'p, 'a> {
    fn new(asker: &'p Asker<'a>, at: usize) -> Self {
        let (city, country) = (asker.world.city(at), asker.world.country_of(at));
        let km = distance_km(&asker.city.unit, &city.unit);
        let is_shared_language = asker.speaks[city.country];
        let (sums, degree) = (asker.likeness[at], asker.history.degree(at));
        Pair { asker, at, city, country, sums, degree, log_km: (km + 30.0).ln(), km, is_shared_language }
    }

    fn place(&self) -> [f32; 7] {
        let asker = self.asker;
        [
            self.log_km,
            (-self.km / 100.0).exp(),
            (-self.km / 2_000.0).exp(),
            asker.size * self.log_km,
            (asker.country.hdi - MIDDLE_HDI) * self.log_km,
            flag(self.is_shared_language) * self.log_km,
            ((asker.city.elevation_m - self.city.elevation_m).abs() + 20.0).ln(),
        ]
    }

    fn size(&self) -> [f32; 8] {
        let (a, b) = (self.asker.city, self.city);
        let apart = (a.log_people - b.log_people).abs();
        [
            apart,
            apart * apart,
            b.log_people,
            b.log_people - a.log_people,
            self.asker.size * (b.log_people - MIDDLE_LOG_PEOPLE),
            self.asker.size * apart,
            b.log_rank,
            (a.log_rank - b.log_rank).abs(),
        ]
    }

    fn standing(&self) -> [f32; 5] {
        let (a, b) = (self.asker.city, self.city);
        let capitals = [a.is_capital(), b.is_capital()];
        [flag(capitals == [true, true]), flag(capitals[0] != capitals[1]), flag(capitals[1]), b.seat, (a.seat - b.seat).abs()]
    }

    fn kinship(&self) -> [f32; 11] {
        let (a, b) = (self.asker.country, self.country);
        let (city, other) = (self.asker.city, self.city);
        [
            flag(self.is_shared_language),
            flag(a.shares_first_language(b)),
            flag(a.subregion == b.subregion),
            flag(a.region.is_some() && a.region == b.region),
            (a.income - b.income).abs(),
            (a.hdi - b.hdi).abs(),
            b.hdi,
            flag(city.name == other.name),
            other.air,
            (city.air - other.air).abs(),
            flag(other.is_described),
        ]
    }

    fn countries(&self) -> [f32; 4] {
        let (history, a, b) = (self.asker.history, self.asker.city.country, self.city.country);
        let affinity = history.country_affinity(a, b);
        [
            affinity,
            self.asker.size * affinity,
            history.country_rate(self.asker.world, a, b),
            history.subregion_affinity(self.asker.country.subregion, self.country.subregion),
        ]
    }

    fn activity(&self) -> [f32; 6] {
        let (asker, degree) = (self.asker, self.degree.ln_1p());
        let (ties, weight) = around(asker.world.kin(self.at), |other| asker.history.degree(other));
        [
            degree,
            asker.size * degree,
            asker.city.log_rank * degree,
            (ties / (weight + 0.3) + 0.05).ln(),
            ((asker.history.tied_cities(self.city.country) + 1.0) / (self.country.cities + 5.0)).ln(),
            asker.activity * self.log_km,
        ]
    }

    fn ties_with_country(&self) -> [f32; 5] {
        let (history, a, b) = (self.asker.history, self.asker.city, self.city);
        let between = history.between_countries(a.country, b.country);
        let ties = self.sums.compatriots;
        // What the share would be if the candidate were any city: the share of the asker's country in all ties, moved by the affinity.
        let usual = (history.country_ties(a.country) + 1.0) / (history.total() + 100.0);
        let usual = usual * between.max(0.3) / (history.expected_between(a.country, b.country) + 0.3);
        let division = |of: usize, with: usize, ties_of_country: f32| {
            let (all, with) = history.division_ties(of, with);
            let usual = (between + 1.0) / (ties_of_country + 20.0);
            ((with + 10.0 * usual) / (all + 10.0)).ln()
        };
        [
            ties.ln_1p(),
            ((ties + 3.0 * usual) / (self.degree + 3.0)).ln(),
            flag(ties > 0.0),
            division(a.division, b.country, history.country_ties(a.country)),
            division(b.division, a.country, history.country_ties(b.country)),
        ]
    }

    fn partners_alike(&self) -> [f32; 7] {
        let share = ((self.sums.alike + 0.003) / (self.degree + 1.0)).ln();
        [
            (self.sums.within_50 + 0.01).ln(),
            (self.sums.within_200 + 0.01).ln(),
            (self.sums.within_800 + 0.01).ln(),
            (self.sums.compatriots_of_size + 0.03).ln(),
            (self.sums.alike + 0.003).ln(),
            share,
            self.asker.size * share,
        ]
    }

    fn surroundings(&self) -> [f32; 7] {
        let Asker { world, history, likeness, by_band, by_country, by_country_total, .. } = self.asker;
        let (mut kin, mut near) = ([0.0_f32; 3], [0.0_f32; 2]);
        for (other, weight) in world.kin(self.at) {
            let other = *other as usize;
            let terms = [likeness[other].alike, likeness[other].compatriots, history.degree(other)];
            kin.iter_mut().zip(terms).for_each(|(sum, term)| *sum += weight * term);
        }
        for (other, weight) in world.nearby(self.at) {
            let other = *other as usize;
            near[0] += weight * likeness[other].neighbours;
            near[1] += weight * history.degree(other);
        }
        let (country, room) = (self.city.country, (self.country.cities + 5.0).ln());
        let between = history.between_countries(self.asker.city.country, country);
        let usual = 0.2 * (between + 1.0) / (history.country_ties(self.asker.city.country) + 20.0);
        [
            (kin[0] + 0.001).ln(),
            ((kin[0] + 0.001) / (kin[2] + 1.0)).ln(),
            ((kin[1] + 0.01) / (kin[2] + 1.0)).ln(),
            (near[0] + 0.003).ln(),
            ((near[0] + 0.003) / (near[1] + 1.0)).ln(),
            ((by_country[country] + usual) / (by_country_total + 0.2)).ln() - room,
            (by_band[country][band(self.city.log_people)] + 0.02).ln() - 0.5 * room,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::evaluation::made_world::made_world;

    #[test]
    fn every_feature_has_a_name_of_its_own_and_every_row_is_finite() {
        let names: std::collections::BTreeSet<&str> = FEATURES.iter().map(|feature| feature.name).collect();
        assert_eq!(names.len(), WIDTH);
        let (world, ties) = made_world();
        for open in [ties.as_slice(), &[]] {
            let places = open.iter().map(|tie| tie.cities.map(|id| world.place_of(id).unwrap()));
            let history = History::of(&world, places.map(|[a, b]| (a, b)));
            let asker = Asker::new(&world, &history, 0);
            for candidate in (0..world.cities().len()).filter(|other| world.is_foreign(0, *other)) {
                let row = asker.row(candidate);
                assert!(row.iter().all(|value| value.is_finite()), "{row:?}");
            }
        }
    }

    #[test]
    fn a_candidate_whose_partner_is_the_askers_neighbour_stands_out_by_it() {
        let (world, _) = made_world();
        let neighbour = world.kin(0)[0].0 as usize;
        let abroad: Vec<usize> = (0..world.cities().len()).filter(|other| world.is_foreign(0, *other)).collect();
        let history = History::of(&world, [(neighbour, abroad[0])].into_iter());
        let asker = Asker::new(&world, &history, 0);
        let of = |candidate: usize, name: &str| asker.row(candidate)[FEATURES.iter().position(|feature| feature.name == name).unwrap()];
        for name in ["partners of the candidate like the asker", "ties of the candidate with the asker's country"] {
            assert!(of(abroad[0], name) > of(abroad[1], name), "{name}");
        }
    }
}
