//! `GET` and `POST /desk/rounds/new` and `/desk/rounds/{id}/edit`

use std::collections::BTreeSet;
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::super::posted::Posted;
use super::super::signed::Signed;
use super::faults::Teller;
use super::{Named, book, id_of, reading};
use crate::actions::context::Author;
use crate::actions::error::Error;
use crate::actions::rounds::plan;
use crate::console::marks::level_name;
use crate::console::pages::rounds::{Book, FieldFault, RoundForm, RoundFormPage, country, render_round_form};
use crate::console::pages::{Choice, ThemeChoices};
use crate::console::reader::Done;
use crate::console::words::Language;
use crate::domain::access::Operation;
use crate::domain::id::RoundId;
use crate::domain::round::RoundDeed;
use crate::domain::round_plan::RoundPlan;
use crate::matching::engine::Engine;
use crate::store::rounds::StoredRound;

/// An empty form.
pub(super) async fn blank(signed: Signed) -> HttpResponse {
    let app = signed.visit.app.clone();
    let engine = signed.read(Operation::CreateRound, None, move |db, _| app.engine(db)).await;
    let once = signed.visit.app.fresh_name();
    signed.answer(engine, |engine| {
        let shown = Shown { form: RoundForm { once, ..RoundForm::empty() }, ..Shown::default() };
        render_round_form(&page(&signed, &engine, shown))
    })
}

/// The form of a round.
pub(super) async fn show(signed: Signed, path: Named) -> HttpResponse {
    let lang = signed.visit.frame.lang;
    match open(&signed, &path).await {
        Err(error) => signed.failed(error),
        Ok((round, engine)) => {
            let version = round.version.to_string();
            let form = RoundForm { version, ..RoundForm::of(&round.plan, &book(&engine), lang) };
            let shown = Shown { form, round: Some(named(&round)), ..Shown::default() };
            answer(&signed, &engine, StatusCode::OK, shown)
        }
    }
}

/// A round that can be changed, with what its form is made of.
async fn open(signed: &Signed, path: &Named) -> Result<(StoredRound, Arc<Engine>), Error> {
    let (id, app) = (id_of(path)?, signed.visit.app.clone());
    let found = signed.read(Operation::UpdateRound, Some(id.to_string()), move |db, _| Ok((plan::get(db, id)?, app.engine(db)?)));
    let (round, engine) = found.await?;
    round.state.after(RoundDeed::Edit)?;
    Ok((round, engine))
}

fn named(round: &StoredRound) -> (String, String) {
    (round.id.to_string(), round.plan.name.clone())
}

/// Sets a round up, once.
pub(super) async fn create(posted: Posted<RoundForm>) -> HttpResponse {
    let signed = &posted.signed;
    let app = signed.visit.app.clone();
    let engine = match signed.read(Operation::CreateRound, None, move |db, _| app.engine(db)).await {
        Ok(engine) => engine,
        Err(error) => return signed.failed(error),
    };
    let shown = Shown { form: posted.form.clone(), ..Shown::default() };
    let plan = match read(signed, &engine, shown) {
        Ok(plan) => plan,
        Err(answer) => return answer,
    };
    let (wanted, of_work) = (plan.clone(), Arc::clone(&engine));
    let made = posted.write_once(Operation::CreateRound, None, move |write, pass| {
        let round = plan::create(write, &Author::from(&pass.actor), &of_work, wanted)?;
        Ok(format!("/desk/rounds/{}", round.id))
    });
    match made.await {
        Ok(path) => signed.go_on(&path, Some(Done::Saved)),
        Err(error) => refused(signed, &engine, (&plan, Shown { form: posted.form.clone(), ..Shown::default() }), error),
    }
}

/// Changes a round.
pub(super) async fn change(posted: Posted<RoundForm>, path: Named) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let (round, engine) = match open(&signed, &path).await {
        Ok(found) => found,
        Err(error) => return signed.failed(error),
    };
    let shown = Shown { form: form.clone(), round: Some(named(&round)), ..Shown::default() };
    let plan = match read(&signed, &engine, shown.clone()) {
        Ok(plan) => plan,
        Err(answer) => return answer,
    };
    let (wanted, of_work, id) = (plan.clone(), Arc::clone(&engine), round.id);
    let seen = form.version.parse().unwrap_or_default();
    let changed = signed.write(Operation::UpdateRound, Some(id.to_string()), move |write, pass| {
        plan::edit(write, &Author::from(&pass.actor), (id, seen), &of_work, wanted)
    });
    match changed.await {
        Ok(_) => signed.go_on(&format!("/desk/rounds/{id}"), Some(Done::Saved)),
        Err(Error::Stale) => stale(&signed, &engine, &round, shown).await,
        Err(error) => refused(&signed, &engine, (&plan, shown), error),
    }
}

/// Somebody was faster: what was written stays, and saving it again replaces what they did, knowingly.
async fn stale(signed: &Signed, engine: &Engine, round: &StoredRound, shown: Shown) -> HttpResponse {
    let id: RoundId = round.id;
    let now = signed.read(Operation::UpdateRound, Some(id.to_string()), move |db, _| plan::get(db, id)).await;
    match now {
        Err(error) => signed.failed(error),
        Ok(now) => {
            let form = RoundForm { version: now.version.to_string(), ..shown.form };
            answer(signed, engine, StatusCode::CONFLICT, Shown { form, is_stale: true, ..shown })
        }
    }
}

/// The plan of a form, or the form again: with what cannot be read, or with more lines.
fn read(signed: &Signed, engine: &Engine, shown: Shown) -> Result<RoundPlan, HttpResponse> {
    if shown.form.press == "more" {
        return Err(answer(signed, engine, StatusCode::OK, shown));
    }
    let (lang, book) = (signed.visit.frame.lang, book(engine));
    let (plan, mut faults) = reading::read(&shown.form, &book, lang);
    if faults.is_empty() {
        return Ok(plan);
    }
    // Lines that could not be read are not in the plan, and its own lists are numbered without them: what it says of lines would stand
    // beside the wrong ones. They are looked at once every line can be read.
    let own = Teller { app: &signed.visit.app, book: &book, lang }.all(&plan, plan.faults());
    faults.extend(own.into_iter().filter(|fault| !fault.field.contains('-')));
    Err(answer(signed, engine, StatusCode::UNPROCESSABLE_ENTITY, Shown { faults, ..shown }))
}

/// The form again with what the action found wrong.
fn refused(signed: &Signed, engine: &Engine, (plan, shown): (&RoundPlan, Shown), error: Error) -> HttpResponse {
    let Error::Invalid(faults) = error else { return signed.failed(error) };
    let book = book(engine);
    let faults = Teller { app: &signed.visit.app, book: &book, lang: signed.visit.frame.lang }.all(plan, faults);
    answer(signed, engine, StatusCode::UNPROCESSABLE_ENTITY, Shown { faults, ..shown })
}

/// What the form shows beside its choices.
#[derive(Clone, Default)]
struct Shown {
    form: RoundForm,
    round: Option<(String, String)>,
    faults: Vec<FieldFault>,
    is_stale: bool,
}

fn answer(signed: &Signed, engine: &Engine, status: StatusCode, shown: Shown) -> HttpResponse {
    signed.answer_with(status, Ok(()), |()| render_round_form(&page(signed, engine, shown)))
}

fn page(signed: &Signed, engine: &Engine, shown: Shown) -> RoundFormPage {
    let (frame, lang) = (signed.visit.frame.clone(), signed.visit.frame.lang);
    let book: Book = book(engine);
    let members: Vec<_> = engine.cities().filter(|city| city.suggestible).collect();
    let networks: BTreeSet<&String> = members.iter().flat_map(|city| &city.networks).collect();
    let levels: BTreeSet<&String> = members.iter().filter_map(|city| city.level.as_ref()).collect();
    let countries: BTreeSet<&str> = members.iter().map(|city| city.country.as_str()).collect();
    let choice = |value: &str, label: String| Choice { value: value.to_owned(), label };
    RoundFormPage {
        frame,
        round: shown.round,
        form: shown.form,
        faults: shown.faults,
        is_stale: shown.is_stale,
        networks: networks.into_iter().map(|name| choice(name, name.clone())).collect(),
        countries: sorted(countries.into_iter().map(|code| choice(code, country(code, lang))).collect()),
        levels: sorted(levels.into_iter().map(|level| choice(level, level_name(level, &lang))).collect()),
        themes: themes(signed, lang),
        cities: book.choices(lang),
    }
}

fn sorted(mut choices: Vec<Choice>) -> Vec<Choice> {
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    choices
}

fn themes(signed: &Signed, lang: Language) -> Vec<ThemeChoices> {
    ThemeChoices::all(signed.visit.app.model().taxonomy(), lang)
}
