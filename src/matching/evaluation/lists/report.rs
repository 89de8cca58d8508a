//! What is said of the lists.

use serde::Serialize;

use super::even::Evened;

/// Who gets suggestions.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Coverage {
    /// Cities that may be suggested; all are asked.
    pub cities: usize,
    /// The share of them with at least one suggestion.
    pub with_suggestions: f64,
    /// The share of them that stand in somebody's list.
    pub suggested: f64,
    /// The share of the ten with the fewest people that stand in somebody's list.
    pub smallest_ten_suggested: f64,
}

/// How attention is shared out. A place in a list is worth 1 / log2(rank + 1).
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Exposure {
    /// 0 where all cities are shown alike, near 1 where one is shown for all.
    pub gini: f64,
    /// The most shown city's exposure over the mean.
    pub most_over_mean: f64,
    /// The share of exposure that capitals get, and their share of the cities.
    pub capitals: [f64; 2],
}

/// How still the lists stand under noise.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Stability {
    /// Noise on every number: its standard deviation as a share of the number.
    pub noise: f64,
    /// Median over cities and draws of the shared part of both lists (Jaccard).
    pub median: f64,
    /// The lower quartile.
    pub lower_quartile: f64,
    /// The share of cities whose mean is below one half.
    pub below_half: f64,
}

/// What is left of the lists when a share of the indicators of every city is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Hidden {
    /// The share that is hidden.
    pub share: f64,
    /// The mean share of the full list that is still found.
    pub kept: f64,
    /// The share of cities that still get suggestions.
    pub with_suggestions: f64,
    /// The mean confidence of the first suggestion.
    pub confidence: f64,
}

/// What a city gains by claiming the highest level, without evidence, in the themes that others need most.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Gaming {
    /// In how many themes it claims it.
    pub themes: usize,
    /// Points by which the score of a pair rose at most.
    pub most_points: f64,
    /// Mean over cities of the lists it newly stands in, as a share of all lists.
    pub mean_lists_won: f64,
    /// The most of any city.
    pub most_lists_won: f64,
    /// Points that the evidence behind its claims allows at most: what capacity can bring at all, times the highest evidence that the city
    /// holds in any theme. No rise can be above it.
    pub bound_points: f64,
}

/// Everything that is said of the lists of one kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ListReport {
    /// The kind of pairing.
    pub kind: crate::domain::pairing::Kind,
    /// The model.
    pub model: String,
    /// The snapshot of cities.
    pub snapshot: String,
    /// Suggestions in a list.
    pub depth: usize,
    /// Who gets suggestions.
    pub coverage: Coverage,
    /// How attention is shared out.
    pub exposure: Exposure,
    /// What a limit on how often a city is shown would bring and cost, the tightest first.
    pub evened: Vec<Evened>,
    /// How still the lists stand.
    pub stability: Stability,
    /// What is left when indicators are hidden, the smaller share first.
    pub hidden: Vec<Hidden>,
    /// What overstating brings.
    pub gaming: Vec<Gaming>,
    /// The largest difference of a pair's score between its two orders; absent for a directed kind.
    pub symmetry_error: Option<f64>,
    /// The seed of everything that is drawn.
    pub seed: u64,
}
