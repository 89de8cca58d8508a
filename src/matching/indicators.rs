//! Definitions of indicators, read from `indicators.toml`: what a value means, when it is plausible, and how far it is from target.

use serde::{Deserialize, Serialize};

use super::taxonomy::{Labels, Taxonomy};
use crate::domain::code::{IndicatorCode, ThemeCode};

crate::text_enum! {
    /// Whose value it is.
    Scope {
        /// The city's own.
        City = "city",
        /// Its country's, standing in and marked so.
        Country = "country",
    }
}

crate::text_enum! {
    /// What the engine does with an indicator.
    Use {
        /// Gives the gap of its theme.
        Theme = "theme",
        /// Part of what a city is like.
        Context = "context",
        /// Kept and displayed; moves no score.
        Shown = "shown",
    }
}

crate::text_enum! {
    /// Which way is better.
    Better {
        /// Less is better.
        Lower = "lower",
        /// More is better.
        Higher = "higher",
        /// Neither.
        Neutral = "neutral",
    }
}

crate::text_enum! {
    /// How a value is transformed before it is compared.
    Transform {
        /// As it is.
        Identity = "identity",
        /// Natural logarithm; values must be above 0.
        Log = "log",
        /// `ln(1 + x)`, for values that may be 0; below 0 counts as 0.
        Log1p = "log1p",
        /// `ln(x / (1 - x))` of a share; 0 and 1 are drawn inwards by a millionth.
        Logit = "logit",
    }
}

impl Transform {
    /// The transformed value; `None` where the transform has none.
    pub fn apply(self, value: f64) -> Option<f64> {
        let transformed = match self {
            Transform::Identity => value,
            Transform::Log => value.ln(),
            Transform::Log1p => value.max(0.0).ln_1p(),
            Transform::Logit => {
                let share = value.clamp(1e-6, 1.0 - 1e-6);
                (share / (1.0 - share)).ln()
            }
        };
        transformed.is_finite().then_some(transformed)
    }
}

/// One indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct IndicatorDefinition {
    /// Code; the column's name in the source.
    #[cfg_attr(feature = "server", schema(value_type = String))]
    pub code: IndicatorCode,
    /// Whose values the source has.
    pub scope: Scope,
    /// Name.
    pub name: Labels,
    /// Unit of the values.
    pub unit: String,
    /// Where it comes from, with its licence.
    pub source: String,
    /// The column of the source that holds the year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year_column: Option<String>,
    /// The year of every value, where the source has no such column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// A value outside counts as missing.
    pub plausible: [f64; 2],
    /// What the engine does with it.
    #[serde(rename = "use")]
    pub used_for: Use,
    /// Which way is better.
    pub better: Better,
    /// How it is transformed.
    pub transform: Transform,
    /// The theme whose gap it gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(value_type = Option<String>))]
    pub theme: Option<ThemeCode>,
    /// Value at which nothing is left to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// Value at which the gap is full.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worst: Option<f64>,
    /// Where target and worst come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
}

impl IndicatorDefinition {
    /// Whether a value can be true.
    pub fn is_plausible(&self, value: f64) -> bool {
        (self.plausible[0]..=self.plausible[1]).contains(&value)
    }

    /// The gap of a value: `(target - value) / (target - worst)` on the transformed scale, clipped to `[0, 1]`. `None` for an indicator
    /// without a theme and for a value that is not plausible.
    ///
    /// The direction needs no case of its own: `worst` lies on the bad side of `target`.
    pub fn gap(&self, value: f64) -> Option<f64> {
        if self.used_for != Use::Theme || !self.is_plausible(value) {
            return None;
        }
        let at = |x: f64| self.transform.apply(x);
        let (target, worst) = (at(self.target?)?, at(self.worst?)?);
        Some(((target - at(value)?) / (target - worst)).clamp(0.0, 1.0))
    }

    /// What is wrong with the definition.
    pub(super) fn faults(&self, taxonomy: &Taxonomy) -> Vec<String> {
        let mut faults = Vec::new();
        let mut require = |holds: bool, what: &str| {
            if !holds {
                faults.push(format!("indicator {}: {what}", self.code));
            }
        };
        let is_for_theme = self.used_for == Use::Theme;
        require(self.plausible[0] < self.plausible[1], "plausible must be [low, high]");
        require(self.year.is_some() != self.year_column.is_some(), "needs either a year or a year_column");
        require(is_for_theme == self.theme.is_some(), "a theme indicator names its theme, and no other does");
        require(self.theme.as_ref().is_none_or(|theme| taxonomy.has(theme)), "its theme is not in the taxonomy");
        if is_for_theme {
            require(self.basis.is_some(), "must say where its target comes from");
            let ends = self.target.zip(self.worst);
            require(
                ends.is_some_and(|(t, w)| self.transform.apply(t).is_some() && self.transform.apply(w).is_some()),
                "needs a target and a worst value that its transform can take",
            );
            let is_right_way = ends.is_some_and(|(target, worst)| match self.better {
                Better::Lower => target < worst,
                Better::Higher => target > worst,
                Better::Neutral => false,
            });
            require(is_right_way, "worst must lie on the bad side of target");
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::samples::model;

    fn definition(code: &str) -> IndicatorDefinition {
        model().indicator(&code.parse().unwrap()).unwrap().clone()
    }

    #[test]
    fn a_gap_is_the_share_of_the_way_from_target_to_worst() {
        let slum = definition("wdi_urban_slum_pct");
        assert_eq!(slum.gap(0.0), Some(0.0));
        assert!((slum.gap(30.0).unwrap() - 0.4).abs() < 1e-12, "30 of 75");
        assert_eq!(slum.gap(90.0), Some(1.0), "worse than worst is clipped");
        let electricity = definition("wdi_urban_electricity_pct");
        assert!((electricity.gap(90.0).unwrap() - 0.25).abs() < 1e-12, "higher is better here");
    }

    #[test]
    fn an_implausible_value_has_no_gap() {
        let emissions = definition("co2_scope1_t_per_cap");
        assert_eq!(emissions.gap(0.001), None, "a kilogram a person is another unit");
        assert_eq!(emissions.gap(f64::NAN), None);
        assert_eq!(definition("hdi").gap(0.7), None, "an indicator of the context has no gap");
    }

    #[test]
    fn a_transform_without_a_value_gives_none() {
        assert_eq!(Transform::Log.apply(0.0), None);
        assert_eq!(Transform::Log1p.apply(-3.0), Some(0.0));
        assert!(Transform::Logit.apply(1.0).unwrap() > 13.0);
    }
}
