//! Everything that proves who somebody is, opened once at the start: signing keys, the password queue, and the brake on guessing. Knows no
//! database, no sessions and no roles.

use std::net::IpAddr;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};

use super::access_token::{self, Claims, LIFE_SECONDS, Realm, SignError, TokenError};
use super::client_address::client_address;
use super::keys::{self, Jwks, KeyError, KeyRing};
use super::password::{Hasher, HashingCost, HashingQueue, PasswordError};
use super::random::RandomError;
use super::secret::Secret;
use super::throttle::{Attempt, RetryAfter, Throttle, ThrottlePolicy};
use crate::domain::id::{SessionId, UserId};

/// The name of the API in access tokens.
pub const AUDIENCE: &str = "kembar-api";

/// How identity is set up.
#[derive(Debug, Clone)]
pub struct IdentitySettings {
    /// Where the signing keys are; a fresh key is made where there are none. Without it a key that dies with the process signs.
    pub keys_dir: Option<PathBuf>,
    /// The `iss` of access tokens: the public address of the service.
    pub issuer: String,
    /// What a password hash costs.
    pub hashing: HashingCost,
    /// How many passwords are hashed at once.
    pub hashing_cores: NonZeroUsize,
    /// The waits after failed sign-ins.
    pub throttle: ThrottlePolicy,
    /// Our own reverse proxies, whose `X-Forwarded-For` is believed. Without them all callers behind a proxy would brake one another.
    pub trusted_proxies: Vec<IpAddr>,
}

impl IdentitySettings {
    /// The settings for a service under this public address.
    pub fn new(issuer: impl Into<String>, keys_dir: Option<PathBuf>) -> Self {
        Self {
            keys_dir,
            issuer: issuer.into(),
            hashing: HashingCost::default(),
            hashing_cores: std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
            throttle: ThrottlePolicy::default(),
            trusted_proxies: Vec::new(),
        }
    }
}

/// Why identity cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// The signing keys.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// The password hashing.
    #[error(transparent)]
    Passwords(#[from] PasswordError),
}

/// Why no access token could be made.
#[derive(Debug, thiserror::Error)]
pub enum IssueError {
    /// No randomness for its id.
    #[error(transparent)]
    Random(#[from] RandomError),
    /// The key does not sign.
    #[error(transparent)]
    Sign(#[from] SignError),
}

/// Proves who somebody is. One for the whole service, shared by all its threads.
#[derive(Debug)]
pub struct Identity {
    keys: KeyRing,
    realm: Realm,
    passwords: HashingQueue,
    throttle: Mutex<Throttle>,
    trusted_proxies: Vec<IpAddr>,
}

impl Identity {
    /// Reads or makes the keys and sets up the rest.
    ///
    /// # Errors
    /// Where the keys or the hashing cost cannot be used.
    pub fn open(settings: &IdentitySettings) -> Result<Self, IdentityError> {
        let keys = match &settings.keys_dir {
            Some(dir) => keys::open_or_create(dir)?,
            None => KeyRing::generate()?,
        };
        Ok(Self {
            keys,
            realm: Realm::new(settings.issuer.clone(), AUDIENCE),
            passwords: HashingQueue::new(Hasher::new(settings.hashing)?, settings.hashing_cores),
            throttle: Mutex::new(Throttle::new(settings.throttle)),
            trusted_proxies: settings.trusted_proxies.clone(),
        })
    }

    /// An access token for a user's session, good from `now` for [`LIFE_SECONDS`].
    ///
    /// # Errors
    /// Where there is no randomness, or the key does not sign.
    pub fn access_token(&self, user: UserId, session: SessionId, now: DateTime<Utc>) -> Result<Secret, IssueError> {
        Ok(access_token::sign(&self.keys, &Claims::issue(&self.realm, user, session, now)?)?)
    }

    /// For how many seconds an access token is good.
    pub const fn access_seconds() -> u64 {
        LIFE_SECONDS
    }

    /// What a presented access token says. Whether its session still stands is for the caller to ask.
    ///
    /// # Errors
    /// The first reason to refuse it.
    pub fn read_access_token(&self, token: &str, now: DateTime<Utc>) -> Result<Claims, TokenError> {
        access_token::verify(&self.keys, &self.realm, token, now)
    }

    /// The public keys, for others who verify our tokens.
    pub fn jwks(&self) -> Jwks {
        self.keys.jwks()
    }

    /// The queue in which passwords are hashed and compared.
    pub fn passwords(&self) -> &HashingQueue {
        &self.passwords
    }

    /// The address of a caller: see [`client_address`].
    pub fn client_address(&self, peer: Option<IpAddr>, forwarded_for: &str) -> IpAddr {
        client_address(peer, forwarded_for, &self.trusted_proxies)
    }

    /// Asks to try a password, before anything is looked up.
    ///
    /// # Errors
    /// How long to wait.
    pub fn begin_attempt(&self, account: &str, client: IpAddr, now: DateTime<Utc>) -> Result<Attempt, RetryAfter> {
        self.throttle().begin(account, client, now)
    }

    /// The password was right.
    pub fn attempt_succeeded(&self, attempt: Attempt, now: DateTime<Utc>) {
        self.throttle().succeeded(attempt, now);
    }

    /// Nothing was compared.
    pub fn attempt_cancelled(&self, attempt: Attempt, now: DateTime<Utc>) {
        self.throttle().cancelled(attempt, now);
    }

    /// Forgets the failures against an account whose owner got a new password.
    pub fn release(&self, account: &str) {
        self.throttle().release(account);
    }

    fn throttle(&self) -> MutexGuard<'_, Throttle> {
        self.throttle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(keys_dir: Option<PathBuf>) -> IdentitySettings {
        let cheap = HashingCost { memory_kib: 8, passes: 1, lanes: 1 };
        IdentitySettings { hashing: cheap, ..IdentitySettings::new("https://kembar.example", keys_dir) }
    }

    fn ids() -> (UserId, SessionId) {
        (UserId(uuid::Uuid::from_u128(1)), SessionId(uuid::Uuid::from_u128(2)))
    }

    #[test]
    fn a_token_outlives_a_restart_where_its_key_is_kept() {
        let dir = tempfile::tempdir().unwrap();
        let now = "2026-11-22T08:00:00Z".parse().unwrap();
        let before = Identity::open(&settings(Some(dir.path().join("keys")))).unwrap();
        let token = before.access_token(ids().0, ids().1, now).unwrap();
        let after = Identity::open(&settings(Some(dir.path().join("keys")))).unwrap();
        let claims = after.read_access_token(token.expose(), now).unwrap();
        assert_eq!((claims.sub, claims.sid), ids());
        let other = Identity::open(&settings(None)).unwrap();
        assert_eq!(other.read_access_token(token.expose(), now), Err(TokenError::UnknownKey));
    }

    #[test]
    fn a_token_of_another_address_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let now = "2026-11-22T08:00:00Z".parse().unwrap();
        let here = Identity::open(&settings(Some(dir.path().join("keys")))).unwrap();
        let there = IdentitySettings { issuer: "https://other.example".to_owned(), ..settings(Some(dir.path().join("keys"))) };
        let token = Identity::open(&there).unwrap().access_token(ids().0, ids().1, now).unwrap();
        assert_eq!(here.read_access_token(token.expose(), now), Err(TokenError::Issuer));
    }
}
