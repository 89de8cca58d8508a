//! Writes into the OpenAPI document what the edge can answer by itself, so that every operation documents its error statuses and no handler repeats them.

use utoipa::openapi::path::Operation;
use utoipa::openapi::{ContentBuilder, OpenApi, PathItem, Ref, RefOr, Response, ResponseBuilder};
use utoipa::{PartialSchema, ToSchema};

use super::language::TitleLanguage;
use super::problem::{PROBLEM_JSON, ProblemDocument};
use super::problem_code::ProblemCode;

/// What any operation may be refused with.
const ANY: [u16; 12] = [400, 401, 403, 404, 406, 408, 414, 422, 429, 431, 500, 503];
/// What an operation with a body may be refused with besides.
const WITH_BODY: [u16; 2] = [413, 415];
/// What one that writes over a version or once for each key may be refused with besides.
const WITH_IF_MATCH: [u16; 3] = [409, 412, 428];
const WITH_IDEMPOTENCY_KEY: [u16; 1] = [409];

/// Completes a document: the schema `Problem`, and for each operation every refusal that the edge can make, unless the handler described it.
pub fn document_refusals(document: &mut OpenApi) {
    let components = document.components.get_or_insert_default();
    let mut schemas = vec![(ProblemDocument::name().into_owned(), ProblemDocument::schema())];
    ProblemDocument::schemas(&mut schemas);
    components.schemas.extend(schemas);
    for operation in document.paths.paths.values_mut().flat_map(operations) {
        let with_body: &[u16] = if operation.request_body.is_some() { &WITH_BODY } else { &[] };
        let with_if_match: &[u16] = if takes(operation, "If-Match") { &WITH_IF_MATCH } else { &[] };
        let with_key: &[u16] = if takes(operation, "Idempotency-Key") { &WITH_IDEMPOTENCY_KEY } else { &[] };
        for status in ANY.iter().chain(with_body).chain(with_if_match).chain(with_key) {
            operation.responses.responses.entry(status.to_string()).or_insert_with(|| RefOr::T(refusal(*status)));
        }
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch, &mut item.options, &mut item.head, &mut item.trace]
        .into_iter()
        .filter_map(Option::as_mut)
}

fn takes(operation: &Operation, parameter: &str) -> bool {
    operation.parameters.iter().flatten().any(|known| matches!(known, RefOr::T(known) if known.name == parameter))
}

fn refusal(status: u16) -> Response {
    let schema = RefOr::Ref(Ref::from_schema_name(ProblemDocument::name()));
    let content = ContentBuilder::new().schema(Some(schema)).build();
    let title = ProblemCode::for_status(status).title(TitleLanguage::English);
    ResponseBuilder::new().description(title).content(PROBLEM_JSON, content).build()
}
