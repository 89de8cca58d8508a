//! Reading the directory.

use actix_web::{HttpResponse, get, web};
use serde::Deserialize;
use utoipa::IntoParams;

use super::dto::{CityDto, CityViewDto};
use crate::actions::membership::{self, Nearby, RADIUS_MAX_KM};
use crate::api::call::Call;
use crate::api::edge::{Caching, EntityTag, Limit, Page, Problem, Query};
use crate::api::lists::ListAsk;
use crate::domain::code::{CountryCode, ThemeCode};
use crate::domain::fault::Faults;
use crate::domain::geo::Place;
use crate::domain::role::Caller;
use crate::matching::taxonomy::Taxonomy;
use crate::store::cities::{BoundingBox, CityFilter, CityRef};

/// The radius around a place where nothing is said, in kilometres.
const USUAL_RADIUS_KM: f64 = 200.0;

/// The longest text to look for, in characters.
const TEXT_MAX_CHARS: usize = 200;

/// Which cities.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CityQuery {
    /// Only this country: ISO 3166-1 alpha-2.
    #[param(value_type = Option<String>)]
    country: Option<CountryCode>,
    /// Only members of this network, such as ASCN.
    network: Option<String>,
    /// Only cities with this theme among their priorities, capacities or practices.
    #[param(value_type = Option<String>)]
    theme: Option<ThemeCode>,
    /// Only cities whose name holds this text; case and marks do not matter.
    #[param(max_length = 200)]
    q: Option<String>,
    /// Only cities in this box: west,south,east,north in degrees; west > east spans the 180th meridian.
    bbox: Option<String>,
    /// Only cities near this place, nearest first: lat,lon in degrees.
    near: Option<String>,
    /// How near, in kilometres; 200 where absent.
    radius_km: Option<f64>,
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Limit,
    cursor: Option<String>,
}

impl CityQuery {
    /// The filter, or every fault of the query. A theme that the taxonomy does not have would find nothing and say nothing.
    fn read(&self, taxonomy: &Taxonomy) -> Result<(CityFilter, Option<Nearby>), Faults> {
        let mut faults = Faults::new();
        let bbox = self.bbox.as_deref().map(read_box);
        faults.require(bbox != Some(None), "bbox", BOX);
        let place = self.near.as_deref().map(read_place);
        faults.require(place != Some(None), "near", PLACE);
        let radius_km = self.radius_km.unwrap_or(USUAL_RADIUS_KM);
        faults.require(radius_km > 0.0 && radius_km <= RADIUS_MAX_KM, "radius_km", format!("must be above 0 and at most {RADIUS_MAX_KM}"));
        faults.require(self.radius_km.is_none() || self.near.is_some(), "radius_km", "needs near");
        for (name, text) in [("q", &self.q), ("network", &self.network)] {
            let is_short = text.as_ref().is_none_or(|text| text.chars().count() <= TEXT_MAX_CHARS);
            faults.require(is_short, name, format!("must have at most {TEXT_MAX_CHARS} characters"));
        }
        if let Some(theme) = &self.theme {
            faults.require(taxonomy.has(theme), "theme", format!("the taxonomy has no theme '{theme}'; see /api/v1/taxonomy"));
        }
        let (country, network, theme, text) = (self.country.clone(), self.network.clone(), self.theme.clone(), self.q.clone());
        let near = place.flatten().map(|place| Nearby { place, radius_km });
        faults.into_result((CityFilter { country, network, theme, text, bbox: bbox.flatten(), active_only: false }, near))
    }
}

const BOX: &str = "must be west,south,east,north: longitudes from -180 to 180, latitudes from -90 to 90, south below north";
const PLACE: &str = "must be lat,lon: latitude from -90 to 90, longitude from -180 to 180";

fn numbers<const N: usize>(text: &str) -> Option<[f64; N]> {
    let parts: Vec<f64> = text.split(',').map(|part| part.trim().parse().ok().filter(|n: &f64| n.is_finite())).collect::<Option<_>>()?;
    parts.try_into().ok()
}

fn is_lat(degrees: f64) -> bool {
    (-90.0..=90.0).contains(&degrees)
}

fn is_lon(degrees: f64) -> bool {
    (-180.0..=180.0).contains(&degrees)
}

fn read_box(text: &str) -> Option<BoundingBox> {
    let [west, south, east, north] = numbers(text)?;
    let is_good = is_lon(west) && is_lon(east) && is_lat(south) && is_lat(north) && south <= north;
    is_good.then_some(BoundingBox { west, south, east, north })
}

fn read_place(text: &str) -> Option<Place> {
    let [lat, lon] = numbers(text)?;
    (is_lat(lat) && is_lon(lon)).then_some(Place { lat, lon })
}

/// What nobody signs in for may be kept by everybody; who has signed in may have just changed it, and has to see that.
fn caching_for(caller: &Caller) -> Caching {
    match caller {
        Caller::Anonymous | Caller::Portal(_) => Caching::Published,
        Caller::Person(_) => Caching::NoStore,
    }
}

/// The directory, by country and name, or by distance where `near` is given. Dissolved cities are shown with their successor.
#[utoipa::path(operation_id = "list_cities", tag = "cities", params(CityQuery), responses((status = 200, body = Page<CityDto>)))]
#[get("/cities")]
pub async fn list_cities(call: Call, asked: Query<CityQuery>) -> Result<HttpResponse, Problem> {
    let (filter, near) = asked.read(call.app.model().taxonomy())?;
    // The same for everybody, so that caches may keep it.
    let list = ListAsk { list: "list_cities", filters: asked.fingerprint(), caller: &Caller::Anonymous };
    let ask = list.page(&call.app, asked.limit, asked.cursor.as_deref())?;
    let page = call.read(move |db| membership::list(db, filter, near, &ask)).await?;
    list.answer(&call.app, &call.request, (page, caching_for(&call.caller)), CityDto::from)
}

/// A city's public record.
#[utoipa::path(operation_id = "get_city", tag = "cities", params(("id" = String, Path, description = "id or slug")), responses((status = 200, body = CityViewDto)))]
#[get("/cities/{id}")]
pub async fn get_city(call: Call, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let wanted: CityRef = id.parse().map_err(|_bad| Problem::not_found())?;
    let view = call.read(move |db| membership::view(db, &wanted)).await?;
    // Its version counts the record; what hangs on it changes by itself, so the body is part of the tag.
    let version = view.city.version;
    let json = serde_json::to_vec(&CityViewDto::from(view)).map_err(|error| Problem::internal(&error))?;
    let tag = EntityTag::of_version_and_content(version, &json);
    Ok(crate::api::edge::answer(&call.request, &tag, caching_for(&call.caller), json))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_may_span_the_date_line_and_has_its_south_below_its_north() {
        assert!(read_box("170,-20,-170,10").is_some());
        for bad in ["170,10,-170,-20", "0,0,0", "0,0,0,0,0", "a,b,c,d", "181,0,0,0", "NaN,0,0,0", ""] {
            assert_eq!(read_box(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_place_is_latitude_then_longitude() {
        assert_eq!(read_place(" -7.25 , 112.75"), Some(Place { lat: -7.25, lon: 112.75 }));
        assert_eq!(read_place("112.75,-7.25"), None);
    }
}
