//! One city against all the others in single precision, many at a time.
//!
//! What is computed here is never shown and never compared with another score: it is a filter. Every approximate score is within a proven
//! margin of the score in double precision (`margin`), and so it tells which pairs are surely in or out; the few that it leaves undecided
//! are computed in double precision by `ranking`. A city whose numbers single precision cannot hold is always undecided. The result is
//! that of computing every pair, to the bit, on any processor.

mod admit; // the rules that need the factors
pub mod classes; // what many cities have in common, worked out once for all of them
pub mod columns; // the snapshot by theme and trait, in blocks of cities
pub mod group; // a few asking cities at once
pub mod kernel; // the arithmetic, several cities at a time
pub mod margin; // how far an approximate score can be off
pub mod probe; // one asking city, as coefficients
mod series; // functions that processors do not have
pub mod shortlist; // the few that may be among the best
pub mod terms; // what it does with the rows
