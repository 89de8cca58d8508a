//! The desk at a glance.

use askama::Template;

use super::line::{ProposalLine, days};
use super::queue::QueueWaiting;
use crate::console::frame::Frame;
use crate::console::word::ReviewWord;
use crate::console::words::{Language, Part, Word};
use crate::domain::proposal::DAYS_AIMED_AT;

/// The desk at a glance.
#[derive(Debug, Clone, PartialEq)]
pub struct OverviewPage {
    /// Its surroundings.
    pub frame: Frame,
    /// What waits.
    pub waiting: QueueWaiting,
    /// The first of it.
    pub first: Vec<ProposalLine>,
    /// What is past its time, of how many under review.
    pub overdue: (usize, usize),
    /// What an approver can publish.
    pub to_publish: usize,
    /// Requests without an answer, and for how many days the oldest has waited.
    pub requests: (usize, Option<i64>),
    /// Members, those with a partnership, and those without one in a proposal.
    pub coverage: (usize, usize, usize),
    /// The stages that proposals reach, by code, each with how many reached it.
    pub funnel: Vec<(&'static str, usize)>,
    /// The newest rounds: name and address.
    pub rounds: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "desk/overview.html")]
struct OverviewView<'a> {
    p: &'a OverviewPage,
    f: &'a Frame,
    w: Language,
}

/// A stage of the funnel, ready to be shown.
struct Stage {
    name: String,
    count: String,
    share: Option<String>,
    width: String,
}

impl OverviewView<'_> {
    fn line_href(&self, line: &ProposalLine) -> String {
        self.f.href(&line.path())
    }

    /// *3 of 12 under review have waited longer than 28 days*
    fn overdue(&self) -> String {
        let (late, all) = (self.w.quantity(self.p.overdue.0), self.w.quantity(self.p.overdue.1));
        let aim = days(DAYS_AIMED_AT, &self.w);
        self.w.fill(ReviewWord::OverviewOverdue, &[("late", Part::Text(&late)), ("all", Part::Text(&all)), ("days", Part::Text(&aim))])
    }

    fn to_publish(&self) -> String {
        self.w.count(ReviewWord::OverviewToPublish, self.p.to_publish)
    }

    fn requests(&self) -> String {
        let count = self.w.count(ReviewWord::OverviewRequestsCount, self.p.requests.0);
        match self.p.requests.1 {
            Some(oldest) => format!("{count} · {}", self.w.fill(ReviewWord::QueueOldest, &[("days", Part::Text(&days(oldest, &self.w)))])),
            None => count,
        }
    }

    /// *14 of 62 members have a partnership; 20 more are in a proposal.*
    fn coverage(&self) -> String {
        let (members, partnered, hoping) = self.p.coverage;
        let [members, partnered, hoping] = [members, partnered, hoping].map(|count| self.w.quantity(count));
        let parts = [("partnered", Part::Text(&partnered)), ("members", Part::Text(&members)), ("hoping", Part::Text(&hoping))];
        self.w.fill(ReviewWord::OverviewCoverage, &parts)
    }

    fn stages(&self) -> Vec<Stage> {
        let made = self.p.funnel.first().map_or(0, |(_, count)| *count);
        let stage = |(code, count): &(&str, usize)| Stage {
            name: self.w.name_of(ReviewWord::OverviewStage, code, code),
            count: self.w.quantity(*count),
            share: (made > 0).then(|| self.w.fill(ReviewWord::OverviewOf, &[("all", Part::Text(&self.w.quantity(made)))])),
            width: if made == 0 { "0".to_owned() } else { format!("{:.1}", ratio(*count, made) * 100.0) },
        };
        self.p.funnel.iter().map(stage).collect()
    }
}

/// A share of two counts, which are far below what a float holds exactly.
fn ratio(part: usize, whole: usize) -> f64 {
    let float = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    float(part) / float(whole)
}

/// The desk at a glance as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_overview(page: &OverviewPage) -> askama::Result<String> {
    OverviewView { p: page, f: &page.frame, w: page.frame.lang }.render()
}
