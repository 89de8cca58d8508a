//! What speaks for and against a pairing, in messages, from the same numbers that made the score.

use super::affinity::{Slot, distance_km, free_slots, hours_apart};
use super::answer::{Evidence, EvidenceKind, EvidenceSide, ThemeMatch, ThemeSide};
use super::context::trait_estimates;
use super::facts::CityFacts;
use super::indicators::Scope;
use super::message::{Arg, Message};
use super::mutual_aid::{Comparison, compare, exposures};
use super::pairing::{Setting, Side, is_ahead};
use crate::domain::pairing::Kind;

/// A pair as the asking city sees it.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The city that asked.
    pub asker: &'a Side<'a>,
    /// The other.
    pub other: &'a Side<'a>,
    /// What the factors need.
    pub setting: &'a Setting<'a>,
}

/// Likeness from which two cities are called alike in a trait, and up to which they are called unlike.
const ALIKE: f64 = 0.75;
const UNLIKE: f64 = 0.25;
/// A trait below this share of the context is not worth a sentence.
const TRAIT_SHARE_MIN: f64 = 0.05;
/// Called near, and called far.
const NEAR_KM: f64 = 1_000.0;
const FAR_KM: f64 = 2_500.0;
/// Clocks so far apart share less than half a working day.
const FAR_HOURS: f64 = 4.0;

/// What speaks for the pairing, strongest first.
pub fn reasons(seen: &Seen<'_>, themes: &[ThemeMatch]) -> Vec<Message> {
    // A theme in which nobody is said to gain is listed, and is no reason.
    let gains = |theme: &&ThemeMatch| theme.need * theme.offer >= seen.setting.model.settings().rules.joint_gain;
    let mut found: Vec<Message> = themes.iter().filter(gains).take(3).map(|theme| theme_reason(seen, theme)).collect();
    match seen.setting.kind {
        Kind::PeerLearning => found.extend(alike(seen)),
        Kind::SisterCity => {
            found.extend(shared_priorities(seen).into_iter().take(2));
            found.extend(alike(seen));
        }
        Kind::MutualAid => found.extend(different_threats(seen)),
    }
    found.extend(language_reason(seen));
    found.extend(network_reason(seen));
    found.extend(near(seen));
    found.extend(shared_mode(seen, themes));
    found.extend(slots_reason(seen));
    found
}

/// What speaks against it.
pub fn against(seen: &Seen<'_>, themes: &[ThemeMatch], symbolic: bool, confidence: f64) -> Vec<Message> {
    let mut found = Vec::new();
    if symbolic {
        found.push(Message::new("against-symbolic"));
    }
    found.extend(not_ahead(seen));
    found.extend(themes.first().and_then(|theme| weak_evidence(seen, theme)));
    found.extend(one_sided(seen, themes));
    found.extend(language_against(seen));
    found.extend(far(seen));
    match seen.setting.kind {
        Kind::PeerLearning | Kind::SisterCity => found.extend(unlike(seen)),
        Kind::MutualAid => found.extend(joint_threat(seen)),
    }
    if seen.other.city.has_international_office == Some(false) {
        found.push(Message::new("against-no-office").city("city", &seen.other.city.name));
    }
    if let Some((answered, asked)) = seen.other.city.requests_answered.filter(|(answered, asked)| *asked >= 3 && answered * 2 < *asked) {
        let counted = Message::new("against-slow-answers").city("city", &seen.other.city.name);
        found.push(counted.number("answered", f64::from(answered), 0).number("asked", f64::from(asked), 0));
    }
    if themes.iter().take(1).flat_map(|theme| &theme.evidence).any(|e| e.of == EvidenceSide::Need && e.scope == Some(Scope::Country)) {
        found.push(Message::new("against-country-value").city("city", &seen.asker.city.name));
    }
    if confidence < 0.5 {
        found.push(Message::new("against-little-known").number("percent", 100.0 * confidence, 0));
    }
    found
}

/// In a theme asked for by name an equal may teach too; that it is no more than an equal is said.
fn not_ahead(seen: &Seen<'_>) -> Option<Message> {
    let (asker, other, setting) = (seen.asker, seen.other, seen.setting);
    let is_equal = setting.kind == Kind::PeerLearning && setting.theme.is_some() && !is_ahead(asker.view, other.view, setting.theme);
    is_equal.then(|| Message::new("against-not-ahead").city("city", &asker.city.name).city("other", &other.city.name))
}

fn sides<'a>(seen: &Seen<'a>, side: ThemeSide) -> (&'a CityFacts, &'a CityFacts) {
    match side {
        ThemeSide::Learns => (seen.asker.city, seen.other.city),
        ThemeSide::Teaches => (seen.other.city, seen.asker.city),
    }
}

/// The strongest evidence of what the giving side can do.
fn strongest(theme: &ThemeMatch) -> Option<&Evidence> {
    let rank = |kind: EvidenceKind| match kind {
        EvidenceKind::Verified => 0,
        EvidenceKind::Practice => 1,
        EvidenceKind::PracticeDescribed => 2,
        EvidenceKind::Award => 3,
        EvidenceKind::SelfDeclared => 4,
        EvidenceKind::GoodIndicator => 5,
        EvidenceKind::Priority | EvidenceKind::Indicator | EvidenceKind::Assessment | EvidenceKind::Offer | EvidenceKind::Hazard => 6,
    };
    theme.evidence.iter().filter(|e| e.of == EvidenceSide::Offer).min_by_key(|e| rank(e.kind))
}

fn theme_reason(seen: &Seen<'_>, theme: &ThemeMatch) -> Message {
    let (learner, giver) = sides(seen, theme.side);
    let best = strongest(theme);
    let [teaches, helps] = match best.map(|e| e.kind) {
        Some(EvidenceKind::Verified) => ["reason-learns-verified", "reason-helps-verified"],
        Some(EvidenceKind::Practice) => ["reason-learns-practice", "reason-helps-practice"],
        Some(EvidenceKind::PracticeDescribed) => ["reason-learns-described", "reason-helps-described"],
        Some(EvidenceKind::Award) => ["reason-learns-award", "reason-helps-award"],
        Some(EvidenceKind::GoodIndicator) => ["reason-learns-indicator", "reason-helps-indicator"],
        Some(
            EvidenceKind::SelfDeclared
            | EvidenceKind::Priority
            | EvidenceKind::Indicator
            | EvidenceKind::Assessment
            | EvidenceKind::Offer
            | EvidenceKind::Hazard,
        )
        | None => ["reason-learns-stated", "reason-helps-stated"],
    };
    let key = if seen.setting.kind == Kind::MutualAid { helps } else { teaches };
    let message = Message::new(key).city("learner", &learner.name).city("giver", &giver.name).theme(theme.code.as_str());
    match best.and_then(|e| e.title.as_ref()) {
        Some(title) => message.with("title", Arg::Text(title.clone())),
        None => message,
    }
}

fn weak_evidence(seen: &Seen<'_>, theme: &ThemeMatch) -> Option<Message> {
    let best = strongest(theme)?;
    let key = match best.kind {
        _ if best.from_memory => "against-memory",
        EvidenceKind::SelfDeclared => "against-own-word",
        EvidenceKind::Award => "against-award",
        EvidenceKind::GoodIndicator => "against-indicator",
        EvidenceKind::Verified
        | EvidenceKind::Practice
        | EvidenceKind::PracticeDescribed
        | EvidenceKind::Priority
        | EvidenceKind::Indicator
        | EvidenceKind::Assessment
        | EvidenceKind::Offer
        | EvidenceKind::Hazard => return None,
    };
    Some(Message::new(key).city("city", &sides(seen, theme.side).1.name).theme(theme.code.as_str()))
}

/// A pairing of equals from which only one side gains.
fn one_sided(seen: &Seen<'_>, themes: &[ThemeMatch]) -> Option<Message> {
    let has = |side| themes.iter().any(|theme| theme.side == side);
    let gains = match (has(ThemeSide::Learns), has(ThemeSide::Teaches)) {
        (true, false) => seen.asker,
        (false, true) => seen.other,
        (true, true) | (false, false) => return None,
    };
    seen.setting.kind.is_symmetric().then(|| Message::new("against-one-sided").city("city", &gains.city.name))
}

/// Themes that both have stated, the weightiest first.
fn shared_priorities(seen: &Seen<'_>) -> Vec<Message> {
    let themes = seen.setting.model.taxonomy().themes();
    let known = |side: &Side<'_>, t: usize| if side.knowledge.priority[t].coverage > 0.0 { side.knowledge.priority[t].value } else { 0.0 };
    let mut shared: Vec<(f64, usize)> =
        (0..themes.len()).map(|t| (known(seen.asker, t) * known(seen.other, t), t)).filter(|(p, _)| *p > 0.0).collect();
    shared.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    shared.into_iter().map(|(_, t)| Message::new("reason-shared-priority").theme(themes[t].code.as_str())).collect()
}

fn compared(seen: &Seen<'_>) -> Comparison {
    let model = seen.setting.model;
    let [asker, other] = [seen.asker, seen.other].map(|side| exposures(model, &side.knowledge.traits));
    compare(&model.settings().mutual_aid, &asker, &other)
}

/// Each side's worst threat that the other is spared; where there is none, that they share none.
fn different_threats(seen: &Seen<'_>) -> Vec<Message> {
    let found = compared(seen);
    let spared = |list: &[(String, f64)], struck: &Side<'_>, spared: &Side<'_>| {
        let (hazard, _) = list.first()?;
        let message = Message::new("reason-different-threat").with("hazard", Arg::Trait(hazard.clone()));
        Some(message.city("city", &struck.city.name).city("other", &spared.city.name))
    };
    let (asker, other) = (seen.asker, seen.other);
    [spared(&found.first_alone, asker, other), spared(&found.second_alone, other, asker)].into_iter().flatten().collect()
}

/// The worst threat that both are under.
fn joint_threat(seen: &Seen<'_>) -> Option<Message> {
    let found = compared(seen);
    let (hazard, _) = found.together.first()?;
    Some(Message::new("against-joint-threat").with("hazard", Arg::Trait(hazard.clone())))
}

/// Known traits with their likeness, weightiest first.
fn known_traits<'a>(seen: &'a Seen<'_>) -> Vec<(f64, &'a str)> {
    let model = seen.setting.model;
    let estimates = trait_estimates(model, [&seen.asker.knowledge.traits, &seen.other.knowledge.traits]);
    let mut known: Vec<(f64, f64, &str)> = model
        .traits()
        .iter()
        .zip(estimates)
        .filter(|(t, e)| e.coverage > 0.0 && t.weight >= TRAIT_SHARE_MIN)
        .map(|(t, e)| (t.weight, e.value, t.feature.name.as_str()))
        .collect();
    known.sort_by(|a, b| b.0.total_cmp(&a.0));
    known.into_iter().map(|(_, likeness, name)| (likeness, name)).collect()
}

fn alike(seen: &Seen<'_>) -> Option<Message> {
    let known = known_traits(seen);
    let mut alike = known.iter().filter(|(likeness, _)| *likeness >= ALIKE).map(|(_, name)| Arg::Trait((*name).to_owned()));
    let first = alike.next()?;
    Some(match alike.next() {
        Some(second) => Message::new("reason-alike-in-two").with("first", first).with("second", second),
        None => Message::new("reason-alike").with("first", first),
    })
}

fn unlike(seen: &Seen<'_>) -> Option<Message> {
    let known = known_traits(seen);
    let (_, name) = known.iter().find(|(likeness, _)| *likeness <= UNLIKE)?;
    Some(Message::new("against-unlike").with("trait", Arg::Trait((*name).to_owned())))
}

fn primary(language: &str) -> &str {
    language.split('-').next().unwrap_or(language)
}

/// The working languages of both, by primary subtag.
fn shared_languages<'a>(seen: &Seen<'a>) -> Vec<&'a str> {
    let working =
        |city: &'a CityFacts| city.languages.iter().chain(city.offers.iter().flat_map(|o| &o.languages)).map(|l| primary(l.as_str()));
    let others: Vec<&str> = working(seen.other.city).collect();
    let mut shared: Vec<&str> = working(seen.asker.city).filter(|l| others.contains(l)).collect();
    shared.sort_unstable();
    shared.dedup();
    shared
}

fn has_close_languages(seen: &Seen<'_>) -> bool {
    let groups = &seen.setting.model.settings().affinity.close_languages;
    let in_group =
        |city: &CityFacts, group: &[String]| city.languages.iter().any(|l| group.iter().any(|close| close == primary(l.as_str())));
    groups.iter().any(|group| in_group(seen.asker.city, group) && in_group(seen.other.city, group))
}

fn language_reason(seen: &Seen<'_>) -> Option<Message> {
    let shared = shared_languages(seen);
    let is_bridge = |l: &&str| seen.setting.model.settings().affinity.bridge_languages.iter().any(|bridge| bridge == l);
    if let Some(own) = shared.iter().find(|l| !is_bridge(l)) {
        return Some(Message::new("reason-language").with("language", Arg::Language((*own).to_owned())));
    }
    if has_close_languages(seen) {
        return Some(Message::new("reason-close-languages"));
    }
    let bridge = shared.first()?;
    Some(Message::new("reason-bridge-language").with("language", Arg::Language((*bridge).to_owned())))
}

fn language_against(seen: &Seen<'_>) -> Option<Message> {
    let both_known = !seen.asker.city.languages.is_empty() && !seen.other.city.languages.is_empty();
    (both_known && shared_languages(seen).is_empty() && !has_close_languages(seen)).then(|| Message::new("against-no-language"))
}

fn network_reason(seen: &Seen<'_>) -> Option<Message> {
    let areas = &seen.setting.model.settings().affinity.growth_areas;
    let mut shared: Vec<&String> = seen.asker.city.networks.iter().filter(|n| seen.other.city.networks.contains(n)).collect();
    shared.sort_by_key(|n| (!areas.contains(n), n.as_str()));
    shared.first().map(|network| Message::new("reason-network").with("network", Arg::Text((*network).clone())))
}

fn near(seen: &Seen<'_>) -> Option<Message> {
    let km = distance_km(seen.asker.view.position(), seen.other.view.position());
    (km <= NEAR_KM).then(|| Message::new("reason-near").number("km", km, 0))
}

fn far(seen: &Seen<'_>) -> Option<Message> {
    let (a, b) = (seen.asker.view.position(), seen.other.view.position());
    let (km, hours) = (distance_km(a, b), hours_apart(a[3], b[3]));
    if hours >= FAR_HOURS {
        return Some(Message::new("against-clock").number("hours", hours, 1));
    }
    (km >= FAR_KM).then(|| Message::new("against-far").number("km", km, 0))
}

/// A way of working that the learner asked for and the giver offers, in a theme that carries the pairing.
fn shared_mode(seen: &Seen<'_>, themes: &[ThemeMatch]) -> Option<Message> {
    themes.iter().find_map(|theme| {
        let (learner, giver) = sides(seen, theme.side);
        let wanted = learner.needs.iter().filter(|need| need.theme == theme.code).flat_map(|need| &need.modes);
        let offered: Vec<_> = giver.offers.iter().filter(|offer| offer.theme == theme.code).flat_map(|offer| &offer.modes).collect();
        let mode = wanted.into_iter().find(|mode| offered.contains(mode))?;
        Some(Message::new("reason-mode").with("mode", Arg::Mode(mode.to_string())).theme(theme.code.as_str()))
    })
}

fn slots_reason(seen: &Seen<'_>) -> Option<Message> {
    let slot = if seen.setting.kind == Kind::PeerLearning { Slot::Mentor } else { Slot::Partner };
    let free = free_slots(seen.other.city, slot).filter(|free| *free > 0)?;
    Some(Message::new("reason-slots").city("city", &seen.other.city.name).number("slots", f64::from(free), 0))
}
