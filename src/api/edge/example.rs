//! A small app behind the edge, as `api` assembles the real one: typed handlers, collected OpenAPI, a gate, a page. The tests talk to it over real sockets.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{ServerHandle, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, Next, from_fn};
use actix_web::{App, Error, HttpRequest, HttpResponse, get, post, put, web};
use serde::{Deserialize, Serialize};
use utoipa_actix_web::{AppExt, UtoipaApp, scope};

use super::*;
use crate::domain::code::ThemeCode;
use crate::domain::fault::Faults;

pub(super) const FILTER_SECRET: [u8; 32] = [9; 32];

#[derive(Debug, Clone, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Need {
    pub(super) title: String,
    #[schema(value_type = String)]
    pub(super) theme: ThemeCode,
    pub(super) rank: u8,
}

impl Validate for Need {
    fn validate(&self) -> Faults {
        let mut faults = Faults::new();
        crate::domain::fault::check_text(&mut faults, "/title", &self.title, 20);
        faults.require((1..=3).contains(&self.rank), "/rank", "must be from 1 to 3");
        faults
    }
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct NeedFilters {
    #[param(value_type = Option<String>)]
    theme: Option<ThemeCode>,
    #[serde(default)]
    limit: Limit,
    cursor: Option<String>,
}

#[utoipa::path(params(NeedFilters), responses((status = 200, body = Page<u32>)))]
#[get("/needs")]
async fn list_needs(request: HttpRequest, filters: Query<NeedFilters>) -> Result<HttpResponse, Problem> {
    let (signer, fingerprint) = (CursorSigner::new(&FILTER_SECRET), filters.fingerprint());
    let scope = CursorScope { list: "list_needs", filters: &fingerprint, principal: "public" };
    let after: u32 = filters.cursor.as_deref().map(|token| signer.open(scope, token)).transpose()?.unwrap_or(0);
    let last = if filters.theme.is_some() { 3 } else { 250 };
    let limit = filters.limit.get();
    let rows: Vec<u32> = (after + 1..=last).take(limit as usize + 1).collect();
    Page::cut(rows, limit, |row| signer.seal(scope, row), |row| row)?.answer(&request, Caching::Published)
}

#[utoipa::path(request_body = Need, params(("Idempotency-Key" = String, Header)), responses((status = 201, body = Need)))]
#[post("/needs")]
async fn add_need(request: HttpRequest, key: IdempotencyKey, body: JsonBody<Need>) -> Result<HttpResponse, Problem> {
    let fingerprint = Fingerprint::of(request.method(), request.path(), &body.sha256);
    Ok(HttpResponse::Created()
        .insert_header(("location", format!("/api/v1/needs/{}", key.0)))
        .insert_header(("x-fingerprint", fingerprint.to_string()))
        .json(body.value))
}

#[utoipa::path(params(("id" = u32, Path)), responses((status = 200, body = u32, content_type = "application/json")))]
#[get("/needs/{id}")]
async fn read_need(request: HttpRequest, id: web::Path<u32>) -> Result<HttpResponse, Problem> {
    answer_value(&request, &EntityTag::of_version(3), Caching::NoStore, &*id)
}

#[utoipa::path(request_body = Need, params(("id" = u32, Path), ("If-Match" = String, Header)), responses((status = 204)))]
#[put("/needs/{id}")]
async fn change_need(id: web::Path<u32>, seen: IfMatch, body: UnreadJson<Need>) -> Result<HttpResponse, Problem> {
    if *id > 250 {
        return Err(Problem::not_found());
    }
    body.read().await?;
    seen.check(3)?;
    Ok(HttpResponse::NoContent().finish())
}

#[utoipa::path(responses((status = 200, body = String, content_type = "application/json")))]
#[get("/faults/{kind}")]
async fn fail(kind: web::Path<String>, operation: Operation, id: RequestId) -> Result<HttpResponse, Problem> {
    match kind.as_str() {
        "panic" => panic!("a handler of {} lost its head", operation.id),
        "slow" => tokio::time::sleep(Duration::from_secs(30)).await,
        "cause" => return Err(Problem::internal(&std::io::Error::other("relation \"needs\" does not exist"))),
        "state" => return Err(Problem::wrong_state("declined", "A declined proposal cannot be decided again.")),
        "bare-503" => return Ok(HttpResponse::ServiceUnavailable().finish()),
        "bare-401" => return Ok(HttpResponse::Unauthorized().finish()),
        "bare" => return Ok(HttpResponse::BadGateway().body("upstream secret")),
        _ => {}
    }
    Ok(HttpResponse::Ok().json(id.to_string()))
}

#[utoipa::path(responses((status = 200, body = String, content_type = "application/json")))]
#[get("/big")]
async fn read_big() -> HttpResponse {
    HttpResponse::Ok().content_type("application/json").body(vec![b' '; 64 << 20])
}

#[get("/page")]
async fn page() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header(("content-security-policy", "default-src 'self'"))
        .insert_header(("cache-control", "private"))
        .body("<!doctype html><title>A page</title>")
}

/// Refuses whoever says so, before anything of a body is read.
async fn gate<B: MessageBody + 'static>(request: ServiceRequest, next: Next<B>) -> Result<ServiceResponse<B>, Error> {
    if request.headers().contains_key("x-stranger") {
        return Err(Problem::unauthenticated("Send a token.").into());
    }
    next.call(request).await
}

fn services<T>(app: UtoipaApp<T>) -> UtoipaApp<T>
where
    T: ServiceFactory<ServiceRequest, Config = (), Error = Error, InitError = ()>,
{
    let api =
        scope("/api/v1").service(list_needs).service(add_need).service(read_need).service(change_need).service(fail).service(read_big);
    app.service(api).service(problem_type)
}

/// The document, from the very calls that register the routes.
pub(super) fn document() -> utoipa::openapi::OpenApi {
    let (_, mut document) = services(App::new().into_utoipa_app()).split_for_parts();
    document_refusals(&mut document);
    document
}

/// The app that each worker builds.
fn app(
    edge: &Arc<Edge>,
) -> App<
    impl ServiceFactory<ServiceRequest, Config = (), Response = ServiceResponse<actix_web::body::BoxBody>, Error = Error, InitError = ()>
    + use<>,
> {
    let app = services(App::new().into_utoipa_app())
        .openapi_service(|api| web::resource("/openapi.json").get(move || std::future::ready(HttpResponse::Ok().json(&api))))
        .into_app()
        .service(page)
        .service(
            web::resource("/framework")
                .route(web::get().to(|_: web::Query<u32>| async { "" }))
                .route(web::post().to(|_: web::Json<u32>| async { "" })),
        );
    around(app.wrap(Compress::default()).wrap(from_fn(gate)), edge)
}

/// A running example.
pub(super) struct Example {
    pub(super) address: SocketAddr,
    handle: ServerHandle,
}

impl Example {
    /// Starts it with these settings; the public operation is `list_needs`.
    pub(super) fn start(mut settings: EdgeSettings, server: ServerSettings) -> Self {
        settings.public_operations = BTreeSet::from(["list_needs".to_owned()]);
        let routes = Routes::from_openapi(&document()).expect("a good table");
        let edge = Edge::new(settings, routes).expect("known operations");
        let running =
            start(move || app(&edge), "127.0.0.1:0", ServerSettings { workers: 1, handles_signals: false, ..server }).expect("a free port");
        let handle = running.server.handle();
        actix_web::rt::spawn(running.server);
        Self { address: running.addresses[0], handle }
    }

    /// Starts it with the settings of the product.
    pub(super) fn usual() -> Self {
        Self::start(EdgeSettings::default(), ServerSettings::default())
    }

    pub(super) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(super) async fn get(&self, path: &str) -> reqwest::Response {
        self.request(reqwest::Method::GET, path).send().await.expect("an answer")
    }

    pub(super) fn request(&self, method: reqwest::Method, path: &str) -> reqwest::RequestBuilder {
        reqwest::Client::builder().no_proxy().build().expect("a client").request(method, self.url(path))
    }

    /// A good POST, still to be changed and sent.
    pub(super) fn post(&self, body: impl Into<reqwest::Body>) -> reqwest::RequestBuilder {
        let request = self.request(reqwest::Method::POST, "/api/v1/needs").header("content-type", "application/json");
        request.header("idempotency-key", "0192f0c1-7b3a-7c44-9d3e-2f7f6b1f0a11").body(body)
    }

    pub(super) async fn stop(self) {
        self.handle.stop(false).await;
    }
}
