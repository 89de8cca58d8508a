//! What an access token says. Knows neither keys nor how a token is written.

use chrono::{DateTime, Utc};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use uuid::Uuid;

use super::realm::Realm;
use crate::auth::random::{self, RandomError};
use crate::domain::id::{SessionId, UserId};

/// How long an access token lives: 15 minutes.
pub const LIFE_SECONDS: u64 = 15 * 60;

/// The claims of an access token: exactly these, each once. Times are whole seconds since 1970 in UTC (RFC 7519 §2, `NumericDate`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    /// Who issued it.
    pub iss: String,
    /// For whom: one audience.
    pub aud: String,
    /// The user.
    #[serde(deserialize_with = "user_id")]
    pub sub: UserId,
    /// The session, whose end ends the token.
    #[serde(deserialize_with = "session_id")]
    pub sid: SessionId,
    /// The token's own id, to deny this one alone.
    #[serde(deserialize_with = "canonical_uuid")]
    pub jti: Uuid,
    /// Issued at.
    pub iat: u64,
    /// Not good before.
    pub nbf: u64,
    /// Not good from then on.
    pub exp: u64,
}

impl Claims {
    /// The claims of a new token for a user's session, good from `now` for [`LIFE_SECONDS`].
    ///
    /// # Errors
    /// Where there is no randomness for the token's id.
    pub fn issue(realm: &Realm, user: UserId, session: SessionId, now: DateTime<Utc>) -> Result<Self, RandomError> {
        let iat = seconds(now);
        Ok(Self {
            iss: realm.issuer().to_owned(),
            aud: realm.audience().to_owned(),
            sub: user,
            sid: session,
            jti: random::uuid()?,
            iat,
            nbf: iat,
            exp: iat + LIFE_SECONDS,
        })
    }
}

/// Whole seconds since 1970; a clock before that reads as 1970.
pub(super) fn seconds(time: DateTime<Utc>) -> u64 {
    u64::try_from(time.timestamp()).unwrap_or_default()
}

/// One spelling only: a deny-list by `jti` must not be passed by with other letters for the same id.
fn canonical_uuid<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Uuid, D::Error> {
    let text = String::deserialize(deserializer)?;
    match Uuid::try_parse(&text) {
        Ok(id) if id.hyphenated().to_string() == text => Ok(id),
        Ok(_) | Err(_) => Err(D::Error::custom("must be a UUID in lower case with hyphens")),
    }
}

fn user_id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<UserId, D::Error> {
    canonical_uuid(deserializer).map(UserId)
}

fn session_id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SessionId, D::Error> {
    canonical_uuid(deserializer).map(SessionId)
}
