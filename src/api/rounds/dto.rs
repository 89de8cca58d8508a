//! Rounds as the API shows them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::actions::review::create::{Alternate, Alternates};
use crate::actions::rounds::read::{Analysed, PairingView};
use crate::actions::rounds::release::Released;
use crate::api::city_ref::CityRefDto;
use crate::api::edge::{Problem, Validate};
use crate::api::explanations::{self, PairDto, Words};
use crate::domain::proposal::ProposalState;
use crate::domain::round::RoundState;
use crate::domain::round_plan::RoundPlan;
use crate::matching::answer::PairExplanation;
use crate::store::rounds::{StoredRound, StoredRun};

impl Validate for RoundPlan {}

/// A round.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoundDto {
    pub(super) id: Uuid,
    /// What it asks for.
    pub(super) plan: RoundPlan,
    pub(super) state: RoundState,
    /// How often it has been computed; the number of the newest run.
    pub(super) runs: i64,
    /// The newest job.
    pub(super) job_id: Option<Uuid>,
    /// Who set it up.
    pub(super) created_by: String,
    pub(super) created_at: DateTime<Utc>,
    pub(super) updated_at: DateTime<Utc>,
    /// When its pairings went into the review queue.
    pub(super) released_at: Option<DateTime<Utc>>,
    pub(super) version: i64,
}

impl From<StoredRound> for RoundDto {
    fn from(round: StoredRound) -> Self {
        Self {
            id: round.id.0,
            plan: round.plan,
            state: round.state,
            runs: round.runs,
            job_id: round.job.map(|id| id.0),
            created_by: round.created_by,
            created_at: round.created_at,
            updated_at: round.updated_at,
            released_at: round.released.map(|(at, _)| at),
            version: round.version,
        }
    }
}

/// What one computation of a round gave. It never changes.
#[derive(Debug, Serialize, ToSchema)]
pub struct RunDto {
    /// 1 for the first.
    pub(super) number: i64,
    /// How far the result is proved: `optimal`, `feasible` or `infeasible`.
    pub(super) status: String,
    /// Pairings.
    pub(super) pairs: i64,
    /// Cities with at least one.
    pub(super) covered: i64,
    /// Cities that took part.
    pub(super) cities: i64,
    /// Total score.
    pub(super) score: f64,
    pub(super) model: String,
    pub(super) model_hash: String,
    /// Hash of the data that the candidates were made from.
    pub(super) snapshot_hash: String,
    /// Hash of the solver's input.
    pub(super) input_hash: String,
    /// Steps that the solver was given; fewer sufficed where the result is proved.
    pub(super) steps: i64,
    /// The program that computed it. Another version may find another set where the result is not proved.
    pub(super) program: String,
    /// Hash of its result: a replay gives the same.
    pub(super) result_hash: String,
    pub(super) created_at: DateTime<Utc>,
    /// How long it took.
    pub(super) seconds: f64,
}

impl From<StoredRun> for RunDto {
    fn from(run: StoredRun) -> Self {
        Self {
            number: run.number,
            status: run.status,
            pairs: run.pairs,
            covered: run.covered,
            cities: run.cities,
            score: run.score,
            model: run.model_name,
            model_hash: run.model_hash,
            snapshot_hash: run.snapshot_hash,
            input_hash: run.input_hash,
            steps: run.steps,
            program: run.program,
            result_hash: run.result_hash,
            created_at: run.created_at,
            seconds: run.seconds,
        }
    }
}

/// A pairing of a run, with what became of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct PairingDto {
    /// Its place in the run, from 1.
    place: i64,
    /// The two cities: learner then mentor for peer learning.
    cities: [CityRefDto; 2],
    /// 0 to 100, when it was computed.
    score: f64,
    /// Why this pair, on the data of the run.
    explanation: PairDto,
    /// The next best partners of the first city.
    alternates: Vec<Alternate>,
    /// The proposal that was made of it.
    proposal: Option<BecameDto>,
}

/// A proposal that came of a pairing.
#[derive(Debug, Serialize, ToSchema)]
pub struct BecameDto {
    id: Uuid,
    state: ProposalState,
    version: i64,
}

impl PairingDto {
    /// The pairing in the caller's language.
    ///
    /// # Errors
    /// 500 where the kept explanation cannot be read.
    pub(super) fn of(view: PairingView, words: Words<'_>) -> Result<Self, Problem> {
        let kept: PairExplanation = serde_json::from_value(view.pairing.explanation).map_err(|error| Problem::internal(&error))?;
        Ok(Self {
            place: view.place,
            cities: [(&view.first).into(), (&view.second).into()],
            score: view.pairing.score,
            explanation: explanations::pair(kept, words),
            alternates: serde_json::from_value::<Alternates>(view.pairing.alternates).map(|found| found.items).unwrap_or_default(),
            proposal: view.proposal.map(|became| BecameDto { id: became.id.0, state: became.state, version: became.version }),
        })
    }
}

/// What the set of pairings of a run is like.
#[derive(Debug, Serialize, ToSchema)]
pub struct AnalysisDto {
    run: RunDto,
    /// The solver's answer, cities by their slugs: status, pairs, bound, gap, who is without a pairing and why; where the round is infeasible, who is short and what would help.
    #[schema(value_type = Object)]
    solution: serde_json::Value,
    /// Coverage, scores, against greedy and without rules, what each rule costs, who is left out and why, who would rather have each other, exposure, stability, third cities, cohorts.
    #[schema(value_type = Object)]
    analysis: serde_json::Value,
}

impl AnalysisDto {
    /// As the API shows it.
    ///
    /// # Errors
    /// 500 where it cannot be written.
    pub fn of(found: Analysed) -> Result<Self, Problem> {
        let json = |error: serde_json::Error| Problem::internal(&error);
        Ok(Self {
            run: found.run.into(),
            solution: serde_json::to_value(found.solution).map_err(json)?,
            analysis: serde_json::to_value(found.analysis).map_err(json)?,
        })
    }
}

/// Why a release is taken back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecallInput {
    /// Kept with every proposal and in the audit log.
    #[schema(max_length = 2_000)]
    pub(super) reason: String,
}

impl Validate for RecallInput {}

/// A released round.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReleasedDto {
    round: RoundDto,
    /// How many proposals are in the review queue now.
    proposals: usize,
    /// Pairings of which none was made.
    skipped: Vec<SkippedDto>,
}

/// A pairing of which no proposal was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct SkippedDto {
    /// The two cities.
    city_ids: [Uuid; 2],
    /// Why not.
    why: String,
}

impl From<Released> for ReleasedDto {
    fn from(released: Released) -> Self {
        let skipped = released.skipped.into_iter().map(|skipped| SkippedDto { city_ids: skipped.pair.map(|id| id.0), why: skipped.why });
        Self { round: released.round.into(), proposals: released.proposals, skipped: skipped.collect() }
    }
}
