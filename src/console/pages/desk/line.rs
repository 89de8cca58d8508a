//! A proposal as one line of the desk.

use chrono::{DateTime, Utc};

use crate::console::marks::{PillarMark, Theme};
use crate::console::pages::CityLink;
use crate::console::word::ReviewWord;
use crate::console::words::{Language, Part, Word};
use crate::domain::id::ProposalId;
use crate::domain::pairing::Kind;
use crate::domain::proposal::{DAYS_AIMED_AT, ProposalState};

crate::text_enum! {
    /// How much of what a score rests on is known.
    Sureness {
        /// Two thirds or more.
        Sure = "sure",
        /// Two fifths or more.
        Fairly = "fairly",
        /// Less.
        Unsure = "unsure",
    }
}

impl Sureness {
    /// Of a confidence of 0 to 1.
    pub fn of(confidence: f64) -> Sureness {
        match confidence {
            share if share >= 2.0 / 3.0 => Sureness::Sure,
            share if share >= 0.4 => Sureness::Fairly,
            _ => Sureness::Unsure,
        }
    }

    /// In words.
    pub fn said(self, lang: &Language) -> String {
        lang.fill(ReviewWord::Sure, &[("code", Part::Text(self.as_str()))])
    }
}

/// Who is looking at a proposal just now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimLine {
    /// Their name; none for the reader.
    pub by: Option<String>,
    /// Until when it holds.
    pub until: DateTime<Utc>,
}

impl ClaimLine {
    /// *claimed by Ana*.
    pub fn said(&self, lang: &Language) -> String {
        let you = lang.say(ReviewWord::You);
        lang.fill(ReviewWord::QueueClaimedBy, &[("name", Part::Text(self.by.as_deref().unwrap_or(&you)))])
    }
}

/// A proposal as one line.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposalLine {
    /// Its id.
    pub id: ProposalId,
    /// The version that is shown.
    pub version: i64,
    /// The first city: the learner of a peer learning.
    pub first: CityLink,
    /// The second city.
    pub second: CityLink,
    /// What for.
    pub kind: Kind,
    /// Under which theme; none for all.
    pub theme: Option<Theme>,
    /// 0 to 100; none where a rule takes the pair out.
    pub score: Option<f64>,
    /// Within which the score lies.
    pub bounds: Option<[f64; 2]>,
    /// How sure the score is.
    pub sureness: Option<Sureness>,
    /// The pillars of the themes that carry it.
    pub pillars: Vec<PillarMark>,
    /// For how many days it has been there.
    pub days: i64,
    /// Where it stands.
    pub state: ProposalState,
    /// The code of whose turn it is.
    pub turn: &'static str,
    /// Who recommended the version that stands.
    pub recommended_by: Option<String>,
    /// Whether the reader made it.
    pub is_own: bool,
    /// Who is looking at it.
    pub claim: Option<ClaimLine>,
}

impl ProposalLine {
    /// The two in words: *Surabaya learns from Iloilo City*, or *Surabaya ↔ Iloilo City*.
    pub fn pair(&self, lang: &Language) -> String {
        let word = [("first", Part::Text(self.first.name.as_str())), ("second", Part::Text(self.second.name.as_str()))];
        if self.kind.is_symmetric() { lang.fill(ReviewWord::Pair, &word) } else { lang.fill(Word::PartnershipLearns, &word) }
    }

    /// *peer learning · solid waste*.
    pub fn about(&self, lang: &Language) -> String {
        let kind = lang.fill(Word::KindName, &[("code", Part::Text(self.kind.as_str()))]);
        match &self.theme {
            Some(theme) => format!("{kind} · {}", theme.in_sentence()),
            None => kind,
        }
    }

    /// The address of its page.
    pub fn path(&self) -> String {
        format!("/desk/proposals/{}", self.id)
    }

    pub(super) fn score(&self, lang: &Language) -> Option<String> {
        self.score.map(|score| lang.fill(ReviewWord::Score, &[("score", Part::Text(&points(score)))]))
    }

    pub(super) fn bounds(&self, lang: &Language) -> Option<String> {
        self.bounds.map(|[low, high]| bounds(low, high, lang))
    }

    pub(super) fn days(&self, lang: &Language) -> String {
        days(self.days, lang)
    }

    pub(super) fn is_overdue(&self) -> bool {
        self.days >= DAYS_AIMED_AT && crate::actions::review::turns::UNDER_REVIEW.contains(&self.state)
    }

    pub(super) fn state(&self, lang: &Language) -> String {
        state(self.state, lang)
    }

    /// Whose turn it is, where that says something to the reader.
    pub(super) fn turn(&self, lang: &Language) -> Option<String> {
        (self.turn != "other").then(|| lang.name_of(ReviewWord::Turn, self.turn, self.turn))
    }

    pub(super) fn recommended(&self, lang: &Language) -> Option<String> {
        self.recommended_by.as_ref().map(|name| lang.fill(ReviewWord::QueueRecommendedBy, &[("name", Part::Text(name))]))
    }
}

/// A score of 0 to 100 as a whole number: what stands behind the point is beyond what the data can carry.
pub(super) fn points(score: f64) -> String {
    format!("{:.0}", score.clamp(0.0, 100.0))
}

/// *66 to 85*.
pub(super) fn bounds(low: f64, high: f64, lang: &Language) -> String {
    lang.fill(ReviewWord::Bounds, &[("low", Part::Text(&points(low))), ("high", Part::Text(&points(high)))])
}

/// *9 days*.
pub(super) fn days(days: i64, lang: &Language) -> String {
    lang.count(ReviewWord::Days, usize::try_from(days).unwrap_or_default())
}

/// Where a proposal stands, in words.
pub(super) fn state(state: ProposalState, lang: &Language) -> String {
    lang.name_of(ReviewWord::State, state.as_str(), state.as_str())
}

/// What the reader has just done, told above the page that follows.
#[derive(Debug, Clone, PartialEq)]
pub struct JustLine {
    /// About which proposal.
    pub line: ProposalLine,
    /// What: `recommend`, `undo`, …
    pub deed: String,
    /// Until when it can be undone.
    pub undo_until: Option<DateTime<Utc>>,
}

impl JustLine {
    /// *Surabaya ↔ Iloilo City: recommended.*
    pub(super) fn said(&self, lang: &Language) -> String {
        let did = lang.name_of(ReviewWord::Did, &self.deed, &self.deed);
        lang.fill(ReviewWord::JustDid, &[("pair", Part::Text(&self.line.pair(lang))), ("did", Part::Text(&did))])
    }

    /// *until 10:42 UTC*.
    pub(super) fn until(&self, lang: &Language) -> Option<String> {
        self.undo_until.map(|until| lang.fill(ReviewWord::JustUntil, &[("time", Part::Text(&until.format("%H:%M").to_string()))]))
    }
}
