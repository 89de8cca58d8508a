//! The web component: a static file at an address that holds its hash, and the hash that a page names so that a browser refuses any other.

use std::sync::LazyLock;

use actix_web::http::header::{self, HeaderValue};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256, Sha384};

use super::answer::open;
use crate::api::edge::{Caching, EntityTag, Problem, answer_as};
use crate::app::App;

/// Every version that was released, the present one first. A page names the hash of the one that it was written for, so a change of the file
/// leaves the file as it was in this list under a name of its own.
const VERSIONS: [&str; 1] = [include_str!("assets/kembar-recommendations.js")];

/// The versions, by what their files are called: another name for each content.
static FILES: LazyLock<Vec<File>> = LazyLock::new(|| VERSIONS.into_iter().map(File::of).collect());

struct File {
    name: String,
    /// What a page names in `integrity`.
    integrity: String,
    text: &'static str,
}

impl File {
    fn of(text: &'static str) -> Self {
        let hash: String = Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let integrity = format!("sha384-{}", STANDARD.encode(Sha384::digest(text.as_bytes())));
        Self { name: format!("kembar-recommendations.{hash}.js"), integrity, text }
    }
}

/// `GET /embed/v1/kembar-recommendations.<hash>.js`. An address of no version is answered 404: the present one under it would be kept for a year.
pub(super) async fn script(request: HttpRequest, name: Path<String>) -> Result<HttpResponse, Problem> {
    let file = FILES.iter().find(|file| file.name == *name).ok_or_else(Problem::not_found)?;
    let body = file.text.as_bytes().to_vec();
    let media_type = "text/javascript; charset=utf-8";
    let mut response = open(answer_as(media_type, &request, (&EntityTag::of_content(&body), Caching::Published), body));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    Ok(response)
}

/// `GET /embed/v1/integrity.json`: where the present version is, its hash, and the tag to copy.
pub(super) async fn integrity(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let File { name, integrity, .. } = FILES.first().ok_or_else(Problem::not_found)?;
    let src = format!("{}/embed/v1/{name}", app.public_url());
    let tag = format!("<script type=\"module\" src=\"{src}\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>");
    let told = json!({"element": "kembar-recommendations", "src": src, "integrity": integrity, "tag": tag});
    let body = serde_json::to_vec(&told).map_err(|error| Problem::internal(&error))?;
    Ok(open(answer_as("application/json", &request, (&EntityTag::of_content(&body), Caching::Revocable), body)))
}
