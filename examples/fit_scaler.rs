//! Fits the scale of every trait on a set of cities and prints a model's `parameters.json`.
//!
//! Reads a JSON list of `CityFacts` from standard input:
//! `cargo run --no-default-features --example fit_scaler -- "what the cities are" 2026-11-22 < facts.json > parameters.json`

use std::error::Error;
use std::io::Read as _;
use std::sync::Arc;

use kembar::matching::model::{Fitted, Parameters};
use kembar::matching::scale::fit_scaler;
use kembar::matching::{CityFacts, Engine, Model, ModelFiles};

const FILES: ModelFiles<'static> = ModelFiles {
    taxonomy: include_str!("../models/taxonomy/2045-1.toml"),
    model: include_str!("../models/acv2045-1/model.toml"),
    indicators: include_str!("../models/acv2045-1/indicators.toml"),
    factors: include_str!("../models/acv2045-1/factors.toml"),
    parameters: include_str!("../models/acv2045-1/parameters.json"),
    golden: include_str!("../models/acv2045-1/golden.json"),
};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [on, date] = arguments.as_slice() else { return Err("usage: fit_scaler WHAT-THE-CITIES-ARE DATE < facts.json".into()) };
    let date = date.parse()?;
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let cities: Vec<CityFacts> = serde_json::from_str(&text)?;
    let active: Vec<CityFacts> = cities.into_iter().filter(|city| city.suggestible).collect();
    let model = Arc::new(Model::parse(&FILES)?);
    let scaler = fit_scaler(&model, &active);
    let fitted = Fitted { on: on.clone(), cities: active.len(), data: String::new(), date };
    let engine = Engine::new(model, active, date)?;
    let parameters =
        Parameters { fitted: Fitted { data: engine.snapshot_hash().to_owned(), ..fitted }, scaler, learned: Default::default() };
    println!("{}", serde_json::to_string_pretty(&parameters)?);
    Ok(())
}
