//! `GET /account`, `POST /account/password`

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::Deserialize;

use super::cookie;
use super::posted::Posted;
use super::signed::Signed;
use crate::actions::error::Error;
use crate::actions::identity;
use crate::app::sign_in::PasswordChange;
use crate::auth::secret::Secret;
use crate::console::pages::{AccountPage, render_account};
use crate::console::password_faults;
use crate::console::reader::Done;
use crate::domain::access::Operation;

pub(super) async fn show(signed: Signed) -> HttpResponse {
    page(&signed, StatusCode::OK, Vec::new()).await
}

async fn page(signed: &Signed, status: StatusCode, faults: Vec<String>) -> HttpResponse {
    let found = signed.read(Operation::GetMe, None, |db, pass| identity::me(db, &pass.actor)).await;
    let frame = signed.visit.frame.clone();
    signed.answer_with(status, found, |me| {
        let email = me.account.email.to_string();
        render_account(&AccountPage { frame, email, faults })
    })
}

/// The two passwords of a change.
#[derive(Debug, Deserialize)]
pub(super) struct Passwords {
    current_password: Secret,
    new_password: Secret,
}

pub(super) async fn change_password(posted: Posted<Passwords>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let change = PasswordChange { current: form.current_password, new: form.new_password };
    match signed.visit.app.change_password_on_pages(signed.visit.caller(), signed.actor.clone(), change).await {
        Ok(key) => {
            let mut answer = signed.go_on("/account", Some(Done::PasswordChanged));
            match answer.add_cookie(&cookie::holding(&key)) {
                Ok(()) => answer,
                Err(error) => signed.failed(Error::Internal(error.to_string())),
            }
        }
        Err(Error::Invalid(faults)) => {
            let lang = signed.visit.frame.lang;
            let said = faults.into_vec().into_iter().map(|fault| password_faults::said(lang, &fault.detail));
            page(&signed, StatusCode::UNPROCESSABLE_ENTITY, said.collect()).await
        }
        Err(error) => signed.failed(error),
    }
}
