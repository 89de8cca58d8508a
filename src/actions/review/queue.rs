//! The review queue as one person sees it: what waits, for whom, and for how long.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::turns::{self, Turn, UNDER_REVIEW};
use crate::actions::access::Pass;
use crate::actions::directory::{CountryNames, country_names};
use crate::actions::error::Error;
use crate::domain::city::City;
use crate::domain::id::{CityId, ProposalId, RoundId, UserId};
use crate::domain::proposal::{DAYS_AIMED_AT, Proposal};
use crate::domain::role::{Actor, Role};
use crate::store::connection::Db;
use crate::store::page::{Page, PageAsk};
use crate::store::proposal_steps;
use crate::store::proposals::StoredProposal;
use crate::store::review_claims::{self, Claim};
use crate::store::review_queue::{self, QueueFilter, QueueOrder, Whose};
use crate::store::{cities, rounds};

/// How many rounds there are to choose from, the newest.
const ROUNDS_SHOWN: i64 = 50;

/// A proposal in the queue.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The proposal.
    pub proposal: StoredProposal,
    /// The first city: the learner of a peer learning.
    pub first: City,
    /// The second city.
    pub second: City,
    /// Whose turn it is, seen by the reader.
    pub turn: Turn,
    /// Who is looking at it.
    pub claim: Option<Claim>,
}

/// How much waits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// How many.
    pub count: i64,
    /// When the oldest was made.
    pub oldest: Option<DateTime<Utc>>,
}

/// A page of the queue and what stands above it.
#[derive(Debug, Clone, PartialEq)]
pub struct Queue {
    /// The proposals of this page.
    pub page: Page<Row>,
    /// How many there are on all pages.
    pub total: i64,
    /// What waits for the reader.
    pub waiting: Waiting,
    /// The names of everybody who is named.
    pub people: BTreeMap<UserId, String>,
    /// Rounds to choose from, the newest first.
    pub rounds: Vec<(RoundId, String)>,
    /// The names of countries.
    pub countries: CountryNames,
}

/// Only the secretariat and those who read with it have a desk; a city's own invitations are on its own pages.
///
/// # Errors
/// `Forbidden` for a focal point.
pub fn require_desk(actor: &Actor) -> Result<(), Error> {
    match actor.role {
        Role::Officer | Role::Approver | Role::Observer => Ok(()),
        Role::Admin | Role::FocalPoint => Err(Error::Forbidden("the review queue is the secretariat's".to_owned())),
    }
}

/// What the reader may see, of what they asked for.
fn seen_by(actor: &Actor, filter: QueueFilter) -> QueueFilter {
    let mut filter = filter;
    filter.countries.extend(actor.country.clone().filter(|_| actor.role == Role::Observer));
    filter
}

/// What waits for this person: for an observer, all that is under review and theirs to see.
pub fn waiting_for(actor: &Actor) -> QueueFilter {
    let whose = (actor.role == Role::Approver).then_some(Whose::UntouchedBy(actor.user));
    seen_by(actor, QueueFilter { states: turns::waiting_states(actor.role), whose, ..QueueFilter::default() })
}

/// What has been under review for longer than is aimed at.
pub fn overdue(now: DateTime<Utc>) -> QueueFilter {
    QueueFilter { states: UNDER_REVIEW.to_vec(), made_before: Some(now - TimeDelta::days(DAYS_AIMED_AT)), ..QueueFilter::default() }
}

/// How much of a filter there is for this person.
///
/// # Errors
/// The database's failure.
pub fn count(db: &mut Db, actor: &Actor, filter: QueueFilter) -> Result<Waiting, Error> {
    let (count, oldest) = review_queue::count(db, &seen_by(actor, filter))?;
    Ok(Waiting { count, oldest })
}

/// A page of the queue.
///
/// # Errors
/// `Forbidden` for whoever has no desk; the database's failure, or damage.
pub fn page(
    db: &mut Db,
    pass: &Pass,
    (filter, order): (QueueFilter, QueueOrder),
    ask: &PageAsk,
    now: DateTime<Utc>,
) -> Result<Queue, Error> {
    require_desk(&pass.actor)?;
    let filter = seen_by(&pass.actor, filter);
    let found = review_queue::page(db, &filter, order, ask)?;
    let page = Page { items: rows(db, &pass.actor, found.items, now)?, next: found.next };
    let newest = PageAsk { limit: ROUNDS_SHOWN, after: None };
    Ok(Queue {
        total: review_queue::count(db, &filter)?.0,
        waiting: count(db, &pass.actor, waiting_for(&pass.actor))?,
        people: review_queue::names(db, &people_of(&page.items))?,
        rounds: rounds::list(db, None, &newest)?.items.into_iter().map(|round| (round.id, round.plan.name)).collect(),
        countries: country_names(db)?,
        page,
    })
}

/// All of the queue that a filter lets through, fetched so many at a time and at most so many, with the names of everybody who is named.
///
/// # Errors
/// As [`page`].
pub fn whole(
    db: &mut Db,
    pass: &Pass,
    (filter, order): (QueueFilter, QueueOrder),
    (at_a_time, most): (i64, usize),
    now: DateTime<Utc>,
) -> Result<(Vec<Row>, BTreeMap<UserId, String>), Error> {
    require_desk(&pass.actor)?;
    let filter = seen_by(&pass.actor, filter);
    let (mut all, mut ask) = (Vec::new(), PageAsk { limit: at_a_time, after: None });
    loop {
        let found = review_queue::page(db, &filter, order, &ask)?;
        all.extend(rows(db, &pass.actor, found.items, now)?);
        if found.next.is_none() || all.len() >= most {
            break;
        }
        ask.after = found.next;
    }
    let people = review_queue::names(db, &people_of(&all))?;
    Ok((all, people))
}

fn people_of(rows: &[Row]) -> Vec<UserId> {
    let of_row = |row: &Row| {
        let claimed = row.claim.map(|claim| claim.by);
        [Some(row.proposal.created_by), row.proposal.recommended_by, claimed].into_iter().flatten().collect::<Vec<_>>()
    };
    rows.iter().flat_map(of_row).collect()
}

/// Proposals with all that a row shows, in as many queries for a page as for one.
pub(super) fn rows(db: &mut Db, actor: &Actor, found: Vec<StoredProposal>, now: DateTime<Utc>) -> Result<Vec<Row>, Error> {
    let ids: Vec<ProposalId> = found.iter().map(|proposal| proposal.id).collect();
    let mut recommenders = proposal_steps::recommenders_of(db, &ids)?;
    let claims = review_claims::holding(db, &ids, now)?;
    let members: Vec<CityId> = found.iter().flat_map(|proposal| [proposal.pair.first, proposal.pair.second]).collect();
    let members: BTreeMap<CityId, City> = cities::by_ids(db, &members)?.into_iter().map(|city| (city.id, city)).collect();
    let row = |proposal: StoredProposal| {
        let city = |id: CityId| members.get(&id).cloned().ok_or(Error::Internal("a proposal names a city that is not there".to_owned()));
        let ruled = Proposal {
            state: proposal.state,
            pair: proposal.pair,
            created_by: proposal.created_by,
            last_edited_by: proposal.last_edited_by,
            recommended_by: recommenders.remove(&proposal.id).unwrap_or_default(),
            // No turn of a reviewer hangs on the answers of the cities.
            accepted_by: Vec::new(),
            is_held: proposal.is_held,
        };
        Ok(Row {
            first: city(proposal.pair.first)?,
            second: city(proposal.pair.second)?,
            turn: turns::turn(&ruled, actor),
            claim: claims.iter().find(|claim| claim.proposal == proposal.id).copied(),
            proposal,
        })
    };
    found.into_iter().map(row).collect()
}
