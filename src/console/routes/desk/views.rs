//! `POST /desk/views`, `/desk/views/{id}/rename` and `/remove`: filters of the queue that the reader has given names. Whoever may read the
//! queue may keep views of it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use serde::Deserialize;
use url::form_urlencoded;
use uuid::Uuid;

use super::queue;
use crate::actions::error::Error;
use crate::actions::review::views::{self, NotSaved};
use crate::console::pages::desk::{Naming, QueueQuery};
use crate::console::reader::Done;
use crate::console::routes::posted::Posted;
use crate::console::routes::signed::Signed;
use crate::console::word::ReviewWord;
use crate::domain::access::Operation;

/// A name with the filters of the page that it was sent from.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct ViewForm(Vec<(String, String)>);

impl ViewForm {
    fn name(&self) -> String {
        self.0.iter().find(|(name, _)| name == "name").map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// The filters, in the order of the queue's form.
    fn filters(&self) -> Vec<(String, String)> {
        let value = |name: &&str| self.0.iter().find(|(known, value)| known == name && !value.is_empty()).map(|(_, value)| value.clone());
        QueueQuery::NAMES.iter().filter_map(|name| Some(((*name).to_owned(), value(name)?))).collect()
    }

    fn query(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(self.filters()).finish()
    }

    /// The queue as it was.
    fn back(&self) -> String {
        let query = self.query();
        if query.is_empty() { "/desk/proposals".to_owned() } else { format!("/desk/proposals?{query}") }
    }
}

/// What was not saved is no failure of the service.
fn told(outcome: Result<(), NotSaved>) -> Result<Result<(), NotSaved>, Error> {
    match outcome {
        Err(NotSaved::Other(error)) => Err(error),
        outcome => Ok(outcome),
    }
}

pub(super) async fn save(posted: Posted<ViewForm>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let (name, query) = (form.name(), form.query());
    let saved = signed.write(Operation::ListProposals, None, move |write, pass| told(views::save(write, pass, (&name, &query))));
    let saved = saved.await;
    answer(signed, form, saved, true).await
}

pub(super) async fn rename(posted: Posted<ViewForm>, id: Path<String>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let Ok(id) = id.parse::<Uuid>() else { return signed.failed(Error::NotFound("view")) };
    let name = form.name();
    let renamed = signed.write(Operation::ListProposals, None, move |write, pass| told(views::rename(write, pass, id, &name)));
    let renamed = renamed.await;
    answer(signed, form, renamed, false).await
}

pub(super) async fn remove(posted: Posted<ViewForm>, id: Path<String>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let Ok(id) = id.parse::<Uuid>() else { return signed.failed(Error::NotFound("view")) };
    match signed.write(Operation::ListProposals, None, move |write, pass| views::remove(write, pass, id)).await {
        Ok(()) => signed.go_on(&form.back(), Some(Done::Saved)),
        Err(error) => signed.failed(error),
    }
}

/// The queue as it was, with what is done, or with what stands against the name.
async fn answer(signed: Signed, form: ViewForm, outcome: Result<Result<(), NotSaved>, Error>, keeps_name: bool) -> HttpResponse {
    let fault = match outcome {
        Ok(Ok(())) => return signed.go_on(&form.back(), Some(Done::Saved)),
        Ok(Err(NotSaved::Name)) => ReviewWord::ViewsFaultName,
        Ok(Err(NotSaved::Exists)) => ReviewWord::ViewsFaultExists,
        Ok(Err(NotSaved::TooMany)) => ReviewWord::ViewsFaultMany,
        Ok(Err(NotSaved::Other(error))) | Err(error) => return signed.failed(error),
    };
    let faults = vec![signed.visit.frame.lang.say(fault)];
    let name = if keeps_name { form.name() } else { String::new() };
    queue::with_naming(signed, StatusCode::UNPROCESSABLE_ENTITY, (form.filters(), Naming { name, faults })).await
}
