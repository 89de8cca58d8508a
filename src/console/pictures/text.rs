//! How wide a text will be, and where it is broken, in a drawing that cannot ask the browser.
//!
//! A guess that is rather too wide than too narrow: a name that is left out is in the list beside the picture; two over one another can be
//! read by nobody.

use unicode_normalization::char::is_combining_mark;

/// About how wide a text is, in the units in which its letters are `size` high.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(letter_width).sum::<f64>() * size
}

/// The width of a letter as a part of its size.
fn letter_width(letter: char) -> f64 {
    match letter {
        letter if is_combining_mark(letter) => 0.0,
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | ' ' | '.' | ',' | '-' | '’' => 0.36,
        'm' | 'w' | 'M' | 'W' => 0.9,
        letter if letter.is_uppercase() => 0.7,
        letter if letter.is_ascii() || ('\u{C0}'..'\u{250}').contains(&letter) => 0.57,
        // Thai, Lao and Khmer are narrower than this, Burmese and Chinese are not.
        _ => 0.95,
    }
}

/// A text in lines no wider than `limit`, broken at spaces. A word that is wider by itself stays whole.
pub(super) fn lines(text: &str, size: f64, limit: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line, size) + width(" ", size) + width(word, size) <= limit => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A text cut off where it would grow wider than `limit`, and so marked.
pub(super) fn shortened(text: &str, size: f64, limit: f64) -> String {
    if width(text, size) <= limit {
        return text.to_owned();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        if width(&kept, size) + width("m…", size) > limit {
            break;
        }
        kept.push(letter);
    }
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_broken_where_it_grows_too_wide_and_keeps_every_word() {
        let text = "Can serve four of the five needs that the city has stated";
        let broken = lines(text, 14.0, 200.0);
        assert!(broken.len() > 1 && broken.iter().all(|line| width(line, 14.0) <= 200.0), "{broken:?}");
        assert_eq!(broken.join(" "), text);
        assert_eq!(lines("Wissenschaftsministerium", 14.0, 20.0), ["Wissenschaftsministerium"]);
    }

    #[test]
    fn marks_over_and_under_a_letter_take_no_room() {
        assert_eq!(width("ที่", 10.0), width("ท", 10.0));
    }

    #[test]
    fn a_name_that_is_too_long_is_cut_and_marked() {
        assert_eq!(shortened("Surabaya", 10.0, 200.0), "Surabaya");
        let cut = shortened("Special Administrative Region of Somewhere Far Away", 10.0, 120.0);
        assert!(cut.ends_with('…') && cut.starts_with("Special Adm") && width(&cut, 10.0) <= 120.0, "{cut}");
    }
}
