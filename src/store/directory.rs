//! What the directory holds, in numbers: for its front and for the choices by which it is narrowed.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::cities::{CityFilter, filtered};
use super::connection::Db;
use super::error::StoreError;
use super::schema::{city, city_network, city_theme};
use super::types::parse;
use crate::domain::code::{CountryCode, Slug};
use crate::domain::geo::Place;

/// How many cities a filter leaves.
///
/// # Errors
/// The database's failure.
pub fn count(db: &mut Db, filter: &CityFilter) -> Result<i64, StoreError> {
    Ok(filtered(filter).count().get_result(db)?)
}

/// A city as a map shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct MappedCity {
    /// Its address.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// Its country.
    pub country: CountryCode,
    /// Where it is.
    pub place: Place,
    /// People; none when not known.
    pub population: Option<i64>,
}

type MappedRow = (String, String, String, Option<f64>, Option<f64>, Option<i64>);

/// The cities that a filter leaves and whose place is known, the largest first and those of unknown size last; at most `most`.
///
/// # Errors
/// The database's failure, or damage.
pub fn mapped(db: &mut Db, filter: &CityFilter, most: i64) -> Result<Vec<MappedCity>, StoreError> {
    let placed = filtered(filter).filter(city::lat.is_not_null().and(city::lon.is_not_null()));
    let columns = (city::slug, city::name, city::country, city::lat, city::lon, city::population);
    // The two databases do not agree on where what is not known stands in an order.
    let order = (city::population.is_null(), city::population.desc(), city::id);
    let rows: Vec<MappedRow> = placed.select(columns).order(order).limit(most).load(db)?;
    rows.into_iter().filter_map(read_mapped).collect()
}

fn read_mapped((slug, name, country, lat, lon, population): MappedRow) -> Option<Result<MappedCity, StoreError>> {
    let place = Place { lat: lat?, lon: lon? };
    let parsed = parse::<Slug>(&slug, "city", "slug", &slug).and_then(|read| Ok((read, parse(&country, "city", "country", &slug)?)));
    Some(parsed.map(|(slug, country)| MappedCity { slug, name, country, place, population }))
}

/// How many cities of each country there are, whatever their status; by ISO 3166-1 code.
///
/// # Errors
/// The database's failure.
pub fn count_by_country(db: &mut Db) -> Result<Vec<(String, i64)>, StoreError> {
    Ok(city::table.group_by(city::country).select((city::country, diesel::dsl::count_star())).order(city::country).load(db)?)
}

/// How many cities the directory finds under each theme, whatever their status.
///
/// # Errors
/// The database's failure.
pub fn count_by_theme(db: &mut Db) -> Result<BTreeMap<String, i64>, StoreError> {
    let rows: Vec<(String, i64)> =
        city_theme::table.group_by(city_theme::theme).select((city_theme::theme, diesel::dsl::count_star())).load(db)?;
    Ok(rows.into_iter().collect())
}

/// Every network that a city belongs to, by name.
///
/// # Errors
/// The database's failure.
pub fn networks(db: &mut Db) -> Result<Vec<String>, StoreError> {
    Ok(city_network::table.select(city_network::network).distinct().order(city_network::network).load(db)?)
}
