//! What everybody may read of all cities at once: the published partnerships, one of them, and what cities can show.

use askama::Template;

use crate::console::frame::Frame;
use crate::console::marks::Country;
use crate::console::pictures::{MapPicture, Tabled};
use crate::console::words::{Language, Part, Word};

use super::city::{PracticeCity, PracticeLine};
use super::map::map_of_partnerships;
use super::narrowed::{Choices, Narrowed};
use super::partnership::PartnershipLine;

/// One page of the published partnerships.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnershipsPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The list that it is a page of.
    pub list: Narrowed,
    /// The partnerships of this page, those that began last first.
    pub partnerships: Vec<PartnershipLine>,
}

#[derive(Template)]
#[template(path = "published/partnerships.html")]
struct PartnershipsView<'a> {
    p: &'a PartnershipsPage,
    f: &'a Frame,
    w: Language,
}

impl PartnershipsView<'_> {
    fn map(&self) -> Option<MapPicture> {
        map_of_partnerships(self.f, &self.p.partnerships)
    }

    fn found(&self) -> String {
        self.p.list.found(self.w, (Word::CountPartnerships, Word::PartnershipsNone))
    }
}

/// A page of the published partnerships as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_partnerships(page: &PartnershipsPage) -> askama::Result<String> {
    PartnershipsView { p: page, f: &page.frame, w: page.frame.lang }.render()
}

/// One page of what cities can show.
#[derive(Debug, Clone, PartialEq)]
pub struct PracticesPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The list that it is a page of.
    pub list: Narrowed,
    /// The practices of this page, documented results first.
    pub practices: Vec<PracticeLine>,
}

#[derive(Template)]
#[template(path = "published/practices.html")]
struct PracticesView<'a> {
    p: &'a PracticesPage,
    f: &'a Frame,
    w: Language,
}

impl PracticesView<'_> {
    fn found(&self) -> String {
        self.p.list.found(self.w, (Word::CountPractices, Word::PracticesNone))
    }
}

/// A page of what cities can show as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_practices(page: &PracticesPage) -> askama::Result<String> {
    PracticesView { p: page, f: &page.frame, w: page.frame.lang }.render()
}

/// One published partnership.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnershipPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The partnership.
    pub line: PartnershipLine,
    /// Its cities; for peer learning first the one who learns.
    pub cities: Vec<PartnerOfPage>,
    /// What the two can show under its theme.
    pub practices: Vec<PracticeLine>,
}

/// One of the two cities.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerOfPage {
    /// Which one.
    pub city: PracticeCity,
    /// People; none when not known.
    pub people: Option<i64>,
}

#[derive(Template)]
#[template(path = "published/partnership.html")]
struct PartnershipView<'a> {
    p: &'a PartnershipPage,
    f: &'a Frame,
    w: Language,
}

impl PartnershipView<'_> {
    fn map(&self) -> Option<MapPicture> {
        map_of_partnerships(self.f, std::slice::from_ref(&self.p.line))
    }

    /// *Indonesia · 2,874,000 people*.
    fn place_of(&self, partner: &PartnerOfPage) -> String {
        let people = partner.people.map(|people| self.w.fill(Word::ListPeople, &[("shown", Part::Text(&self.w.whole(people)))]));
        let country: &Country = &partner.city.country;
        std::iter::once(country.shown(&self.w)).chain(people).collect::<Vec<_>>().join(" · ")
    }
}

/// The page of one published partnership as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_partnership(page: &PartnershipPage) -> askama::Result<String> {
    PartnershipView { p: page, f: &page.frame, w: page.frame.lang }.render()
}
