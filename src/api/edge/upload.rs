//! A form with a file, part by part as it arrives: within a size, a deadline and a minimum rate, like any body. Who sends it can be asked
//! between two parts, so that nothing of a file is taken in from a stranger.

use std::io::ErrorKind;

use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::HttpRequest;
use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::web::Bytes;
use futures_util::{Stream, StreamExt, stream};
use tokio::time::{Instant, timeout_at};

use super::body::{due, refuse_coding, refuse_stated_length, too_large, too_slow};
use super::deadline::Reading;
use super::problem::Problem;
use super::problem_code::ProblemCode;
use super::settings::BodyLimits;

/// A form with a file that is still arriving.
pub struct Upload {
    parts: Multipart,
    limits: BodyLimits,
}

/// One field of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// The name of a file, as the browser gave it; none for a field that was typed.
    pub file: Option<String>,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Upload {
    /// Begins with a request of which nothing was read.
    ///
    /// # Errors
    /// 413 where it says of itself that it is too large, 415 for a content coding.
    pub fn of(request: &HttpRequest, payload: Payload, limits: BodyLimits) -> Result<Upload, Problem> {
        refuse_coding(request)?;
        refuse_stated_length(request, limits)?;
        let arriving = arriving(payload, limits, Reading::start(request));
        Ok(Upload { parts: Multipart::new(request.headers(), Box::pin(arriving)), limits })
    }

    /// The next field, of at most `most` bytes; none after the last.
    ///
    /// # Errors
    /// 408 where it comes too slowly, 413 where it is too large, 415 for what is no form with files, 400 where it breaks off.
    pub async fn next(&mut self, most: usize) -> Result<Option<Part>, Problem> {
        let Some(field) = self.parts.next().await else { return Ok(None) };
        let mut field = field.map_err(|error| self.problem(&error))?;
        let mut bytes = Vec::new();
        while let Some(chunk) = field.next().await {
            let chunk = chunk.map_err(|error| self.problem(&error))?;
            if bytes.len() + chunk.len() > most {
                return Err(too_large(BodyLimits { max_bytes: most, ..self.limits }));
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(Some(Part { name: field.name().unwrap_or_default().to_owned(), file: file_of(&field), bytes }))
    }

    fn problem(&self, error: &MultipartError) -> Problem {
        use MultipartError::{BoundaryMissing, ContentTypeIncompatible, ContentTypeMissing, ContentTypeParse, Payload};
        if matches!(error, ContentTypeMissing | ContentTypeParse | ContentTypeIncompatible | BoundaryMissing) {
            return Problem::new(ProblemCode::UnsupportedMediaType, "A form with a file comes as multipart/form-data.");
        }
        if matches!(error, Payload(PayloadError::Overflow)) {
            return too_large(self.limits);
        }
        if matches!(error, Payload(PayloadError::Io(cause)) if cause.kind() == ErrorKind::TimedOut) {
            return too_slow(self.limits);
        }
        Problem::new(ProblemCode::MalformedRequest, "The form broke off or its framing is wrong.").caused_by(error.to_string())
    }
}

fn file_of(field: &Field) -> Option<String> {
    field.content_disposition().and_then(|said| said.get_filename()).map(str::to_owned)
}

struct Arrival {
    payload: Payload,
    limits: BodyLimits,
    started: Instant,
    received: usize,
    is_over: bool,
    _reading: Reading,
}

/// The bytes as they come; an error ends them.
fn arriving(payload: Payload, limits: BodyLimits, reading: Reading) -> impl Stream<Item = Result<Bytes, PayloadError>> {
    let begun = Arrival { payload, limits, started: Instant::now(), received: 0, is_over: false, _reading: reading };
    stream::unfold(begun, |mut arrival| async move {
        if arrival.is_over {
            return None;
        }
        let chunk = match timeout_at(due(arrival.started, arrival.received, arrival.limits), arrival.payload.next()).await {
            Ok(None) => return None,
            Ok(Some(chunk)) => chunk,
            Err(_elapsed) => Err(PayloadError::Io(ErrorKind::TimedOut.into())),
        };
        arrival.received += chunk.as_ref().map_or(0, Bytes::len);
        let chunk = if arrival.received > arrival.limits.max_bytes { Err(PayloadError::Overflow) } else { chunk };
        arrival.is_over = chunk.is_err();
        Some((chunk, arrival))
    })
    // Its reader asks again after the end.
    .fuse()
}
