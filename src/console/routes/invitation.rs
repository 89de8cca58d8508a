//! `GET` and `POST /invitation`

use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Payload};
use actix_web::{HttpRequest, HttpResponse};

use super::visit::Visit;
use super::{cookie, posted};
use crate::actions::error::Error;
use crate::api::edge::{Problem, read_form};
use crate::auth::secret::Secret;
use crate::console::answer::PageAnswer;
use crate::console::pages::{InvitationPage, render_invitation};
use crate::console::password_faults;
use crate::console::word::SignedInWord;

pub(super) async fn show(visit: Visit) -> HttpResponse {
    page(&visit, StatusCode::OK, Vec::new())
}

pub(super) async fn accept(visit: Visit, request: HttpRequest, payload: Payload) -> Result<HttpResponse, Problem> {
    if let Err(refused) = posted::check_origin(&visit, &request) {
        return Ok(refused);
    }
    let body: Bytes = read_form(&request, payload.into_inner()).await?;
    let field = |wanted: &str| posted::fields(&body).find(|(name, _)| name == wanted).map(|(_, value)| value).unwrap_or_default();
    let (code, password) = (Secret::from(field("code").trim()), Secret::from(field("password").as_str()));
    match visit.app.accept_invitation_to_pages(visit.request_id(), code, password).await {
        Ok(key) => {
            let mut answer = visit.go_on("/sign-in", None);
            answer.add_cookie(&cookie::holding(&key)).map_err(|error| Problem::internal(&error))?;
            Ok(answer)
        }
        Err(Error::Unauthenticated(_)) => {
            Ok(page(&visit, StatusCode::UNAUTHORIZED, vec![visit.frame.lang.say(SignedInWord::InvitationBad)]))
        }
        Err(Error::Invalid(faults)) => {
            let lang = visit.frame.lang;
            let said = faults.into_vec().into_iter().map(|fault| password_faults::said(lang, &fault.detail)).collect();
            Ok(page(&visit, StatusCode::UNPROCESSABLE_ENTITY, said))
        }
        Err(error) => Ok(visit.failed(&Problem::from(error))),
    }
}

/// The code is not written back into the page: it may be good still.
fn page(visit: &Visit, status: StatusCode, faults: Vec<String>) -> HttpResponse {
    let page = InvitationPage { frame: visit.frame.clone(), faults };
    match render_invitation(&page) {
        Ok(html) => PageAnswer::private(status, visit.frame.lang).with_html(visit.request(), html),
        Err(error) => visit.failed(&Problem::internal(&error)),
    }
}
