//! The report as tables for people.

use crate::cli::failure::Failure;
use crate::cli::tables;
use crate::matching::evaluation::EvaluationReport;
use crate::matching::evaluation::bootstrap::Interval;
use crate::matching::evaluation::report::{DataReport, MeasureTable, StratumReport};

/// The measures shown for the whole world.
const SHOWN: [&str; 6] = ["recall@10", "recall@20", "recall@100", "mrr", "ndcg@10", "auc"];
/// The measures shown for each part.
const SHOWN_BY_PART: [&str; 4] = ["recall@10", "recall@100", "mrr", "auc"];
/// How many weights are shown.
const WEIGHTS: usize = 15;

/// Prints the report.
///
/// # Errors
/// None that a report can bring about.
pub fn print(report: &EvaluationReport) -> Result<(), Failure> {
    print_data(&report.data);
    if let Some(world) = report.strata.get("world") {
        print_rows(world);
    }
    print_parts(&report.strata.0);
    print_end(report);
    Ok(())
}

fn print_data(data: &DataReport) {
    let left_out = data.left_out;
    println!("{} cities are ranked; {} held-out cities ask for {} partners", data.universe, data.held_out_cities, data.held_out_ties);
    println!("learned from {} open ties of {} cities ({} pairs)", data.open_ties, data.open_cities, data.training_rows);
    println!(
        "left out: {} ties of low confidence, {} domestic, {} with a city that is not in the file, {} repeated\n",
        left_out.low_confidence, left_out.domestic, left_out.unknown_city, left_out.repeated
    );
}

/// The whole world: every ranking with the middle 95 % of its bootstrap distribution.
fn print_rows(world: &StratumReport) {
    let headings: Vec<&str> = std::iter::once("World").chain(SHOWN).collect();
    let mut table = tables::table(&headings);
    tables::right(&mut table, &[1, 2, 3, 4, 5, 6]);
    let mut add = |name: &str, measures: &MeasureTable| {
        let cells = SHOWN.iter().map(|measure| measures.get(measure).map_or_else(String::new, with_interval));
        table.add_row(std::iter::once(name.to_owned()).chain(cells).collect::<Vec<_>>());
    };
    add("tie model", &world.model);
    for (name, measures) in world.variants.0.iter().chain(&world.baselines.0) {
        add(&name.replace('_', " "), measures);
    }
    println!("{table}\n");
}

/// Each part of the held-out cities: the model, and the best baseline of each measure.
fn print_parts(parts: &[(String, StratumReport)]) {
    let headings: Vec<&str> = ["Part", "Cities"].into_iter().chain(SHOWN_BY_PART).collect();
    let mut table = tables::table(&headings);
    tables::right(&mut table, &[1, 2, 3, 4, 5]);
    for (name, part) in parts {
        let cell = |measure: &&str| {
            let model = part.model.get(measure).map_or_else(String::new, with_interval);
            best_baseline(part, measure).map_or(model.clone(), |best| format!("{model}\nbest baseline {best:.3}"))
        };
        let cells = SHOWN_BY_PART.iter().map(cell);
        table.add_row([name.replace('_', " "), part.cities.to_string()].into_iter().chain(cells).collect::<Vec<_>>());
    }
    println!("{table}\n");
}

fn best_baseline(part: &StratumReport, measure: &str) -> Option<f64> {
    let values = part.baselines.0.iter().filter_map(|(_, measures)| measures.get(measure)?.value);
    values.max_by(f64::total_cmp)
}

fn print_end(report: &EvaluationReport) {
    let area =
        |measures: Option<&MeasureTable>, name: &str| measures.and_then(|found| found.get(name)).map_or_else(String::new, with_interval);
    let chance = area(Some(&report.controls.shuffled_labels), "auc");
    println!("area with as many random candidates in the place of the partners, which must be near 0.5: {chance}");
    let matched = area(report.strata.get("world").map(|world| &world.model), "auc_degree_matched");
    println!("area among candidates with as many open ties as the partner: {matched}");
    println!("\n{}; seed {}. The heaviest weights of its linear part:", report.learner, report.seed);
    for weight in report.weights.iter().take(WEIGHTS) {
        println!("  {:+.3}  {}", weight.weight, weight.feature);
    }
}

fn with_interval(interval: &Interval) -> String {
    match (interval.value, interval.low, interval.high) {
        (Some(value), Some(low), Some(high)) => format!("{value:.3} ({low:.3}–{high:.3})"),
        _ => "—".to_owned(),
    }
}
