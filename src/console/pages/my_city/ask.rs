//! Asking the secretariat for partners, and what was asked before.

use askama::Template;
use chrono::NaiveDate;

use super::{AreaWay, FieldFaults, kind_choices, kind_name, ways};
use crate::console::frame::Frame;
use crate::console::marks::Theme;
use crate::console::pages::ThemeChoices;
use crate::console::word::{MyCityWord, SignedInWord};
use crate::console::words::{Language, Part, Word};
use crate::domain::pairing::Kind;
use crate::domain::request::RequestState;

/// What the page of requests shows.
#[derive(Debug, Clone, PartialEq)]
pub struct AskPage {
    /// Its surroundings.
    pub frame: Frame,
    /// Themes to choose from.
    pub themes: Vec<ThemeChoices>,
    /// What stands in the form.
    pub filled: AskFilled,
    /// What makes the form one that counts once.
    pub once: String,
    /// What was asked before, the newest first.
    pub requests: Vec<AskedLine>,
    /// What is wrong with the form.
    pub faults: FieldFaults,
    /// Something to say above the page.
    pub notice: Option<String>,
}

/// What stands in the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AskFilled {
    /// What the city wants to solve or build.
    pub wants: String,
    /// What it can give.
    pub gives: String,
    /// The kind, as the form has it; empty where it is not said.
    pub kind: String,
    /// The theme, as the form has it; empty where it is not said.
    pub theme: String,
    /// The city that is asked for.
    pub named: Option<String>,
    /// Whether the service wrote it and not the reader.
    pub is_drafted: bool,
}

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedLine {
    /// Its id.
    pub id: String,
    /// The version that is shown.
    pub version: i64,
    /// What the city wants.
    pub wants: String,
    /// What it gives.
    pub gives: String,
    /// The kind, where it was said.
    pub kind: Option<Kind>,
    /// The themes that were said.
    pub themes: Vec<Theme>,
    /// Where it stands.
    pub state: RequestState,
    /// When it was asked.
    pub on: NaiveDate,
    /// Whole days since then.
    pub waited: usize,
    /// What the secretariat said.
    pub answer: Option<String>,
    /// When it was answered.
    pub answered: Option<NaiveDate>,
}

impl AskedLine {
    fn is_open(&self) -> bool {
        matches!(self.state, RequestState::Open | RequestState::InReview)
    }
}

#[derive(Template)]
#[template(path = "my_city/ask.html")]
struct View<'a> {
    p: &'a AskPage,
    f: &'a Frame,
    w: Language,
}

impl View<'_> {
    fn ways(&self) -> Vec<AreaWay> {
        ways(self.f)
    }

    fn kinds(&self) -> Vec<(&'static str, String, bool)> {
        kind_choices(self.p.filled.kind.parse().ok(), self.w)
    }

    fn named(&self, city: &str) -> String {
        self.w.fill(MyCityWord::AskNamed, &[("city", Part::Text(city))])
    }

    /// Where a request stands, and for how long it has waited.
    fn standing(&self, line: &AskedLine) -> String {
        let state = self.w.name_of(MyCityWord::RequestState, line.state.as_str(), line.state.as_str());
        let on = self.w.fill(MyCityWord::AskOn, &[("date", Part::Text(&self.w.date(line.on)))]);
        let days = self.w.count(MyCityWord::Days, line.waited);
        let waits = line.is_open().then(|| self.w.fill(MyCityWord::AskWaits, &[("days", Part::Text(&days))]));
        [state, on].into_iter().chain(waits).collect::<Vec<_>>().join(" · ")
    }

    /// Kind and themes of a request.
    fn about(&self, line: &AskedLine) -> String {
        let kind = line.kind.map(|kind| kind_name(kind, self.w));
        kind.into_iter().chain(line.themes.iter().map(Theme::in_sentence)).collect::<Vec<_>>().join(", ")
    }

    fn answered(&self, date: &NaiveDate) -> String {
        self.w.fill(MyCityWord::AskAnswer, &[("date", Part::Text(&self.w.date(*date)))])
    }
}

/// The page of requests as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_ask(page: &AskPage) -> askama::Result<String> {
    View { p: page, f: &page.frame, w: page.frame.lang }.render()
}
