//! Prints what the engine may know of the cities of a database, as the JSON list of `CityFacts` that the other examples read.
//!
//! `cargo run --features server --example facts -- kembar-demo/kembar.db 2026-11-22 > facts.json`

use std::error::Error;

use kembar::actions::matching::facts;
use kembar::store::connection::{self, DatabaseConfig};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [url, date] = arguments.as_slice() else { return Err("usage: facts DATABASE DATE".into()) };
    let mut db = connection::connect(&DatabaseConfig::new(url.parse()?))?;
    let date = date.parse()?;
    let cities = db.read(|db| facts::gather(db, None, date))?;
    println!("{}", serde_json::to_string(&cities)?);
    Ok(())
}
