//! The pages of matching rounds, below `/desk/rounds`.

use actix_web::web::{self, ServiceConfig};

use super::{deed, form, page};
use crate::actions::error::Error;
use crate::actions::rounds::desk::OnDesk;
use crate::console::pages::rounds::{Book, BookedCity, RunLine};
use crate::domain::id::RoundId;
use crate::domain::role::Role;
use crate::matching::engine::Engine;
use crate::matching::facts::CityFacts;
use crate::matching::rounds::Status;
use crate::store::rounds::StoredRun;

use super::signed::Signed;

mod analysis;
mod compare;
mod deeds; // compute, stop, release, take back, close, change one rule
mod export;
mod faults; // of a plan, in words
mod list;
mod reading; // of the form
mod round;
mod setup; // a round is set up and changed

/// Registers the pages.
pub(super) fn configure(service: &mut ServiceConfig) {
    service
        .service(page("/desk/rounds").get(list::show))
        .service(form("/desk/rounds/new").get(setup::blank).post(setup::create))
        .service(page("/desk/rounds/{id}").get(round::show))
        .service(page("/desk/rounds/{id}/progress").get(round::progress))
        .service(form("/desk/rounds/{id}/edit").get(setup::show).post(setup::change))
        .service(deed("/desk/rounds/{id}/compute").post(deeds::compute))
        .service(deed("/desk/rounds/{id}/cancel").post(deeds::cancel))
        .service(deed("/desk/rounds/{id}/change").post(deeds::change))
        .service(form("/desk/rounds/{id}/release").get(deeds::ask_release).post(deeds::release))
        .service(form("/desk/rounds/{id}/recall").get(deeds::ask_recall).post(deeds::recall))
        .service(form("/desk/rounds/{id}/close").get(deeds::ask_close).post(deeds::close))
        .service(page("/desk/rounds/{id}/analysis").get(analysis::show))
        .service(page("/desk/rounds/{id}/compare").get(compare::show))
        .service(page("/desk/rounds/{id}/export").get(export::show));
}

/// The round that an address names.
type Named = web::Path<String>;

/// Its id.
///
/// # Errors
/// `NotFound` for a text that is no id.
fn id_of(path: &Named) -> Result<RoundId, Error> {
    path.parse().map_err(|_bad| Error::NotFound("round"))
}

/// Whether the reader sets rounds up, computes and releases them. The table of rights decides; this only offers.
fn may_act(signed: &Signed) -> bool {
    signed.actor.role == Role::Officer
}

/// The cities of an engine by name.
fn book(engine: &Engine) -> Book {
    let city = |city: &CityFacts| BookedCity {
        slug: city.slug.to_string(),
        name: city.name.clone(),
        country: city.country.to_string(),
        is_active: city.suggestible,
    };
    Book::new(engine.cities().map(city))
}

/// A run in one line.
fn run_line(run: &StoredRun) -> RunLine {
    RunLine {
        number: run.number,
        status: match run.status.as_str() {
            "optimal" => Status::Optimal,
            "infeasible" => Status::Infeasible,
            _ => Status::Feasible,
        },
        pairs: run.pairs,
        covered: run.covered,
        cities: run.cities,
        score: run.score,
        at: run.created_at,
    }
}

/// Whether the newest run is of the plan as it is now.
fn is_current(found: &OnDesk) -> bool {
    found.runs.first().is_some_and(|run| run.plan == found.round.plan)
}

/// The number of a run in the address; none where it says nothing.
///
/// # Errors
/// `NotFound` for what is no number.
fn run_asked(signed: &Signed, name: &str) -> Result<Option<i64>, Error> {
    signed.visit.asked(name).map(|text| text.parse().map_err(|_bad| Error::NotFound("run"))).transpose()
}
