//! Prints the peer groups and the map of a set of cities. With `compare` also how well groups stand for each method, number of groups and
//! weight of the profile: the evidence on which the constants of `[clusters]` were chosen.
//!
//! Reads a JSON list of `CityFacts` from standard input, such as the example `facts` prints:
//! `cargo run --release --no-default-features --example cluster_evidence -- 2026-11-22 compare < facts.json`

use std::error::Error;
use std::io::Read as _;
use std::sync::Arc;
use std::time::Instant;

use kembar::matching::clusters::likeness;
use kembar::matching::clusters::{Grouping, Wish};
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
    let Some(date) = arguments.first() else { return Err("usage: cluster_evidence DATE [compare] < facts.json".into()) };
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let cities: Vec<CityFacts> = serde_json::from_str(&text)?;
    if arguments.iter().any(|argument| argument == "compare") {
        compare(&cities, date)?;
    }
    let engine = Engine::new(Arc::new(Model::parse(&FILES)?), cities, date.parse()?)?;
    let begun = Instant::now();
    let grouping = Grouping::of(&engine, Wish::default())?;
    println!("\nthe model as it is: {:.2} s", begun.elapsed().as_secs_f64());
    print_groups(&grouping);
    print_map(&engine, &grouping);
    Ok(())
}

fn compare(cities: &[CityFacts], date: &str) -> Result<(), Box<dyn Error>> {
    for share in ["0.05", "0.20", "0.40"] {
        for reach in ["4.0", "2.0"] {
            for method in ["k_means", "mixture"] {
                let factors = FILES.factors.replace("method = \"k_means\"", &format!("method = \"{method}\""));
                let factors = factors.replace("profile_share = 0.20", &format!("profile_share = {share}"));
                let factors = factors.replace("reach = 2.0", &format!("reach = {reach}"));
                let model = Arc::new(Model::parse(&ModelFiles { factors: &factors, ..FILES })?);
                let engine = Engine::new(model, cities.to_vec(), date.parse()?)?;
                print_candidates(&format!("{method}, profile {share}, reach {reach}"), &Grouping::of(&engine, Wish::default())?);
            }
        }
    }
    Ok(())
}

fn print_candidates(what: &str, grouping: &Grouping) {
    println!("\n{what}: {} chosen", grouping.groups().chosen);
    println!("groups  silhouette   ± error   rand   held  smallest  largest");
    for c in &grouping.groups().candidates {
        println!(
            "{:>6} {:>11.3} {:>9.3} {:>6.3} {:>5.0}% {:>9} {:>7.0}%",
            c.groups,
            c.silhouette,
            c.silhouette_error,
            c.rand,
            c.held * 100.0,
            c.smallest,
            c.largest * 100.0
        );
    }
}

fn print_groups(grouping: &Grouping) {
    for group in &grouping.groups().groups {
        let name: Vec<&str> = group.name.iter().map(|phrase| phrase.key.as_str()).collect();
        let countries: Vec<String> = group.countries.iter().map(|c| format!("{} {}", c.country, c.cities)).collect();
        println!(
            "{}. {} · {} cities · stability {:.2} · silhouette {:.3} · known {:.2} · medoid {} · {}{}",
            group.number,
            name.join(", "),
            group.size,
            group.stability,
            group.silhouette.unwrap_or(f64::NAN),
            group.known,
            group.medoid.name,
            countries.join(" "),
            if group.dissolved { " · DISSOLVED" } else { "" }
        );
        for d in &group.sets_apart {
            println!("     {:+.2} {} {} (known of {:.0}%)", d.standardised, d.feature.kind, d.feature.name, d.known * 100.0);
        }
    }
    println!("without a group: {}", grouping.groups().ungrouped.len());
}

fn print_map(engine: &Engine, grouping: &Grouping) {
    let map = likeness::map(engine, grouping);
    println!("map: {:.1}% of the differences", map.explained * 100.0);
    for axis in &map.axes {
        let loadings: Vec<String> = axis.loadings.iter().map(|l| format!("{} {:+.2}", l.feature.name, l.loading)).collect();
        println!("  {:.1}%: {}", axis.explained * 100.0, loadings.join(", "));
    }
}
