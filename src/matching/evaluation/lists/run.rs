//! From an engine to the report on its lists.

use std::collections::BTreeMap;

use chrono::Datelike;
use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;
use rayon::prelude::*;

use super::even::{Evened, Ranked, evened};
use super::exposure::{Shown, coverage, exposure, jaccard, share};
use super::facts_changed::{overstated, with_hidden, with_noise};
use super::report::{Gaming, Hidden, ListReport, Stability};
use crate::domain::code::ThemeCode;
use crate::domain::id::CityId;
use crate::domain::pairing::Kind;
use crate::matching::engine::{Ask, Engine};
use crate::matching::error::EngineError;
use crate::matching::facts::CityFacts;
use crate::matching::knowledge::Knowledge;
use crate::matching::scale::quantile;

/// How lists are looked at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ListSettings {
    /// The kind of pairing.
    pub kind: Kind,
    /// Suggestions in a list.
    pub depth: usize,
    /// Noise on every number, as a share of it.
    pub noise: f64,
    /// How often noise is drawn.
    pub draws: usize,
    /// Decides the draws.
    pub seed: u64,
}

impl ListSettings {
    /// Lists of ten under 5 % noise, drawn ten times.
    pub fn usual(kind: Kind) -> ListSettings {
        ListSettings { kind, depth: 10, noise: 0.05, draws: 10, seed: 1 }
    }
}

/// Shares of indicators that are hidden.
const HIDDEN: [f64; 3] = [0.1, 0.3, 0.5];

/// Limits on how often a city is shown, as multiples of a list's length; 1 would show all alike.
const LIMITS: [f64; 3] = [1.5, 2.0, 3.0];

/// Looks at the lists of all cities that may be suggested.
///
/// # Errors
/// Changed facts that the engine does not take; it takes those it has.
pub fn evaluate_lists(engine: &Engine, settings: &ListSettings) -> Result<ListReport, EngineError> {
    let view = View::of(engine, settings);
    let lists = view.lists(engine);
    let shown: Vec<Shown> = view.facts.iter().map(|facts| shown(facts)).collect();
    Ok(ListReport {
        kind: settings.kind,
        model: engine.model().name().to_owned(),
        snapshot: engine.snapshot_hash().to_owned(),
        depth: settings.depth,
        coverage: coverage(&lists, &shown),
        exposure: exposure(&lists, &shown),
        evened: view.evened(),
        stability: view.stability(&lists)?,
        hidden: HIDDEN.iter().map(|share| view.hidden(&lists, *share)).collect::<Result<_, _>>()?,
        gaming: view.boasts().iter().map(|themes| view.gaming(&lists, themes)).collect::<Result<_, _>>()?,
        symmetry_error: settings.kind.is_symmetric().then(|| view.symmetry_error()),
        seed: settings.seed,
    })
}

fn shown(facts: &CityFacts) -> Shown {
    Shown { people: facts.population, is_capital: facts.level.as_deref() == Some("capital") }
}

/// The cities whose lists are looked at, and the engine that makes them.
struct View<'a> {
    engine: &'a Engine,
    settings: &'a ListSettings,
    facts: Vec<&'a CityFacts>,
    places: BTreeMap<CityId, usize>,
}

impl<'a> View<'a> {
    fn of(engine: &'a Engine, settings: &'a ListSettings) -> View<'a> {
        let facts: Vec<&CityFacts> = engine.cities().filter(|city| city.suggestible).collect();
        let places = facts.iter().enumerate().map(|(at, city)| (city.id, at)).collect();
        View { engine, settings, facts, places }
    }

    fn ask(&self) -> Ask {
        Ask { kind: self.settings.kind, theme: None, limit: self.settings.depth }
    }

    /// The best of every city, as places among the cities looked at. A kind that the model does not have gives no suggestions.
    fn ranked(&self, engine: &Engine, keep: usize) -> Vec<Ranked> {
        let list = |facts: &&CityFacts| {
            let ranked = engine.ranked(facts.id, &self.ask(), keep).unwrap_or_default();
            ranked.into_iter().filter_map(|(city, score)| Some((*self.places.get(&city)?, score))).collect()
        };
        self.facts.par_iter().map(list).collect()
    }

    /// The list of every city.
    fn lists(&self, engine: &Engine) -> Vec<Vec<usize>> {
        let ranked = self.ranked(engine, self.settings.depth);
        ranked.into_iter().map(|list| list.into_iter().map(|(city, _)| city).collect()).collect()
    }

    fn evened(&self) -> Vec<Evened> {
        let ranked = self.ranked(self.engine, self.facts.len());
        LIMITS.iter().map(|limit| evened(&ranked, self.settings.depth, *limit)).collect()
    }

    fn random(&self, draw: u64) -> Xoshiro256PlusPlus {
        Xoshiro256PlusPlus::seed_from_u64(self.settings.seed ^ draw.rotate_left(24))
    }

    fn stability(&self, lists: &[Vec<usize>]) -> Result<Stability, EngineError> {
        let mut by_city = vec![Vec::new(); lists.len()];
        for draw in 0..self.settings.draws {
            let mut random = self.random(draw as u64);
            let moved = self.facts.iter().map(|facts| with_noise(facts, self.settings.noise, &mut random)).collect();
            let again = self.lists(&self.engine.with_changed(moved)?);
            for ((shares, list), again) in by_city.iter_mut().zip(lists).zip(&again) {
                shares.push(jaccard(list, again));
            }
        }
        let mut all: Vec<f64> = by_city.iter().flatten().copied().collect();
        all.sort_by(f64::total_cmp);
        let is_shaky = |shares: &Vec<f64>| shares.iter().sum::<f64>() < 0.5 * shares.len() as f64;
        let [median, lower_quartile] = [0.5, 0.25].map(|at| quantile(&all, at));
        Ok(Stability { noise: self.settings.noise, median, lower_quartile, below_half: share(by_city.iter().map(is_shaky)) })
    }

    fn hidden(&self, lists: &[Vec<usize>], hidden: f64) -> Result<Hidden, EngineError> {
        let mut random = self.random((1_000.0 * hidden) as u64);
        let left = self.facts.iter().map(|facts| with_hidden(facts, hidden, &mut random)).collect();
        let engine = self.engine.with_changed(left)?;
        let again = self.lists(&engine);
        let found = lists.iter().zip(&again).filter(|(list, _)| !list.is_empty());
        let kept: Vec<f64> =
            found.map(|(list, again)| list.iter().filter(|city| again.contains(city)).count() as f64 / list.len() as f64).collect();
        Ok(Hidden {
            share: hidden,
            kept: kept.iter().sum::<f64>() / kept.len().max(1) as f64,
            with_suggestions: share(again.iter().map(|list| !list.is_empty())),
            confidence: self.confidence(&engine),
        })
    }

    /// The mean confidence of everybody's first suggestion.
    fn confidence(&self, engine: &Engine) -> f64 {
        let ask = Ask { limit: 1, ..self.ask() };
        let first = |facts: &&CityFacts| Some(engine.suggest(facts.id, &ask).ok()?.items.first()?.confidence);
        let known: Vec<f64> = self.facts.par_iter().filter_map(first).collect();
        known.iter().sum::<f64>() / known.len().max(1) as f64
    }

    /// The themes that all cities together need most, first.
    fn wanted_themes(&self) -> Vec<ThemeCode> {
        let (model, as_of) = (self.engine.model(), self.engine.as_of());
        let mut wanted = vec![0.0; model.taxonomy().themes().len()];
        for facts in &self.facts {
            let need = Knowledge::of(model, facts, as_of).need;
            wanted.iter_mut().zip(need).for_each(|(sum, need)| *sum += need.value);
        }
        let mut order: Vec<usize> = (0..wanted.len()).collect();
        // Stable: of equals the taxonomy's order.
        order.sort_by(|&a, &b| wanted[b].total_cmp(&wanted[a]));
        order.into_iter().map(|t| model.taxonomy().themes()[t].code.clone()).collect()
    }

    /// Boasts worth trying: in every theme, and in as many as a city's own word can carry.
    fn boasts(&self) -> Vec<Vec<ThemeCode>> {
        let themes = self.wanted_themes();
        let carried = self.engine.model().settings().claims.as_ref().map(|claims| claims.own_word_capacities.floor() as usize);
        let few = carried.filter(|few| (1..themes.len()).contains(few)).map(|few| themes[..few].to_vec());
        std::iter::once(themes.clone()).chain(few).collect()
    }

    /// Every city boasts once, alone, in so many of the most wanted themes, and the lists of all others are asked for again.
    fn gaming(&self, lists: &[Vec<usize>], themes: &[ThemeCode]) -> Result<Gaming, EngineError> {
        let boasts: Vec<Boast> = (0..self.facts.len()).map(|at| self.boast(at, lists, themes)).collect::<Result<_, _>>()?;
        let most = |of: fn(&Boast) -> f64| boasts.iter().map(of).fold(0.0, f64::max);
        Ok(Gaming {
            themes: themes.len(),
            most_points: most(|boast| boast.points),
            bound_points: most(|boast| boast.bound),
            mean_lists_won: boasts.iter().map(|boast| boast.lists_won).sum::<f64>() / boasts.len().max(1) as f64,
            most_lists_won: most(|boast| boast.lists_won),
        })
    }

    fn boast(&self, at: usize, lists: &[Vec<usize>], themes: &[ThemeCode]) -> Result<Boast, EngineError> {
        let (id, as_of) = (self.facts[at].id, self.engine.as_of());
        let boasting = overstated(self.facts[at], themes.iter(), as_of.year());
        let bound = self.bound(&boasting);
        let engine = self.engine.with_changed(vec![boasting])?;
        let others = || self.facts.iter().enumerate().filter(|(other, _)| *other != at);
        let won = |other: CityId| {
            let points = |engine: &Engine| engine.score(other, id, &self.ask()).unwrap_or_default();
            points(&engine) - points(self.engine)
        };
        let points = others().map(|(_, other)| won(other.id)).fold(0.0, f64::max);
        let after = self.lists(&engine);
        let lists_won = share(others().map(|(other, _)| after[other].contains(&at) && !lists[other].contains(&at)));
        Ok(Boast { points, bound, lists_won })
    }

    /// The factors that capacity enters are at most the highest capacity times evidence of the city; of a harmonic mean with a side that
    /// is at most 1, the other side bounds it by `2m / (1 + m)`.
    fn bound(&self, boasting: &CityFacts) -> f64 {
        let model = self.engine.model();
        let own = Knowledge::of(model, boasting, self.engine.as_of()).own;
        let most = own.iter().map(|reading| reading.estimate.value).fold(0.0, f64::max);
        let of_factor = |name: &str| match name {
            "benefit" | "head_start" => most,
            "mutual_benefit" | "response_capacity" => 2.0 * most / (1.0 + most),
            _ => 0.0,
        };
        let factors = model.kind(self.settings.kind).map(|kind| kind.factors.as_slice()).unwrap_or_default();
        100.0 * factors.iter().map(|factor| factor.weight * of_factor(&factor.name)).sum::<f64>()
    }

    fn symmetry_error(&self) -> f64 {
        let score = |a: CityId, b: CityId| self.engine.score(a, b, &self.ask()).unwrap_or_default();
        let of = |(at, first): (usize, &&CityFacts)| {
            self.facts[at + 1..].iter().map(|second| (score(first.id, second.id) - score(second.id, first.id)).abs()).fold(0.0, f64::max)
        };
        self.facts.par_iter().enumerate().map(of).collect::<Vec<f64>>().into_iter().fold(0.0, f64::max)
    }
}

/// What boasting brought one city.
struct Boast {
    /// Points won at most with any other city.
    points: f64,
    /// Points it can win at most.
    bound: f64,
    /// The share of all lists in which it newly stands.
    lists_won: f64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::samples::{engine, id, port, recycler};

    /// Ports and recyclers of several countries and sizes, of which one is no member any more.
    fn members() -> Engine {
        let countries = ["ID", "MY", "TH", "VN"];
        let sized = |n: u128, city: CityFacts| CityFacts { population: Some(5e4 * n as f64), ..city };
        let mut cities: Vec<CityFacts> = (1..=12)
            .map(|n: u128| {
                let country = countries[n as usize % 4];
                sized(n, if n.is_multiple_of(2) { port(n, country) } else { recycler(n, country) })
            })
            .collect();
        cities[11].suggestible = false;
        engine(cities)
    }

    fn settings(kind: Kind) -> ListSettings {
        ListSettings { depth: 3, draws: 2, ..ListSettings::usual(kind) }
    }

    #[test]
    fn members_are_asked_and_who_left_is_neither_asked_nor_shown() {
        let report = evaluate_lists(&members(), &settings(Kind::SisterCity)).unwrap();
        assert_eq!((report.coverage.cities, report.coverage.with_suggestions, report.symmetry_error), (11, 1.0, Some(0.0)));
        assert!((0.0..1.0).contains(&report.exposure.gini) && report.exposure.most_over_mean >= 1.0);
        assert_eq!(evaluate_lists(&members(), &settings(Kind::PeerLearning)).unwrap().symmetry_error, None);
    }

    #[test]
    fn without_noise_the_lists_stand_still_and_with_it_they_move() {
        // A learner's mentors follow from the levels that they state, which the noise moves.
        let still = ListSettings { noise: 0.0, ..settings(Kind::PeerLearning) };
        assert_eq!(evaluate_lists(&members(), &still).unwrap().stability.median, 1.0);
        let storm = ListSettings { noise: 1.0, draws: 6, ..still };
        let shaken = evaluate_lists(&members(), &storm).unwrap().stability;
        assert!(shaken.lower_quartile < 1.0 && shaken.lower_quartile <= shaken.median, "{shaken:?}");
    }

    #[test]
    fn a_boast_wins_no_more_points_than_the_evidence_of_a_citys_own_word_allows() {
        let engine = members();
        for kind in [Kind::PeerLearning, Kind::SisterCity] {
            let boasts = evaluate_lists(&engine, &settings(kind)).unwrap().gaming;
            assert_eq!(boasts.iter().map(|gaming| gaming.themes).collect::<Vec<_>>(), [40, 5]);
            for gaming in boasts {
                assert!(gaming.most_points <= gaming.bound_points, "{kind} {gaming:?}");
                assert!(gaming.bound_points < 60.0 && gaming.most_lists_won >= gaming.mean_lists_won, "{kind} {gaming:?}");
            }
        }
        // Proof would win more: the same city, verified in everything.
        let themes: Vec<_> = engine.model().taxonomy().themes().iter().map(|theme| theme.code.clone()).collect();
        let mut proven = overstated(engine.city(id(1)).unwrap(), themes.iter(), 2026);
        proven.capacities.iter_mut().for_each(|capacity| capacity.is_verified = true);
        let verified = engine.with_changed(vec![proven]).unwrap();
        let ask = Ask { kind: Kind::PeerLearning, theme: None, limit: 3 };
        let points = |engine: &Engine| engine.score(id(2), id(1), &ask).unwrap();
        let boast = engine.with_changed(vec![overstated(engine.city(id(1)).unwrap(), themes.iter(), 2026)]).unwrap();
        assert!(points(&boast) < points(&verified));
    }

    #[test]
    fn the_report_is_the_same_each_time() {
        let [one, other] = [0, 1].map(|_| evaluate_lists(&members(), &settings(Kind::SisterCity)).unwrap());
        assert_eq!(one, other);
    }
}
