//! A city's profile: written, handed in, verified or returned. The `ETag` counts every change of the profile as a whole.

use actix_web::{HttpResponse, get, post, put};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::call::{Call, Reply};
use super::edge::{Caching, EntityTag, Limit, Problem, Query, UnreadJson, Validate, answer_value};
use super::lists::ListAsk;
use crate::actions::profiles::{self, CurrentProfile, Origin, Revision};
use crate::domain::profile::{Profile, RevisionState};

impl Validate for Profile {}

/// A revision of a profile.
#[derive(Debug, Serialize, ToSchema)]
pub struct RevisionDto {
    /// 1, 2, 3, …
    number: i32,
    /// Where it stands.
    state: RevisionState,
    /// Who wrote it.
    origin: Origin,
    /// When it was begun.
    created_at: DateTime<Utc>,
    /// When it was handed in.
    submitted_at: Option<DateTime<Utc>>,
    /// When it was verified or returned.
    decided_at: Option<DateTime<Utc>>,
    /// Why it was returned.
    reason: Option<String>,
    /// What it says.
    body: Profile,
}

impl From<Revision> for RevisionDto {
    fn from(revision: Revision) -> Self {
        Self {
            number: revision.number,
            state: revision.state,
            origin: revision.origin,
            created_at: revision.created_at,
            submitted_at: revision.submitted_at,
            decided_at: revision.decided_at,
            reason: revision.reason,
            body: revision.body,
        }
    }
}

/// A city's profile.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProfileDto {
    /// Counts every change; 0 before the first revision.
    version: i64,
    /// The newest revision, whatever its state. A new draft starts from its body.
    newest: Option<RevisionDto>,
    /// The number of the revision that matching uses: the newest verified one, or else the newest submitted one.
    standing: Option<i32>,
}

impl From<CurrentProfile> for ProfileDto {
    fn from(profile: CurrentProfile) -> Self {
        Self {
            version: profile.version,
            newest: profile.newest.map(RevisionDto::from),
            standing: profile.standing.map(|revision| revision.number),
        }
    }
}

fn reply(profile: CurrentProfile) -> Reply<ProfileDto> {
    Reply::ok(profile.version, profile.into())
}

/// The profile in work.
#[utoipa::path(operation_id = "get_profile", tag = "profiles", params(("id" = String, Path, description = "id or slug")), responses((status = 200, body = ProfileDto)))]
#[get("/cities/{id}/profile")]
pub async fn get_profile(call: Call) -> Result<HttpResponse, Problem> {
    let city = call.pass()?.addressed_city()?;
    let profile = call.read(move |db| profiles::current(db, city)).await?;
    answer_value(&call.request, &EntityTag::of_version(profile.version), Caching::NoStore, &ProfileDto::from(profile))
}

/// Writes the draft, whole. On top of a revision that was handed in it begins a new one.
#[utoipa::path(operation_id = "put_profile", tag = "profiles", request_body = Profile, params(("id" = String, Path, description = "id or slug"), ("If-Match" = String, Header)), responses((status = 200, body = ProfileDto)))]
#[put("/cities/{id}/profile")]
pub async fn put_profile(call: Call, body: UnreadJson<Profile>) -> Result<HttpResponse, Problem> {
    let (seen, model) = (call.seen()?, call.app.model().clone());
    let body = body.read().await?.value;
    call.change(move |write, pass| Ok(reply(profiles::put(write, model.taxonomy(), pass, seen, body)?))).await
}

/// Hands the draft in.
#[utoipa::path(operation_id = "submit_profile", tag = "profiles", params(("id" = String, Path, description = "id or slug"), ("If-Match" = String, Header)), responses((status = 200, body = ProfileDto)))]
#[post("/cities/{id}/profile/submit")]
pub async fn submit_profile(call: Call) -> Result<HttpResponse, Problem> {
    let (seen, model) = (call.seen()?, call.app.model().clone());
    call.change(move |write, pass| Ok(reply(profiles::submit(write, model.taxonomy(), pass, seen)?))).await
}

/// The secretariat stands behind the revision that was handed in.
#[utoipa::path(operation_id = "verify_profile", tag = "profiles", params(("id" = String, Path, description = "id or slug"), ("If-Match" = String, Header)), responses((status = 200, body = ProfileDto)))]
#[post("/cities/{id}/profile/verify")]
pub async fn verify_profile(call: Call) -> Result<HttpResponse, Problem> {
    let seen = call.seen()?;
    call.change(move |write, pass| Ok(reply(profiles::verify(write, pass, seen)?))).await
}

/// Why a profile goes back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnInput {
    /// What the city should change, in any language.
    #[schema(max_length = 4000)]
    reason: String,
}

impl Validate for ReturnInput {}

/// The secretariat sends the revision that was handed in back.
#[utoipa::path(operation_id = "return_profile", tag = "profiles", request_body = ReturnInput, params(("id" = String, Path, description = "id or slug"), ("If-Match" = String, Header)), responses((status = 200, body = ProfileDto)))]
#[post("/cities/{id}/profile/return")]
pub async fn return_profile(call: Call, body: UnreadJson<ReturnInput>) -> Result<HttpResponse, Problem> {
    let seen = call.seen()?;
    let reason = body.read().await?.value.reason;
    call.change(move |write, pass| Ok(reply(profiles::send_back(write, pass, seen, &reason)?))).await
}

/// A page.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RevisionQuery {
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Limit,
    cursor: Option<String>,
}

/// Every revision, newest first.
#[utoipa::path(operation_id = "list_profile_revisions", tag = "profiles", params(("id" = String, Path, description = "id or slug"), RevisionQuery), responses((status = 200, body = super::edge::Page<RevisionDto>)))]
#[get("/cities/{id}/profile/revisions")]
pub async fn list_profile_revisions(call: Call, asked: Query<RevisionQuery>) -> Result<HttpResponse, Problem> {
    let city = call.pass()?.addressed_city()?;
    let list = ListAsk { list: "list_profile_revisions", filters: asked.fingerprint(), caller: &call.caller };
    let ask = list.page(&call.app, asked.limit, asked.cursor.as_deref())?;
    let page = call.read(move |db| profiles::revisions(db, city, &ask)).await?;
    list.answer(&call.app, &call.request, (page, Caching::NoStore), RevisionDto::from)
}
