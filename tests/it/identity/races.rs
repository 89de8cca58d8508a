//! Many at once: what must happen once happens once.

use std::sync::Barrier;
use std::thread;

use chrono::{DateTime, Utc};
use kembar::actions::accounts::{self, AccountChange};
use kembar::actions::context::{Author, Ids, Write};
use kembar::actions::error::Error;
use kembar::actions::identity_passwords as passwords;
use kembar::actions::identity_sessions as sessions;
use kembar::actions::portals::{self, NewKey};
use kembar::domain::account::AccountState;
use kembar::domain::role::Role;
use kembar::store::connection::Db;
use rstest::rstest;

use super::world::*;
use crate::support::databases::Backend::{self, Postgres, Sqlite};

/// Runs the same work on so many connections at once.
fn at_once<T: Send>(world: &World, times: usize, work: impl Fn(&mut Write<'_>, usize) -> Result<T, Error> + Sync) -> Vec<Result<T, Error>> {
    let barrier = Barrier::new(times);
    let run = |mut db: Db, now: DateTime<Utc>, number: usize| {
        barrier.wait();
        write_on(&mut db, now, &Ids::default(), |write| work(write, number))
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..times)
            .map(|number| {
                let (db, now, run) = (world.another(), world.now, &run);
                scope.spawn(move || run(db, now, number))
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

#[rstest]
fn of_twenty_parallel_refreshes_at_most_one_successor_lives(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    world.person("ana@cebu.ph", Role::Officer);
    let candidate = sessions::candidate(&mut world.db, "ana@cebu.ph").unwrap();
    let opened = world.write(|write| sessions::sign_in(write, &candidate, None)).unwrap().unwrap();
    let answers = at_once(&world, 20, |write, _| sessions::refresh(write, &opened.refresh_token));
    let successors: Vec<_> = answers.into_iter().map(|answer| answer.unwrap()).filter_map(Result::ok).collect();
    assert!((1..=2).contains(&successors.len()), "the exchange, and one replay: {}", successors.len());
    let stored = kembar::store::sessions::find(&mut world.db, opened.session).unwrap().unwrap();
    assert!(stored.revoked.is_some(), "eighteen reuses ended the session");
    let live = successors.iter().filter(|one| world.write(|write| sessions::refresh(write, &one.refresh_token)).unwrap().is_ok()).count();
    assert_eq!(live, 0);
    assert_eq!(world.actions().iter().filter(|action| *action == "session.end_reused").count(), 1);
}

#[rstest]
fn two_administrators_who_demote_each_other_leave_one(#[values(Sqlite, Postgres)] on: Backend) {
    for _ in 0..5 {
        let mut world = World::new(on);
        let admins = [world.person("one@asean.org", Role::Admin), world.person("two@asean.org", Role::Admin)];
        let answers = at_once(&world, 2, |write, number| {
            let (me, other) = (&admins[number], &admins[1 - number]);
            let disable = AccountChange { state: Some(AccountState::Disabled), ..AccountChange::default() };
            accounts::update(write, &author(me), other.account.id, 1, disable)
        });
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
        assert_eq!(kembar::store::accounts::count_active_admins(&mut world.db).unwrap(), 1);
    }
}

#[rstest]
fn an_invitation_that_is_accepted_ten_times_at_once_works_once(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let (stored, invitation) =
        world.write(|write| accounts::create(write, &Author::CommandLine, new_account("ana@cebu.ph", Role::Officer))).unwrap();
    let hashes: Vec<String> = (0..10).map(|number| cheap_hash(&format!("{PASSWORD} {number}"))).collect();
    let answers = at_once(&world, 10, |write, number| passwords::accept_invitation(write, &invitation.token, &hashes[number]));
    let winner = answers.iter().position(Result::is_ok).unwrap();
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
    let now = accounts::get(&mut world.db, stored.account.id).unwrap();
    assert_eq!(now.password_hash.as_ref(), Some(&hashes[winner]), "the one who was told so");
}

#[rstest]
fn of_ten_keys_made_at_once_two_work(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let settings = serde_json::from_value(serde_json::json!({"name": "Portal"})).unwrap();
    let portal = world.write(|write| portals::create(write, &Author::CommandLine, "site", settings, &|_| true)).unwrap();
    let answers = at_once(&world, 10, |write, _| portals::create_key(write, &Author::CommandLine, portal.id, NewKey::default()));
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), portals::LIVE_KEYS_MAX, "{answers:?}");
    let (now, keys) = portals::get(&mut world.db, portal.id).unwrap();
    assert_eq!((now.version, keys.len()), (3, 2));
}
