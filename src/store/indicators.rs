//! Values of indicators, of cities and of countries. A corrected value stays in the history, no longer current.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::cities::{MANY, ids};
use super::connection::Db;
use super::error::StoreError;
use super::schema::{indicator_target, indicator_value};
use super::types::{Id, Time, parse};
use crate::domain::code::{CountryCode, IndicatorCode};
use crate::domain::id::{CityId, IndicatorValueId, UserId};
use crate::each;

/// Rows that one statement inserts.
const BATCH: usize = 1_000;

/// Whose value it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A city's own.
    City(CityId),
    /// A country's, which stands in for its cities' where they have none.
    Country(CountryCode),
}

/// One value.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorValue {
    /// Its id.
    pub id: IndicatorValueId,
    /// Whose it is.
    pub subject: Subject,
    /// The indicator.
    pub code: IndicatorCode,
    /// The year that it speaks of.
    pub year: Option<i32>,
    /// The value, in the indicator's unit.
    pub value: f64,
    /// A unit that the source states.
    pub unit: Option<String>,
    /// Where it is written.
    pub source: Option<String>,
    /// Whether it rests on background knowledge.
    pub from_memory: bool,
    /// Whether it is the one that counts for its year.
    pub is_current: bool,
    /// Who entered it; absent for an import.
    pub entered_by: Option<UserId>,
    /// When.
    pub entered_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = indicator_value, treat_none_as_default_value = false)]
struct Row {
    id: Id,
    city_id: Option<Id>,
    country: Option<String>,
    code: String,
    year: Option<i32>,
    value: f64,
    unit: Option<String>,
    source: Option<String>,
    from_memory: bool,
    is_current: bool,
    entered_by: Option<Id>,
    entered_at: Time,
}

impl Row {
    fn of(value: &IndicatorValue) -> Self {
        let (city_id, country) = match &value.subject {
            Subject::City(city) => (Some(Id::from(*city)), None),
            Subject::Country(country) => (None, Some(country.to_string())),
        };
        Row {
            id: value.id.into(),
            city_id,
            country,
            code: value.code.to_string(),
            year: value.year,
            value: value.value,
            unit: value.unit.clone(),
            source: value.source.clone(),
            from_memory: value.from_memory,
            is_current: value.is_current,
            entered_by: value.entered_by.map(Id::from),
            entered_at: value.entered_at.into(),
        }
    }
}

impl TryFrom<Row> for IndicatorValue {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        let id = row.id.0;
        let subject = match (row.city_id, row.country) {
            (Some(city), None) => Subject::City(city.into()),
            (None, Some(country)) => Subject::Country(parse(&country, "indicator_value", "country", id)?),
            _ => return Err(StoreError::damaged("indicator_value", "city_id", id, "must belong to a city or to a country")),
        };
        Ok(IndicatorValue {
            id: row.id.into(),
            subject,
            code: parse(&row.code, "indicator_value", "code", id)?,
            year: row.year,
            value: row.value,
            unit: row.unit,
            source: row.source,
            from_memory: row.from_memory,
            is_current: row.is_current,
            entered_by: row.entered_by.map(UserId::from),
            entered_at: row.entered_at.get(),
        })
    }
}

fn collect(rows: Vec<Row>) -> Result<Vec<IndicatorValue>, StoreError> {
    rows.into_iter().map(IndicatorValue::try_from).collect()
}

/// Current values of these cities, or of all; by city, code and year.
///
/// # Errors
/// The database's failure, or damage.
pub fn of_cities(db: &mut Db, cities: Option<&[CityId]>) -> Result<Vec<IndicatorValue>, StoreError> {
    let mut query = indicator_value::table.select(Row::as_select()).filter(indicator_value::is_current.eq(true)).into_boxed();
    query = match cities {
        Some(cities) => query.filter(indicator_value::city_id.eq_any(ids(cities).into_iter().map(Some).collect::<Vec<_>>())),
        None => query.filter(indicator_value::city_id.is_not_null()),
    };
    collect(query.order((indicator_value::city_id, indicator_value::code, indicator_value::year, indicator_value::id)).load(db)?)
}

/// Current values of all countries, by country, code and year.
///
/// # Errors
/// The database's failure, or damage.
pub fn of_countries(db: &mut Db) -> Result<Vec<IndicatorValue>, StoreError> {
    collect(
        indicator_value::table
            .select(Row::as_select())
            .filter(indicator_value::country.is_not_null())
            .filter(indicator_value::is_current.eq(true))
            .order((indicator_value::country, indicator_value::code, indicator_value::year, indicator_value::id))
            .load(db)?,
    )
}

/// Current values of one country, by code and year.
///
/// # Errors
/// The database's failure, or damage.
pub fn of_country(db: &mut Db, country: &CountryCode) -> Result<Vec<IndicatorValue>, StoreError> {
    collect(
        indicator_value::table
            .select(Row::as_select())
            .filter(indicator_value::country.eq(country.to_string()))
            .filter(indicator_value::is_current.eq(true))
            .order((indicator_value::code, indicator_value::year, indicator_value::id))
            .load(db)?,
    )
}

/// Every value that a city ever had of an indicator, newest entry first.
///
/// # Errors
/// The database's failure, or damage.
pub fn history(db: &mut Db, city: CityId, code: &IndicatorCode) -> Result<Vec<IndicatorValue>, StoreError> {
    collect(
        indicator_value::table
            .select(Row::as_select())
            .filter(indicator_value::city_id.eq(Some(Id::from(city))))
            .filter(indicator_value::code.eq(code.as_str()))
            .order((indicator_value::entered_at.desc(), indicator_value::id.desc()))
            .load(db)?,
    )
}

/// Adds values; an older current value of the same subject, indicator and year stays as history.
///
/// # Errors
/// The database's failure.
pub fn add(db: &mut Db, values: &[IndicatorValue]) -> Result<(), StoreError> {
    for value in values {
        retire(db, value)?;
    }
    add_first(db, values)
}

/// Adds values of subjects and years that have none: an import into an empty table, without a look at each.
///
/// # Errors
/// The database's failure.
pub fn add_first(db: &mut Db, values: &[IndicatorValue]) -> Result<(), StoreError> {
    for batch in values.chunks(BATCH) {
        let rows: Vec<Row> = batch.iter().map(Row::of).collect();
        each!(db, conn => diesel::insert_into(indicator_value::table).values(&rows).execute(conn))?;
    }
    Ok(())
}

/// Says that these values no longer count: something corrected them.
///
/// # Errors
/// The database's failure.
pub fn retire_all(db: &mut Db, values: &[IndicatorValueId]) -> Result<(), StoreError> {
    for batch in values.chunks(MANY) {
        let batch: Vec<Id> = batch.iter().map(|id| Id::from(*id)).collect();
        diesel::update(indicator_value::table.filter(indicator_value::id.eq_any(batch)))
            .set(indicator_value::is_current.eq(false))
            .execute(db)?;
    }
    Ok(())
}

fn retire(db: &mut Db, value: &IndicatorValue) -> Result<(), StoreError> {
    let row = Row::of(value);
    let mut old = indicator_value::table.select(indicator_value::id).filter(indicator_value::code.eq(row.code)).into_boxed();
    old = match (row.city_id, row.country) {
        (Some(city), _) => old.filter(indicator_value::city_id.eq(Some(city))),
        (None, country) => old.filter(indicator_value::country.eq(country)),
    };
    old = match row.year {
        Some(year) => old.filter(indicator_value::year.eq(Some(year))),
        None => old.filter(indicator_value::year.is_null()),
    };
    let old: Vec<Id> = old.filter(indicator_value::is_current.eq(true)).load(db)?;
    diesel::update(indicator_value::table.filter(indicator_value::id.eq_any(old)))
        .set(indicator_value::is_current.eq(false))
        .execute(db)?;
    Ok(())
}

/// How many values there are of cities, and of countries.
///
/// # Errors
/// The database's failure.
pub fn count(db: &mut Db) -> Result<i64, StoreError> {
    Ok(indicator_value::table.count().get_result(db)?)
}

/// What a city set itself for an indicator.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Target {
    /// Where it started.
    pub baseline: Option<f64>,
    /// The year of the start.
    pub baseline_year: Option<i32>,
    /// Where it wants to be.
    pub target: Option<f64>,
    /// The year by which.
    pub target_year: Option<i32>,
    /// Counts every change, of the target or of a value: the `ETag` of a city's indicator. 0 where nothing is recorded.
    pub version: i64,
}

/// What a city set itself for an indicator; all absent where nothing is recorded.
///
/// # Errors
/// The database's failure.
pub fn target(db: &mut Db, city: CityId, code: &IndicatorCode) -> Result<Target, StoreError> {
    type TargetRow = (Option<f64>, Option<i32>, Option<f64>, Option<i32>, i64);
    let row: Option<TargetRow> = indicator_target::table
        .filter(indicator_target::city_id.eq(Id::from(city)))
        .filter(indicator_target::code.eq(code.as_str()))
        .select((
            indicator_target::baseline,
            indicator_target::baseline_year,
            indicator_target::target,
            indicator_target::target_year,
            indicator_target::version,
        ))
        .first(db)
        .optional()?;
    Ok(row.map_or_else(Target::default, |(baseline, baseline_year, target, target_year, version)| Target {
        baseline,
        baseline_year,
        target,
        target_year,
        version,
    }))
}

/// Writes it over the version that it carries, and counts the version up. `false` where somebody else was faster.
///
/// # Errors
/// The database's failure.
pub fn put_target(db: &mut Db, city: CityId, code: &IndicatorCode, new: &Target) -> Result<bool, StoreError> {
    let values = (
        indicator_target::baseline.eq(new.baseline),
        indicator_target::baseline_year.eq(new.baseline_year),
        indicator_target::target.eq(new.target),
        indicator_target::target_year.eq(new.target_year),
        indicator_target::version.eq(new.version + 1),
    );
    if new.version > 0 {
        let rows = diesel::update(
            indicator_target::table
                .filter(indicator_target::city_id.eq(Id::from(city)))
                .filter(indicator_target::code.eq(code.as_str()))
                .filter(indicator_target::version.eq(new.version)),
        )
        .set(values)
        .execute(db)?;
        return Ok(rows == 1);
    }
    let key = (indicator_target::city_id.eq(Id::from(city)), indicator_target::code.eq(code.as_str()));
    let inserted =
        each!(db, conn => diesel::insert_into(indicator_target::table).values((key, values)).on_conflict_do_nothing().execute(conn))?;
    Ok(inserted == 1)
}
