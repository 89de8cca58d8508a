//! Good practices.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::cities::ids;
use super::connection::{Db, MultiBackend};
use super::error::StoreError;
use super::page::{Key, Page, PageAsk};
use super::schema::{city, practice, practice_theme};
use super::types::{Id, Json, Time, parse};
use crate::domain::code::{CountryCode, ThemeCode};
use crate::domain::id::{CityId, PracticeId, UserId};
use crate::domain::practice::{Practice, PracticeState};
use crate::each;

const BATCH: usize = 1_000;

/// A practice as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredPractice {
    /// Its id.
    pub id: PracticeId,
    /// The city.
    pub city: CityId,
    /// Where it stands.
    pub state: PracticeState,
    /// What it says.
    pub body: Practice,
    /// Why the secretariat sent it back, where it did.
    pub reason: Option<String>,
    /// Counts every change; its `ETag`.
    pub version: i64,
    /// The person whose words it holds: who handed it in, or who first corrected an import. Absent for an import as it came.
    pub created_by: Option<UserId>,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = practice, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    city_id: Id,
    state: String,
    body: Json,
    reason: Option<String>,
    version: i64,
    created_by: Option<Id>,
    created_at: Time,
    updated_at: Time,
    /// That of the body, to sort by.
    basis: String,
}

impl Row {
    fn of(practice: &StoredPractice) -> Self {
        Row {
            id: practice.id.into(),
            city_id: practice.city.into(),
            state: practice.state.to_string(),
            body: Json::of(&practice.body),
            reason: practice.reason.clone(),
            version: practice.version,
            created_by: practice.created_by.map(Id::from),
            created_at: practice.created_at.into(),
            updated_at: practice.updated_at.into(),
            basis: practice.body.basis.to_string(),
        }
    }
}

impl TryFrom<Row> for StoredPractice {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        let id = row.id.0;
        Ok(StoredPractice {
            id: row.id.into(),
            city: row.city_id.into(),
            state: parse(&row.state, "practice", "state", id)?,
            body: row.body.read("practice", "body", id)?,
            reason: row.reason,
            version: row.version,
            created_by: row.created_by.map(UserId::from),
            created_at: row.created_at.get(),
            updated_at: row.updated_at.get(),
        })
    }
}

/// All practices of these cities, or of all cities; by city and id.
///
/// # Errors
/// The database's failure, or damage.
pub fn of_cities(db: &mut Db, cities: Option<&[CityId]>) -> Result<Vec<StoredPractice>, StoreError> {
    let mut query = practice::table.select(Row::as_select()).into_boxed();
    if let Some(cities) = cities {
        query = query.filter(practice::city_id.eq_any(ids(cities)));
    }
    let rows: Vec<Row> = query.order((practice::city_id, practice::id)).load(db)?;
    rows.into_iter().map(StoredPractice::try_from).collect()
}

/// The published practices of a city, by id.
///
/// # Errors
/// The database's failure, or damage.
pub fn published(db: &mut Db, city: CityId) -> Result<Vec<StoredPractice>, StoreError> {
    let rows: Vec<Row> = practice::table
        .select(Row::as_select())
        .filter(practice::city_id.eq(Id::from(city)))
        .filter(practice::state.eq(PracticeState::Published.as_str()))
        .order(practice::id)
        .load(db)?;
    rows.into_iter().map(StoredPractice::try_from).collect()
}

/// A page of a city's practices.
///
/// # Errors
/// The database's failure, or damage.
pub fn list(db: &mut Db, city: CityId, ask: &PageAsk) -> Result<Page<StoredPractice>, StoreError> {
    let mut query = practice::table.select(Row::as_select()).filter(practice::city_id.eq(Id::from(city))).into_boxed();
    if let Some(after) = &ask.after {
        query = query.filter(practice::id.gt(Id(after.id)));
    }
    let rows: Vec<Row> = query.order(practice::id).limit(ask.limit + 1).load(db)?;
    Page::cut(rows, ask.limit, |row| Key { sort: String::new(), id: row.id.0 }).try_map(StoredPractice::try_from)
}

/// Which practices of all cities.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CatalogueFilter {
    /// Only under this theme, be it the main one or not.
    pub theme: Option<ThemeCode>,
    /// Only of this country's cities.
    pub country: Option<CountryCode>,
}

/// A page of the published practices of all cities: documented results, then what is described, then awards; among equals the last that
/// came first.
///
/// # Errors
/// The database's failure, or damage.
pub fn catalogue(db: &mut Db, filter: &CatalogueFilter, ask: &PageAsk) -> Result<Page<StoredPractice>, StoreError> {
    let mut query = published_by(filter).select(Row::as_select());
    if let Some(Key { sort, id }) = &ask.after {
        let same = practice::basis.eq(sort.clone()).and(practice::id.lt(Id(*id)));
        query = query.filter(practice::basis.lt(sort.clone()).or(same));
    }
    let rows: Vec<Row> = query.order((practice::basis.desc(), practice::id.desc())).limit(ask.limit + 1).load(db)?;
    Page::cut(rows, ask.limit, |row| Key { sort: row.basis.clone(), id: row.id.0 }).try_map(StoredPractice::try_from)
}

/// How many published practices a filter lets through.
///
/// # Errors
/// The database's failure.
pub fn count_catalogue(db: &mut Db, filter: &CatalogueFilter) -> Result<i64, StoreError> {
    Ok(published_by(filter).count().get_result(db)?)
}

fn published_by(filter: &CatalogueFilter) -> practice::BoxedQuery<'static, MultiBackend> {
    let mut query = practice::table.filter(practice::state.eq(PracticeState::Published.as_str())).into_boxed();
    if let Some(theme) = &filter.theme {
        let under = practice_theme::table.filter(practice_theme::theme.eq(theme.to_string())).select(practice_theme::practice_id);
        query = query.filter(practice::id.eq_any(under));
    }
    if let Some(country) = &filter.country {
        let there = city::table.filter(city::country.eq(country.to_string())).select(city::id);
        query = query.filter(practice::city_id.eq_any(there));
    }
    query
}

/// One practice of a city.
///
/// # Errors
/// The database's failure, or damage.
pub fn find(db: &mut Db, city: CityId, id: PracticeId) -> Result<Option<StoredPractice>, StoreError> {
    let row: Option<Row> = practice::table
        .select(Row::as_select())
        .filter(practice::city_id.eq(Id::from(city)))
        .filter(practice::id.eq(Id::from(id)))
        .first(db)
        .optional()?;
    row.map(StoredPractice::try_from).transpose()
}

/// Adds practices.
///
/// # Errors
/// The database's failure.
pub fn insert(db: &mut Db, practices: &[StoredPractice]) -> Result<(), StoreError> {
    for batch in practices.chunks(BATCH) {
        let rows: Vec<Row> = batch.iter().map(Row::of).collect();
        each!(db, conn => diesel::insert_into(practice::table).values(&rows).execute(conn))?;
        insert_themes(db, batch)?;
    }
    Ok(())
}

fn insert_themes(db: &mut Db, practices: &[StoredPractice]) -> Result<(), StoreError> {
    let named: BTreeSet<(&str, PracticeId)> =
        practices.iter().flat_map(|practice| practice.body.themes.iter().map(|theme| (theme.as_str(), practice.id))).collect();
    let rows: Vec<_> =
        named.into_iter().map(|(theme, id)| (practice_theme::theme.eq(theme), practice_theme::practice_id.eq(Id::from(id)))).collect();
    each!(db, conn => diesel::insert_into(practice_theme::table).values(rows).execute(conn))?;
    Ok(())
}

/// Writes a practice over the version that it carries, and counts the version up. `false` where somebody else was faster.
///
/// # Errors
/// The database's failure.
pub fn update(db: &mut Db, changed: &StoredPractice) -> Result<bool, StoreError> {
    let row = Row { version: changed.version + 1, ..Row::of(changed) };
    let rows = diesel::update(practice::table.filter(practice::id.eq(row.id)).filter(practice::version.eq(changed.version)))
        .set(&row)
        .execute(db)?;
    if rows == 1 {
        diesel::delete(practice_theme::table.filter(practice_theme::practice_id.eq(row.id))).execute(db)?;
        insert_themes(db, std::slice::from_ref(changed))?;
    }
    Ok(rows == 1)
}
