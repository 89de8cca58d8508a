//! The words of the pages in each language, read from the catalogues in `catalogues/`.
//!
//! Knows nothing of any page. An area of the pages has words in the languages that it declares, and a page is shown in none that one of
//! its areas lacks; a test holds that each is complete. A word that were missing all the same would be said in English.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::word::Said;
pub use super::word::Word;
pub use crate::i18n::Language;

type Catalogue = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| catalogue(Language::En));
static INDONESIAN: LazyLock<Catalogue> = LazyLock::new(|| catalogue(Language::Id));
static VIETNAMESE: LazyLock<Catalogue> = LazyLock::new(|| catalogue(Language::Vi));
static THAI: LazyLock<Catalogue> = LazyLock::new(|| catalogue(Language::Th));
static KHMER: LazyLock<Catalogue> = LazyLock::new(|| catalogue(Language::Km));

/// The catalogues of a language: its code and the areas.
macro_rules! texts {
    ($code:literal: $($area:literal),+) => {
        &[$(($area, include_str!(concat!("catalogues/", $code, "/", $area, ".ftl")))),+]
    };
}

/// The catalogues of a language, by area.
const fn texts(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::En => {
            texts!("en": "public", "signed-in", "embeds", "admin", "members", "review", "rounds", "my-city", "my-profile", "clusters", "importing")
        }
        Language::Id => {
            texts!("id": "public", "signed-in", "embeds", "admin", "members", "review", "rounds", "my-city", "my-profile", "clusters", "importing")
        }
        Language::Vi => texts!("vi": "public", "signed-in", "embeds", "my-city", "my-profile"),
        Language::Th => texts!("th": "public", "signed-in", "embeds", "my-city", "my-profile"),
        Language::Km => texts!("km": "public", "signed-in", "embeds", "my-city", "my-profile"),
    }
}

/// Faults in a catalogue are left to the tests: a page with one missing word is better than no page.
fn catalogue(language: Language) -> Catalogue {
    let locale: LanguageIdentifier = language.as_str().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // The marks around parts are for texts of mixed direction. No language here needs them, and they spoil what is copied.
    bundle.set_use_isolating(false);
    for (_, text) in texts(language) {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(readable, _faults)| readable);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// What fills a part of a text.
#[derive(Debug, Clone, Copy)]
pub enum Part<'a> {
    /// Shown as it is.
    Text(&'a str),
    /// Chooses between singular and plural, or between numbered cases; not for showing.
    Number(usize),
}

impl Language {
    /// The language to answer in, among those that a page is spoken in: the one asked for in the address, else the best of
    /// `Accept-Language`, else English. An unknown one is passed over.
    pub fn choose(asked: Option<Language>, accept_language: Option<&str>, spoken: &[Language]) -> Language {
        let asked = asked.filter(|language| spoken.contains(language));
        asked.or_else(|| Language::lookup_among(accept_language?, spoken)).unwrap_or(Language::DEFAULT)
    }

    /// The name of the language in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::En => "English",
            Language::Id => "Bahasa Indonesia",
            Language::Vi => "Tiếng Việt",
            Language::Th => "ไทย",
            Language::Km => "ខ្មែរ",
        }
    }

    /// A text without parts.
    pub fn say(self, word: impl Said) -> String {
        self.fill(word, &[])
    }

    /// A text with its parts filled in.
    pub fn fill(self, word: impl Said, parts: &[(&'static str, Part<'_>)]) -> String {
        let args = arguments(parts);
        let faults = &mut Vec::new();
        formatted(self.catalogue(), word.key(), &args, faults)
            .or_else(|| formatted(&ENGLISH, word.key(), &args, faults))
            .unwrap_or_else(|| word.key().to_owned())
    }

    /// A text about a number of things: fills `count`, which chooses the plural, and `shown`.
    pub fn count(self, word: impl Said, number: usize) -> String {
        let shown = self.quantity(number);
        self.fill(word, &[("count", Part::Number(number)), ("shown", Part::Text(&shown))])
    }

    /// The name of a coded thing: fills `code` and, for a code that the catalogue does not know, `name`.
    pub fn name_of(self, word: impl Said, code: &str, otherwise: &str) -> String {
        self.fill(word, &[("code", Part::Text(code)), ("name", Part::Text(otherwise))])
    }

    /// A date in words: `22 November 2026`, in Thai `22 พฤศจิกายน 2569`.
    pub fn date(self, date: NaiveDate) -> String {
        let (day, year) = (date.day().to_string(), self.year(date.year()));
        let month = Part::Number(date.month() as usize);
        self.fill(Word::DateLong, &[("day", Part::Text(&day)), ("month", month), ("year", Part::Text(&year))])
    }

    /// A whole number in groups of three: `2,874,000`, in Indonesian `2.874.000`.
    pub fn whole(self, number: i64) -> String {
        let sign = if number < 0 { "−" } else { "" };
        format!("{sign}{}", self.grouped(&number.unsigned_abs().to_string()))
    }

    /// How many of something there are, in groups of three.
    pub fn quantity(self, number: usize) -> String {
        self.grouped(&number.to_string())
    }

    /// A measured value at the precision a reader can use: no decimals from 1,000 on, one from 10 on, else up to three; zeros at the
    /// end are left out.
    pub fn measure(self, value: f64) -> String {
        let decimals = match value.abs() {
            size if size >= 1_000.0 => 0,
            size if size >= 10.0 => 1,
            _ => 3,
        };
        let text = format!("{value:.decimals$}");
        let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
        let rest = rest.trim_end_matches('0');
        let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("−", digits));
        let (_, decimal) = self.number_marks();
        let point = if rest.is_empty() { String::new() } else { decimal.to_string() };
        format!("{sign}{}{point}{rest}", self.grouped(digits))
    }

    fn grouped(self, digits: &str) -> String {
        let (thousands, _) = self.number_marks();
        let mut out = String::with_capacity(digits.len() + digits.len() / 3);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push(thousands);
            }
            out.push(digit);
        }
        out
    }

    fn catalogue(self) -> &'static Catalogue {
        match self {
            Language::En => &ENGLISH,
            Language::Id => &INDONESIAN,
            Language::Vi => &VIETNAMESE,
            Language::Th => &THAI,
            Language::Km => &KHMER,
        }
    }
}

fn arguments<'a>(parts: &[(&'static str, Part<'a>)]) -> FluentArgs<'a> {
    let mut args = FluentArgs::with_capacity(parts.len());
    for (name, part) in parts {
        args.set(
            *name,
            match *part {
                Part::Text(text) => FluentValue::from(text),
                Part::Number(number) => FluentValue::from(number),
            },
        );
    }
    args
}

fn formatted(from: &Catalogue, key: &str, args: &FluentArgs<'_>, faults: &mut Vec<fluent_bundle::FluentError>) -> Option<String> {
    let pattern = from.get_message(key)?.value()?;
    Some(from.format_pattern(pattern, Some(args), faults).into_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;
    use crate::console::word::{AREAS, Area, Entry};

    /// What is to be in a language: the areas that declare it.
    fn areas(language: Language) -> impl Iterator<Item = (&'static Area, &'static str)> {
        let text_of = move |area: &Area| texts(language).iter().find(|(name, _)| *name == area.name).map(|(_, text)| *text);
        AREAS.iter().filter(move |area| area.languages.contains(&language)).map(move |area| (area, text_of(area).unwrap_or_default()))
    }

    fn keys(catalogue: &str) -> Vec<&str> {
        let entries = catalogue.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        entries.filter_map(|line| line.split_once(" =").map(|(key, _)| key)).collect()
    }

    #[test]
    fn every_catalogue_has_every_word_once_and_no_other_in_the_same_order() {
        for language in Language::ALL {
            for (area, text) in areas(*language) {
                let expected: Vec<&str> = area.words.iter().map(|word| word.key).collect();
                assert!(FluentResource::try_new(text.to_owned()).is_ok(), "{} in {language} does not parse", area.name);
                assert_eq!(keys(text), expected, "{} in {language}", area.name);
            }
            assert_eq!(areas(*language).count(), texts(*language).len(), "a catalogue in {language} that no area declares");
        }
    }

    /// The texts of an area by key; the cases of one text lie together.
    fn said(language: Language, area: &Area) -> Vec<(String, String)> {
        let text = texts(language).iter().find(|(name, _)| *name == area.name).map(|(_, text)| *text).unwrap_or_default();
        let mut found: Vec<(String, String)> = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            match line.split_once(" = ").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
                Some((key, value)) => found.push((key.to_owned(), value.to_owned())),
                None => found.iter_mut().last().expect("a key comes first").1.push_str(line),
            }
        }
        found
    }

    #[test]
    fn nothing_is_left_in_english() {
        // Names, what has no words, and what both languages write alike.
        let shared = [
            "site-name",
            "home-for-developers-openapi",
            "model-title",
            "proposal-model",
            "proposal-data",
            "round-paired-place",
            "round-method-model",
            "round-method-program",
        ];
        let has_words = |text: &str| outside_code(text).contains(char::is_alphabetic);
        for area in AREAS {
            let english = said(Language::En, area);
            for language in area.languages.iter().filter(|language| **language != Language::En) {
                let same = english.iter().zip(said(*language, area)).filter(|(english, other)| english.1 == other.1 && has_words(&other.1));
                let left: Vec<_> = same.map(|(english, _)| &english.0).filter(|key| !shared.contains(&key.as_str())).collect();
                assert!(left.is_empty(), "{} in {language}: {left:?}", area.name);
            }
        }
    }

    #[test]
    fn thai_and_khmer_texts_hold_no_latin_words_but_names() {
        let names = [
            "Kembar", "ASEAN", "JSON", "HTTP", "https", "http", "OpenAPI", "API", "VLR", "cursor", "openapi", "json", "GDP", "CO", "t",
            "u", "PM", "SDG",
        ];
        for area in AREAS {
            for language in area.languages.iter().filter(|language| matches!(language, Language::Th | Language::Km)) {
                for (key, text) in said(*language, area) {
                    let shown = outside_code(&text);
                    let mut words = shown.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
                    assert!(words.all(|word| names.contains(&word)), "{} in {language}: {key}: {text}", area.name);
                }
            }
        }
    }

    /// A text without what Fluent reads: names of parts and of cases.
    fn outside_code(text: &str) -> String {
        let mut shown = String::new();
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '[' => drop(letters.by_ref().find(|end| *end == ']')),
                '$' => while letters.next_if(|c| c.is_ascii_alphanumeric() || *c == '_').is_some() {},
                _ => shown.push(letter),
            }
        }
        shown
    }

    #[test]
    fn no_two_areas_have_a_word_of_one_name() {
        let all: Vec<&str> = AREAS.iter().flat_map(|area| area.words).map(|word| word.key).collect();
        let different: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(all.len(), different.len());
    }

    #[test]
    fn every_text_can_be_filled_from_the_parts_that_its_word_declares() {
        for language in Language::ALL {
            for word in areas(*language).flat_map(|(area, _)| area.words) {
                let mut args = FluentArgs::new();
                for part in word.parts {
                    args.set(*part, FluentValue::from(7));
                }
                let mut faults = Vec::new();
                let text = formatted(language.catalogue(), word.key, &args, &mut faults).expect("the word is in the catalogue");
                assert!(faults.is_empty(), "{language} {}: {faults:?}", word.key);
                assert!(!text.trim().is_empty(), "{language} {} is empty", word.key);
            }
        }
    }

    /// The text of every file under a folder, but for the lists of words.
    fn sources(folder: &Path, found: &mut String) {
        for entry in std::fs::read_dir(folder).expect("the folder is there").flatten() {
            let path = entry.path();
            if path.is_dir() && entry.file_name() != "word" {
                sources(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "html") {
                found.push_str(&std::fs::read_to_string(path).unwrap_or_default());
            }
        }
    }

    #[test]
    fn no_word_goes_unused() {
        let mut used = String::new();
        for folder in ["src/console", "src/embeds"] {
            sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut used);
        }
        let is_used = |word: &&Entry| {
            used.match_indices(word.code).any(|(at, _)| !used[at + word.code.len()..].starts_with(|c: char| c.is_alphanumeric()))
        };
        let unused: Vec<_> = AREAS.iter().flat_map(|area| area.words).filter(|word| !is_used(word)).map(|word| word.key).collect();
        assert!(unused.is_empty(), "said nowhere: {unused:?}");
    }

    #[test]
    fn the_address_decides_on_the_language_before_the_browser_does() {
        let every = Language::ALL;
        assert_eq!(Language::choose(Some(Language::Id), Some("en"), every), Language::Id);
        assert_eq!(Language::choose(None, Some("id"), every), Language::Id);
        assert_eq!(Language::choose(None, None, every), Language::En);
    }

    #[test]
    fn the_browsers_languages_are_taken_by_weight() {
        let choose = |accepted: &str| Language::choose(None, Some(accepted), Language::ALL);
        assert_eq!(choose("en;q=0.3, id-ID;q=0.8"), Language::Id);
        assert_eq!(choose("lo, km;q=0.9"), Language::Km);
        assert_eq!(choose("id;q=0, *"), Language::En);
        assert_eq!(choose("fr, ID"), Language::Id);
        assert_eq!(choose(";;q=9,,id;q=nan"), Language::En);
    }

    #[test]
    fn a_page_that_is_not_in_the_language_asked_for_is_in_the_next_best() {
        let spoken = [Language::En, Language::Id];
        assert_eq!(Language::choose(Some(Language::Th), Some("th, id;q=0.4"), &spoken), Language::Id);
        assert_eq!(Language::choose(Some(Language::Th), None, &spoken), Language::En);
    }

    #[test]
    fn numbers_and_dates_are_written_as_the_language_writes_them() {
        assert_eq!(Language::En.whole(2_874_000), "2,874,000");
        assert_eq!(Language::Id.whole(2_874_000), "2.874.000");
        assert_eq!(Language::En.whole(460), "460");
        assert_eq!(Language::En.whole(-1_460), "−1,460");
        assert_eq!(Language::En.measure(16.5027), "16.5");
        assert_eq!(Language::Id.measure(0.713), "0,713");
        assert_eq!(Language::En.measure(-2_944_400.0), "−2,944,400");
        assert_eq!(Language::En.measure(5.0), "5");
        let day = NaiveDate::from_ymd_opt(2026, 8, 2).expect("a day");
        assert_eq!(Language::En.date(day), "2 August 2026");
        assert_eq!(Language::Id.date(day), "2 Agustus 2026");
        assert_eq!(Language::Vi.date(day), "2 tháng 8, 2026");
        assert_eq!(Language::Th.date(day), "2 สิงหาคม 2569");
        assert_eq!(Language::Km.date(day), "ថ្ងៃទី 2 ខែសីហា ឆ្នាំ 2026");
        assert_eq!(Language::Vi.measure(1_234.6), "1.235");
        assert_eq!(Language::Vi.measure(16.5), "16,5");
        assert_eq!(Language::Th.measure(16.5), "16.5");
    }

    #[test]
    fn a_single_thing_is_named_in_the_singular() {
        assert_eq!(Language::En.count(Word::CountCities, 1), "1 city");
        assert_eq!(Language::En.count(Word::CountCities, 1_418), "1,418 cities");
        assert_eq!(Language::Id.count(Word::CountCities, 1), "1 kota");
    }
}
