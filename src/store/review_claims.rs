//! Who is looking at a proposal just now.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::connection::Db;
use super::error::StoreError;
use super::schema::review_claim;
use super::types::{Id, Time};
use crate::domain::id::{ProposalId, UserId};

/// A claim on a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// Which one.
    pub proposal: ProposalId,
    /// Whose.
    pub by: UserId,
    /// Until when it holds.
    pub until: DateTime<Utc>,
}

/// The claims on these proposals that still hold.
///
/// # Errors
/// The database's failure.
pub fn holding(db: &mut Db, on: &[ProposalId], now: DateTime<Utc>) -> Result<Vec<Claim>, StoreError> {
    let on: Vec<Id> = on.iter().map(|id| Id::from(*id)).collect();
    let rows: Vec<(Id, Id, Time)> =
        review_claim::table.filter(review_claim::proposal_id.eq_any(on)).filter(review_claim::until.gt(Time::from(now))).load(db)?;
    Ok(rows.into_iter().map(|(proposal, by, until)| Claim { proposal: proposal.into(), by: by.into(), until: until.get() }).collect())
}

/// Writes a claim in place of whatever claim there was.
///
/// # Errors
/// The database's failure.
pub fn put(db: &mut Db, claim: Claim) -> Result<(), StoreError> {
    release(db, claim.proposal)?;
    let row = (
        review_claim::proposal_id.eq(Id::from(claim.proposal)),
        review_claim::account_id.eq(Id::from(claim.by)),
        review_claim::until.eq(Time::from(claim.until)),
    );
    diesel::insert_into(review_claim::table).values(row).execute(db)?;
    Ok(())
}

/// Ends the claim on a proposal, where there is one.
///
/// # Errors
/// The database's failure.
pub fn release(db: &mut Db, on: ProposalId) -> Result<(), StoreError> {
    diesel::delete(review_claim::table.filter(review_claim::proposal_id.eq(Id::from(on)))).execute(db)?;
    Ok(())
}
