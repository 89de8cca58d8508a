//! What may become of a matching model.

crate::text_enum! {
    /// Where a model comes from.
    ModelOrigin {
        /// It came with the program.
        Bundled = "bundled",
        /// It was trained on this service's own decisions.
        Trained = "trained",
    }
}

crate::text_enum! {
    /// Whether a model is in use. One is active; an administrator decides which.
    ModelState {
        /// Never used yet.
        Candidate = "candidate",
        /// In force.
        Active = "active",
        /// Was in force, and can be again.
        Retired = "retired",
    }
}
