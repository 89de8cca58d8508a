//! Reading the directory.

use actix_web::{HttpResponse, get, web};
use serde::Deserialize;
use utoipa::IntoParams;

use super::dto::{CityDto, CityViewDto};
use crate::actions::error::invalid;
use crate::actions::membership::{self, Nearby};
use crate::api::call::Call;
use crate::api::edge::{Caching, EntityTag, Limit, Page, Problem, Query};
use crate::api::lists::ListAsk;
use crate::domain::code::{CountryCode, ThemeCode};
use crate::domain::geo::Place;
use crate::domain::role::Caller;
use crate::store::cities::{BoundingBox, CityFilter, CityRef};

/// The radius around a place where nothing is said, in kilometres.
const USUAL_RADIUS_KM: f64 = 200.0;

/// The largest radius, in kilometres: half the way round the Earth.
const RADIUS_MAX_KM: f64 = 20_040.0;

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
    fn read(&self) -> Result<(CityFilter, Option<Nearby>), Problem> {
        let bbox = self.bbox.as_deref().map(read_box).transpose()?;
        let near = self.near.as_deref().map(|text| read_near(text, self.radius_km)).transpose()?;
        if self.q.as_ref().is_some_and(|text| text.chars().count() > 200) {
            return Err(invalid("q", "must have at most 200 characters").into());
        }
        if self.radius_km.is_some() && near.is_none() {
            return Err(invalid("radius_km", "needs near").into());
        }
        let (country, network, theme, text) = (self.country.clone(), self.network.clone(), self.theme.clone(), self.q.clone());
        Ok((CityFilter { country, network, theme, text, bbox, active_only: false }, near))
    }
}

fn numbers<const N: usize>(text: &str) -> Option<[f64; N]> {
    let parts: Vec<f64> = text.split(',').map(|part| part.trim().parse().ok().filter(|n: &f64| n.is_finite())).collect::<Option<_>>()?;
    parts.try_into().ok()
}

fn read_box(text: &str) -> Result<BoundingBox, Problem> {
    let bad = || invalid("bbox", "must be west,south,east,north: longitudes from -180 to 180, latitudes from -90 to 90, south below north");
    let [west, south, east, north] = numbers(text).ok_or_else(bad)?;
    let (is_lon, is_lat) = (|n: f64| (-180.0..=180.0).contains(&n), |n: f64| (-90.0..=90.0).contains(&n));
    let is_good = is_lon(west) && is_lon(east) && is_lat(south) && is_lat(north) && south <= north;
    if is_good { Ok(BoundingBox { west, south, east, north }) } else { Err(bad().into()) }
}

fn read_near(text: &str, radius_km: Option<f64>) -> Result<Nearby, Problem> {
    let bad = || invalid("near", "must be lat,lon: latitude from -90 to 90, longitude from -180 to 180");
    let [lat, lon] = numbers(text).ok_or_else(bad)?;
    if !(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lon) {
        return Err(bad().into());
    }
    let radius_km = radius_km.unwrap_or(USUAL_RADIUS_KM);
    if !(radius_km > 0.0 && radius_km <= RADIUS_MAX_KM) {
        return Err(invalid("radius_km", format!("must be above 0 and at most {RADIUS_MAX_KM}")).into());
    }
    Ok(Nearby { place: Place { lat, lon }, radius_km })
}

/// The directory, by country and name, or by distance where `near` is given. Dissolved cities are shown with their successor.
#[utoipa::path(operation_id = "list_cities", tag = "cities", params(CityQuery), responses((status = 200, body = Page<CityDto>)))]
#[get("/cities")]
pub async fn list_cities(call: Call, asked: Query<CityQuery>) -> Result<HttpResponse, Problem> {
    let (filter, near) = asked.read()?;
    // The same for everybody, so that caches may keep it.
    let list = ListAsk { list: "list_cities", filters: asked.fingerprint(), caller: &Caller::Anonymous };
    let ask = list.page(&call.app, asked.limit, asked.cursor.as_deref())?;
    let page = call.read(move |db| membership::list(db, filter, near, &ask)).await?;
    list.answer(&call.app, &call.request, (page, Caching::Published), CityDto::from)
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
    let tag = EntityTag::of_version_in(version, &EntityTag::of_content(&json).to_string().replace(['"', 'W', '/'], ""));
    Ok(crate::api::edge::answer(&call.request, &tag, Caching::Published, json))
}
