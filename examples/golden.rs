//! Prints `golden.json` with the scores that the model gives its pairs now: for a new version of a model, never to silence a failing test.
//!
//! `cargo run --no-default-features --example golden > golden.json`

use std::error::Error;
use std::sync::Arc;

use kembar::matching::golden::Golden;
use kembar::matching::{Model, ModelFiles};

const FILES: ModelFiles<'static> = ModelFiles {
    taxonomy: include_str!("../models/taxonomy/2045-1.toml"),
    model: include_str!("../models/acv2045-1/model.toml"),
    indicators: include_str!("../models/acv2045-1/indicators.toml"),
    factors: include_str!("../models/acv2045-1/factors.toml"),
    parameters: include_str!("../models/acv2045-1/parameters.json"),
    golden: include_str!("../models/acv2045-1/golden.json"),
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut golden = Golden::parse(FILES.golden)?;
    golden.pairs = golden.computed(&Arc::new(Model::parse(&FILES)?))?;
    println!("{}", serde_json::to_string_pretty(&golden)?);
    Ok(())
}
