//! The factors of mutual aid: two cities that can help each other in a crisis and are unlikely to be struck by the same one. Symmetric to
//! the bit: every product and sum takes the two sides alike.
//!
//! | factor | formula |
//! |---|---|
//! | `hazard_complementarity` | `1 - min(1, Σ_h w(h)·x(i,h)·x(j,h) / full)`: how little the two are exposed to the same hazards, wherever they lie |
//! | `reach` | `e^(-d/scale) · Π_h (1 - x(i,h)·x(j,h)·e^(-(d/f(h))²))`: near enough for help to arrive, and no one event likely to strike both |
//! | `response_capacity` | harmonic mean of `r(i)` and `r(j)`, `r(i) = Σ_t v(t)·own(i,t)` over the themes of response: who cannot help is helped, which is another kind of pairing |
//!
//! x(i,h) is the exposure to hazard h between 0 and 1: the level that was judged for the city, otherwise INFORM's for its country, marked as
//! the country's; d is the distance in kilometres and f(h) how far one event of the hazard reaches. Weights, reaches and expectations are
//! constants of the model (`[mutual_aid]`). Affinity and availability are those of the other kinds.
//!
//! Values alone (for passes over all cities) and estimates with bounds come from the same functions: the value of an estimate is that of
//! the pass, to the bit.

use super::context::TraitReading;
use super::estimate::{Estimate, harmonic_mean};
use super::indicators::Scope;
use super::knowledge::Knowledge;
use super::model::Model;
use super::settings::AidSettings;

/// The level at which a city is wholly exposed.
pub const WHOLLY: f64 = 3.0;

/// A city's exposure to one hazard.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Exposure {
    /// 0 none to 1 high, with its bounds.
    pub estimate: Estimate,
    /// Whose value it is; `None` where nothing is known and the model's expectation stands in.
    pub scope: Option<Scope>,
}

/// The exposure of a city to each hazard of the model, in the model's order, from its traits (`context::raw_traits`).
///
/// A level that was judged may be a step off where nobody has verified it; a country's may be farther off for one of its cities.
pub fn exposures(model: &Model, traits: &[Option<TraitReading>]) -> Vec<Exposure> {
    let settings = &model.settings().mutual_aid;
    let place = |name: &str| model.traits().iter().position(|known| known.feature.name == name);
    let of = |name: &str| exposure(settings, place(name).and_then(|place| traits[place]));
    settings.hazards.iter().map(|hazard| of(&hazard.name)).collect()
}

fn exposure(settings: &AidSettings, reading: Option<TraitReading>) -> Exposure {
    let Some(reading) = reading else { return Exposure { estimate: Estimate::missing(settings.expected_exposure), scope: None } };
    let error = match reading.scope {
        Scope::Country => settings.country_error,
        Scope::City if reading.coverage < 1.0 => settings.memory_error,
        Scope::City => 0.0,
    };
    let value = (reading.value / WHOLLY).clamp(0.0, 1.0);
    Exposure { estimate: Estimate::within(value, error, reading.coverage), scope: Some(reading.scope) }
}

/// The values alone, for a pass over all cities.
pub fn exposure_values(model: &Model, traits: &[Option<TraitReading>]) -> Vec<f64> {
    exposures(model, traits).into_iter().map(|exposure| exposure.estimate.value).collect()
}

/// How much a city may need help: its mean exposure by the weights of the hazards, 0 to 1.
pub fn exposed(settings: &AidSettings, exposures: &[Exposure]) -> f64 {
    let weight: f64 = settings.hazards.iter().map(|hazard| hazard.weight).sum();
    settings.hazards.iter().zip(exposures).map(|(hazard, exposure)| hazard.weight * exposure.estimate.value).sum::<f64>() / weight
}

/// How able a city is to respond: its capacities in the themes of response, each with its evidence.
pub fn response(model: &Model, knowledge: &Knowledge) -> Estimate {
    let parts: Vec<(f64, Estimate)> = model.response().iter().map(|&(t, share)| (share, knowledge.own[t].estimate)).collect();
    Estimate { value: response_value(model, |t| knowledge.own[t].estimate.value), ..Estimate::mix(&parts) }
}

/// The same from the values of its capacities.
pub fn response_value(model: &Model, own: impl Fn(usize) -> f64) -> f64 {
    model.response().iter().map(|&(t, share)| share * own(t)).sum()
}

/// `hazard_complementarity` of two cities' exposures.
pub fn complementarity_value(settings: &AidSettings, a: &[f64], b: &[f64]) -> f64 {
    let joint: f64 = settings.hazards.iter().zip(a.iter().zip(b)).map(|(hazard, (a, b))| hazard.weight * (a * b)).sum();
    1.0 - (joint / settings.joint_full).min(1.0)
}

/// The same with bounds, which are exact: joint exposure rises with every exposure of either.
pub fn complementarity(settings: &AidSettings, a: &[Estimate], b: &[Estimate]) -> Estimate {
    let at = |end: fn(&Estimate) -> f64| complementarity_value(settings, &ends(a, end), &ends(b, end));
    let covered = |(hazard, (a, b)): (&super::settings::AidHazard, (&Estimate, &Estimate))| hazard.weight * (a.coverage + b.coverage) / 2.0;
    let weight: f64 = settings.hazards.iter().map(|hazard| hazard.weight).sum();
    let coverage = settings.hazards.iter().zip(a.iter().zip(b)).map(covered).sum::<f64>() / weight;
    Estimate { value: at(|e| e.value), low: at(|e| e.high), high: at(|e| e.low), coverage }
}

/// `reach` at a distance in kilometres; NaN where a place is not known, and then the model's expectation.
pub fn reach_value(settings: &AidSettings, a: &[f64], b: &[f64], km: f64) -> f64 {
    if km.is_nan() { settings.expected_reach } else { near(settings, km) * apart(settings, a, b, km) }
}

/// The same with bounds: exact in the exposures; 0 to 1 where a place is not known.
pub fn reach(settings: &AidSettings, a: &[Estimate], b: &[Estimate], km: f64) -> Estimate {
    if km.is_nan() {
        return Estimate::missing(settings.expected_reach);
    }
    let at = |end: fn(&Estimate) -> f64| reach_value(settings, &ends(a, end), &ends(b, end), km);
    // The distance is known; the exposures count for half of what reach needs.
    let sides = a.iter().chain(b).map(|e| e.coverage).sum::<f64>() / (a.len() + b.len()).max(1) as f64;
    Estimate { value: at(|e| e.value), low: at(|e| e.high), high: at(|e| e.low), coverage: (1.0 + sides) / 2.0 }
}

/// How near for help: `e^(-d/scale)`. No reach at this distance is greater.
pub fn near(settings: &AidSettings, km: f64) -> f64 {
    (-km / settings.help_km).exp()
}

/// That no one event strikes both, as if hazards struck independently.
fn apart(settings: &AidSettings, a: &[f64], b: &[f64], km: f64) -> f64 {
    let both = |(hazard, (a, b)): (&super::settings::AidHazard, (&f64, &f64))| 1.0 - (a * b) * shared(hazard.event_km, km);
    settings.hazards.iter().zip(a.iter().zip(b)).map(both).product()
}

/// The part of events that reach this far: `e^(-(d/f)²)`.
fn shared(event_km: f64, km: f64) -> f64 {
    let distance = km / event_km;
    (-distance * distance).exp()
}

/// `response_capacity` from the response of either side.
pub fn capacity_value(a: f64, b: f64) -> f64 {
    harmonic_mean(a, b)
}

/// The same with bounds.
pub fn capacity(a: Estimate, b: Estimate) -> Estimate {
    a.harmonic(b)
}

/// What the two are exposed to together and what one of them alone is, for the words of an explanation.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Hazards by name with the product of exposures, the greatest first.
    pub together: Vec<(String, f64)>,
    /// Hazards to which the first is exposed and the second is not, the greatest difference first.
    pub first_alone: Vec<(String, f64)>,
    /// The other way round.
    pub second_alone: Vec<(String, f64)>,
    /// Some value is a country's, standing in for the city's.
    pub has_country_value: bool,
}

/// An exposure from which a city is said to be exposed: one step of three is not yet it.
const EXPOSED: f64 = 0.5;

/// Compares the exposures of two cities. What is not known of either is not told.
pub fn compare(settings: &AidSettings, first: &[Exposure], second: &[Exposure]) -> Comparison {
    let mut found = Comparison { together: Vec::new(), first_alone: Vec::new(), second_alone: Vec::new(), has_country_value: false };
    for (hazard, (a, b)) in settings.hazards.iter().zip(first.iter().zip(second)) {
        let (Some(of_a), Some(of_b)) = (a.scope, b.scope) else { continue };
        let (x, y, name) = (a.estimate.value, b.estimate.value, hazard.name.clone());
        match (x >= EXPOSED, y >= EXPOSED) {
            (true, true) => found.together.push((name, x * y)),
            (true, false) => found.first_alone.push((name, x - y)),
            (false, true) => found.second_alone.push((name, y - x)),
            (false, false) => continue,
        }
        found.has_country_value |= of_a == Scope::Country || of_b == Scope::Country;
    }
    for list in [&mut found.together, &mut found.first_alone, &mut found.second_alone] {
        // Stable: of equals the order of the model.
        list.sort_by(|a, b| b.1.total_cmp(&a.1));
    }
    found
}

fn ends(of: &[Estimate], end: fn(&Estimate) -> f64) -> Vec<f64> {
    of.iter().map(end).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::practice::PracticeBasis;
    use crate::matching::context::raw_traits;
    use crate::matching::facts::{CityFacts, HazardFact};
    use crate::matching::samples::{capacity as claim, city, indicator, model, practice, today};

    fn aid() -> AidSettings {
        model().settings().mutual_aid.clone()
    }

    fn levels(facts: &[(&str, f64)], from_memory: bool) -> CityFacts {
        let fact = |(hazard, level): &(&str, f64)| HazardFact { hazard: (*hazard).to_owned(), level: *level, source: None, from_memory };
        CityFacts { hazards: facts.iter().map(fact).collect(), ..city(1, "ID") }
    }

    fn of(city: &CityFacts) -> Vec<Exposure> {
        let model = model();
        exposures(&model, &raw_traits(&model, &crate::matching::placed::Placed::of(&model, city)))
    }

    fn named(city: &CityFacts, name: &str) -> Exposure {
        let place = model().settings().mutual_aid.hazards.iter().position(|hazard| hazard.name == name).unwrap();
        of(city)[place]
    }

    /// Exposures where nothing is missing: this hazard at 1, the others at 0.
    fn only(name: &str) -> Vec<f64> {
        model().settings().mutual_aid.hazards.iter().map(|hazard| if hazard.name == name { 1.0 } else { 0.0 }).collect()
    }

    #[test]
    fn every_hazard_of_the_model_is_a_trait_that_is_read_as_a_level() {
        let model = model();
        for hazard in &model.settings().mutual_aid.hazards {
            let found = named(&levels(&[(&hazard.name, 3.0)], false), &hazard.name);
            assert_eq!((found.estimate, found.scope), (Estimate::known(1.0, 1.0), Some(Scope::City)), "{}", hazard.name);
        }
    }

    #[test]
    fn the_expected_exposure_is_the_mean_of_the_bundled_levels() {
        let mut lines = include_str!("../demo/data/hazards.csv").lines();
        let heads: Vec<&str> = lines.next().unwrap().split(',').collect();
        let settings = aid();
        let places: Vec<usize> = settings.hazards.iter().map(|h| heads.iter().position(|head| *head == h.name).unwrap()).collect();
        let levels =
            lines.flat_map(|line| places.iter().map(|&at| line.split(',').nth(at).unwrap().parse::<f64>().unwrap()).collect::<Vec<_>>());
        let levels: Vec<f64> = levels.collect();
        let mean = levels.iter().sum::<f64>() / levels.len() as f64 / WHOLLY;
        assert!((mean - settings.expected_exposure).abs() < 0.02, "{mean}");
    }

    #[test]
    fn where_the_city_has_no_judged_level_its_countrys_stands_in_and_is_marked() {
        let mut place = city(1, "PH");
        place.indicators.push(indicator("inform2025_cyclone", 8.0, 2025, Scope::Country));
        let found = named(&place, "cyclone");
        assert_eq!(found.scope, Some(Scope::Country));
        assert!((found.estimate.value - 0.8).abs() < 1e-12, "8 of 10 is 2.4 of 3");
        assert!(found.estimate.low < 0.5 && found.estimate.coverage < 1.0, "{found:?}");
        place.hazards = levels(&[("cyclone", 1.0)], false).hazards;
        assert_eq!(named(&place, "cyclone").scope, Some(Scope::City), "the city's own comes first");
        assert_eq!(named(&place, "volcano").scope, None, "INFORM has no volcanoes");
    }

    #[test]
    fn what_was_judged_from_memory_may_be_a_step_off() {
        let found = named(&levels(&[("flood", 2.0)], true), "flood").estimate;
        assert!(found.low <= 1.0 / 3.0 + 1e-9 && found.high >= 1.0 - 1e-9 && found.coverage < 1.0, "{found:?}");
    }

    #[test]
    fn cities_under_one_threat_complement_each_other_less_than_cities_under_different_ones() {
        let settings = &aid();
        let value = |a: &str, b: &str| complementarity_value(settings, &only(a), &only(b));
        assert!(value("flood", "flood") < 0.7 && value("flood", "earthquake") == 1.0);
        let everything = vec![1.0; settings.hazards.len()];
        assert_eq!(complementarity_value(settings, &everything, &everything), 0.0);
    }

    #[test]
    fn help_comes_from_near_unless_the_same_event_strikes_there_too() {
        let settings = &aid();
        let reach = |a: &str, b: &str, km: f64| reach_value(settings, &only(a), &only(b), km);
        assert!(reach("earthquake", "flood", 60.0) > 0.9, "another threat, next door");
        assert!(reach("earthquake", "earthquake", 60.0) < 0.1, "one earthquake for both");
        assert!(reach("earthquake", "earthquake", 900.0) > reach("earthquake", "earthquake", 60.0) + 0.3);
        assert!(reach("earthquake", "flood", 4_000.0) < 0.15, "too far to help in time");
        assert_eq!(reach("flood", "flood", f64::NAN), settings.expected_reach);
    }

    #[test]
    fn capacity_to_respond_rests_on_evidence_and_both_must_have_it() {
        let model = model();
        let able = |city: &CityFacts| response(&model, &Knowledge::of(&model, city, today()));
        let unknown = able(&city(1, "ID"));
        let stated = able(&CityFacts { capacities: vec![claim("disaster-resilience", 5.0)], ..city(2, "ID") });
        let proven = CityFacts { capacities: vec![claim("disaster-resilience", 5.0)], ..city(3, "ID") };
        let proven = able(&CityFacts { practices: vec![practice("disaster-resilience", PracticeBasis::DocumentedResult)], ..proven });
        assert!(unknown.value < stated.value && stated.value < proven.value, "{unknown:?} {stated:?} {proven:?}");
        assert!(capacity_value(proven.value, unknown.value) < (proven.value + unknown.value) / 2.0, "the weaker side decides");
        assert_eq!(capacity(proven, stated).value, capacity_value(proven.value, stated.value));
    }

    #[test]
    fn the_more_a_city_is_exposed_the_more_it_may_need_help() {
        let settings = &aid();
        let need = |facts: &[(&str, f64)]| exposed(settings, &of(&levels(facts, false)));
        assert!(need(&[("flood", 3.0), ("cyclone", 3.0)]) > need(&[("flood", 3.0), ("cyclone", 1.0)]));
        assert!((need(&[]) - settings.expected_exposure).abs() < 1e-12, "unknown is reckoned at the expectation");
    }

    #[test]
    fn a_comparison_names_what_strikes_both_and_what_strikes_one() {
        let settings = &aid();
        let first = of(&levels(&[("flood", 3.0), ("volcano", 2.0), ("heat", 0.0), ("drought", 1.0)], false));
        let second = of(&levels(&[("flood", 2.0), ("volcano", 0.0), ("heat", 3.0), ("drought", 1.0)], false));
        let found = compare(settings, &first, &second);
        let names = |list: &[(String, f64)]| list.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        assert_eq!((names(&found.together), names(&found.first_alone)), (vec!["flood".to_owned()], vec!["volcano".to_owned()]));
        assert_eq!((names(&found.second_alone), found.has_country_value), (vec!["heat".to_owned()], false));
    }

    prop_compose! {
        fn any_exposure()(value in 0.0..=1.0_f64, error in 0.0..0.6_f64, coverage in 0.0..=1.0_f64) -> Estimate {
            Estimate::within(value, error, coverage)
        }
    }

    fn side() -> impl Strategy<Value = Vec<Estimate>> {
        proptest::collection::vec(any_exposure(), model().settings().mutual_aid.hazards.len())
    }

    proptest! {
        #[test]
        fn the_factors_are_symmetric_to_the_bit_and_their_bounds_hold_them(a in side(), b in side(), km in 0.0..6_000.0_f64) {
            let settings = &aid();
            for (there, back) in [
                (complementarity(settings, &a, &b), complementarity(settings, &b, &a)),
                (reach(settings, &a, &b, km), reach(settings, &b, &a, km)),
                (capacity(a[0], b[0]), capacity(b[0], a[0])),
            ] {
                prop_assert_eq!(there.value.to_bits(), back.value.to_bits());
                prop_assert!(0.0 <= there.low && there.low <= there.value && there.value <= there.high && there.high <= 1.0, "{:?}", there);
                prop_assert!((0.0..=1.0 + 1e-12).contains(&there.coverage));
            }
            prop_assert!(reach(settings, &a, &b, km).high <= near(settings, km), "nearness is the ceiling of reach");
        }

        #[test]
        fn any_exposures_within_the_bounds_stay_within_the_factors_bounds(a in side(), b in side(), km in 0.0..4_000.0_f64, part in 0.0..=1.0_f64) {
            let settings = &aid();
            let somewhere = |of: &[Estimate]| of.iter().map(|e| e.low + part * (e.high - e.low)).collect::<Vec<_>>();
            let (x, y) = (somewhere(&a), somewhere(&b));
            let within = |value: f64, of: Estimate| of.low - 1e-12 <= value && value <= of.high + 1e-12;
            prop_assert!(within(complementarity_value(settings, &x, &y), complementarity(settings, &a, &b)));
            prop_assert!(within(reach_value(settings, &x, &y, km), reach(settings, &a, &b, km)));
        }

        #[test]
        fn more_exposure_of_either_never_helps(a in side(), b in side(), km in 0.0..4_000.0_f64, h in 0..8_usize, more in 0.0..1.0_f64) {
            let settings = &aid();
            let values = |of: &[Estimate]| of.iter().map(|e| e.value).collect::<Vec<_>>();
            let (x, y) = (values(&a), values(&b));
            let mut worse = x.clone();
            worse[h] = (worse[h] + more).min(1.0);
            prop_assert!(complementarity_value(settings, &worse, &y) <= complementarity_value(settings, &x, &y));
            prop_assert!(reach_value(settings, &worse, &y, km) <= reach_value(settings, &x, &y, km));
        }
    }
}
