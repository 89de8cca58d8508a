//! One decision on many proposals: each by its own right, at the version that was seen, and none hindered by another.

use serde::{Deserialize, Serialize};

use super::decide;
use crate::actions::access;
use crate::actions::context::Write;
use crate::actions::error::{Error, invalid};
use crate::actions::words::{Reason, codes};
use crate::domain::access::{Operation, Rule};
use crate::domain::id::ProposalId;
use crate::domain::proposal::{Decision, ProposalState};
use crate::domain::role::{Actor, Caller};
use crate::store::{cities, proposals};

/// How many proposals can be decided at once.
pub const MOST: usize = 200;

/// A proposal as it was picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picked {
    /// Which one.
    pub id: ProposalId,
    /// The version that was seen.
    pub seen: i64,
}

crate::text_enum! {
    /// Why a proposal stays as it is.
    WhyNot {
        /// Somebody changed it meanwhile.
        Changed = "changed",
        /// The reader had a hand in it before.
        FourEyes = "four_eyes",
        /// It does not belong to the reader's role.
        Role = "role",
        /// It stands where this cannot be done.
        State = "state",
        /// It is not there, or not for the reader.
        Gone = "gone",
    }
}

/// What became, or would become, of one proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Which one.
    pub id: ProposalId,
    /// The names of its cities.
    pub cities: Option<(String, String)>,
    /// Where it stands after it.
    pub to: Option<ProposalState>,
    /// Why it stays as it is.
    pub why_not: Option<WhyNot>,
}

/// Decides about each of the picked proposals, or only says what would happen. In a trial nothing is written.
///
/// # Errors
/// `Forbidden` for whoever reviews nothing: an outcome names the two cities, and who may not see a proposal must not learn of it here.
/// `Invalid` for too many, for none, and for a missing reason; the database's failure. What stands against one proposal is its outcome.
pub fn decide_all(
    write: &mut Write<'_>,
    actor: &Actor,
    picked: &[Picked],
    (decision, reason): (Decision, &Reason),
    is_trial: bool,
) -> Result<Vec<Outcome>, Error> {
    if !matches!(Operation::ReviewProposal.rule(), Rule::Roles(roles, _) if roles.contains(&actor.role)) {
        return Err(Error::Forbidden("deciding on proposals belongs to officers and approvers".to_owned()));
    }
    if picked.is_empty() || picked.len() > MOST {
        return Err(invalid("/pick", format!("must be 1 to {MOST} proposals")));
    }
    reason.check(codes::REVIEW, !matches!(decision, Decision::Recommend | Decision::Approve))?;
    picked.iter().map(|one| outcome(write, actor, *one, (decision, reason), is_trial)).collect()
}

/// First tried and taken back: whatever stands against this one must leave nothing behind in the transaction of all.
fn outcome(
    write: &mut Write<'_>,
    actor: &Actor,
    one: Picked,
    (decision, reason): (Decision, &Reason),
    is_trial: bool,
) -> Result<Outcome, Error> {
    let deed = |write: &mut Write<'_>| -> Result<ProposalState, Error> {
        let caller = Caller::Person(actor.clone());
        let pass = access::check(write.db, &caller, Operation::ReviewProposal, Some(&one.id.to_string()))?;
        let pass = pass.ok_or(Error::Unauthenticated("sign in first"))?;
        Ok(decide::review(write, &pass, one.id, one.seen, (decision, reason.clone()))?.state)
    };
    let cities = names(write, one.id)?;
    let tried = write.trial(deed);
    let (to, why_not) = match tried {
        Ok(to) if is_trial => (Some(to), None),
        Ok(_) => (Some(deed(write)?), None),
        Err(error) => (None, Some(why_not(error)?)),
    };
    Ok(Outcome { id: one.id, cities, to, why_not })
}

fn names(write: &mut Write<'_>, id: ProposalId) -> Result<Option<(String, String)>, Error> {
    let Some(proposal) = proposals::find(write.db, id)? else { return Ok(None) };
    let found = cities::by_ids(write.db, &[proposal.pair.first, proposal.pair.second])?;
    let name = |id| found.iter().find(|city| city.id == id).map(|city| city.record.name.clone());
    Ok(name(proposal.pair.first).zip(name(proposal.pair.second)))
}

fn why_not(error: Error) -> Result<WhyNot, Error> {
    match error {
        Error::Stale => Ok(WhyNot::Changed),
        Error::Forbidden(words) if words.starts_with("four eyes") => Ok(WhyNot::FourEyes),
        Error::Forbidden(_) => Ok(WhyNot::Role),
        Error::NotFound(_) => Ok(WhyNot::Gone),
        Error::Conflict { .. } => Ok(WhyNot::State),
        Error::Unauthenticated(_)
        | Error::Exists(_)
        | Error::Invalid(_)
        | Error::File(_)
        | Error::KeyReused
        | Error::TooManyTries { .. }
        | Error::Busy(_)
        | Error::Store(_)
        | Error::Internal(_) => Err(error),
    }
}
