//! The secretariat's desk.

use actix_web::web::ServiceConfig;

use super::{deed, form, page};
use crate::actions::words::Reason;

mod bulk;
mod clusters;
mod explain;
mod explained; // an explanation turned into what is shown
mod import;
mod lines; // records turned into lines
mod overview;
mod proposal;
mod queue;
mod requests;
mod views; // filters that the reader has given names

/// Registers the pages of the desk.
pub(super) fn configure(service: &mut ServiceConfig) {
    service
        .service(page("/desk").get(overview::show))
        .service(page("/desk/clusters").get(clusters::show))
        .service(form("/desk/import").get(import::show).post(import::look))
        .service(deed("/desk/import/confirm").post(import::confirm))
        .service(page("/desk/explain").get(explain::show))
        .service(deed("/desk/explain/proposal").post(explain::propose))
        .service(page("/desk/requests").get(requests::show))
        .service(page("/desk/requests/{id}").get(requests::open))
        .service(deed("/desk/requests/{id}/answer").post(requests::answer))
        .service(page("/desk/proposals").get(queue::show))
        .service(deed("/desk/proposals/bulk").post(bulk::decide))
        .service(page("/desk/proposals/export").get(queue::export))
        .service(deed("/desk/views").post(views::save))
        .service(deed("/desk/views/{id}/rename").post(views::rename))
        .service(deed("/desk/views/{id}/remove").post(views::remove))
        .service(page("/desk/proposals/{id}").get(proposal::show))
        .service(deed("/desk/proposals/{id}/decision").post(proposal::decide))
        .service(deed("/desk/proposals/{id}/edit").post(proposal::edit))
        .service(deed("/desk/proposals/{id}/claim").post(proposal::claim))
        .service(deed("/desk/proposals/{id}/undo").post(proposal::undo));
}

/// A reason as a form sends it: what is empty is absent.
fn reason(code: &str, words: &str) -> Reason {
    let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    Reason { code: filled(code), words: filled(words) }
}
