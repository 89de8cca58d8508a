//! Reading a body: buffered, within a size, a deadline and a minimum rate. The server below has no limit on how slowly a body may come.

use actix_web::HttpRequest;
use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::http::header;
use actix_web::web::Bytes;
use futures_util::StreamExt;
use tokio::time::{Instant, timeout_at};

use super::deadline::Reading;
use super::problem::Problem;
use super::problem_code::ProblemCode;
use super::settings::{BodyLimits, body_limits};

/// Reads a whole body.
///
/// # Errors
/// 408 where it comes too slowly, 413 where it is too large (told by its stated length before a byte is read, else by its bytes), 415 for a
/// content coding, 400 where it breaks off.
pub async fn read_body(request: &HttpRequest, payload: Payload, limits: BodyLimits) -> Result<Bytes, Problem> {
    refuse_coding(request)?;
    refuse_stated_length(request, limits)?;
    let _reading = Reading::start(request);
    collect(payload, limits).await
}

/// Reads the body of a form of a page, within the limits of the edge.
///
/// # Errors
/// 415 for what is no such form, and as [`read_body`].
pub async fn read_form(request: &HttpRequest, payload: Payload) -> Result<Bytes, Problem> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Err(Problem::new(ProblemCode::UnsupportedMediaType, "A form comes as application/x-www-form-urlencoded."));
    }
    read_body(request, payload, body_limits(request)).await
}

async fn collect(mut payload: Payload, limits: BodyLimits) -> Result<Bytes, Problem> {
    let started = Instant::now();
    let mut body = Vec::new();
    loop {
        let chunk = timeout_at(due(started, body.len(), limits), payload.next())
            .await
            .map_err(|elapsed| too_slow(limits).caused_by(elapsed.to_string()))?;
        let Some(chunk) = chunk else { return Ok(body.into()) };
        let chunk = chunk.map_err(|error| broken(&error))?;
        if body.len() + chunk.len() > limits.max_bytes {
            return Err(too_large(limits));
        }
        body.extend_from_slice(&chunk);
    }
}

/// Until when the next bytes have to be here: the deadline, or earlier the moment at which the average rate falls below the minimum.
pub(super) fn due(started: Instant, received: usize, limits: BodyLimits) -> Instant {
    let earned = std::time::Duration::from_secs_f64(received as f64 / f64::from(limits.minimum_rate.max(1)));
    started + limits.deadline.min(limits.grace + earned)
}

pub(super) fn refuse_coding(request: &HttpRequest) -> Result<(), Problem> {
    // A compressed body is inflated whole before its size is known: 194 KB became 136 MB.
    let coding = request.headers().get_all(header::CONTENT_ENCODING).find(|coding| !coding.as_bytes().eq_ignore_ascii_case(b"identity"));
    match coding {
        Some(_) => Err(Problem::new(ProblemCode::UnsupportedMediaType, "Send the body as it is, without Content-Encoding.")),
        None => Ok(()),
    }
}

pub(super) fn refuse_stated_length(request: &HttpRequest, limits: BodyLimits) -> Result<(), Problem> {
    let stated = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    match stated {
        Some(length) if length > limits.max_bytes as u64 => Err(too_large(limits)),
        Some(_) | None => Ok(()),
    }
}

pub(super) fn too_large(limits: BodyLimits) -> Problem {
    Problem::new(ProblemCode::BodyTooLarge, format!("The body may have at most {} bytes.", limits.max_bytes))
}

pub(super) fn too_slow(limits: BodyLimits) -> Problem {
    let detail = format!("The body has to arrive within {:?} and at {} bytes a second or more.", limits.deadline, limits.minimum_rate);
    Problem::new(ProblemCode::RequestTimeout, detail)
}

fn broken(error: &PayloadError) -> Problem {
    Problem::new(ProblemCode::MalformedRequest, "The body broke off or its framing is wrong.").caused_by(error.to_string())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_body_earns_time_by_arriving_and_never_more_than_the_deadline() {
        let (now, limits) = (Instant::now(), BodyLimits::default());
        assert_eq!(due(now, 0, limits) - now, Duration::from_secs(2), "only the grace");
        assert_eq!(due(now, 4 << 10, limits) - now, Duration::from_secs(6));
        assert_eq!(due(now, 200 << 10, limits) - now, Duration::from_secs(10));
    }
}
