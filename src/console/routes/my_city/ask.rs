//! `GET` and `POST /my-city/ask`, `POST /my-city/ask/{id}/withdraw`

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use serde::Deserialize;

use super::faults;
use super::question::Question;
use super::{own_city, whole};
use crate::actions::access::Pass;
use crate::actions::context::Write;
use crate::actions::error::Error;
use crate::actions::membership::{self, CityRef};
use crate::actions::practices;
use crate::actions::requests::{self, NewRequest};
use crate::console::marks::Theme;
use crate::console::pages::my_city::{AskFilled, AskPage, AskedLine, FieldFaults, render_ask};
use crate::console::pages::{CityLink, ThemeChoices};
use crate::console::reader::Done;
use crate::console::routes::posted::Posted;
use crate::console::routes::signed::Signed;
use crate::console::word::MyCityWord;
use crate::console::words::Part;
use crate::domain::access::Operation;
use crate::domain::id::RequestId;
use crate::domain::practice::PracticeBasis;
use crate::store::requests::PartnerRequest;

/// How many practices are named as what the city can give.
const NAMED: usize = 2;

pub(super) async fn show(signed: Signed) -> HttpResponse {
    let question = match Question::of(&signed.visit) {
        Ok(question) => question,
        Err(answer) => return answer,
    };
    let filled = drafted(&signed, &question).await;
    answer(&signed, StatusCode::OK, filled, FieldFaults::default(), None).await
}

async fn answer(
    signed: &Signed,
    status: StatusCode,
    filled: Result<AskFilled, Error>,
    faults: FieldFaults,
    notice: Option<String>,
) -> HttpResponse {
    let page = match filled {
        Ok(filled) => page(signed, filled).await.map(|page| AskPage { faults, notice, ..page }),
        Err(error) => Err(error),
    };
    signed.answer_with(status, page, |page| render_ask(&page))
}

async fn page(signed: &Signed, filled: AskFilled) -> Result<AskPage, Error> {
    own_city(signed)?;
    let list = move |db: &mut _, actor: &_| whole(|ask| requests::list(db, actor, None, ask));
    let found = signed.read(Operation::ListRequests, None, move |db, pass| list(db, &pass.actor)).await?;
    let (app, lang) = (&signed.visit.app, signed.visit.frame.lang);
    Ok(AskPage {
        frame: signed.visit.frame.clone(),
        themes: ThemeChoices::all(app.model().taxonomy(), lang),
        filled,
        once: app.fresh_name(),
        requests: found.iter().rev().map(|request| line(signed, request)).collect(),
        faults: FieldFaults::default(),
        notice: None,
    })
}

fn line(signed: &Signed, request: &PartnerRequest) -> AskedLine {
    let (taxonomy, lang, now) = (signed.visit.app.model().taxonomy(), signed.visit.frame.lang, signed.visit.app.clock().now());
    AskedLine {
        id: request.id.to_string(),
        version: request.version,
        wants: request.wants.clone(),
        gives: request.gives.clone(),
        kind: request.kind,
        themes: request.themes.iter().filter_map(|code| Theme::named(taxonomy, code, lang)).collect(),
        state: request.state,
        on: request.created_at.date_naive(),
        waited: usize::try_from((now - request.created_at).num_days()).unwrap_or_default(),
        answer: request.answer.clone(),
        answered: request.answered_at.map(|at| at.date_naive()),
    }
}

/// The form as it begins: what can be written from what is known is written already.
async fn drafted(signed: &Signed, question: &Question) -> Result<AskFilled, Error> {
    let own = own_city(signed)?;
    let (lang, taxonomy) = (signed.visit.frame.lang, signed.visit.app.model().taxonomy());
    let named = match signed.visit.asked("city") {
        Some(text) => Some(city_of(signed, &text).await?),
        None => None,
    };
    let wants = named.as_ref().map(|city| {
        let theme = question.theme.as_ref().and_then(|code| Theme::named(taxonomy, code, lang));
        let about = theme.map_or_else(|| lang.say(MyCityWord::AskWhatWeSeek), |theme| theme.in_sentence());
        let parts = [("kind", Part::Text(question.kind.as_str())), ("city", Part::Text(&city.name)), ("theme", Part::Text(&about))];
        lang.fill(MyCityWord::AskWantsDraft, &parts)
    });
    let is_asked = named.is_some() || question.theme.is_some();
    Ok(AskFilled {
        wants: wants.unwrap_or_default(),
        gives: gives(signed, &own).await?,
        kind: if is_asked { question.kind.as_str().to_owned() } else { String::new() },
        theme: question.theme.as_ref().map(ToString::to_string).unwrap_or_default(),
        named: named.map(|city| city.name),
        is_drafted: true,
    })
}

async fn city_of(signed: &Signed, text: &str) -> Result<CityLink, Error> {
    let wanted: CityRef = text.parse().map_err(|_bad| Error::NotFound("city"))?;
    let found = signed.read(Operation::GetCity, None, move |db, _| membership::view(db, &wanted)).await?;
    Ok(CityLink { slug: found.city.slug.to_string(), name: found.city.record.name })
}

/// What the city can show others: the titles of its practices, those with a result first. Empty where none is known.
async fn gives(signed: &Signed, own: &CityLink) -> Result<String, Error> {
    let list = move |db: &mut _, city| whole(|ask| practices::list(db, city, ask));
    let object = Some(own.slug.clone());
    let mut found = signed.read(Operation::ListPractices, object, move |db, pass| list(db, pass.addressed_city()?)).await?;
    found.sort_by_key(|practice| (practice.body.from_memory, practice.body.basis != PracticeBasis::DocumentedResult));
    let titles: Vec<String> = found.iter().take(NAMED).map(|practice| format!("“{}”", practice.body.title)).collect();
    if titles.is_empty() {
        return Ok(String::new());
    }
    Ok(signed.visit.frame.lang.fill(MyCityWord::AskGivesDraft, &[("titles", Part::Text(&titles.join(", ")))]))
}

/// What was filled in.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Asked {
    wants: String,
    gives: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    theme: String,
}

impl Asked {
    fn again(&self) -> AskFilled {
        let Asked { wants, gives, kind, theme } = self.clone();
        AskFilled { wants, gives, kind, theme, named: None, is_drafted: false }
    }

    fn read(&self) -> Result<NewRequest, Error> {
        let kind = Some(self.kind.as_str()).filter(|kind| !kind.is_empty());
        let theme = Some(self.theme.as_str()).filter(|theme| !theme.is_empty());
        let bad = |pointer: &str| crate::actions::error::invalid(pointer, "is not known");
        Ok(NewRequest {
            wants: self.wants.trim().to_owned(),
            gives: self.gives.trim().to_owned(),
            kind: kind.map(str::parse).transpose().map_err(|_bad| bad("/kind"))?,
            themes: theme.map(str::parse).transpose().map_err(|_bad| bad("/themes/0"))?.into_iter().collect(),
        })
    }
}

pub(super) async fn send(posted: Posted<Asked>) -> HttpResponse {
    let opened = match posted.form.read() {
        Ok(new) => {
            let model = posted.signed.visit.app.model().clone();
            let write = move |write: &mut Write<'_>, pass: &Pass| {
                requests::open(write, pass, model.taxonomy(), new)?;
                Ok("/my-city/ask#own".to_owned())
            };
            posted.write_once(Operation::CreateRequest, None, write).await
        }
        Err(error) => Err(error),
    };
    let Posted { signed, form, .. } = posted;
    match opened {
        Ok(to) => signed.go_on(&to, Some(Done::Asked)),
        Err(Error::Invalid(found)) => {
            let faults = faults::in_words(found, signed.visit.frame.lang, &faults::ask_field);
            answer(&signed, StatusCode::UNPROCESSABLE_ENTITY, Ok(form.again()), faults, None).await
        }
        Err(error) => signed.failed(error),
    }
}

/// The version that a page showed.
#[derive(Debug, Deserialize)]
pub(super) struct Seen {
    pub(super) version: i64,
}

pub(super) async fn withdraw(posted: Posted<Seen>, path: Path<String>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let (id, seen) = (path.into_inner(), form.version);
    let object = id.clone();
    let write = move |write: &mut Write<'_>, pass: &Pass| {
        let id: RequestId = id.parse().map_err(|_bad| Error::NotFound("request"))?;
        requests::withdraw(write, pass, id, seen)
    };
    match signed.write(Operation::WithdrawRequest, Some(object), write).await {
        Ok(_) => signed.go_on("/my-city/ask", Some(Done::RequestWithdrawn)),
        Err(Error::Stale | Error::Conflict { .. }) => {
            let notice = Some(signed.visit.frame.lang.say(MyCityWord::Changed));
            let filled = drafted(&signed, &Question { kind: crate::domain::pairing::Kind::PeerLearning, theme: None }).await;
            answer(&signed, StatusCode::CONFLICT, filled, FieldFaults::default(), notice).await
        }
        Err(error) => signed.failed(error),
    }
}
