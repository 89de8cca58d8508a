//! The facts of one city, each with its place among the model's themes and indicators, so that no code is looked up or compared twice.

use super::facts::{AssessmentFact, CapacityFact, CityFacts, IndicatorFact};
use super::indicators::Scope;
use super::model::Model;

/// The facts of a city in their places.
#[derive(Debug, Clone)]
pub struct Placed<'a> {
    /// The facts.
    pub city: &'a CityFacts,
    /// The theme of each capacity.
    capacities: Vec<Option<usize>>,
    /// The theme of each assessment.
    assessments: Vec<Option<usize>>,
    /// By the place of the definition: the place of the fact that counts.
    indicators: Vec<Option<usize>>,
}

impl<'a> Placed<'a> {
    /// Finds the places.
    pub fn of(model: &Model, city: &'a CityFacts) -> Placed<'a> {
        let place = |theme| model.taxonomy().index_of(theme);
        Placed {
            city,
            capacities: city.capacities.iter().map(|fact| place(&fact.theme)).collect(),
            assessments: city.assessments.iter().map(|fact| place(&fact.theme)).collect(),
            indicators: indicators(model, city),
        }
    }

    /// The stated capacities of a theme.
    pub fn capacities(&self, theme: usize) -> impl Iterator<Item = &'a CapacityFact> {
        self.capacities.iter().zip(&self.city.capacities).filter(move |(place, _)| **place == Some(theme)).map(|(_, fact)| fact)
    }

    /// The assessments of a theme.
    pub fn assessments(&self, theme: usize) -> impl Iterator<Item = &'a AssessmentFact> {
        self.assessments.iter().zip(&self.city.assessments).filter(move |(place, _)| **place == Some(theme)).map(|(_, fact)| fact)
    }

    /// The newest plausible value of an indicator (by the place of its definition), the city's own before its country's, with its place among
    /// the facts.
    pub fn latest(&self, definition: usize) -> Option<(usize, &'a IndicatorFact)> {
        self.indicators[definition].map(|fact| (fact, &self.city.indicators[fact]))
    }
}

fn indicators(model: &Model, city: &CityFacts) -> Vec<Option<usize>> {
    let mut latest: Vec<Option<usize>> = vec![None; model.indicators().len()];
    let rank = |fact: &IndicatorFact| (fact.scope == Scope::City, fact.year);
    let places = model.indicator_places(city.indicators.iter().map(|fact| &fact.code));
    for ((i, fact), definition) in city.indicators.iter().enumerate().zip(places) {
        let Some(definition) = definition else { continue };
        // Last of the greatest: facts are in a fixed order, so equal years give the same value every time.
        let is_greatest = latest[definition].is_none_or(|before| rank(fact) >= rank(&city.indicators[before]));
        if is_greatest && model.indicators()[definition].is_plausible(fact.value) {
            latest[definition] = Some(i);
        }
    }
    latest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::samples::{city, indicator, model};

    #[test]
    fn the_citys_own_newest_plausible_value_counts_in_whatever_order_the_facts_come() {
        let model = model();
        let code = "wdi_road_mortality_100k";
        let facts = [
            indicator(code, 12.0, 2024, Scope::Country),
            indicator(code, 15.0, 2012, Scope::City),
            indicator(code, 18.0, 2015, Scope::City),
            indicator(code, 1e9, 2020, Scope::City),
            indicator("hdi", 0.7, 2020, Scope::Country),
            indicator("unheard_of", 1.0, 2020, Scope::City),
        ];
        let place = model.indicator_place(&code.parse().unwrap()).unwrap();
        for turn in 0..facts.len() {
            let mut indicators = facts.to_vec();
            indicators.rotate_left(turn);
            let city = CityFacts { indicators, ..city(1, "ID") };
            assert_eq!(Placed::of(&model, &city).latest(place).map(|(_, fact)| fact.value), Some(18.0));
        }
    }
}
