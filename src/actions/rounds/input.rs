//! From a plan and the engine to the solver's input: who takes part, how many pairings each may have, and which pairings there are.
//!
//! Cities stand under their slugs, so that input and result can be read by people.

use std::collections::{BTreeMap, BTreeSet};

use super::ground::Ground;
use crate::actions::error::{Error, invalid};
use crate::domain::code::Slug;
use crate::domain::fault::Faults;
use crate::domain::id::CityId;
use crate::domain::pairing::{Kind, Pair};
use crate::domain::round_plan::{Grouping, OwnQuota, RoundObjective, RoundPlan, RoundScope};
use crate::matching::affinity::{Slot, free_slots};
use crate::matching::engine::{Ask, Engine};
use crate::matching::facts::CityFacts;
use crate::matching::round_candidates::RoundCandidate;
use crate::matching::rounds::{Candidate, CountryCap, CountryPairCap, Instance, Node, Objective, RoundKind, Share};

/// Inhabitants from which a city is medium, large, very large.
const SIZES: [(f64, &str); 3] = [(5e6, "very_large"), (1e6, "large"), (250e3, "medium")];

/// The solver's input with the way back to the cities.
pub struct Drawn {
    /// What the solver gets.
    pub instance: Instance,
    /// The cities by the names they have there.
    pub cities: BTreeMap<String, CityId>,
}

/// Draws up the input of a round. Nothing is looked up but in `ground`: the same plan on the same ground gives the same input.
///
/// # Errors
/// `Invalid` with everything in the plan that does not fit these cities.
pub fn draw_up(ground: &Ground, plan: &RoundPlan) -> Result<Drawn, Error> {
    let engine = &*ground.engine;
    check(ground, plan)?;
    let members = members(engine, plan)?;
    let some = engine.only(&members).map_err(|error| Error::Internal(error.to_string()))?;
    let ask = Ask { kind: plan.kind, theme: plan.theme.clone(), limit: 1 };
    let may = |a: &CityFacts, b: &CityFacts, score: f64| may_be_paired(ground, plan, (a, b), score);
    let mut found = some.round_candidates(&ask, plan.candidates as usize, &may)?;
    add_locked(&some, plan, &ask, &mut found)?;
    let slug = |id: CityId| some.city(id).map(|city| city.slug.to_string()).unwrap_or_default();
    let edge =
        |found: RoundCandidate| Candidate { a: slug(found.first), b: slug(found.second), score: found.score, spread: Some(found.spread) };
    let pairs = |list: &[[Slug; 2]]| list.iter().map(|[a, b]| (a.to_string(), b.to_string())).collect();
    let rules = &plan.rules;
    let instance = Instance {
        kind: if plan.kind == Kind::PeerLearning { RoundKind::PeerLearning } else { RoundKind::SisterCity },
        nodes: some.cities().map(|city| node(ground, plan, city)).collect(),
        edges: found.into_iter().map(edge).collect(),
        locked: pairs(&rules.locked),
        barred: pairs(&rules.barred),
        country_cap: rules.country_cap,
        country_caps: rules.country_caps.iter().map(|cap| CountryCap { country: cap.country.to_string(), most: cap.most }).collect(),
        country_pair_cap: rules.country_pair_cap,
        country_pair_caps: rules
            .country_pair_caps
            .iter()
            .map(|cap| CountryPairCap { a: cap.a.to_string(), b: cap.b.to_string(), most: cap.most })
            .collect(),
        shares: rules.shares.iter().map(|share| Share { grouping: share.grouping.to_string(), at_least: share.at_least }).collect(),
        objective: match plan.objective {
            RoundObjective::CoverageThenScore => Objective::CoverageThenScore,
            RoundObjective::CoverageThenWorstThenScore => Objective::CoverageThenWorstThenScore,
            RoundObjective::Score => Objective::Score,
        },
    };
    let faults = crate::matching::rounds::faults(&instance);
    if !faults.is_empty() {
        let mut all = Faults::new();
        faults.into_iter().for_each(|fault| all.add("/rules", fault.to_string()));
        return Err(Error::Invalid(all));
    }
    let cities = some.cities().map(|city| (city.slug.to_string(), city.id)).collect();
    Ok(Drawn { instance, cities })
}

/// Who takes part, with every name that fits nobody at fault.
fn members(engine: &Engine, plan: &RoundPlan) -> Result<BTreeSet<CityId>, Error> {
    let by_slug: BTreeMap<&Slug, &CityFacts> = engine.cities().map(|city| (&city.slug, city)).collect();
    let mut faults = Faults::new();
    let mut check = |pointer: String, slug: &Slug| match by_slug.get(slug) {
        None => faults.add(pointer, format!("there is no city '{slug}'")),
        Some(city) => faults.require(city.suggestible, pointer, format!("{} is no active member", city.name)),
    };
    for (i, slug) in plan.scope.cities.iter().enumerate() {
        check(format!("/scope/cities/{i}"), slug);
    }
    for (i, own) in plan.rules.own.iter().enumerate() {
        check(format!("/rules/own/{i}/city"), &own.city);
    }
    for (name, pairs) in [("locked", &plan.rules.locked), ("barred", &plan.rules.barred)] {
        for (i, pair) in pairs.iter().enumerate() {
            pair.iter().enumerate().for_each(|(j, slug)| check(format!("/rules/{name}/{i}/{j}"), slug));
        }
    }
    let without: BTreeSet<&Slug> = plan.scope.without.iter().collect();
    let in_scope = |city: &&CityFacts| city.suggestible && takes_part(&plan.scope, city) && !without.contains(&city.slug);
    let members: BTreeSet<CityId> = engine.cities().filter(in_scope).map(|city| city.id).collect();
    let outside = |slug: &Slug| by_slug.get(slug).is_some_and(|city| !members.contains(&city.id));
    for (name, pairs) in [("locked", &plan.rules.locked), ("barred", &plan.rules.barred)] {
        for (i, pair) in pairs.iter().enumerate() {
            for slug in pair.iter().filter(|slug| outside(slug)) {
                faults.add(format!("/rules/{name}/{i}"), format!("{slug} does not take part in the round"));
            }
        }
    }
    for (i, own) in plan.rules.own.iter().enumerate().filter(|(_, own)| outside(&own.city)) {
        faults.add(format!("/rules/own/{i}/city"), format!("{} does not take part in the round", own.city));
    }
    faults.require(members.len() >= 2, "/scope", format!("{} active members fit; a round needs two or more", members.len()));
    faults.into_result(members).map_err(Error::Invalid)
}

fn takes_part(scope: &RoundScope, city: &CityFacts) -> bool {
    let fits = |is_empty: bool, holds: bool| is_empty || holds;
    let by_lists = fits(scope.networks.is_empty(), city.networks.iter().any(|network| scope.networks.contains(network)))
        && fits(scope.countries.is_empty(), scope.countries.contains(&city.country))
        && fits(scope.levels.is_empty(), city.level.as_ref().is_some_and(|level| scope.levels.contains(level)));
    let has_lists = !(scope.networks.is_empty() && scope.countries.is_empty() && scope.levels.is_empty());
    // Cities picked by hand are the round where no list says more.
    scope.cities.contains(&city.slug) || (by_lists && (has_lists || scope.cities.is_empty()))
}

fn may_be_paired(ground: &Ground, plan: &RoundPlan, (a, b): (&CityFacts, &CityFacts), score: f64) -> bool {
    let rules = &plan.rules;
    let is_level = !rules.same_level || (a.level.is_some() && a.level == b.level);
    let is_near_in_size = match (rules.largest_size_ratio, a.population, b.population) {
        (Some(most), Some(a), Some(b)) => a.max(b) <= most * a.min(b).max(1.0),
        _ => true,
    };
    let is_new = Pair::new(plan.kind, a.id, b.id).is_some_and(|pair| !ground.under_way.contains(&pair));
    rules.minimum_score.is_none_or(|least| score >= least) && is_level && is_near_in_size && is_new
}

/// Locked pairs are candidates whatever their place on a list; what a hard rule of matching takes out cannot be locked.
fn add_locked(engine: &Engine, plan: &RoundPlan, ask: &Ask, found: &mut Vec<RoundCandidate>) -> Result<(), Error> {
    let ids: BTreeMap<&Slug, CityId> = engine.cities().map(|city| (&city.slug, city.id)).collect();
    let mut there: BTreeSet<[CityId; 2]> = found.iter().map(|candidate| [candidate.first, candidate.second]).collect();
    let mut faults = Faults::new();
    for (i, [a, b]) in plan.rules.locked.iter().enumerate() {
        let Some((a, b)) = ids.get(a).copied().zip(ids.get(b).copied()) else { continue };
        for wanted in engine.wanted_candidates(ask, &[[a, b]])? {
            match wanted {
                Err(rule) => faults.add(format!("/rules/locked/{i}"), format!("the rule {rule} takes this pair out")),
                Ok(candidate) if there.insert([candidate.first, candidate.second]) => found.push(candidate),
                Ok(_) => {}
            }
        }
    }
    found.sort_by_key(|candidate| (candidate.first, candidate.second));
    faults.into_result(()).map_err(Error::Invalid)
}

fn node(ground: &Ground, plan: &RoundPlan, city: &CityFacts) -> Node {
    let rules = &plan.rules;
    let own = rules.own.iter().find(|own| own.city == city.slug);
    let of_own = |pick: fn(&OwnQuota) -> Option<u32>| own.and_then(pick);
    // What the city itself has room for stands above what the round would allow.
    let within = |most: u32, slot: Slot| free_slots(city, slot).map_or(most, |free| most.min(free));
    let most = of_own(|own| own.most).or(rules.most);
    let node = Node {
        id: city.slug.to_string(),
        country: city.country.to_string(),
        min: 0,
        max: most,
        learn_max: None,
        mentor_max: None,
        groups: groups(ground, city),
    };
    if plan.kind == Kind::PeerLearning {
        let learner = of_own(|own| own.most_as_learner).or(rules.most_as_learner).unwrap_or(1);
        let mentor = of_own(|own| own.most_as_mentor).or(rules.most_as_mentor).unwrap_or(2);
        let (learner, mentor) = (within(learner, Slot::Learner), within(mentor, Slot::Mentor));
        let min = of_own(|own| own.least).unwrap_or(rules.least.min(learner + mentor));
        return Node { min, learn_max: Some(learner), mentor_max: Some(mentor), ..node };
    }
    let most = within(most.unwrap_or(1), Slot::Partner);
    // A city whose partners are all there already is not held to the general minimum; to one of its own it is.
    Node { min: of_own(|own| own.least).unwrap_or(rules.least.min(most)), max: Some(most), ..node }
}

fn groups(ground: &Ground, city: &CityFacts) -> BTreeMap<String, String> {
    let size = |people: f64| SIZES.iter().find(|(least, _)| people >= *least).map_or("small", |(_, name)| name).to_owned();
    let capital = |level: &String| if level == "capital" { "yes".to_owned() } else { "no".to_owned() };
    let known = [
        (Grouping::Income, ground.income.get(&city.country).cloned()),
        (Grouping::Size, city.population.map(size)),
        (Grouping::Level, city.level.clone()),
        (Grouping::Capital, city.level.as_ref().map(capital)),
    ];
    known.into_iter().filter_map(|(grouping, value)| Some((grouping.to_string(), value?))).collect()
}

/// Checks a plan against the cities, without computing anything.
///
/// # Errors
/// `Invalid` with every fault.
pub fn check(ground: &Ground, plan: &RoundPlan) -> Result<(), Error> {
    let engine = &*ground.engine;
    plan.faults().into_result(()).map_err(Error::Invalid)?;
    if let Some(theme) = plan.theme.as_ref().filter(|theme| !engine.model().taxonomy().has(theme)) {
        return Err(invalid("/theme", format!("the taxonomy has no theme '{theme}'; see /api/v1/taxonomy")));
    }
    if engine.model().kind(plan.kind).is_none() {
        return Err(invalid("/kind", format!("the model in force has no {}", plan.kind)));
    }
    let members = members(engine, plan)?;
    check_shares(ground, plan, &members)
}

/// Where all cities are alike in something, none of their pairings joins cities that differ in it, and a share of them would leave no
/// pairing at all.
fn check_shares(ground: &Ground, plan: &RoundPlan, members: &BTreeSet<CityId>) -> Result<(), Error> {
    let mut faults = Faults::new();
    for (i, share) in plan.rules.shares.iter().enumerate().filter(|(_, share)| share.at_least > 0.0) {
        let cities = members.iter().filter_map(|id| ground.engine.city(*id));
        let value = |city: &CityFacts| match share.grouping {
            Grouping::Country => Some(city.country.to_string()),
            Grouping::Income | Grouping::Size | Grouping::Level | Grouping::Capital => groups(ground, city).remove(share.grouping.as_str()),
        };
        let values: BTreeSet<String> = cities.filter_map(value).collect();
        let alike = values.first().map_or_else(|| "it is known of none of them".to_owned(), |one| format!("all of them are '{one}'"));
        let detail = format!("no two cities of the round differ in {}: {alike}", share.grouping);
        faults.require(values.len() > 1, format!("/rules/shares/{i}"), detail);
    }
    faults.into_result(()).map_err(Error::Invalid)
}
