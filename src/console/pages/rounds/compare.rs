//! Two runs of a round side by side: what came, what went, and why, pair by pair.

use askama::Template;
use serde_json::Value;

use super::book::{Book, country, grouping};
use super::told::Teller;
use crate::console::frame::Frame;
use crate::console::word::RoundWord;
use crate::console::words::{Language, Part, Word};
use crate::domain::pairing::Kind;
use crate::matching::rounds::analysis::{Added, AddedWhy, Comparison, Gone, GoneWhy, RuleChange};

/// The comparison of two runs.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparePage {
    /// Its surroundings.
    pub frame: Frame,
    /// The round.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it pairs.
    pub kind: Kind,
    /// The numbers of all runs, oldest first.
    pub runs: Vec<i64>,
    /// The two runs with what changed; none while there is only one.
    pub between: Option<(i64, i64, Comparison)>,
    /// The cities by name.
    pub book: Book,
}

/// A pairing that came or went.
struct Change {
    pair: String,
    why: String,
}

/// A rule that differs.
struct RuleLine {
    rule: String,
    before: String,
    after: String,
}

#[derive(Template)]
#[template(path = "rounds/compare.html")]
struct View<'a> {
    p: &'a ComparePage,
    f: &'a Frame,
    w: Language,
}

impl View<'_> {
    fn told(&self) -> Teller<'_> {
        Teller { book: &self.p.book, kind: self.p.kind, lang: self.w }
    }

    fn path(&self) -> String {
        format!("/desk/rounds/{}", self.p.id)
    }

    fn title(&self) -> String {
        let Some((from, to, _)) = &self.p.between else { return self.w.say(RoundWord::CompareChoose) };
        let (from, to) = (from.to_string(), to.to_string());
        self.w.fill(RoundWord::CompareTitle, &[("from", Part::Text(&from)), ("to", Part::Text(&to))])
    }

    /// The answer in words.
    fn lead(&self, found: &Comparison) -> String {
        if found.gone.is_empty() && found.added.is_empty() {
            return self.w.say(RoundWord::CompareSame);
        }
        let kept = self.w.count(RoundWord::CountPairings, found.kept.len());
        let (gone, added) = (self.w.quantity(found.gone.len()), self.w.quantity(found.added.len()));
        let parts = [("kept", Part::Text(kept.as_str())), ("gone", Part::Text(&gone)), ("added", Part::Text(&added))];
        self.w.fill(RoundWord::CompareLead, &parts)
    }

    fn totals(&self, found: &Comparison) -> Vec<String> {
        let told = self.told();
        let (cities, points) = (told.signed(found.totals.covered as f64), told.signed(found.totals.score));
        let all = self.w.fill(RoundWord::CompareTotals, &[("cities", Part::Text(&cities)), ("points", Part::Text(&points))]);
        let worst = found.totals.worst.map(|worst| told.signed(worst));
        let worst = worst.map(|points| self.w.fill(RoundWord::CompareWorst, &[("points", Part::Text(&points))]));
        let named = |word: RoundWord, slugs: &[String]| {
            let names: Vec<String> = slugs.iter().map(|slug| self.p.book.city(slug).to_owned()).collect();
            (!names.is_empty()).then(|| self.w.fill(word, &[("cities", Part::Text(&told.listed(&names)))]))
        };
        let gained = named(RoundWord::CompareGained, &found.newly_covered);
        let lost = named(RoundWord::CompareLost, &found.no_longer_covered);
        std::iter::once(all).chain(worst).chain(gained).chain(lost).collect()
    }

    fn gone(&self, found: &Comparison) -> Vec<Change> {
        let one = |gone: &Gone| Change { pair: self.told().pair(&gone.a, &gone.b), why: self.why_gone(gone.why) };
        found.gone.iter().map(one).collect()
    }

    fn added(&self, found: &Comparison) -> Vec<Change> {
        let one = |added: &Added| Change { pair: self.told().pair(&added.a, &added.b), why: self.why_added(added.why) };
        found.added.iter().map(one).collect()
    }

    fn kept(&self, found: &Comparison) -> Vec<String> {
        found.kept.iter().map(|(a, b)| self.told().pair(a, b)).collect()
    }

    fn why_gone(&self, why: GoneWhy) -> String {
        let (code, scores) = match why {
            GoneWhy::CityLeft => ("city_left", None),
            GoneWhy::NoCandidate => ("no_candidate", None),
            GoneWhy::Barred => ("barred", None),
            GoneWhy::Quota => ("quota", None),
            GoneWhy::Score { from, to } => ("score", Some((from, to))),
            GoneWhy::GivenUp => ("given_up", None),
        };
        self.because(RoundWord::GoneWhy, code, scores)
    }

    fn why_added(&self, why: AddedWhy) -> String {
        let (code, scores) = match why {
            AddedWhy::NewCity => ("new_city", None),
            AddedWhy::NewCandidate => ("new_candidate", None),
            AddedWhy::BarLifted => ("bar_lifted", None),
            AddedWhy::Locked => ("locked", None),
            AddedWhy::Quota => ("quota", None),
            AddedWhy::Score { from, to } => ("score", Some((from, to))),
            AddedWhy::Chosen => ("chosen", None),
        };
        self.because(RoundWord::AddedWhy, code, scores)
    }

    fn because(&self, word: RoundWord, code: &str, scores: Option<(f64, f64)>) -> String {
        let (from, to) = scores.map(|(from, to)| (self.told().score(from), self.told().score(to))).unwrap_or_default();
        self.w.fill(word, &[("code", Part::Text(code)), ("from", Part::Text(&from)), ("to", Part::Text(&to))])
    }

    fn rules(&self, found: &Comparison) -> Vec<RuleLine> {
        let writer = RuleWriter { told: self.told(), book: &self.p.book, lang: self.w };
        found.rules.iter().map(|change| writer.line(change)).collect()
    }

    fn chosen(&self, number: &i64, is_from: &bool) -> bool {
        let Some((from, to, _)) = &self.p.between else { return false };
        number == if *is_from { from } else { to }
    }
}

/// Writes the rules of the solver's input for people.
struct RuleWriter<'a> {
    told: Teller<'a>,
    book: &'a Book,
    lang: Language,
}

impl RuleWriter<'_> {
    fn line(&self, change: &RuleChange) -> RuleLine {
        RuleLine {
            rule: self.rule(&change.field),
            before: self.value(&change.field, &change.before),
            after: self.value(&change.field, &change.after),
        }
    }

    fn rule(&self, field: &str) -> String {
        let word = match field {
            "kind" => RoundWord::FormKind,
            "objective" => RoundWord::FormObjective,
            "country_pair_cap" => RoundWord::FormPairCap,
            "country_pair_caps" => RoundWord::FormPairCaps,
            "country_cap" => RoundWord::FormCountryCap,
            "country_caps" => RoundWord::FormCountryCaps,
            "shares" => RoundWord::FormShares,
            "locked" => RoundWord::FormLocked,
            "barred" => RoundWord::FormBarred,
            _ => return self.places(field),
        };
        self.lang.say(word)
    }

    /// `nodes.hue.max`: what one city may or must have.
    fn places(&self, field: &str) -> String {
        let Some((slug, code)) = field.strip_prefix("nodes.").and_then(|rest| rest.rsplit_once('.')) else { return field.to_owned() };
        let parts = [("city", Part::Text(self.book.city(slug))), ("code", Part::Text(code))];
        self.lang.fill(RoundWord::FieldPlaces, &parts)
    }

    fn value(&self, field: &str, value: &Value) -> String {
        match value {
            Value::Null => self.lang.say(RoundWord::CompareNone),
            Value::Bool(_) => self.lang.say(RoundWord::PlanYes),
            Value::Number(number) => self.lang.measure(number.as_f64().unwrap_or_default()),
            Value::String(code) => self.code(field, code),
            Value::Array(list) if list.is_empty() => self.lang.say(RoundWord::CompareNone),
            Value::Array(list) => list.iter().map(|item| self.item(field, item)).collect::<Vec<_>>().join("; "),
            Value::Object(map) => map.values().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        }
    }

    fn code(&self, field: &str, code: &str) -> String {
        match field {
            "objective" => self.lang.name_of(RoundWord::ObjectiveName, code, code),
            "kind" => self.lang.name_of(Word::KindName, code, code),
            _ => code.to_owned(),
        }
    }

    /// One entry of a list of rules.
    fn item(&self, field: &str, item: &Value) -> String {
        let text = |name: &str| item.get(name).and_then(Value::as_str).unwrap_or_default();
        let number = |name: &str| item.get(name).and_then(Value::as_f64).unwrap_or_default();
        let capped = |of: String| {
            let most = self.lang.measure(number("most"));
            self.lang.fill(RoundWord::PlanCap, &[("country", Part::Text(&of)), ("most", Part::Text(&most))])
        };
        let end = |at: usize| item.get(at).and_then(Value::as_str).unwrap_or_default();
        match field {
            "locked" | "barred" => self.told.pair(end(0), end(1)),
            "country_caps" => capped(country(text("country"), self.lang)),
            "country_pair_caps" => capped(format!("{} – {}", country(text("a"), self.lang), country(text("b"), self.lang))),
            "shares" => {
                let percent = self.lang.measure(100.0 * number("at_least"));
                let share = self.lang.fill(RoundWord::PlanPercent, &[("share", Part::Text(&percent))]);
                format!("{}: {share}", grouping(text("grouping"), self.lang))
            }
            _ => item.to_string(),
        }
    }
}

/// The comparison as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_compare(page: &ComparePage) -> askama::Result<String> {
    View { p: page, f: &page.frame, w: page.frame.lang }.render()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::console::pages::rounds::BookedCity;

    #[test]
    fn every_rule_of_the_solvers_input_is_told_in_words() {
        let city = |slug: &str, name: &str| BookedCity { slug: slug.into(), name: name.into(), country: "VN".into(), is_active: true };
        let book = Book::new([city("hue", "Hue"), city("vung-tau", "Vung Tau")]);
        let told = Teller { book: &book, kind: Kind::SisterCity, lang: Language::En };
        let writer = RuleWriter { told, book: &book, lang: Language::En };
        let line = |field: &str, after: Value| writer.line(&RuleChange { field: field.to_owned(), before: Value::Null, after });
        assert_eq!(line("nodes.vung-tau.max", json!(2)).rule, "Vung Tau: may have");
        assert_eq!(line("locked", json!([["hue", "vung-tau"]])).after, "Hue and Vung Tau");
        assert_eq!(line("country_caps", json!([{"country": "ID", "most": 3}])).after, "Indonesia 3");
        assert_eq!(line("country_pair_caps", json!([{"a": "ID", "b": "VN", "most": 1}])).after, "Indonesia – Viet Nam 1");
        assert_eq!(line("shares", json!([{"grouping": "income", "at_least": 0.335}])).after, "income of the country: 33.5 %");
        assert_eq!(line("objective", json!("score")).after, "The best fit alone");
        let nothing = line("barred", json!([]));
        assert_eq!((nothing.before.as_str(), nothing.after.as_str()), ("none", "none"));
    }
}
