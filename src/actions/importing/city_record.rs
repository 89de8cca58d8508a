//! What a row of a file of cities makes of a city's record.
//!
//! A row replaces what it states and leaves alone what it leaves blank. The world file describes places and not members: of a city that has
//! another source it only fills in what is not known.

use super::city_match::Dialect;
use crate::domain::city::{CityRecord, CityStatus};
use crate::domain::id::CityId;
use crate::exchange::csv_in::{CityRow, Population};

/// The part of a record that a network is, among what is unverified.
const NETWORK: &str = "networks/";
const POPULATION: &str = "population";
const SUCCESSOR: &str = "successor";

/// The record of a new city.
pub(super) fn new_record(row: &CityRow, successor: Option<CityId>) -> CityRecord {
    let blank = CityRecord {
        name: row.name.clone(),
        local_name: None,
        country: row.country.clone(),
        subdivision: None,
        place: None,
        population: None,
        population_year: None,
        population_source: None,
        level: None,
        languages: Vec::new(),
        time_zone: None,
        is_coastal: None,
        elevation_m: None,
        networks: Vec::new(),
        external_ids: std::collections::BTreeMap::new(),
        status: row.status,
        successor,
        successor_note: row.successor.as_ref().and_then(|successor| successor.note.clone()),
        contact: None,
        notes: None,
        source: None,
        from_memory: false,
        unverified: Vec::new(),
    };
    replaced(&blank, row, successor)
}

/// The record of a city that is here already.
pub(super) fn merged(old: &CityRecord, row: &CityRow, dialect: Dialect, successor: Option<CityId>) -> CityRecord {
    let is_same_source = old.source.as_ref() == Some(&row.provenance.source);
    match dialect {
        Dialect::World if !is_same_source => filled_in(old, row),
        Dialect::World | Dialect::Members => replaced(old, row, successor),
    }
}

/// What the row states, and of the rest what was known.
fn replaced(old: &CityRecord, row: &CityRow, successor: Option<CityId>) -> CityRecord {
    let mut new = CityRecord {
        name: row.name.clone(),
        country: row.country.clone(),
        local_name: row.local_name.clone().or_else(|| old.local_name.clone()),
        subdivision: row.subdivision.clone().or_else(|| old.subdivision.clone()),
        place: Some(row.place),
        level: row.level.map(|level| level.to_string()).or_else(|| old.level.clone()),
        time_zone: row.time_zone.map(|zone| zone.to_string()).or_else(|| old.time_zone.clone()),
        is_coastal: row.coastal.or(old.is_coastal),
        elevation_m: row.elevation_m().or(old.elevation_m),
        notes: row.notes.clone().or_else(|| old.notes.clone()),
        source: Some(row.provenance.source.clone()),
        from_memory: row.provenance.from_memory,
        ..old.clone()
    };
    if !row.languages.is_empty() {
        new.languages.clone_from(&row.languages);
    }
    if let Some(population) = &row.population {
        set_population(&mut new, population);
    }
    set_networks(&mut new, row);
    set_ids(&mut new, row, true);
    set_status(&mut new, row, successor);
    new.unverified.sort();
    new
}

/// What was known, and what the row adds.
fn filled_in(old: &CityRecord, row: &CityRow) -> CityRecord {
    let mut new = CityRecord {
        subdivision: old.subdivision.clone().or_else(|| row.subdivision.clone()),
        place: old.place.or(Some(row.place)),
        level: old.level.clone().or_else(|| row.level.map(|level| level.to_string())),
        time_zone: old.time_zone.clone().or_else(|| row.time_zone.map(|zone| zone.to_string())),
        elevation_m: old.elevation_m.or(row.elevation_m()),
        ..old.clone()
    };
    if let (None, Some(population)) = (old.population, &row.population) {
        set_population(&mut new, population);
        new.population_source = Some(population.provenance.source.clone());
    }
    for network in &row.networks {
        if !new.networks.contains(&network.network) {
            new.networks.push(network.network.clone());
        }
    }
    set_ids(&mut new, row, false);
    new
}

/// Whether a part of the record rests on background knowledge.
fn mark(record: &mut CityRecord, part: &str, is_from_memory: bool) {
    record.unverified.retain(|known| known != part);
    if is_from_memory {
        record.unverified.push(part.to_owned());
    }
}

fn set_population(record: &mut CityRecord, population: &Population) {
    record.population = i64::try_from(population.people).ok();
    record.population_year = population.year.map(i32::from);
    let source = &population.provenance.source;
    record.population_source = (record.source.as_ref() != Some(source)).then(|| source.clone());
    mark(record, POPULATION, population.provenance.from_memory);
}

fn set_networks(record: &mut CityRecord, row: &CityRow) {
    if row.networks.is_empty() {
        return;
    }
    record.unverified.retain(|part| !part.starts_with(NETWORK));
    record.networks = row.networks.iter().map(|membership| membership.network.clone()).collect();
    for membership in row.networks.iter().filter(|membership| membership.from_memory) {
        record.unverified.push(format!("{NETWORK}{}", membership.network));
    }
}

fn set_ids(record: &mut CityRecord, row: &CityRow, may_replace: bool) {
    let ids = [
        ("geonames", row.geonames_id.map(|id| id.to_string())),
        ("geonames_seat", row.seat_geonames_id.map(|id| id.to_string())),
        ("wikidata", row.wikidata_id.clone()),
    ];
    for (whose, id) in ids {
        let Some(id) = id else { continue };
        if may_replace || !record.external_ids.contains_key(whose) {
            record.external_ids.insert(whose.to_owned(), id);
        }
    }
}

/// A file can end a city and cannot revive one: a blank status would do it by mistake.
fn set_status(record: &mut CityRecord, row: &CityRow, successor: Option<CityId>) {
    if row.status != CityStatus::Dissolved {
        if row.status == CityStatus::Suspended && record.status == CityStatus::Active {
            record.status = CityStatus::Suspended;
        }
        return;
    }
    record.status = CityStatus::Dissolved;
    if let Some(stated) = &row.successor {
        record.successor = successor;
        record.successor_note.clone_from(&stated.note);
        mark(record, SUCCESSOR, stated.from_memory);
    }
}
