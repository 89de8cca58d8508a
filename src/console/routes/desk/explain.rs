//! `GET /desk/explain`: any two cities, computed now; `POST /desk/explain/proposal` makes a proposal of them.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::Deserialize;

use super::explained::Told;
use super::proposal::path_of;
use super::reason;
use crate::actions::access;
use crate::actions::error::Error;
use crate::actions::matching::suggest::{self, Question};
use crate::actions::membership::{self, CityRef};
use crate::actions::review::create::{self, NewProposal};
use crate::actions::review::desk;
use crate::actions::review::queue::require_desk;
use crate::console::pages::desk::{ExplainPage, ExplainQuery, render_explain};
use crate::console::pages::{Choice, ThemeChoices};
use crate::console::reader::Done;
use crate::console::routes::posted::Posted;
use crate::console::routes::signed::Signed;
use crate::console::word::ReviewWord;
use crate::domain::access::Operation;
use crate::domain::city::City;
use crate::domain::code::ThemeCode;
use crate::domain::pairing::Kind;
use crate::domain::role::Role;
use crate::matching::answer::PairExplanation;
use crate::store::proposals::StoredProposal;

/// The rank of the other city is told whatever it is, so the list may be as short as it likes.
const LIST: usize = 5;

pub(super) async fn show(signed: Signed) -> HttpResponse {
    let field = |name: &str| signed.visit.asked(name).unwrap_or_default();
    let asked = ExplainQuery { a: field("a"), b: field("b"), kind: field("kind"), theme: field("theme") };
    page(&signed, asked, Sent::default()).await
}

/// What was sent and could not be done.
#[derive(Debug, Default)]
struct Sent {
    status: Option<StatusCode>,
    override_reason: String,
    faults: Vec<String>,
}

/// What the two cities and the question are; none where something is not chosen or cannot be.
fn question(asked: &ExplainQuery) -> Option<(CityRef, CityRef, Question)> {
    let theme = Some(asked.theme.as_str()).filter(|theme| !theme.is_empty()).map(str::parse::<ThemeCode>).transpose().ok()?;
    let kind = if asked.kind.is_empty() { Kind::PeerLearning } else { asked.kind.parse().ok()? };
    Some((asked.a.parse().ok()?, asked.b.parse().ok()?, Question { kind, theme, limit: LIST }))
}

type Found = (Vec<City>, Option<(PairExplanation, Option<StoredProposal>)>);

async fn page(signed: &Signed, asked: ExplainQuery, mut sent: Sent) -> HttpResponse {
    let wanted = question(&asked);
    let is_asked = !asked.a.is_empty() && !asked.b.is_empty();
    let lang = signed.visit.frame.lang;
    let app = signed.visit.app.clone();
    // Without a question the page is the form alone, and its right that to the queue.
    let (operation, object) =
        if wanted.is_some() { (Operation::ExplainPair, Some(asked.a.clone())) } else { (Operation::ListProposals, None) };
    let found = signed.read(operation, object, move |db, pass| -> Result<Found, Error> {
        require_desk(&pass.actor)?;
        let members = membership::active(db)?;
        let Some((_, other, question)) = wanted else { return Ok((members, None)) };
        let (city, other) = (pass.addressed_city()?, access::city_id(db, &other)?);
        let explained = suggest::explanation(&*app.engine(db)?, city, other, &question)?;
        let standing = desk::newest_of(db, question.kind, (city, other))?;
        Ok((members, Some((explained, standing))))
    });
    let found = match found.await {
        Err(Error::NotFound(_) | Error::Invalid(_) | Error::Conflict { .. }) if is_asked => {
            let members = signed.read(Operation::ListProposals, None, |db, _| membership::active(db)).await;
            sent.status.get_or_insert(StatusCode::NOT_FOUND);
            sent.faults.push(lang.say(ReviewWord::ExplainUnknown));
            members.map(|members| (members, None))
        }
        found => found,
    };
    let status = sent.status.unwrap_or(StatusCode::OK);
    signed.answer_with(status, found, |(members, answer)| render_explain(&shown(signed, asked, members, answer, sent)))
}

fn shown(
    signed: &Signed,
    asked: ExplainQuery,
    members: Vec<City>,
    answer: Option<(PairExplanation, Option<StoredProposal>)>,
    sent: Sent,
) -> ExplainPage {
    let (frame, model) = (signed.visit.frame.clone(), signed.visit.app.model());
    let told = Told { catalogues: signed.visit.app.catalogues(), model, lang: frame.lang };
    let standing = answer.as_ref().and_then(|(_, standing)| standing.as_ref()).filter(|standing| !standing.state.is_final());
    ExplainPage {
        proposal: standing.map(|standing| (path_of(standing.id), standing.state)),
        explained: answer.as_ref().map(|(explained, _)| told.explained(explained)),
        cities: members.into_iter().map(|city| Choice { value: city.slug.to_string(), label: city.record.name }).collect(),
        themes: ThemeChoices::all(model.taxonomy(), frame.lang),
        may_propose: signed.actor.role == Role::Officer,
        once: signed.visit.app.fresh_name(),
        override_reason: sent.override_reason,
        faults: sent.faults,
        asked,
        frame,
    }
}

/// A pairing to be proposed, as its form sends it.
#[derive(Debug, Deserialize)]
pub(super) struct PairForm {
    a: String,
    b: String,
    kind: String,
    #[serde(default)]
    theme: String,
    #[serde(default)]
    override_reason: String,
}

/// Makes a proposal, and goes on to it.
pub(super) async fn propose(posted: Posted<PairForm>) -> HttpResponse {
    let form = &posted.form;
    let asked = ExplainQuery { a: form.a.clone(), b: form.b.clone(), kind: form.kind.clone(), theme: form.theme.clone() };
    let override_reason = form.override_reason.clone();
    let Some((city, partner, question)) = question(&asked) else { return page(&posted.signed, asked, Sent::default()).await };
    let new = NewProposal {
        kind: question.kind,
        theme: question.theme,
        city,
        partner,
        request: None,
        summary: None,
        override_reason: reason("", &override_reason).words,
        is_held: false,
    };
    let app = posted.signed.visit.app.clone();
    let made = posted.write_once(Operation::CreateProposal, None, move |write, pass| {
        let engine = app.engine(write.db)?;
        Ok(path_of(create::propose(write, pass, &engine, new)?.id))
    });
    let lang = posted.signed.visit.frame.lang;
    let (status, fault) = match made.await {
        Ok(path) => return posted.signed.go_on(&path, Some(Done::Saved)),
        Err(Error::Exists(_)) => (StatusCode::CONFLICT, ReviewWord::ExplainExists),
        Err(Error::Invalid(_)) => (StatusCode::UNPROCESSABLE_ENTITY, ReviewWord::ExplainFaultOverride),
        Err(error) => return posted.signed.failed(error),
    };
    page(&posted.signed, asked, Sent { status: Some(status), override_reason, faults: vec![lang.say(fault)] }).await
}
