//! What the template of a city's page asks for beyond the plain values.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;

use crate::console::evidence::{Evidence, web_address};
use crate::console::frame::Frame;
use crate::console::marks::{Theme, level_name};
use crate::console::words::{Language, Part, Word};

use super::{CityPage, CityStanding, Contact, ContactLine, HazardLine, IndicatorLine, ReviewLine};

#[derive(Template)]
#[template(path = "city.html")]
struct View<'a> {
    p: &'a CityPage,
    f: &'a Frame,
    w: Language,
}

impl View<'_> {
    fn title(&self) -> String {
        let country = self.country();
        self.w.fill(Word::CityTitle, &[("name", Part::Text(&self.p.name)), ("country", Part::Text(&country))])
    }

    fn country(&self) -> String {
        self.p.country.shown(&self.w)
    }

    /// The answer of the page in one sentence. A city that has ended looks for nothing and offers nothing.
    fn lead(&self) -> Option<String> {
        if matches!(self.p.standing, CityStanding::Dissolved { .. }) {
            return None;
        }
        let (offer, seek) = (self.strongest().map(Theme::in_sentence), self.first_sought().map(Theme::in_sentence));
        let word = match (&offer, &seek) {
            (Some(_), Some(_)) => Word::CityLeadBoth,
            (Some(_), None) => Word::CityLeadOffer,
            (None, Some(_)) => Word::CityLeadSeek,
            (None, None) => Word::CityLeadNone,
        };
        let (offer, seek) = (offer.unwrap_or_default(), seek.unwrap_or_default());
        let count = Part::Number(self.sought());
        let parts = [("name", Part::Text(&self.p.name)), ("offer", Part::Text(&offer)), ("seek", Part::Text(&seek)), ("count", count)];
        Some(self.w.fill(word, &parts))
    }

    /// The theme of most practices; the one listed first when several have as many. What was written from memory counts only where
    /// there is nothing else.
    fn strongest(&self) -> Option<&Theme> {
        let from_memory = self.is_offer_from_memory();
        let mut themes = Vec::new();
        for practice in self.p.practices.iter().filter(|practice| practice.evidence.from_memory == from_memory) {
            themes.extend(&practice.themes);
        }
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for theme in &themes {
            *counts.entry(&theme.code).or_default() += 1;
        }
        let most = counts.values().max()?;
        themes.into_iter().find(|theme| counts.get(theme.code.as_str()) == Some(most))
    }

    /// The first priority with a source, or the first of all.
    fn first_sought(&self) -> Option<&Theme> {
        let from_memory = self.is_seek_from_memory();
        self.p.priorities.iter().find(|priority| priority.evidence.from_memory == from_memory).map(|priority| &priority.theme)
    }

    fn is_offer_from_memory(&self) -> bool {
        !self.p.practices.is_empty() && self.p.practices.iter().all(|practice| practice.evidence.from_memory)
    }

    fn is_seek_from_memory(&self) -> bool {
        !self.p.priorities.is_empty() && self.p.priorities.iter().all(|priority| priority.evidence.from_memory)
    }

    /// Whether the sentence at the top rests on something that was written from memory.
    fn is_lead_from_memory(&self) -> bool {
        self.is_offer_from_memory() || self.is_seek_from_memory()
    }

    /// In how many themes it looks for help.
    fn sought(&self) -> usize {
        self.p.priorities.iter().map(|priority| &priority.theme.code).collect::<BTreeSet<_>>().len()
    }

    fn year(&self, year: &Option<i32>) -> String {
        year.map_or_else(|| self.w.say(Word::CityYearUnknown), |year| self.w.year(year))
    }

    fn year_of(&self, year: &i32) -> String {
        self.w.year(*year)
    }

    fn in_year(&self, year: &i32) -> String {
        self.w.fill(Word::InYear, &[("year", Part::Text(&self.w.year(*year)))])
    }

    fn people(&self, people: &i64) -> String {
        self.w.whole(*people)
    }

    fn language(&self, code: &str) -> String {
        self.w.name_of(Word::LanguageName, code, code)
    }

    fn languages(&self) -> String {
        let names: Vec<String> = self.p.languages.iter().map(|code| self.language(code)).collect();
        names.join(", ")
    }

    fn value(&self, line: &IndicatorLine) -> String {
        self.w.measure(line.value)
    }

    /// The city's own figures.
    fn own_figures(&self) -> Vec<&IndicatorLine> {
        self.p.indicators.iter().filter(|line| !line.is_of_country()).collect()
    }

    /// The country's figures, which stand in for the city's.
    fn stand_ins(&self) -> Vec<&IndicatorLine> {
        self.p.indicators.iter().filter(|line| line.is_of_country()).collect()
    }

    fn stand_ins_said(&self, lines: &[&IndicatorLine]) -> String {
        let (shown, country) = (self.w.quantity(lines.len()), self.country());
        let parts = [("count", Part::Number(lines.len())), ("shown", Part::Text(&shown)), ("country", Part::Text(&country))];
        self.w.fill(Word::CityIndicatorsStandIns, &parts)
    }

    fn of_country(&self) -> String {
        self.w.fill(Word::CityCountryValue, &[("country", Part::Text(&self.country()))])
    }

    fn hazard_level(&self, line: &HazardLine) -> String {
        self.w.fill(Word::HazardLevel, &[("level", Part::Number(line.steps()))])
    }

    fn hazard_score(&self, line: &HazardLine) -> String {
        self.w.fill(Word::HazardScore, &[("level", Part::Number(line.steps()))])
    }

    fn goals(&self, review: &ReviewLine) -> Option<String> {
        let list: Vec<String> = review.goals.iter().map(u8::to_string).collect();
        (!list.is_empty()).then(|| self.w.fill(Word::CityReviewSdgs, &[("list", Part::Text(&list.join(", ")))]))
    }

    fn about(&self, word: Word) -> String {
        self.w.fill(word, &[("name", Part::Text(&self.p.name))])
    }

    fn level(&self) -> Option<String> {
        self.p.level.as_deref().map(|level| level_name(level, &self.w))
    }

    /// The sources of the hazard scores, each once: they are often the same for all.
    fn hazard_sources(&self) -> Vec<&Evidence> {
        let mut sources: Vec<&Evidence> = Vec::new();
        for line in &self.p.hazards {
            if !sources.contains(&&line.evidence) {
                sources.push(&line.evidence);
            }
        }
        sources
    }

    fn contact(&self) -> Vec<ContactLine> {
        contact_lines(&self.p.contact, self.w)
    }
}

/// The known lines of a contact. A website that is no web address is shown but leads nowhere.
fn contact_lines(contact: &Contact, lang: Language) -> Vec<ContactLine> {
    let line = |word, text: &Option<String>, href: fn(&str) -> Option<String>| {
        text.as_ref().map(|text| ContactLine { label: lang.say(word), text: text.clone(), href: href(text) })
    };
    let lines = [
        line(Word::CityOffice, &contact.office, |_| None),
        line(Word::CityWebsite, &contact.website, |text| web_address(text).map(String::from)),
        line(Word::CityEmail, &contact.email, |text| Some(format!("mailto:{text}"))),
        line(Word::CityPhone, &contact.phone, |text| Some(format!("tel:{}", text.replace(' ', "")))),
    ];
    lines.into_iter().flatten().collect()
}

/// A city's page as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_city(page: &CityPage) -> askama::Result<String> {
    View { p: page, f: &page.frame, w: page.frame.lang }.render()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_website_that_is_no_web_address_leads_nowhere() {
        let contact = Contact { website: Some("javascript:alert(1)".into()), ..Contact::default() };
        assert_eq!(contact_lines(&contact, Language::En)[0].href, None);
    }

    #[test]
    fn an_office_is_read_from_the_words_of_its_record() {
        let contact = Contact::read(Some("Bagian Kerja Sama; kerjasama@example.go.id ; https://example.go.id/\nBalai Kota"));
        assert_eq!(contact.office.as_deref(), Some("Bagian Kerja Sama, Balai Kota"));
        assert_eq!(contact.email.as_deref(), Some("kerjasama@example.go.id"));
        assert_eq!(contact.website.as_deref(), Some("https://example.go.id/"));
        assert_eq!(Contact::read(None), Contact::default());
    }

    #[test]
    fn an_office_without_any_known_line_has_none() {
        assert_eq!(contact_lines(&Contact::default(), Language::En), []);
    }
}
