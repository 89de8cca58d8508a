//! The colours of the style, held to the contrast that people with weak sight need (WCAG 2.2, 1.4.3 and 1.4.11).
//!
//! Only a test: it reads the custom properties out of the style itself, for light and for dark.

use std::collections::BTreeMap;

const STYLE: &str = include_str!("assets/kembar.css");

/// The custom properties of the first `:root` after a mark in the style.
fn colours(after: &str) -> BTreeMap<&'static str, [f64; 3]> {
    let (_, rest) = STYLE.split_once(after).expect("the style has the mark");
    let (block, _) = rest.split_once('}').expect("the block ends");
    let declarations = block.lines().filter_map(|line| line.trim().strip_prefix("--")?.trim_end_matches(';').split_once(": #"));
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
const TEXT: [(&str, &[&str]); 10] = [
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
