//! The colours of the style, held to the contrast that people with weak sight need (WCAG 2.2, 1.4.3 and 1.4.11).
//!
//! Only a test: it reads the custom properties out of the style itself, for light and for dark.

use std::collections::BTreeMap;

use super::pictures::{GROUP_COLOURS, HEAT_STEPS};

const STYLES: [&str; 2] = [include_str!("assets/kembar.css"), include_str!("assets/pictures.css")];

/// The custom properties of the first `:root` after a mark in each of the styles.
fn colours(after: &str) -> BTreeMap<&'static str, [f64; 3]> {
    let block = |style: &'static str| {
        let (_, rest) = style.split_once(after).expect("the style has the mark");
        rest.split_once('}').expect("the block ends").0
    };
    let declaration = |line: &'static str| line.trim().strip_prefix("--")?.trim_end_matches(';').split_once(": #");
    let declarations = STYLES.into_iter().flat_map(|style| block(style).lines().filter_map(declaration));
    declarations.map(|(name, hex)| (name, rgb(hex))).collect()
}

fn rgb(hex: &str) -> [f64; 3] {
    let part = |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("two hexadecimal digits")) / 255.0;
    [part(0), part(2), part(4)]
}

/// Relative luminance as WCAG defines it.
fn luminance(colour: [f64; 3]) -> f64 {
    let linear = colour.map(|part| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

/// Text on ground, wherever the style puts the one on the other.
const TEXT: [(&str, &[&str]); 16] = [
    ("ink", &["paper", "tint", "raised"]),
    ("quiet", &["paper", "tint", "raised"]),
    ("accent", &["paper", "tint", "raised"]),
    ("accent-strong", &["paper", "tint", "raised"]),
    ("on-accent", &["accent", "accent-strong"]),
    ("warn", &["warn-paper", "paper"]),
    ("on-pillar", &["pillar-p", "pillar-e", "pillar-s", "pillar-c"]),
    ("pillar-p", &["paper"]),
    ("pillar-e", &["paper"]),
    ("pillar-s", &["paper"]),
    ("on-heat-0", &["heat-0"]),
    ("on-heat-1", &["heat-1"]),
    ("on-heat-2", &["heat-2"]),
    ("on-heat-3", &["heat-3"]),
    ("on-heat-4", &["heat-4"]),
    ("on-heat-5", &["heat-5"]),
];

/// Names on a map, over land and sea.
const NAMES: [(&str, &[&str]); 1] = [("ink", &["sea", "land", "lit", "around"])];

/// What a picture draws, on every ground that it may lie on.
const DRAWN: [(&str, &[&str]); 9] = [
    ("accent", &["sea", "land", "lit", "around", "paper"]),
    ("edge", &["paper"]),
    ("ink", &["paper"]),
    ("group-0", &["paper"]),
    ("group-1", &["paper"]),
    ("group-2", &["paper"]),
    ("group-3", &["paper"]),
    ("group-4", &["paper"]),
    ("group-5", &["paper"]),
];

/// Edges of fields, and the ring around what has the focus.
const EDGES: [(&str, &[&str]); 2] = [("edge", &["paper", "tint", "raised"]), ("accent", &["paper", "tint", "raised", "warn-paper"])];

fn check(pairs: &[(&str, &[&str])], least: f64) {
    for (mode, after) in [("light", "\n:root {"), ("dark", "  :root {")] {
        let colours = colours(after);
        for (front, grounds) in pairs {
            for ground in *grounds {
                let found = contrast(colours[front], colours[ground]);
                assert!(found >= least, "{mode}: {front} on {ground} has {found:.2} : 1, less than {least} : 1");
            }
        }
    }
}

#[test]
fn every_text_can_be_read_in_light_and_in_dark() {
    check(&TEXT, 4.5);
}

#[test]
fn every_name_on_a_map_can_be_read_and_every_dot_line_and_bar_be_seen() {
    check(&NAMES, 4.5);
    check(&DRAWN, 3.0);
}

#[test]
fn the_style_has_a_colour_for_each_step_and_group_of_the_pictures_and_steps_grow_apart_from_the_paper() {
    for after in ["\n:root {", "  :root {"] {
        let colours = colours(after);
        let steps: Vec<f64> = (0..HEAT_STEPS).map(|step| contrast(colours[format!("heat-{step}").as_str()], colours["paper"])).collect();
        assert!(steps.windows(2).all(|pair| pair[0] < pair[1]), "{steps:?}");
        assert!((0..GROUP_COLOURS).all(|group| colours.contains_key(format!("group-{group}").as_str())));
    }
}

#[test]
fn every_edge_can_be_seen_in_light_and_in_dark() {
    check(&EDGES, 3.0);
}

#[test]
fn contrast_is_computed_as_the_standard_does() {
    let (black, white, grey) = (rgb("000000"), rgb("ffffff"), rgb("777777"));
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    assert!((contrast(grey, white) - 4.48).abs() < 0.005);
    assert_eq!(contrast(white, grey), contrast(grey, white));
}
