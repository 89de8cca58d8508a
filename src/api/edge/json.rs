//! JSON bodies as handlers want them: read within limits, strict, validated, with every fault named, and with their digest for idempotency.
//!
//! Nothing of the body is read before the handler is called, so everything that a layer around it decides, authorization above all, comes first.

use std::future::{Future, Ready, ready};
use std::marker::PhantomData;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::body::read_body;
use super::problem::Problem;
use super::problem_code::ProblemCode;
use super::settings::{BodyLimits, body_limits};
use super::strict_json::{self, JsonFault};
use crate::domain::fault::Faults;

/// What can be said about an input once its shape is right.
pub trait Validate {
    /// Every fault, by pointer into the body. None by default.
    fn validate(&self) -> Faults {
        Faults::new()
    }
}

/// A JSON body: an extractor for handlers that read it at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonBody<T> {
    /// What it says.
    pub value: T,
    /// SHA-256 of its bytes as they came.
    pub sha256: [u8; 32],
}

/// A JSON body that is not read yet: an extractor for handlers that first decide on the object that the path names.
pub struct UnreadJson<T> {
    request: HttpRequest,
    payload: Payload,
    wanted: PhantomData<T>,
}

impl<T: DeserializeOwned + Validate> UnreadJson<T> {
    /// Reads the body.
    ///
    /// # Errors
    /// 415 for another media type or a content coding, 408 and 413 for its arrival, 400 for no JSON, 422 naming every fault.
    pub async fn read(self) -> Result<JsonBody<T>, Problem> {
        let limits = body_limits(&self.request);
        self.read_within(limits).await
    }

    /// The same within other limits.
    ///
    /// # Errors
    /// See [`UnreadJson::read`].
    pub async fn read_within(self, limits: BodyLimits) -> Result<JsonBody<T>, Problem> {
        check_media_type(&self.request)?;
        let bytes = read_body(&self.request, self.payload, limits).await?;
        parse(&bytes)
    }
}

/// Reads the bytes of a body.
///
/// # Errors
/// 400 for no JSON, 422 naming every fault.
pub fn parse<T: DeserializeOwned + Validate>(bytes: &[u8]) -> Result<JsonBody<T>, Problem> {
    let value: T = strict_json::read(bytes).map_err(refusal)?;
    let value = value.validate().into_result(value)?;
    Ok(JsonBody { value, sha256: Sha256::digest(bytes).into() })
}

fn refusal(fault: JsonFault) -> Problem {
    match fault {
        JsonFault::Syntax(what) => Problem::new(ProblemCode::InvalidJson, format!("Not readable as JSON: {what}.")),
        JsonFault::Shape(faults) => Problem::invalid_input(faults),
    }
}

/// `application/json`, with `charset=utf-8` or without a charset.
fn check_media_type(request: &HttpRequest) -> Result<(), Problem> {
    let mut fields = request.headers().get_all(header::CONTENT_TYPE);
    let text = fields.next().and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut parts = text.split(';').map(str::trim);
    let is_json = parts.next().is_some_and(|essence| essence.eq_ignore_ascii_case("application/json"));
    let is_utf8 = parts.filter(|part| !part.is_empty()).all(|part| {
        let part = part.to_ascii_lowercase();
        !part.starts_with("charset=") || part.trim_start_matches("charset=").trim_matches('"') == "utf-8"
    });
    if is_json && is_utf8 && fields.next().is_none() {
        return Ok(());
    }
    Err(Problem::new(ProblemCode::UnsupportedMediaType, "Send the body as application/json, in UTF-8."))
}

impl<T> FromRequest for UnreadJson<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        ready(Ok(Self { request: request.clone(), payload: payload.take(), wanted: PhantomData }))
    }
}

impl<T: DeserializeOwned + Validate + 'static> FromRequest for JsonBody<T> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let unread = UnreadJson { request: request.clone(), payload: payload.take(), wanted: PhantomData };
        Box::pin(unread.read())
    }
}
