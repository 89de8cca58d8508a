//! What waits for a focal point, what to do next, and how everything stands.

use askama::Template;
use chrono::NaiveDate;

use super::{AreaWay, kind_name, number_word, shortened, ways};
use crate::console::evidence::Evidence;
use crate::console::frame::Frame;
use crate::console::marks::{PillarMark, Theme};
use crate::console::word::MyCityWord;
use crate::console::words::{Language, Part, Word};
use crate::domain::pairing::Kind;
use crate::domain::partnership::PartnershipState;
use crate::domain::request::RequestState;
use crate::matching::answer::GapBasis;

/// What the first page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct HomePage {
    /// Its surroundings.
    pub frame: Frame,
    /// The city's name.
    pub city: String,
    /// What waits for an answer or a correction, the most pressing first.
    pub waiting: Vec<Task>,
    /// What to do where nothing waits.
    pub next: Task,
    /// Where the profile stands, and since when.
    pub profile: ProfileStanding,
    /// Requests, the newest first.
    pub requests: Vec<RequestLine>,
    /// Invitations, the newest first.
    pub invitations: Vec<InvitationLine>,
    /// Partnerships that came about here.
    pub partnerships: Vec<OwnPartnership>,
    /// The four pillars.
    pub pillars: Vec<PillarLine>,
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// An invitation waits for an answer.
    Answer {
        /// Its proposal.
        id: String,
        /// The other city.
        partner: String,
        /// The last day, and how many are left.
        until: Option<(NaiveDate, usize)>,
    },
    /// The profile was sent back.
    Returned {
        /// Why.
        reason: Option<String>,
    },
    /// A draft of the profile was not handed in.
    Draft,
    /// The city has said nothing itself.
    Profile,
    /// The profile is more than a year old.
    Old {
        /// Of which day.
        date: NaiveDate,
    },
    /// Look at the suggestions.
    Look,
}

/// Where the profile stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProfileStanding {
    /// `none`, `imported`, or a state of the domain.
    pub state: &'static str,
    /// Since when.
    pub since: Option<NaiveDate>,
}

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestLine {
    /// What the city asked for.
    pub wants: String,
    /// Where it stands.
    pub state: RequestState,
    /// When it was asked.
    pub on: NaiveDate,
}

/// An invitation, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationLine {
    /// Its proposal.
    pub id: String,
    /// The other city.
    pub partner: String,
    /// The kind.
    pub kind: Kind,
    /// Under which theme.
    pub theme: Option<Theme>,
    /// Where it stands for the own city.
    pub standing: InvitationStanding,
    /// When the two were asked.
    pub invited: Option<NaiveDate>,
    /// The last day, and how many are left.
    pub until: Option<(NaiveDate, usize)>,
}

crate::text_enum! {
    /// Where an invitation stands, seen from one of the two cities.
    InvitationStanding {
        /// The own answer is due.
        Unanswered = "unanswered",
        /// The own city has said yes; what the other has said is not shown.
        Waiting = "waiting",
        /// Both have said yes; not public yet.
        Accepted = "accepted",
        /// Both have said yes.
        Published = "published",
        /// One has said no.
        Declined = "declined",
        /// Nobody answered in time.
        Expired = "expired",
        /// The secretariat took it back.
        Withdrawn = "withdrawn",
    }
}

impl InvitationStanding {
    /// In words.
    pub(super) fn said(self, lang: Language) -> String {
        lang.name_of(MyCityWord::InvitationState, self.as_str(), self.as_str())
    }
}

/// A partnership of the own city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnPartnership {
    /// The other city.
    pub partner: String,
    /// Its address.
    pub slug: String,
    /// The kind.
    pub kind: Kind,
    /// Where it stands.
    pub state: PartnershipState,
    /// Since which year.
    pub since: Option<i32>,
}

/// A pillar and how far the city is from its targets.
#[derive(Debug, Clone, PartialEq)]
pub struct PillarLine {
    /// Which one.
    pub pillar: PillarMark,
    /// 0 at the target to 100; none where nothing is known.
    pub gap: Option<i64>,
    /// How many of its themes are known.
    pub known: usize,
    /// How many it has.
    pub total: usize,
    /// The themes that are known.
    pub themes: Vec<ThemeLine>,
}

/// A theme and how far the city is from its target.
#[derive(Debug, Clone, PartialEq)]
pub struct ThemeLine {
    /// Which one.
    pub theme: Theme,
    /// 0 at the target to 100.
    pub gap: i64,
    /// What it was computed from.
    pub basis: GapBasis,
    /// Level and year of the self-assessment that it rests on.
    pub assessed: Option<(i64, Option<i32>)>,
    /// The figures that it rests on.
    pub figures: Vec<FigureUsed>,
}

/// A figure that was used.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureUsed {
    /// Its name in the page's language.
    pub name: String,
    /// The value.
    pub value: f64,
    /// Its unit in the page's language.
    pub unit: String,
    /// Of which year.
    pub year: Option<i32>,
    /// Whether it is the country's.
    pub is_of_country: bool,
    /// Where it is written.
    pub evidence: Evidence,
}

#[derive(Template)]
#[template(path = "my_city/home.html")]
struct View<'a> {
    p: &'a HomePage,
    f: &'a Frame,
    w: Language,
}

impl View<'_> {
    fn ways(&self) -> Vec<AreaWay> {
        ways(self.f)
    }

    fn about_city(&self, word: MyCityWord) -> String {
        self.w.fill(word, &[("city", Part::Text(&self.p.city))])
    }

    /// The answer of the page.
    fn lead(&self) -> String {
        let count = self.p.waiting.len();
        if count == 0 {
            return self.about_city(MyCityWord::HomeNothing);
        }
        let number = number_word(count, self.w);
        let parts = [("number", Part::Text(&number)), ("count", Part::Number(count)), ("city", Part::Text(&self.p.city))];
        self.w.fill(MyCityWord::HomeWaiting, &parts)
    }

    /// What a task is, sentence by sentence.
    fn task(&self, task: &Task) -> Vec<String> {
        let w = self.w;
        match task {
            Task::Answer { partner, until, .. } => {
                let what = w.fill(MyCityWord::TaskAnswer, &[("partner", Part::Text(partner))]);
                std::iter::once(what).chain(until.map(|until| self.until(until))).collect()
            }
            Task::Returned { reason } => {
                let why = reason.as_ref().map(|reason| w.fill(MyCityWord::TaskReturnedWhy, &[("reason", Part::Text(reason))]));
                std::iter::once(w.say(MyCityWord::TaskReturned)).chain(why).collect()
            }
            Task::Draft => vec![w.say(MyCityWord::TaskDraft)],
            Task::Profile => vec![w.say(MyCityWord::TaskProfile)],
            Task::Old { date } => vec![w.fill(MyCityWord::TaskOld, &[("date", Part::Text(&w.date(*date)))])],
            Task::Look => vec![w.say(MyCityWord::TaskLook)],
        }
    }

    fn until(&self, (date, days): (NaiveDate, usize)) -> String {
        let (date, days) = (self.w.date(date), self.w.count(MyCityWord::Days, days));
        self.w.fill(MyCityWord::TaskAnswerUntil, &[("date", Part::Text(&date)), ("days", Part::Text(&days))])
    }

    fn task_href(&self, task: &Task) -> String {
        self.f.href(&match task {
            Task::Answer { id, .. } => format!("/my-city/proposals/{id}"),
            Task::Draft => "/my-city/profile/check".to_owned(),
            Task::Returned { .. } | Task::Profile | Task::Old { .. } => "/my-city/profile".to_owned(),
            Task::Look => "/my-city/suggestions".to_owned(),
        })
    }

    fn task_link(&self, task: &Task) -> String {
        self.w.say(match task {
            Task::Answer { .. } => MyCityWord::TaskAnswerDo,
            Task::Returned { .. } => MyCityWord::TaskReturnedDo,
            Task::Draft => MyCityWord::TaskDraftDo,
            Task::Profile => MyCityWord::TaskProfileDo,
            Task::Old { .. } => MyCityWord::TaskOldDo,
            Task::Look => MyCityWord::TaskLookDo,
        })
    }

    fn profile_state(&self) -> String {
        self.w.name_of(MyCityWord::ProfileState, self.p.profile.state, self.p.profile.state)
    }

    fn date(&self, date: &NaiveDate) -> String {
        self.w.date(*date)
    }

    #[expect(clippy::unused_self, reason = "a template calls it on itself")]
    fn wants(&self, line: &RequestLine) -> String {
        shortened(&line.wants)
    }

    fn request_state(&self, line: &RequestLine) -> String {
        self.w.name_of(MyCityWord::RequestState, line.state.as_str(), line.state.as_str())
    }

    fn invitation(&self, line: &InvitationLine) -> String {
        let theme = line.theme.as_ref().map(|theme| format!(", {}", theme.in_sentence())).unwrap_or_default();
        format!("{}: {}{theme}", line.partner, kind_name(line.kind, self.w))
    }

    fn standing(&self, line: &InvitationLine) -> String {
        line.standing.said(self.w)
    }

    fn partnership(&self, line: &OwnPartnership) -> String {
        let year = line.since.map_or_else(|| self.w.say(Word::NotKnown), |year| self.w.year(year));
        let kind = kind_name(line.kind, self.w);
        let parts = [("partner", Part::Text(&line.partner)), ("kind", Part::Text(&kind)), ("state", Part::Text(line.state.as_str()))];
        self.w.fill(MyCityWord::HomePartnership, &[parts.as_slice(), &[("year", Part::Text(&year))]].concat())
    }

    fn gap(&self, gap: &i64) -> String {
        self.w.fill(MyCityWord::OfHundred, &[("shown", Part::Text(&self.w.whole(*gap)))])
    }

    fn known(&self, line: &PillarLine) -> String {
        let (known, total) = (self.w.quantity(line.known), self.w.quantity(line.total));
        self.w.fill(MyCityWord::HomeGapKnown, &[("known", Part::Text(&known)), ("total", Part::Text(&total))])
    }

    fn assessed(&self, (level, year): &(i64, Option<i32>)) -> String {
        let year = year.map_or_else(|| self.w.say(Word::CityYearUnknown), |year| self.w.year(year));
        let level = self.w.whole(*level);
        self.w.fill(MyCityWord::HomeGapAssessed, &[("level", Part::Text(&level)), ("year", Part::Text(&year))])
    }

    /// A figure with its unit and year.
    fn figure(&self, figure: &FigureUsed) -> String {
        let year = figure.year.map_or_else(|| self.w.say(Word::CityYearUnknown), |year| self.w.year(year));
        format!("{}: {} {}, {year}", figure.name, self.w.measure(figure.value), figure.unit)
    }
}

/// The first page as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_home(page: &HomePage) -> askama::Result<String> {
    View { p: page, f: &page.frame, w: page.frame.lang }.render()
}
