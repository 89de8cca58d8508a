//! From the words of the command to its report.

use super::data::{Files, world};
use super::matching_model::MatchingModel;
use super::print::print;
use crate::cli::arguments::EvaluateArguments;
use crate::cli::failure::Failure;
use crate::cli::tables;
use crate::matching::evaluation::split::OwnSplit;
use crate::matching::evaluation::training::TrainSettings;
use crate::matching::evaluation::{Evaluation, Split, World};

/// `kembar evaluate`.
///
/// # Errors
/// Every fault of every file; that there is nothing to learn from.
pub fn run(asked: &EvaluateArguments) -> Result<(), Failure> {
    check(asked)?;
    let files = Files::read(asked)?;
    let world = world(&files);
    let splits = splits(asked, &files, &world);
    let settings = TrainSettings { seed: asked.seed, ..TrainSettings::default() };
    let mut evaluation = Evaluation::new(&world, &splits).with_settings(settings);
    if !asked.without_matching_model {
        evaluation = evaluation.with_scorer(Box::new(MatchingModel::new(&files, &world)?));
    }
    let report = evaluation.run().map_err(|error| Failure::because(&asked.partnerships.display().to_string(), error))?;
    if report.data.held_out_cities == 0 {
        eprintln!("kembar: no city is held out: each city of a held-out tie has an open tie, or is not in the file of cities");
    }
    if asked.json { tables::json(&report) } else { print(&report) }
}

/// Parts of one split have no city in common, so there are only so many.
fn check(asked: &EvaluateArguments) -> Result<(), Failure> {
    if f64::from(asked.splits) * asked.split > 1.0 + 1e-9 {
        let words = format!("--splits {} times --split {} is more than all cities", asked.splits, asked.split);
        return Err(Failure::Usage(words));
    }
    Ok(())
}

fn splits(asked: &EvaluateArguments, files: &Files, world: &World) -> Vec<Split> {
    let own = |part| Split::own(world, &files.open, OwnSplit { share: asked.split, part, seed: asked.seed });
    match &files.held_out {
        Some(held_out) => vec![Split::of_files(world, &files.open, held_out)],
        None => (0..asked.splits).map(own).collect(),
    }
}
