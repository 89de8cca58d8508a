//! `GET /my-city/proposals`, `GET /my-city/proposals/{id}`, and `GET` and `POST` of its `accept` and `decline`

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use serde::Deserialize;

use super::ask::Seen;
use super::{faults, invitations, own_city, why};
use crate::actions::access::Pass;
use crate::actions::context::Write;
use crate::actions::error::Error;
use crate::actions::review::answer;
use crate::actions::review::read::{self, ProposalView};
use crate::actions::words::Reason;
use crate::console::marks::{Country, Theme};
use crate::console::pages::CityLink;
use crate::console::pages::my_city::{
    AnswerGiven, AnswerStep, DeclineFilled, FieldFaults, ProposalPage, ProposalsPage, render_proposal, render_proposals,
};
use crate::console::reader::Done;
use crate::console::routes::posted::Posted;
use crate::console::routes::signed::Signed;
use crate::console::word::MyCityWord;
use crate::domain::access::Operation;
use crate::domain::id::ProposalId;
use crate::domain::proposal::AnswerWord;
use crate::matching::answer::PairExplanation;
use crate::store::proposal_steps::StoredAnswer;

pub(super) async fn list(signed: Signed) -> HttpResponse {
    let page = match own_city(&signed) {
        Ok(_) => invitations::all(&signed).await,
        Err(error) => Err(error),
    };
    let frame = signed.visit.frame.clone();
    signed.answer(page, |invitations| render_proposals(&ProposalsPage { frame, invitations }))
}

pub(super) async fn show(signed: Signed, path: Path<String>) -> HttpResponse {
    step(&signed, &path, Shown::plain(AnswerStep::Read)).await
}

pub(super) async fn ask_yes(signed: Signed, path: Path<String>) -> HttpResponse {
    step(&signed, &path, Shown::plain(AnswerStep::Accept)).await
}

pub(super) async fn ask_no(signed: Signed, path: Path<String>) -> HttpResponse {
    step(&signed, &path, Shown::plain(AnswerStep::Decline)).await
}

/// How a proposal is shown.
struct Shown {
    status: StatusCode,
    step: AnswerStep,
    filled: DeclineFilled,
    faults: FieldFaults,
    notice: Option<String>,
}

impl Shown {
    fn plain(step: AnswerStep) -> Shown {
        Shown { status: StatusCode::OK, step, filled: DeclineFilled::default(), faults: FieldFaults::default(), notice: None }
    }
}

async fn step(signed: &Signed, id: &str, shown: Shown) -> HttpResponse {
    let Shown { status, step, filled, faults, notice } = shown;
    let page = page(signed, id, step).await.map(|page| ProposalPage { filled, faults, notice, ..page });
    signed.answer_with(status, page, |page| render_proposal(&page))
}

async fn page(signed: &Signed, id: &str, step: AnswerStep) -> Result<ProposalPage, Error> {
    own_city(signed)?;
    let city = signed.actor.city.ok_or(Error::NotFound("city"))?;
    let wanted: ProposalId = id.parse().map_err(|_bad| Error::NotFound("proposal"))?;
    let view = signed.read(Operation::GetProposal, Some(id.to_owned()), move |db, _| read::get(db, wanted)).await?;
    let (app, lang) = (&signed.visit.app, signed.visit.frame.lang);
    let proposal = &view.proposal;
    let frozen: PairExplanation =
        serde_json::from_value(proposal.explanation.clone()).map_err(|error| Error::Internal(error.to_string()))?;
    let other = invitations::other_of(&view, city);
    let own_answer = |answer: &&StoredAnswer| answer.city == city;
    Ok(ProposalPage {
        frame: signed.visit.frame.clone(),
        id: proposal.id.to_string(),
        version: proposal.version,
        partner: CityLink { slug: other.slug.to_string(), name: other.record.name.clone() },
        country: Country { code: other.record.country.to_string(), name: other.record.country.to_string() },
        kind: proposal.kind,
        theme: proposal.theme.as_ref().and_then(|code| Theme::named(app.model().taxonomy(), code, lang)),
        standing: invitations::standing(&view, city),
        summary: proposal.summary.clone(),
        is_held: proposal.is_held,
        invited: proposal.invited_at.map(|at| at.date_naive()),
        until: proposal.expires_at.map(|end| (end.date_naive(), invitations::days_left(end, app.clock().now()))),
        own: readable(signed, &view).find(own_answer).map(given),
        other: readable(signed, &view).find(|answer| !own_answer(answer)).map(given),
        why: why::in_words(&frozen, proposal.created_at.date_naive(), (app, lang)),
        step,
        once: app.fresh_name(),
        filled: DeclineFilled::default(),
        faults: FieldFaults::default(),
        notice: None,
    })
}

/// The answers that this reader may know of.
fn readable<'a>(signed: &'a Signed, view: &'a ProposalView) -> impl Iterator<Item = &'a StoredAnswer> {
    view.answers.iter().filter(|answer| read::may_read(&signed.actor, &view.proposal, answer))
}

fn given(answer: &StoredAnswer) -> AnswerGiven {
    AnswerGiven {
        is_yes: answer.word == AnswerWord::Accept,
        on: answer.at.date_naive(),
        code: answer.reason_code.clone(),
        reason: answer.reason.clone(),
    }
}

pub(super) async fn accept(posted: Posted<Seen>, path: Path<String>) -> HttpResponse {
    let id = path.into_inner();
    let answered = answer_once(&posted, &id, posted.form.version, (AnswerWord::Accept, Reason::default())).await;
    let signed = posted.signed;
    match answered {
        Ok(to) => signed.go_on(&to, Some(Done::SaidYes)),
        Err(Error::Stale) => step(&signed, &id, changed(&signed, AnswerStep::Accept)).await,
        // It was answered or ended meanwhile: there is nothing to say yes to.
        Err(Error::Conflict { .. }) => step(&signed, &id, changed(&signed, AnswerStep::Read)).await,
        Err(error) => signed.failed(error),
    }
}

/// That somebody was faster.
fn changed(signed: &Signed, step: AnswerStep) -> Shown {
    Shown { status: StatusCode::CONFLICT, notice: Some(signed.visit.frame.lang.say(MyCityWord::Changed)), ..Shown::plain(step) }
}

/// A no with its reason.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct No {
    version: i64,
    #[serde(default)]
    reason_code: String,
    #[serde(default)]
    reason: String,
}

pub(super) async fn decline(posted: Posted<No>, path: Path<String>) -> HttpResponse {
    let id = path.into_inner();
    let form = posted.form.clone();
    let filled_in = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let reason = Reason { code: filled_in(&form.reason_code), words: filled_in(&form.reason) };
    let answered = answer_once(&posted, &id, form.version, (AnswerWord::Decline, reason)).await;
    let signed = posted.signed;
    let filled = DeclineFilled { code: form.reason_code, words: form.reason };
    match answered {
        Ok(to) => signed.go_on(&to, Some(Done::SaidNo)),
        Err(Error::Invalid(found)) => {
            let faults = faults::in_words(found, signed.visit.frame.lang, &faults::decline_field);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            step(&signed, &id, Shown { status, filled, faults, ..Shown::plain(AnswerStep::Decline) }).await
        }
        Err(Error::Stale) => step(&signed, &id, Shown { filled, ..changed(&signed, AnswerStep::Decline) }).await,
        Err(Error::Conflict { .. }) => step(&signed, &id, Shown { filled, ..changed(&signed, AnswerStep::Read) }).await,
        Err(error) => signed.failed(error),
    }
}

async fn answer_once<F>(posted: &Posted<F>, id: &str, seen: i64, said: (AnswerWord, Reason)) -> Result<String, Error>
where
    F: serde::de::DeserializeOwned + 'static,
{
    let app = posted.signed.visit.app.clone();
    let object = id.to_owned();
    let write = move |write: &mut Write<'_>, pass: &Pass| {
        let wanted: ProposalId = object.parse().map_err(|_bad| Error::NotFound("proposal"))?;
        let engine = app.engine(write.db)?;
        answer::answer(write, pass, &engine, (wanted, seen), said)?;
        Ok(format!("/my-city/proposals/{wanted}"))
    };
    posted.write_once(Operation::AnswerProposal, Some(id.to_owned()), write).await
}
