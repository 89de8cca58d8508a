//! The languages that the service speaks, and which of them a reader wants.

use fluent_langneg::{LanguageIdentifier, NegotiationStrategy, negotiate_languages};

crate::text_enum! {
    /// A language that the service speaks, by its BCP 47 code.
    Language {
        /// English.
        En = "en",
        /// Bahasa Indonesia.
        Id = "id",
        /// Vietnamese.
        Vi = "vi",
        /// Thai.
        Th = "th",
        /// Khmer.
        Km = "km",
    }
}

/// At most this many ranges of a header are looked at; browsers send a handful.
const RANGES_MAX: usize = 20;

/// How many years the Buddhist era is ahead of the Gregorian one, as Thailand counts.
const BUDDHIST_ERA: i32 = 543;

impl Language {
    /// What is spoken to a reader whose wish is not understood.
    pub const DEFAULT: Language = Language::En;

    /// The language for the text of an `Accept-Language` field (RFC 9110) or of a `?lang=` parameter, by lookup (RFC 4647, section 3.4):
    /// ranges by falling weight, each shortened from the right until a language fits; `id-ID` gives Indonesian. Ranges with weight 0 are not
    /// wanted. What is malformed is passed over.
    ///
    /// ```
    /// use kembar::i18n::Language;
    /// assert_eq!(Language::lookup("fr-FR, id-ID;q=0.8, en;q=0.5"), Language::Id);
    /// assert_eq!(Language::lookup("*"), Language::En);
    /// ```
    pub fn lookup(accepted: &str) -> Language {
        Language::lookup_among(accepted, Language::ALL).unwrap_or(Language::DEFAULT)
    }

    /// The same among some of the languages; none where the reader asked for none of these.
    pub fn lookup_among(accepted: &str, spoken: &[Language]) -> Option<Language> {
        let mut ranges: Vec<(f32, LanguageIdentifier)> = accepted.split(',').take(RANGES_MAX).filter_map(range).collect();
        // A stable sort: among equal weights the first named goes first.
        ranges.sort_by(|a, b| b.0.total_cmp(&a.0));
        let wanted: Vec<LanguageIdentifier> = ranges.into_iter().map(|(_, range)| range).collect();
        let known: Vec<LanguageIdentifier> = spoken.iter().map(|language| language.identifier()).collect();
        // Lookup wants something to fall back to; the root language is none of ours.
        let nothing = LanguageIdentifier::default();
        let found = negotiate_languages(&wanted, &known, Some(&nothing), NegotiationStrategy::Lookup);
        found.first().and_then(|id| id.language.as_str().parse().ok())
    }

    /// A year of the Gregorian calendar as readers of the language count: in Thai of the Buddhist era, which Thai law and Thai authorities
    /// use in everything they write to the public.
    pub fn year(self, gregorian: i32) -> String {
        match self {
            Language::Th => (gregorian + BUDDHIST_ERA).to_string(),
            Language::En | Language::Id | Language::Vi | Language::Km => gregorian.to_string(),
        }
    }

    /// What to sort names by. Thai writes some vowels before the consonant that they are spoken after; dictionaries go by the consonant.
    pub fn sort_key(self, name: &str) -> String {
        let mut letters: Vec<char> = name.chars().collect();
        if self == Language::Th {
            let mut at = 0;
            while at + 1 < letters.len() {
                let is_before = matches!(letters[at], 'เ' | 'แ' | 'โ' | 'ใ' | 'ไ');
                if is_before {
                    letters.swap(at, at + 1);
                }
                at += if is_before { 2 } else { 1 };
            }
        }
        letters.into_iter().collect()
    }

    /// What parts thousands, and what parts the decimals.
    pub const fn number_marks(self) -> (char, char) {
        match self {
            Language::En | Language::Th | Language::Km => (',', '.'),
            Language::Id | Language::Vi => ('.', ','),
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        // The codes of the enum are valid subtags; an unknown one would speak to everybody in the root language, which no catalogue has.
        self.as_str().parse().unwrap_or_default()
    }
}

fn range(text: &str) -> Option<(f32, LanguageIdentifier)> {
    let mut parts = text.split(';').map(str::trim);
    let range = parts.next()?.parse().ok()?;
    let weight = match parts.find_map(|part| part.strip_prefix("q=")) {
        Some(weight) => weight.trim().parse::<f32>().ok().filter(|q| (0.0..=1.0).contains(q))?,
        None => 1.0,
    };
    (weight > 0.0).then_some((weight, range))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_the_language_it_weighs_most_among_those_spoken() {
        for (accepted, expected) in [
            ("id", Language::Id),
            ("en-GB,en;q=0.9,id;q=0.8", Language::En),
            ("ms, id;q=0.5, en;q=0.4", Language::Id),
            ("id;q=0, en;q=0.1", Language::En),
            ("ID-id", Language::Id),
            ("xx-bad-;;q=nine, id;q=0.2", Language::Id),
            ("id;q=7", Language::En),
            ("", Language::En),
            ("*", Language::En),
            ("\u{0}\u{202e}", Language::En),
            ("vi-VN,vi;q=0.9,en;q=0.8", Language::Vi),
            ("lo, th;q=0.9, en;q=0.8", Language::Th),
            ("km-KH", Language::Km),
        ] {
            assert_eq!(Language::lookup(accepted), expected, "{accepted}");
        }
    }

    #[test]
    fn among_some_of_the_languages_the_next_wish_counts() {
        let spoken = [Language::En, Language::Id];
        assert_eq!(Language::lookup_among("th, id;q=0.5, en;q=0.4", &spoken), Some(Language::Id));
        assert_eq!(Language::lookup_among("th, km;q=0.5", &spoken), None);
    }

    #[test]
    fn years_are_counted_as_readers_count_them() {
        let years: Vec<_> = Language::ALL.iter().map(|language| language.year(2026)).collect();
        assert_eq!(years, ["2026", "2026", "2026", "2569", "2026"]);
    }

    #[test]
    fn thai_names_are_sorted_by_their_consonants() {
        let mut names = ["เวียดนาม", "ไทย", "กัมพูชา", "เมียนมา", "สิงคโปร์"];
        names.sort_by_key(|name| Language::Th.sort_key(name));
        assert_eq!(names, ["กัมพูชา", "ไทย", "เมียนมา", "เวียดนาม", "สิงคโปร์"]);
        assert_eq!(Language::Th.sort_key("เมียนมา"), "มเียนมา");
        assert_eq!(Language::Vi.sort_key("Đà Nẵng"), "Đà Nẵng");
    }

    #[test]
    fn a_header_of_ten_thousand_ranges_is_answered_all_the_same() {
        assert_eq!(Language::lookup(&"de,".repeat(10_000)), Language::En);
    }
}
