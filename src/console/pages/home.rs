//! The first page: what this is, a search, and the ways into the directory.

use askama::Template;

use crate::console::frame::Frame;
use crate::console::marks::{Country, PillarMark, Theme};
use crate::console::pictures::{MapPicture, Tabled};
use crate::console::words::{Language, Word};

use super::map::map_of_partnerships;
use super::partnership::PartnershipLine;
use crate::domain::code::ThemeCode;
use crate::matching::Taxonomy;

/// What the first page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct HomePage {
    /// Its surroundings.
    pub frame: Frame,
    /// How many cities the directory has.
    pub city_count: usize,
    /// The countries that have cities, in the order to show.
    pub countries: Vec<CountryEntry>,
    /// The pillars with their themes, in the order to show.
    pub pillars: Vec<PillarEntry>,
    /// Published partnerships, the newest first: the map shows all, the list beside it the first few. Empty when there are none yet, which
    /// the page then says.
    pub partnerships: Vec<PartnershipLine>,
}

/// A country in the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryEntry {
    /// Which one.
    pub country: Country,
    /// How many cities of it the directory has.
    pub cities: usize,
}

/// A pillar and its themes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PillarEntry {
    /// Which one.
    pub pillar: PillarMark,
    /// Its themes, in the order of the taxonomy.
    pub themes: Vec<ThemeEntry>,
}

impl PillarEntry {
    /// Every pillar of the taxonomy with its themes, each with the number of cities that `count` knows.
    pub fn all(taxonomy: &Taxonomy, lang: Language, count: &dyn Fn(&ThemeCode) -> usize) -> Vec<PillarEntry> {
        let themes = |pillar: &str| {
            let of_pillar = taxonomy.themes().iter().filter(|theme| theme.pillar == pillar);
            of_pillar.map(|theme| ThemeEntry { theme: Theme::of(theme, lang), cities: count(&theme.code) }).collect()
        };
        let entry = |code: &str| PillarEntry { pillar: PillarMark::of(code), themes: themes(code) };
        taxonomy.pillars().iter().map(|pillar| entry(&pillar.code)).collect()
    }
}

/// A theme in the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeEntry {
    /// Which one.
    pub theme: Theme,
    /// How many cities have a practice or a stated priority in it.
    pub cities: usize,
}

#[derive(Template)]
#[template(path = "home.html")]
struct View<'a> {
    p: &'a HomePage,
    f: &'a Frame,
    w: Language,
}

/// How many partnerships stand in words beside the map.
const IN_WORDS: usize = 6;

impl View<'_> {
    fn map(&self) -> Option<MapPicture> {
        map_of_partnerships(self.f, &self.p.partnerships)
    }

    fn newest(&self) -> &[PartnershipLine] {
        &self.p.partnerships[..self.p.partnerships.len().min(IN_WORDS)]
    }

    fn shown(&self, count: &usize) -> String {
        self.w.quantity(*count)
    }

    fn see_all(&self) -> String {
        self.w.count(Word::SearchAll, self.p.city_count)
    }
}

/// The first page as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_home(page: &HomePage) -> askama::Result<String> {
    View { p: page, f: &page.frame, w: page.frame.lang }.render()
}
