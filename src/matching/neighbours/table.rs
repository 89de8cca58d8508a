//! The table as it comes, what nests in what, and the recipe.

use std::collections::{BTreeSet, HashMap};

use super::prepare::ColumnScale;

/// One column of numbers, a value for each area; `None` is not known.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its name, for messages.
    pub name: String,
    /// The values, in the order of the areas.
    pub values: Vec<Option<f64>>,
}

/// Areas with their numbers. Every column has a value for every area and at least one that is known; codes differ.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaTable {
    areas: Vec<String>,
    columns: Vec<Column>,
}

/// Why a table cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableFault {
    /// There is nobody to be alike.
    #[error("there are {0} areas; neighbours need at least two")]
    TooFewAreas(usize),
    /// There is nothing to be alike in.
    #[error("there is no column of numbers beside the codes")]
    NoColumns,
    /// Two areas cannot be told apart.
    #[error("the area code '{0}' stands twice")]
    SameCode(String),
    /// A column is shorter or longer than the list of areas.
    #[error("column '{column}' has {found} values for {areas} areas")]
    WrongLength {
        /// The column.
        column: String,
        /// Its number of values.
        found: usize,
        /// The number of areas.
        areas: usize,
    },
    /// A value is infinite or not a number.
    #[error("column '{column}' has the value {value} for area '{area}'; only finite numbers can be compared")]
    NotFinite {
        /// The column.
        column: String,
        /// The area.
        area: String,
        /// The value, as text because NaN does not compare.
        value: String,
    },
    /// A column without any value has no median to fill it with.
    #[error("column '{0}' has no value in any row; leave it out")]
    EmptyColumn(String),
}

impl AreaTable {
    /// A table, where it is sound.
    ///
    /// # Errors
    /// Every fault.
    pub fn new(areas: Vec<String>, columns: Vec<Column>) -> Result<AreaTable, Vec<TableFault>> {
        let mut faults = Vec::new();
        if areas.len() < 2 {
            faults.push(TableFault::TooFewAreas(areas.len()));
        }
        if columns.is_empty() {
            faults.push(TableFault::NoColumns);
        }
        let mut seen = BTreeSet::new();
        faults.extend(areas.iter().filter(|code| !seen.insert(code.as_str())).map(|code| TableFault::SameCode(code.clone())));
        faults.extend(columns.iter().flat_map(|column| column_faults(column, &areas)));
        if faults.is_empty() { Ok(AreaTable { areas, columns }) } else { Err(faults) }
    }

    /// The codes of the areas, in the order they came in.
    pub fn areas(&self) -> &[String] {
        &self.areas
    }

    /// The columns.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }
}

fn column_faults(column: &Column, areas: &[String]) -> Vec<TableFault> {
    let (name, found) = (&column.name, column.values.len());
    if found != areas.len() {
        return vec![TableFault::WrongLength { column: name.clone(), found, areas: areas.len() }];
    }
    let known = || column.values.iter().zip(areas).filter_map(|(value, area)| value.map(|value| (value, area)));
    if known().next().is_none() {
        return vec![TableFault::EmptyColumn(name.clone())];
    }
    let bad = known().filter(|(value, _)| !value.is_finite());
    bad.map(|(value, area)| TableFault::NotFinite { column: name.clone(), area: area.clone(), value: value.to_string() }).collect()
}

/// Which areas nest in one another (a district in its county). Pairs, in either order; an area that nests in itself says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Nesting {
    pairs: Vec<(String, String)>,
}

impl Nesting {
    /// These pairs.
    pub fn new(pairs: Vec<(String, String)>) -> Nesting {
        Nesting { pairs }
    }

    /// Codes that are no area of the table, each once, in the order of the alphabet. A nesting for a whole country may well name more areas
    /// than a table has; it is for the caller to show them.
    pub fn unknown(&self, table: &AreaTable) -> Vec<String> {
        let known: BTreeSet<&str> = table.areas.iter().map(String::as_str).collect();
        let named = self.pairs.iter().flat_map(|(a, b)| [a, b]).filter(|code| !known.contains(code.as_str()));
        named.cloned().collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// For each area of the table, sorted, the areas it nests in and those that nest in it.
    pub(super) fn by_area(&self, table: &AreaTable) -> Vec<Vec<usize>> {
        let at: HashMap<&str, usize> = table.areas.iter().enumerate().map(|(i, code)| (code.as_str(), i)).collect();
        let mut nested = vec![Vec::new(); table.areas.len()];
        for (a, b) in &self.pairs {
            if let (Some(&a), Some(&b)) = (at.get(a.as_str()), at.get(b.as_str())) {
                nested[a].push(b);
                nested[b].push(a);
            }
        }
        for list in &mut nested {
            list.sort_unstable();
            list.dedup();
        }
        nested
    }
}

/// How neighbours are found. The default is the recipe of the reference lists.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Recipe {
    /// The share of values at each end of a column that are drawn in to the percentile there; 0 is off, and it stays below 0.5.
    pub winsorise: f64,
    /// How columns are brought to one scale.
    pub scale: ColumnScale,
    /// How many neighbours an area gets, where there are as many.
    pub keep: usize,
}

impl Default for Recipe {
    fn default() -> Self {
        Recipe { winsorise: 0.01, scale: ColumnScale::ZScore, keep: 20 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_of_a_table_is_named_at_once() {
        let column = |name: &str, values: Vec<Option<f64>>| Column { name: name.to_owned(), values };
        let columns = vec![
            column("empty", vec![None, None, None]),
            column("short", vec![Some(1.0)]),
            column("wild", vec![Some(1.0), Some(f64::NAN), None]),
        ];
        let areas = ["a", "b", "a"].map(str::to_owned).to_vec();
        let faults: Vec<String> = AreaTable::new(areas, columns).unwrap_err().iter().map(ToString::to_string).collect();
        let expected = [
            "the area code 'a' stands twice",
            "column 'empty' has no value in any row; leave it out",
            "column 'short' has 1 values for 3 areas",
            "column 'wild' has the value NaN for area 'b'; only finite numbers can be compared",
        ];
        assert_eq!(faults, expected);
        let nothing: Vec<String> = AreaTable::new(Vec::new(), Vec::new()).unwrap_err().iter().map(ToString::to_string).collect();
        assert_eq!(nothing, ["there are 0 areas; neighbours need at least two", "there is no column of numbers beside the codes"]);
    }

    #[test]
    fn nesting_counts_in_either_direction_and_names_what_the_table_does_not_have() {
        let columns = vec![Column { name: "x".to_owned(), values: vec![Some(0.0); 3] }];
        let table = AreaTable::new(["a", "b", "c"].map(str::to_owned).to_vec(), columns).unwrap();
        let pairs = [("a", "b"), ("b", "a"), ("c", "c"), ("z", "a"), ("y", "z")];
        let nesting = Nesting::new(pairs.map(|(a, b)| (a.to_owned(), b.to_owned())).to_vec());
        assert_eq!(nesting.by_area(&table), [vec![1], vec![0], vec![2]]);
        assert_eq!(nesting.unknown(&table), ["y", "z"]);
    }
}
