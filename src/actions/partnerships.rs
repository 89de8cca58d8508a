//! Partnerships: the second yes begins one; the approver's word makes it public or takes it back.

use super::context::Write;
use super::error::Error;
use crate::domain::city::City;
use crate::domain::id::{CityId, PartnershipId};
use crate::domain::partnership::PartnershipState;
use crate::domain::role::{Caller, Role};
use crate::store::cities;
use crate::store::connection::Db;
use crate::store::page::{Page, PageAsk};
use crate::store::partnerships::{self, Partner, Partnership, PartnershipFilter, Sight};
use crate::store::proposals::StoredProposal;

/// Begins the partnership of an accepted proposal; public where the proposal is. The proposal's audit entry tells of it.
pub(super) fn begin(write: &mut Write<'_>, proposal: &StoredProposal) -> Result<(), Error> {
    let year = chrono::Datelike::year(&write.now);
    let partnership = Partnership {
        id: PartnershipId(write.new_id()),
        kind: proposal.kind.to_string(),
        theme: proposal.theme.clone(),
        city: proposal.pair.first,
        partner: Partner::Member(proposal.pair.second),
        state: PartnershipState::Preparing,
        since_year: Some(year),
        source: None,
        from_memory: false,
        proposal: Some(proposal.id),
        summary: Some(proposal.summary.clone()),
        published_at: proposal.published_at,
        withdrawn_at: None,
        version: 1,
        created_at: write.now,
    };
    Ok(partnerships::insert(write.db, &[partnership])?)
}

/// Makes the partnership of a proposal public.
pub(super) fn publish(write: &mut Write<'_>, proposal: &StoredProposal) -> Result<(), Error> {
    change(write, proposal, |partnership| partnership.published_at = proposal.published_at)
}

/// Takes the partnership of a proposal back, where one has begun.
pub(super) fn withdraw(write: &mut Write<'_>, proposal: &StoredProposal) -> Result<(), Error> {
    let now = write.now;
    change(write, proposal, |partnership| {
        partnership.withdrawn_at = Some(now);
        partnership.state = PartnershipState::Ended;
    })
}

fn change(write: &mut Write<'_>, proposal: &StoredProposal, edit: impl FnOnce(&mut Partnership)) -> Result<(), Error> {
    let Some(mut partnership) = partnerships::of_proposal(write.db, proposal.id)? else { return Ok(()) };
    edit(&mut partnership);
    if partnerships::update(write.db, &partnership)? { Ok(()) } else { Err(Error::Stale) }
}

/// A partnership with the members that take part in it.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnershipView {
    /// The partnership.
    pub partnership: Partnership,
    /// The first partner.
    pub city: City,
    /// The second, where it is a member.
    pub partner: Option<City>,
}

/// What a list of partnerships is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PartnershipQuestion {
    /// Only with this city.
    pub city: Option<CityId>,
    /// Only with a member of this country.
    pub country: Option<crate::domain::code::CountryCode>,
    /// Only of this kind.
    pub kind: Option<String>,
    /// Only under this theme.
    pub theme: Option<crate::domain::code::ThemeCode>,
}

fn sight_of(caller: &Caller) -> Sight {
    match caller.person() {
        Some(actor) if actor.role == Role::FocalPoint => actor.city.map_or(Sight::Public, Sight::City),
        Some(actor) if matches!(actor.role, Role::Officer | Role::Approver) => Sight::All,
        Some(actor) if actor.role == Role::Observer => actor.country.clone().map_or(Sight::All, Sight::Country),
        Some(_) | None => Sight::Public,
    }
}

/// Partnerships that the caller can see.
///
/// # Errors
/// The database's failure.
pub fn list(db: &mut Db, caller: &Caller, question: PartnershipQuestion, ask: &PageAsk) -> Result<Page<PartnershipView>, Error> {
    let page = partnerships::list(db, &filter(sight_of(caller), question), ask)?;
    views(db, page)
}

fn filter(sight: Sight, question: PartnershipQuestion) -> PartnershipFilter {
    let PartnershipQuestion { city, country, kind, theme } = question;
    PartnershipFilter { sight, city, country, kind, theme }
}

/// Partnerships with their cities.
pub(super) fn views(db: &mut Db, page: Page<Partnership>) -> Result<Page<PartnershipView>, Error> {
    let ids: Vec<CityId> = page.items.iter().flat_map(|p| [Some(p.city), member(p)]).flatten().collect();
    let found = cities::by_ids(db, &ids)?;
    let find = |id: CityId| found.iter().find(|city| city.id == id).cloned();
    page.try_map(|partnership| {
        let city = find(partnership.city).ok_or(Error::Internal("a partnership names a city that is not there".to_owned()))?;
        let partner = member(&partnership).and_then(find);
        Ok(PartnershipView { partnership, city, partner })
    })
}

fn member(partnership: &Partnership) -> Option<CityId> {
    match partnership.partner {
        Partner::Member(id) => Some(id),
        Partner::Other { .. } => None,
    }
}

/// One partnership, where the caller can see it.
///
/// # Errors
/// `NotFound`.
pub fn get(db: &mut Db, caller: &Caller, id: PartnershipId) -> Result<PartnershipView, Error> {
    let none = Error::NotFound("partnership");
    let Some(partnership) = partnerships::find(db, id)? else { return Err(none) };
    let is_public = is_public(&partnership);
    let is_visible = match sight_of(caller) {
        Sight::All => true,
        Sight::Public => is_public,
        Sight::City(own) => is_public || partnership.city == own || member(&partnership) == Some(own),
        Sight::Country(own) => {
            let members: Vec<CityId> = [Some(partnership.city), member(&partnership)].into_iter().flatten().collect();
            is_public || cities::by_ids(db, &members)?.iter().any(|city| city.record.country == own)
        }
    };
    if !is_visible {
        return Err(none);
    }
    one(db, partnership)
}

/// Whether everybody may read of it: a tie that its source recorded, or one that was published and not taken back.
pub(super) fn is_public(partnership: &Partnership) -> bool {
    partnership.state == PartnershipState::Recorded || is_published(partnership)
}

fn is_published(partnership: &Partnership) -> bool {
    partnership.published_at.is_some() && partnership.withdrawn_at.is_none()
}

pub(super) fn one(db: &mut Db, partnership: Partnership) -> Result<PartnershipView, Error> {
    let mut page = views(db, Page { items: vec![partnership], next: None })?;
    page.items.pop().ok_or(Error::NotFound("partnership"))
}
