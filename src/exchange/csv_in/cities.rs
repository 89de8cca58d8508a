//! Cities. Two dialects: the profile file of member local governments, keyed by a slug, and the world file, keyed by a GeoNames id
//! ([`world_cities`](super::world_cities)).
//!
//! It must not know whether a successor exists: the import holds slugs against the cities.

use chrono_tz::Tz;

use super::indicators::IndicatorReading;
use super::provenance::{Provenance, provenance};
use super::table::{self, Cells, Keys, Layout, no_other};
use super::world_cities;
pub use crate::domain::city::CityStatus;
use crate::domain::code::{CountryCode, LanguageCode, Slug};
use crate::domain::geo::Place;
use crate::exchange::fault_report::FaultReport;
use crate::text_enum;

text_enum! {
    /// What sort of local government a city is.
    CityLevel {
        /// A capital.
        Capital = "capital",
        /// A city with its own government.
        City = "city",
        /// A municipality or town.
        Municipality = "municipality",
        /// A province.
        Province = "province",
        /// A regency.
        Regency = "regency",
        /// A region with a status of its own, such as Jakarta.
        SpecialRegion = "special region",
    }
}

text_enum! {
    /// Of which division a place is the seat, in GeoNames.
    AdminRank {
        /// Of the country.
        Capital = "capital",
        /// Of a first-order division.
        Admin1 = "admin1",
        /// Of a second-order division.
        Admin2 = "admin2",
        /// Of a third-order division.
        Admin3 = "admin3",
        /// Of a fourth-order division.
        Admin4 = "admin4",
    }
}

/// How many people live in a city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Population {
    /// The number of people.
    pub people: u64,
    /// The year of the count; `None` where the source does not say.
    pub year: Option<u16>,
    /// Where the number comes from.
    pub provenance: Provenance,
}

/// A network of cities that a city belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkMembership {
    /// The short name of the network, such as `ASCN`.
    pub network: String,
    /// Whether no source was found for it.
    pub from_memory: bool,
}

/// What came after a dissolved local government.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Successor {
    /// The city that took over, where it is itself in the directory.
    pub slug: Option<Slug>,
    /// What became of it, in words.
    pub note: Option<String>,
    /// Whether no source says so.
    pub from_memory: bool,
}

/// One row of a file of cities. What is not known is `None` or empty.
#[derive(Debug, Clone, PartialEq)]
pub struct CityRow {
    /// The line the row stands on.
    pub line: u64,
    /// The city's readable address; made from its name where the file has none.
    pub slug: Slug,
    /// Its name in English.
    pub name: String,
    /// Its name in its own language and script.
    pub local_name: Option<String>,
    /// Its country.
    pub country: CountryCode,
    /// The code of its first-order division, as the source has it.
    pub subdivision: Option<String>,
    /// What sort of local government it is; the world file does not say but for capitals.
    pub level: Option<CityLevel>,
    /// Of which division it is the seat; in the world file only.
    pub admin_rank: Option<AdminRank>,
    /// Where it lies.
    pub place: Place,
    /// How many people live in it.
    pub population: Option<Population>,
    /// Its languages, the most used one first.
    pub languages: Vec<LanguageCode>,
    /// Whether it lies at the sea.
    pub coastal: Option<bool>,
    /// The networks it belongs to.
    pub networks: Vec<NetworkMembership>,
    /// Its IANA time zone.
    pub time_zone: Option<Tz>,
    /// The GeoNames id of the same place.
    pub geonames_id: Option<u64>,
    /// The GeoNames id of the town it is governed from, where the local government is larger than the town (a regency, a province).
    pub seat_geonames_id: Option<u64>,
    /// Its Wikidata item, such as `Q11462`.
    pub wikidata_id: Option<String>,
    /// Whether it still stands.
    pub status: CityStatus,
    /// What came after it, where it is dissolved.
    pub successor: Option<Successor>,
    /// Caveats about the row.
    pub notes: Option<String>,
    /// Where the name, the place, the level and the languages come from.
    pub provenance: Provenance,
    /// The numbers that the row carries beside the population.
    pub indicators: Vec<IndicatorReading>,
}

impl CityRow {
    /// The height above the sea in metres, where the file has it.
    pub fn elevation_m(&self) -> Option<f64> {
        self.indicators.iter().find(|reading| reading.code.as_str() == "elevation_m").map(|reading| reading.value)
    }
}

pub(super) const LAYOUT: Layout = Layout {
    rows: "cities",
    required: &["slug", "name", "country", "lat", "lon", "source", "from_memory"],
    optional: &[
        "local_name",
        "subdivision",
        "level",
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
        "sourced_fields",
        "notes",
    ],
    is_understood: no_other,
};

/// The longest name, in characters.
pub(super) const NAME_MAX_CHARS: usize = 200;
/// The longest note, in characters.
pub(super) const NOTE_MAX_CHARS: usize = 2_000;
/// More people than any city can have.
const PEOPLE_MAX: u64 = 100_000_000;

/// Whether a file of cities is the world file, which describes places and knows of no membership.
pub fn is_world_file(bytes: &[u8]) -> bool {
    let columns = table::column_names(bytes);
    let has = |name: &str| columns.iter().any(|column| column == name);
    has("id") && !has("slug")
}

/// Reads a file of cities in either dialect: with a column `slug` it is a profile file, else the world file.
///
/// # Errors
/// Every fault of the file.
pub fn cities(file: &str, bytes: &[u8]) -> Result<Vec<CityRow>, FaultReport> {
    if is_world_file(bytes) {
        return world_cities::world_cities(file, bytes);
    }
    let (mut slugs, mut places) = (Keys::default(), Keys::default());
    table::read(file, bytes, &LAYOUT, |cells| {
        let slug = cells.required_code::<Slug>("slug");
        if let Some(slug) = &slug {
            slugs.check(cells, "slug", slug.to_string());
        }
        if let Some(id) = cells.raw("geonames_id") {
            places.check(cells, "geonames_id", id.to_owned());
        }
        member(cells, slug)
    })
}

/// Every field is asked for before the first `?` gives up on the row, so that all its faults are named.
fn member(cells: &mut Cells<'_>, slug: Option<Slug>) -> Option<CityRow> {
    let (name, country, place) = (cells.required_text("name", NAME_MAX_CHARS), cells.required_code("country"), place(cells));
    let provenance = provenance(cells);
    let sourced = sourced_fields(cells);
    let status = cells.code("status").unwrap_or(CityStatus::Active);
    Some(CityRow {
        line: cells.line,
        local_name: cells.text("local_name", NAME_MAX_CHARS),
        subdivision: cells.text("subdivision", NAME_MAX_CHARS),
        level: cells.code("level"),
        admin_rank: None,
        population: population(cells, &sourced, provenance.as_ref()),
        languages: cells.codes("languages", ';'),
        coastal: cells.flag("coastal"),
        networks: networks(cells, &sourced, provenance.as_ref()),
        time_zone: time_zone(cells),
        geonames_id: geonames_id(cells, "geonames_id"),
        seat_geonames_id: geonames_id(cells, "seat_geonames_id"),
        wikidata_id: wikidata_id(cells, "wikidata_id"),
        status,
        successor: successor(cells, status, slug.as_ref()),
        notes: cells.text("notes", NOTE_MAX_CHARS),
        indicators: Vec::new(),
        slug: slug?,
        name: name?,
        country: country?,
        place: place?,
        provenance: provenance?,
    })
}

/// The place in the columns `lat` and `lon`.
pub(super) fn place(cells: &mut Cells<'_>) -> Option<Place> {
    let lat = cells.required_number("lat", &(-90.0..=90.0));
    let lon = cells.required_number("lon", &(-180.0..=180.0));
    Some(Place { lat: lat?, lon: lon? })
}

/// The number of people in the column `population`.
pub(super) fn people(cells: &mut Cells<'_>) -> Option<u64> {
    cells.whole("population", 0..=PEOPLE_MAX)
}

/// The IANA time zone in the column `timezone`.
pub(super) fn time_zone(cells: &mut Cells<'_>) -> Option<Tz> {
    let text = cells.raw("timezone")?;
    let zone = text.parse().ok();
    if zone.is_none() {
        cells.fault("timezone", "is not an IANA time zone, such as Asia/Jakarta");
    }
    zone
}

/// A GeoNames id.
pub(super) fn geonames_id(cells: &mut Cells<'_>, column: &str) -> Option<u64> {
    cells.whole(column, 1..=1_000_000_000)
}

/// A Wikidata item.
pub(super) fn wikidata_id(cells: &mut Cells<'_>, column: &str) -> Option<String> {
    let text = cells.raw(column)?;
    let digits = text.strip_prefix('Q').unwrap_or_default();
    let is_item = (1..=12).contains(&digits.len()) && !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_item {
        cells.fault(column, "is not a Wikidata item, such as Q11462");
    }
    is_item.then(|| text.to_owned())
}

/// Which fields of a row a source backs, where the row as a whole is from memory.
#[derive(Default)]
struct SourcedFields<'r> {
    population: bool,
    networks: Vec<&'r str>,
}

/// Reads `population;networks(ASCN,MGMAC)`.
fn sourced_fields<'r>(cells: &mut Cells<'r>) -> SourcedFields<'r> {
    let mut sourced = SourcedFields::default();
    for part in cells.list("sourced_fields", ';') {
        let listed = part.strip_prefix("networks(").and_then(|rest| rest.strip_suffix(')'));
        match listed {
            Some(listed) => sourced.networks.extend(listed.split(',').map(str::trim)),
            None if part == "population" => sourced.population = true,
            None => cells.fault("sourced_fields", format!("'{part}' is not one of population, networks(NAME,NAME)")),
        }
    }
    sourced
}

fn population(cells: &mut Cells<'_>, sourced: &SourcedFields<'_>, row: Option<&Provenance>) -> Option<Population> {
    let (people, year) = (people(cells), cells.year("population_year"));
    let source = cells.text("population_source", NOTE_MAX_CHARS);
    let is_from_memory = cells.flag("population_from_memory");
    if year.is_some() && cells.raw("population").is_none() {
        cells.fault("population_year", "a year stands here without a population");
    }
    let row = row?;
    let from_memory = is_from_memory.unwrap_or(row.from_memory && !sourced.population);
    Some(Population { people: people?, year, provenance: Provenance { source: source.unwrap_or_else(|| row.source.clone()), from_memory } })
}

/// A file with a column `sourced_fields` says of every network whether a source names it; else the row as a whole does.
fn networks(cells: &mut Cells<'_>, sourced: &SourcedFields<'_>, row: Option<&Provenance>) -> Vec<NetworkMembership> {
    let names = cells.list("networks", ';');
    for unlisted in sourced.networks.iter().filter(|network| !names.contains(network)) {
        cells.fault("sourced_fields", format!("'{unlisted}' is not among the networks of this row"));
    }
    for long in names.iter().filter(|name| name.chars().count() > NAME_MAX_CHARS) {
        cells.fault("networks", format!("'{long}' is longer than {NAME_MAX_CHARS} characters"));
    }
    let is_row_from_memory = row.is_none_or(|row| row.from_memory);
    let is_by_field = cells.has_column("sourced_fields");
    let from_memory = |name: &str| if is_by_field { !sourced.networks.contains(&name) } else { is_row_from_memory };
    names.into_iter().map(|name| NetworkMembership { network: name.to_owned(), from_memory: from_memory(name) }).collect()
}

/// A dissolved city must say what came after it; one that stands must not. Without a word on it, the successor is from memory.
fn successor(cells: &mut Cells<'_>, status: CityStatus, of: Option<&Slug>) -> Option<Successor> {
    let slug = cells.code::<Slug>("successor");
    let note = cells.text("successor_note", NOTE_MAX_CHARS);
    let from_memory = cells.flag("successor_from_memory").unwrap_or(true);
    let is_named = cells.raw("successor").is_some() || cells.raw("successor_note").is_some();
    match (status, is_named) {
        (CityStatus::Dissolved, false) => cells.fault("successor", "a dissolved city must name its successor here or in successor_note"),
        (CityStatus::Active | CityStatus::Suspended, true) => cells.fault("successor", "only a dissolved city has a successor"),
        (CityStatus::Dissolved, true) | (CityStatus::Active | CityStatus::Suspended, false) => {}
    }
    if slug.is_some() && slug.as_ref() == of {
        cells.fault("successor", "a city cannot succeed itself");
    }
    is_named.then_some(Successor { slug, note, from_memory })
}
