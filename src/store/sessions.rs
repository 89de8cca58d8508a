//! Signed-in sessions and the hashes of their refresh tokens.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::connection::Db;
use super::error::StoreError;
use super::schema::{account, session};
use super::types::{Id, Time, parse, parse_optional};
use crate::domain::account::AccountState;
use crate::domain::id::{CityId, SessionId, UserId};
use crate::domain::role::Actor;

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSession {
    /// Its id: the `sid` of its access tokens.
    pub id: SessionId,
    /// Whose.
    pub account: UserId,
    /// Hash of the part that all refresh tokens of the session share.
    pub family_hash: String,
    /// Hash of the one refresh token that is good.
    pub current_hash: String,
    /// Hash of the token that was exchanged for it, and when.
    pub previous: Option<(String, DateTime<Utc>)>,
    /// Whether the previous token was taken a second time.
    pub is_grace_used: bool,
    /// When the person signed in.
    pub created_at: DateTime<Utc>,
    /// When it ends by itself.
    pub expires_at: DateTime<Utc>,
    /// When it was ended, and why.
    pub revoked: Option<(DateTime<Utc>, String)>,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = session, treat_none_as_default_value = false)]
struct Row {
    id: Id,
    account_id: Id,
    family_hash: String,
    current_hash: String,
    previous_hash: Option<String>,
    rotated_at: Option<Time>,
    grace_used: bool,
    created_at: Time,
    expires_at: Time,
    revoked_at: Option<Time>,
    revoked_why: Option<String>,
}

impl Row {
    fn of(session: &StoredSession) -> Self {
        let (previous_hash, rotated_at) = session.previous.clone().unzip();
        let (revoked_at, revoked_why) = session.revoked.clone().unzip();
        Row {
            id: session.id.into(),
            account_id: session.account.into(),
            family_hash: session.family_hash.clone(),
            current_hash: session.current_hash.clone(),
            previous_hash,
            rotated_at: rotated_at.map(Time::from),
            grace_used: session.is_grace_used,
            created_at: session.created_at.into(),
            expires_at: session.expires_at.into(),
            revoked_at: revoked_at.map(Time::from),
            revoked_why,
        }
    }
}

impl From<Row> for StoredSession {
    fn from(row: Row) -> Self {
        StoredSession {
            id: row.id.into(),
            account: row.account_id.into(),
            family_hash: row.family_hash,
            current_hash: row.current_hash,
            previous: row.previous_hash.zip(row.rotated_at.map(Time::get)),
            is_grace_used: row.grace_used,
            created_at: row.created_at.get(),
            expires_at: row.expires_at.get(),
            revoked: row.revoked_at.map(|at| (at.get(), row.revoked_why.unwrap_or_default())),
        }
    }
}

/// Adds a session.
///
/// # Errors
/// The database's failure.
pub fn insert(db: &mut Db, new: &StoredSession) -> Result<(), StoreError> {
    diesel::insert_into(session::table).values(Row::of(new)).execute(db)?;
    Ok(())
}

/// One session.
///
/// # Errors
/// The database's failure.
pub fn find(db: &mut Db, id: SessionId) -> Result<Option<StoredSession>, StoreError> {
    let row: Option<Row> = session::table.select(Row::as_select()).filter(session::id.eq(Id::from(id))).first(db).optional()?;
    Ok(row.map(StoredSession::from))
}

/// The tokens that a session has now, over those that were `seen`. `false` where another refresh was faster, or the session was ended.
///
/// # Errors
/// The database's failure.
pub fn rotate(db: &mut Db, seen: &StoredSession, next: &StoredSession) -> Result<bool, StoreError> {
    let next = Row::of(next);
    let unchanged = session::table
        .filter(session::id.eq(Id::from(seen.id)))
        .filter(session::current_hash.eq(&seen.current_hash))
        .filter(session::grace_used.eq(seen.is_grace_used))
        .filter(session::revoked_at.is_null());
    let rows = diesel::update(unchanged)
        .set((
            session::current_hash.eq(next.current_hash),
            session::previous_hash.eq(next.previous_hash),
            session::rotated_at.eq(next.rotated_at),
            session::grace_used.eq(next.grace_used),
        ))
        .execute(db)?;
    Ok(rows == 1)
}

/// Ends a session. `false` where it was ended before.
///
/// # Errors
/// The database's failure.
pub fn revoke(db: &mut Db, id: SessionId, why: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let open = session::table.filter(session::id.eq(Id::from(id))).filter(session::revoked_at.is_null());
    let rows = diesel::update(open).set((session::revoked_at.eq(Some(Time::from(now))), session::revoked_why.eq(Some(why)))).execute(db)?;
    Ok(rows == 1)
}

/// Ends all sessions of an account, and tells how many.
///
/// # Errors
/// The database's failure.
pub fn revoke_all(db: &mut Db, of: UserId, why: &str, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let open = session::table.filter(session::account_id.eq(Id::from(of))).filter(session::revoked_at.is_null());
    let ended = (session::revoked_at.eq(Some(Time::from(now))), session::revoked_why.eq(Some(why)));
    Ok(diesel::update(open).set(ended).execute(db)?)
}

/// Forgets sessions that ended by themselves before this moment.
///
/// # Errors
/// The database's failure.
pub fn forget(db: &mut Db, before: DateTime<Utc>) -> Result<usize, StoreError> {
    Ok(diesel::delete(session::table.filter(session::expires_at.lt(Time::from(before)))).execute(db)?)
}

/// A session with what is in force for its account now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presence {
    /// The person, with today's role, city and country.
    pub actor: Actor,
    /// Whether they may sign in.
    pub state: AccountState,
    /// Sessions that began earlier are over.
    pub sessions_not_before: Option<DateTime<Utc>>,
    /// When the session began.
    pub created_at: DateTime<Utc>,
    /// When it ends by itself.
    pub expires_at: DateTime<Utc>,
    /// Whether it was ended.
    pub is_revoked: bool,
}

type PresenceRow = (Id, String, Option<Id>, Option<String>, String, Option<Time>, (Time, Time, Option<Time>));

/// The session and its account, in one query: asked at every call of a person who signed in.
///
/// # Errors
/// The database's failure, or damage.
pub fn presence(db: &mut Db, id: SessionId) -> Result<Option<Presence>, StoreError> {
    let row: Option<PresenceRow> = session::table
        .inner_join(account::table)
        .filter(session::id.eq(Id::from(id)))
        .select((
            account::id,
            account::role,
            account::city_id,
            account::country,
            account::state,
            account::sessions_not_before,
            (session::created_at, session::expires_at, session::revoked_at),
        ))
        .first(db)
        .optional()?;
    row.map(read_presence).transpose()
}

fn read_presence(row: PresenceRow) -> Result<Presence, StoreError> {
    let (user, role, city, country, state, not_before, (created_at, expires_at, revoked_at)) = row;
    let actor = Actor {
        user: user.into(),
        role: parse(&role, "account", "role", user.0)?,
        city: city.map(CityId::from),
        country: parse_optional(country.as_deref(), "account", "country", user.0)?,
    };
    Ok(Presence {
        actor,
        state: parse(&state, "account", "state", user.0)?,
        sessions_not_before: not_before.map(Time::get),
        created_at: created_at.get(),
        expires_at: expires_at.get(),
        is_revoked: revoked_at.is_some(),
    })
}
