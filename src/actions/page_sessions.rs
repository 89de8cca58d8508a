//! Sessions of the pages: a browser holds a random key in a cookie, and the database its hash.
//!
//! Such a session is an ordinary one, so that whatever ends sessions ends it too (a changed role, a new password, an account that was
//! switched off); nobody holds its refresh token. Beyond that it ends half an hour after its last page and twelve hours after it began
//! (OWASP ASVS 5.0, 7.3).

use chrono::{DateTime, TimeDelta, Utc};

use super::context::Write;
use super::error::Error;
use super::identity::{self, Me, is_good};
use super::identity_sessions::Opened;
use crate::auth::random;
use crate::auth::secret::Secret;
use crate::domain::id::SessionId;
use crate::domain::role::Actor;
use crate::store::connection::Db;
use crate::store::page_sessions::{self, PageSession};
use crate::store::sessions;

/// How long a session stands without a page being read.
pub const IDLE: TimeDelta = TimeDelta::minutes(30);
/// How long it stands at all.
pub const LONGEST: TimeDelta = TimeDelta::hours(12);
/// How exactly its last use is known: not every page costs a write.
const SEEN_RESOLUTION: TimeDelta = TimeDelta::minutes(1);

/// Somebody who reads pages.
#[derive(Debug, Clone, PartialEq)]
pub struct SignedIn {
    /// Who, as they are at this moment.
    pub actor: Actor,
    /// Their account, and the city of a focal point.
    pub me: Me,
    /// The session.
    pub session: SessionId,
    /// Whether its use is to be noted with [`note_use`].
    pub is_use_due: bool,
}

/// Makes pages readable with a session that was just opened, and gives the key for the cookie: 43 characters, 256 random bits.
///
/// # Errors
/// The database's failure, or no randomness.
pub fn open(write: &mut Write<'_>, opened: &Opened) -> Result<Secret, Error> {
    let key = random::token()?;
    let session = PageSession { session: opened.session, seen_at: write.now };
    page_sessions::insert(write.db, &session, &random::sha256_hex(key.expose()))?;
    Ok(key)
}

/// Who reads pages with this key; none where it is unknown or its session is over.
///
/// # Errors
/// The database's failure, or damage.
pub fn signed_in(db: &mut Db, key: &Secret, now: DateTime<Utc>) -> Result<Option<SignedIn>, Error> {
    let Some(found) = page_sessions::find(db, &random::sha256_hex(key.expose()))? else { return Ok(None) };
    let Some(presence) = sessions::presence(db, found.session)? else { return Ok(None) };
    let stands = is_good(&presence, now) && now < found.seen_at + IDLE && now < presence.created_at + LONGEST;
    if !stands {
        return Ok(None);
    }
    let me = identity::me(db, &presence.actor)?;
    Ok(Some(SignedIn { actor: presence.actor, me, session: found.session, is_use_due: now - found.seen_at >= SEEN_RESOLUTION }))
}

/// Notes that a session is in use. Not audited: it changes nobody's rights.
///
/// # Errors
/// The database's failure.
pub fn note_use(write: &mut Write<'_>, session: SessionId) -> Result<(), Error> {
    Ok(page_sessions::note_use(write.db, session, write.now)?)
}

/// What a form has to bring back so that it is believed to come from a page of this session: 64 hexadecimal digits that only who holds the
/// key can make.
pub fn form_token(key: &Secret) -> String {
    random::sha256_hex(&format!("form of {}", key.expose()))
}

/// Whether a form brought the token of this session; compared in a time that does not depend on where they differ.
pub fn is_form_token(key: &Secret, brought: &str) -> bool {
    random::is_equal(&form_token(key), brought)
}
