//! What the pages of the directory show: its front, its lists, and all that everybody may know of one city.
//!
//! Reads only, and as many queries for a page of cities as for one. What is public is decided elsewhere; how it is shown, by the pages.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::error::Error;
use super::indicators::{self, ScopedValue};
use super::membership::{self, CityFilter, CityRef, CityView};
use super::partnerships::{self, PartnershipView};
use super::themes;
use crate::domain::city::City;
use crate::domain::code::{CountryCode, ThemeCode};
use crate::domain::id::CityId;
use crate::domain::practice::PracticeState;
use crate::domain::profile::Priority;
use crate::store::connection::Db;
pub use crate::store::directory::MappedCity;
use crate::store::page::{Page, PageAsk};
use crate::store::practices::StoredPractice;
use crate::store::{cities, countries, directory, partnerships as ties, practices, profiles};

/// The English names of countries, by code.
pub type CountryNames = BTreeMap<CountryCode, String>;

/// A country of the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryCount {
    /// Which one.
    pub code: CountryCode,
    /// How many cities the directory has of it, those that have ended among them.
    pub cities: usize,
}

/// The front of the directory.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// Its countries, by code.
    pub countries: Vec<CountryCount>,
    /// Their names.
    pub names: CountryNames,
    /// How many cities are found under each theme.
    pub themes: BTreeMap<String, usize>,
    /// The newest published pairings.
    pub newest: Vec<PartnershipView>,
}

/// The front of the directory, with up to `newest` published pairings.
///
/// # Errors
/// The database's failure, or damage.
pub fn overview(db: &mut Db, newest: i64) -> Result<Overview, Error> {
    let found = Page { items: ties::newest_published(db, newest)?, next: None };
    Ok(Overview {
        countries: country_counts(db)?,
        names: country_names(db)?,
        themes: directory::count_by_theme(db)?.into_iter().map(|(theme, cities)| (theme, whole(cities))).collect(),
        newest: partnerships::views(db, found)?.items,
    })
}

/// A theme in which a city has something to show or to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeSign {
    /// Which one.
    pub theme: ThemeCode,
    /// Whether all that stands behind it was written from memory.
    pub from_memory: bool,
}

/// A city as the list shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The city.
    pub city: City,
    /// Themes of its published practices, the strongest first.
    pub shows: Vec<ThemeSign>,
    /// Themes of its public priorities, the most pressing first.
    pub seeks: Vec<ThemeSign>,
}

/// One page of the list, and what it can be narrowed by.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    /// The cities, by country and name.
    pub page: Page<Entry>,
    /// How many there are on all pages.
    pub total: usize,
    /// Those of all pages whose place is known, the largest first, as many as were asked for.
    pub mapped: Vec<MappedCity>,
    /// The countries of the whole directory, by code.
    pub countries: Vec<CountryCount>,
    /// Their names.
    pub names: CountryNames,
    /// The networks of the whole directory, by name.
    pub networks: Vec<String>,
}

/// One page of the list, and up to `dots` cities of all pages for its map. Without a filter no city is listed: something was asked for that no city can be.
///
/// # Errors
/// The database's failure, or damage.
pub fn listing(db: &mut Db, filter: Option<CityFilter>, (ask, dots): (&PageAsk, usize)) -> Result<Listing, Error> {
    let (found, total, mapped) = match filter.map(membership::as_searched) {
        Some(filter) => {
            let mapped = directory::mapped(db, &filter, i64::try_from(dots).unwrap_or(i64::MAX))?;
            (cities::list(db, &filter, ask)?, directory::count(db, &filter)?, mapped)
        }
        None => (Page { items: Vec::new(), next: None }, 0, Vec::new()),
    };
    let mut networks = directory::networks(db)?;
    // By name whatever the database's own order of letters is.
    networks.sort_by_cached_key(|name| name.to_lowercase());
    Ok(Listing {
        page: Page { items: entries(db, found.items)?, next: found.next },
        total: whole(total),
        mapped,
        countries: country_counts(db)?,
        names: country_names(db)?,
        networks,
    })
}

fn entries(db: &mut Db, cities: Vec<City>) -> Result<Vec<Entry>, Error> {
    let ids: Vec<CityId> = cities.iter().map(|city| city.id).collect();
    let mut shown: BTreeMap<CityId, Vec<StoredPractice>> = BTreeMap::new();
    for practice in practices::of_cities(db, Some(&ids))?.into_iter().filter(|practice| practice.state == PracticeState::Published) {
        shown.entry(practice.city).or_default().push(practice);
    }
    let mut sought: BTreeMap<CityId, Vec<Priority>> = BTreeMap::new();
    for of_city in profiles::standing(db, Some(&ids))?.chunk_by(|a, b| a.city == b.city) {
        if let Some(revision) = themes::public(of_city) {
            sought.insert(revision.city, revision.body.priorities.clone());
        }
    }
    let entry = |city: City| {
        let shows = themes_shown(&best_first(shown.remove(&city.id).unwrap_or_default()));
        let seeks = themes_sought(&most_pressing_first(sought.remove(&city.id).unwrap_or_default()));
        Entry { city, shows, seeks }
    };
    Ok(cities.into_iter().map(entry).collect())
}

/// All that everybody may know of a city.
#[derive(Debug, Clone, PartialEq)]
pub struct Portrait {
    /// Its record and what hangs on it; the practices with the best documented first.
    pub view: CityView,
    /// Its public priorities, the most pressing first.
    pub priorities: Vec<Priority>,
    /// Its public partnerships and ties, the newest first.
    pub partnerships: Vec<PartnershipView>,
    /// The newest value of each indicator, its own or its country's; by code.
    pub indicators: Vec<ScopedValue>,
    /// The names of its own and of its partners' countries.
    pub names: CountryNames,
}

/// All that everybody may know of a city.
///
/// # Errors
/// `NotFound`.
pub fn portrait(db: &mut Db, wanted: &CityRef) -> Result<Portrait, Error> {
    let mut view = membership::view(db, wanted)?;
    view.practices = best_first(std::mem::take(&mut view.practices));
    let priorities = view.profile.as_ref().map(|revision| revision.body.priorities.clone()).unwrap_or_default();
    let mut public = ties::of_cities(db, Some(&[view.city.id]))?;
    public.retain(partnerships::is_public);
    public.sort_by_key(|tie| Reverse((tie.since_year, tie.published_at, tie.id)));
    Ok(Portrait {
        priorities: most_pressing_first(priorities),
        partnerships: partnerships::views(db, Page { items: public, next: None })?.items,
        indicators: indicators::of_city(db, view.city.id)?,
        names: country_names(db)?,
        view,
    })
}

/// How much the directory holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// Cities.
    pub cities: usize,
    /// Their countries.
    pub countries: usize,
    /// Published practices and public priorities.
    pub statements: usize,
    /// Those among them that were written from memory.
    pub statements_from_memory: usize,
}

/// How much the directory holds.
///
/// # Errors
/// The database's failure, or damage.
pub fn coverage(db: &mut Db) -> Result<Coverage, Error> {
    let countries = country_counts(db)?;
    let revisions = profiles::standing(db, None)?;
    let public = revisions.chunk_by(|a, b| a.city == b.city).filter_map(themes::public);
    let mut from_memory: Vec<bool> = public.flat_map(|revision| &revision.body.priorities).map(|priority| priority.from_memory).collect();
    let published = practices::of_cities(db, None)?.into_iter().filter(|practice| practice.state == PracticeState::Published);
    from_memory.extend(published.map(|practice| practice.body.from_memory));
    Ok(Coverage {
        cities: countries.iter().map(|country| country.cities).sum(),
        countries: countries.len(),
        statements: from_memory.len(),
        statements_from_memory: from_memory.iter().filter(|from_memory| **from_memory).count(),
    })
}

/// What has a source before what was written from memory, a result before an award, the newer before the older.
pub(super) fn best_first(mut practices: Vec<StoredPractice>) -> Vec<StoredPractice> {
    practices.sort_by_key(|practice| (practice.body.from_memory, practice.body.basis, Reverse(practice.body.year), practice.id));
    practices
}

/// In the city's own order where it gave one; else what has a source before what was written from memory, the newer before the older.
fn most_pressing_first(mut priorities: Vec<Priority>) -> Vec<Priority> {
    priorities.sort_by_key(|priority| (priority.rank.is_none(), priority.rank, priority.from_memory, Reverse(priority.year)));
    priorities
}

/// The themes of practices, that of the most practices first. What was written from memory counts only where a theme has nothing else.
fn themes_shown(practices: &[StoredPractice]) -> Vec<ThemeSign> {
    struct Tally {
        theme: ThemeCode,
        sourced: usize,
        all: usize,
    }
    let mut tallies: Vec<Tally> = Vec::new();
    for practice in practices {
        let sourced = usize::from(!practice.body.from_memory);
        for theme in &practice.body.themes {
            match tallies.iter_mut().find(|tally| tally.theme == *theme) {
                Some(tally) => (tally.sourced, tally.all) = (tally.sourced + sourced, tally.all + 1),
                None => tallies.push(Tally { theme: theme.clone(), sourced, all: 1 }),
            }
        }
    }
    // Stable: among equals the one that stands first in the better documented practice.
    tallies.sort_by_key(|tally| (tally.sourced == 0, Reverse(if tally.sourced == 0 { tally.all } else { tally.sourced })));
    tallies.into_iter().map(|tally| ThemeSign { theme: tally.theme, from_memory: tally.sourced == 0 }).collect()
}

/// The themes of priorities in their order, each once.
fn themes_sought(priorities: &[Priority]) -> Vec<ThemeSign> {
    let mut signs: Vec<ThemeSign> = Vec::new();
    for priority in priorities {
        match signs.iter_mut().find(|sign| sign.theme == priority.theme) {
            Some(sign) => sign.from_memory &= priority.from_memory,
            None => signs.push(ThemeSign { theme: priority.theme.clone(), from_memory: priority.from_memory }),
        }
    }
    signs
}

fn country_counts(db: &mut Db) -> Result<Vec<CountryCount>, Error> {
    let count = |(code, cities): (String, i64)| {
        let code = code.parse().map_err(|error| Error::Internal(format!("the directory has a city of a country that is none: {error}")))?;
        Ok(CountryCount { code, cities: whole(cities) })
    };
    directory::count_by_country(db)?.into_iter().map(count).collect()
}

/// The names of all countries, and the countries that have cities.
///
/// # Errors
/// The database's failure, or damage.
pub fn countries(db: &mut Db) -> Result<(CountryNames, Vec<CountryCode>), Error> {
    let counted = country_counts(db)?.into_iter().map(|counted| counted.code).collect();
    Ok((country_names(db)?, counted))
}

pub(super) fn country_names(db: &mut Db) -> Result<CountryNames, Error> {
    Ok(countries::all(db)?.into_iter().map(|country| (country.code, country.name)).collect())
}

/// A count of the database, which is never below zero.
fn whole(count: i64) -> usize {
    usize::try_from(count).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::id::PracticeId;
    use crate::domain::practice::{Practice, PracticeBasis};

    fn practice(theme: &str, basis: PracticeBasis, year: Option<i32>, from_memory: bool) -> StoredPractice {
        StoredPractice {
            id: PracticeId(uuid::Uuid::nil()),
            city: CityId(uuid::Uuid::nil()),
            state: PracticeState::Published,
            body: Practice {
                themes: vec![theme.parse().expect("a code")],
                title: format!("{theme} {year:?}"),
                problem: None,
                what_was_done: None,
                result: None,
                basis,
                year,
                cost_band: None,
                transferability: None,
                evidence_link: None,
                source: None,
                from_memory,
            },
            reason: None,
            version: 1,
            created_by: None,
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
        }
    }

    fn priority(theme: &str, rank: Option<u32>, year: Option<i32>, from_memory: bool) -> Priority {
        Priority { theme: theme.parse().expect("a code"), rank, what: None, year, source: None, from_memory }
    }

    fn codes(signs: &[ThemeSign]) -> Vec<&str> {
        signs.iter().map(|sign| sign.theme.as_str()).collect()
    }

    #[test]
    fn the_best_documented_practice_comes_first() {
        let told = best_first(vec![
            practice("health", PracticeBasis::DocumentedResult, Some(2024), true),
            practice("energy", PracticeBasis::AwardOnly, Some(2025), false),
            practice("msme", PracticeBasis::Described, None, false),
            practice("tourism", PracticeBasis::Described, Some(2011), false),
            practice("traffic", PracticeBasis::DocumentedResult, Some(2001), false),
        ]);
        let order: Vec<&str> = told.iter().map(|practice| practice.body.themes[0].as_str()).collect();
        assert_eq!(order, ["traffic", "tourism", "msme", "energy", "health"]);
    }

    #[test]
    fn what_was_written_from_memory_never_outweighs_what_has_a_source() {
        let told = best_first(vec![
            practice("health", PracticeBasis::Described, None, true),
            practice("health", PracticeBasis::Described, None, true),
            practice("energy", PracticeBasis::AwardOnly, None, false),
            practice("traffic", PracticeBasis::Described, None, false),
            practice("traffic", PracticeBasis::Described, None, true),
            practice("energy", PracticeBasis::AwardOnly, None, false),
        ]);
        let signs = themes_shown(&told);
        assert_eq!(codes(&signs), ["energy", "traffic", "health"]);
        assert_eq!(signs.iter().map(|sign| sign.from_memory).collect::<Vec<_>>(), [false, false, true]);
    }

    #[test]
    fn a_citys_own_order_of_priorities_stands_before_ours() {
        let told = most_pressing_first(vec![
            priority("health", None, Some(2025), true),
            priority("energy", None, Some(2020), false),
            priority("msme", Some(2), None, false),
            priority("energy", None, Some(2024), true),
            priority("traffic", Some(1), None, false),
            priority("tourism", None, Some(2023), false),
        ]);
        let signs = themes_sought(&told);
        assert_eq!(codes(&signs), ["traffic", "msme", "tourism", "energy", "health"]);
        assert!(!signs[3].from_memory && signs[4].from_memory);
    }
}
