//! How every answer names a city.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::domain::city::City;

/// A city in an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct CityRefDto {
    /// Its id.
    pub id: Uuid,
    /// Its readable address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// ISO 3166-1 code of its country.
    pub country: String,
}

impl From<&City> for CityRefDto {
    fn from(city: &City) -> Self {
        Self { id: city.id.0, slug: city.slug.to_string(), name: city.record.name.clone(), country: city.record.country.to_string() }
    }
}

impl From<crate::matching::answer::CityRef> for CityRefDto {
    fn from(city: crate::matching::answer::CityRef) -> Self {
        Self { id: city.id.0, slug: city.slug.to_string(), name: city.name, country: city.country.to_string() }
    }
}
