//! Signing in and out, invitations, the own password, and who am I.
//!
//! None of these takes an `Idempotency-Key`: the answers hold secrets, which are kept nowhere. A refresh whose answer got lost can be sent again
//! within ten seconds; a lost sign-in is simply done again.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, get, post, put};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::call::Call;
use super::city_ref::CityRefDto;
use super::edge::{Caching, EntityTag, Problem, UnreadJson, Validate, answer_value};
use crate::actions::identity::{self, Me};
use crate::actions::identity_sessions as sessions;
use crate::app::sign_in::{PasswordChange, Tokens};
use crate::auth::secret::Secret;
use crate::domain::role::Role;

/// Who wants to sign in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LoginInput {
    /// E-mail address, in upper or lower case.
    email: String,
    /// Password.
    password: Secret,
}

impl Validate for LoginInput {}

/// A refresh token.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefreshInput {
    /// The one that the last answer gave.
    refresh_token: Secret,
}

impl Validate for RefreshInput {}

/// An invitation and the password that it is to set.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptInvitationInput {
    /// The token of the invitation.
    token: Secret,
    /// At least 8 characters, better a phrase of 15 or more; what others can guess is refused.
    password: Secret,
}

impl Validate for AcceptInvitationInput {}

/// The present password and the next.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordInput {
    /// The present one.
    current_password: Secret,
    /// At least 8 characters, better a phrase of 15 or more; what others can guess is refused.
    new_password: Secret,
}

impl Validate for PasswordInput {}

/// What a session is used with.
#[derive(Debug, Serialize, ToSchema)]
pub struct TokensDto {
    /// To be sent as `Authorization: Bearer …`.
    access_token: String,
    /// `Bearer`.
    #[schema(example = "Bearer")]
    token_type: &'static str,
    /// Seconds for which the access token is good.
    expires_in: u64,
    /// To be exchanged at `/auth/refresh` for the next pair. Good once: one that comes back later ends the session.
    refresh_token: String,
    /// When the session ends, however often it is refreshed.
    session_expires_at: DateTime<Utc>,
}

/// 200 with tokens, which nobody may keep but their owner.
fn with_tokens(tokens: &Tokens) -> HttpResponse {
    HttpResponse::Ok().insert_header((CACHE_CONTROL, Caching::NoStore.as_str())).json(TokensDto {
        access_token: tokens.access_token.expose().to_owned(),
        token_type: "Bearer",
        expires_in: tokens.expires_in,
        refresh_token: tokens.refresh_token.expose().to_owned(),
        session_expires_at: tokens.session_expires_at,
    })
}

/// E-mail address and password to tokens.
#[utoipa::path(operation_id = "login", tag = "identity", request_body = LoginInput, responses((status = 200, body = TokensDto)))]
#[post("/auth/login")]
pub async fn login(call: Call, body: UnreadJson<LoginInput>) -> Result<HttpResponse, Problem> {
    let LoginInput { email, password } = body.read().await?.value;
    Ok(with_tokens(&call.app.sign_in(call.visit(), email, password).await?))
}

/// A refresh token to the next tokens.
#[utoipa::path(operation_id = "refresh", tag = "identity", request_body = RefreshInput, responses((status = 200, body = TokensDto)))]
#[post("/auth/refresh")]
pub async fn refresh(call: Call, body: UnreadJson<RefreshInput>) -> Result<HttpResponse, Problem> {
    let RefreshInput { refresh_token } = body.read().await?.value;
    Ok(with_tokens(&call.app.refresh(call.request_id(), refresh_token).await?))
}

/// Ends the session that the access token belongs to.
#[utoipa::path(operation_id = "logout", tag = "identity", responses((status = 204)))]
#[post("/auth/logout")]
pub async fn logout(call: Call) -> Result<HttpResponse, Problem> {
    let (actor, session) = (call.pass()?.actor, call.session()?);
    call.app.write(call.request_id(), move |write| sessions::close(write, &actor, session)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Sets a password with an invitation, and signs in. Sessions that began before end.
#[utoipa::path(operation_id = "accept_invitation", tag = "identity", request_body = AcceptInvitationInput, responses((status = 200, body = TokensDto)))]
#[post("/auth/invitation")]
pub async fn accept_invitation(call: Call, body: UnreadJson<AcceptInvitationInput>) -> Result<HttpResponse, Problem> {
    let AcceptInvitationInput { token, password } = body.read().await?.value;
    Ok(with_tokens(&call.app.accept_invitation(call.request_id(), token, password).await?))
}

/// Changes the own password. All sessions end; the answer holds the tokens of a new one.
#[utoipa::path(operation_id = "change_password", tag = "identity", request_body = PasswordInput, responses((status = 200, body = TokensDto)))]
#[put("/me/password")]
pub async fn change_password(call: Call, body: UnreadJson<PasswordInput>) -> Result<HttpResponse, Problem> {
    let PasswordInput { current_password, new_password } = body.read().await?.value;
    let change = PasswordChange { current: current_password, new: new_password };
    Ok(with_tokens(&call.app.change_password(call.visit(), call.pass()?.actor, change).await?))
}

/// A person as they see themselves.
#[derive(Debug, Serialize, ToSchema)]
pub struct MeDto {
    id: Uuid,
    email: String,
    name: String,
    role: Role,
    /// The city of a focal point.
    city: Option<CityRefDto>,
    /// The country to which an observer is limited.
    country: Option<String>,
    /// The language that they read.
    language: Option<String>,
}

impl From<Me> for MeDto {
    fn from(Me { account, city }: Me) -> Self {
        Self {
            id: account.id.0,
            email: account.email.into(),
            name: account.person.name,
            role: account.person.role,
            city: city.as_ref().map(CityRefDto::from),
            country: account.person.country.map(String::from),
            language: account.person.language.map(String::from),
        }
    }
}

/// Who am I.
#[utoipa::path(operation_id = "get_me", tag = "identity", responses((status = 200, body = MeDto)))]
#[get("/me")]
pub async fn get_me(call: Call) -> Result<HttpResponse, Problem> {
    let actor = call.pass()?.actor;
    let me = call.read(move |db| identity::me(db, &actor)).await?;
    let version = me.account.version;
    let dto = MeDto::from(me);
    let content = serde_json::to_vec(&dto).map_err(|error| Problem::internal(&error))?;
    answer_value(&call.request, &EntityTag::of_version_and_content(version, &content), Caching::NoStore, &dto)
}
