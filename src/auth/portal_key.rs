//! A portal's key: `kmb_live_<id>_<secret>_<checksum>`. Knows the text and its hash, not what a key opens or whether it is still good.
//!
//! The prefix lets scanners of leaked secrets recognise a key. The checksum tells a mistyped or cut key from a wrong one without a look into the
//! database. It keeps nobody out: anyone can compute it.

use std::fmt;

use uuid::Uuid;

use super::random::{self, RandomError};
use super::secret::Secret;
use crate::domain::id::PortalKeyId;

const PREFIX: &str = "kmb_live_";
/// A UUID in hexadecimal without hyphens.
const ID_CHARS: usize = 32;
/// 43 characters of 62: 256 bits.
const SECRET_CHARS: usize = 43;
/// 62⁶ is more than 2³².
const CHECKSUM_CHARS: usize = 6;
const KEY_CHARS: usize = PREFIX.len() + ID_CHARS + 1 + SECRET_CHARS + 1 + CHECKSUM_CHARS;

/// A well-formed portal key. It may be unknown, revoked or expired all the same.
#[derive(Clone)]
pub struct PortalKey {
    id: PortalKeyId,
    text: Secret,
}

/// Why a text is not a portal key. Says nothing of the text itself, which may be a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PortalKeyError {
    /// Not of the form at all.
    #[error("this is not a portal key: one has {KEY_CHARS} characters and starts with {PREFIX}")]
    Form,
    /// Mistyped or cut.
    #[error("the portal key's checksum does not fit: copy the whole key again, or ask the secretariat for a new one")]
    Checksum,
}

impl PortalKey {
    /// A new key with 256 random bits. Its text is shown once; only [`hash`](Self::hash) is kept.
    ///
    /// # Errors
    /// Where the operating system has no randomness to give.
    pub fn generate(id: PortalKeyId) -> Result<Self, RandomError> {
        let secret = random::letters_and_digits(SECRET_CHARS)?;
        let body = format!("{PREFIX}{}_{}", id.0.simple(), secret.expose());
        let checksum = checksum(&body);
        Ok(Self { id, text: format!("{body}_{checksum}").into() })
    }

    /// Reads a key that was presented, and checks its form and checksum. Needs no lookup.
    ///
    /// # Errors
    /// Where the form or the checksum is wrong.
    pub fn parse(text: &str) -> Result<Self, PortalKeyError> {
        let id = read_id(text).ok_or(PortalKeyError::Form)?;
        let (body, given) = text.rsplit_once('_').ok_or(PortalKeyError::Form)?;
        if !random::is_equal(given, &checksum(body)) {
            return Err(PortalKeyError::Checksum);
        }
        Ok(Self { id, text: text.into() })
    }

    /// Which key it claims to be: the row to look up.
    pub fn id(&self) -> PortalKeyId {
        self.id
    }

    /// The whole key, to be shown once to the one who asked for it.
    pub fn text(&self) -> &Secret {
        &self.text
    }

    /// SHA-256 of the whole key in hexadecimal: what is stored.
    pub fn hash(&self) -> String {
        random::sha256_hex(self.text.expose())
    }

    /// Whether this is the key whose [`hash`](Self::hash) was stored, in a time that does not depend on the answer.
    pub fn has_hash(&self, stored: &str) -> bool {
        random::is_equal(&self.hash(), stored)
    }

    /// What may be shown in lists and logs: the key up to its id.
    pub fn display_prefix(&self) -> String {
        display_prefix(self.id)
    }
}

impl fmt::Debug for PortalKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PortalKey({}_…)", self.display_prefix())
    }
}

/// What may be shown of the key with this id, such as `kmb_live_0190a5b2c3d47e6f8a9b0c1d2e3f4a5b`.
pub fn display_prefix(id: PortalKeyId) -> String {
    format!("{PREFIX}{}", id.0.simple())
}

/// The id of a key whose every part has its length and alphabet.
fn read_id(text: &str) -> Option<PortalKeyId> {
    let mut parts = text.strip_prefix(PREFIX)?.split('_');
    let (id, secret, checksum) = (parts.next()?, parts.next()?, parts.next()?);
    let is_formed = parts.next().is_none()
        && id.len() == ID_CHARS
        && id.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
        && is_letters_and_digits(secret, SECRET_CHARS)
        && is_letters_and_digits(checksum, CHECKSUM_CHARS);
    if is_formed { Uuid::try_parse(id).ok().map(PortalKeyId) } else { None }
}

fn is_letters_and_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// CRC-32 of the text before it as six digits to the base 62 (0–9, A–Z, a–z).
fn checksum(body: &str) -> String {
    let mut rest = crc32(body.as_bytes());
    let mut digits = [b'0'; CHECKSUM_CHARS];
    for digit in digits.iter_mut().rev() {
        *digit = match u8::try_from(rest % 62).unwrap_or_default() {
            value @ 0..=9 => b'0' + value,
            value @ 10..=35 => b'A' + value - 10,
            value => b'a' + value - 36,
        };
        rest /= 62;
    }
    digits.map(char::from).iter().collect()
}

/// CRC-32 of IEEE 802.3: reflected polynomial EDB88320, start and end inverted.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn some_id() -> PortalKeyId {
        "0190a5b2-c3d4-7e6f-8a9b-0c1d2e3f4a5b".parse().unwrap()
    }

    #[test]
    fn a_key_that_was_made_can_be_read_back() {
        let made = PortalKey::generate(some_id()).unwrap();
        let read = PortalKey::parse(made.text().expose()).unwrap();
        assert_eq!((read.id(), read.hash()), (some_id(), made.hash()));
        assert!(read.has_hash(&made.hash()));
        assert!(!PortalKey::generate(some_id()).unwrap().has_hash(&made.hash()), "another secret under the same id");
    }

    #[test]
    fn only_the_part_before_the_secret_is_shown() {
        let key = PortalKey::generate(some_id()).unwrap();
        assert_eq!(key.display_prefix(), "kmb_live_0190a5b2c3d47e6f8a9b0c1d2e3f4a5b");
        assert_eq!(format!("{key:?}"), "PortalKey(kmb_live_0190a5b2c3d47e6f8a9b0c1d2e3f4a5b_…)");
        assert!(key.text().expose().starts_with(&key.display_prefix()));
    }

    #[test]
    fn every_single_mistyped_character_is_noticed_without_a_lookup() {
        let good = PortalKey::generate(some_id()).unwrap().text().expose().to_owned();
        for (i, original) in good.char_indices() {
            for typed in ['0', 'a', 'Z', '_'].into_iter().filter(|typed| *typed != original) {
                let mut text = good.clone();
                text.replace_range(i..=i, &typed.to_string());
                assert!(PortalKey::parse(&text).is_err(), "character {i} of {good} as {typed}");
            }
        }
    }

    #[test]
    fn what_is_not_a_key_is_refused_for_its_form() {
        let good = PortalKey::generate(some_id()).unwrap().text().expose().to_owned();
        let (upper, spaced, cut) = (good.to_uppercase(), format!(" {good}"), &good[..good.len() - 1]);
        let more = format!("{good}_0");
        for text in ["", "kmb_live_", "Bearer x", &upper, &spaced, cut, &more, &good.replace("_live_", "_test_"), &"é".repeat(KEY_CHARS)] {
            assert_eq!(PortalKey::parse(text).map(|key| key.id()), Err(PortalKeyError::Form), "{text}");
        }
    }

    #[test]
    fn a_key_with_the_checksum_of_another_is_refused() {
        let good = PortalKey::generate(some_id()).unwrap().text().expose().to_owned();
        let other = PortalKey::generate(some_id()).unwrap().text().expose().to_owned();
        let mixed = format!("{}{}", &good[..good.len() - CHECKSUM_CHARS], &other[other.len() - CHECKSUM_CHARS..]);
        assert_eq!(PortalKey::parse(&mixed).map(|key| key.id()), Err(PortalKeyError::Checksum));
    }

    #[test]
    fn the_checksum_is_the_crc_32_of_ieee() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926, "the check value of the standard's catalogue");
        assert_eq!((crc32(b""), checksum("").as_str()), (0, "000000"));
    }

    #[test]
    fn keys_are_never_the_same_twice() {
        let keys: HashSet<String> = (0..200).map(|_| PortalKey::generate(some_id()).unwrap().hash()).collect();
        assert_eq!(keys.len(), 200);
    }
}
