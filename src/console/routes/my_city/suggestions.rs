//! `GET /my-city/suggestions`, `GET` and `POST /my-city/suggestions/{other}`

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use super::question::Question;
use super::{own_city, said, why};
use crate::actions::access;
use crate::actions::error::Error;
use crate::actions::feedback::{self, NewFeedback};
use crate::actions::matching::suggest;
use crate::actions::membership::CityRef;
use crate::console::marks::Country;
use crate::console::pages::my_city::{
    GivenWord, Improvement, LeftOut, SuggestedCity, SuggestionsPage, Sure, WhyPage, render_suggestions, render_why,
};
use crate::console::pages::{CityLink, ThemeChoices};
use crate::console::reader::Done;
use crate::console::routes::posted::Posted;
use crate::console::routes::signed::Signed;
use crate::domain::access::Operation;
use crate::domain::id::CityId;
use crate::matching::answer::{PairExplanation, Suggestion, Suggestions};
use crate::matching::rules::Rule;
use crate::matching::{Arg, Engine, Message};
use crate::store::feedback::Verdict;

/// How many cities of each list are shown.
const SHOWN: usize = 10;
/// Of how many suggestions the lists are made: those without a known gain are told apart, and are often near the top where little is known.
const LOOKED_AT: usize = 50;
/// How many improvements are named.
const IMPROVEMENTS: usize = 3;

pub(super) async fn show(signed: Signed) -> HttpResponse {
    let question = match Question::of(&signed.visit) {
        Ok(question) => question,
        Err(answer) => return answer,
    };
    let page = page(&signed, &question).await;
    signed.answer(page, |page| render_suggestions(&page))
}

/// What the engine says of one suggested city, and what the two have in common.
struct Found {
    suggestions: Suggestions,
    between: Vec<Between>,
}

/// What lies between two cities.
struct Between {
    km: Option<f64>,
    languages: Vec<String>,
}

impl Between {
    fn of(engine: &Engine, city: CityId, other: CityId) -> Between {
        let (Some(city), Some(other)) = (engine.city(city), engine.city(other)) else {
            return Between { km: None, languages: Vec::new() };
        };
        let shared = city.languages.iter().filter(|language| other.languages.contains(language));
        Between { km: city.place.zip(other.place).map(|(a, b)| a.distance_km(b)), languages: shared.map(ToString::to_string).collect() }
    }
}

async fn page(signed: &Signed, question: &Question) -> Result<SuggestionsPage, Error> {
    let own = own_city(signed)?;
    let found = ask(signed, &own, question).await?;
    let spoken: Vec<GivenWord> = said::all(signed, &own).await?.into_iter().filter(|word| word.kind == question.kind).collect();
    let (frame, model) = (signed.visit.frame.clone(), signed.visit.app.model());
    let (lang, taxonomy) = (frame.lang, model.taxonomy());
    let looked_at = found.as_ref().map(|found| items(signed, found, &spoken)).unwrap_or_default();
    let total = looked_at.len();
    let (mut alike, mut items): (Vec<SuggestedCity>, Vec<SuggestedCity>) = looked_at.into_iter().partition(|item| item.is_symbolic);
    let substantial = items.len();
    items.truncate(SHOWN);
    alike.truncate(SHOWN);
    let spoken = spoken.into_iter().filter(|word| items.iter().chain(&alike).all(|item| item.city != word.city)).collect();
    Ok(SuggestionsPage {
        question: question.shown(taxonomy, lang),
        themes: ThemeChoices::all(taxonomy, lang),
        is_active: found.is_some(),
        candidates: found.as_ref().map_or(0, |found| found.suggestions.candidates),
        left_out: found.as_ref().map(|found| left_out(&found.suggestions)).unwrap_or_default(),
        improvements: found.map(|found| improvements(signed, &own, &found)).unwrap_or_default(),
        spoken,
        substantial,
        looked_at: total,
        items,
        alike,
        city: own,
        frame,
    })
}

/// The engine's answer; none for a city that takes no part.
async fn ask(signed: &Signed, own: &CityLink, question: &Question) -> Result<Option<Found>, Error> {
    let (app, question) = (signed.visit.app.clone(), question.to_engine(LOOKED_AT));
    let read = move |engine: &Engine, city: CityId| {
        let suggestions = match suggest::suggestions(engine, city, &question) {
            Ok(found) => found,
            Err(Error::Conflict { .. }) => return Ok(None),
            Err(error) => return Err(error),
        };
        let between = suggestions.items.iter().map(|item| Between::of(engine, city, item.city.id)).collect();
        Ok(Some(Found { suggestions, between }))
    };
    let object = Some(own.slug.clone());
    signed.read(Operation::ListSuggestions, object, move |db, pass| read(&*app.engine(db)?, pass.addressed_city()?)).await
}

fn items(signed: &Signed, found: &Found, spoken: &[GivenWord]) -> Vec<SuggestedCity> {
    let (catalogues, lang) = (signed.visit.app.catalogues(), signed.visit.frame.lang);
    let first = |messages: &[Message]| messages.first().map(|message| catalogues.render(lang, message));
    let line = |(item, between): (&Suggestion, &Between)| SuggestedCity {
        rank: item.rank,
        city: CityLink { slug: item.city.slug.to_string(), name: item.city.name.clone() },
        country: Country { code: item.city.country.to_string(), name: item.city.country.to_string() },
        is_symbolic: item.symbolic,
        score: why::rounded(item.score),
        sure: Sure::of(item.confidence),
        reason: first(&item.reasons),
        against: first(&item.against),
        km: between.km.map(why::rounded),
        languages: between.languages.clone(),
        said: spoken.iter().find(|word| word.city.slug == item.city.slug.as_str()).cloned(),
    };
    found.suggestions.items.iter().zip(&found.between).map(line).collect()
}

/// That a city is not its own partner goes without saying.
fn left_out(found: &Suggestions) -> Vec<LeftOut> {
    let told = found.excluded.iter().filter(|left| left.rule != Rule::SameCity && left.count > 0);
    told.map(|left| LeftOut { rule: left.rule.as_str(), count: left.count }).collect()
}

/// What the own city could tell: of what the engine misses in the list, whatever would move a score most.
fn improvements(signed: &Signed, own: &CityLink, found: &Found) -> Vec<Improvement> {
    let (app, lang) = (&signed.visit.app, signed.visit.frame.lang);
    let missing = found.suggestions.items.iter().flat_map(|item| &item.missing);
    let mut most: BTreeMap<&Message, f64> = BTreeMap::new();
    for input in missing.filter(|input| is_of(&input.what, &own.name)) {
        let points = most.entry(&input.what).or_default();
        *points = points.max(input.points);
    }
    let mut ordered: Vec<(&Message, f64)> = most.into_iter().collect();
    ordered.sort_by(|a, b| b.1.total_cmp(&a.1));
    let told = ordered.into_iter().take(IMPROVEMENTS).map(|(what, points)| Improvement {
        what: app.catalogues().render(lang, what),
        points: lang.measure(why::to_tenth(points)),
        path: told_where(&what.key),
    });
    told.collect()
}

/// Whether the engine misses this of the city of that name.
pub(super) fn is_of(what: &Message, city: &str) -> bool {
    what.args.get("city") == Some(&Arg::City(city.to_owned()))
}

/// On which page a city tells what the engine misses.
pub(super) fn told_where(key: &str) -> Option<&'static str> {
    Some(match key {
        "missing-priorities" => "/my-city/profile/needs",
        "missing-offers" => "/my-city/profile/offers",
        "missing-capacity" | "missing-capacities" | "missing-slots" => "/my-city/profile/capacities",
        "missing-office" => "/my-city/profile/office",
        "missing-answers" => "/my-city/proposals",
        _ => return None,
    })
}

pub(super) async fn explain(signed: Signed, path: Path<String>) -> HttpResponse {
    let question = match Question::of(&signed.visit) {
        Ok(question) => question,
        Err(answer) => return answer,
    };
    let page = why_page(&signed, &path, &question).await;
    signed.answer(page, |page| render_why(&page))
}

async fn why_page(signed: &Signed, other: &str, question: &Question) -> Result<WhyPage, Error> {
    let own = own_city(signed)?;
    let other: CityRef = other.parse().map_err(|_bad| Error::NotFound("city"))?;
    let (app, asked) = (signed.visit.app.clone(), question.to_engine(SHOWN));
    let read = move |db: &mut _, city: CityId| -> Result<PairExplanation, Error> {
        let other = access::city_id(db, &other)?;
        suggest::explanation(&*app.engine(db)?, city, other, &asked)
    };
    let object = Some(own.slug.clone());
    let found = signed.read(Operation::ExplainPair, object, move |db, pass| read(db, pass.addressed_city()?)).await?;
    let (app, lang) = (&signed.visit.app, signed.visit.frame.lang);
    let why = why::in_words(&found, app.clock().now().date_naive(), (app, lang)).ok_or(Error::NotFound("suggestion"))?;
    let slug = found.other.slug.to_string();
    let said = said::all(signed, &own).await?.into_iter().find(|word| word.city.slug == slug && word.kind == question.kind);
    Ok(WhyPage {
        frame: signed.visit.frame.clone(),
        city: CityLink { slug, name: found.other.name },
        question: question.shown(app.model().taxonomy(), lang),
        why,
        said,
    })
}

/// A word on a suggested city.
#[derive(Debug, Deserialize)]
pub(super) struct Word {
    kind: String,
    #[serde(default)]
    theme: String,
    verdict: Verdict,
    #[serde(default)]
    back: String,
}

/// Said again it only counts anew, so that no form needs a name of its own.
pub(super) async fn say(posted: Posted<Word>, path: Path<String>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    match say_on(&signed, &form, &path).await {
        Ok(to) => signed.go_on(&to, Some(done(form.verdict))),
        Err(error) => signed.failed(error),
    }
}

async fn say_on(signed: &Signed, form: &Word, other: &str) -> Result<String, Error> {
    let own = own_city(signed)?;
    let model = signed.visit.app.model().clone();
    let theme = Some(form.theme.as_str()).filter(|theme| !theme.is_empty());
    let question = Question::read(&model, Some(&form.kind), theme).ok_or(Error::NotFound("suggestion"))?;
    let suggested: CityRef = other.parse().map_err(|_bad| Error::NotFound("city"))?;
    let new =
        NewFeedback { other: suggested.clone(), kind: question.kind, theme: question.theme.clone(), verdict: form.verdict, reason: None };
    let write = move |write: &mut crate::actions::context::Write<'_>, pass: &access::Pass| {
        access::city_id(write.db, &suggested)?;
        feedback::give(write, pass, model.taxonomy(), new)
    };
    signed.write(Operation::CreateFeedback, Some(own.slug), write).await?;
    Ok(match form.back.as_str() {
        "why" => question.at(&format!("/my-city/suggestions/{other}")),
        // Who is interested goes on where they were; whoever was put away has left the list, and its end says so.
        _ if form.verdict == Verdict::Interested => format!("{}#{other}", question.at("/my-city/suggestions")),
        _ => question.at("/my-city/suggestions"),
    })
}

fn done(verdict: Verdict) -> Done {
    match verdict {
        Verdict::Interested => Done::Interested,
        Verdict::NotInterested => Done::NotNow,
        Verdict::AlreadyPartners => Done::AlreadyPartners,
    }
}
