//! Proving and setting passwords: the work between the transactions.
//!
//! A hash takes 70 ms and 46 MiB. It is computed in its queue, with no transaction open and no connection held, after a first transaction
//! looked up what to compare with and before a second one writes, which checks that this still is in force.

use std::net::IpAddr;

use chrono::{DateTime, Utc};

use super::App;
use crate::actions::context::Write;
use crate::actions::error::{Error, invalid};
use crate::actions::identity_passwords::{self as passwords, Changing};
use crate::actions::identity_sessions::{self as sessions, Candidate, Opened, Recorded};
use crate::auth::identity::Identity;
use crate::auth::password::{QueueError, Verdict};
use crate::auth::random;
use crate::auth::secret::Secret;
use crate::auth::throttle::Attempt;
use crate::domain::id::SessionId;
use crate::domain::role::Actor;

/// From where, and in which request, somebody shows a password.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The caller's address.
    pub client: IpAddr,
    /// The request, for the audit log.
    pub request_id: Option<String>,
}

/// What a session is used with.
#[derive(Debug, Clone)]
pub struct Tokens {
    /// Opens the API for [`Tokens::expires_in`].
    pub access_token: Secret,
    /// Seconds for which the access token is good.
    pub expires_in: u64,
    /// Is exchanged for the next pair, once.
    pub refresh_token: Secret,
    /// The session.
    pub session: SessionId,
    /// When the session ends, however often it is refreshed.
    pub session_expires_at: DateTime<Utc>,
}

/// The two passwords of a change.
#[derive(Debug, Clone)]
pub struct PasswordChange {
    /// The present one.
    pub current: Secret,
    /// The one to be.
    pub new: Secret,
}

impl App {
    /// E-mail address and password to tokens.
    ///
    /// # Errors
    /// `TooManyTries`; `Unauthenticated`, the same for every reason; `Busy` where too many sign in at once.
    pub async fn sign_in(&self, visit: Visit, email: String, password: Secret) -> Result<Tokens, Error> {
        let attempt = self.begin_attempt(&email, visit.client)?;
        let outcome = self.try_sign_in(visit, email, password).await;
        let is_wrong = matches!(&outcome, Err(Error::Unauthenticated(_)));
        self.end_attempt(attempt, outcome.is_ok(), is_wrong);
        outcome
    }

    async fn try_sign_in(&self, visit: Visit, email: String, password: Secret) -> Result<Tokens, Error> {
        let candidate = self.read(move |db| sessions::candidate(db, &email)).await?;
        let verdict = self.identity().passwords().verify(password.clone(), candidate.password_hash.clone()).await?;
        let new_hash = match verdict {
            Verdict::Wrong => {
                return self.write(visit.request_id, move |write| sessions::refuse(write, &candidate)).await?.and(Err(sessions::WRONG));
            }
            Verdict::Right { needs_rehash: false } => None,
            // Signing in matters more than a stronger hash: where the queue is full, the next time will do.
            Verdict::Right { needs_rehash: true } => self.identity().passwords().hash(password).await.ok(),
        };
        self.open_session(visit.request_id, candidate, new_hash).await
    }

    async fn open_session(&self, request_id: Option<String>, candidate: Candidate, new_hash: Option<String>) -> Result<Tokens, Error> {
        let app = self.clone();
        let open = move |write: &mut Write<'_>| {
            let opened = sessions::sign_in(write, &candidate, new_hash.as_deref())?;
            app.tokens_of(opened, write.now)
        };
        self.write(request_id, open).await?
    }

    /// A refresh token to the next tokens.
    ///
    /// # Errors
    /// `Unauthenticated` where it is not good any more.
    pub async fn refresh(&self, request_id: Option<String>, presented: Secret) -> Result<Tokens, Error> {
        let app = self.clone();
        let exchange = move |write: &mut Write<'_>| {
            let opened = sessions::refresh(write, &presented)?;
            app.tokens_of(opened, write.now)
        };
        self.write(request_id, exchange).await?
    }

    /// Sets the password of a person who was invited, and signs them in.
    ///
    /// # Errors
    /// `Unauthenticated` where the invitation does not work; `Invalid` for the password; `Busy`.
    pub async fn accept_invitation(&self, request_id: Option<String>, token: Secret, password: Secret) -> Result<Tokens, Error> {
        let (now, shown) = (self.clock().now(), token.clone());
        let owner = self.read(move |db| passwords::invited(db, &shown, now)).await?;
        owner.check("/password", &password)?;
        let hash = self.identity().passwords().hash(password).await?;
        let app = self.clone();
        let accept = move |write: &mut Write<'_>| {
            let opened = passwords::accept_invitation(write, &token, &hash)?;
            app.tokens_of(Ok(opened), write.now)
        };
        let tokens = self.write(request_id, accept).await?;
        // Whoever forgot the old password has tried it often enough.
        self.identity().release(owner.email());
        tokens
    }

    /// Another password for somebody who knows the present one. All sessions end but the one that is answered with.
    ///
    /// # Errors
    /// `Invalid` for either password; `TooManyTries`; `Busy`.
    pub async fn change_password(&self, visit: Visit, actor: Actor, change: PasswordChange) -> Result<Tokens, Error> {
        let who = actor.clone();
        let changing = self.read(move |db| passwords::changing(db, &who)).await?;
        changing.owner.check("/new_password", &change.new)?;
        if random::is_equal(change.current.expose(), change.new.expose()) {
            return Err(invalid("/new_password", "must not be the present one"));
        }
        let attempt = self.begin_attempt(changing.owner.email(), visit.client)?;
        let outcome = self.try_change(visit, actor, changing, change).await;
        let is_wrong = matches!(&outcome, Err(Error::Invalid(_)));
        self.end_attempt(attempt, outcome.is_ok(), is_wrong);
        outcome
    }

    async fn try_change(&self, visit: Visit, actor: Actor, changing: Changing, change: PasswordChange) -> Result<Tokens, Error> {
        let queue = self.identity().passwords();
        if queue.verify(change.current, changing.password_hash.clone()).await? == Verdict::Wrong {
            let app = self.clone();
            let refuse = move |write: &mut Write<'_>| {
                let refused = passwords::refuse_change(write, &actor)?;
                app.tokens_of(refused, write.now)
            };
            return self.write(visit.request_id, refuse).await?;
        }
        let (app, hash) = (self.clone(), queue.hash(change.new).await?);
        let replace = move |write: &mut Write<'_>| {
            let opened = passwords::change(write, &actor, changing.password_hash.as_deref(), &hash)?;
            app.tokens_of(Ok(opened), write.now)
        };
        self.write(visit.request_id, replace).await?
    }

    /// The tokens of a session that was opened; a refusal that was recorded stays one. Signed before the transaction ends: a refresh token is
    /// not used up by an answer that could not be made.
    fn tokens_of(&self, opened: Recorded<Opened>, now: DateTime<Utc>) -> Result<Recorded<Tokens>, Error> {
        let opened = match opened {
            Ok(opened) => opened,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let access_token =
            self.identity().access_token(opened.user, opened.session, now).map_err(|error| Error::Internal(error.to_string()))?;
        Ok(Ok(Tokens {
            access_token,
            expires_in: Identity::access_seconds(),
            refresh_token: opened.refresh_token,
            session: opened.session,
            session_expires_at: opened.expires_at,
        }))
    }

    fn begin_attempt(&self, account: &str, client: IpAddr) -> Result<Attempt, Error> {
        let attempt = self.identity().begin_attempt(account, client, self.clock().now());
        attempt.map_err(|wait| Error::TooManyTries { seconds: wait.seconds() })
    }

    /// An attempt that was right, or in which nothing was compared, is taken back; a wrong one stays counted.
    fn end_attempt(&self, attempt: Attempt, is_right: bool, is_wrong: bool) {
        let now = self.clock().now();
        if is_right {
            self.identity().attempt_succeeded(attempt, now);
        } else if !is_wrong {
            self.identity().attempt_cancelled(attempt, now);
        }
    }
}

impl From<QueueError> for Error {
    fn from(error: QueueError) -> Self {
        match error {
            QueueError::Busy => Error::Busy("too many passwords are being checked at once; try again in a second"),
            QueueError::Stopped(_) | QueueError::Password(_) => Error::Internal(error.to_string()),
        }
    }
}
