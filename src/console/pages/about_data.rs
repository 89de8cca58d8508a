//! Where the figures come from, and what the marks beside them mean.

use askama::Template;

use crate::console::frame::Frame;
use crate::console::words::{Language, Part, Word};

/// What the page about the data shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AboutDataPage {
    /// Its surroundings.
    pub frame: Frame,
    /// How many cities the directory has.
    pub city_count: usize,
    /// Of how many countries.
    pub country_count: usize,
    /// How many good practices and stated priorities it shows.
    pub statement_count: usize,
    /// How many of these were written from memory.
    pub from_memory_count: usize,
    /// The sources in use; `known_sources()` for all that the project can read.
    pub sources: Vec<DataSource>,
}

crate::text_enum! {
    /// What a source is used for.
    DataUse {
        /// Names, places, time zones, populations.
        Places = "places",
        /// Population of urban areas.
        UrbanPopulation = "urban-population",
        /// Indicators of countries.
        WorldBank = "world-bank",
        /// Human development of countries.
        HumanDevelopment = "human-development",
        /// Disaster risk of countries.
        Risk = "risk",
        /// Coasts and borders on the maps.
        Outlines = "outlines",
        /// Earlier ties.
        Ties = "ties",
        /// What is known about ASEAN's cities.
        Profiles = "profiles",
    }
}

/// A source of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataSource {
    /// Its name, as its owner wants to be credited; none when each entry names its own.
    pub name: Option<&'static str>,
    /// Where it is.
    pub url: Option<&'static str>,
    /// What it is used for.
    pub used_for: DataUse,
    /// Its licence; none when each entry names its own source.
    pub licence: Option<&'static str>,
    /// The licence's text.
    pub licence_url: Option<&'static str>,
}

const CC_BY_4: (&str, &str) = ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/");
const CC_BY_3_IGO: (&str, &str) = ("CC BY 3.0 IGO", "https://creativecommons.org/licenses/by/3.0/igo/");
const CC0: (&str, &str) = ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/");

const PUBLIC_DOMAIN: (&str, &str) = ("Public domain", "https://www.naturalearthdata.com/about/terms-of-use/");

/// Every source that the project's own files are made from.
pub fn known_sources() -> Vec<DataSource> {
    let source = |name, url, used_for, (licence, licence_url): (&'static str, &'static str)| DataSource {
        name: Some(name),
        url: Some(url),
        used_for,
        licence: Some(licence),
        licence_url: Some(licence_url),
    };
    vec![
        DataSource { name: None, url: None, used_for: DataUse::Profiles, licence: None, licence_url: None },
        source("GeoNames", "https://www.geonames.org/", DataUse::Places, CC_BY_4),
        source("World Urbanization Prospects, United Nations", "https://population.un.org/wup/", DataUse::UrbanPopulation, CC_BY_3_IGO),
        source(
            "World Development Indicators, World Bank",
            "https://datatopics.worldbank.org/world-development-indicators/",
            DataUse::WorldBank,
            CC_BY_4,
        ),
        source("Human Development Reports, UNDP", "https://hdr.undp.org/", DataUse::HumanDevelopment, CC_BY_3_IGO),
        source("INFORM Risk Index, European Commission", "https://drmkc.jrc.ec.europa.eu/inform-index", DataUse::Risk, CC_BY_4),
        source("Natural Earth", "https://www.naturalearthdata.com/", DataUse::Outlines, PUBLIC_DOMAIN),
        source("Wikidata", "https://www.wikidata.org/", DataUse::Ties, CC0),
    ]
}

#[derive(Template)]
#[template(path = "about_data.html")]
struct View<'a> {
    p: &'a AboutDataPage,
    f: &'a Frame,
    w: Language,
}

impl View<'_> {
    fn covers(&self) -> String {
        let (cities, countries) = (self.shown(self.p.city_count), self.shown(self.p.country_count));
        self.w.fill(Word::DataCovers, &[("cities", Part::Text(&cities)), ("countries", Part::Text(&countries))])
    }

    fn memory(&self) -> String {
        let (shown, total) = (self.shown(self.p.from_memory_count), self.shown(self.p.statement_count));
        self.w.fill(Word::DataMemory, &[("shown", Part::Text(&shown)), ("total", Part::Text(&total))])
    }

    fn shown(&self, count: usize) -> String {
        self.w.quantity(count)
    }

    fn used_for(&self, source: &DataSource) -> String {
        self.w.fill(Word::DataUse, &[("code", Part::Text(source.used_for.as_str()))])
    }
}

/// The page about the data as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_about_data(page: &AboutDataPage) -> askama::Result<String> {
    View { p: page, f: &page.frame, w: page.frame.lang }.render()
}
