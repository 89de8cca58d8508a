//! The one way for data to flow, read from the source itself: an arrow that points the wrong way fails here.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What each module may use. A leaf uses nothing of the crate but the domain.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("matching", &["domain"]),
    ("clock", &[]),
    ("config", &["domain"]),
    ("i18n", &["domain", "matching"]),
    ("auth", &["domain", "clock", "config"]),
    ("exchange", &["domain"]),
    ("store", &["domain"]),
    ("demo", &["domain", "exchange"]),
    ("actions", &["domain", "matching", "store", "exchange", "auth", "clock", "demo", "i18n", "config"]),
    ("app", &["domain", "matching", "store", "actions", "auth", "clock", "i18n", "config"]),
    ("jobs", &["domain", "matching", "store", "actions", "app"]),
    ("api", &["domain", "matching", "actions", "app", "auth", "i18n", "config", "exchange", "clock"]),
    ("console", &["domain", "matching", "actions", "app", "auth", "i18n", "config", "api"]),
    ("embeds", &["domain", "matching", "actions", "app", "i18n", "api", "console"]),
    (
        "cli",
        &[
            "domain", "matching", "actions", "app", "api", "console", "embeds", "auth", "i18n", "config", "exchange", "store", "demo",
            "clock", "jobs",
        ],
    ),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn module_of(path: &Path) -> String {
    let relative = path.strip_prefix(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).unwrap();
    relative.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// The faces of the service may name what the store returns, filters and records, but none of its functions.
fn takes_records_only(module: &str, line: &str) -> bool {
    let path = line.split("crate::store::").nth(1).unwrap_or_default();
    let names = path
        .split_once("::")
        .map_or("", |(_, names)| names)
        .trim_start_matches('{')
        .split([';', '}', '>', '(', ')'])
        .next()
        .unwrap_or_default();
    let is_record = |name: &str| name.trim().chars().next().is_some_and(char::is_uppercase);
    ["api", "console", "embeds", "cli"].contains(&module) && !names.is_empty() && names.split(',').all(is_record)
}

#[test]
fn nothing_points_back() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_USE.iter().copied().collect();
    let mut files = Vec::new();
    sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut files);
    let mut wrong = Vec::new();
    for file in &files {
        let module = module_of(file);
        if module == "lib" || module == "main" {
            continue;
        }
        let Some(may_use) = allowed.get(module.as_str()) else {
            wrong.push(format!("module '{module}' has no row in this test"));
            continue;
        };
        let text = std::fs::read_to_string(file).unwrap();
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            for target in line.split("crate::").skip(1) {
                let target: String = target.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let is_module = allowed.contains_key(target.as_str());
                if target == "store" && takes_records_only(&module, line) {
                    continue;
                }
                if is_module && target != module && !may_use.contains(&target.as_str()) {
                    wrong.push(format!("{}:{}: {module} uses {target}", file.display(), number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that point the wrong way:\n{}", wrong.join("\n"));
}

#[test]
fn only_the_store_speaks_sql() {
    let mut files = Vec::new();
    sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut files);
    for file in files.iter().filter(|file| !["store"].contains(&module_of(file).as_str())) {
        let text = std::fs::read_to_string(file).unwrap();
        assert!(!text.contains("diesel::"), "{} speaks SQL", file.display());
    }
}

#[test]
fn a_file_can_be_read_at_one_sitting() {
    let mut files = Vec::new();
    sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut files);
    sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests")), &mut files);
    for file in files {
        let lines = std::fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 600, "{} has {lines} lines", file.display());
    }
}
