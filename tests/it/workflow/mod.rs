//! The ways between states, and nothing beside them: every deed in every state by everybody, four eyes, races and retries.

mod four_eyes;
mod histories;
mod profiles;
mod races;
mod requests;
mod retries;
pub mod stage;
mod transitions;
