//! Who is calling, and whether they may: decided before anything of a body is read.
//!
//! The gate establishes the caller from the `Authorization` field, asks `actions::access` about the operation and about the object that
//! the address names, and leaves the answer for the handler. An operation that `domain::access` does not know is refused.
//!
//! It also asks whether the caller may make a request now. Who shows no good credential pays from the quota of their address, so that guessing
//! credentials is not free either.

use std::net::IpAddr;
use std::num::NonZeroU32;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::AUTHORIZATION;
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error as ActixError, HttpMessage};

use super::edge::{self, Edge, Payer, Problem, Standing, TooMany};
use crate::actions::access::{self, Pass};
use crate::actions::error::Error;
use crate::actions::identity;
use crate::app::App;
use crate::auth::portal_key::PortalKey;
use crate::domain::access::Operation;
use crate::domain::id::SessionId;
use crate::domain::role::Caller;

/// Operations of the service itself, which belong to nobody's rights: health, keys, documentation.
pub const SERVICE_OPERATIONS: &[&str] = &["healthz", "readyz", "jwks", "api_catalog", "security_txt", "read_problem_type"];

/// Operations that make a credential: an old one beside them is not looked at.
const WITHOUT_CREDENTIAL: &[Operation] = &[Operation::Login, Operation::Refresh, Operation::AcceptInvitation];

/// What the gate found out about a request.
#[derive(Debug, Clone)]
pub(super) struct Admission {
    pub(super) caller: Caller,
    pub(super) pass: Option<Pass>,
    pub(super) operation: Operation,
    /// The session of a person.
    pub(super) session: Option<SessionId>,
}

/// The layer.
pub async fn gate<B: MessageBody + 'static>(request: ServiceRequest, next: Next<B>) -> Result<ServiceResponse<B>, ActixError> {
    let found = request.extensions().get::<edge::Operation>().cloned();
    // What is not in the table of operations is a page, or nothing.
    let Some(found) = found.filter(|found| !SERVICE_OPERATIONS.contains(&&*found.id)) else { return next.call(request).await };
    let operation = Operation::from_id(&found.id).ok_or_else(Problem::not_found)?;
    let object = object_of(&found.template, request.path());
    let (admission, standing) = match admit(&request, operation, object).await {
        Ok(admitted) => admitted,
        Err(Turned { problem, standing }) => return Err(with_standing(problem.into(), standing)),
    };
    request.extensions_mut().insert(admission);
    match next.call(request).await {
        Ok(mut response) => {
            standing.write(response.headers_mut());
            Ok(response)
        }
        Err(error) => Err(with_standing(error, Some(standing))),
    }
}

/// A request that goes no further, with what the caller has left where that is known.
struct Turned {
    problem: Problem,
    standing: Option<Standing>,
}

impl From<Problem> for Turned {
    fn from(problem: Problem) -> Self {
        Turned { problem, standing: None }
    }
}

impl From<TooMany> for Turned {
    fn from(refused: TooMany) -> Self {
        Turned { problem: refused.problem(), standing: Some(refused.0) }
    }
}

fn with_standing(mut error: ActixError, standing: Option<Standing>) -> ActixError {
    if let Some(standing) = standing {
        error.add_response_mapper(move |mut response| {
            standing.write(response.headers_mut());
            response
        });
    }
    error
}

async fn admit(request: &ServiceRequest, operation: Operation, object: Option<String>) -> Result<(Admission, Standing), Turned> {
    let lost = || Problem::internal_because("the app was not handed to the workers");
    let app = request.app_data::<Data<App>>().ok_or_else(lost)?;
    let quotas = &request.app_data::<Data<Edge>>().ok_or_else(lost)?.quotas;
    let (usual, cost) = (quotas.settings(), cost_of(operation));
    let pay_at_address = || quotas.pay(Payer::at(address_of(app, request)), usual.address, cost);
    let credential = if WITHOUT_CREDENTIAL.contains(&operation) { Ok(Credential::None) } else { Credential::of(app, request) };
    let credential = match credential {
        Ok(Credential::None) => {
            let standing = pay_at_address()?;
            let known = known_as(app, Credential::None, operation, object).await;
            return known.map(|known| (known.admission, standing)).map_err(|problem| Turned { problem, standing: Some(standing) });
        }
        Ok(credential) => credential,
        Err(error) => {
            let standing = pay_at_address()?;
            return Err(Turned { problem: error.into(), standing: Some(standing) });
        }
    };
    match known_as(app, credential, operation, object).await {
        Ok(Known { admission, own_quota }) => {
            let standing = match &admission.caller {
                Caller::Person(actor) => quotas.pay(Payer::Person(actor.user.0), usual.person, cost),
                Caller::Portal(portal) => quotas.pay(Payer::Portal(portal.0), own_quota.unwrap_or(usual.address), cost),
                Caller::Anonymous => pay_at_address(),
            }?;
            Ok((admission, standing))
        }
        Err(problem) => {
            let standing = pay_at_address()?;
            Err(Turned { problem, standing: Some(standing) })
        }
    }
}

/// So many requests one of these costs: what is computed anew for each caller costs more than what is looked up.
fn cost_of(operation: Operation) -> NonZeroU32 {
    const COMPUTED: NonZeroU32 = NonZeroU32::MIN.saturating_add(4);
    let is_computed = matches!(
        operation,
        Operation::ListSuggestions
            | Operation::ExplainPair
            | Operation::ListThirds
            | Operation::GetClusters
            | Operation::GetMap
            | Operation::GetCohorts
    );
    if is_computed { COMPUTED } else { NonZeroU32::MIN }
}

fn address_of(app: &App, request: &ServiceRequest) -> IpAddr {
    let fields = request.headers().get_all("x-forwarded-for");
    let forwarded_for = fields.filter_map(|field| field.to_str().ok()).collect::<Vec<_>>().join(",");
    app.identity().client_address(request.peer_addr().map(|address| address.ip()), &forwarded_for)
}

/// A caller, and the quota that they have of their own.
struct Known {
    admission: Admission,
    own_quota: Option<NonZeroU32>,
}

async fn known_as(app: &App, credential: Credential, operation: Operation, object: Option<String>) -> Result<Known, Problem> {
    let now = app.clock().now();
    let (known, use_to_note) = app
        .read(move |db| {
            let (caller, use_to_note, own_quota) = match &credential {
                Credential::None => (Caller::Anonymous, None, None),
                Credential::Token(claims) => (identity::caller_of(db, claims, now)?, None, None),
                Credential::Key(key) => {
                    let known = identity::portal_of(db, key, now)?;
                    (known.caller, known.use_to_note, NonZeroU32::new(known.requests_per_minute))
                }
            };
            let pass = access::check(db, &caller, operation, object.as_deref())?;
            Ok((Known { admission: Admission { caller, pass, operation, session: credential.session() }, own_quota }, use_to_note))
        })
        .await?;
    if let Some(key) = use_to_note {
        app.write(None, move |write| identity::note_key_use(write.db, key, now)).await?;
    }
    Ok(known)
}

/// What came in the `Authorization` field.
enum Credential {
    None,
    Token(crate::auth::access_token::Claims),
    Key(PortalKey),
}

impl Credential {
    fn session(&self) -> Option<SessionId> {
        match self {
            Credential::Token(claims) => Some(claims.sid),
            Credential::None | Credential::Key(_) => None,
        }
    }

    fn of(app: &App, request: &ServiceRequest) -> Result<Self, Error> {
        const BAD: Error = Error::Unauthenticated("the credential is not good: sign in again, or ask for a new key");
        let mut fields = request.headers().get_all(AUTHORIZATION);
        let Some(field) = fields.next() else { return Ok(Credential::None) };
        if fields.next().is_some() {
            return Err(BAD);
        }
        let text = field.to_str().ok().and_then(|text| text.split_once(' ')).filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
        let Some((_, token)) = text else { return Err(BAD) };
        if let Ok(key) = PortalKey::parse(token) {
            return Ok(Credential::Key(key));
        }
        let claims = app.identity().read_access_token(token, app.clock().now());
        claims.map(Credential::Token).map_err(|error| {
            tracing::debug!(%error, "an access token was refused");
            BAD
        })
    }
}

/// The part of the path in the place of the template's first parameter.
fn object_of(template: &str, path: &str) -> Option<String> {
    let at = template.split('/').position(|part| part.starts_with('{'))?;
    path.split('/').nth(at).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_object_is_what_the_first_parameter_stands_for() {
        assert_eq!(
            object_of("/api/v1/cities/{id}/suggestions/{other}", "/api/v1/cities/surabaya/suggestions/iloilo").as_deref(),
            Some("surabaya")
        );
        assert_eq!(object_of("/api/v1/requests", "/api/v1/requests"), None);
    }
}
