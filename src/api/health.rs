//! What operators and other services ask of the service itself.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;

use super::edge::Problem;
use crate::app::App;

/// How the service is.
#[derive(Debug, Serialize, ToSchema)]
pub struct HealthDto {
    /// `ok`.
    status: &'static str,
}

/// Whether the program runs. Asks nothing of anybody else.
#[utoipa::path(operation_id = "healthz", tag = "operation", responses((status = 200, body = HealthDto)))]
#[get("/healthz")]
pub async fn healthz() -> HttpResponse {
    HttpResponse::Ok().json(HealthDto { status: "ok" })
}

/// Whether it can serve: the database answers and has the schema of this program.
#[utoipa::path(operation_id = "readyz", tag = "operation", responses((status = 200, body = HealthDto)))]
#[get("/readyz")]
pub async fn readyz(app: Data<App>) -> Result<HttpResponse, Problem> {
    app.check_ready().await?;
    Ok(HttpResponse::Ok().json(HealthDto { status: "ok" }))
}

/// The public keys with which access tokens are verified.
#[utoipa::path(operation_id = "jwks", tag = "operation", responses((status = 200, body = crate::auth::keys::Jwks)))]
#[get("/.well-known/jwks.json")]
pub async fn jwks(app: Data<App>) -> HttpResponse {
    HttpResponse::Ok().insert_header(("cache-control", "public, max-age=300")).json(app.identity().jwks())
}
