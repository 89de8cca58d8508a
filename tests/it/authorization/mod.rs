//! Who may call what, tried: every actor on every operation, against a table that is written by hand.

mod cast;
mod matrix;
mod refusals;
mod scene;
