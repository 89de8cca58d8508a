//! RFC 9457 problems: the one form in which the service refuses, and the only place where an error becomes an HTTP answer.
//!
//! A problem is built from a code and a sentence; status, title and type follow from the code. The cause of a 500 is carried for the log
//! and never shown. This file must not know what a city is: the layers above choose the code.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, ResponseError};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::language::TitleLanguage;
use super::problem_code::ProblemCode;
use crate::domain::fault::{Fault, Faults};

/// The media type of every refusal.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// How long a caller should wait when nothing better is known, in seconds.
const RETRY_AFTER_DEFAULT: Duration = Duration::from_secs(1);

/// A refusal as it goes over the wire (RFC 9457 with `code`, `errors` and `state` of ours).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = Problem)]
pub struct ProblemDocument {
    /// Stable reference of the kind of problem, relative to the service.
    #[serde(rename = "type")]
    #[schema(example = "/problems/not_found")]
    pub kind: String,
    /// Short title in the caller's language (English, Indonesian, Vietnamese, Thai or Khmer), the same for every occurrence.
    pub title: String,
    /// The HTTP status.
    #[schema(minimum = 400, maximum = 599)]
    pub status: u16,
    /// The stable word to switch on.
    pub code: ProblemCode,
    /// What happened this time and what to do about it, in English.
    pub detail: String,
    /// The occurrence: the request's id as a URN, which the log knows too.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub instance: Option<String>,
    /// Every fault of the input.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub errors: Vec<Fault>,
    /// The present state of the thing, where that is what stands in the way.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub state: Option<String>,
    /// What is gone, where the answer is 410.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub id: Option<Uuid>,
    /// When it was taken back.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub withdrawn_at: Option<DateTime<Utc>>,
}

/// A refusal on its way to the caller: `Result<HttpResponse, Problem>` is what a handler returns.
#[derive(Clone)]
pub struct Problem(Box<Refusal>);

#[derive(Clone)]
struct Refusal {
    code: ProblemCode,
    detail: String,
    errors: Vec<Fault>,
    state: Option<String>,
    gone: Option<(Uuid, DateTime<Utc>)>,
    retry_after: Option<Duration>,
    allow: Option<String>,
    cause: Option<String>,
    closes: bool,
}

impl Problem {
    /// A problem of this kind; `detail` says what happened and what to do.
    pub fn new(code: ProblemCode, detail: impl Into<String>) -> Self {
        let (detail, closes) = (detail.into(), matches!(code, ProblemCode::RequestTimeout | ProblemCode::BodyTooLarge));
        Self(Box::new(Refusal {
            code,
            detail,
            errors: Vec::new(),
            state: None,
            gone: None,
            retry_after: None,
            allow: None,
            cause: None,
            closes,
        }))
    }

    /// 500. The caller learns nothing of `cause`; it is logged once, with the request's id.
    pub fn internal(cause: &(dyn StdError + 'static)) -> Self {
        Self::internal_because(chain(cause))
    }

    /// 500 for a cause that is no error value. `cause` goes to the log only.
    pub fn internal_because(cause: impl Into<String>) -> Self {
        Self::new(ProblemCode::Internal, "The service failed. Try again; if it stays, report the instance.").caused_by(cause)
    }

    /// 401, with `WWW-Authenticate: Bearer`.
    pub fn unauthenticated(detail: impl Into<String>) -> Self {
        Self::new(ProblemCode::Unauthenticated, detail)
    }

    /// 403.
    pub fn forbidden(detail: impl Into<String>) -> Self {
        Self::new(ProblemCode::Forbidden, detail)
    }

    /// 404. The same words for what does not exist and for what the caller may not see, so that the two cannot be told apart.
    pub fn not_found() -> Self {
        Self::new(ProblemCode::NotFound, "There is nothing at this address that you may see.")
    }

    /// 405 with the methods that the path does have, as `Allow` lists them.
    pub fn method_not_allowed(allow: impl Into<String>) -> Self {
        let allow = allow.into();
        let mut problem = Self::new(ProblemCode::MethodNotAllowed, format!("This address answers to {allow}."));
        problem.0.allow = Some(allow);
        problem
    }

    /// 409 that names the state that stands in the way.
    pub fn wrong_state(state: impl Into<String>, detail: impl Into<String>) -> Self {
        let mut problem = Self::new(ProblemCode::WrongState, detail);
        problem.0.state = Some(state.into());
        problem
    }

    /// 410: it was public, and was taken back at this moment. Nothing else is said of it.
    pub fn withdrawn(id: Uuid, at: DateTime<Utc>) -> Self {
        let mut problem = Self::new(ProblemCode::Gone, "This was published and was taken back. Show it no longer.");
        problem.0.gone = Some((id, at));
        problem
    }

    /// 412: the version that the caller has seen is not the present one.
    pub fn stale_version() -> Self {
        Self::new(ProblemCode::StaleVersion, "It was changed since you read it. Read it again and decide on what it says now.")
    }

    /// 422 that names every fault.
    pub fn invalid_input(faults: Faults) -> Self {
        let errors = faults.into_vec();
        let detail = if errors.len() == 1 {
            "One thing is wrong with the input.".to_owned()
        } else {
            format!("{} things are wrong with the input.", errors.len())
        };
        let mut problem = Self::new(ProblemCode::InvalidInput, detail);
        problem.0.errors = errors;
        problem
    }

    /// 503 with `Retry-After`.
    pub fn unavailable(detail: impl Into<String>, retry_after: Duration) -> Self {
        Self::new(ProblemCode::Unavailable, detail).retry_after(retry_after)
    }

    /// 429 with `Retry-After`.
    pub fn too_many_requests(detail: impl Into<String>, retry_after: Duration) -> Self {
        Self::new(ProblemCode::TooManyRequests, detail).retry_after(retry_after)
    }

    /// States when to come again.
    #[must_use]
    pub fn retry_after(mut self, wait: Duration) -> Self {
        self.0.retry_after = Some(wait);
        self
    }

    /// Keeps what the log should say. Never shown to the caller.
    #[must_use]
    pub fn caused_by(mut self, cause: impl Into<String>) -> Self {
        self.0.cause = Some(cause.into());
        self
    }

    /// What kind of problem it is.
    pub fn code(&self) -> ProblemCode {
        self.0.code
    }

    /// For the log: why it happened, where that is kept from the caller.
    pub fn cause(&self) -> Option<&str> {
        self.0.cause.as_deref()
    }

    /// The faults that a 422 names.
    pub fn errors(&self) -> &[Fault] {
        &self.0.errors
    }

    /// The sentence for the caller.
    pub fn detail(&self) -> &str {
        &self.0.detail
    }

    /// As it goes over the wire, with its title in `language`.
    pub fn document(&self, language: TitleLanguage, instance: Option<String>) -> ProblemDocument {
        let refusal = &self.0;
        ProblemDocument {
            kind: refusal.code.type_uri(),
            title: refusal.code.title(language).to_owned(),
            status: refusal.code.status(),
            code: refusal.code,
            detail: refusal.detail.clone(),
            instance,
            errors: refusal.errors.clone(),
            state: refusal.state.clone(),
            id: refusal.gone.map(|(id, _)| id),
            withdrawn_at: refusal.gone.map(|(_, at)| at),
        }
    }

    /// The fields that go with its status.
    pub(super) fn header_fields(&self) -> Vec<(header::HeaderName, String)> {
        let refusal = &self.0;
        let mut fields = Vec::new();
        if refusal.code == ProblemCode::Unauthenticated {
            fields.push((header::WWW_AUTHENTICATE, "Bearer".to_owned()));
        }
        if matches!(refusal.code.status(), 429 | 503) || refusal.retry_after.is_some() {
            fields.push((header::RETRY_AFTER, whole_seconds(refusal.retry_after.unwrap_or(RETRY_AFTER_DEFAULT)).to_string()));
        }
        if let Some(allow) = &refusal.allow {
            fields.push((header::ALLOW, allow.clone()));
        }
        if refusal.code == ProblemCode::UnsupportedMediaType {
            fields.push((header::ACCEPT_ENCODING, "identity".to_owned()));
        }
        fields
    }
}

/// `Retry-After` has whole seconds; a fraction is rounded up so that nobody comes too early.
fn whole_seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}

fn chain(error: &(dyn StdError + 'static)) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        source = inner.source();
    }
    text
}

/// The bytes of a problem. A document of texts and numbers always serialises.
pub(super) fn render(document: &ProblemDocument) -> Vec<u8> {
    serde_json::to_vec(document).unwrap_or_default()
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.0.code.as_str(), self.0.detail)
    }
}

impl fmt::Debug for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Problem")
            .field("code", &self.0.code)
            .field("detail", &self.0.detail)
            .field("cause", &self.0.cause)
            .finish_non_exhaustive()
    }
}

impl StdError for Problem {}

impl From<Faults> for Problem {
    fn from(faults: Faults) -> Self {
        Self::invalid_input(faults)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.0.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let mut builder = HttpResponse::build(self.status_code());
        for (name, value) in self.header_fields() {
            if let Ok(value) = HeaderValue::from_str(&value) {
                builder.insert_header((name, value));
            }
        }
        if self.0.closes {
            builder.force_close();
        }
        let mut response = builder.content_type(PROBLEM_JSON).body(render(&self.document(TitleLanguage::English, None)));
        // The envelope finds it here to add the instance, to translate the title and to log the cause.
        response.extensions_mut().insert(self.clone());
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header_of(problem: &Problem, name: header::HeaderName) -> Option<String> {
        problem.error_response().headers().get(name).map(|value| value.to_str().expect("ASCII").to_owned())
    }

    #[test]
    fn an_internal_problem_keeps_its_cause_to_itself() {
        let cause = std::io::Error::other("the password of the database is hunter2");
        let problem = Problem::internal(&cause);
        let shown = serde_json::to_string(&problem.document(TitleLanguage::English, None)).expect("JSON");
        assert!(!shown.contains("hunter2") && problem.cause().is_some_and(|cause| cause.contains("hunter2")));
    }

    #[test]
    fn each_refusal_carries_the_field_that_its_status_asks_for() {
        assert_eq!(header_of(&Problem::unauthenticated("x"), header::WWW_AUTHENTICATE).as_deref(), Some("Bearer"));
        assert_eq!(header_of(&Problem::method_not_allowed("GET, HEAD"), header::ALLOW).as_deref(), Some("GET, HEAD"));
        assert_eq!(header_of(&Problem::too_many_requests("x", Duration::from_millis(1_001)), header::RETRY_AFTER).as_deref(), Some("2"));
        assert_eq!(header_of(&Problem::new(ProblemCode::Overloaded, "x"), header::RETRY_AFTER).as_deref(), Some("1"));
        assert_eq!(header_of(&Problem::forbidden("x"), header::RETRY_AFTER), None);
    }

    #[test]
    fn a_wrong_state_is_named() {
        let document =
            Problem::wrong_state("declined", "A declined proposal cannot be decided again.").document(TitleLanguage::Indonesian, None);
        assert_eq!((document.state.as_deref(), document.status, document.kind.as_str()), (Some("declined"), 409, "/problems/wrong_state"));
        assert_eq!(document.title, "Tidak mungkin dalam keadaan saat ini");
    }
}
