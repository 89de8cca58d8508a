//! Partnerships: accepted proposals, and ties that stood before.

crate::text_enum! {
    /// Where a partnership stands on its ladder. Nothing ends by itself.
    PartnershipState {
        /// Getting to know each other.
        Exploring = "exploring",
        /// Agreed by both; the agreement is being prepared.
        Preparing = "preparing",
        /// At work.
        Active = "active",
        /// Quiet.
        Dormant = "dormant",
        /// It reached what it was for.
        Completed = "completed",
        /// Kept in honour.
        Emeritus = "emeritus",
        /// Ended.
        Ended = "ended",
        /// Recorded somewhere as a tie; whether it is alive is not known.
        Recorded = "recorded",
    }
}

impl PartnershipState {
    /// Whether the tie keeps the same pairing from being suggested again.
    pub fn stands(self) -> bool {
        !matches!(self, PartnershipState::Completed | PartnershipState::Ended)
    }
}
