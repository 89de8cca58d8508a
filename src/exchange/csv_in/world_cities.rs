//! The world file of cities, keyed by GeoNames id, wide: its numeric columns become the cities' own indicator values.
//!
//! It must not know members: what the file does not say (languages, status, networks but for one) stays unknown.

use super::cities::{AdminRank, CityLevel, CityRow, CityStatus, NAME_MAX_CHARS, NetworkMembership, Population};
use super::cities::{geonames_id, people, place, time_zone, wikidata_id};
use super::indicator_columns::{self, OF_CITIES, ValueColumn};
use super::limits::reason_left_out;
use super::provenance::Provenance;
use super::table::{self, Cells, Keys, Layout};
use crate::domain::code::Slug;
use crate::exchange::fault_report::FaultReport;
use crate::exchange::slugs::{self, NamedPlace};

const LAYOUT: Layout = Layout {
    rows: "cities of the world file",
    required: &["id", "name", "country", "lat", "lon"],
    optional: &[
        "ascii_name",
        "admin1",
        "population",
        "timezone",
        "feature_code",
        "admin_rank",
        "wikidata_qid",
        "is_asean",
        "is_ascn",
        "elevation_m",
        "airports",
    ],
    is_understood: |column| indicator_columns::is_understood(OF_CITIES, column) || reason_left_out(column).is_some(),
};

const SOURCE: &str = "GeoNames (CC BY 4.0)";

/// A row whose slug is not yet decided, because it depends on all the others.
struct Unnamed {
    row: CityRow,
    ascii_name: String,
}

/// Reads the world file. The slugs are those of [`slugs::assign`] over the whole file.
pub(super) fn world_cities(file: &str, bytes: &[u8]) -> Result<Vec<CityRow>, FaultReport> {
    let names = table::column_names(bytes);
    let values = indicator_columns::value_columns(OF_CITIES, &names);
    let mut ids = Keys::default();
    let unnamed = table::read(file, bytes, &LAYOUT, |cells| {
        if let Some(id) = cells.raw("id") {
            ids.check(cells, "id", id.to_owned());
        }
        city(cells, &values)
    })?;
    Ok(with_slugs(unnamed))
}

fn with_slugs(unnamed: Vec<Unnamed>) -> Vec<CityRow> {
    let places: Vec<NamedPlace<'_>> = unnamed.iter().map(named).collect();
    let slugs = slugs::assign(&places, &std::collections::HashSet::new());
    unnamed.into_iter().zip(slugs).map(|(city, slug)| CityRow { slug, ..city.row }).collect()
}

fn named(city: &Unnamed) -> NamedPlace<'_> {
    let id = city.row.geonames_id.unwrap_or_default();
    NamedPlace { id, name: &city.ascii_name, country: &city.row.country, admin1: city.row.subdivision.as_deref() }
}

fn city(cells: &mut Cells<'_>, values: &[ValueColumn]) -> Option<Unnamed> {
    cells.required("id");
    let (id, name, country) = (geonames_id(cells, "id"), cells.required_text("name", NAME_MAX_CHARS), cells.required_code("country"));
    let ascii_name = cells.text("ascii_name", NAME_MAX_CHARS);
    let (place, rank) = (place(cells), cells.code::<AdminRank>("admin_rank"));
    cells.flag("is_asean");
    let row = CityRow {
        line: cells.line,
        local_name: None,
        subdivision: cells.text("admin1", NAME_MAX_CHARS),
        level: (rank == Some(AdminRank::Capital)).then_some(CityLevel::Capital),
        admin_rank: rank,
        population: people(cells).map(|people| Population { people, year: None, provenance: Provenance::sourced(SOURCE) }),
        languages: Vec::new(),
        coastal: None,
        networks: ascn(cells),
        time_zone: time_zone(cells),
        seat_geonames_id: None,
        wikidata_id: wikidata_id(cells, "wikidata_qid"),
        status: CityStatus::Active,
        successor: None,
        notes: None,
        provenance: Provenance::sourced(SOURCE),
        indicators: indicator_columns::readings(cells, values),
        slug: provisional_slug(cells.line)?,
        name: name?,
        country: country?,
        place: place?,
        geonames_id: Some(id?),
    };
    let ascii_name = ascii_name.unwrap_or_else(|| row.name.clone());
    Some(Unnamed { row, ascii_name })
}

/// Stands in until all rows are known.
fn provisional_slug(line: u64) -> Option<Slug> {
    format!("line-{line}").parse().ok()
}

fn ascn(cells: &mut Cells<'_>) -> Vec<NetworkMembership> {
    let is_member = cells.flag("is_ascn") == Some(true);
    is_member.then(|| NetworkMembership { network: "ASCN".to_owned(), from_memory: false }).into_iter().collect()
}
