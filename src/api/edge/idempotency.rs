//! The key by which a retry is known, and the fingerprint by which it is told from another request (R6). Keeping the first answer is the work of `store`.

use std::fmt;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::Method;
use actix_web::http::header::{HeaderMap, HeaderName};
use actix_web::{FromRequest, HttpRequest};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::problem::Problem;
use super::problem_code::ProblemCode;

/// The field that carries the key.
pub const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// The field that marks an answer as the repetition of an earlier one, with the value `true`.
pub const IDEMPOTENT_REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");

/// A caller's key for one request and its retries: a UUID, in quotes (a string of RFC 9651) or bare. An extractor: 400 where it is missing or malformed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct IdempotencyKey(pub Uuid);

impl IdempotencyKey {
    /// Reads it from the fields of a request.
    ///
    /// # Errors
    /// 400, `idempotency_key_missing` or `idempotency_key_invalid`.
    pub fn of(headers: &HeaderMap) -> Result<Self, Problem> {
        let mut fields = headers.get_all(IDEMPOTENCY_KEY);
        let Some(first) = fields.next() else {
            return Err(Problem::new(
                ProblemCode::IdempotencyKeyMissing,
                "Send Idempotency-Key with a fresh UUID, and the same one when you retry.",
            ));
        };
        let key = first.to_str().ok().filter(|_| fields.next().is_none()).and_then(parse);
        key.map(Self).ok_or_else(|| {
            Problem::new(ProblemCode::IdempotencyKeyInvalid, "Idempotency-Key has to be one UUID, with or without double quotes.")
        })
    }
}

fn parse(text: &str) -> Option<Uuid> {
    let text = text.trim();
    let bare = text.strip_prefix('"').map_or(Some(text), |rest| rest.strip_suffix('"'))?;
    // Only the hyphenated form: the others would be several keys for one value in a client's eyes.
    (bare.len() == 36).then(|| Uuid::try_parse(bare).ok()).flatten()
}

impl FromRequest for IdempotencyKey {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(request.headers()))
    }
}

/// Stands for a request: SHA-256 over its method, its path and the digest of its body. A key that comes with another fingerprint is being reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint(pub [u8; 32]);

impl Fingerprint {
    /// The fingerprint of a request with this body (`JsonBody::sha256`).
    pub fn of(method: &Method, path: &str, body_sha256: &[u8; 32]) -> Self {
        let mut digest = Sha256::new();
        for part in [method.as_str().as_bytes(), path.as_bytes(), body_sha256] {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        Self(digest.finalize().into())
    }
}

impl fmt::Display for Fingerprint {
    /// 64 hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    const KEY: &str = "0192f0c1-7b3a-7c44-9d3e-2f7f6b1f0a11";

    fn key(values: &[&str]) -> Result<IdempotencyKey, ProblemCode> {
        let request = values.iter().fold(TestRequest::post(), |request, value| request.append_header((IDEMPOTENCY_KEY, *value)));
        IdempotencyKey::of(request.to_http_request().headers()).map_err(|problem| problem.code())
    }

    #[test]
    fn a_key_is_one_uuid_quoted_or_bare() {
        let expected = Ok(IdempotencyKey(Uuid::try_parse(KEY).expect("a UUID")));
        assert_eq!(key(&[KEY]), expected);
        assert_eq!(key(&[&format!("\"{KEY}\"")]), expected);
        assert_eq!(key(&[&KEY.to_uppercase()]), expected);
        assert_eq!(key(&[]), Err(ProblemCode::IdempotencyKeyMissing));
        for bad in [
            "",
            "\"\"",
            "abc",
            &KEY.replace('-', ""),
            &format!("{{{KEY}}}"),
            &format!("\"{KEY}"),
            &format!("{KEY}\""),
            &format!("\"{KEY}\";a=1"),
            &format!("urn:uuid:{KEY}"),
        ] {
            assert_eq!(key(&[bad]), Err(ProblemCode::IdempotencyKeyInvalid), "{bad}");
        }
        assert_eq!(key(&[KEY, KEY]), Err(ProblemCode::IdempotencyKeyInvalid), "two fields");
    }

    #[test]
    fn a_fingerprint_changes_with_the_method_the_path_and_the_body() {
        let of = |method, path, body| Fingerprint::of(&method, path, &[body; 32]);
        let first = of(Method::POST, "/a/b", 1);
        assert_eq!(first, of(Method::POST, "/a/b", 1));
        for other in [of(Method::PUT, "/a/b", 1), of(Method::POST, "/a/c", 1), of(Method::POST, "/a/b", 2)] {
            assert_ne!(first, other);
        }
        assert_eq!(first.to_string().len(), 64);
    }
}
