//! Why two cities fit, or why not: reasons for each side, what speaks against, how sure it is, what would change it, and what it rests on.

use askama::Template;
use chrono::NaiveDate;

use super::suggestions::words_to_give;
use super::{AreaWay, GivenWord, Question, Sure, ways};
use crate::console::evidence::Evidence;
use crate::console::frame::Frame;
use crate::console::marks::Theme;
use crate::console::pages::CityLink;
use crate::console::word::MyCityWord;
use crate::console::words::{Language, Part, Word};

/// The explanation of a pair, in the reader's language.
#[derive(Debug, Clone, PartialEq)]
pub struct Why {
    /// The city whose list it is: the learner of a peer learning.
    pub city: String,
    /// The other one.
    pub other: String,
    /// A paragraph for a mayor.
    pub text: String,
    /// The rules that take the pair out; empty where none does.
    pub rules: Vec<String>,
    /// 0 to 100.
    pub score: i64,
    /// How much of it is known.
    pub sure: Sure,
    /// Where the other city stands for the first, and the first for the other; 1 is the best.
    pub ranks: [usize; 2],
    /// Score with everything missing at its worst, and at its best.
    pub bounds: [i64; 2],
    /// In how many of 100 perturbed runs it stays in the list.
    pub survival: i64,
    /// What the first city gains.
    pub first_gains: Vec<String>,
    /// What the other gains.
    pub other_gains: Vec<String>,
    /// What speaks for both alike.
    pub both: Vec<String>,
    /// What speaks against it.
    pub against: Vec<String>,
    /// What would change it.
    pub changes: Vec<Change>,
    /// What carries the score, the strongest first.
    pub parts: Vec<Points>,
    /// What it rests on, theme by theme.
    pub evidence: Vec<ThemeEvidence>,
    /// What is not known, and by how many points it could move the score.
    pub missing: Vec<(String, String)>,
    /// The model's name.
    pub model: String,
    /// The day of the data.
    pub date: NaiveDate,
}

/// A change that would have changed the outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// In words.
    pub what: String,
    /// The rank after it.
    pub rank: usize,
    /// The score after it.
    pub score: i64,
}

/// A part of the score.
#[derive(Debug, Clone, PartialEq)]
pub struct Points {
    /// Its name.
    pub name: String,
    /// How many of the 100 points it gives.
    pub points: f64,
}

/// A theme that carries the pairing.
#[derive(Debug, Clone, PartialEq)]
pub struct ThemeEvidence {
    /// Which one.
    pub theme: Theme,
    /// Who needs it.
    pub gains: String,
    /// Who can give it.
    pub gives: String,
    /// Why it is needed.
    pub need: Vec<EvidenceLine>,
    /// Why it can be given.
    pub offer: Vec<EvidenceLine>,
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct EvidenceLine {
    /// What it is, in words.
    pub what: String,
    /// The value in words, where there is one.
    pub value: Option<String>,
    /// The year.
    pub year: Option<i32>,
    /// Whether it is the country's value.
    pub is_of_country: bool,
    /// It follows from the fact and was not stated.
    pub is_derived: bool,
    /// Where it is written.
    pub evidence: Evidence,
}

impl Points {
    pub(super) fn shown(&self, w: Language) -> String {
        w.measure(self.points)
    }
}

impl Why {
    /// The words that are always there: ranks, bounds, survival.
    pub(super) fn sureness(&self, w: Language) -> Vec<String> {
        let [rank, reverse] = self.ranks.map(|rank| w.quantity(rank));
        let parts = [
            ("city", Part::Text(self.city.as_str())),
            ("other", Part::Text(self.other.as_str())),
            ("rank", Part::Text(&rank)),
            ("reverse", Part::Text(&reverse)),
        ];
        let ranks = w.fill(MyCityWord::WhyRanks, &parts);
        let [low, high] = self.bounds.map(|score| w.whole(score));
        let bounds = if low == high {
            w.say(MyCityWord::WhyBoundsNone)
        } else {
            w.fill(MyCityWord::WhyBounds, &[("low", Part::Text(&low)), ("high", Part::Text(&high))])
        };
        let survival = w.fill(MyCityWord::WhySurvival, &[("shown", Part::Text(&w.whole(self.survival)))]);
        vec![ranks, bounds, survival]
    }

    pub(super) fn scored(&self, w: Language) -> String {
        let score = w.fill(MyCityWord::OfHundred, &[("shown", Part::Text(&w.whole(self.score)))]);
        format!("{score} · {}", self.sure.said(w))
    }

    /// What each side gains: whose, and the reasons.
    pub(super) fn sides(&self, w: Language) -> Vec<(String, &[String])> {
        let gains = |city: &str| w.fill(MyCityWord::WhyGains, &[("city", Part::Text(city))]);
        let sides = [(gains(&self.city), &self.first_gains), (gains(&self.other), &self.other_gains)];
        let both = (w.say(MyCityWord::WhyBoth), &self.both);
        sides.into_iter().chain((!self.both.is_empty()).then_some(both)).map(|(name, reasons)| (name, reasons.as_slice())).collect()
    }

    pub(super) fn changed(change: &Change, w: Language) -> String {
        let (rank, score) = (w.quantity(change.rank), w.whole(change.score));
        let mut letters = change.what.chars();
        let what: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        w.fill(MyCityWord::WhyChangeLine, &[("change", Part::Text(&what)), ("rank", Part::Text(&rank)), ("score", Part::Text(&score))])
    }

    pub(super) fn lacks((what, points): &(String, String), w: Language) -> String {
        let mut letters = what.chars();
        let what: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        w.fill(MyCityWord::WhyMissingLine, &[("what", Part::Text(&what)), ("points", Part::Text(points))])
    }

    pub(super) fn model_said(&self, w: Language) -> String {
        w.fill(MyCityWord::WhyModel, &[("model", Part::Text(&self.model)), ("date", Part::Text(&w.date(self.date)))])
    }
}

impl ThemeEvidence {
    /// Who needs it and why, who can give it and why.
    pub(super) fn sides(&self, w: Language) -> [(String, &[EvidenceLine]); 2] {
        let needs = w.fill(MyCityWord::WhyNeeds, &[("city", Part::Text(&self.gains))]);
        let gives = w.fill(MyCityWord::WhyGives, &[("city", Part::Text(&self.gives))]);
        [(needs, &self.need), (gives, &self.offer)]
    }
}

impl EvidenceLine {
    /// The value, whose it is, and the year.
    pub(super) fn about(&self, w: Language) -> String {
        let country = self.is_of_country.then(|| w.say(MyCityWord::WhyCountry));
        let year = self.year.map_or_else(|| w.say(Word::CityYearUnknown), |year| w.year(year));
        let derived = self.is_derived.then(|| w.say(MyCityWord::WhyDerived));
        let parts = self.value.clone().into_iter().chain(country).chain([year]).chain(derived);
        parts.collect::<Vec<_>>().join(", ")
    }
}

/// What the explanation of a suggestion shows.
#[derive(Debug, Clone, PartialEq)]
pub struct WhyPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The other city.
    pub city: CityLink,
    /// What was asked.
    pub question: Question,
    /// The explanation.
    pub why: Why,
    /// What the city has said about it.
    pub said: Option<GivenWord>,
}

#[derive(Template)]
#[template(path = "my_city/why.html")]
struct View<'a> {
    p: &'a WhyPage,
    why: &'a Why,
    f: &'a Frame,
    w: Language,
}

impl View<'_> {
    fn ways(&self) -> Vec<AreaWay> {
        ways(self.f)
    }

    fn about(&self, word: MyCityWord) -> String {
        self.w.fill(word, &[("city", Part::Text(&self.p.city.name))])
    }

    fn title(&self) -> String {
        self.about(if self.p.why.rules.is_empty() { MyCityWord::WhyTitle } else { MyCityWord::WhyTitleNot })
    }

    fn back_href(&self) -> String {
        self.f.href_with("/my-city/suggestions", &self.p.question.as_query())
    }

    fn ask_href(&self) -> String {
        let query = self.p.question.as_query();
        self.f.href_with("/my-city/ask", &[query.as_slice(), &[("city", self.p.city.slug.as_str())]].concat())
    }

    fn to_give(&self) -> Vec<(&'static str, String)> {
        words_to_give(self.p.said.as_ref(), self.w)
    }

    fn given(&self, word: &GivenWord) -> String {
        word.said(self.w)
    }

    fn theme_code(&self) -> &str {
        self.p.question.theme.as_ref().map_or("", |theme| theme.code.as_str())
    }
}

/// The explanation of a suggestion as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_why(page: &WhyPage) -> askama::Result<String> {
    View { p: page, why: &page.why, f: &page.frame, w: page.frame.lang }.render()
}
