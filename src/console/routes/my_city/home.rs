//! `GET /my-city`

use std::cmp::Reverse;

use actix_web::HttpResponse;
use chrono::{DateTime, TimeDelta, Utc};

use super::{invitations, own_city, whole, why};
use crate::actions::error::Error;
use crate::actions::matching::suggest;
use crate::actions::membership::Revision;
use crate::actions::partnerships::{self, PartnershipQuestion, PartnershipView};
use crate::actions::profiles::{self, CurrentProfile, Origin};
use crate::actions::requests;
use crate::console::evidence::Evidence;
use crate::console::marks::{PillarMark, Theme, unit_name};
use crate::console::pages::CityLink;
use crate::console::pages::my_city::{
    FigureUsed, HomePage, InvitationLine, InvitationStanding, OwnPartnership, PillarLine, ProfileStanding, RequestLine, Task, ThemeLine,
    render_home,
};
use crate::console::routes::signed::Signed;
use crate::domain::access::Operation;
use crate::domain::id::CityId;
use crate::domain::profile::RevisionState;
use crate::domain::role::Caller;
use crate::i18n::labels;
use crate::matching::answer::{IndicatorReading, PillarGap, ThemeGap};
use crate::matching::indicators::Scope;
use crate::store::requests::PartnerRequest;

/// After this time a profile is looked through again.
const PROFILE_IS_OLD: TimeDelta = TimeDelta::days(365);

pub(super) async fn show(signed: Signed) -> HttpResponse {
    let page = page(&signed).await;
    signed.answer(page, |page| render_home(&page))
}

async fn page(signed: &Signed) -> Result<HomePage, Error> {
    let own = own_city(signed)?;
    let now = signed.visit.app.clock().now();
    let invitations = invitations::all(signed).await?;
    let requests = requests_of(signed).await?;
    let object = Some(own.slug.clone());
    let profile = signed.read(Operation::GetProfile, object, |db, pass| profiles::current(db, pass.addressed_city()?)).await?;
    let partnerships = partnerships_of(signed).await?;
    let pillars = pillars(signed, &own).await?;
    let waiting: Vec<Task> = invitations.iter().filter_map(to_answer).chain(to_correct(&profile)).collect();
    Ok(HomePage {
        frame: signed.visit.frame.clone(),
        city: own.name,
        waiting,
        next: next(&profile, now),
        profile: standing(&profile),
        requests,
        invitations,
        partnerships,
        pillars,
    })
}

fn to_answer(line: &InvitationLine) -> Option<Task> {
    let is_due = line.standing == InvitationStanding::Unanswered;
    is_due.then(|| Task::Answer { id: line.id.clone(), partner: line.partner.clone(), until: line.until })
}

fn to_correct(profile: &CurrentProfile) -> Option<Task> {
    let newest = profile.newest.as_ref()?;
    match newest.state {
        RevisionState::Returned => Some(Task::Returned { reason: newest.reason.clone() }),
        RevisionState::Draft => Some(Task::Draft),
        RevisionState::Submitted | RevisionState::Verified => None,
    }
}

/// What to do where nothing waits: say who one is, keep it fresh, look around.
fn next(profile: &CurrentProfile, now: DateTime<Utc>) -> Task {
    match &profile.newest {
        None => Task::Profile,
        Some(newest) if newest.origin == Origin::Import => Task::Profile,
        Some(newest) if now - last_step(newest) > PROFILE_IS_OLD => Task::Old { date: last_step(newest).date_naive() },
        Some(_) => Task::Look,
    }
}

/// When something last happened to a revision.
pub(super) fn last_step(revision: &Revision) -> DateTime<Utc> {
    revision.decided_at.or(revision.submitted_at).unwrap_or(revision.created_at)
}

/// Where the profile stands. What an import found is not the city's word, whatever its state.
pub(super) fn standing(profile: &CurrentProfile) -> ProfileStanding {
    match &profile.newest {
        None => ProfileStanding { state: "none", since: None },
        Some(newest) => {
            let state = if newest.origin == Origin::Import { "imported" } else { newest.state.as_str() };
            ProfileStanding { state, since: Some(last_step(newest).date_naive()) }
        }
    }
}

async fn requests_of(signed: &Signed) -> Result<Vec<RequestLine>, Error> {
    let list = move |db: &mut _, actor: &_| whole(|ask| requests::list(db, actor, None, ask));
    let found = signed.read(Operation::ListRequests, None, move |db, pass| list(db, &pass.actor)).await?;
    let line =
        |request: &PartnerRequest| RequestLine { wants: request.wants.clone(), state: request.state, on: request.created_at.date_naive() };
    Ok(found.iter().rev().map(line).collect())
}

/// What came about here, the newest first; not what was recorded elsewhere.
async fn partnerships_of(signed: &Signed) -> Result<Vec<OwnPartnership>, Error> {
    let city = signed.actor.city.ok_or(Error::NotFound("city"))?;
    let caller = Caller::Person(signed.actor.clone());
    let question = PartnershipQuestion { city: Some(city), ..PartnershipQuestion::default() };
    let list = move |db: &mut _| whole(|ask| partnerships::list(db, &caller, question.clone(), ask));
    let mut found = signed.read(Operation::ListPartnerships, None, move |db, _| list(db)).await?;
    found.sort_by_key(|view| Reverse(view.partnership.created_at));
    Ok(found.iter().filter_map(|view| partnership(view, city)).collect())
}

fn partnership(view: &PartnershipView, city: CityId) -> Option<OwnPartnership> {
    let found = &view.partnership;
    if found.proposal.is_none() || found.withdrawn_at.is_some() {
        return None;
    }
    let other = if view.city.id == city { view.partner.as_ref()? } else { &view.city };
    Some(OwnPartnership {
        partner: other.record.name.clone(),
        slug: other.slug.to_string(),
        kind: found.kind.parse().ok()?,
        state: found.state,
        since: found.since_year,
    })
}

async fn pillars(signed: &Signed, own: &CityLink) -> Result<Vec<PillarLine>, Error> {
    let app = signed.visit.app.clone();
    let read = move |db: &mut _, city: CityId| suggest::gaps(&*app.engine(db)?, city);
    let found = signed.read(Operation::GetGaps, Some(own.slug.clone()), move |db, pass| read(db, pass.addressed_city()?)).await?;
    Ok(found.pillars.iter().map(|pillar| pillar_line(signed, pillar)).collect())
}

fn pillar_line(signed: &Signed, found: &PillarGap) -> PillarLine {
    PillarLine {
        pillar: PillarMark::of(&found.pillar),
        gap: found.gap.map(|gap| why::rounded(gap * 100.0)),
        known: found.themes_known,
        total: found.themes_total,
        themes: found.themes.iter().filter_map(|theme| theme_line(signed, theme)).collect(),
    }
}

fn theme_line(signed: &Signed, found: &ThemeGap) -> Option<ThemeLine> {
    let (model, lang) = (signed.visit.app.model(), signed.visit.frame.lang);
    let figure = |reading: &IndicatorReading| FigureUsed {
        name: model.indicator(&reading.code).map_or_else(|| reading.code.to_string(), |known| labels::indicator(lang, known)),
        value: reading.value,
        unit: unit_name(&reading.unit, &lang),
        year: reading.year,
        is_of_country: reading.scope == Scope::Country,
        evidence: Evidence::read(Some(&reading.source), reading.from_memory),
    };
    Some(ThemeLine {
        theme: Theme::named(model.taxonomy(), &found.theme, lang)?,
        gap: why::rounded(found.gap? * 100.0),
        basis: found.basis,
        assessed: found.assessment.as_ref().map(|assessed| (why::rounded(assessed.level), assessed.year)),
        figures: found.indicators.iter().map(figure).collect(),
    })
}
