//! The catalogues, and the renderer that makes sentences of the engine's messages.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::labels;
use super::language::Language;
use crate::domain::code::ThemeCode;
use crate::matching::{Arg, Message, Taxonomy};

/// The catalogues of one language.
macro_rules! texts {
    ($code:literal) => {
        [
            include_str!(concat!("catalogues/", $code, "/explanations.ftl")),
            include_str!(concat!("catalogues/", $code, "/groups.ftl")),
            include_str!(concat!("catalogues/", $code, "/rules.ftl")),
            include_str!(concat!("catalogues/", $code, "/names.ftl")),
        ]
    };
}

const fn texts(language: Language) -> [&'static str; 4] {
    match language {
        Language::En => texts!("en"),
        Language::Id => texts!("id"),
        Language::Vi => texts!("vi"),
        Language::Th => texts!("th"),
        Language::Km => texts!("km"),
    }
}

/// A catalogue that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the catalogue of {language} cannot be used: {detail}")]
pub struct CatalogueError {
    /// Which language.
    pub language: Language,
    /// What is wrong.
    pub detail: String,
}

/// Every message in every language, with the labels of the themes.
pub struct Catalogues {
    bundles: BTreeMap<Language, FluentBundle<FluentResource>>,
    taxonomy: Taxonomy,
}

impl std::fmt::Debug for Catalogues {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalogues").field("languages", &self.bundles.keys()).finish_non_exhaustive()
    }
}

impl Catalogues {
    /// The bundled catalogues, with the labels of this taxonomy.
    ///
    /// # Errors
    /// A catalogue that is malformed or has a message twice.
    pub fn new(taxonomy: Taxonomy) -> Result<Catalogues, CatalogueError> {
        let bundles = Language::ALL.iter().map(|language| Ok((*language, bundle(*language)?)));
        Ok(Catalogues { bundles: bundles.collect::<Result<_, _>>()?, taxonomy })
    }

    /// The taxonomy whose labels are used.
    pub fn taxonomy(&self) -> &Taxonomy {
        &self.taxonomy
    }

    /// A message in words. A key that no catalogue has is given back as it is, so that an old frozen explanation stays readable.
    pub fn render(&self, language: Language, message: &Message) -> String {
        let mut args = FluentArgs::new();
        for (name, arg) in &message.args {
            args.set(name.clone(), self.value(language, arg));
        }
        self.text(language, &message.key, Some(&args)).unwrap_or_else(|| message.key.clone())
    }

    /// Several messages as one paragraph.
    pub fn paragraph(&self, language: Language, messages: &[Message]) -> String {
        messages.iter().map(|message| self.render(language, message)).collect::<Vec<_>>().join(" ")
    }

    /// The label of a fixed word of the engine or the domain: family `factor` and word `head_start` give "head start". The families are
    /// `kind`, `factor`, `reading`, `mode`, `trait`, `gap-basis`, `evidence`, `side`, `excluded`, `country` and `language`. A word without a
    /// label is given back as it is.
    pub fn label(&self, language: Language, family: &str, word: &str) -> String {
        let key = format!("{family}-{}", word.replace('_', "-"));
        self.text(language, &key, None).unwrap_or_else(|| word.to_owned())
    }

    /// The label of a theme; a code that the taxonomy does not have is given back as it is.
    pub fn theme(&self, language: Language, code: &ThemeCode) -> String {
        let theme = self.taxonomy.theme(code);
        theme.map_or_else(|| code.to_string(), |theme| labels::theme(language, theme))
    }

    fn value(&self, language: Language, arg: &Arg) -> FluentValue<'static> {
        let label = |family: &str, word: &str| FluentValue::from(self.label(language, family, word));
        match arg {
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Year(year) => FluentValue::from(language.year(*year)),
            Arg::Text(text) | Arg::City(text) => FluentValue::from(text.clone()),
            Arg::Theme(code) => FluentValue::from(code.parse().map_or_else(|_bad| code.clone(), |code| self.theme(language, &code))),
            Arg::Country(code) => label("country", code),
            Arg::Language(code) => label("language", code),
            Arg::Mode(mode) => label("mode", mode),
            Arg::Trait(name) => label("trait", name),
            Arg::Factor(name) => label("factor", name),
            Arg::Date(date) => FluentValue::from(self.date(language, date)),
        }
    }

    /// An ISO date in the words of the language.
    fn date(&self, language: Language, date: &str) -> String {
        let parts: Vec<&str> = date.splitn(3, '-').collect();
        let [year, month, day] = parts.as_slice() else { return date.to_owned() };
        let Ok(gregorian) = year.parse() else { return date.to_owned() };
        let mut args = FluentArgs::new();
        args.set("day", day.trim_start_matches('0').to_owned());
        args.set("month", self.label(language, "month", month.trim_start_matches('0')));
        args.set("year", language.year(gregorian));
        self.text(language, "date", Some(&args)).unwrap_or_else(|| date.to_owned())
    }

    fn text(&self, language: Language, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let bundle = self.bundles.get(&language)?;
        let pattern = bundle.get_message(key)?.value()?;
        // An argument that is not there leaves its name in the text; the tests render every key, so none is missing.
        let mut faults = Vec::new();
        Some(bundle.format_pattern(pattern, args, &mut faults).into_owned())
    }
}

fn bundle(language: Language) -> Result<FluentBundle<FluentResource>, CatalogueError> {
    let fault = |detail: String| CatalogueError { language, detail };
    let identifier = language.as_str().parse().map_err(|e| fault(format!("{e}")))?;
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // Isolation marks are for mixed writing directions; they would end up in JSON, CSV and copied text.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::En => |value, _| number(value, Language::En),
        Language::Id => |value, _| number(value, Language::Id),
        Language::Vi => |value, _| number(value, Language::Vi),
        Language::Th => |value, _| number(value, Language::Th),
        Language::Km => |value, _| number(value, Language::Km),
    }));
    for text in texts(language) {
        let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, e)| fault(format!("{e:?}")))?;
        bundle.add_resource(resource).map_err(|e| fault(format!("{e:?}")))?;
    }
    Ok(bundle)
}

/// A number with its thousands apart and the decimals it was made with.
fn number(value: &FluentValue<'_>, language: Language) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let (thousands, decimal) = language.number_marks();
    let plain = format!("{}", number.value.abs());
    let (whole, part) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, part)| (whole, Some(part)));
    let mut text = String::from(if number.value < 0.0 { "-" } else { "" });
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            text.push(thousands);
        }
        text.push(digit);
    }
    if let Some(part) = part {
        text.push(decimal);
        text.push_str(part);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::pairing::Kind;
    use crate::domain::profile::Mode;
    use crate::matching::answer::{EvidenceKind, GapBasis, ThemeSide};
    use crate::matching::clusters::describe::phrase;
    use crate::matching::clusters::space::described_features;
    use crate::matching::clusters::{Direction, Grouping, Wish, likeness};
    use crate::matching::engine::Ask;
    use crate::matching::rules::Rule;
    use crate::matching::samples::{TAXONOMY, city, engine, id, model, port, recycler};
    use crate::matching::settings::{Reading, factor_names};

    fn catalogues() -> Catalogues {
        Catalogues::new(Taxonomy::parse(TAXONOMY).unwrap()).unwrap()
    }

    fn keys(texts: &[&str]) -> BTreeSet<String> {
        let lines = texts.iter().flat_map(|text| text.lines());
        lines
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
            .collect()
    }

    /// The variables that a message uses, by key.
    fn variables(texts: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut key = String::new();
        for line in texts.iter().flat_map(|text| text.lines()) {
            if let Some((name, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
                key = name.to_owned();
            }
            let names = line.split('$').skip(1).map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect());
            found.entry(key.clone()).or_default().extend(names);
        }
        found
    }

    /// The texts of the source files in a folder and those under it.
    fn sources(folder: &std::path::Path) -> Vec<String> {
        let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        paths.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![std::fs::read_to_string(path).unwrap()] }).collect()
    }

    /// Every phrase of what may set a group apart. That a theme is named seldom is never said.
    fn group_phrases() -> Vec<String> {
        let features = described_features(&model());
        let both = features.iter().flat_map(|feature| Direction::ALL.iter().map(move |side| phrase(feature, *side).key));
        both.filter(|key| key != "group-below-theme").collect()
    }

    /// Every key that the engine can say: the literals in its source, and the words of its enums.
    fn spoken() -> BTreeSet<String> {
        let mut keys = BTreeSet::from(["date".to_owned()]);
        for text in sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/matching")) {
            let prefixes = ["reason-", "against-", "missing-", "change-", "text-", "group-", "groups-", "assignment-", "trio-", "cohort-"];
            keys.extend(text.split('"').filter(|word| is_key(word) && prefixes.iter().any(|p| word.starts_with(p))).map(str::to_owned));
        }
        keys.extend(group_phrases());
        let mut family = |name: &str, words: Vec<&str>| keys.extend(words.iter().map(|word| format!("{name}-{}", word.replace('_', "-"))));
        family("rule", Rule::ALL.iter().map(|r| r.as_str()).collect());
        family("excluded", Rule::ALL.iter().map(|r| r.as_str()).collect());
        family("kind", Kind::ALL.iter().map(|k| k.as_str()).collect());
        family("factor", Kind::ALL.iter().flat_map(|k| factor_names(*k)).copied().collect());
        family("reading", Reading::ALL.iter().map(|r| r.as_str()).collect());
        family("mode", Mode::ALL.iter().map(|m| m.as_str()).collect());
        family("gap-basis", GapBasis::ALL.iter().map(|b| b.as_str()).collect());
        family("evidence", EvidenceKind::ALL.iter().map(|k| k.as_str()).collect());
        family("side", ThemeSide::ALL.iter().map(|s| s.as_str()).collect());
        family("trait", model().trait_names());
        family("month", vec!["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
        family("country", vec!["BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN"]);
        keys
    }

    fn is_key(word: &str) -> bool {
        word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') && !word.ends_with('-')
    }

    #[test]
    fn no_message_is_missing_or_unused_in_any_language() {
        let spoken = spoken();
        for language in Language::ALL {
            // Languages of the world are more than are named; those that are named are names.
            let written: BTreeSet<String> = keys(&texts(*language)).into_iter().filter(|key| !key.starts_with("language-")).collect();
            assert_eq!(spoken.difference(&written).collect::<Vec<_>>(), Vec::<&String>::new(), "{language} does not have");
            assert_eq!(written.difference(&spoken).collect::<Vec<_>>(), Vec::<&String>::new(), "{language} has for nothing");
            assert_eq!(keys(&texts(*language)), keys(&texts(Language::En)), "{language}");
        }
    }

    #[test]
    fn all_languages_use_the_same_variables() {
        for language in Language::ALL {
            assert_eq!(variables(&texts(*language)), variables(&texts(Language::En)), "{language}");
        }
    }

    /// A text that was left in English would have the words of one.
    #[test]
    fn nothing_is_left_in_english() {
        let texts_of = |language: Language| texts(language).map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).concat();
        let english: BTreeSet<String> = texts_of(Language::En).into_iter().collect();
        // Names that are the same everywhere, and the order of a date.
        let shared = ["date", "country", "month", "factor", "mode"];
        for language in Language::ALL.iter().filter(|language| **language != Language::En) {
            let same = texts_of(*language).into_iter().filter(|line| line.contains(" = ") && english.contains(line));
            let left: Vec<_> = same.filter(|line| !shared.iter().any(|name| line.starts_with(name))).collect();
            assert!(left.is_empty(), "{language}: {left:#?}");
        }
    }

    #[test]
    fn everything_the_engine_says_of_a_pair_can_be_said_in_each_language() {
        let catalogues = catalogues();
        let mut full = recycler(4, "VN");
        (full.quotas.partners_max, full.quotas.partners_taken) = (Some(1), 1);
        let engine = engine(vec![port(1, "ID"), recycler(2, "PH"), city(3, "VN"), full, port(5, "ID")]);
        for (kind, other) in [
            (Kind::SisterCity, 2),
            (Kind::SisterCity, 3),
            (Kind::SisterCity, 4),
            (Kind::SisterCity, 5),
            (Kind::PeerLearning, 2),
            (Kind::PeerLearning, 3),
        ] {
            let explained = engine.explain(id(1), id(other), &Ask { kind, theme: None, limit: 5 }).unwrap();
            let found = explained.suggestion.unwrap();
            let mut said: Vec<Message> = explained.rules.into_iter().map(|hit| hit.message).collect();
            said.extend(found.reasons.into_iter().chain(found.against).chain(found.text));
            said.extend(found.missing.into_iter().map(|m| m.what).chain(found.counterfactuals.into_iter().map(|c| c.change)));
            for language in Language::ALL {
                for message in &said {
                    let text = catalogues.render(*language, message);
                    assert!(text != message.key && !text.contains(['$', '{', '\u{2068}', '\u{2069}']), "{language}: {text}");
                }
            }
        }
    }

    #[test]
    fn everything_the_engine_says_of_groups_can_be_said_in_each_language() {
        let catalogues = catalogues();
        let mut cities: Vec<_> = (1..=5).map(|n| port(n, "ID")).chain((6..=9).map(|n| recycler(n, "PH"))).collect();
        for (city, size) in cities.iter_mut().zip([4e6, 3.9e6, 4.2e6, 3e6, 5e6, 8e4, 9e4, 7e4, 6e4]) {
            city.population = Some(size);
        }
        let engine = engine(cities);
        let grouping = Grouping::of(&engine, Wish { groups: Some(2) }).unwrap();
        let (found, map) = (grouping.groups(), likeness::map(&engine, &grouping));
        let mut said =
            vec![found.why.clone(), grouping.assign(&engine, &city(20, "VN")).text, grouping.assign(&engine, &port(21, "VN")).text];
        said.extend(found.groups.iter().flat_map(|group| group.name.iter().chain(&group.notes).cloned()));
        said.extend(found.groups.iter().flat_map(|group| group.sets_apart.iter().map(|d| d.phrase.clone())));
        said.extend(map.axes.into_iter().flat_map(|axis| axis.toward_high.into_iter().chain(axis.toward_low)));
        assert!(said.len() > 12, "{said:?}");
        for language in Language::ALL {
            for message in &said {
                let text = catalogues.render(*language, message);
                assert!(text != message.key && !text.contains(['$', '{', '\u{2068}', '\u{2069}']), "{language}: {text}");
            }
        }
    }

    #[test]
    fn numbers_dates_themes_and_countries_are_worded_in_the_readers_language() {
        let catalogues = catalogues();
        let all = |message: &Message| Language::ALL.iter().map(|l| catalogues.render(*l, message)).collect::<Vec<_>>();
        let far = all(&Message::new("against-far").number("km", 2_275.4, 0));
        assert_eq!(far[..3], ["They are 2,275 km apart.", "Jarak keduanya 2.275 km.", "Hai thành phố cách nhau 2.275 km."]);
        assert_eq!(far[3..], ["ทั้งสองเมืองอยู่ห่างกัน 2,275 กม.", "ទីក្រុងទាំងពីរនៅឆ្ងាយពីគ្នា 2,275 គ.ម.។"]);
        let clock = all(&Message::new("against-clock").number("hours", 5.5, 1));
        assert_eq!(clock[1..3], ["Waktu setempat keduanya berbeda 5,5 jam.", "Giờ của hai nơi lệch nhau 5,5 tiếng."]);
        let cooling =
            Message::new("rule-cooling-period").city("city", "A").city("other", "B").with("until", Arg::Date("2027-03-01".to_owned()));
        let ends = ["before 1 March 2027.", "sebelum 1 Maret 2027.", "trước ngày 1 tháng 3, 2027.", "1 มีนาคม 2570", "ខែមីនា ឆ្នាំ 2027 ទេ។"];
        for (text, end) in all(&cooling).iter().zip(ends) {
            assert!(text.ends_with(end), "{text}");
        }
        let shared = all(&Message::new("reason-shared-priority").theme("solid-waste"));
        assert_eq!(shared[1], "“Sampah dan plastik” adalah prioritas keduanya.");
        assert_eq!(shared[2], "“Chất thải rắn và nhựa” là ưu tiên của cả hai.");
        let slots = |n| Message::new("reason-slots").city("city", "Iloilo City").number("slots", n, 0);
        assert_eq!(all(&slots(1.0))[0], "Iloilo City has one free place.");
        assert_eq!(all(&slots(2.0))[0], "Iloilo City has 2 free places.");
    }

    #[test]
    fn a_message_of_an_older_model_is_given_by_its_key() {
        assert_eq!(catalogues().render(Language::En, &Message::new("reason-of-old")), "reason-of-old");
        assert_eq!(catalogues().label(Language::En, "language", "xyz"), "xyz");
    }
}
