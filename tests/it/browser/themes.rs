//! The forty themes as the sample pages name them, with how many cities of the project's ASEAN files have something in each.

use kembar::console::marks::PillarMark::{self, Connectivity, Economic, PoliticalSecurity, SocioCultural};
use kembar::console::marks::Theme;
use kembar::console::pages::{PillarEntry, ThemeEntry};
use kembar::console::words::Lang;

/// Code, pillar, English label, Indonesian label, cities.
const THEMES: [(&str, PillarMark, &str, &str, usize); 40] = [
    (
        "integrity",
        PoliticalSecurity,
        "Integrity, rule of law and open government",
        "Integritas, supremasi hukum, dan pemerintahan terbuka",
        6,
    ),
    ("e-services", PoliticalSecurity, "Digital public services", "Layanan publik digital", 13),
    ("participation", PoliticalSecurity, "Citizen participation", "Partisipasi warga", 5),
    ("public-safety", PoliticalSecurity, "Public safety and emergency response", "Keamanan publik dan tanggap darurat", 8),
    ("transnational-crime", PoliticalSecurity, "Drugs, trafficking and cybercrime", "Narkotika, perdagangan orang, dan kejahatan siber", 3),
    ("peace-cohesion", PoliticalSecurity, "Peace and social cohesion", "Perdamaian dan kohesi sosial", 4),
    ("city-diplomacy", PoliticalSecurity, "City diplomacy and peer learning", "Diplomasi kota dan pembelajaran antarkota", 10),
    ("sdg-localisation", PoliticalSecurity, "SDG and ACV localisation", "Pelokalan SDG dan ACV", 2),
    ("msme", Economic, "Small business, markets and vendors", "Usaha kecil, pasar, dan pedagang", 5),
    ("tourism", Economic, "Sustainable tourism", "Pariwisata berkelanjutan", 38),
    ("creative-economy", Economic, "Creative economy", "Ekonomi kreatif", 20),
    ("municipal-finance", Economic, "Municipal finance and investment", "Keuangan daerah dan investasi", 8),
    ("circular-economy", Economic, "Circular economy", "Ekonomi sirkular", 4),
    ("food-agri", Economic, "Food and urban agriculture", "Pangan dan pertanian kota", 2),
    ("energy", Economic, "Clean energy transition", "Transisi energi bersih", 4),
    ("skills-jobs", Economic, "Skills and youth employment", "Keterampilan dan pekerjaan bagi pemuda", 1),
    ("solid-waste", SocioCultural, "Solid waste and plastics", "Sampah dan plastik", 33),
    ("water-sanitation", SocioCultural, "Water, wastewater and sanitation", "Air, air limbah, dan sanitasi", 22),
    ("air-quality", SocioCultural, "Air quality and haze", "Kualitas udara dan kabut asap", 7),
    ("climate-mitigation", SocioCultural, "Low-carbon city", "Kota rendah karbon", 13),
    ("climate-adaptation", SocioCultural, "Climate adaptation", "Adaptasi iklim", 10),
    ("disaster-resilience", SocioCultural, "Disaster risk reduction", "Pengurangan risiko bencana", 14),
    ("green-biodiversity", SocioCultural, "Green space and nature", "Ruang hijau dan alam", 25),
    ("health", SocioCultural, "Health and nutrition", "Kesehatan dan gizi", 7),
    ("education", SocioCultural, "Education and lifelong learning", "Pendidikan dan belajar sepanjang hayat", 7),
    ("heritage-culture", SocioCultural, "Heritage and culture", "Warisan dan budaya", 13),
    ("housing-slums", SocioCultural, "Housing and settlements", "Perumahan dan permukiman", 9),
    ("gender", SocioCultural, "Gender equality and safety", "Kesetaraan dan keamanan gender", 4),
    ("youth-children", SocioCultural, "Youth and children", "Pemuda dan anak", 2),
    ("ageing-disability", SocioCultural, "Ageing and disability", "Lansia dan disabilitas", 5),
    ("poverty-protection", SocioCultural, "Poverty and social protection", "Kemiskinan dan perlindungan sosial", 4),
    ("public-transport", Connectivity, "Public transport", "Angkutan umum", 15),
    ("traffic", Connectivity, "Traffic and road safety", "Lalu lintas dan keselamatan jalan", 11),
    ("walk-cycle", Connectivity, "Walking and cycling", "Berjalan kaki dan bersepeda", 7),
    ("smart-platform", Connectivity, "Smart-city data platform", "Platform data kota cerdas", 16),
    ("digital-inclusion", Connectivity, "Digital inclusion and access", "Inklusi dan akses digital", 2),
    ("urban-planning", Connectivity, "Urban planning and land", "Perencanaan kota dan lahan", 12),
    ("urban-infrastructure", Connectivity, "Drainage, flood works and roads", "Drainase, pengendalian banjir, dan jalan", 16),
    ("logistics-cross-border", Connectivity, "Logistics, ports and borders", "Logistik, pelabuhan, dan perbatasan", 4),
    ("business-permits", Connectivity, "Business permits and regulation", "Perizinan dan regulasi usaha", 3),
];

/// A theme by its code.
pub fn theme(code: &str, lang: Lang) -> Theme {
    let found = THEMES.iter().find(|(known, ..)| *known == code).expect("the taxonomy has the theme");
    named(found, lang)
}

/// All themes by pillar.
pub fn by_pillar(lang: Lang) -> Vec<PillarEntry> {
    let entry = |pillar: &PillarMark| {
        let of_pillar = THEMES.iter().filter(|(_, of, ..)| of == pillar);
        let themes = of_pillar.map(|row| ThemeEntry { theme: named(row, lang), cities: row.4 }).collect();
        PillarEntry { pillar: *pillar, themes }
    };
    PillarMark::ALL.iter().map(entry).collect()
}

fn named((code, pillar, english, indonesian, _): &(&str, PillarMark, &str, &str, usize), lang: Lang) -> Theme {
    let name = match lang {
        Lang::En => english,
        Lang::Id => indonesian,
    };
    Theme { code: (*code).to_owned(), name: (*name).to_owned(), pillar: *pillar }
}
