//! Repetitions, and rows of neighbours in the alphabet, among the digits or on the keyboard. Knows no words.

/// Rows in which the next character follows from the one before, in either direction. The short ones are the columns of a keyboard.
const ROWS: [&str; 17] = [
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "azertyuiop",
    "qwertzuiop",
    "1qaz",
    "2wsx",
    "3edc",
    "4rfv",
    "5tgb",
    "6yhn",
    "7ujm",
    "8ik",
    "9ol",
    "0p",
];
/// A password of fewer independent choices is guessed at once: `abcd1234` has two, `asdf1234qwer` three, `12ab34cd` four.
const MIN_CHOICES: usize = 5;

/// Whether a password repeats a short part, or is put together from a few rows.
pub(super) fn is_predictable(text: &str) -> bool {
    let chars: Vec<char> = text.to_lowercase().chars().collect();
    !chars.is_empty() && choices(unit(&chars)) < MIN_CHOICES
}

/// The shortest part whose repetition gives the whole.
fn unit(chars: &[char]) -> &[char] {
    let length = (1..=chars.len()).find(|length| chars.iter().zip(&chars[*length..]).all(|(a, b)| a == b)).unwrap_or(chars.len());
    &chars[..length]
}

/// The characters that do not follow from the one before.
fn choices(chars: &[char]) -> usize {
    1 + chars.windows(2).filter(|pair| !follows(pair[0], pair[1])).count()
}

fn follows(before: char, after: char) -> bool {
    before == after
        || ROWS.iter().any(|row| row.chars().zip(row.chars().skip(1)).any(|(a, b)| (a, b) == (before, after) || (b, a) == (before, after)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_repetitions_are_predictable() {
        for text in [
            "aaaaaaaa",
            "12345678",
            "87654321",
            "abcdefgh",
            "qwertyui",
            "1qaz2wsx",
            "abcd1234",
            "asdf1234qwer",
            "12ab34cd",
            "abababab",
            "xyzxyzxyz",
            "aabbccdd",
            "11112222",
            "QWERTY12345",
            "0987654321",
            "7g7g7g7g",
            "k4!k4!k4!k",
            "azertyui",
            "ooooooooooooooooooooooooo",
        ] {
            assert!(is_predictable(text), "{text}");
        }
    }

    #[test]
    fn words_and_random_letters_are_not() {
        for text in ["password", "surabaya", "k7m2q-0zx4d", "tiga perahu", "Zr9!kd2m", "เรือสามลำ"] {
            assert!(!is_predictable(text), "{text}");
        }
    }

    #[test]
    fn a_part_that_is_repeated_counts_once() {
        let unit_of = |text: &str| unit(&text.chars().collect::<Vec<_>>()).iter().collect::<String>();
        assert_eq!(["abcabcab", "aaaa", "abca", "abcd"].map(unit_of), ["abc", "a", "abc", "abcd"]);
    }
}
