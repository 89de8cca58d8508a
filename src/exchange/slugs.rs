//! Readable addresses for cities that come without one.
//!
//! It must not know the database: the slugs that are taken are handed in.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::domain::code::{CountryCode, Slug};

/// What a slug is made from.
#[derive(Debug, Clone, Copy)]
pub struct NamedPlace<'a> {
    /// An id that no other place of the list has; it settles the last doubt.
    pub id: u64,
    /// The name, best in its Latin form.
    pub name: &'a str,
    /// The country.
    pub country: &'a CountryCode,
    /// The code of the first-order division.
    pub admin1: Option<&'a str>,
}

/// The longest part of a slug that comes from the name; the rest is kept for country, division and id.
const NAME_MAX_LEN: usize = 50;

/// How many forms of a slug there are: name, with country, with division, with id.
const FORMS: usize = 4;

/// One slug for each place, in their order.
///
/// A place gets the shortest of `name`, `name-country`, `name-country-admin1` and `name-id` that no other place of the list also has at
/// its stage and that is not in `taken`. Places of the same name move on together, so the result does not depend on the order of the list,
/// and no large city takes the plain name by chance: of two Springfields none is `springfield`.
///
/// ```
/// use kembar::exchange::slugs::{NamedPlace, assign};
/// let (ph, id) = ("PH".parse().unwrap(), "ID".parse().unwrap());
/// let places = [
///     NamedPlace { id: 1, name: "San José", country: &ph, admin1: Some("40") },
///     NamedPlace { id: 2, name: "San Jose", country: &ph, admin1: Some("05") },
///     NamedPlace { id: 3, name: "Surabaya", country: &id, admin1: None },
/// ];
/// let slugs: Vec<String> = assign(&places, &Default::default()).into_iter().map(String::from).collect();
/// assert_eq!(slugs, ["san-jose-ph-40", "san-jose-ph-05", "surabaya"]);
/// ```
pub fn assign(places: &[NamedPlace<'_>], taken: &HashSet<Slug>) -> Vec<Slug> {
    let taken: HashSet<&str> = taken.iter().map(Slug::as_str).collect();
    let bases: Vec<String> = places.iter().map(|place| base(place.name)).collect();
    let mut candidates = bases.clone();
    let mut forms = vec![0; places.len()];
    loop {
        let movers = movers(&candidates, &forms, &taken);
        if movers.is_empty() {
            return candidates.into_iter().map(slug).collect();
        }
        for index in movers {
            forms[index] += 1;
            candidates[index] = candidate(&places[index], &bases[index], forms[index]);
        }
    }
}

/// The places whose candidate is not theirs alone and that have a longer form left.
fn movers(candidates: &[String], forms: &[usize], taken: &HashSet<&str>) -> Vec<usize> {
    let mut counts: HashMap<&str, usize> = HashMap::with_capacity(candidates.len());
    for candidate in candidates {
        *counts.entry(candidate).or_default() += 1;
    }
    let is_own = |candidate: &str| counts.get(candidate) == Some(&1) && !taken.contains(candidate);
    (0..candidates.len()).filter(|&index| forms[index] + 1 < FORMS && !is_own(&candidates[index])).collect()
}

fn candidate(place: &NamedPlace<'_>, base: &str, form: usize) -> String {
    let country = place.country.as_str().to_ascii_lowercase();
    match (form, place.admin1.map(fold).filter(|division| !division.is_empty())) {
        (2, Some(division)) => format!("{base}-{country}-{}", cut(&division, NAME_MAX_LEN / 4)),
        (1 | 2, _) => format!("{base}-{country}"),
        _ => format!("{base}-{}", place.id),
    }
}

/// The part of the slug that comes from the name.
fn base(name: &str) -> String {
    let folded = fold(name);
    let cut = cut(&folded, NAME_MAX_LEN);
    if cut.is_empty() { "city".to_owned() } else { cut.to_owned() }
}

/// At most `max_len` bytes of ASCII text, without a hyphen at the end.
fn cut(text: &str, max_len: usize) -> &str {
    text.get(..max_len).unwrap_or(text).trim_end_matches('-')
}

/// The name in lower-case ASCII letters, digits and single inner hyphens: accents dropped, apostrophes closed up, the rest hyphens.
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.nfkd().filter(|c| !is_combining_mark(*c) && !matches!(c, '\'' | '’' | '‘' | 'ʻ' | '`')) {
        match latin(c) {
            Some(letters) => folded.push_str(letters),
            None if c.is_ascii_alphanumeric() => folded.push(c.to_ascii_lowercase()),
            None if folded.is_empty() || folded.ends_with('-') => {}
            None => folded.push('-'),
        }
    }
    folded.truncate(folded.trim_end_matches('-').len());
    folded
}

/// Latin letters that do not come apart into a plain letter and a mark.
fn latin(c: char) -> Option<&'static str> {
    match c {
        'đ' | 'Đ' | 'ð' | 'Ð' => Some("d"),
        'ø' | 'Ø' => Some("o"),
        'ł' | 'Ł' => Some("l"),
        'ı' => Some("i"),
        'ß' => Some("ss"),
        'æ' | 'Æ' => Some("ae"),
        'œ' | 'Œ' => Some("oe"),
        'þ' | 'Þ' => Some("th"),
        _ => None,
    }
}

#[expect(clippy::expect_used, reason = "a candidate is made of [a-z0-9] and single inner hyphens and has at most 50 + 1 + 20 bytes")]
fn slug(candidate: String) -> Slug {
    Slug::try_from(candidate).expect("a candidate is a slug")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn country(code: &str) -> CountryCode {
        code.parse().unwrap()
    }

    fn texts(slugs: Vec<Slug>) -> Vec<String> {
        slugs.into_iter().map(String::from).collect()
    }

    #[test]
    fn names_lose_their_accents_and_apostrophes_but_no_letter() {
        for (name, expected) in
            [("Đà Nẵng", "da-nang"), ("Tai'an", "taian"), ("Ciudad  (Norte)", "ciudad-norte"), ("Łódź", "lodz"), ("東京", "")]
        {
            assert_eq!(fold(name), expected, "{name}");
        }
    }

    #[test]
    fn a_slug_that_is_taken_is_not_given_again() {
        let id = country("ID");
        let places = [NamedPlace { id: 7, name: "Surabaya", country: &id, admin1: None }];
        let taken = |slugs: &[&str]| slugs.iter().map(|slug| slug.parse().unwrap()).collect::<HashSet<Slug>>();
        assert_eq!(texts(assign(&places, &taken(&["surabaya"]))), ["surabaya-id"]);
        assert_eq!(texts(assign(&places, &taken(&["surabaya", "surabaya-id"]))), ["surabaya-7"]);
    }

    #[test]
    fn a_city_whose_name_reads_like_another_ones_slug_does_not_share_it() {
        let (fr, us) = (country("FR"), country("US"));
        let place = |id, name, country| NamedPlace { id, name, country, admin1: None };
        let places = [place(1, "Paris", &fr), place(2, "Paris", &us), place(3, "Paris Fr", &us)];
        let slugs = texts(assign(&places, &HashSet::new()));
        assert_eq!(slugs.iter().collect::<HashSet<_>>().len(), 3, "{slugs:?}");
    }

    proptest! {
        #[test]
        fn every_place_gets_a_slug_of_its_own_whatever_the_order(names in prop::collection::vec("[ABab東é -]{0,4}", 1..40)) {
            let ph = country("PH");
            let places: Vec<NamedPlace<'_>> = names.iter().zip(1..).map(|(name, id)| NamedPlace { id, name, country: &ph, admin1: Some("05") }).collect();
            let slugs = assign(&places, &HashSet::new());
            prop_assert_eq!(slugs.iter().collect::<HashSet<_>>().len(), places.len());
            let reversed: Vec<NamedPlace<'_>> = places.iter().rev().copied().collect();
            let mut again = assign(&reversed, &HashSet::new());
            again.reverse();
            prop_assert_eq!(slugs, again);
        }
    }
}
