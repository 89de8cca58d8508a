//! Signing in, going on, and signing out.

use kembar::actions::accounts::{self, AccountChange, StoredAccount};
use kembar::actions::context::Author;
use kembar::actions::error::Error;
use kembar::actions::identity;
use kembar::actions::identity_sessions::{self as sessions, Opened};
use kembar::auth::access_token::{Claims, Realm};
use kembar::auth::refresh_token::RefreshToken;
use kembar::auth::secret::Secret;
use kembar::domain::account::AccountState;
use kembar::domain::id::SessionId;
use kembar::domain::role::{Caller, Role};
use rstest::rstest;

use super::world::*;
use crate::support::databases::Backend::{self, Postgres, Sqlite};

fn sign_in(world: &mut World, email: &str) -> Opened {
    let candidate = sessions::candidate(&mut world.db, email).unwrap();
    world.write(|write| sessions::sign_in(write, &candidate, None)).unwrap().unwrap()
}

fn refresh(world: &mut World, token: &Secret) -> Result<Opened, Error> {
    world.write(|write| sessions::refresh(write, token)).unwrap()
}

fn claims(world: &World, opened: &Opened) -> Claims {
    Claims::issue(&Realm::new("https://kembar.example", "kembar-api"), opened.user, opened.session, world.now).unwrap()
}

fn caller(world: &mut World, opened: &Opened) -> Result<Caller, Error> {
    let claims = claims(world, opened);
    identity::caller_of(&mut world.db, &claims, world.now)
}

fn is_signed_in(world: &mut World, opened: &Opened) -> bool {
    match caller(world, opened) {
        Ok(_) => true,
        Err(Error::Unauthenticated(_)) => false,
        Err(other) => panic!("{other:?}"),
    }
}

fn change(world: &mut World, of: &StoredAccount, change: AccountChange) {
    let version = accounts::get(&mut world.db, of.account.id).unwrap().account.version;
    world.write(|write| accounts::update(write, &Author::CommandLine, of.account.id, version, change)).unwrap();
}

#[rstest]
fn who_signed_in_acts_with_the_role_of_this_moment(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let ana = world.person("ana@surabaya.go.id", Role::FocalPoint);
    let opened = sign_in(&mut world, "ANA@surabaya.go.id");
    assert_eq!(caller(&mut world, &opened).unwrap(), Caller::Person(actor(&ana)));
    assert_eq!(accounts::get(&mut world.db, ana.account.id).unwrap().last_login_at, Some(world.now));
    let entry = world.audit().pop().unwrap();
    assert_eq!(
        (entry.action.as_str(), entry.actor, entry.object_id),
        ("session.open", ana.account.id.to_string(), opened.session.to_string())
    );
}

#[rstest]
fn nobody_signs_in_to_an_account_that_is_unknown_invited_or_disabled(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    world.person("open@cebu.ph", Role::Officer);
    let closed = world.person("closed@cebu.ph", Role::Officer);
    change(&mut world, &closed, AccountChange { state: Some(AccountState::Disabled), ..AccountChange::default() });
    world.write(|write| accounts::create(write, &Author::CommandLine, new_account("new@cebu.ph", Role::Officer))).unwrap();
    for email in ["nobody@cebu.ph", "closed@cebu.ph", "new@cebu.ph", "my password, in the wrong field"] {
        let candidate = sessions::candidate(&mut world.db, email).unwrap();
        assert_eq!(candidate.password_hash, None, "{email}");
        let refused = world.write(|write| sessions::sign_in(write, &candidate, None)).unwrap();
        assert_eq!(refused.unwrap_err().to_string(), sessions::WRONG.to_string(), "{email}");
    }
    let entries = world.audit().split_off(4);
    let reasons: Vec<_> = entries.iter().map(|entry| entry.reason.clone().unwrap()).collect();
    assert_eq!(
        reasons,
        [
            "no account has this e-mail address",
            "the account is disabled",
            "the account has no password yet",
            "no account has this e-mail address"
        ]
    );
    assert!(entries.iter().all(|entry| entry.action == "session.refuse" && !format!("{entry:?}").contains("wrong field")));
}

#[rstest]
fn a_comparison_with_a_password_that_was_changed_meanwhile_opens_nothing(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let ana = world.person("ana@cebu.ph", Role::Officer);
    let candidate = sessions::candidate(&mut world.db, "ana@cebu.ph").unwrap();
    world.write(|write| accounts::set_password(write, &Author::CommandLine, ana.account.id, &cheap_hash("another one"))).unwrap();
    assert!(world.write(|write| sessions::sign_in(write, &candidate, None)).unwrap().is_err());
    let candidate = sessions::candidate(&mut world.db, "ana@cebu.ph").unwrap();
    change(&mut world, &ana, AccountChange { state: Some(AccountState::Disabled), ..AccountChange::default() });
    assert!(world.write(|write| sessions::sign_in(write, &candidate, None)).unwrap().is_err());
}

#[rstest]
fn a_stronger_hash_takes_the_place_of_the_one_that_was_compared(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let ana = world.person("ana@cebu.ph", Role::Officer);
    let candidate = sessions::candidate(&mut world.db, "ana@cebu.ph").unwrap();
    let stronger = cheap_hash(PASSWORD);
    world.write(|write| sessions::sign_in(write, &candidate, Some(&stronger))).unwrap().unwrap();
    let now = accounts::get(&mut world.db, ana.account.id).unwrap();
    assert_eq!((now.password_hash, now.account.version), (Some(stronger), 1), "which changes nothing that an administrator sees");
}

#[rstest]
fn a_refresh_token_is_exchanged_for_the_next(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    world.person("ana@surabaya.go.id", Role::FocalPoint);
    let first = sign_in(&mut world, "ana@surabaya.go.id");
    world.wait(3_600);
    let second = refresh(&mut world, &first.refresh_token).unwrap();
    assert_eq!((second.session, second.expires_at), (first.session, first.expires_at), "the same session, not a longer one");
    assert_ne!(second.refresh_token.expose(), first.refresh_token.expose());
    world.wait(3_600);
    assert!(refresh(&mut world, &second.refresh_token).is_ok());
    assert_eq!(world.actions(), ["account.create", "session.open"], "a plain exchange gives nobody anything new");
}

#[rstest]
fn a_used_token_that_comes_back_ends_the_session_for_everybody(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    world.person("ana@cebu.ph", Role::Officer);
    let first = sign_in(&mut world, "ana@cebu.ph");
    let second = refresh(&mut world, &first.refresh_token).unwrap();
    world.wait(11);
    assert!(matches!(refresh(&mut world, &first.refresh_token), Err(Error::Unauthenticated(_))));
    assert!(matches!(refresh(&mut world, &second.refresh_token), Err(Error::Unauthenticated(_))), "the thief's or the owner's");
    assert!(!is_signed_in(&mut world, &first), "and the access tokens with it");
    assert_eq!(world.actions(), ["account.create", "session.open", "session.end_reused"], "recorded although it was refused");
}

#[rstest]
fn an_answer_that_got_lost_can_be_asked_for_once_more(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    world.person("ana@cebu.ph", Role::Officer);
    let first = sign_in(&mut world, "ana@cebu.ph");
    let lost = refresh(&mut world, &first.refresh_token).unwrap();
    world.wait(5);
    let again = refresh(&mut world, &first.refresh_token).unwrap();
    let next = refresh(&mut world, &again.refresh_token).unwrap();
    assert_eq!(world.actions().pop().unwrap(), "session.replay");
    assert!(refresh(&mut world, &lost.refresh_token).is_err(), "the lost one died");
    assert!(refresh(&mut world, &next.refresh_token).is_err(), "and whoever has it set off the alarm");
}

#[rstest]
fn who_only_knows_a_session_s_id_cannot_end_it(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    world.person("ana@cebu.ph", Role::Officer);
    let opened = sign_in(&mut world, "ana@cebu.ph");
    let forged = RefreshToken::begin(opened.session).unwrap();
    let unknown = RefreshToken::begin(SessionId(uuid::Uuid::from_u128(7))).unwrap();
    for token in [forged.text(), unknown.text(), &"rubbish".into(), &"".into()] {
        assert!(matches!(refresh(&mut world, token), Err(Error::Unauthenticated(_))));
    }
    assert!(is_signed_in(&mut world, &opened));
    assert!(refresh(&mut world, &opened.refresh_token).is_ok());
}

#[rstest]
#[case(Role::FocalPoint, 30 * 86_400)]
#[case(Role::Officer, 12 * 3_600)]
fn a_session_ends_by_itself(#[values(Sqlite, Postgres)] on: Backend, #[case] role: Role, #[case] seconds: i64) {
    let mut world = World::new(on);
    world.person("ana@cebu.ph", role);
    let opened = sign_in(&mut world, "ana@cebu.ph");
    world.wait(seconds - 1);
    assert!(is_signed_in(&mut world, &opened));
    let last = refresh(&mut world, &opened.refresh_token).unwrap();
    world.wait(1);
    assert!(!is_signed_in(&mut world, &opened));
    assert!(refresh(&mut world, &last.refresh_token).is_err());
}

#[rstest]
fn signing_out_ends_this_session_and_no_other(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let ana = world.person("ana@cebu.ph", Role::Officer);
    let ben = world.person("ben@cebu.ph", Role::Officer);
    let (here, there) = (sign_in(&mut world, "ana@cebu.ph"), sign_in(&mut world, "ana@cebu.ph"));
    world.write(|write| sessions::close(write, &actor(&ben), here.session)).unwrap();
    assert!(is_signed_in(&mut world, &here), "nobody closes another's session");
    for _ in 0..2 {
        world.write(|write| sessions::close(write, &actor(&ana), here.session)).unwrap();
    }
    assert!(!is_signed_in(&mut world, &here) && is_signed_in(&mut world, &there));
    assert!(refresh(&mut world, &here.refresh_token).is_err());
    assert_eq!(world.actions().iter().filter(|action| *action == "session.close").count(), 1);
}

#[rstest]
fn other_rights_or_none_end_every_session_at_once(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let ana = world.person("ana@surabaya.go.id", Role::FocalPoint);
    for wanted in [
        AccountChange { role: Some(Role::Observer), ..AccountChange::default() },
        AccountChange { country: Some(Some("ID".parse().unwrap())), ..AccountChange::default() },
        AccountChange { state: Some(AccountState::Disabled), ..AccountChange::default() },
    ] {
        let opened = sign_in(&mut world, "ana@surabaya.go.id");
        world.wait(60);
        change(&mut world, &ana, wanted);
        assert!(!is_signed_in(&mut world, &opened));
        assert!(refresh(&mut world, &opened.refresh_token).is_err());
    }
    change(&mut world, &ana, AccountChange { state: Some(AccountState::Active), ..AccountChange::default() });
    let opened = sign_in(&mut world, "ana@surabaya.go.id");
    change(&mut world, &ana, AccountChange { name: Some("Ana".to_owned()), ..AccountChange::default() });
    assert!(is_signed_in(&mut world, &opened), "another name ends nothing");
}

#[rstest]
fn the_token_of_one_person_with_the_session_of_another_is_refused(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    world.person("ana@cebu.ph", Role::Officer);
    let ben = world.person("ben@cebu.ph", Role::Admin);
    let opened = sign_in(&mut world, "ana@cebu.ph");
    let mixed = Opened { user: ben.account.id, ..opened };
    assert!(!is_signed_in(&mut world, &mixed));
}

#[rstest]
fn the_database_holds_no_token(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    world.person("ana@cebu.ph", Role::Officer);
    let opened = sign_in(&mut world, "ana@cebu.ph");
    let stored = kembar::store::sessions::find(&mut world.db, opened.session).unwrap().unwrap();
    let (_, secret) = opened.refresh_token.expose().split_once('.').unwrap();
    let shown = format!("{stored:?} {:?}", world.audit());
    assert!(!shown.contains(&secret[..43]) && !shown.contains(&secret[43..]));
}
