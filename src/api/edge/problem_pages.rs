//! What stands behind the `type` of a problem: the reference leads to a description of the kind.

use actix_web::{HttpResponse, get, web};
use serde::Serialize;

use super::etag::Caching;
use super::language::TitleLanguage;
use super::problem::Problem;
use super::problem_code::ProblemCode;

/// A kind of problem.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ProblemType {
    /// The stable word.
    pub code: ProblemCode,
    /// The HTTP status that goes with it.
    pub status: u16,
    /// The title in English.
    pub title_en: &'static str,
    /// The title in Indonesian.
    pub title_id: &'static str,
    /// The title in Vietnamese.
    pub title_vi: &'static str,
    /// The title in Thai.
    pub title_th: &'static str,
    /// The title in Khmer.
    pub title_km: &'static str,
}

/// Describes one kind of problem: the address is the `type` of the problem document.
#[utoipa::path(
    operation_id = "read_problem_type",
    tag = "operation",
    params(("code" = String, Path, description = "The problem's code")),
    responses((status = 200, body = ProblemType))
)]
#[get("/problems/{code}")]
pub async fn problem_type(code: web::Path<String>) -> Result<HttpResponse, Problem> {
    let code = ProblemCode::parse(&code).ok_or_else(Problem::not_found)?;
    let described = ProblemType {
        code,
        status: code.status(),
        title_en: code.title(TitleLanguage::English),
        title_id: code.title(TitleLanguage::Indonesian),
        title_vi: code.title(TitleLanguage::Vietnamese),
        title_th: code.title(TitleLanguage::Thai),
        title_km: code.title(TitleLanguage::Khmer),
    };
    Ok(HttpResponse::Ok().insert_header(("cache-control", Caching::Published.as_str())).json(described))
}
