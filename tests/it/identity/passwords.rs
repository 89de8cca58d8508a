//! Setting the first password and another one.

use kembar::actions::accounts::{self, AccountChange};
use kembar::actions::context::Author;
use kembar::actions::error::Error;
use kembar::actions::identity_passwords as passwords;
use kembar::actions::identity_sessions as sessions;
use kembar::auth::secret::Secret;
use kembar::domain::account::AccountState;
use kembar::domain::role::Role;
use rstest::rstest;

use super::world::*;
use crate::support::databases::Backend::{self, Postgres, Sqlite};

fn invite(world: &mut World, email: &str) -> (kembar::domain::id::UserId, Secret) {
    let (stored, invitation) =
        world.write(|write| accounts::create(write, &Author::CommandLine, new_account(email, Role::Officer))).unwrap();
    (stored.account.id, invitation.token)
}

fn is_open(world: &mut World, token: &Secret) -> bool {
    let now = world.now;
    passwords::invited(&mut world.db, token, now).is_ok()
}

#[rstest]
fn an_invitation_sets_a_password_once(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let (id, token) = invite(&mut world, "ana@cebu.ph");
    assert!(is_open(&mut world, &token));
    let opened = world.write(|write| passwords::accept_invitation(write, &token, &cheap_hash(PASSWORD))).unwrap();
    assert_eq!(opened.user, id);
    let account = accounts::get(&mut world.db, id).unwrap().account;
    assert_eq!((account.state, account.version), (AccountState::Active, 2));
    let again = world.write(|write| passwords::accept_invitation(write, &token, &cheap_hash("another one")));
    assert!(matches!(again, Err(Error::Unauthenticated(_))), "{again:?}");
    assert!(!is_open(&mut world, &token));
    assert_eq!(world.actions(), ["account.create", "account.accept_invitation"]);
    assert!(sessions::candidate(&mut world.db, "ana@cebu.ph").unwrap().password_hash.is_some());
}

#[rstest]
fn an_invitation_runs_out_after_a_week_and_a_new_one_ends_the_old(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let (id, first) = invite(&mut world, "ana@cebu.ph");
    world.wait(7 * 86_400 - 1);
    assert!(is_open(&mut world, &first));
    world.wait(1);
    assert!(!is_open(&mut world, &first));
    let (_, second) = world.write(|write| accounts::invite(write, &Author::CommandLine, id)).unwrap();
    let (_, third) = world.write(|write| accounts::invite(write, &Author::CommandLine, id)).unwrap();
    assert!(!is_open(&mut world, &second.token) && is_open(&mut world, &third.token));
}

#[rstest]
fn an_invitation_does_not_open_a_closed_account(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let (id, token) = invite(&mut world, "ana@cebu.ph");
    let to = |state| AccountChange { state: Some(state), ..AccountChange::default() };
    world.write(|write| accounts::update(write, &Author::CommandLine, id, 1, to(AccountState::Disabled))).unwrap();
    assert!(!is_open(&mut world, &token));
    assert!(world.write(|write| passwords::accept_invitation(write, &token, &cheap_hash(PASSWORD))).is_err());
    world.write(|write| accounts::update(write, &Author::CommandLine, id, 2, to(AccountState::Invited))).unwrap();
    assert!(!is_open(&mut world, &token), "also when the account is opened again");
}

#[rstest]
fn a_lost_password_is_replaced_by_an_invitation_and_works_until_then(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let ana = world.person("ana@cebu.ph", Role::Officer);
    let (_, invitation) = world.write(|write| accounts::invite(write, &Author::CommandLine, ana.account.id)).unwrap();
    let old = sessions::candidate(&mut world.db, "ana@cebu.ph").unwrap();
    let before = world.write(|write| sessions::sign_in(write, &old, None)).unwrap().unwrap();
    world.wait(1);
    let after = world.write(|write| passwords::accept_invitation(write, &invitation.token, &cheap_hash("new one"))).unwrap();
    assert!(world.write(|write| sessions::refresh(write, &before.refresh_token)).unwrap().is_err());
    assert!(world.write(|write| sessions::refresh(write, &after.refresh_token)).unwrap().is_ok());
    assert!(world.write(|write| sessions::sign_in(write, &old, None)).unwrap().is_err(), "the old password is gone");
}

#[rstest]
fn another_password_ends_all_sessions_but_the_new_one(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let ana = world.person("ana@cebu.ph", Role::Officer);
    let candidate = sessions::candidate(&mut world.db, "ana@cebu.ph").unwrap();
    let old: Vec<_> = (0..2).map(|_| world.write(|write| sessions::sign_in(write, &candidate, None)).unwrap().unwrap()).collect();
    world.wait(1);
    let changing = passwords::changing(&mut world.db, &actor(&ana)).unwrap();
    let hash = cheap_hash("four boats downriver");
    let new = world.write(|write| passwords::change(write, &actor(&ana), changing.password_hash.as_deref(), &hash)).unwrap();
    for session in old {
        assert!(world.write(|write| sessions::refresh(write, &session.refresh_token)).unwrap().is_err());
    }
    assert!(world.write(|write| sessions::refresh(write, &new.refresh_token)).unwrap().is_ok());
    let late = world.write(|write| passwords::change(write, &actor(&ana), changing.password_hash.as_deref(), &hash));
    assert!(matches!(late, Err(Error::Busy(_))), "the comparison was with an older password: {late:?}");
    assert!(world.actions().contains(&"account.change_password".to_owned()));
}

#[rstest]
fn a_password_that_others_can_guess_is_refused_with_every_reason(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let ana = world.person("ana@surabaya.go.id", Role::FocalPoint);
    let owner = passwords::changing(&mut world.db, &actor(&ana)).unwrap().owner;
    assert_eq!(owner.email(), "ana@surabaya.go.id");
    let Err(Error::Invalid(faults)) = owner.check("/password", &"Surabaya-Reyes1".into()) else { panic!("it says nothing of its own") };
    let told = faults.into_vec().pop().unwrap().detail;
    assert!(told.contains("'surabaya'") && told.contains("'reyes'"), "the city's name and their own: {told}");
    assert_eq!(pointers(owner.check("/password", &"aaaa".into())).len(), 2);
    assert!(owner.check("/password", &PASSWORD.into()).is_ok());
}

#[rstest]
fn an_operator_sets_a_password_and_ends_what_was_open(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let (id, token) = invite(&mut world, "ana@cebu.ph");
    let account = world.write(|write| accounts::set_password(write, &Author::CommandLine, id, &cheap_hash(PASSWORD))).unwrap();
    assert_eq!((account.state, account.version), (AccountState::Active, 2));
    assert_eq!(accounts::get(&mut world.db, id).unwrap().account, account);
    assert!(!is_open(&mut world, &token), "the invitation is not needed any more");
}
