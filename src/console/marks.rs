//! Codes that the pages give a name, a letter or a shape: pillars, levels of government, hazards.
//!
//! Knows only their codes and labels; what they mean to matching is not decided here.

use super::words::{Language, Part, Word};
use crate::domain::code::ThemeCode;
use crate::i18n::labels;
use crate::matching::taxonomy;

crate::text_enum! {
    /// A pillar of the ASEAN Community Vision. Each has a letter, a shape and a colour, so that no one of them is the only sign.
    PillarMark {
        /// Indigo triangle, P.
        PoliticalSecurity = "political-security",
        /// Amber square, E.
        Economic = "economic",
        /// Green circle, S.
        SocioCultural = "socio-cultural",
        /// Magenta diamond, C.
        Connectivity = "connectivity",
    }
}

impl PillarMark {
    /// The mark of a pillar of the taxonomy, `PS`, `EC`, `SC` or `CN`; a taxonomy with any other was refused when it was read.
    pub fn of(code: &str) -> PillarMark {
        match code {
            "PS" => PillarMark::PoliticalSecurity,
            "EC" => PillarMark::Economic,
            "SC" => PillarMark::SocioCultural,
            _ => PillarMark::Connectivity,
        }
    }

    /// Its letter, also the name of its class in the style.
    pub fn letter(self) -> char {
        match self {
            PillarMark::PoliticalSecurity => 'P',
            PillarMark::Economic => 'E',
            PillarMark::SocioCultural => 'S',
            PillarMark::Connectivity => 'C',
        }
    }

    /// Its outline in a field of 24 by 24, as the data of an SVG path.
    pub fn outline(self) -> &'static str {
        match self {
            PillarMark::PoliticalSecurity => "M12 1 24 23H0z",
            PillarMark::Economic => "M2 2h20v20H2z",
            PillarMark::SocioCultural => "M12 1a11 11 0 1 1 0 22a11 11 0 1 1 0-22z",
            PillarMark::Connectivity => "M12-1 25 12 12 25-1 12z",
        }
    }

    /// Where the letter's baseline is: the middle of a triangle lies lower than that of the others.
    pub fn baseline(self) -> u8 {
        match self {
            PillarMark::PoliticalSecurity => 20,
            PillarMark::Economic | PillarMark::SocioCultural | PillarMark::Connectivity => 17,
        }
    }

    /// Its name.
    pub fn name(self, lang: &Language) -> String {
        lang.fill(Word::PillarName, &[("code", Part::Text(self.as_str()))])
    }
}

/// The name of a level of government; a country's own word is shown as it is.
pub fn level_name(level: &str, lang: &Language) -> String {
    lang.name_of(Word::LevelName, &level.replace(' ', "-"), level)
}

/// The unit of an indicator; one that the catalogue does not know is shown as the model writes it.
pub fn unit_name(unit: &str, lang: &Language) -> String {
    lang.name_of(Word::UnitName, &unit_code(unit), unit)
}

/// The unit as a name in a catalogue: `% of people` becomes `u-pct-of-people`.
fn unit_code(unit: &str) -> String {
    let spelt = unit.to_lowercase().replace('%', "pct");
    let words: Vec<&str> = spelt.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    format!("u-{}", words.join("-"))
}

/// What sort of tie two cities had: a code of the import, or the words of its source as they are.
pub fn tie_kind_name(kind: &str, lang: &Language) -> String {
    lang.name_of(Word::TieKindName, kind, kind)
}

crate::text_enum! {
    /// What a city is exposed to.
    HazardMark {
        /// Rivers, rain and drains.
        Flood = "flood",
        /// Typhoons and tropical storms.
        Cyclone = "cyclone",
        /// Earthquakes.
        Earthquake = "earthquake",
        /// Tsunamis.
        Tsunami = "tsunami",
        /// Volcanoes.
        Volcano = "volcano",
        /// Lack of water.
        Drought = "drought",
        /// Extreme heat.
        Heat = "heat",
        /// Landslides.
        Landslide = "landslide",
        /// The rising sea.
        SeaLevel = "sea_level",
    }
}

impl HazardMark {
    /// Its name.
    pub fn name(self, lang: &Language) -> String {
        lang.fill(Word::HazardName, &[("code", Part::Text(self.as_str()))])
    }
}

/// A country: its ISO 3166-1 code and the name to show where the catalogue has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// Its English name.
    pub name: String,
}

impl Country {
    /// Its name in a language.
    pub fn shown(&self, lang: &Language) -> String {
        lang.name_of(Word::CountryName, &self.code, &self.name)
    }
}

/// A theme of the taxonomy, named in the page's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Its code, such as `solid-waste`.
    pub code: String,
    /// Its label in the page's language.
    pub name: String,
    /// The pillar it belongs to.
    pub pillar: PillarMark,
}

impl Theme {
    /// A theme of the taxonomy in a language.
    pub fn of(theme: &taxonomy::Theme, lang: Language) -> Theme {
        Theme { code: theme.code.as_str().to_owned(), name: labels::theme(lang, theme), pillar: PillarMark::of(&theme.pillar) }
    }

    /// The theme of a code in a language. One that was retired is shown as what replaced it; none when the taxonomy never had it.
    pub fn named(taxonomy: &taxonomy::Taxonomy, code: &ThemeCode, lang: Language) -> Option<Theme> {
        let replaced = taxonomy.retired().iter().find(|retired| retired.code == *code).map(|retired| &retired.replaced_by);
        taxonomy.theme(replaced.unwrap_or(code)).map(|theme| Theme::of(theme, lang))
    }

    /// Its label inside a sentence: the first letter small, unless it begins an abbreviation such as `SDG`.
    pub fn in_sentence(&self) -> String {
        let mut letters = self.name.chars();
        match (letters.next(), letters.clone().next()) {
            (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
            _ => self.name.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_has_its_own_letter_shape_and_name() {
        for lang in Language::ALL {
            let mut names: Vec<String> = PillarMark::ALL.iter().map(|pillar| pillar.name(lang)).collect();
            names.extend(["capital", "city", "municipality", "province", "regency", "special region"].map(|level| level_name(level, lang)));
            names.extend(HazardMark::ALL.iter().map(|hazard| hazard.name(lang)));
            let count = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), count, "two of one name in {lang}");
        }
        let mut shapes: Vec<_> = PillarMark::ALL.iter().map(|pillar| (pillar.letter(), pillar.outline())).collect();
        shapes.dedup_by_key(|(letter, _)| *letter);
        assert_eq!(shapes.len(), 4);
    }

    #[test]
    fn a_level_of_a_countrys_own_is_shown_in_its_own_word() {
        assert_eq!(level_name("special region", &Language::Id), "daerah khusus");
        assert_eq!(level_name("barangay", &Language::Id), "barangay");
    }

    #[test]
    fn every_unit_of_the_model_is_written_in_every_language_unless_it_is_a_symbol() {
        let symbols = ["µg/m³", "°C", "m", "t CO2"];
        let model = crate::actions::matching::models::current().expect("the model is sound");
        for lang in Language::ALL.iter().filter(|lang| **lang != Language::En) {
            for indicator in model.indicators() {
                let is_translated = unit_name(&indicator.unit, lang) != indicator.unit;
                assert_ne!(is_translated, symbols.contains(&indicator.unit.as_str()), "{lang}: {}: {}", indicator.code, indicator.unit);
            }
        }
        assert_eq!(unit_name("0 to 10, higher is worse", &Language::En), "of 10, higher is worse");
    }

    #[test]
    fn a_retired_theme_is_shown_as_what_replaced_it() {
        let text = include_str!("../../models/taxonomy/2045-1.toml");
        let retired = "[[retired]]\ncode = \"litter\"\nreplaced_by = \"solid-waste\"\nsince = \"2045-1\"\nreason = \"merged\"\n";
        let taxonomy = taxonomy::Taxonomy::parse(&format!("{text}\n{retired}")).expect("the taxonomy is sound");
        let named = |code: &str| Theme::named(&taxonomy, &code.parse().expect("a code"), Language::En).map(|theme| theme.code);
        assert_eq!(named("litter").as_deref(), Some("solid-waste"));
        assert_eq!(named("never-was"), None);
    }

    #[test]
    fn the_marks_are_those_of_the_taxonomy() {
        let taxonomy = taxonomy::Taxonomy::parse(include_str!("../../models/taxonomy/2045-1.toml")).expect("the taxonomy is sound");
        for pillar in taxonomy.pillars() {
            let mark = PillarMark::of(&pillar.code);
            assert_eq!(mark.as_str(), pillar.slug);
            for lang in Language::ALL {
                assert_eq!(mark.name(lang), labels::pillar(*lang, pillar));
            }
        }
    }

    #[test]
    fn a_theme_begins_small_inside_a_sentence_unless_it_is_an_abbreviation() {
        let theme = |name: &str| Theme { code: "x".into(), name: name.into(), pillar: PillarMark::Economic };
        assert_eq!(theme("Solid waste and plastics").in_sentence(), "solid waste and plastics");
        assert_eq!(theme("SDG and ACV localisation").in_sentence(), "SDG and ACV localisation");
        assert_eq!(theme("").in_sentence(), "");
    }

    #[test]
    fn a_country_that_no_catalogue_knows_is_shown_by_the_name_it_came_with() {
        let unknown = Country { code: "XN".into(), name: "Nusantara Raya".into() };
        assert_eq!(unknown.shown(&Language::Id), "Nusantara Raya");
        let cambodia = Country { code: "KH".into(), name: "Cambodia".into() };
        assert_eq!(cambodia.shown(&Language::Id), "Kamboja");
    }
}
