//! A rendered page as an HTTP answer: its status, its headers, and whether it may be kept.
//!
//! Knows no page. `Strict-Transport-Security` is not set here: whether the service is behind HTTPS is known at the edge.

use super::assets::content_hash;
use super::words::Language;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, ETag, EntityTag, Header, IfNoneMatch};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};

/// What the pages may load and do: their own style and pictures, and forms that lead back here. No script at all.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Whether an answer may be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Public and the same for all readers: for a minute by browsers, for five by what stands between. Taking something back must
    /// reach readers within minutes, so nothing is served stale for longer.
    Briefly,
    /// Never: errors, and whatever is for one reader only.
    Never,
}

impl Keep {
    pub(super) fn directive(self) -> &'static str {
        match self {
            Keep::Briefly => "public, max-age=60, s-maxage=300",
            Keep::Never => "no-store",
        }
    }
}

/// What a page is answered with, beside its HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageAnswer {
    /// The status.
    pub status: StatusCode,
    /// The language of the page.
    pub lang: Language,
    /// Whether it may be kept.
    pub keep: Keep,
}

impl PageAnswer {
    /// A public page.
    pub fn public(lang: Language) -> PageAnswer {
        PageAnswer { status: StatusCode::OK, lang, keep: Keep::Briefly }
    }

    /// A page for one reader.
    pub fn private(status: StatusCode, lang: Language) -> PageAnswer {
        PageAnswer { status, lang, keep: Keep::Never }
    }

    /// A page of trouble.
    pub fn trouble(status: StatusCode, lang: Language) -> PageAnswer {
        PageAnswer { status, lang, keep: Keep::Never }
    }

    /// The answer to a request; `304` without a body when a reader already has this very page.
    pub fn with_html(self, request: &HttpRequest, html: String) -> HttpResponse {
        let mut answer = HttpResponseBuilder::new(self.status);
        set_headers(&mut answer, self);
        if self.keep == Keep::Briefly {
            // Weak, because a compressed answer has other bytes and the same meaning.
            let tag = EntityTag::new_weak(content_hash(html.as_bytes()));
            let fresh = matches_tag(request, &tag);
            answer.insert_header(ETag(tag));
            if fresh {
                return answer.status(StatusCode::NOT_MODIFIED).finish();
            }
        }
        answer.content_type("text/html; charset=utf-8").body(html)
    }
}

impl PageAnswer {
    /// The answer whose own scripts run, known by this nonce: base64url, another one for each answer.
    pub fn with_scripts(self, nonce: &str, html: String) -> HttpResponse {
        let mut answer = HttpResponseBuilder::new(self.status);
        set_headers(&mut answer, self);
        let policy =
            format!("{CONTENT_SECURITY_POLICY}; script-src 'nonce-{nonce}'; connect-src 'self'; require-trusted-types-for 'script'");
        answer.insert_header((header::CONTENT_SECURITY_POLICY, policy));
        answer.content_type("text/html; charset=utf-8").body(html)
    }
}

fn set_headers(answer: &mut HttpResponseBuilder, page: PageAnswer) {
    let fixed = [
        ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Vary", "Accept-Language"),
    ];
    for header in fixed {
        answer.insert_header(header);
    }
    answer.insert_header((header::CONTENT_LANGUAGE, page.lang.as_str()));
    answer.insert_header((header::CACHE_CONTROL, page.keep.directive()));
}

/// Whether the request says that the reader has this version already. Compared weakly, as RFC 9110 asks for `If-None-Match`.
pub(super) fn matches_tag(request: &HttpRequest, tag: &EntityTag) -> bool {
    match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Any) => request.headers().contains_key(header::IF_NONE_MATCH),
        Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|known| known.weak_eq(tag)),
        Err(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn answered(request: &HttpRequest) -> HttpResponse {
        PageAnswer::public(Language::Id).with_html(request, "<p>Halo</p>".to_owned())
    }

    #[test]
    fn a_public_page_may_be_kept_for_minutes_and_loads_nothing_foreign() {
        let answer = answered(&TestRequest::get().to_http_request());
        let header = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        assert_eq!(header("cache-control"), "public, max-age=60, s-maxage=300");
        assert_eq!(header("content-language"), "id");
        assert_eq!(header("vary"), "Accept-Language");
        assert!(header("content-security-policy").starts_with("default-src 'none'; style-src 'self'; img-src 'self' data:;"));
        assert!(!header("content-security-policy").contains("unsafe"));
    }

    #[test]
    fn a_reader_who_has_the_page_gets_no_second_copy() {
        let first = answered(&TestRequest::get().to_http_request());
        let tag = first.headers().get("etag").expect("a tag").clone();
        let again = TestRequest::get().insert_header(("If-None-Match", tag)).to_http_request();
        assert_eq!(answered(&again).status(), StatusCode::NOT_MODIFIED);
        let other = TestRequest::get().insert_header(("If-None-Match", "W/\"another\"")).to_http_request();
        assert_eq!(answered(&other).status(), StatusCode::OK);
    }

    #[test]
    fn a_page_of_trouble_is_never_kept() {
        let answer =
            PageAnswer::trouble(StatusCode::NOT_FOUND, Language::En).with_html(&TestRequest::get().to_http_request(), String::new());
        assert_eq!(answer.headers().get("cache-control").expect("a directive"), "no-store");
        assert!(answer.headers().get("etag").is_none());
    }
}
