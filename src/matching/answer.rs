//! What the engine says. These shapes are frozen as JSON with every proposal and must stay readable for ever: fields may be added, never
//! renamed or given another meaning.

use serde::{Deserialize, Serialize};

use super::estimate::Estimate;
use super::indicators::Scope;
use super::message::Message;
use super::rules::Rule;
use super::settings::Reading;
use crate::domain::code::{CountryCode, IndicatorCode, Slug, ThemeCode};
use crate::domain::id::{CityId, PracticeId};
use crate::domain::pairing::Kind;

macro_rules! answers {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $ty:ty,)+ })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
        pub struct $name { $($(#[$fdoc])* pub $field: $ty,)+ }
    )*};
}

answers! {
    /// A city in an answer.
    CityRef {
        /// Its id.
        #[cfg_attr(feature = "server", schema(value_type = String, format = "uuid"))]
        id: CityId,
        /// Its readable address.
        #[cfg_attr(feature = "server", schema(value_type = String))]
        slug: Slug,
        /// Its name.
        name: String,
        /// Its country.
        #[cfg_attr(feature = "server", schema(value_type = String))]
        country: CountryCode,
    }

    /// The model that computed an answer.
    ModelRef {
        /// Its name.
        name: String,
        /// Its hash.
        hash: String,
    }

    /// Partners for one city.
    Suggestions {
        /// The city that asked.
        city: CityRef,
        /// The kind of pairing.
        kind: Kind,
        /// The one theme asked for.
        #[cfg_attr(feature = "server", schema(value_type = Option<String>))]
        theme: Option<ThemeCode>,
        /// The model.
        model: ModelRef,
        /// Hash of the snapshot: facts and date.
        snapshot: String,
        /// Best first.
        items: Vec<Suggestion>,
        /// How many cities were scored.
        candidates: usize,
        /// How many cities each rule took out.
        excluded: Vec<Excluded>,
    }

    /// A rule and how many cities it took out.
    Excluded {
        /// The rule.
        rule: Rule,
        /// Cities.
        count: usize,
    }

    /// One suggested partner, with the computation behind it.
    Suggestion {
        /// 1 is the best.
        rank: usize,
        /// The partner.
        city: CityRef,
        /// 0 to 100; the sum of the contributions.
        score: f64,
        /// 0 to 1: share of the inputs that are known, by weight.
        confidence: f64,
        /// Score with every missing input at its worst, and at its best.
        bounds: [f64; 2],
        /// Share of the perturbed runs in which it stays in the list.
        survival: f64,
        /// Where the asking city stands for the partner.
        reverse_rank: usize,
        /// Three readings, kept apart.
        readings: Readings,
        /// Every factor of the kind.
        factors: Vec<Factor>,
        /// The themes that carry it, strongest first.
        themes: Vec<ThemeMatch>,
        /// No theme is known in which either side gains.
        symbolic: bool,
        /// The bounds overlap with those of the next in the list: the order of the two is not sure.
        overlaps_next: bool,
        /// What is not known, and how far it could move the score; the greatest first.
        missing: Vec<MissingInput>,
        /// What speaks for it.
        reasons: Vec<Message>,
        /// What speaks against it.
        against: Vec<Message>,
        /// Changes that would have changed its rank, each tried.
        counterfactuals: Vec<Counterfactual>,
        /// A paragraph for a mayor, sentence by sentence.
        text: Vec<Message>,
    }

    /// Three readings of a pair, each 0 to 100.
    Readings {
        /// Traits that cannot soon change.
        context: f64,
        /// Need meets evidenced offer.
        complementarity: f64,
        /// Language, distance, readiness.
        feasibility: f64,
    }

    /// A factor.
    Factor {
        /// Its name.
        name: String,
        /// 0 to 1.
        value: f64,
        /// Its weight; the weights sum to 1.
        weight: f64,
        /// `100 · weight · value`.
        contribution: f64,
        /// Share of its inputs that are known.
        coverage: f64,
        /// Its value with missing inputs at their worst and best.
        bounds: [f64; 2],
        /// The reading it belongs to.
        reading: Reading,
    }

    /// A theme that carries a pairing.
    ThemeMatch {
        /// The theme.
        #[cfg_attr(feature = "server", schema(value_type = String))]
        code: ThemeCode,
        /// Which side gains.
        side: ThemeSide,
        /// How much the gaining side needs it, 0 to 1; for mutual aid, how far it is exposed to hazards.
        need: f64,
        /// How much the giving side can teach, 0 to 1; for mutual aid, how far it can help.
        offer: f64,
        /// What both rest on.
        evidence: Vec<Evidence>,
    }

    /// What a need or an offer rests on.
    Evidence {
        /// What it is.
        kind: EvidenceKind,
        /// Whose it is: the gaining or the giving side.
        of: EvidenceSide,
        /// The practice, where it is one that is stored.
        #[cfg_attr(feature = "server", schema(value_type = Option<String>, format = "uuid"))]
        id: Option<PracticeId>,
        /// The indicator, where it is one.
        #[cfg_attr(feature = "server", schema(value_type = Option<String>))]
        indicator: Option<IndicatorCode>,
        /// Title of a practice.
        title: Option<String>,
        /// Value of an indicator, level of a capacity, an assessment or a hazard, rank of a priority.
        value: Option<f64>,
        /// The year.
        year: Option<i32>,
        /// Where it is written.
        source: Option<String>,
        /// The hazard, where it is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        hazard: Option<String>,
        /// Whose value, for an indicator or a hazard.
        scope: Option<Scope>,
        /// Background knowledge alone: shown as unverified.
        from_memory: bool,
        /// It was not stated, it follows from the fact.
        derived: bool,
    }

    /// Something that is not known.
    MissingInput {
        /// What, with the city of which it is not known.
        what: Message,
        /// How far the score could move if it were known, in points.
        points: f64,
    }

    /// A change that would have changed the outcome; it was applied and the rank was computed again.
    Counterfactual {
        /// The change.
        change: Message,
        /// The score after it.
        score: f64,
        /// The rank after it.
        rank: usize,
    }

    /// A pair, explained: why, or why not.
    PairExplanation {
        /// The city that asked.
        city: CityRef,
        /// The other one.
        other: CityRef,
        /// The kind of pairing.
        kind: Kind,
        /// The one theme asked for.
        #[cfg_attr(feature = "server", schema(value_type = Option<String>))]
        theme: Option<ThemeCode>,
        /// The model.
        model: ModelRef,
        /// Hash of the snapshot.
        snapshot: String,
        /// The hard rules that take the pair out; empty where none does.
        rules: Vec<RuleHit>,
        /// The computation. For an excluded pair the rank is the one it would have. Absent for a city with itself.
        suggestion: Option<Suggestion>,
    }

    /// A hard rule that took a pair out.
    RuleHit {
        /// The rule.
        rule: Rule,
        /// In words.
        message: Message,
    }

    /// The gaps of a city, by pillar and theme.
    Gaps {
        /// The city.
        city: CityRef,
        /// The model.
        model: ModelRef,
        /// Hash of the snapshot.
        snapshot: String,
        /// Mean of the known pillars, each with equal mass.
        gap: Option<f64>,
        /// The four pillars.
        pillars: Vec<PillarGap>,
    }

    /// The gap of one pillar.
    PillarGap {
        /// Its code.
        pillar: String,
        /// Mean over its known themes; absent where none is known.
        gap: Option<f64>,
        /// Themes known.
        themes_known: usize,
        /// Themes of the pillar.
        themes_total: usize,
        /// Share of themes known.
        share_known: f64,
        /// By theme.
        themes: Vec<ThemeGap>,
    }

    /// The gap of one theme.
    ThemeGap {
        /// The theme.
        #[cfg_attr(feature = "server", schema(value_type = String))]
        theme: ThemeCode,
        /// 0 (at target) to 1; absent where nothing is known.
        gap: Option<f64>,
        /// Within which it lies.
        bounds: [f64; 2],
        /// How much of it is known.
        coverage: f64,
        /// What it was computed from.
        basis: GapBasis,
        /// The indicators used.
        indicators: Vec<IndicatorReading>,
        /// The assessment used.
        assessment: Option<AssessmentReading>,
        /// How much it matters to the city, 0 to 1; absent where that is not known.
        priority: Option<f64>,
    }

    /// An indicator as it was used.
    IndicatorReading {
        /// Its code.
        #[cfg_attr(feature = "server", schema(value_type = String))]
        code: IndicatorCode,
        /// Its value.
        value: f64,
        /// Unit.
        unit: String,
        /// Year.
        year: Option<i32>,
        /// Whose value.
        scope: Scope,
        /// Where it is written.
        source: String,
        /// Background knowledge alone.
        from_memory: bool,
        /// Target.
        target: f64,
        /// Worst.
        worst: f64,
        /// Its gap.
        gap: f64,
    }

    /// A self-assessment as it was used.
    AssessmentReading {
        /// 0 to 5.
        level: f64,
        /// Year.
        year: Option<i32>,
        /// It is a stated capacity, on the same scale, because there was no assessment.
        is_capacity: bool,
    }
}

crate::text_enum! {
    /// Which side gains in a theme, seen from the city that asked.
    ThemeSide {
        /// The city that asked learns.
        Learns = "learns",
        /// The city that asked teaches.
        Teaches = "teaches",
    }
}

crate::text_enum! {
    /// Whose evidence.
    EvidenceSide {
        /// Of the side that gains: why it needs.
        Need = "need",
        /// Of the side that gives: why it can.
        Offer = "offer",
    }
}

crate::text_enum! {
    /// What kind of evidence.
    EvidenceKind {
        /// A stated or derived priority.
        Priority = "priority",
        /// An indicator's value.
        Indicator = "indicator",
        /// A self-assessment.
        Assessment = "assessment",
        /// A capacity the city declares.
        SelfDeclared = "self_declared",
        /// A capacity the secretariat has verified.
        Verified = "verified",
        /// A practice with a documented result.
        Practice = "practice",
        /// A practice described without its result.
        PracticeDescribed = "practice_described",
        /// An award alone.
        Award = "award",
        /// A good indicator hints at a capacity.
        GoodIndicator = "good_indicator",
        /// The city has opened itself to teaching the theme.
        Offer = "offer",
        /// The city is exposed to a hazard: 0 none to 3 high.
        Hazard = "hazard",
    }
}

crate::text_enum! {
    /// What a gap was computed from.
    GapBasis {
        /// The city's own indicators.
        CityIndicators = "city_indicators",
        /// Its self-assessment.
        Assessment = "assessment",
        /// Its country's indicators, standing in.
        CountryIndicators = "country_indicators",
        /// Nothing is known.
        Missing = "missing",
    }
}

impl Factor {
    /// The factor with its bounds as an estimate.
    pub fn estimate(&self) -> Estimate {
        Estimate { value: self.value, low: self.bounds[0], high: self.bounds[1], coverage: self.coverage }
    }
}
