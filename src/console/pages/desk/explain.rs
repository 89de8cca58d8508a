//! Any two cities: why, or why not; and the way to a proposal.

use askama::Template;

use super::explained::Explained;
use crate::console::frame::Frame;
use crate::console::pages::{Choice, ThemeChoices};
use crate::console::word::{ReviewWord, SignedInWord};
use crate::console::words::{Language, Part, Word};
use crate::domain::pairing::Kind;

/// Any two cities.
#[derive(Debug, Clone, PartialEq)]
pub struct ExplainPage {
    /// Its surroundings.
    pub frame: Frame,
    /// What is asked: the two cities by slug, the kind and the theme by code; empty where nothing is chosen.
    pub asked: ExplainQuery,
    /// Cities to choose from.
    pub cities: Vec<Choice>,
    /// Themes to choose from.
    pub themes: Vec<ThemeChoices>,
    /// The answer; none before two cities are chosen.
    pub explained: Option<Explained>,
    /// The newest proposal of this pairing: its address and its state in code.
    pub proposal: Option<(String, crate::domain::proposal::ProposalState)>,
    /// Whether the reader may propose.
    pub may_propose: bool,
    /// A name for the proposal, so that it is made once.
    pub once: String,
    /// What was filled in as the reason to propose against a rule.
    pub override_reason: String,
    /// What stands against what was asked or sent.
    pub faults: Vec<String>,
}

/// What is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExplainQuery {
    /// The city that asks: the learner of a peer learning.
    pub a: String,
    /// The other one.
    pub b: String,
    /// The kind.
    pub kind: String,
    /// The theme; empty for all.
    pub theme: String,
}

#[derive(Template)]
#[template(path = "desk/explain.html")]
struct ExplainView<'a> {
    p: &'a ExplainPage,
    f: &'a Frame,
    w: Language,
}

impl ExplainView<'_> {
    fn kinds(&self) -> Vec<Choice> {
        let label = |kind: &Kind| self.w.fill(Word::KindName, &[("code", Part::Text(kind.as_str()))]);
        Kind::ALL.iter().map(|kind| Choice { value: kind.to_string(), label: label(kind) }).collect()
    }

    fn lead(&self, e: &Explained) -> String {
        let parts = [("city", Part::Text(e.city.as_str())), ("other", Part::Text(e.other.as_str()))];
        let is_possible = e.rules.is_empty() && e.score.is_some();
        self.w.fill(if is_possible { ReviewWord::ExplainPossible } else { ReviewWord::ExplainNot }, &parts)
    }

    #[expect(clippy::unused_self, reason = "a template calls it on itself")]
    fn bar_box(&self) -> String {
        format!("0 0 {} 8", super::explained::BAR_WIDTH)
    }

    fn standing(&self, state: &crate::domain::proposal::ProposalState) -> String {
        let state = super::line::state(*state, &self.w);
        self.w.fill(ReviewWord::ExplainThere, &[("state", Part::Text(&state))])
    }
}

/// Any two cities as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_explain(page: &ExplainPage) -> askama::Result<String> {
    ExplainView { p: page, f: &page.frame, w: page.frame.lang }.render()
}
