//! `GET /partnerships`, `GET /partnerships/{id}` and `GET /practices`: what everybody may read of all cities at once.
//!
//! An unknown country, kind or theme is no fault of the reader: nothing matches, and the page says so and how to widen the list.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::facts;
use super::lists::fingerprint;
use super::visit::Visit;
use crate::actions::directory::CountryNames;
use crate::actions::published::{self, CatalogueFilter, PublishedPairing};
use crate::actions::recommendations::Wish;
use crate::api::lists::ListAsk;
use crate::console::frame::Discovery;
use crate::console::pages::narrowed::{Choices, Field, Narrowed};
use crate::console::pages::published::{
    PartnerOfPage, PartnershipPage, PartnershipsPage, PracticesPage, render_partnership, render_partnerships, render_practices,
};
use crate::console::pages::{Choice, PracticeCity, ThemeChoices, Trouble};
use crate::console::words::{Part, Word};
use crate::domain::city::City;
use crate::domain::code::{CountryCode, ThemeCode};
use crate::domain::id::PartnershipId;
use crate::domain::pairing::Kind;
use crate::domain::role::Caller;
use crate::store::page::{Key, PageAsk};

const PARTNERSHIPS: &str = "/partnerships";
const PRACTICES: &str = "/practices";
/// Pairings of one page, which its map shows all of.
const PARTNERSHIPS_A_PAGE: i64 = 40;
/// A practice is a paragraph.
const PRACTICES_A_PAGE: i64 = 20;

pub(super) async fn partnerships(visit: Visit) -> HttpResponse {
    let place = match Place::of(&visit, PARTNERSHIPS, &["country", "theme", "kind"]) {
        Ok(place) => place,
        Err(lost) => return lost,
    };
    let (wish, ask) = (wish(&visit), place.ask(PARTNERSHIPS_A_PAGE));
    let found = visit.read(move |db| published::pairings(db, wish, &ask)).await;
    let page = found.and_then(|found| {
        let fields = vec![countries(&visit, (&found.countries, &found.names)), themes(&visit), kinds(&visit)];
        let list = place.list(&visit, fields, (found.total, found.page.next.clone()))?;
        let known = (visit.app.model(), visit.frame.lang);
        let line = |view| facts::partnership(view, &found.names, (known.0.taxonomy(), known.1));
        let title = visit.frame.lang.say(Word::PartnershipsTitle);
        let discovery = Discovery::of(visit.app.public_url(), &visit.frame.path, title);
        let frame = visit.frame.clone().with_discovery(discovery);
        Ok(PartnershipsPage { partnerships: found.page.items.iter().filter_map(line).collect(), list, frame })
    });
    visit.answer(page, |page| render_partnerships(&page))
}

pub(super) async fn practices(visit: Visit) -> HttpResponse {
    let place = match Place::of(&visit, PRACTICES, &["country", "theme"]) {
        Ok(place) => place,
        Err(lost) => return lost,
    };
    let one = |themes: Option<Vec<ThemeCode>>| themes.and_then(|mut themes| themes.pop());
    let filter = wish(&visit).map(|asked| CatalogueFilter { theme: one(asked.themes), country: asked.country });
    let ask = place.ask(PRACTICES_A_PAGE);
    let found = visit.read(move |db| published::catalogue(db, filter, &ask)).await;
    let page = found.and_then(|found| {
        let fields = vec![countries(&visit, (&found.countries, &found.names)), themes(&visit)];
        let list = place.list(&visit, fields, (found.total, found.page.next.clone()))?;
        let (model, lang) = (visit.app.model(), visit.frame.lang);
        let line = |shown| facts::practice_of(shown, &found.names, (model.taxonomy(), lang));
        Ok(PracticesPage { practices: found.page.items.iter().map(line).collect(), list, frame: visit.frame.clone() })
    });
    visit.answer(page, |page| render_practices(&page))
}

pub(super) async fn partnership(visit: Visit, id: Path<String>) -> HttpResponse {
    let Ok(id) = id.parse() else { return visit.trouble(Trouble::NotFound, None) };
    let now = visit.app.clock().now();
    let found = visit.read(move |db| published::pairing(db, PartnershipId(id), now)).await;
    match found.map(|found| page_of(&visit, &found)) {
        // A pairing that came through Kembar has two members, and a kind that the pages know.
        Ok(None) => visit.trouble(Trouble::NotFound, None),
        Ok(Some(page)) => visit.answer(Ok(page), |page| render_partnership(&page)),
        Err(problem) => visit.failed(&problem),
    }
}

fn page_of(visit: &Visit, found: &PublishedPairing) -> Option<PartnershipPage> {
    let (model, lang) = (visit.app.model(), visit.frame.lang);
    let known = (model.taxonomy(), lang);
    let partner = |city: &City| PartnerOfPage {
        city: PracticeCity {
            slug: city.slug.to_string(),
            name: city.record.name.clone(),
            country: facts::country(&city.record.country, &found.names),
        },
        people: city.record.population,
    };
    let line = facts::partnership(&found.view, &found.names, known)?;
    let title = line.sentence(&lang);
    Some(PartnershipPage {
        cities: std::iter::once(&found.view.city).chain(&found.view.partner).map(partner).collect(),
        practices: found.practices.iter().map(|shown| facts::practice_of(shown, &found.names, known)).collect(),
        line,
        frame: visit.frame.clone().with_discovery(Discovery::of(visit.app.public_url(), &visit.frame.path, title)),
    })
}

/// Where in a list the reader is, and what narrows it.
struct Place {
    path: &'static str,
    filters: [u8; 32],
    after: Option<Key>,
    is_later_page: bool,
}

impl Place {
    /// The place that the address names; the page of the trouble for a cursor that is not of this list.
    fn of(visit: &Visit, path: &'static str, names: &[&'static str]) -> Result<Place, HttpResponse> {
        let asked: Vec<(&str, String)> = names.iter().filter_map(|name| Some((*name, visit.asked(name)?))).collect();
        let filters = fingerprint(asked.iter().map(|(name, value)| (*name, value.as_str())));
        let cursor = visit.asked("cursor");
        let list = ListAsk { list: path, filters, caller: &Caller::Anonymous };
        match cursor.as_deref().map(|cursor| list.open(&visit.app, cursor)).transpose() {
            Ok(after) => Ok(Place { path, filters, is_later_page: after.is_some(), after }),
            Err(_another) => {
                let query: Vec<(&str, &str)> = asked.iter().map(|(name, value)| (*name, value.as_str())).collect();
                let first = visit.frame.href_with(path, &query);
                Err(visit.trouble(Trouble::BadRequest(vec![visit.frame.lang.say(Word::ErrorBadCursor)]), Some(first)))
            }
        }
    }

    fn ask(&self, limit: i64) -> PageAsk {
        PageAsk { limit, after: self.after.clone() }
    }

    fn list(&self, visit: &Visit, fields: Vec<Field>, (total, next): (usize, Option<Key>)) -> Result<Narrowed, crate::api::edge::Problem> {
        let list = ListAsk { list: self.path, filters: self.filters, caller: &Caller::Anonymous };
        let next_cursor = next.map(|key| list.seal(&visit.app, key)).transpose()?;
        Ok(Narrowed { path: self.path, fields, total, next_cursor, is_later_page: self.is_later_page })
    }
}

/// What is asked for; none where nothing can be like that.
fn wish(visit: &Visit) -> Option<Wish> {
    let country = visit.asked("country").map(|code| code.parse()).transpose().ok()?;
    let theme: Option<ThemeCode> = visit.asked("theme").map(|code| code.parse()).transpose().ok()?;
    let kind: Option<Kind> = visit.asked("kind").map(|kind| kind.parse()).transpose().ok()?;
    let is_known = theme.as_ref().is_none_or(|theme| visit.app.model().taxonomy().has(theme));
    is_known.then(|| Wish { country, themes: theme.map(|theme| vec![theme]), kind: kind.map(|kind| kind.to_string()), ..Wish::default() })
}

fn countries(visit: &Visit, (codes, names): (&[CountryCode], &CountryNames)) -> Field {
    let lang = visit.frame.lang;
    let choice = |code: &CountryCode| Choice { value: code.to_string(), label: facts::country(code, names).shown(&lang) };
    let mut choices: Vec<Choice> = codes.iter().map(choice).collect();
    choices.sort_by_cached_key(|choice| lang.sort_key(&choice.label));
    field(visit, ("country", Word::ListCountry), Choices::Plain(choices))
}

fn themes(visit: &Visit) -> Field {
    let choices = ThemeChoices::all(visit.app.model().taxonomy(), visit.frame.lang);
    field(visit, ("theme", Word::ListTheme), Choices::Themes(choices))
}

fn kinds(visit: &Visit) -> Field {
    let name = |kind: &Kind| visit.frame.lang.fill(Word::KindName, &[("code", Part::Text(kind.as_str()))]);
    let choices = Kind::ALL.iter().map(|kind| Choice { value: kind.to_string(), label: name(kind) }).collect();
    field(visit, ("kind", Word::PartnershipsKind), Choices::Plain(choices))
}

fn field(visit: &Visit, (name, label): (&'static str, Word), choices: Choices) -> Field {
    Field { name, label, asked: visit.asked(name), choices }
}
