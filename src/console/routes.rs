//! The addresses of the pages.
//!
//! A handler reads through one action, turns what it found into the context of its page, and answers. What the gate and the edge do around
//! it is not known here.

use actix_web::dev::RequestHead;
use actix_web::guard::{GuardContext, fn_guard};
use actix_web::http::Method;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, X_CONTENT_TYPE_OPTIONS};
use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpResponse, Resource};

use super::assets;
use super::reader::Reader;
use crate::actions::rounds::export::Format;
use crate::api::edge::{PROBLEM_JSON, Problem, choose};

mod about_data;
mod account;
mod admin;
mod city;
mod city_list;
mod cookie; // the key of a session
mod desk; // the secretariat's desk
mod facts; // one line of a page from one record
mod home;
mod invitation;
mod lists; // keyset pages of what a reader sees
mod members;
mod my_city; // the pages of a focal point
mod published; // partnerships and practices, for everybody
mod posted; // a form from one of our pages
mod rounds; // matching rounds
mod sign_in;
mod signed; // a request by somebody who has signed in
mod turned_away;
mod uploaded; // a form with a file from one of our pages
mod visit; // a request for a page, and its answers

/// What programs ask for. An unknown address below is answered with a problem even to a browser.
const FOR_PROGRAMS: [&str; 8] = ["/api", "/docs", "/openapi.json", "/problems", "/healthz", "/readyz", "/metrics", "/.well-known"];

/// Registers the pages and their assets. To be called last: whatever no other route has taken is a page that does not exist.
pub fn configure(service: &mut ServiceConfig) {
    desk::configure(service);
    service
        .service(page("/").get(home::show))
        .service(page("/cities").get(city_list::show))
        .service(page("/cities/{city}").get(city::show))
        .service(page("/partnerships").get(published::partnerships))
        .service(page("/partnerships/{id}").get(published::partnership))
        .service(page("/practices").get(published::practices))
        .service(page("/about-data").get(about_data::show))
        .service(form("/sign-in").get(sign_in::show).post(sign_in::enter))
        .service(deed("/sign-out").post(sign_in::leave))
        .service(form("/invitation").get(invitation::show).post(invitation::accept))
        .service(page("/account").get(account::show))
        .service(deed("/account/password").post(account::change_password))
        .configure(admin::configure)
        .configure(members::configure)
        .configure(rounds::configure)
        .configure(my_city::configure)
        .service(page("/assets/{hash}/{name}").get(assets::serve))
        .service(page("/favicon.ico").get(assets::icon))
        .service(web::resource("/{anything:.*}").guard(fn_guard(is_a_lost_reader)).to(visit::nothing_here));
}

/// A file to be kept by the reader.
fn attached(bytes: Vec<u8>, name: &str, format: Format) -> HttpResponse {
    let mut answer = HttpResponse::Ok();
    answer.insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")));
    answer.insert_header((CACHE_CONTROL, "no-store")).insert_header((X_CONTENT_TYPE_OPTIONS, "nosniff"));
    answer.content_type(format.media_type()).body(bytes)
}

/// An address that is only read.
fn page(path: &str) -> Resource {
    web::resource(path).default_service(web::to(only_read))
}

/// An address that is read, and to which its form is sent.
fn form(path: &str) -> Resource {
    web::resource(path).default_service(web::to(read_or_sent))
}

/// An address to which forms of other pages are sent.
fn deed(path: &str) -> Resource {
    web::resource(path).default_service(web::to(only_sent))
}

async fn only_read() -> Result<HttpResponse, Problem> {
    Err(Problem::method_not_allowed("GET, HEAD"))
}

async fn read_or_sent() -> Result<HttpResponse, Problem> {
    Err(Problem::method_not_allowed("GET, HEAD, POST"))
}

async fn only_sent() -> Result<HttpResponse, Problem> {
    Err(Problem::method_not_allowed("POST"))
}

/// Where a reader begins.
fn home_of(reader: &signed::Signed) -> &'static str {
    reader.visit.frame.reader.as_ref().map_or("/account", Reader::first_page)
}

fn is_a_lost_reader(asked: &GuardContext<'_>) -> bool {
    wants_a_page(asked.head())
}

/// Whether somebody with a browser looks for a page: HTML is what they like best, and the address is none that programs ask for.
fn wants_a_page(asked: &RequestHead) -> bool {
    let path = asked.uri.path();
    let is_below = |root: &str| path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let likes_html = choose(&asked.headers, &[PROBLEM_JSON, "text/html"]) == Some(1);
    asked.method == Method::GET && likes_html && !FOR_PROGRAMS.iter().any(|root| is_below(root))
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::ACCEPT;
    use actix_web::test::TestRequest;

    use super::*;

    const CHROMIUM: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    fn wanted(path: &str, accept: Option<&str>) -> bool {
        let request = TestRequest::get().uri(path);
        let request = accept.into_iter().fold(request, |request, accept| request.insert_header((ACCEPT, accept)));
        wants_a_page(request.to_http_request().head())
    }

    #[test]
    fn a_lost_browser_gets_a_page_and_a_lost_program_a_problem() {
        assert!(wanted("/citeis", Some(CHROMIUM)));
        assert!(wanted("/apiary", Some(CHROMIUM)));
        for accept in [None, Some("*/*"), Some("application/json"), Some("application/json, text/html;q=0.5, */*;q=0.6")] {
            assert!(!wanted("/citeis", accept), "{accept:?}");
        }
        for path in ["/api", "/api/v1/citeis", "/docs/x", "/openapi.json", "/.well-known/x", "/healthz"] {
            assert!(!wanted(path, Some(CHROMIUM)), "{path}");
        }
    }
}
