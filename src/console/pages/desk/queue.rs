//! The review queue: what waits, narrowed and sorted by what the address says.

use askama::Template;

use super::line::{JustLine, ProposalLine, days, state};
use crate::actions::review::views::NAME_MAX_CHARS;
use crate::console::frame::Frame;
use crate::console::pages::{Choice, ThemeChoices};
use crate::console::word::{ReviewWord, SignedInWord};
use crate::console::words::{Language, Part, Word};
use crate::domain::pairing::Kind;
use crate::domain::proposal::{DAYS_AIMED_AT, ProposalState};
use crate::store::review_queue::QueueOrder;

/// What the address asks of the queue: its raw values, none for those left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueueQuery {
    /// The fields, each with its value.
    pub fields: Vec<(&'static str, String)>,
}

impl QueueQuery {
    /// The names of the fields, in the order of the form.
    pub const NAMES: [&'static str; 9] = ["state", "kind", "theme", "country", "round", "whose", "least", "overdue", "sort"];

    /// The value of a field; the empty text for none.
    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value.as_str())
    }

    /// The fields as an address takes them.
    pub fn as_query(&self) -> Vec<(&'static str, &str)> {
        self.fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }
}

/// What stands in the first line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueueWaiting {
    /// How many wait.
    pub count: usize,
    /// For how many days the oldest has.
    pub oldest_days: Option<i64>,
    /// Whether they wait for the reader, who then decides; else the reader looks on.
    pub is_for_reader: bool,
}

impl QueueWaiting {
    /// *12 wait for you · oldest 9 days · aim under 28 days*
    pub(super) fn said(self, w: &Language) -> String {
        if self.count == 0 {
            return w.say(ReviewWord::QueueNone);
        }
        let count = w.count(if self.is_for_reader { ReviewWord::QueueWaits } else { ReviewWord::QueueUnderReview }, self.count);
        let oldest = self.oldest_days.map(|oldest| w.fill(ReviewWord::QueueOldest, &[("days", Part::Text(&days(oldest, w)))]));
        let aim = w.fill(ReviewWord::QueueAim, &[("days", Part::Text(&days(DAYS_AIMED_AT, w)))]);
        [Some(count), oldest, Some(aim)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

/// One page of the queue.
#[derive(Debug, Clone, PartialEq)]
pub struct QueuePage {
    /// Its surroundings.
    pub frame: Frame,
    /// What waits.
    pub waiting: QueueWaiting,
    /// What is asked of it.
    pub query: QueueQuery,
    /// Themes to choose from, by pillar.
    pub themes: Vec<ThemeChoices>,
    /// Countries to choose from.
    pub countries: Vec<Choice>,
    /// Rounds to choose from.
    pub rounds: Vec<Choice>,
    /// The proposals of this page.
    pub lines: Vec<ProposalLine>,
    /// How many there are on all pages.
    pub total: usize,
    /// The address of the next page; none on the last.
    pub next: Option<String>,
    /// Whether this is a later page.
    pub is_later_page: bool,
    /// What can be done with several at once, as codes.
    pub bulk: Vec<&'static str>,
    /// What the reader has just done.
    pub just: Option<JustLine>,
    /// The views that the reader has made.
    pub own: Vec<OwnView>,
    /// A name that was sent and could not be taken.
    pub naming: Naming,
}

/// A view that the reader has made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnView {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it asks for.
    pub query: QueueQuery,
}

/// A name for a view that was sent and could not be taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Naming {
    /// The name.
    pub name: String,
    /// What stands against it.
    pub faults: Vec<String>,
}

/// A saved view: a name and what it asks for.
struct View {
    name: String,
    href: String,
    is_current: bool,
}

type Query = &'static [(&'static str, &'static str)];

/// The views that everybody has, by the code of their name. Those of the reader's own deeds are not for who only looks on.
const VIEWS: [(&str, Query); 9] = [
    ("waiting", &[]),
    ("claimed", &[("state", "review"), ("whose", "claimed")]),
    ("made", &[("state", "all"), ("whose", "made")]),
    ("overdue", &[("state", "review"), ("overdue", "1")]),
    ("all_review", &[("state", "review")]),
    ("deferred", &[("state", "deferred")]),
    ("invited", &[("state", "invited")]),
    ("accepted", &[("state", "accepted")]),
    ("published", &[("state", "published"), ("sort", "newest")]),
];
/// Of these, the ones that are about the reader's own deeds.
const OWN_VIEWS: [&str; 3] = ["waiting", "claimed", "made"];

#[derive(Template)]
#[template(path = "desk/queue.html")]
struct QueueView<'a> {
    p: &'a QueuePage,
    f: &'a Frame,
    w: Language,
}

impl QueueView<'_> {
    fn views(&self) -> Vec<View> {
        let asked = self.p.query.as_query();
        let shown = VIEWS.iter().filter(|(code, _)| self.p.waiting.is_for_reader || !OWN_VIEWS.contains(code));
        let view = |(code, query): &(&str, Query)| View {
            name: self.w.name_of(ReviewWord::QueueView, code, code),
            href: self.f.href_with("/desk/proposals", query),
            is_current: asked == *query,
        };
        shown.map(view).collect()
    }

    /// The views that the reader has made, as those that everybody has.
    fn own(&self) -> Vec<View> {
        let asked = self.p.query.as_query();
        let view = |own: &OwnView| View {
            name: own.name.clone(),
            href: self.f.href_with("/desk/proposals", &own.query.as_query()),
            is_current: asked == own.query.as_query(),
        };
        self.p.own.iter().map(view).collect()
    }

    /// Where the whole list is as a file of this kind.
    fn file(&self, format: &'static str) -> String {
        let query: Vec<(&str, &str)> = self.p.query.as_query().into_iter().chain([("format", format)]).collect();
        self.f.href_with("/desk/proposals/export", &query)
    }

    #[expect(clippy::unused_self, reason = "a template calls it on itself")]
    fn name_length(&self) -> usize {
        NAME_MAX_CHARS
    }

    fn label(&self, word: ReviewWord, view: &OwnView) -> String {
        self.w.fill(word, &[("name", Part::Text(&view.name))])
    }

    /// The states to choose from, those that stand for several first.
    fn states(&self) -> Vec<Choice> {
        let choice = |value: &str, label: String| Choice { value: value.to_owned(), label };
        let mut states = vec![
            choice("", self.w.say(ReviewWord::QueueStateWaiting)),
            choice("review", self.w.say(ReviewWord::QueueStateReview)),
            choice("all", self.w.say(ReviewWord::QueueStateAll)),
        ];
        states.extend(ProposalState::ALL.iter().map(|one| choice(one.as_str(), state(*one, &self.w))));
        states
    }

    fn kinds(&self) -> Vec<Choice> {
        let label = |kind: &Kind| self.w.fill(Word::KindName, &[("code", Part::Text(kind.as_str()))]);
        Kind::ALL.iter().map(|kind| Choice { value: kind.to_string(), label: label(kind) }).collect()
    }

    fn orders(&self) -> Vec<Choice> {
        let label = |order: &QueueOrder| self.w.name_of(ReviewWord::QueueOrder, order.as_str(), order.as_str());
        QueueOrder::ALL.iter().map(|order| Choice { value: order.to_string(), label: label(order) }).collect()
    }

    fn whose(&self) -> Vec<Choice> {
        [("made", ReviewWord::QueueWhoseMade), ("claimed", ReviewWord::QueueWhoseClaimed)]
            .map(|(value, word)| Choice { value: value.to_owned(), label: self.w.say(word) })
            .to_vec()
    }

    #[expect(clippy::unused_self, reason = "a template calls it on itself")]
    fn scores(&self) -> [&'static str; 4] {
        ["50", "60", "70", "80"]
    }

    fn first(&self) -> String {
        self.f.href_with("/desk/proposals", &self.p.query.as_query())
    }

    fn found(&self) -> String {
        self.w.count(ReviewWord::QueueFound, self.p.total)
    }

    fn deed(&self, code: &str) -> String {
        self.w.name_of(ReviewWord::Deed, code, code)
    }

    fn pick(&self, line: &ProposalLine) -> String {
        self.w.fill(ReviewWord::QueuePick, &[("pair", Part::Text(&line.pair(&self.w)))])
    }

    fn href(&self, line: &ProposalLine) -> String {
        self.f.href(&line.path())
    }

    /// Whether anything beyond the view is asked for, so that the filters are shown open.
    fn is_narrowed(&self) -> bool {
        !self.views().iter().chain(&self.own()).any(|view| view.is_current)
    }
}

/// The queue as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_queue(page: &QueuePage) -> askama::Result<String> {
    QueueView { p: page, f: &page.frame, w: page.frame.lang }.render()
}
