//! What the engine has to say, as keys and arguments: the words are made in `i18n`, in whatever language is asked for. Frozen
//! explanations stay readable for ever because they hold no sentence of one day's wording.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A message to be put into words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Message {
    /// Its key in the catalogues, such as `reason-shared-language`.
    pub key: String,
    /// What goes into it, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, Arg>,
}

/// One argument. The kind tells the renderer how to word it: a theme gets its label, a country its name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", content = "value", rename_all = "snake_case")]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub enum Arg {
    /// A number, rounded for reading when it was made.
    Number(f64),
    /// A year.
    Year(i32),
    /// Words that need no translation: a title, a unit.
    Text(String),
    /// A city's name.
    City(String),
    /// A theme code.
    Theme(String),
    /// An ISO 3166-1 code.
    Country(String),
    /// A BCP 47 code.
    Language(String),
    /// A mode of exchange, such as `study_visit`.
    Mode(String),
    /// A trait of the context, such as `population`.
    Trait(String),
    /// A factor's name.
    Factor(String),
    /// A calendar date, ISO 8601.
    Date(String),
}

// Arguments are compared only to put lists in a fixed order; numbers in them are always finite.
impl Eq for Arg {}

impl PartialOrd for Arg {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Arg {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.sort_key().cmp(&other.sort_key())
    }
}

impl Arg {
    fn sort_key(&self) -> (u8, String) {
        match self {
            Arg::Number(n) => (0, format!("{n:030.9}")),
            Arg::Year(y) => (1, y.to_string()),
            Arg::Text(t) => (2, t.clone()),
            Arg::City(t) => (3, t.clone()),
            Arg::Theme(t) => (4, t.clone()),
            Arg::Country(t) => (5, t.clone()),
            Arg::Language(t) => (6, t.clone()),
            Arg::Mode(t) => (7, t.clone()),
            Arg::Trait(t) => (8, t.clone()),
            Arg::Factor(t) => (9, t.clone()),
            Arg::Date(t) => (10, t.clone()),
        }
    }
}

impl Message {
    /// A message without arguments.
    pub fn new(key: &str) -> Self {
        Self { key: key.to_owned(), args: BTreeMap::new() }
    }

    /// With one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, arg: Arg) -> Self {
        self.args.insert(name.to_owned(), arg);
        self
    }

    /// With a number, rounded to `decimals`.
    #[must_use]
    pub fn number(self, name: &str, value: f64, decimals: i32) -> Self {
        let unit = 10_f64.powi(decimals);
        // Adding 0 turns -0 into 0, which would be worded "-0".
        self.with(name, Arg::Number((value * unit).round() / unit + 0.0))
    }

    /// With a city's name.
    #[must_use]
    pub fn city(self, name: &str, city: &str) -> Self {
        self.with(name, Arg::City(city.to_owned()))
    }

    /// With a theme.
    #[must_use]
    pub fn theme(self, code: &str) -> Self {
        self.with("theme", Arg::Theme(code.to_owned()))
    }
}
