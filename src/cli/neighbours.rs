//! `kembar neighbours`: statistical nearest neighbours of any table.

use std::path::Path;

use serde::Serialize;

use super::arguments::NeighboursArguments;
use super::failure::Failure;
use super::files::{self, ReadFile};
use crate::exchange::csv_in::{NumberTable, nesting, numbers_by_area};
use crate::exchange::csv_out::{Cell, CsvOutError, write_list};
use crate::exchange::fault_report::FaultReport;
use crate::matching::neighbours::{AreaTable, Column, NeighbourLists, Nesting, Recipe, nearest};

/// What was done.
#[derive(Debug, Serialize)]
struct Report {
    areas: usize,
    columns: usize,
    neighbours: usize,
    winsorise: f64,
    scale: String,
    output: String,
    notes: Vec<String>,
}

/// `kembar neighbours`.
///
/// # Errors
/// Every fault of the table and of the nesting, and then nothing is written; a file that cannot be read or written.
pub fn run(asked: &NeighboursArguments) -> Result<(), Failure> {
    check_outputs(asked)?;
    let input = files::read(&asked.input)?;
    let nested = asked.nesting.as_deref().map(files::read).transpose()?;
    let (table, nesting) = tables(&input, nested.as_ref())?;
    let recipe = Recipe { winsorise: asked.winsorise, scale: asked.scale, keep: asked.count as usize };
    let found = nearest(&table, &nesting, &recipe);
    let lists = as_lists(&table, &found, recipe.keep);
    let lists = lists.map_err(|error| Failure::because(&asked.output.display().to_string(), error))?;
    files::write(&asked.output, &lists)?;
    if let Some(path) = &asked.distances {
        let rows = as_distances(&table, &found).map_err(|error| Failure::because(&path.display().to_string(), error))?;
        files::write(path, &rows)?;
    }
    tell(asked, &report(asked, (&table, &nesting), &found))
}

/// An output that is an input would be written over before anybody saw it.
fn check_outputs(asked: &NeighboursArguments) -> Result<(), Failure> {
    let real = |path: &Path| path.canonicalize().ok();
    let inputs = [Some(&asked.input), asked.nesting.as_ref()].into_iter().flatten().filter_map(|path| real(path));
    let inputs: Vec<_> = inputs.collect();
    for (option, path) in [("--output", Some(&asked.output)), ("--distances", asked.distances.as_ref())] {
        if path.and_then(|path| real(path)).is_some_and(|path| inputs.contains(&path)) {
            return Err(Failure::Usage(format!("{option} is one of the inputs; name another file")));
        }
    }
    if asked.distances.as_ref() == Some(&asked.output) {
        return Err(Failure::Usage("--output and --distances are the same file; name two".to_owned()));
    }
    Ok(())
}

/// Both tables, or the faults of both.
fn tables(input: &ReadFile, nested: Option<&ReadFile>) -> Result<(AreaTable, Nesting), Failure> {
    let numbers = numbers_by_area(&input.name, &input.bytes);
    let pairs = nested.map_or(Ok(Vec::new()), |file| nesting(&file.name, &file.bytes));
    let (numbers, pairs) = both(numbers, pairs)?;
    Ok((table(numbers)?, Nesting::new(pairs)))
}

fn both<A, B>(first: Result<A, FaultReport>, second: Result<B, FaultReport>) -> Result<(A, B), Failure> {
    match (first, second) {
        (Ok(first), Ok(second)) => Ok((first, second)),
        (Err(one), Err(other)) => Err(Failure::Failed(format!("{one}\n{other}"))),
        (Err(report), Ok(_)) | (Ok(_), Err(report)) => Err(Failure::Failed(report.to_string())),
    }
}

fn table(numbers: NumberTable) -> Result<AreaTable, Failure> {
    let columns = numbers.columns.into_iter().map(|(name, values)| Column { name, values }).collect();
    let told = |faults: Vec<_>| faults.iter().map(ToString::to_string).collect::<Vec<String>>().join("\n");
    AreaTable::new(numbers.areas, columns).map_err(|faults| Failure::Failed(told(faults)))
}

/// One row for each area: its code and those of its neighbours, the nearest first; blank where there are no more.
fn as_lists(table: &AreaTable, found: &NeighbourLists, keep: usize) -> Result<Vec<u8>, CsvOutError> {
    let longest = keep.min(table.areas().len() - 1);
    let names: Vec<String> = std::iter::once("area".to_owned()).chain((1..=longest).map(|rank| format!("nn{rank}"))).collect();
    let header: Vec<&str> = names.iter().map(String::as_str).collect();
    let rows = found.lists.iter().zip(table.areas()).map(|(list, area)| {
        let near = list.iter().map(|neighbour| Cell::Text(&table.areas()[neighbour.area]));
        let blanks = std::iter::repeat_n(Cell::Blank, longest - list.len());
        std::iter::once(Cell::Text(area)).chain(near).chain(blanks).collect()
    });
    let mut out = Vec::new();
    write_list(&mut out, &header, rows)?;
    Ok(out)
}

/// One row for each neighbour of each area.
fn as_distances(table: &AreaTable, found: &NeighbourLists) -> Result<Vec<u8>, CsvOutError> {
    let rows = found.lists.iter().zip(table.areas()).flat_map(|(list, area)| {
        list.iter().zip(1..).map(move |(neighbour, rank)| {
            let code = &table.areas()[neighbour.area];
            vec![Cell::Text(area), Cell::Whole(rank), Cell::Text(code), Cell::Number(neighbour.distance)]
        })
    });
    let mut out = Vec::new();
    write_list(&mut out, &["area", "rank", "neighbour", "distance"], rows)?;
    Ok(out)
}

fn report(asked: &NeighboursArguments, (table, nesting): (&AreaTable, &Nesting), found: &NeighbourLists) -> Report {
    let unknown = nesting.unknown(table);
    let nested = (!unknown.is_empty()).then(|| format!("the nesting names {} areas that are not in the table", unknown.len()));
    Report {
        areas: table.areas().len(),
        columns: table.columns().len(),
        neighbours: asked.count as usize,
        winsorise: asked.winsorise,
        scale: asked.scale.to_string(),
        output: asked.output.display().to_string(),
        notes: found.notes.iter().map(ToString::to_string).chain(nested).collect(),
    }
}

/// The notes of people go to standard error, so that the lists may go to standard output.
fn tell(asked: &NeighboursArguments, report: &Report) -> Result<(), Failure> {
    if asked.json {
        return super::tables::json(report);
    }
    eprintln!("{} areas, {} columns, {} neighbours each: {}", report.areas, report.columns, report.neighbours, report.output);
    for note in &report.notes {
        eprintln!("  {note}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::PathBuf;

    use super::*;

    fn asked(folder: &Path, input: &str) -> NeighboursArguments {
        NeighboursArguments {
            input: folder.join(input),
            nesting: None,
            winsorise: 0.01,
            scale: Recipe::default().scale,
            count: 20,
            output: folder.join("neighbours.csv"),
            distances: Some(folder.join("distances.csv")),
            json: false,
        }
    }

    fn lists(bytes: &[u8]) -> BTreeMap<String, Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().from_reader(bytes);
        let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
        rows.map(|mut row| (row.remove(0), row)).collect()
    }

    /// The office's table may not be copied, so it is looked for beside the project.
    fn reference() -> Option<PathBuf> {
        let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/ons");
        let named = option_env!("KEMBAR_SHARED_DATA").map(|folder| Path::new(folder).join("ons"));
        [named, Some(beside)].into_iter().flatten().find(|folder| folder.join("expected-neighbours.csv").is_file())
    }

    #[test]
    fn the_lists_of_the_statistics_office_are_reproduced_exactly() {
        let Some(reference) = reference() else {
            println!(
                "skipped: the office's table is not at ../shared/data/ons (build with KEMBAR_SHARED_DATA=folder to name another place)"
            );
            return;
        };
        let folder = tempfile::tempdir().unwrap();
        let asked = NeighboursArguments {
            input: reference.join("inputs.csv"),
            nesting: Some(reference.join("nesting.csv")),
            ..asked(folder.path(), "")
        };
        run(&asked).unwrap();
        let found = lists(&std::fs::read(&asked.output).unwrap());
        let expected = lists(&std::fs::read(reference.join("expected-neighbours.csv")).unwrap());
        assert_eq!((found.len(), expected.len()), (382, 191));
        for (area, list) in &expected {
            assert_eq!(found.get(area), Some(list), "{area}");
        }
    }

    #[test]
    fn a_bad_table_is_told_all_of_its_faults_and_nothing_is_written() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("t.csv"), "code,a\nx,1\ny,much\nx,3\n").unwrap();
        std::fs::write(folder.path().join("n.csv"), "a,b,c\n").unwrap();
        let asked = NeighboursArguments { nesting: Some(folder.path().join("n.csv")), ..asked(folder.path(), "t.csv") };
        let Failure::Failed(words) = run(&asked).unwrap_err() else { panic!("a bad table is no wrong call") };
        for fault in ["t.csv:3:a: is not a number", "t.csv:4:code: stands already on line 2", "n.csv:1: has 3 columns"] {
            assert!(words.contains(fault), "{words}");
        }
        assert!(!asked.output.exists() && !folder.path().join("neighbours.csv.new").exists());
    }

    #[test]
    fn a_list_that_runs_out_is_blank_at_its_end_and_the_distances_stand_in_their_own_file() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("t.csv"), "code,a\nx,0\ny,3\nz,4\n").unwrap();
        std::fs::write(folder.path().join("n.csv"), "a,b\nx,y\n").unwrap();
        let nesting = Some(folder.path().join("n.csv"));
        let asked = NeighboursArguments { nesting, winsorise: 0.0, scale: "none".parse().unwrap(), ..asked(folder.path(), "t.csv") };
        run(&asked).unwrap();
        assert_eq!(std::fs::read_to_string(&asked.output).unwrap(), "area,nn1,nn2\r\nx,z,\r\ny,z,\r\nz,y,x\r\n");
        let distances = std::fs::read_to_string(asked.distances.unwrap()).unwrap();
        assert_eq!(distances, "area,rank,neighbour,distance\r\nx,1,z,4\r\ny,1,z,1\r\nz,1,y,1\r\nz,2,x,4\r\n");
    }

    #[test]
    fn an_input_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("t.csv"), "code,a\nx,0\ny,3\n").unwrap();
        let asked = NeighboursArguments { output: folder.path().join("t.csv"), ..asked(folder.path(), "t.csv") };
        assert!(matches!(run(&asked), Err(Failure::Usage(_))));
        assert_eq!(std::fs::read_to_string(&asked.input).unwrap(), "code,a\nx,0\ny,3\n");
    }
}
