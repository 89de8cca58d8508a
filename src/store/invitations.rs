//! Invitations to set a password: hashes of tokens that work once.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::connection::Db;
use super::error::StoreError;
use super::schema::invitation;
use super::types::{Id, Time};
use crate::domain::id::UserId;

/// Adds an invitation.
///
/// # Errors
/// The database's failure.
pub fn insert(db: &mut Db, token_hash: &str, account: UserId, expires_at: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::insert_into(invitation::table)
        .values((
            invitation::token_hash.eq(token_hash),
            invitation::account_id.eq(Id::from(account)),
            invitation::expires_at.eq(Time::from(expires_at)),
            invitation::used_at.eq(None::<Time>),
        ))
        .execute(db)?;
    Ok(())
}

/// The account that a token invites, where the token still works.
///
/// # Errors
/// The database's failure.
pub fn find_open(db: &mut Db, token_hash: &str, now: DateTime<Utc>) -> Result<Option<UserId>, StoreError> {
    let found: Option<Id> = invitation::table
        .select(invitation::account_id)
        .filter(invitation::token_hash.eq(token_hash))
        .filter(invitation::used_at.is_null())
        .filter(invitation::expires_at.gt(Time::from(now)))
        .first(db)
        .optional()?;
    Ok(found.map(UserId::from))
}

/// Uses a token up. `false` where it was used, or does not work any more.
///
/// # Errors
/// The database's failure.
pub fn take(db: &mut Db, token_hash: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let open = invitation::table
        .filter(invitation::token_hash.eq(token_hash))
        .filter(invitation::used_at.is_null())
        .filter(invitation::expires_at.gt(Time::from(now)));
    Ok(diesel::update(open).set(invitation::used_at.eq(Some(Time::from(now)))).execute(db)? == 1)
}

/// Ends all open invitations of an account.
///
/// # Errors
/// The database's failure.
pub fn end_all(db: &mut Db, account: UserId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let open = invitation::table
        .filter(invitation::account_id.eq(Id::from(account)))
        .filter(invitation::used_at.is_null())
        .filter(invitation::expires_at.gt(Time::from(now)));
    diesel::update(open).set(invitation::expires_at.eq(Time::from(now))).execute(db)?;
    Ok(())
}
