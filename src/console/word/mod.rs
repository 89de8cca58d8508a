//! The list of everything the pages say, so that a word that no catalogue has is an error of the compiler.
//!
//! Knows no language: the texts are in `catalogues/`, a file for each area of the pages in each language. A test holds that the list and
//! every catalogue name the same words with the same parts, and that none of them goes unused.

use crate::i18n::Language;

mod admin;
mod clusters;
mod embeds;
mod importing;
mod members;
mod my_city;
mod my_profile;
mod public;
mod review;
mod rounds;
mod signed_in;

pub use admin::AdminWord;
pub use clusters::ClustersWord;
pub use embeds::EmbedWord;
pub use importing::ImportWord;
pub use members::MembersWord;
pub use my_city::MyCityWord;
pub use my_profile::MyProfileWord;
pub use public::Word;
pub use review::ReviewWord;
pub use rounds::RoundWord;
pub use signed_in::SignedInWord;

/// A word of one area of the pages.
pub trait Said: Copy {
    /// Its name in the catalogues.
    fn key(self) -> &'static str;
}

impl<S: Said> Said for &S {
    fn key(self) -> &'static str {
        (*self).key()
    }
}

/// The words of one area.
#[derive(Debug, Clone, Copy)]
pub struct Area {
    /// The name of its file in each language's folder.
    pub name: &'static str,
    /// The languages that it is complete in.
    pub languages: &'static [Language],
    /// Where its pages lie: these addresses and all below. Not needed where it is complete in every language.
    pub pages: &'static [&'static str],
    /// Each word in the order of the catalogues: its name in code, its name there, and the parts that the caller must give.
    pub words: &'static [Entry],
}

/// One word of an area.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Its name in code, with that of its list.
    pub code: &'static str,
    /// Its name in the catalogues.
    pub key: &'static str,
    /// The parts that the caller must give, in the order in which the English text uses them.
    pub parts: &'static [&'static str],
}

/// Every area.
pub const AREAS: &[Area] = &[
    Word::AREA,
    SignedInWord::AREA,
    EmbedWord::AREA,
    AdminWord::AREA,
    MembersWord::AREA,
    ReviewWord::AREA,
    RoundWord::AREA,
    MyCityWord::AREA,
    MyProfileWord::AREA,
    ClustersWord::AREA,
    ImportWord::AREA,
];

/// What only the secretariat reads is in these.
pub const OF_THE_SECRETARIAT: &[Language] = &[Language::En, Language::Id];

/// The languages that a page is in: those of every area that it takes words from.
pub fn languages_at(path: &str) -> Vec<Language> {
    languages_among(AREAS, path)
}

fn languages_among(areas: &[Area], path: &str) -> Vec<Language> {
    let is_below = |root: &&str| path.strip_prefix(*root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let here: Vec<&Area> = areas.iter().filter(|area| area.pages.iter().any(is_below)).collect();
    Language::ALL.iter().copied().filter(|language| here.iter().all(|area| area.languages.contains(language))).collect()
}

/// Makes the list of the words of one area: `… in "public" for everybody: …` where it is complete in every language. Otherwise it is for
/// the secretariat, in English and Bahasa Indonesia, and its pages lie below `/desk`, or where `in "…" at ["/…"]` says.
macro_rules! words {
    (@languages for everybody) => { $crate::i18n::Language::ALL };
    (@languages) => { $crate::console::word::OF_THE_SECRETARIAT };
    (@pages at $($path:literal)+) => { &[$($path),+] };
    (@pages) => { &["/desk"] };
    ($(#[$about:meta])* $list:ident in $area:literal $(at [$($path:literal),+])? $(for $readers:ident)?:
        $($(#[$doc:meta])* $name:ident = $key:literal [$($part:literal),*],)+) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the text itself, in the English catalogue, says what each one means")]
        pub enum $list { $($name,)+ }

        impl $list {
            /// The area of these words.
            pub const AREA: $crate::console::word::Area = $crate::console::word::Area {
                name: $area,
                languages: words!(@languages $(for $readers)?),
                pages: words!(@pages $(at $($path)+)?),
                words: &[$($crate::console::word::Entry {
                    code: concat!(stringify!($list), "::", stringify!($name)), key: $key, parts: &[$($part),*],
                },)+],
            };
        }

        impl $crate::console::word::Said for $list {
            fn key(self) -> &'static str {
                match self { $($list::$name => $key,)+ }
            }
        }
    };
}
use words;

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    const REVIEW: Area = Area { name: "review", languages: OF_THE_SECRETARIAT, pages: &["/desk"], words: &[] };

    #[test]
    fn a_page_is_in_the_languages_of_all_its_areas() {
        let areas = [Word::AREA, REVIEW];
        assert_eq!(languages_among(&areas, "/cities"), Language::ALL);
        for path in ["/desk", "/desk/review/42"] {
            assert_eq!(languages_among(&areas, path), OF_THE_SECRETARIAT, "{path}");
        }
        assert_eq!(languages_among(&areas, "/desks"), Language::ALL);
    }

    /// The texts of the files of a folder and those under it.
    fn sources(folder: &Path) -> String {
        let entries = std::fs::read_dir(folder).expect("the folder is there").flatten().map(|entry| entry.path());
        entries.map(|path| if path.is_dir() { sources(&path) } else { std::fs::read_to_string(path).unwrap_or_default() }).collect()
    }

    #[test]
    fn an_area_that_lacks_a_language_says_where_its_pages_lie() {
        let console = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/console");
        let routes = sources(&console.join("routes")) + &std::fs::read_to_string(console.join("routes.rs")).expect("the routes");
        for area in AREAS.iter().filter(|area| area.languages.len() < Language::ALL.len()) {
            for path in area.pages {
                assert!(routes.contains(&format!("\"{path}")), "{} has no page at {path}", area.name);
            }
        }
    }
}
