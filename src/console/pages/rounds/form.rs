//! The form that sets a round up, exactly as somebody filled it in, so that nothing typed is ever lost.

use askama::Template;
use serde::Deserialize;

use super::book::Book;
use crate::console::frame::Frame;
use crate::console::pages::{Choice, ThemeChoices};
use crate::console::word::{RoundWord, SignedInWord};
use crate::console::words::{Language, Part, Word};
use crate::domain::pairing::Kind;
use crate::domain::round_plan::{Grouping, RoundObjective, RoundPlan};

/// Lines that stand empty at the end of each list, to be filled in.
const SPARE: usize = 2;
/// The same after "more lines".
const MORE: usize = 6;

/// What was filled in, as text. Lists of several columns are columns of one length.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct RoundForm {
    /// Makes sending the form twice do one thing.
    pub once: String,
    /// The version of the round that the form shows; empty for a new one.
    pub version: String,
    /// Which button was pressed: empty for saving.
    pub press: String,
    /// Name of the round.
    pub name: String,
    /// Kind of pairing.
    pub kind: String,
    /// Theme; empty for all.
    pub theme: String,
    /// Networks that are ticked.
    pub networks: Vec<String>,
    /// Countries that are ticked.
    pub countries: Vec<String>,
    /// Levels that are ticked.
    pub levels: Vec<String>,
    /// Cities picked by hand, one a line.
    pub cities: String,
    /// Cities left out by hand, one a line.
    pub without: String,
    /// What is best.
    pub objective: String,
    /// Best partners looked at.
    pub candidates: String,
    /// Next best partners kept.
    pub alternates: String,
    /// Pairings each city must have.
    pub least: String,
    /// Pairings each city may have.
    pub most: String,
    /// As a learner.
    pub most_as_learner: String,
    /// As a mentor.
    pub most_as_mentor: String,
    /// Cities with numbers of their own.
    pub own_city: Vec<String>,
    /// What they must have.
    pub own_least: Vec<String>,
    /// What they may have.
    pub own_most: Vec<String>,
    /// As learners.
    pub own_learner: Vec<String>,
    /// As mentors.
    pub own_mentor: Vec<String>,
    /// Cap for each country.
    pub country_cap: String,
    /// Countries with a cap of their own.
    pub cap_country: Vec<String>,
    /// Those caps.
    pub cap_most: Vec<String>,
    /// Cap for each two countries.
    pub country_pair_cap: String,
    /// Two countries with a cap of their own: one of them.
    pub pair_a: Vec<String>,
    /// The other.
    pub pair_b: Vec<String>,
    /// Those caps.
    pub pair_most: Vec<String>,
    /// Locked pairs: the learner, or either city.
    pub locked_a: Vec<String>,
    /// The mentor, or the other.
    pub locked_b: Vec<String>,
    /// Barred pairs, in the same way.
    pub barred_a: Vec<String>,
    /// The other.
    pub barred_b: Vec<String>,
    /// Shares in percent, in the order of [`Grouping::ALL`].
    pub share: Vec<String>,
    /// No pairing below this score.
    pub minimum_score: String,
    /// Largest ratio of sizes.
    pub largest_size_ratio: String,
    /// Not empty where only cities of one level are paired.
    pub same_level: String,
}

/// Lines of several columns, without those that are empty throughout.
fn full_lines<const N: usize>(columns: [&Vec<String>; N]) -> Vec<[String; N]> {
    let longest = columns.iter().map(|column| column.len()).max().unwrap_or(0);
    let line = |at: usize| columns.map(|column| column.get(at).map(|text| text.trim().to_owned()).unwrap_or_default());
    (0..longest).map(line).filter(|line| line.iter().any(|cell| !cell.is_empty())).collect()
}

impl RoundForm {
    /// The form of a plan.
    pub fn of(plan: &RoundPlan, book: &Book, lang: Language) -> RoundForm {
        let rules = &plan.rules;
        let city = |slug: &dyn std::fmt::Display| book.own_name(&slug.to_string()).to_owned();
        let whole = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        let pairs = |side: usize, pairs: &[[crate::domain::code::Slug; 2]]| pairs.iter().map(|pair| city(&pair[side])).collect();
        let share = |grouping: &Grouping| {
            let found = rules.shares.iter().find(|share| share.grouping == *grouping);
            found.map(|share| written(tenth(share.at_least * 100.0), lang)).unwrap_or_default()
        };
        RoundForm {
            name: plan.name.clone(),
            kind: plan.kind.to_string(),
            theme: plan.theme.as_ref().map(ToString::to_string).unwrap_or_default(),
            networks: plan.scope.networks.clone(),
            countries: plan.scope.countries.iter().map(ToString::to_string).collect(),
            levels: plan.scope.levels.clone(),
            cities: plan.scope.cities.iter().map(|slug| city(slug)).collect::<Vec<_>>().join("\n"),
            without: plan.scope.without.iter().map(|slug| city(slug)).collect::<Vec<_>>().join("\n"),
            objective: plan.objective.to_string(),
            candidates: plan.candidates.to_string(),
            alternates: plan.alternates.to_string(),
            least: if rules.least > 0 { rules.least.to_string() } else { String::new() },
            most: whole(rules.most),
            most_as_learner: whole(rules.most_as_learner),
            most_as_mentor: whole(rules.most_as_mentor),
            own_city: rules.own.iter().map(|own| city(&own.city)).collect(),
            own_least: rules.own.iter().map(|own| whole(own.least)).collect(),
            own_most: rules.own.iter().map(|own| whole(own.most)).collect(),
            own_learner: rules.own.iter().map(|own| whole(own.most_as_learner)).collect(),
            own_mentor: rules.own.iter().map(|own| whole(own.most_as_mentor)).collect(),
            country_cap: whole(rules.country_cap),
            cap_country: rules.country_caps.iter().map(|cap| cap.country.to_string()).collect(),
            cap_most: rules.country_caps.iter().map(|cap| cap.most.to_string()).collect(),
            country_pair_cap: whole(rules.country_pair_cap),
            pair_a: rules.country_pair_caps.iter().map(|cap| cap.a.to_string()).collect(),
            pair_b: rules.country_pair_caps.iter().map(|cap| cap.b.to_string()).collect(),
            pair_most: rules.country_pair_caps.iter().map(|cap| cap.most.to_string()).collect(),
            locked_a: pairs(0, &rules.locked),
            locked_b: pairs(1, &rules.locked),
            barred_a: pairs(0, &rules.barred),
            barred_b: pairs(1, &rules.barred),
            share: Grouping::ALL.iter().map(share).collect(),
            minimum_score: rules.minimum_score.map(|score| written(score, lang)).unwrap_or_default(),
            largest_size_ratio: rules.largest_size_ratio.map(|ratio| written(ratio, lang)).unwrap_or_default(),
            same_level: if rules.same_level { "on".to_owned() } else { String::new() },
            ..RoundForm::default()
        }
    }

    /// A form that nobody has filled in yet.
    pub fn empty() -> RoundForm {
        let usual = (RoundObjective::CoverageThenScore, Kind::SisterCity);
        RoundForm {
            objective: usual.0.to_string(),
            kind: usual.1.to_string(),
            candidates: "30".to_owned(),
            alternates: "3".to_owned(),
            share: vec![String::new(); Grouping::ALL.len()],
            ..RoundForm::default()
        }
    }

    /// Cities with numbers of their own: city, must, may, as learner, as mentor.
    pub fn own(&self) -> Vec<[String; 5]> {
        full_lines([&self.own_city, &self.own_least, &self.own_most, &self.own_learner, &self.own_mentor])
    }

    /// Countries with a cap of their own: country, cap.
    pub fn caps(&self) -> Vec<[String; 2]> {
        full_lines([&self.cap_country, &self.cap_most])
    }

    /// Two countries with a cap of their own: one, the other, cap.
    pub fn pair_caps(&self) -> Vec<[String; 3]> {
        full_lines([&self.pair_a, &self.pair_b, &self.pair_most])
    }

    /// Locked pairs.
    pub fn locked(&self) -> Vec<[String; 2]> {
        full_lines([&self.locked_a, &self.locked_b])
    }

    /// Barred pairs.
    pub fn barred(&self) -> Vec<[String; 2]> {
        full_lines([&self.barred_a, &self.barred_b])
    }
}

/// A number as the language writes it in a field: without groups, which a field would have to take apart again.
fn written(number: f64, lang: Language) -> String {
    let text = number.to_string();
    match lang {
        Language::En | Language::Th | Language::Km => text,
        Language::Id | Language::Vi => text.replace('.', ","),
    }
}

/// Thousandths as percent have one decimal; a double has more.
fn tenth(percent: f64) -> f64 {
    (percent * 10.0).round() / 10.0
}

/// What stands against one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// The field, by the id of its place in the form.
    pub field: String,
    /// What is wrong, in the page's language.
    pub words: String,
}

/// The form with its surroundings.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundFormPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The round that is changed, by id and name; none where a new one is set up.
    pub round: Option<(String, String)>,
    /// What was filled in.
    pub form: RoundForm,
    /// What stands against it.
    pub faults: Vec<FieldFault>,
    /// Somebody else changed the round meanwhile.
    pub is_stale: bool,
    /// Networks to choose from.
    pub networks: Vec<Choice>,
    /// Countries to choose from, by ISO code.
    pub countries: Vec<Choice>,
    /// Levels to choose from.
    pub levels: Vec<Choice>,
    /// Themes to choose from.
    pub themes: Vec<ThemeChoices>,
    /// Cities to choose from: what each alone is called, and its country.
    pub cities: Vec<(String, String)>,
}

/// A line of a list in the form.
struct Line<const N: usize> {
    at: usize,
    cells: [String; N],
}

#[derive(Template)]
#[template(path = "rounds/form.html")]
struct View<'a> {
    p: &'a RoundFormPage,
    f: &'a Frame,
    w: Language,
}

impl View<'_> {
    fn title(&self) -> String {
        match &self.p.round {
            Some((_, name)) => self.w.fill(RoundWord::FormEdit, &[("name", Part::Text(name))]),
            None => self.w.say(RoundWord::FormNew),
        }
    }

    fn lead(&self) -> String {
        let word = if self.p.round.is_some() { RoundWord::FormEditLead } else { RoundWord::FormLead };
        self.w.say(word)
    }

    fn action(&self) -> String {
        self.p.round.as_ref().map_or_else(|| "/desk/rounds/new".to_owned(), |(id, _)| format!("/desk/rounds/{id}/edit"))
    }

    fn back(&self) -> String {
        self.p.round.as_ref().map_or_else(|| "/desk/rounds".to_owned(), |(id, _)| format!("/desk/rounds/{id}"))
    }

    fn kinds(&self) -> Vec<Choice> {
        let choice = |kind: &Kind| Choice { value: kind.to_string(), label: self.w.name_of(Word::KindName, kind.as_str(), kind.as_str()) };
        Kind::ALL.iter().map(choice).collect()
    }

    fn objectives(&self) -> Vec<(String, String, String)> {
        let said = |word: RoundWord, objective: &RoundObjective| self.w.name_of(word, objective.as_str(), objective.as_str());
        let one = |objective: &RoundObjective| {
            (objective.to_string(), said(RoundWord::ObjectiveName, objective), said(RoundWord::ObjectiveHint, objective))
        };
        RoundObjective::ALL.iter().map(one).collect()
    }

    /// Each share: its code, what it is called, and what was filled in.
    fn shares(&self) -> Vec<(String, String, String)> {
        let one = |(at, grouping): (usize, &Grouping)| {
            let label = self.w.name_of(RoundWord::GroupingUnlike, grouping.as_str(), grouping.as_str());
            (grouping.to_string(), label, self.p.form.share.get(at).cloned().unwrap_or_default())
        };
        Grouping::ALL.iter().enumerate().map(one).collect()
    }

    /// The lines of a list with some more to fill in.
    fn lines<const N: usize>(&self, mut full: Vec<[String; N]>) -> Vec<Line<N>> {
        let spare = if self.p.form.press == "more" { MORE } else { SPARE };
        full.extend(std::iter::repeat_with(|| std::array::from_fn(|_| String::new())).take(spare));
        full.into_iter().enumerate().map(|(at, cells)| Line { at, cells }).collect()
    }

    #[expect(clippy::unused_self, reason = "a template calls it on itself")]
    fn has(&self, list: &[String], value: &str) -> bool {
        list.iter().any(|ticked| ticked == value)
    }

    /// What stands against a field, if anything.
    fn fault(&self, field: impl AsRef<str>) -> Option<String> {
        let field = field.as_ref();
        let words: Vec<&str> = self.p.faults.iter().filter(|fault| fault.field == field).map(|fault| fault.words.as_str()).collect();
        (!words.is_empty()).then(|| words.join(" "))
    }

    fn is_fine_open(&self) -> bool {
        ["candidates", "alternates"].iter().any(|field| self.fault(field).is_some())
    }
}

/// The form as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_round_form(page: &RoundFormPage) -> askama::Result<String> {
    View { p: page, f: &page.frame, w: page.frame.lang }.render()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_nobody_filled_in_are_no_lines() {
        let texts = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect();
        let form = RoundForm { locked_a: texts(&["", "Hue", " "]), locked_b: texts(&[" ", "", "Ipoh", "Miri"]), ..RoundForm::default() };
        let expected = [["Hue", ""], ["", "Ipoh"], ["", "Miri"]];
        assert_eq!(form.locked(), expected.map(|line| line.map(str::to_owned)));
    }

    #[test]
    fn a_share_is_written_in_percent_as_the_language_writes_it() {
        let rules = serde_json::json!({"shares": [{"grouping": "income", "at_least": 0.335}]});
        let plan = serde_json::from_value(serde_json::json!({"name": "Manila", "kind": "sister_city", "rules": rules})).unwrap();
        assert_eq!(RoundForm::of(&plan, &Book::default(), Language::Id).share[0], "33,5");
        assert_eq!(RoundForm::of(&plan, &Book::default(), Language::En).share[0], "33.5");
    }
}
