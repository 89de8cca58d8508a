//! What the template of a city's page asks for beyond the plain values.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;

use crate::console::evidence::web_address;
use crate::console::frame::Frame;
use crate::console::marks::Theme;
use crate::console::words::{Lang, Part, Word};

use super::{CityPage, CityStanding, Contact, ContactLine, FigureOf, HazardLine, IndicatorLine, ReviewLine};

#[derive(Template)]
#[template(path = "city.html")]
struct View<'a> {
    p: &'a CityPage,
    f: &'a Frame,
    w: Lang,
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
        let (offer, seek) = (self.strongest().map(Theme::in_sentence), self.p.priorities.first().map(|first| first.theme.in_sentence()));
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

    /// The theme of most practices; the one listed first when several have as many.
    fn strongest(&self) -> Option<&Theme> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for practice in &self.p.practices {
            *counts.entry(&practice.theme.code).or_default() += 1;
        }
        let most = counts.values().max()?;
        self.p.practices.iter().map(|practice| &practice.theme).find(|theme| counts.get(theme.code.as_str()) == Some(most))
    }

    /// In how many themes it looks for help.
    fn sought(&self) -> usize {
        self.p.priorities.iter().map(|priority| &priority.theme.code).collect::<BTreeSet<_>>().len()
    }

    fn year(&self, year: &Option<i32>) -> String {
        year.map_or_else(|| self.w.say(Word::CityYearUnknown), |year| year.to_string())
    }

    fn in_year(&self, year: &i32) -> String {
        self.w.fill(Word::InYear, &[("year", Part::Text(&year.to_string()))])
    }

    fn people(&self, people: &u64) -> String {
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
        let number = self.w.measure(line.value);
        if line.unit.is_empty() { number } else { format!("{number} {}", line.unit) }
    }

    fn is_of_country(&self, line: &IndicatorLine) -> bool {
        line.of == FigureOf::Country
    }

    fn of_country(&self) -> String {
        self.w.fill(Word::CityCountryValue, &[("country", Part::Text(&self.country()))])
    }

    fn hazard_level(&self, line: &HazardLine) -> String {
        self.w.fill(Word::HazardLevel, &[("level", Part::Number(line.score.min(3).into()))])
    }

    fn hazard_score(&self, line: &HazardLine) -> String {
        self.w.fill(Word::HazardScore, &[("level", Part::Number(line.score.min(3).into()))])
    }

    /// One filled field of the three for each step, as the data of an SVG path.
    fn hazard_steps(&self, line: &HazardLine) -> &'static str {
        match line.score {
            0 => "",
            1 => "M0 1h12v10H0z",
            2 => "M0 1h12v10H0zM14 1h12v10H14z",
            _ => "M0 1h12v10H0zM14 1h12v10H14zM28 1h12v10H28z",
        }
    }

    fn goals(&self, review: &ReviewLine) -> Option<String> {
        let list: Vec<String> = review.goals.iter().map(u8::to_string).collect();
        (!list.is_empty()).then(|| self.w.fill(Word::CityReviewSdgs, &[("list", Part::Text(&list.join(", ")))]))
    }

    fn about(&self, word: Word) -> String {
        self.w.fill(word, &[("name", Part::Text(&self.p.name))])
    }

    fn ended_on(&self, date: &chrono::NaiveDate) -> String {
        self.w.fill(Word::CityDissolvedOn, &[("date", Part::Text(&self.w.date(*date)))])
    }

    fn contact(&self) -> Vec<ContactLine> {
        contact_lines(&self.p.contact, self.w)
    }
}

/// The known lines of a contact. A website that is no web address is shown but leads nowhere.
fn contact_lines(contact: &Contact, lang: Lang) -> Vec<ContactLine> {
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
        assert_eq!(contact_lines(&contact, Lang::En)[0].href, None);
    }

    #[test]
    fn an_office_without_any_known_line_has_none() {
        assert_eq!(contact_lines(&Contact::default(), Lang::En), []);
    }
}
