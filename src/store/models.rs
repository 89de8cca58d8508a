//! Matching models with their files.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::connection::Db;
use super::error::StoreError;
use super::page::{Key, Page, PageAsk};
use super::schema::model;
use super::types::{Json, Time, parse};
use crate::domain::model_state::{ModelOrigin, ModelState};

/// A model.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredModel {
    /// Its name, such as `acv2045-1`.
    pub name: String,
    /// Hash of its content.
    pub hash: String,
    /// Where it comes from.
    pub origin: ModelOrigin,
    /// Whether it is in force.
    pub state: ModelState,
    /// Its texts by file name.
    pub files: BTreeMap<String, String>,
    /// What was measured of it.
    pub evaluation: Option<serde_json::Value>,
    /// Who made it, as the audit log names them.
    pub created_by: String,
    /// When it was made or first seen.
    pub created_at: DateTime<Utc>,
    /// Who put it in force last.
    pub activated_by: Option<String>,
    /// When that was.
    pub activated_at: Option<DateTime<Utc>>,
    /// Counts every change of its state; its `ETag`.
    pub version: i64,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = model, treat_none_as_default_value = false)]
struct Row {
    name: String,
    hash: String,
    origin: String,
    state: String,
    files: Json,
    evaluation: Option<Json>,
    created_by: String,
    created_at: Time,
    activated_by: Option<String>,
    activated_at: Option<Time>,
    version: i64,
}

impl TryFrom<Row> for StoredModel {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(StoredModel {
            origin: parse(&row.origin, "model", "origin", &row.name)?,
            state: parse(&row.state, "model", "state", &row.name)?,
            files: row.files.read("model", "files", &row.name)?,
            evaluation: row.evaluation.map(|json| json.0),
            name: row.name,
            hash: row.hash,
            created_by: row.created_by,
            created_at: row.created_at.get(),
            activated_by: row.activated_by,
            activated_at: row.activated_at.map(Time::get),
            version: row.version,
        })
    }
}

/// Adds a model.
///
/// # Errors
/// [`StoreError::Duplicate`] where the name is taken, or a second one would be in force.
pub fn insert(db: &mut Db, new: &StoredModel) -> Result<(), StoreError> {
    let row = Row {
        name: new.name.clone(),
        hash: new.hash.clone(),
        origin: new.origin.to_string(),
        state: new.state.to_string(),
        files: Json::of(&new.files),
        evaluation: new.evaluation.clone().map(Json),
        created_by: new.created_by.clone(),
        created_at: new.created_at.into(),
        activated_by: new.activated_by.clone(),
        activated_at: new.activated_at.map(Time::from),
        version: new.version,
    };
    diesel::insert_into(model::table).values(row).execute(db)?;
    Ok(())
}

/// The model of a name.
///
/// # Errors
/// The database's failure, or damage.
pub fn find(db: &mut Db, name: &str) -> Result<Option<StoredModel>, StoreError> {
    let row: Option<Row> = model::table.select(Row::as_select()).filter(model::name.eq(name)).first(db).optional()?;
    row.map(StoredModel::try_from).transpose()
}

/// The model in force.
///
/// # Errors
/// The database's failure, or damage.
pub fn active(db: &mut Db) -> Result<Option<StoredModel>, StoreError> {
    let is_active = model::state.eq(ModelState::Active.as_str());
    let row: Option<Row> = model::table.select(Row::as_select()).filter(is_active).first(db).optional()?;
    row.map(StoredModel::try_from).transpose()
}

/// A page of models, by name.
///
/// # Errors
/// The database's failure, or damage.
pub fn list(db: &mut Db, ask: &PageAsk) -> Result<Page<StoredModel>, StoreError> {
    let mut query = model::table.select(Row::as_select()).into_boxed();
    if let Some(after) = &ask.after {
        query = query.filter(model::name.gt(after.sort.clone()));
    }
    let rows: Vec<Row> = query.order(model::name).limit(ask.limit + 1).load(db)?;
    Page::cut(rows, ask.limit, |row| Key { sort: row.name.clone(), id: uuid::Uuid::nil() }).try_map(StoredModel::try_from)
}

/// Writes state and activation of a model over the version that it carries, and counts the version up. `false` where somebody else was
/// faster.
///
/// # Errors
/// [`StoreError::Duplicate`] where a second one would be in force.
pub fn update_state(db: &mut Db, changed: &StoredModel) -> Result<bool, StoreError> {
    let the_seen = model::table.filter(model::name.eq(&changed.name)).filter(model::version.eq(changed.version));
    let rows = diesel::update(the_seen)
        .set((
            model::state.eq(changed.state.as_str()),
            model::activated_by.eq(&changed.activated_by),
            model::activated_at.eq(changed.activated_at.map(Time::from)),
            model::version.eq(changed.version + 1),
        ))
        .execute(db)?;
    Ok(rows == 1)
}
