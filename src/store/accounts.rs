//! Accounts of people.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::connection::Db;
use super::error::StoreError;
use super::page::{Key, Page, PageAsk};
use super::schema::account;
use super::types::{Id, Time, parse, parse_optional};
use crate::domain::account::{Account, AccountState, Email, Person};
use crate::domain::id::{CityId, UserId};
use crate::domain::role::Role;

/// An account as it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredAccount {
    /// Who they are.
    pub account: Account,
    /// The Argon2id hash of the password, where there is one.
    pub password_hash: Option<String>,
    /// Sessions that began earlier are over.
    pub sessions_not_before: Option<DateTime<Utc>>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// When its owner last signed in with the password.
    pub last_login_at: Option<DateTime<Utc>>,
}

impl std::fmt::Debug for StoredAccount {
    /// Without the hash and the person: what is printed ends in logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StoredAccount").field("id", &self.account.id).field("version", &self.account.version).finish_non_exhaustive()
    }
}

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = account, treat_none_as_default_value = false)]
struct Row {
    id: Id,
    email: String,
    name: String,
    role: String,
    city_id: Option<Id>,
    country: Option<String>,
    language: Option<String>,
    password_hash: Option<String>,
    state: String,
    sessions_not_before: Option<Time>,
    version: i64,
    created_at: Time,
    updated_at: Time,
    last_login_at: Option<Time>,
}

/// What an administrator changes. The password and the last sign-in are others' to write, so they are not here to be overwritten.
#[derive(AsChangeset)]
#[diesel(table_name = account, treat_none_as_null = true)]
struct Changes {
    name: String,
    role: String,
    city_id: Option<Id>,
    country: Option<String>,
    language: Option<String>,
    state: String,
    sessions_not_before: Option<Time>,
    version: i64,
    updated_at: Time,
}

impl Row {
    fn of(stored: &StoredAccount) -> Self {
        let StoredAccount { account, .. } = stored;
        Row {
            id: account.id.into(),
            email: account.email.to_string(),
            name: account.person.name.clone(),
            role: account.person.role.to_string(),
            city_id: account.person.city.map(Id::from),
            country: account.person.country.as_ref().map(ToString::to_string),
            language: account.person.language.as_ref().map(ToString::to_string),
            password_hash: stored.password_hash.clone(),
            state: account.state.to_string(),
            sessions_not_before: stored.sessions_not_before.map(Time::from),
            version: account.version,
            created_at: stored.created_at.into(),
            updated_at: stored.updated_at.into(),
            last_login_at: stored.last_login_at.map(Time::from),
        }
    }
}

impl From<Row> for Changes {
    fn from(row: Row) -> Self {
        Changes {
            name: row.name,
            role: row.role,
            city_id: row.city_id,
            country: row.country,
            language: row.language,
            state: row.state,
            sessions_not_before: row.sessions_not_before,
            version: row.version,
            updated_at: row.updated_at,
        }
    }
}

impl TryFrom<Row> for StoredAccount {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        let id = row.id.0;
        let person = Person {
            name: row.name,
            role: parse(&row.role, "account", "role", id)?,
            city: row.city_id.map(CityId::from),
            country: parse_optional(row.country.as_deref(), "account", "country", id)?,
            language: parse_optional(row.language.as_deref(), "account", "language", id)?,
        };
        let state = parse(&row.state, "account", "state", id)?;
        let email = parse(&row.email, "account", "email", id)?;
        Ok(StoredAccount {
            account: Account { id: row.id.into(), email, person, state, version: row.version },
            password_hash: row.password_hash,
            sessions_not_before: row.sessions_not_before.map(Time::get),
            created_at: row.created_at.get(),
            updated_at: row.updated_at.get(),
            last_login_at: row.last_login_at.map(Time::get),
        })
    }
}

/// Adds an account.
///
/// # Errors
/// [`StoreError::Duplicate`] where the e-mail address has one.
pub fn insert(db: &mut Db, new: &StoredAccount) -> Result<(), StoreError> {
    diesel::insert_into(account::table).values(Row::of(new)).execute(db)?;
    Ok(())
}

/// One account.
///
/// # Errors
/// The database's failure, or damage.
pub fn find(db: &mut Db, id: UserId) -> Result<Option<StoredAccount>, StoreError> {
    let row: Option<Row> = account::table.select(Row::as_select()).filter(account::id.eq(Id::from(id))).first(db).optional()?;
    row.map(StoredAccount::try_from).transpose()
}

/// The account of an e-mail address.
///
/// # Errors
/// The database's failure, or damage.
pub fn find_by_email(db: &mut Db, email: &Email) -> Result<Option<StoredAccount>, StoreError> {
    let row: Option<Row> = account::table.select(Row::as_select()).filter(account::email.eq(email.as_str())).first(db).optional()?;
    row.map(StoredAccount::try_from).transpose()
}

/// Which accounts to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccountFilter {
    /// Only of this role.
    pub role: Option<Role>,
    /// Only in this state.
    pub state: Option<AccountState>,
    /// Only of this city.
    pub city: Option<CityId>,
}

/// The names of these accounts.
///
/// # Errors
/// The database's failure.
pub fn names(db: &mut Db, ids: &[UserId]) -> Result<Vec<(UserId, String)>, StoreError> {
    let ids: Vec<Id> = ids.iter().map(|id| Id::from(*id)).collect();
    let rows: Vec<(Id, String)> = account::table.filter(account::id.eq_any(ids)).select((account::id, account::name)).load(db)?;
    Ok(rows.into_iter().map(|(id, name)| (id.into(), name)).collect())
}

/// A page of accounts, by e-mail address.
///
/// # Errors
/// The database's failure, or damage.
pub fn list(db: &mut Db, filter: &AccountFilter, ask: &PageAsk) -> Result<Page<StoredAccount>, StoreError> {
    let mut query = account::table.select(Row::as_select()).into_boxed();
    if let Some(role) = filter.role {
        query = query.filter(account::role.eq(role.as_str()));
    }
    if let Some(state) = filter.state {
        query = query.filter(account::state.eq(state.as_str()));
    }
    if let Some(city) = filter.city {
        query = query.filter(account::city_id.eq(Id::from(city)));
    }
    if let Some(after) = &ask.after {
        query = query.filter(account::email.gt(after.sort.clone()));
    }
    let rows: Vec<Row> = query.order(account::email).limit(ask.limit + 1).load(db)?;
    Page::cut(rows, ask.limit, |row| Key { sort: row.email.clone(), id: row.id.0 }).try_map(StoredAccount::try_from)
}

/// How many administrators can sign in.
///
/// # Errors
/// The database's failure.
pub fn count_active_admins(db: &mut Db) -> Result<i64, StoreError> {
    let admins = account::table.filter(account::role.eq(Role::Admin.as_str())).filter(account::state.eq(AccountState::Active.as_str()));
    Ok(admins.count().get_result(db)?)
}

/// Writes what an administrator sets over the version that it carries, and counts the version up. `false` where somebody else was faster.
///
/// # Errors
/// The database's failure.
pub fn update(db: &mut Db, changed: &StoredAccount) -> Result<bool, StoreError> {
    let Account { id, version, .. } = changed.account;
    let changes = Changes { version: version + 1, ..Row::of(changed).into() };
    let rows = diesel::update(account::table.filter(account::id.eq(Id::from(id))).filter(account::version.eq(version)))
        .set(changes)
        .execute(db)?;
    Ok(rows == 1)
}

/// Sets a password over this version, makes the account active and ends its earlier sessions. `false` where somebody else was faster.
///
/// # Errors
/// The database's failure.
pub fn set_password(db: &mut Db, seen: &Account, hash: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let rows = diesel::update(account::table.filter(account::id.eq(Id::from(seen.id))).filter(account::version.eq(seen.version)))
        .set((
            account::password_hash.eq(Some(hash)),
            account::state.eq(AccountState::Active.as_str()),
            account::sessions_not_before.eq(Some(Time::from(now))),
            account::updated_at.eq(Time::from(now)),
            account::version.eq(seen.version + 1),
        ))
        .execute(db)?;
    Ok(rows == 1)
}

/// Notes a sign-in, and keeps `hash` instead of the one that the password was compared with. `false` where the password or the state
/// has changed since: then the comparison means nothing any more.
///
/// # Errors
/// The database's failure.
pub fn note_login(db: &mut Db, id: UserId, compared: &str, hash: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let unchanged = account::table
        .filter(account::id.eq(Id::from(id)))
        .filter(account::password_hash.eq(Some(compared)))
        .filter(account::state.eq(AccountState::Active.as_str()));
    let rows = diesel::update(unchanged)
        .set((account::password_hash.eq(Some(hash)), account::last_login_at.eq(Some(Time::from(now)))))
        .execute(db)?;
    Ok(rows == 1)
}
