//! The headers of what other sites show.

use std::sync::LazyLock;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::page::{SCRIPT, STYLE};
use crate::actions::recommendations::Showcase;
use crate::api::edge::{Caching, EntityTag, answer_as};
use crate::i18n::Language;

/// What a frame may do: be drawn in its own style, and run its own script. Both are known by their hashes and not by a nonce: the page is
/// kept by caches, and a nonce that is kept is none.
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())));
    format!(
        "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
        hash(STYLE),
        hash(SCRIPT)
    )
});

/// Who may show it in a frame, as `frame-ancestors` says it.
fn ancestors(showcase: Option<&Showcase>) -> String {
    match showcase.map(|showcase| showcase.origins.as_deref()) {
        Some(None) => "*".to_owned(),
        Some(Some(origins)) if !origins.is_empty() => origins.join(" "),
        Some(Some(_)) | None => "'none'".to_owned(),
    }
}

/// The document of a frame, to be shown by the sites of a showcase; by none where there is no such portal.
pub(super) fn framed(request: &HttpRequest, (status, lang): (StatusCode, Language), by: Option<&Showcase>, html: String) -> HttpResponse {
    let html_type = "text/html; charset=utf-8";
    let mut response = if status == StatusCode::OK {
        let body = html.into_bytes();
        answer_as(html_type, request, (&EntityTag::of_content(&body), Caching::Revocable), body)
    } else {
        // No tag: whoever has it asks again, and is told in full.
        HttpResponse::build(status).insert_header((header::CACHE_CONTROL, Caching::Revocable.as_str())).content_type(html_type).body(html)
    };
    let policy = format!("{}; frame-ancestors {}", *POLICY, ancestors(by));
    let headers = response.headers_mut();
    // A portal's origins were looked at when they were read; what no header can hold is refused as a whole.
    let policy = HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"));
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.as_str()));
    headers.insert(header::CROSS_ORIGIN_RESOURCE_POLICY, HeaderValue::from_static("cross-origin"));
    // Links lead to our own pages, which may know that somebody came, but not from which page.
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("strict-origin-when-cross-origin"));
    response
}

/// Something that every site's scripts may read, the `null` origin of a sandboxed frame included.
pub(super) fn open(mut response: HttpResponse) -> HttpResponse {
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::CROSS_ORIGIN_RESOURCE_POLICY, HeaderValue::from_static("cross-origin"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_registered_sites_frame_what_a_portal_shows_and_any_site_what_is_for_anybody() {
        let mut showcase = Showcase::of_anybody();
        assert_eq!(ancestors(Some(&showcase)), "*");
        showcase.origins = Some(vec!["https://a.example".to_owned(), "https://b.example:8443".to_owned()]);
        assert_eq!(ancestors(Some(&showcase)), "https://a.example https://b.example:8443");
        showcase.origins = Some(vec![]);
        assert_eq!((ancestors(Some(&showcase)).as_str(), ancestors(None).as_str()), ("'none'", "'none'"));
    }
}
