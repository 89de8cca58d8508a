//! Rules over many pairs at once, caps and shares alike: `Σ coefficient · pair <= most` in whole numbers.
//!
//! A share of `t` thousandths, `1000 · unlike >= t · all`, is `Σ (t - 1000 · unlike) · pair <= 0`, divided by what `t` and 1000 have in common.

use std::collections::BTreeMap;

use super::instance::{BY_COUNTRY, Instance, Node};
use super::problem::{Edge, Problem, gcd};

/// A share in whole numbers is of so many parts.
pub(super) const THOUSAND: i64 = 1_000;
/// A share is lowered to the next lower multiple of this many thousandths.
const STEP: u32 = 50;

/// What a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    /// The cap on two countries, the lower number first.
    CountryPair([u32; 2]),
    /// The cap on a country.
    Country(u32),
    /// A share, by its place in [`Problem::shares`].
    Share(u32),
}

/// `Σ coefficient · pair <= most`.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    pub(super) source: Source,
    pub(super) most: i64,
    /// Candidates that count under it, in order, with their coefficients; none is 0.
    pub(super) members: Vec<(u32, i32)>,
}

/// A share of pairs between unlike cities.
#[derive(Debug, Clone)]
pub(super) struct UnlikeShare {
    pub(super) grouping: String,
    /// In thousandths.
    pub(super) at_least: u32,
    /// Whether each candidate joins unlike cities.
    pub(super) unlike: Vec<bool>,
}

impl Rule {
    fn cap(source: Source, most: u32, edges: Vec<u32>) -> Rule {
        Rule { source, most: i64::from(most), members: edges.into_iter().map(|at| (at, 1)).collect() }
    }

    /// The rule of the share with a number.
    pub(super) fn share(number: u32, share: &UnlikeShare) -> Rule {
        let at_least = i64::from(share.at_least);
        let common = gcd(at_least, THOUSAND).max(1);
        let coefficient = |unlike: &bool| ((at_least - if *unlike { THOUSAND } else { 0 }) / common) as i32;
        let members = share.unlike.iter().enumerate().map(|(at, unlike)| (at as u32, coefficient(unlike)));
        Rule { source: Source::Share(number), most: 0, members: members.filter(|(_, coefficient)| *coefficient != 0).collect() }
    }

    /// The place of its share in [`Problem::shares`], if it comes from one.
    pub(super) fn share_number(&self) -> Option<u32> {
        match self.source {
            Source::Share(number) => Some(number),
            Source::CountryPair(_) | Source::Country(_) => None,
        }
    }

    /// Whether some set of candidates breaks it.
    pub(super) fn can_bind(&self) -> bool {
        self.members.iter().map(|(_, coefficient)| i64::from(*coefficient).max(0)).sum::<i64>() > self.most
    }

    /// Candidates that use it up.
    pub(super) fn spending(&self) -> impl Iterator<Item = u32> {
        self.members.iter().filter(|(_, coefficient)| *coefficient > 0).map(|(at, _)| *at)
    }

    /// Whether pairs can make room under it.
    pub(super) fn is_mixed(&self) -> bool {
        self.members.iter().any(|(_, coefficient)| *coefficient < 0)
    }

    /// The left side is never below this, with so many pairs at most.
    pub(super) fn least(&self, pairs: i64) -> i64 {
        let below = self.members.iter().map(|(_, coefficient)| i64::from(*coefficient)).filter(|coefficient| *coefficient < 0);
        let (count, lowest) = below.fold((0, 0), |(count, lowest), coefficient| (count + 1, coefficient.min(lowest)));
        lowest * pairs.min(count)
    }
}

impl UnlikeShare {
    /// One step lower: the largest multiple of 5 % below it; `None` for a share of nothing.
    pub(super) fn lower(&self) -> Option<UnlikeShare> {
        let at_least = (self.at_least.checked_sub(1)? / STEP) * STEP;
        Some(UnlikeShare { at_least, ..self.clone() })
    }
}

/// The shares and all rules of a round that can bind.
pub(super) fn taken(instance: &Instance, order: &[usize], problem: &Problem) -> (Vec<UnlikeShare>, Vec<Rule>) {
    let mut rules = country_pairs(instance, problem);
    rules.extend(countries(instance, problem));
    let share = |share: &super::instance::Share| {
        let values = values(instance, order, &share.grouping);
        let unlike = |edge: &Edge| values[edge.a as usize].zip(values[edge.b as usize]).is_some_and(|(a, b)| a != b);
        let at_least = (share.at_least * THOUSAND as f64).round() as u32;
        UnlikeShare { grouping: share.grouping.clone(), at_least, unlike: problem.edges.iter().map(unlike).collect() }
    };
    let shares: Vec<UnlikeShare> = instance.shares.iter().map(share).collect();
    rules.extend(shares.iter().enumerate().map(|(number, share)| Rule::share(number as u32, share)));
    rules.retain(Rule::can_bind);
    (shares, rules)
}

/// The values of a grouping in the order of the cities.
fn values<'a>(instance: &'a Instance, order: &[usize], grouping: &str) -> Vec<Option<&'a str>> {
    let nodes = order.iter().map(|at| &instance.nodes[*at]);
    nodes.map(|node| value(node, grouping, by_country(instance, grouping))).collect()
}

/// Whether a grouping is that by country.
pub(super) fn by_country(instance: &Instance, grouping: &str) -> bool {
    grouping == BY_COUNTRY && !instance.nodes.iter().any(|node| node.groups.contains_key(grouping))
}

/// What a city is in a grouping.
pub(super) fn value<'a>(node: &'a Node, grouping: &str, by_country: bool) -> Option<&'a str> {
    if by_country { Some(&node.country) } else { node.groups.get(grouping).map(String::as_str) }
}

/// The number of a country, if it has a city.
fn number(problem: &Problem, country: &str) -> Option<u32> {
    problem.countries.binary_search_by(|name| name.as_str().cmp(country)).ok().map(|at| at as u32)
}

fn country_pairs(instance: &Instance, problem: &Problem) -> Vec<Rule> {
    let own = instance.country_pair_caps.iter().filter_map(|cap| {
        let mut countries = [number(problem, &cap.a)?, number(problem, &cap.b)?];
        countries.sort_unstable();
        Some((countries, cap.most))
    });
    let own: BTreeMap<[u32; 2], u32> = own.collect();
    if own.is_empty() && instance.country_pair_cap.is_none() {
        return Vec::new();
    }
    let mut members: BTreeMap<[u32; 2], Vec<u32>> = BTreeMap::new();
    for (at, edge) in problem.edges.iter().enumerate() {
        members.entry(problem.countries_of(edge)).or_default().push(at as u32);
    }
    let most = |countries: &[u32; 2]| own.get(countries).copied().or(instance.country_pair_cap);
    let capped = members.into_iter().filter_map(|(countries, edges)| Some((countries, most(&countries)?, edges)));
    capped.map(|(countries, most, edges)| Rule::cap(Source::CountryPair(countries), most, edges)).collect()
}

fn countries(instance: &Instance, problem: &Problem) -> Vec<Rule> {
    let own = instance.country_caps.iter().filter_map(|cap| Some((number(problem, &cap.country)?, cap.most)));
    let own: BTreeMap<u32, u32> = own.collect();
    if own.is_empty() && instance.country_cap.is_none() {
        return Vec::new();
    }
    let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (at, edge) in problem.edges.iter().enumerate() {
        let [a, b] = problem.countries_of(edge);
        for country in [Some(a), Some(b).filter(|b| *b != a)].into_iter().flatten() {
            members.entry(country).or_default().push(at as u32);
        }
    }
    let most = |country: &u32| own.get(country).copied().or(instance.country_cap);
    let capped = members.into_iter().filter_map(|(country, edges)| Some((country, most(&country)?, edges)));
    capped.map(|(country, most, edges)| Rule::cap(Source::Country(country), most, edges)).collect()
}
