//! The passwords that are tried first, offline. Knows no rules about length or owners.
//!
//! The list holds words; folding and cutting make each of them stand for hundreds of passwords (`P@ssw0rd123!` is `password`), which is how guessing
//! programs work their way through such lists as well.

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words and whole passwords, folded. The file has one or more a line; a line with `#` is a heading.
static COMMON: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let lines = include_str!("common_passwords.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).map(fold).collect()
});
/// How many digits and signs around a common word make it no better: a year and an exclamation mark, and one more.
const MAX_AFFIX_CHARS: usize = 6;

/// Whether a password is common as it stands, or is a common word with a few digits and signs around it, or one or two such words in a row.
pub(super) fn is_common(text: &str) -> bool {
    let core = text.trim_matches(|c: char| !c.is_alphabetic());
    let affix_chars = text.chars().count() - core.chars().count();
    let candidates = [text, core, text.trim_end_matches(|c: char| !c.is_alphabetic())];
    is_listed(&fold(text)) || (affix_chars <= MAX_AFFIX_CHARS && candidates.iter().any(|candidate| is_listed(&fold(candidate))))
}

/// One listed word, or two.
fn is_listed(folded: &str) -> bool {
    COMMON.contains(folded) || folded.char_indices().skip(1).any(|(at, _)| COMMON.contains(&folded[..at]) && COMMON.contains(&folded[at..]))
}

/// Letters and digits in lower case, without accents, and with the usual stand-ins for letters taken back (`p@$$w0rd`, `5ur4b4y4`).
pub(super) fn fold(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).filter_map(plain_letter).collect()
}

fn plain_letter(c: char) -> Option<char> {
    match c {
        '@' | '4' => Some('a'),
        '8' => Some('b'),
        '3' => Some('e'),
        // One letter for four, since nobody can tell which was meant.
        'i' | '1' | '!' | '|' => Some('l'),
        '0' => Some('o'),
        '$' | '5' => Some('s'),
        '7' | '+' => Some('t'),
        'đ' => Some('d'),
        c => c.is_alphanumeric().then_some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_common_word_is_recognised_in_disguise() {
        for text in [
            "password",
            "Password1",
            "P@$$w0rd!",
            "passw0rd2026",
            "123password",
            "iloveyou",
            "ILoveYou!!",
            "admin123",
            "Admin@123",
            "letmein1",
            "1q2w3e4r",
            "welcome2026!",
            "indonesia45",
            "sayang123",
            "adminadmin",
            "loveindonesia",
            "anhyêuem1",
            "Đàlạt2026",
        ] {
            assert!(is_common(text), "{text}");
        }
    }

    #[test]
    fn a_common_word_among_others_is_not_a_common_password() {
        for text in [
            "password of the third boat",
            "my admin wears yellow",
            "xq7-vmtw",
            "ilovedurianinthemorning",
            "admin8305716294",
            "",
            "1",
            "!!!",
        ] {
            assert!(!is_common(text), "{text}");
        }
    }

    #[test]
    fn the_list_is_as_long_as_it_looks_and_has_no_word_twice() {
        let words: Vec<String> = include_str!("common_passwords.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_whitespace)
            .map(fold)
            .collect();
        let mut seen = HashSet::new();
        let twice: Vec<_> = words.iter().filter(|word| !seen.insert(*word)).collect();
        assert!(twice.is_empty(), "{twice:?}");
        assert!(words.len() >= 700, "{}", words.len());
        assert!(words.iter().all(|word| word.chars().count() >= 3), "shorter ones would make too many pairs");
    }
}
