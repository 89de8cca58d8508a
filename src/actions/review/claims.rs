//! Claims: who is looking at a proposal just now.
//!
//! A claim binds nobody and changes nothing about a proposal: it spares two reviewers the same work. So it has no entry in the audit log,
//! which tells of decisions.

use chrono::TimeDelta;

use crate::actions::access::Pass;
use crate::actions::context::Write;
use crate::actions::error::Error;
use crate::domain::id::ProposalId;
use crate::store::review_claims::{self, Claim};

/// How long a claim holds, in minutes.
pub const CLAIM_MINUTES: i64 = 30;

/// Claims a proposal, or lets one's own claim go. `take_over` ends the claim of somebody else.
///
/// # Errors
/// `Conflict` where somebody else holds it and it is not to be taken over.
pub fn toggle(write: &mut Write<'_>, pass: &Pass, id: ProposalId, take_over: bool) -> Result<Option<Claim>, Error> {
    let held = review_claims::holding(write.db, &[id], write.now)?.pop();
    match held {
        Some(claim) if claim.by == pass.actor.user => {
            review_claims::release(write.db, id)?;
            Ok(None)
        }
        Some(_) if !take_over => {
            Err(Error::Conflict { state: "claimed".to_owned(), detail: "somebody else has claimed this proposal".to_owned() })
        }
        Some(_) | None => {
            let claim = Claim { proposal: id, by: pass.actor.user, until: write.now + TimeDelta::minutes(CLAIM_MINUTES) };
            review_claims::put(write.db, claim)?;
            Ok(Some(claim))
        }
    }
}
