//! Made-up cities in any number, always the same ones: eleven countries with values of their own, every third city with a profile.

use std::error::Error;
use std::sync::Arc;

use kembar::domain::geo::Place;
use kembar::domain::id::CityId;
use kembar::domain::practice::PracticeBasis;
use kembar::matching::facts::{Basis, CityFacts, IndicatorFact, PracticeFact, PriorityFact};
use kembar::matching::indicators::Scope;
use kembar::matching::{Model, ModelFiles};
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

const FILES: ModelFiles<'static> = ModelFiles {
    taxonomy: include_str!("../../models/taxonomy/2045-1.toml"),
    model: include_str!("../../models/acv2045-1/model.toml"),
    indicators: include_str!("../../models/acv2045-1/indicators.toml"),
    factors: include_str!("../../models/acv2045-1/factors.toml"),
    parameters: include_str!("../../models/acv2045-1/parameters.json"),
    golden: include_str!("../../models/acv2045-1/golden.json"),
};
const COUNTRIES: [&str; 11] = ["BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN"];
const LANGUAGES: [&str; 8] = ["id", "ms", "th", "vi", "km", "fil", "en", "zh"];
const NETWORKS: [&str; 4] = ["ASCN", "BIMP-EAGA", "GMS", "IMT-GT"];

/// The bundled model.
pub fn model() -> Result<Arc<Model>, Box<dyn Error>> {
    Ok(Arc::new(Model::parse(&FILES)?))
}

/// This many cities; the first ones are the same for every number.
pub fn cities(model: &Model, count: usize) -> Result<Vec<CityFacts>, Box<dyn Error>> {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(1);
    let values: Vec<Vec<IndicatorFact>> = COUNTRIES.iter().map(|_| indicators(model, &mut rng)).collect();
    (0..count).map(|n| city(model, n, &values, &mut rng)).collect()
}

fn indicators(model: &Model, rng: &mut Xoshiro256PlusPlus) -> Vec<IndicatorFact> {
    let of_country = model.indicators().iter().filter(|definition| definition.scope == Scope::Country);
    let fact = |definition: &kembar::matching::IndicatorDefinition| IndicatorFact {
        code: definition.code.clone(),
        value: rng.gen_range(definition.plausible[0]..definition.plausible[1]),
        year: Some(2020),
        source: None,
        scope: Scope::Country,
        from_memory: false,
    };
    of_country.map(fact).collect()
}

fn city(model: &Model, n: usize, values: &[Vec<IndicatorFact>], rng: &mut Xoshiro256PlusPlus) -> Result<CityFacts, Box<dyn Error>> {
    let country = rng.gen_range(0..COUNTRIES.len());
    let id = CityId(uuid::Uuid::from_u128(n as u128 + 1));
    let mut city = CityFacts::unknown(id, format!("city-{n}").parse()?, format!("City {n}"), COUNTRIES[country].parse()?);
    city.place = Some(Place { lat: rng.gen_range(-11.0..28.0), lon: rng.gen_range(92.0..141.0) });
    city.utc_offset_hours = Some(f64::from(rng.gen_range(6..10)));
    city.population = Some(rng.gen_range(9.0_f64..16.5).exp());
    city.coastal = Some(rng.r#gen());
    city.elevation_m = Some(rng.gen_range(0.0..900.0));
    city.languages = LANGUAGES.choose_multiple(rng, 2).map(|l| l.parse()).collect::<Result<_, _>>()?;
    city.networks = NETWORKS.iter().filter(|_| rng.gen_ratio(1, 4)).map(|n| (*n).to_owned()).collect();
    city.indicators.clone_from(&values[country]);
    // One in three has a profile: enough for lists that differ, few enough for many cold starts.
    if n.is_multiple_of(3) {
        add_profile(model, &mut city, rng)?;
    }
    Ok(city)
}

fn add_profile(model: &Model, city: &mut CityFacts, rng: &mut Xoshiro256PlusPlus) -> Result<(), Box<dyn Error>> {
    let themes = model.taxonomy().themes();
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
    Ok(())
}
