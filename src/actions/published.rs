//! What everybody may read of all cities at once: which of them work together, and what each can show.
//!
//! Reads only. A page of a list costs as many queries whatever its length.

use chrono::{DateTime, Utc};

use super::directory::{self, CountryNames};
use super::error::Error;
use super::partnerships::PartnershipView;
use super::recommendations::{self, Found, Showcase, Wish};
use crate::domain::city::City;
use crate::domain::code::CountryCode;
use crate::domain::id::{CityId, PartnershipId};
use crate::store::connection::Db;
use crate::store::page::{Page, PageAsk};
pub use crate::store::practices::CatalogueFilter;
use crate::store::practices::StoredPractice;
use crate::store::{cities, practices};

/// One page of the published pairings.
#[derive(Debug, Clone, PartialEq)]
pub struct Pairings {
    /// The pairings with their cities, the newest first.
    pub page: Page<PartnershipView>,
    /// How many there are on all pages.
    pub total: usize,
    /// The countries of the whole directory, by code.
    pub countries: Vec<CountryCode>,
    /// Their names.
    pub names: CountryNames,
}

/// One page of the published pairings. Without a wish nothing is listed: something was asked for that no pairing can be.
///
/// # Errors
/// The database's failure, or damage.
pub fn pairings(db: &mut Db, wish: Option<Wish>, ask: &PageAsk) -> Result<Pairings, Error> {
    let (page, total) = match wish {
        Some(wish) => recommendations::counted(db, wish, ask)?,
        None => (Page { items: Vec::new(), next: None }, 0),
    };
    let (names, countries) = directory::countries(db)?;
    Ok(Pairings { page, total, countries, names })
}

/// A published practice and its city.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownPractice {
    /// What was done.
    pub practice: StoredPractice,
    /// By whom.
    pub city: City,
}

/// One page of what cities can show.
#[derive(Debug, Clone, PartialEq)]
pub struct Catalogue {
    /// The practices, documented results first.
    pub page: Page<ShownPractice>,
    /// How many there are on all pages.
    pub total: usize,
    /// The countries of the whole directory, by code.
    pub countries: Vec<CountryCode>,
    /// Their names.
    pub names: CountryNames,
}

/// One page of what cities can show. Without a filter nothing is listed: something was asked for that no practice can be.
///
/// # Errors
/// The database's failure, or damage.
pub fn catalogue(db: &mut Db, filter: Option<CatalogueFilter>, ask: &PageAsk) -> Result<Catalogue, Error> {
    let (found, total) = match filter {
        Some(filter) => (practices::catalogue(db, &filter, ask)?, practices::count_catalogue(db, &filter)?),
        None => (Page { items: Vec::new(), next: None }, 0),
    };
    let ids: Vec<CityId> = found.items.iter().map(|practice| practice.city).collect();
    let cities = cities::by_ids(db, &ids)?;
    let with_city = |practice: StoredPractice| {
        let city = cities.iter().find(|city| city.id == practice.city).cloned();
        let city = city.ok_or_else(|| Error::Internal("a practice names a city that is not there".to_owned()))?;
        Ok::<_, Error>(ShownPractice { practice, city })
    };
    let (names, countries) = directory::countries(db)?;
    Ok(Catalogue { page: found.try_map(with_city)?, total: usize::try_from(total).unwrap_or_default(), countries, names })
}

/// What everybody may know of one published pairing.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedPairing {
    /// The pairing and its two cities.
    pub view: PartnershipView,
    /// What the two can show under its theme, with the city that can; the best documented first. Empty where it is about no one theme.
    pub practices: Vec<ShownPractice>,
    /// The names of countries.
    pub names: CountryNames,
}

/// What everybody may know of one published pairing.
///
/// # Errors
/// `NotFound`, also for one that was taken back.
pub fn pairing(db: &mut Db, id: PartnershipId, now: DateTime<Utc>) -> Result<PublishedPairing, Error> {
    let Found::Standing(view) = recommendations::get(db, &Showcase::of_anybody(), id, now)? else {
        return Err(Error::NotFound("recommendation"));
    };
    let mut shown = Vec::new();
    if let Some(theme) = &view.partnership.theme {
        for city in [Some(&view.city), view.partner.as_ref()].into_iter().flatten() {
            let under = practices::published(db, city.id)?.into_iter().filter(|practice| practice.body.themes.contains(theme));
            let of_city = directory::best_first(under.collect()).into_iter();
            shown.extend(of_city.map(|practice| ShownPractice { practice, city: city.clone() }));
        }
    }
    Ok(PublishedPairing { view: *view, practices: shown, names: directory::countries(db)?.0 })
}
