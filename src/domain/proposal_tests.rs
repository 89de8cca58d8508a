//! The state machine, tried whole: every state with every deed by every role.

use uuid::Uuid;

use super::*;
use crate::domain::pairing::Kind;

fn user(n: u128) -> UserId {
    UserId(Uuid::from_u128(n))
}

fn city(n: u128) -> CityId {
    CityId(Uuid::from_u128(n))
}

fn actor(n: u128, role: Role) -> Actor {
    Actor { user: user(n), role, city: (role == Role::FocalPoint).then(|| city(1)), country: None }
}

fn proposal(state: ProposalState) -> Proposal {
    Proposal {
        state,
        pair: Pair::new(Kind::SisterCity, city(1), city(2)).unwrap(),
        created_by: user(100),
        last_edited_by: user(100),
        recommended_by: vec![user(101)],
        accepted_by: vec![],
        is_held: false,
    }
}

fn deeds() -> Vec<Deed> {
    let mut deeds: Vec<Deed> = Decision::ALL.iter().map(|decision| Deed::Review(*decision)).collect();
    deeds.extend(AnswerWord::ALL.iter().map(|word| Deed::Answer(*word)));
    deeds.extend([Deed::Edit, Deed::Publish, Deed::Withdraw]);
    deeds
}

/// The arrows of the domain, written down a second time and by hand, so that a slip in the code cannot hide in the test.
fn is_legal(state: ProposalState, deed: Deed, role: Role) -> bool {
    let s = state.as_str();
    match (deed, role) {
        (Deed::Review(Decision::Recommend), Role::Officer) => ["proposed", "deferred"].contains(&s),
        (Deed::Review(Decision::Approve), Role::Approver) => s == "recommended",
        (Deed::Review(Decision::Recommend | Decision::Approve), _) => false,
        (Deed::Review(Decision::Reject), _) => ["proposed", "recommended", "deferred", "returned"].contains(&s),
        (Deed::Review(Decision::Defer), _) => ["proposed", "recommended"].contains(&s),
        (Deed::Review(Decision::Return), _) => ["proposed", "recommended", "deferred"].contains(&s),
        (Deed::Edit, Role::Officer) => ["proposed", "recommended", "deferred", "returned"].contains(&s),
        (Deed::Answer(_), Role::FocalPoint) => s == "invited",
        (Deed::Publish, Role::Approver) => s == "accepted",
        (Deed::Withdraw, Role::Approver) => !["rejected", "withdrawn", "expired", "declined"].contains(&s),
        (Deed::Withdraw, _) => !["rejected", "withdrawn", "expired", "declined", "published"].contains(&s),
        (Deed::Edit | Deed::Answer(_) | Deed::Publish | Deed::Expire, _) => false,
    }
}

#[test]
fn only_the_listed_arrows_exist() {
    let mut tried = 0;
    for &state in ProposalState::ALL {
        for deed in deeds() {
            for &role in Role::ALL {
                // Reviews and withdrawals by other roles are stopped before this point, by the table of operations.
                if matches!(deed, Deed::Review(_) | Deed::Withdraw) && !matches!(role, Role::Officer | Role::Approver) {
                    continue;
                }
                let outcome = proposal(state).apply(deed, &actor(7, role));
                assert_eq!(outcome.is_ok(), is_legal(state, deed, role), "{state} {deed:?} by {role}: {outcome:?}");
                tried += 1;
            }
        }
    }
    assert_eq!(tried, 384, "a state, a deed or a role was added without a thought for this table");
}

#[test]
fn nobody_approves_what_passed_through_their_own_hands() {
    for hand in [100, 101] {
        let refusal = proposal(Recommended).apply(Deed::Review(Decision::Approve), &actor(hand, Role::Approver)).unwrap_err();
        assert!(matches!(refusal, Refusal::FourEyes { .. }), "{refusal}");
    }
}

#[test]
fn an_approval_goes_out_to_both_cities_at_once() {
    let steps = proposal(Recommended).apply(Deed::Review(Decision::Approve), &actor(7, Role::Approver)).unwrap();
    assert_eq!(steps, [Step { from: Recommended, to: Approved }, Step { from: Approved, to: Invited }]);
}

#[test]
fn the_second_acceptance_publishes_unless_it_is_held() {
    let first = proposal(Invited).apply(Deed::Answer(AnswerWord::Accept), &actor(7, Role::FocalPoint)).unwrap();
    assert_eq!(first.last().unwrap().to, Invited);
    let waiting = Proposal { accepted_by: vec![city(2)], ..proposal(Invited) };
    let second = waiting.apply(Deed::Answer(AnswerWord::Accept), &actor(7, Role::FocalPoint)).unwrap();
    assert_eq!(second.last().unwrap().to, Published);
    let held = Proposal { is_held: true, ..waiting };
    let second = held.apply(Deed::Answer(AnswerWord::Accept), &actor(7, Role::FocalPoint)).unwrap();
    assert_eq!(second.last().unwrap().to, Accepted);
}

#[test]
fn a_city_that_is_not_asked_cannot_answer() {
    let stranger = Actor { city: Some(city(3)), ..actor(7, Role::FocalPoint) };
    assert_eq!(proposal(Invited).apply(Deed::Answer(AnswerWord::Accept), &stranger), Err(Refusal::NotAParty));
}

#[test]
fn a_city_answers_once() {
    let answered = Proposal { accepted_by: vec![city(1)], ..proposal(Invited) };
    assert_eq!(answered.apply(Deed::Answer(AnswerWord::Accept), &actor(7, Role::FocalPoint)), Err(Refusal::AlreadyAnswered));
}

#[test]
fn a_refusal_names_the_state_and_the_way_out() {
    let refusal = proposal(Declined).apply(Deed::Publish, &actor(7, Role::Approver)).unwrap_err();
    assert_eq!(refusal.to_string(), "the proposal is declined, and publishing is possible only when it is accepted");
}

fn minutes(after: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::minutes(after)
}

#[test]
fn a_reviewer_may_undo_their_own_word_for_ten_minutes_while_no_city_has_answered() {
    let spoken = LastWord { decision: Decision::Approve, by: user(7), at: minutes(0), from: Recommended };
    let (own, other) = (actor(7, Role::Approver), actor(8, Role::Approver));
    let undone = |proposal: &Proposal, last, actor: &Actor, after| proposal.undo(last, actor, minutes(after));
    assert_eq!(undone(&proposal(Invited), Some(spoken), &own, 9), Ok(Step { from: Invited, to: Recommended }));
    let answered = Proposal { accepted_by: vec![city(1)], ..proposal(Invited) };
    for (why, refused) in [
        (NoUndo::NoDecision, undone(&proposal(Invited), None, &own, 0)),
        (NoUndo::NotYours, undone(&proposal(Invited), Some(spoken), &other, 0)),
        (NoUndo::TooLate, undone(&proposal(Invited), Some(spoken), &own, 10)),
        (NoUndo::CityAnswered, undone(&answered, Some(spoken), &own, 1)),
    ] {
        assert_eq!(refused, Err(Refusal::NoUndo(why)));
    }
}
