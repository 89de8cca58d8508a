//! The names of pillars, themes and indicators in every language.
//!
//! English and Bahasa Indonesia are in the model's own files, whose hash is part of every frozen explanation; the other languages are
//! catalogues here, by code, so that a better translation changes no model. What a catalogue does not know is named in English.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::language::Language;
use crate::matching::IndicatorDefinition;
use crate::matching::taxonomy::{Labels, Pillar, Theme};

/// The names of a language, by key. They are plain, one to a line, so that a name costs a look-up and no formatting.
type Names = BTreeMap<&'static str, &'static str>;

static NAMES: LazyLock<BTreeMap<Language, Names>> =
    LazyLock::new(|| Language::ALL.iter().map(|language| (*language, names(text(*language)))).collect());

/// The catalogue of a language; empty where the model's files name everything themselves.
const fn text(language: Language) -> &'static str {
    match language {
        Language::En | Language::Id => "",
        Language::Vi => include_str!("catalogues/vi/taxonomy.ftl"),
        Language::Th => include_str!("catalogues/th/taxonomy.ftl"),
        Language::Km => include_str!("catalogues/km/taxonomy.ftl"),
    }
}

fn names(catalogue: &'static str) -> Names {
    let lines = catalogue.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(" = ")).collect()
}

/// The name of a pillar.
pub fn pillar(language: Language, pillar: &Pillar) -> String {
    named(language, &format!("pillar-{}", pillar.code), &pillar.label)
}

/// The name of a theme.
pub fn theme(language: Language, theme: &Theme) -> String {
    named(language, &format!("theme-{}", theme.code), &theme.label)
}

/// The name of an indicator.
pub fn indicator(language: Language, indicator: &IndicatorDefinition) -> String {
    named(language, &format!("indicator-{}", indicator.code), &indicator.name)
}

fn named(language: Language, key: &str, labels: &Labels) -> String {
    let found = NAMES.get(&language).and_then(|names| names.get(key)).copied();
    found.unwrap_or_else(|| labels.of(language.as_str())).to_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_bundle::FluentResource;

    use super::*;
    use crate::matching::samples::model;

    #[test]
    fn whatever_the_model_names_has_one_name_of_its_own_in_every_language() {
        let model = model();
        let taxonomy = model.taxonomy();
        let themes = taxonomy.themes().iter().map(|theme| format!("theme-{}", theme.code));
        let pillars = taxonomy.pillars().iter().map(|pillar| format!("pillar-{}", pillar.code));
        let indicators = model.indicators().iter().map(|indicator| format!("indicator-{}", indicator.code));
        let expected: BTreeSet<String> = themes.chain(pillars).chain(indicators).collect();
        for language in [Language::Vi, Language::Th, Language::Km] {
            assert!(FluentResource::try_new(text(language).to_owned()).is_ok(), "{language} does not parse");
            let known = &NAMES[&language];
            assert_eq!(known.keys().map(|key| (*key).to_owned()).collect::<BTreeSet<_>>(), expected, "{language}");
            let different: BTreeSet<&str> = known.values().copied().collect();
            assert_eq!(different.len(), known.len(), "two of one name in {language}");
        }
    }

    #[test]
    fn what_a_catalogue_does_not_know_is_named_in_english() {
        let labels = Labels { en: "Night markets".to_owned(), id: "Pasar malam".to_owned() };
        let shown: Vec<_> = Language::ALL.iter().map(|language| named(*language, "theme-night-markets", &labels)).collect();
        assert_eq!(shown, ["Night markets", "Pasar malam", "Night markets", "Night markets", "Night markets"]);
    }
}
