//! Invitations to a city, one of them with its reasons, and the answer.

use askama::Template;
use chrono::NaiveDate;

use super::{AreaWay, FieldFaults, InvitationLine, InvitationStanding, Why, kind_name, number_word, ways};
use crate::actions::words::codes;
use crate::console::frame::Frame;
use crate::console::marks::{Country, Theme};
use crate::console::pages::CityLink;
use crate::console::word::{MyCityWord, SignedInWord};
use crate::console::words::{Language, Part, Word};
use crate::domain::pairing::Kind;

/// What the list of invitations shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposalsPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The newest first.
    pub invitations: Vec<InvitationLine>,
}

#[derive(Template)]
#[template(path = "my_city/proposals.html")]
struct ListView<'a> {
    p: &'a ProposalsPage,
    f: &'a Frame,
    w: Language,
}

impl ListView<'_> {
    fn ways(&self) -> Vec<AreaWay> {
        ways(self.f)
    }

    fn due(&self) -> Vec<&InvitationLine> {
        self.p.invitations.iter().filter(|line| line.standing == InvitationStanding::Unanswered).collect()
    }

    fn others(&self) -> Vec<&InvitationLine> {
        self.p.invitations.iter().filter(|line| line.standing != InvitationStanding::Unanswered).collect()
    }

    fn lead(&self) -> String {
        let count = self.due().len();
        let number = number_word(count, self.w);
        match count {
            0 => self.w.say(MyCityWord::InvitedLeadNone),
            _ => self.w.fill(MyCityWord::InvitedLead, &[("number", Part::Text(&number)), ("count", Part::Number(count))]),
        }
    }

    fn about(&self, line: &InvitationLine) -> String {
        about(line.kind, line.theme.as_ref(), self.w)
    }

    fn standing(&self, line: &InvitationLine) -> String {
        let invited = line.invited.map(|on| self.w.fill(MyCityWord::InvitedOn, &[("date", Part::Text(&self.w.date(on)))]));
        std::iter::once(line.standing.said(self.w)).chain(invited).collect::<Vec<_>>().join(" · ")
    }

    fn until(&self, until: &(NaiveDate, usize)) -> String {
        until_said(*until, self.w)
    }
}

/// The kind and the theme.
fn about(kind: Kind, theme: Option<&Theme>, w: Language) -> String {
    std::iter::once(kind_name(kind, w)).chain(theme.map(Theme::in_sentence)).collect::<Vec<_>>().join(", ")
}

fn until_said((date, days): (NaiveDate, usize), w: Language) -> String {
    let (date, days) = (w.date(date), w.count(MyCityWord::Days, days));
    w.fill(MyCityWord::TaskAnswerUntil, &[("date", Part::Text(&date)), ("days", Part::Text(&days))])
}

/// The list of invitations as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_proposals(page: &ProposalsPage) -> askama::Result<String> {
    ListView { p: page, f: &page.frame, w: page.frame.lang }.render()
}

/// Which page of an invitation it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerStep {
    /// To be read.
    Read,
    /// Asking back before a yes.
    Accept,
    /// Asking for the reason of a no.
    Decline,
}

/// What stands in the form of a no.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeclineFilled {
    /// The code.
    pub code: String,
    /// The words.
    pub words: String,
}

/// An answer that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerGiven {
    /// Yes or no.
    pub is_yes: bool,
    /// When.
    pub on: NaiveDate,
    /// The code of a no.
    pub code: Option<String>,
    /// Its words.
    pub reason: Option<String>,
}

/// What the page of an invitation shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposalPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The proposal.
    pub id: String,
    /// The version that is shown.
    pub version: i64,
    /// The other city.
    pub partner: CityLink,
    /// Its country.
    pub country: Country,
    /// The kind.
    pub kind: Kind,
    /// The theme.
    pub theme: Option<Theme>,
    /// Where it stands for the own city.
    pub standing: InvitationStanding,
    /// What the public will read.
    pub summary: String,
    /// Whether publication waits for the approver.
    pub is_held: bool,
    /// When the two were asked.
    pub invited: Option<NaiveDate>,
    /// The last day to answer, and how many are left.
    pub until: Option<(NaiveDate, usize)>,
    /// The own answer.
    pub own: Option<AnswerGiven>,
    /// The other city's, as far as it may be known.
    pub other: Option<AnswerGiven>,
    /// Why, as it was frozen.
    pub why: Option<Why>,
    /// Which page it is.
    pub step: AnswerStep,
    /// What makes the form one that counts once.
    pub once: String,
    /// What stands in the form of a no.
    pub filled: DeclineFilled,
    /// What is wrong with it.
    pub faults: FieldFaults,
    /// Something to say above the page.
    pub notice: Option<String>,
}

#[derive(Template)]
#[template(path = "my_city/proposal.html")]
struct View<'a> {
    p: &'a ProposalPage,
    f: &'a Frame,
    w: Language,
}

impl View<'_> {
    fn ways(&self) -> Vec<AreaWay> {
        ways(self.f)
    }

    fn of_partner(&self, word: MyCityWord) -> String {
        self.w.fill(word, &[("partner", Part::Text(&self.p.partner.name))])
    }

    fn title(&self) -> String {
        self.of_partner(match self.p.step {
            AnswerStep::Accept if self.is_due() => MyCityWord::AcceptTitle,
            AnswerStep::Decline if self.is_due() => MyCityWord::DeclineTitle,
            AnswerStep::Read if self.is_due() => MyCityWord::ProposalTitle,
            AnswerStep::Accept | AnswerStep::Decline | AnswerStep::Read => MyCityWord::ProposalSaid,
        })
    }

    fn is_due(&self) -> bool {
        self.p.standing == InvitationStanding::Unanswered
    }

    fn is_accepting(&self) -> bool {
        self.p.step == AnswerStep::Accept && self.is_due()
    }

    fn is_declining(&self) -> bool {
        self.p.step == AnswerStep::Decline && self.is_due()
    }

    fn has_begun(&self) -> bool {
        matches!(self.p.standing, InvitationStanding::Accepted | InvitationStanding::Published)
    }

    /// What is proposed.
    fn lead(&self) -> String {
        format!("{}, {}: {}", self.p.partner.name, self.p.country.shown(&self.w), about(self.p.kind, self.p.theme.as_ref(), self.w))
    }

    fn until(&self) -> Option<String> {
        self.p.until.filter(|_| self.is_due()).map(|until| until_said(until, self.w))
    }

    /// How it stands, in words.
    fn now(&self) -> String {
        let parts = [("standing", Part::Text(self.p.standing.as_str())), ("partner", Part::Text(&self.p.partner.name))];
        self.w.fill(MyCityWord::ProposalNow, &parts)
    }

    /// The answers that may be known: who said what and when, and the reason.
    fn answers(&self) -> Vec<(String, Option<String>)> {
        let own = self.p.own.iter().map(|given| (given, MyCityWord::ProposalOwnYes, MyCityWord::ProposalOwnNo));
        let other = self.p.other.iter().map(|given| (given, MyCityWord::ProposalOtherYes, MyCityWord::ProposalOtherNo));
        own.chain(other).map(|(given, yes, no)| (self.said(given, if given.is_yes { yes } else { no }), self.reason(given))).collect()
    }

    fn said(&self, given: &AnswerGiven, word: MyCityWord) -> String {
        let date = self.w.date(given.on);
        self.w.fill(word, &[("partner", Part::Text(&self.p.partner.name)), ("date", Part::Text(&date))])
    }

    fn reason(&self, given: &AnswerGiven) -> Option<String> {
        let code = given.code.as_deref().map(|code| self.code(code));
        let parts: Vec<String> = code.into_iter().chain(given.reason.clone()).collect();
        (!parts.is_empty()).then(|| parts.join(": "))
    }

    fn code(&self, code: &str) -> String {
        self.w.name_of(MyCityWord::ProposalReason, code, code)
    }

    /// The reasons to choose from: the code, its name, and whether it is chosen.
    fn codes(&self) -> Vec<(&'static str, String, bool)> {
        codes::DECLINE.iter().map(|code| (*code, self.code(code), self.p.filled.code == *code)).collect()
    }

    /// What a yes leads to, step by step.
    fn next_steps(&self) -> Vec<String> {
        let public = if self.p.is_held { MyCityWord::AcceptHeld } else { MyCityWord::AcceptPublic };
        let said = [public, MyCityWord::AcceptMeet, MyCityWord::AcceptBack].map(|word| self.w.say(word));
        std::iter::once(self.of_partner(MyCityWord::AcceptBoth)).chain(said).collect()
    }
}

/// The page of an invitation as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_proposal(page: &ProposalPage) -> askama::Result<String> {
    View { p: page, f: &page.frame, w: page.frame.lang }.render()
}
