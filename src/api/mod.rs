//! `/api/v1`: routes and their DTOs, and the one table from errors to statuses. Handlers never touch `store`.

pub mod edge; // HTTP itself: problems, limits, extractors, layers
