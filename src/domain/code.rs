//! Codes that come from outside: countries, languages, themes, indicators. Checked when made, so that the rest may trust them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Why a text is not the code it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{text}' is not {expected}")]
pub struct BadCode {
    /// What was given.
    pub text: String,
    /// What a good one looks like.
    pub expected: &'static str,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident, $expected:literal, $is:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The code as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = BadCode;
            fn from_str(text: &str) -> Result<Self, BadCode> {
                let is: fn(&str) -> bool = $is;
                if is(text) { Ok(Self(text.to_owned())) } else { Err(BadCode { text: text.to_owned(), expected: $expected }) }
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadCode;
            fn try_from(text: String) -> Result<Self, BadCode> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> String {
                code.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

fn is_slug(text: &str) -> bool {
    (1..=80).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

codes! {
    /// ISO 3166-1 alpha-2, upper case. `NA` is Namibia.
    CountryCode, "an ISO 3166-1 code of two capital letters, such as ID", |t| t.len() == 2 && t.bytes().all(|b| b.is_ascii_uppercase());
    /// BCP 47 primary language with optional subtags, lower-case primary: `id`, `zh-Hans`.
    LanguageCode, "a BCP 47 language code, such as id or zh-Hans", |t| {
        let primary = t.split('-').next().unwrap_or_default();
        (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_lowercase()) && t.len() <= 35
            && t.split('-').all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
    };
    /// A theme of the taxonomy, such as `solid-waste`. Whether the taxonomy in force has it is checked by `matching::Taxonomy`.
    ThemeCode, "a theme code: lower-case letters, digits and hyphens", is_slug;
    /// An indicator of the model, such as `pm25_exposure`.
    IndicatorCode, "an indicator code: lower-case letters, digits and underscores", |t| {
        (1..=80).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    };
    /// A city's readable address in URLs, such as `surabaya`.
    Slug, "a slug: up to 80 lower-case letters, digits and inner hyphens", is_slug;
}
