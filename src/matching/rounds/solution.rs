//! What a solved round says.

use serde::{Deserialize, Serialize};

/// How far the answer is proved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// No set of pairs is better; proved in integers.
    Optimal,
    /// A good set; how much better another one can be is stated in the bounds. Where the worst pair comes before the total score, also a set
    /// of which it is not proved that the worst pair cannot be better.
    Feasible,
    /// No set of pairs keeps every minimum and share; proved in integers.
    Infeasible,
}

/// Why a city has no pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// No candidate names it.
    NoCandidate,
    /// All of its candidates are barred.
    Barred,
    /// Its own quota is zero, in every role in which it has candidates.
    NoQuota,
    /// None of its candidates may have a pair.
    PartnersWithoutQuota,
    /// Its candidates are full with pairs that serve the round better.
    PartnersFull,
    /// A candidate has room, and the cap of the two countries is reached.
    CountryPairCap,
    /// A candidate has room, and the cap of one of the two countries is reached.
    CountryCap,
    /// A candidate has room, and the pair would break a share of pairs between unlike cities.
    Share,
    /// It could have a pair, and the total would be lower for it.
    NoGain,
}

/// A city without a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmatched {
    /// The city.
    pub id: String,
    /// What left it out.
    pub why: Why,
}

/// Something that limits the round.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "limit", rename_all = "snake_case")]
pub enum Limit {
    /// The pairs that a city may have.
    Max {
        /// The city.
        id: String,
    },
    /// The pairs in which a city may learn.
    LearnMax {
        /// The city.
        id: String,
    },
    /// The pairs in which a city may be the mentor.
    MentorMax {
        /// The city.
        id: String,
    },
    /// The pairs of two countries.
    CountryPairCap {
        /// A country.
        a: String,
        /// The other, or the same.
        b: String,
    },
    /// The pairs with cities of a country.
    CountryCap {
        /// The country.
        country: String,
    },
    /// The share of pairs between cities that differ.
    Share {
        /// In what they differ.
        grouping: String,
    },
    /// A locked pair.
    Lock {
        /// A city.
        a: String,
        /// The other.
        b: String,
    },
    /// The pairs that a city must have.
    Min {
        /// The city.
        id: String,
    },
    /// A city has fewer candidates than it must have pairs.
    TooFewCandidates {
        /// The city.
        id: String,
    },
}

/// A city that cannot have its minimum, in a set of pairs that misses as few as possible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shortfall {
    /// The city.
    pub id: String,
    /// Pairs that it misses.
    pub short: u32,
    /// What holds it back, one pair away from it.
    pub held_by: Vec<Limit>,
}

/// A change by one step that was tried and helps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relaxation {
    /// What is changed: a quota or cap one higher, a minimum one lower, a lock given up, a share at the next lower multiple of 5 %.
    #[serde(flatten)]
    pub limit: Limit,
    /// Pairs that are still missing after it; 0 where it makes the round possible.
    pub short: u32,
}

/// The answer to a round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Solution {
    /// How far it is proved.
    pub status: Status,
    /// The chosen pairs in order; without a direction the lower id comes first. Empty where the round is infeasible.
    pub pairs: Vec<(String, String)>,
    /// Cities with at least one pair.
    pub covered: usize,
    /// No set of pairs covers more; only for the objectives that ask for coverage, else as `covered`.
    pub covered_bound: usize,
    /// The sum of the scores, each rounded to the unit of the round (10⁻⁶ unless sums are very large).
    pub score: f64,
    /// No set of pairs that covers as many (and whose worst pair is as good, where that was asked for) has a higher score. 0 where the round is infeasible.
    pub bound: f64,
    /// The lowest score of a chosen pair, locked ones included; `None` without pairs.
    #[serde(default)]
    pub worst: Option<f64>,
    /// `bound - score` as a share of the score's size, at least 1; 0 where the set is optimal.
    pub gap: f64,
    /// Cities without a pair, in order of their ids.
    pub unmatched: Vec<Unmatched>,
    /// Candidates not chosen for which both cities have room or would give up their worst pair (Gale and Shapley, 1962). Caps, shares and
    /// locks are not looked at: it counts who would rather have each other.
    pub blocking_pairs: usize,
    /// Where the round is infeasible: who is short, in a set of pairs that misses as few as possible.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shortfalls: Vec<Shortfall>,
    /// Where the round is infeasible: single changes that help, those that make it possible first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relaxations: Vec<Relaxation>,
    /// What it took: exchanges of the simplex method and branches.
    pub steps: u64,
}
