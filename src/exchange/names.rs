//! Finding a city of the directory by the name that a source uses for it.
//!
//! It must not guess: where two cities of a country answer to a name, none is found.

use std::collections::HashMap;

use super::slugs::fold;
use crate::domain::code::{CountryCode, Slug};

/// The names of the cities of the directory, by country.
#[derive(Debug, Default)]
pub struct CityNames(HashMap<(CountryCode, String), Option<Slug>>);

/// Words that sources add to the name of a city or leave out.
const DESIGNATIONS: [&str; 3] = ["-city", "-capital", "-regency"];

impl CityNames {
    /// No names yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a name of a city. `Penang Island (George Town)` is found under the whole, under each of the two names, and under those
    /// without `City`, `Capital` or `Regency` at the end.
    pub fn add(&mut self, slug: &Slug, name: &str, country: &CountryCode) {
        for form in forms(name) {
            let entry = self.0.entry((country.clone(), form)).or_insert_with(|| Some(slug.clone()));
            if entry.as_ref() != Some(slug) {
                *entry = None;
            }
        }
    }

    /// The city of that name in that country, if there is exactly one. The whole name counts before its parts.
    ///
    /// ```
    /// use kembar::exchange::names::CityNames;
    /// let (my, slug) = ("MY".parse().unwrap(), "penang-island".parse().unwrap());
    /// let mut names = CityNames::new();
    /// names.add(&slug, "Penang Island (George Town)", &my);
    /// assert_eq!(names.find("George Town", &my), Some(&slug));
    /// assert_eq!(names.find("Georgetown", &my), None);
    /// ```
    pub fn find(&self, name: &str, country: &CountryCode) -> Option<&Slug> {
        forms(name).into_iter().find_map(|form| self.0.get(&(country.clone(), form))).and_then(Option::as_ref)
    }
}

/// The forms under which a name is kept and sought, the fullest first.
fn forms(name: &str) -> Vec<String> {
    let (outside, inside) = name.split_once('(').unwrap_or((name, ""));
    let mut forms: Vec<String> = [name, outside, inside].into_iter().map(fold).filter(|form| !form.is_empty()).collect();
    let plain = |form: &String| DESIGNATIONS.iter().find_map(|end| form.strip_suffix(end)).map(str::to_owned);
    let shorter: Vec<String> = forms.iter().filter_map(plain).collect();
    forms.extend(shorter);
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(entries: &[(&str, &str, &str)]) -> CityNames {
        let mut names = CityNames::new();
        for (slug, name, country) in entries {
            names.add(&slug.parse().unwrap(), name, &country.parse().unwrap());
        }
        names
    }

    fn find<'a>(names: &'a CityNames, name: &str, country: &str) -> Option<&'a str> {
        names.find(name, &country.parse().unwrap()).map(Slug::as_str)
    }

    #[test]
    fn a_source_may_add_or_leave_out_what_is_not_the_name() {
        let names = names(&[("siem-reap", "Siem Reap", "KH"), ("vientiane", "Vientiane Capital", "LA"), ("cebu-city", "Cebu City", "PH")]);
        assert_eq!(find(&names, "Siem Reap (Angkor)", "KH"), Some("siem-reap"));
        assert_eq!(find(&names, "Vientiane", "LA"), Some("vientiane"));
        assert_eq!(find(&names, "Cebu", "PH"), Some("cebu-city"));
        assert_eq!(find(&names, "Siem Reap", "TH"), None, "the country counts");
        assert_eq!(find(&names, "Champasak Province", "LA"), None);
    }

    #[test]
    fn a_region_is_not_taken_for_the_city_of_its_name() {
        let names = names(&[("yogyakarta", "Yogyakarta", "ID"), ("yogyakarta-region", "Yogyakarta Special Region", "ID")]);
        assert_eq!(find(&names, "Yogyakarta", "ID"), Some("yogyakarta"));
        assert_eq!(find(&names, "Yogyakarta Special Region", "ID"), Some("yogyakarta-region"));
    }

    #[test]
    fn a_name_that_two_cities_share_finds_neither() {
        let names = names(&[("naga-bicol", "Naga (Camarines Sur)", "PH"), ("naga-cebu", "Naga (Cebu)", "PH")]);
        assert_eq!(find(&names, "Naga", "PH"), None);
        assert_eq!(find(&names, "Naga (Cebu)", "PH"), Some("naga-cebu"));
    }
}
