//! The first look at a request, before anyone asks who is calling: its size, the text of its path, whether its method exists there, and whether
//! it accepts what is offered. HEAD becomes GET here, and OPTIONS is answered.

use std::sync::Arc;
use std::time::Instant;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header;
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpResponse};

use super::cors;
use super::metrics;
use super::negotiation;
use super::path_text;
use super::problem::Problem;
use super::problem_code::ProblemCode;
use super::routes::{Operation, Resolution};
use super::settings::Edge;

/// The layer inside the envelope: see the module.
pub(super) async fn direct<B: MessageBody + 'static>(
    edge: Arc<Edge>,
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    if let Err(problem) = check_size(&edge, &request).and_then(|()| path_text::check(request.uri().path())) {
        return refuse(request, &problem);
    }
    if request.method() == Method::HEAD {
        request.head_mut().method = Method::GET;
    }
    let asked = if request.method() == Method::OPTIONS { cors::asked_method(request.headers()) } else { request.method().clone() };
    let operation = match edge.routes.resolve(&asked, request.match_info().as_str()) {
        Resolution::Found(operation) => Some(operation.clone()),
        Resolution::WrongMethod { allow } if request.method() == Method::OPTIONS => return options(request, &allow),
        Resolution::WrongMethod { allow } => return refuse(request, &Problem::method_not_allowed(allow)),
        Resolution::Unknown => None,
    };
    let (started, _in_flight) = (Instant::now(), edge.metrics.begin());
    let name = operation.as_ref().map(|operation| Arc::clone(&operation.id));
    let outcome = match operation {
        Some(operation) => proceed(&edge, operation, request, next).await,
        None => next.call(request).await.map(ServiceResponse::map_into_boxed_body),
    };
    let status = outcome.as_ref().map_or_else(|error| error.as_response_error().status_code(), ServiceResponse::status);
    edge.metrics.observe(name.as_deref().unwrap_or(metrics::PAGE), status, started.elapsed());
    outcome
}

async fn proceed<B: MessageBody + 'static>(
    edge: &Edge,
    operation: Operation,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let is_public = edge.settings.public_operations.contains(&*operation.id);
    if request.method() == Method::OPTIONS {
        let preflight = cors::preflight(is_public);
        return Ok(request.into_response(preflight));
    }
    if let Err(problem) = negotiation::check(request.head(), &operation.produces) {
        return refuse(request, &problem);
    }
    tracing::Span::current().record("operation", &*operation.id);
    request.extensions_mut().insert(operation);
    let mut outcome = next.call(request).await.map(ServiceResponse::map_into_boxed_body);
    if is_public {
        match &mut outcome {
            Ok(response) => cors::open(response.headers_mut()),
            Err(error) => error.add_response_mapper(|mut response| {
                cors::open(response.headers_mut());
                response
            }),
        }
    }
    outcome
}

fn check_size(edge: &Edge, request: &ServiceRequest) -> Result<(), Problem> {
    let settings = &edge.settings;
    let target = request.uri().path_and_query().map_or(0, |target| target.as_str().len());
    if target > settings.uri_max_bytes {
        return Err(Problem::new(
            ProblemCode::UriTooLong,
            format!("The address has {target} bytes; at most {} are read.", settings.uri_max_bytes),
        ));
    }
    let fields: usize = request.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
    if fields > settings.header_max_bytes {
        let detail = format!("The header section has {fields} bytes; at most {} are read.", settings.header_max_bytes);
        return Err(Problem::new(ProblemCode::HeadersTooLarge, detail));
    }
    Ok(())
}

fn refuse(request: ServiceRequest, problem: &Problem) -> Result<ServiceResponse<BoxBody>, Error> {
    Ok(request.into_response(actix_web::ResponseError::error_response(problem)))
}

fn options(request: ServiceRequest, allow: &str) -> Result<ServiceResponse<BoxBody>, Error> {
    Ok(request.into_response(HttpResponse::NoContent().insert_header((header::ALLOW, allow)).finish()))
}
