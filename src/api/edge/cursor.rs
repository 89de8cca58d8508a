//! Where a page ends, as a token that only this service can make and that is good only for the list, the filters and the caller it was made for.
//!
//! Keyset paging: the token holds the sort key of the last item, so that rows that come and go neither double nor hide others. It is signed, not
//! secret: it holds nothing but what the caller has just been shown.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::Sha256;

use super::problem::Problem;
use super::problem_code::ProblemCode;

/// Parts of the token before the key values: 16 bytes of the signature are far beyond guessing over HTTP.
const SIGNATURE_BYTES: usize = 16;
const TOKEN_MAX_BYTES: usize = 1_024;

/// What a cursor is bound to.
#[derive(Debug, Clone, Copy)]
pub struct CursorScope<'a> {
    /// The list: its operation id.
    pub list: &'a str,
    /// Filters and order: `Query::fingerprint`.
    pub filters: &'a [u8; 32],
    /// Who reads it: a user's, portal's or other principal's stable name; "public" for anyone.
    pub principal: &'a str,
}

/// Signs cursors and checks them.
#[derive(Clone)]
pub struct CursorSigner(Hmac<Sha256>);

impl CursorSigner {
    /// A signer with a secret of its own. Cursors do not outlive a change of the secret.
    pub fn new(secret: &[u8; 32]) -> Self {
        #[expect(clippy::expect_used, reason = "HMAC takes keys of every length")]
        Self(Hmac::new_from_slice(secret).expect("HMAC takes keys of every length"))
    }

    /// The token for the item whose sort key is `key`.
    ///
    /// # Errors
    /// 500 where the key cannot be written as JSON.
    pub fn seal<K: Serialize>(&self, scope: CursorScope<'_>, key: &K) -> Result<String, Problem> {
        let key = serde_json::to_vec(key).map_err(|error| Problem::internal(&error))?;
        let mut token = self.sign(scope, &key).finalize().into_bytes()[..SIGNATURE_BYTES].to_vec();
        token.extend(key);
        Ok(URL_SAFE_NO_PAD.encode(token))
    }

    /// The sort key in a token.
    ///
    /// # Errors
    /// 400 where the token is not one that was made for this list, these filters and this caller.
    pub fn open<K: DeserializeOwned>(&self, scope: CursorScope<'_>, token: &str) -> Result<K, Problem> {
        self.check(scope, token).ok_or_else(|| {
            let detail = "The cursor is not one that this list gave you for these filters. Start again without it.";
            Problem::new(ProblemCode::InvalidCursor, detail)
        })
    }

    fn check<K: DeserializeOwned>(&self, scope: CursorScope<'_>, token: &str) -> Option<K> {
        let bytes = (token.len() <= TOKEN_MAX_BYTES).then(|| URL_SAFE_NO_PAD.decode(token).ok())??;
        let (signature, key) = bytes.split_at_checked(SIGNATURE_BYTES)?;
        self.sign(scope, key).verify_truncated_left(signature).ok()?; // compares in constant time
        serde_json::from_slice(key).ok()
    }

    /// Every part with its length before it, so that no two scopes read alike.
    fn sign(&self, scope: CursorScope<'_>, key: &[u8]) -> Hmac<Sha256> {
        let mut mac = self.0.clone();
        for part in [b"cursor-1", scope.list.as_bytes(), scope.filters, scope.principal.as_bytes(), key] {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac
    }
}

impl std::fmt::Debug for CursorSigner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CursorSigner(..)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FILTERS: [u8; 32] = [7; 32];

    fn scope() -> CursorScope<'static> {
        CursorScope { list: "list_cities", filters: &FILTERS, principal: "user:1" }
    }

    fn signer() -> CursorSigner {
        CursorSigner::new(&[1; 32])
    }

    #[test]
    fn a_cursor_opens_for_what_it_was_made_for_and_for_nothing_else() {
        let token = signer().seal(scope(), &("Surabaya", 42)).expect("sealed");
        assert_eq!(signer().open::<(String, i64)>(scope(), &token).expect("opens"), ("Surabaya".to_owned(), 42));
        let strangers = [
            CursorScope { list: "list_proposals", ..scope() },
            CursorScope { filters: &[8; 32], ..scope() },
            CursorScope { principal: "user:2", ..scope() },
            CursorScope { list: "list_citie", principal: "suser:1", ..scope() },
        ];
        for stranger in strangers {
            let refused = signer().open::<(String, i64)>(stranger, &token).expect_err("bound");
            assert_eq!(refused.code(), ProblemCode::InvalidCursor);
        }
        assert!(CursorSigner::new(&[2; 32]).open::<(String, i64)>(scope(), &token).is_err(), "another secret");
        assert!(signer().open::<Vec<String>>(scope(), &token).is_err(), "another kind of key");
    }

    proptest! {
        #[test]
        fn a_cursor_with_any_bit_changed_is_refused(name in ".{0,20}", position in any::<prop::sample::Index>(), bit in 0_u8..8) {
            let token = signer().seal(scope(), &name).expect("sealed");
            let mut bytes = URL_SAFE_NO_PAD.decode(&token).expect("ours");
            let at = position.index(bytes.len());
            bytes[at] ^= 1 << bit;
            let altered = URL_SAFE_NO_PAD.encode(bytes);
            prop_assert!(signer().open::<String>(scope(), &altered).is_err());
            prop_assert_eq!(signer().open::<String>(scope(), &token).ok(), Some(name));
        }

        #[test]
        fn rubbish_is_refused_quietly(token in ".{0,80}") {
            prop_assert!(signer().open::<String>(scope(), &token).is_err());
        }
    }
}
