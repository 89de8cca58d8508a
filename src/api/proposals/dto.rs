//! Proposals as the API shows them: the whole to the secretariat, without a reviewer's word or name to the two cities.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::actions::review::create::{Alternate, Alternates};
use crate::actions::review::read::{self, History, ProposalView};
use crate::api::city_ref::CityRefDto;
use crate::api::edge::Problem;
use crate::api::explanations::{self, PairDto, Words};
use crate::domain::pairing::Kind;
use crate::domain::proposal::{AnswerWord, Decision, ProposalState};
use crate::domain::role::{Actor, Role};
use crate::matching::answer::PairExplanation;
use crate::store::proposal_steps::{StoredAnswer, StoredReview, StoredStep};

/// A pairing put to the secretariat.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProposalDto {
    id: Uuid,
    kind: Kind,
    /// Under which theme; absent for all.
    theme: Option<String>,
    /// The two cities: learner then mentor for peer learning.
    cities: [CityRefDto; 2],
    state: ProposalState,
    /// What the public will read.
    summary: String,
    /// Whether publication waits for the approver.
    is_held: bool,
    /// Why this pair, frozen when the proposal was made.
    explanation: PairDto,
    /// Cities that have answered.
    answers: Vec<AnswerDto>,
    /// What only the secretariat sees.
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<ReviewSideDto>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    /// When the cities were asked.
    invited_at: Option<DateTime<Utc>>,
    /// Until when they can answer.
    expires_at: Option<DateTime<Utc>>,
    published_at: Option<DateTime<Utc>>,
    version: i64,
}

/// What only the secretariat sees of a proposal.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewSideDto {
    /// The request that it answers.
    request_id: Option<Uuid>,
    /// The round that it comes from.
    round_id: Option<Uuid>,
    /// Who made it.
    created_by: Uuid,
    /// Who changed it last.
    last_edited_by: Uuid,
    /// Who recommended the version that stands.
    recommended_by: Option<Uuid>,
    /// Who approved it.
    approved_by: Option<Uuid>,
    /// Hash of what a reviewer signs.
    content_hash: String,
    /// The model that explained it.
    model: String,
    model_hash: String,
    /// Hash of the data that it was computed from.
    snapshot_hash: String,
    /// The next best partners, frozen with it.
    alternates: Vec<Alternate>,
}

/// A city's word.
#[derive(Debug, Serialize, ToSchema)]
pub struct AnswerDto {
    city_id: Uuid,
    answer: AnswerWord,
    reason_code: Option<String>,
    reason: Option<String>,
    at: DateTime<Utc>,
}

impl From<StoredAnswer> for AnswerDto {
    fn from(answer: StoredAnswer) -> Self {
        Self { city_id: answer.city.0, answer: answer.word, reason_code: answer.reason_code, reason: answer.reason, at: answer.at }
    }
}

impl ProposalDto {
    /// The proposal as this person may see it.
    ///
    /// # Errors
    /// 500 where the frozen explanation cannot be read.
    pub fn of(view: ProposalView, actor: &Actor, words: Words<'_>) -> Result<Self, Problem> {
        let proposal = view.proposal;
        let frozen: PairExplanation = serde_json::from_value(proposal.explanation.clone()).map_err(|error| Problem::internal(&error))?;
        let is_city = actor.role == Role::FocalPoint;
        let answers = view.answers.into_iter().filter(|answer| read::may_read(actor, &proposal, answer)).collect::<Vec<_>>();
        let review = (!is_city).then(|| ReviewSideDto {
            request_id: proposal.request.map(|id| id.0),
            round_id: proposal.round.map(|id| id.0),
            created_by: proposal.created_by.0,
            last_edited_by: proposal.last_edited_by.0,
            recommended_by: proposal.recommended_by.map(|id| id.0),
            approved_by: proposal.approved_by.map(|id| id.0),
            content_hash: proposal.content_hash,
            model: proposal.model_name,
            model_hash: proposal.model_hash,
            snapshot_hash: proposal.snapshot_hash,
            alternates: serde_json::from_value::<Alternates>(proposal.alternates).map(|found| found.items).unwrap_or_default(),
        });
        Ok(Self {
            id: proposal.id.0,
            kind: proposal.kind,
            theme: proposal.theme.map(String::from),
            cities: [(&view.first).into(), (&view.second).into()],
            state: proposal.state,
            summary: proposal.summary,
            is_held: proposal.is_held,
            explanation: explanations::pair(frozen, words),
            answers: answers.into_iter().map(AnswerDto::from).collect(),
            review,
            created_at: proposal.created_at,
            updated_at: proposal.updated_at,
            invited_at: proposal.invited_at,
            expires_at: proposal.expires_at,
            published_at: proposal.published_at,
            version: proposal.version,
        })
    }
}

/// Everything that was done and said to a proposal.
#[derive(Debug, Serialize, ToSchema)]
pub struct HistoryDto {
    steps: Vec<StepDto>,
    reviews: Vec<ReviewDto>,
    answers: Vec<AnswerDto>,
}

/// A step.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepDto {
    number: i32,
    deed: String,
    from: ProposalState,
    to: ProposalState,
    version: i64,
    /// Absent for the clock.
    actor_id: Option<Uuid>,
    actor_role: String,
    reason_code: Option<String>,
    reason: Option<String>,
    /// Hash of what they saw.
    seen_hash: String,
    at: DateTime<Utc>,
}

impl From<StoredStep> for StepDto {
    fn from(step: StoredStep) -> Self {
        Self {
            number: step.number,
            deed: step.deed,
            from: step.from,
            to: step.to,
            version: step.version,
            actor_id: step.actor.map(|id| id.0),
            actor_role: step.actor_role,
            reason_code: step.reason_code,
            reason: step.reason,
            seen_hash: step.seen_hash,
            at: step.at,
        }
    }
}

/// A review.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewDto {
    id: Uuid,
    proposal_version: i64,
    reviewer_id: Uuid,
    reviewer_role: String,
    decision: Decision,
    reason_code: Option<String>,
    reason: Option<String>,
    /// Hash of what they saw.
    seen_hash: String,
    at: DateTime<Utc>,
}

impl From<StoredReview> for ReviewDto {
    fn from(review: StoredReview) -> Self {
        Self {
            id: review.id.0,
            proposal_version: review.proposal_version,
            reviewer_id: review.reviewer.0,
            reviewer_role: review.reviewer_role,
            decision: review.decision,
            reason_code: review.reason_code,
            reason: review.reason,
            seen_hash: review.seen_hash,
            at: review.at,
        }
    }
}

impl From<History> for HistoryDto {
    fn from(history: History) -> Self {
        Self {
            steps: history.steps.into_iter().map(StepDto::from).collect(),
            reviews: history.reviews.into_iter().map(ReviewDto::from).collect(),
            answers: history.answers.into_iter().map(AnswerDto::from).collect(),
        }
    }
}
