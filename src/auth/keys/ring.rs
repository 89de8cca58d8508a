//! The keys in memory: one signs, all verify, and their public parts can be published. Knows no files.

use std::collections::BTreeMap;
use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::EncodePrivateKey;
use jsonwebtoken::{DecodingKey, EncodingKey};
use serde::Serialize;
use utoipa::ToSchema;

use super::error::KeyError;
use super::kid::Kid;
use crate::auth::random;

/// The signing keys of this service. Of those that only verify, the private part is not kept.
pub struct KeyRing {
    active: Kid,
    signing: EncodingKey,
    verifying: BTreeMap<Kid, PublicKey>,
}

struct PublicKey {
    decoding: DecodingKey,
    bytes: [u8; 32],
}

/// A set of public keys (RFC 7517 §5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Jwks {
    /// The keys, by name.
    pub keys: Vec<Jwk>,
}

/// A public Ed25519 key (RFC 8037 §2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Jwk {
    /// Key type: `OKP`.
    pub kty: &'static str,
    /// Curve: `Ed25519`.
    pub crv: &'static str,
    /// Use: `sig`.
    #[serde(rename = "use")]
    pub purpose: &'static str,
    /// Algorithm: `EdDSA`.
    pub alg: &'static str,
    /// The key's name.
    pub kid: String,
    /// The public key: 32 bytes as base64url.
    pub x: String,
}

impl KeyRing {
    /// A ring of these keys, of which `active` signs.
    ///
    /// # Errors
    /// Where `active` is not among them, or one key has two names.
    pub fn from_keys(active: Kid, keys: &BTreeMap<Kid, SigningKey>) -> Result<Self, KeyError> {
        let Some(signer) = keys.get(&active) else {
            let present = keys.keys().map(Kid::as_str).collect::<Vec<_>>().join(", ");
            return Err(KeyError::UnknownActive { active, present });
        };
        refuse_same_keys(keys)?;
        let signing = EncodingKey::from_ed_der(signer.to_pkcs8_der()?.as_bytes());
        let verifying = keys.iter().map(|(kid, key)| (kid.clone(), PublicKey::of(key))).collect();
        Ok(Self { active, signing, verifying })
    }

    /// A ring with one fresh key that is written nowhere: tokens do not outlive the process.
    ///
    /// # Errors
    /// Where the operating system has no randomness to give.
    pub fn generate() -> Result<Self, KeyError> {
        let key = make_key()?;
        let kid = Kid::of_key(&key.verifying_key());
        Self::from_keys(kid.clone(), &BTreeMap::from([(kid, key)]))
    }

    /// The name of the key that signs.
    pub fn active(&self) -> &Kid {
        &self.active
    }

    /// The names of all keys, in order.
    pub fn kids(&self) -> impl Iterator<Item = &Kid> {
        self.verifying.keys()
    }

    /// The public parts of all keys (next, active and retired), for `/.well-known/jwks.json`.
    pub fn jwks(&self) -> Jwks {
        Jwks { keys: self.verifying.iter().map(|(kid, key)| Jwk::of(kid, key)).collect() }
    }

    /// The key that signs.
    pub(in crate::auth) fn signing(&self) -> &EncodingKey {
        &self.signing
    }

    /// The key of that name, where there is one.
    pub(in crate::auth) fn verifying(&self, kid: &Kid) -> Option<&DecodingKey> {
        self.verifying.get(kid).map(|key| &key.decoding)
    }
}

impl fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyRing").field("active", &self.active).field("kids", &self.verifying.keys()).finish_non_exhaustive()
    }
}

impl PublicKey {
    fn of(key: &SigningKey) -> Self {
        let bytes = key.verifying_key().to_bytes();
        // Despite its name the function takes the 32 raw bytes.
        Self { decoding: DecodingKey::from_ed_der(&bytes), bytes }
    }
}

impl Jwk {
    fn of(kid: &Kid, key: &PublicKey) -> Self {
        Self { kty: "OKP", crv: "Ed25519", purpose: "sig", alg: "EdDSA", kid: kid.to_string(), x: base64url(&key.bytes) }
    }
}

/// A fresh Ed25519 key from the operating system's randomness.
pub(super) fn make_key() -> Result<SigningKey, KeyError> {
    Ok(SigningKey::from_bytes(&*random::bytes::<32>()?))
}

/// Base64url without padding.
pub(super) fn base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

#[cfg(test)]
pub(super) fn from_base64url(text: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text).unwrap()
}

fn refuse_same_keys(keys: &BTreeMap<Kid, SigningKey>) -> Result<(), KeyError> {
    let mut names: BTreeMap<[u8; 32], &Kid> = BTreeMap::new();
    for (kid, key) in keys {
        if let Some(first) = names.insert(key.verifying_key().to_bytes(), kid) {
            return Err(KeyError::SameKey { first: first.clone(), second: kid.clone() });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kid(text: &str) -> Kid {
        text.parse().unwrap()
    }

    #[test]
    fn the_published_keys_are_public_ones_only() {
        // RFC 8037 appendix A.1 and A.2.
        let d: [u8; 32] = from_base64url("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A").try_into().unwrap();
        let ring = KeyRing::from_keys(kid("rfc"), &BTreeMap::from([(kid("rfc"), SigningKey::from_bytes(&d))])).unwrap();
        let expected = serde_json::json!({"keys": [{
            "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": "rfc", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
        }]});
        assert_eq!(serde_json::to_value(ring.jwks()).unwrap(), expected);
    }

    #[test]
    fn printing_a_ring_shows_names_and_no_keys() {
        let key = make_key().unwrap();
        let ring = KeyRing::from_keys(kid("one"), &BTreeMap::from([(kid("one"), key.clone())])).unwrap();
        let printed = format!("{ring:?}");
        assert_eq!(printed, r#"KeyRing { active: Kid("one"), kids: [Kid("one")], .. }"#);
        assert!(!printed.contains(&random::hex(key.as_bytes())));
    }

    #[test]
    fn the_signing_key_must_be_one_of_the_keys() {
        let keys = BTreeMap::from([(kid("a"), make_key().unwrap()), (kid("b"), make_key().unwrap())]);
        let error = KeyRing::from_keys(kid("c"), &keys).unwrap_err();
        assert_eq!(error.to_string(), "the active key 'c' is not among the keys (a, b): name one of these");
    }

    #[test]
    fn one_key_under_two_names_is_refused() {
        let key = make_key().unwrap();
        let keys = BTreeMap::from([(kid("a"), key.clone()), (kid("b"), key)]);
        let error = KeyRing::from_keys(kid("a"), &keys).unwrap_err();
        assert_eq!(error.to_string(), "'a' and 'b' are the same key: remove one of the two");
    }
}
