//! The pages of published partnerships and of practices, full, with the sample cities.

use actix_web::{HttpRequest, HttpResponse};
use kembar::console::pages::narrowed::{Choices, Field, Narrowed};
use kembar::console::pages::published::{
    PartnerOfPage, PartnershipPage, PartnershipsPage, PracticesPage, render_partnership, render_partnerships, render_practices,
};
use kembar::console::pages::{Choice, PracticeCity, PracticeLine, ThemeChoices};
use kembar::console::words::Word;

use super::samples;
use super::server::{answer, frame};

fn list(path: &'static str, total: usize) -> Narrowed {
    let choice = |value: &str, label: &str| Choice { value: value.to_owned(), label: label.to_owned() };
    let field = |name, label, asked: Option<&str>, choices| Field { name, label, asked: asked.map(str::to_owned), choices };
    let model = kembar::actions::matching::models::current().expect("the model is sound");
    let themes = ThemeChoices::all(model.taxonomy(), kembar::i18n::Language::En);
    Narrowed {
        path,
        fields: vec![
            field("country", Word::ListCountry, Some("ID"), Choices::Plain(vec![choice("ID", "Indonesia"), choice("PH", "Philippines")])),
            field("theme", Word::ListTheme, None, Choices::Themes(themes)),
        ],
        total,
        next_cursor: Some("eyJhZnRlciI6ImhvaS1hbiJ9".to_owned()),
        is_later_page: true,
    }
}

fn iloilos_practices(request: &HttpRequest) -> Vec<PracticeLine> {
    let city = samples::iloilo(frame(request));
    let by = PracticeCity { slug: city.slug, name: city.name, country: city.country };
    city.practices.into_iter().map(|practice| PracticeLine { by: Some(by.clone()), ..practice }).collect()
}

pub async fn partnerships(request: HttpRequest) -> HttpResponse {
    let frame = frame(&request);
    let partnerships = samples::home(frame.clone(), true).partnerships;
    let page = PartnershipsPage { list: list("/partnerships", 42), partnerships, frame: frame.clone() };
    answer(&request, &frame, render_partnerships(&page))
}

pub async fn partnership(request: HttpRequest) -> HttpResponse {
    let frame = frame(&request);
    let practices = iloilos_practices(&request);
    let cities = practices.iter().take(1).filter_map(|practice| practice.by.clone());
    let line = samples::home(frame.clone(), true).partnerships.swap_remove(0);
    let cities = cities.map(|city| PartnerOfPage { city, people: Some(457_626) }).collect();
    answer(&request, &frame, render_partnership(&PartnershipPage { line, cities, practices, frame: frame.clone() }))
}

pub async fn practices(request: HttpRequest) -> HttpResponse {
    let frame = frame(&request);
    let page = PracticesPage { list: list("/practices", 249), practices: iloilos_practices(&request), frame: frame.clone() };
    answer(&request, &frame, render_practices(&page))
}
