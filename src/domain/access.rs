//! Who may call what: one row for each operation of the service.
//!
//! The API's gate and the pages ask the same table before they read a body, and the actions ask it again through
//! `actions::access`. An operation without a row does not compile.

use super::role::Role;

/// What an operation's address names, and so what "own" means for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Object {
    /// Nothing in particular.
    None,
    /// A city by id or slug. A focal point reaches its own city only, a limited observer those of its country.
    City,
    /// A request for partners: reached through the city that asked.
    Request,
    /// A proposal: reached by a focal point of one of the two cities from the invitation on.
    Proposal,
    /// A matching round.
    Round,
    /// A piece of long work.
    Job,
}

/// Who may call an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Everybody, signed in or not.
    Public,
    /// Everybody who has signed in.
    SignedIn,
    /// These roles, on the objects that they can see.
    Roles(&'static [Role], Object),
}

use Role::{Admin, Approver, FocalPoint, Observer, Officer};

/// The secretariat and those who may read with it.
const READERS: &[Role] = &[Officer, Approver, Observer];
const READERS_AND_CITY: &[Role] = &[Officer, Approver, Observer, FocalPoint];
const CITY_AND_OFFICER: &[Role] = &[FocalPoint, Officer];
const OFFICER: &[Role] = &[Officer];
const REVIEWERS: &[Role] = &[Officer, Approver];
const SECRETARIAT: &[Role] = REVIEWERS;
const APPROVER: &[Role] = &[Approver];
const CITY: &[Role] = &[FocalPoint];
const ADMIN: &[Role] = &[Admin];
const MODEL_READERS: &[Role] = &[Officer, Approver, Observer, Admin];

macro_rules! operations {
    ($($(#[$doc:meta])* $variant:ident = $id:literal: $rule:expr;)+) => {
        /// Everything that the service can be asked to do. The text is the `operationId` of the API.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Operation { $($(#[$doc])* $variant,)+ }

        impl Operation {
            /// Every operation.
            pub const ALL: &'static [Operation] = &[$(Operation::$variant,)+];

            /// The `operationId`.
            pub fn id(self) -> &'static str {
                match self { $(Operation::$variant => $id,)+ }
            }

            /// The operation of this `operationId`.
            pub fn from_id(id: &str) -> Option<Operation> {
                match id { $($id => Some(Operation::$variant),)+ _ => None }
            }

            /// Who may call it.
            pub fn rule(self) -> Rule {
                match self { $(Operation::$variant => $rule,)+ }
            }
        }
    };
}

operations! {
    /// E-mail and password to tokens.
    Login = "login": Rule::Public;
    /// A refresh token to new tokens.
    Refresh = "refresh": Rule::Public;
    /// Ends the session.
    Logout = "logout": Rule::SignedIn;
    /// Sets the first password with an invitation.
    AcceptInvitation = "accept_invitation": Rule::Public;
    /// Changes the own password.
    ChangePassword = "change_password": Rule::SignedIn;
    /// Who am I.
    GetMe = "get_me": Rule::SignedIn;

    /// Pillars and themes.
    GetTaxonomy = "get_taxonomy": Rule::Public;
    /// Definitions of indicators.
    ListIndicators = "list_indicators": Rule::Public;

    /// The directory.
    ListCities = "list_cities": Rule::Public;
    /// A city's public record.
    GetCity = "get_city": Rule::Public;
    /// Admits a city.
    CreateCity = "create_city": Rule::Roles(OFFICER, Object::None);
    /// Corrects a city's record or status.
    UpdateCity = "update_city": Rule::Roles(OFFICER, Object::City);

    /// Reads a file of cities, profiles, figures, practices or ties in.
    ImportData = "import_data": Rule::Roles(OFFICER, Object::None);

    /// The profile in work.
    GetProfile = "get_profile": Rule::Roles(READERS_AND_CITY, Object::City);
    /// Writes the draft.
    PutProfile = "put_profile": Rule::Roles(CITY_AND_OFFICER, Object::City);
    /// Hands the draft in.
    SubmitProfile = "submit_profile": Rule::Roles(CITY_AND_OFFICER, Object::City);
    /// All revisions.
    ListProfileRevisions = "list_profile_revisions": Rule::Roles(READERS_AND_CITY, Object::City);
    /// The secretariat stands behind the submitted revision.
    VerifyProfile = "verify_profile": Rule::Roles(OFFICER, Object::City);
    /// The secretariat sends it back with a reason.
    ReturnProfile = "return_profile": Rule::Roles(OFFICER, Object::City);

    /// A city's indicator values.
    ListCityIndicators = "list_city_indicators": Rule::Roles(READERS_AND_CITY, Object::City);
    /// All values of one indicator of a city.
    GetCityIndicator = "get_city_indicator": Rule::Roles(READERS_AND_CITY, Object::City);
    /// Adds or corrects a value.
    PutCityIndicator = "put_city_indicator": Rule::Roles(CITY_AND_OFFICER, Object::City);

    /// A city's practices in every state.
    ListPractices = "list_practices": Rule::Roles(READERS_AND_CITY, Object::City);
    /// One practice.
    GetPractice = "get_practice": Rule::Roles(READERS_AND_CITY, Object::City);
    /// Hands a practice in.
    CreatePractice = "create_practice": Rule::Roles(CITY_AND_OFFICER, Object::City);
    /// Corrects a practice.
    UpdatePractice = "update_practice": Rule::Roles(CITY_AND_OFFICER, Object::City);
    /// The secretariat curates or publishes a practice.
    DecidePractice = "decide_practice": Rule::Roles(OFFICER, Object::City);

    /// The four pillar gaps.
    GetGaps = "get_gaps": Rule::Roles(READERS_AND_CITY, Object::City);
    /// Live suggestions.
    ListSuggestions = "list_suggestions": Rule::Roles(READERS_AND_CITY, Object::City);
    /// Why, or why not.
    ExplainPair = "explain_pair": Rule::Roles(READERS_AND_CITY, Object::City);
    /// Third cities for a pair.
    ListThirds = "list_thirds": Rule::Roles(READERS_AND_CITY, Object::City);
    /// A city's word on a suggestion.
    CreateFeedback = "create_feedback": Rule::Roles(CITY, Object::City);
    /// What a city has said about suggestions.
    ListFeedback = "list_feedback": Rule::Roles(READERS_AND_CITY, Object::City);

    /// Peer groups of cities.
    GetClusters = "get_clusters": Rule::Roles(SECRETARIAT, Object::None);
    /// Cohort candidates around a theme.
    GetCohorts = "get_cohorts": Rule::Roles(OFFICER, Object::None);
    /// The map of likeness.
    GetMap = "get_map": Rule::Roles(SECRETARIAT, Object::None);

    /// Asks the secretariat for partners.
    CreateRequest = "create_request": Rule::Roles(CITY, Object::None);
    /// Requests that the caller can see.
    ListRequests = "list_requests": Rule::Roles(READERS_AND_CITY, Object::None);
    /// One request.
    GetRequest = "get_request": Rule::Roles(READERS_AND_CITY, Object::Request);
    /// The city takes it back.
    WithdrawRequest = "withdraw_request": Rule::Roles(CITY, Object::Request);
    /// The secretariat answers in words.
    AnswerRequest = "answer_request": Rule::Roles(OFFICER, Object::Request);

    /// The review queue, or the invitations of the own city.
    ListProposals = "list_proposals": Rule::Roles(READERS_AND_CITY, Object::None);
    /// One proposal.
    GetProposal = "get_proposal": Rule::Roles(READERS_AND_CITY, Object::Proposal);
    /// Every step of a proposal.
    GetProposalHistory = "get_proposal_history": Rule::Roles(READERS, Object::Proposal);
    /// Puts a pairing to the secretariat.
    CreateProposal = "create_proposal": Rule::Roles(OFFICER, Object::None);
    /// Changes summary, theme or hold; approvals start again.
    UpdateProposal = "update_proposal": Rule::Roles(OFFICER, Object::Proposal);
    /// Recommends, approves, rejects, defers or returns.
    ReviewProposal = "review_proposal": Rule::Roles(REVIEWERS, Object::Proposal);
    /// Makes an accepted pairing public that was held back.
    PublishProposal = "publish_proposal": Rule::Roles(APPROVER, Object::Proposal);
    /// Takes a pairing back.
    WithdrawProposal = "withdraw_proposal": Rule::Roles(REVIEWERS, Object::Proposal);
    /// A city says yes or no.
    AnswerProposal = "answer_proposal": Rule::Roles(CITY, Object::Proposal);

    /// Matching rounds.
    ListRounds = "list_rounds": Rule::Roles(SECRETARIAT, Object::None);
    /// Sets a round up.
    CreateRound = "create_round": Rule::Roles(OFFICER, Object::None);
    /// One round.
    GetRound = "get_round": Rule::Roles(SECRETARIAT, Object::Round);
    /// Changes what a round asks for.
    UpdateRound = "update_round": Rule::Roles(OFFICER, Object::Round);
    /// Has a round computed.
    ComputeRound = "compute_round": Rule::Roles(OFFICER, Object::Round);
    /// What can be said of a round before it is computed.
    GetRoundOutlook = "get_round_outlook": Rule::Roles(SECRETARIAT, Object::Round);
    /// What was computed of a round.
    ListRoundRuns = "list_round_runs": Rule::Roles(SECRETARIAT, Object::Round);
    /// The pairings of a run.
    ListRoundProposals = "list_round_proposals": Rule::Roles(SECRETARIAT, Object::Round);
    /// What the set of pairings of a run is like.
    GetRoundAnalysis = "get_round_analysis": Rule::Roles(SECRETARIAT, Object::Round);
    /// What changed from one run to another.
    GetRoundComparison = "get_round_comparison": Rule::Roles(SECRETARIAT, Object::Round);
    /// The pairings of a run as a file.
    GetRoundExport = "get_round_export": Rule::Roles(SECRETARIAT, Object::Round);
    /// Puts the pairings of a round into the review queue.
    ReleaseRound = "release_round": Rule::Roles(OFFICER, Object::Round);
    /// Takes a release back.
    RecallRound = "recall_round": Rule::Roles(OFFICER, Object::Round);
    /// Puts a round away.
    CloseRound = "close_round": Rule::Roles(OFFICER, Object::Round);
    /// How far a piece of long work is.
    GetJob = "get_job": Rule::Roles(SECRETARIAT, Object::Job);
    /// The same, as it goes.
    GetJobEvents = "get_job_events": Rule::Roles(SECRETARIAT, Object::Job);
    /// Stops a piece of long work.
    CancelJob = "cancel_job": Rule::Roles(OFFICER, Object::Job);

    /// Partnerships: the public ones, and those that the caller's role shows.
    ListPartnerships = "list_partnerships": Rule::Public;
    /// One partnership.
    GetPartnership = "get_partnership": Rule::Public;
    /// Published pairings, for portals.
    ListRecommendations = "list_recommendations": Rule::Public;
    /// One published pairing.
    GetRecommendation = "get_recommendation": Rule::Public;

    /// Matching models, and which one is in force.
    ListModels = "list_models": Rule::Roles(MODEL_READERS, Object::None);
    /// One model.
    GetModel = "get_model": Rule::Roles(MODEL_READERS, Object::None);
    /// What was measured of a model.
    GetModelEvaluation = "get_model_evaluation": Rule::Roles(MODEL_READERS, Object::None);
    /// Puts a model in force.
    ActivateModel = "activate_model": Rule::Roles(ADMIN, Object::None);
    /// The audit log.
    ListAudit = "list_audit": Rule::Roles(ADMIN, Object::None);
    /// Recomputes the chain.
    VerifyAudit = "verify_audit": Rule::Roles(ADMIN, Object::None);
    /// Accounts.
    ListUsers = "list_users": Rule::Roles(ADMIN, Object::None);
    /// Invites a person.
    CreateUser = "create_user": Rule::Roles(ADMIN, Object::None);
    /// One account.
    GetUser = "get_user": Rule::Roles(ADMIN, Object::None);
    /// Changes role, city or state of an account.
    UpdateUser = "update_user": Rule::Roles(ADMIN, Object::None);
    /// A new invitation for a person who lost the first.
    InviteUser = "invite_user": Rule::Roles(ADMIN, Object::None);
    /// External sites.
    ListPortals = "list_portals": Rule::Roles(ADMIN, Object::None);
    /// Registers a site.
    CreatePortal = "create_portal": Rule::Roles(ADMIN, Object::None);
    /// One site with its keys (never a secret).
    GetPortal = "get_portal": Rule::Roles(ADMIN, Object::None);
    /// Changes a site.
    UpdatePortal = "update_portal": Rule::Roles(ADMIN, Object::None);
    /// Makes a key; its text is shown once.
    CreatePortalKey = "create_portal_key": Rule::Roles(ADMIN, Object::None);
    /// Ends a key.
    RevokePortalKey = "revoke_portal_key": Rule::Roles(ADMIN, Object::None);
}

impl Operation {
    /// What can be done on the pages alone: the API has no such operation.
    pub const OF_PAGES: &'static [Operation] = &[Operation::ImportData];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_admin_has_no_say_in_matches() {
        let matches = [Operation::ReviewProposal, Operation::CreateProposal, Operation::PublishProposal, Operation::AnswerProposal];
        for operation in matches {
            assert!(matches!(operation.rule(), Rule::Roles(roles, _) if !roles.contains(&Admin)), "{}", operation.id());
        }
    }

    #[test]
    fn an_observer_writes_nothing() {
        for operation in Operation::ALL {
            let reads = ["get_", "list_", "explain_"].iter().any(|verb| operation.id().starts_with(verb));
            if let Rule::Roles(roles, _) = operation.rule() {
                assert!(reads || !roles.contains(&Observer), "{}", operation.id());
            }
        }
    }
}
