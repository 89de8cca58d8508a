//! `GET /my-city/profile`, `GET` and `POST /my-city/profile/{step}`, `POST /my-city/profile/submit`

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use chrono::{Datelike, TimeDelta};

use super::ask::Seen;
use super::profile_words::{contact_facts, field_of, record_facts, saved};
use super::suggestions::{is_of, told_where};
use super::{faults, home, own_city, profile_form, whole, why};
use crate::actions::access::Pass;
use crate::actions::context::Write;
use crate::actions::error::Error;
use crate::actions::matching::suggest;
use crate::actions::membership::{self, CityRef};
use crate::actions::practices;
use crate::actions::profiles::{self, CurrentProfile};
use crate::console::pages::my_city::{
    FieldFaults, Improves, ProfileFilled, ProfileHead, ProfilePage, ProfileRow, ProfileStep, ProfileStepPage, SavedSection, StepLine,
    render_profile, render_profile_step,
};
use crate::console::pages::{Choice, CityLink, ThemeChoices};
use crate::console::reader::Done;
use crate::console::routes::posted::Posted;
use crate::console::routes::signed::Signed;
use crate::console::word::MyProfileWord;
use crate::console::words::Word;
use crate::domain::access::Operation;
use crate::domain::city::City;
use crate::domain::id::CityId;
use crate::domain::pairing::Kind;
use crate::domain::profile::Profile;
use crate::matching::{Engine, Message};

/// After this time a profile is looked through again.
const IS_OLD: TimeDelta = TimeDelta::days(365);
/// Rows that are empty, for what is new.
const SPARE_ROWS: usize = 2;
/// Languages that are offered beside those of the city.
const LANGUAGES: [&str; 12] = ["en", "id", "ms", "fil", "th", "vi", "km", "lo", "my", "ta", "zh", "pt"];
/// Of how many suggestions the missing inputs are gathered.
const ASKED: usize = 5;

/// What is missing of the own city, in the language of the page, with the points and the page on which it is told.
type Missing = Vec<(Message, f64)>;

pub(super) async fn show(signed: Signed) -> HttpResponse {
    let page = overview(&signed).await;
    signed.answer(page, |page| render_profile(&page))
}

async fn overview(signed: &Signed) -> Result<ProfilePage, Error> {
    let own = own_city(signed)?;
    let current = current(signed, &own).await?;
    let missing = missing(signed, &own).await?;
    let body = body_of(&current);
    let line = |step: &ProfileStep| StepLine { step: *step, entries: entries(*step, &body), improves: improves(signed, *step, &missing) };
    let steps: Vec<StepLine> = ProfileStep::ALL.iter().map(line).collect();
    let first_empty = steps.iter().find(|line| line.entries == Some(0)).map(|line| line.step);
    let head = head(signed, &own, &current);
    Ok(ProfilePage {
        frame: signed.visit.frame.clone(),
        go_on: first_empty.unwrap_or(if head.state == "draft" { ProfileStep::Check } else { ProfileStep::Needs }),
        head,
        steps,
    })
}

async fn current(signed: &Signed, own: &CityLink) -> Result<CurrentProfile, Error> {
    let object = Some(own.slug.clone());
    signed.read(Operation::GetProfile, object, |db, pass| profiles::current(db, pass.addressed_city()?)).await
}

fn body_of(current: &CurrentProfile) -> Profile {
    current.newest.as_ref().map(|newest| newest.body.clone()).unwrap_or_default()
}

fn head(signed: &Signed, own: &CityLink, current: &CurrentProfile) -> ProfileHead {
    let standing = home::standing(current);
    let now = signed.visit.app.clock().now();
    ProfileHead {
        city: own.name.clone(),
        state: standing.state,
        since: standing.since,
        is_old: current.newest.as_ref().is_some_and(|newest| now - home::last_step(newest) > IS_OLD),
        reason: current.newest.as_ref().and_then(|newest| newest.reason.clone()),
        used: current.standing.as_ref().map(|revision| revision.number),
        version: current.version,
    }
}

fn entries(step: ProfileStep, body: &Profile) -> Option<usize> {
    match step {
        ProfileStep::Needs => Some(profile_form::filled(step, body).rows.len()),
        ProfileStep::Offers => Some(body.offers.len()),
        ProfileStep::Capacities => Some(body.capacities.len()),
        ProfileStep::About | ProfileStep::Office | ProfileStep::Check => None,
    }
}

/// What the engine misses of the own city in its best suggestions: as a learner, and as an equal partner.
async fn missing(signed: &Signed, own: &CityLink) -> Result<Missing, Error> {
    let (app, name) = (signed.visit.app.clone(), own.name.clone());
    let read = move |engine: &Engine, city: CityId| {
        let mut found: Missing = Vec::new();
        for kind in [Kind::PeerLearning, Kind::SisterCity] {
            let question = suggest::Question { kind, theme: None, limit: ASKED };
            let items = match suggest::suggestions(engine, city, &question) {
                Ok(answer) => answer.items,
                // A city that takes no part is asked nothing.
                Err(Error::Conflict { .. }) => Vec::new(),
                Err(error) => return Err(error),
            };
            for input in items.into_iter().flat_map(|item| item.missing).filter(|input| is_of(&input.what, &name)) {
                match found.iter_mut().find(|(what, _)| *what == input.what) {
                    Some((_, points)) => *points = points.max(input.points),
                    None => found.push((input.what, input.points)),
                }
            }
        }
        found.sort_by(|a, b| b.1.total_cmp(&a.1));
        Ok(found)
    };
    let object = Some(own.slug.clone());
    signed.read(Operation::ListSuggestions, object, move |db, pass| read(&*app.engine(db)?, pass.addressed_city()?)).await
}

/// What is told on this step, what moves most first.
fn improves(signed: &Signed, step: ProfileStep, missing: &Missing) -> Vec<Improves> {
    let (app, lang) = (&signed.visit.app, signed.visit.frame.lang);
    let path = step.path();
    let of_step = missing.iter().filter(|(what, _)| told_where(&what.key) == Some(path.as_str()));
    let line = |(what, points): &(Message, f64)| Improves {
        what: app.catalogues().render(lang, what),
        points: lang.measure(why::to_tenth(*points)),
    };
    of_step.map(line).collect()
}

pub(super) async fn step(signed: Signed, path: Path<String>) -> HttpResponse {
    let Ok(step) = path.parse::<ProfileStep>() else { return signed.failed(Error::NotFound("step")) };
    answer(&signed, StatusCode::OK, step, Shown::default()).await
}

/// What a step shows beside what is saved.
#[derive(Default)]
struct Shown {
    filled: Option<ProfileFilled>,
    faults: FieldFaults,
    notice: Option<String>,
    is_stale: bool,
}

async fn answer(signed: &Signed, status: StatusCode, step: ProfileStep, shown: Shown) -> HttpResponse {
    let page = step_page(signed, step, shown).await;
    signed.answer_with(status, page, |page| render_profile_step(&page))
}

async fn step_page(signed: &Signed, step: ProfileStep, shown: Shown) -> Result<ProfileStepPage, Error> {
    let own = own_city(signed)?;
    let current = current(signed, &own).await?;
    let missing = missing(signed, &own).await?;
    let record = record(signed, &own).await?;
    let practices = practices_of(signed, &own).await?;
    let (app, lang) = (&signed.visit.app, signed.visit.frame.lang);
    let (body, taxonomy) = (body_of(&current), app.model().taxonomy());
    let filled = shown.filled.unwrap_or_else(|| profile_form::filled(step, &body));
    let sections = [ProfileStep::Needs, ProfileStep::Offers, ProfileStep::Capacities, ProfileStep::Office];
    let told = sections.into_iter().filter(|section| step == ProfileStep::Check || (shown.is_stale && *section == step));
    let section = |step| SavedSection { step, lines: saved(step, &body, (taxonomy, lang)) };
    Ok(ProfileStepPage {
        frame: signed.visit.frame.clone(),
        head: head(signed, &own, &current),
        step,
        improves: improves(signed, step, &missing),
        saved: told.map(section).collect(),
        facts: if step == ProfileStep::Office { contact_facts(&record.record, lang) } else { record_facts(&record.record, lang) },
        themes: ThemeChoices::all(taxonomy, lang),
        practices,
        languages: languages(&record, &filled, lang),
        has_exchanges: !body.offers.is_empty() || !body.needs.is_empty(),
        filled: with_spare_rows(step, filled),
        once: app.fresh_name(),
        faults: shown.faults,
        notice: shown.notice,
        is_stale: shown.is_stale,
    })
}

fn with_spare_rows(step: ProfileStep, mut filled: ProfileFilled) -> ProfileFilled {
    if matches!(step, ProfileStep::Needs | ProfileStep::Offers | ProfileStep::Capacities) {
        let spare = filled.rows.iter().rev().take_while(|row| row.is_empty()).count();
        filled.rows.extend((spare..SPARE_ROWS).map(|_| ProfileRow::default()));
    }
    filled
}

async fn record(signed: &Signed, own: &CityLink) -> Result<City, Error> {
    let wanted: CityRef = own.slug.parse().map_err(|_bad| Error::NotFound("city"))?;
    Ok(signed.read(Operation::GetCity, None, move |db, _| membership::view(db, &wanted)).await?.city)
}

async fn practices_of(signed: &Signed, own: &CityLink) -> Result<Vec<Choice>, Error> {
    let list = move |db: &mut _, city| whole(|ask| practices::list(db, city, ask));
    let object = Some(own.slug.clone());
    let found = signed.read(Operation::ListPractices, object, move |db, pass| list(db, pass.addressed_city()?)).await?;
    Ok(found.into_iter().map(|practice| Choice { value: practice.id.to_string(), label: practice.body.title }).collect())
}

/// The languages of the city and of the region, and whatever was said before.
fn languages(city: &City, filled: &ProfileFilled, lang: crate::console::words::Language) -> Vec<Choice> {
    let own = city.record.languages.iter().map(ToString::to_string);
    let known = own.chain(LANGUAGES.iter().map(|code| (*code).to_owned())).chain(filled.languages.iter().cloned());
    let mut choices: Vec<Choice> = Vec::new();
    for code in known {
        if choices.iter().all(|choice| choice.value != code) {
            choices.push(Choice { label: lang.name_of(Word::LanguageName, &code, &code), value: code });
        }
    }
    choices
}

/// The fields of a step as they came.
pub(super) type Fields = Vec<(String, String)>;

pub(super) async fn save(posted: Posted<Fields>, path: Path<String>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let Ok(step) = path.parse::<ProfileStep>() else { return signed.failed(Error::NotFound("step")) };
    let filled = profile_form::read(&form);
    let field = |name: &str| form.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let seen: i64 = field("version").and_then(|text| text.parse().ok()).unwrap_or_default();
    let wants_more = field("then") == Some("more");
    match put(&signed, step, &filled, seen).await {
        Ok(()) if wants_more => signed.go_on(&step.path(), Some(Done::Saved)),
        Ok(()) => signed.go_on(&step.next().path(), Some(Done::Saved)),
        Err(Error::Invalid(found)) => {
            let faults = faults::in_words(found, signed.visit.frame.lang, &|pointer, lang| field_of(pointer, (step, &filled), lang));
            answer(&signed, StatusCode::UNPROCESSABLE_ENTITY, step, Shown { filled: Some(filled), faults, ..Shown::default() }).await
        }
        Err(Error::Stale) => {
            let notice = Some(signed.visit.frame.lang.say(MyProfileWord::Stale));
            let shown = Shown { filled: Some(filled), notice, is_stale: true, faults: FieldFaults::default() };
            answer(&signed, StatusCode::CONFLICT, step, shown).await
        }
        Err(error) => signed.failed(error),
    }
}

/// Writes what the step says over what the reader saw; what other steps say stays.
async fn put(signed: &Signed, step: ProfileStep, filled: &ProfileFilled, seen: i64) -> Result<(), Error> {
    let own = own_city(signed)?;
    let (app, filled) = (signed.visit.app.clone(), filled.clone());
    let write = move |write: &mut Write<'_>, pass: &Pass| {
        let current = profiles::current(write.db, pass.addressed_city()?)?;
        if current.version != seen {
            return Err(Error::Stale);
        }
        let after = profile_form::apply(step, &filled, &body_of(&current), write.now.year()).map_err(Error::from)?;
        profiles::put(write, app.model().taxonomy(), pass, seen, after)
    };
    signed.write(Operation::PutProfile, Some(own.slug), write).await.map(|_| ())
}

pub(super) async fn submit(posted: Posted<Seen>) -> HttpResponse {
    let seen = posted.form.version;
    let submitted = match own_city(&posted.signed) {
        Ok(own) => {
            let app = posted.signed.visit.app.clone();
            let write = move |write: &mut Write<'_>, pass: &Pass| {
                profiles::submit(write, app.model().taxonomy(), pass, seen)?;
                Ok("/my-city/profile".to_owned())
            };
            posted.write_once(Operation::SubmitProfile, Some(own.slug), write).await
        }
        Err(error) => Err(error),
    };
    let signed = posted.signed;
    let lang = signed.visit.frame.lang;
    let told = |notice: String| Shown { notice: Some(notice), ..Shown::default() };
    match submitted {
        Ok(to) => signed.go_on(&to, Some(Done::HandedIn)),
        Err(Error::Invalid(_)) => {
            answer(&signed, StatusCode::UNPROCESSABLE_ENTITY, ProfileStep::Check, told(lang.say(MyProfileWord::Nothing))).await
        }
        Err(Error::Stale | Error::Conflict { .. }) => {
            let notice = lang.say(crate::console::word::MyCityWord::Changed);
            answer(&signed, StatusCode::CONFLICT, ProfileStep::Check, told(notice)).await
        }
        Err(error) => signed.failed(error),
    }
}
