//! The themes as the sample pages name them, from the project's own taxonomy.

use std::sync::LazyLock;

use kembar::console::marks::Theme;
use kembar::console::pages::PillarEntry;
use kembar::console::words::Language;
use kembar::domain::code::ThemeCode;
use kembar::matching::Taxonomy;

/// The taxonomy in force.
pub static TAXONOMY: LazyLock<Taxonomy> =
    LazyLock::new(|| Taxonomy::parse(include_str!("../../../models/taxonomy/2045-1.toml")).expect("the taxonomy is sound"));

/// How many cities of the project's ASEAN files have a practice or a priority in each theme.
const CITIES: [(&str, usize); 40] = [
    ("integrity", 6),
    ("e-services", 13),
    ("participation", 5),
    ("public-safety", 8),
    ("transnational-crime", 3),
    ("peace-cohesion", 4),
    ("city-diplomacy", 10),
    ("sdg-localisation", 2),
    ("msme", 5),
    ("tourism", 38),
    ("creative-economy", 20),
    ("municipal-finance", 8),
    ("circular-economy", 4),
    ("food-agri", 2),
    ("energy", 4),
    ("skills-jobs", 1),
    ("solid-waste", 33),
    ("water-sanitation", 22),
    ("air-quality", 7),
    ("climate-mitigation", 13),
    ("climate-adaptation", 10),
    ("disaster-resilience", 14),
    ("green-biodiversity", 25),
    ("health", 7),
    ("education", 7),
    ("heritage-culture", 13),
    ("housing-slums", 9),
    ("gender", 4),
    ("youth-children", 2),
    ("ageing-disability", 5),
    ("poverty-protection", 4),
    ("public-transport", 15),
    ("traffic", 11),
    ("walk-cycle", 7),
    ("smart-platform", 16),
    ("digital-inclusion", 2),
    ("urban-planning", 12),
    ("urban-infrastructure", 16),
    ("logistics-cross-border", 4),
    ("business-permits", 3),
];

/// A theme by its code.
pub fn theme(code: &str, lang: Language) -> Theme {
    let code: ThemeCode = code.parse().expect("a code");
    Theme::of(TAXONOMY.theme(&code).expect("the taxonomy has the theme"), lang)
}

/// All themes by pillar.
pub fn by_pillar(lang: Language) -> Vec<PillarEntry> {
    let count = |code: &ThemeCode| CITIES.iter().find(|(known, _)| *known == code.as_str()).map_or(0, |(_, cities)| *cities);
    PillarEntry::all(&TAXONOMY, lang, &count)
}
