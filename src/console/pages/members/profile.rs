//! A profile that was handed in, beside the one that was last verified.

use askama::Template;
use chrono::NaiveDate;

use crate::console::frame::Frame;
use crate::console::marks::Theme;
use crate::console::word::{MembersWord, SignedInWord};
use crate::console::words::{Language, Part, Word};
use crate::domain::code::ThemeCode;
use crate::domain::profile::{Capacity, Exchange, Priority, RevisionState};
use crate::domain::profile_difference::{Difference, Statement};

/// A revision in the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionLine {
    /// Its number.
    pub number: i32,
    /// Where it stands.
    pub state: RevisionState,
    /// Whether it came from published sources.
    pub is_imported: bool,
    /// When it was handed in, or else begun.
    pub at: NaiveDate,
    /// Why it was sent back.
    pub reason: Option<String>,
}

/// What a decision needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decidable {
    /// The version of the profile that the decision is about.
    pub version: i64,
    /// The reason as it was typed.
    pub reason: String,
}

/// What the page of a profile shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfilePage {
    /// Its surroundings.
    pub frame: Frame,
    /// The city's address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The newest revision; none where there is no profile.
    pub newest: Option<RevisionLine>,
    /// Number and day of the revision that it is compared with.
    pub against: Option<(i32, NaiveDate)>,
    /// Where the two differ, with the name of the theme.
    pub differences: Vec<(Difference, Option<Theme>)>,
    /// How many capacities are claimed at level 4 or 5 without evidence.
    pub bare_claims: usize,
    /// Where the reader may decide now.
    pub decidable: Option<Decidable>,
    /// What is wrong with the decision.
    pub faults: Vec<String>,
    /// The revisions, the newest first.
    pub history: Vec<RevisionLine>,
}

#[derive(Template)]
#[template(path = "members/profile.html")]
struct View<'a> {
    p: &'a ProfilePage,
    f: &'a Frame,
    w: Language,
}

impl View<'_> {
    fn title(&self) -> String {
        self.w.fill(MembersWord::ProfileTitle, &[("name", Part::Text(&self.p.name))])
    }

    fn lead(&self) -> String {
        let Some(newest) = &self.p.newest else { return self.w.say(MembersWord::ProfileLeadNothing) };
        if newest.state == RevisionState::Submitted && !newest.is_imported {
            let (count, date) = (self.p.differences.len(), self.w.date(newest.at));
            let shown = self.w.quantity(count);
            let parts = [("date", Part::Text(&date)), ("count", Part::Number(count)), ("shown", Part::Text(&shown))];
            return self.w.fill(MembersWord::ProfileLeadWaiting, &parts);
        }
        let (number, state) = (newest.number.to_string(), self.state(newest));
        self.w.fill(MembersWord::ProfileLeadState, &[("number", Part::Text(&number)), ("state", Part::Text(&state))])
    }

    fn against(&self) -> String {
        match self.p.against {
            None => self.w.say(MembersWord::ProfileAgainstNothing),
            Some((number, date)) => {
                let (number, date) = (number.to_string(), self.w.date(date));
                self.w.fill(MembersWord::ProfileAgainst, &[("number", Part::Text(&number)), ("date", Part::Text(&date))])
            }
        }
    }

    fn state(&self, of: &RevisionLine) -> String {
        if of.is_imported {
            return self.w.say(MembersWord::RevisionImported);
        }
        self.w.name_of(MembersWord::RevisionState, of.state.as_str(), of.state.as_str())
    }

    fn part(&self, of: &Difference) -> String {
        self.w.name_of(MembersWord::ProfilePart, of.part.as_str(), of.part.as_str())
    }

    /// What one side says, as the parts of a line.
    fn said(&self, statement: &Option<Statement>) -> Vec<String> {
        let w = self.w;
        match statement {
            None => vec![w.say(MembersWord::ProfileAbsent)],
            Some(Statement::Priority(priority)) => self.priority(priority),
            Some(Statement::Capacity(capacity)) => self.capacity(capacity),
            Some(Statement::SelfAssessment(assessment)) => {
                [Some(self.level(assessment.level)), assessment.year.map(|year| year.to_string())].into_iter().flatten().collect()
            }
            Some(Statement::Exchange(exchange)) => self.exchange(exchange),
            Some(Statement::Quota(quota)) => vec![w.whole(i64::from(*quota))],
            Some(Statement::Is(true)) => vec![w.say(MembersWord::ProfileYes)],
            Some(Statement::Is(false)) => vec![w.say(MembersWord::ProfileNo)],
        }
    }

    fn level(&self, level: u32) -> String {
        self.w.fill(MembersWord::ProfileLevel, &[("level", Part::Text(&level.to_string()))])
    }

    fn priority(&self, said: &Priority) -> Vec<String> {
        let rank = said.rank.map(|rank| self.w.fill(MembersWord::ProfileRank, &[("rank", Part::Text(&rank.to_string()))]));
        let memory = said.from_memory.then(|| self.w.say(Word::Unverified));
        [rank, said.what.clone(), said.year.map(|year| year.to_string()), said.source.clone(), memory].into_iter().flatten().collect()
    }

    fn capacity(&self, said: &Capacity) -> Vec<String> {
        [Some(self.level(said.level)), said.evidence.clone(), said.link.clone()].into_iter().flatten().collect()
    }

    fn exchange(&self, said: &Exchange) -> Vec<String> {
        let modes = said.modes.iter().map(|mode| self.w.name_of(MembersWord::ProfileMode, mode.as_str(), mode.as_str()));
        let slots = said.slots.map(|slots| self.w.count(MembersWord::ProfileSlots, usize::try_from(slots).unwrap_or_default()));
        let languages = said.languages.iter().map(|code| self.w.name_of(Word::LanguageName, code.as_str(), code.as_str()));
        said.what.clone().into_iter().chain(modes).chain(slots).chain(languages).collect()
    }

    #[expect(clippy::unused_self, reason = "a template calls it on itself")]
    fn theme_code(&self, of: &Difference) -> String {
        of.theme.as_ref().map(ThemeCode::to_string).unwrap_or_default()
    }

    fn deed(&self, what: &str) -> String {
        self.f.href(&format!("/desk/cities/{}/{what}", self.p.slug))
    }

    fn public_page(&self) -> String {
        self.f.href(&format!("/cities/{}", self.p.slug))
    }

    fn revision(&self, number: &i32) -> String {
        self.w.fill(MembersWord::ProfileRevision, &[("number", Part::Text(&number.to_string()))])
    }

    fn returned(&self, at: &NaiveDate) -> String {
        self.w.fill(MembersWord::ProfileReturned, &[("date", Part::Text(&self.w.date(*at)))])
    }
}

/// A profile as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_profile(page: &ProfilePage) -> askama::Result<String> {
    View { p: page, f: &page.frame, w: page.frame.lang }.render()
}
