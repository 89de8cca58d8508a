//! The secretariat's word: review, publication, withdrawal.

use chrono::{DateTime, TimeDelta, Utc};

use super::steps::{self, Deeds};
use crate::actions::access::Pass;
use crate::actions::context::{Author, Write};
use crate::actions::error::Error;
use crate::actions::partnerships;
use crate::actions::requests;
use crate::actions::words::{Reason, codes};
use crate::domain::id::{ProposalId, ReviewId};
use crate::domain::proposal::{DAYS_TO_ANSWER, Decision, Deed, ProposalState, Step};
use crate::domain::request::{RequestDeed, RequestState};
use crate::store::connection::Db;
use crate::store::proposal_steps::{self, StoredReview};
use crate::store::proposals::{self, StoredProposal};

/// Recommends, approves, rejects, defers or returns the version that the reviewer has seen.
///
/// # Errors
/// `Invalid` for a missing or unknown reason, `Stale`, or the domain's refusal: role, four eyes, state.
pub fn review(
    write: &mut Write<'_>,
    pass: &Pass,
    id: ProposalId,
    seen: i64,
    (decision, reason): (Decision, Reason),
) -> Result<StoredProposal, Error> {
    let before = steps::load(write, id, seen)?;
    let made = steps::view(write.db, &before)?.apply(Deed::Review(decision), &pass.actor)?;
    let needs_reason = !matches!(decision, Decision::Recommend | Decision::Approve);
    reason.check(codes::REVIEW, needs_reason)?;
    let mut after = before.clone();
    match decision {
        Decision::Recommend => after.recommended_by = Some(pass.actor.user),
        Decision::Approve => {
            after.approved_by = Some(pass.actor.user);
            after.invited_at = Some(write.now);
            after.expires_at = Some(write.now + TimeDelta::days(DAYS_TO_ANSWER));
        }
        Decision::Reject | Decision::Defer | Decision::Return => {}
    }
    let reviewed = StoredReview {
        id: ReviewId(write.new_id()),
        proposal: id,
        proposal_version: before.version,
        reviewer: pass.actor.user,
        reviewer_role: pass.actor.role.to_string(),
        decision,
        reason_code: reason.code.clone(),
        reason: reason.words.clone(),
        seen_hash: before.content_hash.clone(),
        at: write.now,
    };
    proposal_steps::add_review(write.db, &reviewed)?;
    let author = Author::from(&pass.actor);
    steps::save(
        write,
        &before,
        &mut after,
        &made,
        &Deeds { name: decision.as_str(), author: &author, reason_code: reason.code, reason: reason.words },
    )?;
    if decision == Decision::Approve {
        answer_request(write, pass, &after)?;
    }
    Ok(after)
}

/// An invitation is the first answer to the city's request.
fn answer_request(write: &mut Write<'_>, pass: &Pass, proposal: &StoredProposal) -> Result<(), Error> {
    let Some(id) = proposal.request else { return Ok(()) };
    // A city that took its request back is asked all the same: the approver decided so.
    if requests::get(write.db, id)?.state == RequestState::Withdrawn {
        return Ok(());
    }
    requests::follow_proposal(write, id, RequestDeed::Answer, &pass.actor)
}

/// Makes an accepted pairing public that was held back.
///
/// # Errors
/// `Stale`, or the domain's refusal.
pub fn publish(write: &mut Write<'_>, pass: &Pass, id: ProposalId, seen: i64) -> Result<StoredProposal, Error> {
    let before = steps::load(write, id, seen)?;
    let made = steps::view(write.db, &before)?.apply(Deed::Publish, &pass.actor)?;
    let mut after = before.clone();
    let author = Author::from(&pass.actor);
    steps::save(write, &before, &mut after, &made, &Deeds { name: "publish", author: &author, reason_code: None, reason: None })?;
    partnerships::publish(write, &after)?;
    Ok(after)
}

/// Takes a pairing back, with a reason; a published one leaves the public at once.
///
/// # Errors
/// `Invalid` without a reason, `Stale`, or the domain's refusal.
pub fn withdraw(write: &mut Write<'_>, pass: &Pass, id: ProposalId, seen: i64, reason: Reason) -> Result<StoredProposal, Error> {
    let before = steps::load(write, id, seen)?;
    let made = steps::view(write.db, &before)?.apply(Deed::Withdraw, &pass.actor)?;
    reason.check(codes::REVIEW, true)?;
    let mut after = before.clone();
    let author = Author::from(&pass.actor);
    steps::save(
        write,
        &before,
        &mut after,
        &made,
        &Deeds { name: "withdraw", author: &author, reason_code: reason.code, reason: reason.words },
    )?;
    partnerships::withdraw(write, &after)?;
    Ok(after)
}

/// The invitations whose time to answer is over.
///
/// # Errors
/// The database's failure.
pub fn overdue(db: &mut Db, now: DateTime<Utc>) -> Result<Vec<ProposalId>, Error> {
    Ok(proposals::overdue(db, now)?)
}

/// Ends an invitation whose time is over. `None` where it has been answered since.
///
/// # Errors
/// The database's failure.
pub fn expire(write: &mut Write<'_>, id: ProposalId) -> Result<Option<StoredProposal>, Error> {
    let Some(before) = proposals::find(write.db, id)? else { return Ok(None) };
    let is_over = before.expires_at.is_some_and(|end| end <= write.now);
    if before.state != ProposalState::Invited || !is_over {
        return Ok(None);
    }
    let made = [Step { from: ProposalState::Invited, to: ProposalState::Expired }];
    let mut after = before.clone();
    steps::save(write, &before, &mut after, &made, &Deeds { name: "expire", author: &Author::Clock, reason_code: None, reason: None })?;
    Ok(Some(after))
}
