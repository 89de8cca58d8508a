//! Cities ask the secretariat for partners; two questions suffice.

use chrono::{DateTime, Utc};

use super::access::Pass;
use super::audit::{Change, record};
use super::context::{Author, Write};
use super::error::Error;
use super::words::required;
use crate::domain::code::ThemeCode;
use crate::domain::fault::{Faults, TEXT_MAX_CHARS, check_text};
use crate::domain::id::RequestId;
use crate::domain::pairing::Kind;
use crate::domain::request::{RequestDeed, RequestState};
use crate::domain::role::{Actor, Role};
use crate::matching::taxonomy::Taxonomy;
use crate::store::connection::Db;
use crate::store::page::{Page, PageAsk};
use crate::store::requests::{self, PartnerRequest, RequestFilter};

/// What the city asks for.
#[derive(Debug, Clone)]
pub struct NewRequest {
    /// What do you want to solve or build?
    pub wants: String,
    /// What can you give?
    pub gives: String,
    /// The kind, where the city knows.
    pub kind: Option<Kind>,
    /// Themes, where the city knows.
    pub themes: Vec<ThemeCode>,
}

/// Opens a request of the caller's own city.
///
/// # Errors
/// `Invalid` with every fault.
pub fn open(write: &mut Write<'_>, pass: &Pass, taxonomy: &Taxonomy, new: NewRequest) -> Result<PartnerRequest, Error> {
    let city = pass.actor.city.ok_or(Error::NotFound("city"))?;
    let mut faults = Faults::new();
    check_text(&mut faults, "/wants", &new.wants, TEXT_MAX_CHARS);
    check_text(&mut faults, "/gives", &new.gives, TEXT_MAX_CHARS);
    faults.require(new.themes.len() <= 10, "/themes", "must have at most 10 entries");
    for (i, theme) in new.themes.iter().enumerate() {
        faults.require(taxonomy.has(theme), format!("/themes/{i}"), format!("the taxonomy has no theme '{theme}'; see /api/v1/taxonomy"));
    }
    faults.into_result(())?;
    let request = PartnerRequest {
        id: RequestId(write.new_id()),
        city,
        kind: new.kind,
        themes: new.themes,
        wants: new.wants,
        gives: new.gives,
        state: RequestState::Open,
        answer: None,
        answered_by: None,
        answered_at: None,
        created_by: pass.actor.user,
        created_at: write.now,
        version: 1,
    };
    requests::insert(write.db, &request)?;
    let change = Change::of("request.open", "request", request.id).to(&(&request.wants, &request.gives));
    record(write, &Author::from(&pass.actor), change)?;
    Ok(request)
}

/// One request.
///
/// # Errors
/// `NotFound`.
pub fn get(db: &mut Db, id: RequestId) -> Result<PartnerRequest, Error> {
    requests::find(db, id)?.ok_or(Error::NotFound("request"))
}

/// The requests that a person can see, the one that has waited longest first.
///
/// # Errors
/// The database's failure.
pub fn list(db: &mut Db, actor: &Actor, state: Option<RequestState>, ask: &PageAsk) -> Result<Page<PartnerRequest>, Error> {
    let city = if actor.role == Role::FocalPoint { actor.city } else { None };
    let filter = RequestFilter { city, country: actor.country.clone(), state };
    Ok(requests::list(db, &filter, ask)?)
}

/// The requests without an answer that a person can see, the one that has waited longest first.
///
/// # Errors
/// The database's failure.
pub fn waiting(db: &mut Db, actor: &Actor) -> Result<Vec<PartnerRequest>, Error> {
    let all = PageAsk { limit: i64::from(i32::MAX), after: None };
    let mut found = list(db, actor, Some(RequestState::Open), &all)?.items;
    found.extend(list(db, actor, Some(RequestState::InReview), &all)?.items);
    found.sort_by_key(|request| request.id);
    Ok(found)
}

/// The city takes a request back.
///
/// # Errors
/// `Conflict` where it is answered or withdrawn; `Stale`.
pub fn withdraw(write: &mut Write<'_>, pass: &Pass, id: RequestId, seen: i64) -> Result<PartnerRequest, Error> {
    change(write, pass, (id, seen), RequestDeed::Withdraw, None)
}

/// The secretariat answers in words.
///
/// # Errors
/// `Invalid` without words; `Conflict` where the city took it back; `Stale`.
pub fn answer(write: &mut Write<'_>, pass: &Pass, id: RequestId, seen: i64, words: String) -> Result<PartnerRequest, Error> {
    required("/answer", &words)?;
    change(write, pass, (id, seen), RequestDeed::Answer, Some(words))
}

fn change(
    write: &mut Write<'_>,
    pass: &Pass,
    (id, seen): (RequestId, i64),
    deed: RequestDeed,
    words: Option<String>,
) -> Result<PartnerRequest, Error> {
    let before = get(write.db, id)?;
    if before.version != seen {
        return Err(Error::Stale);
    }
    let mut after = PartnerRequest { state: before.state.after(deed)?, ..before.clone() };
    if deed == RequestDeed::Answer {
        after.answered_at = after.answered_at.or(Some(write.now));
        after.answered_by = after.answered_by.or(Some(pass.actor.user));
        after.answer = words.clone();
    }
    save(write, &mut after)?;
    let action = if deed == RequestDeed::Answer { "request.answer" } else { "request.withdraw" };
    let change = Change::of(action, "request", id).from(&before.state.as_str()).to(&after.state.as_str()).because(words);
    record(write, &Author::from(&pass.actor), change)?;
    Ok(after)
}

/// Writes a request and counts its version up.
fn save(write: &mut Write<'_>, request: &mut PartnerRequest) -> Result<(), Error> {
    if !requests::update(write.db, request)? {
        return Err(Error::Stale);
    }
    request.version += 1;
    Ok(())
}

/// Moves the request behind a proposal along, without an entry of its own: the proposal's entry tells of both.
///
/// # Errors
/// `Conflict` where the city took it back.
pub fn follow_proposal(write: &mut Write<'_>, id: RequestId, deed: RequestDeed, actor: &Actor) -> Result<(), Error> {
    let mut request = get(write.db, id)?;
    let next = request.state.after(deed)?;
    if next == request.state {
        return Ok(());
    }
    request.state = next;
    if deed == RequestDeed::Answer {
        request.answered_at = Some(write.now);
        request.answered_by = Some(actor.user);
    }
    save(write, &mut request)
}

/// An invitation that was the first answer to a request has been undone: the request waits again, and its clock with it. An answer in
/// words, or an earlier invitation, stands.
///
/// # Errors
/// `NotFound`, `Stale`, or the database's failure.
pub(super) fn wait_again(write: &mut Write<'_>, id: RequestId, answered_at: DateTime<Utc>) -> Result<(), Error> {
    let mut request = get(write.db, id)?;
    if request.state != RequestState::Answered || request.answer.is_some() || request.answered_at != Some(answered_at) {
        return Ok(());
    }
    request.state = RequestState::InReview;
    (request.answered_at, request.answered_by) = (None, None);
    save(write, &mut request)
}
