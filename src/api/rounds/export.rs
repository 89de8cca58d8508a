//! The pairings of a run as a file: CSV or XLSX.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::{HttpResponse, get, web};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use crate::actions::rounds::export::{self, Format};
use crate::actions::rounds::read;
use crate::api::call::Call;
use crate::api::edge::{Problem, Query};
use crate::domain::id::RoundId;

/// Which file.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ExportQuery {
    /// `csv` or `xlsx`.
    #[param(inline)]
    format: Format,
    /// Of which run; the newest where absent.
    #[param(minimum = 1)]
    run: Option<i64>,
}

/// The pairings of a run as a file to download. A text that a spreadsheet would run as a formula is made harmless.
#[utoipa::path(operation_id = "get_round_export", tag = "rounds", params(("id" = Uuid, Path), ExportQuery), responses((status = 200, body = String, content_type = "text/csv")))]
#[get("/rounds/{id}/export")]
pub async fn get_round_export(call: Call, id: web::Path<Uuid>, asked: Query<ExportQuery>) -> Result<HttpResponse, Problem> {
    let (id, format, run) = (RoundId(id.into_inner()), asked.format, asked.run);
    let (bytes, number) = call
        .read(move |db| {
            let run = read::run(db, id, run)?;
            let views = read::all_pairings(db, &run)?;
            Ok((export::file(&run, &views, format)?, run.number))
        })
        .await?;
    let name = format!("attachment; filename=\"round-{id}-run-{number}.{format}\"");
    let mut response = HttpResponse::Ok();
    response.insert_header((CONTENT_DISPOSITION, name)).insert_header((CACHE_CONTROL, "no-store"));
    Ok(response.content_type(format.media_type()).body(bytes))
}
