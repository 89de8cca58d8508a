//! The pages of a city's focal point: one context and one render function each.

use crate::console::frame::Frame;
use crate::console::marks::Theme;
use crate::console::word::MyCityWord;
use crate::console::words::Language;
use crate::domain::pairing::Kind;

mod ask;
mod field_faults;
mod home;
mod profile;
mod proposals;
mod suggestions;
mod why;

pub use ask::{AskFilled, AskPage, AskedLine, render_ask};
pub use field_faults::{FieldFault, FieldFaults};
pub use home::{
    FigureUsed, HomePage, InvitationLine, InvitationStanding, OwnPartnership, PillarLine, ProfileStanding, RequestLine, Task, ThemeLine,
    render_home,
};
pub use profile::{
    Improves, ProfileFilled, ProfileHead, ProfilePage, ProfileRow, ProfileStep, ProfileStepPage, SavedSection, StepLine, render_profile,
    render_profile_step,
};
pub use proposals::{AnswerGiven, AnswerStep, DeclineFilled, ProposalPage, ProposalsPage, render_proposal, render_proposals};
pub use suggestions::{GivenWord, Improvement, LeftOut, SuggestedCity, SuggestionsPage, Sure, render_suggestions};
pub use why::{Change, EvidenceLine, Points, ThemeEvidence, Why, WhyPage, render_why};

/// The ways of the area, in the order to show.
const WAYS: &[(&str, MyCityWord)] = &[
    ("/my-city", MyCityWord::AreaHome),
    ("/my-city/suggestions", MyCityWord::AreaSuggestions),
    ("/my-city/ask", MyCityWord::AreaAsk),
    ("/my-city/proposals", MyCityWord::AreaProposals),
    ("/my-city/profile", MyCityWord::AreaProfile),
];

/// One of the ways of the area, as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaWay {
    href: String,
    name: String,
    is_here: bool,
}

/// The ways of the area on one of its pages.
fn ways(frame: &Frame) -> Vec<AreaWay> {
    let is_below = |path: &str| frame.path.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let is_here = |path: &str| if path == "/my-city" { frame.path == path } else { is_below(path) };
    WAYS.iter().map(|(path, name)| AreaWay { href: frame.href(path), name: frame.lang.say(name), is_here: is_here(path) }).collect()
}

/// A question about partners, as a page repeats it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The kind of pairing.
    pub kind: Kind,
    /// One theme; all where absent.
    pub theme: Option<Theme>,
}

impl Question {
    /// What is asked about, inside of a sentence.
    fn about(&self, lang: Language) -> String {
        self.theme.as_ref().map_or_else(|| lang.say(MyCityWord::SuggestAnyNeed), Theme::in_sentence)
    }

    /// The parts of an address that repeat the question.
    pub fn as_query(&self) -> Vec<(&str, &str)> {
        let theme = self.theme.as_ref().map(|theme| ("theme", theme.code.as_str()));
        std::iter::once(("kind", self.kind.as_str())).chain(theme).collect()
    }

    fn is_theme(&self, code: &str) -> bool {
        self.theme.as_ref().is_some_and(|theme| theme.code == code)
    }
}

/// The name of a kind of pairing inside of a sentence.
fn kind_name(kind: Kind, lang: Language) -> String {
    lang.name_of(MyCityWord::Kind, kind.as_str(), kind.as_str())
}

/// The kinds to choose from: the text of each, its name, and whether it is chosen.
fn kind_choices(chosen: Option<Kind>, lang: Language) -> Vec<(&'static str, String, bool)> {
    Kind::ALL.iter().map(|kind| (kind.as_str(), kind_name(*kind, lang), chosen == Some(*kind))).collect()
}

/// A number of things in words up to ten, to begin a sentence with.
fn number_word(count: usize, lang: Language) -> String {
    lang.count(MyCityWord::Number, count)
}

/// A text between quotation marks, cut to what a line can hold.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 90;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST { line } else { format!("{}…", line.chars().take(LONGEST).collect::<String>().trim_end()) }
}
