//! Training: from this service's ties and decisions to a candidate model beside the one in force.
//!
//! Partnerships that stand and pairings that the secretariat approved are what to learn for; pairings that it rejected, and pairs drawn from
//! the cities at random, are what to tell them from. The candidate holds the same files but for the learned weights and the golden pairs;
//! putting it in force is an administrator's decision (`registry`).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use super::models::ModelTexts;
use super::registry::{self, NewModel, StoredModel};
use crate::actions::context::{Author, Write};
use crate::actions::error::Error;
use crate::domain::code::Slug;
use crate::domain::fault::Faults;
use crate::domain::id::CityId;
use crate::domain::model_state::ModelOrigin;
use crate::domain::pairing::Kind;
use crate::matching::engine::{Ask, Engine};
use crate::matching::golden::Golden;
use crate::matching::model::{Learned, Model};
use crate::matching::settings::factor_names;
use crate::matching::training::{Sample, Trained, Training, draw_pairs, train};
use crate::store::connection::Db;
use crate::store::models as store;
use crate::store::proposals;

/// What is to be trained.
#[derive(Debug, Clone)]
pub struct TrainingOrder {
    /// The name of the candidate.
    pub name: String,
    /// Whose weights are learned.
    pub kind: Kind,
    /// How.
    pub how: Training,
    /// Pairs drawn for each good one.
    pub draws: usize,
}

/// What came of it.
#[derive(Debug, Clone, Serialize)]
pub struct TrainingReport {
    /// The name of the candidate.
    pub model: String,
    /// Hash of its content.
    pub hash: String,
    /// The model that it is a change of.
    pub from: String,
    /// Whose weights were learned.
    pub kind: Kind,
    /// Pairs that stand or were approved.
    pub good: usize,
    /// Pairs that the secretariat rejected.
    pub rejected: usize,
    /// Pairs that were drawn.
    pub drawn: usize,
    /// Factor, weight so far, weight learned.
    pub weights: Vec<(String, f64, f64)>,
    /// The learning itself.
    pub trained: Trained,
}

/// Trains a candidate and keeps it.
///
/// # Errors
/// `Invalid` where the name, the kind or the data do not do; `Exists` where the name is taken.
pub fn run(write: &mut Write<'_>, author: &Author, engine: &Engine, order: &TrainingOrder) -> Result<TrainingReport, Error> {
    let present = check(engine.model(), order)?;
    let judged = judged_pairs(write.db, engine, order.kind)?;
    let drawn = drawn_pairs(engine, &judged, order);
    let samples = samples(engine, order.kind, &judged, &drawn)?;
    let refused = |error: crate::matching::training::TrainingError| invalid("/kind", error.to_string());
    let trained = train(&samples, &present, &order.how).map_err(refused)?;
    let stored = keep(write, author, engine, (order, &trained))?;
    let names = factor_names(order.kind).iter();
    let weights = names.zip(present).zip(trained.weights).map(|((name, before), after)| ((*name).to_owned(), before, after));
    Ok(TrainingReport {
        model: stored.name,
        hash: stored.hash,
        from: engine.model().name().to_owned(),
        kind: order.kind,
        good: judged.good.len(),
        rejected: judged.rejected.len(),
        drawn: drawn.len(),
        weights: weights.collect(),
        trained,
    })
}

fn invalid(pointer: &str, detail: String) -> Error {
    let mut faults = Faults::default();
    faults.add(pointer, detail);
    Error::Invalid(faults)
}

fn check(model: &Model, order: &TrainingOrder) -> Result<[f64; crate::matching::settings::FACTORS], Error> {
    if order.name.parse::<Slug>().is_err() {
        return Err(invalid("/name", "must be a name of small letters, digits and hyphens, such as acv2045-2".to_owned()));
    }
    let no_kind = || invalid("/kind", format!("the model {} does not have the kind {}", model.name(), order.kind));
    let settings = model.kind(order.kind).ok_or_else(no_kind)?;
    Ok(std::array::from_fn(|f| settings.factors.get(f).map_or(0.0, |factor| factor.weight)))
}

/// Pairs on which somebody has decided. For a symmetric kind the lower id is first.
struct Judged {
    good: Vec<[CityId; 2]>,
    rejected: Vec<[CityId; 2]>,
}

fn judged_pairs(db: &mut Db, engine: &Engine, kind: Kind) -> Result<Judged, Error> {
    let ordered = |a: CityId, b: CityId| if kind.is_symmetric() && b < a { [b, a] } else { [a, b] };
    let is_known = |pair: &[CityId; 2]| pair.iter().all(|id| engine.city(*id).is_some());
    let mut good: BTreeSet<[CityId; 2]> = BTreeSet::new();
    let blocking = engine.model().kind(kind).map(|settings| settings.blocking_ties.clone()).unwrap_or_default();
    if kind.is_symmetric() {
        // Ties of old say who partnered. They do not say who learned from whom.
        for city in engine.cities() {
            let ties = city.ties.iter().filter(|tie| blocking.iter().any(|kind| *kind == tie.kind.to_lowercase()));
            good.extend(ties.map(|tie| ordered(city.id, tie.other)));
        }
    }
    let mut rejected = BTreeSet::new();
    for decided in proposals::decided(db, kind)? {
        let pair = ordered(decided.first, decided.second);
        if decided.is_good {
            good.insert(pair)
        } else {
            rejected.insert(pair)
        };
    }
    let rejected = rejected.into_iter().filter(|pair| !good.contains(pair)).filter(is_known).collect();
    Ok(Judged { good: good.into_iter().filter(is_known).collect(), rejected })
}

fn drawn_pairs(engine: &Engine, judged: &Judged, order: &TrainingOrder) -> Vec<[CityId; 2]> {
    let cities: Vec<CityId> = engine.cities().filter(|city| city.suggestible).map(|city| city.id).collect();
    let excludes_same_country = engine.model().kind(order.kind).is_some_and(|settings| settings.excludes_same_country);
    let country = |id: CityId| engine.city(id).map(|city| &city.country);
    let may = |a: CityId, b: CityId| !(excludes_same_country && country(a) == country(b));
    draw_pairs(&judged.good, &cities, order.draws, order.how.seed, may)
}

fn samples(engine: &Engine, kind: Kind, judged: &Judged, drawn: &[[CityId; 2]]) -> Result<Vec<Sample>, Error> {
    let ask = Ask { kind, theme: None, limit: 1 };
    let good = judged.good.iter().map(|pair| (pair, true));
    let others = judged.rejected.iter().chain(drawn).map(|pair| (pair, false));
    let sample = |(pair, is_good): (&[CityId; 2], bool)| {
        let values = engine.factor_values(pair[0], pair[1], &ask).map_err(|error| Error::Internal(error.to_string()))?;
        Ok(Sample { cities: *pair, values, is_good })
    };
    good.chain(others).map(sample).collect()
}

/// Writes the candidate: the files of the model in force with the weights and the golden pairs that come of them.
fn keep(
    write: &mut Write<'_>,
    author: &Author,
    engine: &Engine,
    (order, trained): (&TrainingOrder, &Trained),
) -> Result<StoredModel, Error> {
    let broken = |what: &str| Error::Internal(format!("the candidate cannot be written: {what}"));
    let model = engine.model();
    let mut files = store::active(write.db)?
        .map(|active| active.files)
        .ok_or_else(|| invalid("/name", "no model is in force yet: start the service once, or run `kembar model list`".to_owned()))?;
    let names = factor_names(order.kind).iter().map(|name| (*name).to_owned());
    let mut parameters = model.parameters().clone();
    let learned = Learned { weights: names.zip(trained.weights).collect::<BTreeMap<_, _>>(), trained: trained.clone() };
    parameters.learned.insert(order.kind, learned);
    let head = renamed(files.get("model.toml").map_or("", String::as_str), &order.name, &write.now.date_naive().to_string());
    files.insert("model.toml".to_owned(), head);
    files.insert("parameters.json".to_owned(), serde_json::to_string_pretty(&parameters).map_err(|error| broken(&error.to_string()))?);
    let mut texts = ModelTexts(files);
    let unsound = |error: super::models::NoModel| broken(&error.to_string());
    let candidate = Arc::new(texts.parse().map_err(unsound)?);
    let unreadable = |error: crate::matching::ModelError| broken(&error.to_string());
    let mut golden = Golden::parse(texts.0.get("golden.json").map_or("", String::as_str)).map_err(unreadable)?;
    golden.pairs = golden.computed(&candidate).map_err(unreadable)?;
    texts.0.insert("golden.json".to_owned(), serde_json::to_string_pretty(&golden).map_err(|error| broken(&error.to_string()))?);
    let hash = texts.parse().map_err(unsound)?.hash().to_owned();
    let evaluation = serde_json::to_value(trained).ok();
    registry::add(write, author, NewModel { name: order.name.clone(), hash, origin: ModelOrigin::Trained, texts, evaluation })
}

/// The head of a model under another name and day; everything else, comments too, stays.
fn renamed(head: &str, name: &str, released: &str) -> String {
    let line = |line: &str| match line.split_once('=').map(|(key, _)| key.trim()) {
        Some("name") => format!("name = \"{name}\""),
        Some("released") => format!("released = \"{released}\""),
        Some(_) | None => line.to_owned(),
    };
    head.lines().map(line).collect::<Vec<_>>().join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_candidate_has_its_own_name_and_day_and_keeps_every_other_line() {
        let head = "# why\nname = \"acv2045-1\"\nreleased = \"2026-01-01\"\nseed = 7\n";
        assert_eq!(renamed(head, "acv2045-2", "2026-11-22"), "# why\nname = \"acv2045-2\"\nreleased = \"2026-11-22\"\nseed = 7\n");
    }
}
