//! Vectors of which few entries are written.

/// A vector that remembers where it was written, so that reading and clearing it cost what is in it and not its length.
#[derive(Debug, Default, Clone)]
pub(super) struct Sparse {
    values: Vec<f64>,
    is_written: Vec<bool>,
    written: Vec<u32>,
}

impl Sparse {
    pub(super) fn of_length(length: usize) -> Sparse {
        Sparse { values: vec![0.0; length], is_written: vec![false; length], written: Vec::new() }
    }

    /// The entries of a dense vector that are not zero.
    pub(super) fn of(values: impl ExactSizeIterator<Item = f64>) -> Sparse {
        let mut sparse = Sparse::of_length(values.len());
        values.enumerate().filter(|(_, value)| *value != 0.0).for_each(|(at, value)| sparse.add(at as u32, value));
        sparse
    }

    pub(super) fn add(&mut self, at: u32, value: f64) {
        if !self.is_written[at as usize] {
            self.is_written[at as usize] = true;
            self.written.push(at);
        }
        self.values[at as usize] += value;
    }

    pub(super) fn at(&self, at: usize) -> f64 {
        self.values[at]
    }

    /// What was written, zeros among it, in the order in which that happened.
    pub(super) fn entries(&self) -> impl Iterator<Item = (u32, f64)> {
        self.written.iter().map(|at| (*at, self.values[*at as usize]))
    }

    pub(super) fn clear(&mut self) {
        for at in self.written.drain(..) {
            self.values[at as usize] = 0.0;
            self.is_written[at as usize] = false;
        }
    }

    pub(super) fn into_dense(self) -> Vec<f64> {
        self.values
    }
}

/// Numbers that stand in line and are taken in order, from below or from above; more may come meanwhile, beyond the last one taken.
#[derive(Debug, Default, Clone)]
pub(super) struct Line {
    words: Vec<u64>,
}

impl Line {
    pub(super) fn of_length(length: usize) -> Line {
        Line { words: vec![0; length.div_ceil(64)] }
    }

    pub(super) fn put(&mut self, number: u32) {
        self.words[(number / 64) as usize] |= 1 << (number % 64);
    }

    /// The least number from this one on, which stays in line.
    pub(super) fn least_from(&self, number: u32) -> Option<u32> {
        let first = (number / 64) as usize;
        let masked = *self.words.get(first)? & (u64::MAX << (number % 64));
        let found = |at: usize, word: u64| at as u32 * 64 + word.trailing_zeros();
        if masked != 0 {
            return Some(found(first, masked));
        }
        let rest = self.words[first + 1..].iter().position(|word| *word != 0)?;
        Some(found(first + 1 + rest, self.words[first + 1 + rest]))
    }

    /// The greatest number below `number`, which stays in line.
    pub(super) fn greatest_below(&self, number: u32) -> Option<u32> {
        let last = (number / 64) as usize;
        let masked = self.words.get(last).map_or(0, |word| word & !(u64::MAX << (number % 64)));
        let found = |at: usize, word: u64| at as u32 * 64 + 63 - word.leading_zeros();
        if masked != 0 {
            return Some(found(last, masked));
        }
        let rest = self.words[..last.min(self.words.len())].iter().rposition(|word| *word != 0)?;
        Some(found(rest, self.words[rest]))
    }

    /// Takes everybody out, each told once, the least first.
    pub(super) fn empty(&mut self, mut told: impl FnMut(u32)) {
        for (at, word) in self.words.iter_mut().enumerate() {
            while *word != 0 {
                told(at as u32 * 64 + word.trailing_zeros());
                *word &= *word - 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_walked_from_both_ends_and_takes_in_who_comes_meanwhile() {
        let mut line = Line::of_length(200);
        [0, 63, 64, 130].into_iter().for_each(|number| line.put(number));
        let (mut upwards, mut next) = (Vec::new(), line.least_from(0));
        while let Some(number) = next {
            upwards.push(number);
            if number == 64 {
                line.put(199);
            }
            next = line.least_from(number + 1);
        }
        assert_eq!(upwards, [0, 63, 64, 130, 199]);
        let (mut downwards, mut next) = (Vec::new(), line.greatest_below(200));
        while let Some(number) = next {
            downwards.push(number);
            next = line.greatest_below(number);
        }
        assert_eq!(downwards, [199, 130, 64, 63, 0]);
        let mut emptied = Vec::new();
        line.empty(|number| emptied.push(number));
        assert_eq!((emptied, line.least_from(0)), (upwards, None));
    }

    #[test]
    fn a_vector_forgets_all_that_was_written() {
        let mut sparse = Sparse::of([0.0, 2.0, 0.0, -1.0].into_iter());
        sparse.add(1, 3.0);
        assert_eq!(sparse.entries().collect::<Vec<_>>(), [(1, 5.0), (3, -1.0)]);
        sparse.clear();
        assert_eq!((sparse.entries().count(), sparse.into_dense()), (0, vec![0.0; 4]));
    }
}
