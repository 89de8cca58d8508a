//! One password hash at a time: Argon2id (RFC 9106) as a PHC string. Knows no queue and no accounts.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{Error as HashError, PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::policy::MAX_CHARS;
use crate::auth::random::{self, RandomError};
use crate::auth::secret::Secret;

/// What one hash costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HashingCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Default for HashingCost {
    /// 46 MiB, one pass, one lane: the setting that both the OWASP password storage cheat sheet and ASVS 5.0 appendix C accept.
    fn default() -> Self {
        Self { memory_kib: 47_104, passes: 1, lanes: 1 }
    }
}

/// Whether a password is the right one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Right {
        /// The stored hash is weaker than today's cost asks for: hash again and store.
        needs_rehash: bool,
    },
    /// It is not, or there is no such account, or the account has no password yet.
    Wrong,
}

/// Why a password could not be hashed or compared.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// A setting that Argon2 does not know.
    #[error(
        "password hashing cannot use {memory_kib} KiB, {passes} passes and {lanes} lanes ({source}); the default is 47104 KiB, 1 pass, 1 lane"
    )]
    Cost {
        /// Memory in KiB.
        memory_kib: u32,
        /// Passes.
        passes: u32,
        /// Lanes.
        lanes: u32,
        /// The rule.
        source: argon2::Error,
    },
    /// What is stored is not an Argon2 hash.
    #[error("a stored password hash is damaged ({0}): let its owner set a new password")]
    Stored(HashError),
    /// The hash could not be computed, for instance for want of memory.
    #[error("the password could not be hashed: {0}")]
    Hash(HashError),
    /// No randomness.
    #[error(transparent)]
    Random(#[from] RandomError),
}

/// Hashes and compares passwords. Each call takes about 70 ms and 46 MiB at the default cost: call it through [`super::HashingQueue`].
#[derive(Debug, Clone)]
pub struct Hasher {
    argon2: Argon2<'static>,
    /// The hash of a password nobody knows, so that an unknown account costs as much time as a wrong password.
    nobody: String,
}

impl Hasher {
    /// A hasher of this cost.
    ///
    /// # Errors
    /// Where Argon2 does not know the cost, or there is no randomness or memory.
    pub fn new(cost: HashingCost) -> Result<Self, PasswordError> {
        let HashingCost { memory_kib, passes, lanes } = cost;
        let params =
            Params::new(memory_kib, passes, lanes, None).map_err(|source| PasswordError::Cost { memory_kib, passes, lanes, source })?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let nobody = hash_with(&argon2, random::token()?.expose())?;
        Ok(Self { argon2, nobody })
    }

    /// The hash to store, with its parameters and a fresh salt: `$argon2id$v=19$m=…,t=…,p=…$…$…`. Whether the password may be one is for
    /// [`super::check`] to say.
    ///
    /// # Errors
    /// Where there is no randomness or memory.
    pub fn hash(&self, password: &Secret) -> Result<String, PasswordError> {
        hash_with(&self.argon2, &one_form(password))
    }

    /// Compares a password with the stored hash of its account. `None` stands for an account that does not exist or has no password yet; it takes as
    /// long as a wrong password.
    ///
    /// # Errors
    /// Where the stored hash is damaged or there is no memory.
    pub fn verify(&self, password: &Secret, stored: Option<&str>) -> Result<Verdict, PasswordError> {
        let stored = stored.filter(|_| password.expose().chars().count() <= MAX_INPUT_CHARS);
        let expected = PasswordHash::new(stored.unwrap_or(&self.nobody)).map_err(|error| PasswordError::Stored(error.into()))?;
        let is_right = match self.argon2.verify_password(one_form(password).as_bytes(), &expected) {
            Ok(()) => stored.is_some(),
            Err(HashError::PasswordInvalid) => false,
            Err(error) => return Err(PasswordError::Stored(error)),
        };
        Ok(if is_right { Verdict::Right { needs_rehash: self.needs_rehash(&expected) } } else { Verdict::Wrong })
    }

    /// Whether the hash is weaker than today's in any respect. One that is stronger in all is kept.
    fn needs_rehash(&self, hash: &PasswordHash) -> bool {
        let wanted = self.argon2.params();
        let is_strong = Params::try_from(hash)
            .is_ok_and(|has| has.m_cost() >= wanted.m_cost() && has.t_cost() >= wanted.t_cost() && has.p_cost() >= wanted.p_cost());
        !is_strong || hash.algorithm.as_str() != Algorithm::Argon2id.as_str() || hash.version != Some(Version::V0x13.into())
    }
}

/// No stored password is longer, and in a decomposed form one has up to three times as many code points.
const MAX_INPUT_CHARS: usize = 3 * MAX_CHARS;

fn hash_with(argon2: &Argon2<'_>, password: &str) -> Result<String, PasswordError> {
    let hash: PasswordHash = argon2.hash_password(password.as_bytes()).map_err(PasswordError::Hash)?;
    Ok(hash.to_string())
}

/// NFC, as RFC 8265 §4.2 asks: keyboards write the same Vietnamese letter in two ways.
fn one_form(password: &Secret) -> Zeroizing<String> {
    Zeroizing::new(password.expose().chars().take(MAX_INPUT_CHARS).nfc().collect())
}

#[cfg(test)]
#[path = "hasher_tests.rs"]
mod tests;
