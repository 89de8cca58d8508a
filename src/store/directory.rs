//! What the directory holds, in numbers: for its front and for the choices by which it is narrowed.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::cities::{CityFilter, filtered};
use super::connection::Db;
use super::error::StoreError;
use super::schema::{city, city_network, city_theme};

/// How many cities a filter leaves.
///
/// # Errors
/// The database's failure.
pub fn count(db: &mut Db, filter: &CityFilter) -> Result<i64, StoreError> {
    Ok(filtered(filter).count().get_result(db)?)
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
