//! Accounts, for administrators.

use actix_web::{HttpResponse, get, patch, post, web};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::call::{Call, Reply};
use super::edge::{Caching, EntityTag, JsonBody, Limit, Problem, Query, UnreadJson, Validate, answer};
use super::lists::ListAsk;
use crate::actions::accounts::{self, AccountChange, AccountFilter, Invitation, NewAccount, StoredAccount};
use crate::actions::context::Author;
use crate::domain::account::AccountState;
use crate::domain::code::{CountryCode, LanguageCode};
use crate::domain::id::{CityId, UserId};
use crate::domain::role::Role;

/// A person who is to get an account.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UserInput {
    /// E-mail address. It stays: it is what the person signs in with.
    email: String,
    /// Name.
    name: String,
    role: Role,
    /// Id or slug of the city of a focal point; nobody else has one.
    #[serde(default)]
    city: Option<String>,
    /// The country to which an observer is limited; nobody else is.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    country: Option<CountryCode>,
    /// The language that they read.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    language: Option<LanguageCode>,
}

impl Validate for UserInput {}

/// What is to be different of an account. Absent members stay as they are, `null` takes a thing away.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UserChangeInput {
    /// Name.
    #[serde(default)]
    name: Option<String>,
    /// Role. City and country that the new role does not have go by themselves.
    #[serde(default)]
    role: Option<Role>,
    /// Id or slug of the city.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    city: Option<Option<String>>,
    /// Country.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    country: Option<Option<CountryCode>>,
    /// Language.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    language: Option<Option<LanguageCode>>,
    /// `disabled` closes the account and ends its sessions; `active` or, where no password was set yet, `invited` opens it again.
    #[serde(default)]
    state: Option<AccountState>,
}

impl Validate for UserChangeInput {}

/// A member that is there, be it `null`.
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(member: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(member).map(Some)
}

/// An account.
#[derive(Debug, Serialize, ToSchema)]
pub struct UserDto {
    id: Uuid,
    email: String,
    name: String,
    role: Role,
    /// The city of a focal point.
    city_id: Option<Uuid>,
    /// The country to which an observer is limited.
    country: Option<String>,
    language: Option<String>,
    state: AccountState,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    /// When they last signed in with their password.
    last_login_at: Option<DateTime<Utc>>,
    version: i64,
}

impl From<StoredAccount> for UserDto {
    fn from(stored: StoredAccount) -> Self {
        let account = stored.account;
        Self {
            id: account.id.0,
            email: account.email.into(),
            name: account.person.name,
            role: account.person.role,
            city_id: account.person.city.map(|city| city.0),
            country: account.person.country.map(String::from),
            language: account.person.language.map(String::from),
            state: account.state,
            created_at: stored.created_at,
            updated_at: stored.updated_at,
            last_login_at: stored.last_login_at,
            version: account.version,
        }
    }
}

/// A way to set a password once, to be handed to its owner.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct InvitationDto {
    /// For `POST /auth/invitation`. Shown once: `null` when the same request is sent again; a new invitation replaces a lost one.
    token: Option<String>,
    /// Until when it works.
    expires_at: DateTime<Utc>,
}

/// An account and the invitation to its owner.
#[derive(Debug, Serialize, ToSchema)]
pub struct InvitedUserDto {
    user: UserDto,
    invitation: InvitationDto,
}

/// The answer of now, and the one without the token for a retry.
fn invited((stored, invitation): (StoredAccount, Invitation), location: String) -> (Reply<InvitedUserDto>, InvitedUserDto) {
    let dto =
        |token| InvitedUserDto { user: stored.clone().into(), invitation: InvitationDto { token, expires_at: invitation.expires_at } };
    let now = dto(Some(invitation.token.expose().to_owned()));
    (Reply::created(location, Some(stored.account.version), now), dto(None))
}

fn address(id: UserId) -> String {
    format!("/api/v1/users/{id}")
}

/// Invites a person. The answer holds the token to hand to them: no mail is sent.
#[utoipa::path(operation_id = "create_user", tag = "administration", request_body = UserInput, params(("Idempotency-Key" = Uuid, Header)), responses((status = 201, body = InvitedUserDto)))]
#[post("/users")]
pub async fn create_user(call: Call, body: UnreadJson<UserInput>) -> Result<HttpResponse, Problem> {
    let JsonBody { value: UserInput { email, name, role, city, country, language }, sha256 } = body.read().await?;
    call.once_with_secret(&sha256, move |write, pass| {
        let new = NewAccount { email, name, role, city, country, language };
        let made = accounts::create(write, &Author::from(&pass.actor), new)?;
        let location = address(made.0.account.id);
        Ok(invited(made, location))
    })
    .await
}

/// Which accounts.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct UserQuery {
    /// Only of this role.
    role: Option<Role>,
    /// Only in this state.
    state: Option<AccountState>,
    /// Only focal points of the city with this id.
    city_id: Option<Uuid>,
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Limit,
    cursor: Option<String>,
}

/// Accounts, by e-mail address.
#[utoipa::path(operation_id = "list_users", tag = "administration", params(UserQuery), responses((status = 200, body = super::edge::Page<UserDto>)))]
#[get("/users")]
pub async fn list_users(call: Call, asked: Query<UserQuery>) -> Result<HttpResponse, Problem> {
    let filter = AccountFilter { role: asked.role, state: asked.state, city: asked.city_id.map(CityId) };
    let list = ListAsk { list: "list_users", filters: asked.fingerprint(), caller: &call.caller };
    let ask = list.page(&call.app, asked.limit, asked.cursor.as_deref())?;
    let page = call.read(move |db| accounts::list(db, &filter, &ask)).await?;
    list.answer(&call.app, &call.request, (page, Caching::NoStore), UserDto::from)
}

/// One account.
#[utoipa::path(operation_id = "get_user", tag = "administration", params(("id" = Uuid, Path)), responses((status = 200, body = UserDto)))]
#[get("/users/{id}")]
pub async fn get_user(call: Call, id: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let id = UserId(id.into_inner());
    let user = UserDto::from(call.read(move |db| accounts::get(db, id)).await?);
    let json = serde_json::to_vec(&user).map_err(|error| Problem::internal(&error))?;
    Ok(answer(&call.request, &EntityTag::of_version_and_content(user.version, &json), Caching::NoStore, json))
}

/// Changes name, role, city, country, language or state of an account. Other rights and a closed account end all its sessions.
#[utoipa::path(operation_id = "update_user", tag = "administration", request_body = UserChangeInput, params(("id" = Uuid, Path), ("If-Match" = String, Header)), responses((status = 200, body = UserDto)))]
#[patch("/users/{id}")]
pub async fn update_user(call: Call, id: web::Path<Uuid>, body: UnreadJson<UserChangeInput>) -> Result<HttpResponse, Problem> {
    let (id, seen) = (UserId(id.into_inner()), call.seen()?);
    let UserChangeInput { name, role, city, country, language, state } = body.read().await?.value;
    call.change(move |write, pass| {
        let change = AccountChange { name, role, city, country, language, state };
        let stored = accounts::update(write, &Author::from(&pass.actor), id, seen, change)?;
        Ok(Reply::ok(stored.account.version, UserDto::from(stored)))
    })
    .await
}

/// A new invitation for a person who lost the first one, or their password. Older invitations end; the present password works until it is
/// replaced.
#[utoipa::path(operation_id = "invite_user", tag = "administration", params(("id" = Uuid, Path), ("Idempotency-Key" = Uuid, Header)), responses((status = 201, body = InvitedUserDto)))]
#[post("/users/{id}/invitations")]
pub async fn invite_user(call: Call, id: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let id = UserId(id.into_inner());
    call.once_with_secret(&super::call::NO_BODY, move |write, pass| {
        let made = accounts::invite(write, &Author::from(&pass.actor), id)?;
        Ok(invited(made, address(id)))
    })
    .await
}
