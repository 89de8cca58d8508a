//! The style, the letters and the pictures of the pages, inside the binary.
//!
//! Each is served at an address that holds a hash of its content, so that a browser may keep it for ever and still gets the new one
//! at once. Nothing is fetched from outside.

use std::sync::LazyLock;

use actix_web::http::header::{self, ETag, EntityTag};
use actix_web::{HttpRequest, HttpResponse, web};
use sha2::{Digest, Sha256};

use super::answer::matches_tag;
use super::fonts::FONTS;

/// A file that the pages refer to.
#[derive(Debug)]
pub struct Asset {
    pub(super) name: &'static str,
    pub(super) content_type: &'static str,
    pub(super) bytes: &'static [u8],
    pub(super) hash: LazyLock<String>,
}

/// A file of the folder `assets/`, with its type.
macro_rules! asset {
    ($name:literal, $content_type:literal) => {
        Asset {
            name: $name,
            content_type: $content_type,
            bytes: include_bytes!(concat!("assets/", $name)),
            hash: LazyLock::new(|| content_hash(include_bytes!(concat!("assets/", $name)))),
        }
    };
}

/// The style of every page.
pub static STYLE: Asset = Asset {
    name: "kembar.css",
    content_type: "text/css; charset=utf-8",
    bytes: STYLE_TEXT.as_bytes(),
    hash: LazyLock::new(|| content_hash(STYLE_TEXT.as_bytes())),
};

/// What the pages of the secretariat's desk add to it.
pub static DESK_STYLE: Asset = asset!("desk.css", "text/css; charset=utf-8");

/// What the pages of matching rounds add to it.
pub static ROUNDS_STYLE: Asset = asset!("rounds.css", "text/css; charset=utf-8");

/// One file for browsers, so that a page waits for one answer only; several for those who write it.
const STYLE_TEXT: &str = concat!(include_str!("assets/kembar.css"), include_str!("assets/pictures.css"), include_str!("assets/fonts.css"));

/// What the pages of a city's focal point add to it.
pub static MY_CITY_STYLE: Asset = asset!("my-city.css", "text/css; charset=utf-8");

/// The picture in the browser's tab.
pub static ICON: Asset = asset!("icon.svg", "image/svg+xml");

/// The keys of the desk: press what is on the page, and nothing else.
pub static DESK_SCRIPT: Asset = asset!("desk.js", "text/javascript; charset=utf-8");

/// How far a computation is, while its page is open.
pub static PROGRESS: Asset = asset!("progress.js", "text/javascript; charset=utf-8");

/// The countries that maps are made of, each a path that a page refers to and dresses in its own colours.
pub static OUTLINES: Asset = asset!("outlines.svg", "image/svg+xml");

static ALL: [&Asset; 8] = [&STYLE, &DESK_STYLE, &ROUNDS_STYLE, &MY_CITY_STYLE, &ICON, &DESK_SCRIPT, &PROGRESS, &OUTLINES];

/// What the pages at and below an address add to the style of every page: each area has a sheet of its own, so that no area changes
/// another's looks and nobody loads what they do not see.
pub fn style_of(path: &str) -> Option<&'static Asset> {
    let areas: [(&str, &Asset); 3] = [("/desk/rounds", &ROUNDS_STYLE), ("/desk", &DESK_STYLE), ("/my-city", &MY_CITY_STYLE)];
    let is_below = |root: &str| path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    areas.into_iter().find(|(root, _)| is_below(root)).map(|(_, style)| style)
}

/// Whatever is served: the assets and the fonts.
fn every() -> impl Iterator<Item = &'static Asset> {
    ALL.into_iter().chain(&FONTS)
}

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
    match every().find(|asset| asset.name == name && *asset.hash == hash) {
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
        for asset in every() {
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
    fn the_styles_are_small_and_ask_for_nothing_from_outside() {
        for sheet in ALL.iter().filter(|asset| asset.name.ends_with(".css")) {
            let style = std::str::from_utf8(sheet.bytes).expect("a style is text");
            assert!(style.len() < 36 * 1024, "{}: {} bytes", sheet.name, style.len());
            assert_eq!(style.matches("url(").count(), style.matches("url(\"/assets/").count(), "{}: only what is served here", sheet.name);
            assert!(!style.contains("@import"), "{}", sheet.name);
        }
    }

    #[test]
    fn each_area_adds_its_own_style_and_the_public_pages_none() {
        let added = |path| style_of(path).map(|style| style.name);
        assert_eq!(added("/desk/rounds/1/analysis"), Some("rounds.css"));
        assert_eq!(added("/my-city/ask"), Some("my-city.css"));
        assert_eq!((added("/desk"), added("/desk/proposals")), (Some("desk.css"), Some("desk.css")));
        assert_eq!((added("/"), added("/desks"), added("/cities")), (None, None, None));
    }
}
