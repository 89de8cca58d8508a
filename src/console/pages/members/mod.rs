//! The secretariat's pages about member cities: plain data in, HTML out.

mod list;
mod profile;

pub use list::{MemberLine, MembersPage, WaitingLine, render_members};
pub use profile::{Decidable, ProfilePage, RevisionLine, render_profile};
