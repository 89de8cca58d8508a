//! Countries, wide: each numeric column with its year becomes a value of the country, to stand in, marked, where a city has none.
//!
//! It must not know cities.

use super::cities::NAME_MAX_CHARS;
use super::indicator_columns::{self, OF_COUNTRIES, ValueColumn};
use super::indicators::IndicatorReading;
use super::limits::reason_left_out;
use super::table::{self, Cells, Keys, Layout};
use crate::domain::code::{CountryCode, LanguageCode};
use crate::exchange::fault_report::FaultReport;

/// One row of a file of countries.
#[derive(Debug, Clone, PartialEq)]
pub struct CountryRow {
    /// The line the row stands on.
    pub line: u64,
    /// Its ISO 3166-1 alpha-2 code; `NA` is Namibia.
    pub code: CountryCode,
    /// Its ISO 3166-1 alpha-3 code.
    pub iso3: Option<String>,
    /// Its English name.
    pub name: String,
    /// The continent, by the UN's M49.
    pub region: Option<String>,
    /// The part of the continent, by the UN's M49.
    pub subregion: Option<String>,
    /// Its languages, the most used one first.
    pub languages: Vec<LanguageCode>,
    /// The ISO 4217 code of its currency.
    pub currency: Option<String>,
    /// The name of its capital.
    pub capital: Option<String>,
    /// Whether it is on the UN's list of least developed countries; `None` where the mark is blank.
    pub is_least_developed: Option<bool>,
    /// Whether it is on the UN's list of landlocked developing countries; `None` where the mark is blank.
    pub is_landlocked_developing: Option<bool>,
    /// Whether it is on the UN's list of small island developing states; `None` where the mark is blank.
    pub is_small_island: Option<bool>,
    /// Whether it is a member state of ASEAN.
    pub is_asean: Option<bool>,
    /// Its World Bank region.
    pub world_bank_region: Option<String>,
    /// Its World Bank income group of 2021.
    pub income_group: Option<String>,
    /// The country's values; what stands in for a city must be marked as the country's.
    pub indicators: Vec<IndicatorReading>,
}

const LAYOUT: Layout = Layout {
    rows: "countries",
    required: &["iso2", "name"],
    optional: &[
        "iso3",
        "region",
        "subregion",
        "languages",
        "currency",
        "capital",
        "ldc",
        "lldc",
        "sids",
        "is_asean",
        "wb_region",
        "wb_income_group_2021",
        "hdi",
        "cpi2017_0_10",
    ],
    is_understood: |column| indicator_columns::is_understood(OF_COUNTRIES, column) || reason_left_out(column).is_some(),
};

/// Reads a file of countries.
///
/// # Errors
/// Every fault of the file.
pub fn countries(file: &str, bytes: &[u8]) -> Result<Vec<CountryRow>, FaultReport> {
    let names = table::column_names(bytes);
    let values = indicator_columns::value_columns(OF_COUNTRIES, &names);
    let (mut codes, mut iso3) = (Keys::default(), Keys::default());
    table::read(file, bytes, &LAYOUT, |cells| {
        for (keys, column) in [(&mut codes, "iso2"), (&mut iso3, "iso3")] {
            if let Some(code) = cells.raw(column) {
                keys.check(cells, column, code.to_owned());
            }
        }
        country(cells, &values)
    })
}

fn country(cells: &mut Cells<'_>, values: &[ValueColumn]) -> Option<CountryRow> {
    let (code, name) = (cells.required_code("iso2"), cells.required_text("name", NAME_MAX_CHARS));
    let row = CountryRow {
        line: cells.line,
        iso3: upper_case(cells, "iso3", "an ISO 3166-1 code of three capital letters, such as IDN"),
        region: cells.text("region", NAME_MAX_CHARS),
        subregion: cells.text("subregion", NAME_MAX_CHARS),
        languages: cells.codes("languages", ','),
        currency: upper_case(cells, "currency", "an ISO 4217 code of three capital letters, such as IDR"),
        capital: cells.text("capital", NAME_MAX_CHARS),
        is_least_developed: cells.flag("ldc"),
        is_landlocked_developing: cells.flag("lldc"),
        is_small_island: cells.flag("sids"),
        is_asean: cells.flag("is_asean"),
        world_bank_region: cells.text("wb_region", NAME_MAX_CHARS),
        income_group: cells.text("wb_income_group_2021", NAME_MAX_CHARS),
        indicators: indicator_columns::readings(cells, values),
        code: code?,
        name: name?,
    };
    Some(row)
}

/// Three capital letters; a country with several currencies names them with a comma between.
fn upper_case(cells: &mut Cells<'_>, column: &str, expected: &str) -> Option<String> {
    let text = cells.raw(column)?;
    let is_good = text.split(',').all(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()));
    if !is_good {
        cells.fault(column, format!("is not {expected}"));
    }
    is_good.then(|| text.to_owned())
}
