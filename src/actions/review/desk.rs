//! A proposal as its page shows it: what was frozen with it, what was done to it, and what the reader may do.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::create::Alternates;
use super::queue::{self, require_desk, waiting_for};
use super::read::{self, History, ProposalView};
use super::turns::{self, DeskDeed, Turn};
use super::{steps, undo};
use crate::actions::access::Pass;
use crate::actions::directory::{self, Portrait};
use crate::actions::error::Error;
use crate::domain::id::{CityId, ProposalId, UserId};
use crate::domain::pairing::{Kind, Pair};
use crate::matching::answer::PairExplanation;
use crate::store::cities::CityRef;
use crate::store::connection::Db;
use crate::store::proposals::{self, StoredProposal};
use crate::store::requests::{self, PartnerRequest};
use crate::store::review_claims::{self, Claim};
use crate::store::review_queue;
use crate::store::rounds;

/// A proposal with everything around it.
#[derive(Debug, Clone, PartialEq)]
pub struct Desk {
    /// The proposal, its cities and their answers.
    pub view: ProposalView,
    /// The explanation that was frozen with it; none where this program cannot read it.
    pub explanation: Option<PairExplanation>,
    /// The next best partners that were frozen with it.
    pub alternates: Option<Alternates>,
    /// What was done and said.
    pub history: History,
    /// The names of everybody who is named.
    pub people: BTreeMap<UserId, String>,
    /// What the reader may do.
    pub deeds: Vec<DeskDeed>,
    /// Whose turn it is.
    pub turn: Turn,
    /// Who is looking at it.
    pub claim: Option<Claim>,
    /// Until when the reader may undo the last step.
    pub undo_until: Option<DateTime<Utc>>,
    /// The name of the round that it comes from.
    pub round: Option<String>,
    /// The request that it answers.
    pub request: Option<PartnerRequest>,
    /// The first city as it is known today.
    pub first_today: Portrait,
    /// The second city as it is known today.
    pub second_today: Portrait,
}

/// One proposal for its page.
///
/// # Errors
/// `Forbidden` for whoever has no desk; `NotFound`; the database's failure, or damage.
pub fn get(db: &mut Db, pass: &Pass, id: ProposalId, now: DateTime<Utc>) -> Result<Desk, Error> {
    require_desk(&pass.actor)?;
    let view = read::get(db, id)?;
    let proposal = &view.proposal;
    let ruled = steps::view(db, proposal)?;
    let history = read::history(db, id)?;
    let claim = review_claims::holding(db, &[id], now)?.pop();
    let named = history.steps.iter().filter_map(|step| step.actor).chain(claim.map(|claim| claim.by));
    let named: Vec<UserId> = named.chain([proposal.created_by, proposal.last_edited_by]).chain(proposal.recommended_by).collect();
    Ok(Desk {
        explanation: serde_json::from_value(proposal.explanation.clone()).ok(),
        alternates: serde_json::from_value(proposal.alternates.clone()).ok(),
        people: review_queue::names(db, &named)?,
        deeds: turns::open_deeds(&ruled, &pass.actor),
        turn: turns::turn(&ruled, &pass.actor),
        undo_until: undo::open_until(db, pass, proposal, now)?,
        round: match proposal.round {
            Some(round) => rounds::find(db, round)?.map(|round| round.plan.name),
            None => None,
        },
        request: match proposal.request {
            Some(request) => requests::find(db, request)?,
            None => None,
        },
        first_today: directory::portrait(db, &CityRef::Id(proposal.pair.first))?,
        second_today: directory::portrait(db, &CityRef::Id(proposal.pair.second))?,
        history,
        claim,
        view,
    })
}

/// What a reader has just decided, for the page that follows: which pair, how, and until when it can be undone.
#[derive(Debug, Clone, PartialEq)]
pub struct JustDecided {
    /// The proposal as it stands now, with its cities.
    pub row: queue::Row,
    /// What was done.
    pub deed: String,
    /// Until when it can be undone by the reader.
    pub undo_until: Option<DateTime<Utc>>,
}

/// What this reader has just decided about a proposal; none where somebody else did the last step.
///
/// # Errors
/// The database's failure, or damage.
pub fn just_decided(db: &mut Db, pass: &Pass, id: ProposalId, now: DateTime<Utc>) -> Result<Option<JustDecided>, Error> {
    let Some(proposal) = proposals::find(db, id)? else { return Ok(None) };
    let steps = crate::store::proposal_steps::steps(db, id)?;
    let Some(last) = steps.last().filter(|step| step.actor == Some(pass.actor.user)) else { return Ok(None) };
    let undo_until = undo::open_until(db, pass, &proposal, now)?;
    let row = queue::rows(db, &pass.actor, vec![proposal], now)?.pop();
    Ok(row.map(|row| JustDecided { row, deed: last.deed.clone(), undo_until }))
}

/// The proposal that waits for this person after one that they have just dealt with, by age.
///
/// # Errors
/// The database's failure.
pub fn next_waiting(db: &mut Db, pass: &Pass, after: ProposalId) -> Result<Option<ProposalId>, Error> {
    Ok(review_queue::next(db, &waiting_for(&pass.actor), after)?)
}

/// The newest proposal of a pairing, where there is one.
///
/// # Errors
/// The database's failure, or damage.
pub fn newest_of(db: &mut Db, kind: Kind, (city, partner): (CityId, CityId)) -> Result<Option<StoredProposal>, Error> {
    let Some(pair) = Pair::new(kind, city, partner) else { return Ok(None) };
    match review_queue::newest_of(db, kind, pair)? {
        Some(id) => Ok(proposals::find(db, id)?),
        None => Ok(None),
    }
}
