//! A request for a page by somebody who has signed in.
//!
//! The cookie says which session it is; who that is and what they may do is looked up at each request. Each read and each write names its
//! operation of the table of rights, and is checked in the same transaction as it happens in.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpRequest, HttpResponse};

use super::turned_away::TurnedAway;
use super::visit::Visit;
use super::{cookie, turned_away};
use crate::actions::access::{self, Pass};
use crate::actions::context::Write;
use crate::actions::error::Error;
use crate::actions::page_sessions::{self, SignedIn};
use crate::api::edge::Problem;
use crate::auth::random;
use crate::auth::secret::Secret;
use crate::console::answer::PageAnswer;
use crate::console::pages::CityLink;
use crate::console::reader::{Done, Reader};
use crate::domain::access::Operation;
use crate::domain::id::SessionId;
use crate::domain::role::{Actor, Caller};
use crate::store::connection::Db;

/// A request by a reader who has signed in. An extractor: whoever has not is led to the sign-in and back.
pub(super) struct Signed {
    pub(super) visit: Visit,
    /// Who asks.
    pub(super) actor: Actor,
    /// Their session.
    pub(super) session: SessionId,
    /// The key of their cookie.
    pub(super) key: Secret,
}

impl FromRequest for Signed {
    type Error = TurnedAway;
    type Future = Pin<Box<dyn Future<Output = Result<Self, TurnedAway>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let visit = Visit::of(&request)?;
            match Signed::of(visit, &request).await? {
                Ok(signed) => Ok(signed),
                Err(visit) => Err(turned_away::to_sign_in(&visit)),
            }
        })
    }
}

impl Signed {
    /// The reader behind a request; the visit back where there is none.
    pub(super) async fn of(visit: Visit, request: &HttpRequest) -> Result<Result<Signed, Visit>, Problem> {
        let Some(key) = cookie::key_of(request) else { return Ok(Err(visit)) };
        let (now, shown) = (visit.app.clock().now(), key.clone());
        let Some(found) = visit.app.read(move |db| page_sessions::signed_in(db, &shown, now)).await? else { return Ok(Err(visit)) };
        if found.is_use_due {
            let session = found.session;
            visit.app.write(None, move |write| page_sessions::note_use(write, session)).await?;
        }
        let reader = reader(&found, &key)?;
        let (actor, session) = (found.actor, found.session);
        Ok(Ok(Signed { visit: visit.for_reader(reader), actor, session, key }))
    }

    /// Reads what the page shows, as somebody who may: `object` is what the address names, by id or slug.
    ///
    /// # Errors
    /// `Forbidden` or `NotFound` from the table of rights; what `work` gives.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        operation: Operation,
        object: Option<String>,
        work: impl FnOnce(&mut Db, &Pass) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let caller = Caller::Person(self.actor.clone());
        let checked = move |db: &mut Db| {
            let pass = pass(db, &caller, operation, object.as_deref())?;
            work(db, &pass)
        };
        self.visit.app.read(checked).await
    }

    /// Changes something, as somebody who may.
    ///
    /// # Errors
    /// As [`Signed::read`].
    pub(super) async fn write<T: Send + 'static>(
        &self,
        operation: Operation,
        object: Option<String>,
        work: impl FnOnce(&mut Write<'_>, &Pass) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let caller = Caller::Person(self.actor.clone());
        let checked = move |write: &mut Write<'_>| {
            let pass = pass(write.db, &caller, operation, object.as_deref())?;
            work(write, &pass)
        };
        self.visit.app.write(self.visit.request_id(), checked).await
    }

    /// The page of what was found, for this reader only, or the page of the trouble.
    pub(super) fn answer<T>(&self, found: Result<T, Error>, render: impl FnOnce(T) -> askama::Result<String>) -> HttpResponse {
        self.answer_with(StatusCode::OK, found, render)
    }

    /// The same with another status: a form that came back with faults is answered 422.
    pub(super) fn answer_with<T>(
        &self,
        status: StatusCode,
        found: Result<T, Error>,
        render: impl FnOnce(T) -> askama::Result<String>,
    ) -> HttpResponse {
        let html = found.map_err(Problem::from).and_then(|found| render(found).map_err(|error| Problem::internal(&error)));
        match html {
            Ok(html) => self.page(status, html),
            Err(problem) => self.visit.failed(&problem),
        }
    }

    fn page(&self, status: StatusCode, html: String) -> HttpResponse {
        let nonce = self.visit.frame.reader.as_ref().map(|reader| reader.nonce.as_str()).unwrap_or_default();
        PageAnswer::private(status, self.visit.frame.lang).with_scripts(nonce, html)
    }

    /// The page of a failure.
    pub(super) fn failed(&self, error: Error) -> HttpResponse {
        self.visit.failed(&Problem::from(error))
    }

    /// What is wrong with what was filled in, in words, for the form to be shown again; for any other error the page of the trouble.
    pub(super) fn faults_of(&self, error: Error) -> Result<Vec<String>, HttpResponse> {
        if let Error::Invalid(faults) = error {
            return Ok(faults.into_vec().iter().map(|fault| said(&fault.pointer, &fault.detail)).collect());
        }
        if let Error::Exists(what) = error {
            return Ok(vec![what]);
        }
        Err(self.failed(error))
    }

    /// The way on after something was done: the reader's browser asks for `path`, so that loading it again does nothing twice.
    pub(super) fn go_on(&self, path: &str, done: Option<Done>) -> HttpResponse {
        self.visit.go_on(path, done)
    }
}

/// A fault as a sentence: what it is about, then what is wrong.
fn said(pointer: &str, detail: &str) -> String {
    let about = pointer.trim_start_matches('/').replace(['/', '_'], " ");
    if about.is_empty() { detail.to_owned() } else { format!("{about}: {detail}") }
}

fn pass(db: &mut Db, caller: &Caller, operation: Operation, object: Option<&str>) -> Result<Pass, Error> {
    access::check(db, caller, operation, object)?.ok_or(Error::Unauthenticated("sign in first"))
}

fn reader(found: &SignedIn, key: &Secret) -> Result<Reader, Problem> {
    let person = &found.me.account.person;
    let nonce = random::token().map_err(|error| Problem::internal(&error))?;
    let city = found.me.city.as_ref();
    Ok(Reader {
        name: person.name.clone(),
        role: found.actor.role,
        city: city.map(|city| CityLink { slug: city.slug.to_string(), name: city.record.name.clone() }),
        language: person.language.as_ref().and_then(|code| code.as_str().parse().ok()),
        form_token: page_sessions::form_token(key),
        nonce: nonce.expose().to_owned(),
    })
}
