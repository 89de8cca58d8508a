//! External sites and their keys.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::connection::Db;
use super::error::StoreError;
use super::page::{Key, Page, PageAsk};
use super::schema::{portal, portal_key};
use super::types::{Id, Json, Time, parse};
use crate::domain::code::Slug;
use crate::domain::id::{PortalId, PortalKeyId};
use crate::domain::portal::PortalSettings;

/// A site.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredPortal {
    /// Its id.
    pub id: PortalId,
    /// Its readable name in addresses.
    pub slug: Slug,
    /// What the administrator sets.
    pub settings: PortalSettings,
    /// Counts every change of the site and its keys; its `ETag`.
    pub version: i64,
    /// When it was registered.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
}

/// A key of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPortalKey {
    /// Its id, which is part of the key's text.
    pub id: PortalKeyId,
    /// Whose.
    pub portal: PortalId,
    /// SHA-256 of the key's text.
    pub secret_hash: String,
    /// What the administrator calls it.
    pub label: Option<String>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it ends by itself.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was ended.
    pub revoked_at: Option<DateTime<Utc>>,
    /// When it was last used, to the minute.
    pub last_used_at: Option<DateTime<Utc>>,
}

impl StoredPortalKey {
    /// Whether it opens anything at this moment.
    pub fn is_live(&self, now: DateTime<Utc>) -> bool {
        self.revoked_at.is_none() && self.expires_at.is_none_or(|end| now < end)
    }
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = portal, treat_none_as_default_value = false)]
struct PortalRow {
    id: Id,
    slug: String,
    settings: Json,
    version: i64,
    created_at: Time,
    updated_at: Time,
}

impl PortalRow {
    fn of(portal: &StoredPortal) -> Self {
        PortalRow {
            id: portal.id.into(),
            slug: portal.slug.to_string(),
            settings: Json::of(&portal.settings),
            version: portal.version,
            created_at: portal.created_at.into(),
            updated_at: portal.updated_at.into(),
        }
    }
}

impl TryFrom<PortalRow> for StoredPortal {
    type Error = StoreError;
    fn try_from(row: PortalRow) -> Result<Self, StoreError> {
        let id = row.id.0;
        Ok(StoredPortal {
            id: row.id.into(),
            slug: parse(&row.slug, "portal", "slug", id)?,
            settings: row.settings.read("portal", "settings", id)?,
            version: row.version,
            created_at: row.created_at.get(),
            updated_at: row.updated_at.get(),
        })
    }
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = portal_key, treat_none_as_default_value = false)]
struct KeyRow {
    id: Id,
    portal_id: Id,
    secret_hash: String,
    label: Option<String>,
    created_at: Time,
    expires_at: Option<Time>,
    revoked_at: Option<Time>,
    last_used_at: Option<Time>,
}

impl From<KeyRow> for StoredPortalKey {
    fn from(row: KeyRow) -> Self {
        StoredPortalKey {
            id: row.id.into(),
            portal: row.portal_id.into(),
            secret_hash: row.secret_hash,
            label: row.label,
            created_at: row.created_at.get(),
            expires_at: row.expires_at.map(Time::get),
            revoked_at: row.revoked_at.map(Time::get),
            last_used_at: row.last_used_at.map(Time::get),
        }
    }
}

/// Adds a site.
///
/// # Errors
/// [`StoreError::Duplicate`] where the slug is taken.
pub fn insert(db: &mut Db, new: &StoredPortal) -> Result<(), StoreError> {
    diesel::insert_into(portal::table).values(PortalRow::of(new)).execute(db)?;
    Ok(())
}

/// One site.
///
/// # Errors
/// The database's failure, or damage.
pub fn find(db: &mut Db, id: PortalId) -> Result<Option<StoredPortal>, StoreError> {
    let row: Option<PortalRow> = portal::table.select(PortalRow::as_select()).filter(portal::id.eq(Id::from(id))).first(db).optional()?;
    row.map(StoredPortal::try_from).transpose()
}

/// The site of a slug.
///
/// # Errors
/// The database's failure, or damage.
pub fn find_by_slug(db: &mut Db, slug: &Slug) -> Result<Option<StoredPortal>, StoreError> {
    let row: Option<PortalRow> =
        portal::table.select(PortalRow::as_select()).filter(portal::slug.eq(slug.as_str())).first(db).optional()?;
    row.map(StoredPortal::try_from).transpose()
}

/// A page of sites, by slug.
///
/// # Errors
/// The database's failure, or damage.
pub fn list(db: &mut Db, ask: &PageAsk) -> Result<Page<StoredPortal>, StoreError> {
    let mut query = portal::table.select(PortalRow::as_select()).into_boxed();
    if let Some(after) = &ask.after {
        query = query.filter(portal::slug.gt(after.sort.clone()));
    }
    let rows: Vec<PortalRow> = query.order(portal::slug).limit(ask.limit + 1).load(db)?;
    Page::cut(rows, ask.limit, |row| Key { sort: row.slug.clone(), id: row.id.0 }).try_map(StoredPortal::try_from)
}

/// Writes a site over the version that it carries, and counts the version up. `false` where somebody else was faster.
///
/// # Errors
/// The database's failure.
pub fn update(db: &mut Db, changed: &StoredPortal) -> Result<bool, StoreError> {
    let row = PortalRow { version: changed.version + 1, ..PortalRow::of(changed) };
    let rows =
        diesel::update(portal::table.filter(portal::id.eq(row.id)).filter(portal::version.eq(changed.version))).set(&row).execute(db)?;
    Ok(rows == 1)
}

/// Adds a key.
///
/// # Errors
/// The database's failure.
pub fn insert_key(db: &mut Db, new: &StoredPortalKey) -> Result<(), StoreError> {
    let row = KeyRow {
        id: new.id.into(),
        portal_id: new.portal.into(),
        secret_hash: new.secret_hash.clone(),
        label: new.label.clone(),
        created_at: new.created_at.into(),
        expires_at: new.expires_at.map(Time::from),
        revoked_at: new.revoked_at.map(Time::from),
        last_used_at: new.last_used_at.map(Time::from),
    };
    diesel::insert_into(portal_key::table).values(row).execute(db)?;
    Ok(())
}

/// All keys of a site, the newest first.
///
/// # Errors
/// The database's failure.
pub fn keys(db: &mut Db, of: PortalId) -> Result<Vec<StoredPortalKey>, StoreError> {
    let rows: Vec<KeyRow> = portal_key::table
        .select(KeyRow::as_select())
        .filter(portal_key::portal_id.eq(Id::from(of)))
        .order(portal_key::id.desc())
        .load(db)?;
    Ok(rows.into_iter().map(StoredPortalKey::from).collect())
}

/// A key and its site.
///
/// # Errors
/// The database's failure, or damage.
pub fn find_key(db: &mut Db, id: PortalKeyId) -> Result<Option<(StoredPortalKey, StoredPortal)>, StoreError> {
    let row: Option<(KeyRow, PortalRow)> = portal_key::table
        .inner_join(portal::table)
        .select((KeyRow::as_select(), PortalRow::as_select()))
        .filter(portal_key::id.eq(Id::from(id)))
        .first(db)
        .optional()?;
    row.map(|(key, portal)| Ok((key.into(), portal.try_into()?))).transpose()
}

/// Ends a key. `false` where it was ended before.
///
/// # Errors
/// The database's failure.
pub fn revoke_key(db: &mut Db, id: PortalKeyId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let open = portal_key::table.filter(portal_key::id.eq(Id::from(id))).filter(portal_key::revoked_at.is_null());
    Ok(diesel::update(open).set(portal_key::revoked_at.eq(Some(Time::from(now)))).execute(db)? == 1)
}

/// Notes that a key was used, unless that was noted after `unless_after`.
///
/// # Errors
/// The database's failure.
pub fn note_key_use(db: &mut Db, id: PortalKeyId, unless_after: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), StoreError> {
    let is_due = portal_key::last_used_at.is_null().or(portal_key::last_used_at.le(Time::from(unless_after)));
    diesel::update(portal_key::table.filter(portal_key::id.eq(Id::from(id))).filter(is_due))
        .set(portal_key::last_used_at.eq(Some(Time::from(now))))
        .execute(db)?;
    Ok(())
}
