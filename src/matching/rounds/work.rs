//! How much may be computed: counted in steps and never in time, so that one input gives one answer on every machine.

/// What a computation may spend, and what it has spent.
pub(super) struct Work<'a> {
    steps: u64,
    limit: u64,
    cancelled: &'a mut dyn FnMut() -> bool,
    over: bool,
}

/// Steps between two questions whether to go on.
const BREATH: u64 = 64;

impl<'a> Work<'a> {
    pub(super) fn new(limit: u64, cancelled: &'a mut dyn FnMut() -> bool) -> Self {
        Work { steps: 0, limit, cancelled, over: false }
    }

    /// Counts one step (an exchange of the simplex method, or a node of the search); false once the work must end.
    pub(super) fn step(&mut self) -> bool {
        self.steps += 1;
        if self.steps > self.limit || (self.steps.is_multiple_of(BREATH) && (self.cancelled)()) {
            self.over = true;
        }
        !self.over
    }

    pub(super) fn steps(&self) -> u64 {
        self.steps
    }

    pub(super) fn is_over(&self) -> bool {
        self.over
    }
}
