//! What is published: pairings that came through Kembar, that both cities accepted and nobody took back; to everybody, or as one portal
//! wants them.

use chrono::{DateTime, TimeDelta, Utc};

use super::access;
use super::error::{Error, invalid};
use super::partnerships::{self, PartnershipView};
use crate::domain::city::City;
use crate::domain::code::{CountryCode, LanguageCode, Slug, ThemeCode};
use crate::domain::id::PartnershipId;
use crate::domain::portal::{PortalSettings, is_origin};
use crate::store::cities::CityRef;
use crate::store::connection::Db;
use crate::store::page::{Page, PageAsk};
use crate::store::partnerships::PublishedFilter;
use crate::store::{cities, partnerships as store, portals};

/// The name, in the place of a portal's, of what any site may show.
pub const ANYBODY: &str = "public";

/// How long a pairing that was taken back is still known to have been there.
pub const WITHDRAWN_KEPT: TimeDelta = TimeDelta::days(90);

/// Who shows what is published, and what of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Showcase {
    /// The portal's slug, or [`ANYBODY`].
    pub name: String,
    /// The web origins that may show it in a frame; none where any may.
    pub origins: Option<Vec<String>>,
    /// Languages in which it is shown; empty for all.
    pub languages: Vec<LanguageCode>,
    /// Only pairings with a member of these; empty for all.
    pub countries: Vec<CountryCode>,
    /// Only pairings under these; empty for all.
    pub themes: Vec<ThemeCode>,
}

impl Showcase {
    /// Everything, for any site.
    pub fn of_anybody() -> Self {
        Self { name: ANYBODY.to_owned(), origins: None, languages: vec![], countries: vec![], themes: vec![] }
    }

    fn of(slug: &Slug, settings: PortalSettings) -> Self {
        let PortalSettings { origins, languages, countries, themes, .. } = settings;
        // What stands in a header field is looked at again: an older version let more pass.
        let origins = origins.into_iter().filter(|origin| is_origin(origin)).collect();
        Self { name: slug.to_string(), origins: Some(origins), languages, countries, themes }
    }

    /// That of a name.
    ///
    /// # Errors
    /// `NotFound` where no portal has it, or the portal is switched off.
    pub fn find(db: &mut Db, name: &str) -> Result<Self, Error> {
        Self::of_name(db, name)?.ok_or(Error::NotFound("portal"))
    }

    fn of_name(db: &mut Db, name: &str) -> Result<Option<Self>, Error> {
        if name == ANYBODY {
            return Ok(Some(Self::of_anybody()));
        }
        let Ok(slug) = name.parse::<Slug>() else { return Ok(None) };
        let portal = portals::find_by_slug(db, &slug)?.filter(|portal| portal.settings.is_active);
        Ok(portal.map(|portal| Self::of(&slug, portal.settings)))
    }

    fn shows(&self, view: &PartnershipView) -> bool {
        let countries = [Some(&view.city), view.partner.as_ref()].into_iter().flatten().map(|city| &city.record.country);
        let is_from_there = self.countries.is_empty() || countries.clone().any(|country| self.countries.contains(country));
        let theme = view.partnership.theme.as_ref();
        is_from_there && (self.themes.is_empty() || theme.is_some_and(|theme| self.themes.contains(theme)))
    }

    /// Of these themes, those that it shows; none where all are meant.
    fn themes(&self, asked: Option<Vec<ThemeCode>>) -> Option<Vec<ThemeCode>> {
        match (asked, self.themes.is_empty()) {
            (asked, true) => asked,
            (None, false) => Some(self.themes.clone()),
            (Some(asked), false) => Some(asked.into_iter().filter(|theme| self.themes.contains(theme)).collect()),
        }
    }
}

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wish {
    /// As this portal shows it; everything where absent.
    pub portal: Option<String>,
    /// Only with this city.
    pub city: Option<CityRef>,
    /// Only with a member of this country.
    pub country: Option<CountryCode>,
    /// Only of this kind.
    pub kind: Option<String>,
    /// Only under one of these themes.
    pub themes: Option<Vec<ThemeCode>>,
    /// Only those that became public at this moment or later.
    pub since: Option<DateTime<Utc>>,
}

/// A page of what is published, the newest first.
///
/// # Errors
/// `NotFound` for a city that is not there, `Invalid` for a portal that is not.
pub fn list(db: &mut Db, wish: Wish, ask: &PageAsk) -> Result<Page<PartnershipView>, Error> {
    let showcase = match wish.portal.as_deref() {
        None => Showcase::of_anybody(),
        Some(name) => Showcase::of_name(db, name)?.ok_or_else(|| invalid("portal", "must be the slug of a portal"))?,
    };
    list_in(db, &showcase, wish, ask)
}

/// The same in a showcase that was found already.
///
/// # Errors
/// `NotFound` for a city that is not there.
pub fn list_in(db: &mut Db, showcase: &Showcase, wish: Wish, ask: &PageAsk) -> Result<Page<PartnershipView>, Error> {
    let filter = filter(db, showcase, wish)?;
    let page = store::published(db, &filter, ask)?;
    partnerships::views(db, page)
}

/// A page for anybody, and how many there are on all pages.
///
/// # Errors
/// `NotFound` for a city that is not there.
pub fn counted(db: &mut Db, wish: Wish, ask: &PageAsk) -> Result<(Page<PartnershipView>, usize), Error> {
    let filter = filter(db, &Showcase::of_anybody(), wish)?;
    let total = usize::try_from(store::count_published(db, &filter)?).unwrap_or_default();
    let page = store::published(db, &filter, ask)?;
    Ok((partnerships::views(db, page)?, total))
}

fn filter(db: &mut Db, showcase: &Showcase, wish: Wish) -> Result<PublishedFilter, Error> {
    let city = wish.city.map(|city| access::city_id(db, &city)).transpose()?;
    let own = (!showcase.countries.is_empty()).then(|| showcase.countries.clone());
    let countries = wish.country.map(|country| vec![country]).into_iter().chain(own).collect();
    Ok(PublishedFilter { city, countries, kind: wish.kind, themes: showcase.themes(wish.themes), since: wish.since })
}

/// A pairing that was looked for by its id.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// It is public.
    Standing(Box<PartnershipView>),
    /// It was, and was taken back no longer ago than [`WITHDRAWN_KEPT`].
    Withdrawn {
        /// Which.
        id: PartnershipId,
        /// When it was taken back.
        at: DateTime<Utc>,
    },
}

/// One published pairing, where a showcase has it.
///
/// # Errors
/// `NotFound` for one that never was public, that was taken back long ago, or that this portal does not show.
pub fn get(db: &mut Db, showcase: &Showcase, id: PartnershipId, now: DateTime<Utc>) -> Result<Found, Error> {
    const NONE: Error = Error::NotFound("recommendation");
    let found = store::find(db, id)?.filter(|found| found.proposal.is_some() && found.published_at.is_some()).ok_or(NONE)?;
    let view = partnerships::one(db, found)?;
    match view.partnership.withdrawn_at {
        _ if !showcase.shows(&view) => Err(NONE),
        None => Ok(Found::Standing(Box::new(view))),
        Some(at) if now - at <= WITHDRAWN_KEPT => Ok(Found::Withdrawn { id, at }),
        Some(_) => Err(NONE),
    }
}

/// A city, by slug.
///
/// # Errors
/// `NotFound`.
pub fn city(db: &mut Db, slug: &str) -> Result<City, Error> {
    const NONE: Error = Error::NotFound("city");
    let wanted: CityRef = slug.parse().map_err(|_bad| NONE)?;
    let id = access::city_id(db, &wanted)?;
    cities::by_ids(db, &[id])?.pop().ok_or(NONE)
}

/// Both cities of a pairing, the first one first; one where the other is no member.
pub fn cities_of(view: &PartnershipView) -> Vec<&City> {
    [Some(&view.city), view.partner.as_ref()].into_iter().flatten().collect()
}
