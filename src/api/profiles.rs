//! A city's profile: draft, submission, verification, revisions.

use actix_web::{HttpResponse, get, post, put};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::call::{Call, NO_BODY, Reply};
use super::edge::{
    Caching, CursorScope, CursorSigner, EntityTag, JsonBody, Limit, Page, Problem, Query, UnreadJson, Validate, answer_value,
};
use crate::actions::profiles::{self, CurrentProfile, Origin, Revision};
use crate::domain::profile::{Profile, RevisionState};

impl Validate for Profile {}

/// A city's profile.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProfileDto {
    /// Counts every change; 0 before the first revision. It is the `ETag`.
    version: i64,
    /// The newest revision, whatever its state; absent before the first.
    newest: Option<RevisionDto>,
    /// The number of the revision that matching uses: the newest verified one, or else the newest submitted one.
    used_by_matching: Option<i32>,
}

/// A revision of a profile.
#[derive(Debug, Serialize, ToSchema)]
pub struct RevisionDto {
    id: Uuid,
    number: i32,
    state: RevisionState,
    /// `import`: found in published sources, not confirmed by the city.
    origin: Origin,
    profile: Profile,
    created_at: DateTime<Utc>,
    submitted_at: Option<DateTime<Utc>>,
    decided_at: Option<DateTime<Utc>>,
    /// Why it was returned.
    reason: Option<String>,
}

impl From<Revision> for RevisionDto {
    fn from(revision: Revision) -> Self {
        Self {
            id: revision.id.0,
            number: revision.number,
            state: revision.state,
            origin: revision.origin,
            profile: revision.body,
            created_at: revision.created_at,
            submitted_at: revision.submitted_at,
            decided_at: revision.decided_at,
            reason: revision.reason,
        }
    }
}

impl From<CurrentProfile> for ProfileDto {
    fn from(current: CurrentProfile) -> Self {
        Self {
            version: current.version,
            newest: current.newest.map(RevisionDto::from),
            used_by_matching: current.standing.map(|revision| revision.number),
        }
    }
}

fn reply(current: CurrentProfile) -> Reply<ProfileDto> {
    Reply::ok(current.version, current.into())
}

/// The profile: its newest revision, and which one matching uses.
#[utoipa::path(operation_id = "get_profile", tag = "profiles", params(("id" = String, Path, description = "id or slug")), responses((status = 200, body = ProfileDto)))]
#[get("/cities/{id}/profile")]
pub async fn get_profile(call: Call) -> Result<HttpResponse, Problem> {
    let city = call.pass()?.city.ok_or_else(Problem::not_found)?;
    let current = call.read(move |db| profiles::current(db, city)).await?;
    answer_value(&call.request, &EntityTag::of_version(current.version), Caching::NoStore, &ProfileDto::from(current))
}

/// Writes the draft: over itself, or as a new revision on top of one that was handed in.
#[utoipa::path(operation_id = "put_profile", tag = "profiles", request_body = Profile, params(("id" = String, Path, description = "id or slug"), ("If-Match" = String, Header)), responses((status = 200, body = ProfileDto)))]
#[put("/cities/{id}/profile")]
pub async fn put_profile(call: Call, body: UnreadJson<Profile>) -> Result<HttpResponse, Problem> {
    let (seen, model) = (call.seen()?, call.app.model().clone());
    let profile = body.read().await?.value;
    call.change(move |write, pass| Ok(reply(profiles::put(write, model.taxonomy(), pass, seen, profile)?))).await
}

/// Hands the draft in.
#[utoipa::path(operation_id = "submit_profile", tag = "profiles", params(("id" = String, Path, description = "id or slug"), ("If-Match" = String, Header), ("Idempotency-Key" = Uuid, Header)), responses((status = 200, body = ProfileDto)))]
#[post("/cities/{id}/profile/submit")]
pub async fn submit_profile(call: Call) -> Result<HttpResponse, Problem> {
    let (seen, model) = (call.seen()?, call.app.model().clone());
    call.once(&NO_BODY, move |write, pass| Ok(reply(profiles::submit(write, model.taxonomy(), pass, seen)?))).await
}

/// The secretariat stands behind the submitted revision.
#[utoipa::path(operation_id = "verify_profile", tag = "profiles", params(("id" = String, Path, description = "id or slug"), ("If-Match" = String, Header), ("Idempotency-Key" = Uuid, Header)), responses((status = 200, body = ProfileDto)))]
#[post("/cities/{id}/profile/verify")]
pub async fn verify_profile(call: Call) -> Result<HttpResponse, Problem> {
    let seen = call.seen()?;
    call.once(&NO_BODY, move |write, pass| Ok(reply(profiles::verify(write, pass, seen)?))).await
}

/// Why a profile goes back to its city.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnInput {
    /// What the city should change, in any language.
    reason: String,
}

impl Validate for ReturnInput {}

/// The secretariat sends the submitted revision back, with a reason.
#[utoipa::path(operation_id = "return_profile", tag = "profiles", request_body = ReturnInput, params(("id" = String, Path, description = "id or slug"), ("If-Match" = String, Header), ("Idempotency-Key" = Uuid, Header)), responses((status = 200, body = ProfileDto)))]
#[post("/cities/{id}/profile/return")]
pub async fn return_profile(call: Call, body: UnreadJson<ReturnInput>) -> Result<HttpResponse, Problem> {
    let seen = call.seen()?;
    let JsonBody { value, sha256 } = body.read().await?;
    call.once(&sha256, move |write, pass| Ok(reply(profiles::send_back(write, pass, seen, &value.reason)?))).await
}

/// A page of revisions.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RevisionQuery {
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Limit,
    cursor: Option<String>,
}

/// All revisions of a profile, newest first. Nothing that a city wrote is lost.
#[utoipa::path(operation_id = "list_profile_revisions", tag = "profiles", params(("id" = String, Path, description = "id or slug"), RevisionQuery), responses((status = 200, body = Page<RevisionDto>)))]
#[get("/cities/{id}/profile/revisions")]
pub async fn list_profile_revisions(call: Call, asked: Query<RevisionQuery>) -> Result<HttpResponse, Problem> {
    let city = call.pass()?.city.ok_or_else(Problem::not_found)?;
    let (signer, fingerprint, principal) = (CursorSigner::new(call.app.cursor_secret()), asked.fingerprint(), city.to_string());
    let scope = CursorScope { list: "list_profile_revisions", filters: &fingerprint, principal: &principal };
    let before: Option<i32> = asked.cursor.as_deref().map(|token| signer.open(scope, token)).transpose()?;
    let limit = asked.limit.get();
    let rows = call.read(move |db| profiles::revisions(db, city, before, i64::from(limit))).await?;
    Page::cut(rows, limit, |row| signer.seal(scope, &row.number), RevisionDto::from)?.answer(&call.request, Caching::NoStore)
}
