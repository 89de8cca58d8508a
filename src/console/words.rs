//! The words of the pages in each language, read from the catalogues in `catalogues/`.
//!
//! Knows nothing of any page. A word that a language lacks falls back to English; a test holds that none does.

use std::cmp::Reverse;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use super::word::Word;

crate::text_enum! {
    /// A language that the pages are written in.
    Lang {
        /// English, which is also what others fall back to.
        En = "en",
        /// Bahasa Indonesia.
        Id = "id",
    }
}

type Catalogue = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| catalogue(Lang::En, include_str!("catalogues/en.ftl")));
static INDONESIAN: LazyLock<Catalogue> = LazyLock::new(|| catalogue(Lang::Id, include_str!("catalogues/id.ftl")));

/// Faults in a catalogue are left to the tests: a page with one missing word is better than no page.
fn catalogue(lang: Lang, text: &str) -> Catalogue {
    let locale: LanguageIdentifier = lang.as_str().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // The marks around parts are for texts of mixed direction. No language here needs them, and they spoil what is copied.
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(readable, _faults)| readable);
    bundle.add_resource_overriding(resource);
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

impl Lang {
    /// The language to answer in: the one asked for in the address, else the best of `Accept-Language` (RFC 4647 lookup, weights
    /// honoured), else English. An unknown one is passed over.
    pub fn choose(asked: Option<&str>, accept_language: Option<&str>) -> Lang {
        let asked = asked.and_then(|text| text.parse().ok());
        asked.or_else(|| accept_language.and_then(accepted)).unwrap_or(Lang::En)
    }

    /// The name of the language in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Id => "Bahasa Indonesia",
        }
    }

    /// A text without parts.
    pub fn say(self, word: Word) -> String {
        self.fill(word, &[])
    }

    /// A text with its parts filled in.
    pub fn fill(self, word: Word, parts: &[(&'static str, Part<'_>)]) -> String {
        let args = arguments(parts);
        let faults = &mut Vec::new();
        formatted(self.catalogue(), word, &args, faults)
            .or_else(|| formatted(&ENGLISH, word, &args, faults))
            .unwrap_or_else(|| word.key().to_owned())
    }

    /// A text about a number of things: fills `count`, which chooses the plural, and `shown`.
    pub fn count(self, word: Word, number: usize) -> String {
        let shown = self.quantity(number);
        self.fill(word, &[("count", Part::Number(number)), ("shown", Part::Text(&shown))])
    }

    /// The name of a coded thing: fills `code` and, for a code that the catalogue does not know, `name`.
    pub fn name_of(self, word: Word, code: &str, otherwise: &str) -> String {
        self.fill(word, &[("code", Part::Text(code)), ("name", Part::Text(otherwise))])
    }

    /// A date in words: `22 November 2026`.
    pub fn date(self, date: NaiveDate) -> String {
        let (day, year) = (date.day().to_string(), date.year().to_string());
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
        let point = if rest.is_empty() { "" } else { self.decimal_point() };
        format!("{sign}{}{point}{rest}", self.grouped(digits))
    }

    fn grouped(self, digits: &str) -> String {
        let mut out = String::with_capacity(digits.len() + digits.len() / 3);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push(self.group_mark());
            }
            out.push(digit);
        }
        out
    }

    fn group_mark(self) -> char {
        match self {
            Lang::En => ',',
            Lang::Id => '.',
        }
    }

    fn decimal_point(self) -> &'static str {
        match self {
            Lang::En => ".",
            Lang::Id => ",",
        }
    }

    fn catalogue(self) -> &'static Catalogue {
        match self {
            Lang::En => &ENGLISH,
            Lang::Id => &INDONESIAN,
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

fn formatted(from: &Catalogue, word: Word, args: &FluentArgs<'_>, faults: &mut Vec<fluent_bundle::FluentError>) -> Option<String> {
    let pattern = from.get_message(word.key())?.value()?;
    Some(from.format_pattern(pattern, Some(args), faults).into_owned())
}

/// The language of the highest weight that is written here; the earlier one when weights are equal.
fn accepted(header: &str) -> Option<Lang> {
    let mut ranges: Vec<(u16, &str)> = header.split(',').take(20).filter_map(weighted).collect();
    ranges.sort_by_key(|(weight, _)| Reverse(*weight));
    ranges.iter().find_map(|(_, range)| if *range == "*" { Some(Lang::En) } else { written(range) })
}

/// Subtags are cut off from the right until a language is found: `id-ID` is answered in `id`.
fn written(range: &str) -> Option<Lang> {
    Lang::ALL.iter().copied().find(|lang| range.split('-').next().is_some_and(|primary| primary.eq_ignore_ascii_case(lang.as_str())))
}

/// A language range and its weight in thousandths; `None` when it is refused by `q=0` or cannot be read.
fn weighted(item: &str) -> Option<(u16, &str)> {
    let mut fields = item.split(';').map(str::trim);
    let range = fields.next().filter(|range| !range.is_empty())?;
    let quality = fields.find_map(|field| field.strip_prefix("q=")).map_or(Some(1.0), |text| text.parse::<f32>().ok())?;
    (quality > 0.0 && quality <= 1.0).then_some(((quality * 1_000.0).round() as u16, range))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CATALOGUES: [(Lang, &str); 2] = [(Lang::En, include_str!("catalogues/en.ftl")), (Lang::Id, include_str!("catalogues/id.ftl"))];

    fn keys(catalogue: &str) -> Vec<&str> {
        let entries = catalogue.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        entries.filter_map(|line| line.split_once(" = ").map(|(key, _)| key)).collect()
    }

    #[test]
    fn every_catalogue_has_every_word_once_and_no_other_in_the_same_order() {
        let expected: Vec<&str> = Word::ALL.iter().map(|word| word.key()).collect();
        for (lang, text) in CATALOGUES {
            assert!(FluentResource::try_new(text.to_owned()).is_ok(), "{lang} does not parse");
            assert_eq!(keys(text), expected, "{lang}");
        }
    }

    #[test]
    fn every_text_can_be_filled_from_the_parts_that_its_word_declares() {
        for (lang, _) in CATALOGUES {
            for word in Word::ALL {
                let mut args = FluentArgs::new();
                for part in word.parts() {
                    args.set(*part, FluentValue::from(7));
                }
                let mut faults = Vec::new();
                let text = formatted(lang.catalogue(), *word, &args, &mut faults).expect("the word is in the catalogue");
                assert!(faults.is_empty(), "{lang} {}: {faults:?}", word.key());
                assert!(!text.trim().is_empty(), "{lang} {} is empty", word.key());
            }
        }
    }

    #[test]
    fn no_word_goes_unused() {
        let mut sources = String::new();
        let console = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/console");
        for folder in ["", "pages", "pages/city", "routes", "templates"] {
            for entry in std::fs::read_dir(console.join(folder)).expect("the folder is there").flatten() {
                if entry.path().is_file() && entry.file_name() != "word.rs" {
                    sources.push_str(&std::fs::read_to_string(entry.path()).unwrap_or_default());
                }
            }
        }
        let used = |word: &&Word| {
            let mention = format!("Word::{}", word.name());
            sources.match_indices(&mention).any(|(at, _)| !sources[at + mention.len()..].starts_with(|c: char| c.is_alphanumeric()))
        };
        let unused: Vec<_> = Word::ALL.iter().filter(|word| !used(word)).map(|word| word.key()).collect();
        assert!(unused.is_empty(), "said nowhere: {unused:?}");
    }

    #[test]
    fn the_address_decides_on_the_language_before_the_browser_does() {
        assert_eq!(Lang::choose(Some("id"), Some("en")), Lang::Id);
        assert_eq!(Lang::choose(Some("xx"), Some("id")), Lang::Id);
        assert_eq!(Lang::choose(None, None), Lang::En);
    }

    #[test]
    fn the_browsers_languages_are_taken_by_weight() {
        assert_eq!(Lang::choose(None, Some("en;q=0.3, id-ID;q=0.8")), Lang::Id);
        assert_eq!(Lang::choose(None, Some("th, km;q=0.9")), Lang::En);
        assert_eq!(Lang::choose(None, Some("id;q=0, *")), Lang::En);
        assert_eq!(Lang::choose(None, Some("fr, ID")), Lang::Id);
        assert_eq!(Lang::choose(None, Some(";;q=9,,id;q=nan")), Lang::En);
    }

    #[test]
    fn numbers_and_dates_are_written_as_the_language_writes_them() {
        assert_eq!(Lang::En.whole(2_874_000), "2,874,000");
        assert_eq!(Lang::Id.whole(2_874_000), "2.874.000");
        assert_eq!(Lang::En.whole(460), "460");
        assert_eq!(Lang::En.whole(-1_460), "−1,460");
        assert_eq!(Lang::En.measure(16.5027), "16.5");
        assert_eq!(Lang::Id.measure(0.713), "0,713");
        assert_eq!(Lang::En.measure(-2_944_400.0), "−2,944,400");
        assert_eq!(Lang::En.measure(5.0), "5");
        let day = NaiveDate::from_ymd_opt(2026, 8, 2).expect("a day");
        assert_eq!(Lang::En.date(day), "2 August 2026");
        assert_eq!(Lang::Id.date(day), "2 Agustus 2026");
    }

    #[test]
    fn a_single_thing_is_named_in_the_singular() {
        assert_eq!(Lang::En.count(Word::CountCities, 1), "1 city");
        assert_eq!(Lang::En.count(Word::CountCities, 1_418), "1,418 cities");
        assert_eq!(Lang::Id.count(Word::CountCities, 1), "1 kota");
    }
}
