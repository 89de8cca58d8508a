//! The pages of administrators, and the models that the secretariat may look at: plain data in, HTML out.

mod audit;
mod models;
mod users;

pub use audit::{AuditFilterForm, AuditLine, AuditPage, ChainVerdict, render_audit};
pub use models::{ListFigures, ModelLine, ModelPage, ModelsPage, TieFigures, render_model, render_models};
pub use users::{InvitedPage, UserForm, UserLine, UserPage, UsersPage, render_invited, render_user, render_users};
