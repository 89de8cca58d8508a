//! The directory of member cities, and a city's public record.
//!
//! Read by everybody: nothing here may show what a city has said to the secretariat alone.

use std::collections::BTreeMap;

use super::error::Error;
use super::themes;
use crate::domain::city::{City, fold};
use crate::domain::geo::Place;
use crate::domain::id::CityId;
use crate::store::cities::{self, BoundingBox};
use crate::store::connection::Db;
use crate::store::page::Key;
use crate::store::{partnerships, practices, profiles};

pub use crate::store::cities::{CityFilter, CityRef, Hazard, Vlr};
pub use crate::store::page::{Page, PageAsk};
pub use crate::store::practices::StoredPractice;
pub use crate::store::profiles::Revision;

/// Half the way around the Earth, in kilometres: no two places are further apart.
pub const RADIUS_MAX_KM: f64 = 20_038.0;

/// A degree of latitude is never shorter than this, in kilometres.
const DEGREE_MIN_KM: f64 = 110.5;

/// Around which place, and how far.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nearby {
    /// The centre.
    pub place: Place,
    /// The radius in kilometres, at most [`RADIUS_MAX_KM`].
    pub radius_km: f64,
}

/// A city as the directory lists it.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The city.
    pub city: City,
    /// Who took over, where the city is dissolved and its successor is one of ours.
    pub successor: Option<City>,
    /// How far it is from the place that was asked about, in kilometres.
    pub distance_km: Option<f64>,
}

/// A page of the directory: by country and name, or by distance where a place is given. The text of the filter may be written as people
/// write names.
///
/// # Errors
/// The database's failure, or damage.
pub fn list(db: &mut Db, filter: CityFilter, near: Option<Nearby>, ask: &PageAsk) -> Result<Page<Listed>, Error> {
    let filter = as_searched(filter);
    let (page, distances) = match near {
        None => (cities::list(db, &filter, ask)?, BTreeMap::new()),
        Some(near) => by_distance(db, filter, near, ask)?,
    };
    let successors: Vec<CityId> = page.items.iter().filter_map(|city| city.record.successor).collect();
    let successors: BTreeMap<CityId, City> = cities::by_ids(db, &successors)?.into_iter().map(|city| (city.id, city)).collect();
    let listed = |city: City| Listed {
        successor: city.record.successor.and_then(|id| successors.get(&id).cloned()),
        distance_km: distances.get(&city.id).copied(),
        city,
    };
    Ok(Page { items: page.items.into_iter().map(listed).collect(), next: page.next })
}

/// The filter with its text as the search looks for it: without marks, and none where nothing is left.
pub(super) fn as_searched(filter: CityFilter) -> CityFilter {
    let text = filter.text.map(|text| fold(text.trim())).filter(|text| !text.is_empty());
    CityFilter { text, ..filter }
}

type Distances = BTreeMap<CityId, f64>;

fn by_distance(db: &mut Db, mut filter: CityFilter, near: Nearby, ask: &PageAsk) -> Result<(Page<City>, Distances), Error> {
    filter.bbox = filter.bbox.or_else(|| Some(band_around(near)));
    let with_distance = |(id, place): (CityId, Place)| (key_of(near.place.distance_km(place), id), near.place.distance_km(place));
    let mut found: Vec<(Key, f64)> = cities::places(db, &filter)?.into_iter().map(with_distance).collect();
    found.retain(|(key, km)| *km <= near.radius_km && ask.after.as_ref().is_none_or(|after| (&key.sort, key.id) > (&after.sort, after.id)));
    found.sort_by(|(a, _), (b, _)| (&a.sort, a.id).cmp(&(&b.sort, b.id)));
    let page = Page::cut(found, ask.limit, |(key, _)| key.clone());
    let distances: Distances = page.items.iter().map(|(key, km)| (CityId(key.id), *km)).collect();
    let ids: Vec<CityId> = distances.keys().copied().collect();
    let mut records: BTreeMap<CityId, City> = cities::by_ids(db, &ids)?.into_iter().map(|city| (city.id, city)).collect();
    let items = page.items.iter().filter_map(|(key, _)| records.remove(&CityId(key.id))).collect();
    Ok((Page { items, next: page.next }, distances))
}

/// Sorts as text as the distance does as a number, to the millimetre.
fn key_of(km: f64, id: CityId) -> Key {
    Key { sort: format!("{km:012.6}"), id: id.0 }
}

/// All longitudes: near the poles a circle crosses every one of them.
fn band_around(near: Nearby) -> BoundingBox {
    let reach = near.radius_km / DEGREE_MIN_KM;
    let (south, north) = ((near.place.lat - reach).max(-90.0), (near.place.lat + reach).min(90.0));
    BoundingBox { west: -180.0, south, east: 180.0, north }
}

/// What everybody may know of a city.
#[derive(Debug, Clone, PartialEq)]
pub struct CityView {
    /// Its record.
    pub city: City,
    /// Who took over, where the city is dissolved and its successor is one of ours.
    pub successor: Option<City>,
    /// Its hazards, as judged.
    pub hazards: Vec<Hazard>,
    /// Its Voluntary Local Reviews, newest first.
    pub vlrs: Vec<Vlr>,
    /// The revision of its profile that is public.
    pub profile: Option<Revision>,
    /// Its published practices.
    pub practices: Vec<StoredPractice>,
    /// How many public partnerships and ties it has.
    pub ties: i64,
}

/// Who took over from a city, where that is one of ours.
///
/// # Errors
/// The database's failure.
pub fn successor_of(db: &mut Db, city: &City) -> Result<Option<City>, Error> {
    match city.record.successor {
        Some(id) => Ok(cities::find(db, &CityRef::Id(id))?),
        None => Ok(None),
    }
}

/// A city's public record, also of one that is suspended or dissolved.
///
/// # Errors
/// `NotFound`.
pub fn view(db: &mut Db, wanted: &CityRef) -> Result<CityView, Error> {
    let city = cities::find(db, wanted)?.ok_or(Error::NotFound("city"))?;
    let successor = successor_of(db, &city)?;
    let standing = profiles::standing(db, Some(&[city.id]))?;
    Ok(CityView {
        successor,
        hazards: cities::hazards(db, Some(&[city.id]))?,
        vlrs: cities::vlrs(db, Some(city.id))?,
        profile: themes::public(&standing).cloned(),
        practices: practices::published(db, city.id)?,
        ties: partnerships::count_public(db, city.id)?,
        city,
    })
}

/// The cities of these ids, in no promised order.
///
/// # Errors
/// The database's failure, or damage.
pub fn by_ids(db: &mut Db, ids: &[CityId]) -> Result<Vec<City>, Error> {
    Ok(cities::by_ids(db, ids)?)
}

/// Every active member, by country and name.
///
/// # Errors
/// The database's failure, or damage.
pub fn active(db: &mut Db) -> Result<Vec<City>, Error> {
    let filter = CityFilter { active_only: true, ..CityFilter::default() };
    Ok(cities::list(db, &filter, &PageAsk { limit: i64::from(i32::MAX), after: None })?.items)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_distances_sort_as_the_distances_do() {
        let id = CityId(uuid::Uuid::nil());
        let keys: Vec<String> = [0.0, 0.5, 9.999_999, 10.0, 999.25, 20_038.0].into_iter().map(|km| key_of(km, id).sort).collect();
        assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "{keys:?}");
    }

    #[test]
    fn the_band_around_a_place_loses_no_city_within_the_radius() {
        let near = Nearby { place: Place { lat: -7.25, lon: 112.75 }, radius_km: 300.0 };
        let band = band_around(near);
        for degrees in 0..360 {
            // A place at the very edge of the circle, by the formula for the destination of a course on a sphere.
            let (course, arc) = (f64::from(degrees).to_radians(), 300.0 / crate::domain::geo::EARTH_RADIUS_KM);
            let lat = near.place.lat.to_radians();
            let there = (lat.sin() * arc.cos() + lat.cos() * arc.sin() * course.cos()).asin().to_degrees();
            assert!((band.south..=band.north).contains(&there), "{degrees}");
        }
    }
}
