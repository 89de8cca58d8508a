//! What is around every answer, whatever made it: the request's id, the header fields of section R10 and U8, a problem document in place of a bare
//! status, and one line in the log.
//!
//! A header field that a handler set stays as the handler set it. Nothing here looks at who is calling.

use std::fmt;
use std::future::{Ready, ready};

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::{Bytes, Data};
use actix_web::{Error, FromRequest, HttpMessage, HttpRequest, HttpResponse};
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::time::Instant;
use tracing::Instrument;
use uuid::Uuid;

use super::language::{PreferredLanguage, TitleLanguage};
use super::problem::{PROBLEM_JSON, Problem, render};
use super::problem_code::ProblemCode;
use super::settings::Edge;

/// The field that carries the request's id.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

const API_CSP: &str = "default-src 'none'; frame-ancestors 'none'";

/// The id of one request: in the answer, in the log and in a problem's `instance`. Made here, never taken from the caller, who could
/// otherwise write into our log. As an extractor it is the id of the present request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequestId(pub Uuid);

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

impl FromRequest for RequestId {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let id = request.extensions().get::<Self>().copied();
        ready(id.ok_or_else(|| Problem::internal_because("the envelope is not around the app: see edge::around")))
    }
}

/// What has to be known of a request when its answer is dressed.
#[derive(Debug, Clone, Copy)]
struct Occasion {
    id: RequestId,
    language: TitleLanguage,
    is_head: bool,
    hsts_seconds: Option<u64>,
}

/// The outermost layer but one: see the module.
pub(super) async fn envelope<B: MessageBody + 'static>(request: ServiceRequest, next: Next<B>) -> Result<ServiceResponse<BoxBody>, Error> {
    let occasion = Occasion::of(&request);
    request.extensions_mut().insert(occasion.id);
    let span = tracing::info_span!(
        "request",
        request_id = %occasion.id,
        method = %request.method(),
        operation = tracing::field::Empty,
        path = request.path(),
    );
    let started = Instant::now();
    let outcome = next.call(request).instrument(span.clone()).await;
    let _entered = span.enter();
    match outcome {
        Ok(response) => {
            let (request, response) = response.into_parts();
            let response = dress(response.map_into_boxed_body(), occasion);
            log(&response, started);
            Ok(ServiceResponse::new(request, response))
        }
        Err(mut error) => {
            log(&error.error_response(), started);
            error.add_response_mapper(move |response| dress(response, occasion));
            Err(error)
        }
    }
}

impl Occasion {
    fn of(request: &ServiceRequest) -> Self {
        let hsts = request.app_data::<Data<Edge>>().and_then(|edge| edge.settings.hsts);
        Self {
            id: RequestId(Uuid::now_v7()),
            language: PreferredLanguage::of(request.head()).for_titles(),
            is_head: request.method() == Method::HEAD,
            hsts_seconds: hsts.map(|hsts| hsts.as_secs()),
        }
    }
}

/// One line for each request, where all of it is known; the cause of a fault of ours belongs to it.
fn log(response: &HttpResponse, started: Instant) {
    let (status, elapsed_ms) = (response.status().as_u16(), started.elapsed().as_millis());
    let extensions = response.extensions();
    let cause = extensions.get::<Problem>().and_then(Problem::cause).or(extensions.get::<HiddenCause>().map(|cause| cause.0.as_str()));
    match cause {
        Some(cause) if status >= 500 => tracing::error!(status, elapsed_ms, cause, "the request failed"),
        Some(_) | None => tracing::info!(status, elapsed_ms, "answered"),
    }
}

/// What the log should say of an answer that does not say it itself: a framework's own 5xx whose words are replaced, or a page of trouble.
/// Put it into the extensions of the answer.
#[derive(Debug, Clone)]
pub struct HiddenCause(pub String);

fn dress(response: HttpResponse, occasion: Occasion) -> HttpResponse {
    let mut response = as_problem(response, occasion);
    set_fields(&mut response, occasion);
    if occasion.is_head { response.map_body(|_, body| BoxBody::new(Unsent(body.size()))) } else { response }
}

/// Completes a problem of ours, and puts one in the place of a bare or plain-text error that a framework made.
fn as_problem(mut response: HttpResponse, occasion: Occasion) -> HttpResponse {
    let ours = response.extensions().get::<Problem>().cloned();
    let is_bare = is_error(response.status()) && is_unformatted(&response);
    let problem = match ours {
        Some(problem) => problem,
        None if is_bare => {
            let cause = response.error().map(ToString::to_string);
            response.extensions_mut().insert(HiddenCause(cause.unwrap_or_else(|| "an error status without a problem".to_owned())));
            let problem = of_status(response.status(), response.headers().get(header::ALLOW));
            complete(&mut response, &problem);
            problem
        }
        None => return response,
    };
    let document = super::problem::ProblemDocument {
        status: response.status().as_u16(),
        ..problem.document(occasion.language, Some(format!("urn:uuid:{}", occasion.id)))
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(occasion.language.code()));
    headers.remove(header::CONTENT_ENCODING);
    response.set_body(BoxBody::new(render(&document)))
}

/// The fields that go with a problem, where the framework did not set them.
fn complete(response: &mut HttpResponse, problem: &Problem) {
    for (name, value) in problem.header_fields() {
        if let Ok(value) = HeaderValue::from_str(&value)
            && !response.headers().contains_key(&name)
        {
            response.headers_mut().insert(name, value);
        }
    }
}

fn is_error(status: StatusCode) -> bool {
    status.is_client_error() || status.is_server_error()
}

fn is_unformatted(response: &HttpResponse) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    kind.is_none_or(|kind| kind.starts_with(b"text/plain"))
}

fn of_status(status: StatusCode, allow: Option<&HeaderValue>) -> Problem {
    let code = ProblemCode::for_status(status.as_u16());
    if code == ProblemCode::NotFound {
        Problem::not_found()
    } else if code == ProblemCode::MethodNotAllowed {
        Problem::method_not_allowed(allow.and_then(|allow| allow.to_str().ok()).unwrap_or_default())
    } else if code == ProblemCode::Internal {
        Problem::internal_because("an error without a problem")
    } else {
        Problem::new(code, status.canonical_reason().unwrap_or("The request was refused."))
    }
}

fn set_fields(response: &mut HttpResponse, occasion: Occasion) {
    let headers = response.headers_mut();
    if let Ok(id) = HeaderValue::from_str(&occasion.id.to_string()) {
        headers.insert(REQUEST_ID, id);
    }
    let defaults = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CROSS_ORIGIN_RESOURCE_POLICY, "same-origin"),
        (header::CONTENT_SECURITY_POLICY, API_CSP),
        (header::CACHE_CONTROL, "no-store"),
    ];
    for (name, value) in defaults {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    if let Some(seconds) = occasion.hsts_seconds
        && let Ok(value) = HeaderValue::from_str(&format!("max-age={seconds}; includeSubDomains"))
    {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, value);
    }
    headers.remove(header::SERVER);
    merge_vary(headers);
}

/// Every answer depends on these two; what a handler or the compression added stays.
fn merge_vary(headers: &mut header::HeaderMap) {
    let present: Vec<String> = headers.get_all(header::VARY).filter_map(|value| value.to_str().ok()).map(str::to_owned).collect();
    let mut names: Vec<String> =
        present.join(",").split(',').map(|name| name.trim().to_ascii_lowercase()).filter(|name| !name.is_empty()).collect();
    names.extend(["accept".to_owned(), "accept-language".to_owned()]);
    names.sort_unstable();
    names.dedup();
    if let Ok(value) = HeaderValue::from_str(&names.join(", ")) {
        headers.insert(header::VARY, value);
    }
}

/// The body of an answer to HEAD: its size is told, its bytes are not made.
struct Unsent(BodySize);

impl MessageBody for Unsent {
    type Error = std::convert::Infallible;

    fn size(&self) -> BodySize {
        self.0
    }

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Poll::Ready(None)
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::{Arc, Mutex};

    use actix_web::middleware::from_fn;
    use actix_web::{App, test, web};
    use tracing_subscriber::fmt::MakeWriter;

    use super::*;

    /// What was logged.
    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("whole").extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl MakeWriter<'_> for Lines {
        type Writer = Self;

        fn make_writer(&self) -> Self {
            self.clone()
        }
    }

    #[actix_web::test]
    async fn the_cause_of_a_fault_of_ours_is_logged_once_with_the_requests_id_and_never_shown() {
        let lines = Lines::default();
        let _logging = tracing::subscriber::set_default(tracing_subscriber::fmt().json().with_writer(lines.clone()).finish());
        let fail = || async { Err::<HttpResponse, _>(Problem::internal_because("the disk of secrets is full")) };
        let app = test::init_service(App::new().wrap(from_fn(envelope)).route("/x", web::get().to(fail))).await;
        let answer = test::call_service(
            &app,
            test::TestRequest::get().uri("/x?token=hush").insert_header(("authorization", "Bearer hush")).to_request(),
        )
        .await;
        let id = answer.headers().get(REQUEST_ID).expect("an id").to_str().expect("ASCII").to_owned();
        let body = String::from_utf8(test::read_body(answer).await.to_vec()).expect("text");
        let log = String::from_utf8(lines.0.lock().expect("whole").clone()).expect("text");
        assert!(!body.contains("secrets") && body.contains(&id), "{body}");
        assert_eq!((log.matches("the disk of secrets is full").count(), log.lines().count()), (1, 1), "{log}");
        assert!(log.contains(&id) && log.contains("\"level\":\"ERROR\"") && !log.contains("hush"), "{log}");
    }
}
