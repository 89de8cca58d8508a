//! `GET /`

use actix_web::HttpResponse;

use super::facts;
use super::visit::Visit;
use crate::actions::directory::{self, Overview};
use crate::console::pages::{CountryEntry, HomePage, PillarEntry, render_home};
use crate::domain::code::ThemeCode;

/// How many published pairings the map of the page shows.
const NEWEST: i64 = 80;

pub(super) async fn show(visit: Visit) -> HttpResponse {
    let found = visit.read(|db| directory::overview(db, NEWEST)).await;
    visit.answer(found, |found| render_home(&page(&visit, &found)))
}

fn page(visit: &Visit, found: &Overview) -> HomePage {
    let (frame, taxonomy) = (visit.frame.clone(), visit.app.model().taxonomy());
    let lang = frame.lang;
    let entry =
        |counted: &directory::CountryCount| CountryEntry { country: facts::country(&counted.code, &found.names), cities: counted.cities };
    let mut countries: Vec<CountryEntry> = found.countries.iter().map(entry).collect();
    countries.sort_by_cached_key(|entry| lang.sort_key(&entry.country.shown(&lang)));
    let cities_of = |theme: &ThemeCode| found.themes.get(theme.as_str()).copied().unwrap_or_default();
    HomePage {
        city_count: countries.iter().map(|entry| entry.cities).sum(),
        countries,
        pillars: PillarEntry::all(taxonomy, lang, &cities_of),
        partnerships: found.newest.iter().filter_map(|pairing| facts::partnership(pairing, &found.names, (taxonomy, lang))).collect(),
        frame,
    }
}
