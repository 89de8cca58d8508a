//! What a set of open ties says: partners of cities, and counts by country, subregion and division.
//!
//! It must not know which cities are asked about: a tie that is under test is not in the set it is made from, and so in no count.

use super::world::World;

/// Counts over ties. Every tie counts once in each direction.
#[derive(Debug, Clone)]
pub struct History {
    partners: Vec<Vec<u32>>,
    countries: Counts,
    subregions: Counts,
    /// Ties of a division with each country.
    divisions: Counts,
    /// Cities with a tie, by country.
    tied_cities: Vec<f32>,
    total: f32,
}

/// A table of counts with its row sums.
#[derive(Debug, Clone)]
struct Counts {
    width: usize,
    cells: Vec<f32>,
    rows: Vec<f32>,
}

impl Counts {
    fn new(rows: usize, width: usize) -> Counts {
        Counts { width, cells: vec![0.0; rows * width], rows: vec![0.0; rows] }
    }

    fn add(&mut self, row: usize, column: usize) {
        self.cells[row * self.width + column] += 1.0;
        self.rows[row] += 1.0;
    }

    fn cell(&self, row: usize, column: usize) -> f32 {
        self.cells[row * self.width + column]
    }
}

impl History {
    /// The history that these ties make.
    pub fn of(world: &World, ties: impl Iterator<Item = (usize, usize)>) -> History {
        let (countries, subregions) = (world.countries().len(), world.subregions());
        let mut history = History {
            partners: vec![Vec::new(); world.cities().len()],
            countries: Counts::new(countries, countries),
            subregions: Counts::new(subregions, subregions),
            divisions: Counts::new(world.divisions(), countries),
            tied_cities: vec![0.0; countries],
            total: 0.0,
        };
        for (a, b) in ties {
            history.add(world, a, b);
            history.add(world, b, a);
        }
        for (city, partners) in world.cities().iter().zip(&mut history.partners) {
            partners.sort_unstable();
            history.tied_cities[city.country] += if partners.is_empty() { 0.0 } else { 1.0 };
        }
        history
    }

    fn add(&mut self, world: &World, from: usize, to: usize) {
        let (a, b) = (world.city(from), world.city(to));
        self.partners[from].push(to as u32);
        self.countries.add(a.country, b.country);
        self.subregions.add(world.country_of(from).subregion, world.country_of(to).subregion);
        self.divisions.add(a.division, b.country);
        self.total += 1.0;
    }

    /// The partners of a city, sorted.
    pub fn partners(&self, city: usize) -> &[u32] {
        &self.partners[city]
    }

    /// How many partners a city has.
    pub fn degree(&self, city: usize) -> f32 {
        self.partners[city].len() as f32
    }

    /// Ends of ties, twice the number of ties.
    pub fn total(&self) -> f32 {
        self.total
    }

    /// Ties of a country.
    pub fn country_ties(&self, country: usize) -> f32 {
        self.countries.rows[country]
    }

    /// Ties between two countries.
    pub fn between_countries(&self, a: usize, b: usize) -> f32 {
        self.countries.cell(a, b)
    }

    /// Cities of a country that have a tie.
    pub fn tied_cities(&self, country: usize) -> f32 {
        self.tied_cities[country]
    }

    /// Ties of a division, and those of them with a country.
    pub fn division_ties(&self, division: usize, country: usize) -> (f32, f32) {
        (self.divisions.rows[division], self.divisions.cell(division, country))
    }

    /// How much likelier ties between two subregions are than if partners were drawn at random, as a logarithm, drawn towards 0 where
    /// little is known.
    pub fn subregion_affinity(&self, a: usize, b: usize) -> f32 {
        let expected = self.subregions.rows[a] * self.subregions.rows[b] / self.total.max(1.0);
        ((self.subregions.cell(a, b) + SUBREGION_PRIOR) / (expected + SUBREGION_PRIOR)).ln()
    }

    /// The ties that two countries would have if partners were drawn at random.
    pub fn expected_between(&self, a: usize, b: usize) -> f32 {
        self.country_ties(a) * self.country_ties(b) / self.total.max(1.0)
    }

    /// The same as [`History::subregion_affinity`] for two countries.
    pub fn country_affinity(&self, a: usize, b: usize) -> f32 {
        let expected = self.expected_between(a, b);
        ((self.between_countries(a, b) + COUNTRY_PRIOR) / (expected + COUNTRY_PRIOR)).ln()
    }

    /// Ties between two countries for each city of the second, drawn towards what their subregions lead to expect.
    pub fn country_rate(&self, world: &World, a: usize, b: usize) -> f32 {
        let [first, second] = [&world.countries()[a], &world.countries()[b]];
        let expected = self.expected_between(a, b) * self.subregion_affinity(first.subregion, second.subregion).exp();
        let ties = self.between_countries(a, b) + RATE_SHRINKAGE * expected.min(RATE_EXPECTED_MAX) + RATE_FLOOR;
        (ties / (second.cities + RATE_CITIES)).ln()
    }
}

/// Ties by which counts of subregions and countries are drawn towards chance.
const SUBREGION_PRIOR: f32 = 2.0;
const COUNTRY_PRIOR: f32 = 2.3;
/// How far the expectation counts beside what was seen, and its limits.
const RATE_SHRINKAGE: f32 = 0.5;
const RATE_EXPECTED_MAX: f32 = 5.0;
const RATE_FLOOR: f32 = 0.05;
const RATE_CITIES: f32 = 5.0;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::evaluation::made_world::city;

    #[test]
    fn ties_count_in_both_directions_and_unseen_countries_stay_finite() {
        let cities = [(1, "ID"), (2, "MY"), (3, "MY"), (4, "LA")].map(|(id, country)| city(id, country, 0.0, id as f64));
        let world = World::new(cities.to_vec(), Vec::new());
        let history = History::of(&world, [(0, 1), (0, 2)].into_iter());
        let [id, la, my] = ["ID", "LA", "MY"].map(|code| world.countries().iter().position(|row| row.code.as_str() == code).unwrap());
        assert_eq!((history.partners(0), history.degree(3)), ([1, 2].as_slice(), 0.0));
        assert_eq!((history.between_countries(id, my), history.between_countries(my, id), history.country_ties(my)), (2.0, 2.0, 2.0));
        assert_eq!((history.tied_cities(my), history.tied_cities(la), history.total()), (2.0, 0.0, 4.0));
        assert!(history.country_affinity(id, my) > 0.0 && history.country_affinity(id, la) == 0.0);
        assert!(history.country_rate(&world, id, my) > history.country_rate(&world, id, la));
        let nothing = History::of(&world, std::iter::empty());
        assert!(nothing.country_rate(&world, id, la).is_finite() && nothing.subregion_affinity(0, 0) == 0.0);
    }
}
