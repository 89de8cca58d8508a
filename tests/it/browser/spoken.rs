//! Every page in every language: nothing of it is left in English, and every letter of it is drawn.

use std::collections::BTreeSet;
use std::path::Path;

use kembar::console::words::Language;

use super::rendering::every_page;

/// The texts of the catalogues that everybody's pages are made of: whole ones, and what stands between the parts of the others.
fn texts(language: Language) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/console/catalogues").join(language.as_str());
    let mut found = BTreeSet::new();
    for area in ["public.ftl", "signed-in.ftl"] {
        let text = std::fs::read_to_string(folder.join(area)).expect("the catalogue is there");
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let said = line.split_once(" = ").map_or(line, |(_, said)| said);
            let said = said.trim_start().trim_start_matches('*');
            let said = said.strip_prefix('[').and_then(|rest| rest.split_once("] ")).map_or(said, |(_, said)| said);
            found.extend(said.split(['{', '}']).filter(|part| !part.contains('$')).map(|part| part.trim().to_owned()));
        }
    }
    found
}

/// What a reader sees or hears of a page: its texts, and the attributes that are shown or read out.
fn said(html: &str) -> Vec<String> {
    let mut said = Vec::new();
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("a tag ends");
        said.push(text.trim().to_owned());
        for attribute in ["title=\"", "aria-label=\"", "data-label=\"", "placeholder=\"", "content=\""] {
            said.extend(tag.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
        }
    }
    said.into_iter().filter(|text| text.chars().any(char::is_alphabetic)).collect()
}

/// So many words are a sentence of ours and no part of what a city says.
const PHRASE_WORDS: usize = 4;

#[test]
fn no_page_has_english_words_of_ours_in_another_language() {
    let english = texts(Language::En);
    for language in Language::ALL.iter().filter(|language| **language != Language::En) {
        let own = texts(*language);
        let is_name = |text: &str| Language::ALL.iter().any(|language| language.own_name() == text);
        // A city of this name is called so in every language; the country is not.
        let is_city = |text: &str| text == "Singapore";
        let words_of = |text: &&String| text.chars().any(char::is_alphabetic) && !is_name(text) && !is_city(text);
        let foreign: Vec<&String> = english.difference(&own).filter(words_of).collect();
        for (name, html) in every_page(*language) {
            for text in said(&html) {
                let is_phrase = |words: &str| words.split_whitespace().count() >= PHRASE_WORDS;
                let is_left = |words: &&&String| text == ***words || (is_phrase(words) && text.contains(words.as_str()));
                let left = foreign.iter().find(is_left);
                assert!(left.is_none(), "{name}: {left:?} in {text:?}");
            }
        }
    }
}

#[test]
fn no_page_names_a_theme_an_indicator_or_a_unit_in_english_in_another_language() {
    let model = kembar::actions::matching::models::current().expect("the model is sound");
    let themes = model.taxonomy().themes().iter().map(|theme| theme.label.en.clone());
    let english: BTreeSet<String> = themes.chain(model.indicators().iter().map(|indicator| indicator.name.en.clone())).collect();
    for language in Language::ALL.iter().filter(|language| **language != Language::En) {
        for (name, html) in every_page(*language) {
            let left: Vec<String> = said(&html).into_iter().filter(|text| english.contains(text)).collect();
            assert!(left.is_empty(), "{name}: {left:?}");
        }
    }
}

#[test]
fn every_page_offers_every_language_by_its_own_name() {
    for language in Language::ALL {
        for (name, html) in every_page(*language) {
            for other in Language::ALL {
                assert!(html.contains(&format!("hreflang=\"{other}\"")) && html.contains(other.own_name()), "{name} offers no {other}");
            }
        }
    }
}

#[test]
fn thai_pages_count_years_as_thai_readers_do() {
    let pages = every_page(Language::Th);
    let (_, surabaya) = pages.iter().find(|(name, _)| name.starts_with("surabaya")).expect("the sample");
    assert!(surabaya.contains("ใน พ.ศ. 2563") && surabaya.contains("ปี พ.ศ."), "the year of the population");
    let (_, home) = pages.iter().find(|(name, _)| name.starts_with("home in")).expect("the sample");
    assert!(home.contains("ตั้งแต่วันที่ 12 พฤศจิกายน 2569"), "the day of a partnership");
}
