//! Places on the globe.

use serde::{Deserialize, Serialize};

/// The mean radius of the Earth, in kilometres (IUGG 1980).
pub const EARTH_RADIUS_KM: f64 = 6_371.008_8;

/// WGS 84 coordinates in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Place {
    /// Latitude, −90 to 90.
    pub lat: f64,
    /// Longitude, −180 to 180.
    pub lon: f64,
}

impl Place {
    /// Great-circle distance in kilometres, by the haversine formula on a sphere (error below 0.6 % of the ellipsoid's).
    ///
    /// ```
    /// use kembar::domain::geo::Place;
    /// let surabaya = Place { lat: -7.25, lon: 112.75 };
    /// let iloilo = Place { lat: 10.72, lon: 122.56 };
    /// assert!((surabaya.distance_km(iloilo) - 2_275.0).abs() < 5.0);
    /// assert_eq!(surabaya.distance_km(iloilo), iloilo.distance_km(surabaya));
    /// ```
    pub fn distance_km(self, other: Place) -> f64 {
        let (lat_a, lat_b) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = ((lat_b - lat_a) / 2.0).sin().powi(2);
        let half_lon = ((other.lon - self.lon).to_radians() / 2.0).sin().powi(2);
        let chord = (half_lat + lat_a.cos() * lat_b.cos() * half_lon).min(1.0);
        2.0 * EARTH_RADIUS_KM * chord.sqrt().asin()
    }
}
