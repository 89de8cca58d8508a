//! What a handler is given, and how it answers: the caller, the pass, and the three shapes of a call (read, change, once).

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse};
use serde::Serialize;

use super::edge::{EntityTag, Fingerprint, IDEMPOTENT_REPLAYED, IdempotencyKey, IfMatch, Problem, RequestId};
use super::gate::Admission;
use crate::actions::access::Pass;
use crate::actions::context::Write;
use crate::actions::error::Error;
use crate::app::sign_in::Visit;
use crate::app::{App, Once, Shown};
use crate::domain::id::SessionId;
use crate::domain::role::Caller;
use crate::store::connection::Db;
use crate::store::idempotency::{Kept, KeyOf};

/// SHA-256 of nothing: the fingerprint of a request that has no body.
pub const NO_BODY: [u8; 32] = [
    0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24, 0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b,
    0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
];

/// A call that passed the gate. The first argument of every handler.
pub struct Call {
    /// The service.
    pub app: App,
    /// The request.
    pub request: HttpRequest,
    /// Who is calling.
    pub caller: Caller,
    pass: Option<Pass>,
    operation: &'static str,
    session: Option<SessionId>,
}

impl FromRequest for Call {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let admission = request.extensions().get::<Admission>().cloned();
        let app = request.app_data::<Data<App>>();
        ready(match admission.zip(app) {
            Some((Admission { caller, pass, operation, session }, app)) => {
                Ok(Call { app: App::clone(app), request: request.clone(), caller, pass, operation: operation.id(), session })
            }
            None => Err(Problem::internal_because("a handler was reached that the gate did not open")),
        })
    }
}

/// What a write gives back to its caller.
pub struct Reply<T> {
    /// 200 or 201.
    pub status: StatusCode,
    /// Where the new thing is.
    pub location: Option<String>,
    /// Its version, which becomes the `ETag`.
    pub version: Option<i64>,
    /// The thing.
    pub body: T,
}

impl<T> Reply<T> {
    /// A thing that was changed or decided.
    pub fn ok(version: i64, body: T) -> Self {
        Self { status: StatusCode::OK, location: None, version: Some(version), body }
    }

    /// A thing that was made.
    pub fn created(location: String, version: Option<i64>, body: T) -> Self {
        Self { status: StatusCode::CREATED, location: Some(location), version, body }
    }
}

impl<T: Serialize> Reply<T> {
    fn keep(&self) -> Result<Kept, Error> {
        let mut headers = Vec::new();
        if let Some(location) = &self.location {
            headers.push(("location".to_owned(), location.clone()));
        }
        if let Some(version) = self.version {
            headers.push(("etag".to_owned(), EntityTag::of_version(version).to_string()));
        }
        let body = serde_json::to_string(&self.body).map_err(|error| Error::Internal(error.to_string()))?;
        Ok(Kept { fingerprint: String::new(), status: i32::from(self.status.as_u16()), headers, body })
    }
}

impl Call {
    /// The pass of a person. Every operation that is not public has one.
    ///
    /// # Errors
    /// 401 on a public operation that nobody has signed in for.
    pub fn pass(&self) -> Result<Pass, Problem> {
        self.pass.clone().ok_or_else(|| Problem::unauthenticated("Sign in first: POST /api/v1/auth/login."))
    }

    /// The session of the person who is calling.
    ///
    /// # Errors
    /// 401 where nobody has signed in.
    pub fn session(&self) -> Result<SessionId, Problem> {
        self.session.ok_or_else(|| Problem::unauthenticated("Sign in first: POST /api/v1/auth/login."))
    }

    /// From where somebody shows a password.
    pub fn visit(&self) -> Visit {
        let fields = self.request.headers().get_all("x-forwarded-for");
        let forwarded_for = fields.filter_map(|field| field.to_str().ok()).collect::<Vec<_>>().join(",");
        let peer = self.request.peer_addr().map(|address| address.ip());
        Visit { client: self.app.identity().client_address(peer, &forwarded_for), request_id: self.request_id() }
    }

    /// Reads.
    ///
    /// # Errors
    /// What `work` gives, as a problem.
    pub async fn read<T: Send + 'static>(&self, work: impl FnOnce(&mut Db) -> Result<T, Error> + Send + 'static) -> Result<T, Problem> {
        Ok(self.app.read(work).await?)
    }

    /// The version that the caller has seen, from `If-Match`.
    ///
    /// # Errors
    /// 428 without it, 400 where it cannot be read. A weak tag matches nothing.
    pub fn seen(&self) -> Result<i64, Problem> {
        Ok(IfMatch::of(self.request.headers())?.versions().first().copied().unwrap_or(-1))
    }

    /// Changes something that the address names; doing it twice does no harm, because the version stands against the second time.
    ///
    /// # Errors
    /// What `work` gives, as a problem.
    pub async fn change<T: Serialize + Send + 'static>(
        self,
        work: impl FnOnce(&mut Write<'_>, &Pass) -> Result<Reply<T>, Error> + Send + 'static,
    ) -> Result<HttpResponse, Problem> {
        let pass = self.pass()?;
        let kept = self.app.write(self.request_id(), move |write| work(write, &pass)?.keep()).await?;
        answer(kept, false)
    }

    /// Makes or decides something once for each `Idempotency-Key`: a retry gets the first answer again.
    ///
    /// # Errors
    /// 400 without a key, 422 for a key that came with another request, and what `work` gives.
    pub async fn once<T: Serialize + Send + 'static>(
        self,
        body_sha256: &[u8; 32],
        work: impl FnOnce(&mut Write<'_>, &Pass) -> Result<Reply<T>, Error> + Send + 'static,
    ) -> Result<HttpResponse, Problem> {
        let (pass, once) = (self.pass()?, self.idempotency(body_sha256)?);
        let work = move |write: &mut Write<'_>| Ok(Shown::same(work(write, &pass)?.keep()?));
        let answered = self.app.write_once(once, self.request_id(), work).await?;
        answer(answered.kept, answered.is_replay)
    }

    /// [`Call::once`] for an answer with a secret in it. `work` gives the answer of now and the body that a retry gets, without the secret:
    /// that one is kept in the database, where no secret may be.
    ///
    /// # Errors
    /// As [`Call::once`].
    pub async fn once_with_secret<T: Serialize + Send + 'static>(
        self,
        body_sha256: &[u8; 32],
        work: impl FnOnce(&mut Write<'_>, &Pass) -> Result<(Reply<T>, T), Error> + Send + 'static,
    ) -> Result<HttpResponse, Problem> {
        let (pass, once) = (self.pass()?, self.idempotency(body_sha256)?);
        let work = move |write: &mut Write<'_>| {
            let (reply, body) = work(write, &pass)?;
            let now = reply.keep()?;
            Ok(Shown { now, later: Reply { body, ..reply }.keep()? })
        };
        let answered = self.app.write_once(once, self.request_id(), work).await?;
        answer(answered.kept, answered.is_replay)
    }

    fn idempotency(&self, body_sha256: &[u8; 32]) -> Result<Once, Problem> {
        let principal = self.pass()?.actor.user.to_string();
        let key = IdempotencyKey::of(self.request.headers())?;
        let fingerprint = Fingerprint::of(self.request.method(), self.request.path(), body_sha256).to_string();
        Ok(Once { key: KeyOf { principal, operation: self.operation, key: key.0.to_string() }, fingerprint })
    }

    /// The request's id, for the audit log.
    pub fn request_id(&self) -> Option<String> {
        self.request.extensions().get::<RequestId>().map(ToString::to_string)
    }
}

fn answer(kept: Kept, is_replay: bool) -> Result<HttpResponse, Problem> {
    let status = u16::try_from(kept.status).ok().and_then(|status| StatusCode::from_u16(status).ok());
    let status = status.ok_or_else(|| Problem::internal_because("a kept answer has no status"))?;
    let mut response = HttpResponse::build(status);
    for (name, value) in kept.headers {
        response.insert_header((name, value));
    }
    if is_replay {
        response.insert_header((IDEMPOTENT_REPLAYED, "true"));
    }
    Ok(response.content_type("application/json").body(kept.body))
}
