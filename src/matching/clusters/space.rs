//! The space in which cities are near or far.
//!
//! Coordinates are the traits of the context, scaled by the model's scaler and divided by the width of their kernel as the engine does when
//! it compares two cities, and the share of each pillar in what the city cares for or works on. Each is multiplied by the root of its
//! weight, so that the squared distance is the weighted sum of squared differences. Traits are drawn in at `reach` widths: likeness falls
//! like 1 / (1 + d²), where farther is no longer much less alike, and a square has no such limit.
//!
//! A city that is known to care for nothing and to work on nothing has no pillar shares: they are missing, not zero.

use super::answer::{Feature, FeatureKind};
use crate::matching::context::scaled_traits;
use crate::matching::knowledge::Knowledge;
use crate::matching::model::Model;

/// The coordinates and what they weigh.
#[derive(Debug, Clone, PartialEq)]
pub struct Space {
    features: Vec<Feature>,
    weights: Vec<f64>,
}

impl Space {
    /// The space of a model.
    pub fn of(model: &Model) -> Space {
        let share = model.settings().clusters.profile_share;
        let pillars = model.taxonomy().pillars();
        let named = |kind: FeatureKind, name: &str| Feature { kind, name: name.to_owned() };
        let traits = model.traits().iter().map(|t| (named(FeatureKind::Trait, &t.feature.name), t.weight * (1.0 - share)));
        let profile = pillars.iter().map(|pillar| (named(FeatureKind::Pillar, &pillar.code), share / pillars.len() as f64));
        let (features, weights) = traits.chain(profile).unzip();
        Space { features, weights }
    }

    /// What the coordinates are.
    pub fn features(&self) -> &[Feature] {
        &self.features
    }

    /// What each coordinate weighs; together 1.
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// The place of a city: each coordinate in its own scale times the root of its weight, NaN where it is not known.
    pub fn place(&self, model: &Model, knowledge: &Knowledge) -> Vec<f64> {
        let scales = traits(model, knowledge).into_iter().chain(pillar_shares(model, knowledge));
        scales.zip(&self.weights).map(|(value, weight)| value * weight.sqrt()).collect()
    }

    /// A coordinate in its own scale.
    pub fn unweighted(&self, coordinate: usize, value: f64) -> f64 {
        value / self.weights[coordinate].sqrt()
    }

    /// The weight of what is known of a place, 0 to 1.
    pub fn known(&self, place: &[f64]) -> f64 {
        let known: f64 = place.iter().zip(&self.weights).filter(|(value, _)| !value.is_nan()).map(|(_, weight)| weight).sum();
        // Weights sum to 1 but for rounding.
        known.min(1.0)
    }

    /// A distance over `known` of the weight, as far as it would be over all of it.
    pub fn distance(&self, squared: f64, known: f64) -> f64 {
        if known > 0.0 { (squared / known).sqrt() } else { 0.0 }
    }
}

/// Everything that may set a group apart: traits, pillars and, finer than what distances look at, themes.
pub fn described_features(model: &Model) -> Vec<Feature> {
    let themes = model.taxonomy().themes().iter();
    let themes = themes.map(|theme| Feature { kind: FeatureKind::Theme, name: theme.code.to_string() });
    Space::of(model).features.into_iter().chain(themes).collect()
}

/// The values of [`described_features`] for a city, each in its own scale.
pub fn described(model: &Model, knowledge: &Knowledge) -> Vec<f64> {
    let themes = engagement(model, knowledge).unwrap_or_else(|| vec![f64::NAN; model.taxonomy().themes().len()]);
    traits(model, knowledge).into_iter().chain(pillar_shares(model, knowledge)).chain(themes).collect()
}

fn traits(model: &Model, knowledge: &Knowledge) -> Vec<f64> {
    let reach = model.settings().clusters.reach;
    // NaN stays NaN when it is clamped.
    scaled_traits(model, &knowledge.traits).into_iter().map(|value| value.clamp(-reach, reach)).collect()
}

/// How much a city cares for each theme or works on it: its priority, or its capacity where it states one or has a practice, whichever is
/// more. `None` where it is known to do neither anywhere.
fn engagement(model: &Model, knowledge: &Knowledge) -> Option<Vec<f64>> {
    let one = |t: usize| {
        let priority = &knowledge.priority[t];
        let cares = if priority.coverage > 0.0 { priority.value } else { 0.0 };
        let own = &knowledge.own[t];
        cares.max(if own.level.is_some() { own.estimate.value } else { 0.0 })
    };
    let themes: Vec<f64> = (0..model.taxonomy().themes().len()).map(one).collect();
    themes.iter().any(|value| *value > 0.0).then_some(themes)
}

/// The share of each pillar in a city's engagement, as a vector of length 1; NaN where there is none.
fn pillar_shares(model: &Model, knowledge: &Knowledge) -> Vec<f64> {
    let mut shares = vec![0.0_f64; model.taxonomy().pillars().len()];
    let Some(themes) = engagement(model, knowledge) else {
        shares.fill(f64::NAN);
        return shares;
    };
    for (theme, value) in themes.into_iter().enumerate() {
        shares[model.taxonomy().pillar_of(theme)] += value;
    }
    let length = shares.iter().map(|share| share * share).sum::<f64>().sqrt();
    // The weight of the profile is shared over the pillars; their number makes up for it, so that the block as a whole has its weight.
    let stretch = (shares.len() as f64).sqrt() / length;
    shares.into_iter().map(|share| share * stretch).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::facts::CityFacts;
    use crate::matching::samples::{city, model, port, today};

    fn place(city: &CityFacts) -> Vec<f64> {
        let model = model();
        Space::of(&model).place(&model, &Knowledge::of(&model, city, today()))
    }

    #[test]
    fn the_weights_of_the_space_sum_to_one_and_the_profile_has_its_share() {
        let model = model();
        let space = Space::of(&model);
        assert!((space.weights().iter().sum::<f64>() - 1.0).abs() < 1e-9);
        let of_pillars = space.features().iter().zip(space.weights()).filter(|(f, _)| f.kind == FeatureKind::Pillar);
        let share = of_pillars.map(|(_, weight)| weight).sum::<f64>();
        assert!((share - model.settings().clusters.profile_share).abs() < 1e-12);
    }

    #[test]
    fn what_is_not_known_of_a_city_has_no_coordinate() {
        let model = model();
        let space = Space::of(&model);
        let unknown = place(&city(1, "ID"));
        assert!(unknown.iter().all(|value| value.is_nan()), "{unknown:?}");
        assert_eq!(space.known(&unknown), 0.0);
        let known = place(&port(2, "ID"));
        let pillars = space.features().iter().zip(&known).filter(|(f, _)| f.kind == FeatureKind::Pillar);
        let length = pillars.map(|(_, value)| value * value).sum::<f64>();
        assert!((length - model.settings().clusters.profile_share).abs() < 1e-9, "{length}");
    }
}
