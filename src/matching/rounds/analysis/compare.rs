//! Two rounds side by side: what came, what went, and why.

mod rules;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub use rules::RuleChange;

use crate::matching::rounds::instance::{Instance, Node, RoundKind};
use crate::matching::rounds::solution::Solution;

/// How a round differs from one before it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Pairs that both have, in order.
    pub kept: Vec<(String, String)>,
    /// Pairs that only the later one has, in order.
    pub added: Vec<Added>,
    /// Pairs that only the earlier one has, in order.
    pub gone: Vec<Gone>,
    /// Cities with a pair in the later one and none in the earlier, in order; cities that came into the round included.
    pub newly_covered: Vec<String>,
    /// Cities with a pair in the earlier one and none in the later, in order; cities that left the round included.
    pub no_longer_covered: Vec<String>,
    /// Later less earlier.
    pub totals: Totals,
    /// What differs between the rules.
    pub rules: Vec<RuleChange>,
}

/// Differences of totals, later less earlier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Totals {
    /// Pairs.
    pub pairs: i64,
    /// Cities with at least one pair.
    pub covered: i64,
    /// The sum of the scores.
    pub score: f64,
    /// The lowest score of a chosen pair; `None` where one of the two has no pairs.
    pub worst: Option<f64>,
}

/// A pair that is no longer there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gone {
    /// A city.
    pub a: String,
    /// The other.
    pub b: String,
    /// What took it away.
    #[serde(flatten)]
    pub why: GoneWhy,
}

/// Why a pair is no longer there: the first of these that is so. All but the last are facts of the later round that were not so in the earlier
/// one; they need not be the only cause.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum GoneWhy {
    /// A city is no longer in the round.
    CityLeft,
    /// It is no longer among the candidates.
    NoCandidate,
    /// It is barred.
    Barred,
    /// A quota of one of the two that counts for it was lowered.
    Quota,
    /// Its score fell.
    Score {
        /// From.
        from: f64,
        /// To.
        to: f64,
    },
    /// It could still be chosen; others serve the round better.
    GivenUp,
}

/// A pair that is new.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Added {
    /// A city.
    pub a: String,
    /// The other.
    pub b: String,
    /// What brought it.
    #[serde(flatten)]
    pub why: AddedWhy,
}

/// Why a pair is new: the first of these that is so, the mirror of [`GoneWhy`].
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum AddedWhy {
    /// A city was not in the earlier round.
    NewCity,
    /// It was not among the candidates.
    NewCandidate,
    /// It was barred and is not any more.
    BarLifted,
    /// It is locked and was not.
    Locked,
    /// A quota of one of the two that counts for it was raised.
    Quota,
    /// Its score rose.
    Score {
        /// From.
        from: f64,
        /// To.
        to: f64,
    },
    /// It could have been chosen; it serves the round better now.
    Chosen,
}

/// How the later of two rounds differs from the earlier.
pub fn compare(before: (&Instance, &Solution), after: (&Instance, &Solution)) -> Comparison {
    let (sides, pairs) = ([Side::new(before.0), Side::new(after.0)], [&before.1.pairs, &after.1.pairs]);
    let [earlier, later]: [BTreeSet<&(String, String)>; 2] = pairs.map(|pairs| pairs.iter().collect());
    let gone = earlier.difference(&later).map(|pair| Gone { a: pair.0.clone(), b: pair.1.clone(), why: why_gone(&sides, pair) });
    let added = later.difference(&earlier).map(|pair| Added { a: pair.0.clone(), b: pair.1.clone(), why: why_added(&sides, pair) });
    let [covered_before, covered_after] = pairs.map(|pairs| pairs.iter().flat_map(|(a, b)| [a, b]).collect::<BTreeSet<_>>());
    let only = |one: &BTreeSet<&String>, other: &BTreeSet<&String>| one.difference(other).map(|id| (*id).clone()).collect();
    Comparison {
        kept: earlier.intersection(&later).map(|pair| (*pair).clone()).collect(),
        added: added.collect(),
        gone: gone.collect(),
        newly_covered: only(&covered_after, &covered_before),
        no_longer_covered: only(&covered_before, &covered_after),
        totals: totals(before.1, after.1),
        rules: rules::changes(before.0, after.0),
    }
}

fn totals(before: &Solution, after: &Solution) -> Totals {
    Totals {
        pairs: after.pairs.len() as i64 - before.pairs.len() as i64,
        covered: after.covered as i64 - before.covered as i64,
        score: after.score - before.score,
        worst: after.worst.zip(before.worst).map(|(after, before)| after - before),
    }
}

/// An instance to look things up in.
struct Side<'a> {
    kind: RoundKind,
    nodes: BTreeMap<&'a str, &'a Node>,
    scores: BTreeMap<(&'a str, &'a str), f64>,
    locked: BTreeSet<(&'a str, &'a str)>,
    barred: BTreeSet<(&'a str, &'a str)>,
}

/// A pair as it is told apart.
fn key<'a>(kind: RoundKind, a: &'a str, b: &'a str) -> (&'a str, &'a str) {
    if kind == RoundKind::SisterCity && b < a { (b, a) } else { (a, b) }
}

impl<'a> Side<'a> {
    fn new(instance: &'a Instance) -> Self {
        let kind = instance.kind;
        let set = |pairs: &'a [(String, String)]| pairs.iter().map(|(a, b)| key(kind, a, b)).collect();
        Side {
            kind,
            nodes: instance.nodes.iter().map(|node| (node.id.as_str(), node)).collect(),
            scores: instance.edges.iter().map(|edge| (key(kind, &edge.a, &edge.b), edge.score)).collect(),
            locked: set(&instance.locked),
            barred: set(&instance.barred),
        }
    }

    fn has_both(&self, (a, b): &(String, String)) -> bool {
        [a, b].iter().all(|id| self.nodes.contains_key(id.as_str()))
    }

    fn score(&self, (a, b): &(String, String)) -> Option<f64> {
        self.scores.get(&key(self.kind, a, b)).copied()
    }

    fn bars(&self, (a, b): &(String, String)) -> bool {
        self.barred.contains(&key(self.kind, a, b))
    }

    fn locks(&self, (a, b): &(String, String)) -> bool {
        self.locked.contains(&key(self.kind, a, b))
    }

    /// The quotas that count for a pair, `u32::MAX` where there is none: of both cities in any role, of `a` as learner, of `b` as mentor.
    fn quotas(&self, (a, b): &(String, String)) -> [u32; 4] {
        let (a, b) = (self.nodes.get(a.as_str()), self.nodes.get(b.as_str()));
        let of = |node: Option<&&Node>, quota: fn(&Node) -> Option<u32>| node.and_then(|node| quota(node)).unwrap_or(u32::MAX);
        [of(a, |node| node.max), of(b, |node| node.max), of(a, |node| node.learn_max), of(b, |node| node.mentor_max)]
    }

    /// Whether some quota that counts for a pair is lower here.
    fn has_lower_quota(&self, other: &Side<'_>, pair: &(String, String)) -> bool {
        self.quotas(pair).iter().zip(other.quotas(pair)).any(|(here, there)| *here < there)
    }
}

fn why_gone([before, after]: &[Side<'_>; 2], pair: &(String, String)) -> GoneWhy {
    if !after.has_both(pair) {
        return GoneWhy::CityLeft;
    }
    let Some(to) = after.score(pair) else { return GoneWhy::NoCandidate };
    let from = before.score(pair).unwrap_or(to);
    if after.bars(pair) {
        GoneWhy::Barred
    } else if after.has_lower_quota(before, pair) {
        GoneWhy::Quota
    } else if to < from {
        GoneWhy::Score { from, to }
    } else {
        GoneWhy::GivenUp
    }
}

fn why_added([before, after]: &[Side<'_>; 2], pair: &(String, String)) -> AddedWhy {
    if !before.has_both(pair) {
        return AddedWhy::NewCity;
    }
    let Some(from) = before.score(pair) else { return AddedWhy::NewCandidate };
    let to = after.score(pair).unwrap_or(from);
    if before.bars(pair) {
        AddedWhy::BarLifted
    } else if after.locks(pair) && !before.locks(pair) {
        AddedWhy::Locked
    } else if before.has_lower_quota(after, pair) {
        AddedWhy::Quota
    } else if to > from {
        AddedWhy::Score { from, to }
    } else {
        AddedWhy::Chosen
    }
}
