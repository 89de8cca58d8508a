//! A practice's way: handed in, curated, published, and back.

use kembar::actions::error::Error;
use kembar::actions::practices::{self, SeenPractice, StoredPractice, Verdict};
use kembar::domain::access::Operation;
use kembar::domain::practice::{Practice, PracticeState};
use kembar::domain::role::Role;
use rstest::rstest;

use super::world::{World, conflict, pointers};
use crate::support::databases::Backend;

use PracticeState::{Curated, Published, Submitted};

fn body(title: &str) -> Practice {
    let json = format!(
        r#"{{"themes":["solid-waste"],"title":"{title}","what_was_done":"Compost at home","basis":"described","evidence_link":"https://example.org/compost"}}"#
    );
    serde_json::from_str(&json).unwrap()
}

fn hand_in(world: &mut World, title: &str) -> StoredPractice {
    let (pass, body) = (world.focal(Operation::CreatePractice), body(title));
    world.write(|write, model| practices::create(write, model.taxonomy(), &pass, body)).unwrap()
}

fn seen(practice: &StoredPractice) -> SeenPractice {
    SeenPractice { id: practice.id, version: practice.version }
}

fn decide(world: &mut World, practice: &StoredPractice, state: PracticeState, reason: Option<&str>) -> Result<StoredPractice, Error> {
    let (pass, seen) = (world.officer(Operation::DecidePractice), seen(practice));
    let verdict = Verdict { state, reason: reason.map(str::to_owned) };
    world.write(|write, _| practices::decide(write, &pass, seen, verdict))
}

fn correct(world: &mut World, role: Role, practice: &StoredPractice, body: Practice) -> Result<StoredPractice, Error> {
    let caller = world.person(role);
    let pass = world.pass_of(&caller, Operation::UpdatePractice, Some("surabaya"))?;
    let seen = seen(practice);
    world.write(|write, model| practices::update(write, model.taxonomy(), &pass, seen, body))
}

#[rstest]
fn a_practice_is_handed_in_curated_and_published(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let new = hand_in(&mut world, "Takakura home composting");
    assert_eq!((new.state, new.version), (Submitted, 1));
    let curated = decide(&mut world, &new, Curated, None).unwrap();
    let published = decide(&mut world, &curated, Published, None).unwrap();
    let found = practices::find(&mut world.db, new.city, new.id).unwrap();
    assert_eq!(found, published);
    let actions: Vec<String> = world.audit().into_iter().map(|entry| entry.action).skip(8).collect();
    assert_eq!(actions, ["practice.create", "practice.curate", "practice.publish"]);
}

#[rstest]
fn a_practice_goes_one_step_at_a_time(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let new = hand_in(&mut world, "One step");
    let mut accepted = Vec::new();
    let ways: [(PracticeState, &[PracticeState]); 3] = [(Submitted, &[]), (Curated, &[Curated]), (Published, &[Curated, Published])];
    for (from, way) in ways {
        for to in [Submitted, Curated, Published] {
            let mut practice = hand_in(&mut world, &format!("{from} to {to}"));
            for step in way {
                practice = decide(&mut world, &practice, *step, None).unwrap();
            }
            match decide(&mut world, &practice, to, Some("because")) {
                Ok(_) => accepted.push((from, to)),
                refused => assert_eq!(conflict(refused), from.as_str()),
            }
        }
    }
    assert_eq!(accepted, [(Submitted, Curated), (Curated, Submitted), (Curated, Published), (Published, Curated)]);
    assert_eq!(new.state, Submitted);
}

#[rstest]
fn a_practice_that_goes_back_to_the_city_says_why(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let new = hand_in(&mut world, "Why");
    let curated = decide(&mut world, &new, Curated, None).unwrap();
    assert_eq!(pointers(decide(&mut world, &curated, Submitted, None)), ["/reason"]);
    let back = decide(&mut world, &curated, Submitted, Some("What came of it?")).unwrap();
    assert_eq!(back.reason.as_deref(), Some("What came of it?"));
    let corrected = correct(&mut world, Role::FocalPoint, &back, body("Why, with a result")).unwrap();
    assert_eq!(corrected.reason, None, "answered");
}

#[rstest]
fn a_published_practice_that_the_city_edits_is_handed_in_anew(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let new = hand_in(&mut world, "Edited");
    let curated = decide(&mut world, &new, Curated, None).unwrap();
    let published = decide(&mut world, &curated, Published, None).unwrap();
    let by_officer = correct(&mut world, Role::Officer, &published, body("Edited, a typing error less")).unwrap();
    assert_eq!(by_officer.state, Published);
    assert!(matches!(correct(&mut world, Role::FocalPoint, &published, body("too late")), Err(Error::Stale)));
    let by_city = correct(&mut world, Role::FocalPoint, &by_officer, body("Edited by the city")).unwrap();
    assert_eq!(by_city.state, Submitted);
}

#[rstest]
fn a_practice_of_another_city_does_not_exist_for_this_one(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let iloilo = world.id("iloilo-city");
    let theirs = kembar::store::practices::of_cities(&mut world.db, Some(&[iloilo])).unwrap().remove(0);
    assert!(matches!(correct(&mut world, Role::FocalPoint, &theirs, body("stolen")), Err(Error::NotFound("practice"))));
    let caller = world.person(Role::FocalPoint);
    let refused = world.pass_of(&caller, Operation::UpdatePractice, Some("iloilo-city"));
    assert!(matches!(refused, Err(Error::NotFound("city"))));
}

#[rstest]
fn a_practice_with_faults_is_refused_with_all_of_them(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let pass = world.focal(Operation::CreatePractice);
    let bad: Practice = serde_json::from_str(
        r#"{"themes":["nonsense"],"title":" ","basis":"documented_result","year":1066,"evidence_link":"javascript:alert(1)"}"#,
    )
    .unwrap();
    let refused = world.write(|write, model| practices::create(write, model.taxonomy(), &pass, bad));
    assert_eq!(pointers(refused), ["/evidence_link", "/result", "/themes/0", "/title", "/year"]);
}
