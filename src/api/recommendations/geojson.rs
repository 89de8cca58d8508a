//! A map (RFC 7946): a feature for each pairing, which is the line between its cities, or one point where the place of one is not known.

use geojson::{Feature, FeatureCollection, Geometry, feature};
use serde_json::{Map, Value, json};

use super::read::RecommendationDto;
use super::shown::{Leaf, Pairing, json as bytes};
use crate::api::edge::Problem;
use crate::domain::geo::Place;

pub(super) fn write(leaf: &Leaf<'_>) -> Result<Vec<u8>, Problem> {
    let features = leaf.pairings.iter().map(|pairing| of(pairing, leaf)).collect::<Result<Vec<_>, _>>()?;
    let link = |rel: &str, href: &str| json!({"rel": rel, "href": href, "type": "application/geo+json"});
    let next = leaf.next.iter().map(|next| link("next", next));
    let links: Vec<Value> = [link("self", &leaf.here), link("first", &leaf.first)].into_iter().chain(next).collect();
    // A member that RFC 7946 does not know, named as OGC API Features names it.
    let foreign = Map::from_iter([("links".to_owned(), Value::Array(links))]);
    bytes(&FeatureCollection { bbox: None, features, foreign_members: Some(foreign) })
}

fn of(pairing: &Pairing<'_>, leaf: &Leaf<'_>) -> Result<Feature, Problem> {
    let dto = serde_json::to_value(RecommendationDto::of(pairing)).map_err(|error| Problem::internal(&error))?;
    let Value::Object(mut properties) = dto else { return Err(Problem::internal_because("a recommendation is no object")) };
    properties.remove("id");
    properties.insert("url".to_owned(), format!("{}{}", leaf.base, pairing.path()).into());
    properties.insert("title".to_owned(), pairing.title().into());
    Ok(Feature {
        bbox: None,
        geometry: geometry(pairing.cities.iter().filter_map(|city| city.record.place)),
        id: Some(feature::Id::String(pairing.id.to_string())),
        properties: Some(properties),
        foreign_members: None,
    })
}

/// Longitude first, as the standard has it.
fn position(place: Place) -> [f64; 2] {
    [place.lon, place.lat]
}

fn geometry(mut places: impl Iterator<Item = Place>) -> Option<Geometry> {
    let first = places.next()?;
    let Some(second) = places.next() else { return Some(Geometry::new_point(position(first))) };
    Some(match crossing(first, second) {
        None => Geometry::new_line_string([position(first), position(second)]),
        Some((lat, edge)) => Geometry::new_multi_line_string([[position(first), [edge, lat]], [[-edge, lat], position(second)]]),
    })
}

/// Where a line crosses the antimeridian, at which it has to be cut: the latitude, and the edge of the map on the first one's side.
fn crossing(first: Place, second: Place) -> Option<(f64, f64)> {
    if (first.lon - second.lon).abs() <= 180.0 {
        return None;
    }
    let edge = 180.0_f64.copysign(first.lon);
    let to_edge = (edge - first.lon).abs();
    let across = to_edge + (edge + second.lon).abs();
    let part = if across > 0.0 { to_edge / across } else { 0.0 };
    Some((first.lat + (second.lat - first.lat) * part, edge))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DILI: Place = Place { lat: -8.5, lon: 125.5 };
    const HONOLULU: Place = Place { lat: 21.5, lon: -157.5 };

    fn drawn(places: &[Place]) -> Value {
        serde_json::to_value(geometry(places.iter().copied())).expect("JSON")
    }

    #[test]
    fn a_pairing_is_a_line_or_what_is_known_of_it() {
        let davao = Place { lat: 7.0, lon: 125.6 };
        assert_eq!(drawn(&[DILI, davao]), json!({"type": "LineString", "coordinates": [[125.5, -8.5], [125.6, 7.0]]}));
        assert_eq!(drawn(&[DILI]), json!({"type": "Point", "coordinates": [125.5, -8.5]}));
        assert_eq!(drawn(&[]), Value::Null);
    }

    #[test]
    fn a_line_over_the_antimeridian_is_cut_in_two_that_meet_there() {
        let there = drawn(&[DILI, HONOLULU]);
        assert_eq!(there["type"], "MultiLineString");
        let lines = there["coordinates"].as_array().expect("lines");
        assert_eq!((&lines[0][1][0], &lines[1][0][0]), (&json!(180.0), &json!(-180.0)));
        let lat = lines[0][1][1].as_f64().expect("a latitude");
        assert!((lat - (-8.5 + 30.0 * 54.5 / 77.0)).abs() < 1e-9, "{lat}");
        assert_eq!(lines[0][1][1], lines[1][0][1]);
        assert_eq!(drawn(&[HONOLULU, DILI])["coordinates"][0][1][0], json!(-180.0));
    }
}
