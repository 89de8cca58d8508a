//! Secrets from the operating system, and how they are stored and compared. Knows nothing of what a secret opens.
//!
//! A value with 256 random bits needs no slow hash: SHA-256 is enough from 112 bits on (OWASP ASVS 6.5.2), so tokens and portal keys are stored as
//! [`sha256_hex`], and only passwords, which people choose, go through [`super::password`].

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use uuid::Uuid;
use zeroize::{Zeroize, Zeroizing};

use super::secret::Secret;

/// Bytes in a token: 256 bits.
const TOKEN_BYTES: usize = 32;
/// Groups and letters of a made-up password: 4 × 5 letters of 5 bits each are 100 bits.
const PASSWORD_GROUPS: usize = 4;
const PASSWORD_GROUP_LETTERS: usize = 5;
/// 32 letters and digits that are not mistaken for one another when read aloud or copied by hand (no i, l, o, u).
const READABLE: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const BASE62: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// The operating system gave no random bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gave no random bytes ({0}), so no secret can be made: let this process use getrandom(2) or /dev/urandom")]
pub struct RandomError(#[from] getrandom::Error);

/// `N` random bytes, wiped when dropped.
///
/// # Errors
/// Where the operating system has no randomness to give.
pub fn bytes<const N: usize>() -> Result<Zeroizing<[u8; N]>, RandomError> {
    let mut bytes = Zeroizing::new([0; N]);
    getrandom::fill(bytes.as_mut_slice())?;
    Ok(bytes)
}

/// A token of 256 bits as 43 characters of base64url (RFC 4648 §5, without padding).
///
/// # Errors
/// As for [`bytes`].
pub fn token() -> Result<Secret, RandomError> {
    let bytes = bytes::<TOKEN_BYTES>()?;
    Ok(URL_SAFE_NO_PAD.encode(bytes.as_slice()).into())
}

/// A password of 100 bits to hand to a person, such as `k7m2q-0zx4d-9hc3w-p5n8e`.
///
/// # Errors
/// As for [`bytes`].
pub fn password() -> Result<Secret, RandomError> {
    let bytes = bytes::<{ PASSWORD_GROUPS * PASSWORD_GROUP_LETTERS }>()?;
    let mut text = String::with_capacity(PASSWORD_GROUPS * (PASSWORD_GROUP_LETTERS + 1));
    for (i, byte) in bytes.iter().enumerate() {
        if i > 0 && i % PASSWORD_GROUP_LETTERS == 0 {
            text.push('-');
        }
        text.push(char::from(READABLE[usize::from(byte & 31)]));
    }
    Ok(text.into())
}

/// `length` random letters and digits, each of 62 equally likely.
///
/// # Errors
/// As for [`bytes`].
pub fn letters_and_digits(length: usize) -> Result<Secret, RandomError> {
    let mut text = String::with_capacity(length);
    while text.len() < length {
        let mut drawn = bytes::<64>()?;
        // 248 is the largest multiple of 62 in a byte: taking the rest as well would favour the first eight letters.
        let fair = drawn.iter().filter(|byte| **byte < 248).take(length - text.len());
        text.extend(fair.map(|byte| char::from(BASE62[usize::from(byte % 62)])));
        drawn.zeroize();
    }
    Ok(text.into())
}

/// A random identifier (`UUIDv4`): 122 random bits, which say nothing of when it was made.
///
/// # Errors
/// As for [`bytes`].
pub fn uuid() -> Result<Uuid, RandomError> {
    Ok(uuid::Builder::from_random_bytes(*bytes::<16>()?).into_uuid())
}

/// SHA-256 of a text as 64 lower-case hexadecimal digits: what is stored of a token.
pub fn sha256_hex(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// Bytes as lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(b"0123456789abcdef"[usize::from(digit)])).collect()
}

/// Whether two texts are the same, in a time that depends on their length only: for secrets and their hashes.
pub fn is_equal(left: &str, right: &str) -> bool {
    left.as_bytes().ct_eq(right.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_token_is_43_characters_of_base64url_and_never_the_same_twice() {
        let tokens: HashSet<String> = (0..500).map(|_| token().unwrap().expose().to_owned()).collect();
        assert_eq!(tokens.len(), 500);
        assert!(tokens.iter().all(|t| URL_SAFE_NO_PAD.decode(t).unwrap().len() == 32 && t.len() == 43), "{tokens:?}");
    }

    #[test]
    fn a_made_up_password_can_be_read_aloud() {
        let password = password().unwrap();
        let groups: Vec<&str> = password.expose().split('-').collect();
        assert_eq!(groups.iter().map(|g| g.len()).collect::<Vec<_>>(), [5, 5, 5, 5]);
        assert!(groups.concat().bytes().all(|b| READABLE.contains(&b)), "{}", password.expose());
    }

    #[test]
    fn letters_and_digits_are_all_equally_likely() {
        let drawn = letters_and_digits(62_000).unwrap();
        let mut counts = [0_u32; 128];
        drawn.expose().bytes().for_each(|b| counts[usize::from(b)] += 1);
        // 1000 expected of each with a standard deviation of 31.4, so 180 is nearly six of them; the unfair draw would give 1211.
        let worst = BASE62.iter().map(|b| counts[usize::from(*b)].abs_diff(1_000)).max().unwrap();
        assert!(worst < 180, "off by {worst}");
        assert_eq!(counts.iter().sum::<u32>(), 62_000);
    }

    #[test]
    fn what_is_stored_of_a_token_is_its_sha_256() {
        // The first example of FIPS 180-2.
        assert_eq!(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn equal_is_what_is_the_same_from_end_to_end() {
        assert!(is_equal("abc", "abc"));
        for other in ["abd", "bbc", "ab", "abcd", ""] {
            assert!(!is_equal("abc", other), "{other}");
        }
    }

    #[test]
    fn random_identifiers_are_of_version_4() {
        let id = uuid().unwrap();
        assert_eq!((id.get_version_num(), id == uuid().unwrap()), (4, false));
    }
}
