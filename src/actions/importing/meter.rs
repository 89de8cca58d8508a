//! How far an import has come.

/// Told how many steps of how many are done.
pub(super) type Tell<'p> = &'p mut dyn FnMut(u64, u64);

/// Counts the steps of an import.
pub(super) struct Meter<'p> {
    done: u64,
    total: u64,
    tell: Tell<'p>,
}

impl<'p> Meter<'p> {
    pub(super) fn new(tell: Tell<'p>) -> Self {
        Self { done: 0, total: 0, tell }
    }

    /// So many steps more will come.
    pub(super) fn expect(&mut self, steps: usize) {
        self.total += steps as u64;
        (self.tell)(self.done, self.total);
    }

    /// So many steps are done.
    pub(super) fn did(&mut self, steps: usize) {
        self.done += steps as u64;
        (self.tell)(self.done, self.total);
    }
}
