//! What a presented refresh token means. Pure: knows no database; the caller keeps the state and writes the next one by compare-and-set.
//!
//! Each refresh token is good once and is replaced by its successor. One that comes back later was copied by somebody, so the whole family (all tokens
//! of one sign-in) ends. But answers get lost on bad lines: for [`GRACE_SECONDS`], and once, the token before the current one is taken again while its
//! successor has not been used (as FAPI 2.0 asks). The successor that was lost then dies, so that at most one token of a family is ever good.
//!
//! The caller finds the family by the hash of the presented token, among *all* hashes that the family ever had; a hash that belongs to no family is
//! simply unknown and ends nothing. Where the compare-and-set on `current_hash` and `previous` finds the state changed, read it again and decide again.

use chrono::{DateTime, TimeDelta, Utc};

use super::random;
use crate::domain::role::Role;

/// How long the token before the current one is taken again.
pub const GRACE_SECONDS: i64 = 10;

/// How long a sign-in of this role lasts, however often it is refreshed: 30 days for a focal point, 12 hours for all who sit at the console.
pub fn life(role: Role) -> TimeDelta {
    match role {
        Role::FocalPoint => TimeDelta::days(30),
        Role::Admin | Role::Officer | Role::Approver | Role::Observer => TimeDelta::hours(12),
    }
}

/// A family of refresh tokens: what is stored of one sign-in. Hashes are [`random::sha256_hex`] of tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefreshState {
    /// The end of the sign-in: its start and [`life`]. Refreshing does not move it.
    pub expires_at: DateTime<Utc>,
    /// When it was ended by sign-out, by a reused token, or by an administrator.
    pub revoked_at: Option<DateTime<Utc>>,
    /// The one token that is good.
    pub current_hash: String,
    /// The token that was exchanged for the current one; none before the first refresh.
    pub previous: Option<Previous>,
}

/// A token that was exchanged for the current one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Previous {
    /// Its hash.
    pub hash: String,
    /// When it was exchanged the first time: the grace runs from here.
    pub rotated_at: DateTime<Utc>,
    /// Whether the grace was used up.
    pub is_replayed: bool,
}

/// What to do with a presented token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Good: issue a successor and store [`RefreshState::rotated`].
    Rotate,
    /// The answer to the exchange was lost, presumably: issue another successor and store [`RefreshState::replayed`].
    GraceReplay,
    /// A used token came back: revoke the family, write an audit entry, tell the user.
    ReuseDetected,
    /// The sign-in has lasted as long as it may.
    Expired,
    /// The sign-in was ended.
    Revoked,
}

/// Decides on a token of this family, given by its hash. The current token rotates, the one before is replayed within its grace, every other is a reuse.
pub fn decide(state: &RefreshState, presented_hash: &str, now: DateTime<Utc>) -> Decision {
    if state.revoked_at.is_some() {
        Decision::Revoked
    } else if now >= state.expires_at {
        Decision::Expired
    } else if random::is_equal(&state.current_hash, presented_hash) {
        Decision::Rotate
    } else if state.previous.as_ref().is_some_and(|previous| previous.is_in_grace(presented_hash, now)) {
        Decision::GraceReplay
    } else {
        Decision::ReuseDetected
    }
}

impl Previous {
    fn is_in_grace(&self, presented_hash: &str, now: DateTime<Utc>) -> bool {
        // Another node's clock may be behind the one that rotated, by as much and no more.
        let is_soon = (now - self.rotated_at).abs() <= TimeDelta::seconds(GRACE_SECONDS);
        is_soon && !self.is_replayed && random::is_equal(&self.hash, presented_hash)
    }
}

impl RefreshState {
    /// The family of a new sign-in.
    pub fn begin(role: Role, first_hash: impl Into<String>, now: DateTime<Utc>) -> Self {
        Self { expires_at: now + life(role), revoked_at: None, current_hash: first_hash.into(), previous: None }
    }

    /// After [`Decision::Rotate`]: the successor is current.
    #[must_use]
    pub fn rotated(&self, successor_hash: impl Into<String>, now: DateTime<Utc>) -> Self {
        let previous = Previous { hash: self.current_hash.clone(), rotated_at: now, is_replayed: false };
        Self { current_hash: successor_hash.into(), previous: Some(previous), ..self.clone() }
    }

    /// After [`Decision::GraceReplay`]: the new successor takes the place of the lost one, and the grace is used up.
    #[must_use]
    pub fn replayed(&self, successor_hash: impl Into<String>) -> Self {
        let previous = self.previous.clone().map(|previous| Previous { is_replayed: true, ..previous });
        Self { current_hash: successor_hash.into(), previous, ..self.clone() }
    }

    /// After [`Decision::ReuseDetected`], sign-out, or an administrator's word: nothing of the family is good any more.
    #[must_use]
    pub fn revoked(&self, now: DateTime<Utc>) -> Self {
        Self { revoked_at: self.revoked_at.or(Some(now)), ..self.clone() }
    }
}

#[cfg(test)]
#[path = "refresh_tests.rs"]
mod tests;
