//! How long one suggestion takes, over made-up cities in the number of the world's. Prints a table; judges nothing, because machines differ.
//!
//! `cargo bench --no-default-features --bench suggest [-- CITIES]`

use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

use kembar::domain::geo::Place;
use kembar::domain::id::CityId;
use kembar::domain::pairing::Kind;
use kembar::domain::practice::PracticeBasis;
use kembar::matching::engine::Ask;
use kembar::matching::facts::{Basis, CityFacts, IndicatorFact, PracticeFact, PriorityFact};
use kembar::matching::indicators::Scope;
use kembar::matching::{Engine, Model, ModelFiles};
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

const FILES: ModelFiles<'static> = ModelFiles {
    taxonomy: include_str!("../models/taxonomy/2045-1.toml"),
    model: include_str!("../models/acv2045-1/model.toml"),
    indicators: include_str!("../models/acv2045-1/indicators.toml"),
    factors: include_str!("../models/acv2045-1/factors.toml"),
    parameters: include_str!("../models/acv2045-1/parameters.json"),
    golden: include_str!("../models/acv2045-1/golden.json"),
};
const COUNTRIES: [&str; 11] = ["BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN"];
const LANGUAGES: [&str; 8] = ["id", "ms", "th", "vi", "km", "fil", "en", "zh"];

fn city(model: &Model, n: usize, rng: &mut Xoshiro256PlusPlus) -> Result<CityFacts, Box<dyn Error>> {
    let themes = model.taxonomy().themes();
    let country = COUNTRIES[rng.gen_range(0..COUNTRIES.len())].parse()?;
    let mut city =
        CityFacts::unknown(CityId(uuid::Uuid::from_u128(n as u128 + 1)), format!("city-{n}").parse()?, format!("City {n}"), country);
    city.place = Some(Place { lat: rng.gen_range(-11.0..28.0), lon: rng.gen_range(92.0..141.0) });
    city.utc_offset_hours = Some(f64::from(rng.gen_range(6..10)));
    city.population = Some(rng.gen_range(9.0_f64..16.5).exp());
    city.coastal = Some(rng.r#gen());
    city.elevation_m = Some(rng.gen_range(0.0..900.0));
    city.languages = LANGUAGES.choose_multiple(rng, 2).map(|l| l.parse()).collect::<Result<_, _>>()?;
    for definition in model.indicators().iter().filter(|d| d.scope == Scope::Country) {
        let value = rng.gen_range(definition.plausible[0]..definition.plausible[1]);
        let fact = IndicatorFact {
            code: definition.code.clone(),
            value,
            year: Some(2020),
            source: None,
            scope: Scope::Country,
            from_memory: false,
        };
        city.indicators.push(fact);
    }
    // One in three has a profile: enough for lists that differ, few enough for many cold starts.
    if n.is_multiple_of(3) {
        for theme in themes.choose_multiple(rng, 3) {
            let (theme, rank, year) = (theme.code.clone(), None, Some(2024));
            city.priorities.push(PriorityFact { theme, rank, basis: Basis::Derived, year, source: None, from_memory: false });
        }
        for theme in themes.choose_multiple(rng, 2) {
            city.practices.push(PracticeFact {
                id: None,
                themes: vec![theme.code.clone()],
                title: "A practice".to_owned(),
                basis: *PracticeBasis::ALL.choose(rng).ok_or("no basis")?,
                is_checked: true,
                year: Some(2022),
                source: None,
                from_memory: false,
            });
        }
    }
    Ok(city)
}

fn cpu() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(text.split(' ').next().and_then(|n| n.parse().ok()).unwrap_or_default())
}

fn main() -> Result<(), Box<dyn Error>> {
    // `cargo bench` adds a flag of its own; the first plain number is ours.
    let count = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(12_869);
    let model = Arc::new(Model::parse(&FILES)?);
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(1);
    let cities = (0..count).map(|n| city(&model, n, &mut rng)).collect::<Result<Vec<_>, _>>()?;
    let ids: Vec<CityId> = cities.iter().map(|city| city.id).collect();
    let start = Instant::now();
    let engine = Engine::new(model, cities, "2026-11-22".parse()?)?;
    println!("snapshot of {count} cities: {:?}", start.elapsed());
    for kind in [Kind::PeerLearning, Kind::SisterCity] {
        for limit in [10, 20] {
            let mut times: Vec<Duration> = Vec::new();
            let cpu0 = cpu();
            for id in ids.iter().step_by((ids.len() / 200).max(1)) {
                let start = Instant::now();
                engine.suggest(*id, &Ask { kind, theme: None, limit })?;
                times.push(start.elapsed());
            }
            println!("cpu mean {:?}", (cpu() - cpu0) / times.len() as u32);
            times.sort();
            println!("{kind:13} {limit:2} items: median {:?}, longest {:?}", times[times.len() / 2], times[times.len() - 1]);
        }
    }
    Ok(())
}
