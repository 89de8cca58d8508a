//! Filters of the review queue that people have given names.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use uuid::Uuid;

use super::connection::Db;
use super::error::StoreError;
use super::schema::saved_view;
use super::types::{Id, Time};
use crate::domain::id::UserId;

/// A view of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// Its id.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
    /// The filters, as the address has them.
    pub query: String,
}

/// The views of a person, by name.
///
/// # Errors
/// The database's failure.
pub fn of(db: &mut Db, person: UserId) -> Result<Vec<SavedView>, StoreError> {
    let own = saved_view::table.filter(saved_view::account_id.eq(Id::from(person)));
    let rows: Vec<(Id, String, String)> = own.select((saved_view::id, saved_view::name, saved_view::query)).load(db)?;
    let mut views: Vec<SavedView> = rows.into_iter().map(|(id, name, query)| SavedView { id: id.0, name, query }).collect();
    // The two databases sort letters in different orders.
    views.sort_by_key(|view| (view.name.to_lowercase(), view.name.clone()));
    Ok(views)
}

/// Adds one.
///
/// # Errors
/// The database's failure, also where the person has one of this name.
pub fn insert(db: &mut Db, person: UserId, view: &SavedView, now: DateTime<Utc>) -> Result<(), StoreError> {
    let row = (
        saved_view::id.eq(Id(view.id)),
        saved_view::account_id.eq(Id::from(person)),
        saved_view::name.eq(&view.name),
        saved_view::query.eq(&view.query),
        saved_view::created_at.eq(Time::from(now)),
    );
    diesel::insert_into(saved_view::table).values(row).execute(db)?;
    Ok(())
}

/// Gives one of a person another name. Whether they have it.
///
/// # Errors
/// As [`insert`].
pub fn rename(db: &mut Db, person: UserId, id: Uuid, name: &str) -> Result<bool, StoreError> {
    let own = saved_view::table.filter(saved_view::account_id.eq(Id::from(person))).filter(saved_view::id.eq(Id(id)));
    Ok(diesel::update(own).set(saved_view::name.eq(name)).execute(db)? > 0)
}

/// Takes one of a person away. Whether they had it.
///
/// # Errors
/// The database's failure.
pub fn remove(db: &mut Db, person: UserId, id: Uuid) -> Result<bool, StoreError> {
    let own = saved_view::table.filter(saved_view::account_id.eq(Id::from(person))).filter(saved_view::id.eq(Id(id)));
    Ok(diesel::delete(own).execute(db)? > 0)
}
