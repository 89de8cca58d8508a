//! The lists: for each area, those nearest to it.

use std::cmp::Ordering;

use super::prepare::{Note, Prepared, prepare};
use super::table::{AreaTable, Nesting, Recipe};

/// One neighbour of an area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Neighbour {
    /// Its place among the table's areas.
    pub area: usize,
    /// The Euclidean distance over the prepared columns.
    pub distance: f64,
}

/// The neighbours of every area of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct NeighbourLists {
    /// For each area, in the table's order, its neighbours, the nearest first; shorter than asked for where there are no more areas.
    pub lists: Vec<Vec<Neighbour>>,
    /// What a reader should know about the columns.
    pub notes: Vec<Note>,
}

/// The nearest neighbours of every area. Distances are compared in full; areas equally far stand in the order of their codes.
///
/// ```
/// use kembar::matching::neighbours::{AreaTable, Column, Nesting, Recipe, nearest};
/// let column = Column { name: "people".to_owned(), values: vec![Some(1.0), Some(2.0), Some(9.0)] };
/// let table = AreaTable::new(["a", "b", "c"].map(str::to_owned).to_vec(), vec![column]).unwrap();
/// let found = nearest(&table, &Nesting::default(), &Recipe { keep: 1, ..Recipe::default() });
/// assert_eq!(found.lists[2][0].area, 1);
/// ```
pub fn nearest(table: &AreaTable, nesting: &Nesting, recipe: &Recipe) -> NeighbourLists {
    let prepared = prepare(table, recipe);
    let nested = nesting.by_area(table);
    let search = Search { table, prepared: &prepared, keep: recipe.keep };
    let lists = nested.iter().enumerate().map(|(area, nested)| search.list(area, nested)).collect();
    NeighbourLists { lists, notes: prepared.notes }
}

struct Search<'a> {
    table: &'a AreaTable,
    prepared: &'a Prepared,
    keep: usize,
}

impl Search<'_> {
    fn list(&self, area: usize, nested: &[usize]) -> Vec<Neighbour> {
        let others = (0..self.table.areas().len()).filter(|other| *other != area && nested.binary_search(other).is_err());
        let mut list: Vec<Neighbour> = others.map(|other| Neighbour { area: other, distance: self.distance(area, other) }).collect();
        if list.len() > self.keep {
            list.select_nth_unstable_by(self.keep, |a, b| self.order(a, b));
            list.truncate(self.keep);
        }
        list.sort_unstable_by(|a, b| self.order(a, b));
        list
    }

    fn order(&self, a: &Neighbour, b: &Neighbour) -> Ordering {
        a.distance.total_cmp(&b.distance).then_with(|| self.table.areas()[a.area].cmp(&self.table.areas()[b.area]))
    }

    fn row(&self, area: usize) -> &[f64] {
        &self.prepared.values[area * self.prepared.width..][..self.prepared.width]
    }

    fn distance(&self, a: usize, b: usize) -> f64 {
        self.row(a).iter().zip(self.row(b)).map(|(x, y)| (x - y) * (x - y)).sum::<f64>().sqrt()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::matching::neighbours::{Column, ColumnScale};

    fn table(rows: &[(&str, &[f64])]) -> AreaTable {
        let areas = rows.iter().map(|(code, _)| (*code).to_owned()).collect();
        let column = |at: usize| Column { name: format!("c{at}"), values: rows.iter().map(|(_, row)| Some(row[at])).collect() };
        AreaTable::new(areas, (0..rows[0].1.len()).map(column).collect()).unwrap()
    }

    fn codes(table: &AreaTable, found: &NeighbourLists, of: usize) -> Vec<String> {
        found.lists[of].iter().map(|neighbour| table.areas()[neighbour.area].clone()).collect()
    }

    const PLAIN: Recipe = Recipe { winsorise: 0.0, scale: ColumnScale::None, keep: 20 };

    #[test]
    fn distances_are_euclidean_and_equal_ones_stand_by_code() {
        let table = table(&[("m", &[0.0, 0.0]), ("z", &[3.0, 4.0]), ("b", &[0.0, 5.0]), ("a", &[-5.0, 0.0]), ("n", &[0.0, 1.0])]);
        let found = nearest(&table, &Nesting::default(), &PLAIN);
        assert_eq!(codes(&table, &found, 0), ["n", "a", "b", "z"]);
        assert_eq!(found.lists[0].iter().map(|n| n.distance).collect::<Vec<_>>(), [1.0, 5.0, 5.0, 5.0]);
    }

    #[test]
    fn an_area_is_no_neighbour_of_what_it_nests_in_and_the_next_one_moves_up() {
        let table = table(&[("county", &[0.0]), ("district", &[0.1]), ("far", &[5.0]), ("farther", &[9.0])]);
        let nesting = Nesting::new(vec![("district".to_owned(), "county".to_owned())]);
        let found = nearest(&table, &nesting, &Recipe { keep: 1, ..PLAIN });
        assert_eq!((codes(&table, &found, 0), codes(&table, &found, 1)), (vec!["far".to_owned()], vec!["far".to_owned()]));
    }

    proptest! {
        #[test]
        fn the_order_of_the_rows_changes_no_list(
            values in prop::collection::vec(prop::collection::vec(prop::option::weighted(0.9, -5_i32..5), 3), 3..20),
            winsorise in prop::sample::select(vec![0.0, 0.01, 0.2]),
        ) {
            let build = |rows: &[(usize, &Vec<Option<i32>>)]| {
                let areas = rows.iter().map(|(code, _)| format!("{code:03}")).collect();
                // A first value of 0 keeps every column known.
                let value = |at: usize, row: &Vec<Option<i32>>, code: usize| if code == 0 { Some(0.0) } else { row[at].map(f64::from) };
                let column = |at: usize| Column { name: format!("c{at}"), values: rows.iter().map(|(code, row)| value(at, row, *code)).collect() };
                AreaTable::new(areas, (0..3).map(column).collect()).unwrap()
            };
            let recipe = Recipe { winsorise, keep: 5, ..Recipe::default() };
            let mut rows: Vec<(usize, &Vec<Option<i32>>)> = values.iter().enumerate().collect();
            let one = build(&rows);
            rows.reverse();
            let other = build(&rows);
            let (found, again) = (nearest(&one, &Nesting::default(), &recipe), nearest(&other, &Nesting::default(), &recipe));
            let last = rows.len() - 1;
            for (area, list) in found.lists.iter().enumerate() {
                let twin = &again.lists[last - area];
                prop_assert!(list.iter().zip(twin).all(|(a, b)| (a.distance - b.distance).abs() < 1e-9));
                prop_assert!(list.windows(2).all(|pair| pair[0].distance <= pair[1].distance));
            }
        }
    }
}
