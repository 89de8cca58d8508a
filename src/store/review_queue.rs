//! The review queue: which proposals, in which order, and the numbers above it.
//!
//! Filters, sorts and counts in the columns of one index and reads whole proposals only for the page that is shown.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::dsl::{count_star, min};
use diesel::prelude::*;

use super::connection::{Db, MultiBackend};
use super::error::StoreError;
use super::page::{Key, Page, PageAsk};
use super::proposals::{self, StoredProposal};
use super::schema::{account, city, partnership, proposal, review, review_claim};
use super::types::{Id, Time};
use crate::domain::code::{CountryCode, ThemeCode};
use crate::domain::id::{CityId, ProposalId, RoundId, UserId};
use crate::domain::pairing::{Kind, Pair};
use crate::domain::proposal::{Decision, ProposalState};

/// Which proposals belong to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Made by them.
    MadeBy(UserId),
    /// Claimed by them at this moment.
    ClaimedBy(UserId, DateTime<Utc>),
    /// Passed through nobody's hands of theirs: not made, not changed last and never recommended by them.
    UntouchedBy(UserId),
}

/// Which proposals the queue shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct QueueFilter {
    /// Only in one of these states; all where empty.
    pub states: Vec<ProposalState>,
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// Only under this theme.
    pub theme: Option<ThemeCode>,
    /// Only with a city of each of these countries.
    pub countries: Vec<CountryCode>,
    /// Only from this round.
    pub round: Option<RoundId>,
    /// Only somebody's.
    pub whose: Option<Whose>,
    /// Only made before this moment.
    pub made_before: Option<DateTime<Utc>>,
    /// Only with at least this score, 0 to 100.
    pub least_score: Option<f64>,
}

crate::text_enum! {
    /// In which order.
    QueueOrder {
        /// The one that has waited longest first.
        Age = "age",
        /// The newest first.
        Newest = "newest",
        /// The best score first; without a score last.
        Score = "score",
    }
}

type Narrowed = proposal::BoxedQuery<'static, MultiBackend>;

fn narrowed(filter: &QueueFilter) -> Narrowed {
    let mut query = proposal::table.into_boxed();
    if !filter.states.is_empty() {
        query = query.filter(proposal::state.eq_any(filter.states.iter().map(|state| state.as_str()).collect::<Vec<_>>()));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(proposal::kind.eq(kind.as_str()));
    }
    if let Some(theme) = &filter.theme {
        query = query.filter(proposal::theme.eq(theme.to_string()));
    }
    for country in &filter.countries {
        let there = || city::table.filter(city::country.eq(country.to_string())).select(city::id);
        query = query.filter(proposal::first_id.eq_any(there()).or(proposal::second_id.eq_any(there())));
    }
    if let Some(round) = filter.round {
        query = query.filter(proposal::round_id.eq(Some(Id::from(round))));
    }
    if let Some(before) = filter.made_before {
        query = query.filter(proposal::created_at.lt(Time::from(before)));
    }
    if let Some(score) = filter.least_score {
        query = query.filter(proposal::score.ge(score));
    }
    match filter.whose {
        None => query,
        Some(Whose::MadeBy(user)) => query.filter(proposal::created_by.eq(Id::from(user))),
        Some(Whose::ClaimedBy(user, now)) => {
            let claims = review_claim::table.filter(review_claim::account_id.eq(Id::from(user)));
            query.filter(proposal::id.eq_any(claims.filter(review_claim::until.gt(Time::from(now))).select(review_claim::proposal_id)))
        }
        Some(Whose::UntouchedBy(user)) => {
            let user = Id::from(user);
            let recommended = review::table
                .filter(review::reviewer_id.eq(user))
                .filter(review::decision.eq(Decision::Recommend.as_str()))
                .select(review::proposal_id);
            query.filter(proposal::created_by.ne(user)).filter(proposal::last_edited_by.ne(user)).filter(proposal::id.ne_all(recommended))
        }
    }
}

/// What stands for "no score" in the order of scores.
const NO_SCORE: f64 = -1.0;

/// A page of the queue.
///
/// # Errors
/// The database's failure, or damage.
pub fn page(db: &mut Db, filter: &QueueFilter, order: QueueOrder, ask: &PageAsk) -> Result<Page<StoredProposal>, StoreError> {
    let keys = match order {
        QueueOrder::Age => by_age(db, narrowed(filter), ask)?,
        QueueOrder::Newest => by_newest(db, narrowed(filter), ask)?,
        QueueOrder::Score => by_score(db, filter, ask)?,
    };
    let keys = Page::cut(keys, ask.limit, Clone::clone);
    let ids: Vec<ProposalId> = keys.items.iter().map(|key| ProposalId(key.id)).collect();
    let mut found: BTreeMap<ProposalId, StoredProposal> = proposals::by_ids(db, &ids)?.into_iter().map(|found| (found.id, found)).collect();
    Ok(Page { items: ids.iter().filter_map(|id| found.remove(id)).collect(), next: keys.next })
}

fn plain(rows: Vec<Id>) -> Vec<Key> {
    rows.into_iter().map(|id| Key { sort: String::new(), id: id.0 }).collect()
}

fn by_age(db: &mut Db, mut query: Narrowed, ask: &PageAsk) -> Result<Vec<Key>, StoreError> {
    if let Some(after) = &ask.after {
        query = query.filter(proposal::id.gt(Id(after.id)));
    }
    Ok(plain(query.select(proposal::id).order(proposal::id).limit(ask.limit + 1).load(db)?))
}

fn by_newest(db: &mut Db, mut query: Narrowed, ask: &PageAsk) -> Result<Vec<Key>, StoreError> {
    if let Some(after) = &ask.after {
        query = query.filter(proposal::id.lt(Id(after.id)));
    }
    Ok(plain(query.select(proposal::id).order(proposal::id.desc()).limit(ask.limit + 1).load(db)?))
}

/// Sorted here: the two databases put what has no score at different ends. An id and a number for each proposal is little.
fn by_score(db: &mut Db, filter: &QueueFilter, ask: &PageAsk) -> Result<Vec<Key>, StoreError> {
    let rows: Vec<(Id, Option<f64>)> = narrowed(filter).select((proposal::id, proposal::score)).load(db)?;
    let mut scored: Vec<(f64, uuid::Uuid)> = rows.into_iter().map(|(id, score)| (score.unwrap_or(NO_SCORE), id.0)).collect();
    let best_first = |a: &(f64, uuid::Uuid), b: &(f64, uuid::Uuid)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
    scored.sort_by(best_first);
    let seen = ask.after.as_ref().and_then(|after| Some((after.sort.parse().ok()?, after.id)));
    let rest = scored.into_iter().filter(|place| seen.as_ref().is_none_or(|seen| best_first(place, seen) == Ordering::Greater));
    let wanted = usize::try_from(ask.limit + 1).unwrap_or_default();
    Ok(rest.take(wanted).map(|(score, id)| Key { sort: score.to_string(), id }).collect())
}

/// How many proposals a filter leaves, and when the oldest of them was made.
///
/// # Errors
/// The database's failure.
pub fn count(db: &mut Db, filter: &QueueFilter) -> Result<(i64, Option<DateTime<Utc>>), StoreError> {
    let (count, oldest): (i64, Option<Time>) = narrowed(filter).select((count_star(), min(proposal::created_at))).get_result(db)?;
    Ok((count, oldest.map(Time::get)))
}

/// The proposal of a filter that comes after `seen` by age; the first one where none does.
///
/// # Errors
/// The database's failure.
pub fn next(db: &mut Db, filter: &QueueFilter, seen: ProposalId) -> Result<Option<ProposalId>, StoreError> {
    let others = |db: &mut Db, after: Option<Key>| by_age(db, narrowed(filter), &PageAsk { limit: 1, after });
    let later = others(db, Some(Key { sort: String::new(), id: seen.0 }))?;
    let found = if later.is_empty() { others(db, None)? } else { later };
    Ok(found.into_iter().map(|key| ProposalId(key.id)).find(|id| *id != seen))
}

/// How far proposals have come, each counted at every stage that it has reached.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Funnel {
    /// Put to the secretariat.
    pub made: i64,
    /// A first reviewer was for it.
    pub recommended: i64,
    /// The deciding reviewer was for it, and both cities were asked.
    pub approved: i64,
    /// Both cities said yes.
    pub accepted: i64,
    /// Made public, whether or not it was taken back since.
    pub published: i64,
}

/// How far the proposals of a filter have come.
///
/// # Errors
/// The database's failure.
pub fn funnel(db: &mut Db, filter: &QueueFilter) -> Result<Funnel, StoreError> {
    let all = || narrowed(filter).select(count_star());
    let begun = partnership::table.filter(partnership::proposal_id.is_not_null()).select(partnership::proposal_id.assume_not_null());
    Ok(Funnel {
        made: all().get_result(db)?,
        recommended: all().filter(proposal::recommended_by.is_not_null().or(proposal::approved_by.is_not_null())).get_result(db)?,
        approved: all().filter(proposal::approved_by.is_not_null()).get_result(db)?,
        accepted: all().filter(proposal::id.eq_any(begun)).get_result(db)?,
        published: all().filter(proposal::published_at.is_not_null()).get_result(db)?,
    })
}

/// The pairs of the proposals that a filter leaves.
///
/// # Errors
/// The database's failure.
pub fn pairs(db: &mut Db, filter: &QueueFilter) -> Result<Vec<Pair>, StoreError> {
    let rows: Vec<(Id, Id)> = narrowed(filter).select((proposal::first_id, proposal::second_id)).load(db)?;
    Ok(rows.into_iter().map(|(first, second)| Pair { first: first.into(), second: second.into() }).collect())
}

/// The members of partnerships that came through Kembar and were not taken back.
///
/// # Errors
/// The database's failure.
pub fn in_partnership(db: &mut Db) -> Result<Vec<CityId>, StoreError> {
    let rows: Vec<(Id, Option<Id>)> = partnership::table
        .filter(partnership::proposal_id.is_not_null())
        .filter(partnership::withdrawn_at.is_null())
        .select((partnership::city_a_id, partnership::city_b_id))
        .load(db)?;
    Ok(rows.into_iter().flat_map(|(a, b)| [Some(a), b]).flatten().map(CityId::from).collect())
}

/// The newest proposal of a pairing that is under way or stood last.
///
/// # Errors
/// The database's failure.
pub fn newest_of(db: &mut Db, kind: Kind, pair: Pair) -> Result<Option<ProposalId>, StoreError> {
    let newest: Option<Id> = proposal::table
        .filter(proposal::kind.eq(kind.as_str()))
        .filter(proposal::first_id.eq(Id::from(pair.first)))
        .filter(proposal::second_id.eq(Id::from(pair.second)))
        .select(proposal::id)
        .order(proposal::id.desc())
        .first(db)
        .optional()?;
    Ok(newest.map(ProposalId::from))
}

/// The names of people, by account.
///
/// # Errors
/// The database's failure.
pub fn names(db: &mut Db, of: &[UserId]) -> Result<BTreeMap<UserId, String>, StoreError> {
    let of: Vec<Id> = of.iter().map(|id| Id::from(*id)).collect();
    let rows: Vec<(Id, String)> = account::table.filter(account::id.eq_any(of)).select((account::id, account::name)).load(db)?;
    Ok(rows.into_iter().map(|(id, name)| (id.into(), name)).collect())
}
