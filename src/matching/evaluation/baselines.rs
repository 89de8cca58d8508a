//! Rankings without learning, computed by the same code from the same data: what a model has to beat.

use super::history::History;
use super::split::share_of;
use super::world::{DenseCity, World, distance_km};

/// Something that scores every city of the world for one that asks. Scores of the asker's own country are not looked at.
pub trait Scorer: Sync {
    /// What it is called in the report.
    fn name(&self) -> &'static str;

    /// A score for every city, by place; higher is better.
    fn scores(&self, asker: usize) -> Vec<f32>;
}

/// A baseline that looks at one pair at a time.
struct Pairwise<'a, F: Fn(&Known<'a>, usize, usize) -> f32 + Sync> {
    name: &'static str,
    known: Known<'a>,
    score: F,
}

/// What baselines may look at.
#[derive(Clone, Copy)]
struct Known<'a> {
    world: &'a World,
    history: &'a History,
    seed: u64,
}

impl Known<'_> {
    fn km(&self, a: usize, b: usize) -> f32 {
        distance_km(&self.world.city(a).unit, &self.world.city(b).unit)
    }
}

impl<'a, F: Fn(&Known<'a>, usize, usize) -> f32 + Sync> Scorer for Pairwise<'a, F> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn scores(&self, asker: usize) -> Vec<f32> {
        (0..self.known.world.cities().len()).map(|other| (self.score)(&self.known, asker, other)).collect()
    }
}

/// The baselines: random, nearest by distance, same size, gravity (size × size / distance), popularity (open ties of the candidate),
/// country-pair rate (open ties of the two countries for each pair of their cities), and nearest on raw features.
pub fn all<'a>(world: &'a World, history: &'a History, seed: u64) -> Vec<Box<dyn Scorer + 'a>> {
    let known = Known { world, history, seed };
    vec![
        Box::new(Pairwise { name: "random", known, score: random }),
        Box::new(Pairwise { name: "nearest", known, score: |known: &Known<'a>, a, b| -known.km(a, b) }),
        Box::new(Pairwise { name: "same_size", known, score: same_size }),
        Box::new(Pairwise { name: "gravity", known, score: gravity }),
        Box::new(Pairwise { name: "popularity", known, score: |known: &Known<'a>, _, b| known.history.degree(b) }),
        Box::new(Pairwise { name: "country_pair_rate", known, score: country_pair_rate }),
        Box::new(RawFeatures::new(world)),
    ]
}

fn random(known: &Known<'_>, a: usize, b: usize) -> f32 {
    let id = |at: usize| known.world.city(at).id;
    share_of(id(a).rotate_left(32) ^ id(b), known.seed) as f32
}

fn same_size(known: &Known<'_>, a: usize, b: usize) -> f32 {
    -(known.world.city(a).log_people - known.world.city(b).log_people).abs()
}

fn gravity(known: &Known<'_>, a: usize, b: usize) -> f32 {
    known.world.city(a).log_people + known.world.city(b).log_people - known.km(a, b).max(1.0).ln()
}

fn country_pair_rate(known: &Known<'_>, a: usize, b: usize) -> f32 {
    let (from, to) = (known.world.country_of(a), known.world.country_of(b));
    known.history.between_countries(known.world.city(a).country, known.world.city(b).country) / (from.cities * to.cities)
}

/// Euclidean distance over standardised plain features, in the manner of statistics offices.
struct RawFeatures<'a> {
    world: &'a World,
    rows: Vec<[f32; RAW]>,
}

const RAW: usize = 9;

impl<'a> RawFeatures<'a> {
    fn new(world: &'a World) -> Self {
        let raw = |city: &DenseCity| {
            let country = &world.countries()[city.country];
            let [x, y, z] = city.unit;
            [x, y, z, city.log_people, city.seat, city.elevation_m.max(0.0).ln_1p(), city.air, country.income, country.hdi]
        };
        let mut rows: Vec<[f32; RAW]> = world.cities().iter().map(raw).collect();
        for column in 0..RAW {
            standardise(&mut rows, column);
        }
        Self { world, rows }
    }
}

fn standardise(rows: &mut [[f32; RAW]], column: usize) {
    let count = rows.len().max(1) as f64;
    let mean = rows.iter().map(|row| f64::from(row[column])).sum::<f64>() / count;
    let variance = rows.iter().map(|row| (f64::from(row[column]) - mean).powi(2)).sum::<f64>() / count;
    let spread = Some(variance.sqrt()).filter(|spread| *spread > 1e-9).unwrap_or(1.0);
    rows.iter_mut().for_each(|row| row[column] = ((f64::from(row[column]) - mean) / spread) as f32);
}

impl Scorer for RawFeatures<'_> {
    fn name(&self) -> &'static str {
        "nearest_on_raw_features"
    }

    fn scores(&self, asker: usize) -> Vec<f32> {
        let own = self.rows[asker];
        let apart = |other: &[f32; RAW]| -> f32 { own.iter().zip(other).map(|(a, b)| (a - b) * (a - b)).sum() };
        (0..self.world.cities().len()).map(|other| -apart(&self.rows[other])).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::evaluation::WorldCity;
    use crate::matching::evaluation::made_world::city;

    #[test]
    fn each_baseline_prefers_what_its_name_says() {
        let sized = |id, country, lon, people| WorldCity { people: Some(people), ..city(id, country, 0.0, lon) };
        let cities = vec![
            sized(1, "ID", 0.0, 1e5),
            sized(2, "MY", 1.0, 1e4),  // the nearest
            sized(3, "TH", 30.0, 1e5), // of the same size, and popular
            sized(4, "VN", 5.0, 9e6),  // huge and not far
            sized(5, "ID", 0.5, 2e4),
            sized(6, "LA", 60.0, 3e6),
        ];
        let world = World::new(cities, Vec::new());
        let history = History::of(&world, [(1, 2), (3, 2), (4, 5)].into_iter());
        let best = |name: &str| {
            let baselines = all(&world, &history, 1);
            let scores = baselines.iter().find(|baseline| baseline.name() == name).unwrap().scores(0);
            (0..6).filter(|at| world.is_foreign(0, *at)).max_by(|a, b| scores[*a].total_cmp(&scores[*b])).unwrap()
        };
        assert_eq!((best("nearest"), best("same_size"), best("gravity"), best("popularity")), (1, 2, 3, 2));
        assert_eq!((best("country_pair_rate"), best("nearest_on_raw_features")), (5, 1));
    }
}
