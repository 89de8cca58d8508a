//! `kembar trio` and `kembar cohort`: a third city for a pair, and several around a theme, in the terminal.

use super::failure::Failure;
use super::{open, tables};
use crate::actions::access;
use crate::actions::error::Error;
use crate::api::explanations::Words;
use crate::api::trios::{self, CohortDto, CohortsDto, TriosDto};
use crate::app::App;
use crate::i18n::Language;
use crate::matching::clusters::Wish;
use crate::matching::{cohort, trio};
use crate::store::cities::CityRef;

/// How an answer is printed.
#[derive(Debug, clap::Args)]
pub struct Printing {
    /// The language of the sentences.
    #[arg(long, default_value = "en")]
    pub lang: String,
    /// Print what the API would answer.
    #[arg(long)]
    pub json: bool,
}

impl Printing {
    fn words<'a>(&self, app: &'a App) -> Words<'a> {
        Words { catalogues: app.catalogues(), language: Language::lookup(&self.lang) }
    }
}

/// `kembar trio`.
///
/// # Errors
/// Where the database or a city cannot be used.
pub fn trio(url: &str, cities: [&str; 2], limit: usize, how: &Printing) -> Result<(), Failure> {
    let app = open::for_command(url)?;
    let reference = |text: &str| text.parse::<CityRef>().map_err(|error| Failure::Usage(format!("{error}")));
    let (city, other) = (reference(cities[0])?, reference(cities[1])?);
    let found = app.read_here(|db| {
        let (city, other) = (access::city_id(db, &city)?, access::city_id(db, &other)?);
        Ok(trio::trios(&*app.engine(db)?, city, other, limit)?)
    })?;
    let found = trios::trios(found, how.words(&app));
    if how.json { tables::json(&found) } else { print_trios(&found) }
}

fn print_trios(found: &TriosDto) -> Result<(), Failure> {
    if found.lacks.is_empty() {
        println!("{} and {} are not known to lack anything that a third city could bring.", found.city.name, found.other.name);
    }
    for lack in &found.lacks {
        println!("{}", lack.text);
        let mut table = tables::table(&["Third city", "Brings", &found.city.name, &found.other.name]);
        tables::right(&mut table, &[1, 2, 3]);
        for third in &lack.thirds {
            let name = format!("{} ({})", third.city.name, third.city.country);
            table.add_row(vec![name, format!("{:.2}", third.brings), format!("{:.1}", third.scores[0]), format!("{:.1}", third.scores[1])]);
        }
        if lack.thirds.is_empty() { println!("  nobody is known to bring it\n") } else { println!("{table}\n") }
    }
    println!("model {} {}\ndata {}", found.model.name, found.model.hash, found.snapshot);
    Ok(())
}

/// `kembar cohort`.
///
/// # Errors
/// Where the database or the theme cannot be used.
pub fn cohort(url: &str, theme: &str, size: usize, how: &Printing) -> Result<(), Failure> {
    let app = open::for_command(url)?;
    let theme = theme.parse().map_err(|error| Failure::Usage(format!("{error}")))?;
    let peers = app.peers_here(Wish::default())?;
    let found = cohort::cohorts(&peers.engine, &peers.grouping, &theme, size).map_err(Error::from)?;
    let found = trios::cohorts(found, how.words(&app));
    if how.json { tables::json(&found) } else { print_cohorts(&found) }
}

fn print_cohorts(found: &CohortsDto) -> Result<(), Failure> {
    for (i, cohort) in found.cohorts.iter().enumerate() {
        print_cohort(i + 1, cohort);
    }
    if found.cohorts.is_empty() {
        println!("no cohort can be formed around {}", found.theme);
    }
    for left in &found.left {
        println!("left out: {} ({}): {}", left.city.name, left.city.country, left.why);
    }
    println!("\nmodel {} {}\ndata {}", found.model.name, found.model.hash, found.snapshot);
    Ok(())
}

fn print_cohort(number: usize, cohort: &CohortDto) {
    let mentors: Vec<String> = cohort.mentors.iter().map(|city| format!("{} ({})", city.name, city.country)).collect();
    println!("{number}. {} · group {}: {}", mentors.join(" and "), cohort.group, cohort.group_name);
    let mut table = tables::table(&["Learner", "Learns from", "Score"]);
    tables::right(&mut table, &[2]);
    for learner in &cohort.learners {
        let name = format!("{} ({})", learner.city.name, learner.city.country);
        table.add_row(vec![name, learner.mentor.name.clone(), format!("{:.1}", learner.score)]);
    }
    println!("{table}\nmean score {:.1}, {} countries\n", cohort.score, cohort.countries);
}
