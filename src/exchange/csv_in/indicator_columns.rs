//! What the numeric columns of the wide files mean: unit, year, source and the range outside which a value must be wrong.
//!
//! It must not know the model: which of these a model uses, and what for, stands in its `indicators.toml`. The code of an indicator is
//! the name of its column.

use std::borrow::Cow;

use super::indicators::IndicatorReading;
use super::table::Cells;
use crate::domain::code::IndicatorCode;

/// The year of a column's values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearOf {
    /// The same for all rows.
    Fixed(u16),
    /// In this column.
    Column(&'static str),
    /// In the column of the same name with `_year`.
    Companion,
    /// The source does not say.
    Unknown,
}

/// One numeric column, or all whose names start with it.
#[derive(Debug)]
pub(super) struct IndicatorColumn {
    name: &'static str,
    /// `None` where the name says it: see [`UNITS`].
    unit: Option<&'static str>,
    year: YearOf,
    range: (f64, f64),
    source: &'static str,
}

const GEONAMES: &str = "GeoNames (CC BY 4.0)";
const WUP: &str = "UN World Urbanization Prospects, urban agglomeration (CC BY 3.0 IGO)";
const CITY_CO2: &str = "City CO2 inventories as compiled by Nangini et al. 2019 (CC BY)";
const WORLD_BANK: &str = "World Bank, World Development Indicators (CC BY 4.0)";
const HDI: &str = "UNDP, Human Development Index (CC BY 3.0 IGO)";
const INFORM: &str = "INFORM Risk Index 2025 (CC BY 4.0)";
const CORRUPTION: &str = "Transparency International, Corruption Perceptions Index 2017, rescaled to 0-10";

const fn column(name: &'static str, unit: Option<&'static str>, year: YearOf, range: (f64, f64), source: &'static str) -> IndicatorColumn {
    IndicatorColumn { name, unit, year, range, source }
}

const CO2_YEAR: YearOf = YearOf::Column("co2_scope1_year");

/// The numeric columns of the world file of cities.
pub(super) const OF_CITIES: &[IndicatorColumn] = &[
    column("elevation_m", Some("m"), YearOf::Unknown, (-500.0, 9_000.0), GEONAMES),
    column("wup_pop_2020_k", Some("thousand people"), YearOf::Fixed(2020), (0.0, 100_000.0), WUP),
    column("wup_pop_2030_k", Some("thousand people"), YearOf::Fixed(2030), (0.0, 100_000.0), WUP),
    column("wup_growth_2010_20_pct", Some("% per year"), YearOf::Fixed(2020), (-50.0, 50.0), WUP),
    column("co2_scope1_t", Some("t per year"), CO2_YEAR, (0.0, 1e10), CITY_CO2),
    column("co2_scope1_t_per_cap", Some("t per person and year"), CO2_YEAR, (0.0, 1_000.0), CITY_CO2),
    column("nang_temp_c", Some("°C"), YearOf::Unknown, (-60.0, 60.0), CITY_CO2),
    column("nang_gdp_ppp_per_cap", Some("international dollars per person"), YearOf::Unknown, (0.0, 1e6), CITY_CO2),
    column("nang_congestion_tomtom", Some("share of extra travel time"), YearOf::Unknown, (0.0, 10.0), CITY_CO2),
    column("nang_household_size", Some("people per household"), YearOf::Unknown, (0.5, 30.0), CITY_CO2),
    column("nang_congestion_inrix_pct", Some("% of driving time"), YearOf::Unknown, (0.0, 100.0), CITY_CO2),
];

/// The numeric columns of the file of countries; a name that ends in `_` stands for all that start with it.
pub(super) const OF_COUNTRIES: &[IndicatorColumn] = &[
    column("hdi", Some("index 0-1"), YearOf::Companion, (0.0, 1.0), HDI),
    column("cpi2017_0_10", Some("index 0-10"), YearOf::Fixed(2017), (0.0, 10.0), CORRUPTION),
    column("inform2025_", Some("index 0-10"), YearOf::Fixed(2025), (0.0, 10.0), INFORM),
    column("wdi_", None, YearOf::Companion, (-1e15, 1e15), WORLD_BANK),
];

/// Units of World Bank series by the end of the column's name, longer ends first.
const UNITS: &[(&str, &str)] = &[
    ("_mortality_100k", "deaths per 100,000 people"),
    ("_pm25_exposure", "µg/m³"),
    ("_sci_articles", "articles per year"),
    ("_growth_pct", "% per year"),
    ("_pct_gdp", "% of GDP"),
    ("_gini", "index 0-100"),
    ("_pct", "%"),
];

impl IndicatorColumn {
    fn covers(&self, name: &str) -> bool {
        if self.name.ends_with('_') { name.starts_with(self.name) && !name.ends_with("_year") } else { name == self.name }
    }
}

/// Whether `name` is a numeric column of `columns`, or the year of one.
pub(super) fn is_understood(columns: &[IndicatorColumn], name: &str) -> bool {
    let is_year = |column: &IndicatorColumn| match column.year {
        YearOf::Column(year) => year == name,
        YearOf::Companion => name.strip_suffix("_year").is_some_and(|value| column.covers(value)),
        YearOf::Fixed(_) | YearOf::Unknown => false,
    };
    columns.iter().any(|column| column.covers(name) || is_year(column))
}

/// A column of a file that holds values, with all that is the same for every row.
pub(super) struct ValueColumn {
    code: IndicatorCode,
    year_column: Option<String>,
    unit: Option<&'static str>,
    meaning: &'static IndicatorColumn,
}

/// The columns of `names` that hold values (not years), sorted so that the readings of a row have one order. A column whose name cannot
/// be a code is no value column; the header check has named it.
pub(super) fn value_columns(columns: &'static [IndicatorColumn], names: &[String]) -> Vec<ValueColumn> {
    let found = |name: &String| columns.iter().find(|column| column.covers(name)).and_then(|meaning| value_column(name, meaning));
    let mut values: Vec<ValueColumn> = names.iter().filter_map(found).collect();
    values.sort_by(|a, b| a.code.cmp(&b.code));
    values
}

fn value_column(name: &str, meaning: &'static IndicatorColumn) -> Option<ValueColumn> {
    let by_name = || UNITS.iter().find(|(end, _)| name.ends_with(end)).map(|(_, unit)| *unit);
    let year_column = match meaning.year {
        YearOf::Column(column) => Some(column.to_owned()),
        YearOf::Companion => Some(format!("{name}_year")),
        YearOf::Fixed(_) | YearOf::Unknown => None,
    };
    Some(ValueColumn { code: name.parse().ok()?, year_column, unit: meaning.unit.or_else(by_name), meaning })
}

/// The readings of one row: one for each value column that is not blank.
pub(super) fn readings(cells: &mut Cells<'_>, values: &[ValueColumn]) -> Vec<IndicatorReading> {
    values.iter().filter_map(|column| reading(cells, column)).collect()
}

/// A year without a value is harmless, so it is looked at only where there is a value.
fn reading(cells: &mut Cells<'_>, column: &ValueColumn) -> Option<IndicatorReading> {
    let (name, meaning) = (column.code.as_str(), column.meaning);
    cells.raw(name)?;
    let value = cells.number(name, &(meaning.range.0..=meaning.range.1));
    let year = match (&column.year_column, meaning.year) {
        (Some(year), _) => year_of(cells, name, year),
        (None, YearOf::Fixed(year)) => Some(year),
        (None, YearOf::Column(_) | YearOf::Companion | YearOf::Unknown) => None,
    };
    let (code, unit) = (column.code.clone(), column.unit.map(Cow::Borrowed));
    Some(IndicatorReading { code, year, value: value?, unit, source: meaning.source.into(), from_memory: false })
}

/// A value without its year cannot be shown.
fn year_of(cells: &mut Cells<'_>, name: &str, column: &str) -> Option<u16> {
    if cells.raw(column).is_none() {
        cells.fault(column, format!("{name} has a value here, so its year must not be blank"));
    }
    cells.year(column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_covers_its_columns_and_their_years_and_nothing_else() {
        assert!(is_understood(OF_COUNTRIES, "wdi_gini") && is_understood(OF_COUNTRIES, "wdi_gini_year"));
        assert!(is_understood(OF_COUNTRIES, "hdi_year") && is_understood(OF_CITIES, "co2_scope1_year"));
        assert!(!is_understood(OF_COUNTRIES, "hdi_2"), "a full name is no prefix");
        assert!(!is_understood(OF_CITIES, "wup_pop_2040_k") && !is_understood(OF_COUNTRIES, "inform2025_risk_year"));
    }
}
