//! Proposals and requests in every state, brought there through the API as far as the API goes there.

use kembar::domain::code::ThemeCode;
use kembar::domain::id::ProposalId;
use kembar::domain::proposal::ProposalState::{self, *};
use kembar::store::proposals::{self, StoredProposal};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::client::Answer;
use crate::support::service::{Service, model};

/// The two cities of the proposals here: the learner and the mentor.
pub const LEARNER: &str = "surabaya";
pub const MENTOR: &str = "iloilo-city";

/// A reason that every decision takes.
pub fn reason() -> Value {
    json!({"reason_code": "other", "reason": "Tried by a test."})
}

/// A review with a reason.
pub fn review(decision: &str) -> Value {
    json!({"decision": decision, "reason_code": "other", "reason": "Tried by a test."})
}

pub fn address(id: &str) -> String {
    format!("/api/v1/proposals/{id}")
}

/// What the n-th proposal says: each is about another theme, because one pairing can be under way once.
pub fn proposal(number: usize) -> Value {
    let themes = model().taxonomy().themes();
    let theme = &themes[number % themes.len()].code;
    json!({"kind": "peer_learning", "theme": theme, "city": LEARNER, "partner": MENTOR, "override_reason": "A test of the workflow."})
}

/// Moves proposals along.
pub struct Stage<'a> {
    pub service: &'a Service,
}

impl Stage<'_> {
    pub async fn propose(&self, body: &Value) -> String {
        self.service.as_("officer").await.post("/api/v1/proposals", body).await.expect(201).id()
    }

    /// One proposal as an officer reads it now.
    pub async fn read(&self, id: &str) -> Answer {
        self.service.as_("officer").await.get(&address(id)).await.expect(200)
    }

    /// A deed on the version that stands now.
    pub async fn act(&self, who: &str, id: &str, deed: &str, body: &Value) -> Answer {
        let now = self.read(id).await;
        self.service.as_(who).await.decide(&format!("{}/{deed}", address(id)), now.etag(), body).await
    }

    async fn review(&self, who: &str, id: &str, decision: &str) {
        self.act(who, id, "reviews", &review(decision)).await.expect(200);
    }

    async fn say(&self, who: &str, id: &str, answer: &str) {
        self.act(who, id, "answers", &json!({"answer": answer, "reason_code": "other", "reason": "Tried by a test."})).await.expect(200);
    }

    /// Made by one officer, recommended by the other, approved.
    pub async fn invite(&self, id: &str) {
        self.review("officer2", id, "recommend").await;
        self.review("approver", id, "approve").await;
    }

    /// A new proposal, brought to this state.
    pub async fn proposal_in(&self, state: ProposalState, number: usize) -> String {
        let mut body = proposal(number);
        body["is_held"] = (state == Accepted).into();
        let id = self.propose(&body).await;
        match state {
            Proposed => {}
            Recommended => self.review("officer2", &id, "recommend").await,
            Deferred => self.review("officer", &id, "defer").await,
            Returned => self.review("officer", &id, "return").await,
            Rejected => self.review("officer", &id, "reject").await,
            Withdrawn => drop(self.act("officer", &id, "withdraw", &reason()).await.expect(200)),
            Approved | Invited | Accepted | Published | Expired | Declined => self.sent_out(&id, state).await,
        }
        let reached = self.read(&id).await;
        assert_eq!(reached.body["state"], state.as_str(), "{}", reached.text);
        id
    }

    async fn sent_out(&self, id: &str, state: ProposalState) {
        self.invite(id).await;
        match state {
            Accepted | Published => {
                self.say(LEARNER, id, "accept").await;
                self.say(MENTOR, id, "accept").await;
            }
            Declined => self.say(LEARNER, id, "decline").await,
            Expired => {
                self.change(id, |proposal| proposal.expires_at = Some(proposal.created_at));
                assert_eq!(self.service.app.expire_overdue().await.unwrap(), 1);
            }
            // Nothing rests here: the approver's word sends it on to the cities in the same step.
            Approved => self.change(id, |proposal| {
                proposal.state = Approved;
                proposal.invited_at = None;
            }),
            Invited | Proposed | Recommended | Deferred | Returned | Rejected | Withdrawn => {}
        }
    }

    /// Changes what is stored, past every rule but those of the database.
    pub fn change(&self, id: &str, edit: impl FnOnce(&mut StoredProposal)) {
        let mut db = self.service.database.connection();
        let mut stored = stored(self.service, id);
        edit(&mut stored);
        assert!(proposals::update(&mut db, &stored).unwrap());
    }

    /// The same proposal once more, under a theme of its own, so that a deed on it leaves the first as it is.
    pub fn copy(&self, id: &str) -> String {
        let copy = Uuid::now_v7();
        let theme: ThemeCode = model().taxonomy().themes().last().unwrap().code.clone();
        let stored = StoredProposal { id: ProposalId(copy), theme: Some(theme), ..stored(self.service, id) };
        proposals::insert(&mut self.service.database.connection(), &stored).unwrap();
        copy.to_string()
    }

    /// Puts a copy away, which makes room for the next: one pairing under one theme can be under way once.
    pub fn put_away(&self, copy: &str) {
        self.change(copy, |proposal| proposal.state = Rejected);
    }
}

/// A proposal as it is stored.
pub fn stored(service: &Service, id: &str) -> StoredProposal {
    proposals::find(&mut service.database.connection(), id.parse().unwrap()).unwrap().unwrap()
}
