//! The nouns of city partnerships, their states and their rules.
//!
//! Pure: no SQL, no HTTP, no clock. Every rule that decides what may happen to a proposal, a profile or a request stands here, so
//! that the API, the pages and the command line cannot disagree about it.

pub mod access;
pub mod account;
pub mod city;
pub mod code;
pub mod country;
pub mod fault;
pub mod geo;
pub mod id;
pub mod job;
pub mod model_state;
pub mod pairing;
pub mod partnership;
pub mod portal;
pub mod practice;
pub mod profile;
pub mod profile_difference;
pub mod proposal;
pub mod request;
pub mod role;
pub mod round;
pub mod round_change; // one change of a plan
pub mod round_plan;
