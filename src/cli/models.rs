//! `kembar model` and `kembar train`: which matching model is in force, and making a candidate for another.

use super::arguments::{ModelCommand, TrainArguments};
use super::failure::Failure;
use super::{open, tables};
use crate::actions::context::Author;
use crate::actions::matching::registry;
use crate::actions::matching::training::{self, TrainingOrder, TrainingReport};
use crate::api::models::ModelDto;
use crate::app::App;
use crate::matching::training::{Quality, Training};
use crate::store::page::PageAsk;

/// `kembar model …`.
///
/// # Errors
/// What the command meets.
pub fn run(url: &str, command: ModelCommand) -> Result<(), Failure> {
    let app = open::for_command(url)?;
    open::settle_models(&app)?;
    match command {
        ModelCommand::List { json } => list(&app, json),
        ModelCommand::Activate { name, reason } => {
            let model = app.write_here(None, |write| registry::activate_here(write, &name, &reason))?;
            println!("{} is in force; a service that is running uses it from its next answer on", model.name);
            Ok(())
        }
        ModelCommand::Export { name, folder } => export(&app, &name, &folder),
    }
}

fn list(app: &App, json: bool) -> Result<(), Failure> {
    let page = app.read_here(|db| registry::list(db, &PageAsk { limit: 1_000, after: None }))?;
    if json {
        return tables::json(&page.items.into_iter().map(ModelDto::from).collect::<Vec<_>>());
    }
    let mut table = tables::table(&["Model", "State", "Origin", "Since", "Hash"]);
    for model in page.items {
        let since = model.activated_at.unwrap_or(model.created_at).format("%Y-%m-%d").to_string();
        table.add_row(vec![model.name, model.state.to_string(), model.origin.to_string(), since, model.hash]);
    }
    println!("{table}");
    Ok(())
}

fn export(app: &App, name: &str, folder: &std::path::Path) -> Result<(), Failure> {
    let model = app.read_here(|db| registry::get(db, name))?;
    let failed = |error: std::io::Error| Failure::because(&folder.display().to_string(), error);
    std::fs::create_dir_all(folder).map_err(failed)?;
    for (file, text) in &model.files {
        std::fs::write(folder.join(file), text).map_err(failed)?;
    }
    println!("{} files of {} are in {}", model.files.len(), model.name, folder.display());
    Ok(())
}

/// `kembar train`.
///
/// # Errors
/// Where nothing can be learned, or the name is taken.
pub fn train(url: &str, arguments: TrainArguments) -> Result<(), Failure> {
    let app = open::for_command(url)?;
    let how = Training { held_out: arguments.held_out, ridge: arguments.ridge, prior: arguments.prior, seed: arguments.seed };
    let order = TrainingOrder { name: arguments.name, kind: arguments.kind, how, draws: arguments.draws };
    let report = app.write_here(None, |write| {
        registry::settle(write)?;
        let engine = app.engine(write.db)?;
        training::run(write, &Author::CommandLine, &engine, &order)
    })?;
    if arguments.json { tables::json(&report) } else { print(&report) }
}

fn print(report: &TrainingReport) -> Result<(), Failure> {
    println!("{} · a candidate from {} for {}", report.model, report.from, report.kind);
    println!(
        "learned from {} good pairs, {} rejected, {} drawn (seed {})\n",
        report.good, report.rejected, report.drawn, report.trained.seed
    );
    let mut table = tables::table(&["Factor", "So far", "Learned"]);
    tables::right(&mut table, &[1, 2]);
    for (factor, before, after) in &report.weights {
        table.add_row(vec![factor.clone(), format!("{before:.3}"), format!("{after:.3}")]);
    }
    println!("{table}");
    println!("on cities that were held out: {}", quality(report.trained.quality, report.trained.quality_of_present));
    println!("put it in force with `kembar model activate {} --reason …`", report.model);
    Ok(())
}

fn quality(candidate: Option<Quality>, present: Option<Quality>) -> String {
    match (candidate, present) {
        (Some(after), Some(before)) => {
            format!("AUC {:.3}, so far {:.3} ({} good pairs, {} others)", after.auc, before.auc, after.good, after.others)
        }
        (Some(_) | None, _) => "too few pairs to judge on".to_owned(),
    }
}
