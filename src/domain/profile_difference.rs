//! What changed from one revision of a profile to the next: entry by entry, in the order of the questionnaire.
//!
//! Entries are told apart by their part of the profile and their theme, so that an entry that moved in its list has not changed. A theme that a
//! source names twice among the priorities is told apart by its place among those of the theme.

use super::code::ThemeCode;
use super::profile::{Capacity, Exchange, Priority, Profile, SelfAssessment};

crate::text_enum! {
    /// A part of a profile.
    ProfilePart {
        /// What matters.
        Priorities = "priorities",
        /// What the city can do.
        Capacities = "capacities",
        /// How it sees itself.
        SelfAssessment = "self_assessment",
        /// What it gives.
        Offers = "offers",
        /// What it looks for.
        Needs = "needs",
        /// How many sister cities at a time.
        Partners = "partners",
        /// How many learners at a time.
        Learners = "learners",
        /// How many mentors at a time.
        Mentors = "mentors",
        /// Whether it has an office for international relations.
        InternationalOffice = "international_office",
    }
}

/// What a profile says in one place.
#[derive(Debug, Clone, PartialEq)]
pub enum Statement {
    /// A priority.
    Priority(Priority),
    /// A capacity.
    Capacity(Capacity),
    /// A self-assessment.
    SelfAssessment(SelfAssessment),
    /// An offer or a need.
    Exchange(Exchange),
    /// A number of partners.
    Quota(u32),
    /// Yes or no.
    Is(bool),
}

/// One place in which two revisions differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The part of the profile.
    pub part: ProfilePart,
    /// The theme, where the part speaks of themes.
    pub theme: Option<ThemeCode>,
    /// What the earlier revision says there.
    pub before: Option<Statement>,
    /// What the later one says; at least one of the two is there.
    pub after: Option<Statement>,
}

type Place = (ProfilePart, Option<ThemeCode>, usize);

impl Profile {
    /// Where this revision differs from an earlier one; from nothing where there is none.
    pub fn differences(&self, before: Option<&Profile>) -> Vec<Difference> {
        let (old, new) = (before.map(statements).unwrap_or_default(), statements(self));
        let of = |list: &[(Place, Statement)], place: &Place| list.iter().find(|(other, _)| other == place).map(|(_, said)| said.clone());
        let mut places: Vec<&Place> = new.iter().chain(&old).map(|(place, _)| place).collect();
        places.sort_by_key(|(part, _, _)| *part);
        let mut seen: Vec<&Place> = Vec::new();
        places.retain(|place| {
            !seen.contains(place) && {
                seen.push(place);
                true
            }
        });
        let differ = |place: &Place| {
            let (before, after) = (of(&old, place), of(&new, place));
            (before != after).then(|| Difference { part: place.0, theme: place.1.clone(), before, after })
        };
        places.into_iter().filter_map(differ).collect()
    }

    /// The parts of the questionnaire that say something: priorities, capacities or self-assessment, offers, needs or priorities in words, and
    /// how many partners there is room for; each once, of five.
    pub fn answered_parts(&self) -> usize {
        let quotas = &self.quotas;
        let answered = [
            !self.priorities.is_empty(),
            !self.capacities.is_empty() || !self.self_assessment.is_empty(),
            !self.offers.is_empty(),
            !self.needs.is_empty() || self.priorities.iter().any(|priority| priority.what.is_some()),
            quotas.partners.is_some() || quotas.learners.is_some() || quotas.mentors.is_some() || self.has_international_office.is_some(),
        ];
        answered.into_iter().filter(|is_answered| *is_answered).count()
    }
}

/// How many parts [`Profile::answered_parts`] counts.
pub const PARTS: usize = 5;

fn statements(of: &Profile) -> Vec<(Place, Statement)> {
    let mut said: Vec<(Place, Statement)> = Vec::new();
    let mut add = |part: ProfilePart, theme: Option<&ThemeCode>, statement: Statement| {
        let earlier = said.iter().filter(|((other, of, _), _)| *other == part && of.as_ref() == theme).count();
        said.push(((part, theme.cloned(), earlier), statement));
    };
    of.priorities.iter().for_each(|p| add(ProfilePart::Priorities, Some(&p.theme), Statement::Priority(p.clone())));
    of.capacities.iter().for_each(|c| add(ProfilePart::Capacities, Some(&c.theme), Statement::Capacity(c.clone())));
    of.self_assessment.iter().for_each(|a| add(ProfilePart::SelfAssessment, Some(&a.theme), Statement::SelfAssessment(a.clone())));
    of.offers.iter().for_each(|o| add(ProfilePart::Offers, Some(&o.theme), Statement::Exchange(o.clone())));
    of.needs.iter().for_each(|n| add(ProfilePart::Needs, Some(&n.theme), Statement::Exchange(n.clone())));
    let quotas = &of.quotas;
    for (part, quota) in
        [(ProfilePart::Partners, quotas.partners), (ProfilePart::Learners, quotas.learners), (ProfilePart::Mentors, quotas.mentors)]
    {
        if let Some(quota) = quota {
            add(part, None, Statement::Quota(quota));
        }
    }
    if let Some(has) = of.has_international_office {
        add(ProfilePart::InternationalOffice, None, Statement::Is(has));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn priority(theme: &str, what: &str) -> Priority {
        let theme = theme.parse().expect("a theme");
        Priority { theme, rank: None, what: Some(what.to_owned()), year: None, source: None, from_memory: false }
    }

    fn capacity(theme: &str, level: u32) -> Capacity {
        Capacity { theme: theme.parse().expect("a theme"), level, evidence: None, practice: None, link: None }
    }

    #[test]
    fn an_entry_that_only_moved_has_not_changed() {
        let before = Profile { priorities: vec![priority("solid-waste", "a"), priority("flood", "b")], ..Profile::default() };
        let after = Profile { priorities: vec![priority("flood", "b"), priority("solid-waste", "a")], ..Profile::default() };
        assert_eq!(after.differences(Some(&before)), Vec::new());
    }

    #[test]
    fn what_was_added_changed_and_taken_out_is_told_in_the_order_of_the_questionnaire() {
        let before = Profile { priorities: vec![priority("flood", "b")], capacities: vec![capacity("heritage", 2)], ..Profile::default() };
        let mut after =
            Profile { priorities: vec![priority("solid-waste", "a")], capacities: vec![capacity("heritage", 4)], ..Profile::default() };
        after.quotas.partners = Some(2);
        let found = after.differences(Some(&before));
        let told: Vec<_> = found.iter().map(|d| (d.part, d.before.is_some(), d.after.is_some())).collect();
        assert_eq!(
            told,
            [
                (ProfilePart::Priorities, false, true),
                (ProfilePart::Priorities, true, false),
                (ProfilePart::Capacities, true, true),
                (ProfilePart::Partners, false, true)
            ]
        );
        assert_eq!(found[2].before, Some(Statement::Capacity(capacity("heritage", 2))));
        assert_eq!(after.differences(None).len(), 3, "everything is new to whoever has seen nothing");
    }

    #[test]
    fn a_theme_that_a_source_names_twice_is_two_entries() {
        let before = Profile { priorities: vec![priority("flood", "dykes")], ..Profile::default() };
        let after = Profile { priorities: vec![priority("flood", "dykes"), priority("flood", "early warning")], ..Profile::default() };
        let found = after.differences(Some(&before));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].after, Some(Statement::Priority(priority("flood", "early warning"))));
    }

    #[test]
    fn a_profile_is_complete_when_each_part_says_something() {
        assert_eq!(Profile::default().answered_parts(), 0);
        let mut some = Profile { priorities: vec![priority("flood", "b")], ..Profile::default() };
        assert_eq!(some.answered_parts(), 2, "priorities, and in words what is needed");
        some.capacities.push(capacity("heritage", 2));
        some.has_international_office = Some(false);
        assert_eq!(some.answered_parts(), 4);
    }
}
