//! `GET /cities`: the directory, narrowed by what the address says.
//!
//! An unknown country, network or theme is no fault of the reader: no city matches, and the page says so and how to widen the list.

use actix_web::HttpResponse;

use super::facts;
use super::lists::fingerprint;
use super::visit::Visit;
use crate::actions::directory::{self, CountryCount, Entry, Listing, MappedCity};
use crate::actions::membership::{self, PageAsk};
use crate::api::lists::ListAsk;
use crate::console::pages::{
    Choice, CityDot, CityFilter, CityLine, CityListPage, MOST_DOTS, ThemeChoices, ThemeSign, Trouble, render_city_list,
};
use crate::console::words::{Language, Word};
use crate::domain::city::CityStatus;
use crate::domain::role::Caller;
use crate::matching::Taxonomy;

/// A page of so many entries stays light, at six themes each.
const CITIES_A_PAGE: i64 = 30;

pub(super) async fn show(visit: Visit) -> HttpResponse {
    let filter = asked(&visit);
    let cursor = visit.asked("cursor");
    let list = ListAsk { list: "pages.cities", filters: fingerprint(filter.as_query().into_iter()), caller: &Caller::Anonymous };
    let Ok(after) = cursor.as_deref().map(|cursor| list.open(&visit.app, cursor)).transpose() else { return lost(&visit, &filter) };
    let (wanted, ask) = (searched(&filter, visit.app.model().taxonomy()), PageAsk { limit: CITIES_A_PAGE, after });
    let found = visit.read(move |db| directory::listing(db, wanted, (&ask, MOST_DOTS))).await;
    let page = found.and_then(|found| {
        let next = found.page.next.clone().map(|key| list.seal(&visit.app, key)).transpose()?;
        Ok(page(&visit, &found, CityListPlace { filter, next_cursor: next, is_later_page: cursor.is_some() }))
    });
    visit.answer(page, |page| render_city_list(&page))
}

/// What is asked of the list, and where this page of it stands.
struct CityListPlace {
    filter: CityFilter,
    next_cursor: Option<String>,
    is_later_page: bool,
}

/// A cursor that is not of this list.
fn lost(visit: &Visit, filter: &CityFilter) -> HttpResponse {
    let first_page = visit.frame.href_with("/cities", &filter.as_query());
    visit.trouble(Trouble::BadRequest(vec![visit.frame.lang.say(Word::ErrorBadCursor)]), Some(first_page))
}

fn asked(visit: &Visit) -> CityFilter {
    let [q, country, network, theme] = ["q", "country", "network", "theme"].map(|name| visit.asked(name));
    CityFilter { q, country, network, theme }
}

/// The filter as the directory understands it; none where no city can be like that. A control character is in no name, and PostgreSQL
/// takes none in a text.
fn searched(filter: &CityFilter, taxonomy: &Taxonomy) -> Option<membership::CityFilter> {
    if filter.as_query().iter().any(|(_, value)| value.contains(char::is_control)) {
        return None;
    }
    let country = filter.country.as_ref().map(|code| code.parse()).transpose().ok()?;
    let theme = filter.theme.as_ref().map(|code| code.parse()).transpose().ok()?;
    let is_known = theme.as_ref().is_none_or(|theme| taxonomy.has(theme));
    let (network, text) = (filter.network.clone(), filter.q.clone());
    is_known.then(|| membership::CityFilter { country, network, theme, text, ..membership::CityFilter::default() })
}

fn page(visit: &Visit, found: &Listing, place: CityListPlace) -> CityListPage {
    let (frame, taxonomy) = (visit.frame.clone(), visit.app.model().taxonomy());
    let lang = frame.lang;
    CityListPage {
        filter: place.filter,
        countries: country_choices(found, lang),
        networks: found.networks.iter().map(|name| Choice { value: name.clone(), label: name.clone() }).collect(),
        themes: ThemeChoices::all(taxonomy, lang),
        cities: found.page.items.iter().map(|entry| line(entry, found, (taxonomy, lang))).collect(),
        dots: found.mapped.iter().map(|city| dot(city, found)).collect(),
        by_country: true,
        total: Some(found.total),
        next_cursor: place.next_cursor,
        is_later_page: place.is_later_page,
        frame,
    }
}

fn dot(city: &MappedCity, found: &Listing) -> CityDot {
    CityDot {
        slug: city.slug.to_string(),
        name: city.name.clone(),
        country: facts::country(&city.country, &found.names),
        place: city.place,
        people: city.population,
    }
}

fn country_choices(found: &Listing, lang: Language) -> Vec<Choice> {
    let choice = |counted: &CountryCount| Choice {
        value: counted.code.to_string(),
        label: facts::country(&counted.code, &found.names).shown(&lang),
    };
    let mut choices: Vec<Choice> = found.countries.iter().map(choice).collect();
    choices.sort_by_cached_key(|choice| lang.sort_key(&choice.label));
    choices
}

fn line(entry: &Entry, found: &Listing, (taxonomy, lang): (&Taxonomy, Language)) -> CityLine {
    let record = &entry.city.record;
    let signs = |signs: &[directory::ThemeSign]| -> Vec<ThemeSign> {
        let named = signs.iter().filter_map(|sign| Some((facts::theme(&sign.theme, taxonomy, lang)?, sign.from_memory)));
        named.map(|(theme, from_memory)| ThemeSign { theme, from_memory }).collect()
    };
    CityLine {
        slug: entry.city.slug.to_string(),
        name: record.name.clone(),
        local_name: facts::local_name(record),
        country: facts::country(&record.country, &found.names),
        level: record.level.clone(),
        population: record.population,
        is_population_from_memory: facts::is_unverified(record, facts::POPULATION),
        offers: signs(&entry.shows),
        seeks: signs(&entry.seeks),
        has_ended: record.status == CityStatus::Dissolved,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(country: Option<&str>, theme: Option<&str>, q: Option<&str>) -> CityFilter {
        CityFilter { q: q.map(str::to_owned), country: country.map(str::to_owned), network: None, theme: theme.map(str::to_owned) }
    }

    #[test]
    fn what_no_city_can_be_matches_none() {
        let model = crate::actions::matching::models::current().expect("the model is sound");
        let taxonomy = model.taxonomy();
        assert!(searched(&filter(Some("ID"), Some("solid-waste"), Some("a")), taxonomy).is_some());
        assert!(searched(&filter(Some("XX"), None, None), taxonomy).is_some(), "a country without cities");
        for strange in [
            filter(Some("Indonesia"), None, None),
            filter(None, Some("waste"), None),
            filter(None, Some("Solid waste"), None),
            filter(None, None, Some("a\0b")),
        ] {
            assert_eq!(searched(&strange, taxonomy), None, "{strange:?}");
        }
    }

    fn fingerprint_of(filter: &CityFilter) -> [u8; 32] {
        fingerprint(filter.as_query().into_iter())
    }

    #[test]
    fn a_cursor_is_bound_to_the_field_as_well_as_to_the_value() {
        let by_name = fingerprint_of(&filter(None, None, Some("ID")));
        assert_ne!(by_name, fingerprint_of(&filter(Some("ID"), None, None)));
        assert_ne!(by_name, fingerprint_of(&filter(None, None, None)));
        assert_eq!(by_name, fingerprint_of(&filter(None, None, Some("ID"))));
    }
}
