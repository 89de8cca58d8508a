//! Cities, their hazards and their Voluntary Local Reviews.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::connection::{Db, MultiBackend};
use super::error::StoreError;
use super::page::{Key, Page, PageAsk};
use super::schema::{city, city_network, city_theme, hazard, vlr};
use super::types::{Id, Json, Time, parse};
use crate::domain::city::{City, CityRecord};
use crate::domain::code::{CountryCode, Slug, ThemeCode};
use crate::domain::geo::Place;
use crate::domain::id::{CityId, VlrId};
use crate::each;

/// Rows that one statement inserts: 31 columns each stay below SQLite's 32,766 parameters.
const BATCH: usize = 500;
/// Ids that one statement names.
pub(super) const MANY: usize = 10_000;

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = city, treat_none_as_default_value = false, treat_none_as_null = true)]
struct CityRow {
    id: Id,
    slug: String,
    name: String,
    local_name: Option<String>,
    country: String,
    subdivision: Option<String>,
    lat: Option<f64>,
    lon: Option<f64>,
    population: Option<i64>,
    population_year: Option<i32>,
    population_source: Option<String>,
    level: Option<String>,
    languages: Json,
    time_zone: Option<String>,
    is_coastal: Option<bool>,
    elevation_m: Option<f64>,
    networks: Json,
    external_ids: Json,
    status: String,
    successor_id: Option<Id>,
    successor_note: Option<String>,
    contact: Option<String>,
    notes: Option<String>,
    source: Option<String>,
    from_memory: bool,
    unverified: Json,
    search_text: String,
    sort_key: String,
    version: i64,
}

impl CityRow {
    fn of(city: &City) -> Self {
        let record = city.record.clone();
        CityRow {
            id: city.id.into(),
            slug: city.slug.to_string(),
            search_text: record.search_text(),
            sort_key: sort_key(&record),
            name: record.name,
            local_name: record.local_name,
            country: record.country.into(),
            subdivision: record.subdivision,
            lat: record.place.map(|place| place.lat),
            lon: record.place.map(|place| place.lon),
            population: record.population,
            population_year: record.population_year,
            population_source: record.population_source,
            level: record.level,
            languages: Json::of(&record.languages),
            time_zone: record.time_zone,
            is_coastal: record.is_coastal,
            elevation_m: record.elevation_m,
            networks: Json::of(&record.networks),
            external_ids: Json::of(&record.external_ids),
            status: record.status.to_string(),
            successor_id: record.successor.map(Id::from),
            successor_note: record.successor_note,
            contact: record.contact,
            notes: record.notes,
            source: record.source,
            from_memory: record.from_memory,
            unverified: Json::of(&record.unverified),
            version: city.version,
        }
    }
}

/// What the directory is sorted by: country, then name without marks.
fn sort_key(record: &CityRecord) -> String {
    format!("{} {}", record.country, crate::domain::city::fold(&record.name))
}

impl TryFrom<CityRow> for City {
    type Error = StoreError;
    fn try_from(row: CityRow) -> Result<Self, StoreError> {
        let id = row.id.0;
        Ok(City {
            id: row.id.into(),
            slug: parse(&row.slug, "city", "slug", id)?,
            record: CityRecord {
                name: row.name,
                local_name: row.local_name,
                country: parse(&row.country, "city", "country", id)?,
                subdivision: row.subdivision,
                place: row.lat.zip(row.lon).map(|(lat, lon)| Place { lat, lon }),
                population: row.population,
                population_year: row.population_year,
                population_source: row.population_source,
                level: row.level,
                languages: row.languages.read("city", "languages", id)?,
                time_zone: row.time_zone,
                is_coastal: row.is_coastal,
                elevation_m: row.elevation_m,
                networks: row.networks.read("city", "networks", id)?,
                external_ids: row.external_ids.read("city", "external_ids", id)?,
                status: parse(&row.status, "city", "status", id)?,
                successor: row.successor_id.map(CityId::from),
                successor_note: row.successor_note,
                contact: row.contact,
                notes: row.notes,
                source: row.source,
                from_memory: row.from_memory,
                unverified: row.unverified.read("city", "unverified", id)?,
            },
            version: row.version,
        })
    }
}

/// A city by id or by slug, as addresses name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CityRef {
    /// By id.
    Id(CityId),
    /// By slug.
    Slug(Slug),
}

impl std::str::FromStr for CityRef {
    type Err = crate::domain::code::BadCode;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse() {
            Ok(id) => Ok(CityRef::Id(id)),
            Err(_not_an_id) => text.parse().map(CityRef::Slug),
        }
    }
}

/// The city of this address, whatever its status.
///
/// # Errors
/// The database's failure.
pub fn find(db: &mut Db, wanted: &CityRef) -> Result<Option<City>, StoreError> {
    let query = city::table.select(CityRow::as_select()).into_boxed();
    let query = match wanted {
        CityRef::Id(id) => query.filter(city::id.eq(Id::from(*id))),
        CityRef::Slug(slug) => query.filter(city::slug.eq(slug.as_str())),
    };
    query.first(db).optional()?.map(City::try_from).transpose()
}

/// The id of the city of this address.
///
/// # Errors
/// The database's failure.
pub fn find_id(db: &mut Db, wanted: &CityRef) -> Result<Option<CityId>, StoreError> {
    Ok(find_key(db, wanted)?.map(|(id, _)| id))
}

/// Id and country of the city of this address: what a question of rights needs.
///
/// # Errors
/// The database's failure.
pub fn find_key(db: &mut Db, wanted: &CityRef) -> Result<Option<(CityId, String)>, StoreError> {
    let query = city::table.select((city::id, city::country)).into_boxed();
    let query = match wanted {
        CityRef::Id(id) => query.filter(city::id.eq(Id::from(*id))),
        CityRef::Slug(slug) => query.filter(city::slug.eq(slug.as_str())),
    };
    let found: Option<(Id, String)> = query.first(db).optional()?;
    Ok(found.map(|(id, country)| (id.into(), country)))
}

/// All cities, in the order of ids.
///
/// # Errors
/// The database's failure, or damage.
pub fn all(db: &mut Db) -> Result<Vec<City>, StoreError> {
    let rows: Vec<CityRow> = city::table.select(CityRow::as_select()).order(city::id).load(db)?;
    rows.into_iter().map(City::try_from).collect()
}

/// These cities, in the order of ids; unknown ids are left out.
///
/// # Errors
/// The database's failure, or damage.
pub fn by_ids(db: &mut Db, ids: &[CityId]) -> Result<Vec<City>, StoreError> {
    let ids: Vec<Id> = ids.iter().map(|id| Id::from(*id)).collect();
    let rows: Vec<CityRow> = city::table.select(CityRow::as_select()).filter(city::id.eq_any(ids)).order(city::id).load(db)?;
    rows.into_iter().map(City::try_from).collect()
}

/// A box of degrees. `west > east` spans the 180th meridian.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BoundingBox {
    /// Western edge.
    pub west: f64,
    /// Southern edge.
    pub south: f64,
    /// Eastern edge.
    pub east: f64,
    /// Northern edge.
    pub north: f64,
}

/// What the directory shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CityFilter {
    /// Only this country.
    pub country: Option<CountryCode>,
    /// Only members of this network.
    pub network: Option<String>,
    /// Only cities with this theme among their priorities, capacities or practices.
    pub theme: Option<ThemeCode>,
    /// Only cities whose name holds this text, folded.
    pub text: Option<String>,
    /// Only cities in this box.
    pub bbox: Option<BoundingBox>,
    /// Only active members.
    pub active_only: bool,
}

/// A page of the directory, by country and name.
///
/// # Errors
/// The database's failure, or damage.
pub fn list(db: &mut Db, filter: &CityFilter, ask: &PageAsk) -> Result<Page<City>, StoreError> {
    let mut query = filtered(filter).select(CityRow::as_select());
    if let Some(after) = &ask.after {
        let after_id = Id(after.id);
        query = query.filter(city::sort_key.gt(after.sort.clone()).or(city::sort_key.eq(after.sort.clone()).and(city::id.gt(after_id))));
    }
    let rows: Vec<CityRow> = query.order((city::sort_key, city::id)).limit(ask.limit + 1).load(db)?;
    Page::cut(rows, ask.limit, |row| Key { sort: row.sort_key.clone(), id: row.id.0 }).try_map(City::try_from)
}

/// Ids and places of the cities that a filter leaves and whose place is known.
///
/// # Errors
/// The database's failure.
pub fn places(db: &mut Db, filter: &CityFilter) -> Result<Vec<(CityId, Place)>, StoreError> {
    let rows: Vec<(Id, Option<f64>, Option<f64>)> = filtered(filter).select((city::id, city::lat, city::lon)).load(db)?;
    let placed = rows.into_iter().filter_map(|(id, lat, lon)| Some((id.into(), Place { lat: lat?, lon: lon? })));
    Ok(placed.collect())
}

/// The cities that a filter leaves.
pub(super) fn filtered(filter: &CityFilter) -> city::BoxedQuery<'static, MultiBackend> {
    let mut query = city::table.into_boxed();
    if let Some(country) = &filter.country {
        query = query.filter(city::country.eq(country.as_str().to_owned()));
    }
    if let Some(network) = &filter.network {
        query = query
            .filter(city::id.eq_any(city_network::table.filter(city_network::network.eq(network.clone())).select(city_network::city_id)));
    }
    if let Some(theme) = &filter.theme {
        query =
            query.filter(city::id.eq_any(city_theme::table.filter(city_theme::theme.eq(theme.to_string())).select(city_theme::city_id)));
    }
    if let Some(text) = &filter.text {
        query = query.filter(city::search_text.like(format!("%{}%", escape_like(text))).escape('\\'));
    }
    if let Some(bbox) = filter.bbox {
        query = query.filter(city::lat.between(bbox.south, bbox.north));
        query = if bbox.west <= bbox.east {
            query.filter(city::lon.between(bbox.west, bbox.east))
        } else {
            query.filter(city::lon.ge(bbox.west).or(city::lon.le(bbox.east)))
        };
    }
    if filter.active_only {
        query = query.filter(city::status.eq("active"));
    }
    query
}

/// A text as a pattern that means only itself.
fn escape_like(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// Adds cities.
///
/// # Errors
/// [`StoreError::Duplicate`] for an id or slug that exists.
pub fn insert(db: &mut Db, cities: &[City], now: DateTime<Utc>) -> Result<(), StoreError> {
    for batch in cities.chunks(BATCH) {
        let rows: Vec<_> = batch
            .iter()
            .map(|new| (CityRow::of(new), city::created_at.eq(Time::from(now)), city::updated_at.eq(Time::from(now))))
            .collect();
        each!(db, conn => diesel::insert_into(city::table).values(&rows).execute(conn))?;
    }
    let networks: Vec<_> = cities
        .iter()
        .flat_map(|new| {
            unique(&new.record.networks)
                .into_iter()
                .map(|network| (city_network::city_id.eq(Id::from(new.id)), city_network::network.eq(network)))
        })
        .collect();
    for batch in networks.chunks(BATCH) {
        each!(db, conn => diesel::insert_into(city_network::table).values(batch.to_vec()).execute(conn))?;
    }
    Ok(())
}

fn unique(networks: &[String]) -> Vec<String> {
    networks.iter().cloned().collect::<BTreeSet<_>>().into_iter().collect()
}

/// Writes a city's record over the version that it carries, and counts the version up. `false` where somebody else was faster.
///
/// # Errors
/// The database's failure.
pub fn update(db: &mut Db, changed: &City, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let row = CityRow { version: changed.version + 1, ..CityRow::of(changed) };
    let rows = diesel::update(city::table.filter(city::id.eq(row.id)).filter(city::version.eq(changed.version)))
        .set((&row, city::updated_at.eq(Time::from(now))))
        .execute(db)?;
    if rows == 0 {
        return Ok(false);
    }
    diesel::delete(city_network::table.filter(city_network::city_id.eq(row.id))).execute(db)?;
    for network in unique(&changed.record.networks) {
        diesel::insert_into(city_network::table)
            .values((city_network::city_id.eq(row.id), city_network::network.eq(network)))
            .execute(db)?;
    }
    Ok(true)
}

/// Says under which themes the directory finds these cities.
///
/// # Errors
/// The database's failure.
pub fn replace_themes(db: &mut Db, themes: &BTreeMap<CityId, BTreeSet<ThemeCode>>) -> Result<(), StoreError> {
    let cities: Vec<CityId> = themes.keys().copied().collect();
    for batch in cities.chunks(MANY) {
        diesel::delete(city_theme::table.filter(city_theme::city_id.eq_any(ids(batch)))).execute(db)?;
    }
    let pairs: Vec<(CityId, &ThemeCode)> = themes.iter().flat_map(|(city, themes)| themes.iter().map(|theme| (*city, theme))).collect();
    for batch in pairs.chunks(BATCH) {
        let rows: Vec<_> =
            batch.iter().map(|(city, theme)| (city_theme::city_id.eq(Id::from(*city)), city_theme::theme.eq(theme.to_string()))).collect();
        each!(db, conn => diesel::insert_into(city_theme::table).values(rows).execute(conn))?;
    }
    Ok(())
}

/// How strongly a city is exposed to a hazard.
#[derive(Debug, Clone, PartialEq)]
pub struct Hazard {
    /// The city.
    pub city: CityId,
    /// `flood`, `cyclone`, …
    pub name: String,
    /// 0 none to 3 high.
    pub level: i32,
    /// Where that is written.
    pub source: Option<String>,
    /// Whether it is a judgement from background knowledge.
    pub from_memory: bool,
}

/// The hazards of one city or of all, by city and name.
///
/// # Errors
/// The database's failure.
pub fn hazards(db: &mut Db, of: Option<&[CityId]>) -> Result<Vec<Hazard>, StoreError> {
    let mut query = hazard::table.select((hazard::city_id, hazard::name, hazard::level, hazard::source, hazard::from_memory)).into_boxed();
    if let Some(cities) = of {
        query = query.filter(hazard::city_id.eq_any(ids(cities)));
    }
    let rows: Vec<(Id, String, i32, Option<String>, bool)> = query.order((hazard::city_id, hazard::name)).load(db)?;
    Ok(rows
        .into_iter()
        .map(|(city, name, level, source, from_memory)| Hazard { city: city.into(), name, level, source, from_memory })
        .collect())
}

/// Ids as rows hold them.
pub(super) fn ids(cities: &[CityId]) -> Vec<Id> {
    cities.iter().map(|id| Id::from(*id)).collect()
}

/// Replaces the hazards of the cities that occur in the list.
///
/// # Errors
/// The database's failure.
pub fn replace_hazards(db: &mut Db, hazards: &[Hazard]) -> Result<(), StoreError> {
    let cities: Vec<CityId> = hazards.iter().map(|h| h.city).collect::<BTreeSet<_>>().into_iter().collect();
    for batch in cities.chunks(MANY) {
        diesel::delete(hazard::table.filter(hazard::city_id.eq_any(ids(batch)))).execute(db)?;
    }
    for batch in hazards.chunks(BATCH) {
        let rows: Vec<_> = batch
            .iter()
            .map(|h| {
                (
                    hazard::city_id.eq(Id::from(h.city)),
                    hazard::name.eq(h.name.clone()),
                    hazard::level.eq(h.level),
                    hazard::source.eq(h.source.clone()),
                    hazard::from_memory.eq(h.from_memory),
                )
            })
            .collect();
        each!(db, conn => diesel::insert_into(hazard::table).values(rows).execute(conn))?;
    }
    Ok(())
}

/// A Voluntary Local Review.
#[derive(Debug, Clone, PartialEq)]
pub struct Vlr {
    /// Its id.
    pub id: VlrId,
    /// The city.
    pub city: CityId,
    /// The year.
    pub year: Option<i32>,
    /// Its title.
    pub title: String,
    /// The SDGs that it covers, where known.
    pub sdgs: Vec<u8>,
    /// Where it is written.
    pub source: Option<String>,
    /// Whether it rests on background knowledge.
    pub from_memory: bool,
}

/// The reviews of one city or of all, newest first.
///
/// # Errors
/// The database's failure, or damage.
pub fn vlrs(db: &mut Db, of: Option<CityId>) -> Result<Vec<Vlr>, StoreError> {
    type Row = (Id, Id, Option<i32>, String, Json, Option<String>, bool);
    let mut query = vlr::table.into_boxed();
    if let Some(city) = of {
        query = query.filter(vlr::city_id.eq(Id::from(city)));
    }
    let rows: Vec<Row> = query.order((vlr::year.desc(), vlr::id)).load(db)?;
    rows.into_iter()
        .map(|(id, city, year, title, sdgs, source, from_memory)| {
            Ok(Vlr { id: id.into(), city: city.into(), year, title, sdgs: sdgs.read("vlr", "sdgs", id.0)?, source, from_memory })
        })
        .collect()
}

/// Adds reviews.
///
/// # Errors
/// The database's failure.
pub fn insert_vlrs(db: &mut Db, reviews: &[Vlr]) -> Result<(), StoreError> {
    for review in reviews {
        diesel::insert_into(vlr::table)
            .values((
                vlr::id.eq(Id::from(review.id)),
                vlr::city_id.eq(Id::from(review.city)),
                vlr::year.eq(review.year),
                vlr::title.eq(&review.title),
                vlr::sdgs.eq(Json::of(&review.sdgs)),
                vlr::source.eq(&review.source),
                vlr::from_memory.eq(review.from_memory),
            ))
            .execute(db)?;
    }
    Ok(())
}

/// Writes a review over itself.
///
/// # Errors
/// The database's failure.
pub fn update_vlr(db: &mut Db, changed: &Vlr) -> Result<(), StoreError> {
    diesel::update(vlr::table.filter(vlr::id.eq(Id::from(changed.id))))
        .set((
            vlr::year.eq(changed.year),
            vlr::title.eq(&changed.title),
            vlr::sdgs.eq(Json::of(&changed.sdgs)),
            vlr::source.eq(&changed.source),
            vlr::from_memory.eq(changed.from_memory),
        ))
        .execute(db)?;
    Ok(())
}

/// Ids and countries of all cities, by id.
///
/// # Errors
/// The database's failure.
pub fn ids_by_country(db: &mut Db) -> Result<Vec<(CityId, String)>, StoreError> {
    let rows: Vec<(Id, String)> = city::table.select((city::id, city::country)).order(city::id).load(db)?;
    Ok(rows.into_iter().map(|(id, country)| (id.into(), country)).collect())
}

/// Ids of all cities by slug.
///
/// # Errors
/// The database's failure, or damage.
pub fn ids_by_slug(db: &mut Db) -> Result<BTreeMap<String, CityId>, StoreError> {
    let rows: Vec<(String, Id)> = city::table.select((city::slug, city::id)).load(db)?;
    Ok(rows.into_iter().map(|(slug, id)| (slug, id.into())).collect())
}
