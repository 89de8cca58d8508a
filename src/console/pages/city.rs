//! A city's public page: what it is good at, what it looks for, what it is tied to, and how to reach its office.
//!
//! Never a person: a contact here is an office. What is not known is said to be unknown.

use crate::console::evidence::{Evidence, Note, web_address};
use crate::console::frame::Frame;
use crate::console::marks::{Country, HazardMark, Theme};
use crate::console::words::{Language, Word};
use crate::domain::practice::{Practice, PracticeBasis};
use crate::domain::profile::Priority;

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
    /// `capital`, `city`, … or a country's own word; none when not known.
    pub level: Option<String>,
    /// Whether it takes part.
    pub standing: CityStanding,
    /// How many people live there; none when not known.
    pub population: Option<Population>,
    /// BCP 47 codes, the most spoken first.
    pub languages: Vec<String>,
    /// IANA name, such as `Asia/Jakarta`; none when not known.
    pub time_zone: Option<String>,
    /// The networks it belongs to.
    pub networks: Vec<NetworkLine>,
    /// A caveat about the city; none when there is none.
    pub note: Option<Note>,
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

/// A network that a city belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkLine {
    /// Its name.
    pub name: String,
    /// Whether the membership was written from memory, and so is shown as unverified.
    pub from_memory: bool,
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
        /// Who took over, where it is in the directory.
        successor: Option<CityLink>,
        /// What became of it, in words.
        successor_note: Option<String>,
        /// Whether the successor was written from memory.
        from_memory: bool,
    },
}

/// How many people live in a city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Population {
    /// People.
    pub people: i64,
    /// Of which year; none when not known.
    pub year: Option<i32>,
    /// Where it comes from.
    pub evidence: Evidence,
}

/// A good practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeLine {
    /// What it is about, the main theme first; at least one.
    pub themes: Vec<Theme>,
    /// Its title.
    pub title: String,
    /// What had to be solved; none when nothing is recorded.
    pub problem: Option<String>,
    /// What was done; none when nothing is recorded.
    pub done: Option<String>,
    /// How strongly it shows that the city can do it.
    pub basis: PracticeBasis,
    /// What came of it; none when nothing is recorded.
    pub result: Option<String>,
    /// Of which year; none when not known.
    pub year: Option<i32>,
    /// BCP 47 code of the language of these texts; none when not known.
    pub lang: Option<String>,
    /// Where it is written.
    pub evidence: Evidence,
    /// Whose it is, where the page is not that city's own.
    pub by: Option<PracticeCity>,
}

/// The city whose practice it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeCity {
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its country.
    pub country: Country,
}

/// A stated priority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriorityLine {
    /// What it is about.
    pub theme: Theme,
    /// What the city has said; none when it only named the theme.
    pub what: Option<String>,
    /// In which year; none when not known.
    pub year: Option<i32>,
    /// BCP 47 code of the language of the text; none when not known.
    pub lang: Option<String>,
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
    /// Its country; none when not known.
    pub country: Option<Country>,
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
    /// Its unit in the page's language, such as `µg/m³`; none for a pure number.
    pub unit: Option<String>,
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
    /// Judged: 0 none or hardly any, 1 low, 2 medium, 3 high. What lies outside is shown as the nearer end.
    pub score: i32,
    /// Where the score comes from.
    pub evidence: Evidence,
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

impl PracticeLine {
    /// Whether all there is to show is an award.
    pub fn is_award_only(&self) -> bool {
        self.basis == PracticeBasis::AwardOnly
    }

    /// A practice as its page shows it, with its themes named and the language of its texts.
    pub fn of(practice: &Practice, themes: Vec<Theme>, lang: Option<&str>) -> PracticeLine {
        let sources = [practice.evidence_link.as_deref(), practice.source.as_deref()];
        let source = sources.into_iter().flatten().collect::<Vec<_>>().join(" ; ");
        PracticeLine {
            themes,
            title: practice.title.clone(),
            problem: practice.problem.clone(),
            done: practice.what_was_done.clone(),
            basis: practice.basis,
            result: practice.result.clone(),
            year: practice.year,
            lang: lang.map(str::to_owned),
            evidence: Evidence::read(Some(&source), practice.from_memory),
            by: None,
        }
    }

    /// *2023*, or that the year is not known.
    pub(super) fn year_said(&self, lang: &Language) -> String {
        self.year.map_or_else(|| lang.say(Word::CityYearUnknown), |year| lang.year(year))
    }
}

impl IndicatorLine {
    /// Whether the figure is the country's and only stands in for the city's.
    pub fn is_of_country(&self) -> bool {
        self.of == FigureOf::Country
    }
}

impl HazardLine {
    /// The score on its scale of 0 to 3.
    pub fn steps(&self) -> usize {
        usize::try_from(self.score.clamp(0, 3)).unwrap_or_default()
    }

    /// One filled field of three for each step, as the data of an SVG path.
    fn outline(&self) -> &'static str {
        match self.steps() {
            0 => "",
            1 => "M0 1h12v10H0z",
            2 => "M0 1h12v10H0zM14 1h12v10H14z",
            _ => "M0 1h12v10H0zM14 1h12v10H14zM28 1h12v10H28z",
        }
    }
}

impl PriorityLine {
    /// A priority as its page shows it, with its theme named and the language of its text.
    pub fn of(priority: &Priority, theme: Theme, lang: Option<&str>) -> PriorityLine {
        PriorityLine {
            theme,
            what: priority.what.clone(),
            year: priority.year,
            lang: lang.map(str::to_owned),
            evidence: Evidence::read(priority.source.as_deref(), priority.from_memory),
        }
    }
}

impl Contact {
    /// Reads the office of a record: parts between semicolons or line ends, each a web address, an e-mail address or words.
    pub fn read(text: Option<&str>) -> Contact {
        let mut contact = Contact::default();
        let mut words = Vec::new();
        for part in text.unwrap_or_default().split([';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
            let is_one_word = !part.contains(char::is_whitespace);
            if is_one_word && contact.website.is_none() && web_address(part).is_some() {
                contact.website = Some(part.to_owned());
            } else if is_one_word && contact.email.is_none() && part.contains('@') {
                contact.email = Some(part.to_owned());
            } else {
                words.push(part);
            }
        }
        contact.office = Some(words.join(", ")).filter(|words| !words.is_empty());
        contact
    }
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
