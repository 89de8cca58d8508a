//! The lists of the desk as files: the review queue as it is narrowed, and the directory of cities.
//!
//! The directory has the columns of a file of cities, so that what was written out can be corrected and read in again. Texts that a
//! spreadsheet would run as a formula are defused by the writers.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::access::Pass;
use super::error::Error;
use super::membership::{self, CityFilter};
use super::review::queue;
use super::rounds::export::Format;
use crate::domain::city::City;
use crate::domain::id::CityId;
use crate::exchange::csv_out::{self, Cell};
use crate::exchange::xlsx_out;
use crate::matching::answer::PairExplanation;
use crate::store::cities;
use crate::store::connection::Db;
use crate::store::page::PageAsk;
use crate::store::review_queue::{QueueFilter, QueueOrder};

/// Items that are fetched at a time, and the most that a file holds.
const AT_A_TIME: i64 = 200;
const MOST: usize = 20_000;

const QUEUE_HEADER: [&str; 18] = [
    "proposal",
    "first",
    "first_name",
    "first_country",
    "second",
    "second_name",
    "second_country",
    "kind",
    "theme",
    "state",
    "turn",
    "score",
    "confidence",
    "made_on",
    "days_waiting",
    "made_by",
    "recommended_by",
    "claimed_by",
];

/// The review queue as its reader has narrowed it, all pages of it.
///
/// # Errors
/// `Forbidden` for whoever has no desk; `Internal` for an explanation that cannot be read; the database's failure.
pub fn queue_file(
    db: &mut Db,
    pass: &Pass,
    asked: (QueueFilter, QueueOrder),
    now: DateTime<Utc>,
    format: Format,
) -> Result<Vec<u8>, Error> {
    let (rows, people) = queue::whole(db, pass, asked, (AT_A_TIME, MOST), now)?;
    let read = |row: &queue::Row| -> Result<Option<f64>, Error> {
        let found: Option<PairExplanation> = serde_json::from_value(row.proposal.explanation.clone())
            .map_err(|error| Error::Internal(format!("a kept explanation cannot be read: {error}")))?;
        Ok(found.and_then(|found| found.suggestion).map(|found| found.confidence))
    };
    let lines = rows.iter().map(|row| Ok((row, row.proposal.id.to_string(), row.proposal.created_at.date_naive().to_string(), read(row)?)));
    let lines = lines.collect::<Result<Vec<_>, Error>>()?;
    let person = |id| people.get(&id).map_or(Cell::Blank, |name: &String| Cell::Text(name));
    let cells = lines.iter().map(|(row, id, made_on, confidence)| {
        let (proposal, first, second) = (&row.proposal, &row.first, &row.second);
        vec![
            Cell::Text(id),
            Cell::Text(first.slug.as_str()),
            Cell::Text(&first.record.name),
            Cell::Text(first.record.country.as_str()),
            Cell::Text(second.slug.as_str()),
            Cell::Text(&second.record.name),
            Cell::Text(second.record.country.as_str()),
            Cell::Text(proposal.kind.as_str()),
            proposal.theme.as_ref().map_or(Cell::Blank, |theme| Cell::Text(theme.as_str())),
            Cell::Text(proposal.state.as_str()),
            Cell::Text(row.turn.as_str()),
            proposal.score.map_or(Cell::Blank, Cell::Number),
            confidence.map_or(Cell::Blank, Cell::Number),
            Cell::Text(made_on),
            Cell::Whole((now - proposal.created_at).num_days()),
            person(proposal.created_by),
            proposal.recommended_by.map_or(Cell::Blank, person),
            row.claim.map_or(Cell::Blank, |claim| person(claim.by)),
        ]
    });
    written("Review queue", now, (&QUEUE_HEADER, cells), format)
}

const CITY_HEADER: [&str; 27] = [
    "slug",
    "name",
    "local_name",
    "country",
    "subdivision",
    "level",
    "lat",
    "lon",
    "population",
    "population_year",
    "population_source",
    "population_from_memory",
    "languages",
    "coastal",
    "networks",
    "timezone",
    "geonames_id",
    "seat_geonames_id",
    "wikidata_id",
    "status",
    "successor",
    "successor_note",
    "successor_from_memory",
    "source",
    "from_memory",
    "sourced_fields",
    "notes",
];

/// The directory of cities as its reader has narrowed it, with the columns of a file of cities.
///
/// # Errors
/// The database's failure, or damage.
pub fn directory_file(db: &mut Db, filter: &CityFilter, now: DateTime<Utc>, format: Format) -> Result<Vec<u8>, Error> {
    let (mut found, mut ask) = (Vec::new(), PageAsk { limit: AT_A_TIME, after: None });
    loop {
        let page = membership::list(db, filter.clone(), None, &ask)?;
        found.extend(page.items.into_iter().map(|listed| listed.city));
        if page.next.is_none() || found.len() >= MOST {
            break;
        }
        ask.after = page.next;
    }
    let successors: Vec<CityId> = found.iter().filter_map(|city| city.record.successor).collect();
    let slugs: BTreeMap<CityId, String> =
        cities::by_ids(db, &successors)?.into_iter().map(|city| (city.id, city.slug.to_string())).collect();
    let lines: Vec<CityLine> = found.iter().map(|city| CityLine::of(city, &slugs)).collect();
    written("Cities", now, (&CITY_HEADER, lines.iter().map(CityLine::cells)), format)
}

/// A city with its lists as text.
struct CityLine<'a> {
    city: &'a City,
    languages: String,
    networks: String,
    sourced: String,
    successor: &'a str,
}

impl<'a> CityLine<'a> {
    fn of(city: &'a City, slugs: &'a BTreeMap<CityId, String>) -> Self {
        let record = &city.record;
        let is_sourced = |part: &str| !record.unverified.iter().any(|known| known == part);
        let networks: Vec<&str> =
            record.networks.iter().map(String::as_str).filter(|name| is_sourced(&format!("networks/{name}"))).collect();
        let mut sourced = Vec::new();
        if record.population.is_some() && is_sourced("population") {
            sourced.push("population".to_owned());
        }
        if !networks.is_empty() {
            sourced.push(format!("networks({})", networks.join(",")));
        }
        Self {
            city,
            languages: record.languages.iter().map(ToString::to_string).collect::<Vec<_>>().join(";"),
            networks: record.networks.join(";"),
            sourced: sourced.join(";"),
            successor: record.successor.and_then(|id| slugs.get(&id)).map_or("", String::as_str),
        }
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        fn text(text: Option<&str>) -> Cell<'_> {
            text.filter(|text| !text.is_empty()).map_or(Cell::Blank, Cell::Text)
        }
        let record = &self.city.record;
        let whole = |number: Option<i64>| number.map_or(Cell::Blank, Cell::Whole);
        let number = |number: Option<f64>| number.map_or(Cell::Blank, Cell::Number);
        let id = |whose: &str| text(record.external_ids.get(whose).map(String::as_str));
        let is_unverified = |part: &str| record.unverified.iter().any(|known| known == part);
        let has_successor = record.successor.is_some() || record.successor_note.is_some();
        vec![
            Cell::Text(self.city.slug.as_str()),
            Cell::Text(&record.name),
            text(record.local_name.as_deref()),
            Cell::Text(record.country.as_str()),
            text(record.subdivision.as_deref()),
            text(record.level.as_deref()),
            number(record.place.map(|place| place.lat)),
            number(record.place.map(|place| place.lon)),
            whole(record.population),
            whole(record.population_year.map(i64::from)),
            text(record.population_source.as_deref()),
            if record.population.is_some() { Cell::Flag(is_unverified("population")) } else { Cell::Blank },
            text(Some(&self.languages)),
            record.is_coastal.map_or(Cell::Blank, Cell::Flag),
            text(Some(&self.networks)),
            text(record.time_zone.as_deref()),
            id("geonames"),
            id("geonames_seat"),
            id("wikidata"),
            Cell::Text(record.status.as_str()),
            text(Some(self.successor)),
            text(record.successor_note.as_deref()),
            if has_successor { Cell::Flag(is_unverified("successor")) } else { Cell::Blank },
            text(record.source.as_deref()),
            Cell::Flag(record.from_memory),
            text(Some(&self.sourced)),
            text(record.notes.as_deref()),
        ]
    }
}

fn written<'a>(
    name: &str,
    made_at: DateTime<Utc>,
    (header, rows): (&[&str], impl Iterator<Item = Vec<Cell<'a>>>),
    format: Format,
) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    match format {
        Format::Csv => csv_out::write_list(&mut bytes, header, rows).map_err(|error| Error::Internal(error.to_string()))?,
        Format::Xlsx => {
            let sheet = xlsx_out::Sheet { name, made_at };
            bytes = xlsx_out::write_list(&sheet, header, rows).map_err(|error| Error::Internal(error.to_string()))?;
        }
    }
    Ok(bytes)
}
