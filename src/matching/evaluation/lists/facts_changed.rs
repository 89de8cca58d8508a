//! Facts moved, hidden or overstated, for asking the engine again.

use std::collections::BTreeSet;

use rand::RngCore;
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::domain::code::{IndicatorCode, ThemeCode};
use crate::matching::facts::{CapacityFact, CityFacts, OfferFact};

/// A number from 0 to below 1.
fn uniform(random: &mut Xoshiro256PlusPlus) -> f64 {
    (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}

/// A number of the standard normal distribution (Box and Muller 1958).
fn normal(random: &mut Xoshiro256PlusPlus) -> f64 {
    let (radius, angle) = (1.0 - uniform(random), uniform(random));
    (-2.0 * radius.ln()).sqrt() * (std::f64::consts::TAU * angle).cos()
}

/// The facts with every number moved by a normal error of this share of itself. Levels stay on their scales.
pub(super) fn with_noise(facts: &CityFacts, noise: f64, random: &mut Xoshiro256PlusPlus) -> CityFacts {
    let mut facts = facts.clone();
    let mut moved = |value: f64| value * (1.0 + noise * normal(random));
    facts.population = facts.population.map(|people| moved(people).max(0.0));
    facts.elevation_m = facts.elevation_m.map(&mut moved);
    for indicator in &mut facts.indicators {
        indicator.value = moved(indicator.value);
    }
    for capacity in &mut facts.capacities {
        capacity.level = moved(capacity.level).clamp(0.0, 5.0);
    }
    for assessment in &mut facts.assessments {
        assessment.level = moved(assessment.level).clamp(0.0, 5.0);
    }
    for hazard in &mut facts.hazards {
        hazard.level = moved(hazard.level).clamp(0.0, 3.0);
    }
    facts
}

/// The facts with about this share of the indicators hidden, each with all its years.
pub(super) fn with_hidden(facts: &CityFacts, share: f64, random: &mut Xoshiro256PlusPlus) -> CityFacts {
    let codes: BTreeSet<&IndicatorCode> = facts.indicators.iter().map(|indicator| &indicator.code).collect();
    let kept: BTreeSet<IndicatorCode> = codes.into_iter().filter(|_| uniform(random) >= share).cloned().collect();
    let mut facts = facts.clone();
    facts.indicators.retain(|indicator| kept.contains(&indicator.code));
    facts
}

/// The facts of a city that claims the highest level in every theme, offers to teach them all, and proves none of it.
pub(super) fn overstated<'a>(facts: &CityFacts, themes: impl Iterator<Item = &'a ThemeCode>, year: i32) -> CityFacts {
    let mut facts = facts.clone();
    for theme in themes {
        let is_verified = facts.capacities.iter().any(|capacity| capacity.theme == *theme && capacity.is_verified);
        if !is_verified {
            facts.capacities.retain(|capacity| capacity.theme != *theme);
            let claim = CapacityFact { theme: theme.clone(), level: 5.0, is_verified, year: Some(year), source: None, from_memory: false };
            facts.capacities.push(claim);
        }
        if facts.offers.iter().all(|offer| offer.theme != *theme) {
            facts.offers.push(OfferFact { theme: theme.clone(), modes: Vec::new(), languages: Vec::new(), slots: None });
        }
    }
    facts
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;
    use crate::matching::indicators::Scope;
    use crate::matching::samples::{indicator, port, theme};

    fn random() -> Xoshiro256PlusPlus {
        Xoshiro256PlusPlus::seed_from_u64(7)
    }

    #[test]
    fn noise_is_normal_with_the_spread_asked_for() {
        let mut random = random();
        let city = port(1, "ID");
        let moved: Vec<f64> = (0..4_000).map(|_| with_noise(&city, 0.05, &mut random).population.unwrap() / 400_000.0 - 1.0).collect();
        let mean = moved.iter().sum::<f64>() / 4_000.0;
        let spread = (moved.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / 4_000.0).sqrt();
        assert!(mean.abs() < 0.003 && (spread - 0.05).abs() < 0.002, "{mean} {spread}");
    }

    #[test]
    fn an_indicator_is_hidden_with_all_its_years() {
        let readings = (0..40).flat_map(|at| [2020, 2021].map(|year| indicator(&format!("made_up_{at}"), 1.0, year, Scope::City)));
        let city = CityFacts { indicators: readings.collect(), ..port(1, "ID") };
        let left = with_hidden(&city, 0.5, &mut random()).indicators;
        assert!((20..60).contains(&left.len()) && left.len().is_multiple_of(2) && left.chunks(2).all(|pair| pair[0].code == pair[1].code));
        assert_eq!(with_hidden(&city, 0.0, &mut random()), city);
    }

    #[test]
    fn a_boast_replaces_every_claim_but_one_that_was_verified() {
        let mut city = port(1, "ID");
        city.capacities[0].is_verified = true;
        let themes = [theme("solid-waste"), theme("public-transport"), theme("traffic")];
        let boast = overstated(&city, themes.iter(), 2026);
        let levels: Vec<f64> =
            themes.iter().map(|theme| boast.capacities.iter().find(|held| held.theme == *theme).unwrap().level).collect();
        assert_eq!((levels, boast.offers.len()), (vec![1.0, 5.0, 5.0], 3));
    }
}
