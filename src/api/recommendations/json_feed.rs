//! A feed in JSON (jsonfeed.org, version 1.1).

use serde_json::{Value, json};

use super::shown::{Leaf, PUBLISHER, Pairing, json as bytes};
use crate::api::city_ref::CityRefDto;
use crate::api::edge::Problem;

pub(super) fn write(leaf: &Leaf<'_>) -> Result<Vec<u8>, Problem> {
    let mut feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": PUBLISHER,
        "home_page_url": leaf.base,
        "feed_url": leaf.first,
        "language": leaf.language.as_str(),
        "authors": [{"name": PUBLISHER, "url": leaf.base}],
        "items": leaf.pairings.iter().map(|pairing| item(pairing, leaf)).collect::<Vec<_>>(),
    });
    if let Some(next) = &leaf.next {
        feed["next_url"] = next.as_str().into();
    }
    bytes(&feed)
}

fn item(pairing: &Pairing<'_>, leaf: &Leaf<'_>) -> Value {
    let cities: Vec<CityRefDto> = pairing.cities.iter().map(|city| CityRefDto::from(*city)).collect();
    // An item without a text is refused by readers; the summary may be empty.
    let text = if pairing.summary.is_empty() { pairing.title() } else { pairing.summary.to_owned() };
    json!({
        "id": pairing.id,
        "url": format!("{}{}", leaf.base, pairing.path()),
        "title": pairing.title(),
        "content_text": text,
        "date_published": pairing.published_at,
        "tags": pairing.theme.iter().map(|(_, name)| name).collect::<Vec<_>>(),
        "_kembar": {"about": leaf.terms(), "kind": pairing.kind, "kind_name": pairing.kind_name, "cities": cities,
            "themes": pairing.theme.iter().map(|(code, _)| code).collect::<Vec<_>>()},
    })
}
