//! `GET /admin/users`, `GET` and `POST /admin/users/new` and `/admin/users/{id}`, `POST /admin/users/{id}/invitation`

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use crate::actions::accounts::{self, AccountChange, Invitation, NewAccount, StoredAccount};
use crate::actions::context::Author;
use crate::actions::error::Error;
use crate::actions::membership;
use crate::console::pages::admin::{InvitedPage, UserForm, UserLine, UserPage, UsersPage, render_invited, render_user, render_users};
use crate::console::reader::Done;
use crate::console::routes::lists::Paging;
use crate::console::routes::posted::Posted;
use crate::console::routes::signed::Signed;
use crate::domain::access::Operation;
use crate::domain::fault::Faults;
use crate::domain::id::{CityId, UserId};
use crate::store::accounts::AccountFilter;
use crate::store::connection::Db;

/// How many accounts a page shows.
const A_PAGE: i64 = 50;

pub(super) async fn list(signed: Signed) -> HttpResponse {
    let asked = |name| signed.visit.asked(name);
    let (role, state) = (asked("role").and_then(|code| code.parse().ok()), asked("state").and_then(|code| code.parse().ok()));
    let paging = Paging::of(&signed, "/admin/users", &["role", "state"], A_PAGE);
    let ask = match paging.ask() {
        Ok(ask) => ask,
        Err(lost) => return lost,
    };
    let filter = AccountFilter { role, state, city: None };
    let found = signed.read(Operation::ListUsers, None, move |db, _| {
        let page = accounts::list(db, &filter, &ask)?;
        let slugs = slugs(db, &page.items)?;
        Ok((page, slugs))
    });
    let found = found.await;
    signed.answer(found, |(page, slugs)| {
        let next = page.next.map(|key| paging.next(key));
        let users = page.items.iter().map(|stored| line(stored, &slugs)).collect();
        render_users(&UsersPage { frame: signed.visit.frame.clone(), role, state, users, next })
    })
}

/// The cities of accounts, by id.
fn slugs(db: &mut Db, of: &[StoredAccount]) -> Result<BTreeMap<CityId, String>, Error> {
    let ids: Vec<CityId> = of.iter().filter_map(|stored| stored.account.person.city).collect();
    Ok(membership::by_ids(db, &ids)?.into_iter().map(|city| (city.id, city.slug.to_string())).collect())
}

fn line(stored: &StoredAccount, slugs: &BTreeMap<CityId, String>) -> UserLine {
    let account = &stored.account;
    let city = account.person.city.and_then(|city| slugs.get(&city).cloned());
    UserLine {
        id: account.id.to_string(),
        name: account.person.name.clone(),
        email: account.email.to_string(),
        role: account.person.role,
        limited_to: city.or_else(|| account.person.country.as_ref().map(ToString::to_string)),
        state: account.state,
        last_login_at: stored.last_login_at,
    }
}

pub(super) async fn new(signed: Signed) -> HttpResponse {
    // The right is the one to invite: whoever may not invite has no use for the form.
    let found = signed.read(Operation::CreateUser, None, |_, _| Ok(())).await;
    let form = UserForm { role: "officer".to_owned(), ..UserForm::default() };
    let page = UserPage { frame: signed.visit.frame.clone(), known: None, is_own: false, form, faults: Vec::new() };
    signed.answer(found, |()| render_user(&page))
}

/// An account as the form brings it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Filled {
    version: i64,
    email: String,
    name: String,
    role: String,
    city: String,
    country: String,
    language: String,
    state: String,
}

impl Filled {
    fn as_form(&self) -> UserForm {
        let Filled { email, name, role, city, country, language, state, .. } = self.clone();
        UserForm { email, name, role, city, country, language, state }
    }
}

/// A field that may be left empty.
fn optional<T: std::str::FromStr>(text: &str, pointer: &str, faults: &mut Faults) -> Option<T> {
    let text = text.trim();
    let read = (!text.is_empty()).then(|| text.parse().ok());
    faults.require(read.as_ref().is_none_or(Option::is_some), pointer, format!("“{text}” is not known here"));
    read.flatten()
}

pub(super) async fn invite(posted: Posted<Filled>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let mut faults = Faults::new();
    let role = form.role.parse().ok();
    faults.require(role.is_some(), "/role", "choose one of the list");
    let (country, language) = (optional(&form.country, "/country", &mut faults), optional(&form.language, "/language", &mut faults));
    let city = Some(form.city.trim().to_owned()).filter(|city| !city.is_empty());
    let made = match role {
        Some(role) if faults.is_empty() => {
            let (email, name) = (form.email.trim().to_owned(), form.name.trim().to_owned());
            let new = NewAccount { email, name, role, city, country, language };
            signed.write(Operation::CreateUser, None, move |write, pass| accounts::create(write, &Author::from(&pass.actor), new)).await
        }
        Some(_) | None => Err(Error::Invalid(faults)),
    };
    match made {
        Ok(made) => invited(&signed, made),
        Err(error) => again(&signed, None, &form, error),
    }
}

/// The code of an invitation, shown this once.
fn invited(signed: &Signed, (stored, invitation): (StoredAccount, Invitation)) -> HttpResponse {
    let page = InvitedPage {
        frame: signed.visit.frame.clone(),
        name: stored.account.person.name,
        code: invitation.token.expose().to_owned(),
        expires_at: invitation.expires_at,
    };
    signed.answer_with(StatusCode::CREATED, Ok(()), |()| render_invited(&page))
}

/// The form again, with what is wrong; any other trouble as its page.
fn again(signed: &Signed, id: Option<UserId>, form: &Filled, error: Error) -> HttpResponse {
    let faults = match signed.faults_of(error) {
        Ok(faults) => faults,
        Err(trouble) => return trouble,
    };
    let known = id.map(|id| (id.to_string(), form.version));
    let is_own = id == Some(signed.actor.user);
    let page = UserPage { frame: signed.visit.frame.clone(), known, is_own, form: form.as_form(), faults };
    signed.answer_with(StatusCode::UNPROCESSABLE_ENTITY, Ok(()), |()| render_user(&page))
}

pub(super) async fn show(signed: Signed, id: web::Path<String>) -> HttpResponse {
    let found = signed.read(Operation::GetUser, None, move |db, _| {
        let id = id.parse().map_err(|_malformed: uuid::Error| Error::NotFound("account"))?;
        let stored = accounts::get(db, id)?;
        let slugs = slugs(db, std::slice::from_ref(&stored))?;
        Ok((stored, slugs))
    });
    let found = found.await;
    signed.answer(found, |(stored, slugs)| {
        let account = &stored.account;
        let text = |code: Option<String>| code.unwrap_or_default();
        let form = UserForm {
            email: account.email.to_string(),
            name: account.person.name.clone(),
            role: account.person.role.to_string(),
            city: text(account.person.city.and_then(|city| slugs.get(&city).cloned())),
            country: text(account.person.country.as_ref().map(ToString::to_string)),
            language: text(account.person.language.as_ref().map(ToString::to_string)),
            state: account.state.to_string(),
        };
        let known = Some((account.id.to_string(), account.version));
        let is_own = account.id == signed.actor.user;
        render_user(&UserPage { frame: signed.visit.frame.clone(), known, is_own, form, faults: Vec::new() })
    })
}

pub(super) async fn change(posted: Posted<Filled>, id: web::Path<String>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let Ok(id) = id.parse::<UserId>() else { return signed.failed(Error::NotFound("account")) };
    let mut faults = Faults::new();
    let change = AccountChange {
        name: Some(form.name.trim().to_owned()),
        role: form.role.parse().ok(),
        city: Some(Some(form.city.trim().to_owned()).filter(|city| !city.is_empty())),
        country: Some(optional(&form.country, "/country", &mut faults)),
        language: Some(optional(&form.language, "/language", &mut faults)),
        state: form.state.parse().ok(),
    };
    let changed = if faults.is_empty() {
        let seen = form.version;
        signed
            .write(Operation::UpdateUser, None, move |write, pass| accounts::update(write, &Author::from(&pass.actor), id, seen, change))
            .await
    } else {
        Err(Error::Invalid(faults))
    };
    match changed {
        Ok(_) => signed.go_on(&format!("/admin/users/{id}"), Some(Done::Saved)),
        Err(error) => again(&signed, Some(id), &form, error),
    }
}

/// Nothing: the form brings its token alone.
#[derive(Debug, Deserialize)]
pub(super) struct Nothing {}

pub(super) async fn invite_again(posted: Posted<Nothing>, id: web::Path<String>) -> HttpResponse {
    let Posted { signed, .. } = posted;
    let Ok(id) = id.parse::<UserId>() else { return signed.failed(Error::NotFound("account")) };
    let made = signed.write(Operation::InviteUser, None, move |write, pass| accounts::invite(write, &Author::from(&pass.actor), id)).await;
    match made {
        Ok(made) => invited(&signed, made),
        Err(error) => signed.failed(error),
    }
}
