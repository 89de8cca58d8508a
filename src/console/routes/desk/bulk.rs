//! `POST /desk/proposals/bulk`: first the preview, which writes nothing; agreed to, the decisions.
//!
//! Whoever may open the queue may ask; each proposal is then decided by its own right to review it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::Deserialize;

use super::reason;
use crate::actions::error::Error;
use crate::actions::review::bulk::{self, MOST, Outcome, Picked};
use crate::actions::words::{Reason, codes};
use crate::console::pages::desk::{BulkForm, BulkPage, render_bulk};
use crate::console::routes::posted::Posted;
use crate::console::routes::signed::Signed;
use crate::console::word::ReviewWord;
use crate::domain::access::Operation;
use crate::domain::proposal::Decision;

/// What was picked, as its form sends it.
#[derive(Debug, Deserialize)]
pub(super) struct PickedForm {
    deed: Decision,
    #[serde(default)]
    pick: Vec<String>,
    #[serde(default)]
    reason_code: String,
    #[serde(default)]
    reason: String,
    agreed: Option<String>,
}

impl PickedForm {
    /// The proposals, each once; what was not written by our page is passed over.
    fn picked(&self) -> Vec<Picked> {
        let mut picked: Vec<Picked> = Vec::new();
        for text in &self.pick {
            let read = text.split_once(':').and_then(|(id, seen)| Some(Picked { id: id.parse().ok()?, seen: seen.parse().ok()? }));
            if let Some(one) = read.filter(|one| picked.iter().all(|known| known.id != one.id)) {
                picked.push(one);
            }
        }
        picked
    }

    fn needs_reason(&self) -> bool {
        !matches!(self.deed, Decision::Recommend | Decision::Approve)
    }

    fn as_form(&self, once: String) -> BulkForm {
        BulkForm {
            picked: self.pick.clone(),
            once,
            needs_reason: self.needs_reason(),
            reasons: codes::REVIEW,
            reason_code: self.reason_code.clone(),
            reason: self.reason.clone(),
        }
    }
}

pub(super) async fn decide(posted: Posted<PickedForm>) -> HttpResponse {
    if posted.form.agreed.is_none() {
        let Posted { signed, form, .. } = posted;
        return preview(&signed, form, StatusCode::OK, Vec::new()).await;
    }
    let (picked, deed) = (posted.form.picked(), posted.form.deed);
    let reason = reason(&posted.form.reason_code, &posted.form.reason);
    let actor = posted.signed.actor.clone();
    let done = posted.write_once(Operation::ListProposals, None, move |write, _| {
        let outcomes = bulk::decide_all(write, &actor, &picked, (deed, &reason), false)?;
        serde_json::to_string(&outcomes).map_err(|error| Error::Internal(error.to_string()))
    });
    match done.await {
        Ok(kept) => result(&posted.signed, deed, &kept),
        Err(Error::Invalid(_)) => {
            let faults = faults(&posted.signed, &posted.form);
            let Posted { signed, form, .. } = posted;
            preview(&signed, form, StatusCode::UNPROCESSABLE_ENTITY, faults).await
        }
        Err(error) => posted.signed.failed(error),
    }
}

/// What is at fault in words: the same three things as `bulk::decide_all` refuses.
fn faults(signed: &Signed, form: &PickedForm) -> Vec<String> {
    let lang = signed.visit.frame.lang;
    let (picked, given) = (form.picked().len(), reason(&form.reason_code, &form.reason));
    let mut faults = Vec::new();
    if picked == 0 || picked > MOST {
        faults.push(lang.say(ReviewWord::BulkFaultPick));
    }
    if form.needs_reason() && given.code.is_none() {
        faults.push(lang.say(ReviewWord::ProposalFaultCode));
    }
    if form.needs_reason() && given.check(codes::REVIEW, true).is_err() && given.code.is_some()
        || given.words.is_none() && form.needs_reason()
    {
        faults.push(lang.say(ReviewWord::ProposalFaultReason));
    }
    faults
}

async fn preview(signed: &Signed, form: PickedForm, status: StatusCode, mut faults: Vec<String>) -> HttpResponse {
    let picked = form.picked();
    if faults.is_empty() && (picked.is_empty() || picked.len() > MOST) {
        faults.push(signed.visit.frame.lang.say(ReviewWord::BulkFaultPick));
    }
    if picked.is_empty() || picked.len() > MOST {
        let page = BulkPage { frame: signed.visit.frame.clone(), deed: form.deed.to_string(), outcomes: Vec::new(), form: None, faults };
        return signed.answer_with(StatusCode::UNPROCESSABLE_ENTITY, Ok(page), |page| render_bulk(&page));
    }
    let (actor, deed) = (signed.actor.clone(), form.deed);
    // What would happen hangs on no reason, which is asked for on the page that this makes.
    let stand_in = Reason { code: Some("other".to_owned()), words: Some("–".to_owned()) };
    let tried = signed.write(Operation::ListProposals, None, move |write, _| {
        write.trial(|write| bulk::decide_all(write, &actor, &picked, (deed, &stand_in), true))
    });
    let found = tried.await;
    let shown = form.as_form(signed.visit.app.fresh_name());
    signed.answer_with(status, found, |outcomes| {
        let frame = signed.visit.frame.clone();
        render_bulk(&BulkPage { frame, deed: deed.to_string(), outcomes, form: Some(shown), faults })
    })
}

fn result(signed: &Signed, deed: Decision, kept: &str) -> HttpResponse {
    let outcomes: Result<Vec<Outcome>, Error> = serde_json::from_str(kept).map_err(|error| Error::Internal(error.to_string()));
    signed.answer(outcomes, |outcomes| {
        let frame = signed.visit.frame.clone();
        render_bulk(&BulkPage { frame, deed: deed.to_string(), outcomes, form: None, faults: Vec::new() })
    })
}
