//! A request for a page: what it asks for, in which language, and how it is answered, well or not.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, ResponseError};

use crate::actions::error::Error;
use crate::api::edge::{HiddenCause, PreferredLanguage, Problem, RequestId};
use crate::app::{App, sign_in};
use crate::console::answer::{Keep, PageAnswer};
use crate::console::frame::Frame;
use crate::console::pages::{ErrorPage, Trouble, render_error};
use crate::console::reader::{Done, Reader};
use crate::store::connection::Db;

/// A request for a page. An extractor.
pub(super) struct Visit {
    pub(super) app: App,
    /// The surroundings of the page.
    pub(super) frame: Frame,
    request: HttpRequest,
}

impl FromRequest for Visit {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Visit::of(request))
    }
}

impl Visit {
    /// The visit of a request.
    ///
    /// # Errors
    /// Where the workers have no app.
    pub(super) fn of(request: &HttpRequest) -> Result<Visit, Problem> {
        let accepted = PreferredLanguage::of(request.head()).header;
        let frame = Frame::new(request.path(), request.query_string(), accepted.as_deref());
        let app = request.app_data::<Data<App>>();
        let visit = app.map(|app| Visit { app: App::clone(app), frame, request: request.clone() });
        visit.ok_or_else(|| Problem::internal_because("the app was not handed to the workers"))
    }

    /// The same visit by a reader who has signed in.
    pub(super) fn for_reader(self, reader: Reader) -> Visit {
        Visit { frame: self.frame.for_reader(reader), ..self }
    }

    /// The request itself.
    pub(super) fn request(&self) -> &HttpRequest {
        &self.request
    }

    /// The path and query that were asked for.
    pub(super) fn asked_address(&self) -> String {
        self.request.uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string)
    }

    /// The request's id, for the audit log.
    pub(super) fn request_id(&self) -> Option<String> {
        self.request.extensions().get::<RequestId>().map(ToString::to_string)
    }

    /// From where somebody shows a password.
    pub(super) fn caller(&self) -> sign_in::Visit {
        let fields = self.request.headers().get_all("x-forwarded-for");
        let forwarded_for = fields.filter_map(|field| field.to_str().ok()).collect::<Vec<_>>().join(",");
        let peer = self.request.peer_addr().map(|address| address.ip());
        sign_in::Visit { client: self.app.identity().client_address(peer, &forwarded_for), request_id: self.request_id() }
    }

    /// The way on after something was done, to be asked for with `GET`.
    pub(super) fn go_on(&self, path: &str, done: Option<Done>) -> HttpResponse {
        let done = done.map(|done| ("done", done.as_str()));
        let mut answer = HttpResponse::SeeOther();
        answer.insert_header((header::LOCATION, self.frame.href_with(path, done.as_slice())));
        answer.insert_header((header::CACHE_CONTROL, Keep::Never.directive())).finish()
    }

    /// What the address says of this name; an empty or blank value is none. Of several the first counts.
    pub(super) fn asked(&self, name: &str) -> Option<String> {
        let (_, value) = self.frame.query.iter().find(|(known, _)| known == name)?;
        Some(value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    /// Reads what the page shows.
    ///
    /// # Errors
    /// What `work` gives, as a problem.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Db) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Problem> {
        Ok(self.app.read(work).await?)
    }

    /// The page of what was found, or the page of the trouble.
    pub(super) fn answer<T>(&self, found: Result<T, Problem>, render: impl FnOnce(T) -> askama::Result<String>) -> HttpResponse {
        match found.and_then(|found| render(found).map_err(|error| Problem::internal(&error))) {
            Ok(html) => PageAnswer::public(self.frame.lang).with_html(&self.request, html),
            Err(problem) => self.failed(&problem),
        }
    }

    /// The way to the lasting address of the same page.
    pub(super) fn moved_to(&self, path: &str) -> HttpResponse {
        let mut answer = HttpResponse::PermanentRedirect();
        answer.insert_header((header::LOCATION, self.frame.href(path)));
        answer.insert_header((header::CACHE_CONTROL, Keep::Briefly.directive())).finish()
    }

    /// The page of a trouble. `first_page` is the way back where it was a list.
    pub(super) fn trouble(&self, trouble: Trouble, first_page: Option<String>) -> HttpResponse {
        let request_id = self.request_id();
        let answer = PageAnswer::trouble(trouble.status(), self.frame.lang);
        match render_error(&ErrorPage { frame: self.frame.clone(), trouble, request_id, first_page }) {
            Ok(html) => answer.with_html(&self.request, html),
            Err(error) => Problem::internal(&error).error_response(),
        }
    }

    /// The page of a failure, with its cause for the log, which is written at the edge.
    pub(super) fn failed(&self, problem: &Problem) -> HttpResponse {
        let trouble = match problem.status_code() {
            StatusCode::NOT_FOUND => Trouble::NotFound,
            StatusCode::FORBIDDEN => Trouble::Forbidden,
            StatusCode::CONFLICT | StatusCode::PRECONDITION_FAILED => Trouble::Conflict,
            StatusCode::TOO_MANY_REQUESTS => Trouble::TooMany,
            StatusCode::SERVICE_UNAVAILABLE => Trouble::Unavailable,
            _ => Trouble::Internal,
        };
        let mut answer = self.trouble(trouble, None);
        if let Some(wait) = problem.error_response().headers().get(header::RETRY_AFTER) {
            answer.headers_mut().insert(header::RETRY_AFTER, wait.clone());
        }
        let cause = problem.cause().map_or_else(|| problem.to_string(), str::to_owned);
        answer.extensions_mut().insert(HiddenCause(cause));
        answer
    }
}

/// Answers a browser that looks for a page that does not exist.
pub(super) async fn nothing_here(visit: Visit) -> HttpResponse {
    visit.trouble(Trouble::NotFound, None)
}
