//! Peer groups of cities and the map of likeness: which cities are of a kind, what sets a group apart, and how far to believe it.
//!
//! A group is offered as one only where it is found again in resampled data; what dissolves there is said to be no group. Everything is
//! computed from a snapshot of the engine, with seeds that are stored beside the result: the same snapshot gives the same bytes, whatever
//! the number of threads and the order in which the cities arrived. This module must know no database, no clock and no language.

pub mod agreement; // Rand index, Jaccard coefficients, silhouettes
pub mod answer; // what is said: groups, members, differences, the map
pub mod choice; // how many groups
pub mod describe; // what sets a group apart, in message keys
pub mod fit; // dividing points into groups
pub mod grouping; // from a snapshot to its groups, and a new city's place among them
pub mod likeness; // the map
pub mod points; // points with holes
pub mod space; // the coordinates of a city
pub mod stability; // resamples

#[cfg(test)]
mod tests;

pub use answer::{Assignment, Candidate, Difference, Direction, Feature, FeatureKind, Group, Groups, LikenessMap, Member, Method};
pub use grouping::{BadWish, Grouping, Wish};
