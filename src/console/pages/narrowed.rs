//! A public list that can be narrowed: its form, what narrows it now, and the way through its pages. The address is the whole state.

use crate::console::frame::Frame;
use crate::console::words::{Language, Word};

use super::city_list::{Choice, ThemeChoices};

/// One thing that a list can be narrowed by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name in the address.
    pub name: &'static str,
    /// What it is called.
    pub label: Word,
    /// What it is narrowed to: the raw value of the address; none for "any".
    pub asked: Option<String>,
    /// What there is to choose.
    pub choices: Choices,
}

/// What there is to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choices {
    /// One after another.
    Plain(Vec<Choice>),
    /// Themes, by pillar.
    Themes(Vec<ThemeChoices>),
}

/// A list, what narrows it, and where in it the reader is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrowed {
    /// Its address.
    pub path: &'static str,
    /// What it can be narrowed by, in the order of the form.
    pub fields: Vec<Field>,
    /// How many entries there are on all pages.
    pub total: usize,
    /// Where the next page starts; none on the last.
    pub next_cursor: Option<String>,
    /// Whether this is a later page, which gets a way back to the first.
    pub is_later_page: bool,
}

/// One field in force, with the address of the list without it.
pub(super) struct Narrowing {
    pub(super) label: String,
    pub(super) without: String,
}

impl Field {
    pub(super) fn is_asked(&self, value: &str) -> bool {
        self.asked.as_deref() == Some(value)
    }

    /// The label of what it is narrowed to; the raw value where it is no choice.
    fn asked_label(&self) -> Option<&str> {
        let asked = self.asked.as_deref()?;
        let is_it = |choice: &&Choice| choice.value == asked;
        let found = match &self.choices {
            Choices::Plain(choices) => choices.iter().find(is_it),
            Choices::Themes(groups) => groups.iter().flat_map(|group| &group.themes).find(is_it),
        };
        Some(found.map_or(asked, |choice| &choice.label))
    }
}

impl Narrowed {
    /// What the list is narrowed to, as the address says it.
    pub fn as_query(&self) -> Vec<(&'static str, &str)> {
        self.fields.iter().filter_map(|field| Some((field.name, field.asked.as_deref()?))).collect()
    }

    pub(super) fn is_narrowed(&self) -> bool {
        self.fields.iter().any(|field| field.asked.is_some())
    }

    pub(super) fn narrowings(&self, frame: &Frame) -> Vec<Narrowing> {
        let without = |name| self.as_query().into_iter().filter(|(known, _)| *known != name).collect::<Vec<_>>();
        let said = |field: &Field| {
            let label = format!("{}: {}", frame.lang.say(field.label), field.asked_label()?);
            Some(Narrowing { label, without: frame.href_with(self.path, &without(field.name)) })
        };
        self.fields.iter().filter_map(said).collect()
    }

    pub(super) fn first(&self, frame: &Frame) -> String {
        frame.href_with(self.path, &self.as_query())
    }

    pub(super) fn next(&self, frame: &Frame) -> Option<String> {
        let mut query = self.as_query();
        query.push(("cursor", self.next_cursor.as_deref()?));
        Some(frame.href_with(self.path, &query))
    }

    /// How many entries, or that there is none.
    pub(super) fn found(&self, lang: Language, (count, none): (Word, Word)) -> String {
        if self.total == 0 { lang.say(none) } else { lang.count(count, self.total) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(country: Option<&str>, kind: Option<&str>) -> Narrowed {
        let field = |name, label, asked: Option<&str>, choices: &[(&str, &str)]| {
            let choice = |(value, label): &(&str, &str)| Choice { value: (*value).to_owned(), label: (*label).to_owned() };
            Field { name, label, asked: asked.map(str::to_owned), choices: Choices::Plain(choices.iter().map(choice).collect()) }
        };
        Narrowed {
            path: "/partnerships",
            fields: vec![
                field("country", Word::ListCountry, country, &[("ID", "Indonesia")]),
                field("kind", Word::PartnershipsKind, kind, &[("sister_city", "sister cities")]),
            ],
            total: 3,
            next_cursor: Some("c".to_owned()),
            is_later_page: false,
        }
    }

    #[test]
    fn each_narrowing_is_named_and_can_be_taken_away_alone() {
        let frame = Frame::new("/partnerships", "lang=en", None);
        let narrowings = list(Some("ID"), Some("no-such")).narrowings(&frame);
        let seen: Vec<(&str, &str)> = narrowings.iter().map(|one| (one.label.as_str(), one.without.as_str())).collect();
        assert_eq!(
            seen,
            [("Country: Indonesia", "/partnerships?kind=no-such&lang=en"), ("Kind: no-such", "/partnerships?country=ID&lang=en")]
        );
        assert!(list(None, None).narrowings(&frame).is_empty());
    }

    #[test]
    fn the_next_page_keeps_what_narrows_the_list() {
        let frame = Frame::new("/partnerships", "", None);
        assert_eq!(list(Some("ID"), None).next(&frame).as_deref(), Some("/partnerships?country=ID&cursor=c"));
        assert_eq!(list(Some("ID"), None).first(&frame), "/partnerships?country=ID");
    }
}
