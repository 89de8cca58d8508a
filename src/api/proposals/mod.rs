//! The review queue: proposals, reviews, answers, publication.

mod dto;
mod input;
mod read;
mod write;

pub use dto::{HistoryDto, ProposalDto};
pub use read::{get_proposal, get_proposal_history, list_proposals};
pub use write::{answer_proposal, create_proposal, publish_proposal, review_proposal, update_proposal, withdraw_proposal};
