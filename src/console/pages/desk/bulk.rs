//! One decision on several proposals: the preview, and what became of each.

use askama::Template;

use crate::console::frame::Frame;
use crate::console::word::{ReviewWord, SignedInWord};
use crate::console::words::{Language, Part, Word};

use super::line::state;
use crate::actions::review::bulk::Outcome;

/// A preview, or what was done.
#[derive(Debug, Clone, PartialEq)]
pub struct BulkPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The code of the deed.
    pub deed: String,
    /// What would become, or became, of each.
    pub outcomes: Vec<Outcome>,
    /// What is sent when the preview is agreed to; none when it is done.
    pub form: Option<BulkForm>,
    /// What stands against what was sent.
    pub faults: Vec<String>,
}

/// What the preview sends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BulkForm {
    /// The picked proposals as their form names them.
    pub picked: Vec<String>,
    /// A name, so that it is done once.
    pub once: String,
    /// Whether it has to be said why.
    pub needs_reason: bool,
    /// Codes of reasons to choose from.
    pub reasons: &'static [&'static str],
    /// What was filled in.
    pub reason_code: String,
    /// What was filled in.
    pub reason: String,
}

#[derive(Template)]
#[template(path = "desk/bulk.html")]
struct BulkView<'a> {
    p: &'a BulkPage,
    f: &'a Frame,
    w: Language,
}

impl BulkView<'_> {
    fn going(&self) -> usize {
        self.p.outcomes.iter().filter(|outcome| outcome.to.is_some()).count()
    }

    fn deed(&self) -> String {
        self.w.name_of(ReviewWord::Deed, &self.p.deed, &self.p.deed)
    }

    /// The answer in words: *Recommend: 4 go, 1 stays as it is.*
    fn said(&self) -> String {
        let (going, all) = (self.w.quantity(self.going()), self.w.quantity(self.p.outcomes.len()));
        let word = if self.p.form.is_some() { ReviewWord::BulkPreview } else { ReviewWord::BulkDone };
        self.w.fill(word, &[("deed", Part::Text(&self.deed())), ("going", Part::Text(&going)), ("all", Part::Text(&all))])
    }

    fn pair(&self, outcome: &Outcome) -> String {
        match &outcome.cities {
            Some((first, second)) => self.w.fill(ReviewWord::Pair, &[("first", Part::Text(first)), ("second", Part::Text(second))]),
            None => outcome.id.to_string(),
        }
    }

    fn becomes(&self, outcome: &Outcome) -> String {
        match (outcome.to, outcome.why_not) {
            (Some(to), _) => state(to, &self.w),
            (None, Some(why)) => self.w.name_of(ReviewWord::BulkWhyNot, why.as_str(), why.as_str()),
            (None, None) => self.w.say(Word::NotKnown),
        }
    }

    fn href(&self, outcome: &Outcome) -> String {
        self.f.href(&format!("/desk/proposals/{}", outcome.id))
    }

    fn reason(&self, code: &str) -> String {
        self.w.name_of(ReviewWord::Reason, code, code)
    }
}

/// The preview or the result as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_bulk(page: &BulkPage) -> askama::Result<String> {
    BulkView { p: page, f: &page.frame, w: page.frame.lang }.render()
}
