//! The evaluation as a whole, on a made-up world whose ties have a reason that can be learned.

use super::boosting::BoostSettings;
use super::made_world::{city, made_world, tie};
use super::report::EvaluationReport;
use super::run::{Evaluation, EvaluationError};
use super::split::{OwnSplit, RawTie, Split};
use super::training::{TieModel, TrainSettings, samples};
use super::world::World;

fn quick() -> TrainSettings {
    let boosting = BoostSettings { trees: 20, leaves: 6, rate: 0.1, shrinkage: 5.0, least_curvature: 1.0 };
    TrainSettings { boosting, parts: 5, negatives: 6, ..TrainSettings::default() }
}

fn own(world: &World, ties: &[RawTie], share: f64) -> Split {
    Split::own(world, ties, OwnSplit { share, part: 0, seed: 3 })
}

fn run(world: &World, split: &Split) -> EvaluationReport {
    Evaluation::new(world, std::slice::from_ref(split)).with_settings(quick()).with_draws(100).run().unwrap()
}

fn value(report: &EvaluationReport, row: &str, measure: &str) -> f64 {
    let world = report.strata.get("world").unwrap();
    let table = if row == "model" { &world.model } else { world.baselines.get(row).or(world.variants.get(row)).unwrap() };
    table.get(measure).unwrap().value.unwrap()
}

#[test]
fn a_reason_behind_the_ties_is_learned_and_every_baseline_is_beaten() {
    let (world, ties) = made_world();
    let report = run(&world, &own(&world, &ties, 0.15));
    for baseline in ["random", "nearest", "same_size", "gravity", "popularity", "country_pair_rate", "nearest_on_raw_features"] {
        for measure in ["recall@5", "auc"] {
            assert!(value(&report, "model", measure) > value(&report, baseline, measure), "{baseline} {measure}");
        }
    }
    assert!(value(&report, "model", "auc") > 0.95);
    assert!((value(&report, "random", "auc") - 0.5).abs() < 0.08);
}

#[test]
fn shuffled_labels_give_an_area_of_one_half() {
    let (world, ties) = made_world();
    let report = run(&world, &own(&world, &ties, 0.3));
    let area = report.controls.shuffled_labels.get("auc").unwrap();
    assert!(area.low.unwrap() < 0.5 && 0.5 < area.high.unwrap(), "{area:?}");
}

#[test]
fn what_is_held_out_changes_neither_the_training_nor_a_score() {
    let (world, ties) = made_world();
    let is_held = |tie: &RawTie| tie.cities.iter().any(|id| id % 10 == 3);
    let (held, open): (Vec<RawTie>, Vec<RawTie>) = ties.iter().partition(|tie| is_held(tie));
    let truth = Split::of_files(&world, &open, &held);
    // The same cities are asked about, with other partners.
    let lie: Vec<RawTie> = truth.held_out.iter().map(|held| tie(world.city(held.city).id, open[0].cities[0])).collect();
    let lie: Vec<RawTie> = lie.into_iter().filter(|tie| tie.cities[0] / 1_000 != tie.cities[1] / 1_000).collect();
    let lie = Split::of_files(&world, &open, &lie);
    assert!(!lie.held_out.is_empty() && truth.open == lie.open);
    let [one, other] = [&truth, &lie].map(|split| TieModel::train(&samples(&world, split, &quick()), &quick()));
    assert_eq!(one, other);
    // And what the truth says of a city is not in its own features: its ties are in no history.
    assert!(truth.held_out.iter().all(|held| truth.open.iter().all(|(a, b)| *a != held.city && *b != held.city)));
}

#[test]
fn the_same_data_gives_the_same_report_whatever_the_number_of_threads() {
    let (world, ties) = made_world();
    let split = own(&world, &ties, 0.15);
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| serde_json::to_string(&run(&world, &split)).unwrap())
    };
    assert_eq!(on(1), on(3));
}

#[test]
fn the_order_of_the_ties_in_the_file_changes_nothing() {
    let (world, mut ties) = made_world();
    let forward = run(&world, &own(&world, &ties, 0.15));
    ties.reverse();
    ties.iter_mut().for_each(|tie| tie.cities.reverse());
    assert_eq!(forward, run(&world, &own(&world, &ties, 0.15)));
}

#[test]
fn a_part_without_cities_says_null_and_stays_in_the_report() {
    let (world, ties) = made_world();
    let open: Vec<RawTie> = ties.iter().copied().filter(|tie| tie.cities.iter().all(|id| *id != 2_005)).collect();
    let held: Vec<RawTie> = ties.iter().copied().filter(|tie| tie.cities.contains(&2_005)).collect();
    let report = run(&world, &Split::of_files(&world, &open, &held));
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!((&json["strata"]["world"]["cities"], &json["strata"]["asean"]["cities"]), (&1.into(), &0.into()));
    assert!(json["strata"]["world"]["model"]["recall@10"]["value"].is_number());
    assert!(json["strata"]["world"]["baselines"]["nearest"]["auc"]["low"].is_number());
    let nothing = &json["strata"]["asean"]["model"]["recall@10"];
    assert!(nothing.is_object() && nothing["value"].is_null() && nothing["low"].is_null() && nothing["high"].is_null());
}

#[test]
fn a_held_out_country_of_which_no_tie_is_open_is_ranked_all_the_same() {
    let (world, ties) = made_world();
    let (held, open): (Vec<RawTie>, Vec<RawTie>) = ties.into_iter().partition(|tie| tie.cities.iter().any(|id| id / 1_000 == 0));
    let report = run(&world, &Split::of_files(&world, &open, &held));
    assert_eq!(report.strata.get("asean").unwrap().cities, 16);
    assert!(value(&report, "model", "auc") > 0.5);
}

#[test]
fn several_splits_are_measured_together() {
    let (world, ties) = made_world();
    let splits = [0, 1].map(|part| Split::own(&world, &ties, OwnSplit { share: 0.1, part, seed: 3 }));
    let together = Evaluation::new(&world, &splits).with_settings(quick()).with_draws(100).run().unwrap();
    let [one, other] = splits.each_ref().map(|split| run(&world, split));
    let cities = |report: &EvaluationReport| report.strata.get("world").unwrap().cities;
    assert_eq!((together.data.splits, cities(&together)), (2, cities(&one) + cities(&other)));
    let sum: f64 = [&one, &other].map(|report| value(report, "model", "auc") * cities(report) as f64).iter().sum();
    assert!((value(&together, "model", "auc") - sum / cities(&together) as f64).abs() < 1e-9);
}

#[test]
fn without_open_ties_there_is_nothing_to_learn_from_and_that_is_said() {
    let world = World::new(vec![city(1, "ID", 0.0, 0.0), city(2, "MY", 0.0, 0.0)], Vec::new());
    let split = Split::of_files(&world, &[], &[tie(1, 2)]);
    let error = Evaluation::new(&world, &[split]).run().unwrap_err();
    assert_eq!(error, EvaluationError::NoOpenTies);
    assert!(error.to_string().starts_with("no open tie can be used"));
}
