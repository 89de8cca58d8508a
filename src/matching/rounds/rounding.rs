//! Good sets of pairs, quickly: what the linear programme leans to, made whole, then improved by exchanges.

use super::choice::Choice;
use super::problem::Problem;
use super::rules::Rule;

/// Passes over all candidates in search of exchanges.
const PASSES: usize = 8;

/// Takes pairs out of `candidates` in the order of `lean`, their value in the linear programme, and improves the set. Cities that are
/// short of their minimum come first. The set keeps every quota, cap, lock and bar, and every minimum and share where that was found to be
/// possible.
pub(super) fn rounded(problem: &Problem, candidates: Vec<u32>, lean: impl Fn(u32) -> f64) -> Choice {
    let mut choice = Choice::locked(problem);
    // In hundredths, so that noise does not decide.
    let keyed = candidates.into_iter().map(|at| ((lean(at) * 100.0).round() as i64, problem.edges[at as usize].profit, at));
    let mut keyed: Vec<(i64, i64, u32)> = keyed.collect();
    keyed.sort_unstable_by_key(|(lean, profit, at)| (std::cmp::Reverse((*lean, *profit)), *at));
    let mixed: Vec<bool> = problem.rules.iter().map(Rule::is_mixed).collect();
    for (lean, _, at) in &keyed {
        let wanted = *lean >= 50 || helps(problem, &choice, *at);
        if wanted && !choice.chosen[*at as usize] && fits_but(problem, &choice, *at, &mixed) {
            choice.add(problem, *at);
        }
    }
    let order: Vec<u32> = keyed.into_iter().map(|(.., at)| at).collect();
    repair(problem, &mut choice, &order);
    for _ in 0..PASSES {
        if !improve(problem, &mut choice, &order) {
            break;
        }
    }
    choice
}

/// Whether the pair brings a city closer to its minimum, or makes room under a rule that is broken.
fn helps(problem: &Problem, choice: &Choice, at: u32) -> bool {
    let edge = &problem.edges[at as usize];
    let short = [edge.a, edge.b].iter().any(|city| choice.pairs[*city as usize] < problem.cities[*city as usize].low);
    short || edge.rules.iter().any(|(rule, coefficient)| *coefficient < 0 && !choice.keeps(problem, *rule))
}

/// Whether the pair fits but for mixed rules: pairs that come later can make room under these.
fn fits_but(problem: &Problem, choice: &Choice, at: u32, mixed: &[bool]) -> bool {
    choice.has_places(problem, at) && choice.rules_against(problem, &problem.edges[at as usize]).all(|rule| mixed[rule as usize])
}

/// Gives up pairs under rules that are broken, those that the programme leans to least first.
fn repair(problem: &Problem, choice: &mut Choice, order: &[u32]) {
    for rule in 0..problem.rules.len() as u32 {
        if choice.keeps(problem, rule) {
            continue;
        }
        let spends = |at: u32| problem.edges[at as usize].rules.iter().any(|(other, coefficient)| *other == rule && *coefficient > 0);
        for at in order.iter().rev() {
            if is_open(problem, choice, *at) && spends(*at) && !breaks_minimum(problem, choice, *at) {
                choice.remove(problem, *at);
                if choice.keeps(problem, rule) {
                    break;
                }
            }
        }
    }
}

/// Whether a city needs the pair for its minimum.
fn breaks_minimum(problem: &Problem, choice: &Choice, at: u32) -> bool {
    let edge = &problem.edges[at as usize];
    [edge.a, edge.b].iter().any(|city| choice.pairs[*city as usize] <= problem.cities[*city as usize].low)
}

/// Adds pairs and exchanges them for worse ones wherever that gains; whether anything was gained.
fn improve(problem: &Problem, choice: &mut Choice, order: &[u32]) -> bool {
    let before = choice.worth;
    let mut cheapest = Cheapest::new(problem, choice);
    for at in order {
        if choice.chosen[*at as usize] {
            continue;
        }
        if choice.fits(problem, *at) {
            if choice.gain(problem, *at) > 0 {
                choice.add(problem, *at);
                cheapest.note(problem, *at);
            }
        } else if !cheapest.rules_out(problem, choice, *at) && exchange(problem, choice, *at) {
            cheapest.note(problem, *at);
        }
    }
    drop_losses(problem, choice, order);
    choice.worth > before
}

/// For each rule no more than the profit of any chosen pair that uses it up and may be given up. Nearly all exchanges under a rule gain
/// nothing, and this shows it without looking for the pair to give up.
struct Cheapest {
    profits: Vec<i64>,
    /// No pair is below zero: giving one up never gains.
    holds: bool,
}

impl Cheapest {
    fn new(problem: &Problem, choice: &Choice) -> Self {
        let holds = !problem.rules.is_empty() && problem.edges.iter().all(|edge| edge.profit >= 0);
        let mut cheapest = Cheapest { profits: vec![i64::MAX; problem.rules.len()], holds };
        if holds {
            choice.edges().filter(|at| is_open(problem, choice, *at)).for_each(|at| cheapest.note(problem, at));
        }
        cheapest
    }

    /// Takes a pair into account that was chosen.
    fn note(&mut self, problem: &Problem, at: u32) {
        let edge = &problem.edges[at as usize];
        for (rule, _) in edge.rules.iter().filter(|(_, coefficient)| *coefficient > 0) {
            let profit = &mut self.profits[*rule as usize];
            *profit = edge.profit.min(*profit);
        }
    }

    /// Whether choosing a pair cannot gain: some rule is only free once a pair is given up that is worth no less.
    fn rules_out(&self, problem: &Problem, choice: &Choice, at: u32) -> bool {
        let gain = choice.gain(problem, at);
        self.holds && choice.rules_against(problem, &problem.edges[at as usize]).any(|rule| gain <= self.profits[rule as usize])
    }
}

/// Chooses the pair in the place of the worst ones that stand in its way, if that gains and no minimum or rule is broken; whether it did.
fn exchange(problem: &Problem, choice: &mut Choice, at: u32) -> bool {
    let edge = &problem.edges[at as usize];
    let mut removed = Vec::new();
    let worth = choice.worth;
    for (city, full) in [(edge.a, !choice.room_of_a(problem, edge)), (edge.b, !choice.room_of_b(problem, edge))] {
        if full {
            let Some(worst) = worst(problem, choice, city, at) else {
                return restore(problem, choice, &removed);
            };
            choice.remove(problem, worst);
            removed.push(worst);
        }
    }
    if !make_room(problem, choice, at, &mut removed) {
        return restore(problem, choice, &removed);
    }
    if choice.fits(problem, at) {
        choice.add(problem, at);
        let mut ends = removed.iter().flat_map(|at| [problem.edges[*at as usize].a, problem.edges[*at as usize].b]);
        let minima = ends.all(|city| choice.pairs[city as usize] >= problem.cities[city as usize].low);
        if choice.worth > worth && minima && removed.iter().all(|at| choice.keeps_rules_of(problem, *at)) {
            return true;
        }
        choice.remove(problem, at);
    }
    restore(problem, choice, &removed)
}

/// Gives up the worst pairs under rules that do not allow the pair; whether they all do then.
fn make_room(problem: &Problem, choice: &mut Choice, at: u32, removed: &mut Vec<u32>) -> bool {
    loop {
        let against = choice.rules_against(problem, &problem.edges[at as usize]).next();
        let Some(rule) = against else { return true };
        let under = problem.rules[rule as usize].spending().filter(|at| is_open(problem, choice, *at));
        let Some(worst) = under.min_by_key(|at| loss(problem, choice, *at)) else { return false };
        choice.remove(problem, worst);
        removed.push(worst);
    }
}

/// Takes the exchange back; false, as it did not come about.
fn restore(problem: &Problem, choice: &mut Choice, removed: &[u32]) -> bool {
    for at in removed {
        choice.add(problem, *at);
    }
    false
}

/// The chosen pair of a city, in the same role, whose loss costs least.
fn worst(problem: &Problem, choice: &Choice, city: u32, instead_of: u32) -> Option<u32> {
    let edge = &problem.edges[instead_of as usize];
    let directed = problem.kind == super::instance::RoundKind::PeerLearning;
    let same_role = |at: &u32| !directed || (problem.edges[*at as usize].a == city) == (edge.a == city);
    let own = problem.adjacent[city as usize].iter().copied().filter(|at| is_open(problem, choice, *at)).filter(same_role);
    own.min_by_key(|at| loss_beside(problem, choice, *at, Some(city)))
}

/// Whether a pair is chosen and may be given up.
fn is_open(problem: &Problem, choice: &Choice, at: u32) -> bool {
    choice.chosen[at as usize] && !problem.edges[at as usize].locked
}

fn loss(problem: &Problem, choice: &Choice, at: u32) -> (bool, i64) {
    loss_beside(problem, choice, at, None)
}

/// What giving a pair up costs: whether it breaks a minimum, and the score and rewards; one of its cities may be left out of account.
fn loss_beside(problem: &Problem, choice: &Choice, at: u32, except: Option<u32>) -> (bool, i64) {
    let edge = &problem.edges[at as usize];
    let mut loss = (false, edge.profit);
    for city in [edge.a, edge.b].into_iter().filter(|city| Some(*city) != except) {
        let (limits, pairs) = (&problem.cities[city as usize], choice.pairs[city as usize]);
        loss.0 |= limits.low > 0 && pairs <= limits.low;
        loss.1 += if pairs <= limits.rewarded { limits.reward } else { 0 };
    }
    loss
}

/// Gives up pairs that cost more than they bring.
fn drop_losses(problem: &Problem, choice: &mut Choice, order: &[u32]) {
    for at in order.iter().rev().filter(|at| problem.edges[**at as usize].profit < 0) {
        let edge = &problem.edges[*at as usize];
        if !choice.chosen[*at as usize] || edge.locked {
            continue;
        }
        let needed = breaks_minimum(problem, choice, *at);
        let worth = choice.worth;
        choice.remove(problem, *at);
        if needed || choice.worth < worth || !choice.keeps_rules_of(problem, *at) {
            choice.add(problem, *at);
        }
    }
}
