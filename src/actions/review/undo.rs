//! A reviewer takes their own last word back, as long as nothing has followed.
//!
//! The review itself stays: reviews are added and never changed. A step back is recorded beside it, with its audit entry.

use chrono::{DateTime, Utc};

use super::steps::{self, Deeds};
use crate::actions::access::Pass;
use crate::actions::context::{Author, Write};
use crate::actions::error::Error;
use crate::actions::requests;
use crate::domain::id::{ProposalId, UserId};
use crate::domain::proposal::{Decision, LastWord};
use crate::store::connection::Db;
use crate::store::proposal_steps::{self, StoredStep};
use crate::store::proposals::StoredProposal;

/// Takes the last decision back, for the reviewer who made it.
///
/// # Errors
/// `Stale`, or the domain's refusal: nothing to undo, not theirs, too late, answered.
pub fn undo(write: &mut Write<'_>, pass: &Pass, id: ProposalId, seen: i64) -> Result<StoredProposal, Error> {
    let before = steps::load(write, id, seen)?;
    let taken = proposal_steps::steps(write.db, id)?;
    let last = last_word(&taken);
    let step = steps::view(write.db, &before)?.undo(last, &pass.actor, write.now)?;
    let mut after = before.clone();
    if let Some(last) = last {
        match last.decision {
            Decision::Recommend => after.recommended_by = recommender_before(&taken),
            Decision::Approve => {
                (after.approved_by, after.invited_at, after.expires_at) = (None, None, None);
                reopen_request(write, &before, last.at)?;
            }
            Decision::Reject | Decision::Defer | Decision::Return => {}
        }
    }
    let author = Author::from(&pass.actor);
    steps::save(write, &before, &mut after, &[step], &Deeds { name: "undo", author: &author, reason_code: None, reason: None })?;
    Ok(after)
}

/// Until when this person may undo the last step of a proposal; none where they may not.
///
/// # Errors
/// The database's failure, or damage.
pub fn open_until(db: &mut Db, pass: &Pass, proposal: &StoredProposal, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, Error> {
    let last = last_word(&proposal_steps::steps(db, proposal.id)?);
    let may = steps::view(db, proposal)?.undo(last, &pass.actor, now).is_ok();
    let end = |last: LastWord| last.at + chrono::TimeDelta::minutes(crate::domain::proposal::MINUTES_TO_UNDO);
    Ok(last.filter(|_| may).map(end))
}

/// The reviewer's word that was the last step; an approval makes two steps, of one version.
fn last_word(taken: &[StoredStep]) -> Option<LastWord> {
    let last = taken.last()?;
    let first = taken.iter().find(|step| step.version == last.version)?;
    Some(LastWord { decision: last.deed.parse().ok()?, by: last.actor?, at: last.at, from: first.from })
}

/// Who had recommended the version that stood before the last recommendation.
fn recommender_before(taken: &[StoredStep]) -> Option<UserId> {
    let mut standing: Vec<Option<UserId>> = Vec::new();
    let mut previous = "";
    for step in taken {
        match step.deed.as_str() {
            "recommend" => standing.push(step.actor),
            "edit" => standing.clear(),
            "undo" if previous == "recommend" => drop(standing.pop()),
            _ => {}
        }
        previous = &step.deed;
    }
    standing.pop();
    standing.pop().flatten()
}

/// The invitation was the first answer to a request; without it the request waits again.
fn reopen_request(write: &mut Write<'_>, proposal: &StoredProposal, answered_at: DateTime<Utc>) -> Result<(), Error> {
    match proposal.request {
        Some(id) => requests::wait_again(write, id, answered_at),
        None => Ok(()),
    }
}
