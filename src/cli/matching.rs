//! `kembar suggest` and `kembar explain`: what the API answers, in the terminal.

use comfy_table::Table;

use super::arguments::QuestionArguments;
use super::failure::Failure;
use super::{open, tables};
use crate::actions::access;
use crate::actions::matching::suggest::{self, Question};
use crate::api::explanations::{self, PairDto, SuggestionDto, SuggestionsDto, Words};
use crate::app::App;
use crate::i18n::Language;
use crate::store::cities::CityRef;

/// `kembar suggest`.
///
/// # Errors
/// Where the database, the city or the question cannot be used.
pub fn suggest(url: &str, city: &str, asked: &QuestionArguments, limit: usize) -> Result<(), Failure> {
    let app = open::for_command(url)?;
    let (city, question) = (reference(city)?, question(asked, limit)?);
    let found = app.read_here(|db| {
        let city = access::city_id(db, &city)?;
        suggest::suggestions(&*app.engine(db)?, city, &question)
    })?;
    let found = explanations::suggestions(found, words(&app, asked));
    if asked.json { tables::json(&found) } else { print_suggestions(&found) }
}

/// `kembar explain`.
///
/// # Errors
/// As [`suggest`].
pub fn explain(url: &str, (city, other): (&str, &str), asked: &QuestionArguments) -> Result<(), Failure> {
    let app = open::for_command(url)?;
    let (city, other, question) = (reference(city)?, reference(other)?, question(asked, 10)?);
    let found = app.read_here(|db| {
        let (city, other) = (access::city_id(db, &city)?, access::city_id(db, &other)?);
        suggest::explanation(&*app.engine(db)?, city, other, &question)
    })?;
    let found = explanations::pair(found, words(&app, asked));
    if asked.json { tables::json(&found) } else { print_pair(&found) }
}

fn reference(text: &str) -> Result<CityRef, Failure> {
    text.parse().map_err(|error| Failure::Usage(format!("{error}")))
}

fn question(asked: &QuestionArguments, limit: usize) -> Result<Question, Failure> {
    let theme = asked.theme.as_deref().map(str::parse).transpose().map_err(|error| Failure::Usage(format!("--theme: {error}")))?;
    Ok(Question { kind: asked.kind, theme, limit })
}

fn words<'a>(app: &'a App, asked: &QuestionArguments) -> Words<'a> {
    let catalogues = app.catalogues();
    Words { catalogues, language: Language::lookup(&asked.lang) }
}

fn print_suggestions(found: &SuggestionsDto) -> Result<(), Failure> {
    let about = found.theme.as_deref().map(|theme| format!(" · {theme}")).unwrap_or_default();
    println!("{} ({}) · {}{about}", found.city.name, found.city.country, found.kind);
    println!("model {} · compared with {} cities\n", found.model.name, found.candidates);
    let mut table = tables::table(&["", "City", "Score", "Range", "Known", "Stays", "For", "Against"]);
    tables::right(&mut table, &[0, 2, 3, 4, 5]);
    for item in &found.items {
        add_row(&mut table, item);
    }
    println!("{table}");
    for excluded in &found.excluded {
        println!("left out: {} by the rule {}", excluded.count, excluded.rule);
    }
    Ok(())
}

fn add_row(table: &mut Table, item: &SuggestionDto) {
    let first = |lines: &[String]| lines.first().cloned().unwrap_or_else(|| "—".to_owned());
    table.add_row(vec![
        item.rank.to_string(),
        format!("{} ({}){}", item.city.name, item.city.country, if item.symbolic { " · symbolic" } else { "" }),
        format!("{:.1}", item.score),
        format!("{:.0}–{:.0}", item.bounds[0], item.bounds[1]),
        percent(item.confidence),
        percent(item.survival),
        first(&item.reasons),
        first(&item.against),
    ]);
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

fn print_pair(found: &PairDto) -> Result<(), Failure> {
    println!("{} ({}) and {} ({}) · {}", found.city.name, found.city.country, found.other.name, found.other.country, found.kind);
    for hit in &found.why_not {
        println!("not suggested: {}", hit.text);
    }
    let Some(item) = &found.suggestion else { return Ok(()) };
    println!("\n{}\n", item.text);
    println!(
        "score {:.2} (between {:.1} and {:.1}) · rank {} · stands at rank {} for the other · {} known · stays in the list in {} of the perturbed runs",
        item.score,
        item.bounds[0],
        item.bounds[1],
        item.rank,
        item.reverse_rank,
        percent(item.confidence),
        percent(item.survival)
    );
    let mut table = tables::table(&["Factor", "Value", "Weight", "Points", "Known"]);
    tables::right(&mut table, &[1, 2, 3, 4]);
    for factor in &item.factors {
        let points = format!("{:.2}", factor.contribution);
        table.add_row(vec![
            factor.name.clone(),
            format!("{:.3}", factor.value),
            format!("{:.2}", factor.weight),
            points,
            percent(factor.coverage),
        ]);
    }
    println!("{table}");
    for (heading, lines) in [("For", &item.reasons), ("Against", &item.against)] {
        println!("{heading}");
        for line in lines {
            println!("  · {line}");
        }
    }
    print_open_ends(item);
    println!("\nmodel {} {}\ndata {}", found.model.name, found.model.hash, found.snapshot);
    Ok(())
}

fn print_open_ends(item: &SuggestionDto) {
    if !item.missing.is_empty() {
        println!("Not known");
    }
    for missing in &item.missing {
        println!("  · {} (could move the score by {:.1})", missing.what, missing.points);
    }
    if !item.counterfactuals.is_empty() {
        println!("What would have changed it");
    }
    for change in &item.counterfactuals {
        println!("  · {} → rank {} ({:.1} points)", change.change, change.rank, change.score);
    }
}
