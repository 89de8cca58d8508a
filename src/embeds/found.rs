//! What is found at the address of a frame.

use chrono::{DateTime, Utc};

use super::asked::{Asked, What};
use crate::actions::error::Error;
use crate::actions::partnerships::PartnershipView;
use crate::actions::recommendations::{self, Found, Showcase, Wish};
use crate::domain::city::City;
use crate::store::connection::Db;
use crate::store::page::PageAsk;

/// What a frame shows.
#[derive(Debug)]
pub(super) enum Content {
    /// Pairings, the newest first; of one city where it is named.
    List(Option<Box<City>>, Vec<PartnershipView>),
    /// One pairing.
    One(Box<PartnershipView>),
    /// One that was taken back at this time.
    Withdrawn(DateTime<Utc>),
    /// Nothing that is to be seen.
    Missing,
}

/// Looks for it. Where the portal is there and the rest is not, the frame says so.
///
/// # Errors
/// `NotFound` for a portal that is not there.
pub(super) fn look(db: &mut Db, asked: &Asked, now: DateTime<Utc>) -> Result<(Showcase, Content), Error> {
    let showcase = Showcase::find(db, &asked.portal)?;
    match content(db, &showcase, asked, now) {
        Ok(content) => Ok((showcase, content)),
        Err(Error::NotFound(_)) => Ok((showcase, Content::Missing)),
        Err(error) => Err(error),
    }
}

fn content(db: &mut Db, showcase: &Showcase, asked: &Asked, now: DateTime<Utc>) -> Result<Content, Error> {
    match &asked.what {
        What::List => Ok(Content::List(None, list(db, showcase, asked, None)?)),
        What::City(slug) => {
            let city = recommendations::city(db, slug.as_str())?;
            let items = list(db, showcase, asked, Some(&city))?;
            Ok(Content::List(Some(Box::new(city)), items))
        }
        What::One(id) => Ok(match recommendations::get(db, showcase, *id, now)? {
            Found::Standing(view) => Content::One(view),
            Found::Withdrawn { at, .. } => Content::Withdrawn(at),
        }),
    }
}

fn list(db: &mut Db, showcase: &Showcase, asked: &Asked, city: Option<&City>) -> Result<Vec<PartnershipView>, Error> {
    let wish = Wish {
        city: city.map(|city| crate::store::cities::CityRef::Id(city.id)),
        country: asked.filter.country.clone(),
        themes: asked.filter.theme.clone().map(|theme| vec![theme]),
        ..Wish::default()
    };
    Ok(recommendations::list_in(db, showcase, wish, &PageAsk { limit: asked.filter.limit, after: None })?.items)
}
