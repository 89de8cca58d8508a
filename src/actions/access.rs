//! Whether a caller may do something to something: the table of `domain::access` with the database behind it.
//!
//! An object that the caller cannot see is answered like one that does not exist.

use super::error::Error;
use crate::domain::access::{Object, Operation, Rule};
use crate::domain::id::{CityId, JobId, ProposalId, RequestId, RoundId};
use crate::domain::role::{Actor, Caller, Role};
use crate::store::cities::{self, CityRef};
use crate::store::connection::Db;
use crate::store::{jobs, proposals, requests, rounds};

/// Proof that a person passed the check for an operation. Made here only.
#[expect(clippy::manual_non_exhaustive, reason = "the private field is the point: nobody else in this crate can make a pass either")]
#[derive(Debug, Clone)]
pub struct Pass {
    /// The person.
    pub actor: Actor,
    /// The city that the address names, where it names one.
    pub city: Option<CityId>,
    _made_here: (),
}

impl Pass {
    /// The city that the address names.
    ///
    /// # Errors
    /// `NotFound` for an operation on no city.
    pub fn addressed_city(&self) -> Result<CityId, Error> {
        self.city.ok_or(Error::NotFound("city"))
    }
}

/// Checks everything that can be known without the body of a request: who, role, and whether the object is theirs to see.
/// `object` is the id or slug in the address, where the operation has one.
///
/// # Errors
/// `Unauthenticated`, then `Forbidden` by role, then `NotFound` by object.
pub fn check(db: &mut Db, caller: &Caller, operation: Operation, object: Option<&str>) -> Result<Option<Pass>, Error> {
    let (roles, kind) = match operation.rule() {
        Rule::Public => return Ok(caller.person().map(|actor| pass(actor, None))),
        Rule::SignedIn => return Ok(Some(pass(person(caller)?, None))),
        Rule::Roles(roles, kind) => (roles, kind),
    };
    let actor = person(caller)?;
    if !roles.contains(&actor.role) {
        let needed: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
        return Err(Error::Forbidden(format!("this needs the role {}; yours is {}", needed.join(" or "), actor.role)));
    }
    let city = match kind {
        Object::None => None,
        Object::City => Some(visible_city(db, actor, object)?),
        Object::Request => Some(visible_request(db, actor, object)?),
        Object::Proposal => {
            visible_proposal(db, actor, object)?;
            None
        }
        Object::Round => {
            let id = object.and_then(|text| text.parse::<RoundId>().ok()).ok_or(Error::NotFound("round"))?;
            rounds::find(db, id)?.ok_or(Error::NotFound("round"))?;
            None
        }
        Object::Job => {
            let id = object.and_then(|text| text.parse::<JobId>().ok()).ok_or(Error::NotFound("job"))?;
            jobs::find(db, id)?.ok_or(Error::NotFound("job"))?;
            None
        }
    };
    Ok(Some(pass(actor, city)))
}

fn pass(actor: &Actor, city: Option<CityId>) -> Pass {
    Pass { actor: actor.clone(), city, _made_here: () }
}

fn person(caller: &Caller) -> Result<&Actor, Error> {
    match caller {
        Caller::Person(actor) => Ok(actor),
        Caller::Portal(_) => Err(Error::Forbidden("a portal's key reads published recommendations only".to_owned())),
        Caller::Anonymous => Err(Error::Unauthenticated("sign in first: POST /api/v1/auth/login")),
    }
}

fn visible_city(db: &mut Db, actor: &Actor, object: Option<&str>) -> Result<CityId, Error> {
    let none = Error::NotFound("city");
    let Some(wanted) = object.and_then(|text| text.parse::<CityRef>().ok()) else { return Err(none) };
    let Some((id, country)) = cities::find_key(db, &wanted)? else { return Err(none) };
    let is_visible = match actor.role {
        Role::FocalPoint => actor.city == Some(id),
        Role::Observer => actor.country.as_ref().is_none_or(|own| own.as_str() == country),
        Role::Admin | Role::Officer | Role::Approver => true,
    };
    if is_visible { Ok(id) } else { Err(none) }
}

fn visible_request(db: &mut Db, actor: &Actor, object: Option<&str>) -> Result<CityId, Error> {
    let none = Error::NotFound("request");
    let Some(id) = object.and_then(|text| text.parse::<RequestId>().ok()) else { return Err(none) };
    let Some(request) = requests::find(db, id)? else { return Err(none) };
    if may_see_one_of(db, actor, &[request.city])? { Ok(request.city) } else { Err(none) }
}

fn visible_proposal(db: &mut Db, actor: &Actor, object: Option<&str>) -> Result<(), Error> {
    let none = Error::NotFound("proposal");
    let Some(id) = object.and_then(|text| text.parse::<ProposalId>().ok()) else { return Err(none) };
    let Some(proposal) = proposals::find(db, id)? else { return Err(none) };
    // Rule 2 of the domain: no city hears of a pairing before the approver's word.
    let is_early = actor.role == Role::FocalPoint && !is_known_to_cities(&proposal);
    if !is_early && may_see_one_of(db, actor, &[proposal.pair.first, proposal.pair.second])? { Ok(()) } else { Err(none) }
}

/// Whether the two cities have been told: an invitation went out, whatever became of it.
pub fn is_known_to_cities(proposal: &proposals::StoredProposal) -> bool {
    proposal.state.is_known_to_cities() || proposal.invited_at.is_some()
}

/// Whether a person sees things that belong to these cities.
///
/// # Errors
/// The database's failure.
pub fn may_see_one_of(db: &mut Db, actor: &Actor, of: &[CityId]) -> Result<bool, Error> {
    Ok(match (actor.role, &actor.country) {
        (Role::FocalPoint, _) => actor.city.is_some_and(|own| of.contains(&own)),
        (Role::Observer, Some(country)) => cities::by_ids(db, of)?.iter().any(|city| city.record.country == *country),
        (Role::Observer, None) | (Role::Admin | Role::Officer | Role::Approver, _) => true,
    })
}

/// The id of the city of this address.
///
/// # Errors
/// `NotFound`.
pub fn city_id(db: &mut Db, wanted: &CityRef) -> Result<CityId, Error> {
    cities::find_id(db, wanted)?.ok_or(Error::NotFound("city"))
}
