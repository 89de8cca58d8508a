//! What of a city's own word is public, and under which themes the directory finds it.
//!
//! A profile that the city has handed in is between the city and the secretariat until the secretariat has verified it. One that was put
//! together from published sources was public before it came here.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Write;
use super::error::Error;
use crate::domain::code::ThemeCode;
use crate::domain::id::CityId;
use crate::domain::practice::PracticeState;
use crate::domain::profile::{Profile, RevisionState};
use crate::store::profiles::{self, Origin, Revision};
use crate::store::{cities, practices};

/// The revision that matching uses: the newest verified one, or else the newest one that waits for the secretariat.
pub fn standing(revisions: &[Revision]) -> Option<&Revision> {
    let newest = |state| revisions.iter().filter(move |revision| revision.state == state).max_by_key(|revision| revision.number);
    newest(RevisionState::Verified).or_else(|| newest(RevisionState::Submitted))
}

/// The revision that everybody may read: the newest one that is verified, or that was handed in by an import from published sources.
pub fn public(revisions: &[Revision]) -> Option<&Revision> {
    let is_public = |revision: &&Revision| match revision.state {
        RevisionState::Verified => true,
        RevisionState::Submitted => revision.origin == Origin::Import,
        RevisionState::Draft | RevisionState::Returned => false,
    };
    revisions.iter().filter(is_public).max_by_key(|revision| revision.number)
}

fn themes_of(profile: &Profile) -> impl Iterator<Item = &ThemeCode> {
    profile.priorities.iter().map(|priority| &priority.theme).chain(profile.capacities.iter().map(|capacity| &capacity.theme))
}

/// Cities that one statement may name.
const MANY: usize = 10_000;

/// Brings the themes of these cities up to date. Called by every action that changes what a city says in public.
pub(super) fn refresh(write: &mut Write<'_>, of: &[CityId]) -> Result<(), Error> {
    for batch in of.chunks(MANY) {
        refresh_some(write, batch)?;
    }
    Ok(())
}

fn refresh_some(write: &mut Write<'_>, of: &[CityId]) -> Result<(), Error> {
    let mut themes: BTreeMap<CityId, BTreeSet<ThemeCode>> = of.iter().map(|city| (*city, BTreeSet::new())).collect();
    let revisions = profiles::standing(write.db, Some(of))?;
    for of_city in revisions.chunk_by(|a, b| a.city == b.city) {
        if let Some(revision) = public(of_city) {
            themes.entry(revision.city).or_default().extend(themes_of(&revision.body).cloned());
        }
    }
    for practice in practices::of_cities(write.db, Some(of))? {
        if practice.state == PracticeState::Published {
            themes.entry(practice.city).or_default().extend(practice.body.themes);
        }
    }
    cities::replace_themes(write.db, &themes)?;
    Ok(())
}
