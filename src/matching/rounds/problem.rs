//! An instance in numbers: cities and pairs in one order whatever the input's, scores as integers, rewards for coverage.

use std::collections::{BTreeMap, BTreeSet};

use super::check::key;
use super::instance::{Instance, Objective, RoundKind};
use super::rules::{self, Rule, UnlikeShare};

/// Scores are whole numbers of 10^-6, or of a larger power of ten where numbers would become too large.
const FINEST: i32 = 6;
/// No sum of scores may be larger than this many units: a reward for coverage is larger than any sum of scores, and multipliers of that
/// size must still be told apart from their neighbours by a half in double precision.
const LARGEST_SUM: f64 = 3.5e13;

/// A pair's own part, which breaks ties, is below this.
const OWN_PARTS: i64 = 1 << 10;
/// The quota of a city that has none.
const UNLIMITED: u32 = u32::MAX;

/// A city with what limits it; quotas are never larger than what its candidates allow.
#[derive(Debug, Clone)]
pub(super) struct City {
    pub(super) id: String,
    pub(super) country: u32,
    /// The quotas as they were given: in any role, as learner, as mentor.
    pub(super) quota: u32,
    pub(super) learn_quota: u32,
    pub(super) mentor_quota: u32,
    /// Pairs it must have and, as far as its candidates allow, may have.
    pub(super) low: u32,
    pub(super) high: u32,
    /// Pairs it may have in each role; without a direction as `high`.
    pub(super) learn: u32,
    pub(super) mentor: u32,
    /// Each of the first `rewarded` pairs brings `reward` on top of its score. Never together with `low` above 0.
    pub(super) rewarded: u32,
    pub(super) reward: i64,
    /// Candidates given, barred ones included.
    pub(super) given: u32,
}

/// A candidate that is not barred.
#[derive(Debug, Clone)]
pub(super) struct Edge {
    pub(super) a: u32,
    pub(super) b: u32,
    pub(super) profit: i64,
    pub(super) locked: bool,
    /// The rules it counts under, with its coefficients.
    pub(super) rules: Vec<(u32, i32)>,
}

/// The round in numbers. Cities stand in the order of their ids, edges in the order of their cities.
#[derive(Debug, Clone)]
pub(super) struct Problem {
    pub(super) kind: RoundKind,
    pub(super) cities: Vec<City>,
    pub(super) edges: Vec<Edge>,
    /// Edges of each city.
    pub(super) adjacent: Vec<Vec<u32>>,
    /// Rules that can bind; the others are left out.
    pub(super) rules: Vec<Rule>,
    pub(super) shares: Vec<UnlikeShare>,
    pub(super) countries: Vec<String>,
    /// Units in a score of 1.
    units: f64,
    /// Units that every score is a multiple of, and parts of such a multiple that profits are in: what is left below a whole multiple
    /// only breaks ties.
    grain: i64,
    parts: i64,
    /// More than any two sums of scores can differ.
    pub(super) more_than_scores: i64,
}

impl Problem {
    /// Takes an instance that has no faults.
    pub(super) fn new(instance: &Instance) -> Problem {
        let mut order: Vec<usize> = (0..instance.nodes.len()).collect();
        order.sort_by(|a, b| instance.nodes[*a].id.cmp(&instance.nodes[*b].id));
        let names: BTreeSet<&str> = instance.nodes.iter().map(|node| node.country.as_str()).collect();
        let countries: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let cities = order.iter().map(|at| city(instance, *at, &countries)).collect();
        let mut problem = Problem {
            kind: instance.kind,
            cities,
            edges: Vec::new(),
            adjacent: Vec::new(),
            rules: Vec::new(),
            shares: Vec::new(),
            countries,
            units: units(instance),
            grain: 1,
            parts: 1,
            more_than_scores: 0,
        };
        problem.take_edges(instance);
        (problem.shares, problem.rules) = rules::taken(instance, &order, &problem);
        problem.index_rules();
        problem.tighten();
        problem.break_ties();
        problem.tighten();
        if instance.objective != Objective::Score {
            for city in problem.cities.iter_mut().filter(|city| city.low == 0 && city.high > 0) {
                (city.rewarded, city.reward) = (1, problem.more_than_scores);
            }
        }
        problem
    }

    fn take_edges(&mut self, instance: &Instance) {
        let numbers: BTreeMap<&str, usize> = self.cities.iter().enumerate().map(|(at, city)| (city.id.as_str(), at)).collect();
        // Unknown ids are faults, and an instance with faults does not come here.
        let pair = |a: &String, b: &String| Some(key(instance.kind, *numbers.get(a.as_str())?, *numbers.get(b.as_str())?));
        let set = |pairs: &[(String, String)]| pairs.iter().filter_map(|(a, b)| pair(a, b)).collect::<BTreeSet<_>>();
        let (locked, barred) = (set(&instance.locked), set(&instance.barred));
        let mut given: Vec<((usize, usize), f64)> =
            instance.edges.iter().filter_map(|edge| Some((pair(&edge.a, &edge.b)?, edge.score))).collect();
        given.sort_unstable_by_key(|(pair, _)| *pair);
        let mut count = vec![0; self.cities.len()];
        for ((a, b), score) in given {
            count[a] += 1;
            count[b] += 1;
            if !barred.contains(&(a, b)) {
                let profit = (score * self.units).round() as i64;
                self.edges.push(Edge { a: a as u32, b: b as u32, profit, locked: locked.contains(&(a, b)), rules: Vec::new() });
            }
        }
        for (city, given) in self.cities.iter_mut().zip(count) {
            city.given = given;
        }
        self.index_edges();
    }

    /// Tells every city which pairs it has.
    fn index_edges(&mut self) {
        self.adjacent = vec![Vec::new(); self.cities.len()];
        for (at, edge) in self.edges.iter().enumerate() {
            self.adjacent[edge.a as usize].push(at as u32);
            self.adjacent[edge.b as usize].push(at as u32);
        }
    }

    /// Tells every pair which rules it counts under.
    fn index_rules(&mut self) {
        self.edges.iter_mut().for_each(|edge| edge.rules.clear());
        for (number, rule) in self.rules.iter().enumerate() {
            for (at, coefficient) in &rule.members {
                self.edges[*at as usize].rules.push((number as u32, *coefficient));
            }
        }
    }

    /// The countries of a pair, the lower number first.
    pub(super) fn countries_of(&self, edge: &Edge) -> [u32; 2] {
        let [a, b] = [edge.a, edge.b].map(|city| self.cities[city as usize].country);
        [a.min(b), a.max(b)]
    }

    /// The same round with another share in the place of one; false if its rule was never broken and is left out.
    pub(super) fn set_share(&mut self, number: u32, share: UnlikeShare) -> bool {
        let Some(rule) = self.rules.iter_mut().find(|rule| rule.source == rules::Source::Share(number)) else { return false };
        *rule = Rule::share(number, &share);
        self.shares[number as usize] = share;
        self.index_rules();
        true
    }

    /// No set has more pairs than this.
    pub(super) fn most_pairs(&self) -> i64 {
        self.cities.iter().map(|city| i64::from(city.high)).sum::<i64>() / 2
    }

    /// Lowers quotas to what the candidates allow, and finds what sums of scores can differ by.
    pub(super) fn tighten(&mut self) {
        let mut largest_sum = 0_i64;
        for (at, city) in self.cities.iter_mut().enumerate() {
            let edges = &self.adjacent[at];
            let learning = edges.iter().filter(|edge| self.edges[**edge as usize].a == at as u32).count() as u32;
            let count = edges.len() as u32;
            if self.kind == RoundKind::PeerLearning {
                city.learn = city.learn_quota.min(learning);
                city.mentor = city.mentor_quota.min(count - learning);
                city.high = city.quota.min(city.learn + city.mentor);
            } else {
                city.high = city.quota.min(count);
                (city.learn, city.mentor) = (city.high, city.high);
            }
            let mut sizes: Vec<i64> = edges.iter().map(|edge| self.edges[*edge as usize].profit.abs()).collect();
            sizes.sort_unstable_by_key(|size| std::cmp::Reverse(*size));
            largest_sum += sizes.iter().take(city.high as usize).sum::<i64>();
        }
        // Each pair has two cities, so that the sum is at least twice that of any set of pairs.
        self.more_than_scores = (largest_sum / self.parts + 1) * self.parts;
    }

    /// Takes out what all scores have in common, and where there is room gives every pair a small part of its own. Sets of equal scores
    /// then differ, always in the same way: the programme has one optimum to go to instead of a whole face of them, on which cuts make no
    /// headway. All the small parts of a set together are less than the least difference of two scores.
    fn break_ties(&mut self) {
        let common = self.edges.iter().fold(0, |common, edge| gcd(common, edge.profit));
        self.grain = common.max(1);
        let most_pairs = self.most_pairs() + 2;
        let parts = most_pairs * OWN_PARTS;
        if (self.more_than_scores / self.grain + most_pairs) as f64 * parts as f64 <= LARGEST_SUM {
            self.parts = parts;
        }
        for (at, edge) in self.edges.iter_mut().enumerate() {
            edge.profit = edge.profit / self.grain * self.parts + if self.parts > 1 { scatter(at) } else { 0 };
        }
    }

    /// Whatever is worth less than this is no better than `worth` but for the parts that break ties.
    pub(super) fn next_worth(&self, worth: i128) -> i128 {
        (worth.div_euclid(i128::from(self.parts)) + 1) * i128::from(self.parts)
    }

    /// What a pair is worth without the part that breaks ties.
    pub(super) fn true_profit(&self, edge: &Edge) -> i64 {
        edge.profit.div_euclid(self.parts)
    }

    /// What a pair of this score is worth, without the part that breaks ties.
    pub(super) fn profit_of(&self, score: f64) -> i64 {
        (score * self.units).round() as i64 / self.grain
    }

    /// The score that stands behind a worth without the part that breaks ties.
    pub(super) fn true_score(&self, profit: i64) -> f64 {
        (i128::from(profit) * i128::from(self.grain)) as f64 / self.units
    }

    /// Whether pairs have a direction.
    pub(super) fn is_directed(&self) -> bool {
        self.kind == RoundKind::PeerLearning
    }

    /// The score of a pair in units of the round.
    pub(super) fn edge_score(&self, at: u32) -> f64 {
        self.score(i128::from(self.edges[at as usize].profit))
    }

    /// The same round with minimum pairs as a wish that comes before everything else: what it leaves short cannot be had.
    pub(super) fn with_wishes(&self) -> Problem {
        let mut problem = self.clone();
        for (city, edges) in problem.cities.iter_mut().zip(&problem.adjacent) {
            let wished = if edges.is_empty() { 0 } else { city.low };
            (city.rewarded, city.reward) = (wished, if wished > 0 { problem.more_than_scores } else { 0 });
            city.low = 0;
            city.high = city.high.max(city.rewarded);
        }
        problem
    }

    /// The same round with some of the candidates, and the number that each of those has here. Rewards stay as they are, so that a set is
    /// worth the same in both.
    pub(super) fn only(&self, keep: impl Fn(&Edge) -> bool) -> (Problem, Vec<u32>) {
        let kept: Vec<u32> = (0..self.edges.len() as u32).filter(|at| keep(&self.edges[*at as usize])).collect();
        let mut problem = Problem { edges: kept.iter().map(|at| self.edges[*at as usize].clone()).collect(), ..self.clone() };
        problem.index_edges();
        for rule in &mut problem.rules {
            let members = rule.members.iter().filter_map(|(at, own)| Some((kept.binary_search(at).ok()? as u32, *own)));
            rule.members = members.collect();
        }
        for share in &mut problem.shares {
            share.unlike = kept.iter().map(|at| share.unlike[*at as usize]).collect();
        }
        problem.index_rules();
        problem.tighten();
        problem.more_than_scores = self.more_than_scores;
        for city in problem.cities.iter_mut().filter(|city| city.high == 0) {
            (city.rewarded, city.reward) = (0, 0);
        }
        (problem, kept)
    }

    /// The same round without caps and shares; a set is worth the same in both.
    pub(super) fn without_rules(&self) -> Problem {
        let mut problem = Problem { rules: Vec::new(), ..self.clone() };
        problem.index_rules();
        problem
    }

    /// The same round where scores are of no account and coverage alone counts.
    pub(super) fn for_coverage(&self) -> Problem {
        let mut problem = self.clone();
        (problem.grain, problem.parts) = (1, (self.most_pairs() + 2) * OWN_PARTS);
        problem.edges.iter_mut().enumerate().for_each(|(at, edge)| edge.profit = scatter(at));
        problem.more_than_scores = problem.parts;
        problem.cities.iter_mut().filter(|city| city.rewarded > 0).for_each(|city| city.reward = problem.more_than_scores);
        problem
    }

    /// No more cities than these can be covered by what is worth so much more. One more city is worth more than all scores.
    pub(super) fn rewards_within(&self, more: i128) -> i128 {
        let reward = i128::from(self.more_than_scores);
        let rewarding = self.cities.iter().any(|city| city.rewarded > 0);
        if rewarding { (more + reward - 1).div_euclid(reward).max(0) } else { 0 }
    }

    /// No set of pairs is worth more than this, in units.
    pub(super) fn most(&self) -> i128 {
        let rewards = self.cities.iter().map(|city| i128::from(city.rewarded) * i128::from(city.reward));
        rewards.sum::<i128>() + i128::from(self.more_than_scores)
    }

    /// A sum of profits as a score, without the parts that break ties.
    pub(super) fn score(&self, profits: i128) -> f64 {
        (profits.div_euclid(i128::from(self.parts)) * i128::from(self.grain)) as f64 / self.units
    }
}

fn city(instance: &Instance, at: usize, countries: &[String]) -> City {
    let node = &instance.nodes[at];
    let directed = instance.kind == RoundKind::PeerLearning;
    let role = |most: Option<u32>| most.filter(|_| directed).unwrap_or(UNLIMITED);
    City {
        id: node.id.clone(),
        country: countries.partition_point(|country| *country < node.country) as u32,
        quota: node.max.unwrap_or(UNLIMITED),
        learn_quota: role(node.learn_max),
        mentor_quota: role(node.mentor_max),
        low: node.min,
        high: 0,
        learn: 0,
        mentor: 0,
        rewarded: 0,
        reward: 0,
        given: 0,
    }
}

/// A pair's own part, which breaks ties.
fn scatter(at: usize) -> i64 {
    ((at as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as i64 % OWN_PARTS
}

/// The finest power of ten at which no sum of scores becomes too large.
fn units(instance: &Instance) -> f64 {
    let sum: f64 = instance.edges.iter().map(|edge| edge.score.abs()).sum();
    let mut units = FINEST;
    while sum * 10_f64.powi(units) > LARGEST_SUM && units > -300 {
        units -= 1;
    }
    10_f64.powi(units)
}

/// The greatest common divisor.
pub(super) fn gcd(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
