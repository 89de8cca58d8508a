//! One asking city as coefficients: what is multiplied with the rows of the others to give approximate scores.

use super::super::affinity::{affinity_parts, hours_apart};
use super::super::pairing::Setting;
use super::super::rules::{Eligibility, Rule, RuleContext, Seat};
use super::super::settings::FACTORS;
use super::super::table::View;
use super::classes::{Classes, Parts, Unknown};
use super::columns::{ByTheme, Columns, RowsOf, Single, is_coarse};
use super::terms::{Admission, Lead, Likeness, Linear, SUMS, Second, TOGETHER, Term};
use crate::domain::geo::EARTH_RADIUS_KM;
use crate::domain::pairing::Kind;

/// The coefficients of one asking city.
#[derive(Debug, Clone)]
pub struct Probe {
    /// What follows from the class, in points, by languages, by networks and by everything else; minus infinity where a rule takes the whole
    /// class out, NaN where nothing can be said.
    pub fixed: [Vec<f32>; 3],
    /// The first factor; and, where the second is mutual, what the asking city learns and what it teaches.
    pub sums: [Linear; SUMS],
    /// The second factor.
    pub second: Second,
    /// Points of these two.
    pub weights: [f32; 2],
    /// The traits that are known of the asking city.
    pub context: Vec<[Likeness; TOGETHER]>,
    /// Its place.
    pub place: Option<[f32; 3]>,
    /// Rows of the others' place.
    pub place_rows: [usize; 3],
    /// Points for being in the same place, and 2R / scale · log₂ e.
    pub proximity: [f32; 2],
    /// What context and distance bring at most, and what distance alone.
    pub rest: [f32; 2],
    /// Availability.
    pub ready: Option<Term>,
    /// The rule that needs the factors.
    pub admission: Admission,
    /// Whole classes that a rule takes out, with the cities in them.
    pub excluded: Vec<(Rule, usize)>,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// What the factors need.
    pub setting: &'a Setting<'a>,
    /// The weights.
    pub weights: &'a [f64; FACTORS],
    /// The rules as they stand for the asking city's seat.
    pub rules: &'a RuleContext<'a>,
}

impl Probe {
    /// Whether single precision can hold the coefficients of a city.
    pub fn is_possible(setting: &Setting<'_>, city: View<'_>) -> bool {
        setting.kind != Kind::MutualAid && !is_coarse(city)
    }

    /// The coefficients for a city; `None` where single precision cannot hold them.
    pub fn of(columns: &Columns, question: &Question<'_>, city: View<'_>, eligibility: &Eligibility) -> Option<Probe> {
        if !Probe::is_possible(question.setting, city) {
            return None;
        }
        let asker = Asker { question, city, columns, rows: columns.rows_of() };
        let proximity = &question.setting.model.settings().proximity;
        let steepness = 2.0 * EARTH_RADIUS_KM / proximity.distance_km;
        let excluded = asker.excluded(columns.classes(), eligibility);
        Some(Probe {
            fixed: asker.fixed(columns.classes(), &excluded),
            sums: asker.sums(),
            second: asker.second(),
            weights: [0, 1].map(|f| (100.0 * question.weights[f]) as f32),
            context: asker.context(),
            place: (!city.position()[0].is_nan()).then(|| [0, 1, 2].map(|i| city.position()[i] as f32)),
            place_rows: [Single::X, Single::Y, Single::Z].map(|axis| asker.rows.single(axis)),
            proximity: [(100.0 * question.weights[4] * proximity.distance_share) as f32, (steepness * std::f64::consts::LOG2_E) as f32],
            rest: asker.rest(),
            ready: asker.ready(),
            admission: asker.admission(),
            excluded: excluded.into_iter().filter_map(|(rule, count)| Some((rule?, count))).collect(),
        })
    }
}

struct Asker<'a> {
    question: &'a Question<'a>,
    city: View<'a>,
    columns: &'a Columns,
    rows: RowsOf,
}

impl Asker<'_> {
    fn points(&self, factor: usize) -> f64 {
        100.0 * self.question.weights[factor]
    }

    fn is_teacher(&self) -> bool {
        self.question.rules.seat == Seat::Second
    }

    fn terms(&self, what: ByTheme, coefficients: &[f64], times: f64) -> Vec<Term> {
        let all = coefficients.iter().enumerate().filter(|(_, c)| **c != 0.0);
        all.map(|(t, c)| Term { row: self.rows.theme(what, t) as u32, times: (c * times) as f32 }).collect()
    }

    fn learns(&self) -> Linear {
        let sum = self.city.need_sum();
        let per_need = if sum > 0.0 { 1.0 / sum } else { 0.0 };
        Linear { terms: self.terms(ByTheme::Offer, self.city.need(), per_need), scale: None }
    }

    fn teaches(&self) -> Linear {
        Linear { terms: self.terms(ByTheme::Need, self.city.offer(), 1.0), scale: Some(self.rows.single(Single::PerNeed)) }
    }

    fn sums(&self) -> [Linear; SUMS] {
        match self.question.setting.kind {
            Kind::SisterCity | Kind::MutualAid => [self.first(), self.learns(), self.teaches()],
            Kind::PeerLearning => [self.first(), Linear::default(), Linear::default()],
        }
    }

    fn first(&self) -> Linear {
        let (city, rows) = (self.city, self.rows);
        match (self.question.setting.kind, self.question.setting.theme) {
            (Kind::PeerLearning, Some(_)) if self.is_teacher() => Linear::default(),
            (Kind::PeerLearning, Some(t)) => {
                Linear { terms: vec![Term { row: rows.theme(ByTheme::Offer, t) as u32, times: 1.0 }], scale: None }
            }
            (Kind::PeerLearning, None) if self.is_teacher() => self.teaches(),
            (Kind::PeerLearning, None) => self.learns(),
            (Kind::SisterCity | Kind::MutualAid, _) if city.norm() > 0.0 => {
                let terms = self.terms(ByTheme::Softened, city.priority(), 1.0 / city.norm());
                Linear { terms, scale: Some(rows.single(Single::PerNorm)) }
            }
            (Kind::SisterCity | Kind::MutualAid, _) => Linear::default(),
        }
    }

    fn second(&self) -> Second {
        match self.question.setting.kind {
            Kind::SisterCity | Kind::MutualAid => Second::Mutual,
            Kind::PeerLearning if self.is_teacher() => {
                let scale = self.question.setting.theme.is_none().then(|| self.rows.single(Single::PerPeak));
                Second::Ahead { leads: self.leads_of_teacher(), scale }
            }
            Kind::PeerLearning => Second::Ahead { leads: self.leads_of_learner(), scale: None },
        }
    }

    /// n(i,t) / max n(i) · (lead(j,t) − own(i,t)): a closed theme of the other gives no lead, because capacities are not below 0.
    fn leads_of_learner(&self) -> Vec<Lead> {
        let (city, rows) = (self.city, self.rows);
        let lead = |t: usize, times: f64| Lead {
            row: rows.theme(ByTheme::Lead, t) as u32,
            here: city.own()[t] as f32,
            times: times as f32,
            times_row: None,
        };
        match self.question.setting.theme {
            Some(t) => vec![lead(t, 1.0)],
            None => {
                let needed = city.need().iter().enumerate().filter(|(_, need)| **need > 0.0);
                needed.map(|(t, need)| lead(t, need / city.need_peak())).collect()
            }
        }
    }

    /// n(j,t) · (own(i,t) − own(j,t)) over the themes that the asking city would teach.
    fn leads_of_teacher(&self) -> Vec<Lead> {
        let (city, rows, theme) = (self.city, self.rows, self.question.setting.theme);
        let open = (0..city.offer().len()).filter(|&t| city.lead()[t] >= 0.0 && theme.is_none_or(|only| only == t));
        let lead = |t: usize| Lead {
            row: rows.theme(ByTheme::Own, t) as u32,
            here: city.own()[t] as f32,
            times: -1.0,
            times_row: theme.is_none().then(|| rows.theme(ByTheme::Need, t) as u32),
        };
        open.map(lead).collect()
    }

    fn context(&self) -> Vec<[Likeness; TOGETHER]> {
        let weights = self.question.setting.trait_weights;
        let known = self.city.traits().iter().enumerate().filter(|(_, value)| !value.is_nan());
        let likeness = |(t, value): (usize, &f64)| Likeness {
            row: self.rows.of_trait(t) as u32,
            here: *value as f32,
            weight: (self.points(2) * weights[t]) as f32,
        };
        let known: Vec<Likeness> = known.map(likeness).collect();
        let padded = |part: &[Likeness]| {
            let idle = Likeness { weight: 0.0, ..part[0] };
            std::array::from_fn(|i| part.get(i).copied().unwrap_or(idle))
        };
        known.chunks(TOGETHER).map(padded).collect()
    }

    /// A hair more than the sum of the weights, so that rounding loses nobody.
    fn rest(&self) -> [f32; 2] {
        let distance = self.points(4) * self.question.setting.model.settings().proximity.distance_share;
        [self.points(2) + distance, distance].map(|points| (1.001 * points) as f32)
    }

    fn ready(&self) -> Option<Term> {
        match self.question.setting.kind {
            Kind::SisterCity | Kind::MutualAid => {
                Some(Term { row: self.rows.single(Single::Partner) as u32, times: (self.points(5) / 2.0) as f32 })
            }
            Kind::PeerLearning if self.is_teacher() => None,
            Kind::PeerLearning => Some(Term { row: self.rows.single(Single::Mentor) as u32, times: self.points(5) as f32 }),
        }
    }

    fn admission(&self) -> Admission {
        let (setting, city, rows) = (self.question.setting, self.city, self.rows);
        let limits = &setting.model.settings().rules;
        match (self.question.rules.settings.needs_head_start, setting.theme) {
            (false, None) => Admission::All,
            (true, None) => Admission::Ahead { twins: self.twins() },
            (true, Some(t)) if self.is_teacher() => {
                let own = city.own()[t];
                let bar = if own > 0.0 { own + limits.parity_margin } else { own };
                Admission::TeacherBar { row: rows.theme(ByTheme::Own, t), own: own as f32, bar: bar as f32 }
            }
            (true, Some(t)) => {
                let own = city.own()[t];
                let bar = own - limits.parity_margin;
                Admission::LearnerBar { row: rows.theme(ByTheme::Lead, t), own: own as f32, bar: bar as f32 }
            }
            (false, Some(t)) => Admission::Shared {
                rows: [ByTheme::Need, ByTheme::Offer, ByTheme::Priority].map(|what| rows.theme(what, t)),
                here: [city.need()[t] as f32, city.offer()[t] as f32, city.priority()[t] as f32],
                least: [limits.joint_gain as f32, limits.joint_priority as f32],
            },
        }
    }

    fn twins(&self) -> Vec<Term> {
        let (own, what) = (self.city.own(), if self.is_teacher() { ByTheme::Own } else { ByTheme::Lead });
        let twin = (0..own.len()).filter(|&t| self.columns.has_twin(t, own[t]));
        twin.map(|t| Term { row: self.rows.theme(what, t) as u32, times: own[t] as f32 }).collect()
    }

    /// The rule that takes out everyone of an eligibility, and how many they are.
    fn excluded(&self, classes: &Classes, own: &Eligibility) -> Vec<(Option<Rule>, usize)> {
        let closed = self.is_teacher() && self.question.setting.theme.is_some_and(|t| self.city.lead()[t] < 0.0);
        let by_theme = (closed && self.question.rules.settings.needs_head_start).then_some(Rule::NoHeadStart);
        let rule = |other: &Eligibility| self.question.rules.of_eligibility(own, other).or(by_theme);
        classes.eligible().map(|(other, members)| (rule(other), members)).collect()
    }

    fn fixed(&self, classes: &Classes, excluded: &[(Option<Rule>, usize)]) -> [Vec<f32>; 3] {
        let settings = self.question.setting.model.settings();
        let (affinity, proximity, here) = (&settings.affinity, &settings.proximity, self.city.position()[3]);
        let parts = |mask: &Vec<u64>| affinity_parts(affinity, self.question.setting.words, [self.city.mask(), mask], false);
        let language = |mask| self.points(3) * affinity.language_share * parts(mask)[0].unwrap_or(affinity.expected_language);
        let network = |mask| self.points(3) * affinity.network_share * parts(mask)[1].unwrap_or(affinity.expected_network);
        let by_clock = |clock: f64| {
            let apart = hours_apart(here, clock);
            let value = if apart.is_nan() { proximity.expected } else { (-apart / proximity.hours).exp() };
            self.points(4) * proximity.hours_share * value
        };
        let constant = self.constant();
        let by_rule = |(rule, _): &(Option<Rule>, usize)| if rule.is_some() { f64::NEG_INFINITY } else { constant };
        let [languages, networks] = classes.masks();
        classes.sums(&Parts {
            words: [languages.iter().map(language).collect(), networks.iter().map(network).collect()],
            clocks: classes.clocks().map(by_clock).collect(),
            unknown: classes.unknown().iter().map(|unknown| self.of_unknown(unknown)).collect(),
            eligible: excluded.iter().map(by_rule).collect(),
        })
    }

    /// What is the same for every pair of this city.
    fn constant(&self) -> f64 {
        let (setting, city) = (self.question.setting, self.city);
        let settings = setting.model.settings();
        let mut sum = 0.0;
        for (t, value) in city.traits().iter().enumerate() {
            if value.is_nan() {
                sum += self.points(2) * setting.trait_weights[t] * settings.context.expected_similarity;
            }
        }
        if city.position()[0].is_nan() {
            sum += self.points(4) * settings.proximity.distance_share * settings.proximity.expected;
        }
        match setting.kind {
            Kind::SisterCity | Kind::MutualAid => {
                let priorities = if city.norm().is_nan() { settings.priority.expected } else { 0.0 };
                sum + self.points(0) * priorities + self.points(5) / 2.0 * city.available_as_partner()
            }
            Kind::PeerLearning if self.is_teacher() => {
                let benefit = setting.theme.map_or(0.0, |t| city.offer()[t]);
                sum + self.points(0) * benefit + self.points(5) * city.available_as_mentor()
            }
            Kind::PeerLearning => sum,
        }
    }

    /// What the expectations bring where something is not known of the other.
    fn of_unknown(&self, unknown: &Unknown) -> f64 {
        if unknown.is_coarse {
            return f64::NAN;
        }
        let (setting, city) = (self.question.setting, self.city);
        let settings = setting.model.settings();
        let known_here = unknown.traits.iter().filter(|t| !city.traits()[**t].is_nan());
        let context: f64 = known_here.map(|t| setting.trait_weights[*t]).sum::<f64>() * settings.context.expected_similarity;
        let mut sum = self.points(2) * context;
        if unknown.place && !city.position()[0].is_nan() {
            // The row puts it at the other end of the Earth; what that brings is taken away again.
            let opposite = (-std::f64::consts::PI * EARTH_RADIUS_KM / settings.proximity.distance_km).exp();
            sum += self.points(4) * settings.proximity.distance_share * (settings.proximity.expected - opposite);
        }
        if setting.kind != Kind::PeerLearning && unknown.priorities && !city.norm().is_nan() {
            sum += self.points(0) * settings.priority.expected;
        }
        sum
    }
}
