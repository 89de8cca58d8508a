//! A request that a page behind the sign-in does not answer: nobody has signed in, the session has ended, or the form came from elsewhere.

use std::cell::RefCell;
use std::fmt;

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};

use super::posted::{TOKEN, fields};
use super::visit::Visit;
use crate::api::edge::Problem;
use crate::console::answer::PageAnswer;
use crate::console::pages::{KeptForm, SignInPage, Trouble, render_sign_in};

/// The answer to a request that is not let in.
pub(super) struct TurnedAway {
    status: StatusCode,
    /// Taken by the one who answers.
    answer: RefCell<Option<HttpResponse>>,
}

impl TurnedAway {
    fn with(answer: HttpResponse) -> Self {
        TurnedAway { status: answer.status(), answer: RefCell::new(Some(answer)) }
    }

    /// The answer itself.
    pub(super) fn into_response(self) -> HttpResponse {
        self.error_response()
    }
}

impl fmt::Debug for TurnedAway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "turned away with {}", self.status)
    }
}

impl fmt::Display for TurnedAway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl ResponseError for TurnedAway {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        // Asked for more than once by the log around the service, which looks at the status alone.
        self.answer.borrow_mut().take().unwrap_or_else(|| HttpResponse::new(self.status))
    }
}

impl From<Problem> for TurnedAway {
    fn from(problem: Problem) -> Self {
        TurnedAway::with(problem.error_response())
    }
}

/// The way to the sign-in, and from there back to this page.
pub(super) fn to_sign_in(visit: &Visit) -> TurnedAway {
    let mut answer = HttpResponse::SeeOther();
    answer.insert_header((header::LOCATION, visit.frame.href_with("/sign-in", &[("next", visit.asked_address().as_str())])));
    TurnedAway::with(answer.insert_header((header::CACHE_CONTROL, "no-store")).finish())
}

/// The sign-in with what the form brought, which is sent again afterwards.
pub(super) fn kept(visit: &Visit, body: &[u8]) -> TurnedAway {
    let brought: Vec<(String, String)> = fields(body).filter(|(name, _)| name != TOKEN).collect();
    // A password is written into no page.
    let has_secret = brought.iter().any(|(name, _)| name.ends_with("password"));
    let form = (!has_secret).then(|| KeptForm { path: visit.frame.path.clone(), fields: brought });
    let page = SignInPage { frame: visit.frame.clone(), email: String::new(), next: String::new(), kept: form, refused: None };
    let answer = PageAnswer::trouble(StatusCode::UNAUTHORIZED, visit.frame.lang);
    TurnedAway::with(match render_sign_in(&page) {
        Ok(html) => answer.with_html(visit.request(), html),
        Err(error) => Problem::internal(&error).error_response(),
    })
}

/// The page that says that this did not come from a page of ours.
pub(super) fn forged(visit: &Visit) -> TurnedAway {
    TurnedAway::with(visit.trouble(Trouble::Forged, None))
}
