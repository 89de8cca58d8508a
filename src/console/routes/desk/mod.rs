//! The secretariat's desk.

use actix_web::web::ServiceConfig;

use super::{deed, page};
use crate::actions::words::Reason;

mod explained; // an explanation turned into what is shown
mod lines; // records turned into lines
mod proposal;
mod queue;

/// Registers the pages of the desk.
pub(super) fn configure(service: &mut ServiceConfig) {
    service
        .service(page("/desk/proposals").get(queue::show))
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
