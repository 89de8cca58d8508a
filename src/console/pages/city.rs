//! A city's public page: what it is good at, what it looks for, what it is tied to, and how to reach its office.
//!
//! Never a person: a contact here is an office. What is not known is said to be unknown.

use chrono::NaiveDate;

use crate::console::evidence::Evidence;
use crate::console::frame::Frame;
use crate::console::marks::{Country, HazardMark, LevelMark, Theme};

use super::partnership::PartnershipLine;

mod view;
pub use view::render_city;

/// What a city's page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct CityPage {
    /// Its surroundings.
    pub frame: Frame,
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its name in its own language and script, where that differs.
    pub local_name: Option<LocalName>,
    /// Its country.
    pub country: Country,
    /// The province or state it is part of; none when not known.
    pub subdivision: Option<String>,
    /// Its level.
    pub level: LevelMark,
    /// Whether it takes part.
    pub standing: CityStanding,
    /// How many people live there; none when not known.
    pub population: Option<Population>,
    /// BCP 47 codes, the most spoken first.
    pub languages: Vec<String>,
    /// IANA name, such as `Asia/Jakarta`; none when not known.
    pub time_zone: Option<String>,
    /// Names of the networks it belongs to.
    pub networks: Vec<String>,
    /// Where the entries above come from.
    pub evidence: Evidence,
    /// Good practices, the best documented first.
    pub practices: Vec<PracticeLine>,
    /// Stated priorities, the newest first.
    pub priorities: Vec<PriorityLine>,
    /// Its published partnerships, the newest first.
    pub partnerships: Vec<PartnershipLine>,
    /// Ties it had before.
    pub ties: Vec<TieLine>,
    /// Its Voluntary Local Reviews, the newest first.
    pub reviews: Vec<ReviewLine>,
    /// Its indicators, in the order of the model.
    pub indicators: Vec<IndicatorLine>,
    /// What it is exposed to, the worst first.
    pub hazards: Vec<HazardLine>,
    /// Where the hazard scores come from.
    pub hazards_evidence: Evidence,
    /// The office that handles partnerships.
    pub contact: Contact,
}

/// A city to link to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CityLink {
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// A name in the city's own language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalName {
    /// The name.
    pub text: String,
    /// BCP 47 code of its language, so that it is read out and set in the right way; none when not known.
    pub lang: Option<String>,
}

/// Whether a city takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CityStanding {
    /// It does.
    Active,
    /// Not at the moment.
    Suspended,
    /// It is no longer a local government.
    Dissolved {
        /// Since when; none when not known.
        on: Option<NaiveDate>,
        /// Who took over; none when not known.
        successor: Option<CityLink>,
        /// Where that is written.
        evidence: Evidence,
    },
}

/// How many people live in a city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Population {
    /// People.
    pub people: u64,
    /// Of which year; none when not known.
    pub year: Option<i32>,
    /// Where it comes from.
    pub evidence: Evidence,
}

/// A good practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeLine {
    /// What it is about.
    pub theme: Theme,
    /// Its title.
    pub title: String,
    /// What was done.
    pub done: String,
    /// What came of it; none when nothing is recorded.
    pub result: Option<String>,
    /// Of which year; none when not known.
    pub year: Option<i32>,
    /// BCP 47 code of the language of these texts.
    pub lang: String,
    /// Where it is written.
    pub evidence: Evidence,
}

/// A stated priority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriorityLine {
    /// What it is about.
    pub theme: Theme,
    /// What the city has said.
    pub what: String,
    /// In which year; none when not known.
    pub year: Option<i32>,
    /// BCP 47 code of the language of the text.
    pub lang: String,
    /// Where it is written.
    pub evidence: Evidence,
}

/// A tie that the city had before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TieLine {
    /// The other city or province.
    pub partner: String,
    /// Its address here, where it is in the directory.
    pub slug: Option<String>,
    /// Its country.
    pub country: Country,
    /// What kind of tie, in the words of the data or of the page's language.
    pub kind: String,
    /// Since which year; none when not known.
    pub since: Option<i32>,
    /// Where it is written.
    pub evidence: Evidence,
}

/// A Voluntary Local Review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewLine {
    /// Its title.
    pub title: String,
    /// Its year; none when not known.
    pub year: Option<i32>,
    /// The Sustainable Development Goals it covers, 1 to 17; empty when not known.
    pub goals: Vec<u8>,
    /// Where it is written.
    pub evidence: Evidence,
}

/// Whose figure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureOf {
    /// The city's own.
    City,
    /// The country's, standing in for the city's.
    Country,
}

/// A figure.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorLine {
    /// Its name in the page's language.
    pub name: String,
    /// The value; finite.
    pub value: f64,
    /// Its unit, such as `µg/m³`; empty for a pure number.
    pub unit: String,
    /// Of which year; none when not known.
    pub year: Option<i32>,
    /// Whose figure it is.
    pub of: FigureOf,
    /// Where it comes from.
    pub evidence: Evidence,
}

/// What a city is exposed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HazardLine {
    /// To what.
    pub hazard: HazardMark,
    /// Judged: 0 none or hardly any, 1 low, 2 medium, 3 high. A larger one is shown as 3.
    pub score: u8,
}

/// The office that handles partnerships. All empty when none is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// The office's name.
    pub office: Option<String>,
    /// Its website; shown as text when it is no web address.
    pub website: Option<String>,
    /// The office's own address, not a person's.
    pub email: Option<String>,
    /// The office's own number, not a person's.
    pub phone: Option<String>,
}

/// One line of a contact, ready to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactLine {
    /// What it is, in the page's language.
    pub label: String,
    /// What is shown.
    pub text: String,
    /// Where it leads.
    pub href: Option<String>,
}
