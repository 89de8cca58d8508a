//! The program itself, as an operator calls it: what it prints, what it writes and how it ends.

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
