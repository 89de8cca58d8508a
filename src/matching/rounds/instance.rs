//! A matching round as data: who takes part, which pairings are possible, and what limits them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// No score may be further from zero than this.
pub const LARGEST_SCORE: f64 = 1e12;

/// What is paired with what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundKind {
    /// Pairs without a direction.
    SisterCity,
    /// `a` learns from `b`; the same two cities may be paired both ways.
    PeerLearning,
}

/// What is largest in the best set of pairings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Objective {
    /// First the number of cities with at least one pair, then the total score. No total score makes up for a city left out.
    #[default]
    CoverageThenScore,
    /// First the number of cities with at least one pair, then the score of the worst chosen pair, then the total score. Locked pairs are
    /// not the worst, whatever their score; where no other pair is needed, none below the highest score comes in.
    CoverageThenWorstThenScore,
    /// The total score alone.
    Score,
}

/// A city of the round.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// Told apart by this; ties are broken in its order.
    pub id: String,
    /// The country that a cap over pairs of countries counts under.
    pub country: String,
    /// Pairs it must have, in any role. Hard.
    #[serde(default)]
    pub min: u32,
    /// Pairs it may have, in any role; `None` for as many as its candidates. Hard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
    /// Peer learning: pairs in which it may learn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learn_max: Option<u32>,
    /// Peer learning: pairs in which it may be the mentor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mentor_max: Option<u32>,
    /// What it is in each named grouping, such as `{"income": "upper_middle", "size": "large"}`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub groups: BTreeMap<String, String>,
}

/// A possible pairing.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// A city; the learner, where there is a direction.
    pub a: String,
    /// The other city; the mentor, where there is a direction.
    pub b: String,
    /// What the pairing is worth; any finite number, also below zero.
    pub score: f64,
    /// How uncertain the score is: its standard deviation, in the score's unit, at least 0. Only the analysis looks at it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spread: Option<f64>,
}

/// The most pairs with at least one city of a country; a pair within the country counts once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountryCap {
    /// The country of at least one node.
    pub country: String,
    /// The most pairs.
    pub most: u32,
}

/// The most pairs between the cities of two countries, or of one with itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountryPairCap {
    /// The country of at least one node.
    pub a: String,
    /// The other country, or the same.
    pub b: String,
    /// The most pairs.
    pub most: u32,
}

/// The name of the grouping by country, which needs no [`Node::groups`].
pub const BY_COUNTRY: &str = "country";

/// A share of the chosen pairs, locked ones included, that joins unlike cities. No pairs at all satisfy every share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// A grouping that at least one node has a value of, or `country` for [`Node::country`]; [`Node::groups`] goes before that.
    pub grouping: String,
    /// At least this share of the pairs joins two cities with different values; a city without a value differs from none. 0 to 1, in
    /// thousandths.
    pub at_least: f64,
}

/// A round to solve.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instance {
    /// With or without a direction.
    pub kind: RoundKind,
    /// The cities, in any order.
    pub nodes: Vec<Node>,
    /// The candidates, in any order; where there is no direction also with `a` and `b` either way.
    pub edges: Vec<Candidate>,
    /// Candidates that must be chosen.
    #[serde(default)]
    pub locked: Vec<(String, String)>,
    /// Pairs that must not be chosen, candidates or not.
    #[serde(default)]
    pub barred: Vec<(String, String)>,
    /// The most pairs for each unordered pair of countries, a country with itself included.
    #[serde(default)]
    pub country_pair_cap: Option<u32>,
    /// What takes the place of `country_pair_cap` for single pairs of countries, in either order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub country_pair_caps: Vec<CountryPairCap>,
    /// For each country the most pairs with at least one of its cities; a pair within the country counts once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country_cap: Option<u32>,
    /// What takes the place of `country_cap` for single countries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub country_caps: Vec<CountryCap>,
    /// Shares of the pairs that join unlike cities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<Share>,
    /// What is largest.
    #[serde(default)]
    pub objective: Objective,
}

/// Something in an instance that cannot be meant.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Fault {
    /// Two cities with one id.
    #[error("{place}: the id '{id}' is there twice")]
    DuplicateCity {
        /// Where the second one is.
        place: String,
        /// The id.
        id: String,
    },
    /// More pairs asked for than allowed.
    #[error("{place}: '{id}' must have {min} pairs and may have {max}")]
    MinAboveMax {
        /// Where.
        place: String,
        /// The city.
        id: String,
        /// Asked for.
        min: u32,
        /// Allowed.
        max: u32,
    },
    /// Quotas of roles where pairs have no direction.
    #[error("{place}: '{id}' has a quota as learner or mentor; sister cities have only min and max")]
    RoleWithoutDirection {
        /// Where.
        place: String,
        /// The city.
        id: String,
    },
    /// A city that is not among the nodes.
    #[error("{place}: there is no city '{id}' among the nodes")]
    UnknownCity {
        /// Where.
        place: String,
        /// The id.
        id: String,
    },
    /// A city paired with itself.
    #[error("{place}: '{id}' is paired with itself")]
    Loop {
        /// Where.
        place: String,
        /// The city.
        id: String,
    },
    /// One pairing given twice.
    #[error("{place}: the pair '{a}', '{b}' is there twice")]
    DuplicateEdge {
        /// Where the second one is.
        place: String,
        /// A city.
        a: String,
        /// The other.
        b: String,
    },
    /// A score that is no number.
    #[error("{place}: the score {score} is not a finite number")]
    NotFinite {
        /// Where.
        place: String,
        /// The score.
        score: f64,
    },
    /// A score so large that others would vanish beside it.
    #[error("{place}: the score {score} is beyond {LARGEST_SCORE:e} either way")]
    TooLarge {
        /// Where.
        place: String,
        /// The score.
        score: f64,
    },
    /// A spread that is no standard deviation.
    #[error("{place}: the spread {spread} is not a number from 0 to {LARGEST_SCORE:e}")]
    BadSpread {
        /// Where.
        place: String,
        /// The spread.
        spread: f64,
    },
    /// A locked pair without a score.
    #[error("{place}: the locked pair '{a}', '{b}' is not among the edges; give it there with its score")]
    LockedWithoutEdge {
        /// Where.
        place: String,
        /// A city.
        a: String,
        /// The other.
        b: String,
    },
    /// A pair both ways.
    #[error("{place}: the pair '{a}', '{b}' is locked and barred at once")]
    LockedAndBarred {
        /// Where it is locked.
        place: String,
        /// A city.
        a: String,
        /// The other.
        b: String,
    },
    /// Locked pairs that a quota does not allow.
    #[error("'{id}' has {locked} locked pairs {role}and may have {max}")]
    LockedAboveMax {
        /// The city.
        id: String,
        /// `"as learner "`, `"as mentor "` or nothing.
        role: &'static str,
        /// How many are locked.
        locked: u32,
        /// How many are allowed.
        max: u32,
    },
    /// Locked pairs that the cap does not allow.
    #[error("{locked} pairs of {a} and {b} are locked and the cap is {cap}")]
    LockedAboveCap {
        /// A country.
        a: String,
        /// The other.
        b: String,
        /// How many are locked.
        locked: u32,
        /// How many are allowed.
        cap: u32,
    },
    /// Locked pairs that the cap on a country does not allow.
    #[error("{locked} pairs with cities of {country} are locked and the cap is {cap}")]
    LockedAboveCountryCap {
        /// The country.
        country: String,
        /// How many are locked.
        locked: u32,
        /// How many are allowed.
        cap: u32,
    },
    /// A country that no node is in.
    #[error("{place}: none of the nodes is in the country '{country}'")]
    UnknownCountry {
        /// Where.
        place: String,
        /// The country.
        country: String,
    },
    /// A rule given twice.
    #[error("{place}: the rule for {subject} is there twice")]
    DuplicateRule {
        /// Where the second one is.
        place: String,
        /// What it is a rule for.
        subject: String,
    },
    /// A grouping that no node has a value of.
    #[error("{place}: none of the nodes has a value of the grouping '{grouping}'")]
    UnknownGrouping {
        /// Where.
        place: String,
        /// The grouping.
        grouping: String,
    },
    /// A share that is no share.
    #[error("{place}: the share {share} is not between 0 and 1")]
    ShareOutOfRange {
        /// Where.
        place: String,
        /// The share.
        share: f64,
    },
    /// A share that is finer than is counted.
    #[error("{place}: the share {share} is not a multiple of 0.001")]
    ShareTooFine {
        /// Where.
        place: String,
        /// The share.
        share: f64,
    },
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum RoundError {
    /// The instance contradicts itself; every fault is named.
    #[error("the round cannot be solved as it is given: {}", list(faults))]
    Faulty {
        /// Every fault found, in the order of the input.
        faults: Vec<Fault>,
    },
    /// The work ended before any set of pairs that keeps every minimum was found, or before it was proved that there is none.
    #[error("after {steps} steps it is not known whether every minimum and share can be kept; allow more steps or lower one")]
    Undecided {
        /// Steps that were taken.
        steps: u64,
    },
}

fn list(faults: &[Fault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
