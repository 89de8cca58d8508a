//! Every page with every sample, without a browser: what must be in the HTML, and what must never be.

use kembar::console::frame::Frame;
use kembar::console::pages::{
    CityFilter, CityPage, CityStanding, PracticeLine, render_about_data, render_city, render_city_list, render_error, render_home,
};
use kembar::console::words::Language;

use super::{entry_samples, samples};

fn frame(path: &str, lang: Language) -> Frame {
    Frame::new(path, &format!("lang={lang}"), None)
}

/// A page's name and its HTML.
pub type Rendered = (String, String);

/// Every sample in a language.
pub fn every_page(lang: Language) -> Vec<Rendered> {
    let at = |path: &str| frame(path, lang);
    let filter = CityFilter { q: Some("kep".into()), theme: Some("solid-waste".into()), ..CityFilter::default() };
    let mut pages = vec![
        ("home", render_home(&samples::home(at("/"), true))),
        ("home without partnerships", render_home(&samples::home(at("/").with_demo_notice(true), false))),
        ("directory", render_city_list(&samples::city_list(at("/cities"), CityFilter::default()))),
        ("directory without a match", render_city_list(&samples::empty_city_list(at("/cities"), filter))),
        ("surabaya", render_city(&samples::surabaya(at("/cities/surabaya")))),
        ("iloilo", render_city(&samples::iloilo(at("/cities/iloilo-city")))),
        ("da nang", render_city(&samples::da_nang(at("/cities/da-nang")))),
        ("hoi an", render_city(&samples::hoi_an(at("/cities/hoi-an")))),
        ("kep", render_city(&samples::kep(at("/cities/kep")))),
        ("about the data", render_about_data(&samples::about_data(at("/about-data")))),
    ];
    pages.extend(entry_samples::all(&at));
    pages.extend(samples::troubles().into_iter().map(|(name, trouble)| (name, render_error(&samples::trouble(at("/x"), trouble)))));
    pages.into_iter().map(|(name, html)| (format!("{name} in {lang}"), html.expect("the sample renders"))).collect()
}

fn all_pages() -> Vec<Rendered> {
    Language::ALL.iter().flat_map(|lang| every_page(*lang)).collect()
}

#[test]
fn every_page_is_light_has_one_heading_and_names_its_language() {
    for (name, html) in all_pages() {
        assert!(html.len() < 150 * 1024, "{name} has {} bytes", html.len());
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        assert_eq!(html.matches("<main").count(), 1, "{name}");
        let lang = name.rsplit(' ').next().expect("the name ends with the language");
        assert!(html.starts_with(&format!("<!doctype html>\n<html lang=\"{lang}\">")), "{name}: {}", &html[..60]);
    }
}

#[test]
fn no_page_has_a_script_an_inline_style_or_anything_loaded_from_outside() {
    for (name, html) in all_pages() {
        for forbidden in ["<script", " style=\"", "<style", "<img", "<iframe", " onclick", "javascript:", "src=\"http"] {
            assert!(!html.contains(forbidden), "{name} has {forbidden}");
        }
        assert_eq!(html.matches("<link rel=\"stylesheet\"").count(), 1, "{name}");
    }
}

#[test]
fn every_id_is_used_once_and_every_reference_has_its_target() {
    for (name, html) in all_pages() {
        let values = |attribute: &str| -> Vec<String> {
            html.split(&format!(" {attribute}=\"")).skip(1).filter_map(|rest| rest.split('"').next().map(str::to_owned)).collect()
        };
        let mut ids = values("id");
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "{name} uses an id twice");
        for target in values("aria-labelledby").into_iter().chain(values("for")) {
            assert!(ids.contains(&target), "{name} refers to {target}");
        }
    }
}

#[test]
fn every_link_of_a_page_keeps_the_language_that_was_asked_for() {
    for (name, html) in every_page(Language::Id) {
        let links = html.split("<a ").skip(1).filter_map(|rest| rest.split("href=\"").nth(1)?.split('"').next());
        let pages = links.filter(|href| *href == "/" || href.starts_with("/cities") || href.starts_with("/about-data"));
        for href in pages {
            assert!(href.contains("lang="), "{name} leads to {href}");
        }
    }
}

#[test]
fn a_country_value_and_a_fact_from_memory_are_marked_where_they_are_shown() {
    let html = render_city(&samples::surabaya(frame("/cities/surabaya", Language::En))).expect("it renders");
    assert_eq!(html.matches("Value of the country: Indonesia").count(), 4);
    let population = html.split("<dt>Population</dt>").nth(1).and_then(|rest| rest.split("</dd>").next()).expect("a population");
    assert!(population.contains("2,874,000") && population.contains("in 2020") && population.contains(">unverified</a>"), "{population}");
    assert!(html.contains("are a judgement made for comparing cities"));
}

#[test]
fn the_answer_prefers_what_has_a_source_and_says_when_nothing_has() {
    let lead = |page: &CityPage| {
        let html = render_city(page).expect("it renders");
        html.split("<p class=\"lead\">").nth(1).and_then(|rest| rest.split("</p>").next()).expect("a lead").to_owned()
    };
    let mut page = samples::surabaya(frame("/cities/surabaya", Language::En));
    for practice in page.practices.iter_mut().filter(|practice| practice.themes[0].code == "solid-waste") {
        practice.evidence.from_memory = true;
    }
    assert!(lead(&page).starts_with("Surabaya has most to show about public transport.") && !lead(&page).contains("unverified"));
    for practice in &mut page.practices {
        practice.evidence.from_memory = true;
    }
    assert!(
        lead(&page).starts_with("Surabaya has most to show about solid waste and plastics.") && lead(&page).contains(">unverified</a>")
    );
}

#[test]
fn a_list_marks_what_was_written_from_memory() {
    let mut page = samples::city_list(frame("/cities", Language::En), CityFilter::default());
    page.cities.retain(|city| city.slug == "iloilo-city");
    let html = render_city_list(&page).expect("it renders");
    assert_eq!(html.matches(">unverified</a>").count(), 2, "its population and its theme of health");
    page.cities[0].population = None;
    assert_eq!(render_city_list(&page).expect("it renders").matches(">unverified</a>").count(), 1);
}

#[test]
fn what_is_not_known_is_said_and_never_shown_as_nothing() {
    let html = render_city(&samples::kep(frame("/cities/kep", Language::En))).expect("it renders");
    for said in [
        "What Kep is good at and what it looks for is not known yet.",
        "No good practice of this city is known yet.",
        "No stated priority of this city is known yet.",
        "No office of this city that handles partnerships is known.",
        "The hazards of this city are not known.",
        "is not taking part at the moment",
    ] {
        assert!(html.contains(said), "{said}");
    }
}

#[test]
fn a_city_that_has_ended_points_to_its_successor_and_seeks_nothing() {
    let html = render_city(&samples::hoi_an(frame("/cities/hoi-an", Language::En))).expect("it renders");
    assert!(html.contains("Hoi An is no longer a local government of its own.") && html.contains("abolished on 1 July 2025"));
    assert!(html.contains("Its successor is <a href=\"/cities/da-nang?lang=en\">Da Nang</a>"));
    assert!(!html.contains("class=\"lead\""));
    let mut lost = samples::hoi_an(frame("/cities/hoi-an", Language::En));
    lost.standing =
        CityStanding::Dissolved { successor: None, successor_note: Some("It is now wards of Da Nang.".into()), from_memory: true };
    assert!(render_city(&lost).expect("it renders").contains("What became of it: It is now wards of Da Nang."));
    lost.standing = CityStanding::Dissolved { successor: None, successor_note: None, from_memory: false };
    assert!(render_city(&lost).expect("it renders").contains("Its successor is not known."));
}

#[test]
fn the_answer_comes_first_and_names_the_theme_of_most_practices() {
    let lead = |page: &CityPage| {
        let html = render_city(page).expect("it renders");
        html.split("<p class=\"lead\">").nth(1).and_then(|rest| rest.split("</p>").next()).expect("a lead").to_owned()
    };
    let mut page = samples::surabaya(frame("/cities/surabaya", Language::En));
    let both =
        "Surabaya has most to show about solid waste and plastics. It looks for help in 2 themes, first of all traffic and road safety.";
    assert_eq!(lead(&page), both);
    page.priorities.clear();
    assert_eq!(lead(&page), "Surabaya has most to show about solid waste and plastics. What it looks for is not known yet.");
}

#[test]
fn whatever_a_city_writes_is_shown_as_text() {
    let hostile = "<script>alert(1)</script>\"'&";
    let mut page = samples::surabaya(frame("/cities/surabaya", Language::En));
    let practice = PracticeLine {
        title: hostile.into(),
        problem: Some(hostile.into()),
        done: Some(hostile.into()),
        result: Some(hostile.into()),
        lang: Some("\"><b>".into()),
        ..page.practices[0].clone()
    };
    page.practices = vec![practice];
    page.name = hostile.into();
    page.contact.email = Some(hostile.into());
    page.evidence =
        kembar::console::evidence::Evidence::read(Some(&format!("javascript:alert(1) ; {hostile} ; https://a.b/\"><script>")), false);
    let html = render_city(&page).expect("it renders");
    assert!(!html.contains("<script") && !html.contains("<b>"), "something was not escaped");
    assert!(!html.contains("href=\"javascript:"));
}

#[test]
fn a_narrowed_list_offers_to_take_each_filter_away_and_keeps_the_others() {
    let filter = CityFilter { q: Some("a&b".into()), country: Some("ID".into()), theme: Some("solid-waste".into()), network: None };
    let html = render_city_list(&samples::city_list(frame("/cities", Language::En), filter)).expect("it renders");
    assert!(html.contains("href=\"/cities?country=ID&#38;theme=solid-waste&#38;lang=en\">Name: a&#38;b"), "the name cannot be taken away");
    assert!(html.contains("href=\"/cities?q=a%26b&#38;theme=solid-waste&#38;lang=en\">Country: Indonesia"));
    assert!(html.contains("<option value=\"solid-waste\" selected>Solid waste and plastics</option>"));
    let next = "href=\"/cities?q=a%26b&#38;country=ID&#38;theme=solid-waste&#38;cursor=eyJhZnRlciI6ImhvaS1hbiJ9&#38;lang=en\"";
    assert!(html.contains(next), "the next page forgets the filter");
}

#[test]
fn only_a_fault_of_ours_shows_the_number_of_the_request() {
    for (name, trouble) in samples::troubles() {
        let html = render_error(&samples::trouble(frame("/x", Language::En), trouble)).expect("it renders");
        assert_eq!(html.contains("01938f6e-7c1a"), name == "internal", "{name}");
    }
}

#[test]
fn the_map_of_the_first_page_shows_each_published_partnership_and_says_what_its_signs_mean() {
    for (lang, kinds) in [(Language::En, ["sister cities", "peer learning"]), (Language::Id, ["kota kembar", "pembelajaran antarkota"])] {
        let html = render_home(&samples::home(frame("/", lang), true)).expect("it renders");
        let legend = html.split("<ul class=\"legend\">").nth(1).and_then(|rest| rest.split("</ul>").next()).expect("a legend");
        let mut said: Vec<&str> =
            legend.split("</li>").filter_map(|entry| entry.rsplit('>').next()).filter(|word| !word.trim().is_empty()).collect();
        let count = said.len();
        assert!(kinds.iter().all(|kind| said.contains(kind)), "{said:?}");
        said.sort_unstable();
        said.dedup();
        assert_eq!((said.len(), count), (4, 4), "two sizes and two kinds, each in words of its own: {said:?}");
        assert_eq!(html.matches("<path class=\"tie ").count(), 2 + 2, "two partnerships and two keys");
        assert!(html.contains(&format!("<a href=\"/cities/surabaya?lang={lang}\" tabindex=\"-1\" aria-label=\"Surabaya\">")));
    }
    let none = render_home(&samples::home(frame("/", Language::En), false)).expect("it renders");
    assert!(!none.contains("class=\"map\""), "a map of nothing");
}
