//! What a city says of itself, in short steps.

use askama::Template;
use chrono::NaiveDate;

use super::{AreaWay, FieldFaults, ways};
use crate::console::frame::Frame;
use crate::console::pages::{Choice, ThemeChoices};
use crate::console::word::{MyCityWord, MyProfileWord, SignedInWord};
use crate::console::words::{Language, Part, Word};
use crate::domain::profile::Mode;

crate::text_enum! {
    /// A step of the questionnaire.
    ProfileStep {
        /// What the secretariat knows of the city.
        About = "about",
        /// What it looks for.
        Needs = "needs",
        /// What it would teach.
        Offers = "offers",
        /// How far it is, and for how many partners it has room.
        Capacities = "capacities",
        /// Languages and office.
        Office = "office",
        /// The whole, before it is handed in.
        Check = "check",
    }
}

impl ProfileStep {
    /// Its address.
    pub fn path(self) -> String {
        format!("/my-city/profile/{self}")
    }

    /// The one after it.
    pub fn next(self) -> ProfileStep {
        let after = ProfileStep::ALL.iter().skip_while(|step| **step != self).nth(1);
        after.copied().unwrap_or(ProfileStep::Check)
    }

    /// What its free text is asked with.
    pub fn what_word(self) -> MyProfileWord {
        match self {
            ProfileStep::Needs => MyProfileWord::NeedWhat,
            ProfileStep::Offers => MyProfileWord::OfferWhat,
            ProfileStep::About | ProfileStep::Capacities | ProfileStep::Office | ProfileStep::Check => MyProfileWord::ShownBy,
        }
    }

    fn name(self, w: Language) -> String {
        w.name_of(MyProfileWord::Step, self.as_str(), self.as_str())
    }
}

/// One row of a step, as the form has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProfileRow {
    /// Code of the theme; empty for none.
    pub theme: String,
    /// What is wanted, offered, or shown.
    pub what: String,
    /// Ways of an exchange.
    pub modes: Vec<String>,
    /// For how many at a time.
    pub slots: String,
    /// 0 to 5.
    pub level: String,
    /// A page that shows it.
    pub link: String,
    /// A practice that shows it.
    pub practice: String,
}

impl ProfileRow {
    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        *self == ProfileRow::default()
    }

    fn has_mode(&self, mode: &str) -> bool {
        self.modes.iter().any(|chosen| chosen == mode)
    }
}

/// What stands in the fields of a step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProfileFilled {
    /// Its rows.
    pub rows: Vec<ProfileRow>,
    /// For how many sister cities, learners, mentors.
    pub quotas: [String; 3],
    /// `yes`, `no`, or empty where it is not said.
    pub office: String,
    /// Codes of the working languages.
    pub languages: Vec<String>,
}

impl ProfileFilled {
    fn has_language(&self, code: &str) -> bool {
        self.languages.iter().any(|chosen| chosen == code)
    }
}

/// Something that is not known and would move a suggestion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Improves {
    /// What, in words.
    pub what: String,
    /// By how many points at the most.
    pub points: String,
}

/// One step, as the overview shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepLine {
    /// Which one.
    pub step: ProfileStep,
    /// How many entries it has; none where it has no list.
    pub entries: Option<usize>,
    /// What its answers would improve.
    pub improves: Vec<Improves>,
}

/// What all pages of the profile show of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileHead {
    /// The city's name.
    pub city: String,
    /// `none`, `imported`, or a state of the domain.
    pub state: &'static str,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// Whether it is more than a year old.
    pub is_old: bool,
    /// Why it was sent back.
    pub reason: Option<String>,
    /// The number of the revision that suggestions use.
    pub used: Option<i32>,
    /// Counts every change.
    pub version: i64,
}

/// The overview of the profile.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfilePage {
    /// Its surroundings.
    pub frame: Frame,
    /// The profile.
    pub head: ProfileHead,
    /// The steps.
    pub steps: Vec<StepLine>,
    /// Where to go on.
    pub go_on: ProfileStep,
}

#[derive(Template)]
#[template(path = "my_city/profile.html")]
struct View<'a> {
    p: &'a ProfilePage,
    f: &'a Frame,
    w: Language,
}

impl View<'_> {
    fn ways(&self) -> Vec<AreaWay> {
        ways(self.f)
    }

    fn title(&self) -> String {
        self.w.fill(MyProfileWord::Title, &[("city", Part::Text(&self.p.head.city))])
    }

    fn lead(&self) -> String {
        self.w.fill(MyProfileWord::Lead, &[("state", Part::Text(self.p.head.state))])
    }

    fn since(&self) -> Option<String> {
        let since = self.p.head.since?;
        Some(self.w.fill(MyProfileWord::Since, &[("date", Part::Text(&self.w.date(since)))]))
    }

    /// Why it was sent back, and when.
    fn returned(&self) -> Option<(String, &str)> {
        let reason = self.p.head.reason.as_deref().filter(|_| self.p.head.state == "returned")?;
        let date = self.p.head.since.map(|since| self.w.date(since)).unwrap_or_default();
        Some((self.w.fill(MyProfileWord::Reason, &[("date", Part::Text(&date))]), reason))
    }

    fn used(&self) -> String {
        match self.p.head.used {
            Some(number) => self.w.fill(MyProfileWord::Used, &[("number", Part::Text(&number.to_string()))]),
            None => self.w.say(MyProfileWord::UsedNone),
        }
    }

    fn name(&self, step: &ProfileStep) -> String {
        step.name(self.w)
    }

    fn href(&self, step: &ProfileStep) -> String {
        self.f.href(&step.path())
    }

    fn go_on(&self) -> String {
        self.w.fill(MyProfileWord::Go, &[("step", Part::Text(&self.p.go_on.name(self.w)))])
    }

    fn entries(&self, line: &StepLine) -> Option<String> {
        line.entries.map(|count| if count == 0 { self.w.say(MyProfileWord::Empty) } else { self.w.count(MyProfileWord::Count, count) })
    }

    fn improves(&self, line: &Improves) -> String {
        improves(line, self.w)
    }
}

fn improves(line: &Improves, w: Language) -> String {
    w.fill(MyProfileWord::ImprovesPoints, &[("what", Part::Text(&line.what)), ("shown", Part::Text(&line.points))])
}

/// The overview of the profile as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_profile(page: &ProfilePage) -> askama::Result<String> {
    View { p: page, f: &page.frame, w: page.frame.lang }.render()
}

/// A section of what is saved: its step, and its lines in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedSection {
    /// Of which step.
    pub step: ProfileStep,
    /// What stands there.
    pub lines: Vec<String>,
}

/// One step of the questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileStepPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The profile.
    pub head: ProfileHead,
    /// Which step.
    pub step: ProfileStep,
    /// What stands in its fields.
    pub filled: ProfileFilled,
    /// What its answers would improve.
    pub improves: Vec<Improves>,
    /// What the secretariat knows of the city, for the first step; what is saved, for the last, and where somebody was faster.
    pub saved: Vec<SavedSection>,
    /// What the record says: label and value.
    pub facts: Vec<(String, Option<String>)>,
    /// Themes to choose from.
    pub themes: Vec<ThemeChoices>,
    /// Practices to choose from.
    pub practices: Vec<Choice>,
    /// Languages to choose from.
    pub languages: Vec<Choice>,
    /// Whether there is something that has languages.
    pub has_exchanges: bool,
    /// What makes handing in count once.
    pub once: String,
    /// What is wrong with the form.
    pub faults: FieldFaults,
    /// Something to say above the form.
    pub notice: Option<String>,
    /// Whether somebody was faster.
    pub is_stale: bool,
}

#[derive(Template)]
#[template(path = "my_city/profile_step.html")]
struct StepView<'a> {
    p: &'a ProfileStepPage,
    f: &'a Frame,
    w: Language,
}

impl StepView<'_> {
    fn ways(&self) -> Vec<AreaWay> {
        ways(self.f)
    }

    fn title(&self) -> String {
        self.p.step.name(self.w)
    }

    fn name(&self, step: &ProfileStep) -> String {
        step.name(self.w)
    }

    fn href(&self, step: &ProfileStep) -> String {
        self.f.href(&step.path())
    }

    fn action(&self) -> String {
        self.f.href(&self.p.step.path())
    }

    fn place(&self) -> String {
        let at = ProfileStep::ALL.iter().position(|step| *step == self.p.step).unwrap_or_default() + 1;
        let (at, total) = (at.to_string(), ProfileStep::ALL.len().to_string());
        self.w.fill(MyProfileWord::StepOf, &[("shown", Part::Text(&at)), ("total", Part::Text(&total))])
    }

    fn is(&self, step: &str) -> bool {
        self.p.step.as_str() == step
    }

    fn next(&self) -> ProfileStep {
        self.p.step.next()
    }

    /// What the step is about.
    fn note(&self) -> String {
        let state = if matches!(self.p.head.state, "draft" | "none") { self.p.head.state } else { "other" };
        match self.p.step {
            ProfileStep::About => self.w.say(MyProfileWord::AboutNote),
            ProfileStep::Needs => self.w.say(MyProfileWord::NeedsNote),
            ProfileStep::Offers => self.w.say(MyProfileWord::OffersNote),
            ProfileStep::Capacities => self.w.say(MyProfileWord::CapacitiesNote),
            ProfileStep::Office => self.w.say(MyProfileWord::Languages),
            ProfileStep::Check => self.w.fill(MyProfileWord::CheckLead, &[("state", Part::Text(state))]),
        }
    }

    fn can_submit(&self) -> bool {
        self.p.head.state == "draft"
    }

    fn row_name(&self, at: &usize) -> String {
        let word = match self.p.step {
            ProfileStep::Needs => MyProfileWord::Need,
            ProfileStep::Offers => MyProfileWord::Offer,
            ProfileStep::About | ProfileStep::Capacities | ProfileStep::Office | ProfileStep::Check => MyProfileWord::Capacity,
        };
        self.w.fill(word, &[("number", Part::Text(&(at + 1).to_string()))])
    }

    fn what_label(&self) -> String {
        self.w.say(self.p.step.what_word())
    }

    fn modes(&self) -> Vec<(&'static str, String)> {
        Mode::ALL.iter().map(|mode| (mode.as_str(), self.w.name_of(MyProfileWord::Mode, mode.as_str(), mode.as_str()))).collect()
    }

    fn levels(&self) -> Vec<(String, String)> {
        (0..=5_usize).map(|level| (level.to_string(), self.w.fill(MyProfileWord::LevelName, &[("level", Part::Number(level))]))).collect()
    }

    fn quotas(&self) -> Vec<(&'static str, String, &str)> {
        let names = ["partners", "learners", "mentors"].into_iter().zip(&self.p.filled.quotas);
        names.map(|(code, value)| (code, self.w.name_of(MyProfileWord::Quota, code, code), value.as_str())).collect()
    }

    /// The answers about the office: text, name, whether it is chosen.
    fn offices(&self) -> Vec<(&'static str, String, bool)> {
        let all = [("", MyProfileWord::Unsaid), ("yes", MyProfileWord::Yes), ("no", MyProfileWord::No)];
        all.into_iter().map(|(code, word)| (code, self.w.say(word), self.p.filled.office == code)).collect()
    }

    fn improves(&self, line: &Improves) -> String {
        improves(line, self.w)
    }
}

/// A step as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_profile_step(page: &ProfileStepPage) -> askama::Result<String> {
    StepView { p: page, f: &page.frame, w: page.frame.lang }.render()
}
