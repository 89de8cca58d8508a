//! Accounts, as administrators keep them: inviting people, changing what they are there for, closing and opening accounts.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};

use super::audit::{self, Change};
use super::context::{Author, Write};
use super::error::Error;
use super::identity_passwords::replace;
use crate::auth::random;
use crate::auth::secret::Secret;
use crate::domain::account::{Account, AccountRefusal, AccountState, Email, Person, Standing, check_change};
use crate::domain::city::CityStatus;
use crate::domain::code::{CountryCode, LanguageCode};
use crate::domain::fault::Faults;
use crate::domain::id::{CityId, UserId};
use crate::domain::role::Role;
use crate::store::cities::CityRef;
use crate::store::connection::Db;
use crate::store::error::StoreError;
use crate::store::page::{Page, PageAsk};
use crate::store::{accounts, audit as audit_store, cities, countries, invitations, sessions};

pub use crate::store::accounts::{AccountFilter, StoredAccount};

/// How long an invitation works.
pub const INVITATION_LIFE: TimeDelta = TimeDelta::days(7);

/// A person who is to get an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAccount {
    /// E-mail address.
    pub email: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Id or slug of the city of a focal point.
    pub city: Option<String>,
    /// The country to which an observer is limited.
    pub country: Option<CountryCode>,
    /// Language.
    pub language: Option<LanguageCode>,
}

/// What is to be different of an account. `None` leaves a thing as it is, `Some(None)` takes it away.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccountChange {
    /// Name.
    pub name: Option<String>,
    /// Role. City and country that the new role does not have go by themselves.
    pub role: Option<Role>,
    /// Id or slug of the city.
    pub city: Option<Option<String>>,
    /// Country.
    pub country: Option<Option<CountryCode>>,
    /// Language.
    pub language: Option<Option<LanguageCode>>,
    /// `disabled` closes the account; `active` or, without a password, `invited` opens it again.
    pub state: Option<AccountState>,
}

/// A way to set a password once. The token is nowhere else.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// The token.
    pub token: Secret,
    /// Until when it works.
    pub expires_at: DateTime<Utc>,
}

/// A page of accounts, by e-mail address.
///
/// # Errors
/// The database's failure, or damage.
pub fn list(db: &mut Db, filter: &AccountFilter, ask: &PageAsk) -> Result<Page<StoredAccount>, Error> {
    Ok(accounts::list(db, filter, ask)?)
}

/// What those who acted are called, by the name that the audit log and the records have of them. Whoever is no person has none.
///
/// # Errors
/// The database's failure.
pub fn names(db: &mut Db, actors: impl IntoIterator<Item = impl AsRef<str>>) -> Result<BTreeMap<String, String>, Error> {
    let ids: BTreeSet<UserId> = actors.into_iter().filter_map(|actor| actor.as_ref().parse().ok()).collect();
    let found = accounts::names(db, &ids.into_iter().collect::<Vec<_>>())?;
    Ok(found.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
}

/// One account.
///
/// # Errors
/// `NotFound`.
pub fn get(db: &mut Db, id: UserId) -> Result<StoredAccount, Error> {
    accounts::find(db, id)?.ok_or(Error::NotFound("user"))
}

/// The account of an e-mail address, however it is written.
///
/// # Errors
/// `NotFound`, also for what is no address.
pub fn find_by_email(db: &mut Db, email: &str) -> Result<StoredAccount, Error> {
    let Ok(email) = email.parse::<Email>() else { return Err(Error::NotFound("user")) };
    accounts::find_by_email(db, &email)?.ok_or(Error::NotFound("user"))
}

/// Makes an account and invites its owner to set a password.
///
/// # Errors
/// `Invalid` with every fault; `Exists` where the address has an account.
pub fn create(write: &mut Write<'_>, author: &Author, new: NewAccount) -> Result<(StoredAccount, Invitation), Error> {
    let stored = insert(write, new, None)?;
    let invitation = add_invitation(write, stored.account.id)?;
    audit::record(write, author, Change::of("account.create", "account", stored.account.id).to(&stored.account))?;
    Ok((stored, invitation))
}

/// Makes an account that is active at once, with a password that was hashed by `auth::password`: for the command line and the demo.
///
/// # Errors
/// As [`create`].
pub fn create_with_password(write: &mut Write<'_>, author: &Author, new: NewAccount, hash: &str) -> Result<StoredAccount, Error> {
    let stored = insert(write, new, Some(hash.to_owned()))?;
    audit::record(write, author, Change::of("account.create", "account", stored.account.id).to(&stored.account))?;
    Ok(stored)
}

fn insert(write: &mut Write<'_>, new: NewAccount, password_hash: Option<String>) -> Result<StoredAccount, Error> {
    let (email, person) = checked(write.db, new)?;
    let state = if password_hash.is_some() { AccountState::Active } else { AccountState::Invited };
    let stored = StoredAccount {
        account: Account { id: UserId(write.new_id()), email, person, state, version: 1 },
        password_hash,
        sessions_not_before: None,
        created_at: write.now,
        updated_at: write.now,
        last_login_at: None,
    };
    match accounts::insert(write.db, &stored) {
        Err(StoreError::Duplicate) => Err(Error::Exists("an account with this e-mail address exists already: change that one".to_owned())),
        outcome => Ok(outcome.map(|()| stored)?),
    }
}

fn checked(db: &mut Db, new: NewAccount) -> Result<(Email, Person), Error> {
    let mut faults = Faults::new();
    let email = new.email.parse::<Email>();
    if let Err(error) = &email {
        faults.add("/email", error.to_string());
    }
    let city = wanted_city(db, new.city.as_deref(), &mut faults)?;
    check_country(db, new.country.as_ref(), &mut faults)?;
    let person = Person { name: new.name, role: new.role, city, country: new.country, language: new.language };
    nest_faults(&mut faults, &person, new.city.is_some());
    match (email, faults.is_empty()) {
        (Ok(email), true) => Ok((email, person)),
        (Ok(_) | Err(_), _) => Err(Error::Invalid(faults)),
    }
}

/// The faults of a person; that a focal point has no city is not said again where the city that was given does not exist.
fn nest_faults(faults: &mut Faults, person: &Person, names_city: bool) {
    let is_known = faults.clone().into_vec().iter().any(|fault| fault.pointer == "/city") && names_city;
    for fault in person.faults().into_vec() {
        if !(is_known && fault.pointer == "/city") {
            faults.add(fault.pointer, fault.detail);
        }
    }
}

fn wanted_city(db: &mut Db, wanted: Option<&str>, faults: &mut Faults) -> Result<Option<CityId>, Error> {
    let Some(text) = wanted else { return Ok(None) };
    let id = match text.parse::<CityRef>() {
        Ok(city) => cities::find_id(db, &city)?,
        Err(_) => None,
    };
    let Some(id) = id else {
        faults.add("/city", "there is no such city: give the id or slug of one in /api/v1/cities");
        return Ok(None);
    };
    let is_over = cities::by_ids(db, &[id])?.iter().any(|city| city.record.status == CityStatus::Dissolved);
    faults.require(!is_over, "/city", "this local government was dissolved: give its successor");
    Ok(Some(id))
}

fn check_country(db: &mut Db, wanted: Option<&CountryCode>, faults: &mut Faults) -> Result<(), Error> {
    if let Some(code) = wanted {
        let is_known = countries::all(db)?.iter().any(|country| country.code == *code);
        faults.require(is_known, "/country", format!("no country {code} is recorded here: import countries first, or correct the code"));
    }
    Ok(())
}

/// Changes an account over the version that the caller has seen. New rights and a closed account end all its sessions.
///
/// # Errors
/// `NotFound`, `Stale`, `Invalid`; `Forbidden` for own rights; `Conflict` for the last administrator and for states that only a password
/// brings about.
pub fn update(write: &mut Write<'_>, author: &Author, id: UserId, expected: i64, change: AccountChange) -> Result<StoredAccount, Error> {
    // One at a time, or two administrators who demote each other at once would leave none.
    audit_store::lock(write.db)?;
    let before = get(write.db, id)?;
    if before.account.version != expected {
        return Err(Error::Stale);
    }
    let after = changed(write.db, &before.account, change)?;
    let standing = Standing {
        has_password: before.password_hash.is_some(),
        is_own: matches!(author, Author::Person(actor) if actor.user == id),
        active_admins: accounts::count_active_admins(write.db)?,
    };
    check_change(&before.account, &after, standing)?;
    save(write, author, &before, after)
}

fn save(write: &mut Write<'_>, author: &Author, before: &StoredAccount, after: Account) -> Result<StoredAccount, Error> {
    let ends_sessions = after.person.has_other_reach_than(&before.account.person) || after.state != before.account.state;
    let sessions_not_before = if ends_sessions { Some(write.now) } else { before.sessions_not_before };
    let saved = StoredAccount { account: after, sessions_not_before, updated_at: write.now, ..before.clone() };
    if !accounts::update(write.db, &saved)? {
        return Err(Error::Stale);
    }
    if ends_sessions {
        sessions::revoke_all(write.db, saved.account.id, "role, city, country or state of the account changed", write.now)?;
    }
    if saved.account.state == AccountState::Disabled {
        invitations::end_all(write.db, saved.account.id, write.now)?;
    }
    let account = Account { version: saved.account.version + 1, ..saved.account };
    audit::record(write, author, Change::of("account.update", "account", account.id).from(&before.account).to(&account))?;
    Ok(StoredAccount { account, ..saved })
}

/// The account as it is to be.
fn changed(db: &mut Db, before: &Account, change: AccountChange) -> Result<Account, Error> {
    let mut faults = Faults::new();
    let mut person = before.person.clone();
    person.name = change.name.unwrap_or(person.name);
    person.role = change.role.unwrap_or(person.role);
    person.language = change.language.unwrap_or(person.language);
    let names_city = matches!(change.city, Some(Some(_)));
    person.city = match change.city {
        Some(wanted) => wanted_city(db, wanted.as_deref(), &mut faults)?,
        None => person.city.filter(|_| person.role == Role::FocalPoint),
    };
    person.country = match change.country {
        Some(wanted) => wanted,
        None => person.country.filter(|_| person.role == Role::Observer),
    };
    if person.country != before.person.country {
        check_country(db, person.country.as_ref(), &mut faults)?;
    }
    nest_faults(&mut faults, &person, names_city);
    let after = Account { person, state: change.state.unwrap_or(before.state), ..before.clone() };
    faults.into_result(after).map_err(Error::from)
}

/// A new invitation for a person who lost the first, or their password. Older ones stop working; a password stays until it is replaced.
///
/// # Errors
/// `NotFound`; `Conflict` for an account that is disabled.
pub fn invite(write: &mut Write<'_>, author: &Author, id: UserId) -> Result<(StoredAccount, Invitation), Error> {
    // After the lock, or an account that is being disabled could get a new invitation at the same moment.
    audit_store::lock(write.db)?;
    let stored = get(write.db, id)?;
    if stored.account.state == AccountState::Disabled {
        return Err(AccountRefusal::Disabled.into());
    }
    invitations::end_all(write.db, id, write.now)?;
    let invitation = add_invitation(write, id)?;
    audit::record(write, author, Change::of("account.invite", "account", id))?;
    Ok((stored, invitation))
}

fn add_invitation(write: &mut Write<'_>, id: UserId) -> Result<Invitation, Error> {
    let invitation = Invitation { token: random::token()?, expires_at: write.now + INVITATION_LIFE };
    invitations::insert(write.db, &random::sha256_hex(invitation.token.expose()), id, invitation.expires_at)?;
    Ok(invitation)
}

/// Sets a password for somebody, and ends all their sessions: for an operator at the command line. `hash` comes from `auth::password`.
///
/// # Errors
/// `NotFound`; `Conflict` for an account that is disabled; `Busy` where it changed at the same moment.
pub fn set_password(write: &mut Write<'_>, author: &Author, id: UserId, hash: &str) -> Result<Account, Error> {
    let before = get(write.db, id)?.account;
    if before.state == AccountState::Disabled {
        return Err(AccountRefusal::Disabled.into());
    }
    let after = replace(write, &before, hash, "an operator set a new password")?;
    audit::record(write, author, Change::of("account.set_password", "account", id).from(&before).to(&after))?;
    Ok(after)
}

/// Checks a password that an operator chose for an account, under `/password`.
///
/// # Errors
/// `Invalid` with every fault.
pub fn check_password(account: &Account, chosen: &Secret) -> Result<(), Error> {
    let names = [account.person.name.as_str()];
    let owner = crate::auth::password::Owner { email: account.email.as_str(), names: &names };
    crate::auth::password::check("/password", chosen, &owner).map_err(Error::from)
}

/// Whether nobody has an account yet.
///
/// # Errors
/// The database's failure.
pub fn is_empty(db: &mut Db) -> Result<bool, Error> {
    Ok(accounts::list(db, &AccountFilter::default(), &PageAsk { limit: 1, after: None })?.items.is_empty())
}
