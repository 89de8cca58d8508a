//! How long all pairs take, beside a plain matrix product of the same width, and how time and memory grow. Prints a table; judges nothing,
//! because machines differ.
//!
//! `cargo bench --no-default-features --bench all_pairs [-- CITIES...]`; the first number is the one that is held against the product.

use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

use kembar::domain::pairing::Kind;
use kembar::matching::engine::Ask;
use kembar::matching::{Engine, Model};
use ndarray::linalg::general_mat_mul;
use ndarray::{Array2, ArrayView2, Axis};
use rayon::prelude::*;

mod cities;
mod processor;

/// Length of each list.
const KEEP: usize = 20;
/// Rows of the product that are made at a time.
const ROWS: usize = 256;
/// How often each of the two is run; the least counts.
const TIMES: usize = 3;

fn main() -> Result<(), Box<dyn Error>> {
    let given: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let counts = if given.is_empty() { vec![10_000, 25_000, 50_000] } else { given };
    let model = cities::model()?;
    println!("all pairs, {KEEP} best of each, {} threads", rayon::current_num_threads());
    println!("{:>8} {:14} {:>9} {:>9} {:>16} {:>9} {:>12}", "cities", "", "time", "processor", "pairs a second", "growth", "peak memory");
    let mut before = [None, None];
    for (turn, &count) in counts.iter().enumerate() {
        let engine = Engine::new(Arc::clone(&model), cities::cities(&model, count)?, "2026-11-22".parse()?)?;
        let times = if turn == 0 { TIMES } else { 1 };
        for (i, kind) in [Kind::SisterCity, Kind::PeerLearning].into_iter().enumerate() {
            let ask = Ask { kind, theme: None, limit: KEEP };
            let took = least(times, || engine.all_ranked(&ask, KEEP).map(drop))?;
            let growth = before[i].replace((count, took.clock)).map(|earlier| exponent(earlier, (count, took.clock)));
            let growth = growth.map_or(String::new(), |growth| format!("N^{growth:.2}"));
            let pairs = (count * count) as f64 / took.clock.as_secs_f64();
            let Took { clock, processor } = took;
            println!("{count:>8} {:14} {clock:>9.2?} {processor:>9.2?} {pairs:>16.3e} {growth:>9} {:>12}", kind.as_str(), peak_memory());
            if turn == 0 {
                hold_against(&took, count, width(&model, kind))?;
            }
        }
    }
    Ok(())
}

fn hold_against(took: &Took, count: usize, width: usize) -> Result<(), Box<dyn Error>> {
    let product = least(TIMES, || {
        product(count, width);
        Ok::<(), String>(())
    })?;
    let ratio = |of: fn(&Took) -> Duration| of(took).as_secs_f64() / of(&product).as_secs_f64();
    let (by_clock, by_processor) = (ratio(|took| took.clock), ratio(|took| took.processor));
    let Took { clock, processor } = product;
    println!("{count:>8} {:14} {clock:>9.2?} {processor:>9.2?}", format!("product, {width}"));
    println!("{:>8} {:14} {by_clock:>9.2} {by_processor:>9.2}", "", "ratio");
    Ok(())
}

/// Numbers of a city that enter a pair: by theme (three products, or for peer learning offer and own capacity), by trait, place and clock.
fn width(model: &Model, kind: Kind) -> usize {
    let themes = if kind == Kind::PeerLearning { 2 } else { 3 };
    themes * model.taxonomy().themes().len() + model.traits().len() + 4
}

/// X · Xᵀ for so many rows of this width, in blocks of rows, and nothing done with the result.
fn product(count: usize, width: usize) {
    let x = Array2::from_shape_fn((count, width), |(i, j)| ((i * 31 + j * 17) % 97) as f32 / 97.0);
    let blocks: Vec<ArrayView2<'_, f32>> = x.axis_chunks_iter(Axis(0), ROWS).collect();
    blocks.into_par_iter().for_each_init(
        || Array2::<f32>::zeros((ROWS, count)),
        |out, block| {
            let (mut out, _) = out.view_mut().split_at(Axis(0), block.nrows());
            general_mat_mul(1.0, &block, &x.t(), 0.0, &mut out);
        },
    );
}

/// How long something took, on the clock and of the processors.
struct Took {
    clock: Duration,
    processor: Duration,
}

fn least<E: Into<Box<dyn Error>>>(times: usize, mut run: impl FnMut() -> Result<(), E>) -> Result<Took, Box<dyn Error>> {
    let mut least = Took { clock: Duration::MAX, processor: Duration::MAX };
    for _ in 0..times {
        let (start, before) = (Instant::now(), processor::time());
        run().map_err(Into::into)?;
        least.clock = least.clock.min(start.elapsed());
        least.processor = least.processor.min(processor::time() - before);
    }
    Ok(least)
}

fn exponent(earlier: (usize, Duration), later: (usize, Duration)) -> f64 {
    (later.1.as_secs_f64() / earlier.1.as_secs_f64()).ln() / (later.0 as f64 / earlier.0 as f64).ln()
}

/// The most memory that the process has held, facts included; Linux says it.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<u64>().ok());
    peak.map_or("unknown".to_owned(), |kib| format!("{} MiB", kib / 1024))
}
