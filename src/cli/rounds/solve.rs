//! `kembar round solve`: a round as data, without a database.

use std::path::Path;
use std::time::Instant;

use serde::Serialize;

use crate::cli::failure::Failure;
use crate::cli::{files, tables};
use crate::matching::rounds::{Instance, Limit, Relaxation, RoundError, Solution, Status, solve};

/// The answer with how long it took.
#[derive(Debug, Serialize)]
struct Solved {
    #[serde(flatten)]
    solution: Solution,
    /// Wall-clock time of the solver.
    seconds: f64,
}

/// `kembar round solve`.
///
/// # Errors
/// A file that cannot be read, or every fault of the round in it.
pub fn run(input: &Path, steps: u64, json: bool) -> Result<(), Failure> {
    let file = files::read(input)?;
    let mut reader = serde_json::Deserializer::from_slice(&file.bytes);
    let instance: Instance = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| Failure::Failed(format!("{}: {}: {}", file.name, error.path(), error.inner())))?;
    reader.end().map_err(|error| Failure::because(&file.name, error))?;
    let begun = Instant::now();
    let solution = solve(&instance, steps, &mut || false).map_err(|error| failed(&file.name, &error))?;
    let solved = Solved { solution, seconds: begun.elapsed().as_secs_f64() };
    if json { tables::json(&solved) } else { print(&solved) }
}

/// Every fault on a line of its own.
fn failed(file: &str, error: &RoundError) -> Failure {
    match error {
        RoundError::Faulty { faults } => {
            Failure::Failed(faults.iter().map(|fault| format!("{file}: {fault}")).collect::<Vec<_>>().join("\n"))
        }
        RoundError::Undecided { .. } => Failure::because(file, error),
    }
}

fn print(solved: &Solved) -> Result<(), Failure> {
    let found = &solved.solution;
    if found.status == Status::Infeasible {
        infeasible(found);
        return Ok(());
    }
    let mut table = tables::table(&["City", "Partner"]);
    for (a, b) in &found.pairs {
        table.add_row(vec![a.as_str(), b.as_str()]);
    }
    println!("{table}");
    println!("{} pairs, {} cities covered, score {:.6}", found.pairs.len(), found.covered, found.score);
    match found.status {
        Status::Optimal => println!("optimal: no set of pairs is better"),
        Status::Feasible | Status::Infeasible => {
            println!("not proved to be the best: another set may score up to {:.6} (gap {:.4} %)", found.bound, 100.0 * found.gap);
        }
    }
    for left in &found.unmatched {
        println!("without a pair: {} ({})", left.id, word(&left.why)?);
    }
    println!("{} pairs would rather have each other; {} steps, {:.2} s", found.blocking_pairs, found.steps, solved.seconds);
    Ok(())
}

pub(super) fn infeasible(found: &Solution) {
    println!("infeasible: no set of pairs keeps every minimum and share");
    for short in &found.shortfalls {
        let held: Vec<String> = short.held_by.iter().map(limit).collect();
        println!(
            "  {} is short by {}, held by {}",
            short.id,
            short.short,
            if held.is_empty() { "nothing nearby".to_owned() } else { held.join(", ") }
        );
    }
    for relaxation in &found.relaxations {
        println!("  {}", relaxed(relaxation));
    }
}

fn relaxed(relaxation: &Relaxation) -> String {
    let change = match &relaxation.limit {
        Limit::Max { .. } | Limit::LearnMax { .. } | Limit::MentorMax { .. } | Limit::CountryPairCap { .. } | Limit::CountryCap { .. } => {
            "raise by one"
        }
        Limit::Min { .. } | Limit::TooFewCandidates { .. } => "lower by one",
        Limit::Share { .. } => "lower to the next multiple of 5 %",
        Limit::Lock { .. } => "give up",
    };
    let effect = if relaxation.short == 0 {
        "the round becomes possible".to_owned()
    } else {
        format!("{} pairs are still missing", relaxation.short)
    };
    format!("{change} {}: {effect}", limit(&relaxation.limit))
}

pub(super) fn limit(limit: &Limit) -> String {
    match limit {
        Limit::Max { id } => format!("the quota of {id}"),
        Limit::LearnMax { id } => format!("the quota of {id} as a learner"),
        Limit::MentorMax { id } => format!("the quota of {id} as a mentor"),
        Limit::CountryPairCap { a, b } => format!("the cap of {a} and {b}"),
        Limit::CountryCap { country } => format!("the cap of {country}"),
        Limit::Share { grouping } => format!("the share of pairs that differ in {grouping}"),
        Limit::Lock { a, b } => format!("the locked pair of {a} and {b}"),
        Limit::Min { id } => format!("the minimum of {id}"),
        Limit::TooFewCandidates { id } => format!("the minimum of {id}, which has too few candidates"),
    }
}

/// A name of the interface in words.
pub(super) fn word(name: &impl Serialize) -> Result<String, Failure> {
    let text = serde_json::to_value(name).map_err(|error| Failure::because("round", error))?;
    Ok(text.as_str().unwrap_or_default().replace('_', " "))
}
