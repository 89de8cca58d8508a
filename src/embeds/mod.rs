//! What other sites show of what is published: frames, oEmbed, and a web component.
//!
//! A frame is a page of its own, complete without JavaScript, that loads nothing, keeps nothing and knows nobody; its one script tells the
//! site around it how high it is. Which sites may frame it is in its address, because the answer is kept by caches. Nothing here decides
//! what is public.

mod answer; // headers: who may frame it, and how long it is kept
mod asked; // what an address asks for
mod found; // what was found at it
mod oembed;
mod page; // the document in the frame
mod show;
mod widget; // the web component

use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpResponse, Resource};

use crate::api::edge::Problem;
use crate::console;

/// Registers all of this, and after it the pages, which take every address that is left.
pub fn configure_with_pages(service: &mut ServiceConfig) {
    configure(service);
    console::routes::configure(service);
}

fn configure(service: &mut ServiceConfig) {
    service
        .service(read("/embed/v1/{portal}/recommendations").get(show::list))
        .service(read("/embed/v1/{portal}/recommendations/{id}").get(show::one))
        .service(read("/embed/v1/{portal}/cities/{slug}").get(show::city))
        .service(read("/embed/v1/integrity.json").get(widget::integrity))
        .service(read("/embed/v1/{file}").get(widget::script))
        .service(read("/oembed").get(oembed::answer))
        .service(read("/providers.json").get(oembed::providers));
}

/// An address that is only read.
fn read(path: &str) -> Resource {
    web::resource(path).default_service(web::to(only_read))
}

async fn only_read() -> Result<HttpResponse, Problem> {
    Err(Problem::method_not_allowed("GET, HEAD"))
}
