//! The engine's explanation of a pair in the reader's language.

use chrono::NaiveDate;

use crate::app::App;
use crate::console::evidence::Evidence;
use crate::console::marks::{HazardMark, Theme, unit_name};
use crate::console::pages::my_city::{Change, EvidenceLine, Points, Sure, ThemeEvidence, Why};
use crate::console::word::MyCityWord;
use crate::console::words::{Language, Part};
use crate::i18n::labels;
use crate::matching::answer::{self, EvidenceKind, EvidenceSide, PairExplanation, Suggestion, ThemeMatch, ThemeSide};
use crate::matching::indicators::Scope;
use crate::matching::{Arg, Message};

/// A score as people read it.
pub(super) fn rounded(value: f64) -> i64 {
    // Scores are of 0 to 100 and distances below half of the Earth's girth.
    value.round() as i64
}

/// To one decimal.
pub(super) fn to_tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// The explanation in words, computed from the data of a day; none for a city with itself.
pub(super) fn in_words(found: &PairExplanation, date: NaiveDate, (app, lang): (&App, Language)) -> Option<Why> {
    let teller = Teller { app, lang, found };
    let item = found.suggestion.as_ref()?;
    let of_side =
        |side: Side| item.reasons.iter().filter(|reason| teller.side_of(reason) == side).map(|reason| teller.say(reason)).collect();
    Some(Why {
        city: found.city.name.clone(),
        other: found.other.name.clone(),
        text: app.catalogues().paragraph(lang, &item.text),
        rules: found.rules.iter().map(|hit| teller.say(&hit.message)).collect(),
        score: rounded(item.score),
        sure: Sure::of(item.confidence),
        ranks: [item.rank, item.reverse_rank],
        bounds: item.bounds.map(rounded),
        survival: rounded(item.survival * 100.0),
        first_gains: of_side(Side::First),
        other_gains: of_side(Side::Other),
        both: of_side(Side::Both),
        against: item.against.iter().map(|message| teller.say(message)).collect(),
        changes: item.counterfactuals.iter().map(|change| teller.change(change)).collect(),
        parts: teller.parts(item),
        evidence: item.themes.iter().filter_map(|theme| teller.theme(theme)).collect(),
        missing: item.missing.iter().map(|input| (teller.say(&input.what), lang.measure(to_tenth(input.points)))).collect(),
        model: found.model.name.clone(),
        date,
    })
}

/// Who gains by a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    First,
    Other,
    Both,
}

#[derive(Clone, Copy)]
struct Teller<'a> {
    app: &'a App,
    lang: Language,
    found: &'a PairExplanation,
}

impl Teller<'_> {
    fn say(self, message: &Message) -> String {
        self.app.catalogues().render(self.lang, message)
    }

    /// A reason that names a learner is that city's gain.
    fn side_of(self, reason: &Message) -> Side {
        match reason.args.get("learner") {
            Some(Arg::City(name)) if *name == self.found.city.name => Side::First,
            Some(Arg::City(name)) if *name == self.found.other.name => Side::Other,
            _ => Side::Both,
        }
    }

    fn change(self, change: &answer::Counterfactual) -> Change {
        Change { what: self.say(&change.change), rank: change.rank, score: rounded(change.score) }
    }

    fn parts(self, item: &Suggestion) -> Vec<Points> {
        let name = |name: &str| self.app.catalogues().label(self.lang, "factor", name);
        let points = item.factors.iter().map(|factor| Points { name: name(&factor.name), points: to_tenth(factor.contribution) });
        let mut points: Vec<Points> = points.collect();
        points.sort_by(|a, b| b.points.total_cmp(&a.points));
        points
    }

    fn theme(self, carried: &ThemeMatch) -> Option<ThemeEvidence> {
        let (city, other) = (self.found.city.name.clone(), self.found.other.name.clone());
        let (gains, gives) = match carried.side {
            ThemeSide::Learns => (city, other),
            ThemeSide::Teaches => (other, city),
        };
        let of = |side: EvidenceSide| carried.evidence.iter().filter(|line| line.of == side).map(|line| self.evidence(line)).collect();
        Some(ThemeEvidence {
            theme: Theme::named(self.app.model().taxonomy(), &carried.code, self.lang)?,
            gains,
            gives,
            need: of(EvidenceSide::Need),
            offer: of(EvidenceSide::Offer),
        })
    }

    fn evidence(self, line: &answer::Evidence) -> EvidenceLine {
        let kind = self.app.catalogues().label(self.lang, "evidence", line.kind.as_str());
        let definition = line.indicator.as_ref().and_then(|code| self.app.model().indicator(code));
        let hazard = line.hazard.as_ref().and_then(|name| name.parse::<HazardMark>().ok()).map(|hazard| hazard.name(&self.lang));
        let name = line.title.clone().map(|title| format!("“{title}”"));
        let name = name.or_else(|| definition.map(|definition| labels::indicator(self.lang, definition))).or(hazard);
        let mut letters = kind.chars();
        let kind: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        EvidenceLine {
            what: name.map_or(kind.clone(), |name| format!("{kind}: {name}")),
            value: self.value(line),
            year: line.year,
            is_of_country: line.scope == Some(Scope::Country),
            is_derived: line.derived,
            evidence: Evidence::read(line.source.as_deref(), line.from_memory),
        }
    }

    /// The value in words: what it counts depends on what the evidence is.
    fn value(self, line: &answer::Evidence) -> Option<String> {
        let value = self.lang.measure(line.value?);
        let say = |word: MyCityWord| self.lang.fill(word, &[("shown", Part::Text(&value))]);
        Some(match line.kind {
            EvidenceKind::Priority => say(MyCityWord::WhyRank),
            EvidenceKind::Assessment | EvidenceKind::SelfDeclared | EvidenceKind::Verified => say(MyCityWord::WhyOfFive),
            EvidenceKind::Hazard => say(MyCityWord::WhyOfThree),
            EvidenceKind::Indicator | EvidenceKind::GoodIndicator => {
                let unit = line.indicator.as_ref().and_then(|code| self.app.model().indicator(code)).map(|definition| &definition.unit);
                let unit = unit.map(|unit| unit_name(unit, &self.lang)).unwrap_or_default();
                format!("{value} {unit}").trim_end().to_owned()
            }
            EvidenceKind::Practice | EvidenceKind::PracticeDescribed | EvidenceKind::Award | EvidenceKind::Offer => value,
        })
    }
}
