//! `GET /desk/rounds/{id}` and how far its computation is.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::CACHE_CONTROL;
use serde::Serialize;

use super::super::facts;
use super::super::signed::Signed;
use super::faults::Teller;
use super::{Named, book, id_of, is_current, may_act, run_line};
use crate::actions::error::Error;
use crate::actions::rounds::{desk, read};
use crate::console::pages::rounds::{Ahead, Book, Failure, Refused, Released, RoundPage, UnderWay, render_round};
use crate::domain::access::Operation;
use crate::domain::fault::Faults;
use crate::domain::id::RoundId;
use crate::domain::round::RoundState;
use crate::matching::rounds::outlook::Outlook;

pub(super) async fn show(signed: Signed, path: Named) -> HttpResponse {
    match id_of(&path) {
        Ok(id) => answer(&signed, id, StatusCode::OK, None).await,
        Err(error) => signed.failed(error),
    }
}

/// What the page is made of.
struct Found {
    desk: desk::OnDesk,
    ahead: Option<Result<Outlook, Faults>>,
    book: Book,
}

/// The page of a round, with what was refused.
pub(super) async fn answer(signed: &Signed, id: RoundId, status: StatusCode, refused: Option<Refused>) -> HttpResponse {
    let app = signed.visit.app.clone();
    let found = signed.read(Operation::GetRound, Some(id.to_string()), move |db, _| {
        let desk = desk::open(db, id)?;
        let engine = app.engine(db)?;
        let book = book(&engine);
        let ahead = match desk.round.state {
            RoundState::Draft | RoundState::Failed => Some(match read::outlook_of(db, engine, id) {
                Ok(seen) => Ok(seen),
                Err(Error::Invalid(faults)) => Err(faults),
                Err(error) => return Err(error),
            }),
            RoundState::Computing | RoundState::Computed | RoundState::InReview | RoundState::Closed => None,
        };
        Ok(Found { desk, ahead, book })
    });
    signed.answer_with(status, found.await, |found| render_round(&page(signed, found, refused)))
}

fn page(signed: &Signed, found: Found, refused: Option<Refused>) -> RoundPage {
    let (visit, lang) = (&signed.visit, signed.visit.frame.lang);
    let Found { desk, ahead, book } = found;
    let round = &desk.round;
    let teller = Teller { app: &visit.app, book: &book, lang };
    let ahead = ahead.map(|ahead| match ahead {
        Ok(seen) => Ahead::Seen(seen),
        Err(faults) => Ahead::Faulty(teller.all(&round.plan, faults)),
    });
    let theme = round.plan.theme.as_ref();
    let released_by = round.released.as_ref().map(|(at, _)| (desk.released_by.clone(), at.date_naive()));
    RoundPage {
        frame: visit.frame.clone(),
        id: round.id.to_string(),
        version: round.version,
        once: visit.app.fresh_name(),
        plan: round.plan.clone(),
        theme: theme.and_then(|code| facts::theme(code, visit.app.model().taxonomy(), lang)),
        state: round.state,
        under_way: under_way(&desk),
        failure: failure(&desk),
        ahead,
        runs: desk.runs.iter().map(run_line).collect(),
        is_current: is_current(&desk),
        released: Released { live: desk.standing.live, touched: desk.standing.touched },
        released_by,
        made: (desk.made_by.clone(), round.created_at.date_naive()),
        may_act: may_act(signed),
        refused,
        book,
    }
}

fn under_way(found: &desk::OnDesk) -> Option<UnderWay> {
    let job = found.job.as_ref().filter(|_| found.round.state == RoundState::Computing)?;
    Some(UnderWay { progress: job.progress, is_cancelled: job.is_cancelled })
}

/// What is recorded of a failed job is English; the two things that befall a round whatever it asks for have words in each language.
fn failure(found: &desk::OnDesk) -> Option<(Failure, String)> {
    let job = found.job.as_ref().filter(|_| found.round.state == RoundState::Failed)?;
    let recorded = job.failure.clone().unwrap_or_default();
    let failure = match () {
        () if recorded.contains("workers died") => Failure::Workers,
        () if recorded.contains("steps it is not known") => Failure::Undecided,
        () => Failure::Other,
    };
    Some((failure, recorded))
}

/// How far a computation is, for the page that is open.
#[derive(Serialize)]
struct ProgressDto {
    is_over: bool,
    hundredths: i64,
    words: String,
}

pub(super) async fn progress(signed: Signed, path: Named) -> HttpResponse {
    let id = match id_of(&path) {
        Ok(id) => id,
        Err(error) => return signed.failed(error),
    };
    let found = signed.read(Operation::GetRound, Some(id.to_string()), move |db, _| desk::open(db, id)).await;
    match found {
        Err(error) => signed.failed(error),
        Ok(found) => {
            let told = match under_way(&found) {
                Some(job) => ProgressDto { is_over: false, hundredths: job.hundredths(), words: job.words(signed.visit.frame.lang) },
                None => ProgressDto { is_over: true, hundredths: 100, words: String::new() },
            };
            HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(told)
        }
    }
}
