//! Gaps: how far a city is from target, by theme and by pillar, and how each was computed.
//!
//! `g(i,t)`: the mean gap of the city's own indicators under the theme; without them `1 - level / 5` of the self-assessment (or of the
//! stated capacity, which is on the same scale); without that the mean gap of the country's indicators, marked as the country's.
//! `G(i,k)`: the mean of g over the themes of the pillar that are known, with the share of themes known beside it.

use std::ops::{Index, Range};

use chrono::{Datelike, NaiveDate};

use super::answer::{AssessmentReading, GapBasis, IndicatorReading, PillarGap, ThemeGap};
use super::estimate::Estimate;
use super::facts::{CityFacts, IndicatorFact};
use super::indicators::Scope;
use super::model::Model;
use super::placed::Placed;

/// The gap of one theme with what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct GapReading {
    /// The gap, 0 (at target) to 1.
    pub estimate: Estimate,
    /// What it was computed from.
    pub basis: GapBasis,
    /// The self-assessment or stated capacity that was used.
    pub assessment: Option<AssessmentReading>,
    /// Which of the indicators used are this theme's.
    used: Range<usize>,
}

/// The gaps of all themes of a city, with the indicators that they rest on. One list holds the indicators of all: a suggestion weighs many
/// cities and shows few.
#[derive(Debug, Clone, PartialEq)]
pub struct GapReadings {
    themes: Vec<GapReading>,
    used: Vec<UsedIndicator>,
}

impl GapReadings {
    /// The gap of every theme.
    pub fn of(model: &Model, placed: &Placed<'_>, as_of: NaiveDate) -> GapReadings {
        let mut used = Vec::with_capacity(placed.city.indicators.len());
        let themes = (0..model.taxonomy().themes().len()).map(|t| theme_gap(model, placed, (t, &mut used), as_of)).collect();
        GapReadings { themes, used }
    }

    /// Theme by theme.
    pub fn iter(&self) -> impl Iterator<Item = &GapReading> {
        self.themes.iter()
    }

    /// The indicators that the gap of a theme rests on.
    pub fn indicators(&self, theme: usize) -> &[UsedIndicator] {
        &self.used[self.themes[theme].used.clone()]
    }
}

impl Index<usize> for GapReadings {
    type Output = GapReading;

    fn index(&self, theme: usize) -> &GapReading {
        &self.themes[theme]
    }
}

/// An indicator that was used; its words are fetched only where it is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UsedIndicator {
    /// The place of its definition in the model.
    pub definition: usize,
    /// The place of the value among the city's facts.
    pub fact: usize,
    /// Its gap.
    pub gap: f64,
}

impl UsedIndicator {
    /// The value with everything that is shown with it.
    pub fn reading(&self, model: &Model, city: &CityFacts) -> IndicatorReading {
        let (definition, fact) = (&model.indicators()[self.definition], &city.indicators[self.fact]);
        IndicatorReading {
            code: definition.code.clone(),
            value: fact.value,
            unit: definition.unit.clone(),
            year: fact.year,
            scope: fact.scope,
            source: fact.source.clone().unwrap_or_else(|| definition.source.clone()),
            from_memory: fact.from_memory,
            target: definition.target.unwrap_or_default(),
            worst: definition.worst.unwrap_or_default(),
            gap: self.gap,
        }
    }
}

/// The gap of a theme (by its place in the taxonomy); adds the indicators that it rests on.
fn theme_gap(model: &Model, placed: &Placed<'_>, (theme, used): (usize, &mut Vec<UsedIndicator>), as_of: NaiveDate) -> GapReading {
    if let Some(reading) = from_indicators(model, placed, (theme, Scope::City, used), as_of) {
        return reading;
    }
    let nothing_used = used.len()..used.len();
    if let Some(assessment) = assessment_of(placed, theme) {
        let settings = &model.settings().gap;
        let estimate = Estimate::within(1.0 - assessment.level / 5.0, settings.assessment_error, settings.assessment_coverage);
        return GapReading { estimate, basis: GapBasis::Assessment, assessment: Some(assessment), used: nothing_used };
    }
    if let Some(reading) = from_indicators(model, placed, (theme, Scope::Country, used), as_of) {
        return reading;
    }
    let estimate = Estimate::missing(model.settings().gap.expected);
    GapReading { estimate, basis: GapBasis::Missing, assessment: None, used: nothing_used }
}

/// The gap of a theme by the values of this scope, where there are any.
fn from_indicators(
    model: &Model,
    placed: &Placed<'_>,
    (theme, scope, used): (usize, Scope, &mut Vec<UsedIndicator>),
    as_of: NaiveDate,
) -> Option<GapReading> {
    let first = used.len();
    for &definition in model.indicators_of(theme) {
        let Some((fact, value)) = placed.latest(definition).filter(|(_, fact)| fact.scope == scope) else { continue };
        used.extend(model.indicators()[definition].gap(value.value).map(|gap| UsedIndicator { definition, fact, gap }));
    }
    let indicators = &used[first..];
    if indicators.is_empty() {
        return None;
    }
    let (settings, count) = (&model.settings().gap, indicators.len() as f64);
    let gap = indicators.iter().map(|used| used.gap).sum::<f64>() / count;
    let coverage = indicators.iter().map(|used| coverage_of(model, &placed.city.indicators[used.fact], as_of)).sum::<f64>() / count;
    let (estimate, basis) = match scope {
        Scope::City => (Estimate::known(gap, coverage), GapBasis::CityIndicators),
        Scope::Country => {
            (Estimate::within(gap, settings.country_error, coverage * settings.country_coverage), GapBasis::CountryIndicators)
        }
    };
    Some(GapReading { estimate, basis, assessment: None, used: first..used.len() })
}

fn coverage_of(model: &Model, fact: &IndicatorFact, as_of: NaiveDate) -> f64 {
    let settings = &model.settings().gap;
    let is_stale = fact.year.is_some_and(|year| as_of.year() - year > settings.stale_after_years);
    let by_age = if is_stale { settings.stale_coverage } else { 1.0 };
    if fact.from_memory { by_age * settings.memory_coverage } else { by_age }
}

/// The self-assessment of a theme; failing that the stated capacity.
fn assessment_of(placed: &Placed<'_>, theme: usize) -> Option<AssessmentReading> {
    let assessed = placed.assessments(theme).max_by_key(|a| a.year);
    if let Some(assessment) = assessed {
        return Some(AssessmentReading { level: assessment.level, year: assessment.year, is_capacity: false });
    }
    let stated = placed.capacities(theme).max_by(|a, b| a.level.total_cmp(&b.level))?;
    Some(AssessmentReading { level: stated.level, year: stated.year, is_capacity: true })
}

/// The gaps of all pillars, and the gap of the city: the mean of its known pillars, each with equal mass.
pub fn pillar_gaps(model: &Model, city: &CityFacts, readings: &GapReadings, priorities: &[Option<f64>]) -> (Vec<PillarGap>, Option<f64>) {
    let taxonomy = model.taxonomy();
    let of_pillar = |k: usize| {
        let themes: Vec<ThemeGap> = (0..taxonomy.themes().len())
            .filter(|&t| taxonomy.pillar_of(t) == k)
            .map(|t| theme_answer(model, city, t, (readings, priorities[t])))
            .collect();
        let known: Vec<f64> = themes.iter().filter_map(|theme| theme.gap).collect();
        PillarGap {
            pillar: taxonomy.pillars()[k].code.clone(),
            gap: mean(&known),
            themes_known: known.len(),
            themes_total: themes.len(),
            share_known: known.len() as f64 / themes.len() as f64,
            themes,
        }
    };
    let pillars: Vec<PillarGap> = (0..taxonomy.pillars().len()).map(of_pillar).collect();
    let known: Vec<f64> = pillars.iter().filter_map(|pillar| pillar.gap).collect();
    (pillars, mean(&known))
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

fn theme_answer(model: &Model, city: &CityFacts, theme: usize, (readings, priority): (&GapReadings, Option<f64>)) -> ThemeGap {
    let reading = &readings[theme];
    ThemeGap {
        theme: model.taxonomy().themes()[theme].code.clone(),
        gap: (reading.basis != GapBasis::Missing).then_some(reading.estimate.value),
        bounds: [reading.estimate.low, reading.estimate.high],
        coverage: reading.estimate.coverage,
        basis: reading.basis,
        indicators: readings.indicators(theme).iter().map(|used| used.reading(model, city)).collect(),
        assessment: reading.assessment.clone(),
        priority,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::facts::AssessmentFact;
    use crate::matching::samples::{city, indicator, model, theme, today};

    fn gap(city: &CityFacts, code: &str) -> GapReading {
        let model = model();
        let place = model.taxonomy().index_of(&theme(code)).unwrap();
        GapReadings::of(&model, &Placed::of(&model, city), today())[place].clone()
    }

    #[test]
    fn the_citys_own_value_goes_before_its_word_and_its_word_before_the_countrys_value() {
        let mut surabaya = city(1, "ID");
        surabaya.indicators.push(indicator("wdi_road_mortality_100k", 18.5, 2019, Scope::Country));
        let from_country = gap(&surabaya, "traffic");
        assert_eq!(from_country.basis, GapBasis::CountryIndicators);
        assert!((from_country.estimate.value - 0.4).abs() < 1e-12, "(18.5 - 7.5) of (35 - 7.5)");
        assert!(from_country.estimate.width() > 0.5, "a country's value says little about one city");

        surabaya.assessments.push(AssessmentFact { theme: theme("traffic"), level: 2.0, year: Some(2026) });
        assert_eq!(gap(&surabaya, "traffic").basis, GapBasis::Assessment);

        surabaya.indicators.push(indicator("nang_congestion_tomtom", 0.5, 2015, Scope::City));
        let own = gap(&surabaya, "traffic");
        assert_eq!((own.basis, own.estimate.value), (GapBasis::CityIndicators, 1.0));
        assert!((own.estimate.coverage - 0.7).abs() < 1e-12, "eleven years old is stale");
    }

    #[test]
    fn a_pillar_with_many_indicators_weighs_no_more_than_one_with_few() {
        let model = model();
        let mut one = city(1, "ID");
        one.indicators.push(indicator("inform2025_governance_gap", 8.5, 2025, Scope::Country));
        for (code, at_target) in
            [("wdi_pm25_exposure", 5.0), ("wdi_urban_slum_pct", 0.0), ("wdi_poverty_320_pct", 0.0), ("inform2025_drr_gap", 1.5)]
        {
            one.indicators.push(indicator(code, at_target, 2025, Scope::Country));
        }
        let readings = GapReadings::of(&model, &Placed::of(&model, &one), today());
        let (pillars, overall) = pillar_gaps(&model, &one, &readings, &[None; 40]);
        assert_eq!(pillars[0].gap, Some(1.0));
        assert_eq!((pillars[2].gap, pillars[2].themes_known), (Some(0.0), 4));
        assert_eq!(overall, Some(0.5), "one indicator of one pillar against four of another");
    }

    #[test]
    fn an_unknown_theme_has_no_gap_and_full_bounds() {
        let reading = gap(&city(1, "ID"), "msme");
        assert_eq!(
            (reading.basis, reading.estimate.low, reading.estimate.high, reading.estimate.coverage),
            (GapBasis::Missing, 0.0, 1.0, 0.0)
        );
    }
}
