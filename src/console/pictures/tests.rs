//! What the tests of all pictures share, and what holds for all of them.

use super::*;

/// A number that is written as it is.
pub(super) fn amount(value: f64) -> Amount {
    Amount { value, shown: format!("{value}") }
}

pub(super) fn heading(id: &str, title: &str) -> Heading {
    Heading { id: id.to_owned(), title: title.to_owned() }
}

/// Everything that a picture writes with letters, in its order, without what is only shown to a pointer.
pub(super) fn texts(svg: &str) -> Vec<String> {
    let elements = svg.split("<text ").skip(1).filter_map(|rest| rest.split("</text>").next()?.split_once('>'));
    elements.map(|(_, inner)| plain(inner)).collect()
}

/// The values of an attribute, in their order.
pub(super) fn attribute(svg: &str, name: &str) -> Vec<String> {
    let start = format!(" {name}=\"");
    svg.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

fn plain(inner: &str) -> String {
    let without_title = inner.split_once("<title>").map_or(inner, |(before, _)| before);
    let mut out = String::new();
    let mut is_tag = false;
    for letter in without_title.chars() {
        match letter {
            '<' => is_tag = true,
            '>' => is_tag = false,
            letter if !is_tag => out.push(letter),
            _ => {}
        }
    }
    [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")]
        .iter()
        .fold(out, |out, (code, is)| out.replace(code, is))
}

const HOSTILE: &str = "</title><script>alert(1)</script>\"'& onload=x";

/// Every picture, with hostile words wherever words are taken.
fn hostile() -> Vec<(String, &'static str)> {
    let word = || HOSTILE.to_owned();
    let heading = || Heading { id: word(), title: word() };
    let number = |value| Amount { value, shown: word() };
    let city = MapCity {
        name: word(),
        country: word(),
        place: crate::domain::geo::Place { lat: 1.3, lon: 103.8 },
        people: None,
        people_shown: word(),
        href: Some(word()),
        is_named: true,
    };
    let map_words = MapWords {
        city: word(),
        country: word(),
        people: word(),
        ties: word(),
        sizes: [(SizeClass::Unknown, word())].into(),
        lines: [(TieLine::Dotted, word())].into(),
    };
    let tie = MapTie { from: 0, to: 0, line: TieLine::Dotted, label: word() };
    let map = MapPicture::new(heading(), map_words, (vec![city], vec![tie])).with_lit(&[HOSTILE]);
    let radar_words = RadarWords { pillar: word(), pillars: [word(), word(), word(), word()], not_known: word() };
    let series = RadarSeries { name: word(), values: [Some(number(1.0)), None, None, None] };
    let radar = RadarPicture::new(heading(), radar_words, (vec![number(1.0)], vec![series]));
    let bars_words = BarsWords { label: word(), amount: word(), bounds: word(), not_known: word() };
    let bar = Bar { label: word(), amount: number(1.0), bounds: Some((number(0.5), number(1.5))) };
    let bars = BarsPicture::new(heading(), bars_words, vec![bar]);
    let bin = Bin { from: number(0.0), to: number(1.0), count: number(1.0) };
    let histogram = HistogramPicture::new(heading(), HistogramWords { scale: word(), count: word() }, vec![bin]);
    let column = HeatColumn { name: word(), pillar: None };
    let row = HeatRow { name: word(), href: Some(word()), values: vec![Some(number(1.0))] };
    let heat = HeatPicture::new(heading(), (word(), word()), (vec![column], vec![row]));
    let scatter_words = ScatterWords { point: word(), group: word(), no_group: word() };
    let point = ScatterPoint { name: word(), at: (0.0, 0.0), group: Some(0), is_medoid: true, is_sought: true };
    let scatter = ScatterPicture::new(heading(), scatter_words, (vec![ScatterGroup { name: word() }], vec![point]));
    let network_words = NetworkWords { city: word(), group: word(), partners: word(), none: word() };
    let node = NetworkCity { name: word(), group: word() };
    let network = NetworkPicture::new(heading(), network_words, (vec![node], vec![]));
    let mark = || StripMark { label: word(), at: number(1.0) };
    let strip_words = StripWords { label: word(), value: word() };
    let strip = StripPicture::new(heading(), strip_words, (number(0.0), number(2.0)), (vec![mark()], vec![mark()]));
    vec![
        (format!("{map}{}", map.table()), "map"),
        (format!("{radar}{}", radar.table()), "radar"),
        (format!("{bars}{}", bars.table()), "bars"),
        (format!("{histogram}{}", histogram.table()), "histogram"),
        (heat.to_string(), "heat map"),
        (format!("{scatter}{}", scatter.table()), "scatter"),
        (format!("{network}{}", network.table()), "network"),
        (format!("{strip}{}", strip.table()), "strip"),
    ]
}

#[test]
fn whatever_is_named_is_shown_as_text() {
    for (html, name) in hostile() {
        assert!(html.contains("&#60;script&#62;"), "{name} does not show what it was given");
        assert!(!html.contains("<script") && !html.contains("\"'&"), "{name}: {html}");
        assert_eq!(html.matches("<title").count(), html.matches("</title>").count(), "{name}");
    }
}

#[test]
fn every_drawing_is_named_and_styled_by_classes_alone() {
    for (html, name) in hostile() {
        assert!(!html.contains("style=") && !html.contains("fill=") && !html.contains("stroke="), "{name}");
        assert!(html.contains("aria-labelledby=\"") || html.contains("<caption"), "{name} has no name");
        assert!(!html.contains("NaN") && !html.contains("inf"), "{name}");
    }
}

#[test]
fn a_picture_prints_itself_in_a_template_and_a_table_has_a_name_in_each_row() {
    let table =
        Table { heading: heading("t", "A <title>"), columns: vec!["a".into(), "b".into()], rows: vec![vec!["1".into(), "2".into()]] };
    let html = table.to_string();
    assert!(html.contains("<caption class=\"hidden\">A &#60;title&#62;</caption>"));
    assert!(html.contains("<th role=\"rowheader\" scope=\"row\">1</th><td role=\"cell\" data-label=\"b\">2</td>"));
}

#[test]
fn numbers_of_a_drawing_are_short() {
    assert_eq!([0.04, -0.04, 12.349, 100.0, -3.26].map(units), ["0", "0", "12.3", "100", "-3.3"]);
}
