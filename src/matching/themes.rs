//! The themes that carry a pairing, each with the evidence for the need of one side and the offer of the other.

use super::answer::{Evidence, EvidenceKind, EvidenceSide, ThemeMatch, ThemeSide};
use super::facts::{Basis, CityFacts};
use super::indicators::Scope;
use super::knowledge::{Knowledge, OwnBasis};
use super::model::Model;
use super::mutual_aid::{Exposure, WHOLLY, exposed, exposures};
use super::pairing::Side;
use super::settings::AidHazard;
use crate::domain::practice::PracticeBasis;

/// At most this many themes are shown with a pairing.
const THEMES_SHOWN: usize = 6;
/// Need times offer below this is no carrier, only noise of indicators.
const GAIN_SHOWN: f64 = 0.01;
/// At most this many hazards are shown with a theme.
const HAZARDS_SHOWN: usize = 3;
/// At most this many practices are shown with a theme.
const PRACTICES_SHOWN: usize = 3;

/// One side that gains and one that gives.
#[derive(Debug, Clone, Copy)]
pub struct Flow<'a> {
    /// The side that gains.
    pub gains: &'a Side<'a>,
    /// The side that gives.
    pub gives: &'a Side<'a>,
    /// How the asking city stands in it.
    pub side: ThemeSide,
}

/// What a side needs in a theme: p·g, or g alone where the theme was asked for.
pub fn need(knowledge: &Knowledge, theme: usize, asked: Option<usize>) -> f64 {
    if asked == Some(theme) { knowledge.gap[theme].estimate.value } else { knowledge.need[theme].value }
}

/// The strongest themes first: by need times offer, then in the taxonomy's order. Themes in which nothing is known of the giver are left out.
pub fn matches(model: &Model, flows: &[Flow<'_>], asked: Option<usize>) -> Vec<(f64, ThemeMatch)> {
    let mut found: Vec<(f64, usize, usize)> = Vec::new();
    for (f, flow) in flows.iter().enumerate() {
        let themes = asked.map_or(0..model.taxonomy().themes().len(), |t| t..t + 1);
        for t in themes.filter(|&t| flow.gives.knowledge.own[t].basis != OwnBasis::Unknown) {
            let gain = need(flow.gains.knowledge, t, asked) * flow.gives.knowledge.offer[t].value;
            if gain >= GAIN_SHOWN {
                found.push((gain, t, f));
            }
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    found.truncate(THEMES_SHOWN);
    found.into_iter().map(|(gain, t, f)| (gain, theme_match(model, &flows[f], t, asked))).collect()
}

/// The themes of response in which one side of a mutual-aid pair can help the other: how far that one is exposed, times what this one can do.
pub fn aid_matches(model: &Model, flows: &[Flow<'_>]) -> Vec<(f64, ThemeMatch)> {
    let mut found = Vec::new();
    for flow in flows {
        let exposures = exposures(model, &flow.gains.knowledge.traits);
        let need = exposed(&model.settings().mutual_aid, &exposures);
        for &(t, _) in model.response().iter().filter(|(t, _)| flow.gives.knowledge.own[*t].basis != OwnBasis::Unknown) {
            let able = flow.gives.knowledge.own[t].estimate.value;
            let mut evidence = hazard_evidence(model, flow.gains, &exposures);
            evidence.extend(offer_evidence(model, flow.gives, t).into_iter().filter(|e| e.kind != EvidenceKind::Offer));
            let code = model.taxonomy().themes()[t].code.clone();
            found.push((need * able, ThemeMatch { code, side: flow.side, need, offer: able, evidence }));
        }
    }
    found.retain(|(gain, _)| *gain >= GAIN_SHOWN);
    // Stable: of equals the asking city's gain first, then the model's order of themes.
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.truncate(THEMES_SHOWN);
    found
}

/// The hazards to which a city is known to be most exposed.
fn hazard_evidence(model: &Model, side: &Side<'_>, exposures: &[Exposure]) -> Vec<Evidence> {
    let hazards = model.settings().mutual_aid.hazards.iter().zip(exposures);
    let mut known: Vec<_> = hazards.filter_map(|(hazard, exposure)| Some((hazard, exposure, exposure.scope?))).collect();
    known.retain(|(_, exposure, _)| exposure.estimate.value > 0.0);
    known.sort_by(|a, b| (b.0.weight * b.1.estimate.value).total_cmp(&(a.0.weight * a.1.estimate.value)));
    let evidence = |(hazard, exposure, scope): (&AidHazard, &Exposure, Scope)| {
        let judged = side.city.hazards.iter().find(|fact| fact.hazard == hazard.name).filter(|_| scope == Scope::City);
        Evidence {
            hazard: Some(hazard.name.clone()),
            value: Some(WHOLLY * exposure.estimate.value),
            source: judged.and_then(|fact| fact.source.clone()),
            scope: Some(scope),
            from_memory: judged.is_some_and(|fact| fact.from_memory),
            ..blank(EvidenceKind::Hazard, EvidenceSide::Need)
        }
    };
    known.into_iter().take(HAZARDS_SHOWN).map(evidence).collect()
}

fn theme_match(model: &Model, flow: &Flow<'_>, t: usize, asked: Option<usize>) -> ThemeMatch {
    let mut evidence = need_evidence(model, flow.gains, t);
    evidence.extend(offer_evidence(model, flow.gives, t));
    ThemeMatch {
        code: model.taxonomy().themes()[t].code.clone(),
        side: flow.side,
        need: need(flow.gains.knowledge, t, asked),
        offer: flow.gives.knowledge.offer[t].value,
        evidence,
    }
}

fn blank(kind: EvidenceKind, of: EvidenceSide) -> Evidence {
    Evidence {
        kind,
        of,
        id: None,
        indicator: None,
        title: None,
        value: None,
        year: None,
        source: None,
        hazard: None,
        scope: None,
        from_memory: false,
        derived: false,
    }
}

fn need_evidence(model: &Model, side: &Side<'_>, t: usize) -> Vec<Evidence> {
    let is_this = |code| model.taxonomy().index_of(code) == Some(t);
    let priorities = side.city.priorities.iter().filter(|p| is_this(&p.theme)).map(|p| Evidence {
        value: p.rank.map(f64::from),
        year: p.year,
        source: p.source.clone(),
        from_memory: p.from_memory,
        derived: p.basis == Basis::Derived,
        ..blank(EvidenceKind::Priority, EvidenceSide::Need)
    });
    let reading = &side.knowledge.gap[t];
    let indicators = side.knowledge.gap.indicators(t).iter().map(|used| used.reading(model, side.city)).map(|i| Evidence {
        indicator: Some(i.code),
        value: Some(i.value),
        year: i.year,
        source: Some(i.source),
        scope: Some(i.scope),
        from_memory: i.from_memory,
        ..blank(EvidenceKind::Indicator, EvidenceSide::Need)
    });
    let assessment = reading.assessment.iter().map(|a| Evidence {
        value: Some(a.level),
        year: a.year,
        ..blank(EvidenceKind::Assessment, EvidenceSide::Need)
    });
    priorities.chain(indicators).chain(assessment).collect()
}

fn offer_evidence(model: &Model, side: &Side<'_>, t: usize) -> Vec<Evidence> {
    let own = &side.knowledge.own[t];
    let mut evidence = stated_evidence(model, side.city, t);
    evidence.extend(own.practices.iter().take(PRACTICES_SHOWN).map(|&i| practice_evidence(side.city, i, own.basis)));
    let scope = match own.basis {
        OwnBasis::CityIndicator => Some(Scope::City),
        OwnBasis::CountryIndicator => Some(Scope::Country),
        OwnBasis::Verified | OwnBasis::Stated | OwnBasis::Practice | OwnBasis::Unknown => None,
    };
    if let Some(scope) = scope {
        evidence.extend(side.knowledge.gap.indicators(t).iter().map(|used| used.reading(model, side.city)).map(|i| Evidence {
            indicator: Some(i.code),
            value: Some(i.value),
            year: i.year,
            source: Some(i.source),
            scope: Some(scope),
            from_memory: i.from_memory,
            derived: true,
            ..blank(EvidenceKind::GoodIndicator, EvidenceSide::Offer)
        }));
    }
    if side.knowledge.openness[t].low > 0.0 {
        evidence.push(blank(EvidenceKind::Offer, EvidenceSide::Offer));
    }
    evidence
}

fn stated_evidence(model: &Model, city: &CityFacts, t: usize) -> Vec<Evidence> {
    let stated = city.capacities.iter().filter(|c| model.taxonomy().index_of(&c.theme) == Some(t));
    let evidence = |c: &super::facts::CapacityFact| Evidence {
        value: Some(c.level),
        year: c.year,
        source: c.source.clone(),
        from_memory: c.from_memory,
        ..blank(if c.is_verified { EvidenceKind::Verified } else { EvidenceKind::SelfDeclared }, EvidenceSide::Offer)
    };
    stated.map(evidence).collect()
}

fn practice_evidence(city: &CityFacts, i: usize, basis: OwnBasis) -> Evidence {
    let practice = &city.practices[i];
    let kind = match practice.basis {
        PracticeBasis::DocumentedResult => EvidenceKind::Practice,
        PracticeBasis::Described => EvidenceKind::PracticeDescribed,
        PracticeBasis::AwardOnly => EvidenceKind::Award,
    };
    Evidence {
        id: practice.id,
        title: Some(practice.title.clone()),
        year: practice.year,
        source: practice.source.clone(),
        from_memory: practice.from_memory,
        // The level follows from the practice only where the city has stated none.
        derived: basis == OwnBasis::Practice,
        ..blank(kind, EvidenceSide::Offer)
    }
}
