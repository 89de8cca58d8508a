//! Every round, newest first.

use askama::Template;
use chrono::NaiveDate;

use super::round::RunLine;
use crate::console::frame::Frame;
use crate::console::marks::Theme;
use crate::console::word::RoundWord;
use crate::console::words::{Language, Part, Word};
use crate::domain::pairing::Kind;
use crate::domain::round::RoundState;

/// A page of rounds.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundListPage {
    /// Its surroundings.
    pub frame: Frame,
    /// Only rounds in this state; all where none.
    pub state: Option<RoundState>,
    /// The rounds.
    pub rounds: Vec<RoundLine>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
    /// Whether this is a later page.
    pub is_later_page: bool,
    /// Whether the reader sets rounds up.
    pub may_act: bool,
}

/// One round.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundLine {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What is paired.
    pub kind: Kind,
    /// Under which theme; none for all.
    pub theme: Option<Theme>,
    /// Where it stands.
    pub state: RoundState,
    /// What was computed last.
    pub newest: Option<RunLine>,
    /// Who set it up, by name.
    pub made_by: Option<String>,
    /// When.
    pub made_on: NaiveDate,
}

/// *peer learning · solid waste and plastics*
pub(super) fn what(kind: Kind, theme: Option<&Theme>, lang: Language) -> String {
    let kind = lang.name_of(Word::KindName, kind.as_str(), kind.as_str());
    let theme = theme.map_or_else(|| lang.say(RoundWord::AllThemes), |theme| theme.name.clone());
    lang.fill(RoundWord::RoundWhat, &[("kind", Part::Text(&kind)), ("theme", Part::Text(&theme))])
}

/// *Ana Santos, 2 November 2026*
pub(super) fn by(name: Option<&str>, on: NaiveDate, lang: Language) -> String {
    let name = name.map_or_else(|| lang.say(RoundWord::ByCommandLine), str::to_owned);
    lang.fill(RoundWord::By, &[("name", Part::Text(&name)), ("date", Part::Text(&lang.date(on)))])
}

/// Where a round stands, in a word or two.
pub(super) fn state_name(state: RoundState, lang: Language) -> String {
    lang.name_of(RoundWord::StateName, state.as_str(), state.as_str())
}

/// Where a round stands, as a sentence.
pub(super) fn state_says(state: RoundState, lang: Language) -> String {
    lang.name_of(RoundWord::StateSays, state.as_str(), state.as_str())
}

#[derive(Template)]
#[template(path = "rounds/list.html")]
struct View<'a> {
    p: &'a RoundListPage,
    f: &'a Frame,
    w: Language,
}

/// A way to rounds of one state.
struct StateWay {
    label: String,
    href: String,
    is_current: bool,
}

impl View<'_> {
    fn lead(&self) -> String {
        match self.p.rounds.first() {
            Some(newest) if self.p.state.is_none() && !self.p.is_later_page => {
                let says = state_says(newest.state, self.w);
                self.w.fill(RoundWord::ListNewest, &[("name", Part::Text(&newest.name)), ("says", Part::Text(&says))])
            }
            Some(_) => self.w.say(RoundWord::ListLead),
            None if self.p.state.is_some() => self.w.say(RoundWord::ListNoneHere),
            None => self.w.say(RoundWord::ListNone),
        }
    }

    fn states(&self) -> Vec<StateWay> {
        let way = |state: Option<RoundState>| StateWay {
            label: state.map_or_else(|| self.w.say(RoundWord::ListAll), |state| state_name(state, self.w)),
            href: self.f.href_with("/desk/rounds", state.map(|state| ("state", state.as_str())).as_slice()),
            is_current: state == self.p.state,
        };
        std::iter::once(None).chain(RoundState::ALL.iter().copied().map(Some)).map(way).collect()
    }

    fn next(&self) -> Option<String> {
        let state = self.p.state.map(|state| ("state", state.as_str()));
        let query: Vec<(&str, &str)> = state.into_iter().chain(self.p.next_cursor.as_deref().map(|cursor| ("cursor", cursor))).collect();
        self.p.next_cursor.as_ref().map(|_| self.f.href_with("/desk/rounds", &query))
    }

    fn first(&self) -> String {
        self.f.href_with("/desk/rounds", self.p.state.map(|state| ("state", state.as_str())).as_slice())
    }

    fn what(&self, line: &RoundLine) -> String {
        what(line.kind, line.theme.as_ref(), self.w)
    }

    fn state(&self, line: &RoundLine) -> String {
        state_name(line.state, self.w)
    }

    fn result(&self, line: &RoundLine) -> String {
        line.newest.as_ref().map_or_else(|| self.w.say(RoundWord::ListNotComputed), |run| run.result(self.w))
    }

    fn made(&self, line: &RoundLine) -> String {
        by(line.made_by.as_deref(), line.made_on, self.w)
    }
}

/// The list as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_round_list(page: &RoundListPage) -> askama::Result<String> {
    View { p: page, f: &page.frame, w: page.frame.lang }.render()
}
