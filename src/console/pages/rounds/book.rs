//! The cities of rounds by name: a round knows them by their slugs, its readers do not.

use std::collections::BTreeMap;

use crate::console::marks::{Country, level_name};
use crate::console::word::RoundWord;
use crate::console::words::{Language, Part};
use crate::domain::pairing::Kind;
use crate::domain::round_plan::Grouping;

/// A city as rounds name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookedCity {
    /// Its readable address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// ISO 3166-1 code of its country.
    pub country: String,
    /// Whether it takes part in rounds now.
    pub is_active: bool,
}

/// Every city that a page of rounds may name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Book {
    cities: BTreeMap<String, BookedCity>,
    by_name: BTreeMap<String, Vec<String>>,
}

/// What a text that somebody wrote stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// This city, by its slug.
    City(String),
    /// No city.
    None,
    /// Several of one name; by what each of them alone is called.
    Several(Vec<String>),
}

impl Book {
    /// Of these cities.
    pub fn new(cities: impl IntoIterator<Item = BookedCity>) -> Book {
        let mut book = Book::default();
        for city in cities {
            book.by_name.entry(folded(&city.name)).or_default().push(city.slug.clone());
            book.cities.insert(city.slug.clone(), city);
        }
        book
    }

    /// The name of a city; one that is no longer there is named by its slug.
    pub fn city<'a>(&'a self, slug: &'a str) -> &'a str {
        self.cities.get(slug).map_or(slug, |city| city.name.as_str())
    }

    /// The name of the country of a city in a language; empty where the city is no longer there.
    pub fn country_of(&self, slug: &str, lang: Language) -> String {
        self.cities.get(slug).map(|city| country(&city.country, lang)).unwrap_or_default()
    }

    /// What a city alone is called: its name, or its slug where others share the name.
    pub fn own_name<'a>(&'a self, slug: &'a str) -> &'a str {
        let name = self.city(slug);
        let is_only_one = self.by_name.get(&folded(name)).is_some_and(|named| named.len() == 1);
        if is_only_one { name } else { slug }
    }

    /// The city that somebody wrote, by name or by slug.
    pub fn meant(&self, text: &str) -> Meant {
        let written = folded(text);
        if self.cities.contains_key(&written) {
            return Meant::City(written);
        }
        match self.by_name.get(&written).map(Vec::as_slice) {
            None | Some([]) => Meant::None,
            Some([slug]) => Meant::City(slug.clone()),
            Some(several) => Meant::Several(several.to_vec()),
        }
    }

    /// Those that take part in rounds, by what each alone is called, with their countries.
    pub fn choices(&self, lang: Language) -> Vec<(String, String)> {
        let active = self.cities.values().filter(|city| city.is_active);
        let mut choices: Vec<(String, String)> =
            active.map(|city| (self.own_name(&city.slug).to_owned(), country(&city.country, lang))).collect();
        choices.sort();
        choices
    }

    /// Two cities in a sentence: *A and B*, or *A learns from B*.
    pub fn pair(&self, kind: Kind, (a, b): (&str, &str), lang: Language) -> String {
        let word = if kind.is_symmetric() { RoundWord::PairAnd } else { RoundWord::PairLearns };
        lang.fill(word, &[("first", Part::Text(self.city(a))), ("second", Part::Text(self.city(b)))])
    }

    /// Two cities as a noun, whatever part each has: *A and B*.
    pub fn two(&self, (a, b): (&str, &str), lang: Language) -> String {
        lang.fill(RoundWord::PairAnd, &[("first", Part::Text(self.city(a))), ("second", Part::Text(self.city(b)))])
    }
}

/// Case and surrounding blanks make no other name.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The name of a country by its code.
pub fn country(code: &str, lang: Language) -> String {
    Country { code: code.to_owned(), name: code.to_owned() }.shown(&lang)
}

/// What a grouping is called.
pub fn grouping(code: &str, lang: Language) -> String {
    lang.name_of(RoundWord::GroupingName, code, code)
}

/// A value of a grouping as it is called.
pub fn group_value(of: &str, value: &str, lang: Language) -> String {
    match of.parse::<Grouping>() {
        Ok(Grouping::Country) => country(value, lang),
        Ok(Grouping::Level) => level_name(value, &lang),
        // The World Bank writes `Lower middle income`; a key of a catalogue has no blanks.
        Ok(Grouping::Income) => {
            let code = value.to_lowercase().replace(' ', "_");
            lang.name_of(RoundWord::GroupValue, code.trim_end_matches("_income"), value)
        }
        Ok(Grouping::Size | Grouping::Capital) | Err(_) => lang.name_of(RoundWord::GroupValue, value, value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book() -> Book {
        let city = |slug: &str, name: &str, country: &str| BookedCity {
            slug: slug.into(),
            name: name.into(),
            country: country.into(),
            is_active: true,
        };
        Book::new([city("san-jose", "San Jose", "PH"), city("san-jose-2", "San Jose", "PH"), city("da-nang", "Đà Nẵng", "VN")])
    }

    #[test]
    fn a_city_is_meant_by_its_name_or_its_address_however_it_is_written() {
        assert_eq!(book().meant("  đà   NẴNG "), Meant::City("da-nang".into()));
        assert_eq!(book().meant("Da-Nang"), Meant::City("da-nang".into()));
        assert_eq!(book().meant("Atlantis"), Meant::None);
    }

    #[test]
    fn cities_of_one_name_are_told_apart_by_their_addresses() {
        assert_eq!(book().meant("San Jose"), Meant::Several(vec!["san-jose".into(), "san-jose-2".into()]));
        assert_eq!((book().own_name("san-jose-2"), book().own_name("da-nang")), ("san-jose-2", "Đà Nẵng"));
    }
}
