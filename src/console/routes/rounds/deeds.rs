//! What is done to a round: computed, stopped, released, taken back, closed, changed by one rule.
//!
//! What cannot be done, because the round has moved on, is answered with the round as it is now and a sentence that says so.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, LOCATION};
use serde::Deserialize;

use super::super::posted::Posted;
use super::super::signed::Signed;
use super::faults::Teller;
use super::round::answer;
use super::{Named, book, id_of};
use crate::actions::access::Pass;
use crate::actions::context::{Author, Write};
use crate::actions::error::Error;
use crate::actions::jobs;
use crate::actions::membership::{CityRef, view};
use crate::actions::rounds::{compute as computing, desk, plan, release as releasing};
use crate::actions::words::required;
use crate::console::pages::rounds::{AskPage, Behind, Question, Refused, render_ask};
use crate::console::reader::Done;
use crate::console::word::RoundWord;
use crate::domain::access::Operation;
use crate::domain::fault::Faults;
use crate::domain::id::{CityId, RoundId};
use crate::domain::round::RoundDeed;
use crate::domain::round_change::PlanChange;
use crate::matching::rounds::Status;

/// What every form here brings.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Deed {
    /// The version of the round that the page showed.
    version: String,
    /// Why, where that is asked.
    reason: String,
    /// One change of the plan.
    change: String,
    /// The run that the page showed.
    run: String,
}

impl Deed {
    /// A version that is no number is none that anybody has seen.
    fn seen(&self) -> i64 {
        self.version.parse().unwrap_or_default()
    }
}

/// The round as it is now, with why nothing was done; another failure as itself.
async fn refused(signed: &Signed, id: RoundId, error: Error) -> HttpResponse {
    match error {
        Error::Stale => answer(signed, id, StatusCode::CONFLICT, Some(Refused::Stale)).await,
        Error::Conflict { .. } => answer(signed, id, StatusCode::CONFLICT, Some(Refused::NotNow)).await,
        Error::Invalid(faults) => faulty(signed, id, faults).await,
        Error::Unauthenticated(_)
        | Error::Forbidden(_)
        | Error::NotFound(_)
        | Error::Exists(_)
        | Error::File(_)
        | Error::KeyReused
        | Error::TooManyTries { .. }
        | Error::Busy(_)
        | Error::Store(_)
        | Error::Internal(_) => signed.failed(error),
    }
}

/// The round as it is now, with what would be wrong with its plan.
async fn faulty(signed: &Signed, id: RoundId, faults: Faults) -> HttpResponse {
    let app = signed.visit.app.clone();
    let found = signed.read(Operation::GetRound, Some(id.to_string()), move |db, _| Ok((plan::get(db, id)?, app.engine(db)?)));
    let (round, engine) = match found.await {
        Ok(found) => found,
        Err(error) => return signed.failed(error),
    };
    let teller = Teller { app: &signed.visit.app, book: &book(&engine), lang: signed.visit.frame.lang };
    let faults = teller.all(&round.plan, faults);
    answer(signed, id, StatusCode::UNPROCESSABLE_ENTITY, Some(Refused::Faults(faults))).await
}

/// The way to a round.
fn way(id: RoundId) -> String {
    format!("/desk/rounds/{id}")
}

pub(super) async fn compute(posted: Posted<Deed>, path: Named) -> HttpResponse {
    let id = match id_of(&path) {
        Ok(id) => id,
        Err(error) => return posted.signed.failed(error),
    };
    let (seen, app) = (posted.form.seen(), posted.signed.visit.app.clone());
    let done = posted.write_once(Operation::ComputeRound, Some(id.to_string()), move |write, pass| {
        let engine = app.engine(write.db)?;
        computing::enqueue(write, &Author::from(&pass.actor), (id, seen), &engine)?;
        Ok(way(id))
    });
    match done.await {
        Ok(path) => {
            posted.signed.visit.app.bell().ring();
            posted.signed.go_on(&path, None)
        }
        Err(error) => refused(&posted.signed, id, error).await,
    }
}

/// Stops the computation of a round. Whatever version the page showed: it is this computation that is meant.
pub(super) async fn cancel(posted: Posted<Deed>, path: Named) -> HttpResponse {
    let Posted { signed, .. } = posted;
    let id = match id_of(&path) {
        Ok(id) => id,
        Err(error) => return signed.failed(error),
    };
    let job = match signed.read(Operation::GetRound, Some(id.to_string()), move |db, _| desk::open(db, id)).await {
        Ok(found) => found.round.job,
        Err(error) => return signed.failed(error),
    };
    let Some(job) = job else { return answer(&signed, id, StatusCode::CONFLICT, Some(Refused::NotNow)).await };
    let stopped =
        signed.write(Operation::CancelJob, Some(job.to_string()), move |write, pass| jobs::cancel(write, &Author::from(&pass.actor), job));
    match stopped.await {
        Ok(_) => signed.go_on(&way(id), None),
        Err(error) => refused(&signed, id, error).await,
    }
}

/// Changes one rule, and goes back to the analysis it was wished for from.
pub(super) async fn change(posted: Posted<Deed>, path: Named) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let id = match id_of(&path) {
        Ok(id) => id,
        Err(error) => return signed.failed(error),
    };
    let Ok(wanted) = form.change.parse::<PlanChange>() else { return signed.failed(Error::NotFound("change")) };
    let (seen, app) = (form.seen(), signed.visit.app.clone());
    let changed = signed.write(Operation::UpdateRound, Some(id.to_string()), move |write, pass| {
        let engine = app.engine(write.db)?;
        let plan = wanted.applied(&plan::get(write.db, id)?.plan);
        plan::edit(write, &Author::from(&pass.actor), (id, seen), &engine, plan)
    });
    match changed.await {
        Ok(_) => {
            let query = [("run", form.run.as_str()), ("done", Done::PlanChanged.as_str())];
            let back = signed.visit.frame.href_with(&format!("{}/analysis", way(id)), &query);
            HttpResponse::SeeOther().insert_header((LOCATION, back)).insert_header((CACHE_CONTROL, "no-store")).finish()
        }
        Err(error) => refused(&signed, id, error).await,
    }
}

/// What is asked back, by whom it may be answered.
async fn ask(
    signed: &Signed,
    path: &Named,
    operation: Operation,
    question: impl FnOnce(&mut Write<'_>, &Pass, &desk::OnDesk) -> Result<Question, Error> + Send + 'static,
) -> Result<AskPage, (Option<RoundId>, Error)> {
    let id = id_of(path).map_err(|error| (None, error))?;
    let app = signed.visit.app.clone();
    let found = signed.write(operation, Some(id.to_string()), move |write, pass| {
        let desk = desk::open(write.db, id)?;
        let book = book(&*app.engine(write.db)?);
        let question = question(write, pass, &desk)?;
        Ok((desk, book, question))
    });
    let (desk, book, question) = found.await.map_err(|error| (Some(id), error))?;
    Ok(AskPage {
        frame: signed.visit.frame.clone(),
        id: id.to_string(),
        name: desk.round.plan.name.clone(),
        kind: desk.round.plan.kind,
        version: desk.round.version,
        once: signed.visit.app.fresh_name(),
        question,
        faults: Vec::new(),
        book,
    })
}

async fn asked(signed: &Signed, page: Result<AskPage, (Option<RoundId>, Error)>) -> HttpResponse {
    match page {
        Ok(page) => signed.answer(Ok(()), |()| render_ask(&page)),
        Err((Some(id), error)) => refused(signed, id, error).await,
        Err((None, error)) => signed.failed(error),
    }
}

pub(super) async fn ask_release(signed: Signed, path: Named) -> HttpResponse {
    let model = signed.visit.app.model().clone();
    let page = ask(&signed, &path, Operation::ReleaseRound, move |write, pass, desk| {
        let round = &desk.round;
        let preview = releasing::preview(write, pass, model.taxonomy(), (round.id, round.version))?;
        let behind = preview.skipped.iter().map(|skipped| Ok((slugs(write, skipped.pair)?, why(&skipped.why))));
        let is_proved = desk.runs.first().is_some_and(|run| super::run_line(run).status == Status::Optimal);
        Ok(Question::Release { proposals: preview.proposals, behind: behind.collect::<Result<_, Error>>()?, is_proved })
    });
    let page = page.await;
    asked(&signed, page).await
}

fn slugs(write: &mut Write<'_>, pair: [CityId; 2]) -> Result<[String; 2], Error> {
    let slug = |write: &mut Write<'_>, id| Ok::<_, Error>(view(write.db, &CityRef::Id(id))?.city.slug.to_string());
    Ok([slug(write, pair[0])?, slug(write, pair[1])?])
}

/// Which of the two things it is that keeps a pairing behind.
fn why(words: &str) -> Behind {
    if words.contains("is under way as proposal") { Behind::Twin } else { Behind::City }
}

pub(super) async fn release(posted: Posted<Deed>, path: Named) -> HttpResponse {
    let id = match id_of(&path) {
        Ok(id) => id,
        Err(error) => return posted.signed.failed(error),
    };
    let (seen, model) = (posted.form.seen(), posted.signed.visit.app.model().clone());
    let done = posted.write_once(Operation::ReleaseRound, Some(id.to_string()), move |write, pass| {
        releasing::release(write, pass, model.taxonomy(), (id, seen))?;
        Ok(way(id))
    });
    match done.await {
        Ok(path) => posted.signed.go_on(&path, Some(Done::RoundReleased)),
        Err(error) => refused(&posted.signed, id, error).await,
    }
}

pub(super) async fn ask_recall(signed: Signed, path: Named) -> HttpResponse {
    let page = ask(&signed, &path, Operation::RecallRound, |_, _, desk| {
        desk.round.state.after(RoundDeed::Recall)?;
        Ok(Question::Recall { proposals: desk.standing.live, reason: String::new() })
    });
    let page = page.await;
    asked(&signed, page).await
}

pub(super) async fn recall(posted: Posted<Deed>, path: Named) -> HttpResponse {
    let id = match id_of(&path) {
        Ok(id) => id,
        Err(error) => return posted.signed.failed(error),
    };
    let (seen, reason) = (posted.form.seen(), posted.form.reason.clone());
    let done = posted.write_once(Operation::RecallRound, Some(id.to_string()), move |write, pass| {
        required("/reason", &reason)?;
        releasing::recall(write, pass, (id, seen), &reason)?;
        Ok(way(id))
    });
    match done.await {
        Ok(path) => posted.signed.go_on(&path, Some(Done::RoundRecalled)),
        Err(Error::Invalid(_)) => unsaid(&posted, &path).await,
        Err(error) => refused(&posted.signed, id, error).await,
    }
}

/// The question again, with what was written.
async fn unsaid(posted: &Posted<Deed>, path: &Named) -> HttpResponse {
    let (signed, reason) = (&posted.signed, posted.form.reason.clone());
    let page = ask(signed, path, Operation::RecallRound, move |_, _, desk| Ok(Question::Recall { proposals: desk.standing.live, reason }));
    match page.await {
        Err((_, error)) => signed.failed(error),
        Ok(page) => {
            let page = AskPage { faults: vec![signed.visit.frame.lang.say(RoundWord::RecallReasonFault)], ..page };
            signed.answer_with(StatusCode::UNPROCESSABLE_ENTITY, Ok(()), |()| render_ask(&page))
        }
    }
}

pub(super) async fn ask_close(signed: Signed, path: Named) -> HttpResponse {
    let page = ask(&signed, &path, Operation::CloseRound, |_, _, desk| {
        desk.round.state.after(RoundDeed::Close)?;
        Ok(Question::Close)
    });
    let page = page.await;
    asked(&signed, page).await
}

pub(super) async fn close(posted: Posted<Deed>, path: Named) -> HttpResponse {
    let id = match id_of(&path) {
        Ok(id) => id,
        Err(error) => return posted.signed.failed(error),
    };
    let seen = posted.form.seen();
    let done = posted.write_once(Operation::CloseRound, Some(id.to_string()), move |write, pass| {
        plan::close(write, &Author::from(&pass.actor), (id, seen))?;
        Ok(way(id))
    });
    match done.await {
        Ok(path) => posted.signed.go_on(&path, Some(Done::Saved)),
        Err(error) => refused(&posted.signed, id, error).await,
    }
}
