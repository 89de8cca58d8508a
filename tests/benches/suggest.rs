//! How long one live answer takes over made-up cities in the number of the world's, and how long the snapshot takes to make and to change.
//! Prints a table, with the mean processor time beside the times on the clock; judges nothing, because machines differ.
//!
//! `cargo bench --no-default-features --bench suggest [-- CITIES]`

use std::error::Error;
use std::time::{Duration, Instant};

use kembar::domain::id::CityId;
use kembar::domain::pairing::Kind;
use kembar::matching::Engine;
use kembar::matching::engine::Ask;

mod cities;
mod processor;

/// How often each question is asked, each time of another city.
const TIMES: usize = 300;

fn main() -> Result<(), Box<dyn Error>> {
    // `cargo bench` adds a flag of its own; the first plain number is ours.
    let count = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(12_869);
    let model = cities::model()?;
    let cities = cities::cities(&model, count)?;
    let ids: Vec<CityId> = cities.iter().step_by((count / TIMES).max(1)).map(|city| city.id).collect();
    let start = Instant::now();
    let engine = Engine::new(model, cities, "2026-11-22".parse()?)?;
    println!("{count} cities, {} threads; snapshot made in {:.0?}", rayon::current_num_threads(), start.elapsed());
    println!("{:42} {:>9} {:>9} {:>9} {:>9} {:>9}", "", "least", "median", "p99", "longest", "processor");
    let theme = engine.model().taxonomy().themes()[0].code.clone();
    for kind in [Kind::PeerLearning, Kind::SisterCity] {
        for (limit, theme) in [(10, None), (10, Some(theme.clone())), (20, None)] {
            let words = format!("{kind}, {limit} explained{}", if theme.is_some() { ", one theme" } else { "" });
            let ask = Ask { kind, theme, limit };
            row(&words, &ids, |id| engine.suggest(id, &ask).map(drop))?;
        }
        let ask = Ask { kind, theme: None, limit: 10 };
        row(&format!("{kind}, one pair explained"), &ids, |id| engine.explain(id, ids[0], &ask).map(drop))?;
        row(&format!("{kind}, 60 places and scores"), &ids, |id| engine.ranked(id, &ask, 60).map(drop))?;
    }
    row("one city changed", &ids, |id| {
        let mut city = engine.city(id).cloned().ok_or("no such city")?;
        city.population = city.population.map(|n| n + 1.0);
        engine.with_changed(vec![city]).map(drop).map_err(|e| e.to_string())
    })?;
    Ok(())
}

fn row<E: Into<Box<dyn Error>>>(words: &str, ids: &[CityId], mut ask: impl FnMut(CityId) -> Result<(), E>) -> Result<(), Box<dyn Error>> {
    let mut times: Vec<Duration> = Vec::new();
    let before = processor::time();
    for id in ids {
        let start = Instant::now();
        ask(*id).map_err(Into::into)?;
        times.push(start.elapsed());
    }
    let processor = (processor::time() - before) / ids.len() as u32;
    times.sort();
    let at = |share: f64| times[(share * (times.len() - 1) as f64).round() as usize];
    println!("{words:42} {:>9.2?} {:>9.2?} {:>9.2?} {:>9.2?} {processor:>9.2?}", at(0.0), at(0.5), at(0.99), at(1.0));
    Ok(())
}
