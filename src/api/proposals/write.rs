//! Making, reviewing, answering and publishing proposals.

use actix_web::{HttpResponse, patch, post, web};
use uuid::Uuid;

use super::dto::ProposalDto;
use super::input::{AnswerInput, ProposalEdit, ProposalInput, ReviewInput, WithdrawalInput};
use crate::actions::access::Pass;
use crate::actions::context::Write;
use crate::actions::error::Error;
use crate::actions::review::{answer, create, decide, read};
use crate::api::call::{Call, NO_BODY, Reply};
use crate::api::edge::{JsonBody, PreferredLanguage, Problem, UnreadJson};
use crate::api::explanations::Words;
use crate::app::App;
use crate::domain::id::ProposalId;
use crate::i18n::Language;
use crate::store::proposals::StoredProposal;

/// Writes the answer of a decision: the proposal as the caller may see it.
#[derive(Clone)]
struct Teller {
    app: App,
    language: Language,
}

impl Teller {
    fn of(call: &Call, language: &PreferredLanguage) -> Self {
        Self { app: call.app.clone(), language: Language::lookup(language.as_text().unwrap_or_default()) }
    }

    fn dto(&self, write: &mut Write<'_>, pass: &Pass, proposal: StoredProposal) -> Result<ProposalDto, Error> {
        let view = read::view(write.db, proposal)?;
        let words = Words { catalogues: self.app.catalogues(), language: self.language };
        ProposalDto::of(view, &pass.actor, words).map_err(|problem| Error::Internal(problem.to_string()))
    }

    fn reply(&self, write: &mut Write<'_>, pass: &Pass, proposal: StoredProposal) -> Result<Reply<ProposalDto>, Error> {
        Ok(Reply::ok(proposal.version, self.dto(write, pass, proposal)?))
    }
}

/// Puts a pairing to the secretariat. The engine's explanation is frozen with it.
#[utoipa::path(operation_id = "create_proposal", tag = "proposals", request_body = ProposalInput, params(("Idempotency-Key" = Uuid, Header)), responses((status = 201, body = ProposalDto)))]
#[post("/proposals")]
pub async fn create_proposal(call: Call, language: PreferredLanguage, body: UnreadJson<ProposalInput>) -> Result<HttpResponse, Problem> {
    let JsonBody { value, sha256 } = body.read().await?;
    let (teller, new) = (Teller::of(&call, &language), value.read()?);
    call.once(&sha256, move |write, pass| {
        let engine = teller.app.engine(write.db)?;
        let proposal = create::propose(write, pass, &engine, new)?;
        let (location, version) = (format!("/api/v1/proposals/{}", proposal.id), proposal.version);
        Ok(Reply::created(location, Some(version), teller.dto(write, pass, proposal)?))
    })
    .await
}

/// Changes the summary or the hold of a proposal under review; approvals start again.
#[utoipa::path(operation_id = "update_proposal", tag = "proposals", request_body = ProposalEdit, params(("id" = Uuid, Path), ("If-Match" = String, Header)), responses((status = 200, body = ProposalDto)))]
#[patch("/proposals/{id}")]
pub async fn update_proposal(
    call: Call,
    id: web::Path<Uuid>,
    language: PreferredLanguage,
    body: UnreadJson<ProposalEdit>,
) -> Result<HttpResponse, Problem> {
    let (id, seen, teller) = (ProposalId(id.into_inner()), call.seen()?, Teller::of(&call, &language));
    let edit = body.read().await?.value.into();
    call.change(move |write, pass| {
        let proposal = create::edit(write, pass, id, seen, edit)?;
        teller.reply(write, pass, proposal)
    })
    .await
}

/// Recommends, approves, rejects, defers or returns the version that `If-Match` names.
#[utoipa::path(operation_id = "review_proposal", tag = "proposals", request_body = ReviewInput, params(("id" = Uuid, Path), ("If-Match" = String, Header), ("Idempotency-Key" = Uuid, Header)), responses((status = 200, body = ProposalDto)))]
#[post("/proposals/{id}/reviews")]
pub async fn review_proposal(
    call: Call,
    id: web::Path<Uuid>,
    language: PreferredLanguage,
    body: UnreadJson<ReviewInput>,
) -> Result<HttpResponse, Problem> {
    let (id, seen, teller) = (ProposalId(id.into_inner()), call.seen()?, Teller::of(&call, &language));
    let JsonBody { value, sha256 } = body.read().await?;
    call.once(&sha256, move |write, pass| {
        let proposal = decide::review(write, pass, id, seen, value.read())?;
        teller.reply(write, pass, proposal)
    })
    .await
}

/// Makes an accepted pairing public that was held back.
#[utoipa::path(operation_id = "publish_proposal", tag = "proposals", params(("id" = Uuid, Path), ("If-Match" = String, Header), ("Idempotency-Key" = Uuid, Header)), responses((status = 200, body = ProposalDto)))]
#[post("/proposals/{id}/publish")]
pub async fn publish_proposal(call: Call, id: web::Path<Uuid>, language: PreferredLanguage) -> Result<HttpResponse, Problem> {
    let (id, seen, teller) = (ProposalId(id.into_inner()), call.seen()?, Teller::of(&call, &language));
    call.once(&NO_BODY, move |write, pass| {
        let proposal = decide::publish(write, pass, id, seen)?;
        teller.reply(write, pass, proposal)
    })
    .await
}

/// Takes a pairing back, with a reason. A published one leaves the public at once.
#[utoipa::path(operation_id = "withdraw_proposal", tag = "proposals", request_body = WithdrawalInput, params(("id" = Uuid, Path), ("If-Match" = String, Header), ("Idempotency-Key" = Uuid, Header)), responses((status = 200, body = ProposalDto)))]
#[post("/proposals/{id}/withdraw")]
pub async fn withdraw_proposal(
    call: Call,
    id: web::Path<Uuid>,
    language: PreferredLanguage,
    body: UnreadJson<WithdrawalInput>,
) -> Result<HttpResponse, Problem> {
    let (id, seen, teller) = (ProposalId(id.into_inner()), call.seen()?, Teller::of(&call, &language));
    let JsonBody { value, sha256 } = body.read().await?;
    call.once(&sha256, move |write, pass| {
        let proposal = decide::withdraw(write, pass, id, seen, value.into())?;
        teller.reply(write, pass, proposal)
    })
    .await
}

/// A city accepts or declines. The second acceptance makes the partnership; a decline brings up the next alternate.
#[utoipa::path(operation_id = "answer_proposal", tag = "proposals", request_body = AnswerInput, params(("id" = Uuid, Path), ("If-Match" = String, Header), ("Idempotency-Key" = Uuid, Header)), responses((status = 200, body = ProposalDto)))]
#[post("/proposals/{id}/answers")]
pub async fn answer_proposal(
    call: Call,
    id: web::Path<Uuid>,
    language: PreferredLanguage,
    body: UnreadJson<AnswerInput>,
) -> Result<HttpResponse, Problem> {
    let (id, seen, teller) = (ProposalId(id.into_inner()), call.seen()?, Teller::of(&call, &language));
    let JsonBody { value, sha256 } = body.read().await?;
    call.once(&sha256, move |write, pass| {
        let engine = teller.app.engine(write.db)?;
        let answered = answer::answer(write, pass, &engine, (id, seen), value.read())?;
        teller.reply(write, pass, answered.proposal)
    })
    .await
}
