//! Whether every letter that the pages write is drawn, and by the fonts that come with them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use actix_web::HttpResponse;
use fantoccini::Locator;
use kembar::console::assets;
use kembar::console::words::Language;
use serde_json::{Value, json};

use super::chromium::{Browser, Look};
use super::server::SampleServer;

/// A script: its language, the letters that belong to it, whether it is ever bold, and a letter of it that is none.
struct Script {
    lang: &'static str,
    letters: std::ops::RangeInclusive<char>,
    is_bold: bool,
    nothing: char,
}

const SCRIPTS: [Script; 4] = [
    Script { lang: "th", letters: '\u{e01}'..='\u{e5b}', is_bold: true, nothing: '\u{e3b}' },
    Script { lang: "km", letters: '\u{1780}'..='\u{17ff}', is_bold: true, nothing: '\u{17de}' },
    Script { lang: "lo", letters: '\u{e81}'..='\u{edf}', is_bold: false, nothing: '\u{e83}' },
    Script { lang: "my", letters: '\u{1000}'..='\u{109f}', is_bold: false, nothing: '\u{10ffff}' },
];

/// Everything that the pages may have to draw: the catalogues, and the names of the bundled cities.
fn written() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["vi", "th", "km"].iter().flat_map(|lang| {
        ["src/console/catalogues", "src/i18n/catalogues"]
            .map(|folder| root.join(folder).join(lang).read_dir().expect("the folder is there"))
    });
    let files = folders.flat_map(|folder| folder.map(|entry| entry.expect("an entry").path()));
    files.chain([root.join("src/demo/data/cities.csv")]).map(|file| std::fs::read_to_string(file).expect("a text")).collect()
}

/// Every word of a script among the texts, as it is spelt, without what stands between words.
fn words_of(script: &Script, written: &str) -> String {
    let words: BTreeSet<&str> = written.split(|c: char| !script.letters.contains(&c)).filter(|word| !word.is_empty()).collect();
    words.into_iter().collect()
}

/// A page with all of it, set in the style of the pages.
pub async fn page() -> HttpResponse {
    let written = written();
    let mut html =
        format!("<!doctype html><meta charset=utf-8><title>Letters</title><link rel=stylesheet href=\"{}\">", assets::STYLE.url());
    for script in &SCRIPTS {
        let (lang, words) = (script.lang, words_of(script, &written));
        html.push_str(&format!("<p id={lang} lang={lang}>{words}</p>"));
        if script.is_bold {
            html.push_str(&format!("<h2 id={lang}-bold lang={lang}>{words}</h2>"));
        }
    }
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(html)
}

/// The fonts that an element is drawn with: the name, whether it came with the page, and how many letters.
async fn fonts_of(browser: &Browser, element: &str) -> Vec<(String, bool, u64)> {
    browser.devtools("DOM.enable", json!({})).await;
    browser.devtools("CSS.enable", json!({})).await;
    let document = browser.devtools("DOM.getDocument", json!({})).await;
    let query = json!({"nodeId": document["root"]["nodeId"], "selector": element});
    let node = browser.devtools("DOM.querySelector", query).await["nodeId"].clone();
    let answer = browser.devtools("CSS.getPlatformFontsForNode", json!({"nodeId": node})).await;
    let fonts = answer["fonts"].as_array().expect("fonts").iter();
    fonts
        .map(|font| {
            let name = font["familyName"].as_str().expect("a name").to_owned();
            (name, font["isCustomFont"] == true, font["glyphCount"].as_u64().expect("a count"))
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_letter_of_every_script_is_drawn_by_a_font_that_comes_with_the_page() {
    let Some(browser) = Browser::start().await else { return };
    let server = SampleServer::start();
    browser.client.goto(&server.url("/letters")).await.expect("the page opens");
    browser.client.execute_async("document.fonts.ready.then(arguments[0])", vec![]).await.expect("the fonts load");
    for script in &SCRIPTS {
        let bold = script.is_bold.then(|| format!("#{}-bold", script.lang));
        for element in [Some(format!("#{}", script.lang)), bold].into_iter().flatten() {
            let fonts = fonts_of(&browser, &element).await;
            let own: u64 = fonts.iter().filter(|(_, is_own, _)| *is_own).map(|(_, _, letters)| letters).sum();
            assert!(own > 10 && fonts.iter().all(|(_, is_own, _)| *is_own), "{element} is drawn with {fonts:?}");
        }
    }
    browser.close().await;
}

/// Draws each letter by itself and gives those that look like a letter that does not exist.
const LIKE_NOTHING: &str = "
    const [letters, nothing, done] = arguments;
    const draw = text => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 80;
        const paper = canvas.getContext('2d', {willReadFrequently: true});
        paper.font = '40px \"Kembar Scripts\"';
        paper.fillText(text, 20, 55);
        return paper.getImageData(0, 0, 80, 80).data.join();
    };
    const drawn = () => {
        const box = draw(nothing), blank = draw(' ');
        done([...letters].filter(letter => [box, blank].includes(draw(letter))));
    };
    document.fonts.load('40px \"Kembar Scripts\"', letters).then(drawn);";

#[tokio::test(flavor = "multi_thread")]
async fn no_letter_is_drawn_as_an_empty_box() {
    let Some(browser) = Browser::start().await else { return };
    let server = SampleServer::start();
    browser.client.goto(&server.url("/letters")).await.expect("the page opens");
    let written = written();
    for script in &SCRIPTS {
        let letters: String = words_of(script, &written).chars().collect::<BTreeSet<_>>().into_iter().collect();
        let asked = vec![json!(letters), json!(script.nothing)];
        let missing = browser.client.execute_async(LIKE_NOTHING, asked).await.expect("the script runs");
        assert_eq!(missing, json!([]), "{}: of {letters}", script.lang);
        let one_that_is_not = vec![json!(script.nothing), json!(script.nothing)];
        let found = browser.client.execute_async(LIKE_NOTHING, one_that_is_not).await.expect("the script runs");
        assert_eq!(found.as_array().map(Vec::len), Some(1), "a letter that does not exist has to be noticed");
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_fetches_the_letters_of_its_scripts_and_no_others() {
    let Some(browser) = Browser::start().await else { return };
    let server = SampleServer::start();
    browser.look(Look { width: 390, scheme: "light" }).await;
    let mut fetched: BTreeMap<Language, BTreeSet<String>> = BTreeMap::new();
    for language in Language::ALL {
        // An address that is not kept from the page before.
        browser.devtools("Network.setCacheDisabled", json!({"cacheDisabled": true})).await;
        browser.client.goto(&server.url(&format!("/about-data?lang={language}"))).await.expect("the page opens");
        browser.client.find(Locator::Css("h1")).await.expect("a heading");
        browser.client.execute_async("document.fonts.ready.then(arguments[0])", vec![]).await.expect("the fonts load");
        let fonts = browser.fetched().await.into_iter().filter_map(|url| Some(url.strip_suffix(".woff2")?.rsplit('/').next()?.to_owned()));
        fetched.insert(*language, fonts.collect());
    }
    browser.close().await;
    let switch = ["own-name-khmer", "own-name-thai"];
    for (language, fonts) in fetched {
        let own: &[&str] = match language {
            Language::Th => &["noto-sans-thai-400", "noto-sans-thai-700"],
            Language::Km => &["noto-sans-khmer-400", "noto-sans-khmer-700"],
            Language::En | Language::Id | Language::Vi => &[],
        };
        let expected: BTreeSet<String> = switch.iter().chain(own).map(|name| (*name).to_owned()).collect();
        assert_eq!(fonts, expected, "{language}");
    }
}

/// The width of a word, and that of the same with a break allowed nowhere.
const LINES: &str = "
    const paragraph = document.querySelector('main .lead, main p');
    const lines = new Set();
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    for (const box of range.getClientRects()) lines.add(Math.round(box.top));
    return lines.size;";

#[tokio::test(flavor = "multi_thread")]
async fn lines_break_between_words_that_no_space_parts() {
    let Some(browser) = Browser::start().await else { return };
    let server = SampleServer::start();
    browser.look(Look { width: 390, scheme: "light" }).await;
    for lang in ["th", "km"] {
        browser.client.goto(&server.url(&format!("/?lang={lang}"))).await.expect("the page opens");
        let lines: Value = browser.client.execute(LINES, vec![]).await.expect("the script runs");
        assert!(lines.as_u64().expect("a count") > 2, "{lang}: {lines}");
    }
    browser.close().await;
}
