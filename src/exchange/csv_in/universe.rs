//! The universe of an evaluation: the world file of cities with the columns that ranking may look at, and ties as pairs of ids.
//!
//! It differs from an import in what it takes: air connections, which may not be stored, may be looked at here; of ties only who and how
//! sure. Columns that are not looked at are passed over. It must not decide which ties count.

use super::cities::{AdminRank, NAME_MAX_CHARS, geonames_id, people, place};
use super::table::{self, Cells, Keys, Layout};
use super::ties::TieConfidence;
use crate::domain::code::CountryCode;
use crate::domain::geo::Place;
use crate::exchange::fault_report::FaultReport;

/// A city that may be ranked.
#[derive(Debug, Clone, PartialEq)]
pub struct UniverseRow {
    /// Its GeoNames id.
    pub id: u64,
    /// Its name in ASCII; its name where there is no such column.
    pub name: String,
    /// Its country.
    pub country: CountryCode,
    /// The code of its first-order division.
    pub division: Option<String>,
    /// Where it lies.
    pub place: Place,
    /// People living in it.
    pub people: Option<u64>,
    /// Of which division it is the seat.
    pub rank: Option<AdminRank>,
    /// Metres above the sea.
    pub elevation_m: Option<f64>,
    /// Destinations of the airports within reach.
    pub air_destinations: Option<f64>,
    /// Whether it has a Wikidata item.
    pub is_described: bool,
    /// Whether its country is a member of ASEAN.
    pub is_asean: bool,
}

const CITIES: Layout =
    Layout { rows: "cities of the world file", required: &["id", "name", "country", "lat", "lon"], optional: &[], is_understood: |_| true };

/// Reads the world file of cities for an evaluation.
///
/// # Errors
/// Every fault of the file.
pub fn universe(file: &str, bytes: &[u8]) -> Result<Vec<UniverseRow>, FaultReport> {
    let mut ids = Keys::default();
    table::read(file, bytes, &CITIES, |cells| {
        if let Some(id) = cells.raw("id") {
            ids.check(cells, "id", id.to_owned());
        }
        city(cells)
    })
}

fn city(cells: &mut Cells<'_>) -> Option<UniverseRow> {
    cells.required("id");
    let (id, country, place) = (geonames_id(cells, "id"), cells.required_code("country"), place(cells));
    let (name, ascii_name) = (cells.required_text("name", NAME_MAX_CHARS), cells.text("ascii_name", NAME_MAX_CHARS));
    Some(UniverseRow {
        division: cells.text("admin1", NAME_MAX_CHARS),
        people: people(cells),
        rank: cells.code("admin_rank"),
        elevation_m: cells.number("elevation_m", &(-500.0..=9_000.0)),
        air_destinations: cells.number("air_destinations", &(0.0..=10_000.0)),
        is_described: cells.raw("wikidata_qid").is_some(),
        is_asean: cells.flag("is_asean") == Some(true),
        id: id?,
        name: ascii_name.or(name)?,
        country: country?,
        place: place?,
    })
}

/// A tie between two cities of the world file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PairRow {
    /// GeoNames ids.
    pub cities: [u64; 2],
    /// How surely it exists; `None` where the file does not say.
    pub confidence: Option<TieConfidence>,
}

const TIES: Layout =
    Layout { rows: "ties of the world file", required: &["city_a_id", "city_b_id"], optional: &[], is_understood: |_| true };

/// Reads ties for an evaluation.
///
/// # Errors
/// Every fault of the file. That a city is not in the universe is none: the evaluation counts it.
pub fn tie_pairs(file: &str, bytes: &[u8]) -> Result<Vec<PairRow>, FaultReport> {
    table::read(file, bytes, &TIES, |cells| {
        let [a, b] = ["city_a_id", "city_b_id"].map(|column| cells.required(column).and_then(|_| geonames_id(cells, column)));
        if a.is_some() && a == b {
            cells.fault("city_b_id", "a city cannot have a tie with itself");
        }
        let confidence = cells.code("confidence");
        Some(PairRow { cities: [a?, b?], confidence })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ranking_looks_at_is_read_and_the_rest_is_passed_over() {
        let text = "id,name,ascii_name,country,admin1,lat,lon,population,admin_rank,wikidata_qid,is_asean,air_destinations,nang_temp_c\n\
                    1,Windhoek,,NA,21,-22.5,17.1,268132,capital,Q3935,0,31,\n\
                    2,Đà Nẵng,Da Nang,VN,78,16.1,108.2,,,,1,,25.6\n";
        let rows = universe("cities.csv", text.as_bytes()).unwrap();
        let first = &rows[0];
        assert_eq!((first.country.as_str(), first.name.as_str(), first.rank), ("NA", "Windhoek", Some(AdminRank::Capital)));
        assert_eq!((first.people, first.air_destinations, first.is_described, first.is_asean), (Some(268_132), Some(31.0), true, false));
        assert_eq!((rows[1].name.as_str(), rows[1].people, rows[1].is_asean, rows[1].elevation_m), ("Da Nang", None, true, None));
    }

    #[test]
    fn faults_of_both_files_are_named_by_line_and_column() {
        let cities = universe("c.csv", b"id,name,country,lat,lon,admin_rank\n1,A,ID,91,0,king\n1,B,id,0,0,\n").unwrap_err().to_string();
        for fault in ["c.csv:2:lat: must be from -90 to 90", "c.csv:2:admin_rank: is not one of", "c.csv:3:id: stands already on line 2"] {
            assert!(cities.contains(fault), "{cities}");
        }
        let ties = tie_pairs("t.csv", b"city_a_id,city_b_id,confidence\n1,1,high\n2,,sure\n").unwrap_err().to_string();
        for fault in [
            "t.csv:2:city_b_id: a city cannot",
            "t.csv:3:city_b_id: must not be blank",
            "t.csv:3:confidence: is not one of high medium low",
        ] {
            assert!(ties.contains(fault), "{ties}");
        }
        let plain = tie_pairs("t.csv", b"city_a_id,city_b_id\n1,2\n").unwrap();
        assert_eq!(plain, [PairRow { cities: [1, 2], confidence: None }]);
    }
}
