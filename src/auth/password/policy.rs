//! What may be a password. Follows NIST SP 800-63B and OWASP ASVS 5.0 §6.2: length counts, no rule asks for digits or signs, and what an attacker tries
//! first is refused. Knows no hashes and no accounts beyond the words it is told.

use unicode_normalization::UnicodeNormalization;

use super::{common, predictable};
use crate::auth::secret::Secret;
use crate::domain::fault::Faults;

/// The shortest password, in characters. Fifteen are advised.
pub const MIN_CHARS: usize = 8;
/// The longest, in characters.
pub const MAX_CHARS: usize = 128;
/// How much of a password must be left when the words that an attacker knows are taken out.
const MIN_OWN_CHARS: usize = 8;
/// Shorter words are part of too many others.
const MIN_WORD_CHARS: usize = 4;
/// Words that everybody knows who knows this service.
const SERVICE_WORDS: [&str; 5] = ["kembar", "secretariat", "sekretariat", "asean", "sister city"];

/// What is known about the one whose password it is to be. None of it makes a good password.
#[derive(Debug, Clone, Copy, Default)]
pub struct Owner<'a> {
    /// The e-mail address.
    pub email: &'a str,
    /// The person's name, the city's name in every spelling, the office.
    pub names: &'a [&'a str],
}

/// Checks a password for this owner, and names everything that is wrong with it under `pointer`, such as `/password`.
///
/// # Errors
/// All faults.
pub fn check(pointer: &str, password: &Secret, owner: &Owner<'_>) -> Result<(), Faults> {
    let text: String = password.expose().nfc().take(2 * MAX_CHARS).collect();
    let chars = text.chars().count();
    let mut faults = Faults::new();
    faults.require(chars >= MIN_CHARS, pointer, format!("must have at least {MIN_CHARS} characters; a phrase of 15 or more is better"));
    faults.require(chars <= MAX_CHARS, pointer, format!("must have at most {MAX_CHARS} characters"));
    faults.require(!text.chars().any(char::is_control), pointer, "must not contain control characters");
    faults.require(!common::is_common(&text), pointer, "is one of the passwords that are tried first, or close to one");
    faults.require(!predictable::is_predictable(&text), pointer, "is a repetition or a row of neighbouring letters or digits");
    let known = known_words(&text, owner);
    let names = known.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(", ");
    faults.require(
        known.is_empty(),
        pointer,
        format!("says little more than {names}, which others know: add words of your own or choose others"),
    );
    faults.into_result(())
}

/// The known words in a password of which too little is its owner's own; none where enough is.
fn known_words(text: &str, owner: &Owner<'_>) -> Vec<String> {
    let mut rest = common::fold(text);
    let mut found = Vec::new();
    for word in words_of(owner) {
        let folded = common::fold(&word);
        if rest.contains(&folded) {
            rest = rest.replace(&folded, "");
            found.push(word);
        }
    }
    if rest.chars().count() < MIN_OWN_CHARS { found } else { Vec::new() }
}

/// Whole names first, then their parts, the longest first, so that `surabaya` is not taken for something else with `raba` in it.
fn words_of(owner: &Owner<'_>) -> Vec<String> {
    let (local, domain) = owner.email.split_once('@').unwrap_or((owner.email, ""));
    let wholes = [local, domain].into_iter().chain(owner.names.iter().copied()).chain(SERVICE_WORDS);
    let mut words: Vec<String> = wholes
        .flat_map(|whole| std::iter::once(whole).chain(whole.split(|c: char| !c.is_alphanumeric())))
        .map(|word| word.trim().to_lowercase())
        .filter(|word| common::fold(word).chars().count() >= MIN_WORD_CHARS)
        .collect();
    words.sort_by_key(|word| (std::cmp::Reverse(word.chars().count()), word.clone()));
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWNER: Owner<'_> =
        Owner { email: "wahyu.pratama@surabaya.go.id", names: &["Wahyu Pratama", "Surabaya", "Thành phố Hồ Chí Minh"] };

    fn faults(password: &str) -> Vec<String> {
        match check("/password", &password.into(), &OWNER) {
            Ok(()) => Vec::new(),
            Err(faults) => faults
                .into_vec()
                .into_iter()
                .map(|fault| {
                    assert_eq!(fault.pointer, "/password");
                    fault.detail
                })
                .collect(),
        }
    }

    #[test]
    fn a_phrase_in_any_language_is_a_good_password() {
        let longest = "kucing-oranye tidur siang; ".repeat(5)[..128].to_owned();
        for good in [
            "correct horse battery staple",
            "tiga perahu ke hulu sungai",
            "ngựa đúng pin ghim chín",
            "เรือสามลำแล่นทวนน้ำ",
            "xq7-vmtw",
            "Zr9!kd2m",
            "kembar with an umbrella in march",
            "surabaya: monsoon umbrella",
            &longest,
        ] {
            assert_eq!(faults(good), [""; 0], "{good}");
        }
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert!(faults("xq7-vmt")[0].starts_with("must have at least 8 characters"));
        assert_eq!(faults("ngườiđiế"), [""; 0], "eight letters, more bytes");
        let decomposed: String = "ngườiđiế".chars().take(7).collect::<String>().nfd().collect();
        assert!(decomposed.chars().count() > 8 && faults(&decomposed)[0].starts_with("must have at least"), "marks are no characters");
        let long: String = "kucing-oranye tidur siang; ".repeat(5)[..129].to_owned();
        assert_eq!(faults(&long), ["must have at most 128 characters"]);
        assert!(faults(&"kucing tidur ".repeat(100_000)).contains(&"must have at most 128 characters".to_owned()));
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let all = faults("\u{0}aaaa");
        assert_eq!(all.len(), 3, "{all:?}");
        assert_eq!(faults("Kembar1").len(), 3, "too short, common and known");
    }

    #[test]
    fn what_is_tried_first_is_refused() {
        for common in [
            "password",
            "P@ssw0rd123!",
            "iloveyou2026",
            "Bismillah99",
            "anhyeuem1",
            "sayangku",
            "1q2w3e4r",
            "ADMIN2026!",
            "qwertyuiop",
            "12345678",
            "passwordpassword",
        ] {
            assert!(!faults(common).is_empty(), "{common}");
        }
    }

    #[test]
    fn what_others_know_about_the_owner_is_refused_and_named() {
        for (password, word) in [
            ("Surabaya2045!", "'surabaya'"),
            ("5ur4b4y4!!!", "'surabaya'"),
            ("wahyu-pratama-1", "'wahyu"),
            ("pratama1990", "'pratama'"),
            ("kembar-asean-1", "'kembar'"),
            ("Secretariat#77", "'secretariat'"),
            ("hochiminh-th4nh", "'minh'"),
        ] {
            let all = faults(password).join("; ");
            assert!(all.contains("says little more than") && all.contains(word), "{password}: {all}");
        }
    }

    #[test]
    fn an_owner_of_whom_nothing_is_known_is_checked_all_the_same() {
        assert!(check("/password", &"tiga perahu ke hulu".into(), &Owner::default()).is_ok());
        assert!(check("/password", &"password1".into(), &Owner::default()).is_err());
    }
}
