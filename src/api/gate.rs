//! Who is calling, and whether they may: decided before anything of a body is read.
//!
//! The gate establishes the caller from the `Authorization` field, asks `actions::access` about the operation and about the object that
//! the address names, and leaves the answer for the handler. An operation that `domain::access` does not know is refused.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::AUTHORIZATION;
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error as ActixError, HttpMessage};

use super::edge::{self, Problem};
use crate::actions::access::{self, Pass};
use crate::actions::error::Error;
use crate::actions::identity;
use crate::app::App;
use crate::auth::portal_key::PortalKey;
use crate::domain::access::Operation;
use crate::domain::id::SessionId;
use crate::domain::role::Caller;

/// Operations of the service itself, which belong to nobody's rights: health, keys, documentation.
pub const SERVICE_OPERATIONS: &[&str] = &["healthz", "readyz", "jwks", "read_problem_type"];

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
    let admission = admit(&request, operation, object_of(&found.template, request.path())).await?;
    request.extensions_mut().insert(admission);
    next.call(request).await
}

async fn admit(request: &ServiceRequest, operation: Operation, object: Option<String>) -> Result<Admission, Problem> {
    let app = request.app_data::<Data<App>>().ok_or_else(|| Problem::internal_because("the app was not handed to the workers"))?;
    let credential = if WITHOUT_CREDENTIAL.contains(&operation) { Credential::None } else { Credential::of(app, request)? };
    let now = app.clock().now();
    let (admission, use_to_note) = app
        .read(move |db| {
            let (caller, use_to_note) = match &credential {
                Credential::None => (Caller::Anonymous, None),
                Credential::Token(claims) => (identity::caller_of(db, claims, now)?, None),
                Credential::Key(key) => {
                    let known = identity::portal_of(db, key, now)?;
                    (known.caller, known.use_to_note)
                }
            };
            let pass = access::check(db, &caller, operation, object.as_deref())?;
            Ok((Admission { caller, pass, operation, session: credential.session() }, use_to_note))
        })
        .await?;
    if let Some(key) = use_to_note {
        app.write(None, move |write| identity::note_key_use(write.db, key, now)).await?;
    }
    Ok(admission)
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
