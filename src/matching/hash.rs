//! Content hashes: `sha256:` and 64 hexadecimal digits.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The hash of named parts. Name and length go in before each part, so that moving a byte from one part to the next changes the hash.
///
/// ```
/// use kembar::matching::hash::of_parts;
/// assert_ne!(of_parts([("a", "xy".as_bytes()), ("b", b"z")]), of_parts([("a", b"x".as_slice()), ("b", b"yz")]));
/// assert!(of_parts([("a", b"x".as_slice())]).starts_with("sha256:"));
/// ```
pub fn of_parts<'a>(parts: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut hasher = Sha256::new();
    for (name, bytes) in parts {
        hasher.update(name.as_bytes());
        hasher.update([0]);
        hasher.update((bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    }
    let mut text = String::from("sha256:");
    for byte in hasher.finalize() {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
