//! The edge over real sockets: what a client sees, and what an ill-meaning one can do.

mod answers;
mod bodies;
mod raw;
mod refused;
mod slow;
mod smuggling;
