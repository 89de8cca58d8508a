//! All routes together: the services that each worker registers, the OpenAPI document that comes of the same calls, and the server.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{Data, ServiceConfig};
use actix_web::{App as ActixApp, Error};
use utoipa::OpenApi;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa_actix_web::{AppExt, UtoipaApp, scope};

use super::edge::{self, Edge, EdgeSettings, Routes, around, document_refusals, problem_type};
use super::{
    audit, auth, cities, clusters, discovery, docs, gaps, gate, health, indicators, jobs, models, partnerships, portals, practices,
    profiles, proposals, recommendations, requests, rounds, suggestions, taxonomy, trios, users,
};
use crate::app::App;
use crate::domain::access::{Operation, Rule};

/// The head of the document.
#[derive(OpenApi)]
#[openapi(info(
    title = "Kembar",
    description = "Partner cities for ASEAN's local governments, with reasons. Errors are RFC 9457 problems; lists are keyset pages; writes name the version they have seen in If-Match; POSTs that create or decide take an Idempotency-Key.",
    license(name = "Apache-2.0 OR MIT", identifier = "Apache-2.0 OR MIT"),
))]
struct Head;

/// Operations that any web page may read.
const FOR_EVERY_ORIGIN: &[Operation] = &[
    Operation::ListRecommendations,
    Operation::GetRecommendation,
    Operation::ListCities,
    Operation::GetCity,
    Operation::GetTaxonomy,
    Operation::ListIndicators,
];

/// Operations whose first answer on new data is computed, and may take longer than others.
const LONG: &[Operation] = &[Operation::GetClusters, Operation::GetMap, Operation::GetCohorts];
const LONG_DEADLINE: Duration = Duration::from_secs(60);

fn routes<T>(app: UtoipaApp<T>) -> UtoipaApp<T>
where
    T: ServiceFactory<ServiceRequest, Config = (), Error = Error, InitError = ()>,
{
    let api = scope("/api/v1").configure(membership).configure(areas);
    app.service(api)
        .service(problem_type)
        .service(health::healthz)
        .service(health::readyz)
        .service(health::jwks)
        .service(discovery::api_catalog)
        .service(discovery::security_txt)
}

fn membership(api: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    api.service(taxonomy::get_taxonomy)
        .service(taxonomy::list_indicators)
        .service(cities::list_cities)
        .service(cities::create_city)
        .service(cities::get_city)
        .service(cities::update_city)
        .service(profiles::get_profile)
        .service(profiles::put_profile)
        .service(profiles::submit_profile)
        .service(profiles::verify_profile)
        .service(profiles::return_profile)
        .service(profiles::list_profile_revisions)
        .service(indicators::list_city_indicators)
        .service(indicators::get_city_indicator)
        .service(indicators::put_city_indicator)
        .service(practices::list_practices)
        .service(practices::create_practice)
        .service(practices::get_practice)
        .service(practices::update_practice)
        .service(practices::decide_practice)
        .service(gaps::get_gaps);
}

fn areas(api: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    api.service(suggestions::list_suggestions)
        .service(suggestions::explain_pair)
        .service(trios::list_thirds)
        .service(suggestions::create_feedback)
        .service(suggestions::list_feedback)
        .service(clusters::get_clusters)
        .service(clusters::get_map)
        .service(trios::get_cohorts)
        .service(requests::create_request)
        .service(requests::list_requests)
        .service(requests::get_request)
        .service(requests::withdraw_request)
        .service(requests::answer_request)
        .service(proposals::list_proposals)
        .service(proposals::create_proposal)
        .service(proposals::get_proposal)
        .service(proposals::update_proposal)
        .service(proposals::get_proposal_history)
        .service(proposals::review_proposal)
        .service(proposals::answer_proposal)
        .service(proposals::publish_proposal)
        .service(proposals::withdraw_proposal)
        .configure(matching_rounds)
        .service(partnerships::list_partnerships)
        .service(partnerships::get_partnership)
        .service(recommendations::list_recommendations)
        .service(recommendations::get_recommendation)
        .configure(identity);
}

/// Rounds, and the long work behind them.
fn matching_rounds(api: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    api.service(rounds::list_rounds)
        .service(rounds::create_round)
        .service(rounds::get_round)
        .service(rounds::update_round)
        .service(rounds::compute_round)
        .service(rounds::get_round_outlook)
        .service(rounds::list_round_runs)
        .service(rounds::list_round_proposals)
        .service(rounds::get_round_analysis)
        .service(rounds::get_round_comparison)
        .service(rounds::get_round_export)
        .service(rounds::release_round)
        .service(rounds::recall_round)
        .service(rounds::close_round)
        .service(jobs::get_job)
        .service(jobs::get_job_events)
        .service(jobs::cancel_job);
}

/// Signing in, and what administrators keep.
fn identity(api: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    api.service(auth::login)
        .service(auth::refresh)
        .service(auth::logout)
        .service(auth::accept_invitation)
        .service(auth::change_password)
        .service(auth::get_me)
        .service(users::create_user)
        .service(users::list_users)
        .service(users::get_user)
        .service(users::update_user)
        .service(users::invite_user)
        .service(portals::create_portal)
        .service(portals::list_portals)
        .service(portals::get_portal)
        .service(portals::update_portal)
        .service(portals::create_portal_key)
        .service(portals::revoke_portal_key)
        .service(models::list_models)
        .service(models::get_model)
        .service(models::get_model_evaluation)
        .service(models::activate_model)
        .service(audit::list_audit)
        .service(audit::verify_audit);
}

/// The OpenAPI document, from the very calls that register the routes.
pub fn document() -> utoipa::openapi::OpenApi {
    let (_, mut document) = routes(ActixApp::new().into_utoipa_app().openapi(Head::openapi())).split_for_parts();
    document_refusals(&mut document);
    describe_credentials(&mut document);
    document
}

/// Says of each operation whether it needs a token, from the table of rights.
fn describe_credentials(document: &mut utoipa::openapi::OpenApi) {
    let bearer = SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build());
    document.components.get_or_insert_default().add_security_scheme("bearer", bearer);
    for item in document.paths.paths.values_mut() {
        let operations = [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch];
        for described in operations.into_iter().flatten() {
            let operation = described.operation_id.as_deref().and_then(Operation::from_id);
            if operation.is_some_and(|operation| operation.rule() != Rule::Public) {
                described.security = Some(vec![utoipa::openapi::security::SecurityRequirement::new("bearer", Vec::<String>::new())]);
            }
        }
    }
}

/// Why the service cannot be put together.
#[derive(Debug, thiserror::Error)]
pub enum Unsound {
    /// The routes contradict one another.
    #[error(transparent)]
    Routes(#[from] edge::RoutesError),
    /// A setting names an operation that is not there.
    #[error(transparent)]
    Settings(#[from] edge::BadEdge),
    /// An operation is served that the table of rights does not know.
    #[error("the operation {0} has no row in the table of rights")]
    WithoutRule(String),
}

/// The edge around the routes of this service.
///
/// # Errors
/// [`Unsound`] where the routes, the settings and the table of rights do not fit together.
pub fn edge(mut settings: EdgeSettings, document: &utoipa::openapi::OpenApi) -> Result<Arc<Edge>, Unsound> {
    settings.public_operations = FOR_EVERY_ORIGIN.iter().map(|operation| operation.id().to_owned()).collect::<BTreeSet<_>>();
    for operation in LONG {
        settings.deadlines.entry(operation.id().to_owned()).or_insert(LONG_DEADLINE);
    }
    let routes = Routes::from_openapi(document)?;
    for (_, operation) in routes.iter() {
        let is_known = Operation::from_id(&operation.id).is_some() || gate::SERVICE_OPERATIONS.contains(&&*operation.id);
        if !is_known {
            return Err(Unsound::WithoutRule(operation.id.to_string()));
        }
    }
    Ok(Edge::new(settings, routes)?)
}

/// The app that each worker builds. `pages` adds what is not the API.
pub fn app(
    app: &App,
    edge: &Arc<Edge>,
    document: &Arc<utoipa::openapi::OpenApi>,
    pages: fn(&mut ServiceConfig),
) -> ActixApp<
    impl ServiceFactory<ServiceRequest, Config = (), Response = ServiceResponse<actix_web::body::BoxBody>, Error = Error, InitError = ()>
    + use<>,
> {
    let inner = routes(ActixApp::new().into_utoipa_app().openapi(Head::openapi()))
        .into_app()
        .app_data(Data::new(app.clone()))
        .configure(|service| docs::configure(service, document))
        .configure(pages);
    around(inner.wrap(from_fn(docs::let_the_page_run)).wrap(Compress::default()).wrap(from_fn(gate::gate)), edge)
}
