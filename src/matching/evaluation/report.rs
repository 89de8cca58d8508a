//! What an evaluation says, for machines. The names of `strata`, `model` and `baselines` are relied on by others.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::bootstrap::Interval;
use super::measures;
use super::split::LeftOut;

/// Named values in an order of their own; JSON writes them as an object.
#[derive(Debug, Clone, PartialEq)]
pub struct Named<T>(pub Vec<(String, T)>);

impl<T> Named<T> {
    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }
}

impl<T: Serialize> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// The measures of one ranking over the cities of a stratum, by their names.
pub type MeasureTable = Named<Interval>;

/// The measures by name.
pub fn table(intervals: &[Interval]) -> MeasureTable {
    Named(measures::NAMES.iter().map(|name| (*name).to_owned()).zip(intervals.iter().copied()).collect())
}

/// The measures in one part of the held-out cities.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StratumReport {
    /// Held-out cities in it; with none, every measure is null.
    pub cities: usize,
    /// The tie model.
    pub model: MeasureTable,
    /// What it has to beat.
    pub baselines: Named<MeasureTable>,
    /// The same learner with less: what each part buys.
    pub variants: Named<MeasureTable>,
}

/// What the weight of a feature is in the linear part.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WeightReport {
    /// The feature.
    pub feature: &'static str,
    /// Log-odds for one standard deviation more of it.
    pub weight: f64,
}

/// What must come out as chance.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Controls {
    /// As many random candidates in the place of the real partners, scored by the model: an area of 0.5.
    pub shuffled_labels: MeasureTable,
}

/// What was learned from, and what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct DataReport {
    /// Cities that are ranked.
    pub universe: usize,
    /// Splits that were measured together; the next two are means over them.
    pub splits: usize,
    /// Open ties.
    pub open_ties: usize,
    /// Cities with an open tie.
    pub open_cities: usize,
    /// Cities that were asked about.
    pub held_out_cities: usize,
    /// Ties of theirs, each end counted.
    pub held_out_ties: usize,
    /// Ties not used.
    pub left_out: LeftOut,
    /// Pairs a model was trained on; over all splits.
    pub training_rows: usize,
}

/// A whole evaluation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EvaluationReport {
    /// How the model learns, in words.
    pub learner: String,
    /// The seed of everything that is drawn.
    pub seed: u64,
    /// What was learned from, and what was asked.
    pub data: DataReport,
    /// The measures by part of the held-out cities.
    pub strata: Named<StratumReport>,
    /// What must come out as chance.
    pub controls: Controls,
    /// The linear part of the first split's model, the heaviest first.
    pub weights: Vec<WeightReport>,
}
