//! Reading an access token, and refusing everything that is not exactly one of ours. Knows no sessions: a good token of an ended session passes here.
//!
//! The JWT library checks the signature, and by [`Realm`] issuer and audience. Left alone it would also take tokens of another type, with headers that
//! point to foreign keys, for several audiences, or living for ever (RFC 8725 §3 asks for each of these), and it reads the machine's clock. So the header
//! is read here first, closed and typed, and the claims are checked again after.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use jsonwebtoken::DecodingKey;
use jsonwebtoken::errors::ErrorKind;
use serde::Deserialize;

use super::claims::{Claims, LIFE_SECONDS, seconds};
use super::object::Object;
use super::realm::Realm;
use crate::auth::keys::{KeyRing, Kid};

/// The `typ` of an access token (RFC 9068 §2.1), exactly in these letters.
pub(super) const TYPE: &str = "at+jwt";
const ALGORITHM: &str = "EdDSA";
/// By how much the clocks of two of our machines may differ.
pub const LEEWAY_SECONDS: u64 = 5;
/// Our tokens have about 500 characters. The cap keeps a caller from having megabytes decoded.
pub const MAX_TOKEN_BYTES: usize = 2_048;

/// Why a token is refused. For the log; the caller learns 401 and, at most, that a token has [expired](TokenError::Expired). No text from the token
/// is repeated here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// Longer than any token of ours.
    #[error("the access token has more than {MAX_TOKEN_BYTES} characters")]
    TooLong,
    /// Not three parts with a readable first one.
    #[error("the access token is not three parts of base64url")]
    Form,
    /// The header is not exactly `alg`, `typ` and `kid`, each a text and given once.
    #[error("the access token's header must hold alg, typ and kid and nothing else")]
    Header,
    /// Another algorithm, or none.
    #[error("the access token's alg is not {ALGORITHM}")]
    Algorithm,
    /// A token for another purpose: refresh, identity, e-mail.
    #[error("the access token's typ is not {TYPE}")]
    Type,
    /// No such key, or no longer.
    #[error("the access token names no key of this service")]
    UnknownKey,
    /// Not signed by that key.
    #[error("the access token's signature is wrong")]
    Signature,
    /// A claim is missing, unknown, double or of the wrong type.
    #[error("the access token's claims are not the expected ones in the expected form")]
    Claims,
    /// Issued by another.
    #[error("the access token comes from another issuer")]
    Issuer,
    /// Meant for another, or not for us alone.
    #[error("the access token is for another audience")]
    Audience,
    /// It would live longer than 15 minutes, or ends before it begins.
    #[error("the access token's life is not between 1 and {LIFE_SECONDS} seconds")]
    Life,
    /// `nbf` or `iat` lies ahead.
    #[error("the access token is not valid yet: check this machine's clock if it was issued here")]
    NotYetValid,
    /// Past its end.
    #[error("the access token has expired: get a new one with the refresh token")]
    Expired,
}

/// The claims of a token that one of the ring's keys signed for this realm, and that is good at `now`, give or take [`LEEWAY_SECONDS`].
///
/// # Errors
/// The first reason to refuse it.
pub fn verify(keys: &KeyRing, realm: &Realm, token: &str, now: DateTime<Utc>) -> Result<Claims, TokenError> {
    let kid = read_header(token)?;
    let key = keys.verifying(&kid).ok_or(TokenError::UnknownKey)?;
    let claims = read_claims(token, key, realm)?;
    check_realm(&claims, realm)?;
    check_times(&claims, seconds(now))?;
    Ok(claims)
}

/// The only header that is accepted. `crit`, `jku`, `jwk`, `x5u`, `x5c`, `zip`, `b64` and all others are unknown fields, and double ones are errors.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StrictHeader {
    alg: String,
    typ: String,
    kid: String,
}

fn read_header(token: &str) -> Result<Kid, TokenError> {
    if token.len() > MAX_TOKEN_BYTES {
        return Err(TokenError::TooLong);
    }
    let first = first_of_three(token).ok_or(TokenError::Form)?;
    let json = URL_SAFE_NO_PAD.decode(first).ok().ok_or(TokenError::Form)?;
    let Object(header) = serde_json::from_slice::<Object<StrictHeader>>(&json).ok().ok_or(TokenError::Header)?;
    if header.alg != ALGORITHM {
        return Err(TokenError::Algorithm);
    }
    if header.typ != TYPE {
        return Err(TokenError::Type);
    }
    header.kid.parse().ok().ok_or(TokenError::UnknownKey)
}

fn first_of_three(token: &str) -> Option<&str> {
    let mut parts = token.split('.');
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let is_whole = parts.next().is_none() && [first, second, third].iter().all(|part| !part.is_empty());
    is_whole.then_some(first)
}

/// Checks the signature and what the library can check, and reads the claims.
pub(super) fn read_claims(token: &str, key: &DecodingKey, realm: &Realm) -> Result<Claims, TokenError> {
    match jsonwebtoken::decode::<Object<Claims>>(token, key, realm.validation()) {
        Ok(decoded) => Ok(decoded.claims.0),
        Err(error) => Err(reason(error.kind())),
    }
}

fn reason(kind: &ErrorKind) -> TokenError {
    if matches!(kind, ErrorKind::InvalidSignature) {
        TokenError::Signature
    } else if matches!(kind, ErrorKind::InvalidIssuer) {
        TokenError::Issuer
    } else if matches!(kind, ErrorKind::InvalidAudience) {
        TokenError::Audience
    } else if matches!(kind, ErrorKind::InvalidAlgorithm | ErrorKind::MissingAlgorithm) {
        TokenError::Algorithm
    } else if matches!(kind, ErrorKind::Base64(_) | ErrorKind::InvalidToken) {
        TokenError::Form
    } else {
        TokenError::Claims
    }
}

/// Again, so that this does not rest on the library's settings alone.
fn check_realm(claims: &Claims, realm: &Realm) -> Result<(), TokenError> {
    if claims.iss != realm.issuer() {
        return Err(TokenError::Issuer);
    }
    if claims.aud != realm.audience() {
        return Err(TokenError::Audience);
    }
    Ok(())
}

/// `now` in seconds since 1970. The leeway helps a token that is a little early or late; it does not lengthen the longest life.
fn check_times(claims: &Claims, now: u64) -> Result<(), TokenError> {
    let life = claims.exp.checked_sub(claims.iat).filter(|life| (1..=LIFE_SECONDS).contains(life));
    if life.is_none() || claims.nbf >= claims.exp {
        return Err(TokenError::Life);
    }
    let latest_start = now.saturating_add(LEEWAY_SECONDS);
    if claims.iat > latest_start || claims.nbf > latest_start {
        return Err(TokenError::NotYetValid);
    }
    // RFC 7519 §4.1.4: not accepted on or after `exp`.
    if now >= claims.exp.saturating_add(LEEWAY_SECONDS) {
        return Err(TokenError::Expired);
    }
    Ok(())
}
