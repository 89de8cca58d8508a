//! Letters for the scripts that many systems lack, inside the binary: subsets of Noto Sans, one file for each script and weight.
//!
//! `assets/fonts.css` names them by their addresses; a browser asks for a file only where its script occurs on the page.

use std::sync::LazyLock;

use super::assets::{Asset, content_hash};

macro_rules! font {
    ($name:literal) => {
        Asset {
            name: $name,
            content_type: "font/woff2",
            bytes: include_bytes!(concat!("assets/fonts/", $name)),
            hash: LazyLock::new(|| content_hash(include_bytes!(concat!("assets/fonts/", $name)))),
        }
    };
}

/// Every font. Thai and Khmer are languages of the pages, whose own names stand on every page and have files of their own; Lao and Burmese
/// occur in the names of cities, which are never bold.
pub(super) static FONTS: [Asset; 8] = [
    font!("noto-sans-thai-400.woff2"),
    font!("noto-sans-thai-700.woff2"),
    font!("noto-sans-khmer-400.woff2"),
    font!("noto-sans-khmer-700.woff2"),
    font!("noto-sans-lao-400.woff2"),
    font!("noto-sans-myanmar-400.woff2"),
    font!("own-name-thai.woff2"),
    font!("own-name-khmer.woff2"),
];

#[cfg(test)]
mod tests {
    use super::*;

    const FACES: &str = include_str!("assets/fonts.css");

    #[test]
    fn the_style_names_every_font_by_the_hash_of_its_content_and_no_other() {
        for font in &FONTS {
            assert_eq!(FACES.matches(&format!("src: url(\"{}\")", font.url())).count(), 1, "{}", font.url());
        }
        assert_eq!(FACES.matches("url(").count(), FONTS.len());
    }

    #[test]
    fn no_script_has_its_letters_from_two_fonts_and_none_waits_for_them() {
        let faces: Vec<&str> = FACES.split("@font-face").skip(1).collect();
        let mut scripts: Vec<[&str; 3]> = Vec::new();
        for face in &faces {
            assert!(face.contains("font-display: swap;"), "{face}");
            let named = |name: &str| face.split(name).nth(1).and_then(|rest| rest.split(';').next()).expect("it is named");
            scripts.push([named("font-family:"), named("unicode-range:"), named("font-weight:")]);
        }
        scripts.sort();
        scripts.dedup();
        assert_eq!(scripts.len(), faces.len());
    }

    #[test]
    fn all_fonts_together_are_lighter_than_one_photograph() {
        let bytes: usize = FONTS.iter().map(|font| font.bytes().len()).sum();
        assert!(bytes < 200 * 1024, "{bytes} bytes");
        assert!(FONTS.iter().all(|font| font.bytes().starts_with(b"wOF2")));
    }
}
