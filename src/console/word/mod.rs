//! The list of everything the pages say, so that a word that no catalogue has is an error of the compiler.
//!
//! Knows no language: the texts are in `catalogues/`, a file for each area of the pages in each language. A test holds that the list and
//! every catalogue name the same words with the same parts, and that none of them goes unused.

mod admin;
mod members;
mod my_city;
mod my_profile;
mod public;
mod signed_in;

pub use admin::AdminWord;
pub use members::MembersWord;
pub use my_city::MyCityWord;
pub use my_profile::MyProfileWord;
pub use public::Word;
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
pub const AREAS: &[Area] = &[Word::AREA, SignedInWord::AREA, AdminWord::AREA, MembersWord::AREA, MyCityWord::AREA, MyProfileWord::AREA];

/// Makes the list of the words of one area.
macro_rules! words {
    ($(#[$about:meta])* $list:ident in $area:literal: $($(#[$doc:meta])* $name:ident = $key:literal [$($part:literal),*],)+) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the text itself, in the English catalogue, says what each one means")]
        pub enum $list { $($name,)+ }

        impl $list {
            /// The area of these words.
            pub const AREA: $crate::console::word::Area = $crate::console::word::Area {
                name: $area,
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
