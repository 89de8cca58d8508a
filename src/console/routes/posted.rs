//! A form that was sent from one of our pages.
//!
//! That it was is part of the type: a handler that writes takes a [`Posted`] (or, with a file, an `Uploaded`), and there is no other way to
//! one than through the checks here.
//! Browsers say from where a request comes (`Sec-Fetch-Site`, else `Origin`), and the form brings the token of its session.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap};
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::signed::Signed;
use super::turned_away::{self, TurnedAway};
use super::visit::Visit;
use crate::actions::access::{self, Pass};
use crate::actions::context::Write;
use crate::actions::error::Error;
use crate::actions::page_sessions;
use crate::api::edge::{Fingerprint, Problem, ProblemCode, read_form};
use crate::app::{Once, Shown};
use crate::domain::access::Operation;
use crate::domain::role::Caller;
use crate::store::idempotency::{Kept, KeyOf};

/// The name under which a form brings the token of its session.
pub(super) const TOKEN: &str = "form_token";

/// A form of a reader who has signed in. An extractor: a forged one is refused, and one whose session has ended is kept for after the
/// sign-in.
pub(super) struct Posted<F> {
    pub(super) signed: Signed,
    /// What was filled in.
    pub(super) form: F,
    path: String,
    body: Bytes,
}

impl<F: DeserializeOwned + 'static> FromRequest for Posted<F> {
    type Error = TurnedAway;
    type Future = Pin<Box<dyn Future<Output = Result<Self, TurnedAway>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let visit = Visit::of(&request)?;
            if !is_from_here(&request) {
                return Err(turned_away::forged(&visit));
            }
            let body = read_form(&request, payload).await?;
            let signed = match Signed::of(visit, &request).await? {
                Ok(signed) => signed,
                Err(visit) => return Err(turned_away::kept(&visit, &body)),
            };
            if !fields(&body).any(|(name, value)| name == TOKEN && page_sessions::is_form_token(&signed.key, &value)) {
                return Err(turned_away::forged(&signed.visit));
            }
            let form = serde_html_form::from_bytes(&body).map_err(|error| unreadable(&error.to_string()))?;
            Ok(Posted { signed, form, path: request.path().to_owned(), body })
        })
    }
}

impl<F> Posted<F> {
    /// Makes or decides something once, however often this very form is sent; gives the path to go on to. The form brings a fresh
    /// `once`, made with the page.
    ///
    /// # Errors
    /// What the table of rights says; what `work` gives; `KeyReused` where the page was filled in twice in two different ways.
    pub(super) async fn write_once(
        &self,
        operation: Operation,
        object: Option<String>,
        work: impl FnOnce(&mut Write<'_>, &Pass) -> Result<String, Error> + Send + 'static,
    ) -> Result<String, Error> {
        let caller = Caller::Person(self.signed.actor.clone());
        let once = self.once(operation)?;
        let checked = move |write: &mut Write<'_>| {
            let pass = access::check(write.db, &caller, operation, object.as_deref())?.ok_or(Error::Unauthenticated("sign in first"))?;
            let path = work(write, &pass)?;
            Ok(Shown::same(Kept { fingerprint: String::new(), status: 303, headers: Vec::new(), body: path }))
        };
        Ok(self.signed.visit.app.write_once(once, self.signed.visit.request_id(), checked).await?.kept.body)
    }

    fn once(&self, operation: Operation) -> Result<Once, Error> {
        let key = fields(&self.body).find(|(name, _)| name == "once").map(|(_, value)| value).filter(|value| !value.is_empty());
        let key = key.ok_or_else(|| crate::actions::error::invalid("/once", "is missing: load the page again"))?;
        let principal = self.signed.actor.user.to_string();
        let fingerprint = Fingerprint::of(&Method::POST, &self.path, &Sha256::digest(&self.body).into()).to_string();
        Ok(Once { key: KeyOf { principal, operation: operation.id(), key: format!("page {key}") }, fingerprint })
    }
}

/// Refuses a form that another site sent, where it comes without a session: the sign-in itself.
///
/// # Errors
/// The page that says so.
pub(super) fn check_origin(visit: &Visit, request: &HttpRequest) -> Result<(), HttpResponse> {
    if is_from_here(request) { Ok(()) } else { Err(turned_away::forged(visit).into_response()) }
}

/// Whether a browser says that the form came from one of our own pages. What says nothing is no browser of today; the token decides.
pub(super) fn is_from_here(request: &HttpRequest) -> bool {
    let headers = request.headers();
    match text(headers, "sec-fetch-site") {
        Some(site) => site == "same-origin" || site == "none",
        None => text(headers, "origin").is_none_or(|origin| is_origin_of(origin, text(headers, header::HOST.as_str()))),
    }
}

fn is_origin_of(origin: &str, host: Option<&str>) -> bool {
    let named = origin.split_once("://").map(|(_, named)| named);
    named.is_some() && named == host
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).map(|value| value.to_str().unwrap_or_default())
}

/// The fields of a form, in their order.
pub(super) fn fields(body: &[u8]) -> impl Iterator<Item = (String, String)> + '_ {
    url::form_urlencoded::parse(body).into_owned()
}

fn unreadable(why: &str) -> Problem {
    Problem::new(ProblemCode::MalformedRequest, format!("The form cannot be read: {why}. Load the page again."))
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn is_believed(headers: &[(&'static str, &'static str)]) -> bool {
        let request = headers.iter().fold(TestRequest::post(), |request, header| request.insert_header(*header));
        is_from_here(&request.to_http_request())
    }

    #[test]
    fn a_form_of_another_site_is_not_believed_whatever_else_it_brings() {
        assert!(is_believed(&[("sec-fetch-site", "same-origin")]));
        assert!(is_believed(&[("sec-fetch-site", "none")]));
        for site in ["cross-site", "same-site", "", "SAME-ORIGIN, cross-site"] {
            assert!(!is_believed(&[("sec-fetch-site", site), ("host", "kembar.example"), ("origin", "https://kembar.example")]), "{site}");
        }
    }

    #[test]
    fn without_word_of_the_site_the_origin_has_to_be_this_host() {
        assert!(is_believed(&[("host", "kembar.example"), ("origin", "https://kembar.example")]));
        for origin in ["https://elsewhere.example", "null", "https://kembar.example.elsewhere.example", ""] {
            assert!(!is_believed(&[("host", "kembar.example"), ("origin", origin)]), "{origin}");
        }
        assert!(is_believed(&[("host", "kembar.example")]), "no browser: the token decides");
    }
}
