//! The program itself, as an operator calls it: what it prints, what it writes and how it ends.

mod serving;

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// Runs `kembar` in a folder of its own, where nothing of another run is found.
fn kembar(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kembar")).current_dir(folder).env_remove("DATABASE_URL").args(arguments).output().unwrap()
}

fn good(folder: &Path, arguments: &[&str]) -> String {
    let ended = kembar(folder, arguments);
    assert!(ended.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&ended.stderr));
    String::from_utf8(ended.stdout).unwrap()
}

/// The exit code and what is said on standard error.
fn bad(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let ended = kembar(folder, arguments);
    (ended.status.code().unwrap(), String::from_utf8(ended.stderr).unwrap())
}

fn bundled(file: &str) -> String {
    format!("{}/src/demo/data/{file}.csv", env!("CARGO_MANIFEST_DIR"))
}

/// A database with the bundled cities, filled by the commands of the README.
fn filled() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    good(folder.path(), &["migrate"]);
    for what in ["countries", "cities", "indicators", "practices", "profiles", "hazards", "ties"] {
        let file = bundled(if what == "profiles" { "priorities" } else { what });
        good(folder.path(), &["import", what, &file]);
    }
    folder
}

#[test]
fn an_operator_fills_an_empty_database_and_asks_in_the_terminal() {
    let folder = filled();
    let at = |arguments: &[&str]| good(folder.path(), arguments);
    let table = at(&["suggest", "surabaya", "--kind", "mutual_aid", "--limit", "3"]);
    assert!(table.contains("Surabaya (ID) · mutual_aid") && table.contains("left out: 7 by the rule inactive_member"), "{table}");
    let found: Value = serde_json::from_str(&at(&["suggest", "surabaya", "--kind", "peer_learning", "--limit", "2", "--json"])).unwrap();
    assert_eq!(found["items"].as_array().unwrap().len(), 2);
    let other = found["items"][0]["city"]["slug"].as_str().unwrap();
    let why: Value = serde_json::from_str(&at(&["explain", "surabaya", other, "--kind", "peer_learning", "--json"])).unwrap();
    assert_eq!(why["suggestion"]["score"], found["items"][0]["score"]);
    assert!(at(&["trio", "surabaya", "hai-phong"]).contains("model acv2045-1"));
    assert!(at(&["cohort", "solid-waste", "--size", "5"]).contains("mean score"));
    assert!(at(&["cluster", "--city", "surabaya"]).contains("Surabaya"));
    assert!(at(&["audit", "verify"]).contains("entries"));
}

#[test]
fn what_cannot_be_done_ends_with_1_and_what_was_asked_wrongly_with_2() {
    let folder = tempfile::tempdir().unwrap();
    good(folder.path(), &["migrate"]);
    let at = |arguments: &[&str]| bad(folder.path(), arguments);
    assert_eq!(at(&["suggest", "atlantis", "--kind", "sister_city"]).0, 1);
    assert_eq!(at(&["suggest", "surabaya", "--kind", "marriage"]).0, 2);
    assert_eq!(at(&["no-such-command"]).0, 2);
    let (code, said) = at(&["import", "cities", "missing.csv"]);
    assert!(code == 1 && said.contains("missing.csv"), "{said}");
    let (code, said) = at(&["serve", "--database-url", "mysql://somewhere/else"]);
    assert!(code == 2 && said.lines().count() == 1, "{said}");
}

/// A round of four cities in a file; the triangle of the first three cannot be matched whole.
fn round(folder: &Path, change: impl Fn(&mut Value)) -> String {
    let city = |id: &str| serde_json::json!({"id": id, "country": "ID", "min": 0, "max": 1});
    let mut round = serde_json::json!({
        "kind": "sister_city",
        "nodes": [city("ambon"), city("bogor"), city("cirebon"), city("depok")],
        "edges": [
            {"a": "ambon", "b": "bogor", "score": 90.0},
            {"a": "bogor", "b": "cirebon", "score": 80.0},
            {"a": "ambon", "b": "cirebon", "score": 70.0},
            {"a": "cirebon", "b": "depok", "score": 10.0},
        ],
        "locked": [], "barred": [], "country_pair_cap": null, "objective": "coverage_then_score",
    });
    change(&mut round);
    let path = folder.join("round.json");
    std::fs::write(&path, round.to_string()).unwrap();
    path.display().to_string()
}

#[test]
fn a_round_given_as_data_is_solved_without_a_database() {
    let folder = tempfile::tempdir().unwrap();
    let solved = |change: fn(&mut Value)| -> Value {
        let file = round(folder.path(), change);
        serde_json::from_str(&good(folder.path(), &["round", "solve", "--input", &file, "--json"])).unwrap()
    };
    let found = solved(|_| ());
    assert_eq!(found["status"], "optimal");
    assert_eq!(found["pairs"], serde_json::json!([["ambon", "bogor"], ["cirebon", "depok"]]), "everybody first, then the score");
    assert_eq!((found["covered"].as_u64(), found["score"].as_f64(), found["gap"].as_f64()), (Some(4), Some(100.0), Some(0.0)));
    assert!(found["unmatched"].as_array().unwrap().is_empty() && found["seconds"].is_f64() && found["blocking_pairs"].is_u64());
    let capped = solved(|round| round["country_pair_cap"] = 1.into());
    assert_eq!((capped["pairs"].as_array().unwrap().len(), capped["score"].as_f64()), (1, Some(90.0)));
    assert!(capped["unmatched"].as_array().unwrap().iter().any(|left| left["why"] == "country_pair_cap"), "{capped}");
    let impossible = solved(|round| {
        round["country_pair_cap"] = 1.into();
        round["nodes"].as_array_mut().unwrap().iter_mut().for_each(|node| node["min"] = 1.into());
    });
    assert_eq!(impossible["status"], "infeasible");
    assert!(!impossible["relaxations"].as_array().unwrap().is_empty(), "{impossible}");
    let words = good(folder.path(), &["round", "solve", "--input", &round(folder.path(), |_| ())]);
    assert!(words.contains("optimal: no set of pairs is better"), "{words}");
}

#[test]
fn every_fault_of_a_round_is_named_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let file = round(folder.path(), |round| {
        round["edges"][0]["b"] = "atlantis".into();
        round["nodes"][1]["min"] = 3.into();
    });
    let (code, said) = bad(folder.path(), &["round", "solve", "--input", &file]);
    assert!(code == 1 && said.contains("atlantis") && said.contains("bogor"), "{said}");
    let file = round(folder.path(), |round| round["edges"][0]["score"] = "high".into());
    let (code, said) = bad(folder.path(), &["round", "solve", "--input", &file]);
    assert!(code == 1 && said.contains("edges[0].score"), "{said}");
}

#[test]
fn an_officer_pairs_a_membership_in_the_terminal() {
    let folder = filled();
    let at = |arguments: &[&str]| good(folder.path(), arguments);
    let plan =
        serde_json::json!({"name": "Manila 2026", "kind": "peer_learning", "theme": "solid-waste", "scope": {"countries": ["VN", "KH"]}});
    let file = folder.path().join("plan.json");
    std::fs::write(&file, plan.to_string()).unwrap();
    let round: Value = serde_json::from_str(&at(&["round", "create", "--plan", &file.display().to_string(), "--json"])).unwrap();
    let id = round["id"].as_str().unwrap();
    let run: Value = serde_json::from_str(&at(&["round", "compute", id, "--json"])).unwrap();
    assert_eq!((run["number"].as_i64(), run["status"].as_str()), (Some(1), Some("optimal")), "{run}");
    assert!(at(&["round", "list"]).contains("computed"));
    let shown: Value = serde_json::from_str(&at(&["round", "show", id, "--json"])).unwrap();
    assert_eq!(shown["pairings"].as_array().unwrap().len() as i64, run["pairs"].as_i64().unwrap());
    let words = at(&["round", "analyse", id]);
    assert!(words.contains("no set of pairings is better") && words.contains("greedy") && words.contains("Gini"), "{words}");
    assert!(at(&["round", "replay", id]).contains(run["result_hash"].as_str().unwrap()));
    let table = folder.path().join("pairings.csv");
    at(&["round", "export", id, "--output", &table.display().to_string()]);
    assert_eq!(std::fs::read_to_string(&table).unwrap().lines().count() as i64, run["pairs"].as_i64().unwrap() + 1);
    let (code, said) = bad(folder.path(), &["round", "release", id, "--as", "nobody@kembar.example"]);
    assert!(code == 1 && said.contains("no such"), "{said}");
    std::fs::write(&file, r#"{"name": "X", "kind": "sister_city", "rules": {"mots": 1}}"#).unwrap();
    let (code, said) = bad(folder.path(), &["round", "create", "--plan", &file.display().to_string()]);
    assert!(code == 2 && said.contains("rules.mots") || said.contains("mots"), "{said}");
}
