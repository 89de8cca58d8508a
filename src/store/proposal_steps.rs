//! What was done and said to a proposal: its steps, reviews and answers. Added to, never changed.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::connection::Db;
use super::error::StoreError;
use super::schema::{answer, proposal_step, review};
use super::types::{Id, Time, parse};
use crate::domain::id::{AnswerId, CityId, ProposalId, ReviewId, UserId};
use crate::domain::proposal::{AnswerWord, Decision, ProposalState};

/// A step of a proposal.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredStep {
    /// The proposal.
    pub proposal: ProposalId,
    /// 1, 2, 3, …
    pub number: i32,
    /// What was done: `created`, `recommend`, `accept`, `publish`, …
    pub deed: String,
    /// Where it stood.
    pub from: ProposalState,
    /// Where it stood then.
    pub to: ProposalState,
    /// The version that came of it.
    pub version: i64,
    /// Who; absent for the clock.
    pub actor: Option<UserId>,
    /// In which role.
    pub actor_role: String,
    /// Why, as a code.
    pub reason_code: Option<String>,
    /// Why, in words.
    pub reason: Option<String>,
    /// Hash of what they saw.
    pub seen_hash: String,
    /// When.
    pub at: DateTime<Utc>,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = proposal_step, treat_none_as_default_value = false)]
struct StepRow {
    proposal_id: Id,
    number: i32,
    deed: String,
    from_state: String,
    to_state: String,
    version: i64,
    actor_id: Option<Id>,
    actor_role: String,
    reason_code: Option<String>,
    reason: Option<String>,
    seen_hash: String,
    at: Time,
}

/// Adds a step under the next number.
///
/// # Errors
/// [`StoreError::Duplicate`] where another step was faster.
pub fn add_step(db: &mut Db, step: &StoredStep) -> Result<(), StoreError> {
    let row = StepRow {
        proposal_id: step.proposal.into(),
        number: step.number,
        deed: step.deed.clone(),
        from_state: step.from.to_string(),
        to_state: step.to.to_string(),
        version: step.version,
        actor_id: step.actor.map(Id::from),
        actor_role: step.actor_role.clone(),
        reason_code: step.reason_code.clone(),
        reason: step.reason.clone(),
        seen_hash: step.seen_hash.clone(),
        at: step.at.into(),
    };
    diesel::insert_into(proposal_step::table).values(row).execute(db)?;
    Ok(())
}

/// Every step of a proposal, in order.
///
/// # Errors
/// The database's failure, or damage.
pub fn steps(db: &mut Db, of: ProposalId) -> Result<Vec<StoredStep>, StoreError> {
    let rows: Vec<StepRow> = proposal_step::table
        .select(StepRow::as_select())
        .filter(proposal_step::proposal_id.eq(Id::from(of)))
        .order(proposal_step::number)
        .load(db)?;
    rows.into_iter()
        .map(|row| {
            Ok(StoredStep {
                from: parse(&row.from_state, "proposal_step", "from_state", of)?,
                to: parse(&row.to_state, "proposal_step", "to_state", of)?,
                proposal: of,
                number: row.number,
                deed: row.deed,
                version: row.version,
                actor: row.actor_id.map(UserId::from),
                actor_role: row.actor_role,
                reason_code: row.reason_code,
                reason: row.reason,
                seen_hash: row.seen_hash,
                at: row.at.get(),
            })
        })
        .collect()
}

/// A reviewer's word.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredReview {
    /// Its id.
    pub id: ReviewId,
    /// The proposal.
    pub proposal: ProposalId,
    /// The version that was reviewed.
    pub proposal_version: i64,
    /// Who.
    pub reviewer: UserId,
    /// In which role.
    pub reviewer_role: String,
    /// The word.
    pub decision: Decision,
    /// Why, as a code.
    pub reason_code: Option<String>,
    /// Why, in words.
    pub reason: Option<String>,
    /// Hash of what they saw.
    pub seen_hash: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Adds a review.
///
/// # Errors
/// The database's failure.
pub fn add_review(db: &mut Db, new: &StoredReview) -> Result<(), StoreError> {
    diesel::insert_into(review::table)
        .values((
            review::id.eq(Id::from(new.id)),
            review::proposal_id.eq(Id::from(new.proposal)),
            review::proposal_version.eq(new.proposal_version),
            review::reviewer_id.eq(Id::from(new.reviewer)),
            review::reviewer_role.eq(&new.reviewer_role),
            review::decision.eq(new.decision.as_str()),
            review::reason_code.eq(&new.reason_code),
            review::reason.eq(&new.reason),
            review::seen_hash.eq(&new.seen_hash),
            review::at.eq(Time::from(new.at)),
        ))
        .execute(db)?;
    Ok(())
}

/// A city's word on an invitation.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredAnswer {
    /// Its id.
    pub id: AnswerId,
    /// The proposal.
    pub proposal: ProposalId,
    /// The city.
    pub city: CityId,
    /// The word.
    pub word: AnswerWord,
    /// Why, as a code.
    pub reason_code: Option<String>,
    /// Why, in words.
    pub reason: Option<String>,
    /// The focal point.
    pub answered_by: UserId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Adds an answer.
///
/// # Errors
/// [`StoreError::Duplicate`] where the city has answered.
pub fn add_answer(db: &mut Db, new: &StoredAnswer) -> Result<(), StoreError> {
    diesel::insert_into(answer::table)
        .values((
            answer::id.eq(Id::from(new.id)),
            answer::proposal_id.eq(Id::from(new.proposal)),
            answer::city_id.eq(Id::from(new.city)),
            answer::word.eq(new.word.as_str()),
            answer::reason_code.eq(&new.reason_code),
            answer::reason.eq(&new.reason),
            answer::answered_by.eq(Id::from(new.answered_by)),
            answer::at.eq(Time::from(new.at)),
        ))
        .execute(db)?;
    Ok(())
}

/// The cities that have said yes to a proposal.
///
/// # Errors
/// The database's failure.
pub fn accepted_by(db: &mut Db, of: ProposalId) -> Result<Vec<CityId>, StoreError> {
    let rows: Vec<Id> = answer::table
        .select(answer::city_id)
        .filter(answer::proposal_id.eq(Id::from(of)))
        .filter(answer::word.eq(AnswerWord::Accept.as_str()))
        .order(answer::city_id)
        .load(db)?;
    Ok(rows.into_iter().map(CityId::from).collect())
}

/// How many steps a proposal has.
///
/// # Errors
/// The database's failure.
pub fn count(db: &mut Db, of: ProposalId) -> Result<i32, StoreError> {
    let newest: Option<i32> = proposal_step::table
        .filter(proposal_step::proposal_id.eq(Id::from(of)))
        .select(diesel::dsl::max(proposal_step::number))
        .get_result(db)?;
    Ok(newest.unwrap_or(0))
}

/// Everyone who ever recommended a proposal.
///
/// # Errors
/// The database's failure.
pub fn recommenders(db: &mut Db, of: ProposalId) -> Result<Vec<UserId>, StoreError> {
    let rows: Vec<Id> = review::table
        .select(review::reviewer_id)
        .filter(review::proposal_id.eq(Id::from(of)))
        .filter(review::decision.eq(Decision::Recommend.as_str()))
        .order(review::id)
        .load(db)?;
    Ok(rows.into_iter().map(UserId::from).collect())
}

/// Everyone who ever recommended each of these proposals.
///
/// # Errors
/// The database's failure.
pub fn recommenders_of(db: &mut Db, of: &[ProposalId]) -> Result<BTreeMap<ProposalId, Vec<UserId>>, StoreError> {
    let of: Vec<Id> = of.iter().map(|id| Id::from(*id)).collect();
    let rows: Vec<(Id, Id)> = review::table
        .select((review::proposal_id, review::reviewer_id))
        .filter(review::proposal_id.eq_any(of))
        .filter(review::decision.eq(Decision::Recommend.as_str()))
        .order(review::id)
        .load(db)?;
    let mut found: BTreeMap<ProposalId, Vec<UserId>> = BTreeMap::new();
    for (proposal, reviewer) in rows {
        found.entry(proposal.into()).or_default().push(reviewer.into());
    }
    Ok(found)
}

/// The reviews of a proposal, in order.
///
/// # Errors
/// The database's failure, or damage.
pub fn reviews(db: &mut Db, of: ProposalId) -> Result<Vec<StoredReview>, StoreError> {
    type Row = (Id, Id, i64, Id, String, String, Option<String>, Option<String>, String, Time);
    let rows: Vec<Row> = review::table.filter(review::proposal_id.eq(Id::from(of))).order((review::at, review::id)).load(db)?;
    rows.into_iter()
        .map(|(id, proposal, proposal_version, reviewer, reviewer_role, decision, reason_code, reason, seen_hash, at)| {
            Ok(StoredReview {
                decision: parse(&decision, "review", "decision", id.0)?,
                id: id.into(),
                proposal: proposal.into(),
                proposal_version,
                reviewer: reviewer.into(),
                reviewer_role,
                reason_code,
                reason,
                seen_hash,
                at: at.get(),
            })
        })
        .collect()
}

/// The answers to a proposal, in order.
///
/// # Errors
/// The database's failure, or damage.
pub fn answers(db: &mut Db, of: ProposalId) -> Result<Vec<StoredAnswer>, StoreError> {
    type Row = (Id, Id, Id, String, Option<String>, Option<String>, Id, Time);
    let rows: Vec<Row> = answer::table.filter(answer::proposal_id.eq(Id::from(of))).order((answer::at, answer::id)).load(db)?;
    rows.into_iter()
        .map(|(id, proposal, city, word, reason_code, reason, answered_by, at)| {
            Ok(StoredAnswer {
                word: parse(&word, "answer", "word", id.0)?,
                id: id.into(),
                proposal: proposal.into(),
                city: city.into(),
                reason_code,
                reason,
                answered_by: answered_by.into(),
                at: at.get(),
            })
        })
        .collect()
}
