//! Which profiles wait for the secretariat, and how complete and fresh those of all members are.

use askama::Template;
use chrono::NaiveDate;

use crate::console::frame::Frame;
use crate::console::marks::Country;
use crate::console::pages::Choice;
use crate::console::word::MembersWord;
use crate::console::words::{Language, Part, Word};
use crate::domain::profile::RevisionState;
use crate::domain::profile_difference::PARTS;

/// A profile that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingLine {
    /// The city's address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its country.
    pub country: Country,
    /// Since when.
    pub since: Option<NaiveDate>,
}

/// A member and its profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberLine {
    /// The city's address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its country.
    pub country: Country,
    /// The state of its newest revision; none where it has no profile.
    pub state: Option<RevisionState>,
    /// Whether that came from published sources.
    pub is_imported: bool,
    /// How many parts of the questionnaire say something.
    pub answered: usize,
    /// When it was last handed in.
    pub handed_in: Option<NaiveDate>,
    /// Whether that is long ago.
    pub is_stale: bool,
}

/// What the page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct MembersPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The profiles that wait, the longest waiting first.
    pub waiting: Vec<WaitingLine>,
    /// The countries to choose from.
    pub countries: Vec<Choice>,
    /// The country that the list is narrowed to.
    pub country: Option<String>,
    /// The name that the list is narrowed to.
    pub q: Option<String>,
    /// The members, by country and name.
    pub members: Vec<MemberLine>,
    /// The address of the next page of the list.
    pub next: Option<String>,
}

#[derive(Template)]
#[template(path = "members/list.html")]
struct View<'a> {
    p: &'a MembersPage,
    f: &'a Frame,
    w: Language,
}

impl View<'_> {
    /// Where the whole list is as a file of this kind.
    fn file(&self, format: &'static str) -> String {
        let narrowed = [("q", self.p.q.as_deref()), ("country", self.p.country.as_deref()), ("format", Some(format))];
        let query: Vec<(&str, &str)> = narrowed.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
        self.f.href_with("/desk/cities/export", &query)
    }

    fn lead(&self) -> String {
        match self.p.waiting.len() {
            0 => self.w.say(MembersWord::MembersLeadNone),
            waiting => self.w.count(MembersWord::MembersLead, waiting),
        }
    }

    fn profile(&self, slug: &str) -> String {
        self.f.href(&format!("/desk/cities/{slug}"))
    }

    fn state(&self, member: &MemberLine) -> String {
        match member.state {
            None => self.w.say(MembersWord::MembersNever),
            Some(_) if member.is_imported => self.w.say(MembersWord::RevisionImported),
            Some(state) => self.w.name_of(MembersWord::RevisionState, state.as_str(), state.as_str()),
        }
    }

    fn answered(&self, member: &MemberLine) -> String {
        let (answered, all) = (member.answered.to_string(), PARTS.to_string());
        self.w.fill(MembersWord::MembersAnsweredOf, &[("answered", Part::Text(&answered)), ("all", Part::Text(&all))])
    }
}

/// The members as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_members(page: &MembersPage) -> askama::Result<String> {
    View { p: page, f: &page.frame, w: page.frame.lang }.render()
}
