//! Who is calling: a session or a portal's key looked up at every call, so that what was ended or changed counts from the next call on.
//!
//! Role, city and country are read from the database each time; a token only says which session it belongs to.

use chrono::{DateTime, TimeDelta, Utc};

use super::error::Error;
use crate::auth::access_token::Claims;
use crate::auth::portal_key::PortalKey;
use crate::domain::account::{Account, AccountState};
use crate::domain::city::City;
use crate::domain::id::PortalKeyId;
use crate::domain::role::{Actor, Caller};
use crate::store::connection::Db;
use crate::store::sessions::Presence;
use crate::store::{accounts, cities, portals, sessions};

/// How exactly the last use of a portal's key is known: a key in use does not cost a write at every call.
pub const KEY_USE_RESOLUTION: TimeDelta = TimeDelta::minutes(1);

const ENDED: Error = Error::Unauthenticated("this session has ended: sign in again with POST /api/v1/auth/login");
const NO_KEY: Error =
    Error::Unauthenticated("this portal key is not good: it is unknown, revoked or expired, or its portal is switched off");

/// The person behind an access token whose signature was verified.
///
/// # Errors
/// `Unauthenticated` where the session was ended or has run out, or the account may not sign in.
pub fn caller_of(db: &mut Db, claims: &Claims, now: DateTime<Utc>) -> Result<Caller, Error> {
    let presence = sessions::presence(db, claims.sid)?.ok_or(ENDED)?;
    if presence.actor.user == claims.sub && is_good(&presence, now) { Ok(Caller::Person(presence.actor)) } else { Err(ENDED) }
}

/// Whether a session stands at this moment.
pub(super) fn is_good(presence: &Presence, now: DateTime<Utc>) -> bool {
    presence.state == AccountState::Active
        && !presence.is_revoked
        && now < presence.expires_at
        && presence.sessions_not_before.is_none_or(|first| presence.created_at >= first)
}

/// A portal that showed its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPortal {
    /// The portal as a caller.
    pub caller: Caller,
    /// Requests a minute that it may make.
    pub requests_per_minute: u32,
    /// The key, where its use is to be noted with [`note_key_use`].
    pub use_to_note: Option<PortalKeyId>,
}

/// The portal behind a well-formed key.
///
/// # Errors
/// `Unauthenticated` where the key is unknown, ended or expired, or its portal is switched off.
pub fn portal_of(db: &mut Db, key: &PortalKey, now: DateTime<Utc>) -> Result<KnownPortal, Error> {
    let (stored, portal) = portals::find_key(db, key.id())?.ok_or(NO_KEY)?;
    if !key.has_hash(&stored.secret_hash) || !stored.is_live(now) || !portal.settings.is_active {
        return Err(NO_KEY);
    }
    let is_due = stored.last_used_at.is_none_or(|last| now - last >= KEY_USE_RESOLUTION);
    Ok(KnownPortal {
        caller: Caller::Portal(portal.id),
        requests_per_minute: portal.settings.requests_per_minute,
        use_to_note: is_due.then_some(stored.id),
    })
}

/// Notes that a key is in use. Of many calls at once the first one writes. Not audited: it changes nobody's rights.
///
/// # Errors
/// The database's failure.
pub fn note_key_use(db: &mut Db, key: PortalKeyId, now: DateTime<Utc>) -> Result<(), Error> {
    Ok(portals::note_key_use(db, key, now - KEY_USE_RESOLUTION, now)?)
}

/// A person as they see themselves.
#[derive(Debug, Clone, PartialEq)]
pub struct Me {
    /// The account.
    pub account: Account,
    /// The city of a focal point.
    pub city: Option<City>,
}

/// Who am I.
///
/// # Errors
/// The database's failure, or damage.
pub fn me(db: &mut Db, actor: &Actor) -> Result<Me, Error> {
    let account = accounts::find(db, actor.user)?.ok_or(Error::NotFound("account"))?.account;
    let city = match account.person.city {
        Some(id) => cities::by_ids(db, &[id])?.pop(),
        None => None,
    };
    Ok(Me { account, city })
}
