//! What the actions find wrong with a plan, in the page's language and by the field of the form it is about.
//!
//! A fault comes with a pointer into the plan and with English words; which of them it is decides on the words here. One that has no words
//! here yet is shown in its own.

use crate::app::App;
use crate::console::pages::rounds::{Book, FieldFault, grouping};
use crate::console::word::RoundWord;
use crate::console::words::{Language, Part};
use crate::domain::code::Slug;
use crate::domain::fault::{Fault, Faults};
use crate::domain::round_plan::RoundPlan;

/// What a reader is told.
pub(super) struct Teller<'a> {
    pub(super) app: &'a App,
    pub(super) book: &'a Book,
    pub(super) lang: Language,
}

impl Teller<'_> {
    /// Every fault with its field.
    pub(super) fn all(&self, plan: &RoundPlan, faults: Faults) -> Vec<FieldFault> {
        let told = |fault: Fault| FieldFault { field: field(plan, &fault.pointer), words: self.words(plan, &fault) };
        faults.into_vec().into_iter().map(told).collect()
    }

    fn words(&self, plan: &RoundPlan, fault: &Fault) -> String {
        let (pointer, detail) = (fault.pointer.as_str(), fault.detail.as_str());
        if let Some((_, word)) = BY_FIELD.iter().find(|(known, _)| *known == pointer) {
            return self.lang.say(*word);
        }
        if let Some((_, word)) = BY_DETAIL.iter().find(|(known, _)| detail.contains(known)) {
            let name = named(plan, pointer, detail).map(|slug| self.book.city(slug.as_str()).to_owned()).unwrap_or_default();
            return self.lang.fill(*word, &[("name", Part::Text(&name))]);
        }
        self.special(plan, pointer, detail).unwrap_or_else(|| self.lang.fill(RoundWord::FaultOther, &[("what", Part::Text(detail))]))
    }

    fn special(&self, plan: &RoundPlan, pointer: &str, detail: &str) -> Option<String> {
        if let Some(rule) = detail.strip_prefix("the rule ").and_then(|rest| rest.strip_suffix(" takes this pair out")) {
            let rule = self.app.catalogues().label(self.lang, "excluded", rule);
            return Some(self.lang.fill(RoundWord::FaultRule, &[("rule", Part::Text(&rule))]));
        }
        if detail.starts_with("no two cities of the round differ in") {
            let share = plan.rules.shares.get(number_in(pointer)?)?;
            let what = grouping(share.grouping.as_str(), self.lang);
            return Some(self.lang.fill(RoundWord::FaultAlike, &[("what", Part::Text(&what))]));
        }
        if pointer.ends_with("/at_least") {
            return Some(self.lang.say(RoundWord::FaultShare));
        }
        (pointer == "/rules").then(|| self.lang.fill(RoundWord::FaultContradiction, &[("what", Part::Text(detail))]))
    }
}

/// Fields of which only one thing can be wrong.
const BY_FIELD: [(&str, RoundWord); 10] = [
    ("/name", RoundWord::FaultName),
    ("/kind", RoundWord::FaultKind),
    ("/theme", RoundWord::FaultTheme),
    ("/candidates", RoundWord::FaultCandidates),
    ("/alternates", RoundWord::FaultAlternates),
    ("/scope", RoundWord::FaultScope),
    ("/rules/least", RoundWord::FaultLeast),
    ("/rules/most_as_learner", RoundWord::FaultRoles),
    ("/rules/minimum_score", RoundWord::FaultMinimum),
    ("/rules/largest_size_ratio", RoundWord::FaultRatio),
];

/// What can be wrong with a line of a list, by what the fault says.
const BY_DETAIL: [(&str, RoundWord); 10] = [
    ("there twice", RoundWord::FaultTwice),
    ("is one city twice", RoundWord::FaultOneCity),
    ("locked and barred at once", RoundWord::FaultLockedBarred),
    ("does not take part in the round", RoundWord::FaultNotIn),
    ("is no active member", RoundWord::FaultNotActive),
    ("there is no city", RoundWord::FaultUnknown),
    ("picked and left out at once", RoundWord::FaultPickedAndOut),
    ("is above most", RoundWord::FaultLeast),
    ("must have at most 20000 entries", RoundWord::FaultTooMany),
    ("must not be blank", RoundWord::FaultHalf),
];

/// The numbers in a pointer: `/rules/locked/2/0` gives 2.
fn number_in(pointer: &str) -> Option<usize> {
    pointer.split('/').find_map(|part| part.parse().ok())
}

/// The city that a fault is about.
fn named<'a>(plan: &'a RoundPlan, pointer: &str, detail: &str) -> Option<&'a Slug> {
    let at = number_in(pointer)?;
    let of_pair = |pair: &'a [Slug; 2]| {
        let side: Option<usize> = pointer.rsplit('/').next().and_then(|last| last.parse().ok());
        let is_of_one = pointer.split('/').count() == 5;
        match side.filter(|_| is_of_one) {
            Some(side) => pair.get(side),
            None => pair.iter().find(|slug| detail.starts_with(&format!("{slug} "))),
        }
    };
    match pointer.split('/').skip(1).collect::<Vec<_>>().as_slice() {
        ["scope", "cities", ..] => plan.scope.cities.get(at),
        ["scope", "without", ..] => plan.scope.without.get(at),
        ["rules", "own", ..] => plan.rules.own.get(at).map(|own| &own.city),
        ["rules", "locked", ..] => plan.rules.locked.get(at).and_then(of_pair),
        ["rules", "barred", ..] => plan.rules.barred.get(at).and_then(of_pair),
        _ => None,
    }
}

/// The id of the place in the form that a pointer is about.
fn field(plan: &RoundPlan, pointer: &str) -> String {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    match parts.as_slice() {
        ["scope"] => "scope".to_owned(),
        ["scope", list, ..] => (*list).to_owned(),
        ["rules", "own", at, ..] => format!("own-{at}"),
        ["rules", "country_caps", at, ..] => format!("cap-{at}"),
        ["rules", "country_pair_caps", at, ..] => format!("pair-{at}"),
        ["rules", list @ ("locked" | "barred"), at, ..] => format!("{list}-{at}"),
        ["rules", "shares", at, ..] => {
            let share = at.parse().ok().and_then(|at: usize| plan.rules.shares.get(at));
            share.map_or_else(|| "rules".to_owned(), |share| format!("share-{}", share.grouping))
        }
        ["rules", "locked" | "barred"] => "pairs-heading".to_owned(),
        ["rules", field] => (*field).to_owned(),
        ["rules"] => "rules".to_owned(),
        [field] if ["name", "kind", "theme", "candidates", "alternates", "objective"].contains(field) => (*field).to_owned(),
        _ => "form".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_stands_beside_the_line_it_is_about() {
        let rules = serde_json::json!({"shares": [{"grouping": "size", "at_least": 2.0}]});
        let plan: RoundPlan = serde_json::from_value(serde_json::json!({"name": "M", "kind": "sister_city", "rules": rules})).unwrap();
        for (pointer, expected) in [
            ("/name", "name"),
            ("/scope", "scope"),
            ("/scope/cities/3", "cities"),
            ("/rules/own/0/city", "own-0"),
            ("/rules/locked/1/0", "locked-1"),
            ("/rules/shares/0/at_least", "share-size"),
            ("/rules/country_pair_caps/2", "pair-2"),
            ("/rules/minimum_score", "minimum_score"),
            ("/elsewhere", "form"),
        ] {
            assert_eq!(field(&plan, pointer), expected);
        }
    }

    #[test]
    fn the_city_that_a_fault_is_about_is_found() {
        let rules = serde_json::json!({"locked": [["hue", "ipoh"]], "own": [{"city": "miri"}]});
        let plan: RoundPlan = serde_json::from_value(serde_json::json!({"name": "M", "kind": "sister_city", "rules": rules})).unwrap();
        let name = |pointer: &str, detail: &str| named(&plan, pointer, detail).map(Slug::as_str);
        assert_eq!(name("/rules/locked/0/1", "there is no city 'ipoh'"), Some("ipoh"));
        assert_eq!(name("/rules/locked/0", "ipoh does not take part in the round"), Some("ipoh"));
        assert_eq!(name("/rules/locked/0", "is one city twice"), None);
        assert_eq!(name("/rules/own/0/city", "miri is no active member"), Some("miri"));
    }
}
