//! The style and the pictures of the pages, inside the binary.
//!
//! Each is served at an address that holds a hash of its content, so that a browser may keep it for ever and still gets the new one
//! at once. Nothing is fetched from outside.

use std::sync::LazyLock;

use actix_web::http::header::{self, ETag, EntityTag};
use actix_web::{HttpRequest, HttpResponse, web};
use sha2::{Digest, Sha256};

use super::answer::matches_tag;

/// A file that the pages refer to.
#[derive(Debug)]
pub struct Asset {
    name: &'static str,
    content_type: &'static str,
    bytes: &'static [u8],
    hash: LazyLock<String>,
}

/// The style of every page.
pub static STYLE: Asset = Asset {
    name: "kembar.css",
    content_type: "text/css; charset=utf-8",
    bytes: include_bytes!("assets/kembar.css"),
    hash: LazyLock::new(|| content_hash(include_bytes!("assets/kembar.css"))),
};

/// The picture in the browser's tab.
pub static ICON: Asset = Asset {
    name: "icon.svg",
    content_type: "image/svg+xml",
    bytes: include_bytes!("assets/icon.svg"),
    hash: LazyLock::new(|| content_hash(include_bytes!("assets/icon.svg"))),
};

static ALL: [&Asset; 2] = [&STYLE, &ICON];

/// The first 16 hexadecimal digits of SHA-256: enough to tell versions of one thing apart.
pub(super) fn content_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

impl Asset {
    /// Its address: `/assets/<hash>/<name>`.
    pub fn url(&self) -> String {
        format!("/assets/{}/{}", *self.hash, self.name)
    }

    /// Its content.
    pub fn bytes(&self) -> &'static [u8] {
        self.bytes
    }

    /// The file, or 304 for a reader who has it.
    fn answer(&self, request: &HttpRequest, kept: &'static str) -> HttpResponse {
        let tag = EntityTag::new_strong(self.hash.clone());
        let fresh = matches_tag(request, &tag);
        let mut answer = if fresh { HttpResponse::NotModified() } else { HttpResponse::Ok() };
        answer.insert_header(ETag(tag));
        answer.insert_header((header::CACHE_CONTROL, kept));
        answer.insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"));
        answer.insert_header((header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'; sandbox"));
        answer.insert_header(("Cross-Origin-Resource-Policy", "same-origin"));
        if fresh { answer.finish() } else { answer.content_type(self.content_type).body(self.bytes) }
    }
}

/// Kept for as long as it has this address.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Kept for a day: its address stays when its content changes.
const FOR_A_DAY: &str = "public, max-age=86400";

/// Answers `GET` and `HEAD /assets/{hash}/{name}`. An address of another version is answered `404`: serving the present file under
/// it would be kept by browsers for a year.
pub async fn serve(request: HttpRequest, path: web::Path<(String, String)>) -> HttpResponse {
    let (hash, name) = path.into_inner();
    match ALL.iter().find(|asset| asset.name == name && *asset.hash == hash) {
        Some(asset) => asset.answer(&request, FOR_EVER),
        None => HttpResponse::NotFound().insert_header((header::CACHE_CONTROL, "no-store")).finish(),
    }
}

/// Answers `GET` and `HEAD /favicon.ico`, which browsers ask for before they have read any page.
pub async fn icon(request: HttpRequest) -> HttpResponse {
    ICON.answer(&request, FOR_A_DAY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::StatusCode;
    use actix_web::test::TestRequest;

    async fn asked(hash: &str, name: &str, tag: Option<&str>) -> HttpResponse {
        let request = tag.into_iter().fold(TestRequest::get(), |request, tag| request.insert_header(("If-None-Match", tag)));
        serve(request.to_http_request(), web::Path::from((hash.to_owned(), name.to_owned()))).await
    }

    #[actix_web::test]
    async fn an_asset_is_kept_for_ever_under_the_address_of_its_content() {
        for asset in ALL {
            let answer = asked(&asset.hash, asset.name, None).await;
            assert_eq!(answer.status(), StatusCode::OK);
            assert_eq!(answer.headers().get("content-type").expect("a type"), asset.content_type);
            assert_eq!(answer.headers().get("cache-control").expect("a directive"), "public, max-age=31536000, immutable");
            assert_eq!(asset.url(), format!("/assets/{}/{}", content_hash(asset.bytes), asset.name));
            let again = asked(&asset.hash, asset.name, Some(&format!("\"{}\"", *asset.hash))).await;
            assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        }
    }

    #[actix_web::test]
    async fn another_version_of_an_asset_is_not_found_and_not_kept() {
        for (hash, name) in [("0000000000000000", "kembar.css"), (STYLE.hash.as_str(), "icon.svg"), (STYLE.hash.as_str(), "../mod.rs")] {
            let answer = asked(hash, name, None).await;
            assert_eq!(answer.status(), StatusCode::NOT_FOUND);
            assert_eq!(answer.headers().get("cache-control").expect("a directive"), "no-store");
        }
    }

    #[test]
    fn the_style_is_small_and_asks_for_nothing_from_outside() {
        let style = std::str::from_utf8(STYLE.bytes).expect("the style is text");
        assert!(style.len() < 20 * 1024, "{} bytes", style.len());
        assert!(!style.contains("url(") && !style.contains("@import"));
    }
}
