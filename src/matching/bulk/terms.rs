//! What an asking city does with the rows of the others: multiply and add, compare, admit.

/// A row and what it is multiplied with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Term {
    /// The row.
    pub row: u32,
    /// By what.
    pub times: f32,
}

/// A sum of rows, each multiplied, over a row of scales.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Linear {
    /// What is added up.
    pub terms: Vec<Term>,
    /// What the sum is multiplied with in the end.
    pub scale: Option<usize>,
}

/// A difference of a row from the asking city's number, multiplied.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lead {
    /// The row of capacities.
    pub row: u32,
    /// The asking city's own.
    pub here: f32,
    /// By what the difference is multiplied.
    pub times: f32,
    /// A row with which it is multiplied as well.
    pub times_row: Option<u32>,
}

/// Four traits at a time: they share one division.
pub const TOGETHER: usize = 4;

/// One trait: its row, the asking city's value, its weight in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// The row.
    pub row: u32,
    /// The asking city's value.
    pub here: f32,
    /// Points for being alike.
    pub weight: f32,
}

/// The second factor of the kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Second {
    /// Harmonic mean of what each serves the other.
    Mutual,
    /// The greatest lead of the one that teaches.
    Ahead {
        /// By theme.
        leads: Vec<Lead>,
        /// What the greatest is multiplied with.
        scale: Option<usize>,
    },
}

/// How many weighted sums the two first factors need: the first factor, what the asking city learns, what it teaches.
pub const SUMS: usize = 3;

/// The rule that needs the factors.
#[derive(Debug, Clone, PartialEq)]
pub enum Admission {
    /// There is none.
    All,
    /// The second factor must be above 0.
    Ahead {
        /// Rows of capacities with the asking city's own, where a tie in single precision may be none.
        twins: Vec<Term>,
    },
    /// For one theme, the asking city learns: the row of leads must be beyond its own capacity, or above 0 and no lower than a bar.
    LearnerBar {
        /// The row.
        row: usize,
        /// The asking city's own capacity.
        own: f32,
        /// The bar.
        bar: f32,
    },
    /// For one theme, the asking city teaches: the row of capacities must be below its own, or no higher than a bar.
    TeacherBar {
        /// The row.
        row: usize,
        /// The asking city's own capacity.
        own: f32,
        /// The bar.
        bar: f32,
    },
    /// For one theme: a side gains, or both want it.
    Shared {
        /// Rows of need, offer and priority.
        rows: [usize; 3],
        /// The asking city's own.
        here: [f32; 3],
        /// Least gain and least product of priorities.
        least: [f32; 2],
    },
}
