//! What is shown when a page cannot be: what happened, what was kept, and what to do next.
//!
//! Never the cause of a fault on our side: that is in the log, under the number that the page shows.

use actix_web::http::StatusCode;
use askama::Template;

use crate::console::frame::Frame;
use crate::console::word::SignedInWord;
use crate::console::words::{Language, Word};

/// What a page of trouble shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorPage {
    /// Its surroundings.
    pub frame: Frame,
    /// What happened.
    pub trouble: Trouble,
    /// The number under which the request is in the log; none when it has none.
    pub request_id: Option<String>,
    /// The address of the first page of the list that was asked for; none when it was no list.
    pub first_page: Option<String>,
}

/// What happened to a request for a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// No such page, or none that is public: the two look the same.
    NotFound,
    /// The address cannot be understood; every fault at once, in words.
    BadRequest(Vec<String>),
    /// Not with this account.
    Forbidden,
    /// A form that did not come from a page of ours.
    Forged,
    /// It has changed meanwhile, or stands so that this cannot be done.
    Conflict,
    /// Too many requests.
    TooMany,
    /// Busy, or being updated.
    Unavailable,
    /// Our own fault.
    Internal,
}

impl Trouble {
    /// The status to answer with.
    pub fn status(&self) -> StatusCode {
        match self {
            Trouble::NotFound => StatusCode::NOT_FOUND,
            Trouble::BadRequest(_) => StatusCode::BAD_REQUEST,
            Trouble::Forbidden | Trouble::Forged => StatusCode::FORBIDDEN,
            Trouble::Conflict => StatusCode::CONFLICT,
            Trouble::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Trouble::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Trouble::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn heading(&self, lang: Language) -> String {
        let word = match self {
            Trouble::Forbidden => return lang.say(SignedInWord::ErrorForbidden),
            Trouble::Forged => return lang.say(SignedInWord::ErrorForged),
            Trouble::Conflict => return lang.say(SignedInWord::ErrorConflict),
            Trouble::NotFound => Word::ErrorNotFound,
            Trouble::BadRequest(_) => Word::ErrorBadRequest,
            Trouble::TooMany => Word::ErrorTooMany,
            Trouble::Unavailable => Word::ErrorUnavailable,
            Trouble::Internal => Word::ErrorInternal,
        };
        lang.say(word)
    }

    fn what(&self, lang: Language) -> String {
        let word = match self {
            Trouble::Forbidden => return lang.say(SignedInWord::ErrorForbiddenWhat),
            Trouble::Forged => return lang.say(SignedInWord::ErrorForgedWhat),
            Trouble::Conflict => return lang.say(SignedInWord::ErrorConflictWhat),
            Trouble::NotFound => Word::ErrorNotFoundWhat,
            Trouble::BadRequest(_) => Word::ErrorBadRequestWhat,
            Trouble::TooMany => Word::ErrorTooManyWhat,
            Trouble::Unavailable => Word::ErrorUnavailableWhat,
            Trouble::Internal => Word::ErrorInternalWhat,
        };
        lang.say(word)
    }

    fn faults(&self) -> &[String] {
        match self {
            Trouble::BadRequest(faults) => faults,
            Trouble::NotFound
            | Trouble::Forbidden
            | Trouble::Forged
            | Trouble::Conflict
            | Trouble::TooMany
            | Trouble::Unavailable
            | Trouble::Internal => &[],
        }
    }
}

#[derive(Template)]
#[template(path = "error.html")]
struct View<'a> {
    p: &'a ErrorPage,
    f: &'a Frame,
    w: Language,
}

impl View<'_> {
    /// The number to tell the secretariat; only a fault of ours has one worth telling.
    fn number(&self) -> Option<&str> {
        (self.p.trouble == Trouble::Internal).then_some(self.p.request_id.as_deref()).flatten()
    }
}

/// A page of trouble as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_error(page: &ErrorPage) -> askama::Result<String> {
    View { p: page, f: &page.frame, w: page.frame.lang }.render()
}
