//! The files of an evaluation, as the evaluation takes them.

use crate::cli::arguments::EvaluateArguments;
use crate::cli::failure::Failure;
use crate::cli::files::{self, ReadFile};
use crate::exchange::csv_in::{AdminRank, CountryRow, PairRow, TieConfidence, UniverseRow, countries, tie_pairs, universe};
use crate::exchange::fault_report::FaultReport;
use crate::matching::evaluation::{RawTie, World, WorldCity, WorldCountry};

/// What the files hold.
pub struct Files {
    /// Cities that are ranked.
    pub cities: Vec<UniverseRow>,
    /// Their countries.
    pub countries: Vec<CountryRow>,
    /// Ties to learn from.
    pub open: Vec<RawTie>,
    /// Ties that are asked about, where there is a file of them.
    pub held_out: Option<Vec<RawTie>>,
}

impl Files {
    /// Reads all of them.
    ///
    /// # Errors
    /// A file that cannot be read, or the faults of all files.
    pub fn read(asked: &EvaluateArguments) -> Result<Files, Failure> {
        let [cities_file, countries_file, open_file] = [&asked.cities, &asked.countries, &asked.partnerships].map(|path| files::read(path));
        let (cities_file, countries_file, open_file) = (cities_file?, countries_file?, open_file?);
        let held_out_file = asked.held_out.as_deref().map(files::read).transpose()?;
        let mut faults = Vec::new();
        let cities = kept(universe(&cities_file.name, &cities_file.bytes), &mut faults);
        let countries = kept(countries(&countries_file.name, &countries_file.bytes), &mut faults);
        let mut ties = |file: &ReadFile| kept(tie_pairs(&file.name, &file.bytes), &mut faults).into_iter().map(raw_tie).collect();
        let (open, held_out) = (ties(&open_file), held_out_file.as_ref().map(ties));
        if faults.is_empty() { Ok(Files { cities, countries, open, held_out }) } else { Err(Failure::Failed(faults.join("\n"))) }
    }
}

/// The rows; or none, and the faults are noted.
fn kept<T>(read: Result<Vec<T>, FaultReport>, faults: &mut Vec<String>) -> Vec<T> {
    read.unwrap_or_else(|report| {
        faults.push(report.to_string());
        Vec::new()
    })
}

fn raw_tie(row: PairRow) -> RawTie {
    RawTie { cities: row.cities, is_doubtful: row.confidence == Some(TieConfidence::Low) }
}

/// The world of these cities and countries.
pub fn world(files: &Files) -> World {
    World::new(files.cities.iter().map(city).collect(), files.countries.iter().map(country).collect())
}

fn city(row: &UniverseRow) -> WorldCity {
    WorldCity {
        id: row.id,
        name: row.name.clone(),
        country: row.country.clone(),
        division: row.division.clone(),
        place: row.place,
        people: row.people.map(|people| people as f64),
        seat: row.rank.map_or(0, seat),
        elevation_m: row.elevation_m,
        air_destinations: row.air_destinations,
        is_described: row.is_described,
        is_asean: row.is_asean,
    }
}

fn seat(rank: AdminRank) -> u8 {
    match rank {
        AdminRank::Capital => 4,
        AdminRank::Admin1 => 3,
        AdminRank::Admin2 => 2,
        AdminRank::Admin3 => 1,
        AdminRank::Admin4 => 0,
    }
}

fn country(row: &CountryRow) -> WorldCountry {
    let primary = |language: &str| language.split('-').next().unwrap_or(language).to_owned();
    WorldCountry {
        code: row.code.clone(),
        region: row.region.clone(),
        subregion: row.subregion.clone(),
        languages: row.languages.iter().map(|language| primary(language.as_str())).collect(),
        income: row.income_group.as_deref().and_then(income),
        hdi: row.indicators.iter().find(|reading| reading.code.as_str() == "hdi").map(|reading| reading.value),
    }
}

/// The rung of a World Bank income group.
fn income(group: &str) -> Option<f64> {
    match group {
        "Low income" => Some(1.0),
        "Lower middle income" => Some(2.0),
        "Upper middle income" => Some(3.0),
        "High income" => Some(4.0),
        _ => None,
    }
}
