//! What is wrong with a chosen password, in the words of the page.
//!
//! The rules and their English are those of `auth::password`; here they are only recognised. A test holds that every one of them is.

use super::word::SignedInWord;
use super::words::Language;

/// How each fault begins, and its code in the catalogues.
const BEGINNINGS: [(&str, &str); 7] = [
    ("must have at least", "too-short"),
    ("must have at most", "too-long"),
    ("must not contain control", "control"),
    ("is one of the passwords that are tried first", "tried-first"),
    ("is a repetition", "predictable"),
    (KNOWN, "known"),
    ("is not your present password", "not-present"),
];

/// What the words that others know stand after.
const KNOWN: &str = "says little more than ";

/// A fault of a password in the language of the page; one that is not known here stays as it is.
pub fn said(lang: Language, detail: &str) -> String {
    let code = BEGINNINGS.iter().find(|(beginning, _)| detail.starts_with(beginning)).map_or("other", |(_, code)| code);
    lang.name_of(SignedInWord::PasswordFault, code, known_words(detail).unwrap_or(detail))
}

fn known_words(detail: &str) -> Option<&str> {
    detail.strip_prefix(KNOWN)?.split_once(", which ").map(|(words, _)| words)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::auth::password::{Owner, check};

    #[test]
    fn every_fault_of_a_password_is_said_in_every_language() {
        let owner = Owner { email: "wahyu@surabaya.go.id", names: &["Surabaya"] };
        let long = "kucing-oranye tidur siang; ".repeat(6);
        let mut met = BTreeSet::from(["not-present"]);
        for password in ["xq7", &long, "a\u{0}bcdefgh", "password1", "aaaaaaaaaa", "Surabaya2045!"] {
            let faults = check("/password", &password.into(), &owner).expect_err("it is a bad one").into_vec();
            for fault in faults {
                let found = BEGINNINGS.iter().find(|(beginning, _)| fault.detail.starts_with(beginning));
                met.insert(found.unwrap_or_else(|| panic!("nobody knows: {}", fault.detail)).1);
                for lang in Language::ALL {
                    let said = said(*lang, &fault.detail);
                    assert_ne!(said, fault.detail, "{lang}");
                    assert_eq!(said.contains("surabaya"), fault.detail.contains("surabaya"), "{lang}: {said}");
                }
            }
        }
        assert_eq!(met.len(), BEGINNINGS.len(), "{met:?}");
    }
}
