//! Refresh tokens: the cases by hand, and any sequence of them against a model that remembers everything.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn start() -> DateTime<Utc> {
    "2026-11-22T08:00:00Z".parse().unwrap()
}

fn after(seconds: i64) -> DateTime<Utc> {
    start() + TimeDelta::seconds(seconds)
}

fn family() -> RefreshState {
    RefreshState::begin(Role::FocalPoint, "A", start())
}

#[test]
fn a_token_is_exchanged_for_its_successor() {
    assert_eq!(decide(&family(), "A", after(60)), Decision::Rotate);
    let next = family().rotated("B", after(60));
    assert_eq!(decide(&next, "B", after(61)), Decision::Rotate);
    assert_eq!(next.expires_at, family().expires_at, "refreshing does not lengthen the sign-in");
}

#[rstest]
#[case(60, Decision::GraceReplay)]
#[case(70, Decision::GraceReplay)]
#[case(71, Decision::ReuseDetected)]
#[case(50, Decision::GraceReplay)] // another node's clock is behind
#[case(49, Decision::ReuseDetected)]
fn a_token_whose_successor_was_lost_works_again_within_the_grace(#[case] at: i64, #[case] expected: Decision) {
    assert_eq!(decide(&family().rotated("B", after(60)), "A", after(at)), expected);
}

#[test]
fn the_grace_is_given_once_and_kills_the_lost_successor() {
    let replayed = family().rotated("B", after(60)).replayed("C");
    assert_eq!(decide(&replayed, "C", after(62)), Decision::Rotate);
    assert_eq!(decide(&replayed, "B", after(62)), Decision::ReuseDetected);
    assert_eq!(decide(&replayed, "A", after(62)), Decision::ReuseDetected);
}

#[test]
fn there_is_no_grace_once_the_successor_was_used() {
    let moved_on = family().rotated("B", after(60)).rotated("C", after(61));
    assert_eq!(decide(&moved_on, "A", after(62)), Decision::ReuseDetected);
    assert_eq!(decide(&moved_on, "B", after(62)), Decision::GraceReplay, "B's own grace");
}

#[test]
fn after_a_reuse_no_token_of_the_family_is_good() {
    let dead = family().rotated("B", after(60)).revoked(after(100));
    for hash in ["A", "B", "C"] {
        assert_eq!(decide(&dead, hash, after(101)), Decision::Revoked, "{hash}");
    }
    assert_eq!(dead.revoked(after(500)), dead, "the first end stands");
}

#[rstest]
#[case(Role::FocalPoint, 30 * 24)]
#[case(Role::Officer, 12)]
#[case(Role::Approver, 12)]
#[case(Role::Admin, 12)]
#[case(Role::Observer, 12)]
fn a_sign_in_ends_with_its_life_however_often_it_was_refreshed(#[case] role: Role, #[case] hours: i64) {
    let state = RefreshState::begin(role, "A", start()).rotated("B", after(hours * 3_600 - 5));
    assert_eq!(decide(&state, "B", after(hours * 3_600 - 1)), Decision::Rotate);
    assert_eq!(decide(&state, "B", after(hours * 3_600)), Decision::Expired);
    assert_eq!(decide(&state, "A", after(hours * 3_600)), Decision::Expired, "no alarm over a sign-in that is past");
}

#[test]
fn a_revoked_sign_in_is_called_revoked_also_after_its_end() {
    assert_eq!(decide(&family().revoked(after(5)), "A", after(40 * 86_400)), Decision::Revoked);
}

/// What is known of each token ever issued, kept independently of the state under test.
#[derive(Debug, Default)]
struct Model {
    /// Token → (when exchanged, how often, whether a successor of it was used).
    issued: BTreeMap<String, Issued>,
    revoked: bool,
}

#[derive(Debug, Clone, Default)]
struct Issued {
    parent: Option<String>,
    exchanged_at: Option<i64>,
    times: u32,
    is_replaced: bool,
}

impl Model {
    /// The rules of U1 in words: good if never exchanged and not replaced; once more within the grace if no child was ever exchanged.
    fn expect(&self, token: &str, at: i64) -> Decision {
        let about = &self.issued[token];
        let child_used = self.issued.values().any(|other| other.parent.as_deref() == Some(token) && other.times > 0);
        match (self.revoked, about.exchanged_at) {
            (true, _) => Decision::Revoked,
            _ if at >= 12 * 3_600 => Decision::Expired,
            (_, None) if !about.is_replaced => Decision::Rotate,
            (_, Some(then)) if about.times == 1 && at - then <= 10 && !child_used => Decision::GraceReplay,
            _ => Decision::ReuseDetected,
        }
    }

    fn exchange(&mut self, token: &str, successor: String, at: i64) {
        for other in self.issued.values_mut().filter(|other| other.parent.as_deref() == Some(token)) {
            other.is_replaced = true;
        }
        let about = self.issued.get_mut(token).unwrap();
        about.exchanged_at = about.exchanged_at.or(Some(at));
        about.times += 1;
        self.issued.insert(successor, Issued { parent: Some(token.to_owned()), ..Issued::default() });
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_sequence_of_tokens_is_judged_as_by_one_who_remembers_all(steps in prop::collection::vec((0_usize..6, prop_oneof![0_i64..4, 8_i64..13, Just(9_000)]), 1..25)) {
        let mut state = RefreshState::begin(Role::Officer, "t0", start());
        let mut model = Model { issued: BTreeMap::from([("t0".to_owned(), Issued::default())]), revoked: false };
        let mut at = 0;
        for (number, (back, wait)) in steps.into_iter().enumerate() {
            at += wait;
            // One of the newest six tokens, so that all of current, previous, lost and old ones come up.
            let newest = model.issued.len() - 1;
            let token = format!("t{}", newest.saturating_sub(back));
            let successor = format!("t{}", model.issued.len());
            let decision = decide(&state, &token, after(at));
            prop_assert_eq!(decision, model.expect(&token, at), "step {}: {} at {}", number, token, at);
            match decision {
                Decision::Rotate => { state = state.rotated(successor.clone(), after(at)); model.exchange(&token, successor, at); }
                Decision::GraceReplay => { state = state.replayed(successor.clone()); model.exchange(&token, successor, at); }
                Decision::ReuseDetected => { state = state.revoked(after(at)); model.revoked = true; }
                Decision::Expired | Decision::Revoked => {}
            }
            let live = model.issued.keys().filter(|token| decide(&state, token, after(at)) == Decision::Rotate).count();
            prop_assert!(live <= 1, "{} live tokens", live);
        }
    }
}
