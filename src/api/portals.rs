//! External sites and their keys, for administrators.

use actix_web::{HttpResponse, delete, get, post, put, web};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::call::{Call, Reply};
use super::edge::{Caching, EntityTag, JsonBody, Limit, Problem, Query, UnreadJson, Validate, answer};
use super::lists::ListAsk;
use crate::actions::context::Author;
use crate::actions::portals::{self, IssuedKey, NewKey, PortalEdit, StoredPortal, StoredPortalKey};
use crate::auth::portal_key::display_prefix;
use crate::domain::code::{CountryCode, LanguageCode, ThemeCode};
use crate::domain::id::{PortalId, PortalKeyId};
use crate::domain::portal::PortalSettings;

/// A site that is to be registered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PortalInput {
    /// Its readable name in addresses. It stays: it is part of what the site embeds.
    slug: String,
    /// What the site is called.
    name: String,
    /// Web origins (`https://host[:port]`) that may show embeds and call with the key from a browser.
    #[serde(default)]
    origins: Vec<String>,
    /// Languages in which it shows things; empty means all.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    languages: Vec<LanguageCode>,
    /// Only pairings of these countries; empty means all.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    countries: Vec<CountryCode>,
    /// Only pairings under these themes; empty means all.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    themes: Vec<ThemeCode>,
    /// Requests a minute.
    #[serde(default = "default_rate")]
    #[schema(minimum = 1, maximum = 10_000)]
    requests_per_minute: u32,
    /// Whether it may call at all.
    #[serde(default = "yes")]
    is_active: bool,
}

fn default_rate() -> u32 {
    100
}

fn yes() -> bool {
    true
}

impl Validate for PortalInput {}
impl Validate for PortalSettings {}

impl PortalInput {
    fn into_parts(self) -> (String, PortalSettings) {
        let PortalInput { slug, name, origins, languages, countries, themes, requests_per_minute, is_active } = self;
        (slug, PortalSettings { name, origins, languages, countries, themes, requests_per_minute, is_active })
    }
}

/// A key that is to be made.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PortalKeyInput {
    /// What you call it.
    #[serde(default)]
    #[schema(max_length = 100)]
    label: Option<String>,
    /// When it ends by itself; absent for never.
    #[serde(default)]
    expires_at: Option<DateTime<Utc>>,
}

impl Validate for PortalKeyInput {}

/// A key, without its secret.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PortalKeyDto {
    id: Uuid,
    /// The visible part of the key.
    prefix: String,
    label: Option<String>,
    created_at: DateTime<Utc>,
    expires_at: Option<DateTime<Utc>>,
    revoked_at: Option<DateTime<Utc>>,
    /// To the minute.
    last_used_at: Option<DateTime<Utc>>,
}

impl From<&StoredPortalKey> for PortalKeyDto {
    fn from(key: &StoredPortalKey) -> Self {
        Self {
            id: key.id.0,
            prefix: display_prefix(key.id),
            label: key.label.clone(),
            created_at: key.created_at,
            expires_at: key.expires_at,
            revoked_at: key.revoked_at,
            last_used_at: key.last_used_at,
        }
    }
}

/// A key that was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct IssuedKeyDto {
    key: PortalKeyDto,
    /// The text that the site sends as `Authorization: Bearer …`. Shown once: `null` when the same request is sent again.
    text: Option<String>,
}

/// A site.
#[derive(Debug, Serialize, ToSchema)]
pub struct PortalDto {
    id: Uuid,
    slug: String,
    #[serde(flatten)]
    settings: PortalSettings,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    version: i64,
}

impl From<StoredPortal> for PortalDto {
    fn from(portal: StoredPortal) -> Self {
        Self {
            id: portal.id.0,
            slug: portal.slug.into(),
            settings: portal.settings,
            created_at: portal.created_at,
            updated_at: portal.updated_at,
            version: portal.version,
        }
    }
}

/// A site with its keys.
#[derive(Debug, Serialize, ToSchema)]
pub struct PortalWithKeysDto {
    #[serde(flatten)]
    portal: PortalDto,
    /// All keys, the newest first.
    keys: Vec<PortalKeyDto>,
}

fn address(id: PortalId) -> String {
    format!("/api/v1/portals/{id}")
}

/// Registers a site.
#[utoipa::path(operation_id = "create_portal", tag = "administration", request_body = PortalInput, params(("Idempotency-Key" = Uuid, Header)), responses((status = 201, body = PortalDto)))]
#[post("/portals")]
pub async fn create_portal(call: Call, body: UnreadJson<PortalInput>) -> Result<HttpResponse, Problem> {
    let JsonBody { value, sha256 } = body.read().await?;
    let ((slug, settings), model) = (value.into_parts(), call.app.model().clone());
    call.once(&sha256, move |write, pass| {
        let portal = portals::create(write, &Author::from(&pass.actor), &slug, settings, &|theme| model.taxonomy().has(theme))?;
        Ok(Reply::created(address(portal.id), Some(portal.version), PortalDto::from(portal)))
    })
    .await
}

/// Which sites.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PortalQuery {
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Limit,
    cursor: Option<String>,
}

/// Sites, by slug.
#[utoipa::path(operation_id = "list_portals", tag = "administration", params(PortalQuery), responses((status = 200, body = super::edge::Page<PortalDto>)))]
#[get("/portals")]
pub async fn list_portals(call: Call, asked: Query<PortalQuery>) -> Result<HttpResponse, Problem> {
    let list = ListAsk { list: "list_portals", filters: asked.fingerprint(), caller: &call.caller };
    let ask = list.page(&call.app, asked.limit, asked.cursor.as_deref())?;
    let page = call.read(move |db| portals::list(db, &ask)).await?;
    list.answer(&call.app, &call.request, (page, Caching::NoStore), PortalDto::from)
}

/// One site with its keys, never with a secret.
#[utoipa::path(operation_id = "get_portal", tag = "administration", params(("id" = Uuid, Path)), responses((status = 200, body = PortalWithKeysDto)))]
#[get("/portals/{id}")]
pub async fn get_portal(call: Call, id: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let id = PortalId(id.into_inner());
    let (portal, keys) = call.read(move |db| portals::get(db, id)).await?;
    let version = portal.version;
    let dto = PortalWithKeysDto { portal: portal.into(), keys: keys.iter().map(PortalKeyDto::from).collect() };
    let json = serde_json::to_vec(&dto).map_err(|error| Problem::internal(&error))?;
    Ok(answer(&call.request, &EntityTag::of_version_and_content(version, &json), Caching::NoStore, json))
}

/// Replaces the settings of a site. What is left out goes back to its default.
#[utoipa::path(operation_id = "update_portal", tag = "administration", request_body = PortalSettings, params(("id" = Uuid, Path), ("If-Match" = String, Header)), responses((status = 200, body = PortalDto)))]
#[put("/portals/{id}")]
pub async fn update_portal(call: Call, id: web::Path<Uuid>, body: UnreadJson<PortalSettings>) -> Result<HttpResponse, Problem> {
    let (id, expected, model) = (PortalId(id.into_inner()), call.seen()?, call.app.model().clone());
    let settings = body.read().await?.value;
    call.change(move |write, pass| {
        let edit = PortalEdit { id, expected, settings };
        let portal = portals::update(write, &Author::from(&pass.actor), edit, &|theme| model.taxonomy().has(theme))?;
        Ok(Reply::ok(portal.version, PortalDto::from(portal)))
    })
    .await
}

/// Makes a key. Two work at a time, so that a site can change from one to the next.
#[utoipa::path(operation_id = "create_portal_key", tag = "administration", request_body = PortalKeyInput, params(("id" = Uuid, Path), ("Idempotency-Key" = Uuid, Header)), responses((status = 201, body = IssuedKeyDto)))]
#[post("/portals/{id}/keys")]
pub async fn create_portal_key(call: Call, id: web::Path<Uuid>, body: UnreadJson<PortalKeyInput>) -> Result<HttpResponse, Problem> {
    let id = PortalId(id.into_inner());
    let JsonBody { value: PortalKeyInput { label, expires_at }, sha256 } = body.read().await?;
    call.once_with_secret(&sha256, move |write, pass| {
        let IssuedKey { key, text } = portals::create_key(write, &Author::from(&pass.actor), id, NewKey { label, expires_at })?;
        let dto = |text| IssuedKeyDto { key: PortalKeyDto::from(&key), text };
        Ok((Reply::created(address(id), None, dto(Some(text.expose().to_owned()))), dto(None)))
    })
    .await
}

/// Ends a key at once.
#[utoipa::path(operation_id = "revoke_portal_key", tag = "administration", params(("id" = Uuid, Path), ("key_id" = Uuid, Path)), responses((status = 204)))]
#[delete("/portals/{id}/keys/{key_id}")]
pub async fn revoke_portal_key(call: Call, address: web::Path<(Uuid, Uuid)>) -> Result<HttpResponse, Problem> {
    let ((id, key), pass) = (address.into_inner(), call.pass()?);
    let revoke = move |write: &mut crate::actions::context::Write<'_>| {
        portals::revoke_key(write, &Author::from(&pass.actor), PortalId(id), PortalKeyId(key))
    };
    call.app.write(call.request_id(), revoke).await?;
    Ok(HttpResponse::NoContent().finish())
}
