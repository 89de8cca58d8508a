//! Every picture with what it will really show: member cities where they are, pairs as a round makes them.

use kembar::console::assets::STYLE;
use kembar::console::marks::{Country, PillarMark};
use kembar::console::pages::CityDot;
use kembar::console::pictures::{
    Amount, Bar, BarsPicture, BarsWords, Bin, Heading, HeatColumn, HeatPicture, HeatRow, HistogramPicture, HistogramWords, MapCity,
    MapPicture, MapTie, MapWords, NetworkCity, NetworkLink, NetworkPicture, NetworkWords, RadarPicture, RadarSeries, RadarWords,
    ScatterGroup, ScatterPicture, ScatterPoint, ScatterWords, SizeClass, StripMark, StripPicture, StripWords, Tabled, TieLine,
};
use kembar::domain::geo::Place;

/// Slug, name, country, latitude, longitude, people.
type Member = (&'static str, &'static str, &'static str, f64, f64, Option<i64>);

const MEMBERS: [Member; 30] = [
    ("bandar-seri-begawan", "Bandar Seri Begawan", "BN", 4.89, 114.94, Some(64_000)),
    ("battambang", "Battambang", "KH", 13.1, 103.2, Some(119_000)),
    ("kep", "Kep", "KH", 10.48, 104.32, None),
    ("phnom-penh", "Phnom Penh", "KH", 11.56, 104.92, Some(2_282_000)),
    ("banda-aceh", "Banda Aceh", "ID", 5.55, 95.32, Some(253_000)),
    ("bandung", "Bandung", "ID", -6.92, 107.61, Some(2_444_000)),
    ("jakarta", "Jakarta", "ID", -6.2, 106.85, Some(10_562_000)),
    ("jayapura", "Jayapura", "ID", -2.55, 140.71, Some(398_000)),
    ("makassar", "Makassar", "ID", -5.14, 119.42, Some(1_424_000)),
    ("surabaya", "Surabaya", "ID", -7.25, 112.75, Some(2_874_000)),
    ("luang-prabang", "Luang Prabang", "LA", 19.89, 102.14, Some(56_000)),
    ("vientiane", "Vientiane", "LA", 17.97, 102.63, Some(948_000)),
    ("kota-kinabalu", "Kota Kinabalu", "MY", 5.98, 116.07, Some(500_000)),
    ("kuala-lumpur", "Kuala Lumpur", "MY", 3.139, 101.69, Some(1_982_000)),
    ("penang-island", "Penang Island", "MY", 5.41, 100.34, Some(794_000)),
    ("mandalay", "Mandalay", "MM", 21.98, 96.08, Some(1_225_000)),
    ("yangon", "Yangon", "MM", 16.84, 96.17, Some(5_160_000)),
    ("cebu-city", "Cebu City", "PH", 10.32, 123.89, Some(964_000)),
    ("davao-city", "Davao City", "PH", 7.07, 125.61, Some(1_776_000)),
    ("iloilo-city", "Iloilo City", "PH", 10.72, 122.56, Some(458_000)),
    ("manila", "Manila", "PH", 14.6, 120.98, Some(1_846_000)),
    ("singapore", "Singapore", "SG", 1.29, 103.85, Some(5_686_000)),
    ("bangkok", "Bangkok", "TH", 13.75, 100.5, Some(8_305_000)),
    ("chiang-mai", "Chiang Mai", "TH", 18.79, 98.98, Some(127_000)),
    ("phuket", "Phuket", "TH", 7.88, 98.39, Some(79_000)),
    ("dili", "Dili", "TL", -8.56, 125.57, Some(277_000)),
    ("can-tho", "Can Tho", "VN", 10.03, 105.78, Some(1_235_000)),
    ("da-nang", "Da Nang", "VN", 16.05, 108.2, Some(1_134_000)),
    ("ha-noi", "Ha Noi", "VN", 21.03, 105.85, Some(8_054_000)),
    ("hoi-an", "Hoi An", "VN", 15.88, 108.34, None),
];

/// Pairs, by the numbers of their cities.
const PAIRS: [(usize, usize, TieLine); 9] = [
    (9, 19, TieLine::Dashed),
    (27, 19, TieLine::Solid),
    (15, 7, TieLine::Solid),
    (6, 22, TieLine::Dashed),
    (16, 21, TieLine::Dotted),
    (3, 20, TieLine::Solid),
    (25, 8, TieLine::Dashed),
    (28, 13, TieLine::Solid),
    (12, 4, TieLine::Dotted),
];

fn as_dot((slug, name, code, lat, lon, people): &Member) -> CityDot {
    let country = Country { code: (*code).to_owned(), name: (*code).to_owned() };
    CityDot { slug: (*slug).to_owned(), name: (*name).to_owned(), country, place: Place { lat: *lat, lon: *lon }, people: *people }
}

/// A city of these samples on a map.
pub fn dot(slug: &str) -> CityDot {
    as_dot(MEMBERS.iter().find(|(known, ..)| *known == slug).expect("a city of the samples"))
}

/// Every city of these samples on a map.
pub fn member_cities() -> Vec<CityDot> {
    MEMBERS.iter().map(as_dot).collect()
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn heading(title: &str) -> Heading {
    Heading { id: text("picture"), title: text(title) }
}

fn amount(value: f64) -> Amount {
    Amount { value, shown: format!("{value}").replace('-', "−") }
}

fn with_table(picture: &(impl Tabled + std::fmt::Display)) -> String {
    format!("{picture}{}", picture.table())
}

/// A page that is nothing but a picture. It has what every page has and no words of its own.
pub fn page(name: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{name}</title><link rel=\"icon\" href=\"data:,\">\
         <link rel=\"stylesheet\" href=\"{}\"></head><body><main class=\"wide\"><h1>{name}</h1>{body}</main></body></html>",
        STYLE.url()
    )
}

/// Every picture: its name, and itself with its table.
pub fn pictures() -> Vec<(&'static str, String)> {
    vec![
        ("map", map(false)),
        ("pairs", map(true)),
        ("radar", radar()),
        ("bars", bars()),
        ("histogram", histogram()),
        ("heat", heat()),
        ("scatter", scatter()),
        ("network", network()),
        ("strip", strip()),
    ]
}

fn map(is_of_pairs: bool) -> String {
    let sizes = ["not known", "fewer than 250,000 people", "fewer than 1 million", "fewer than 5 million", "5 million or more"];
    let words = MapWords {
        city: text("City"),
        country: text("Country"),
        people: text("Population"),
        ties: text("Partnerships"),
        sizes: SizeClass::ALL.iter().copied().zip(sizes.map(text)).collect(),
        lines: TieLine::ALL.iter().copied().zip(["sister cities", "peer learning", "mutual aid"].map(text)).collect(),
    };
    let in_a_pair = |number: usize| PAIRS.iter().any(|(from, to, _)| [*from, *to].contains(&number));
    let city = |(number, (slug, name, code, lat, lon, people)): (usize, &Member)| MapCity {
        name: text(name),
        country: text(code),
        place: Place { lat: *lat, lon: *lon },
        people: *people,
        people_shown: people.map_or_else(|| text("not known"), |people| people.to_string()),
        href: (!is_of_pairs).then(|| format!("/cities/{slug}")),
        is_named: is_of_pairs && in_a_pair(number),
    };
    let tie = |(from, to, line): &(usize, usize, TieLine)| MapTie {
        from: *from,
        to: *to,
        line: *line,
        label: format!("{} and {}", MEMBERS[*from].1, MEMBERS[*to].1),
    };
    let ties = if is_of_pairs { PAIRS.iter().map(tie).collect() } else { vec![] };
    let map = MapPicture::new(heading("Cities"), words, (MEMBERS.iter().enumerate().map(city).collect(), ties));
    with_table(&map.with_lit(if is_of_pairs { &[] } else { &["KH", "SG", "BN"] }))
}

fn radar() -> String {
    let words = RadarWords {
        pillar: text("Pillar"),
        pillars: ["Political-Security", "Economic", "Socio-Cultural", "Connectivity"].map(text),
        not_known: text("not known"),
    };
    let series = |name: &str, values: [Option<f64>; 4]| RadarSeries { name: text(name), values: values.map(|value| value.map(amount)) };
    let two = vec![
        series("Surabaya", [Some(62.0), Some(78.0), Some(45.0), Some(81.0)]),
        series("Iloilo City", [Some(71.0), Some(40.0), Some(88.0), None]),
    ];
    let one = RadarPicture::new(
        Heading { id: text("one"), title: text("The pillars of Surabaya") },
        words.clone(),
        (vec![amount(50.0), amount(100.0)], two[..1].to_vec()),
    );
    let both = RadarPicture::new(heading("The pillars of two cities"), words, (vec![amount(50.0), amount(100.0)], two));
    format!("{}{}", with_table(&both), with_table(&one))
}

fn bars() -> String {
    let words = BarsWords { label: text("What"), amount: text("Points"), bounds: text("Between"), not_known: text("not known") };
    let bar = |label: &str, value: f64, bounds: Option<(f64, f64)>| Bar {
        label: text(label),
        amount: amount(value),
        bounds: bounds.map(|(low, high)| (amount(low), amount(high))),
    };
    let bars = vec![
        bar("Benefit: serves four of the five needs that the city has stated", 33.2, Some((28.0, 36.5))),
        bar("Transferability", 19.0, Some((12.0, 22.0))),
        bar("Languages", 9.5, None),
        bar("Ties", 1.2, None),
        bar("Distance", -6.4, Some((-8.0, -5.0))),
        bar("Figures are from 2019", -2.1, None),
    ];
    with_table(&BarsPicture::new(heading("What carries the score"), words, bars))
}

fn histogram() -> String {
    let counts = [1.0, 0.0, 4.0, 9.0, 17.0, 22.0, 14.0, 6.0, 2.0];
    let bin = |(at, count): (usize, &f64)| {
        let from = at as f64 * 5.0 + 45.0;
        Bin { from: amount(from), to: amount(from + 5.0), count: amount(*count) }
    };
    let words = HistogramWords { scale: text("Score, of 100"), count: text("Pairings") };
    with_table(&HistogramPicture::new(heading("Scores of the round"), words, counts.iter().enumerate().map(bin).collect()))
}

fn heat() -> String {
    let names = ["Political-Security", "Economic", "Socio-Cultural", "Connectivity"];
    let columns = PillarMark::ALL.iter().zip(names).map(|(mark, name)| HeatColumn { name: text(name), pillar: Some(*mark) }).collect();
    let value = |row: usize, column: usize| ((row * 37 + column * 23) % 101) as f64;
    let row = |(number, (slug, name, ..)): (usize, &Member)| HeatRow {
        name: text(name),
        href: Some(format!("/cities/{slug}")),
        values: (0..4).map(|column| (!(number + column).is_multiple_of(7)).then(|| amount(value(number, column)))).collect(),
    };
    let rows = MEMBERS.iter().take(14).enumerate().map(row).collect();
    HeatPicture::new(heading("Gaps"), (text("City"), text("not known")), (columns, rows)).between(0.0, 100.0).to_string()
}

fn scatter() -> String {
    let groups = ["River capitals", "Ports", "Towns of heritage", "Island cities", "Towns at borders", "New towns"];
    let point = |(number, (_, name, .., lat, lon, _)): (usize, &Member)| ScatterPoint {
        name: text(name),
        at: ((lon * 1.7 + lat).sin() * 3.0, (lat * 0.9 - lon * 0.3).cos() * 2.0),
        group: (number % 7 < 6).then_some(number % 7),
        is_medoid: number < 6,
        is_sought: number == 20,
    };
    let words = ScatterWords { point: text("City"), group: text("Group"), no_group: text("in no group") };
    let groups = groups.map(|name| ScatterGroup { name: text(name) }).to_vec();
    with_table(&ScatterPicture::new(heading("Which cities are alike"), words, (groups, MEMBERS.iter().enumerate().map(point).collect())))
}

fn network() -> String {
    let city = |(_, name, code, ..): &Member| NetworkCity { name: text(name), group: text(code) };
    let link = |(from, to, line): &(usize, usize, TieLine)| NetworkLink {
        from: *from,
        to: *to,
        line: *line,
        label: format!("{} and {}", MEMBERS[*from].1, MEMBERS[*to].1),
    };
    let words = NetworkWords { city: text("City"), group: text("Country"), partners: text("Partner"), none: text("left out") };
    let (cities, links) = (MEMBERS.iter().map(city).collect(), PAIRS.iter().map(link).collect());
    with_table(&NetworkPicture::new(heading("Who is paired with whom"), words, (cities, links)))
}

fn strip() -> String {
    let mark = |label: &str, value: f64| StripMark { label: text(label), at: amount(value) };
    let thresholds = vec![mark("weak below", 40.0), mark("good from", 70.0), mark("very good from", 78.0)];
    let points = vec![mark("Iloilo City", 78.0), mark("Da Nang", 74.0), mark("Kep", 31.0)];
    let words = StripWords { label: text("What"), value: text("Score") };
    with_table(&StripPicture::new(heading("Where the scores stand"), words, (amount(0.0), amount(100.0)), (thresholds, points)))
}
