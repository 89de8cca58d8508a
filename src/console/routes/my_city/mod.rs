//! The addresses of a focal point's pages, below `/my-city`: their own city, never another one.

use actix_web::web::ServiceConfig;

use super::{deed, form, page};
use crate::actions::error::Error;
use crate::actions::membership::{Page, PageAsk};
use crate::console::pages::CityLink;
use crate::console::routes::signed::Signed;

mod ask;
mod faults; // what is wrong with a form
mod home;
mod invitations; // proposals, seen from one of the two cities
mod profile;
mod profile_form; // a profile as rows, and rows as a profile
mod profile_words; // what is saved, in words
mod proposals;
mod question; // what is asked about partners
mod said; // what the city has said about others
mod suggestions;
mod why; // the engine's explanation in words

/// Registers the addresses.
pub(super) fn configure(service: &mut ServiceConfig) {
    service
        .service(page("/my-city").get(home::show))
        .service(page("/my-city/suggestions").get(suggestions::show))
        .service(form("/my-city/suggestions/{other}").get(suggestions::explain).post(suggestions::say))
        .service(form("/my-city/ask").get(ask::show).post(ask::send))
        .service(deed("/my-city/ask/{id}/withdraw").post(ask::withdraw))
        .service(page("/my-city/proposals").get(proposals::list))
        .service(page("/my-city/proposals/{id}").get(proposals::show))
        .service(form("/my-city/proposals/{id}/accept").get(proposals::ask_yes).post(proposals::accept))
        .service(form("/my-city/proposals/{id}/decline").get(proposals::ask_no).post(proposals::decline))
        .service(page("/my-city/profile").get(profile::show))
        .service(deed("/my-city/profile/submit").post(profile::submit))
        .service(form("/my-city/profile/{step}").get(profile::step).post(profile::save));
}

/// The city of the one who reads.
///
/// # Errors
/// `Forbidden` for everybody who is no focal point.
fn own_city(signed: &Signed) -> Result<CityLink, Error> {
    let reader = signed.visit.frame.reader.as_ref();
    let own = reader.and_then(|reader| reader.city.clone()).filter(|_| signed.actor.city.is_some());
    own.ok_or_else(|| Error::Forbidden("these are the pages of a city's focal point".to_owned()))
}

/// Every item of a list that people have made by hand, page by page.
fn whole<T>(mut page_of: impl FnMut(&PageAsk) -> Result<Page<T>, Error>) -> Result<Vec<T>, Error> {
    let mut ask = PageAsk { limit: 100, after: None };
    let mut all = Vec::new();
    loop {
        let page = page_of(&ask)?;
        all.extend(page.items);
        match page.next {
            Some(last) => ask.after = Some(last),
            None => return Ok(all),
        }
    }
}
