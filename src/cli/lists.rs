//! `kembar lists`: what the lists of all cities are like as a whole.

use super::arguments::ListsArguments;
use super::failure::Failure;
use super::{open, tables};
use crate::domain::pairing::Kind;
use crate::matching::Engine;
use crate::matching::evaluation::lists::{Evened, Gaming, Hidden, ListReport, ListSettings, Stability, evaluate_lists};

/// `kembar lists`.
///
/// # Errors
/// Where the database cannot be used, or the model does not have the kind.
pub fn run(url: &str, asked: &ListsArguments) -> Result<(), Failure> {
    let app = open::for_command(url)?;
    let engine = app.read_here(|db| app.engine(db))?;
    let reports = reports(&engine, asked)?;
    if asked.json {
        return tables::json(&reports);
    }
    reports.iter().for_each(print);
    Ok(())
}

fn reports(engine: &Engine, asked: &ListsArguments) -> Result<Vec<ListReport>, Failure> {
    let has = |kind: &Kind| engine.model().settings().kinds.contains_key(kind);
    let kinds: Vec<Kind> = match asked.kind {
        Some(kind) if has(&kind) => vec![kind],
        Some(kind) => return Err(Failure::Usage(format!("the model {} has no factors for {kind}", engine.model().name()))),
        None => Kind::ALL.iter().copied().filter(has).collect(),
    };
    let look = |kind: Kind| {
        let usual = ListSettings::usual(kind);
        let settings = ListSettings { depth: asked.limit as usize, noise: asked.noise, seed: asked.seed, ..usual };
        evaluate_lists(engine, &settings).map_err(|error| Failure::because("the lists cannot be looked at", error))
    };
    kinds.into_iter().map(look).collect()
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

fn print(report: &ListReport) {
    println!("{} · lists of {} · model {} · {} cities", report.kind, report.depth, report.model, report.coverage.cities);
    let mut table = tables::table(&["", ""]);
    tables::right(&mut table, &[1]);
    for (what, value) in rows(report) {
        table.add_row(vec![what, value]);
    }
    println!("{table}\n");
}

fn rows(report: &ListReport) -> Vec<(String, String)> {
    let row = |what: &str, value: String| (what.to_owned(), value);
    let (coverage, exposure) = (report.coverage, report.exposure);
    let [of_exposure, of_cities] = exposure.capitals.map(percent);
    let mut rows = vec![
        row("cities with suggestions", percent(coverage.with_suggestions)),
        row("cities that are suggested to somebody", percent(coverage.suggested)),
        row("of the ten smallest", percent(coverage.smallest_ten_suggested)),
        row("Gini of exposure", format!("{:.2}", exposure.gini)),
        row("most shown city, times the mean", format!("{:.1}", exposure.most_over_mean)),
        row("exposure of capitals, of the cities", format!("{of_exposure}, {of_cities}")),
    ];
    rows.extend(report.evened.iter().map(evened_row));
    rows.extend(stability_rows(report.stability));
    rows.extend(report.hidden.iter().map(hidden_row));
    rows.extend(report.gaming.iter().flat_map(gaming_rows));
    rows.extend(report.symmetry_error.map(|error| row("largest difference between a pair's two orders", format!("{error:e}"))));
    rows
}

fn evened_row(evened: &Evened) -> (String, String) {
    let values = format!("{:.2}, {}, {}", evened.gini, percent(evened.score_kept), percent(evened.suggestions_kept));
    (format!("if nobody stood in more than {} times a list's length of lists: Gini, score kept, suggestions kept", evened.limit), values)
}

fn stability_rows(stability: Stability) -> [(String, String); 2] {
    let noise = percent(stability.noise);
    [
        (
            format!("shared part of the lists under {noise} noise, median (lower quartile)"),
            format!("{:.2} ({:.2})", stability.median, stability.lower_quartile),
        ),
        (format!("cities whose lists share less than half under {noise} noise"), percent(stability.below_half)),
    ]
}

fn hidden_row(hidden: &Hidden) -> (String, String) {
    let values = format!("{}, {}, {}", percent(hidden.kept), percent(hidden.with_suggestions), percent(hidden.confidence));
    (format!("with {} of the indicators hidden: kept of the lists, cities with suggestions, confidence", percent(hidden.share)), values)
}

fn gaming_rows(gaming: &Gaming) -> [(String, String); 2] {
    let lists = format!("{}, {}", percent(gaming.mean_lists_won), percent(gaming.most_lists_won));
    [
        (
            format!("points won at most by boasting in {} themes, and what the evidence allows", gaming.themes),
            format!("{:.1}, {:.1}", gaming.most_points, gaming.bound_points),
        ),
        (format!("lists newly stood in by boasting in {} themes: mean, most", gaming.themes), lists),
    ]
}
