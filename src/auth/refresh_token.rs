//! The text of a refresh token: `<session id>.<secret>`. Knows no database; what a presented token means is for [`super::refresh`] to say.
//!
//! The secret has two halves of 256 bits. The first is the same for all tokens of a session, the second is each token's own. Somebody who
//! shows the right first half with another second half has held a token of this session, so this is a reuse and ends it. Somebody who
//! only knows the session's id, which every access token shows, cannot end it.

use super::random::{self, RandomError};
use super::secret::Secret;
use crate::domain::id::SessionId;

/// Characters of each half: 256 bits as base64url.
const HALF_CHARS: usize = 43;
const SESSION_CHARS: usize = 36;

/// A well-formed refresh token. It may be unknown, used or expired all the same.
#[derive(Debug, Clone)]
pub struct RefreshToken {
    session: SessionId,
    family: Secret,
    text: Secret,
}

impl RefreshToken {
    /// The first token of a session.
    ///
    /// # Errors
    /// Where the operating system has no randomness to give.
    pub fn begin(session: SessionId) -> Result<Self, RandomError> {
        Self::of(session, random::token()?)
    }

    /// The next token of the same session.
    ///
    /// # Errors
    /// Where the operating system has no randomness to give.
    pub fn successor(&self) -> Result<Self, RandomError> {
        Self::of(self.session, self.family.clone())
    }

    fn of(session: SessionId, family: Secret) -> Result<Self, RandomError> {
        let text = format!("{session}.{}{}", family.expose(), random::token()?.expose()).into();
        Ok(Self { session, family, text })
    }

    /// Reads a token that was presented. `None` where it cannot be one.
    pub fn parse(text: &Secret) -> Option<Self> {
        let (id, secret) = text.expose().split_once('.')?;
        let session: SessionId = id.parse().ok().filter(|_| id.len() == SESSION_CHARS)?;
        let is_formed = secret.len() == 2 * HALF_CHARS && secret.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        is_formed.then(|| Self { session, family: secret[..HALF_CHARS].into(), text: text.clone() })
    }

    /// The session that it claims to belong to: the row to look up.
    pub fn session(&self) -> SessionId {
        self.session
    }

    /// The whole token, for its owner.
    pub fn text(&self) -> &Secret {
        &self.text
    }

    /// SHA-256 of the whole token in hexadecimal: what is stored.
    pub fn hash(&self) -> String {
        random::sha256_hex(self.text.expose())
    }

    /// SHA-256 of the half that all tokens of the session share: what is stored.
    pub fn family_hash(&self) -> String {
        random::sha256_hex(self.family.expose())
    }

    /// Whether it belongs to the session whose [`family_hash`](Self::family_hash) was stored.
    pub fn is_of_family(&self, stored: &str) -> bool {
        random::is_equal(&self.family_hash(), stored)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some_session() -> SessionId {
        "0190a5b2-c3d4-7e6f-8a9b-0c1d2e3f4a5b".parse().unwrap()
    }

    #[test]
    fn a_token_is_read_back_as_it_was_made() {
        let made = RefreshToken::begin(some_session()).unwrap();
        let read = RefreshToken::parse(made.text()).unwrap();
        assert_eq!((read.session(), read.hash(), read.family_hash()), (some_session(), made.hash(), made.family_hash()));
    }

    #[test]
    fn the_tokens_of_a_session_share_their_family_and_nothing_else() {
        let first = RefreshToken::begin(some_session()).unwrap();
        let next = first.successor().unwrap();
        assert!(next.is_of_family(&first.family_hash()) && next.hash() != first.hash());
        let other = RefreshToken::begin(some_session()).unwrap();
        assert!(!other.is_of_family(&first.family_hash()), "the session's id alone makes no family");
    }

    #[test]
    fn what_cannot_be_a_token_is_not_looked_up() {
        let good = RefreshToken::begin(some_session()).unwrap().text().expose().to_owned();
        let simple = good.replacen('-', "", 4);
        let (cut, more, dots) = (&good[..good.len() - 1], format!("{good}a"), good.replace('.', ".."));
        for bad in ["", ".", "abc.def", cut, &more, &simple, &dots, &"é".repeat(100), &format!("{}é", &good[..good.len() - 2])] {
            assert!(RefreshToken::parse(&bad.into()).is_none(), "{bad}");
        }
    }

    #[test]
    fn printing_a_token_shows_no_secret() {
        let token = RefreshToken::begin(some_session()).unwrap();
        let shown = format!("{token:?}");
        assert!(!shown.contains(token.text().expose()) && !shown.contains(token.family.expose()), "{shown}");
    }
}
