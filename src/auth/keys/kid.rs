//! A key's name, as it stands in token headers and file names. Knows no keys.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;

use ed25519_dalek::VerifyingKey;

use crate::auth::random;

const MAX_CHARS: usize = 64;
/// Hexadecimal digits of the thumbprint that a made key is named by: 64 bits, enough for the few keys of one service.
const THUMBPRINT_DIGITS: usize = 16;

/// The name of a signing key: 1–64 of `A-Z a-z 0-9 _ -`, so that it can be neither a path nor a query.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kid(String);

/// A text is not a key's name. The text is not repeated here: it comes from outside and may be anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a key's name has 1 to {MAX_CHARS} letters, digits, hyphens and underscores")]
pub struct BadKid;

impl Kid {
    /// The name of a key that was made here: the first 16 hexadecimal digits of its RFC 7638 thumbprint.
    pub fn of_key(key: &VerifyingKey) -> Self {
        Self(thumbprint_hex(key)[..THUMBPRINT_DIGITS].to_owned())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// SHA-256 of the public key in the canonical form of RFC 7638 §3 with the members of RFC 8037 §2.
fn thumbprint_hex(key: &VerifyingKey) -> String {
    random::sha256_hex(&format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{}"}}"#, super::ring::base64url(key.as_bytes())))
}

impl FromStr for Kid {
    type Err = BadKid;
    fn from_str(text: &str) -> Result<Self, BadKid> {
        let is_good = (1..=MAX_CHARS).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        if is_good { Ok(Self(text.to_owned())) } else { Err(BadKid) }
    }
}

impl Borrow<str> for Kid {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Kid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_key_is_named_by_its_rfc_7638_thumbprint() {
        // The key of RFC 8037 appendix A.2 and its thumbprint of appendix A.3.
        let x: [u8; 32] = super::super::ring::from_base64url("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo").try_into().unwrap();
        let expected = random::hex(&super::super::ring::from_base64url("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"));
        let key = VerifyingKey::from_bytes(&x).unwrap();
        assert_eq!(thumbprint_hex(&key), expected);
        assert_eq!(Kid::of_key(&key).as_str(), &expected[..16]);
    }

    #[test]
    fn a_name_that_could_be_a_path_or_a_query_is_refused() {
        for text in ["", "../../dev/null", "a.pem", "a b", "' OR 1=1--", "ключ", "a\0", &"k".repeat(65)] {
            assert_eq!(text.parse::<Kid>(), Err(BadKid), "{text}");
        }
        for text in ["a", "2026-11_A", &"k".repeat(64)] {
            assert!(text.parse::<Kid>().is_ok(), "{text}");
        }
    }
}
