//! `GET /desk/proposals/{id}` and the forms on it.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::Path;
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::explained::{Told, short};
use super::lines::Lines;
use crate::actions::directory::Portrait;
use crate::actions::error::Error;
use crate::actions::review::create::{self, Edit};
use crate::actions::review::desk::{self, Desk, JustDecided};
use crate::actions::review::queue::Row;
use crate::actions::review::turns::DeskDeed;
use crate::actions::review::{claims, decide, undo};
use crate::actions::words::{Reason, codes};
use crate::console::pages::desk::{AlternateLines, CityToday, DeskForms, FilledDecision, ProposalPage, StepLine, render_proposal};
use crate::console::reader::Done;
use crate::console::routes::facts;
use crate::console::routes::posted::Posted;
use crate::console::routes::signed::Signed;
use crate::console::word::ReviewWord;
use crate::console::words::Word;
use crate::domain::access::Operation;
use crate::domain::fault::{Faults, TEXT_MAX_CHARS, check_text};
use crate::domain::id::ProposalId;
use crate::domain::proposal::Decision;
use crate::domain::role::Role;

/// How long the public words may be, in characters.
const SUMMARY_MAX_CHARS: usize = 500;

/// The address of a proposal on the desk.
pub(super) fn path_of(id: ProposalId) -> String {
    format!("/desk/proposals/{id}")
}

pub(super) async fn show(signed: Signed, id: Path<String>) -> HttpResponse {
    page(&signed, &id, Sent::default()).await
}

/// What was sent and could not be done: the page comes again with it.
#[derive(Debug, Clone, Default)]
struct Sent {
    status: Option<StatusCode>,
    filled: FilledDecision,
    faults: Vec<String>,
}

async fn page(signed: &Signed, id: &str, sent: Sent) -> HttpResponse {
    let now = signed.visit.app.clock().now();
    let decided = signed.visit.asked("decided").and_then(|id| id.parse::<ProposalId>().ok());
    let Ok(wanted) = id.parse::<ProposalId>() else { return signed.failed(Error::NotFound("proposal")) };
    // Who reads the history of a proposal reads its page: the secretariat, and who looks on with it.
    let found = signed.read(Operation::GetProposalHistory, Some(id.to_owned()), move |db, pass| {
        let found = desk::get(db, pass, wanted, now)?;
        let just = match decided.filter(|other| *other != wanted) {
            Some(other) => desk::just_decided(db, pass, other, now)?,
            None => None,
        };
        Ok((found, just))
    });
    let found = found.await;
    let status = sent.status.unwrap_or(StatusCode::OK);
    signed.answer_with(status, found, |(found, just)| render_proposal(&shown(signed, found, just, sent, now)))
}

fn shown(signed: &Signed, found: Desk, just: Option<JustDecided>, sent: Sent, now: DateTime<Utc>) -> ProposalPage {
    let (frame, model) = (signed.visit.frame.clone(), signed.visit.app.model());
    let told = Told { catalogues: signed.visit.app.catalogues(), model, lang: frame.lang };
    let lines = Lines { taxonomy: model.taxonomy(), lang: frame.lang, reader: signed.actor.user, people: &found.people, now };
    let (first, second) = (city_today(&found.first_today, told), city_today(&found.second_today, told));
    let places = found.view.first.record.place.zip(found.view.second.record.place);
    let proposal = found.view.proposal.clone();
    let desk = DeskForms {
        deeds: found.deeds.iter().map(|deed| deed.as_str()).collect(),
        is_reviewer: matches!(signed.actor.role, Role::Officer | Role::Approver),
        reasons: codes::REVIEW,
        once: signed.visit.app.fresh_name(),
        filled: sent.filled,
        undo_until: found.undo_until,
    };
    let alternates = alternates(&found);
    let steps = steps(&found);
    let row =
        Row { proposal: found.view.proposal, first: found.view.first, second: found.view.second, turn: found.turn, claim: found.claim };
    ProposalPage {
        line: lines.line(&row),
        summary: proposal.summary,
        is_held: proposal.is_held,
        explained: found.explanation.as_ref().map(|explanation| told.explained(explanation)),
        alternates,
        made_by: found.people.get(&proposal.created_by).cloned().unwrap_or_else(|| proposal.created_by.to_string()),
        made_at: proposal.created_at,
        expires_at: proposal.expires_at,
        round: found.round,
        request: found.request.map(|request| request.wants),
        steps,
        first,
        second,
        distance_km: places.map(|(first, second)| first.distance_km(second)),
        desk,
        just: just.map(|just| lines.just(just)),
        faults: sent.faults,
        frame,
    }
}

fn steps(found: &Desk) -> Vec<StepLine> {
    let line = |step: &crate::store::proposal_steps::StoredStep| StepLine {
        deed: step.deed.clone(),
        to: step.to,
        who: step.actor.map(|id| found.people.get(&id).cloned().unwrap_or_else(|| id.to_string())),
        role: step.actor_role.clone(),
        at: step.at,
        reason_code: step.reason_code.clone(),
        reason: step.reason.clone(),
        version: step.version,
        seen: short(&step.seen_hash),
    };
    found.history.steps.iter().map(line).collect()
}

fn alternates(found: &Desk) -> Option<AlternateLines> {
    let kept = found.alternates.as_ref()?;
    let city = [&found.view.first, &found.view.second].into_iter().find(|city| city.id == kept.city)?;
    let items = kept.items.iter().map(|item| (item.city.name.clone(), item.city.slug.to_string(), item.score));
    Some(AlternateLines { city: city.record.name.clone(), slug: city.slug.to_string(), items: items.collect() })
}

fn city_today(found: &Portrait, told: Told<'_>) -> CityToday {
    let (city, lang) = (&found.view.city, told.lang);
    let indicators = found.indicators.iter().filter_map(|scoped| {
        let definition = told.model.indicators().iter().find(|definition| definition.code == scoped.value.code)?;
        Some(facts::indicator(definition, scoped, lang))
    });
    CityToday {
        name: city.record.name.clone(),
        slug: city.slug.to_string(),
        country: facts::country(&city.record.country, &found.names).shown(&lang),
        population: city.record.population.map(|people| (people, city.record.population_year)),
        languages: city.record.languages.iter().map(|code| lang.name_of(Word::LanguageName, code.as_str(), code.as_str())).collect(),
        indicators: indicators.collect(),
        hazards: found.view.hazards.iter().filter_map(facts::hazard).collect(),
        ties: found.partnerships.iter().filter_map(|tie| facts::tie(tie, city.id, (&found.names, lang))).collect(),
    }
}

/// A decision as its form sends it.
#[derive(Debug, Deserialize)]
pub(super) struct DecisionForm {
    deed: DeskDeed,
    version: i64,
    #[serde(default)]
    reason_code: String,
    #[serde(default)]
    reason: String,
}

impl DecisionForm {
    fn filled(&self) -> FilledDecision {
        FilledDecision {
            deed: self.deed.as_str().to_owned(),
            reason_code: self.reason_code.clone(),
            reason: self.reason.clone(),
            summary: None,
        }
    }

    fn as_reason(&self) -> Reason {
        super::reason(&self.reason_code, &self.reason)
    }
}

/// What a deed asks of the table of rights.
fn operation(deed: DeskDeed) -> Operation {
    match deed {
        DeskDeed::Publish => Operation::PublishProposal,
        DeskDeed::Withdraw => Operation::WithdrawProposal,
        DeskDeed::Edit => Operation::UpdateProposal,
        DeskDeed::Recommend | DeskDeed::Approve | DeskDeed::Defer | DeskDeed::Return | DeskDeed::Reject => Operation::ReviewProposal,
    }
}

/// Decides, and goes on to what waits next.
pub(super) async fn decide(posted: Posted<DecisionForm>, id: Path<String>) -> HttpResponse {
    let Ok(wanted) = id.parse::<ProposalId>() else { return posted.signed.failed(Error::NotFound("proposal")) };
    let (deed, seen, reason) = (posted.form.deed, posted.form.version, posted.form.as_reason());
    let decided = posted.write_once(operation(deed), Some(id.to_string()), move |write, pass| {
        match deed {
            DeskDeed::Publish => decide::publish(write, pass, wanted, seen)?,
            DeskDeed::Withdraw => decide::withdraw(write, pass, wanted, seen, reason)?,
            DeskDeed::Recommend => decide::review(write, pass, wanted, seen, (Decision::Recommend, reason))?,
            DeskDeed::Approve => decide::review(write, pass, wanted, seen, (Decision::Approve, reason))?,
            DeskDeed::Defer => decide::review(write, pass, wanted, seen, (Decision::Defer, reason))?,
            DeskDeed::Return => decide::review(write, pass, wanted, seen, (Decision::Return, reason))?,
            DeskDeed::Reject => decide::review(write, pass, wanted, seen, (Decision::Reject, reason))?,
            DeskDeed::Edit => return Err(Error::Forbidden("an edit has a form of its own".to_owned())),
        };
        Ok(desk::next_waiting(write.db, pass, wanted)?.map_or_else(|| "/desk/proposals".to_owned(), path_of))
    });
    match decided.await {
        Ok(path) => after_decision(&posted.signed, &path, wanted),
        Err(error) => again(&posted.signed, &id, posted.form.filled(), error).await,
    }
}

/// The way on, where the reader is told what they have just done and may undo it.
pub(super) fn after_decision(signed: &Signed, path: &str, decided: ProposalId) -> HttpResponse {
    let place = signed.visit.frame.href_with(path, &[("decided", decided.to_string().as_str())]);
    HttpResponse::SeeOther().insert_header((header::LOCATION, place)).insert_header((header::CACHE_CONTROL, "no-store")).finish()
}

/// The page as it is now, with what the reader had written and why it was not taken.
async fn again(signed: &Signed, id: &str, filled: FilledDecision, error: Error) -> HttpResponse {
    let lang = signed.visit.frame.lang;
    let (status, faults) = match &error {
        Error::Stale => (StatusCode::CONFLICT, vec![lang.say(ReviewWord::ProposalStale)]),
        Error::Conflict { .. } => (StatusCode::CONFLICT, vec![lang.say(ReviewWord::ProposalNotNow)]),
        Error::Forbidden(words) if words.starts_with("four eyes") => (StatusCode::FORBIDDEN, vec![lang.say(ReviewWord::ProposalOwnHands)]),
        Error::Invalid(faults) => (StatusCode::UNPROCESSABLE_ENTITY, said(faults.clone(), signed)),
        Error::Forbidden(_)
        | Error::Unauthenticated(_)
        | Error::NotFound(_)
        | Error::Exists(_)
        | Error::File(_)
        | Error::KeyReused
        | Error::TooManyTries { .. }
        | Error::Busy(_)
        | Error::Store(_)
        | Error::Internal(_) => return signed.failed(error),
    };
    page(signed, id, Sent { status: Some(status), filled, faults }).await
}

fn said(faults: Faults, signed: &Signed) -> Vec<String> {
    let lang = signed.visit.frame.lang;
    let mut said: Vec<String> = faults
        .into_vec()
        .into_iter()
        .map(|fault| match fault.pointer.as_str() {
            "/reason_code" => lang.say(ReviewWord::ProposalFaultCode),
            "/reason" => lang.say(ReviewWord::ProposalFaultReason),
            "/summary" => lang.say(ReviewWord::ProposalFaultSummary),
            other => format!("{other}: {}", fault.detail),
        })
        .collect();
    said.dedup();
    said
}

/// An edit as its form sends it.
#[derive(Debug, Deserialize)]
pub(super) struct EditForm {
    version: i64,
    #[serde(default)]
    summary: String,
    is_held: Option<String>,
}

pub(super) async fn edit(posted: Posted<EditForm>, id: Path<String>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let Ok(wanted) = id.parse::<ProposalId>() else { return signed.failed(Error::NotFound("proposal")) };
    let filled = FilledDecision { summary: Some(form.summary.clone()), ..FilledDecision::default() };
    let edit = Edit { summary: Some(form.summary), is_held: Some(form.is_held.is_some()) };
    let edited = signed.write(Operation::UpdateProposal, Some(id.to_string()), move |write, pass| {
        let mut faults = Faults::new();
        check_text(&mut faults, "/summary", edit.summary.as_deref().unwrap_or_default(), SUMMARY_MAX_CHARS.min(TEXT_MAX_CHARS));
        faults.into_result(())?;
        create::edit(write, pass, wanted, form.version, edit)
    });
    match edited.await {
        Ok(_) => signed.go_on(&path_of(wanted), Some(Done::Saved)),
        Err(error) => again(&signed, &id, filled, error).await,
    }
}

/// A claim as its form sends it.
#[derive(Debug, Deserialize)]
pub(super) struct ClaimForm {
    take_over: Option<String>,
}

/// Claims a proposal or lets it go. It is part of reviewing, so whoever may review may claim.
pub(super) async fn claim(posted: Posted<ClaimForm>, id: Path<String>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let Ok(wanted) = id.parse::<ProposalId>() else { return signed.failed(Error::NotFound("proposal")) };
    let claimed = signed.write(Operation::ReviewProposal, Some(id.to_string()), move |write, pass| {
        claims::toggle(write, pass, wanted, form.take_over.is_some())
    });
    match claimed.await {
        Ok(_) => signed.go_on(&path_of(wanted), None),
        // Somebody else was faster: the page says who.
        Err(Error::Conflict { .. }) => signed.go_on(&path_of(wanted), None),
        Err(error) => signed.failed(error),
    }
}

/// An undo as its form sends it.
#[derive(Debug, Deserialize)]
pub(super) struct UndoForm {
    version: i64,
}

/// Takes one's own last word back. It is one's own review, so the right to review is the right to this.
pub(super) async fn undo(posted: Posted<UndoForm>, id: Path<String>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let Ok(wanted) = id.parse::<ProposalId>() else { return signed.failed(Error::NotFound("proposal")) };
    let undone =
        signed.write(Operation::ReviewProposal, Some(id.to_string()), move |write, pass| undo::undo(write, pass, wanted, form.version));
    match undone.await {
        Ok(_) => signed.go_on(&path_of(wanted), Some(Done::Undone)),
        Err(error) => again(&signed, &id, FilledDecision::default(), error).await,
    }
}
