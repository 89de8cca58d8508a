//! `GET /about-data`

use actix_web::HttpResponse;

use super::visit::Visit;
use crate::actions::directory;
use crate::console::pages::{AboutDataPage, known_sources, render_about_data};

pub(super) async fn show(visit: Visit) -> HttpResponse {
    let found = visit.read(directory::coverage).await;
    visit.answer(found, |covered| {
        render_about_data(&AboutDataPage {
            frame: visit.frame.clone(),
            city_count: covered.cities,
            country_count: covered.countries,
            statement_count: covered.statements,
            from_memory_count: covered.statements_from_memory,
            sources: known_sources(),
        })
    })
}
