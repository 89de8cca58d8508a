//! What an analysis says.

use serde::{Deserialize, Serialize};

use crate::matching::rounds::{Limit, Why};

/// What a solved round is like.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// Who has a pair.
    pub coverage: Coverage,
    /// The scores of the chosen pairs.
    pub scores: Scores,
    /// What taking the best pair again and again gives.
    pub greedy: Greedy,
    /// The best round with the quotas alone: without minima, caps, shares, locks and bars. `None` if the analysis was cancelled before it.
    pub unconstrained: Option<Figures>,
    /// What constraints cost: each kind that is there, then single ones, the tightest first.
    pub prices: Vec<Price>,
    /// Constraints that bind and were not tried, because only so many are.
    pub prices_not_tried: usize,
    /// Cities without a pair, in order of their ids.
    pub left_out: Vec<LeftOut>,
    /// Pairs that would rather have each other.
    pub blocking_pairs: BlockingPairs,
    /// How evenly pairs are spread over cities and groups of them.
    pub exposure: Exposure,
    /// How much of the round stays when scores move within their uncertainty; `None` where no candidate has a spread or no draw was made.
    pub stability: Option<Stability>,
    /// A round inside was not proved to be the best one, or was not tried: gains are then lower bounds.
    pub unproved: bool,
}

/// Who has a pair.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Coverage {
    /// Cities of the round.
    pub cities: usize,
    /// Cities with at least one candidate, barred or not.
    pub with_candidates: usize,
    /// Cities with at least one pair.
    pub covered: usize,
    /// `covered / cities`, 0 to 1; 0 without cities.
    pub share: f64,
}

/// The scores of the chosen pairs, in the unit of the candidates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scores {
    /// Their sum.
    pub total: f64,
    /// Their mean; `None` without pairs, like the following.
    pub mean: Option<f64>,
    /// The lowest.
    pub minimum: Option<f64>,
    /// First quartile, median and third quartile, interpolated linearly (type 7 of Hyndman and Fan, 1996).
    pub quartiles: Option<[f64; 3]>,
    /// The highest.
    pub maximum: Option<f64>,
    /// How many lie where.
    pub histogram: Histogram,
}

/// Ten bins of equal width over 0 to 100, or over lowest to highest where a score lies outside (over ten units from the score where all are
/// the same).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Histogram {
    /// The eleven borders of the bins, rising. A score on a border is in the bin above it, the highest border in the last bin.
    pub edges: Vec<f64>,
    /// Pairs in each of the ten bins.
    pub counts: Vec<usize>,
}

/// A round in three figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// Pairs.
    pub pairs: usize,
    /// Cities with at least one pair.
    pub covered: usize,
    /// The sum of the scores.
    pub score: f64,
    /// No other set is better by the objective of the round; never for the greedy set, which is only what it is.
    pub proved: bool,
}

/// What taking the best remaining allowed pair again and again gives, after the locked pairs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Greedy {
    /// Its figures.
    #[serde(flatten)]
    pub figures: Figures,
    /// It keeps every minimum and every rule, which it does not look ahead to.
    pub keeps_all: bool,
    /// Cities that the round covers beyond it; below 0 where the round keeps minima or rules that this does not.
    pub covered_gain: i64,
    /// Score that the round has beyond it.
    pub score_gain: f64,
}

/// A constraint, or all of one kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "constraint", rename_all = "snake_case")]
pub enum Constraint {
    /// All minima.
    Minima,
    /// All locks.
    Locks,
    /// All bars.
    Bars,
    /// All caps on pairs of countries.
    CountryPairCaps,
    /// All caps on countries.
    CountryCaps,
    /// A share of pairs between unlike cities.
    Share {
        /// In what they differ.
        grouping: String,
    },
    /// All quotas: not left out, but each one higher.
    Quotas,
    /// The cap on two countries.
    CountryPairCap {
        /// A country.
        a: String,
        /// The other, or the same.
        b: String,
    },
    /// The cap on a country.
    CountryCap {
        /// The country.
        country: String,
    },
    /// A locked pair.
    Lock {
        /// A city.
        a: String,
        /// The other.
        b: String,
    },
    /// A barred pair.
    Bar {
        /// A city.
        a: String,
        /// The other.
        b: String,
    },
    /// The minimum of a city.
    Minimum {
        /// The city.
        id: String,
    },
}

/// What leaving a constraint out would bring. By the objective of the round it is never worse than nothing where it is proved; a single
/// figure can be below 0, as when one more city costs score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Price {
    /// What is left out.
    #[serde(flatten)]
    pub constraint: Constraint,
    /// Cities covered in addition.
    pub covered_gain: i64,
    /// Score in addition.
    pub score_gain: f64,
    /// Pairs in addition.
    pub pairs_gain: i64,
    /// The round without it and the round itself were both proved to be the best.
    pub proved: bool,
}

/// A city without a pair.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The city.
    pub id: String,
    /// What left it out.
    pub why: Why,
    /// Up to three of its best candidates, the best first.
    pub nearest: Vec<Nearest>,
}

/// A candidate of a city that has no pair.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Nearest {
    /// The other city.
    pub partner: String,
    /// The score of the candidate.
    pub score: f64,
    /// It is barred; nothing else is then looked at.
    pub barred: bool,
    /// What stands in its way in the round; empty where it would only cost more than it brings.
    pub in_the_way: Vec<Obstacle>,
}

/// A limit in the way of a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obstacle {
    /// The limit.
    #[serde(flatten)]
    pub limit: Limit,
    /// Whether relaxing it by one step, and nothing else, brings the city in (through any candidate) without losing another city; `None`
    /// where that was not tried or not decided.
    pub brings_in: Option<bool>,
}

/// Candidates not chosen for which both cities have room or would give up their worst pair, as in
/// [`Solution::blocking_pairs`](crate::matching::rounds::Solution::blocking_pairs).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BlockingPairs {
    /// How many there are.
    pub count: usize,
    /// Up to twenty, those first whose smaller gain is largest.
    pub pairs: Vec<BlockingPair>,
}

/// A pair that would rather have each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BlockingPair {
    /// A city; the learner, where there is a direction.
    pub a: String,
    /// The other; the mentor, where there is a direction.
    pub b: String,
    /// Their score.
    pub score: f64,
    /// What `a` would gain over the pair it gives up: the whole score where it has room.
    pub gain_a: f64,
    /// What `b` would gain.
    pub gain_b: f64,
}

/// How evenly pairs are spread.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Exposure {
    /// The Gini coefficient of the pairs of each city with at least one candidate, 0 (all have as many) to 1:
    /// `2 · Σ i·x_i / (n · Σ x_i) - (n + 1) / n` over the numbers in rising order (Gini, 1912; Sen, 1973). 0 without pairs.
    pub gini: f64,
    /// Pairs per city with at least one candidate; 0 without such a city.
    pub mean: f64,
    /// The most pairs of a city.
    pub maximum: usize,
    /// By country first, then by every grouping of the nodes, in order of their names.
    pub groupings: Vec<GroupingExposure>,
}

/// How pairs are spread over the values of a grouping.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupingExposure {
    /// The grouping.
    pub grouping: String,
    /// A row for each value, in order; last those without one.
    pub rows: Vec<GroupRow>,
}

/// The cities with one value of a grouping.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupRow {
    /// The value; `None` for cities without one.
    pub value: Option<String>,
    /// Cities.
    pub cities: usize,
    /// Those with at least one pair.
    pub covered: usize,
    /// Ends of pairs: a pair of two of these cities counts twice.
    pub pairs: usize,
    /// The mean score over these ends; `None` without pairs.
    pub mean_score: Option<f64>,
}

/// How much of a round stays when scores move.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stability {
    /// Draws that were made.
    pub draws: u32,
    /// The mean over the draws of shared pairs as a share of all pairs of both (Jaccard, 1912), 0 to 1.
    pub jaccard: f64,
    /// How near the chosen set comes to the best one of each draw; `None` where the total of a draw's best set is not above 0, and in answers
    /// from before this was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reached: Option<Reached>,
    /// For each chosen pair, in order, the draws that keep it as a share of all, 0 to 1.
    pub pairs: Vec<StablePair>,
}

/// The total of the chosen pairs at the redrawn scores as a share of the total of the best set at these. It is above 1 only where the worst pair
/// comes before the total, or where the best set of a draw is not proved.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Reached {
    /// The mean over the draws.
    pub mean: f64,
    /// The lowest of the draws.
    pub worst: f64,
}

/// How often a chosen pair stays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StablePair {
    /// A city, as in the solution.
    pub a: String,
    /// The other.
    pub b: String,
    /// The share of draws that keep it, 0 to 1.
    pub kept: f64,
}
