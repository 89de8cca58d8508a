//! Admitting and correcting cities.

use actix_web::{HttpResponse, patch, post};

use super::dto::CityDto;
use super::input::{CityPatchInput, NewCityInput};
use crate::actions::membership_changes as changes;
use crate::actions::{error::Error, membership};
use crate::api::call::{Call, Reply};
use crate::api::edge::{JsonBody, Problem, UnreadJson};
use crate::domain::city::City;
use crate::store::connection::Db;

/// Admits a city.
#[utoipa::path(operation_id = "create_city", tag = "cities", request_body = NewCityInput, params(("Idempotency-Key" = uuid::Uuid, Header)), responses((status = 201, body = CityDto)))]
#[post("/cities")]
pub async fn create_city(call: Call, body: UnreadJson<NewCityInput>) -> Result<HttpResponse, Problem> {
    let JsonBody { value, sha256 } = body.read().await?;
    call.once(&sha256, move |write, pass| {
        let city = changes::create(write, pass, value.read())?;
        Ok(Reply::created(format!("/api/v1/cities/{}", city.slug), Some(city.version), dto(write.db, city)?))
    })
    .await
}

/// Corrects a city's record or status: a field that is absent stays, `null` means not known.
#[utoipa::path(operation_id = "update_city", tag = "cities", request_body = CityPatchInput, params(("id" = String, Path, description = "id or slug"), ("If-Match" = String, Header)), responses((status = 200, body = CityDto)))]
#[patch("/cities/{id}")]
pub async fn update_city(call: Call, body: UnreadJson<CityPatchInput>) -> Result<HttpResponse, Problem> {
    let seen = call.seen()?;
    let patch = body.read().await?.value.read();
    call.change(move |write, pass| {
        let city = changes::update(write, pass, seen, patch)?;
        Ok(Reply::ok(city.version, dto(write.db, city)?))
    })
    .await
}

fn dto(db: &mut Db, city: City) -> Result<CityDto, Error> {
    let successor = membership::successor_of(db, &city)?;
    Ok(CityDto::of(city, successor.as_ref()))
}
