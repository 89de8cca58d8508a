//! Profiles and their revisions.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::cities::{MANY, ids};
use super::connection::Db;
use super::error::StoreError;
use super::schema::{profile, profile_revision};
use super::types::{Id, Json, Time, parse};
use crate::domain::id::{CityId, RevisionId, UserId};
use crate::domain::profile::{Profile, RevisionState};
use crate::each;

crate::text_enum! {
    /// Who wrote a revision.
    Origin {
        /// The city's focal point.
        City = "city",
        /// The secretariat, for the city.
        Secretariat = "secretariat",
        /// An import from published sources; the city has not confirmed it.
        Import = "import",
    }
}

/// A revision of a profile.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// Its id.
    pub id: RevisionId,
    /// The city.
    pub city: CityId,
    /// 1, 2, 3, …
    pub number: i32,
    /// Where it stands.
    pub state: RevisionState,
    /// What it says.
    pub body: Profile,
    /// Who wrote it.
    pub origin: Origin,
    /// The person; absent for an import.
    pub created_by: Option<UserId>,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it was handed in.
    pub submitted_at: Option<DateTime<Utc>>,
    /// Who verified or returned it.
    pub decided_by: Option<UserId>,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
    /// Why it was returned.
    pub reason: Option<String>,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = profile_revision, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    city_id: Id,
    number: i32,
    state: String,
    body: Json,
    origin: String,
    created_by: Option<Id>,
    created_at: Time,
    submitted_at: Option<Time>,
    decided_by: Option<Id>,
    decided_at: Option<Time>,
    reason: Option<String>,
}

impl Row {
    fn of(revision: &Revision) -> Self {
        Row {
            id: revision.id.into(),
            city_id: revision.city.into(),
            number: revision.number,
            state: revision.state.to_string(),
            body: Json::of(&revision.body),
            origin: revision.origin.to_string(),
            created_by: revision.created_by.map(Id::from),
            created_at: revision.created_at.into(),
            submitted_at: revision.submitted_at.map(Time::from),
            decided_by: revision.decided_by.map(Id::from),
            decided_at: revision.decided_at.map(Time::from),
            reason: revision.reason.clone(),
        }
    }
}

impl TryFrom<Row> for Revision {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        let id = row.id.0;
        Ok(Revision {
            id: row.id.into(),
            city: row.city_id.into(),
            number: row.number,
            state: parse(&row.state, "profile_revision", "state", id)?,
            body: row.body.read("profile_revision", "body", id)?,
            origin: parse(&row.origin, "profile_revision", "origin", id)?,
            created_by: row.created_by.map(UserId::from),
            created_at: row.created_at.get(),
            submitted_at: row.submitted_at.map(Time::get),
            decided_by: row.decided_by.map(UserId::from),
            decided_at: row.decided_at.map(Time::get),
            reason: row.reason,
        })
    }
}

/// The version of a city's profile (0 before the first revision), and its newest revision.
///
/// # Errors
/// The database's failure, or damage.
pub fn newest(db: &mut Db, city: CityId) -> Result<(i64, Option<Revision>), StoreError> {
    let head: Option<(i64, i32)> =
        profile::table.filter(profile::city_id.eq(Id::from(city))).select((profile::version, profile::newest)).first(db).optional()?;
    let Some((version, number)) = head else { return Ok((0, None)) };
    let row: Option<Row> = profile_revision::table
        .select(Row::as_select())
        .filter(profile_revision::city_id.eq(Id::from(city)))
        .filter(profile_revision::number.eq(number))
        .first(db)
        .optional()?;
    Ok((version, row.map(Revision::try_from).transpose()?))
}

/// Revisions of a city, newest first; from the one below number `before` on.
///
/// # Errors
/// The database's failure, or damage.
pub fn revisions(db: &mut Db, city: CityId, before: Option<i32>, limit: i64) -> Result<Vec<Revision>, StoreError> {
    let mut query = profile_revision::table.select(Row::as_select()).filter(profile_revision::city_id.eq(Id::from(city))).into_boxed();
    if let Some(before) = before {
        query = query.filter(profile_revision::number.lt(before));
    }
    let rows: Vec<Row> = query.order(profile_revision::number.desc()).limit(limit).load(db)?;
    rows.into_iter().map(Revision::try_from).collect()
}

/// Every revision of these cities, by city and number.
///
/// # Errors
/// The database's failure, or damage.
pub fn all_of(db: &mut Db, cities: &[CityId]) -> Result<Vec<Revision>, StoreError> {
    let mut found = Vec::new();
    for batch in cities.chunks(MANY) {
        let rows: Vec<Row> = profile_revision::table
            .select(Row::as_select())
            .filter(profile_revision::city_id.eq_any(ids(batch)))
            .order((profile_revision::city_id, profile_revision::number))
            .load(db)?;
        found.extend(rows.into_iter().map(Revision::try_from).collect::<Result<Vec<_>, _>>()?);
    }
    Ok(found)
}

/// The newest revision of each of these cities that has one, whatever its state.
///
/// # Errors
/// The database's failure, or damage.
pub fn newest_of(db: &mut Db, cities: &[CityId]) -> Result<Vec<Revision>, StoreError> {
    let rows: Vec<Row> = newest_revisions().filter(profile::city_id.eq_any(ids(cities))).select(Row::as_select()).load(db)?;
    rows.into_iter().map(Revision::try_from).collect()
}

/// The newest revisions that somebody handed in and that wait for the secretariat, the longest waiting first. What was imported from
/// published sources was handed in by nobody.
///
/// # Errors
/// The database's failure, or damage.
pub fn waiting(db: &mut Db, limit: i64) -> Result<Vec<Revision>, StoreError> {
    let submitted = newest_revisions().filter(profile_revision::state.eq("submitted")).filter(profile_revision::origin.ne("import"));
    let rows: Vec<Row> =
        submitted.order((profile_revision::submitted_at, profile_revision::id)).limit(limit).select(Row::as_select()).load(db)?;
    rows.into_iter().map(Revision::try_from).collect()
}

#[diesel::dsl::auto_type(no_type_alias)]
fn newest_revisions() -> _ {
    profile_revision::table
        .inner_join(profile::table.on(profile::city_id.eq(profile_revision::city_id).and(profile::newest.eq(profile_revision::number))))
}

/// The versions of all profiles.
///
/// # Errors
/// The database's failure.
pub fn versions(db: &mut Db) -> Result<BTreeMap<CityId, i64>, StoreError> {
    let rows: Vec<(Id, i64)> = profile::table.select((profile::city_id, profile::version)).load(db)?;
    Ok(rows.into_iter().map(|(city, version)| (city.into(), version)).collect())
}

/// For these cities, or all: every revision that was handed in and not returned, by city and number. The engine takes the newest verified
/// one, or else the newest submitted one.
///
/// # Errors
/// The database's failure, or damage.
pub fn standing(db: &mut Db, cities: Option<&[CityId]>) -> Result<Vec<Revision>, StoreError> {
    let mut query =
        profile_revision::table.select(Row::as_select()).filter(profile_revision::state.eq_any(["submitted", "verified"])).into_boxed();
    if let Some(cities) = cities {
        query = query.filter(profile_revision::city_id.eq_any(ids(cities)));
    }
    let rows: Vec<Row> = query.order((profile_revision::city_id, profile_revision::number)).load(db)?;
    rows.into_iter().map(Revision::try_from).collect()
}

/// Counts a profile's version up from what the caller saw, and says which revision is its newest. `false` where somebody else was faster.
///
/// # Errors
/// The database's failure.
pub fn advance(db: &mut Db, city: CityId, seen: i64, newest: i32) -> Result<bool, StoreError> {
    let values = (profile::version.eq(seen + 1), profile::newest.eq(newest));
    if seen > 0 {
        let rows = diesel::update(profile::table.filter(profile::city_id.eq(Id::from(city))).filter(profile::version.eq(seen)))
            .set(values)
            .execute(db)?;
        return Ok(rows == 1);
    }
    let key = profile::city_id.eq(Id::from(city));
    let rows = each!(db, conn => diesel::insert_into(profile::table).values((key, values)).on_conflict_do_nothing().execute(conn))?;
    Ok(rows == 1)
}

/// Adds a revision.
///
/// # Errors
/// [`StoreError::Duplicate`] for a number that exists.
pub fn insert(db: &mut Db, revision: &Revision) -> Result<(), StoreError> {
    diesel::insert_into(profile_revision::table).values(Row::of(revision)).execute(db)?;
    Ok(())
}

/// Writes a revision over itself. Only for a revision whose profile was [`advance`]d in the same transaction.
///
/// # Errors
/// The database's failure.
pub fn update(db: &mut Db, revision: &Revision) -> Result<(), StoreError> {
    diesel::update(profile_revision::table.filter(profile_revision::id.eq(Id::from(revision.id)))).set(Row::of(revision)).execute(db)?;
    Ok(())
}
