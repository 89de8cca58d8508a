//! The HTTP edge: everything about HTTP that is not about cities. What a request must be like before anyone looks at what it wants, and what every answer is like.
//!
//! It knows no city, no person and no database. Who is calling and what they may do is decided inside of it, by layers that the app adds.
//!
//! An app is assembled in three steps: register the services once to get the OpenAPI document, make [`Routes`] and [`Edge`] of it, and put [`around`] on the
//! app that each worker builds. `example` in the tests does just that.

mod body;
mod cors;
mod cursor;
mod deadline;
mod envelope;
mod etag;
mod framework;
mod idempotency;
mod json;
mod language;
mod layers;
mod metrics;
mod negotiation;
mod page;
mod panics;
mod params;
mod path_text;
mod problem;
mod problem_code;
mod problem_pages;
mod problem_titles;
mod quota;
mod refusals;
mod routes;
mod server;
mod settings;
mod shape;
mod strict_json;
mod traffic;
mod unread;
mod upload;
mod watchdog;

#[cfg(test)]
mod example;
#[cfg(test)]
mod tests;

pub use body::{read_body, read_form};
pub use cursor::{CursorScope, CursorSigner};
pub use deadline::give_time;
pub use envelope::{HiddenCause, REQUEST_ID, RequestId};
pub use etag::{Caching, EntityTag, IfMatch, answer, answer_as, answer_value};
pub use idempotency::{Fingerprint, IDEMPOTENCY_KEY, IDEMPOTENT_REPLAYED, IdempotencyKey};
pub use json::{JsonBody, UnreadJson, Validate, parse};
pub use language::{PreferredLanguage, TitleLanguage};
pub use layers::around;
pub use metrics::Metrics;
pub use negotiation::choose;
pub use page::{Page, address, links};
pub use params::{Limit, Query};
pub use problem::{PROBLEM_JSON, Problem, ProblemDocument};
pub use problem_code::ProblemCode;
pub use problem_pages::problem_type;
pub use quota::{Payer, QuotaSettings, Quotas, Standing, TooMany};
pub use refusals::document_refusals;
pub use routes::{Operation, Resolution, Routes, RoutesError};
pub use server::{Running, ServerSettings, start};
pub use settings::{BadEdge, BodyLimits, Edge, EdgeSettings};
pub use upload::{Part, Upload};
