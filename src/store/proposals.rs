//! Proposals. What was done and said to them is in `proposal_steps`.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::Value;

use super::connection::Db;
use super::error::StoreError;
use super::page::{Key, Page, PageAsk};
use super::schema::{city, proposal, review};
use super::types::{Id, Json, Time, parse, parse_optional};
use crate::domain::code::{CountryCode, ThemeCode};
use crate::domain::id::{CityId, ProposalId, RequestId, RoundId, UserId};
use crate::domain::pairing::{Kind, Pair};
use crate::domain::proposal::{Decision, ProposalState};

/// A proposal as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredProposal {
    /// Its id.
    pub id: ProposalId,
    /// What the pairing is for.
    pub kind: Kind,
    /// Under which theme; absent for all.
    pub theme: Option<ThemeCode>,
    /// The two cities, in the order of the kind.
    pub pair: Pair,
    /// Where it stands.
    pub state: ProposalState,
    /// Counts every change; its `ETag`.
    pub version: i64,
    /// The request that it answers.
    pub request: Option<RequestId>,
    /// What the public will read.
    pub summary: String,
    /// The engine's explanation of the pair, frozen when the proposal was made.
    pub explanation: Value,
    /// Hash over kind, theme, pair, summary and explanation: what a reviewer has seen.
    pub content_hash: String,
    /// The model.
    pub model_name: String,
    /// Its hash.
    pub model_hash: String,
    /// Hash of the data that it was computed from.
    pub snapshot_hash: String,
    /// 0 to 100; absent where a hard rule stood against the pair and an officer proposed it all the same.
    pub score: Option<f64>,
    /// The next best partners, frozen with it.
    pub alternates: Value,
    /// Whether publication waits for the approver.
    pub is_held: bool,
    /// Who made it.
    pub created_by: UserId,
    /// Who changed it last.
    pub last_edited_by: UserId,
    /// Who recommended the version that stands.
    pub recommended_by: Option<UserId>,
    /// Who approved it.
    pub approved_by: Option<UserId>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// When the cities were asked.
    pub invited_at: Option<DateTime<Utc>>,
    /// Until when they can answer.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it became public.
    pub published_at: Option<DateTime<Utc>>,
    /// The round that it comes from.
    pub round: Option<RoundId>,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = proposal, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    kind: String,
    theme: Option<String>,
    first_id: Id,
    second_id: Id,
    state: String,
    version: i64,
    request_id: Option<Id>,
    summary: String,
    explanation: Json,
    content_hash: String,
    model_name: String,
    model_hash: String,
    snapshot_hash: String,
    score: Option<f64>,
    alternates: Json,
    is_held: bool,
    created_by: Id,
    last_edited_by: Id,
    recommended_by: Option<Id>,
    approved_by: Option<Id>,
    created_at: Time,
    updated_at: Time,
    invited_at: Option<Time>,
    expires_at: Option<Time>,
    published_at: Option<Time>,
    round_id: Option<Id>,
}

impl Row {
    fn of(p: &StoredProposal) -> Self {
        Row {
            id: p.id.into(),
            kind: p.kind.to_string(),
            theme: p.theme.as_ref().map(ToString::to_string),
            first_id: p.pair.first.into(),
            second_id: p.pair.second.into(),
            state: p.state.to_string(),
            version: p.version,
            request_id: p.request.map(Id::from),
            summary: p.summary.clone(),
            explanation: Json(p.explanation.clone()),
            content_hash: p.content_hash.clone(),
            model_name: p.model_name.clone(),
            model_hash: p.model_hash.clone(),
            snapshot_hash: p.snapshot_hash.clone(),
            score: p.score,
            alternates: Json(p.alternates.clone()),
            is_held: p.is_held,
            created_by: p.created_by.into(),
            last_edited_by: p.last_edited_by.into(),
            recommended_by: p.recommended_by.map(Id::from),
            approved_by: p.approved_by.map(Id::from),
            created_at: p.created_at.into(),
            updated_at: p.updated_at.into(),
            invited_at: p.invited_at.map(Time::from),
            expires_at: p.expires_at.map(Time::from),
            published_at: p.published_at.map(Time::from),
            round_id: p.round.map(Id::from),
        }
    }
}

impl TryFrom<Row> for StoredProposal {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        let id = row.id.0;
        Ok(StoredProposal {
            id: row.id.into(),
            kind: parse(&row.kind, "proposal", "kind", id)?,
            theme: parse_optional(row.theme.as_deref(), "proposal", "theme", id)?,
            pair: Pair { first: row.first_id.into(), second: row.second_id.into() },
            state: parse(&row.state, "proposal", "state", id)?,
            version: row.version,
            request: row.request_id.map(RequestId::from),
            summary: row.summary,
            explanation: row.explanation.0,
            content_hash: row.content_hash,
            model_name: row.model_name,
            model_hash: row.model_hash,
            snapshot_hash: row.snapshot_hash,
            score: row.score,
            alternates: row.alternates.0,
            is_held: row.is_held,
            created_by: row.created_by.into(),
            last_edited_by: row.last_edited_by.into(),
            recommended_by: row.recommended_by.map(UserId::from),
            approved_by: row.approved_by.map(UserId::from),
            created_at: row.created_at.get(),
            updated_at: row.updated_at.get(),
            invited_at: row.invited_at.map(Time::get),
            expires_at: row.expires_at.map(Time::get),
            published_at: row.published_at.map(Time::get),
            round: row.round_id.map(RoundId::from),
        })
    }
}

/// Adds a proposal.
///
/// # Errors
/// [`StoreError::Constraint`] where the schema's rules stand against it.
pub fn insert(db: &mut Db, new: &StoredProposal) -> Result<(), StoreError> {
    diesel::insert_into(proposal::table).values(Row::of(new)).execute(db)?;
    Ok(())
}

/// One proposal.
///
/// # Errors
/// The database's failure, or damage.
pub fn find(db: &mut Db, id: ProposalId) -> Result<Option<StoredProposal>, StoreError> {
    let row: Option<Row> = proposal::table.select(Row::as_select()).filter(proposal::id.eq(Id::from(id))).first(db).optional()?;
    row.map(StoredProposal::try_from).transpose()
}

/// The proposals of these ids, oldest first.
///
/// # Errors
/// The database's failure, or damage.
pub fn by_ids(db: &mut Db, ids: &[ProposalId]) -> Result<Vec<StoredProposal>, StoreError> {
    let ids: Vec<Id> = ids.iter().map(|id| Id::from(*id)).collect();
    let rows: Vec<Row> = proposal::table.select(Row::as_select()).filter(proposal::id.eq_any(ids)).order(proposal::id).load(db)?;
    rows.into_iter().map(StoredProposal::try_from).collect()
}

/// Writes a proposal over the version that it carries, and counts the version up. `false` where somebody else was faster.
///
/// # Errors
/// [`StoreError::Constraint`] where the schema's rules (four eyes among them) stand against it.
pub fn update(db: &mut Db, changed: &StoredProposal) -> Result<bool, StoreError> {
    let row = Row { version: changed.version + 1, ..Row::of(changed) };
    let rows = diesel::update(proposal::table.filter(proposal::id.eq(row.id)).filter(proposal::version.eq(changed.version)))
        .set(&row)
        .execute(db)?;
    Ok(rows == 1)
}

/// Which proposals to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProposalFilter {
    /// Only in one of these states.
    pub states: Option<Vec<ProposalState>>,
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// Only under this theme.
    pub theme: Option<ThemeCode>,
    /// Only with this city.
    pub city: Option<CityId>,
    /// Only with a city of this country.
    pub country: Option<CountryCode>,
    /// Only for this request.
    pub request: Option<RequestId>,
    /// Only from this round.
    pub round: Option<RoundId>,
}

/// A page of proposals, oldest first.
///
/// # Errors
/// The database's failure, or damage.
pub fn list(db: &mut Db, filter: &ProposalFilter, ask: &PageAsk) -> Result<Page<StoredProposal>, StoreError> {
    let mut query = proposal::table.select(Row::as_select()).into_boxed();
    if let Some(states) = &filter.states {
        query = query.filter(proposal::state.eq_any(states.iter().map(|state| state.as_str()).collect::<Vec<_>>()));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(proposal::kind.eq(kind.as_str()));
    }
    if let Some(theme) = &filter.theme {
        query = query.filter(proposal::theme.eq(theme.to_string()));
    }
    if let Some(of) = filter.city {
        query = query.filter(proposal::first_id.eq(Id::from(of)).or(proposal::second_id.eq(Id::from(of))));
    }
    if let Some(country) = &filter.country {
        let there = || city::table.filter(city::country.eq(country.to_string())).select(city::id);
        query = query.filter(proposal::first_id.eq_any(there()).or(proposal::second_id.eq_any(there())));
    }
    if let Some(request) = filter.request {
        query = query.filter(proposal::request_id.eq(Some(Id::from(request))));
    }
    if let Some(round) = filter.round {
        query = query.filter(proposal::round_id.eq(Some(Id::from(round))));
    }
    if let Some(after) = &ask.after {
        query = query.filter(proposal::id.gt(Id(after.id)));
    }
    let rows: Vec<Row> = query.order(proposal::id).limit(ask.limit + 1).load(db)?;
    Page::cut(rows, ask.limit, |row| Key { sort: String::new(), id: row.id.0 }).try_map(StoredProposal::try_from)
}

/// A proposal without its long texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Brief {
    /// Its id.
    pub id: ProposalId,
    /// The two cities.
    pub pair: Pair,
    /// Where it stands.
    pub state: ProposalState,
    /// Its version.
    pub version: i64,
}

type BriefRow = (Id, Id, Id, String, i64);

fn brief((id, first, second, state, version): BriefRow) -> Result<Brief, StoreError> {
    let pair = Pair { first: first.into(), second: second.into() };
    Ok(Brief { id: id.into(), pair, state: parse(&state, "proposal", "state", id.0)?, version })
}

/// The proposals that came of a round, oldest first.
///
/// # Errors
/// The database's failure, or damage.
pub fn of_round(db: &mut Db, round: RoundId) -> Result<Vec<Brief>, StoreError> {
    let rows: Vec<BriefRow> = proposal::table
        .select((proposal::id, proposal::first_id, proposal::second_id, proposal::state, proposal::version))
        .filter(proposal::round_id.eq(Some(Id::from(round))))
        .order(proposal::id)
        .load(db)?;
    rows.into_iter().map(brief).collect()
}

/// Pairs of a kind with a proposal in one of these states.
///
/// # Errors
/// The database's failure.
pub fn pairs_in(db: &mut Db, kind: Kind, states: &[ProposalState]) -> Result<Vec<Pair>, StoreError> {
    let rows: Vec<(Id, Id)> = proposal::table
        .select((proposal::first_id, proposal::second_id))
        .filter(proposal::kind.eq(kind.as_str()))
        .filter(proposal::state.eq_any(states.iter().map(|state| state.as_str()).collect::<Vec<_>>()))
        .order(proposal::id)
        .load(db)?;
    Ok(rows.into_iter().map(|(first, second)| Pair { first: first.into(), second: second.into() }).collect())
}

/// Ids of invitations whose time is over.
///
/// # Errors
/// The database's failure.
pub fn overdue(db: &mut Db, now: DateTime<Utc>) -> Result<Vec<ProposalId>, StoreError> {
    let rows: Vec<Id> = proposal::table
        .select(proposal::id)
        .filter(proposal::state.eq(ProposalState::Invited.as_str()))
        .filter(proposal::expires_at.le(Some(Time::from(now))))
        .order(proposal::id)
        .load(db)?;
    Ok(rows.into_iter().map(ProposalId::from).collect())
}

/// A standing "no" between two cities, for the engine.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// The pair.
    pub pair: Pair,
    /// As what.
    pub kind: Kind,
    /// When.
    pub at: DateTime<Utc>,
}

/// Pairs that a city declined.
///
/// # Errors
/// The database's failure, or damage.
pub fn declined(db: &mut Db) -> Result<Vec<Refused>, StoreError> {
    let rows: Vec<(Id, Id, String, Time)> = proposal::table
        .select((proposal::first_id, proposal::second_id, proposal::kind, proposal::updated_at))
        .filter(proposal::state.eq(ProposalState::Declined.as_str()))
        .order(proposal::id)
        .load(db)?;
    refused(rows)
}

/// Pairs that a reviewer barred: rejected with this reason code.
///
/// # Errors
/// The database's failure, or damage.
pub fn barred(db: &mut Db, reason_code: &str) -> Result<Vec<Refused>, StoreError> {
    let rows: Vec<(Id, Id, String, Time)> = proposal::table
        .inner_join(review::table)
        .select((proposal::first_id, proposal::second_id, proposal::kind, proposal::updated_at))
        .filter(proposal::state.eq(ProposalState::Rejected.as_str()))
        .filter(review::decision.eq(Decision::Reject.as_str()))
        .filter(review::reason_code.eq(reason_code))
        .order(proposal::id)
        .load(db)?;
    refused(rows)
}

fn refused(rows: Vec<(Id, Id, String, Time)>) -> Result<Vec<Refused>, StoreError> {
    rows.into_iter()
        .map(|(first, second, kind, at)| {
            let pair = Pair { first: first.into(), second: second.into() };
            Ok(Refused { pair, kind: parse(&kind, "proposal", "kind", first.0)?, at: at.get() })
        })
        .collect()
}

/// A pair on which the secretariat has decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decided {
    /// The learner, or the partner of the lower id.
    pub first: CityId,
    /// The other.
    pub second: CityId,
    /// Approved, and not withdrawn since; else rejected.
    pub is_good: bool,
}

/// Pairs of a kind that the secretariat approved or rejected.
///
/// # Errors
/// The database's failure.
pub fn decided(db: &mut Db, kind: Kind) -> Result<Vec<Decided>, StoreError> {
    let rejected = ProposalState::Rejected.as_str();
    let rows: Vec<(Id, Id, String)> = proposal::table
        .select((proposal::first_id, proposal::second_id, proposal::state))
        .filter(proposal::kind.eq(kind.as_str()))
        .filter(proposal::approved_by.is_not_null().or(proposal::state.eq(rejected)))
        .filter(proposal::state.ne(ProposalState::Withdrawn.as_str()))
        .order(proposal::id)
        .load(db)?;
    let decided =
        |(first, second, state): (Id, Id, String)| Decided { first: first.into(), second: second.into(), is_good: state != rejected };
    Ok(rows.into_iter().map(decided).collect())
}

/// How often each city answered an invitation, and how often it was asked: `(city, answered, asked)`.
///
/// # Errors
/// The database's failure.
pub fn invitations(db: &mut Db) -> Result<Vec<(CityId, u32, u32)>, StoreError> {
    let asked: Vec<(Id, Id)> =
        proposal::table.filter(proposal::invited_at.is_not_null()).select((proposal::first_id, proposal::second_id)).load(db)?;
    let answered: Vec<Id> = super::schema::answer::table.select(super::schema::answer::city_id).load(db)?;
    let mut counts: std::collections::BTreeMap<Id, (u32, u32)> = std::collections::BTreeMap::new();
    for (first, second) in asked {
        counts.entry(first).or_default().1 += 1;
        counts.entry(second).or_default().1 += 1;
    }
    for city in answered {
        counts.entry(city).or_default().0 += 1;
    }
    Ok(counts.into_iter().map(|(city, (answered, asked))| (city.into(), answered, asked)).collect())
}
