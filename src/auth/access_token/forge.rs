//! For tests: writes tokens that no honest issuer would, from raw JSON, with the service's own keys and with others.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use ed25519_dalek::pkcs8::EncodePublicKey;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::{Signer, SigningKey};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::{Sha256, Sha512};

use super::{Realm, TokenError};
use crate::auth::keys::{KeyRing, Kid};

pub(super) const ISSUER: &str = "https://kembar.example";
pub(super) const AUDIENCE: &str = "kembar-api";
pub(super) const SUB: &str = "0190a5b2-c3d4-7e6f-8a9b-0c1d2e3f4a5b";
pub(super) const SID: &str = "0190a5b2-c3d4-7e6f-8a9b-0c1d2e3f4a5c";
pub(super) const JTI: &str = "6f1c2d3e-4b5a-4978-8695-a4b3c2d1e0ff";
/// 2026-11-22 00:00 UTC.
pub(super) const NOW: u64 = 1_795_305_600;

/// A hostile token: what it tries, its text, and the check that must stop it.
pub(super) struct Vector {
    pub(super) name: String,
    pub(super) token: String,
    pub(super) stopped_by: TokenError,
}

pub(super) fn vector(name: impl Into<String>, token: impl Into<String>, stopped_by: TokenError) -> Vector {
    Vector { name: name.into(), token: token.into(), stopped_by }
}

/// A service with an active key and one that only verifies, and the secrets of both.
pub(super) struct Forge {
    pub(super) ring: KeyRing,
    pub(super) realm: Realm,
    pub(super) active: SigningKey,
    pub(super) passive: SigningKey,
}

impl Forge {
    pub(super) fn new() -> Self {
        let (active, passive) = (SigningKey::from_bytes(&[7; 32]), SigningKey::from_bytes(&[8; 32]));
        let keys = BTreeMap::from([(kid("now"), active.clone()), (kid("before"), passive.clone())]);
        Self { ring: KeyRing::from_keys(kid("now"), &keys).unwrap(), realm: Realm::new(ISSUER, AUDIENCE), active, passive }
    }

    /// A token with this header and these claims, rightly signed with the active key.
    pub(super) fn token(&self, header: &Value, claims: &Value) -> String {
        self.raw(&header.to_string(), &claims.to_string())
    }

    /// Like [`token`](Self::token), from texts that need not even be JSON.
    pub(super) fn raw(&self, header: &str, claims: &str) -> String {
        signed(&self.active, &format!("{}.{}", b64(header), b64(claims)))
    }

    /// A good token in which one member of the header is set to another value, or added.
    pub(super) fn with_header(&self, name: &str, value: Value) -> String {
        self.token(&with(header(), name, value), &claims())
    }

    /// A good token in which one claim is set to another value, or added.
    pub(super) fn with_claim(&self, name: &str, value: Value) -> String {
        self.token(&header(), &with(claims(), name, value))
    }

    /// A token whose header says `alg`, signed with an HMAC under `key`.
    pub(super) fn hmac(alg: &str, key: &[u8]) -> String {
        let message = format!("{}.{}", b64(with(header(), "alg", json!(alg)).to_string()), b64(claims().to_string()));
        let mac = match alg {
            "HS512" => Hmac::<Sha512>::new_from_slice(key).unwrap().chain_update(&message).finalize().into_bytes().to_vec(),
            _ => Hmac::<Sha256>::new_from_slice(key).unwrap().chain_update(&message).finalize().into_bytes().to_vec(),
        };
        format!("{message}.{}", b64(mac))
    }

    /// The public key in every form in which an attacker may hold it.
    pub(super) fn public_key_forms(&self) -> [(&'static str, Vec<u8>); 6] {
        let key = self.active.verifying_key();
        let jwk = serde_json::to_string(self.ring.jwks().keys.iter().find(|jwk| jwk.kid == "now").unwrap()).unwrap();
        [
            ("PEM", key.to_public_key_pem(LineEnding::LF).unwrap().into_bytes()),
            ("DER", key.to_public_key_der().unwrap().as_bytes().to_vec()),
            ("raw bytes", key.to_bytes().to_vec()),
            ("JWK", jwk.into_bytes()),
            ("base64url", URL_SAFE_NO_PAD.encode(key.to_bytes()).into_bytes()),
            ("base64", STANDARD.encode(key.to_bytes()).into_bytes()),
        ]
    }
}

pub(super) fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(i64::try_from(NOW).unwrap(), 0).unwrap()
}

pub(super) fn kid(text: &str) -> Kid {
    text.parse().unwrap()
}

pub(super) fn header() -> Value {
    json!({"alg": "EdDSA", "typ": "at+jwt", "kid": "now"})
}

pub(super) fn claims() -> Value {
    json!({"iss": ISSUER, "aud": AUDIENCE, "sub": SUB, "sid": SID, "jti": JTI, "iat": NOW, "nbf": NOW, "exp": NOW + 900})
}

pub(super) fn with(mut object: Value, name: &str, value: Value) -> Value {
    object[name] = value;
    object
}

pub(super) fn without(mut object: Value, name: &str) -> Value {
    object.as_object_mut().unwrap().remove(name);
    object
}

pub(super) fn b64(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub(super) fn signed(key: &SigningKey, message: &str) -> String {
    format!("{message}.{}", b64(key.sign(message.as_bytes()).to_bytes()))
}
