//! Setting a password: the first one with an invitation, a new one with the old. Both end every session that began before.
//!
//! As for a sign-in, hashing happens between two transactions, so each of the two verbs comes in a pair: the first looks up what is to be
//! checked and compared, the second writes if that still holds.

use chrono::{DateTime, Utc};

use super::audit::{self, Change};
use super::context::{Author, Write};
use super::error::{Error, invalid};
use super::identity_sessions::{Opened, Recorded, author_of, open};
use crate::auth::password::{self, Owner};
use crate::auth::random;
use crate::auth::secret::Secret;
use crate::domain::account::{Account, AccountState};
use crate::domain::role::Actor;
use crate::store::accounts::{self, StoredAccount};
use crate::store::connection::Db;
use crate::store::{cities, invitations, sessions};

const NO_INVITATION: Error =
    Error::Unauthenticated("this invitation does not work: it was used, has expired or was replaced; ask an administrator for a new one");
const MEANWHILE: Error = Error::Busy("the account was changed at the same moment; try again");

/// The owner of the password that is to be set.
#[derive(Debug, Clone)]
pub struct PasswordOwner {
    account: Account,
    names: Vec<String>,
}

impl PasswordOwner {
    fn of(db: &mut Db, account: Account) -> Result<Self, Error> {
        let mut names = vec![account.person.name.clone()];
        if let Some(city) = account.person.city {
            let found = cities::by_ids(db, &[city])?.into_iter().map(|city| city.record);
            names.extend(found.flat_map(|record| std::iter::once(record.name).chain(record.local_name)));
        }
        Ok(Self { account, names })
    }

    /// The address that they sign in with.
    pub fn email(&self) -> &str {
        self.account.email.as_str()
    }

    /// Checks a password that they chose.
    ///
    /// # Errors
    /// `Invalid` with every fault, under `pointer`.
    pub fn check(&self, pointer: &str, chosen: &Secret) -> Result<(), Error> {
        let names: Vec<&str> = self.names.iter().map(String::as_str).collect();
        Ok(password::check(pointer, chosen, &Owner { email: self.email(), names: &names })?)
    }
}

/// Looks up whom a token invites.
///
/// # Errors
/// `Unauthenticated` where the token does not work.
pub fn invited(db: &mut Db, token: &Secret, now: DateTime<Utc>) -> Result<PasswordOwner, Error> {
    let id = invitations::find_open(db, &random::sha256_hex(token.expose()), now)?.ok_or(NO_INVITATION)?;
    let stored = accounts::find(db, id)?.filter(may_be_invited).ok_or(NO_INVITATION)?;
    PasswordOwner::of(db, stored.account)
}

fn may_be_invited(stored: &StoredAccount) -> bool {
    stored.account.state != AccountState::Disabled
}

/// Sets the password of a person who was invited, and signs them in.
///
/// # Errors
/// `Unauthenticated` where the token does not work any more.
pub fn accept_invitation(write: &mut Write<'_>, token: &Secret, hash: &str) -> Result<Opened, Error> {
    let token_hash = random::sha256_hex(token.expose());
    let id = invitations::find_open(write.db, &token_hash, write.now)?.ok_or(NO_INVITATION)?;
    if !invitations::take(write.db, &token_hash, write.now)? {
        return Err(NO_INVITATION);
    }
    let stored = accounts::find(write.db, id)?.filter(may_be_invited).ok_or(NO_INVITATION)?;
    let account = replace(write, &stored.account, hash, "a password was set with an invitation")?;
    let change = Change::of("account.accept_invitation", "account", account.id).from(&stored.account).to(&account);
    audit::record(write, &author_of(&account), change)?;
    open(write, &account)
}

/// A person who wants to change their password, and the hash to compare the present one with.
#[derive(Clone)]
pub struct Changing {
    /// The person.
    pub owner: PasswordOwner,
    /// The hash of the present password.
    pub password_hash: Option<String>,
}

/// Looks up what a change of the own password is compared with.
///
/// # Errors
/// The database's failure, or damage.
pub fn changing(db: &mut Db, actor: &Actor) -> Result<Changing, Error> {
    let stored = accounts::find(db, actor.user)?.ok_or(Error::NotFound("account"))?;
    Ok(Changing { owner: PasswordOwner::of(db, stored.account)?, password_hash: stored.password_hash })
}

/// Sets a new password after the present one was compared, ends all sessions, and opens a new one.
///
/// # Errors
/// `Busy` where the password was changed since the comparison.
pub fn change(write: &mut Write<'_>, actor: &Actor, compared: Option<&str>, hash: &str) -> Result<Opened, Error> {
    let stored = accounts::find(write.db, actor.user)?.ok_or(Error::NotFound("account"))?;
    if stored.password_hash.as_deref() != compared || stored.account.state != AccountState::Active {
        return Err(MEANWHILE);
    }
    let account = replace(write, &stored.account, hash, "the password was changed")?;
    let change = Change::of("account.change_password", "account", account.id).from(&stored.account).to(&account);
    audit::record(write, &Author::from(actor), change)?;
    open(write, &account)
}

/// Records that somebody in a session did not know its owner's password.
///
/// # Errors
/// The database's failure. The recorded answer is always `Invalid`.
pub fn refuse_change(write: &mut Write<'_>, actor: &Actor) -> Result<Recorded<Opened>, Error> {
    let change = Change::of("account.refuse_password_change", "account", actor.user).because(Some("wrong password".to_owned()));
    audit::record(write, &Author::from(actor), change)?;
    Ok(Err(invalid("/current_password", "is not your present password")))
}

/// Writes the new hash, and ends what the old password opened.
pub(super) fn replace(write: &mut Write<'_>, seen: &Account, hash: &str, why: &str) -> Result<Account, Error> {
    if !accounts::set_password(write.db, seen, hash, write.now)? {
        return Err(MEANWHILE);
    }
    sessions::revoke_all(write.db, seen.id, why, write.now)?;
    invitations::end_all(write.db, seen.id, write.now)?;
    Ok(Account { state: AccountState::Active, version: seen.version + 1, ..seen.clone() })
}
