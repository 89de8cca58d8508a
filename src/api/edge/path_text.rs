//! The text of a path, checked before it is routed: percent signs that mean something, UTF-8, and no character that hides.
//!
//! The router decodes leniently and would let NUL and replacement characters reach a handler and, behind it, a database that takes neither.

use super::problem::Problem;

/// Checks a raw path.
///
/// # Errors
/// 404: no address of this service has such a form.
pub fn check(raw: &str) -> Result<(), Problem> {
    let text = decode(raw).ok_or_else(Problem::not_found)?;
    if text.chars().any(is_hidden) { Err(Problem::not_found()) } else { Ok(()) }
}

/// Decodes `%hh` strictly: every percent sign is followed by two hexadecimal digits, and the result is UTF-8.
pub(super) fn decode(raw: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(raw.len());
    let mut rest = raw.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        rest = tail;
        if first == b'%' {
            let (&high, tail) = rest.split_first()?;
            let (&low, tail) = tail.split_first()?;
            bytes.push(nibble(high)? << 4 | nibble(low)?);
            rest = tail;
        } else {
            bytes.push(first);
        }
    }
    String::from_utf8(bytes).ok()
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

/// Control characters (C0, C1, DEL), the overrides of text direction, and the byte order mark.
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_path_that_hides_something_names_nothing() {
        for bad in [
            "/c/%00",
            "/c/%0a",
            "/c/%7F",
            "/c/%C2%85",
            "/c/%ff",
            "/c/%c3%28",
            "/c/%",
            "/c/%4",
            "/c/%zz",
            "/c/%E2%80%AE",
            "/c/%ED%A0%80",
            "/c/%EF%BB%BF",
        ] {
            assert!(check(bad).is_err(), "{bad}");
        }
        for good in ["/c/surabaya", "/c/%E0%B8%81", "/c/%F0%9F%8C%8F", "/c/%2541", "/c/%25"] {
            assert!(check(good).is_ok(), "{good}");
        }
    }

    proptest! {
        #[test]
        fn what_was_encoded_decodes_to_what_it_was(text in "\\PC{0,40}") {
            let encoded: String = text.bytes().map(|byte| format!("%{byte:02x}")).collect();
            prop_assert_eq!(decode(&encoded), Some(text));
        }

        #[test]
        fn decoding_never_panics(raw in ".{0,60}") {
            let _ = check(&raw);
        }
    }
}
