//! A context of real cities for each page: the tests render them, and the test server serves them.

use chrono::NaiveDate;
use kembar::console::evidence::{Evidence, Note};
use kembar::console::frame::Frame;
use kembar::console::marks::{Country, HazardMark, tie_kind_name, unit_name};
use kembar::console::pages::{
    AboutDataPage, Choice, CityFilter, CityLine, CityLink, CityListPage, CityPage, CityStanding, Contact, CountryEntry, ErrorPage,
    FigureOf, HazardLine, HomePage, IndicatorLine, LocalName, NetworkLine, PartnershipLine, Population, PracticeLine, PriorityLine,
    ReviewLine, ThemeChoices, ThemeSign, TieLine, Trouble, known_sources,
};
use kembar::console::words::Language;
use kembar::domain::pairing::Kind;
use kembar::domain::practice::{Practice, PracticeBasis};
use kembar::domain::profile::Priority;
use kembar::i18n::labels;

use super::drawn::{self, dot};
use super::themes::{TAXONOMY, by_pillar, theme};
use super::told::{DA_NANG, HOI_AN, ILOILO_CITY, SURABAYA, Told};

const COUNTRIES: [(&str, &str, usize); 11] = [
    ("BN", "Brunei Darussalam", 3),
    ("KH", "Cambodia", 12),
    ("ID", "Indonesia", 34),
    ("LA", "Lao PDR", 5),
    ("MY", "Malaysia", 23),
    ("MM", "Myanmar", 7),
    ("PH", "Philippines", 27),
    ("SG", "Singapore", 1),
    ("TH", "Thailand", 26),
    ("TL", "Timor-Leste", 3),
    ("VN", "Viet Nam", 13),
];
const WORLD: [(&str, &str); 5] =
    [("JP", "Japan"), ("GB", "United Kingdom"), ("KR", "Republic of Korea"), ("AU", "Australia"), ("DE", "Germany")];

fn country(code: &str) -> Country {
    let known = COUNTRIES.iter().map(|(code, name, _)| (*code, *name)).chain(WORLD);
    let name = known.into_iter().find(|(known, _)| *known == code).map_or(code, |(_, name)| name);
    Country { code: code.to_owned(), name: name.to_owned() }
}

fn link(slug: &str, name: &str) -> CityLink {
    CityLink { slug: slug.to_owned(), name: name.to_owned() }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

fn local(text: &str, lang: &str) -> Option<LocalName> {
    Some(LocalName { text: text.to_owned(), lang: Some(lang.to_owned()) })
}

fn network((name, from_memory): (&str, bool)) -> NetworkLine {
    NetworkLine { name: name.to_owned(), from_memory }
}

/// The first page, with a published partnership or with none yet.
pub fn home(frame: Frame, published: bool) -> HomePage {
    let lang = frame.lang;
    let entry = |(code, _, cities): &(&str, &str, usize)| CountryEntry { country: country(code), cities: *cities };
    HomePage {
        frame,
        city_count: 154,
        countries: COUNTRIES.iter().map(entry).collect(),
        pillars: by_pillar(lang),
        partnerships: if published { vec![learning(lang), twinning()] } else { vec![] },
    }
}

fn learning(lang: Language) -> PartnershipLine {
    let why = match lang {
        Language::En => {
            "Iloilo City has a documented result in river works and both are ports of a similar kind; the distance of 2,270 km speaks against it."
        }
        Language::Id => {
            "Iloilo City memiliki hasil terdokumentasi dalam penataan sungai dan keduanya kota pelabuhan sejenis; jarak 2.270 km memberatkannya."
        }
        Language::Vi => {
            "Iloilo City có kết quả được ghi lại về chỉnh trang sông và cả hai đều là cảng; khoảng cách 2.270 km là điểm bất lợi."
        }
        Language::Th => "Iloilo City มีผลลัพธ์ที่บันทึกไว้เรื่องงานแม่น้ำ และทั้งสองเป็นเมืองท่า ระยะทาง 2,270 กม. เป็นข้อที่ไม่สนับสนุน",
        Language::Km => "Iloilo City មានលទ្ធផលបានកត់ត្រាអំពីការងារទន្លេ ហើយទាំងពីរជាទីក្រុងកំពង់ផែ ចម្ងាយ 2,270 គ.ម. ជាចំណុចមិនគាំទ្រ។",
    };
    PartnershipLine {
        id: "019fab00-0000-7000-8000-000000000001".to_owned(),
        first: link("surabaya", "Surabaya"),
        second: link("iloilo-city", "Iloilo City"),
        dots: Some((dot("surabaya"), dot("iloilo-city"))),
        kind: Kind::PeerLearning,
        theme: Some(theme("urban-infrastructure", lang)),
        since: day(2026, 11, 12),
        why: Some(why.to_owned()),
    }
}

fn twinning() -> PartnershipLine {
    PartnershipLine {
        id: "019fab00-0000-7000-8000-000000000002".to_owned(),
        first: link("da-nang", "Da Nang"),
        second: link("iloilo-city", "Iloilo City"),
        dots: Some((dot("da-nang"), dot("iloilo-city"))),
        kind: Kind::SisterCity,
        theme: None,
        since: day(2026, 10, 3),
        why: None,
    }
}

/// A page of the directory in the order of countries.
pub fn city_list(frame: Frame, filter: CityFilter) -> CityListPage {
    let lang = frame.lang;
    let mut page = empty_city_list(frame, filter);
    page.cities = cities(lang);
    page.dots = drawn::member_cities();
    page.total = Some(page.cities.len() + 20);
    page.by_country = true;
    page.next_cursor = Some("eyJhZnRlciI6ImhvaS1hbiJ9".to_owned());
    page
}

/// The directory when no city matches.
pub fn empty_city_list(frame: Frame, filter: CityFilter) -> CityListPage {
    let choice = |value: &str, label: &str| Choice { value: value.to_owned(), label: label.to_owned() };
    let lang = frame.lang;
    CityListPage {
        frame,
        filter,
        countries: COUNTRIES.iter().map(|(code, ..)| choice(code, &country(code).shown(&lang))).collect(),
        networks: ["ASCN", "AGMF", "BIMP-EAGA", "CityNet", "GMS", "IMT-GT", "MGMAC"].iter().map(|name| choice(name, name)).collect(),
        themes: ThemeChoices::all(&TAXONOMY, lang),
        cities: vec![],
        dots: vec![],
        by_country: false,
        total: Some(0),
        next_cursor: None,
        is_later_page: false,
    }
}

fn cities(lang: Language) -> Vec<CityLine> {
    let themes = |codes: &[&str]| {
        codes.iter().map(|code| ThemeSign { theme: theme(code, lang), from_memory: *code == "health" }).collect::<Vec<_>>()
    };
    let line = |(slug, name, code): (&str, &str, &str), people: Option<i64>, offers: &[&str], seeks: &[&str]| CityLine {
        slug: slug.to_owned(),
        name: name.to_owned(),
        local_name: None,
        country: country(code),
        level: Some("city".to_owned()),
        population: people,
        is_population_from_memory: true,
        offers: themes(offers),
        seeks: themes(seeks),
        has_ended: false,
    };
    let capital = CityLine {
        level: Some("capital".to_owned()),
        local_name: local("ភ្នំពេញ", "km"),
        ..line(("phnom-penh", "Phnom Penh", "KH"), Some(2_282_000), &["traffic", "water-sanitation"], &["public-transport"])
    };
    let unknown =
        CityLine {
            level: Some("municipality".to_owned()), local_name: local("កែប", "km"), ..line(("kep", "Kep", "KH"), None, &[], &[])
        };
    let many = &["solid-waste", "energy", "integrity", "public-transport", "water-sanitation"];
    let da_nang =
        line(("da-nang", "Da Nang", "VN"), Some(1_134_000), &["city-diplomacy", "smart-platform", "e-services"], &["urban-planning"]);
    let hoi_an = line(("hoi-an", "Hoi An", "VN"), None, &["solid-waste", "creative-economy"], &["tourism"]);
    vec![
        capital,
        unknown,
        line(
            ("bandung", "Bandung", "ID"),
            Some(2_444_000),
            &["creative-economy", "solid-waste"],
            &["solid-waste", "traffic", "climate-mitigation"],
        ),
        line(
            ("makassar", "Makassar", "ID"),
            Some(1_424_000),
            &["public-safety", "public-transport", "msme", "urban-planning"],
            &["health"],
        ),
        line(("surabaya", "Surabaya", "ID"), Some(2_874_000), many, &["traffic", "urban-infrastructure"]),
        line(
            ("iloilo-city", "Iloilo City", "PH"),
            Some(458_000),
            &["green-biodiversity", "walk-cycle", "health", "msme"],
            &["housing-slums"],
        ),
        CityLine { local_name: local("Đà Nẵng", "vi"), ..da_nang },
        CityLine { local_name: local("Hội An", "vi"), has_ended: true, ..hoi_an },
    ]
}

/// Surabaya: much is known, and the population is from memory.
pub fn surabaya(frame: Frame) -> CityPage {
    let lang = frame.lang;
    let networks = "AMF Phnom Penh Declaration 2022 ; https://www.tribunnews.com/nasional/2021/10/22/asean-nobatkan-3-kota-di-indonesia";
    CityPage {
        local_name: local("Kota Surabaya", "id"),
        subdivision: Some("Jawa Timur".to_owned()),
        population: Some(Population { people: 2_874_000, year: Some(2020), evidence: Evidence::read(Some("own knowledge"), true) }),
        languages: ["id", "jv", "mad"].map(str::to_owned).to_vec(),
        time_zone: Some("Asia/Jakarta".to_owned()),
        networks: [("AGMF", false), ("CityNet", true), ("ICLEI", true), ("UCLG ASPAC", true)].map(network).to_vec(),
        evidence: Evidence::read(Some(networks), false),
        indicators: indicators(lang),
        contact: Contact::read(Some("https://www.surabaya.go.id/")),
        ..city(frame, ("surabaya", "Surabaya", "ID"), &SURABAYA)
    }
}

/// Iloilo City, with published partnerships.
pub fn iloilo(frame: Frame) -> CityPage {
    let lang = frame.lang;
    CityPage {
        local_name: local("Dakbanwa sang Iloilo", "hil"),
        population: Some(Population { people: 458_000, year: Some(2020), evidence: Evidence::read(Some("own knowledge"), true) }),
        languages: ["hil", "fil", "en"].map(str::to_owned).to_vec(),
        partnerships: vec![learning(lang), twinning()],
        ..city(frame, ("iloilo-city", "Iloilo City", "PH"), &ILOILO_CITY)
    }
}

/// Da Nang, which has many ties.
pub fn da_nang(frame: Frame) -> CityPage {
    CityPage {
        local_name: local("Đà Nẵng", "vi"), languages: vec!["vi".to_owned()], ..city(frame, ("da-nang", "Da Nang", "VN"), &DA_NANG)
    }
}

/// Hoi An, which is no longer a local government.
pub fn hoi_an(frame: Frame) -> CityPage {
    let note = "District-level city abolished on 1 July 2025 (two-tier reform); now wards, so no city government of its own: \
        https://www.tothethao.com/bong-da_en/from-july-1-87-cities-across-vietnam-will-no-longer-exist-2411918.html";
    let standing = CityStanding::Dissolved { successor: Some(link("da-nang", "Da Nang")), successor_note: None, from_memory: false };
    let page = city(frame, ("hoi-an", "Hoi An", "VN"), &HOI_AN);
    CityPage { local_name: local("Hội An", "vi"), standing, note: Some(Note::read(note)), ..page }
}

/// A city of which nothing is known but its name.
pub fn kep(frame: Frame) -> CityPage {
    let nothing = Told { practices: &[], priorities: &[], ties: &[], reviews: &[], hazards: [0; 9], hazards_basis: "" };
    let page = city(frame, ("kep", "Kep", "KH"), &nothing);
    CityPage { local_name: local("កែប", "km"), standing: CityStanding::Suspended, hazards: vec![], ..page }
}

fn city(frame: Frame, (slug, name, code): (&str, &str, &str), told: &Told) -> CityPage {
    let lang = frame.lang;
    CityPage {
        frame,
        slug: slug.to_owned(),
        name: name.to_owned(),
        local_name: None,
        country: country(code),
        subdivision: None,
        level: Some("city".to_owned()),
        standing: CityStanding::Active,
        population: None,
        languages: vec![],
        time_zone: None,
        networks: vec![],
        note: None,
        evidence: Evidence::read(Some("own knowledge"), true),
        practices: practices(told, lang),
        priorities: priorities(told, lang),
        partnerships: vec![],
        ties: ties(told, lang),
        reviews: reviews(told),
        indicators: vec![],
        hazards: hazards(told),
        contact: Contact::default(),
    }
}

fn practices(told: &Told, lang: Language) -> Vec<PracticeLine> {
    let line = |(code, title, done, result, year, source, from_memory): &super::told::Practice| {
        let is_award = result.starts_with("Certificate") || result.ends_with("listing");
        let practice = Practice {
            themes: vec![code.parse().expect("a code")],
            title: (*title).to_owned(),
            problem: None,
            what_was_done: Some((*done).to_owned()),
            result: Some((*result).to_owned()).filter(|result| !result.is_empty()),
            basis: if is_award { PracticeBasis::AwardOnly } else { PracticeBasis::Described },
            year: *year,
            cost_band: None,
            transferability: None,
            evidence_link: None,
            source: Some((*source).to_owned()),
            from_memory: *from_memory,
        };
        PracticeLine::of(&practice, vec![theme(code, lang)], Some("en"))
    };
    told.practices.iter().map(line).collect()
}

fn priorities(told: &Told, lang: Language) -> Vec<PriorityLine> {
    let line = |(code, what, year, source, from_memory): &super::told::Priority| {
        let priority = Priority {
            theme: code.parse().expect("a code"),
            rank: None,
            what: Some((*what).to_owned()),
            year: *year,
            source: Some((*source).to_owned()),
            from_memory: *from_memory,
        };
        PriorityLine::of(&priority, theme(code, lang), Some("en"))
    };
    told.priorities.iter().map(line).collect()
}

fn ties(told: &Told, lang: Language) -> Vec<TieLine> {
    let named = |kind: &str| {
        let code = kind.strip_suffix(" agreement").unwrap_or(kind).replace(' ', "_");
        Some(tie_kind_name(&code, &lang)).filter(|name| *name != code).unwrap_or_else(|| kind.to_owned())
    };
    let line = |(partner, code, kind, since, source, from_memory): &super::told::Tie| TieLine {
        partner: (*partner).to_owned(),
        slug: (*partner == "Shah Alam").then(|| "shah-alam".to_owned()),
        country: Some(country(code)),
        kind: named(kind),
        since: *since,
        evidence: Evidence::read(Some(source), *from_memory),
    };
    told.ties.iter().map(line).collect()
}

fn reviews(told: &Told) -> Vec<ReviewLine> {
    let line = |(title, year, source, from_memory): &super::told::Review| ReviewLine {
        title: (*title).to_owned(),
        year: *year,
        goals: vec![],
        evidence: Evidence::read(Some(source), *from_memory),
    };
    told.reviews.iter().map(line).collect()
}

fn hazards(told: &Told) -> Vec<HazardLine> {
    let evidence = Evidence::read(Some(told.hazards_basis), true);
    let line = |(hazard, score): (&HazardMark, i32)| HazardLine { hazard: *hazard, score, evidence: evidence.clone() };
    let mut lines: Vec<_> = HazardMark::ALL.iter().zip(told.hazards).map(line).collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.score));
    lines
}

fn indicators(lang: Language) -> Vec<IndicatorLine> {
    let model = kembar::actions::matching::models::current().expect("the model is sound");
    let line = |code: &str, value: f64, year: i32, of: FigureOf, source: &str| {
        let definition = model.indicators().iter().find(|known| known.code.as_str() == code).expect("the model has it");
        let (name, unit) = (labels::indicator(lang, definition), Some(unit_name(&definition.unit, &lang)));
        IndicatorLine { name, value, unit, year: Some(year), of, evidence: Evidence::read(Some(source), false) }
    };
    let bank = "World Bank https://databank.worldbank.org/source/world-development-indicators";
    vec![
        line("wup_pop_2020_k", 2_944.4, 2020, FigureOf::City, "https://population.un.org/wup/"),
        line("wup_growth_2010_20_pct", 0.619, 2020, FigureOf::City, "https://population.un.org/wup/"),
        line("wdi_pm25_exposure", 16.502_7, 2017, FigureOf::Country, bank),
        line("wdi_urban_slum_pct", 30.6, 2018, FigureOf::Country, bank),
        line("wdi_road_mortality_100k", 11.3, 2019, FigureOf::Country, bank),
        line("hdi", 0.713, 2022, FigureOf::Country, "https://hdr.undp.org/"),
    ]
}

/// The page about the data.
pub fn about_data(frame: Frame) -> AboutDataPage {
    AboutDataPage { frame, city_count: 154, country_count: 11, statement_count: 447, from_memory_count: 15, sources: known_sources() }
}

/// Every page of trouble.
pub fn troubles() -> Vec<(&'static str, Trouble)> {
    let faults = ["country: 'XX' is no country of the directory", "theme: 'waste' is no theme; did you mean solid-waste?"];
    vec![
        ("not-found", Trouble::NotFound),
        ("bad-request", Trouble::BadRequest(faults.map(str::to_owned).to_vec())),
        ("too-many", Trouble::TooMany),
        ("unavailable", Trouble::Unavailable),
        ("internal", Trouble::Internal),
    ]
}

/// A page of trouble.
pub fn trouble(frame: Frame, trouble: Trouble) -> ErrorPage {
    ErrorPage { frame, trouble, request_id: Some("01938f6e-7c1a-7b3e-9d55-2f1c8a4e6b90".to_owned()), first_page: None }
}
