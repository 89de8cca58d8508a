//! From data to report: train on the open ties, rank for every held-out city, measure.

use std::collections::BTreeSet;

use rand::RngCore;
use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;
use rayon::prelude::*;

use super::baselines::{self, Scorer};
use super::bootstrap::{Draws, Interval, intervals};
use super::candidates::{Asker, FEATURES, Group};
use super::history::History;
use super::logistic::{Logistic, Samples};
use super::measures::{self, Measures, Ranking, degree_band};
use super::report::{Controls, DataReport, EvaluationReport, Named, StratumReport, WeightReport, table};
use super::split::{HeldOut, Split};
use super::strata::strata;
use super::training::{TieModel, TrainSettings, columns_up_to, samples};
use super::world::World;

/// Why an evaluation cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EvaluationError {
    /// There is nothing to learn from.
    #[error("no open tie can be used: each needs two cities of the file of cities, in different countries, and more than low confidence")]
    NoOpenTies,
}

/// An evaluation about to be made.
pub struct Evaluation<'a> {
    world: &'a World,
    splits: &'a [Split],
    settings: TrainSettings,
    draws: usize,
    further: Vec<Box<dyn Scorer + 'a>>,
}

/// The same learner with less. The order is that of [`Trained::scores`] after the model itself.
const VARIANTS: [&str; 3] = ["linear", "linear_without_ties_of_cities", "linear_without_any_ties"];

/// Draws of a bootstrap.
const DRAWS: usize = 1_000;

const LEARNER: &str = "logistic regression over plain features and open ties, mended by gradient-boosted trees";

/// Everything that was trained.
struct Trained {
    model: TieModel,
    less: [Logistic; 2],
    rows: usize,
}

impl Trained {
    fn of(samples: &Samples, settings: &TrainSettings) -> Trained {
        let less = [Group::CountryPair, Group::Plain].map(|last| Logistic::fit(samples, &columns_up_to(last), settings.ridge));
        Trained { model: TieModel::train(samples, settings), less, rows: samples.rows.len() }
    }

    /// The model's score of every city, then those of the variants.
    fn scores(&self, world: &World, asker: &Asker<'_>) -> Vec<Vec<f32>> {
        let mut scores = vec![vec![f32::NEG_INFINITY; world.cities().len()]; 1 + VARIANTS.len()];
        for candidate in (0..world.cities().len()).filter(|other| world.is_foreign(asker.at(), *other)) {
            let row = asker.row(candidate);
            let [linear, whole] = self.model.scores(&row);
            let [countries, plain] = [0, 1].map(|at: usize| self.less[at].margin(&row) as f32);
            for (scores, score) in scores.iter_mut().zip([whole, linear, countries, plain]) {
                scores[candidate] = score;
            }
        }
        scores
    }
}

impl<'a> Evaluation<'a> {
    /// An evaluation with the usual settings. Of several splits each has a model of its own, and their cities are measured together.
    pub fn new(world: &'a World, splits: &'a [Split]) -> Evaluation<'a> {
        Evaluation { world, splits, settings: TrainSettings::default(), draws: DRAWS, further: Vec::new() }
    }

    /// With other settings.
    #[must_use]
    pub fn with_settings(mut self, settings: TrainSettings) -> Self {
        self.settings = settings;
        self
    }

    /// With another number of draws for the intervals; usually 1,000.
    #[must_use]
    pub fn with_draws(mut self, draws: usize) -> Self {
        self.draws = draws;
        self
    }

    /// With one more row among the baselines.
    #[must_use]
    pub fn with_scorer(mut self, scorer: Box<dyn Scorer + 'a>) -> Self {
        self.further.push(scorer);
        self
    }

    /// Trains, ranks and measures. The same data and settings give the same report, whatever the number of threads.
    ///
    /// # Errors
    /// Where there is no tie to learn from.
    pub fn run(&self) -> Result<EvaluationReport, EvaluationError> {
        let mut outcome = Outcome { seed: self.settings.seed, draws: self.draws, ..Outcome::default() };
        for split in self.splits {
            self.ask(split, &mut outcome)?;
        }
        Ok(outcome.report(self.world, self.splits))
    }

    /// Trains on one split and asks about its cities.
    fn ask(&self, split: &Split, outcome: &mut Outcome) -> Result<(), EvaluationError> {
        let samples = samples(self.world, split, &self.settings);
        if samples.rows.is_empty() {
            return Err(EvaluationError::NoOpenTies);
        }
        let trained = Trained::of(&samples, &self.settings);
        drop(samples);
        let history = History::of(self.world, split.open.iter().copied());
        let own = baselines::all(self.world, &history, self.settings.seed);
        let baselines: Vec<&dyn Scorer> = own.iter().chain(&self.further).map(|scorer| &**scorer as &dyn Scorer).collect();
        let asked = Asked { world: self.world, history: &history, trained: &trained, baselines: &baselines, seed: self.settings.seed };
        outcome.measured.par_extend(split.held_out.par_iter().map(|held| asked.measures(held)));
        outcome.held_out.extend(split.held_out.iter().map(|held| held.city));
        outcome.names = baselines.iter().map(|baseline| baseline.name()).collect();
        outcome.training_rows += trained.rows;
        outcome.weights.get_or_insert_with(|| weights(&trained.model.linear));
        Ok(())
    }
}

/// What every held-out city is asked.
struct Asked<'a> {
    world: &'a World,
    history: &'a History,
    trained: &'a Trained,
    baselines: &'a [&'a dyn Scorer],
    seed: u64,
}

impl Asked<'_> {
    /// The measures of the model, of the variants, of the baselines, and of the model on shuffled labels.
    fn measures(&self, held: &HeldOut) -> Vec<Measures> {
        let cities = 0..self.world.cities().len();
        let candidates: Vec<usize> = cities.clone().filter(|other| self.world.is_foreign(held.city, *other)).collect();
        let bands: Vec<u8> = cities.map(|city| degree_band(self.history.partners(city).len())).collect();
        let mut scores = self.trained.scores(self.world, &Asker::new(self.world, self.history, held.city));
        scores.extend(self.baselines.iter().map(|baseline| baseline.scores(held.city)));
        let of = |scores: &[f32], partners: &[usize]| Ranking { scores, candidates: &candidates, partners, bands: &bands }.measures();
        let mut measured: Vec<Measures> = scores.iter().map(|scores| of(scores, &held.partners)).collect();
        measured.push(of(&scores[0], &self.shuffled(held, &candidates)));
        measured
    }

    /// As many candidates as the city has partners, drawn at random.
    fn shuffled(&self, held: &HeldOut, candidates: &[usize]) -> Vec<usize> {
        let mut random = Xoshiro256PlusPlus::seed_from_u64(self.world.city(held.city).id ^ self.seed.rotate_left(40));
        let mut drawn = BTreeSet::new();
        while drawn.len() < held.partners.len().min(candidates.len()) {
            drawn.insert(candidates[(random.next_u64() % candidates.len() as u64) as usize]);
        }
        drawn.into_iter().collect()
    }
}

/// What came out, before it is summed up.
#[derive(Default)]
struct Outcome {
    seed: u64,
    draws: usize,
    /// The cities that were asked about, and what was measured for each.
    held_out: Vec<usize>,
    measured: Vec<Vec<Measures>>,
    names: Vec<&'static str>,
    training_rows: usize,
    weights: Option<Vec<WeightReport>>,
}

/// The intervals of one row of a table.
type Intervals = [Interval; measures::NAMES.len()];

impl Outcome {
    fn report(self, world: &World, splits: &[Split]) -> EvaluationReport {
        let parts: Vec<(String, Vec<usize>)> =
            strata(world, &self.held_out).into_iter().map(|stratum| (stratum.name, stratum.members)).collect();
        let summaries: Vec<Vec<Intervals>> = parts.iter().map(|(_, members)| self.intervals(members)).collect();
        let chance = summaries.first().and_then(|rows| rows.last()).copied().unwrap_or_default();
        let of = |((name, members), rows): ((String, Vec<usize>), Vec<Intervals>)| (name, self.stratum(members.len(), &rows));
        EvaluationReport {
            learner: LEARNER.to_owned(),
            seed: self.seed,
            data: self.data(world, splits),
            strata: Named(parts.into_iter().zip(summaries).map(of).collect()),
            controls: Controls { shuffled_labels: table(&chance) },
            weights: self.weights.unwrap_or_default(),
        }
    }

    fn data(&self, world: &World, splits: &[Split]) -> DataReport {
        let mean = |of: &dyn Fn(&Split) -> usize| splits.iter().map(of).sum::<usize>() / splits.len().max(1);
        let cities = |split: &Split| split.open.iter().flat_map(|(a, b)| [*a, *b]).collect::<BTreeSet<_>>().len();
        DataReport {
            universe: world.cities().len(),
            splits: splits.len(),
            open_ties: mean(&|split| split.open.len()),
            open_cities: mean(&cities),
            held_out_cities: self.held_out.len(),
            held_out_ties: splits.iter().flat_map(|split| &split.held_out).map(|held| held.partners.len()).sum(),
            left_out: splits.first().map(|split| split.left_out).unwrap_or_default(),
            training_rows: self.training_rows,
        }
    }

    /// The intervals of every row in one stratum: model, variants, baselines, shuffled labels.
    fn intervals(&self, members: &[usize]) -> Vec<Intervals> {
        let cities: Vec<&[Measures]> = members.iter().map(|at| self.measured[*at].as_slice()).collect();
        let mut rows = intervals(&cities, Draws { count: self.draws, seed: self.seed });
        rows.resize(1 + VARIANTS.len() + self.names.len() + 1, Default::default());
        rows
    }

    fn stratum(&self, cities: usize, rows: &[Intervals]) -> StratumReport {
        let named = |names: &[&str], rows: &[Intervals]| {
            Named(names.iter().zip(rows).map(|(name, row)| ((*name).to_owned(), table(row))).collect())
        };
        let (variants, baselines) = rows[1..].split_at(VARIANTS.len());
        StratumReport { cities, model: table(&rows[0]), baselines: named(&self.names, baselines), variants: named(&VARIANTS, variants) }
    }
}

fn weights(linear: &Logistic) -> Vec<WeightReport> {
    let of = |(column, weight): (&usize, &f64)| WeightReport { feature: FEATURES[*column].name, weight: *weight };
    let mut weights: Vec<WeightReport> = linear.columns.iter().zip(&linear.weights).map(of).collect();
    weights.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    weights
}
