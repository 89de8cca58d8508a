//! Runs in words and tables.

use std::collections::BTreeMap;

use serde::Serialize;

use super::solve;
use crate::actions::rounds::read::{Analysed, PairingView};
use crate::api::city_ref::CityRefDto;
use crate::api::rounds::RunDto;
use crate::cli::failure::Failure;
use crate::cli::tables;
use crate::matching::rounds::Status;
use crate::matching::rounds::analysis::{Comparison, Constraint, Nearest, Obstacle};
use crate::matching::rounds::outlook::Outlook;
use crate::store::rounds::StoredRun;

/// Cities without a pairing that are named one by one.
const SHOWN: usize = 20;

/// A run with its pairings, for machines.
#[derive(Serialize)]
pub(super) struct ShownDto {
    run: RunDto,
    pairings: Vec<ShownPairing>,
}

#[derive(Serialize)]
struct ShownPairing {
    place: i64,
    cities: [CityRefDto; 2],
    score: f64,
    proposal: Option<String>,
}

/// A run with its pairings, for machines.
pub(super) fn shown(run: StoredRun, views: &[PairingView]) -> ShownDto {
    let pairing = |view: &PairingView| ShownPairing {
        place: view.place,
        cities: [(&view.first).into(), (&view.second).into()],
        score: view.pairing.score,
        proposal: view.proposal.map(|became| became.id.to_string()),
    };
    ShownDto { run: run.into(), pairings: views.iter().map(pairing).collect() }
}

/// What a run gave, in two lines.
pub(super) fn run(run: &StoredRun) {
    let proved = match run.status.as_str() {
        "optimal" => "no set of pairings is better",
        "infeasible" => "no set of pairings keeps every rule",
        _ => "not proved to be the best",
    };
    println!("run {}: {} pairings, {} of {} cities covered, total score {:.1}", run.number, run.pairs, run.covered, run.cities, run.score);
    println!("{proved}; {:.1} s; model {}, result {}", run.seconds, run.model_name, run.result_hash);
}

/// The pairings of a run.
pub(super) fn pairings(of: &StoredRun, views: &[PairingView]) {
    let mut table = tables::table(&["#", "City", "", "Partner", "", "Score", "State"]);
    tables::right(&mut table, &[0, 5]);
    for view in views {
        let state = view.proposal.map_or_else(String::new, |became| became.state.to_string());
        table.add_row(vec![
            view.place.to_string(),
            view.first.record.name.clone(),
            view.first.record.country.to_string(),
            view.second.record.name.clone(),
            view.second.record.country.to_string(),
            format!("{:.1}", view.pairing.score),
            state,
        ]);
    }
    println!("{table}");
    run(of);
}

/// What the set of pairings of a run is like.
pub(super) fn analysis(found: &Analysed) -> Result<(), Failure> {
    run(&found.run);
    let told = &found.analysis.analysis;
    if found.solution.status == Status::Infeasible {
        solve::infeasible(&found.solution);
        return Ok(());
    }
    let (coverage, scores, exposure) = (&told.coverage, &told.scores, &told.exposure);
    println!("coverage: {} of {} cities, {} of them with a candidate", coverage.covered, coverage.cities, coverage.with_candidates);
    if let (Some([q1, median, q3]), Some(least), Some(most)) = (scores.quartiles, scores.minimum, scores.maximum) {
        println!("scores: {least:.1} to {most:.1}, half of them between {q1:.1} and {q3:.1}, median {median:.1}");
    }
    println!("fairness: Gini {:.3} (0 is even), {:.2} pairings a city, {} at the most", exposure.gini, exposure.mean, exposure.maximum);
    let greedy = &told.greedy;
    let kept = if greedy.keeps_all { "keeps every rule" } else { "breaks a rule" };
    println!("greedy (best pair first) covers {} and scores {:.1}, and {kept}", greedy.figures.covered, greedy.figures.score);
    if let Some(free) = &told.unconstrained {
        println!("without any rule but the quotas: {} covered, score {:.1}", free.covered, free.score);
    }
    if let Some(stability) = told.stability.as_ref().filter(|_| scores.mean.is_some()) {
        println!("stability: {:.0} % of the pairings stay when scores move by their error", 100.0 * stability.jaccard);
        if let Some(reached) = &stability.reached {
            let (mean, worst) = (100.0 * reached.mean, 100.0 * reached.worst);
            println!("           the set then still reaches {mean:.1} % of the best total, {worst:.1} % in the worst draw");
        }
    }
    println!("{} pairs would rather have each other", told.blocking_pairs.count);
    prices(found);
    left_out(found)?;
    by_group(found);
    more(found);
    Ok(())
}

/// What can be said of a round before it is computed.
pub(super) fn outlook(seen: &Outlook) -> Result<(), Failure> {
    println!("{} cities, {} pairings to choose from", seen.cities, seen.candidates);
    for id in &seen.without {
        println!("without any candidate: {id}");
    }
    for short in &seen.short {
        println!("impossible: {} must have {} pairings and has {} candidates", short.id, short.least, short.candidates);
    }
    for crowded in &seen.crowded {
        println!("{}: the caps leave room for {} of its {} cities at the most", crowded.country, crowded.room, crowded.cities);
    }
    Ok(())
}

/// What changed from one run to another.
pub(super) fn comparison(found: &Comparison) -> Result<(), Failure> {
    let totals = &found.totals;
    println!(
        "{} pairings kept, {:+} in all, {:+} cities covered, {:+.1} score",
        found.kept.len(),
        totals.pairs,
        totals.covered,
        totals.score
    );
    for rule in &found.rules {
        println!("rule {}: {} -> {}", rule.field, rule.before, rule.after);
    }
    for gone in &found.gone {
        println!("gone: {} and {} ({})", gone.a, gone.b, kind_of(&gone.why)?);
    }
    for added in &found.added {
        println!("new: {} and {} ({})", added.a, added.b, kind_of(&added.why)?);
    }
    Ok(())
}

/// The word under `why`.
fn kind_of(why: &impl Serialize) -> Result<String, Failure> {
    let value = serde_json::to_value(why).map_err(|error| Failure::because("comparison", error))?;
    Ok(value["why"].as_str().unwrap_or_default().replace('_', " "))
}

/// What leaving each rule out would bring.
fn prices(found: &Analysed) {
    let told = &found.analysis.analysis;
    if told.prices.is_empty() {
        return;
    }
    let mut table = tables::table(&["Without", "Cities", "Score", "Pairings"]);
    tables::right(&mut table, &[1, 2, 3]);
    for price in &told.prices {
        let sure = if price.proved { "" } else { " or more" };
        let row = [constraint(&price.constraint), format!("{:+}{sure}", price.covered_gain), format!("{:+.1}", price.score_gain)];
        table.add_row(row.into_iter().chain([format!("{:+}", price.pairs_gain)]));
    }
    println!("what each rule costs:\n{table}");
    if told.prices_not_tried > 0 {
        println!("{} more rules bind and were not tried", told.prices_not_tried);
    }
}

fn constraint(of: &Constraint) -> String {
    match of {
        Constraint::Minima => "any minimum".to_owned(),
        Constraint::Locks => "any locked pair".to_owned(),
        Constraint::Bars => "any barred pair".to_owned(),
        Constraint::CountryPairCaps => "caps on two countries".to_owned(),
        Constraint::CountryCaps => "caps on countries".to_owned(),
        Constraint::Share { grouping } => format!("the share that differs in {grouping}"),
        Constraint::Quotas => "quotas as they are: each one higher".to_owned(),
        Constraint::CountryPairCap { a, b } => format!("the cap of {a} and {b}"),
        Constraint::CountryCap { country } => format!("the cap of {country}"),
        Constraint::Lock { a, b } => format!("the lock of {a} and {b}"),
        Constraint::Bar { a, b } => format!("the bar of {a} and {b}"),
        Constraint::Minimum { id } => format!("the minimum of {id}"),
    }
}

/// Who has no pairing, and what stands in the way: how many for each reason, and the first of them with their nearest candidate.
fn left_out(found: &Analysed) -> Result<(), Failure> {
    let left_out = &found.analysis.analysis.left_out;
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for left in left_out {
        *reasons.entry(solve::word(&left.why)?).or_default() += 1;
    }
    for (reason, count) in reasons {
        println!("left out: {count} because of {reason}");
    }
    for left in left_out.iter().take(SHOWN) {
        let near = left.nearest.first().map(nearest).unwrap_or_default();
        println!("  {} ({}){near}", left.id, solve::word(&left.why)?);
    }
    if left_out.len() > SHOWN {
        println!("  and {} more: --json names all", left_out.len() - SHOWN);
    }
    Ok(())
}

fn nearest(near: &Nearest) -> String {
    let way = |obstacle: &Obstacle| {
        let helps = if obstacle.brings_in == Some(true) { " (one more would bring it in)" } else { "" };
        format!("{}{helps}", solve::limit(&obstacle.limit))
    };
    let ways = near.in_the_way.iter().map(way).collect::<Vec<_>>().join(" and ");
    let ways = match (near.barred, ways.is_empty()) {
        (true, _) => "which is barred".to_owned(),
        (false, true) => "which would cost more than it brings".to_owned(),
        (false, false) => format!("behind {ways}"),
    };
    format!(", nearest {} {:.1}, {ways}", near.partner, near.score)
}

fn by_group(found: &Analysed) {
    let mut table = tables::table(&["By", "", "Cities", "Covered", "Pairings", "Mean score"]);
    tables::right(&mut table, &[2, 3, 4, 5]);
    for grouping in &found.analysis.analysis.exposure.groupings {
        for row in &grouping.rows {
            table.add_row(vec![
                grouping.grouping.clone(),
                row.value.clone().unwrap_or_else(|| "not known".to_owned()),
                row.cities.to_string(),
                row.covered.to_string(),
                row.pairs.to_string(),
                row.mean_score.map_or_else(String::new, |score| format!("{score:.1}")),
            ]);
        }
    }
    println!("{table}");
}

fn more(found: &Analysed) {
    for third in &found.analysis.thirds {
        let what = third.theme.as_ref().map_or_else(|| "a common language".to_owned(), ToString::to_string);
        println!("{} and {} lack {what}: {} would bring it", third.pair[0], third.pair[1], third.third);
    }
    for cohort in &found.analysis.cohorts {
        println!("a cohort: {} with {} (mean score {:.1})", cohort.learners.join(", "), cohort.mentors.join(", "), cohort.score);
    }
}
