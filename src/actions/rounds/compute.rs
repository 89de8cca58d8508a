//! A round is computed: wished for in one transaction, worked out without any, kept in another.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::ground::{Ground, survey};
use super::input::{self, Drawn};
use super::plan::{save, seen_round};
use crate::actions::audit::{Change, bytes_hash, record};
use crate::actions::context::{Author, Write};
use crate::actions::error::Error;
use crate::actions::jobs;
use crate::actions::review::create::{Alternate, Alternates};
use crate::domain::code::ThemeCode;
use crate::domain::id::{CityId, JobId, RoundId};
use crate::domain::job::{JobKind, JobState, Progress, Stage};
use crate::domain::round::RoundDeed;
use crate::domain::round_plan::RoundPlan;
use crate::matching::answer::CityRef;
use crate::matching::clusters::{Grouping, Wish};
use crate::matching::cohort::{self, cohorts};
use crate::matching::engine::{Ask, Engine};
use crate::matching::rounds::analysis::{Analysis, AnalysisOptions, analyse};
use crate::matching::rounds::{self, Instance, RoundError, Solution, Status};
use crate::matching::trio::{LackKind, trios};
use crate::store::jobs::StoredJob;
use crate::store::rounds::{self as store, RunTexts, StoredPairing, StoredRound, StoredRun};

/// Length of the list that an explanation speaks of.
const LISTED: usize = 5;
/// Steps of the solver, and more for each city: several times what rounds that can be proved take, of a hundred cities as of ten thousand
/// (`tests/benches/README.md`). A search that rules make hopeless ends soon, and its result says how far it is from proved.
const STEPS: u64 = 10_000;
const STEPS_A_CITY: u64 = 6;
/// Steps of each round that the analysis solves: some times what the round itself took, where that was proved, and never fewer than these.
const ANALYSIS_TIMES: u64 = 3;
const ANALYSIS_STEPS: u64 = 1_000;
/// How often the scores are drawn anew for stability.
const DRAWS: u32 = 20;
/// How often in rounds of more cities than this.
const FEW_DRAWS: u32 = 5;
const MANY: usize = 2_000;
/// Decides these draws.
const SEED: u64 = 2_045;
/// Pairings for which a third city is looked for, the weakest first.
const THIRDS: usize = 200;
/// Pairings that are explained between two looks at the watch.
const AT_A_TIME: usize = 8;

/// Wishes for a round to be computed as it stands.
///
/// # Errors
/// `Stale`; `Conflict` where it is computed already, released or closed; `Invalid` where its plan does not fit the cities any more.
pub fn enqueue(
    write: &mut Write<'_>,
    author: &Author,
    (id, seen): (RoundId, i64),
    engine: &Arc<Engine>,
) -> Result<(StoredRound, StoredJob), Error> {
    let mut round = seen_round(write, id, seen)?;
    round.state = round.state.after(RoundDeed::Compute)?;
    input::check(&survey(write.db, Arc::clone(engine), round.plan.kind)?, &round.plan)?;
    let job = jobs::enqueue(write, author, JobKind::ComputeRound, id.0)?;
    round.job = Some(job.id);
    save(write, &mut round)?;
    record(write, author, Change::of("round.compute", "round", id).to(&round.plan))?;
    Ok((round, job))
}

/// Whether to go on, and where to tell how far it is.
pub struct Watch<'a> {
    /// Set where the work is to stop.
    pub is_stopped: &'a AtomicBool,
    /// Hears the progress.
    pub tell: &'a (dyn Fn(Progress) + Sync),
}

impl Watch<'_> {
    fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }

    fn tell(&self, stage: Stage, done: usize, total: usize) -> Result<(), Trouble> {
        let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        (self.tell)(Progress { stage, done: whole(done), total: whole(total) });
        if self.is_stopped() { Err(Trouble::Stopped) } else { Ok(()) }
    }
}

/// Why nothing was worked out.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The watch said so.
    #[error("it was stopped")]
    Stopped,
    /// The plan does not fit the cities, or the rules the candidates; or the search ended before anything was known.
    #[error("{0}")]
    NoAnswer(String),
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        let Error::Invalid(faults) = error else { return Trouble::NoAnswer(error.to_string()) };
        let named = faults.into_vec().into_iter().map(|fault| format!("{}: {}", fault.pointer, fault.detail));
        Trouble::NoAnswer(named.collect::<Vec<_>>().join("; "))
    }
}

/// What was worked out.
pub struct Computed {
    plan: RoundPlan,
    model: (String, String),
    snapshot: String,
    cities: usize,
    solution: Solution,
    budget: u64,
    texts: RunTexts,
    pairings: Vec<StoredPairing>,
}

/// What a run is like: the solver's analysis, and who could make a pair a trio or a theme a cohort.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RunAnalysis {
    /// Of the set of pairings.
    #[serde(flatten)]
    pub analysis: Analysis,
    /// Third cities for pairings that lack one thing.
    pub thirds: Vec<ThirdFor>,
    /// Cohorts around the theme, out of the cities of the round; none without a theme.
    pub cohorts: Vec<CohortOf>,
}

/// A third city for a pairing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct ThirdFor {
    /// The pairing, by slugs.
    pub pair: [String; 2],
    /// What it lacks.
    pub lacks: LackKind,
    /// The theme, where it is one.
    #[cfg_attr(feature = "server", schema(value_type = Option<String>))]
    pub theme: Option<ThemeCode>,
    /// Who would bring it, by slug.
    pub third: String,
}

/// A cohort.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct CohortOf {
    /// Those who can teach, by slug.
    pub mentors: Vec<String>,
    /// Those who want to learn, by slug.
    pub learners: Vec<String>,
    /// Mean score of the learners with their mentors, 0 to 100.
    pub score: f64,
}

/// Works a round out. Pure but for the watch.
///
/// # Errors
/// [`Trouble`].
pub fn work_out(ground: &Ground, plan: &RoundPlan, watch: &Watch<'_>) -> Result<Computed, Trouble> {
    watch.tell(Stage::Candidates, 0, 1)?;
    let Drawn { instance, cities } = input::draw_up(ground, plan)?;
    watch.tell(Stage::Solving, 0, 1)?;
    let budget = STEPS + STEPS_A_CITY * instance.nodes.len() as u64;
    let solution = rounds::solve(&instance, budget, &mut || watch.is_stopped()).map_err(|error| no_answer(&error))?;
    watch.tell(Stage::Analysing, 0, 1)?;
    // Each draw is a round of its own, and those of very many cities take half a minute.
    let draws = if instance.nodes.len() > MANY { FEW_DRAWS } else { DRAWS };
    let is_proved = solution.status == Status::Optimal;
    let steps = if is_proved { (ANALYSIS_TIMES * solution.steps).clamp(ANALYSIS_STEPS, budget) } else { ANALYSIS_STEPS };
    let options = AnalysisOptions { steps, draws, seed: SEED };
    let analysis = analyse(&instance, &solution, &options, &mut || watch.is_stopped());
    watch.tell(Stage::Explaining, 0, solution.pairs.len())?;
    let chosen = Chosen { ground, plan, instance: &instance, solution: &solution, cities: &cities };
    let pairings = chosen.explained(watch)?;
    let analysis = RunAnalysis { analysis, thirds: chosen.thirds(), cohorts: chosen.cohorts() };
    watch.tell(Stage::Keeping, 0, 1)?;
    let texts = RunTexts { input: text(&instance)?, result: text(&solution)?, analysis: value(&analysis)? };
    let (model, snapshot) = (ground.engine.model(), ground.engine.snapshot_hash().to_owned());
    let model = (model.name().to_owned(), model.hash().to_owned());
    Ok(Computed { plan: plan.clone(), model, snapshot, cities: instance.nodes.len(), solution, budget, texts, pairings })
}

fn no_answer(error: &RoundError) -> Trouble {
    Trouble::NoAnswer(error.to_string())
}

fn text<T: Serialize>(of: &T) -> Result<String, Trouble> {
    serde_json::to_string(of).map_err(|error| Trouble::NoAnswer(error.to_string()))
}

fn value<T: Serialize>(of: &T) -> Result<serde_json::Value, Trouble> {
    serde_json::to_value(of).map_err(|error| Trouble::NoAnswer(error.to_string()))
}

/// The chosen pairings with everything that is told of them.
struct Chosen<'a> {
    ground: &'a Ground,
    plan: &'a RoundPlan,
    instance: &'a Instance,
    solution: &'a Solution,
    cities: &'a BTreeMap<String, CityId>,
}

impl Chosen<'_> {
    fn ids(&self, (a, b): &(String, String)) -> Option<[CityId; 2]> {
        let [a, b] = [*self.cities.get(a)?, *self.cities.get(b)?];
        let is_turned = self.plan.kind.is_symmetric() && b < a;
        Some(if is_turned { [b, a] } else { [a, b] })
    }

    fn explained(&self, watch: &Watch<'_>) -> Result<Vec<StoredPairing>, Trouble> {
        let pairs: Vec<[CityId; 2]> = self.solution.pairs.iter().filter_map(|pair| self.ids(pair)).collect();
        let mut pairings = Vec::with_capacity(pairs.len());
        for some in pairs.chunks(AT_A_TIME) {
            let explained: Result<Vec<StoredPairing>, Trouble> = some.par_iter().map(|pair| self.pairing(*pair)).collect();
            pairings.extend(explained?);
            watch.tell(Stage::Explaining, pairings.len(), pairs.len())?;
        }
        Ok(pairings)
    }

    fn pairing(&self, [first, second]: [CityId; 2]) -> Result<StoredPairing, Trouble> {
        let ask = Ask { kind: self.plan.kind, theme: self.plan.theme.clone(), limit: LISTED };
        let explanation = self.ground.engine.explain(first, second, &ask).map_err(Error::from)?;
        let score = explanation.suggestion.as_ref().map_or(0.0, |suggestion| suggestion.score);
        let alternates = self.alternates(first);
        Ok(StoredPairing { first, second, score, explanation: value(&explanation)?, alternates: value(&alternates)? })
    }

    /// The best candidates of a city that it was not paired with, in the round's own order.
    fn alternates(&self, city: CityId) -> Alternates {
        let engine = &self.ground.engine;
        let name = engine.city(city).map(|city| city.slug.to_string()).unwrap_or_default();
        let both_ways = self.plan.kind.is_symmetric();
        let others = self.instance.edges.iter().filter_map(|edge| match () {
            () if edge.a == name => Some((edge.score, &edge.b)),
            () if both_ways && edge.b == name => Some((edge.score, &edge.a)),
            () => None,
        });
        let mut others: Vec<(f64, &String)> = others.collect();
        others.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        let is_chosen =
            |other: &String| self.solution.pairs.iter().any(|(a, b)| (*a == name && b == other) || (both_ways && *b == name && a == other));
        let open = others.into_iter().zip(1..).filter(|((_, other), _)| !is_chosen(other));
        let alternate = |((score, other), rank): ((f64, &String), usize)| {
            let found = engine.city(*self.cities.get(other)?)?;
            let city = CityRef { id: found.id, slug: found.slug.clone(), name: found.name.clone(), country: found.country.clone() };
            Some(Alternate { city, rank, score })
        };
        Alternates { city, items: open.filter_map(alternate).take(self.plan.alternates as usize).collect() }
    }

    /// The first third city for each thing that a pairing lacks.
    fn thirds(&self) -> Vec<ThirdFor> {
        let of_pair = |pair: &(String, String)| {
            let [a, b] = self.ids(pair)?;
            let lacks = trios(&self.ground.engine, a, b, LISTED).ok()?.lacks;
            let third = |lack: crate::matching::trio::Lack| {
                let third = lack.thirds.into_iter().find(|third| self.cities.contains_key(third.city.slug.as_str()))?;
                let pair = [pair.0.clone(), pair.1.clone()];
                Some(ThirdFor { pair, lacks: lack.kind, theme: lack.theme, third: third.city.slug.to_string() })
            };
            Some(lacks.into_iter().filter_map(third).collect::<Vec<_>>())
        };
        let pairs = &self.solution.pairs[..self.solution.pairs.len().min(THIRDS)];
        pairs.par_iter().filter_map(of_pair).flatten().collect()
    }

    /// Cohorts out of the cities of the round, where these form groups.
    fn cohorts(&self) -> Vec<CohortOf> {
        let Some(theme) = &self.plan.theme else { return Vec::new() };
        let members = self.cities.values().copied().collect();
        let Ok(some) = self.ground.engine.only(&members) else { return Vec::new() };
        // Too few cities for groups have no cohorts either.
        let Ok(grouping) = Grouping::of(&some, Wish::default()) else { return Vec::new() };
        let found = cohorts(&some, &grouping, theme, cohort::MOST).map(|found| found.cohorts).unwrap_or_default();
        let slugs = |cities: Vec<CityRef>| cities.into_iter().map(|city| city.slug.to_string()).collect();
        let of = |cohort: cohort::Cohort| CohortOf {
            mentors: slugs(cohort.mentors),
            learners: slugs(cohort.learners.into_iter().map(|learner| learner.city).collect()),
            score: cohort.score,
        };
        found.into_iter().map(of).collect()
    }
}

/// Keeps what was worked out as the next run of its round, and ends the job.
///
/// # Errors
/// `Conflict` where the job is not this worker's any more.
pub fn keep(write: &mut Write<'_>, id: JobId, worker: &str, computed: &Computed) -> Result<StoredRun, Error> {
    let job = jobs::held(write, id, worker)?;
    let mut round = store::find(write.db, RoundId(job.object))?.ok_or(Error::NotFound("round"))?;
    round.state = round.state.after(RoundDeed::Finish)?;
    round.runs += 1;
    let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let started = job.started_at.unwrap_or(write.now);
    let run = StoredRun {
        round: round.id,
        number: round.runs,
        job: id,
        plan: computed.plan.clone(),
        model_name: computed.model.0.clone(),
        model_hash: computed.model.1.clone(),
        snapshot_hash: computed.snapshot.clone(),
        input_hash: bytes_hash(computed.texts.input.as_bytes()),
        steps: i64::try_from(computed.budget).unwrap_or(i64::MAX),
        program: concat!("kembar ", env!("CARGO_PKG_VERSION")).to_owned(),
        result_hash: bytes_hash(computed.texts.result.as_bytes()),
        status: status(computed.solution.status).to_owned(),
        pairs: whole(computed.solution.pairs.len()),
        covered: whole(computed.solution.covered),
        cities: whole(computed.cities),
        score: computed.solution.score,
        created_at: write.now,
        // Milliseconds of a job: exact in a double.
        seconds: (write.now - started).num_milliseconds() as f64 / 1_000.0,
    };
    store::insert_run(write.db, &run, &computed.texts)?;
    store::insert_pairings(write.db, run.round, run.number, &computed.pairings)?;
    save(write, &mut round)?;
    jobs::end(write, job, JobState::Succeeded, None)?;
    record(write, &Author::Worker, Change::of("round.computed", "round", round.id).to(&(&run.input_hash, &run.result_hash)))?;
    Ok(run)
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Optimal => "optimal",
        Status::Feasible => "feasible",
        Status::Infeasible => "infeasible",
    }
}

/// A job of a round has failed or was cancelled: the round can be changed and computed again.
///
/// # Errors
/// The database's failure.
pub fn came_to_nothing(write: &mut Write<'_>, job: &StoredJob) -> Result<(), Error> {
    let mut round = store::find(write.db, RoundId(job.object))?.ok_or(Error::NotFound("round"))?;
    let deed = if job.state == JobState::Cancelled { RoundDeed::Stop } else { RoundDeed::Fail };
    round.state = round.state.after(deed)?;
    save(write, &mut round)?;
    let action = if deed == RoundDeed::Stop { "round.stopped" } else { "round.failed" };
    record(write, &Author::Worker, Change::of(action, "round", round.id).because(job.failure.clone()))
}
