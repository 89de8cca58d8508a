//! What administrators do with accounts.

use kembar::actions::accounts::{self, AccountChange, AccountFilter, NewAccount};
use kembar::actions::context::Author;
use kembar::actions::error::Error;
use kembar::domain::account::AccountState;
use kembar::domain::role::Role;
use kembar::store::page::PageAsk;
use rstest::rstest;

use super::world::*;
use crate::support::databases::Backend::{self, Postgres, Sqlite};

#[rstest]
fn a_new_account_is_invited_and_audited(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let new = NewAccount { city: Some("surabaya".to_owned()), ..new_account(" Ana@Surabaya.go.id", Role::FocalPoint) };
    let (stored, invitation) = world.write(|write| accounts::create(write, &Author::CommandLine, new)).unwrap();
    let account = stored.account;
    assert_eq!((account.email.as_str(), account.state, account.version), ("ana@surabaya.go.id", AccountState::Invited, 1));
    assert_eq!(account.person.city, Some(world.surabaya));
    assert_eq!(invitation.expires_at - world.now, accounts::INVITATION_LIFE);
    assert_eq!(accounts::get(&mut world.db, account.id).unwrap().account, account);
    let entry = world.audit().pop().unwrap();
    assert_eq!((entry.action.as_str(), entry.actor.as_str(), entry.object_id), ("account.create", "command line", account.id.to_string()));
}

#[rstest]
fn every_fault_of_a_new_account_is_named_at_once(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let bad = NewAccount {
        email: "no address".to_owned(),
        name: " ".to_owned(),
        city: Some("atlantis".to_owned()),
        country: Some("XX".parse().unwrap()),
        ..new_account("", Role::FocalPoint)
    };
    let outcome = world.write(|write| accounts::create(write, &Author::CommandLine, bad));
    assert_eq!(pointers(outcome), ["/email", "/city", "/country", "/name", "/country"]);
    let dissolved = NewAccount { city: Some("hoi-an".to_owned()), ..new_account("a@b.vn", Role::FocalPoint) };
    assert_eq!(pointers(world.write(|write| accounts::create(write, &Author::CommandLine, dissolved))), ["/city"]);
    let without = new_account("a@b.vn", Role::FocalPoint);
    assert_eq!(pointers(world.write(|write| accounts::create(write, &Author::CommandLine, without))), ["/city"]);
    assert!(world.audit().is_empty(), "nothing was written");
}

#[rstest]
fn an_address_has_one_account_however_it_is_written(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    world.person("ana@cebu.ph", Role::Officer);
    let again = world.write(|write| accounts::create(write, &Author::CommandLine, new_account("ANA@CEBU.PH", Role::Admin)));
    assert!(matches!(again, Err(Error::Exists(_))), "{again:?}");
    assert_eq!(accounts::find_by_email(&mut world.db, "Ana@Cebu.ph ").unwrap().account.person.role, Role::Officer);
    assert!(matches!(accounts::find_by_email(&mut world.db, "nobody"), Err(Error::NotFound(_))));
}

#[rstest]
fn a_role_that_has_no_city_takes_it_away(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let admin = world.person("root@asean.org", Role::Admin);
    let ana = world.person("ana@surabaya.go.id", Role::FocalPoint);
    let to_officer = AccountChange { role: Some(Role::Officer), ..AccountChange::default() };
    let officer = world.write(|write| accounts::update(write, &author(&admin), ana.account.id, 1, to_officer)).unwrap();
    assert_eq!((officer.account.person.role, officer.account.person.city, officer.account.version), (Role::Officer, None, 2));
    assert_eq!(officer.sessions_not_before, Some(world.now), "what was opened before ends");
    let back = AccountChange { role: Some(Role::FocalPoint), ..AccountChange::default() };
    assert_eq!(pointers(world.write(|write| accounts::update(write, &author(&admin), ana.account.id, 2, back))), ["/city"]);
    let name = AccountChange { name: Some("Ana R.".to_owned()), language: Some(Some("id".parse().unwrap())), ..AccountChange::default() };
    world.wait(60);
    let named = world.write(|write| accounts::update(write, &author(&admin), ana.account.id, 2, name)).unwrap();
    assert_eq!(named.sessions_not_before, officer.sessions_not_before, "a name ends nothing");
    assert_eq!(accounts::get(&mut world.db, ana.account.id).unwrap(), named);
}

#[rstest]
fn who_has_seen_an_older_version_changes_nothing(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let admin = world.person("root@asean.org", Role::Admin);
    let ana = world.person("ana@cebu.ph", Role::Officer).account.id;
    let named = |name: &str| AccountChange { name: Some(name.to_owned()), ..AccountChange::default() };
    world.write(|write| accounts::update(write, &author(&admin), ana, 1, named("first"))).unwrap();
    let late = world.write(|write| accounts::update(write, &author(&admin), ana, 1, named("second")));
    assert!(matches!(late, Err(Error::Stale)), "{late:?}");
    assert_eq!(accounts::get(&mut world.db, ana).unwrap().account.person.name, "first");
}

#[rstest]
fn an_administrator_keeps_their_own_rights_and_the_last_one_stays(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let (first, second) = (world.person("one@asean.org", Role::Admin), world.person("two@asean.org", Role::Admin));
    let disable = || AccountChange { state: Some(AccountState::Disabled), ..AccountChange::default() };
    let own = world.write(|write| accounts::update(write, &author(&first), first.account.id, 1, disable()));
    assert!(matches!(own, Err(Error::Forbidden(_))), "{own:?}");
    world.write(|write| accounts::update(write, &author(&first), second.account.id, 1, disable())).unwrap();
    let last = world.write(|write| accounts::update(write, &Author::CommandLine, first.account.id, 1, disable()));
    assert!(matches!(last, Err(Error::Conflict { .. })), "also for an operator: {last:?}");
    let open = AccountChange { state: Some(AccountState::Active), ..AccountChange::default() };
    world.write(|write| accounts::update(write, &author(&first), second.account.id, 2, open)).unwrap();
    world.write(|write| accounts::update(write, &author(&second), first.account.id, 1, disable())).unwrap();
    let actions = world.actions();
    assert_eq!(actions, ["account.create", "account.create", "account.update", "account.update", "account.update"]);
}

#[rstest]
fn an_account_without_a_password_is_opened_as_invited(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let (ana, _) = world.write(|write| accounts::create(write, &Author::CommandLine, new_account("a@b.ph", Role::Officer))).unwrap();
    let to = |state| AccountChange { state: Some(state), ..AccountChange::default() };
    world.write(|write| accounts::update(write, &Author::CommandLine, ana.account.id, 1, to(AccountState::Disabled))).unwrap();
    let invite = world.write(|write| accounts::invite(write, &Author::CommandLine, ana.account.id));
    assert!(matches!(invite, Err(Error::Conflict { .. })), "no invitation opens a closed account");
    let active = world.write(|write| accounts::update(write, &Author::CommandLine, ana.account.id, 2, to(AccountState::Active)));
    assert!(matches!(active, Err(Error::Conflict { .. })), "{active:?}");
    world.write(|write| accounts::update(write, &Author::CommandLine, ana.account.id, 2, to(AccountState::Invited))).unwrap();
    world.write(|write| accounts::invite(write, &Author::CommandLine, ana.account.id)).unwrap();
}

#[rstest]
fn pages_of_accounts_are_walked_without_gap_or_double(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    for i in 0..7 {
        world.person(&format!("p{i}@cebu.ph"), if i % 2 == 0 { Role::Officer } else { Role::Observer });
    }
    let walk = |world: &mut World, filter: &AccountFilter| {
        let (mut ask, mut seen) = (PageAsk { limit: 3, after: None }, Vec::new());
        loop {
            let page = accounts::list(&mut world.db, filter, &ask).unwrap();
            seen.extend(page.items.into_iter().map(|stored| stored.account.email.to_string()));
            match page.next {
                Some(next) => ask.after = Some(next),
                None => return seen,
            }
        }
    };
    let expected: Vec<String> = (0..7).map(|i| format!("p{i}@cebu.ph")).collect();
    assert_eq!(walk(&mut world, &AccountFilter::default()), expected);
    let observers = AccountFilter { role: Some(Role::Observer), state: Some(AccountState::Active), city: None };
    assert_eq!(walk(&mut world, &observers), ["p1@cebu.ph", "p3@cebu.ph", "p5@cebu.ph"]);
    let of_city = AccountFilter { city: Some(world.surabaya), ..AccountFilter::default() };
    assert!(walk(&mut world, &of_city).is_empty());
}

#[rstest]
fn what_is_printed_of_an_account_holds_no_hash_and_no_person(#[values(Sqlite)] on: Backend) {
    let mut world = World::new(on);
    let printed = format!("{:?}", world.person("ana@cebu.ph", Role::Officer));
    assert!(!printed.contains("argon2") && !printed.contains("ana@"), "{printed}");
}
