//! `GET /desk/import`, `POST /desk/import` with a file, which writes nothing but keeps it, and `POST /desk/import/confirm`.

use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use crate::actions::error::Error;
use crate::actions::importing::upload::{self, MAX_UPLOAD, OFFERED, Preview, Sent};
use crate::actions::importing::{ImportReport, What};
use crate::api::edge::give_time;
use crate::console::pages::desk::{ImportPage, ImportStep, WhatColumns, render_import};
use crate::console::routes::posted::Posted;
use crate::console::routes::signed::Signed;
use crate::console::routes::uploaded::{NotTaken, Uploaded};
use crate::console::word::ImportWord;
use crate::domain::access::Operation;

/// How much longer than other answers a large file may take; each of its statements has the database's own limit.
const MORE_TIME: Duration = Duration::from_secs(110);

pub(super) async fn show(signed: Signed) -> HttpResponse {
    let may = signed.read(Operation::ImportData, None, |_, _| Ok(())).await;
    answer(&signed, StatusCode::OK, may.map(|()| ImportStep::Choose), "", Vec::new())
}

fn answer(signed: &Signed, status: StatusCode, step: Result<ImportStep, Error>, what: &str, faults: Vec<ImportWord>) -> HttpResponse {
    let frame = signed.visit.frame.clone();
    let faults = faults.into_iter().map(|fault| frame.lang.say(fault)).collect();
    let columns = upload::offered().map(|(what, (required, optional))| WhatColumns { what: what.to_string(), required, optional });
    let columns = columns.to_vec();
    signed.answer_with(status, step, |step| render_import(&ImportPage { frame, what: what.to_owned(), faults, columns, step }))
}

/// Looks at a file.
pub(super) async fn look(request: HttpRequest, payload: Payload) -> HttpResponse {
    let form = match Uploaded::receive(&request, payload.into_inner(), (Operation::ImportData, MAX_UPLOAD)).await {
        Ok(form) => form,
        Err(NotTaken::Answered(answer)) => return answer,
        Err(NotTaken::TooLarge(signed)) => {
            return answer(&signed, StatusCode::PAYLOAD_TOO_LARGE, Ok(ImportStep::Choose), "", vec![ImportWord::FaultTooLarge]);
        }
    };
    let chosen = form.value("what").to_owned();
    let what = chosen.parse::<What>().ok().filter(|what| OFFERED.contains(what));
    let Uploaded { signed, file, .. } = form;
    let sent = what.zip(file).map(|(what, (file, bytes))| Sent { what, file, bytes });
    let Some(sent) = sent else {
        let fault = if what.is_none() { ImportWord::FaultWhat } else { ImportWord::FaultNoFile };
        return answer(&signed, StatusCode::UNPROCESSABLE_ENTITY, Ok(ImportStep::Choose), &chosen, vec![fault]);
    };
    give_time(&request, MORE_TIME);
    let (app, session, is_sheet) = (signed.visit.app.clone(), signed.session, sent.is_sheet());
    let found =
        signed.write(Operation::ImportData, None, move |write, pass| upload::look(write, app.model(), (session, &pass.actor), sent));
    match found.await {
        Ok(preview) => looked(&signed, StatusCode::OK, preview, false),
        Err(Error::File(report)) => {
            let step = ImportStep::Faulty { report: *report, is_sheet };
            answer(&signed, StatusCode::UNPROCESSABLE_ENTITY, Ok(step), &chosen, Vec::new())
        }
        Err(error) => signed.failed(error),
    }
}

fn looked(signed: &Signed, status: StatusCode, preview: Preview, is_stale: bool) -> HttpResponse {
    let (what, once) = (preview.report.what.to_string(), signed.visit.app.fresh_name());
    answer(signed, status, Ok(ImportStep::Look { preview: Box::new(preview), once, is_stale }), &what, Vec::new())
}

/// The word to read a file in, as its form sends it.
#[derive(Debug, Deserialize)]
pub(super) struct ConfirmForm {
    digest: String,
}

/// Reads a file in.
pub(super) async fn confirm(posted: Posted<ConfirmForm>) -> HttpResponse {
    give_time(posted.signed.visit.request(), MORE_TIME);
    let (app, session, digest) = (posted.signed.visit.app.clone(), posted.signed.session, posted.form.digest.clone());
    let done = posted.write_once(Operation::ImportData, None, move |write, pass| {
        let report = upload::confirm(write, app.model(), (session, &pass.actor), &digest)?;
        serde_json::to_string(&report).map_err(|error| Error::Internal(error.to_string()))
    });
    match done.await {
        Ok(kept) => {
            let report = serde_json::from_str::<ImportReport>(&kept).map_err(|error| Error::Internal(error.to_string()));
            answer(&posted.signed, StatusCode::OK, report.map(ImportStep::Done), "", Vec::new())
        }
        Err(Error::NotFound(_)) => gone(&posted.signed),
        Err(Error::Stale) => again(&posted.signed).await,
        Err(error) => posted.signed.failed(error),
    }
}

fn gone(signed: &Signed) -> HttpResponse {
    answer(signed, StatusCode::CONFLICT, Ok(ImportStep::Choose), "", vec![ImportWord::FaultGone])
}

/// What the file that waits would change by now.
async fn again(signed: &Signed) -> HttpResponse {
    let (app, session) = (signed.visit.app.clone(), signed.session);
    let found =
        signed.write(Operation::ImportData, None, move |write, pass| upload::look_again(write, app.model(), (session, &pass.actor)));
    match found.await {
        Ok(Some(preview)) => looked(signed, StatusCode::CONFLICT, preview, true),
        Ok(None) => gone(signed),
        Err(Error::File(report)) => {
            let step = ImportStep::Faulty { is_sheet: false, report: *report };
            answer(signed, StatusCode::CONFLICT, Ok(step), "", Vec::new())
        }
        Err(error) => signed.failed(error),
    }
}
