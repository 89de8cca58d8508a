//! What a stranger's program asks first: where the interfaces are, and whom to tell of a hole.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use chrono::TimeDelta;
use serde::Serialize;
use utoipa::ToSchema;

use super::edge::{Edge, Problem};
use crate::app::App;

/// The media type of a set of links (RFC 9264).
const LINKSET: &str = "application/linkset+json";
/// So long what `security.txt` says is good for. RFC 9116 wants less than a year.
const GOOD_FOR: TimeDelta = TimeDelta::days(180);

/// The interfaces of this service (RFC 9727).
#[derive(Debug, Serialize, ToSchema)]
pub struct CatalogDto {
    linkset: Vec<InterfaceDto>,
}

/// One interface.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub struct InterfaceDto {
    /// Where it begins, relative to this catalogue.
    anchor: &'static str,
    service_desc: Vec<TargetDto>,
    service_doc: Vec<TargetDto>,
    status: Vec<TargetDto>,
}

/// Where a link leads.
#[derive(Debug, Serialize, ToSchema)]
pub struct TargetDto {
    /// The address, relative to this catalogue.
    href: &'static str,
    /// The media type found there.
    #[serde(rename = "type")]
    media_type: &'static str,
}

/// The interfaces of this service, for programs that look for them.
#[utoipa::path(operation_id = "api_catalog", tag = "operation", responses((status = 200, body = CatalogDto, content_type = "application/linkset+json")))]
#[get("/.well-known/api-catalog")]
pub async fn api_catalog() -> Result<HttpResponse, Problem> {
    let to = |href, media_type| vec![TargetDto { href, media_type }];
    let interface = InterfaceDto {
        anchor: "/api/v1",
        service_desc: to("/openapi.json", "application/json"),
        service_doc: to("/docs/", "text/html"),
        status: to("/readyz", "application/json"),
    };
    let body = serde_json::to_string(&CatalogDto { linkset: vec![interface] }).map_err(|error| Problem::internal(&error))?;
    let mut answer = HttpResponse::Ok();
    answer.insert_header(("content-type", LINKSET)).insert_header(("cache-control", "public, max-age=300"));
    Ok(answer.insert_header(("link", "</.well-known/api-catalog>; rel=\"api-catalog\"")).body(body))
}

/// Whom to tell of a hole in this service (RFC 9116). Not there where the operator has named nobody.
#[utoipa::path(operation_id = "security_txt", tag = "operation", responses((status = 200, body = String, content_type = "text/plain")))]
#[get("/.well-known/security.txt")]
pub async fn security_txt(request: HttpRequest, app: Data<App>) -> Result<HttpResponse, Problem> {
    let edge = request.app_data::<Data<Edge>>();
    let contact = edge.and_then(|edge| edge.settings.security_contact.clone()).ok_or_else(Problem::not_found)?;
    let expires = (app.clock().now() + GOOD_FOR).to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let body = format!("Contact: {contact}\nExpires: {expires}\nPreferred-Languages: en, id\n");
    let mut answer = HttpResponse::Ok();
    answer.insert_header(("content-type", "text/plain; charset=utf-8")).insert_header(("cache-control", "public, max-age=300"));
    Ok(answer.body(body))
}
