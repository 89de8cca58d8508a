//! `GET` and `POST /sign-in`, `POST /sign-out`

use actix_web::http::{StatusCode, header};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::posted::{self, Posted, fields};
use super::signed::Signed;
use super::visit::Visit;
use super::{cookie, home_of};
use crate::actions::error::Error;
use crate::actions::identity_sessions;
use crate::api::edge::{Problem, read_form};
use crate::auth::secret::Secret;
use crate::console::answer::PageAnswer;
use crate::console::pages::{KeptForm, KeptPage, SignInPage, SignInRefusal, render_kept, render_sign_in};
use crate::console::reader::Done;

/// The longest form that is kept through a sign-in, in bytes; what is longer was no form of a page.
const KEPT_LONGEST: usize = 100_000;

pub(super) async fn show(visit: Visit, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let next = visit.asked("next").unwrap_or_default();
    Ok(match Signed::of(visit, &request).await? {
        Ok(signed) => signed.go_on(&way_on(&next, &signed), None),
        Err(visit) => page(&visit, StatusCode::OK, Filled { next, ..Filled::default() }, None),
    })
}

/// What was filled in.
#[derive(Debug, Default)]
struct Filled {
    email: String,
    password: String,
    next: String,
    kept: Option<KeptForm>,
}

impl Filled {
    fn read(body: &[u8]) -> Filled {
        let mut filled = Filled::default();
        for (name, value) in fields(body) {
            match name.as_str() {
                "email" => filled.email = value.trim().to_owned(),
                "password" => filled.password = value,
                "next" => filled.next = value,
                "kept_path" => filled.kept.get_or_insert_default().path = value,
                "kept_fields" if value.len() <= KEPT_LONGEST => {
                    filled.kept.get_or_insert_default().fields = fields(value.as_bytes()).collect();
                }
                _ => {}
            }
        }
        filled.kept = filled.kept.filter(|kept| is_here(&kept.path));
        filled
    }
}

pub(super) async fn enter(visit: Visit, request: HttpRequest, payload: actix_web::web::Payload) -> Result<HttpResponse, Problem> {
    if let Err(refused) = posted::check_origin(&visit, &request) {
        return Ok(refused);
    }
    let body: Bytes = read_form(&request, payload.into_inner()).await?;
    let filled = Filled::read(&body);
    let opened = visit.app.sign_in_to_pages(visit.caller(), filled.email.clone(), Secret::from(filled.password.as_str())).await;
    Ok(match opened {
        Ok(key) => welcome(visit, filled, &key).await?,
        Err(error) => refused(&visit, filled, error),
    })
}

fn refused(visit: &Visit, filled: Filled, error: Error) -> HttpResponse {
    let (status, refusal) = match &error {
        Error::Unauthenticated(_) => (StatusCode::UNAUTHORIZED, SignInRefusal::Wrong),
        Error::TooManyTries { seconds } => (StatusCode::TOO_MANY_REQUESTS, SignInRefusal::Wait { seconds: *seconds }),
        Error::Busy(_) => (StatusCode::SERVICE_UNAVAILABLE, SignInRefusal::Busy),
        Error::Forbidden(_)
        | Error::NotFound(_)
        | Error::Conflict { .. }
        | Error::Exists(_)
        | Error::Invalid(_)
        | Error::File(_)
        | Error::Stale
        | Error::KeyReused
        | Error::Store(_)
        | Error::Internal(_) => return visit.failed(&Problem::from(error)),
    };
    page(visit, status, filled, Some(refusal))
}

/// On to where the reader wanted to go, or to the form that was kept for them.
async fn welcome(visit: Visit, filled: Filled, key: &Secret) -> Result<HttpResponse, Problem> {
    let mut answer = match filled.kept {
        Some(form) => {
            let frame = visit.frame.clone();
            let page = KeptPage { frame, form, form_token: crate::actions::page_sessions::form_token(key) };
            let html = render_kept(&page).map_err(|error| Problem::internal(&error))?;
            PageAnswer::private(StatusCode::OK, visit.frame.lang).with_html(visit.request(), html)
        }
        None => visit.go_on(if is_own_path(&filled.next) { &filled.next } else { "/sign-in" }, None),
    };
    let added = answer.add_cookie(&cookie::holding(key));
    added.map_err(|error| Problem::internal(&error))?;
    Ok(answer)
}

fn page(visit: &Visit, status: StatusCode, filled: Filled, refused: Option<SignInRefusal>) -> HttpResponse {
    let Filled { email, next, kept, .. } = filled;
    let page = SignInPage { frame: visit.frame.clone(), email, next, kept, refused };
    match render_sign_in(&page) {
        Ok(html) => PageAnswer::private(status, visit.frame.lang).with_html(visit.request(), html),
        Err(error) => visit.failed(&Problem::internal(&error)),
    }
}

/// Where a reader goes after the sign-in.
fn way_on(next: &str, signed: &Signed) -> String {
    if is_own_path(next) { next.to_owned() } else { home_of(signed).to_owned() }
}

/// Whether an address leads on from the sign-in to a page of this service.
fn is_own_path(address: &str) -> bool {
    is_here(address) && !address.starts_with("/sign-")
}

/// Whether an address is one of this service: `//elsewhere.org` and `/\elsewhere.org` are not.
fn is_here(address: &str) -> bool {
    let mut signs = address.chars();
    signs.next() == Some('/') && !matches!(signs.next(), Some('/' | '\\')) && !address.contains(|c: char| c.is_control())
}

/// Nothing: the form that signs out brings its token alone.
#[derive(Debug, Deserialize)]
pub(super) struct Nothing {}

pub(super) async fn leave(posted: Posted<Nothing>) -> HttpResponse {
    let Posted { signed, .. } = posted;
    let (actor, session) = (signed.actor.clone(), signed.session);
    let closed = signed.visit.app.write(signed.visit.request_id(), move |write| identity_sessions::close(write, &actor, session)).await;
    if let Err(error) = closed {
        return signed.failed(error);
    }
    let mut answer = signed.go_on("/sign-in", Some(Done::SignedOut));
    let headers = answer.headers_mut();
    headers.insert(header::HeaderName::from_static("clear-site-data"), header::HeaderValue::from_static("\"cache\", \"storage\""));
    match answer.add_cookie(&cookie::gone()) {
        Ok(()) => answer,
        Err(error) => signed.failed(Error::Internal(error.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_on_never_leads_to_another_site_or_back_to_the_sign_in() {
        for address in ["/desk", "/cities?q=da+nang", "/"] {
            assert!(is_own_path(address), "{address}");
        }
        for address in
            ["//elsewhere.org", "/\\elsewhere.org", "https://elsewhere.org", "javascript:alert(1)", "", "/sign-in", "/sign-out", "/a\r\nb"]
        {
            assert!(!is_own_path(address), "{address}");
        }
    }

    #[test]
    fn a_form_that_was_kept_comes_back_field_by_field() {
        let filled = Filled::read(
            b"email=+ana%40kembar.example&password=+x+&kept_path=%2Fdesk%2Fnote&kept_fields=note%3Da%2526b%26pick%3D1%26pick%3D2",
        );
        assert_eq!((filled.email.as_str(), filled.password.as_str()), ("ana@kembar.example", " x "));
        let kept = filled.kept.expect("a form");
        assert_eq!(kept.path, "/desk/note");
        let expected = [("note", "a&b"), ("pick", "1"), ("pick", "2")];
        assert_eq!(kept.fields, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert!(Filled::read(b"kept_path=%2F%2Felsewhere.org&kept_fields=a%3D1").kept.is_none());
    }
}
