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
use crate::actions::identity_sessions::{self as sessions, Opened, Recorded};
use crate::actions::page_sessions;
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

/// How what opens a session is made: tokens for the API, or the key of a cookie for the pages.
type KeyOf<T> = fn(&App, &mut Write<'_>, Opened) -> Result<T, Error>;

impl App {
    /// E-mail address and password to tokens.
    ///
    /// # Errors
    /// `TooManyTries`; `Unauthenticated`, the same for every reason; `Busy` where too many sign in at once.
    pub async fn sign_in(&self, visit: Visit, email: String, password: Secret) -> Result<Tokens, Error> {
        self.sign_in_for(App::tokens, visit, email, password).await
    }

    /// E-mail address and password to the key of a browser's cookie.
    ///
    /// # Errors
    /// As [`App::sign_in`].
    pub async fn sign_in_to_pages(&self, visit: Visit, email: String, password: Secret) -> Result<Secret, Error> {
        self.sign_in_for(|_, write, opened| page_sessions::open(write, &opened), visit, email, password).await
    }

    async fn sign_in_for<T: Send + 'static>(&self, key: KeyOf<T>, visit: Visit, email: String, password: Secret) -> Result<T, Error> {
        let attempt = self.begin_attempt(&email, visit.client)?;
        let outcome = self.try_sign_in(key, visit, email, password).await;
        let is_wrong = matches!(&outcome, Err(Error::Unauthenticated(_)));
        self.end_attempt(attempt, outcome.is_ok(), is_wrong);
        outcome
    }

    async fn try_sign_in<T: Send + 'static>(&self, key: KeyOf<T>, visit: Visit, email: String, password: Secret) -> Result<T, Error> {
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
        let app = self.clone();
        let open = move |write: &mut Write<'_>| {
            let opened = sessions::sign_in(write, &candidate, new_hash.as_deref())?;
            app.key_of(key, opened, write)
        };
        self.write(visit.request_id, open).await?
    }

    /// A refresh token to the next tokens.
    ///
    /// # Errors
    /// `Unauthenticated` where it is not good any more.
    pub async fn refresh(&self, request_id: Option<String>, presented: Secret) -> Result<Tokens, Error> {
        let app = self.clone();
        let exchange = move |write: &mut Write<'_>| {
            let opened = sessions::refresh(write, &presented)?;
            app.key_of(App::tokens, opened, write)
        };
        self.write(request_id, exchange).await?
    }

    /// Sets the password of a person who was invited, and signs them in.
    ///
    /// # Errors
    /// `Unauthenticated` where the invitation does not work; `Invalid` for the password; `Busy`.
    pub async fn accept_invitation(&self, request_id: Option<String>, token: Secret, password: Secret) -> Result<Tokens, Error> {
        self.accept_invitation_for(App::tokens, request_id, token, password).await
    }

    /// [`App::accept_invitation`] for the pages: to the key of a browser's cookie.
    ///
    /// # Errors
    /// As there.
    pub async fn accept_invitation_to_pages(&self, request_id: Option<String>, token: Secret, password: Secret) -> Result<Secret, Error> {
        self.accept_invitation_for(|_, write, opened| page_sessions::open(write, &opened), request_id, token, password).await
    }

    async fn accept_invitation_for<T: Send + 'static>(
        &self,
        key: KeyOf<T>,
        request_id: Option<String>,
        token: Secret,
        password: Secret,
    ) -> Result<T, Error> {
        let (now, shown) = (self.clock().now(), token.clone());
        let owner = self.read(move |db| passwords::invited(db, &shown, now)).await?;
        owner.check("/password", &password)?;
        let hash = self.identity().passwords().hash(password).await?;
        let app = self.clone();
        let accept = move |write: &mut Write<'_>| {
            let opened = passwords::accept_invitation(write, &token, &hash)?;
            app.key_of(key, Ok(opened), write)
        };
        let made = self.write(request_id, accept).await?;
        // Whoever forgot the old password has tried it often enough.
        self.identity().release(owner.email());
        made
    }

    /// Another password for somebody who knows the present one. All sessions end but the one that is answered with.
    ///
    /// # Errors
    /// `Invalid` for either password; `TooManyTries`; `Busy`.
    pub async fn change_password(&self, visit: Visit, actor: Actor, change: PasswordChange) -> Result<Tokens, Error> {
        self.change_password_for(App::tokens, visit, actor, change).await
    }

    /// [`App::change_password`] for the pages: to the key of a browser's cookie.
    ///
    /// # Errors
    /// As there.
    pub async fn change_password_on_pages(&self, visit: Visit, actor: Actor, change: PasswordChange) -> Result<Secret, Error> {
        self.change_password_for(|_, write, opened| page_sessions::open(write, &opened), visit, actor, change).await
    }

    async fn change_password_for<T: Send + 'static>(
        &self,
        key: KeyOf<T>,
        visit: Visit,
        actor: Actor,
        change: PasswordChange,
    ) -> Result<T, Error> {
        let who = actor.clone();
        let changing = self.read(move |db| passwords::changing(db, &who)).await?;
        changing.owner.check("/new_password", &change.new)?;
        if random::is_equal(change.current.expose(), change.new.expose()) {
            return Err(invalid("/new_password", "must not be the present one"));
        }
        let attempt = self.begin_attempt(changing.owner.email(), visit.client)?;
        let outcome = self.try_change(key, visit, actor, (changing, change)).await;
        let is_wrong = matches!(&outcome, Err(Error::Invalid(_)));
        self.end_attempt(attempt, outcome.is_ok(), is_wrong);
        outcome
    }

    async fn try_change<T: Send + 'static>(
        &self,
        key: KeyOf<T>,
        visit: Visit,
        actor: Actor,
        (changing, change): (Changing, PasswordChange),
    ) -> Result<T, Error> {
        let queue = self.identity().passwords();
        if queue.verify(change.current, changing.password_hash.clone()).await? == Verdict::Wrong {
            let app = self.clone();
            let refuse = move |write: &mut Write<'_>| {
                let refused = passwords::refuse_change(write, &actor)?;
                app.key_of(key, refused, write)
            };
            return self.write(visit.request_id, refuse).await?;
        }
        let (app, hash) = (self.clone(), queue.hash(change.new).await?);
        let replace = move |write: &mut Write<'_>| {
            let opened = passwords::change(write, &actor, changing.password_hash.as_deref(), &hash)?;
            app.key_of(key, Ok(opened), write)
        };
        self.write(visit.request_id, replace).await?
    }

    /// What opens a session that was opened; a refusal that was recorded stays one. Made before the transaction ends: a refresh token is not
    /// used up by an answer that could not be made.
    fn key_of<T>(&self, key: KeyOf<T>, opened: Recorded<Opened>, write: &mut Write<'_>) -> Result<Recorded<T>, Error> {
        match opened {
            Ok(opened) => Ok(Ok(key(self, write, opened)?)),
            Err(refusal) => Ok(Err(refusal)),
        }
    }

    fn tokens(&self, write: &mut Write<'_>, opened: Opened) -> Result<Tokens, Error> {
        let access_token = self.identity().access_token(opened.user, opened.session, write.now);
        Ok(Tokens {
            access_token: access_token.map_err(|error| Error::Internal(error.to_string()))?,
            expires_in: Identity::access_seconds(),
            refresh_token: opened.refresh_token,
            session: opened.session,
            session_expires_at: opened.expires_at,
        })
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
