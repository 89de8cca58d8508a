//! The desk at a glance: what waits, how far proposals come, and how many members have a partner.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::queue::{self, Row, Waiting, require_desk, waiting_for};
use super::turns::UNDER_REVIEW;
use crate::actions::access::Pass;
use crate::actions::error::Error;
use crate::actions::membership;
use crate::actions::requests;
use crate::domain::id::{CityId, RoundId};
use crate::domain::proposal::ProposalState;
use crate::domain::role::Role;
use crate::domain::round::RoundState;
use crate::store::connection::Db;
use crate::store::page::PageAsk;
use crate::store::review_queue::{self, Funnel, QueueFilter, QueueOrder};
use crate::store::rounds;

/// How many of each are shown at a glance.
const SHOWN: i64 = 5;

/// How many members have a partner, or might soon.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Active members.
    pub members: usize,
    /// With a partnership that came through Kembar and stands.
    pub in_partnership: usize,
    /// Without one, and in a proposal that is under way.
    pub in_proposal: usize,
}

/// The desk at a glance.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// What waits for the reader.
    pub waiting: Waiting,
    /// The first of it.
    pub first: Vec<Row>,
    /// All that is under review.
    pub under_review: Waiting,
    /// What of it is past its time.
    pub overdue: Waiting,
    /// What both cities have accepted and an approver holds back.
    pub to_publish: Waiting,
    /// Requests of cities without an answer.
    pub requests: Waiting,
    /// How far proposals have come.
    pub funnel: Funnel,
    /// How many members have a partner.
    pub coverage: Coverage,
    /// The newest rounds.
    pub rounds: Vec<(RoundId, String, RoundState)>,
}

/// The desk of this person.
///
/// # Errors
/// `Forbidden` for whoever has no desk; the database's failure, or damage.
pub fn get(db: &mut Db, pass: &Pass, now: DateTime<Utc>) -> Result<Overview, Error> {
    let actor = &pass.actor;
    require_desk(actor)?;
    let first = PageAsk { limit: SHOWN, after: None };
    let waiting = waiting_for(actor);
    let page = review_queue::page(db, &waiting, QueueOrder::Age, &first)?;
    let in_states = |states: &[ProposalState]| QueueFilter { states: states.to_vec(), ..QueueFilter::default() };
    let own = QueueFilter { countries: actor.country.clone().into_iter().collect(), ..QueueFilter::default() };
    let open = requests::waiting(db, actor)?;
    Ok(Overview {
        first: queue::rows(db, actor, page.items, now)?,
        waiting: queue::count(db, actor, waiting)?,
        under_review: queue::count(db, actor, in_states(&UNDER_REVIEW))?,
        overdue: queue::count(db, actor, queue::overdue(now))?,
        to_publish: queue::count(db, actor, in_states(&[ProposalState::Accepted]))?,
        requests: Waiting { count: i64::try_from(open.len()).unwrap_or(i64::MAX), oldest: open.first().map(|request| request.created_at) },
        funnel: review_queue::funnel(db, &own)?,
        coverage: coverage(db, pass)?,
        rounds: match actor.role {
            Role::Officer | Role::Approver => {
                rounds::list(db, None, &first)?.items.into_iter().map(|round| (round.id, round.plan.name, round.state)).collect()
            }
            Role::Admin | Role::Observer | Role::FocalPoint => Vec::new(),
        },
    })
}

fn coverage(db: &mut Db, pass: &Pass) -> Result<Coverage, Error> {
    let own = pass.actor.country.as_ref();
    let active = membership::active(db)?.into_iter().filter(|city| own.is_none_or(|own| city.record.country == *own));
    let members: BTreeSet<CityId> = active.map(|city| city.id).collect();
    let partnered: BTreeSet<CityId> = review_queue::in_partnership(db)?.into_iter().filter(|city| members.contains(city)).collect();
    let live = ProposalState::ALL.iter().copied().filter(|state| !state.is_final()).collect();
    let pairs = review_queue::pairs(db, &QueueFilter { states: live, ..QueueFilter::default() })?;
    let proposed: BTreeSet<CityId> = pairs.into_iter().flat_map(|pair| [pair.first, pair.second]).collect();
    let hoping = proposed.iter().filter(|city| members.contains(city) && !partnered.contains(city)).count();
    Ok(Coverage { members: members.len(), in_partnership: partnered.len(), in_proposal: hoping })
}
