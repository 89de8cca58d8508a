//! The directory, a city's public record, and its keeping.

use std::str::FromStr;

use actix_web::{HttpResponse, get, patch, post, web};
use serde::{Deserialize, Deserializer, de};
use utoipa::IntoParams;

use super::call::{Call, Reply};
use super::city_dto::{CityDto, CityRecordDto, ListedCityDto};
use super::city_input::{CityPatchInput, NewCityInput};
use super::edge::{Caching, EntityTag, JsonBody, Limit, Problem, Query, UnreadJson, answer};
use super::lists::ListAsk;
use super::taxonomy::require_theme;
use crate::actions::audit::bytes_hash;
use crate::actions::error::Error;
use crate::actions::membership::{self, CityFilter, Nearby, RADIUS_MAX_KM};
use crate::actions::membership_changes;
use crate::domain::city::City;
use crate::domain::code::{CountryCode, ThemeCode};
use crate::domain::fault::Faults;
use crate::domain::geo::Place;
use crate::domain::role::Caller;
use crate::store::cities::{BoundingBox, CityRef};
use crate::store::connection::Db;

/// How far to look where nothing is said, in kilometres.
const USUAL_RADIUS_KM: f64 = 500.0;

/// Which cities.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CityQuery {
    /// Only of this country: an ISO 3166-1 code.
    #[param(value_type = Option<String>)]
    country: Option<CountryCode>,
    /// Only members of this network, such as `ASCN`.
    #[param(max_length = 80)]
    network: Option<String>,
    /// Only with this theme among public priorities or published practices.
    #[param(value_type = Option<String>)]
    theme: Option<ThemeCode>,
    /// Only where name, local name or subdivision holds this text; case and accents do not count.
    #[param(max_length = 100)]
    q: Option<String>,
    /// Only within this box: west, south, east, north in degrees; west may be greater than east.
    #[serde(default, deserialize_with = "read")]
    #[param(value_type = Option<String>, example = "95,-11,141,28")]
    bbox: Option<BoxText>,
    /// Only near this place, nearest first: latitude, longitude in degrees.
    #[serde(default, deserialize_with = "read")]
    #[param(value_type = Option<String>, example = "-7.25,112.75")]
    near: Option<PlaceText>,
    /// How near, in kilometres; 500 where absent. Only with `near`.
    radius_km: Option<f64>,
    /// Only active members.
    active: Option<bool>,
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Limit,
    cursor: Option<String>,
}

/// A value that is written as a text of its own.
fn read<'de, T: FromStr<Err = String>, D: Deserializer<'de>>(reader: D) -> Result<Option<T>, D::Error> {
    String::deserialize(reader)?.parse().map(Some).map_err(de::Error::custom)
}

#[derive(Debug, Clone, Copy)]
struct BoxText(BoundingBox);

#[derive(Debug, Clone, Copy)]
struct PlaceText(Place);

/// `N` numbers between commas.
fn numbers<const N: usize>(text: &str) -> Option<[f64; N]> {
    let numbers: Vec<f64> = text.split(',').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    numbers.try_into().ok()
}

fn is_lat(degrees: f64) -> bool {
    (-90.0..=90.0).contains(&degrees)
}

fn is_lon(degrees: f64) -> bool {
    (-180.0..=180.0).contains(&degrees)
}

impl FromStr for BoxText {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let good = numbers(text)
            .filter(|&[west, south, east, north]| is_lon(west) && is_lon(east) && is_lat(south) && is_lat(north) && south <= north);
        let [west, south, east, north] = good.ok_or("has to be west,south,east,north in degrees, such as 95,-11,141,28")?;
        Ok(Self(BoundingBox { west, south, east, north }))
    }
}

impl FromStr for PlaceText {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let good = numbers(text).filter(|&[lat, lon]| is_lat(lat) && is_lon(lon));
        let [lat, lon] = good.ok_or("has to be latitude,longitude in degrees, such as -7.25,112.75")?;
        Ok(Self(Place { lat, lon }))
    }
}

impl CityQuery {
    fn faults(&self) -> Faults {
        let mut faults = Faults::new();
        let is_radius = self.radius_km.is_none_or(|km| km > 0.0 && km <= RADIUS_MAX_KM);
        faults.require(is_radius, "radius_km", format!("has to be above 0 and at most {RADIUS_MAX_KM}"));
        faults.require(self.radius_km.is_none() || self.near.is_some(), "radius_km", "stands here without near");
        for (name, text, max) in [("q", &self.q, 100), ("network", &self.network, 80)] {
            let is_short = text.as_ref().is_none_or(|text| text.chars().count() <= max);
            faults.require(is_short, name, format!("has to have at most {max} characters"));
        }
        faults
    }

    fn filter(&self) -> CityFilter {
        CityFilter {
            country: self.country.clone(),
            network: self.network.clone(),
            theme: self.theme.clone(),
            text: self.q.clone(),
            bbox: self.bbox.map(|text| text.0),
            active_only: self.active == Some(true),
        }
    }

    fn nearby(&self) -> Option<Nearby> {
        self.near.map(|near| Nearby { place: near.0, radius_km: self.radius_km.unwrap_or(USUAL_RADIUS_KM) })
    }
}

/// What nobody had to sign in for may be kept by everybody; a signed-in officer has to see the newest.
fn caching_for(caller: &Caller) -> Caching {
    match caller {
        Caller::Anonymous | Caller::Portal(_) => Caching::Published,
        Caller::Person(_) => Caching::NoStore,
    }
}

/// The directory: by country and name, or nearest first. Dissolved cities stand in it with their successor.
#[utoipa::path(operation_id = "list_cities", tag = "cities", params(CityQuery), responses((status = 200, body = super::edge::Page<ListedCityDto>)))]
#[get("/cities")]
pub async fn list_cities(call: Call, asked: Query<CityQuery>) -> Result<HttpResponse, Problem> {
    asked.faults().into_result(())?;
    require_theme(call.app.model().taxonomy(), asked.theme.as_ref())?;
    let list = ListAsk { list: "list_cities", filters: asked.fingerprint(), caller: &call.caller };
    let ask = list.page(&call.app, asked.limit, asked.cursor.as_deref())?;
    let (filter, near) = (asked.filter(), asked.nearby());
    let page = call.read(move |db| membership::list(db, filter, near, &ask)).await?;
    list.answer(&call.app, &call.request, (page, caching_for(&call.caller)), ListedCityDto::from)
}

/// What everybody may know of a city.
#[utoipa::path(operation_id = "get_city", tag = "cities", params(("id" = String, Path, description = "id or slug")), responses((status = 200, body = CityDto)))]
#[get("/cities/{id}")]
pub async fn get_city(call: Call, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let wanted: CityRef = id.parse().map_err(|_bad| Problem::not_found())?;
    let view = call.read(move |db| membership::view(db, &wanted)).await?;
    let version = view.city.version;
    let json = serde_json::to_vec(&CityDto::from(view)).map_err(|error| Problem::internal(&error))?;
    Ok(answer(&call.request, &tag_of(version, &json), caching_for(&call.caller), json))
}

/// Names the version of the record, which a writer has to have seen, and the whole content, which also changes with practices and ties.
fn tag_of(version: i64, json: &[u8]) -> EntityTag {
    let hash = bytes_hash(json);
    EntityTag::of_version_in(version, hash.get(7..23).unwrap_or_default())
}

/// Admits a city.
#[utoipa::path(operation_id = "create_city", tag = "cities", request_body = NewCityInput, params(("Idempotency-Key" = uuid::Uuid, Header)), responses((status = 201, body = CityRecordDto)))]
#[post("/cities")]
pub async fn create_city(call: Call, body: UnreadJson<NewCityInput>) -> Result<HttpResponse, Problem> {
    let JsonBody { value, sha256 } = body.read().await?;
    let new = value.read()?;
    call.once(&sha256, move |write, pass| {
        let city = membership_changes::create(write, pass, new)?;
        let (location, version) = (format!("/api/v1/cities/{}", city.slug), city.version);
        Ok(Reply::created(location, Some(version), dto(write.db, city)?))
    })
    .await
}

/// Corrects a city's record or status.
#[utoipa::path(operation_id = "update_city", tag = "cities", request_body = CityPatchInput, params(("id" = String, Path, description = "id or slug"), ("If-Match" = String, Header)), responses((status = 200, body = CityRecordDto)))]
#[patch("/cities/{id}")]
pub async fn update_city(call: Call, body: UnreadJson<CityPatchInput>) -> Result<HttpResponse, Problem> {
    let seen = call.seen()?;
    let patch = body.read().await?.value.read()?;
    call.change(move |write, pass| {
        let city = membership_changes::update(write, pass, seen, patch)?;
        Ok(Reply::ok(city.version, dto(write.db, city)?))
    })
    .await
}

fn dto(db: &mut Db, city: City) -> Result<CityRecordDto, Error> {
    let successor = membership::successor_of(db, &city)?;
    Ok(CityRecordDto::of(city, successor.as_ref()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_may_span_the_date_line_and_has_to_have_its_south_below_its_north() {
        assert!("170,-20,-170,10".parse::<BoxText>().is_ok());
        for bad in ["170,10,-170,-20", "0,0,0", "0,0,0,0,0", "a,b,c,d", "181,0,0,0", "NaN,0,0,0", ""] {
            assert!(bad.parse::<BoxText>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_place_is_latitude_then_longitude() {
        let PlaceText(place) = " -7.25 , 112.75".parse().unwrap();
        assert_eq!((place.lat, place.lon), (-7.25, 112.75));
        assert!("112.75,-7.25".parse::<PlaceText>().is_err());
    }
}
