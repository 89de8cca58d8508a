//! What is known of four real cities, as the sample pages show it: taken from the project's ASEAN files, sources and all.

/// A practice: theme, title, what was done, result (empty when none is recorded), year, source, whether from memory.
pub type Practice = (&'static str, &'static str, &'static str, &'static str, Option<i32>, &'static str, bool);
/// A priority: theme, what the city said, year, source, whether from memory.
pub type Priority = (&'static str, &'static str, Option<i32>, &'static str, bool);
/// A tie: partner, its country, kind, since, source, whether from memory.
pub type Tie = (&'static str, &'static str, &'static str, Option<i32>, &'static str, bool);
/// A Voluntary Local Review: title, year, source, whether from memory.
pub type Review = (&'static str, Option<i32>, &'static str, bool);

/// What is known of one city.
pub struct Told {
    pub practices: &'static [Practice],
    pub priorities: &'static [Priority],
    pub ties: &'static [Tie],
    pub reviews: &'static [Review],
    /// In the order of `HazardMark::ALL`, 0 to 3.
    pub hazards: [i32; 9],
    pub hazards_basis: &'static str,
}

/// Surabaya.
pub const SURABAYA: Told = Told {
    practices: &[
        (
            "solid-waste",
            "Waste banks and compost houses",
            "Neighbourhood waste banks, compost houses and sorting centres cut waste sent to landfill",
            "655 waste banks, over 27 compost houses",
            Some(2024),
            "https://sites.google.com/students.edu.sg/socialinnovationinsurabaya2024/day-4/environmental-agency",
            false,
        ),
        (
            "public-transport",
            "Suroboyo Bus plastic fare",
            "Bus passengers could pay with used plastic bottles",
            "up to 250 kg of bottles a day",
            Some(2018),
            "https://www.kink.fm/international-treaty-agrees-to-control-movement-of-plastic-waste/",
            false,
        ),
        (
            "energy",
            "Landfill gasification",
            "Converts Benowo landfill waste to energy",
            "",
            Some(2024),
            "https://sites.google.com/students.edu.sg/socialinnovationinsurabaya2024/day-4/environmental-agency",
            false,
        ),
        (
            "water-sanitation",
            "ASEAN Clean Water recognition",
            "Certificate of Recognition for big cities, clean water category",
            "Certificate 2021",
            Some(2021),
            "https://www.tribunnews.com/nasional/2021/10/22/asean-nobatkan-3-kota-di-indonesia-sebagai-kota-ramah-lingkungan-dan-bersih-di-asia-tenggara",
            false,
        ),
        (
            "integrity",
            "E-procurement",
            "Online tenders made contract awards fairer and helped fight corruption",
            "",
            Some(2013),
            "https://www.delgosea.eu/News/Best-Practices-on-the-DELGOSEA-website",
            false,
        ),
        (
            "solid-waste",
            "Community composting programme",
            "Large neighbourhood composting programme with NGO and Kitakyushu support",
            "",
            Some(2010),
            "https://www.biocycle.net/community-based-organics-diversion-indonesia/",
            false,
        ),
    ],
    priorities: &[
        (
            "traffic",
            "Worsening congestion reported by the mayor",
            Some(2024),
            "https://en.antaranews.com/news/315177/jokowi-urges-cities-to-prepare-for-traffic-congestion-in-next-decades",
            false,
        ),
        (
            "urban-infrastructure",
            "Flooding and water pollution are main environmental challenges",
            None,
            "https://vdocuments.mx/surabaya-indonesia-escap-climate-changeimpactsreport14nov07pdf-figure-4.html",
            false,
        ),
    ],
    ties: &[
        (
            "Kitakyushu",
            "JP",
            "sister city",
            None,
            "https://sites.google.com/students.edu.sg/socialinnovationinsurabaya2024/day-4/environmental-agency",
            false,
        ),
        (
            "Liverpool",
            "GB",
            "sister city",
            None,
            "https://dunia.tempo.co/amp/1597055/5-kota-yang-menjalin-sister-city-dengan-kota-negara-lain-surabaya-dan-liverpool",
            false,
        ),
        (
            "Shah Alam",
            "MY",
            "sister city (letter of intent)",
            Some(2009),
            "https://text-id.123dok.com/document/qmjl7k8q-selanjutnya-502.html",
            false,
        ),
    ],
    reviews: &[("Surabaya Voluntary Local Review", None, "https://jkp.ejournal.unri.ac.id/index.php/JKP/article/view/8613", false)],
    hazards: [3, 0, 2, 1, 1, 1, 2, 0, 3],
    hazards_basis: "flood: https://vdocuments.mx/surabaya-indonesia-escap-climate-changeimpactsreport14nov07pdf-figure-4.html ; all scores judged from own knowledge",
};

/// Iloilo City.
pub const ILOILO_CITY: Told = Told {
    practices: &[
        (
            "ageing-disability",
            "RiseABLE special education centre",
            "City-funded centre for children with special needs and early intervention",
            "one of 42 programmes in six months",
            Some(2025),
            "https://www.trndy-ph.com/2025/12/a-quick-rundown-of-iloilo-citys-new.html",
            false,
        ),
        (
            "health",
            "Uswag clinics and pharmacies",
            "City clinic and low-cost pharmacies in health centres",
            "pharmacies in 9 district and 79 village health centres; clinic served 335 in first month",
            Some(2025),
            "https://www.trndy-ph.com/2025/12/a-quick-rundown-of-iloilo-citys-new.html ; https://www.panaynews.net/trenas-highlights-achievements-in-first-30-days-as-iloilo-city-mayor-54-eos-1900-jobs-70-drug-ops-stronger-disaster-response",
            false,
        ),
        (
            "msme",
            "Livelihood and negosyo academies",
            "Support programmes for vendors and small firms, with market renewal",
            "named most business-friendly city by the national chamber",
            Some(2025),
            "https://www.trndy-ph.com/2025/12/a-quick-rundown-of-iloilo-citys-new.html",
            false,
        ),
        (
            "creative-economy",
            "UNESCO Creative City of Gastronomy",
            "Food heritage and festivals; first in the Philippines for gastronomy",
            "UNESCO listing",
            Some(2023),
            "https://www.sunstar.com.ph/iloilo/iloilo-city-recognized-as-unesco-creative-city-of-gastronomy",
            false,
        ),
        (
            "walk-cycle",
            "I-Bike programme",
            "Grew bike lanes and bike culture with civic groups",
            "Galing Pook 2022; Bike Lane Awards gold 2021",
            Some(2022),
            "https://mb.com.ph/2022/11/23/bike-friendly-iloilo-city-wins-galing-pook-award",
            false,
        ),
        (
            "green-biodiversity",
            "Iloilo-Batiano River rehabilitation",
            "Relocated river settlers, removed fish pens, restored mangroves and built a riverside walk",
            "over 50,000 residents in 35 barangays benefited; Galing Pook 2018",
            Some(2018),
            "https://panaynews.net/iloilo-river-devt-project-wins-galing-pook-award",
            false,
        ),
    ],
    priorities: &[
        (
            "health",
            "\"Rise to Action\": stronger health and social services",
            Some(2025),
            "https://tribune.net.ph/2025/10/08/tre%C3%B1as-hails-iloilos-rise-to-action-as-city-enters-a-new-era-of-progress",
            false,
        ),
        (
            "housing-slums",
            "Relocation and housing sites for families",
            Some(2025),
            "https://www.trndy-ph.com/2025/12/a-quick-rundown-of-iloilo-citys-new.html",
            false,
        ),
        (
            "integrity",
            "Accountability for unfinished or missing flood-control works",
            Some(2025),
            "https://www.panaynews.net/trenas-submits-damning-infra-status-report-to-mayors-for-good-governance",
            false,
        ),
        (
            "urban-infrastructure",
            "Flooding; only 5.4% of 2019-2024 infrastructure budget went to drainage",
            Some(2025),
            "https://www.panaynews.net/flood-governance-failure-iloilo-city-invested-only-5-4-in-drainage-leaving-residents-vulnerable-to-floods",
            false,
        ),
    ],
    ties: &[],
    reviews: &[],
    hazards: [3, 2, 2, 2, 0, 2, 2, 0, 2],
    hazards_basis: "flood works: https://panaynews.net/iloilo-river-devt-project-wins-galing-pook-award ; all scores judged from own knowledge",
};

/// Da Nang.
pub const DA_NANG: Told = Told {
    practices: &[
        (
            "city-diplomacy",
            "City Partnership Forum",
            "Hosts partners yearly and keeps wide network of friendship localities",
            "50 localities in 24 countries; 105 agreements",
            Some(2025),
            "https://vietnamnews.vn/society/1690876/diplomats-plant-friendship-trees-in-da-nang.html",
            false,
        ),
        (
            "e-services",
            "Digital ID linked to social insurance",
            "Synchronised residents' insurance records with national population data",
            "nearly 1.09 million people, 99% of insured",
            Some(2024),
            "http://ifg.cc/en/aktuelles/nachrichten/regionen/235-vn-vietnam/64211-vn-da-nang-gains-positive-results-from-smart-city-project.html",
            false,
        ),
        (
            "city-diplomacy",
            "Scholarships and centres for Lao partners",
            "Funds scholarships, schools and language centres in partner Lao provinces",
            "over 115.9 billion VND 2018-2022; 279 scholarship students",
            Some(2023),
            "https://en.vietnamplus.vn/da-nang-lao-province-look-to-step-up-cooperation/246291.vnp",
            false,
        ),
        (
            "smart-platform",
            "National smart-city award",
            "Honoured by VINASA for smart urban services, environment management and start-ups",
            "fourth year in a row",
            Some(2023),
            "https://baodanang.vn/english/education-science/202312/da-nang-honoured-as-excellent-city-in-building-smart-cities-in-viet-nam-3961059",
            false,
        ),
        (
            "smart-platform",
            "City monitoring and operations centre",
            "Expanded municipal network, data centre and multi-purpose operations centre",
            "12 of 13 targets met 2019-2021",
            Some(2022),
            "https://baodanang.vn/english/business/202210/positive-results-from-smart-city-project-3928631",
            false,
        ),
    ],
    priorities: &[
        (
            "disaster-resilience",
            "Integrated green and smart urban resilience control centre",
            Some(2022),
            "https://en.vietnamplus.vn/rok-helps-build-green-smart-urban-resilience-controlling-centre-in-da-nang/222994.vnp",
            false,
        ),
        (
            "smart-platform",
            "Smart city project 2018-2025 with orientation to 2030",
            Some(2022),
            "https://baodanang.vn/english/business/202210/positive-results-from-smart-city-project-3928631",
            false,
        ),
        (
            "urban-planning",
            "Growth strains transport, environment and jobs; seeks outside experience",
            Some(2020),
            "https://en.vietnamplus.vn/da-nang-australias-gold-coast-ink-deal-to-step-up-ties/174740.vnp",
            false,
        ),
    ],
    ties: &[
        (
            "Attapeu Province",
            "LA",
            "cooperation agreement 2023-2027",
            Some(2022),
            "https://en.vietnamplus.vn/da-nang-lao-province-look-to-step-up-cooperation/246291.vnp",
            false,
        ),
        (
            "Champasak Province",
            "LA",
            "cooperation agreement 2023-2027",
            Some(2022),
            "https://en.vietnamplus.vn/da-nang-lao-province-look-to-step-up-cooperation/246291.vnp",
            false,
        ),
        ("Daegu", "KR", "sister city", Some(2018), "https://daegu.go.kr:443/english/index.do?menu_id=00935840", false),
        (
            "Gold Coast",
            "AU",
            "friendship MoU",
            Some(2020),
            "https://en.vietnamplus.vn/da-nang-australias-gold-coast-ink-deal-to-step-up-ties/174740.vnp",
            false,
        ),
        (
            "Salavan Province",
            "LA",
            "cooperation agreement 2023-2027",
            Some(2022),
            "https://en.vietnamplus.vn/da-nang-lao-province-look-to-step-up-cooperation/246291.vnp",
            false,
        ),
        (
            "Savannakhet Province",
            "LA",
            "cooperation agreement 2023-2027",
            Some(2022),
            "https://en.vietnamplus.vn/da-nang-lao-province-look-to-step-up-cooperation/246291.vnp",
            false,
        ),
        (
            "Sekong Province",
            "LA",
            "cooperation agreement 2023-2027",
            Some(2022),
            "https://en.vietnamplus.vn/da-nang-lao-province-look-to-step-up-cooperation/246291.vnp",
            false,
        ),
        (
            "Vientiane",
            "LA",
            "cooperation agreement",
            None,
            "https://en.nhandan.vn/da-nang-places-importance-on-strengthening-ties-with-lao-localities-post128943.html",
            false,
        ),
    ],
    reviews: &[],
    hazards: [3, 3, 1, 1, 0, 2, 3, 2, 2],
    hazards_basis: "disaster exposure in general: https://en.vietnamplus.vn/rok-helps-build-green-smart-urban-resilience-controlling-centre-in-da-nang/222994.vnp ; all scores judged from own knowledge",
};

/// Hoi An.
pub const HOI_AN: Told = Told {
    practices: &[
        (
            "creative-economy",
            "UNESCO Creative City of Crafts",
            "Crafts and folk art recognised by UNESCO",
            "UNESCO listing",
            Some(2023),
            "https://www.sunstar.com.ph/iloilo/iloilo-city-recognized-as-unesco-creative-city-of-gastronomy",
            false,
        ),
        (
            "solid-waste",
            "Businesses cut single-use plastic",
            "Framework for hotels, restaurants and shops towards a green destination",
            "36 businesses committed",
            Some(2021),
            "https://iucn.org/news/viet-nam/202110/businesses-take-action-reduce-plastic-waste-towards-hoi-a-green-destination",
            false,
        ),
        (
            "solid-waste",
            "Source separation and volume-based waste fees",
            "Four-year pilot with IUCN: sorting, waste fees by volume and a materials recovery facility",
            "",
            Some(2025),
            "https://en.vietnamplus.vn/ancient-town-leads-waste-management-in-central-vietnam-post307657.vnp",
            false,
        ),
    ],
    priorities: &[
        (
            "heritage-culture",
            "Share heritage restoration and tourism management with Luang Prabang",
            Some(2024),
            "https://news.laodong.vn/xa-hoi/hoi-an-va-luang-prabang-lao-thiet-lap-quan-he-ket-nghia-1409049.ldo",
            false,
        ),
        (
            "tourism",
            "Become a green destination by 2030",
            Some(2021),
            "https://iced.org.vn/en/iced-proposed-circular-based-tourism-to-support-hoi-an-green-destination-2030/",
            false,
        ),
        (
            "solid-waste",
            "Landfill overloaded as tourism waste grew to nearly 100 t/day",
            Some(2019),
            "https://iced.org.vn/en/iced-proposed-circular-based-tourism-to-support-hoi-an-green-destination-2030/",
            false,
        ),
    ],
    ties: &[
        (
            "Luang Prabang",
            "LA",
            "sister city",
            Some(2024),
            "https://news.laodong.vn/xa-hoi/hoi-an-va-luang-prabang-lao-thiet-lap-quan-he-ket-nghia-1409049.ldo",
            false,
        ),
        (
            "Wernigerode",
            "DE",
            "other (cooperation)",
            None,
            "https://fr.vietnamplus.vn/cooperation-entre-hoi-an-et-wernigerode-allemagne/37408.vnp",
            false,
        ),
    ],
    reviews: &[],
    hazards: [3, 3, 1, 1, 0, 2, 3, 0, 3],
    hazards_basis: "own knowledge",
};
