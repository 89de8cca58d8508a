//! Pages that ask back before something is done to a round.

use askama::Template;

use super::book::Book;
use crate::console::frame::Frame;
use crate::console::word::{RoundWord, SignedInWord};
use crate::console::words::{Language, Part, Word};
use crate::domain::pairing::Kind;

/// Why a pairing stays behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// The same pairing is under way.
    Twin,
    /// A city is no active member any more.
    City,
}

/// What is about to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// The newest run becomes proposals.
    Release {
        /// So many.
        proposals: usize,
        /// Pairings that stay behind, by slugs.
        behind: Vec<([String; 2], Behind)>,
        /// Whether the run is proved to be the best.
        is_proved: bool,
    },
    /// The proposals are withdrawn.
    Recall {
        /// So many.
        proposals: usize,
        /// What was written before.
        reason: String,
    },
    /// The round is put away.
    Close,
}

/// The page of a question.
#[derive(Debug, Clone, PartialEq)]
pub struct AskPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The round.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it pairs.
    pub kind: Kind,
    /// Its version.
    pub version: i64,
    /// Makes the deed happen once.
    pub once: String,
    /// What is asked.
    pub question: Question,
    /// What stands against the answer.
    pub faults: Vec<String>,
    /// The cities by name.
    pub book: Book,
}

#[derive(Template)]
#[template(path = "rounds/ask.html")]
struct View<'a> {
    p: &'a AskPage,
    f: &'a Frame,
    w: Language,
}

impl View<'_> {
    fn title(&self) -> String {
        let word = match self.p.question {
            Question::Release { .. } => RoundWord::ReleaseTitle,
            Question::Recall { .. } => RoundWord::RecallTitle,
            Question::Close => RoundWord::CloseTitle,
        };
        self.w.fill(word, &[("name", Part::Text(&self.p.name))])
    }

    fn deed(&self) -> String {
        let deed = match self.p.question {
            Question::Release { .. } => "release",
            Question::Recall { .. } => "recall",
            Question::Close => "close",
        };
        format!("/desk/rounds/{}/{deed}", self.p.id)
    }

    fn proposals(&self, word: RoundWord, number: usize) -> String {
        let proposals = self.w.count(RoundWord::CountProposals, number);
        self.w.fill(word, &[("proposals", Part::Text(&proposals))])
    }

    fn lead(&self) -> String {
        match self.p.question {
            Question::Release { proposals: 0, .. } => self.w.say(RoundWord::ReleaseNothing),
            Question::Release { proposals, .. } => self.proposals(RoundWord::ReleaseLead, proposals),
            Question::Recall { proposals, .. } => self.proposals(RoundWord::RecallLead, proposals),
            Question::Close => self.w.say(RoundWord::CloseLead),
        }
    }

    fn button(&self) -> Option<String> {
        match self.p.question {
            Question::Release { proposals: 0, .. } => None,
            Question::Release { proposals, .. } => Some(self.proposals(RoundWord::ReleaseButton, proposals)),
            Question::Recall { .. } => Some(self.w.say(RoundWord::RecallButton)),
            Question::Close => Some(self.w.say(RoundWord::CloseButton)),
        }
    }

    fn behind(&self) -> Vec<String> {
        let Question::Release { behind, .. } = &self.p.question else { return Vec::new() };
        let one = |([a, b], why): &([String; 2], Behind)| {
            let pair = self.p.book.pair(self.p.kind, (a, b), self.w);
            let word = match why {
                Behind::Twin => RoundWord::SkippedTwin,
                Behind::City => RoundWord::SkippedCity,
            };
            self.w.fill(word, &[("pair", Part::Text(&pair))])
        };
        behind.iter().map(one).collect()
    }

    fn is_unproved(&self) -> bool {
        matches!(self.p.question, Question::Release { is_proved: false, .. })
    }

    fn reason(&self) -> Option<&str> {
        match &self.p.question {
            Question::Recall { reason, .. } => Some(reason),
            Question::Release { .. } | Question::Close => None,
        }
    }
}

/// The question as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_ask(page: &AskPage) -> askama::Result<String> {
    View { p: page, f: &page.frame, w: page.frame.lang }.render()
}
