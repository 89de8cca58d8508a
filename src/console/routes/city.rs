//! `GET /cities/{city}`: by slug, which is the lasting address, or by id, which leads there.

use std::cmp::Reverse;

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::facts;
use super::visit::Visit;
use crate::actions::directory::{self, Portrait};
use crate::actions::membership::CityRef;
use crate::console::evidence::{Evidence, Note};
use crate::console::frame::Discovery;
use crate::console::pages::{
    CityPage, CityStanding, Contact, HazardLine, IndicatorLine, NetworkLine, PartnershipLine, Population, PracticeLine, PriorityLine,
    Trouble, render_city,
};
use crate::console::words::Language;
use crate::domain::city::{CityRecord, CityStatus};
use crate::matching::{Model, Taxonomy};
use crate::store::profiles::Origin;

pub(super) async fn show(visit: Visit, path: Path<String>) -> HttpResponse {
    let Ok(wanted) = path.parse::<CityRef>() else { return visit.trouble(Trouble::NotFound, None) };
    let is_by_id = matches!(wanted, CityRef::Id(_));
    let found = visit.read(move |db| directory::portrait(db, &wanted)).await;
    match found {
        Ok(found) if is_by_id => visit.moved_to(&format!("/cities/{}", found.view.city.slug)),
        found => visit.answer(found, |found| render_city(&page(&visit, &found))),
    }
}

fn page(visit: &Visit, found: &Portrait) -> CityPage {
    let (lang, model) = (visit.frame.lang, visit.app.model());
    let (taxonomy, city) = (model.taxonomy(), &found.view.city);
    let record = &city.record;
    CityPage {
        frame: visit.frame.clone().with_discovery(Discovery::of(visit.app.public_url(), &visit.frame.path, record.name.clone())),
        slug: city.slug.to_string(),
        name: record.name.clone(),
        local_name: facts::local_name(record),
        country: facts::country(&record.country, &found.names),
        subdivision: record.subdivision.clone(),
        level: record.level.clone(),
        standing: standing(found),
        population: population(record),
        languages: record.languages.iter().map(ToString::to_string).collect(),
        time_zone: record.time_zone.clone(),
        networks: networks(record),
        note: record.notes.as_deref().map(Note::read),
        evidence: Evidence::read(record.source.as_deref(), record.from_memory),
        practices: practices(found, taxonomy, lang),
        priorities: priorities(found, taxonomy, lang),
        partnerships: partnerships(found, taxonomy, lang),
        ties: found.partnerships.iter().filter_map(|tie| facts::tie(tie, city.id, (&found.names, lang))).collect(),
        reviews: found.view.vlrs.iter().map(facts::review).collect(),
        indicators: indicators(found, model, lang),
        hazards: hazards(found),
        contact: Contact::read(record.contact.as_deref()),
    }
}

fn standing(found: &Portrait) -> CityStanding {
    let record = &found.view.city.record;
    match record.status {
        CityStatus::Active => CityStanding::Active,
        CityStatus::Suspended => CityStanding::Suspended,
        CityStatus::Dissolved => CityStanding::Dissolved {
            successor: found.view.successor.as_ref().map(facts::link),
            successor_note: record.successor_note.clone(),
            from_memory: facts::is_unverified(record, facts::SUCCESSOR),
        },
    }
}

/// A number without a source of its own stands in the source of the record.
fn population(record: &CityRecord) -> Option<Population> {
    let source = record.population_source.as_deref().or(record.source.as_deref());
    let evidence = Evidence::read(source, facts::is_unverified(record, facts::POPULATION));
    record.population.map(|people| Population { people, year: record.population_year, evidence })
}

fn networks(record: &CityRecord) -> Vec<NetworkLine> {
    let line = |name: &String| NetworkLine { name: name.clone(), from_memory: facts::is_unverified(record, &format!("networks/{name}")) };
    record.networks.iter().map(line).collect()
}

fn practices(found: &Portrait, taxonomy: &Taxonomy, lang: Language) -> Vec<PracticeLine> {
    found.view.practices.iter().map(|practice| facts::practice(practice, (taxonomy, lang))).collect()
}

fn priorities(found: &Portrait, taxonomy: &Taxonomy, lang: Language) -> Vec<PriorityLine> {
    let is_import = found.view.profile.as_ref().is_some_and(|revision| revision.origin == Origin::Import);
    let named = found.priorities.iter().filter_map(|priority| Some((priority, facts::theme(&priority.theme, taxonomy, lang)?)));
    named.map(|(priority, theme)| PriorityLine::of(priority, theme, facts::lang_of(is_import))).collect()
}

fn partnerships(found: &Portrait, taxonomy: &Taxonomy, lang: Language) -> Vec<PartnershipLine> {
    let mut lines: Vec<_> =
        found.partnerships.iter().filter_map(|pairing| facts::partnership(pairing, &found.names, (taxonomy, lang))).collect();
    lines.sort_by_key(|line| Reverse(line.since));
    lines
}

/// In the order of the model; what the model does not know says nothing to a reader either.
fn indicators(found: &Portrait, model: &Model, lang: Language) -> Vec<IndicatorLine> {
    let value_of = |code| found.indicators.iter().find(|scoped| scoped.value.code == code);
    let known = model.indicators().iter().filter_map(|definition| Some((definition, value_of(definition.code.clone())?)));
    known.map(|(definition, scoped)| facts::indicator(definition, scoped, lang)).collect()
}

/// The worst first; among equals in the order of the catalogue.
fn hazards(found: &Portrait) -> Vec<HazardLine> {
    let mut lines: Vec<HazardLine> = found.view.hazards.iter().filter_map(facts::hazard).collect();
    lines.sort_by_key(|line| (Reverse(line.score), line.hazard));
    lines
}
