//! Holds every explanation of a set of cities against the engine itself, over all pairs and kinds: whether contributions add up, whether
//! symmetric kinds are symmetric, and whether each counterfactual does what it says when the facts are really changed.
//!
//! Reads a JSON list of `CityFacts` from standard input, such as the example `facts` prints:
//! `cargo run --release --no-default-features --example proof -- 2026-11-22 < facts.json`

use std::collections::BTreeMap;
use std::error::Error;
use std::io::Read as _;
use std::sync::Arc;

use kembar::domain::id::CityId;
use kembar::domain::pairing::Kind;
use kembar::matching::answer::Counterfactual;
use kembar::matching::facts::{CapacityFact, OfferFact};
use kembar::matching::message::Arg;
use kembar::matching::{Ask, CityFacts, Engine, Model, ModelFiles};

const FILES: ModelFiles<'static> = ModelFiles {
    taxonomy: include_str!("../models/taxonomy/2045-1.toml"),
    model: include_str!("../models/acv2045-1/model.toml"),
    indicators: include_str!("../models/acv2045-1/indicators.toml"),
    factors: include_str!("../models/acv2045-1/factors.toml"),
    parameters: include_str!("../models/acv2045-1/parameters.json"),
    golden: include_str!("../models/acv2045-1/golden.json"),
};

/// Length of the lists whose counterfactuals are tried.
const LIMIT: usize = 10;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [date] = arguments.as_slice() else { return Err("usage: proof DATE < facts.json".into()) };
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let engine = Engine::new(Arc::new(Model::parse(&FILES)?), serde_json::from_str(&text)?, date.parse()?)?;
    let kinds: Vec<Kind> = engine.model().kinds().collect();
    for kind in kinds {
        let (pairs, contributions, symmetry) = pairs(&engine, kind)?;
        println!(
            "{kind}: {pairs} pairs; contributions against score, largest error {contributions:e}; the two orders, largest difference {symmetry:e}"
        );
        println!("  {}", lists(&engine, kind)?);
        for (key, (tried, held)) in counterfactuals(&engine, kind)? {
            println!("  {key}: {held} of {tried} do what they say when the facts are changed");
        }
    }
    Ok(())
}

fn ask(kind: Kind) -> Ask {
    Ask { kind, theme: None, limit: LIMIT }
}

/// Ordered pairs, the largest error of contributions, the largest difference between the two orders (0 for a kind that has a direction).
fn pairs(engine: &Engine, kind: Kind) -> Result<(usize, f64, f64), Box<dyn Error>> {
    let ids: Vec<CityId> = engine.cities().filter(|city| city.suggestible).map(|city| city.id).collect();
    let (mut count, mut contributions, mut symmetry) = (0, 0.0_f64, 0.0_f64);
    let mut scores = BTreeMap::new();
    for first in &ids {
        for second in ids.iter().filter(|second| *second != first) {
            let found = engine.explain(*first, *second, &ask(kind))?.suggestion.ok_or("a pair of two cities is explained")?;
            let sum: f64 = found.factors.iter().map(|factor| factor.contribution).sum();
            contributions = contributions.max((sum - found.score).abs());
            scores.insert((*first, *second), found.score);
            count += 1;
        }
    }
    if kind.is_symmetric() {
        symmetry = scores.iter().map(|((a, b), score)| (score - scores[&(*b, *a)]).abs()).fold(0.0, f64::max);
    }
    Ok((count, contributions, symmetry))
}

/// Who gets no suggestions, and how many of the first three of all lists are symbolic.
fn lists(engine: &Engine, kind: Kind) -> Result<String, Box<dyn Error>> {
    let (mut without, mut shown, mut symbolic) = (Vec::new(), 0, 0);
    for city in engine.cities().filter(|city| city.suggestible) {
        let items = engine.suggest(city.id, &Ask { limit: 3, ..ask(kind) })?.items;
        if items.is_empty() {
            without.push(city.name.as_str());
        }
        shown += items.len();
        symbolic += items.iter().filter(|item| item.symbolic).count();
    }
    Ok(format!("{symbolic} of the {shown} first three suggestions are symbolic; without suggestions: {}", without.join(", ")))
}

/// By key of the change: how many were tried, and how many gave the score and the rank that they promise.
fn counterfactuals(engine: &Engine, kind: Kind) -> Result<BTreeMap<String, (usize, usize)>, Box<dyn Error>> {
    let mut found: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let cities: Vec<CityFacts> = engine.cities().filter(|city| city.suggestible).cloned().collect();
    for city in &cities {
        for item in engine.suggest(city.id, &ask(kind))?.items {
            let other = engine.city(item.city.id).ok_or("a suggested city is in the snapshot")?;
            for promised in &item.counterfactuals {
                let changed = changed(city, other, promised).ok_or_else(|| format!("unknown change {:?}", promised.change))?;
                let after = engine.with_changed(changed)?.explain(city.id, other.id, &ask(kind))?;
                let after = after.suggestion.ok_or("a pair of two cities is explained")?;
                let holds = (after.score - promised.score).abs() < 1e-9 && after.rank == promised.rank;
                let counted = found.entry(promised.change.key.clone()).or_default();
                *counted = (counted.0 + 1, counted.1 + usize::from(holds));
            }
        }
    }
    Ok(found)
}

/// The facts after a change, read from its words and not from the code that proposed it.
fn changed(city: &CityFacts, other: &CityFacts, promised: &Counterfactual) -> Option<Vec<CityFacts>> {
    let args = &promised.change.args;
    let number = |name: &str| match args.get(name) {
        Some(Arg::Number(value)) => Some(*value),
        _ => None,
    };
    let theme = match args.get("theme") {
        Some(Arg::Theme(code)) => code.parse().ok(),
        _ => None,
    };
    let named = match args.get("city") {
        Some(Arg::City(name)) if *name == city.name => city,
        _ => other,
    };
    let mut facts = named.clone();
    match promised.change.key.as_str() {
        "change-verify" => {
            let (theme, level) = (theme?, number("level")?);
            facts.capacities.retain(|capacity| capacity.theme != theme);
            facts.capacities.push(CapacityFact { theme, level, is_verified: true, year: None, source: None, from_memory: false });
        }
        "change-open" => facts.offers.push(OfferFact { theme: theme?, modes: Vec::new(), languages: Vec::new(), slots: None }),
        "change-slots" => {
            let free = number("slots")? as u32;
            facts.quotas.partners_max = Some(facts.quotas.partners_taken + free);
            facts.quotas.learners_max = Some(facts.quotas.learners_taken + free);
        }
        "change-office" => facts.has_international_office = Some(true),
        "change-without-evidence" => {
            let theme = theme?;
            facts.capacities.retain(|capacity| capacity.theme != theme);
            facts.assessments.retain(|assessment| assessment.theme != theme);
            facts.practices.iter_mut().for_each(|practice| practice.themes.retain(|code| *code != theme));
        }
        "change-language" => {
            let Some(Arg::Language(language)) = args.get("language") else { return None };
            let language: kembar::domain::code::LanguageCode = language.parse().ok()?;
            facts.languages.push(language);
        }
        _ => return None,
    }
    Some(vec![facts])
}
