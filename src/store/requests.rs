//! Requests for partners.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::connection::Db;
use super::error::StoreError;
use super::page::{Key, Page, PageAsk};
use super::schema::{city, request};
use super::types::{Id, Json, Time, parse, parse_optional};
use crate::domain::code::{CountryCode, ThemeCode};
use crate::domain::id::{CityId, RequestId, UserId};
use crate::domain::pairing::Kind;
use crate::domain::request::RequestState;

/// A city asks for partners.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerRequest {
    /// Its id.
    pub id: RequestId,
    /// The city that asks.
    pub city: CityId,
    /// The kind of pairing, where it says.
    pub kind: Option<Kind>,
    /// The themes, where it says.
    pub themes: Vec<ThemeCode>,
    /// First question: what do you want to solve or build?
    pub wants: String,
    /// Second question: what can you give?
    pub gives: String,
    /// Where it stands.
    pub state: RequestState,
    /// The secretariat's answer in words.
    pub answer: Option<String>,
    /// Who answered.
    pub answered_by: Option<UserId>,
    /// When the city got its first answer: the end of the clock that the secretariat is measured by.
    pub answered_at: Option<DateTime<Utc>>,
    /// The focal point who asked.
    pub created_by: UserId,
    /// When.
    pub created_at: DateTime<Utc>,
    /// Counts every change; its `ETag`.
    pub version: i64,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = request, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    city_id: Id,
    kind: Option<String>,
    themes: Json,
    wants: String,
    gives: String,
    state: String,
    answer: Option<String>,
    answered_by: Option<Id>,
    answered_at: Option<Time>,
    created_by: Id,
    created_at: Time,
    version: i64,
}

impl Row {
    fn of(request: &PartnerRequest) -> Self {
        Row {
            id: request.id.into(),
            city_id: request.city.into(),
            kind: request.kind.map(|kind| kind.to_string()),
            themes: Json::of(&request.themes),
            wants: request.wants.clone(),
            gives: request.gives.clone(),
            state: request.state.to_string(),
            answer: request.answer.clone(),
            answered_by: request.answered_by.map(Id::from),
            answered_at: request.answered_at.map(Time::from),
            created_by: request.created_by.into(),
            created_at: request.created_at.into(),
            version: request.version,
        }
    }
}

impl TryFrom<Row> for PartnerRequest {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        let id = row.id.0;
        Ok(PartnerRequest {
            id: row.id.into(),
            city: row.city_id.into(),
            kind: parse_optional(row.kind.as_deref(), "request", "kind", id)?,
            themes: row.themes.read("request", "themes", id)?,
            wants: row.wants,
            gives: row.gives,
            state: parse(&row.state, "request", "state", id)?,
            answer: row.answer,
            answered_by: row.answered_by.map(UserId::from),
            answered_at: row.answered_at.map(Time::get),
            created_by: row.created_by.into(),
            created_at: row.created_at.get(),
            version: row.version,
        })
    }
}

/// Adds a request.
///
/// # Errors
/// The database's failure.
pub fn insert(db: &mut Db, new: &PartnerRequest) -> Result<(), StoreError> {
    diesel::insert_into(request::table).values(Row::of(new)).execute(db)?;
    Ok(())
}

/// One request.
///
/// # Errors
/// The database's failure, or damage.
pub fn find(db: &mut Db, id: RequestId) -> Result<Option<PartnerRequest>, StoreError> {
    let row: Option<Row> = request::table.select(Row::as_select()).filter(request::id.eq(Id::from(id))).first(db).optional()?;
    row.map(PartnerRequest::try_from).transpose()
}

/// Which requests to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RequestFilter {
    /// Only of this city.
    pub city: Option<CityId>,
    /// Only of cities of this country.
    pub country: Option<CountryCode>,
    /// Only in this state.
    pub state: Option<RequestState>,
}

/// A page of requests, oldest first: the one that has waited longest comes first.
///
/// # Errors
/// The database's failure, or damage.
pub fn list(db: &mut Db, filter: &RequestFilter, ask: &PageAsk) -> Result<Page<PartnerRequest>, StoreError> {
    let mut query = request::table.select(Row::as_select()).into_boxed();
    if let Some(of) = filter.city {
        query = query.filter(request::city_id.eq(Id::from(of)));
    }
    if let Some(country) = &filter.country {
        query = query.filter(request::city_id.eq_any(city::table.filter(city::country.eq(country.to_string())).select(city::id)));
    }
    if let Some(state) = filter.state {
        query = query.filter(request::state.eq(state.as_str()));
    }
    if let Some(after) = &ask.after {
        query = query.filter(request::id.gt(Id(after.id)));
    }
    let rows: Vec<Row> = query.order(request::id).limit(ask.limit + 1).load(db)?;
    Page::cut(rows, ask.limit, |row| Key { sort: String::new(), id: row.id.0 }).try_map(PartnerRequest::try_from)
}

/// Writes a request over the version that it carries, and counts the version up. `false` where somebody else was faster.
///
/// # Errors
/// The database's failure.
pub fn update(db: &mut Db, changed: &PartnerRequest) -> Result<bool, StoreError> {
    let row = Row { version: changed.version + 1, ..Row::of(changed) };
    let rows =
        diesel::update(request::table.filter(request::id.eq(row.id)).filter(request::version.eq(changed.version))).set(&row).execute(db)?;
    Ok(rows == 1)
}
