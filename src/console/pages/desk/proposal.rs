//! A proposal: the page that is defended in front of a mayor.

use askama::Template;
use chrono::{DateTime, Utc};

use super::explained::Explained;
use super::line::{JustLine, ProposalLine};
use crate::console::frame::Frame;
use crate::console::pages::{HazardLine, IndicatorLine, TieLine};
use crate::console::word::{ReviewWord, SignedInWord};
use crate::console::words::{Language, Part, Word};
use crate::domain::proposal::ProposalState;

/// A proposal with everything around it.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposalPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The proposal in one line.
    pub line: ProposalLine,
    /// What the public will read.
    pub summary: String,
    /// Whether publication waits for an approver.
    pub is_held: bool,
    /// The explanation frozen with it; none where this program cannot read it.
    pub explained: Option<Explained>,
    /// The next best partners frozen with it, and for which city.
    pub alternates: Option<AlternateLines>,
    /// Who made it.
    pub made_by: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Until when the cities can answer.
    pub expires_at: Option<DateTime<Utc>>,
    /// The name of the round that it comes from.
    pub round: Option<String>,
    /// What the city had asked for, in its words.
    pub request: Option<String>,
    /// Every step, in order.
    pub steps: Vec<StepLine>,
    /// The first city as it is known today.
    pub first: CityToday,
    /// The second city as it is known today.
    pub second: CityToday,
    /// How far apart they are, in kilometres.
    pub distance_km: Option<f64>,
    /// What the reader may do about it.
    pub desk: DeskForms,
    /// What the reader has just done to another one.
    pub just: Option<JustLine>,
    /// What stands against what was just sent.
    pub faults: Vec<String>,
}

/// What the reader may do, and what they had filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeskForms {
    /// The codes of the deeds, in their order.
    pub deeds: Vec<&'static str>,
    /// Whether the reader reviews at all.
    pub is_reviewer: bool,
    /// Codes of reasons to choose from.
    pub reasons: &'static [&'static str],
    /// A name for the next decision, so that it is made once.
    pub once: String,
    /// What was filled in and not taken.
    pub filled: FilledDecision,
    /// Until when the reader may undo the last step.
    pub undo_until: Option<DateTime<Utc>>,
}

/// What was filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FilledDecision {
    /// The deed.
    pub deed: String,
    /// The code of the reason.
    pub reason_code: String,
    /// The reason in words.
    pub reason: String,
    /// The summary, where it was edited.
    pub summary: Option<String>,
}

/// The next best partners.
#[derive(Debug, Clone, PartialEq)]
pub struct AlternateLines {
    /// For which city.
    pub city: String,
    /// Its slug.
    pub slug: String,
    /// Each with its name, its slug and its score then.
    pub items: Vec<(String, String, f64)>,
}

/// A step of a proposal's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepLine {
    /// The code of what was done.
    pub deed: String,
    /// Where it stood then.
    pub to: ProposalState,
    /// Who; none for the clock.
    pub who: Option<String>,
    /// In which role.
    pub role: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Why, as a code.
    pub reason_code: Option<String>,
    /// Why, in words.
    pub reason: Option<String>,
    /// The version that came of it.
    pub version: i64,
    /// What they saw: the first digits of its hash.
    pub seen: String,
}

/// A city as it is known today.
#[derive(Debug, Clone, PartialEq)]
pub struct CityToday {
    /// Its name.
    pub name: String,
    /// Its slug.
    pub slug: String,
    /// Its country, in words.
    pub country: String,
    /// People, with the year; none when not known.
    pub population: Option<(i64, Option<i32>)>,
    /// Working languages, in words.
    pub languages: Vec<String>,
    /// Figures, each with year and source.
    pub indicators: Vec<IndicatorLine>,
    /// What it is exposed to.
    pub hazards: Vec<HazardLine>,
    /// Its ties and partnerships.
    pub ties: Vec<TieLine>,
}

/// A figure of both cities side by side.
struct Beside<'a> {
    name: &'a str,
    first: Option<&'a IndicatorLine>,
    second: Option<&'a IndicatorLine>,
}

#[derive(Template)]
#[template(path = "desk/proposal.html")]
struct ProposalView<'a> {
    p: &'a ProposalPage,
    f: &'a Frame,
    w: Language,
}

/// The deeds that need a reason, which share one form.
const WITH_REASON: [&str; 4] = ["defer", "return", "reject", "withdraw"];

impl ProposalView<'_> {
    fn title(&self) -> String {
        let pair = self.p.line.pair(&self.w);
        match &self.p.line.theme {
            Some(theme) => {
                format!("{pair} {}", self.w.fill(Word::PartnershipAbout, &[("theme", Part::Text(&theme.in_sentence()))]))
            }
            None => pair,
        }
    }

    /// *proposed 12 November 2026 by Ana, round Manila 2026 · recommended by Budi*
    fn lead(&self) -> String {
        let date = self.date(&self.p.made_at);
        let mut parts = vec![self.w.fill(ReviewWord::ProposalMade, &[("date", Part::Text(&date)), ("name", Part::Text(&self.p.made_by))])];
        parts.extend(self.p.round.as_ref().map(|round| format!("{}: {round}", self.w.say(ReviewWord::QueueRound))));
        parts.extend(self.p.line.recommended(&self.w));
        parts.join(" · ")
    }

    fn date(&self, at: &DateTime<Utc>) -> String {
        self.w.date(at.date_naive())
    }

    fn moment(&self, at: &DateTime<Utc>) -> String {
        format!("{}, {} UTC", self.w.date(at.date_naive()), at.format("%H:%M"))
    }

    fn path(&self, deed: &str) -> String {
        self.f.href(&format!("{}/{deed}", self.p.line.path()))
    }

    fn deed(&self, code: &str) -> String {
        self.w.name_of(ReviewWord::Deed, code, code)
    }

    fn reason(&self, code: &str) -> String {
        self.w.name_of(ReviewWord::Reason, code, code)
    }

    fn did(&self, step: &StepLine) -> String {
        self.w.name_of(ReviewWord::Did, &step.deed, &step.deed)
    }

    fn role(&self, step: &StepLine) -> String {
        self.w.name_of(SignedInWord::RoleName, &step.role, &step.role)
    }

    #[expect(clippy::unused_self, reason = "a template calls it on itself")]
    fn points(&self, score: &f64) -> String {
        super::line::points(*score)
    }

    fn has(&self, deed: &str) -> bool {
        self.p.desk.deeds.contains(&deed)
    }

    /// The one main action: the deed that needs no reason.
    fn main_deed(&self) -> Option<&'static str> {
        self.p.desk.deeds.iter().copied().find(|deed| !WITH_REASON.contains(deed) && *deed != "edit")
    }

    fn other_deeds(&self) -> Vec<&'static str> {
        self.p.desk.deeds.iter().copied().filter(|deed| WITH_REASON.contains(deed)).collect()
    }

    /// What the main action does, said before it is done.
    fn main_means(&self) -> String {
        match self.main_deed() {
            Some("approve") => self.w.say(ReviewWord::ProposalApproveMeans),
            Some("publish") => self.w.say(ReviewWord::ProposalPublishMeans),
            _ => self.w.say(ReviewWord::ProposalRecommendMeans),
        }
    }

    /// Why there is nothing to do, or no approval.
    fn why_none(&self) -> Option<String> {
        let word = match self.p.line.turn {
            "own_hands" => ReviewWord::ProposalOwnHands,
            "rework" => ReviewWord::ProposalRework,
            "other" if self.p.desk.is_reviewer && self.main_deed().is_none() => ReviewWord::ProposalNotYours,
            "other" if !self.p.desk.is_reviewer => ReviewWord::ProposalLooksOn,
            _ => return None,
        };
        let state = self.p.line.state(&self.w);
        Some(self.w.fill(word, &[("state", Part::Text(&state))]))
    }

    fn undo_said(&self, until: &DateTime<Utc>) -> String {
        self.w.fill(ReviewWord::JustUntil, &[("time", Part::Text(&until.format("%H:%M").to_string()))])
    }

    fn summary(&self) -> &str {
        self.p.desk.filled.summary.as_deref().unwrap_or(&self.p.summary)
    }

    fn is_filled(&self) -> bool {
        WITH_REASON.contains(&self.p.desk.filled.deed.as_str())
    }

    fn is_chosen(&self, deed: &str) -> bool {
        self.p.desk.filled.deed == deed || (!self.is_filled() && self.other_deeds().first() == Some(&deed))
    }

    fn taken_over(&self) -> bool {
        self.p.line.claim.as_ref().is_some_and(|claim| claim.by.is_some())
    }

    #[expect(clippy::unused_self, reason = "a template calls it on itself")]
    fn bar_box(&self) -> String {
        format!("0 0 {} 8", super::explained::BAR_WIDTH)
    }

    fn city_href(&self, city: &CityToday) -> String {
        self.f.href(&format!("/cities/{}", city.slug))
    }

    fn people(&self, city: &CityToday) -> String {
        match city.population {
            Some((people, Some(year))) => format!("{} ({year})", self.w.whole(people)),
            Some((people, None)) => self.w.whole(people),
            None => self.w.say(Word::NotKnown),
        }
    }

    fn listed(&self, items: &[String]) -> String {
        if items.is_empty() { self.w.say(Word::NotKnown) } else { items.join(", ") }
    }

    fn distance(&self) -> String {
        let shown = self.p.distance_km.map(|km| self.w.measure(km.round()));
        shown.map_or_else(|| self.w.say(Word::NotKnown), |shown| format!("{shown} km"))
    }

    fn languages_of_both(&self) -> String {
        let shared: Vec<String> = self.p.first.languages.iter().filter(|one| self.p.second.languages.contains(one)).cloned().collect();
        if shared.is_empty() { self.w.say(ReviewWord::ProposalNoSharedLanguage) } else { shared.join(", ") }
    }

    /// Figures that both or one of them have, in the order of the first.
    fn figures(&self) -> Vec<Beside<'_>> {
        let (first, second) = (&self.p.first.indicators, &self.p.second.indicators);
        let of = |lines: &'_ [IndicatorLine], name: &str| lines.iter().position(|line| line.name == name);
        let mut rows: Vec<Beside<'_>> = first
            .iter()
            .map(|line| Beside { name: &line.name, first: Some(line), second: of(second, &line.name).map(|at| &second[at]) })
            .collect();
        let rest = second.iter().filter(|line| of(first, &line.name).is_none());
        rows.extend(rest.map(|line| Beside { name: &line.name, first: None, second: Some(line) }));
        rows
    }

    /// A figure of each city, with the city's name.
    fn sides<'b>(&'b self, row: &Beside<'b>) -> [(&'b str, Option<&'b IndicatorLine>); 2] {
        [(&self.p.first.name, row.first), (&self.p.second.name, row.second)]
    }

    fn value(&self, line: &IndicatorLine) -> String {
        let unit = line.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
        format!("{}{unit}", self.w.measure(line.value))
    }

    fn year(&self, line: &IndicatorLine) -> String {
        line.year.map_or_else(|| self.w.say(Word::CityYearUnknown), |year| year.to_string())
    }

    fn hazards(&self, city: &CityToday) -> String {
        let exposed = city.hazards.iter().filter(|line| line.steps() > 0);
        let said = |line: &HazardLine| {
            let level = self.w.fill(Word::HazardLevel, &[("level", Part::Number(line.steps()))]);
            format!("{} ({level})", line.hazard.name(&self.w))
        };
        self.listed(&exposed.map(said).collect::<Vec<_>>())
    }

    /// The ties of the first city with the second.
    fn ties(&self) -> String {
        let between = self.p.first.ties.iter().filter(|tie| tie.slug.as_deref() == Some(self.p.second.slug.as_str()));
        let said: Vec<String> = between
            .map(|tie| match tie.since {
                Some(since) => format!("{} ({since})", tie.kind),
                None => tie.kind.clone(),
            })
            .collect();
        if said.is_empty() { self.w.say(ReviewWord::ProposalNoTies) } else { said.join(", ") }
    }

    fn explain_href(&self, first: &str, second: &str) -> String {
        let theme = self.p.line.theme.as_ref().map(|theme| ("theme", theme.code.as_str()));
        let query: Vec<(&str, &str)> =
            [("a", first), ("b", second), ("kind", self.p.line.kind.as_str())].into_iter().chain(theme).collect();
        self.f.href_with("/desk/explain", &query)
    }

    /// The first sentence of the explanation: the pairing in one sentence.
    fn one_sentence(&self) -> &str {
        self.p.explained.as_ref().map_or(self.p.summary.as_str(), |explained| explained.sentence.as_str())
    }
}

/// A proposal as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_proposal(page: &ProposalPage) -> askama::Result<String> {
    ProposalView { p: page, f: &page.frame, w: page.frame.lang }.render()
}
