//! `kembar cluster`: peer groups in the terminal.

use super::failure::Failure;
use super::{open, tables};
use crate::actions::access;
use crate::api::clusters::{self, AssignmentDto, ClustersDto, GroupDto};
use crate::api::explanations::Words;
use crate::i18n::Language;
use crate::matching::clusters::Wish;
use crate::store::cities::CityRef;

/// Cities of a group that are named in the table.
const NAMED: usize = 6;

/// What `kembar cluster` was asked for.
pub struct ClusterOrder {
    /// So many groups.
    pub groups: Option<u16>,
    /// A city whose place is wanted.
    pub city: Option<String>,
    /// The language of the words.
    pub lang: String,
    /// As JSON.
    pub json: bool,
}

/// `kembar cluster`.
///
/// # Errors
/// Where the database or the city cannot be used, or so many groups cannot be made.
pub fn cluster(url: &str, order: &ClusterOrder) -> Result<(), Failure> {
    let app = open::for_command(url)?;
    let city: Option<CityRef> =
        order.city.as_deref().map(str::parse).transpose().map_err(|error| Failure::Usage(format!("--city: {error}")))?;
    let words = Words { catalogues: app.catalogues(), language: Language::lookup(&order.lang) };
    let peers = app.peers_here(Wish { groups: order.groups.map(usize::from) })?;
    let Some(city) = city else {
        let found = clusters::clusters(&peers, words);
        return if order.json { tables::json(&found) } else { print_groups(&found) };
    };
    let assigned = app.read_here(|db| {
        let (id, engine) = (access::city_id(db, &city)?, app.engine(db)?);
        let facts = engine.city(id).ok_or(crate::actions::error::Error::NotFound("city"))?;
        Ok(clusters::assignment(peers.grouping.assign(&engine, facts), words))
    })?;
    if order.json { tables::json(&assigned) } else { print_assignment(&assigned) }
}

fn print_assignment(found: &AssignmentDto) -> Result<(), Failure> {
    println!("{}", found.text);
    Ok(())
}

fn print_groups(found: &ClustersDto) -> Result<(), Failure> {
    println!("{}\n", found.why);
    let mut table = tables::table(&["", "Group", "Cities", "Stays", "Apart", "Known", "Its most typical cities"]);
    tables::right(&mut table, &[0, 2, 3, 4, 5]);
    for group in &found.groups {
        table.add_row(vec![
            group.number.to_string(),
            group.name.clone(),
            group.size.to_string(),
            format!("{:.2}{}", group.stability, if group.dissolved { " · no group" } else { "" }),
            group.silhouette.map_or_else(|| "—".to_owned(), |silhouette| format!("{silhouette:.2}")),
            percent(group.known),
            typical(group),
        ]);
    }
    println!("{table}");
    for group in &found.groups {
        print_group(group);
    }
    print_candidates(found);
    if !found.ungrouped.is_empty() {
        let names: Vec<&str> = found.ungrouped.iter().map(|city| city.name.as_str()).collect();
        println!("\nwithout a group: {}", names.join(", "));
    }
    println!("\nmodel {} {}\ndata {}\nseed {}", found.model.name, found.model.hash, found.snapshot, found.seed);
    Ok(())
}

fn typical(group: &GroupDto) -> String {
    let names: Vec<&str> = group.members.iter().take(NAMED).map(|member| member.city.name.as_str()).collect();
    if names.is_empty() { format!("around {}", group.medoid.name) } else { names.join(", ") }
}

fn print_group(group: &GroupDto) {
    println!("\n{}. {}", group.number, group.name);
    for difference in &group.sets_apart {
        println!("  {:+.1} {}", difference.standardised, difference.text);
    }
    let countries: Vec<String> = group.countries.iter().map(|share| format!("{} {}", share.country, share.cities)).collect();
    println!("  {}", countries.join(", "));
    for note in &group.notes {
        println!("  ! {note}");
    }
}

fn print_candidates(found: &ClustersDto) {
    println!("\nTried ({} resamples)", found.resamples);
    let mut table = tables::table(&["Groups", "Silhouette", "Rand", "In groups that hold", "Smallest"]);
    tables::right(&mut table, &[0, 1, 2, 3, 4]);
    for tried in &found.candidates {
        table.add_row(vec![
            tried.groups.to_string(),
            format!("{:.3} ± {:.3}", tried.silhouette, tried.silhouette_error),
            format!("{:.2}", tried.rand),
            percent(tried.held),
            tried.smallest.to_string(),
        ]);
    }
    println!("{table}");
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}
