//! The directory: cities in a list that can be narrowed; the address is the whole state.

use askama::Template;

use crate::console::frame::Frame;
use crate::console::marks::{Country, PillarMark, Theme, level_name};
use crate::console::pictures::MapPicture;
use crate::console::words::{Language, Part, Word};

use super::city::LocalName;
use super::home::PillarEntry;
use super::map::{CityDot, map_of_cities};
use crate::matching::Taxonomy;

/// One page of the directory.
#[derive(Debug, Clone, PartialEq)]
pub struct CityListPage {
    /// Its surroundings.
    pub frame: Frame,
    /// What the list was narrowed to.
    pub filter: CityFilter,
    /// Countries to choose from; the value is the ISO code.
    pub countries: Vec<Choice>,
    /// Networks to choose from; the value is the network's code.
    pub networks: Vec<Choice>,
    /// Themes to choose from, by pillar.
    pub themes: Vec<ThemeChoices>,
    /// The cities of this page. Neighbours of one country come under one heading when `by_country` is set.
    pub cities: Vec<CityLine>,
    /// The cities of all pages whose place is known, as many as the map shows.
    pub dots: Vec<CityDot>,
    /// Whether the list is in the order of countries.
    pub by_country: bool,
    /// How many cities match in all; none when it was not counted.
    pub total: Option<usize>,
    /// Where the next page starts; none on the last.
    pub next_cursor: Option<String>,
    /// Whether this is a later page, which gets a way back to the first.
    pub is_later_page: bool,
}

/// What the list is narrowed to: the raw values of the address; none for "any".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CityFilter {
    /// Part of a name.
    pub q: Option<String>,
    /// ISO 3166-1 code.
    pub country: Option<String>,
    /// Code of a network.
    pub network: Option<String>,
    /// Code of a theme.
    pub theme: Option<String>,
}

impl CityFilter {
    /// The filter as the address says it: names and raw values, in the order of the form.
    pub fn as_query(&self) -> Vec<(&'static str, &str)> {
        let fields = [("q", &self.q), ("country", &self.country), ("network", &self.network), ("theme", &self.theme)];
        fields.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?))).collect()
    }

    fn is_country(&self, value: &str) -> bool {
        self.country.as_deref() == Some(value)
    }

    fn is_network(&self, value: &str) -> bool {
        self.network.as_deref() == Some(value)
    }

    fn is_theme(&self, value: &str) -> bool {
        self.theme.as_deref() == Some(value)
    }
}

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What goes into the address.
    pub value: String,
    /// What is shown, in the page's language.
    pub label: String,
}

/// The themes of one pillar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeChoices {
    /// Which pillar.
    pub pillar: PillarMark,
    /// Its themes.
    pub themes: Vec<Choice>,
}

impl ThemeChoices {
    /// Every theme of the taxonomy by pillar.
    pub fn all(taxonomy: &Taxonomy, lang: Language) -> Vec<ThemeChoices> {
        let of_pillar = |entry: PillarEntry| ThemeChoices {
            pillar: entry.pillar,
            themes: entry.themes.into_iter().map(|line| Choice { value: line.theme.code, label: line.theme.name }).collect(),
        };
        PillarEntry::all(taxonomy, lang, &|_| 0).into_iter().map(of_pillar).collect()
    }
}

/// A city as one entry of the directory.
#[derive(Debug, Clone, PartialEq)]
pub struct CityLine {
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its name in its own language and script, where that differs.
    pub local_name: Option<LocalName>,
    /// Its country.
    pub country: Country,
    /// `capital`, `city`, … or a country's own word; none when not known.
    pub level: Option<String>,
    /// People; none when not known.
    pub population: Option<i64>,
    /// Whether that number was written from memory.
    pub is_population_from_memory: bool,
    /// Themes of its practices, the strongest first.
    pub offers: Vec<ThemeSign>,
    /// Themes of its priorities, the most pressing first.
    pub seeks: Vec<ThemeSign>,
    /// Whether it is no longer a local government.
    pub has_ended: bool,
}

/// How many cities the map of a list shows: more would be neither light nor legible.
pub const MOST_DOTS: usize = 200;
/// How many themes an entry names before it says how many more there are.
const THEMES_SHOWN: usize = 3;

/// A theme that stands for the practices or priorities of a city in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeSign {
    /// Which one.
    pub theme: Theme,
    /// Whether all of them were written from memory.
    pub from_memory: bool,
}

impl CityLine {
    fn first_offers(&self) -> &[ThemeSign] {
        &self.offers[..self.offers.len().min(THEMES_SHOWN)]
    }

    fn first_seeks(&self) -> &[ThemeSign] {
        &self.seeks[..self.seeks.len().min(THEMES_SHOWN)]
    }
}

/// Cities under one heading.
struct Group<'a> {
    country: Option<&'a Country>,
    cities: &'a [CityLine],
}

/// One filter in force, with the address of the list without it.
struct Narrowing {
    label: String,
    without: String,
}

#[derive(Template)]
#[template(path = "city_list.html")]
struct View<'a> {
    p: &'a CityListPage,
    f: &'a Frame,
    w: Language,
}

impl<'a> View<'a> {
    /// The cities in their groups: one for all when the list is not in the order of countries.
    fn groups(&self) -> Vec<Group<'a>> {
        let page = self.p;
        if !page.by_country {
            return vec![Group { country: None, cities: &page.cities }];
        }
        let same = page.cities.chunk_by(|one, next| one.country.code == next.country.code);
        same.map(|cities| Group { country: cities.first().map(|city| &city.country), cities }).collect()
    }

    fn map(&self) -> Option<MapPicture> {
        map_of_cities(self.f, &self.p.dots)
    }

    /// That the map has only the largest cities, where there are more than it shows; else nothing.
    fn only_largest(&self) -> String {
        let is_cut = self.p.dots.len() >= MOST_DOTS && self.p.total.is_some_and(|total| total > self.p.dots.len());
        let shown = self.w.quantity(self.p.dots.len());
        if is_cut { self.w.fill(Word::MapMost, &[("shown", Part::Text(&shown))]) } else { String::new() }
    }

    fn narrowings(&self) -> Vec<Narrowing> {
        let named = self.fields().into_iter().filter_map(|(name, value, label)| value.map(|_| (name, label)));
        named.map(|(name, label)| Narrowing { label, without: self.list_without(name) }).collect()
    }

    /// Each field of the filter: its name in the address, its value, and how to say it.
    fn fields(&self) -> [(&'static str, Option<&'a str>, String); 4] {
        let filter = &self.p.filter;
        let themes = self.p.themes.iter().flat_map(|group| &group.themes);
        let said = |word, label: String| format!("{}: {label}", self.w.say(word));
        let name = filter.q.as_deref().unwrap_or_default();
        [
            ("q", filter.q.as_deref(), self.w.fill(Word::ListNameFilter, &[("name", Part::Text(name))])),
            ("country", filter.country.as_deref(), said(Word::ListCountry, label(self.p.countries.iter(), filter.country.as_deref()))),
            ("network", filter.network.as_deref(), said(Word::ListNetwork, label(self.p.networks.iter(), filter.network.as_deref()))),
            ("theme", filter.theme.as_deref(), said(Word::ListTheme, label(themes, filter.theme.as_deref()))),
        ]
    }

    fn list_without(&self, left_out: &str) -> String {
        let query: Vec<_> = self.p.filter.as_query().into_iter().filter(|(name, _)| *name != left_out).collect();
        self.f.href_with("/cities", &query)
    }

    fn next(&self) -> Option<String> {
        let mut query = self.p.filter.as_query();
        query.push(("cursor", self.p.next_cursor.as_deref()?));
        Some(self.f.href_with("/cities", &query))
    }

    fn first(&self) -> String {
        self.list_without("cursor")
    }

    /// The headline in words: how many cities, or that there is none.
    fn found(&self) -> String {
        match self.p.total {
            _ if self.p.cities.is_empty() => self.w.say(Word::ListNone),
            Some(total) => self.w.count(Word::CountCities, total),
            None => String::new(),
        }
    }

    /// *and 2 more*, or nothing.
    fn more_themes(&self, themes: &[ThemeSign]) -> String {
        match themes.len().saturating_sub(THEMES_SHOWN) {
            0 => String::new(),
            more => self.w.count(Word::ListMoreThemes, more),
        }
    }

    /// What is known of a city in one line: *city, Indonesia · 2,874,000 people*. The country stands above where there are headings.
    fn facts(&self, city: &CityLine) -> String {
        let level = city.level.as_deref().map(|level| level_name(level, &self.w));
        let country = (!self.p.by_country).then(|| city.country.shown(&self.w));
        let people = city.population.map(|people| self.w.fill(Word::ListPeople, &[("shown", Part::Text(&self.w.whole(people)))]));
        let place: Vec<String> = level.into_iter().chain(country).collect();
        let parts: Vec<String> = Some(place.join(", ")).filter(|place| !place.is_empty()).into_iter().chain(people).collect();
        parts.join(" · ")
    }
}

/// The label of a value; the value itself when it is not among the choices.
fn label<'a>(mut choices: impl Iterator<Item = &'a Choice>, value: Option<&str>) -> String {
    let found = choices.find(|choice| Some(choice.value.as_str()) == value);
    found.map_or_else(|| value.unwrap_or_default().to_owned(), |choice| choice.label.clone())
}

/// The directory as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_city_list(page: &CityListPage) -> askama::Result<String> {
    View { p: page, f: &page.frame, w: page.frame.lang }.render()
}
