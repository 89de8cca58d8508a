//! schema.org, as JSON-LD: a list of recommendations, each about two cities.

use serde_json::{Value, json};

use super::shown::{Leaf, PUBLISHER, Pairing, json as bytes};
use crate::api::edge::Problem;
use crate::domain::city::City;

pub(super) fn write(leaf: &Leaf<'_>) -> Result<Vec<u8>, Problem> {
    let items: Vec<Value> = leaf
        .pairings
        .iter()
        .enumerate()
        .map(|(at, pairing)| json!({"@type": "ListItem", "position": at + 1, "item": recommendation(pairing, leaf)}))
        .collect();
    // schema.org has no word for the next page of a list.
    let next = json!({"@id": "http://www.w3.org/ns/hydra/core#next", "@type": "@id"});
    let mut list = json!({
        "@context": ["https://schema.org", {"next": next}],
        "@type": "ItemList",
        "@id": leaf.here,
        "itemListOrder": "https://schema.org/ItemListOrderDescending",
        "itemListElement": items,
    });
    if let Some(next) = &leaf.next {
        list["next"] = next.as_str().into();
    }
    bytes(&list)
}

fn recommendation(pairing: &Pairing<'_>, leaf: &Leaf<'_>) -> Value {
    let mut node = json!({
        "@type": "Recommendation",
        "@id": format!("{}/api/v1/recommendations/{}", leaf.base, pairing.id),
        "identifier": pairing.id,
        "name": pairing.title(),
        "text": pairing.summary,
        "category": pairing.kind_name,
        "about": pairing.cities.iter().map(|city| of_city(city, leaf)).collect::<Vec<_>>(),
        "author": {"@type": "Organization", "name": PUBLISHER, "url": leaf.base},
        "datePublished": pairing.published_at,
        "inLanguage": leaf.language.as_str(),
        "license": leaf.terms(),
        "url": format!("{}{}", leaf.base, pairing.path()),
    });
    if let Some((_, name)) = &pairing.theme {
        node["keywords"] = name.as_str().into();
    }
    node
}

fn of_city(city: &City, leaf: &Leaf<'_>) -> Value {
    let record = &city.record;
    let page = leaf.page_of(city);
    let mut node = json!({
        "@type": "City",
        "@id": page,
        "name": record.name,
        "url": page,
        "containedInPlace": {"@type": "Country", "identifier": record.country},
    });
    if let Some(place) = record.place {
        node["geo"] = json!({"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon});
    }
    let same: Vec<String> = record.external_ids.iter().filter_map(|(whose, id)| elsewhere(whose, id)).collect();
    if !same.is_empty() {
        node["sameAs"] = same.into();
    }
    node
}

/// The same city in another catalogue. The town that a city is run from is not the city.
fn elsewhere(whose: &str, id: &str) -> Option<String> {
    match whose {
        "wikidata" => Some(format!("http://www.wikidata.org/entity/{id}")),
        "geonames" => Some(format!("https://sws.geonames.org/{id}/")),
        _ => None,
    }
}
