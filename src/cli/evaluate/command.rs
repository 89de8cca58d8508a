//! From the words of the command to its report.

use super::data::{Files, world};
use super::matching_model::MatchingModel;
use super::print::print;
use crate::cli::arguments::EvaluateArguments;
use crate::cli::failure::Failure;
use crate::cli::tables;
use crate::matching::evaluation::split::OwnSplit;
use crate::matching::evaluation::training::TrainSettings;
use crate::matching::evaluation::{Evaluation, EvaluationReport, Split, World};

/// `kembar evaluate`.
///
/// # Errors
/// Every fault of every file; that there is nothing to learn from.
pub fn run(asked: &EvaluateArguments) -> Result<(), Failure> {
    let report = report(asked)?;
    if report.data.held_out_cities == 0 {
        eprintln!("kembar: no city is held out: each city of a held-out tie has an open tie, or is not in the file of cities");
    }
    if asked.json { tables::json(&report) } else { print(&report) }
}

fn report(asked: &EvaluateArguments) -> Result<EvaluationReport, Failure> {
    check(asked)?;
    let files = Files::read(asked)?;
    let world = world(&files);
    let splits = splits(asked, &files, &world);
    let settings = TrainSettings { seed: asked.seed, ..TrainSettings::default() };
    let mut evaluation = Evaluation::new(&world, &splits).with_settings(settings);
    if !asked.without_matching_model {
        evaluation = evaluation.with_scorer(Box::new(MatchingModel::new(&files, &world)?));
    }
    evaluation.run().map_err(|error| Failure::because(&asked.partnerships.display().to_string(), error))
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

#[cfg(test)]
mod tests {
    use std::fmt::Write;
    use std::path::Path;

    use super::*;

    /// Two countries of thirty cities; each city has a tie with the one of its number abroad.
    fn files(folder: &Path) -> EvaluateArguments {
        let mut cities = "id,name,country,lat,lon,population,admin_rank,is_asean,air_destinations\n".to_owned();
        let mut ties = ["city_a_id,city_b_id,confidence,wikidata\n".to_owned(), "city_a_id,city_b_id,confidence\n".to_owned()];
        for at in 1..=30 {
            writeln!(cities, "{at},City {at},ID,{},110,{at}00000,,1,\n{},City,JP,{},140,{at}00000,,0,3", at % 9, at + 100, at % 7 + 30)
                .unwrap();
            writeln!(ties[usize::from(at % 6 == 0)], "{at},{},high{}", at + 100, if at % 6 == 0 { "" } else { ",1" }).unwrap();
        }
        let write = |name: &str, text: &str| {
            std::fs::write(folder.join(name), text).unwrap();
            folder.join(name)
        };
        EvaluateArguments {
            cities: write("cities.csv", &cities),
            countries: write(
                "countries.csv",
                "iso2,name,region,languages,hdi,hdi_year\nID,Indonesia,Asia,id,0.7,2022\nJP,Japan,Asia,ja,0.9,2022\n",
            ),
            partnerships: write("open.csv", &ties[0]),
            held_out: Some(write("held.csv", &ties[1])),
            split: 0.1,
            splits: 1,
            seed: 1,
            without_matching_model: false,
            json: true,
        }
    }

    #[test]
    fn the_report_has_the_names_that_others_rely_on() {
        let folder = tempfile::tempdir().unwrap();
        let report = serde_json::to_value(report(&files(folder.path())).unwrap()).unwrap();
        let world = &report["strata"]["world"];
        assert_eq!((&world["cities"], &report["strata"]["asean"]["cities"]), (&10.into(), &5.into()));
        for measure in ["recall@10", "recall@20", "recall@100", "mrr", "ndcg@10", "auc"] {
            for part in ["value", "low", "high"] {
                assert!(world["model"][measure][part].is_number(), "{measure} {part}");
            }
        }
        for baseline in ["random", "nearest", "same_size", "gravity", "popularity", "nearest_on_raw_features", "kembar acv2045-1"] {
            assert!(world["baselines"][baseline]["auc"]["value"].is_number(), "{baseline}");
        }
        // Ties are one to one by size, which the model can learn, and what is of one size abroad is found at once.
        assert!(world["model"]["auc"]["value"].as_f64().unwrap() > 0.7);
    }

    #[test]
    fn without_a_file_of_held_out_ties_the_open_ones_are_split() {
        let folder = tempfile::tempdir().unwrap();
        let asked = EvaluateArguments { held_out: None, split: 0.5, splits: 2, without_matching_model: true, ..files(folder.path()) };
        let report = report(&asked).unwrap();
        // Each of the 50 cities with a tie is asked about with its part, and once more where its only partner stands in another.
        assert!(report.data.splits == 2 && (50..=100).contains(&report.data.held_out_cities), "{:?}", report.data);
        let too_many = EvaluateArguments { splits: 3, ..asked };
        assert!(matches!(super::report(&too_many), Err(Failure::Usage(_))));
    }

    #[test]
    fn the_faults_of_all_files_are_told_together() {
        let folder = tempfile::tempdir().unwrap();
        let asked = files(folder.path());
        std::fs::write(&asked.partnerships, "city_a_id,city_b_id\nx,1\n").unwrap();
        std::fs::write(&asked.countries, "iso2,name\nIDN,Indonesia\n").unwrap();
        let Err(Failure::Failed(words)) = report(&asked) else { panic!("bad files are no wrong call") };
        assert!(words.contains("countries.csv:2:iso2:") && words.contains("open.csv:2:city_a_id:"), "{words}");
    }
}
