//! A city's word on a suggested partner.

use super::access::Pass;
use super::audit::{Change, record};
use super::context::{Author, Write};
use super::error::{Error, invalid};
use crate::domain::code::ThemeCode;
use crate::domain::fault::{Faults, TEXT_MAX_CHARS, check_optional_text};
use crate::domain::id::{CityId, FeedbackId};
use crate::domain::pairing::Kind;
use crate::matching::taxonomy::Taxonomy;
use crate::store::cities::{self, CityRef};
use crate::store::connection::Db;
use crate::store::feedback::{self, Feedback, Verdict};
use crate::store::page::{Page, PageAsk};

/// What the city says.
#[derive(Debug, Clone)]
pub struct NewFeedback {
    /// The city that was suggested.
    pub other: CityRef,
    /// As what.
    pub kind: Kind,
    /// Under which theme.
    pub theme: Option<ThemeCode>,
    /// The word.
    pub verdict: Verdict,
    /// Why.
    pub reason: Option<String>,
}

/// Records a city's word on another one. The newest word counts.
///
/// # Errors
/// `Invalid` for an unknown partner or theme, or for the own city.
pub fn give(write: &mut Write<'_>, pass: &Pass, taxonomy: &Taxonomy, new: NewFeedback) -> Result<Feedback, Error> {
    let own = pass.city.ok_or(Error::NotFound("city"))?;
    let mut faults = Faults::new();
    check_optional_text(&mut faults, "/reason", new.reason.as_deref(), TEXT_MAX_CHARS);
    let is_known = new.theme.as_ref().is_none_or(|theme| taxonomy.has(theme));
    faults.require(is_known, "/theme", "the taxonomy has no such theme; see /api/v1/taxonomy");
    let other = cities::find_id(write.db, &new.other)?;
    faults.require(other.is_some(), "/city", "there is no such city");
    faults.require(other != Some(own), "/city", "is your own city");
    faults.into_result(())?;
    let other = other.ok_or_else(|| invalid("/city", "there is no such city"))?;
    let word = Feedback {
        id: FeedbackId(write.new_id()),
        city: own,
        other,
        kind: new.kind,
        theme: new.theme,
        verdict: new.verdict,
        reason: new.reason,
        created_by: pass.actor.user,
        created_at: write.now,
    };
    feedback::insert(write.db, &word)?;
    let change = Change::of("feedback.give", "feedback", word.id).touching([own]).to(&(word.other, word.verdict.as_str()));
    record(write, &Author::from(&pass.actor), change)?;
    Ok(word)
}

/// What a city has said, oldest first.
///
/// # Errors
/// The database's failure.
pub fn list(db: &mut Db, city: CityId, ask: &PageAsk) -> Result<Page<Feedback>, Error> {
    Ok(feedback::list(db, city, ask)?)
}
