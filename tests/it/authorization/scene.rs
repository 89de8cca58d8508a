//! The objects of the matrix: one of each kind, in each relation that it names.

use kembar::domain::proposal::ProposalState::{Accepted, Invited, Published, Recommended};
use serde_json::{Value, json};

use super::cast::key_of;
use crate::rounds::table::{act, compute, computed, draft, plan};
use crate::support::document::Described;
use crate::support::service::Service;
use crate::workflow::stage::{LEARNER, MENTOR, Stage};

/// No object has this id.
const NOBODY: &str = "0192f0c1-7b3a-7c44-9d3e-2f7f6b1f0a11";

/// The ids of the objects.
pub struct Scene {
    practice: String,
    request: String,
    invited: String,
    early: String,
    held: String,
    published: String,
    user: String,
    round: (String, String),
    portal: (String, String),
}

impl Scene {
    pub async fn set(service: &Service) -> Self {
        let stage = Stage { service };
        let city = service.as_(LEARNER).await;
        let practice = json!({"themes": ["solid-waste"], "title": "Compost from markets", "basis": "described"});
        let request = json!({"wants": "Less flooding.", "gives": "Compost."});
        let (held, published) = (stage.proposal_in(Accepted, 2).await, stage.proposal_in(Published, 3).await);
        let round = computed(service, &["makassar", "hai-phong"]).await;
        compute(service, &round).await;
        let waiting = draft(service, &plan(&["kuching", "hue"], json!({}))).await;
        let round = (round, act(service, &waiting, "compute", &Value::Null).await.expect(202).id());
        let (portal, key, _) = key_of(service, "matrix", true).await;
        Self {
            practice: city.post(&format!("/api/v1/cities/{LEARNER}/practices"), &practice).await.expect(201).id(),
            request: city.post("/api/v1/requests", &request).await.expect(201).id(),
            invited: stage.proposal_in(Invited, 0).await,
            early: stage.proposal_in(Recommended, 1).await,
            held: partnership(service, &held).await,
            published: partnership(service, &published).await,
            user: service.as_("approver2").await.get("/api/v1/me").await.expect(200).id(),
            round,
            portal: (portal, key),
        }
    }

    /// The address of the object that an operation is tried on.
    pub fn path(&self, operation: &Described, relation: &str) -> String {
        let template = operation.template.as_str();
        let id = |part: &str| template.starts_with(&format!("/api/v1/{part}/"));
        let path = operation.path(|name| {
            let found = match name {
                "id" if id("cities") && relation == "missing" => "no-such-city",
                "id" if id("cities") => LEARNER,
                "id" if relation == "missing" => NOBODY,
                "id" if id("requests") => &self.request,
                "id" if id("proposals") && relation == "early" => &self.early,
                "id" if id("proposals") => &self.invited,
                "id" if relation == "held" => &self.held,
                "id" if id("partnerships") || id("recommendations") => &self.published,
                "id" if id("rounds") => &self.round.0,
                "id" if id("jobs") => &self.round.1,
                "id" if id("users") => &self.user,
                "id" if id("portals") => &self.portal.0,
                "key_id" => &self.portal.1,
                "practice_id" => &self.practice,
                "other" => MENTOR,
                "name" if relation == "missing" => "no-such-model",
                "name" => "acv2045-1",
                "code" if template.contains("indicators") => "wdi_pm25_exposure",
                "code" => "not_found",
                unknown => panic!("no object for {{{unknown}}} in {template}"),
            };
            found.to_owned()
        });
        match operation.id.as_str() {
            "list_suggestions" | "explain_pair" => format!("{path}?kind=peer_learning"),
            "get_cohorts" => format!("{path}?theme=solid-waste"),
            "get_round_comparison" => format!("{path}?before=1&after=2"),
            "get_round_export" => format!("{path}?format=csv"),
            _ => path,
        }
    }
}

/// The partnership that a proposal became.
async fn partnership(service: &Service, proposal: &str) -> String {
    let all = service.as_("officer").await.get(&format!("/api/v1/partnerships?city={LEARNER}&limit=100")).await.expect(200);
    let items = all.body["items"].as_array().unwrap();
    let found = items.iter().find(|item| item["proposal_id"] == proposal).unwrap_or_else(|| panic!("no partnership of {proposal}"));
    found["id"].as_str().map(str::to_owned).unwrap_or_else(|| panic!("{}", Value::clone(found)))
}
