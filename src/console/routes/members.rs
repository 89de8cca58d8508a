//! `GET /desk/cities`, `GET /desk/cities/{city}`, `POST /desk/cities/{city}/verify` and `/return`

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::web::ServiceConfig;
use actix_web::{HttpResponse, web};
use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;

use super::lists::Paging;
use super::posted::Posted;
use super::signed::Signed;
use super::{attached, deed, facts, page};
use crate::actions::directory;
use crate::actions::directory::CountryNames;
use crate::actions::error::Error;
use crate::actions::membership::{self, CityFilter};
use crate::actions::profiles::{self, Origin, Revision};
use crate::actions::rounds::export::Format;
use crate::actions::tables;
use crate::console::marks::Country;
use crate::console::pages::Choice;
use crate::console::pages::members::{
    Decidable, MemberLine, MembersPage, ProfilePage, RevisionLine, WaitingLine, render_members, render_profile,
};
use crate::console::reader::Done;
use crate::domain::access::Operation;
use crate::domain::city::City;
use crate::domain::id::CityId;
use crate::domain::profile::RevisionState;
use crate::domain::role::Role;
use crate::store::connection::Db;

/// How many members a page shows.
const A_PAGE: i64 = 50;
/// How many waiting profiles are shown at once; the rest come up as these are decided.
const WAITING: i64 = 50;
/// After this long a profile is called old.
const FRESH_FOR: TimeDelta = TimeDelta::days(730);
/// How many revisions the history shows.
const HISTORY: i64 = 20;
/// From this level on a capacity should show its evidence.
const BOLD_LEVEL: u32 = 4;

pub(super) fn configure(service: &mut ServiceConfig) {
    service
        .service(page("/desk/cities").get(list))
        .service(page("/desk/cities/export").get(export))
        .service(page("/desk/cities/{city}").get(show))
        .service(deed("/desk/cities/{city}/verify").post(verify))
        .service(deed("/desk/cities/{city}/return").post(send_back));
}

/// What the list is made of.
struct Found {
    page: crate::store::page::Page<membership::Listed>,
    newest: BTreeMap<CityId, Revision>,
    waiting: Vec<(City, Revision)>,
    names: CountryNames,
    countries: Vec<crate::domain::code::CountryCode>,
}

/// What the address narrows the members to.
fn narrowed(signed: &Signed) -> CityFilter {
    let text = signed.visit.asked("q").filter(|q| !q.contains(char::is_control));
    let country = signed.visit.asked("country").and_then(|code| code.parse().ok());
    CityFilter { text, country, active_only: true, ..CityFilter::default() }
}

/// `GET /desk/cities/export?format=`: the members as they are narrowed, as a file that can be corrected and read in again.
async fn export(signed: Signed) -> HttpResponse {
    let (filter, now) = (narrowed(&signed), signed.visit.app.clock().now());
    let Some(format) = signed.visit.asked("format").and_then(|text| text.parse::<Format>().ok()) else {
        return signed.failed(Error::NotFound("file"));
    };
    match signed.read(Operation::CreateCity, None, move |db, _| tables::directory_file(db, &filter, now, format)).await {
        Ok(bytes) => attached(bytes, &format!("cities-{}.{format}", now.date_naive()), format),
        Err(error) => signed.failed(error),
    }
}

async fn list(signed: Signed) -> HttpResponse {
    let (q, country) = (signed.visit.asked("q"), signed.visit.asked("country"));
    let paging = Paging::of(&signed, "/desk/cities", &["q", "country"], A_PAGE);
    let ask = match paging.ask() {
        Ok(ask) => ask,
        Err(lost) => return lost,
    };
    let filter = narrowed(&signed);
    // Whoever admits members keeps the list of them.
    let found = signed.read(Operation::CreateCity, None, move |db, _| {
        let page = membership::list(db, filter, None, &ask)?;
        let ids: Vec<CityId> = page.items.iter().map(|listed| listed.city.id).collect();
        let newest = profiles::newest_of(db, &ids)?.into_iter().map(|revision| (revision.city, revision)).collect();
        let (names, countries) = directory::countries(db)?;
        Ok(Found { page, newest, waiting: waiting(db)?, names, countries })
    });
    let (found, now) = (found.await, signed.visit.app.clock().now());
    signed.answer(found, |found| {
        let lang = signed.visit.frame.lang;
        let country_of = |city: &City| facts::country(&city.record.country, &found.names);
        let next = found.page.next.clone().map(|key| paging.next(key));
        let members = found.page.items.iter().map(|listed| member(&listed.city, country_of(&listed.city), &found.newest, now));
        let waiting = found.waiting.iter().map(|(city, revision)| WaitingLine {
            slug: city.slug.to_string(),
            name: city.record.name.clone(),
            country: country_of(city),
            since: revision.submitted_at.map(|at| at.date_naive()),
        });
        let choice = |code: &crate::domain::code::CountryCode| Choice {
            value: code.to_string(),
            label: facts::country(code, &found.names).shown(&lang),
        };
        let mut countries: Vec<Choice> = found.countries.iter().map(choice).collect();
        countries.sort_by(|a, b| a.label.cmp(&b.label));
        let frame = signed.visit.frame.clone();
        render_members(&MembersPage { frame, waiting: waiting.collect(), countries, country, q, members: members.collect(), next })
    })
}

fn waiting(db: &mut Db) -> Result<Vec<(City, Revision)>, Error> {
    let revisions = profiles::waiting(db, WAITING)?;
    let ids: Vec<CityId> = revisions.iter().map(|revision| revision.city).collect();
    let mut cities: BTreeMap<CityId, City> = membership::by_ids(db, &ids)?.into_iter().map(|city| (city.id, city)).collect();
    Ok(revisions.into_iter().filter_map(|revision| Some((cities.remove(&revision.city)?, revision))).collect())
}

fn member(city: &City, country: Country, newest: &BTreeMap<CityId, Revision>, now: DateTime<Utc>) -> MemberLine {
    let revision = newest.get(&city.id);
    let handed_in = revision.and_then(|revision| revision.submitted_at);
    MemberLine {
        slug: city.slug.to_string(),
        name: city.record.name.clone(),
        country,
        state: revision.map(|revision| revision.state),
        is_imported: revision.is_some_and(|revision| revision.origin == Origin::Import),
        answered: revision.map(|revision| revision.body.answered_parts()).unwrap_or_default(),
        handed_in: handed_in.map(|at| at.date_naive()),
        is_stale: handed_in.is_some_and(|at| now - at > FRESH_FOR),
    }
}

/// What the page of a profile is made of.
struct Portrait {
    city: City,
    version: i64,
    newest: Option<Revision>,
    verified: Option<Revision>,
    history: Vec<Revision>,
}

async fn show(signed: Signed, city: web::Path<String>) -> HttpResponse {
    profile_page(&signed, StatusCode::OK, city.into_inner(), (String::new(), Vec::new())).await
}

async fn profile_page(signed: &Signed, status: StatusCode, city: String, (reason, faults): (String, Vec<String>)) -> HttpResponse {
    let found = signed.read(Operation::ListProfileRevisions, Some(city), |db, pass| {
        let id = pass.addressed_city()?;
        let city = membership::by_ids(db, &[id])?.pop().ok_or(Error::NotFound("city"))?;
        let current = profiles::current(db, id)?;
        let verified = profiles::last_verified(db, id)?;
        let history = profiles::revisions(db, id, None, HISTORY)?;
        Ok(Portrait { city, version: current.version, newest: current.newest, verified, history })
    });
    let found = found.await;
    signed.answer_with(status, found, |found| render_profile(&profile(signed, found, (reason, faults))))
}

fn profile(signed: &Signed, found: Portrait, (reason, faults): (String, Vec<String>)) -> ProfilePage {
    let frame = signed.visit.frame.clone();
    let (lang, model) = (frame.lang, signed.visit.app.model());
    let newest = found.newest.as_ref();
    // A profile that is verified itself is compared with the one before it.
    let against = found.verified.as_ref().filter(|verified| newest.is_some_and(|newest| newest.id != verified.id));
    let differences = newest.map(|newest| newest.body.differences(against.map(|verified| &verified.body))).unwrap_or_default();
    let named = |theme: &Option<crate::domain::code::ThemeCode>| theme.as_ref().and_then(|code| facts::theme(code, model.taxonomy(), lang));
    let is_bare = |capacity: &&crate::domain::profile::Capacity| {
        capacity.level >= BOLD_LEVEL && capacity.evidence.is_none() && capacity.link.is_none() && capacity.practice.is_none()
    };
    let waits = newest.is_some_and(|newest| newest.state == RevisionState::Submitted) && signed.actor.role == Role::Officer;
    ProfilePage {
        frame,
        slug: found.city.slug.to_string(),
        name: found.city.record.name.clone(),
        newest: newest.map(revision_line),
        against: against.map(|verified| (verified.number, verified.decided_at.unwrap_or(verified.created_at).date_naive())),
        differences: differences.into_iter().map(|difference| (difference.clone(), named(&difference.theme))).collect(),
        bare_claims: newest.map(|newest| newest.body.capacities.iter().filter(is_bare).count()).unwrap_or_default(),
        decidable: waits.then_some(Decidable { version: found.version, reason }),
        faults,
        history: found.history.iter().map(revision_line).collect(),
    }
}

fn revision_line(revision: &Revision) -> RevisionLine {
    RevisionLine {
        number: revision.number,
        state: revision.state,
        is_imported: revision.origin == Origin::Import,
        at: revision.decided_at.or(revision.submitted_at).unwrap_or(revision.created_at).date_naive(),
        reason: revision.reason.clone(),
    }
}

/// A decision on a profile.
#[derive(Debug, Deserialize)]
struct Decided {
    version: i64,
    #[serde(default)]
    reason: String,
}

async fn verify(posted: Posted<Decided>, city: web::Path<String>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let decided =
        signed.write(Operation::VerifyProfile, Some(city.into_inner()), move |write, pass| profiles::verify(write, pass, form.version));
    match decided.await {
        Ok(_) => signed.go_on("/desk/cities", Some(Done::ProfileVerified)),
        Err(error) => signed.failed(error),
    }
}

async fn send_back(posted: Posted<Decided>, city: web::Path<String>) -> HttpResponse {
    let Posted { signed, form: Decided { version, reason }, .. } = posted;
    let (city, why) = (city.into_inner(), reason.clone());
    let decided = signed
        .write(Operation::ReturnProfile, Some(city.clone()), move |write, pass| profiles::send_back(write, pass, version, &why))
        .await;
    match decided {
        Ok(_) => signed.go_on("/desk/cities", Some(Done::ProfileReturned)),
        Err(error) => match signed.faults_of(error) {
            Ok(faults) => profile_page(&signed, StatusCode::UNPROCESSABLE_ENTITY, city, (reason, faults)).await,
            Err(trouble) => trouble,
        },
    }
}
