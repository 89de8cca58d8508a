//! What the framework's own extractors and its router say by themselves, put into the service's words. The envelope catches what is left.

use actix_web::error::{JsonPayloadError, PathError, QueryPayloadError};
use actix_web::web::{FormConfig, JsonConfig, PathConfig, QueryConfig, ServiceConfig};
use actix_web::{Error, HttpResponse};

use super::problem::Problem;
use super::problem_code::ProblemCode;
use super::settings::BodyLimits;

/// Registers the error handlers of `web::Path`, `web::Query`, `web::Json` and `web::Form`.
pub(super) fn configure(config: &mut ServiceConfig) {
    let limit = BodyLimits::default().max_bytes;
    config
        .app_data(PathConfig::default().error_handler(|error, _| bad_path(&error)))
        .app_data(QueryConfig::default().error_handler(|error, _| bad_query(&error)))
        .app_data(JsonConfig::default().limit(limit).error_handler(|error, _| bad_json(&error)))
        .app_data(FormConfig::default().limit(limit));
}

/// The answer where nothing is registered.
pub(super) async fn nothing_here() -> Result<HttpResponse, Problem> {
    Err(Problem::not_found())
}

fn bad_path(error: &PathError) -> Error {
    Problem::new(ProblemCode::InvalidPath, "A part of the address has a form that nothing here can have.")
        .caused_by(error.to_string())
        .into()
}

fn bad_query(error: &QueryPayloadError) -> Error {
    Problem::new(ProblemCode::InvalidQuery, "The query cannot be read.").caused_by(error.to_string()).into()
}

fn bad_json(error: &JsonPayloadError) -> Error {
    let code = if matches!(error, JsonPayloadError::Overflow { .. } | JsonPayloadError::OverflowKnownLength { .. }) {
        ProblemCode::BodyTooLarge
    } else if matches!(error, JsonPayloadError::ContentType) {
        ProblemCode::UnsupportedMediaType
    } else if matches!(error, JsonPayloadError::Deserialize(inner) if inner.is_data()) {
        ProblemCode::InvalidInput
    } else {
        ProblemCode::InvalidJson
    };
    Problem::new(code, "The body cannot be read as JSON of the wanted shape.").caused_by(error.to_string()).into()
}
