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
use crate::app::{App, Once};
use crate::domain::role::Caller;
use crate::store::connection::Db;
use crate::store::idempotency::{Kept, KeyOf};

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
}

impl FromRequest for Call {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let admission = request.extensions().get::<Admission>().cloned();
        let app = request.app_data::<Data<App>>();
        ready(match admission.zip(app) {
            Some((Admission { caller, pass, operation }, app)) => {
                Ok(Call { app: App::clone(app), request: request.clone(), caller, pass, operation: operation.id() })
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
        let pass = self.pass()?;
        let key = IdempotencyKey::of(self.request.headers())?;
        let fingerprint = Fingerprint::of(self.request.method(), self.request.path(), body_sha256).to_string();
        let key = KeyOf { principal: pass.actor.user.to_string(), operation: self.operation, key: key.0.to_string() };
        let answered = self.app.write_once(Once { key, fingerprint }, self.request_id(), move |write| work(write, &pass)?.keep()).await?;
        answer(answered.kept, answered.is_replay)
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
