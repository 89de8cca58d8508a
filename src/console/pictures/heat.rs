//! A heat map: a table of numbers whose grounds grow darker with them.
//!
//! It is its own table, so nothing stands beside it. The step of the ground only repeats the number in the cell.

use askama::Template;

use super::{Amount, Heading, Tabled, shown_or};
use crate::console::marks::PillarMark;

/// A column of a heat map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatColumn {
    /// Its name.
    pub name: String,
    /// The pillar it stands for; on a small screen the pillar's mark then stands for the name.
    pub pillar: Option<PillarMark>,
}

/// A row of a heat map.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatRow {
    /// Its name.
    pub name: String,
    /// Where its name leads.
    pub href: Option<String>,
    /// A value for each column; none when not known.
    pub values: Vec<Option<Amount>>,
}

/// A heat map, ready to be printed.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "pictures/heat.html")]
pub struct HeatPicture {
    heading: Heading,
    corner: String,
    not_known: String,
    span: (f64, f64),
    columns: Vec<HeatColumn>,
    rows: Vec<HeatRow>,
}

/// How many grounds there are, from the lightest to the darkest.
pub(in crate::console) const STEPS: usize = 6;

impl HeatPicture {
    /// A heat map of rows and columns. `corner` heads the names of the rows and `not_known` is the word for what is not known.
    pub fn new(heading: Heading, (corner, not_known): (String, String), (columns, rows): (Vec<HeatColumn>, Vec<HeatRow>)) -> HeatPicture {
        let known = || rows.iter().flat_map(|row| row.values.iter().flatten()).map(|amount| amount.value);
        let span = (known().fold(f64::INFINITY, f64::min), known().fold(f64::NEG_INFINITY, f64::max));
        HeatPicture { heading, corner, not_known, span, columns, rows }
    }

    /// The same with the scale given: the values of the lightest and of the darkest ground. Otherwise these are the least and the greatest
    /// value of the map.
    pub fn between(self, least: f64, most: f64) -> HeatPicture {
        HeatPicture { span: (least, most), ..self }
    }

    /// The step of a value, from 0 for the lightest. What lies outside the scale has the step of its nearer end.
    fn step(&self, value: f64) -> usize {
        let (least, most) = self.span;
        if most <= least {
            return 0;
        }
        let part = ((value - least) / (most - least)).clamp(0.0, 1.0);
        ((part * STEPS as f64) as usize).min(STEPS - 1)
    }

    /// The cells of a row, each with its class and what it says: as many as there are columns, whatever the row has.
    fn cells(&self, row: &HeatRow) -> Vec<(String, String)> {
        let cell = |column: usize| {
            let value = row.values.get(column).and_then(Option::as_ref);
            let class = value.map_or_else(|| "unknown".to_owned(), |amount| format!("heat-{}", self.step(amount.value)));
            (class, shown_or(value, &self.not_known))
        };
        (0..self.columns.len()).map(cell).collect()
    }
}

impl Tabled for HeatPicture {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn columns(&self) -> Vec<String> {
        std::iter::once(self.corner.clone()).chain(self.columns.iter().map(|column| column.name.clone())).collect()
    }

    fn rows(&self) -> Vec<Vec<String>> {
        let row = |row: &HeatRow| std::iter::once(row.name.clone()).chain(self.cells(row).into_iter().map(|(_, shown)| shown)).collect();
        self.rows.iter().map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::pictures::tests::{amount, heading};

    fn heat(rows: Vec<Vec<Option<f64>>>) -> HeatPicture {
        let columns = PillarMark::ALL.iter().map(|mark| HeatColumn { name: mark.as_str().into(), pillar: Some(*mark) }).collect();
        let row = |(at, values): (usize, Vec<Option<f64>>)| {
            let values = values.into_iter().map(|value| value.map(amount)).collect();
            HeatRow { name: format!("city {at}"), href: None, values }
        };
        let rows = rows.into_iter().enumerate().map(row).collect();
        HeatPicture::new(heading("t", "Gaps"), ("City".into(), "not known".into()), (columns, rows))
    }

    #[test]
    fn grounds_grow_darker_in_equal_steps_and_the_ends_of_the_scale_are_its_ends() {
        let picture = heat(vec![]).between(0.0, 60.0);
        let steps: Vec<usize> = [-5.0, 0.0, 9.9, 10.0, 59.9, 60.0, 99.0].iter().map(|value| picture.step(*value)).collect();
        assert_eq!(steps, [0, 0, 0, 1, 5, 5, 5]);
        assert_eq!(heat(vec![vec![Some(3.0)]]).step(3.0), 0);
    }

    #[test]
    fn each_cell_says_its_number_and_what_is_not_known_has_no_ground_of_its_own() {
        let picture = heat(vec![vec![Some(10.0), None, Some(60.0)], vec![Some(0.0), Some(30.0), Some(30.0), Some(30.0)]]);
        assert_eq!(picture.rows()[0], ["city 0", "10", "not known", "60", "not known"]);
        let html = picture.to_string();
        let cells: Vec<&str> = html.split("<td role=\"cell\" class=\"").skip(1).filter_map(|rest| rest.split("</td>").next()).collect();
        let said = ["heat-1\">10", "unknown\">not known", "heat-5\">60", "unknown\">not known", "heat-0\">0", "heat-3\">30"];
        assert_eq!(cells[..6], said);
    }
}
