//! What callers send about proposals.

use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::actions::error::Error;
use crate::actions::review::create::{Edit, NewProposal};
use crate::actions::words::Reason;
use crate::api::edge::Validate;
use crate::domain::code::ThemeCode;
use crate::domain::fault::Faults;
use crate::domain::id::RequestId;
use crate::domain::pairing::Kind;
use crate::domain::proposal::{AnswerWord, Decision};
use crate::store::cities::CityRef;

/// The pairing that an officer puts to the secretariat.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposalInput {
    kind: Kind,
    /// One theme; all where absent.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    theme: Option<ThemeCode>,
    /// Id or slug of the city for whose sake it is made: the learner of a peer learning.
    city: String,
    /// Id or slug of its partner: the mentor of a peer learning.
    partner: String,
    /// The request that it answers.
    #[serde(default)]
    request_id: Option<Uuid>,
    /// What the public will read; made from the pairing where absent.
    #[serde(default)]
    #[schema(max_length = 500)]
    summary: Option<String>,
    /// Why a pair that a hard rule takes out is proposed all the same.
    #[serde(default)]
    override_reason: Option<String>,
    /// Whether publication is to wait for the approver.
    #[serde(default)]
    is_held: bool,
}

impl Validate for ProposalInput {
    fn validate(&self) -> Faults {
        let mut faults = Faults::new();
        for (pointer, text) in [("/city", &self.city), ("/partner", &self.partner)] {
            faults.require(text.parse::<CityRef>().is_ok(), pointer, "must be the id or slug of a city");
        }
        faults
    }
}

impl ProposalInput {
    pub(super) fn read(self) -> Result<NewProposal, Error> {
        let city = |pointer: &'static str, text: &str| {
            text.parse::<CityRef>().map_err(|bad| crate::actions::error::invalid(pointer, bad.to_string()))
        };
        Ok(NewProposal {
            kind: self.kind,
            theme: self.theme,
            city: city("/city", &self.city)?,
            partner: city("/partner", &self.partner)?,
            request: self.request_id.map(RequestId),
            summary: self.summary,
            override_reason: self.override_reason,
            is_held: self.is_held,
        })
    }
}

/// What an officer changes. Absent means unchanged.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposalEdit {
    /// What the public will read.
    #[serde(default)]
    #[schema(max_length = 500)]
    summary: Option<String>,
    /// Whether publication is to wait for the approver.
    #[serde(default)]
    is_held: Option<bool>,
}

impl Validate for ProposalEdit {
    fn validate(&self) -> Faults {
        let mut faults = Faults::new();
        crate::domain::fault::check_optional_text(&mut faults, "/summary", self.summary.as_deref(), 500);
        faults.require(self.summary.is_some() || self.is_held.is_some(), "", "must change something: summary or is_held");
        faults
    }
}

impl From<ProposalEdit> for Edit {
    fn from(edit: ProposalEdit) -> Self {
        Edit { summary: edit.summary, is_held: edit.is_held }
    }
}

/// A reviewer's word.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewInput {
    decision: Decision,
    /// Needed for reject, defer and return: one of `fits_need`, `weak_evidence`, `outdated_data`, `better_alternative`, `no_capacity`,
    /// `political`, `duplicate`, `barred_pair`, `other`. `barred_pair` keeps the pair from being suggested again.
    #[serde(default)]
    reason_code: Option<String>,
    /// Needed for reject, defer and return: in any language.
    #[serde(default)]
    reason: Option<String>,
}

impl Validate for ReviewInput {}

impl ReviewInput {
    pub(super) fn read(self) -> (Decision, Reason) {
        (self.decision, Reason { code: self.reason_code, words: self.reason })
    }
}

/// A city's word.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerInput {
    answer: AnswerWord,
    /// Needed for a decline: one of `no_capacity`, `other_priorities`, `already_partners`, `not_a_fit`, `legal`, `other`.
    #[serde(default)]
    reason_code: Option<String>,
    /// Needed for a decline: in any language.
    #[serde(default)]
    reason: Option<String>,
}

impl Validate for AnswerInput {}

impl AnswerInput {
    pub(super) fn read(self) -> (AnswerWord, Reason) {
        (self.answer, Reason { code: self.reason_code, words: self.reason })
    }
}

/// Why a pairing is taken back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawalInput {
    /// One of the reviewers' codes.
    reason_code: String,
    /// In any language.
    reason: String,
}

impl Validate for WithdrawalInput {}

impl From<WithdrawalInput> for Reason {
    fn from(input: WithdrawalInput) -> Self {
        Reason { code: Some(input.reason_code), words: Some(input.reason) }
    }
}
