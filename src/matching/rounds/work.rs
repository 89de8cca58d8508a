//! How much may be computed: counted in steps and never in time, so that one input gives one answer on every machine.

/// What a computation may spend, and what it has spent.
pub(super) struct Work<'a> {
    steps: u64,
    limit: u64,
    cancelled: &'a mut dyn FnMut() -> bool,
    over: bool,
    /// Steps that a branch counts for.
    branch: u64,
}

/// Steps between two questions whether to go on.
const BREATH: u64 = 64;

impl<'a> Work<'a> {
    pub(super) fn new(limit: u64, cancelled: &'a mut dyn FnMut() -> bool) -> Self {
        Work { steps: 0, limit, cancelled, over: false, branch: 1 }
    }

    /// The same work in which a branch counts for so many steps.
    pub(super) fn with_branches_of(self, steps: u64) -> Self {
        Work { branch: steps, ..self }
    }

    /// What a part of the work comes to that may take half of the steps that are left, no more.
    pub(super) fn half<T>(&mut self, part: impl FnOnce(&mut Self) -> T) -> T {
        let limit = self.limit;
        self.limit = self.steps + limit.saturating_sub(self.steps) / 2;
        let told = part(self);
        // Only the part is over, unless all was cancelled: that shows below the limit.
        self.over &= self.steps <= self.limit;
        self.limit = limit;
        told
    }

    /// Counts one step, an exchange of the simplex method; false once the work must end.
    pub(super) fn step(&mut self) -> bool {
        self.count(1)
    }

    /// Counts a branch of the search; false once the work must end.
    pub(super) fn branch(&mut self) -> bool {
        self.count(self.branch)
    }

    fn count(&mut self, steps: u64) -> bool {
        let breaths = self.steps / BREATH;
        self.steps += steps;
        if self.steps > self.limit || (self.steps / BREATH > breaths && (self.cancelled)()) {
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
