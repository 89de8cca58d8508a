//! The secretariat's desk over HTTP, as a browser without scripts meets it.

mod browser;
mod clusters;
mod deciding;
mod files;
mod importing;
mod queue;
mod several;
mod views;

use kembar::domain::id::{ProposalId, UserId};
use kembar::domain::proposal::ProposalState;
use kembar::store::proposals::StoredProposal;
use kembar::store::{cities, proposals};
use serde_json::json;

use crate::support::service::{Service, model};
use crate::workflow::stage::{LEARNER, MENTOR, Stage, stored};

/// Waiting proposals for the first reviewer: the first through the API, with the engine's own explanation, the others like it with other
/// cities. Gives their ids, the oldest first.
pub async fn waiting(service: &Service, count: usize) -> Vec<String> {
    let stage = Stage { service };
    let theme = &model().taxonomy().themes()[0].code;
    let body =
        json!({"kind": "peer_learning", "theme": theme, "city": LEARNER, "partner": MENTOR, "override_reason": "A test of the desk."});
    let first = stage.propose(&body).await;
    let mut ids = vec![first.clone()];
    ids.extend(alike(service, &first, count.saturating_sub(1), ProposalState::Proposed));
    ids
}

/// Proposals like this one, in this state, each with a pair of its own.
pub fn alike(service: &Service, first: &str, count: usize, state: ProposalState) -> Vec<String> {
    let mut db = service.database.connection();
    let (like, members) = (stored(service, first), cities::all(&mut db).unwrap());
    let pairs = members.iter().flat_map(|a| members.iter().map(move |b| (a.id, b.id))).filter(|(a, b)| a != b);
    let others = pairs.filter(|(a, b)| *a != like.pair.first && *b != like.pair.second).take(count);
    let now = chrono::Utc::now();
    db.write(|db| {
        let mut ids = Vec::new();
        for (first, second) in others {
            let id = ProposalId(uuid::Uuid::now_v7());
            let pair = kembar::domain::pairing::Pair { first, second };
            let next = StoredProposal { id, pair, state, created_at: now, updated_at: now, ..like.clone() };
            proposals::insert(db, &next)?;
            ids.push(id.to_string());
        }
        Ok::<_, kembar::store::error::StoreError>(ids)
    })
    .unwrap()
}

/// The account of one of the people.
pub async fn user_id(service: &Service, name: &str) -> UserId {
    service.as_(name).await.get("/api/v1/me").await.expect(200).id().parse().unwrap()
}

/// The address of a proposal on the desk.
pub fn desk(id: &str) -> String {
    format!("/desk/proposals/{id}")
}
