//! Reading proposals, each caller as far as they may.

use crate::actions::access::is_known_to_cities;
use crate::actions::error::Error;
use crate::domain::city::City;
use crate::domain::id::ProposalId;
use crate::domain::proposal::ProposalState;
use crate::domain::role::{Actor, Role};
use crate::store::cities;
use crate::store::connection::Db;
use crate::store::page::{Page, PageAsk};
use crate::store::proposal_steps::{self, StoredAnswer, StoredReview, StoredStep};
use crate::store::proposals::{self, ProposalFilter, StoredProposal};

/// A proposal with its cities and the answers that came.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposalView {
    /// The proposal.
    pub proposal: StoredProposal,
    /// The first city: the learner of a peer learning.
    pub first: City,
    /// The second city.
    pub second: City,
    /// Answers, in order.
    pub answers: Vec<StoredAnswer>,
}

/// One proposal.
///
/// # Errors
/// `NotFound`.
pub fn get(db: &mut Db, id: ProposalId) -> Result<ProposalView, Error> {
    let proposal = proposals::find(db, id)?.ok_or(Error::NotFound("proposal"))?;
    view(db, proposal)
}

/// A proposal with its cities and answers.
///
/// # Errors
/// The database's failure, or damage.
pub fn view(db: &mut Db, proposal: StoredProposal) -> Result<ProposalView, Error> {
    let mut found = cities::by_ids(db, &[proposal.pair.first, proposal.pair.second])?;
    let mut take = |id| found.iter().position(|city: &City| city.id == id).map(|at| found.swap_remove(at));
    let (first, second) = (take(proposal.pair.first), take(proposal.pair.second));
    let (first, second) = first.zip(second).ok_or(Error::Internal("a proposal names a city that is not there".to_owned()))?;
    let answers = proposal_steps::answers(db, proposal.id)?;
    Ok(ProposalView { proposal, first, second, answers })
}

/// The proposals that a person can see: the queue for the secretariat, the invitations for a city. Oldest first.
///
/// # Errors
/// The database's failure.
pub fn list(db: &mut Db, actor: &Actor, filter: ProposalFilter, ask: &PageAsk) -> Result<Page<ProposalView>, Error> {
    let filter = if actor.role == Role::FocalPoint { for_city(actor, filter) } else { for_reader(actor, filter) };
    let page = proposals::list(db, &filter, ask)?;
    page.try_map(|proposal| view(db, proposal))
}

/// What a city may know: its own, from the invitation on. `withdrawn` ones only where an invitation went out, which the list cannot ask
/// for; they are reached by their id.
fn for_city(actor: &Actor, filter: ProposalFilter) -> ProposalFilter {
    let known = ProposalState::ALL.iter().copied().filter(|state| state.is_known_to_cities());
    let states = match &filter.states {
        Some(asked) => known.filter(|state| asked.contains(state)).collect(),
        None => known.collect(),
    };
    ProposalFilter { states: Some(states), city: actor.city, country: None, ..filter }
}

fn for_reader(actor: &Actor, filter: ProposalFilter) -> ProposalFilter {
    match (&actor.role, &actor.country) {
        (Role::Observer, Some(own)) => ProposalFilter { country: Some(own.clone()), ..filter },
        _ => filter,
    }
}

/// Whether this person has been told of the proposal.
pub fn is_visible_to(actor: &Actor, proposal: &StoredProposal) -> bool {
    actor.role != Role::FocalPoint || is_known_to_cities(proposal)
}

/// Whether this person may read an answer: a city reads what the other has said only when it is over.
pub fn may_read(actor: &Actor, proposal: &StoredProposal, answer: &StoredAnswer) -> bool {
    actor.role != Role::FocalPoint || proposal.state.is_final() || actor.city == Some(answer.city)
}

/// Everything that was done and said to a proposal.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    /// Steps, in order.
    pub steps: Vec<StoredStep>,
    /// Reviews, in order.
    pub reviews: Vec<StoredReview>,
    /// Answers, in order.
    pub answers: Vec<StoredAnswer>,
}

/// The history of a proposal.
///
/// # Errors
/// `NotFound`.
pub fn history(db: &mut Db, id: ProposalId) -> Result<History, Error> {
    proposals::find(db, id)?.ok_or(Error::NotFound("proposal"))?;
    Ok(History {
        steps: proposal_steps::steps(db, id)?,
        reviews: proposal_steps::reviews(db, id)?,
        answers: proposal_steps::answers(db, id)?,
    })
}
