//! Writing an access token. Knows nothing of who may have one.

use jsonwebtoken::{Algorithm, Header};

use super::claims::Claims;
use super::verify::TYPE;
use crate::auth::keys::KeyRing;
use crate::auth::secret::Secret;

/// A token could not be signed, which only a broken key can cause.
#[derive(Debug, thiserror::Error)]
#[error("no access token could be signed with key '{kid}': {source}; make and activate another key")]
pub struct SignError {
    kid: String,
    source: jsonwebtoken::errors::Error,
}

/// The token (JWS in compact form, EdDSA) that says `claims`, signed with the ring's active key.
///
/// # Errors
/// Where the key does not sign.
pub fn sign(keys: &KeyRing, claims: &Claims) -> Result<Secret, SignError> {
    let mut header = Header::new(Algorithm::EdDSA);
    header.typ = Some(TYPE.to_owned());
    header.kid = Some(keys.active().to_string());
    match jsonwebtoken::encode(&header, claims, keys.signing()) {
        Ok(token) => Ok(token.into()),
        Err(source) => Err(SignError { kid: keys.active().to_string(), source }),
    }
}
