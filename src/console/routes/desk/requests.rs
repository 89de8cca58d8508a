//! `GET /desk/requests`, `GET /desk/requests/{id}`, `POST /desk/requests/{id}/answer`

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::actions::error::Error;
use crate::actions::membership;
use crate::actions::requests;
use crate::actions::review::queue::require_desk;
use crate::console::pages::Trouble;
use crate::console::pages::desk::{RequestLine, RequestPage, RequestsPage, render_request, render_requests};
use crate::console::reader::Done;
use crate::console::routes::facts;
use crate::console::routes::lists::Paging;
use crate::console::routes::posted::Posted;
use crate::console::routes::signed::Signed;
use crate::console::word::ReviewWord;
use crate::domain::access::Operation;
use crate::domain::city::City;
use crate::domain::id::{CityId, RequestId};
use crate::domain::request::RequestState;
use crate::domain::role::Role;
use crate::store::page::Page;
use crate::store::requests::PartnerRequest;

/// A page of so many stays light.
const REQUESTS_A_PAGE: i64 = 30;

pub(super) async fn show(signed: Signed) -> HttpResponse {
    let state = signed.visit.asked("state").unwrap_or_default();
    let Ok(wanted) = Some(state.as_str()).filter(|state| !state.is_empty()).map(str::parse::<RequestState>).transpose() else {
        let first = signed.visit.frame.href("/desk/requests");
        return signed.visit.trouble(Trouble::BadRequest(vec![signed.visit.frame.lang.say(ReviewWord::QueueReload)]), Some(first));
    };
    let paging = Paging::of(&signed, "/desk/requests", &["state"], REQUESTS_A_PAGE);
    let ask = match paging.ask() {
        Ok(ask) => ask,
        Err(trouble) => return trouble,
    };
    let found = signed.read(Operation::ListRequests, None, move |db, pass| {
        require_desk(&pass.actor)?;
        let found = match wanted {
            Some(state) => requests::list(db, &pass.actor, Some(state), &ask)?,
            None => Page { items: requests::waiting(db, &pass.actor)?, next: None },
        };
        let cities: Vec<CityId> = found.items.iter().map(|request| request.city).collect();
        Ok((found, membership::by_ids(db, &cities)?))
    });
    signed.answer(found.await, |(found, cities)| {
        let (now, next) = (signed.visit.app.clock().now(), found.next.map(|key| paging.next(key)));
        let lines = found.items.into_iter().filter_map(|request| line(&signed, request, &cities, now)).collect();
        render_requests(&RequestsPage { frame: signed.visit.frame.clone(), state, lines, next })
    })
}

fn line(signed: &Signed, request: PartnerRequest, cities: &[City], now: DateTime<Utc>) -> Option<RequestLine> {
    let (taxonomy, lang) = (signed.visit.app.model().taxonomy(), signed.visit.frame.lang);
    Some(RequestLine {
        id: request.id,
        version: request.version,
        city: facts::link(cities.iter().find(|city| city.id == request.city)?),
        kind: request.kind,
        themes: request.themes.iter().filter_map(|code| facts::theme(code, taxonomy, lang)).collect(),
        wants: request.wants,
        gives: request.gives,
        state: request.state,
        days: (request.answered_at.unwrap_or(now) - request.created_at).num_days(),
        at: request.created_at,
        answer: request.answer,
    })
}

pub(super) async fn open(signed: Signed, id: Path<String>) -> HttpResponse {
    page(&signed, &id, StatusCode::OK, String::new(), Vec::new()).await
}

async fn page(signed: &Signed, id: &str, status: StatusCode, filled: String, faults: Vec<String>) -> HttpResponse {
    let Ok(wanted) = id.parse::<RequestId>() else { return signed.failed(Error::NotFound("request")) };
    let found = signed.read(Operation::GetRequest, Some(id.to_owned()), move |db, pass| {
        require_desk(&pass.actor)?;
        let request = requests::get(db, wanted)?;
        let cities = membership::by_ids(db, &[request.city])?;
        Ok((request, cities))
    });
    let now = signed.visit.app.clock().now();
    let found = found.await.and_then(|(request, cities)| line(signed, request, &cities, now).ok_or(Error::NotFound("city")));
    signed.answer_with(status, found, |line| {
        let may_answer = signed.actor.role == Role::Officer && line.state != RequestState::Withdrawn;
        render_request(&RequestPage { frame: signed.visit.frame.clone(), line, may_answer, filled, faults })
    })
}

/// An answer as its form sends it.
#[derive(Debug, Deserialize)]
pub(super) struct AnswerForm {
    version: i64,
    #[serde(default)]
    answer: String,
}

pub(super) async fn answer(posted: Posted<AnswerForm>, id: Path<String>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let Ok(wanted) = id.parse::<RequestId>() else { return signed.failed(Error::NotFound("request")) };
    let words = form.answer.clone();
    let answered = signed.write(Operation::AnswerRequest, Some(id.to_string()), move |write, pass| {
        requests::answer(write, pass, wanted, form.version, words)
    });
    let lang = signed.visit.frame.lang;
    let (status, fault) = match answered.await {
        Ok(_) => return signed.go_on("/desk/requests", Some(Done::Saved)),
        Err(Error::Stale) => (StatusCode::CONFLICT, ReviewWord::RequestStale),
        Err(Error::Conflict { .. }) => (StatusCode::CONFLICT, ReviewWord::RequestOver),
        Err(Error::Invalid(_)) => (StatusCode::UNPROCESSABLE_ENTITY, ReviewWord::RequestFault),
        Err(error) => return signed.failed(error),
    };
    page(&signed, &id, status, form.answer, vec![lang.say(fault)]).await
}
