//! One value for the whole service, under a name.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::connection::Db;
use super::error::StoreError;
use super::schema::setting;
use super::types::{Json, Time};
use crate::each;

/// The value of this name.
///
/// # Errors
/// The database's failure, or damage.
pub fn get<T: DeserializeOwned>(db: &mut Db, name: &'static str) -> Result<Option<T>, StoreError> {
    let value: Option<Json> = setting::table.filter(setting::name.eq(name)).select(setting::value).first(db).optional()?;
    value.map(|value| value.read("setting", "value", name)).transpose()
}

/// Sets a value that is not set yet, and gives the one that is in force then: with several nodes the first one wins.
///
/// # Errors
/// The database's failure, or damage.
pub fn get_or_set<T: Serialize + DeserializeOwned>(
    db: &mut Db,
    name: &'static str,
    first: &T,
    now: DateTime<Utc>,
) -> Result<T, StoreError> {
    let row = (setting::name.eq(name), setting::value.eq(Json::of(first)), setting::updated_at.eq(Time::from(now)));
    each!(db, conn => diesel::insert_into(setting::table).values(row).on_conflict_do_nothing().execute(conn))?;
    get(db, name)?.ok_or_else(|| StoreError::damaged("setting", "value", name, "vanished while it was set"))
}
