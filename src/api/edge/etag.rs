//! Entity tags: which version a caller has seen, and whether it still is the present one (RFC 9110, sections 8.8 and 13).
//!
//! A resource's tag is strong and made of its version number and, where it has one, the language of the representation: `"v3"`, `"v3-id"`. A list's tag is weak and
//! made of its content. The tag names the state, not the transfer coding: the compressed answer carries the same one.

use std::fmt;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::{self, HeaderMap};
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::problem::Problem;
use super::problem_code::ProblemCode;

/// The most tags of one field that are looked at.
const TAGS_MAX: usize = 20;

/// An entity tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityTag {
    opaque: String,
    is_weak: bool,
}

impl EntityTag {
    /// The strong tag of a version of a resource that reads the same in every language.
    pub fn of_version(version: i64) -> Self {
        Self { opaque: format!("v{version}"), is_weak: false }
    }

    /// The strong tag of a version as it reads in one language (a BCP 47 code).
    pub fn of_version_in(version: i64, language: &str) -> Self {
        Self { opaque: format!("v{version}-{language}"), is_weak: false }
    }

    /// The strong tag of a version of a resource that shows more than its version counts, such as when something was last used.
    pub fn of_version_and_content(version: i64, content: &[u8]) -> Self {
        Self { opaque: format!("v{version}-{}", URL_SAFE_NO_PAD.encode(&Sha256::digest(content)[..12])), is_weak: false }
    }

    /// The weak tag of a content, for lists and other answers without a version.
    pub fn of_content(content: &[u8]) -> Self {
        Self { opaque: URL_SAFE_NO_PAD.encode(&Sha256::digest(content)[..16]), is_weak: true }
    }

    /// The version that a strong tag of ours names.
    pub fn version(&self) -> Option<i64> {
        let text = self.opaque.strip_prefix('v').filter(|_| !self.is_weak)?;
        let digits = text.split('-').next().filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        digits.parse().ok()
    }

    fn parse(text: &str) -> Option<Self> {
        let (is_weak, quoted) = text.strip_prefix("W/").map_or((false, text), |rest| (true, rest));
        let opaque = quoted.strip_prefix('"')?.strip_suffix('"')?;
        let is_plain = opaque.bytes().all(|byte| byte == 0x21 || (0x23..=0x7E).contains(&byte) || byte >= 0x80);
        is_plain.then(|| Self { opaque: opaque.to_owned(), is_weak })
    }
}

impl fmt::Display for EntityTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\"{}\"", if self.is_weak { "W/" } else { "" }, self.opaque)
    }
}

/// A condition field as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Condition {
    Absent,
    Any,
    Tags(Vec<EntityTag>),
}

/// Reads `If-Match` or `If-None-Match`, over several fields if need be. `None` where it cannot be read.
fn read(headers: &HeaderMap, name: header::HeaderName) -> Option<Condition> {
    let fields: Vec<&str> = headers.get_all(name).map(|value| value.to_str()).collect::<Result<_, _>>().ok()?;
    if fields.is_empty() {
        return Some(Condition::Absent);
    }
    let text = fields.join(",");
    if text.trim() == "*" {
        return Some(Condition::Any);
    }
    let tags: Vec<EntityTag> = split_tags(&text)?.into_iter().map(EntityTag::parse).collect::<Option<_>>()?;
    (!tags.is_empty() && tags.len() <= TAGS_MAX).then_some(Condition::Tags(tags))
}

/// Splits at the commas outside quotes; a tag may contain commas.
fn split_tags(text: &str) -> Option<Vec<&str>> {
    let (mut parts, mut start, mut is_quoted) = (Vec::new(), 0, false);
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b',' if !is_quoted => {
                parts.push(text[start..index].trim());
                start = index + 1;
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim());
    parts.retain(|part| !part.is_empty());
    (!is_quoted).then_some(parts)
}

/// The versions that the caller is ready to act on, from `If-Match`. An extractor: 428 where the field is missing or `*` (a decision is about a version that was
/// seen, and `*` says none), 400 where it cannot be read. A weak tag never matches, because the comparison is strong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IfMatch(Vec<EntityTag>);

impl IfMatch {
    /// The versions that are named, to be compared and set in one statement.
    pub fn versions(&self) -> Vec<i64> {
        self.0.iter().filter_map(EntityTag::version).collect()
    }

    /// Whether `version` is one of those named, in whatever language it was read.
    pub fn permits(&self, version: i64) -> bool {
        self.0.iter().any(|tag| tag.version() == Some(version))
    }

    /// Refuses where `version` is not one of those named.
    ///
    /// # Errors
    /// 412.
    pub fn check(&self, version: i64) -> Result<(), Problem> {
        if self.permits(version) { Ok(()) } else { Err(Problem::stale_version()) }
    }

    /// Reads it from the fields of a request.
    ///
    /// # Errors
    /// 428 and 400, see the type.
    pub fn of(headers: &HeaderMap) -> Result<Self, Problem> {
        match read(headers, header::IF_MATCH) {
            Some(Condition::Tags(tags)) => Ok(Self(tags)),
            Some(Condition::Absent) => Err(required("Send If-Match with the ETag of what you have read.")),
            Some(Condition::Any) => Err(required("If-Match: * names no version. Send the ETag of what you have read.")),
            None => {
                Err(Problem::new(ProblemCode::InvalidHeader, "If-Match has to be a list of entity tags in double quotes, such as \"v3\"."))
            }
        }
    }
}

fn required(detail: &str) -> Problem {
    Problem::new(ProblemCode::VersionRequired, detail)
}

impl FromRequest for IfMatch {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(request.headers()))
    }
}

/// How an answer may be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caching {
    /// By nobody: whatever needs a credential.
    NoStore,
    /// By everybody: what is published. Portals go on working for a while when the service is down.
    Published,
    /// By everybody, and for minutes only: what is published and can be taken back.
    Revocable,
}

impl Caching {
    /// The value of `Cache-Control`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoStore => "no-store",
            Self::Published => "public, max-age=300, s-maxage=3600, stale-while-revalidate=86400, stale-if-error=604800",
            // A shared cache that does not tell the age of its copy to the one behind it adds its time to the other's: 240 and 60 are
            // the five minutes within which a withdrawal has to arrive. For the same reason nothing may be shown stale.
            Self::Revocable => "public, max-age=60, s-maxage=240, must-revalidate",
        }
    }
}

/// 200 with a JSON body and its tag, or 304 without a body where the caller names the tag in `If-None-Match`. An unreadable `If-None-Match` counts as absent.
pub fn answer(request: &HttpRequest, tag: &EntityTag, caching: Caching, json: Vec<u8>) -> HttpResponse {
    answer_as("application/json", request, (tag, caching), json)
}

/// [`answer`] with a body of another media type.
pub fn answer_as(media_type: &str, request: &HttpRequest, (tag, caching): (&EntityTag, Caching), body: Vec<u8>) -> HttpResponse {
    let is_known = match read(request.headers(), header::IF_NONE_MATCH) {
        Some(Condition::Any) => true,
        Some(Condition::Tags(tags)) => tags.iter().any(|known| known.opaque == tag.opaque), // the comparison is weak
        Some(Condition::Absent) | None => false,
    };
    let mut builder = if is_known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    builder.insert_header((header::ETAG, tag.to_string())).insert_header((header::CACHE_CONTROL, caching.as_str()));
    if is_known { builder.finish() } else { builder.content_type(media_type).body(body) }
}

/// [`answer`] for a value.
///
/// # Errors
/// 500 where the value cannot be written as JSON.
pub fn answer_value<T: Serialize>(request: &HttpRequest, tag: &EntityTag, caching: Caching, value: &T) -> Result<HttpResponse, Problem> {
    let json = serde_json::to_vec(value).map_err(|error| Problem::internal(&error))?;
    Ok(answer(request, tag, caching, json))
}

#[cfg(test)]
mod tests {
    use actix_web::http::StatusCode;
    use actix_web::test::TestRequest;

    use super::*;

    fn if_match(value: &str) -> Result<IfMatch, ProblemCode> {
        let request = TestRequest::get().insert_header((header::IF_MATCH, value)).to_http_request();
        IfMatch::of(request.headers()).map_err(|problem| problem.code())
    }

    #[test]
    fn only_a_strong_tag_of_the_present_version_permits_a_write() {
        for value in ["\"v3\"", "\"v3-id\"", "\"v2\", \"v3\"", "W/\"v9\" , \"v3-zh-Hans\"", "\"a,b\",\"v3\""] {
            assert!(if_match(value).expect(value).permits(3), "{value}");
        }
        for value in ["\"v2\"", "W/\"v3\"", "\"3\"", "\"v3x\"", "\"v\"", "\"v-3\"", "\"v+3\"", "\"\"", "\"v99999999999999999999\""] {
            let condition = if_match(value).expect(value);
            assert_eq!(condition.check(3).map_err(|problem| problem.code()), Err(ProblemCode::StaleVersion), "{value}");
        }
    }

    #[test]
    fn a_decision_names_the_version_that_was_seen() {
        assert_eq!(if_match("*"), Err(ProblemCode::VersionRequired));
        assert_eq!(IfMatch::of(&HeaderMap::new()).map_err(|problem| problem.code()), Err(ProblemCode::VersionRequired));
        let many = "\"v1\",".repeat(21);
        for value in ["v3", "\"v3", "v3\"", "w/\"v3\"", "\"v3\" \"v4\"", "*, \"v3\"", ",", &many] {
            assert_eq!(if_match(value), Err(ProblemCode::InvalidHeader), "{value}");
        }
    }

    #[test]
    fn who_has_it_already_gets_no_body() {
        let tag = EntityTag::of_version_in(3, "id");
        for (value, expected) in [("\"v3-id\"", 304), ("W/\"v3-id\"", 304), ("*", 304), ("\"v3\"", 200), ("rubbish", 200)] {
            let request = TestRequest::get().insert_header((header::IF_NONE_MATCH, value)).to_http_request();
            let response = answer(&request, &tag, Caching::Published, b"{}".to_vec());
            assert_eq!(response.status(), StatusCode::from_u16(expected).expect("a status"), "{value}");
            assert_eq!(response.headers().get(header::ETAG).expect("a tag"), "\"v3-id\"");
            assert!(response.headers().contains_key(header::CACHE_CONTROL));
        }
    }

    #[test]
    fn a_tag_of_version_and_content_changes_with_both_and_permits_a_write_of_its_version() {
        let tag = EntityTag::of_version_and_content(3, b"a");
        assert_ne!(tag, EntityTag::of_version_and_content(3, b"b"));
        assert_ne!(tag, EntityTag::of_version_and_content(4, b"a"));
        assert!(
            (0..100_u8).all(|byte| EntityTag::of_version_and_content(3, &[byte]).version() == Some(3)),
            "whatever the digest looks like"
        );
        assert!(if_match(&tag.to_string()).expect("a tag").permits(3));
    }

    #[test]
    fn the_tag_of_a_content_is_weak_and_changes_with_it() {
        assert_ne!(EntityTag::of_content(b"a"), EntityTag::of_content(b"b"));
        assert!(EntityTag::of_content(b"a").to_string().starts_with("W/\""));
        assert_eq!(EntityTag::of_content(b"a").version(), None);
    }
}
