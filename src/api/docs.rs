//! `/docs` and `/openapi.json`: the document of the API, and a page that reads it without anything from outside.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::{self, ServiceConfig};
use actix_web::{Error, HttpResponse};
use utoipa::openapi::OpenApi;
use utoipa_swagger_ui::SwaggerUi;

const PAGE: &str = "/docs/";

/// The page's own script and style, which writes styles into its elements; and pictures inside of its style.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
    font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The files of the page change with the program only.
const KEPT: &str = "public, max-age=3600";

/// Registers the document and its page.
pub(super) fn configure(service: &mut ServiceConfig, document: &OpenApi) {
    service.service(SwaggerUi::new("/docs/{_:.*}").url("/openapi.json", document.clone())).service(web::resource("/docs").get(to_the_page));
}

async fn to_the_page() -> HttpResponse {
    HttpResponse::PermanentRedirect().insert_header((header::LOCATION, PAGE)).insert_header((header::CACHE_CONTROL, KEPT)).finish()
}

/// Lets the page run its script: everything else that the service answers with runs none.
pub(super) async fn let_the_page_run<B: MessageBody>(request: ServiceRequest, next: Next<B>) -> Result<ServiceResponse<B>, Error> {
    let is_of_page = request.path().starts_with(PAGE);
    let mut response = next.call(request).await?;
    if is_of_page && response.status().is_success() {
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CONTENT_SECURITY_POLICY));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(KEPT));
    }
    Ok(response)
}
