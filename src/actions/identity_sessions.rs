//! Sessions: opening one after a password was compared, prolonging it with a refresh token, closing it.
//!
//! Comparing a password takes 70 ms and 46 MiB, so it happens outside of any transaction, between [`candidate`] and [`sign_in`]; the
//! second makes sure that what was compared still is in force. A refusal that leaves a trace must not be undone with its transaction:
//! such an answer is [`Recorded`].

use chrono::{DateTime, Utc};

use super::audit::{self, Change};
use super::context::{Author, Write};
use super::error::Error;
use crate::auth::refresh::{self, Decision, Previous, RefreshState};
use crate::auth::refresh_token::RefreshToken;
use crate::auth::secret::Secret;
use crate::domain::account::{Account, AccountState, Email};
use crate::domain::id::{SessionId, UserId};
use crate::domain::role::Actor;
use crate::store::connection::Db;
use crate::store::sessions::StoredSession;
use crate::store::{accounts, sessions};

/// An answer inside of a transaction that is to be committed whether the caller gets what they asked for or not.
pub type Recorded<T> = Result<T, Error>;

/// How often a refresh looks again after another one was faster.
const TRIES: usize = 3;

/// The one answer to a wrong e-mail address, a wrong password, and an account that is not active.
pub const WRONG: Error = Error::Unauthenticated("the e-mail address or the password is wrong");
const NOT_GOOD: Error = Error::Unauthenticated("this refresh token is not good any more: sign in again with POST /api/v1/auth/login");

/// A session that was opened or prolonged.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Whose.
    pub user: UserId,
    /// The session.
    pub session: SessionId,
    /// The refresh token that is good now.
    pub refresh_token: Secret,
    /// When the session ends, however often it is refreshed.
    pub expires_at: DateTime<Utc>,
}

/// What a sign-in is compared with. Nobody is told which of the reasons it was.
#[derive(Clone)]
pub struct Candidate {
    /// The account, where there is one of this address.
    account: Option<Account>,
    /// The hash to compare with; none where nobody can sign in.
    pub password_hash: Option<String>,
}

/// Looks up the account of an e-mail address for a sign-in.
///
/// # Errors
/// The database's failure, or damage.
pub fn candidate(db: &mut Db, email: &str) -> Result<Candidate, Error> {
    let found = match email.parse::<Email>() {
        Ok(email) => accounts::find_by_email(db, &email)?,
        Err(_) => None,
    };
    let (account, password_hash) = found.map(|stored| (stored.account, stored.password_hash)).unzip();
    let is_active = account.as_ref().is_some_and(|account| account.state == AccountState::Active);
    Ok(Candidate { account, password_hash: password_hash.flatten().filter(|_| is_active) })
}

/// Opens a session for a candidate whose password was right; `new_hash` replaces a hash that has become too weak.
///
/// # Errors
/// The database's failure. The recorded answer is [`WRONG`] where password or state have changed since the comparison.
pub fn sign_in(write: &mut Write<'_>, candidate: &Candidate, new_hash: Option<&str>) -> Result<Recorded<Opened>, Error> {
    let (Some(account), Some(compared)) = (&candidate.account, &candidate.password_hash) else {
        return refuse(write, candidate);
    };
    if !accounts::note_login(write.db, account.id, compared, new_hash.unwrap_or(compared), write.now)? {
        return refuse(write, candidate);
    }
    // Read again: since the candidate was looked up, role and city may have changed.
    let account = accounts::find(write.db, account.id)?.ok_or(WRONG)?.account;
    let opened = open(write, &account)?;
    audit::record(write, &author_of(&account), Change::of("session.open", "session", opened.session))?;
    Ok(Ok(opened))
}

/// Records that a sign-in failed, and why, without what was typed.
///
/// # Errors
/// The database's failure. The recorded answer is always [`WRONG`].
pub fn refuse(write: &mut Write<'_>, candidate: &Candidate) -> Result<Recorded<Opened>, Error> {
    let (object, why) = match &candidate.account {
        None => ("unknown".to_owned(), "no account has this e-mail address"),
        Some(account) => (
            account.id.to_string(),
            match account.state {
                AccountState::Active => "wrong password",
                AccountState::Invited => "the account has no password yet",
                AccountState::Disabled => "the account is disabled",
            },
        ),
    };
    audit::record(write, &Author::Visitor, Change::of("session.refuse", "account", object).because(Some(why.to_owned())))?;
    Ok(Err(WRONG))
}

/// A new session of an account. The caller adds the audit entry of what led to it.
pub(super) fn open(write: &mut Write<'_>, account: &Account) -> Result<Opened, Error> {
    let token = RefreshToken::begin(SessionId(write.new_id()))?;
    let state = RefreshState::begin(account.person.role, token.hash(), write.now);
    let session = StoredSession {
        id: token.session(),
        account: account.id,
        family_hash: token.family_hash(),
        current_hash: state.current_hash,
        previous: None,
        is_grace_used: false,
        created_at: write.now,
        expires_at: state.expires_at,
        revoked: None,
    };
    sessions::insert(write.db, &session)?;
    Ok(opened(&session, &token))
}

fn opened(session: &StoredSession, token: &RefreshToken) -> Opened {
    Opened { user: session.account, session: session.id, refresh_token: token.text().clone(), expires_at: session.expires_at }
}

/// The author of what a person did by proving who they are.
pub(super) fn author_of(account: &Account) -> Author {
    let person = &account.person;
    Author::Person(Actor { user: account.id, role: person.role, city: person.city, country: person.country.clone() })
}

/// Exchanges a refresh token for its successor. A plain exchange has no audit entry: it gives nobody anything they did not have. A token
/// that was taken a second time within its grace, and one that came back later, have one; the latter ends the session.
///
/// # Errors
/// The database's failure. The recorded answer is `Unauthenticated` where the token is not good.
pub fn refresh(write: &mut Write<'_>, presented: &Secret) -> Result<Recorded<Opened>, Error> {
    let Some(token) = RefreshToken::parse(presented) else { return Ok(Err(NOT_GOOD)) };
    for _ in 0..TRIES {
        let Some(session) = standing_session(write, &token)? else { return Ok(Err(NOT_GOOD)) };
        if let Some(answer) = exchange(write, &session, &token)? {
            return Ok(answer);
        }
    }
    Err(Error::Busy("too many refreshes of one session at once; try again"))
}

/// The session of a token of its family, unless its account may not go on with it.
fn standing_session(write: &mut Write<'_>, token: &RefreshToken) -> Result<Option<StoredSession>, Error> {
    let Some(session) = sessions::find(write.db, token.session())?.filter(|session| token.is_of_family(&session.family_hash)) else {
        return Ok(None);
    };
    let may_go_on = accounts::find(write.db, session.account)?.is_some_and(|stored| {
        stored.account.state == AccountState::Active && stored.sessions_not_before.is_none_or(|first| session.created_at >= first)
    });
    Ok(may_go_on.then_some(session))
}

/// One look at the session and one guarded write. `None` where another refresh was faster.
fn exchange(write: &mut Write<'_>, session: &StoredSession, token: &RefreshToken) -> Result<Option<Recorded<Opened>>, Error> {
    let state = state_of(session);
    let next = token.successor()?;
    let (rotated, is_replay) = match refresh::decide(&state, &token.hash(), write.now) {
        Decision::Rotate => (state.rotated(next.hash(), write.now), false),
        Decision::GraceReplay => (state.replayed(next.hash()), true),
        Decision::ReuseDetected => return end_reused(write, session).map(Some),
        Decision::Expired | Decision::Revoked => return Ok(Some(Err(NOT_GOOD))),
    };
    if !sessions::rotate(write.db, session, &with_state(session, rotated))? {
        return Ok(None);
    }
    if is_replay {
        record_about(write, "session.replay", session, "a refresh token was shown a second time within its grace")?;
    }
    Ok(Some(Ok(opened(session, &next))))
}

fn end_reused(write: &mut Write<'_>, session: &StoredSession) -> Result<Recorded<Opened>, Error> {
    // Of several that come at once, one ends the session and records it.
    if sessions::revoke(write.db, session.id, "a used refresh token came back", write.now)? {
        record_about(write, "session.end_reused", session, "a used refresh token came back, so somebody has a copy of it")?;
    }
    Ok(Err(NOT_GOOD))
}

fn record_about(write: &mut Write<'_>, action: &'static str, session: &StoredSession, what: &str) -> Result<(), Error> {
    let why = format!("account {}: {what}", session.account);
    audit::record(write, &Author::Visitor, Change::of(action, "session", session.id).because(Some(why)))
}

fn state_of(session: &StoredSession) -> RefreshState {
    RefreshState {
        expires_at: session.expires_at,
        revoked_at: session.revoked.as_ref().map(|(at, _)| *at),
        current_hash: session.current_hash.clone(),
        previous: session.previous.clone().map(|(hash, rotated_at)| Previous { hash, rotated_at, is_replayed: session.is_grace_used }),
    }
}

fn with_state(session: &StoredSession, state: RefreshState) -> StoredSession {
    StoredSession {
        current_hash: state.current_hash,
        is_grace_used: state.previous.as_ref().is_some_and(|previous| previous.is_replayed),
        previous: state.previous.map(|previous| (previous.hash, previous.rotated_at)),
        ..session.clone()
    }
}

/// Closes the session that the caller is in. Closing it twice is closing it once.
///
/// # Errors
/// The database's failure.
pub fn close(write: &mut Write<'_>, actor: &Actor, session: SessionId) -> Result<(), Error> {
    let is_own = sessions::find(write.db, session)?.is_some_and(|found| found.account == actor.user);
    if is_own && sessions::revoke(write.db, session, "signed out", write.now)? {
        audit::record(write, &Author::from(actor), Change::of("session.close", "session", session))?;
    }
    Ok(())
}
