//! A good practice: what a city did, with what result, and how it can be shown.

use serde::{Deserialize, Serialize};

use super::code::ThemeCode;
use super::fault::{Faults, TEXT_MAX_CHARS, check_optional_text, check_text};
use super::profile::{check_link, check_year};

crate::text_enum! {
    /// Where a practice stands.
    PracticeState {
        /// Handed in.
        Submitted = "submitted",
        /// The secretariat has checked it.
        Curated = "curated",
        /// It is public.
        Published = "published",
    }
}

crate::text_enum! {
    /// How strongly a practice shows that the city can do it.
    PracticeBasis {
        /// A result is written down.
        DocumentedResult = "documented_result",
        /// What was done is described, without a result.
        Described = "described",
        /// An award alone, which proves recognition and not a method.
        AwardOnly = "award_only",
    }
}

/// The body of a practice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Practice {
    /// Themes that it belongs to, the main one first.
    #[cfg_attr(feature = "server", schema(value_type = Vec<String>, min_items = 1, max_items = 5))]
    pub themes: Vec<ThemeCode>,
    /// What it is called.
    pub title: String,
    /// What had to be solved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
    /// What was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what_was_done: Option<String>,
    /// What came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
    /// How strongly it shows a capacity.
    pub basis: PracticeBasis,
    /// The year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(minimum = 1990, maximum = 2100))]
    pub year: Option<i32>,
    /// `low`, `medium` or `high`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_band: Option<CostBand>,
    /// What another city would need to do the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transferability: Option<String>,
    /// A page that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence_link: Option<String>,
    /// Where it is written, where that is no single page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Whether it rests on background knowledge alone, and so is shown as unverified.
    #[serde(default)]
    pub from_memory: bool,
}

crate::text_enum! {
    /// What it cost, roughly.
    CostBand {
        /// Within a department's budget.
        Low = "low",
        /// A line of its own in the city's budget.
        Medium = "medium",
        /// More than the city could pay alone.
        High = "high",
    }
}

impl Practice {
    /// Every fault of the practice, with pointers into it.
    pub fn faults(&self, is_theme: &dyn Fn(&ThemeCode) -> bool) -> Faults {
        let mut faults = Faults::new();
        faults.require((1..=5).contains(&self.themes.len()), "/themes", "must have one to five entries");
        for (i, theme) in self.themes.iter().enumerate() {
            faults.require(is_theme(theme), format!("/themes/{i}"), format!("the taxonomy has no theme '{theme}'; see /api/v1/taxonomy"));
            faults.require(!self.themes[..i].contains(theme), format!("/themes/{i}"), format!("'{theme}' stands here twice"));
        }
        check_text(&mut faults, "/title", &self.title, 300);
        for (pointer, text) in [
            ("/problem", &self.problem),
            ("/what_was_done", &self.what_was_done),
            ("/result", &self.result),
            ("/transferability", &self.transferability),
            ("/source", &self.source),
        ] {
            check_optional_text(&mut faults, pointer, text.as_deref(), TEXT_MAX_CHARS);
        }
        check_year(&mut faults, "/year", self.year);
        if let Some(link) = &self.evidence_link {
            check_link(&mut faults, "/evidence_link", link);
        }
        let claims_result = self.basis == PracticeBasis::DocumentedResult;
        faults.require(
            !claims_result || self.result.is_some(),
            "/result",
            "a documented result must be told here, or choose the basis 'described'",
        );
        faults
    }
}

impl PracticeState {
    /// Whether the secretariat may take it from here to `next`: one step forward, or back to be corrected.
    pub fn may_become(self, next: PracticeState) -> bool {
        matches!(
            (self, next),
            (PracticeState::Submitted, PracticeState::Curated)
                | (PracticeState::Curated, PracticeState::Published | PracticeState::Submitted)
                | (PracticeState::Published, PracticeState::Curated)
        )
    }
}
