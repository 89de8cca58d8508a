//! A city's profile: what it wants, what it can, what it offers. Revisioned; a revision that was handed in is never changed.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::code::{LanguageCode, ThemeCode};
use super::fault::{Faults, TEXT_MAX_CHARS, check_optional_text};
use super::id::PracticeId;

crate::text_enum! {
    /// Where a revision stands.
    RevisionState {
        /// In work.
        Draft = "draft",
        /// Handed in, waiting for the secretariat.
        Submitted = "submitted",
        /// The secretariat stands behind it.
        Verified = "verified",
        /// Sent back with a reason.
        Returned = "returned",
    }
}

crate::text_enum! {
    /// How an offer or a need is met.
    Mode {
        /// Officials visit.
        StudyVisit = "study_visit",
        /// An official works in the other city for a time.
        Secondment = "secondment",
        /// A course.
        Training = "training",
        /// A meeting on line.
        Webinar = "webinar",
        /// Both build something.
        JointProject = "joint_project",
    }
}

/// A theme that matters to the city.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Priority {
    /// The theme.
    #[cfg_attr(feature = "server", schema(value_type = String))]
    pub theme: ThemeCode,
    /// 1 is the most important. Absent where a source names the theme without an order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(minimum = 1, maximum = 40))]
    pub rank: Option<u32>,
    /// What the city wants to solve or build.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
    /// The year of the statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(minimum = 1990, maximum = 2100))]
    pub year: Option<i32>,
    /// Where it is written; absent where the city itself says so here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Whether it rests on background knowledge alone, and so is shown as unverified.
    #[serde(default)]
    pub from_memory: bool,
}

/// What the city can do in a theme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Capacity {
    /// The theme.
    #[cfg_attr(feature = "server", schema(value_type = String))]
    pub theme: ThemeCode,
    /// Maturity, 0 (nothing) to 5 (others come to learn).
    #[cfg_attr(feature = "server", schema(minimum = 0, maximum = 5))]
    pub level: u32,
    /// What shows it, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// A practice of the own city that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(value_type = Option<uuid::Uuid>))]
    pub practice: Option<PracticeId>,
    /// A page that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// How the city sees itself in a theme, by the guideline on localising ACV 2045.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SelfAssessment {
    /// The theme.
    #[cfg_attr(feature = "server", schema(value_type = String))]
    pub theme: ThemeCode,
    /// 0 to 5.
    #[cfg_attr(feature = "server", schema(minimum = 0, maximum = 5))]
    pub level: u32,
    /// The year of the assessment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(minimum = 1990, maximum = 2100))]
    pub year: Option<i32>,
}

/// Something the city gives or looks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Exchange {
    /// The theme.
    #[cfg_attr(feature = "server", schema(value_type = String))]
    pub theme: ThemeCode,
    /// The ways in which it can happen; empty means any.
    #[serde(default)]
    pub modes: Vec<Mode>,
    /// How many partners at a time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(minimum = 1, maximum = 100))]
    pub slots: Option<u32>,
    /// Working languages; empty means the city's own.
    #[serde(default)]
    #[cfg_attr(feature = "server", schema(value_type = Vec<String>))]
    pub languages: Vec<LanguageCode>,
    /// More, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
}

/// How many partners the city can serve at a time. Absent means not said.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Quotas {
    /// Sister cities.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(maximum = 100))]
    pub partners: Option<u32>,
    /// Cities that learn from this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(maximum = 100))]
    pub learners: Option<u32>,
    /// Cities that teach this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(maximum = 100))]
    pub mentors: Option<u32>,
}

/// The body of a revision.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Profile {
    /// What matters, most important first.
    pub priorities: Vec<Priority>,
    /// What the city can do.
    pub capacities: Vec<Capacity>,
    /// How it sees itself.
    pub self_assessment: Vec<SelfAssessment>,
    /// What it gives.
    pub offers: Vec<Exchange>,
    /// What it looks for, beyond the priorities.
    pub needs: Vec<Exchange>,
    /// How many partners at a time.
    pub quotas: Quotas,
    /// Whether it has an office for international relations; absent means not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_international_office: Option<bool>,
}

impl Profile {
    /// Every fault of the profile, with pointers into it. `is_theme` tells whether the taxonomy in force has a theme.
    pub fn faults(&self, is_theme: &dyn Fn(&ThemeCode) -> bool) -> Faults {
        let mut faults = Faults::new();
        self.check_priorities(&mut faults);
        self.check_levels(&mut faults);
        for (list, exchanges) in [("offers", &self.offers), ("needs", &self.needs)] {
            check_exchanges(&mut faults, list, exchanges);
        }
        for (name, quota) in [("partners", self.quotas.partners), ("learners", self.quotas.learners), ("mentors", self.quotas.mentors)] {
            faults.require(quota.is_none_or(|n| n <= 100), format!("/quotas/{name}"), "must be at most 100");
        }
        self.check_themes(&mut faults, is_theme);
        faults
    }

    fn themes(&self) -> impl Iterator<Item = (&'static str, usize, &ThemeCode)> {
        let priorities = self.priorities.iter().enumerate().map(|(i, p)| ("priorities", i, &p.theme));
        let capacities = self.capacities.iter().enumerate().map(|(i, c)| ("capacities", i, &c.theme));
        let assessed = self.self_assessment.iter().enumerate().map(|(i, a)| ("self_assessment", i, &a.theme));
        let offers = self.offers.iter().enumerate().map(|(i, o)| ("offers", i, &o.theme));
        let needs = self.needs.iter().enumerate().map(|(i, n)| ("needs", i, &n.theme));
        priorities.chain(capacities).chain(assessed).chain(offers).chain(needs)
    }

    fn check_themes(&self, faults: &mut Faults, is_theme: &dyn Fn(&ThemeCode) -> bool) {
        let mut seen = BTreeSet::new();
        for (list, i, theme) in self.themes() {
            let pointer = format!("/{list}/{i}/theme");
            faults.require(is_theme(theme), pointer.clone(), format!("the taxonomy has no theme '{theme}'; see /api/v1/taxonomy"));
            // A source may name a theme twice with two different aims; every other list speaks of a theme once.
            let is_repeat = !seen.insert((list, theme));
            faults.require(!is_repeat || list == "priorities", pointer, format!("'{theme}' stands here twice"));
        }
    }

    fn check_priorities(&self, faults: &mut Faults) {
        let mut ranks = BTreeSet::new();
        faults.require(self.priorities.len() <= 40, "/priorities", "must have at most 40 entries");
        for (i, priority) in self.priorities.iter().enumerate() {
            if let Some(rank) = priority.rank {
                faults.require((1..=40).contains(&rank), format!("/priorities/{i}/rank"), "must be between 1 and 40");
                faults.require(ranks.insert(rank), format!("/priorities/{i}/rank"), format!("two priorities have rank {rank}"));
            }
            check_year(faults, &format!("/priorities/{i}/year"), priority.year);
            check_optional_text(faults, &format!("/priorities/{i}/what"), priority.what.as_deref(), TEXT_MAX_CHARS);
            check_optional_text(faults, &format!("/priorities/{i}/source"), priority.source.as_deref(), TEXT_MAX_CHARS);
        }
    }

    fn check_levels(&self, faults: &mut Faults) {
        for (i, capacity) in self.capacities.iter().enumerate() {
            faults.require(capacity.level <= 5, format!("/capacities/{i}/level"), "must be between 0 and 5");
            check_optional_text(faults, &format!("/capacities/{i}/evidence"), capacity.evidence.as_deref(), TEXT_MAX_CHARS);
            if let Some(link) = &capacity.link {
                check_link(faults, &format!("/capacities/{i}/link"), link);
            }
        }
        for (i, assessment) in self.self_assessment.iter().enumerate() {
            faults.require(assessment.level <= 5, format!("/self_assessment/{i}/level"), "must be between 0 and 5");
            check_year(faults, &format!("/self_assessment/{i}/year"), assessment.year);
        }
    }
}

fn check_exchanges(faults: &mut Faults, list: &str, exchanges: &[Exchange]) {
    for (i, exchange) in exchanges.iter().enumerate() {
        let slots_are_good = exchange.slots.is_none_or(|slots| (1..=100).contains(&slots));
        faults.require(slots_are_good, format!("/{list}/{i}/slots"), "must be between 1 and 100");
        faults.require(exchange.modes.len() <= Mode::ALL.len(), format!("/{list}/{i}/modes"), "names a mode twice");
        faults.require(exchange.languages.len() <= 20, format!("/{list}/{i}/languages"), "must have at most 20 entries");
        check_optional_text(faults, &format!("/{list}/{i}/what"), exchange.what.as_deref(), TEXT_MAX_CHARS);
    }
}

/// Years that a statement or a value may be of.
pub fn check_year(faults: &mut Faults, pointer: &str, year: Option<i32>) {
    faults.require(year.is_none_or(|year| (1990..=2100).contains(&year)), pointer, "must be a year between 1990 and 2100");
}

/// An address that a reader can open: `http` or `https`, at most 2,000 characters, without spaces or controls.
pub fn check_link(faults: &mut Faults, pointer: &str, link: &str) {
    let has_scheme = link.starts_with("https://") || link.starts_with("http://");
    let is_plain = link.len() <= 2_000 && !link.chars().any(|c| c.is_whitespace() || c.is_control());
    faults.require(has_scheme && is_plain, pointer, "must be an http or https address of at most 2000 characters");
}

/// What somebody wants to do to a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProfileDeed {
    /// Hand the draft in.
    Submit,
    /// The secretariat stands behind it.
    Verify,
    /// The secretariat sends it back.
    Return,
}

/// A deed that does not fit the state of the revision.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the newest revision of the profile is {state}, and {wanted} needs one that is {needed}")]
pub struct ProfileRefusal {
    /// Where it stands.
    pub state: RevisionState,
    /// What was wanted, in words.
    pub wanted: &'static str,
    /// Where it would have to stand.
    pub needed: RevisionState,
}

impl RevisionState {
    /// The state after a deed.
    ///
    /// # Errors
    /// [`ProfileRefusal`] where the deed does not fit.
    pub fn after(self, deed: ProfileDeed) -> Result<RevisionState, ProfileRefusal> {
        let (wanted, needed, next) = match deed {
            ProfileDeed::Submit => ("submitting", RevisionState::Draft, RevisionState::Submitted),
            ProfileDeed::Verify => ("verifying", RevisionState::Submitted, RevisionState::Verified),
            ProfileDeed::Return => ("returning", RevisionState::Submitted, RevisionState::Returned),
        };
        if self == needed { Ok(next) } else { Err(ProfileRefusal { state: self, wanted, needed }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_names_all_its_faults_at_once() {
        let profile: Profile = serde_json::from_str(
            r#"{"priorities":[{"theme":"solid-waste","rank":1},{"theme":"nonsense","rank":1,"year":1066}],
                "capacities":[{"theme":"traffic","level":6,"link":"javascript:alert(1)"},{"theme":"traffic","level":1}],
                "offers":[{"theme":"traffic","slots":0}],"quotas":{"partners":101}}"#,
        )
        .unwrap();
        let faults = profile.faults(&|theme| theme.as_str() != "nonsense").into_vec();
        let pointers: BTreeSet<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
        let expected = [
            "/priorities/1/rank",
            "/priorities/1/theme",
            "/priorities/1/year",
            "/capacities/0/level",
            "/capacities/0/link",
            "/capacities/1/theme",
            "/offers/0/slots",
            "/quotas/partners",
        ];
        assert_eq!(pointers, expected.into_iter().collect());
    }

    #[test]
    fn a_verified_revision_cannot_be_returned() {
        assert!(RevisionState::Verified.after(ProfileDeed::Return).is_err());
        assert_eq!(RevisionState::Submitted.after(ProfileDeed::Verify), Ok(RevisionState::Verified));
    }
}
