//! `GET /desk`: the desk at a glance, the first page of the secretariat.

use std::collections::BTreeMap;

use actix_web::HttpResponse;

use super::lines::Lines;
use crate::actions::review::overview::{self, Overview};
use crate::console::pages::desk::{OverviewPage, QueueWaiting, render_overview};
use crate::console::routes::signed::Signed;
use crate::domain::access::Operation;
use crate::domain::role::Role;

pub(super) async fn show(signed: Signed) -> HttpResponse {
    let now = signed.visit.app.clock().now();
    let found = signed.read(Operation::ListProposals, None, move |db, pass| overview::get(db, pass, now)).await;
    signed.answer(found, |found| render_overview(&page(&signed, found)))
}

/// A count of the database, which is never below zero.
pub(super) fn whole(count: i64) -> usize {
    usize::try_from(count).unwrap_or_default()
}

fn page(signed: &Signed, found: Overview) -> OverviewPage {
    let (now, frame) = (signed.visit.app.clock().now(), signed.visit.frame.clone());
    let people = BTreeMap::new();
    let taxonomy = signed.visit.app.model().taxonomy();
    let lines = Lines { taxonomy, lang: frame.lang, reader: signed.actor.user, people: &people, now };
    let days_since = |oldest: Option<chrono::DateTime<chrono::Utc>>| oldest.map(|oldest| (now - oldest).num_days());
    let (funnel, coverage) = (found.funnel, found.coverage);
    OverviewPage {
        waiting: QueueWaiting {
            count: whole(found.waiting.count),
            oldest_days: days_since(found.waiting.oldest),
            is_for_reader: signed.actor.role != Role::Observer,
        },
        first: found.first.iter().map(|row| lines.line(row)).collect(),
        overdue: (whole(found.overdue.count), whole(found.under_review.count)),
        to_publish: whole(found.to_publish.count),
        requests: (whole(found.requests.count), days_since(found.requests.oldest)),
        coverage: (coverage.members, coverage.in_partnership, coverage.in_proposal),
        funnel: vec![
            ("made", whole(funnel.made)),
            ("recommended", whole(funnel.recommended)),
            ("approved", whole(funnel.approved)),
            ("accepted", whole(funnel.accepted)),
            ("published", whole(funnel.published)),
        ],
        rounds: found.rounds.into_iter().map(|(id, name, _)| (name, format!("/desk/rounds/{id}"))).collect(),
        frame,
    }
}
