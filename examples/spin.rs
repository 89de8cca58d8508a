//! spin
use kembar::domain::pairing::Kind;
use kembar::matching::Engine;
use kembar::matching::engine::Ask;
use std::error::Error;
use std::time::Instant;
#[path = "../tests/benches/cities.rs"]
mod cities;
fn main() -> Result<(), Box<dyn Error>> {
    let count: usize = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(1500);
    let what = std::env::args().nth(2).unwrap_or_default();
    let model = cities::model()?;
    let engine = Engine::new(model.clone(), cities::cities(&model, count)?, "2026-11-22".parse()?)?;
    let ids: Vec<_> = engine.cities().map(|c| c.id).collect();
    let kind = if what.contains("peer") { Kind::PeerLearning } else { Kind::SisterCity };
    let ask = Ask { kind, theme: None, limit: 10 };
    let start = Instant::now();
    let mut n = 0;
    while start.elapsed().as_secs() < 6 {
        for id in ids.iter().step_by(7).take(50) {
            if what.contains("suggest") {
                drop(engine.suggest(*id, &ask)?);
            } else {
                drop(engine.ranked(*id, &ask, 10)?);
            }
            n += 1;
        }
    }
    println!("{count} {what} {:?}", start.elapsed() / n);
    Ok(())
}
