//! Which answers other sites' scripts may read: those of the listed public operations, by anyone, never with credentials.
//!
//! This is no access control: a browser sends the request whatever stands here, and only keeps the answer from the script. Everything that is not public
//! needs a credential that no browser adds by itself.

use actix_web::HttpResponse;
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap, HeaderValue};

const PREFLIGHT_MAX_AGE_SECONDS: &str = "600";
const READABLE: &str = "content-language, etag, link, ratelimit, ratelimit-policy, retry-after, x-request-id";
const SENDABLE: &str = "accept, accept-language, if-none-match";

/// The method that an OPTIONS request asks about: that of the preflight, else OPTIONS itself.
pub(super) fn asked_method(headers: &HeaderMap) -> Method {
    let asked = headers.get(header::ACCESS_CONTROL_REQUEST_METHOD).filter(|_| headers.contains_key(header::ORIGIN));
    asked.and_then(|method| Method::from_bytes(method.as_bytes()).ok()).unwrap_or(Method::OPTIONS)
}

/// The answer to a preflight. Without the fields of CORS a browser takes it as a refusal.
pub(super) fn preflight(is_public: bool) -> HttpResponse {
    let mut response = HttpResponse::NoContent().finish();
    if is_public {
        let headers = response.headers_mut();
        open(headers);
        headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, HEAD"));
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static(SENDABLE));
        headers.insert(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static(PREFLIGHT_MAX_AGE_SECONDS));
    }
    response
}

/// Lets every origin read the answer, the `null` origin of a sandboxed frame included.
pub(super) fn open(headers: &mut HeaderMap) {
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(READABLE));
    headers.insert(header::CROSS_ORIGIN_RESOURCE_POLICY, HeaderValue::from_static("cross-origin"));
}
