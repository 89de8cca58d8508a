//! What a round asks for, as lines of words.

use super::book::{Book, country};
use crate::console::marks::level_name;
use crate::console::word::RoundWord;
use crate::console::words::{Language, Part};
use crate::domain::code::Slug;
use crate::domain::pairing::Kind;
use crate::domain::round_plan::{OwnQuota, RoundPlan};

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanLine {
    /// What it is about.
    pub label: String,
    /// What is asked for.
    pub value: String,
}

/// Everything that a plan says; what it leaves open is left out.
pub fn plan_lines(plan: &RoundPlan, book: &Book, lang: Language) -> Vec<PlanLine> {
    let writer = Writer { plan, book, lang };
    let lines = [writer.scope(), writer.places(), writer.caps(), writer.rest()];
    let said = lines.into_iter().flatten().filter(|(_, value)| !value.is_empty());
    said.map(|(label, value)| PlanLine { label: lang.say(label), value }).collect()
}

type Said = (RoundWord, String);

struct Writer<'a> {
    plan: &'a RoundPlan,
    book: &'a Book,
    lang: Language,
}

impl Writer<'_> {
    fn cities(&self, slugs: &[Slug]) -> String {
        slugs.iter().map(|slug| self.book.city(slug.as_str())).collect::<Vec<_>>().join(", ")
    }

    fn pairs(&self, pairs: &[[Slug; 2]]) -> String {
        let pair = |[a, b]: &[Slug; 2]| self.book.pair(self.plan.kind, (a.as_str(), b.as_str()), self.lang);
        pairs.iter().map(pair).collect::<Vec<_>>().join("; ")
    }

    fn scope(&self) -> Vec<Said> {
        let scope = &self.plan.scope;
        let is_open = scope.networks.is_empty() && scope.countries.is_empty() && scope.levels.is_empty() && scope.cities.is_empty();
        let all = if is_open { self.lang.say(RoundWord::PlanEveryMember) } else { String::new() };
        vec![
            (RoundWord::FormScope, all),
            (RoundWord::FormCountries, scope.countries.iter().map(|code| country(code.as_str(), self.lang)).collect::<Vec<_>>().join(", ")),
            (RoundWord::FormNetworks, scope.networks.join(", ")),
            (RoundWord::FormLevels, scope.levels.iter().map(|level| level_name(level, &self.lang)).collect::<Vec<_>>().join(", ")),
            (RoundWord::FormCities, self.cities(&scope.cities)),
            (RoundWord::FormWithout, self.cities(&scope.without)),
            (
                RoundWord::FormObjective,
                self.lang.name_of(RoundWord::ObjectiveName, self.plan.objective.as_str(), self.plan.objective.as_str()),
            ),
        ]
    }

    fn places(&self) -> Vec<Said> {
        let rules = &self.plan.rules;
        let whole = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        let usual = if self.plan.kind == Kind::PeerLearning { None } else { rules.most.or(Some(1)) };
        let (learner, mentor) = match self.plan.kind {
            Kind::PeerLearning => (rules.most_as_learner.or(Some(1)), rules.most_as_mentor.or(Some(2))),
            Kind::SisterCity | Kind::MutualAid => (None, None),
        };
        vec![
            (RoundWord::FormMost, whole(rules.most.or(usual))),
            (RoundWord::FormLeast, whole(Some(rules.least).filter(|least| *least > 0))),
            (RoundWord::FormLearner, whole(learner)),
            (RoundWord::FormMentor, whole(mentor)),
            (RoundWord::FormOwn, rules.own.iter().map(|own| self.own(own)).collect::<Vec<_>>().join("; ")),
        ]
    }

    fn own(&self, own: &OwnQuota) -> String {
        let number = |number: Option<u32>| number.map_or_else(|| self.lang.say(RoundWord::PlanUsual), |number| number.to_string());
        let city = self.book.city(own.city.as_str());
        let (must, may, learner, mentor) = (number(own.least), number(own.most), number(own.most_as_learner), number(own.most_as_mentor));
        if self.plan.kind == Kind::PeerLearning {
            let parts = [("city", Part::Text(city)), ("learner", Part::Text(&learner)), ("mentor", Part::Text(&mentor))];
            return self.lang.fill(RoundWord::PlanOwnRoles, &parts);
        }
        self.lang.fill(RoundWord::PlanOwn, &[("city", Part::Text(city)), ("must", Part::Text(&must)), ("may", Part::Text(&may))])
    }

    fn caps(&self) -> Vec<Said> {
        let rules = &self.plan.rules;
        let whole = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        let capped = |name: String, most: u32| {
            let most = most.to_string();
            self.lang.fill(RoundWord::PlanCap, &[("country", Part::Text(&name)), ("most", Part::Text(&most))])
        };
        let named = |code: &crate::domain::code::CountryCode| country(code.as_str(), self.lang);
        let caps = rules.country_caps.iter().map(|cap| capped(named(&cap.country), cap.most));
        let pairs = rules.country_pair_caps.iter().map(|cap| capped(format!("{} – {}", named(&cap.a), named(&cap.b)), cap.most));
        vec![
            (RoundWord::FormCountryCap, whole(rules.country_cap)),
            (RoundWord::FormCountryCaps, caps.collect::<Vec<_>>().join(", ")),
            (RoundWord::FormPairCap, whole(rules.country_pair_cap)),
            (RoundWord::FormPairCaps, pairs.collect::<Vec<_>>().join(", ")),
        ]
    }

    fn rest(&self) -> Vec<Said> {
        let rules = &self.plan.rules;
        let number = |number: Option<f64>| number.map(|number| self.lang.measure(number)).unwrap_or_default();
        let share = |share: &crate::domain::round_plan::ShareRule| {
            let name = self.lang.name_of(RoundWord::GroupingUnlike, share.grouping.as_str(), share.grouping.as_str());
            let percent = self.lang.measure(share.at_least * 100.0);
            format!("{name}: {}", self.lang.fill(RoundWord::PlanPercent, &[("share", Part::Text(&percent))]))
        };
        let same_level = if rules.same_level { self.lang.say(RoundWord::PlanYes) } else { String::new() };
        vec![
            (RoundWord::FormShares, rules.shares.iter().map(share).collect::<Vec<_>>().join("; ")),
            (RoundWord::FormMinimum, number(rules.minimum_score)),
            (RoundWord::FormRatio, number(rules.largest_size_ratio)),
            (RoundWord::FormSameLevel, same_level),
            (RoundWord::FormLocked, self.pairs(&rules.locked)),
            (RoundWord::FormBarred, self.pairs(&rules.barred)),
        ]
    }
}
