//! Words: message catalogues in every language the service speaks, and the choice of a language.
//!
//! It must know nothing of HTTP or of the database. The engine speaks in keys and arguments; here they become sentences.

pub mod catalogues; // messages into words
pub mod labels; // the names of pillars, themes and indicators
pub mod language; // which languages there are, and which one a reader wants

pub use catalogues::Catalogues;
pub use language::Language;
