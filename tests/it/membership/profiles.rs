//! A profile's way: draft, submitted, verified or returned.

use kembar::actions::error::Error;
use kembar::actions::profiles::{self, CurrentProfile, Origin};
use kembar::domain::access::Operation;
use kembar::domain::profile::{Profile, RevisionState};
use kembar::store::cities::{self, CityFilter};
use kembar::store::page::PageAsk;
use rstest::rstest;

use super::world::{World, conflict, pointers};
use crate::support::databases::Backend;

fn body(json: &str) -> Profile {
    serde_json::from_str(json).unwrap()
}

fn put(world: &mut World, expected: i64, body: Profile) -> Result<CurrentProfile, Error> {
    let pass = world.focal(Operation::PutProfile);
    world.write(|write, model| profiles::put(write, model.taxonomy(), &pass, expected, body))
}

fn submit(world: &mut World, expected: i64) -> Result<CurrentProfile, Error> {
    let pass = world.focal(Operation::SubmitProfile);
    world.write(|write, model| profiles::submit(write, model.taxonomy(), &pass, expected))
}

fn verify(world: &mut World, expected: i64) -> Result<CurrentProfile, Error> {
    let pass = world.officer(Operation::VerifyProfile);
    world.write(|write, _| profiles::verify(write, &pass, expected))
}

fn send_back(world: &mut World, expected: i64, reason: &str) -> Result<CurrentProfile, Error> {
    let pass = world.officer(Operation::ReturnProfile);
    world.write(|write, _| profiles::send_back(write, &pass, expected, reason))
}

fn is_listed(world: &mut World, theme: &str) -> bool {
    let filter = CityFilter { theme: Some(theme.parse().unwrap()), ..CityFilter::default() };
    let ask = PageAsk { limit: 1_000, after: None };
    cities::list(&mut world.db, &filter, &ask).unwrap().items.iter().any(|city| city.slug.as_str() == "surabaya")
}

#[rstest]
fn a_focal_point_corrects_what_was_imported(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let city = world.id("surabaya");
    let imported = profiles::current(&mut world.db, city).unwrap();
    let newest = imported.newest.clone().unwrap();
    assert_eq!((imported.version, newest.number, newest.state, newest.origin), (1, 1, RevisionState::Submitted, Origin::Import));
    assert!(!newest.body.priorities.is_empty() && newest.body.priorities.iter().all(|priority| priority.source.is_some()));

    let mut mine = newest.body.clone();
    mine.capacities = body(r#"{"capacities":[{"theme":"solid-waste","level":4,"evidence":"2,000 neighbourhoods sort"}]}"#).capacities;
    let draft = put(&mut world, 1, mine.clone()).unwrap();
    let revision = draft.newest.unwrap();
    assert_eq!((draft.version, revision.number, revision.state, revision.origin), (2, 2, RevisionState::Draft, Origin::City));
    assert_eq!(draft.standing.unwrap().number, 1, "a draft counts for nothing yet");

    mine.has_international_office = Some(true);
    let edited = put(&mut world, 2, mine.clone()).unwrap();
    assert_eq!((edited.version, edited.newest.unwrap().number), (3, 2), "a draft is written over itself");

    let submitted = submit(&mut world, 3).unwrap();
    assert_eq!((submitted.version, submitted.standing.as_ref().unwrap().number), (4, 2));
    assert_eq!(submitted.newest.unwrap().body, mine);
    let verified = verify(&mut world, 4).unwrap();
    assert_eq!(verified.newest.unwrap().state, RevisionState::Verified);

    let numbers = |revisions: Vec<profiles::Revision>| revisions.iter().map(|revision| revision.number).collect::<Vec<_>>();
    assert_eq!(numbers(profiles::revisions(&mut world.db, city, None, 20).unwrap()), [2, 1]);
    assert_eq!(numbers(profiles::revisions(&mut world.db, city, Some(2), 20).unwrap()), [1]);
    let actions: Vec<String> = world.audit().into_iter().map(|entry| entry.action).skip(8).collect();
    assert_eq!(actions, ["profile.write", "profile.write", "profile.submit", "profile.verify"]);
}

#[rstest]
fn what_was_handed_in_is_never_changed(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let city = world.id("surabaya");
    let first = body(r#"{"priorities":[{"theme":"traffic","rank":1}]}"#);
    put(&mut world, 1, first.clone()).unwrap();
    submit(&mut world, 2).unwrap();
    for (version, next) in [(3, "tourism"), (5, "housing-slums")] {
        let draft = put(&mut world, version, body(&format!(r#"{{"priorities":[{{"theme":"{next}"}}]}}"#))).unwrap();
        submit(&mut world, draft.version).unwrap();
    }
    let kept = profiles::revisions(&mut world.db, city, None, 20).unwrap();
    assert_eq!(kept.iter().map(|revision| (revision.number, revision.state)).collect::<Vec<_>>().len(), 4);
    assert_eq!(kept.iter().find(|revision| revision.number == 2).unwrap().body, first);
}

#[rstest]
fn a_returned_profile_says_why_and_the_one_before_counts_again(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    put(&mut world, 1, body(r#"{"priorities":[{"theme":"traffic","rank":1}]}"#)).unwrap();
    submit(&mut world, 2).unwrap();
    assert_eq!(pointers(send_back(&mut world, 3, "  ")), ["/reason"]);
    let returned = send_back(&mut world, 3, "Which year is this from?").unwrap();
    let newest = returned.newest.unwrap();
    assert_eq!((newest.state, newest.reason.as_deref()), (RevisionState::Returned, Some("Which year is this from?")));
    assert_eq!(returned.standing.unwrap().origin, Origin::Import);
    assert_eq!(world.last_entry().reason.as_deref(), Some("Which year is this from?"));
    let again = put(&mut world, 4, body(r#"{"priorities":[{"theme":"traffic","rank":1,"year":2026}]}"#)).unwrap();
    assert_eq!(again.newest.unwrap().number, 3, "what was returned stays as it was");
}

#[rstest]
fn a_step_out_of_order_is_refused_and_names_the_state(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    assert_eq!(conflict(submit(&mut world, 1)), "submitted", "there is no draft");
    put(&mut world, 1, body(r#"{"priorities":[{"theme":"traffic"}]}"#)).unwrap();
    assert_eq!(conflict(verify(&mut world, 2)), "draft");
    assert_eq!(conflict(send_back(&mut world, 2, "no")), "draft");
    submit(&mut world, 2).unwrap();
    verify(&mut world, 3).unwrap();
    for refused in [submit(&mut world, 4), verify(&mut world, 4), send_back(&mut world, 4, "no")] {
        assert_eq!(conflict(refused), "verified");
    }
    let entries = world.audit().len();
    assert!(matches!(verify(&mut world, 3), Err(Error::Stale)), "the version comes before the state");
    assert_eq!(world.audit().len(), entries, "a refusal leaves no trace");
}

#[rstest]
fn a_profile_with_faults_changes_nothing(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let foreign = world.id("iloilo-city");
    let foreign = kembar::store::practices::of_cities(&mut world.db, Some(&[foreign])).unwrap()[0].id;
    let bad = body(&format!(
        r#"{{"priorities":[{{"theme":"nonsense"}}],"capacities":[{{"theme":"traffic","level":9,"practice":"{foreign}"}}]}}"#
    ));
    assert_eq!(pointers(put(&mut world, 1, bad)), ["/capacities/0/level", "/capacities/0/practice", "/priorities/0/theme"]);
    put(&mut world, 1, Profile::default()).unwrap();
    assert_eq!(pointers(submit(&mut world, 2)), [""], "an empty draft may be kept, but not handed in");
}

#[rstest]
fn the_public_sees_what_is_verified_or_published_elsewhere(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    assert!(!is_listed(&mut world, "peace-cohesion"));
    put(&mut world, 1, body(r#"{"priorities":[{"theme":"peace-cohesion","rank":1}]}"#)).unwrap();
    submit(&mut world, 2).unwrap();
    assert!(!is_listed(&mut world, "peace-cohesion"), "between the city and the secretariat");
    verify(&mut world, 3).unwrap();
    assert!(is_listed(&mut world, "peace-cohesion"));
}

#[rstest]
fn of_two_who_write_at_once_one_wins(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let pass = world.focal(Operation::PutProfile);
    let threads: Vec<_> = (0..8)
        .map(|i| {
            let (mut db, pass, now) = (world.another(), pass.clone(), world.now);
            std::thread::spawn(move || {
                let model = kembar::actions::matching::models::current().unwrap();
                let ids = kembar::actions::context::Ids::default();
                let body = body(&format!(r#"{{"priorities":[{{"theme":"traffic","what":"writer {i}"}}]}}"#));
                db.write(|db| {
                    let mut write = kembar::actions::context::Write::new(db, now, ids, None);
                    profiles::put(&mut write, model.taxonomy(), &pass, 1, body)
                })
                .is_ok()
            })
        })
        .collect();
    let won = threads.into_iter().map(|thread| thread.join().unwrap()).filter(|is_ok| *is_ok).count();
    assert_eq!(won, 1);
    let city = world.id("surabaya");
    assert_eq!(profiles::current(&mut world.db, city).unwrap().version, 2);
}
