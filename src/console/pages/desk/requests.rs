//! Requests of cities, and the answer to one.

use askama::Template;
use chrono::{DateTime, Utc};

use super::line::days;
use crate::console::frame::Frame;
use crate::console::marks::Theme;
use crate::console::pages::CityLink;
use crate::console::word::{ReviewWord, SignedInWord};
use crate::console::words::{Language, Part, Word};
use crate::domain::id::RequestId;
use crate::domain::pairing::Kind;
use crate::domain::proposal::DAYS_AIMED_AT;
use crate::domain::request::RequestState;

/// A request as one line.
#[derive(Debug, Clone, PartialEq)]
pub struct RequestLine {
    /// Its id.
    pub id: RequestId,
    /// The version that is shown.
    pub version: i64,
    /// The city that asks.
    pub city: CityLink,
    /// The kind, where it says.
    pub kind: Option<Kind>,
    /// The themes, where it says.
    pub themes: Vec<Theme>,
    /// What it wants to solve or build.
    pub wants: String,
    /// What it can give.
    pub gives: String,
    /// Where it stands.
    pub state: RequestState,
    /// For how many days it has waited, or waited.
    pub days: i64,
    /// When it was asked.
    pub at: DateTime<Utc>,
    /// The answer in words.
    pub answer: Option<String>,
}

impl RequestLine {
    fn path(&self) -> String {
        format!("/desk/requests/{}", self.id)
    }

    fn state(&self, w: &Language) -> String {
        w.name_of(ReviewWord::RequestState, self.state.as_str(), self.state.as_str())
    }

    fn days(&self, w: &Language) -> String {
        days(self.days, w)
    }

    fn is_waiting(&self) -> bool {
        matches!(self.state, RequestState::Open | RequestState::InReview)
    }

    fn is_overdue(&self) -> bool {
        self.is_waiting() && self.days >= DAYS_AIMED_AT
    }
}

/// Requests of cities.
#[derive(Debug, Clone, PartialEq)]
pub struct RequestsPage {
    /// Its surroundings.
    pub frame: Frame,
    /// Which state is shown: empty for those that wait.
    pub state: String,
    /// The requests, the one that has waited longest first.
    pub lines: Vec<RequestLine>,
    /// The address of the next page; none on the last.
    pub next: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/requests.html")]
struct RequestsView<'a> {
    p: &'a RequestsPage,
    f: &'a Frame,
    w: Language,
}

impl RequestsView<'_> {
    fn lead(&self) -> String {
        let waiting = self.p.lines.iter().filter(|line| line.is_waiting()).count();
        match self.p.lines.iter().filter(|line| line.is_waiting()).map(|line| line.days).max() {
            Some(oldest) if self.p.state.is_empty() => {
                let oldest = self.w.fill(ReviewWord::QueueOldest, &[("days", Part::Text(&days(oldest, &self.w)))]);
                let aim = self.w.fill(ReviewWord::QueueAim, &[("days", Part::Text(&days(DAYS_AIMED_AT, &self.w)))]);
                format!("{} · {oldest} · {aim}", self.w.count(ReviewWord::OverviewRequestsCount, waiting))
            }
            _ => self.w.count(ReviewWord::RequestFound, self.p.lines.len()),
        }
    }

    /// The views: those that wait, then each state that is over.
    fn views(&self) -> Vec<(String, String, bool)> {
        let view = |state: &str, name: String| {
            let query: &[(&str, &str)] = if state.is_empty() { &[] } else { &[("state", state)] };
            (self.f.href_with("/desk/requests", query), name, self.p.state == state)
        };
        let named = |state: RequestState| view(state.as_str(), self.w.name_of(ReviewWord::RequestState, state.as_str(), state.as_str()));
        vec![view("", self.w.say(ReviewWord::RequestWaiting)), named(RequestState::Answered), named(RequestState::Withdrawn)]
    }

    fn href(&self, line: &RequestLine) -> String {
        self.f.href(&line.path())
    }
}

/// Requests as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_requests(page: &RequestsPage) -> askama::Result<String> {
    RequestsView { p: page, f: &page.frame, w: page.frame.lang }.render()
}

/// One request with its answer form.
#[derive(Debug, Clone, PartialEq)]
pub struct RequestPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The request.
    pub line: RequestLine,
    /// Whether the reader may answer.
    pub may_answer: bool,
    /// What was filled in.
    pub filled: String,
    /// What stands against what was sent.
    pub faults: Vec<String>,
}

#[derive(Template)]
#[template(path = "desk/request.html")]
struct RequestView<'a> {
    p: &'a RequestPage,
    f: &'a Frame,
    w: Language,
}

impl RequestView<'_> {
    fn title(&self) -> String {
        self.w.fill(ReviewWord::RequestTitle, &[("city", Part::Text(&self.p.line.city.name))])
    }

    fn date(&self) -> String {
        self.w.date(self.p.line.at.date_naive())
    }

    fn kind(&self) -> Option<String> {
        self.p.line.kind.map(|kind| self.w.fill(Word::KindName, &[("code", Part::Text(kind.as_str()))]))
    }

    fn answer_path(&self) -> String {
        self.f.href(&format!("{}/answer", self.p.line.path()))
    }

    fn city_href(&self) -> String {
        self.f.href(&format!("/cities/{}", self.p.line.city.slug))
    }

    fn explain_href(&self) -> String {
        let theme = self.p.line.themes.first().map(|theme| ("theme", theme.code.as_str()));
        let kind = self.p.line.kind.map(|kind| ("kind", kind.as_str()));
        let query: Vec<(&str, &str)> = [("a", self.p.line.city.slug.as_str())].into_iter().chain(kind).chain(theme).collect();
        self.f.href_with("/desk/explain", &query)
    }
}

/// One request as HTML.
///
/// # Errors
/// As [`render_requests`].
pub fn render_request(page: &RequestPage) -> askama::Result<String> {
    RequestView { p: page, f: &page.frame, w: page.frame.lang }.render()
}
