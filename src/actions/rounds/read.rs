//! What rounds gave: runs, pairings with what became of them, analyses, comparisons, replays.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::compute::RunAnalysis;
use super::ground::survey;
use super::input::draw_up;
use crate::actions::audit::bytes_hash;
use crate::actions::error::{Error, invalid};
use crate::domain::city::City;
use crate::domain::id::{CityId, RoundId};
use crate::domain::pairing::Pair;
use crate::matching::engine::Engine;
use crate::matching::rounds::analysis::{Comparison, compare};
use crate::matching::rounds::outlook::{Outlook, outlook};
use crate::matching::rounds::{self, Instance, Solution};
use crate::store::cities;
use crate::store::connection::Db;
use crate::store::page::{Page, PageAsk};
use crate::store::proposals::{self, Brief};
use crate::store::rounds::{self as store, RunTexts, StoredPairing, StoredRun};

/// More than any round has.
const ALL: i64 = 1_000_000;

/// What can be said of a round before it is computed.
///
/// # Errors
/// `NotFound`; `Invalid` where its plan does not fit the cities any more.
pub fn outlook_of(db: &mut Db, engine: Arc<Engine>, id: RoundId) -> Result<Outlook, Error> {
    let plan = super::plan::get(db, id)?.plan;
    let ground = survey(db, engine, plan.kind)?;
    Ok(outlook(&draw_up(&ground, &plan)?.instance))
}

/// The runs of a round, oldest first.
///
/// # Errors
/// `NotFound`.
pub fn runs(db: &mut Db, id: RoundId) -> Result<Vec<StoredRun>, Error> {
    super::plan::get(db, id)?;
    Ok(store::runs(db, id)?)
}

/// A run of a round; the newest where no number is said.
///
/// # Errors
/// `NotFound`.
pub fn run(db: &mut Db, id: RoundId, number: Option<i64>) -> Result<StoredRun, Error> {
    let round = super::plan::get(db, id)?;
    store::run(db, id, number.unwrap_or(round.runs))?.ok_or(Error::NotFound("run"))
}

fn texts(db: &mut Db, run: &StoredRun) -> Result<RunTexts, Error> {
    store::texts(db, run.round, run.number)?.ok_or(Error::NotFound("run"))
}

fn damaged(error: &serde_json::Error) -> Error {
    Error::Internal(format!("a run cannot be read: {error}"))
}

/// A run with its result and its analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysed {
    /// The run.
    pub run: StoredRun,
    /// What the solver said.
    pub solution: Solution,
    /// What the result is like.
    pub analysis: RunAnalysis,
}

/// A run's analysis.
///
/// # Errors
/// `NotFound`.
pub fn analysis(db: &mut Db, id: RoundId, number: Option<i64>) -> Result<Analysed, Error> {
    let run = run(db, id, number)?;
    let texts = texts(db, &run)?;
    let solution = serde_json::from_str(&texts.result).map_err(|error| damaged(&error))?;
    let analysis = serde_json::from_value(texts.analysis).map_err(|error| damaged(&error))?;
    Ok(Analysed { run, solution, analysis })
}

/// What changed from one run of a round to another, and why.
///
/// # Errors
/// `NotFound`; `Invalid` where both are one.
pub fn comparison(db: &mut Db, id: RoundId, (before, after): (i64, i64)) -> Result<Comparison, Error> {
    if before == after {
        return Err(invalid("after", "is the same run as before"));
    }
    let [before, after] = [before, after].map(|number| read(db, id, number));
    let (before, after) = (before?, after?);
    Ok(compare((&before.0, &before.1), (&after.0, &after.1)))
}

fn read(db: &mut Db, id: RoundId, number: i64) -> Result<(Instance, Solution), Error> {
    let run = run(db, id, Some(number))?;
    let texts = texts(db, &run)?;
    let instance = serde_json::from_str(&texts.input).map_err(|error| damaged(&error))?;
    Ok((instance, serde_json::from_str(&texts.result).map_err(|error| damaged(&error))?))
}

/// A pairing of a run, with what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct PairingView {
    /// Its place in the run, from 1.
    pub place: i64,
    /// The pairing.
    pub pairing: StoredPairing,
    /// The learner, or the city of the lower id.
    pub first: City,
    /// The mentor, or the other city.
    pub second: City,
    /// The proposal that was made of it, the newest where there were several.
    pub proposal: Option<Brief>,
}

/// The pairings of a run.
///
/// # Errors
/// `NotFound`.
pub fn pairings(db: &mut Db, run: &StoredRun, ask: &PageAsk) -> Result<Page<PairingView>, Error> {
    let page = store::pairings(db, run.round, run.number, ask)?;
    let made = proposals::of_round(db, run.round)?;
    // Later proposals of a pair stand above earlier ones, which a recall withdrew.
    let by_pair: BTreeMap<Pair, Brief> = made.into_iter().map(|proposal| (proposal.pair, proposal)).collect();
    let ids: Vec<CityId> = page.items.iter().flat_map(|(_, pairing)| [pairing.first, pairing.second]).collect();
    let known: BTreeMap<CityId, City> = cities::by_ids(db, &ids)?.into_iter().map(|city| (city.id, city)).collect();
    let city = |id: CityId| known.get(&id).cloned().ok_or(Error::NotFound("city"));
    page.try_map(|(place, pairing)| {
        let proposal = by_pair.get(&Pair { first: pairing.first, second: pairing.second }).copied();
        Ok(PairingView { place, first: city(pairing.first)?, second: city(pairing.second)?, pairing, proposal })
    })
}

/// All pairings of a run.
///
/// # Errors
/// `NotFound`.
pub fn all_pairings(db: &mut Db, run: &StoredRun) -> Result<Vec<PairingView>, Error> {
    Ok(pairings(db, run, &PageAsk { limit: ALL, after: None })?.items)
}

/// What a replay gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replay {
    /// Which run.
    pub run: i64,
    /// The stored input has the hash that was recorded.
    pub input_is_whole: bool,
    /// The stored result has the hash that was recorded.
    pub result_is_whole: bool,
    /// Solving the stored input again gave the stored result, byte for byte.
    pub is_same: bool,
    /// Hash of the result of now.
    pub result_hash: String,
}

/// What a replay needs.
pub struct Kept {
    run: StoredRun,
    texts: RunTexts,
}

/// Reads what a replay needs.
///
/// # Errors
/// `NotFound`.
pub fn kept(db: &mut Db, id: RoundId, number: Option<i64>) -> Result<Kept, Error> {
    let run = run(db, id, number)?;
    let texts = texts(db, &run)?;
    Ok(Kept { run, texts })
}

/// Solves the input of a run again. Needs no database, and may take as long as the round did.
///
/// # Errors
/// `Internal` where the input cannot be read or solved any more.
pub fn replay(kept: &Kept) -> Result<Replay, Error> {
    let instance: Instance = serde_json::from_str(&kept.texts.input).map_err(|error| damaged(&error))?;
    let steps = u64::try_from(kept.run.steps).unwrap_or_default();
    let solution = rounds::solve(&instance, steps, &mut || false).map_err(|error| Error::Internal(error.to_string()))?;
    let text = serde_json::to_string(&solution).map_err(|error| damaged(&error))?;
    Ok(Replay {
        run: kept.run.number,
        input_is_whole: bytes_hash(kept.texts.input.as_bytes()) == kept.run.input_hash,
        result_is_whole: bytes_hash(kept.texts.result.as_bytes()) == kept.run.result_hash,
        is_same: text == kept.texts.result,
        result_hash: bytes_hash(text.as_bytes()),
    })
}
