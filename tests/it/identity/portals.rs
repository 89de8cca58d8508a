//! External sites and their keys.

use chrono::TimeDelta;
use kembar::actions::context::Author;
use kembar::actions::error::Error;
use kembar::actions::identity;
use kembar::actions::portals::{self, IssuedKey, NewKey, PortalEdit, StoredPortal};
use kembar::auth::portal_key::PortalKey;
use kembar::domain::code::ThemeCode;
use kembar::domain::portal::PortalSettings;
use kembar::domain::role::Caller;
use kembar::store::page::PageAsk;
use rstest::rstest;

use super::world::*;
use crate::support::databases::Backend::{self, Postgres, Sqlite};

fn is_theme(theme: &ThemeCode) -> bool {
    theme.as_str() == "solid-waste"
}

fn settings(name: &str) -> PortalSettings {
    serde_json::from_value(serde_json::json!({"name": name, "origins": ["https://portal.example"], "themes": ["solid-waste"]})).unwrap()
}

fn portal(world: &mut World, slug: &str) -> StoredPortal {
    world.write(|write| portals::create(write, &Author::CommandLine, slug, settings("Portal"), &is_theme)).unwrap()
}

fn key(world: &mut World, of: &StoredPortal, new: NewKey) -> Result<IssuedKey, Error> {
    world.write(|write| portals::create_key(write, &Author::CommandLine, of.id, new))
}

fn is_known(world: &mut World, issued: &IssuedKey) -> bool {
    let (key, now) = (PortalKey::parse(issued.text.expose()).unwrap(), world.now);
    match identity::portal_of(&mut world.db, &key, now) {
        Ok(known) => known.caller == Caller::Portal(issued.key.portal),
        Err(Error::Unauthenticated(_)) => false,
        Err(other) => panic!("{other:?}"),
    }
}

#[rstest]
fn a_site_is_registered_and_changed(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let made = portal(&mut world, "uclg-aspac");
    assert_eq!(portals::find_by_slug(&mut world.db, "uclg-aspac").unwrap(), made);
    let edit = |version| PortalEdit { id: made.id, expected: version, settings: settings("UCLG ASPAC") };
    let changed = world.write(|write| portals::update(write, &Author::CommandLine, edit(1), &is_theme)).unwrap();
    assert_eq!((changed.settings.name.as_str(), changed.version), ("UCLG ASPAC", 2));
    let late = world.write(|write| portals::update(write, &Author::CommandLine, edit(1), &is_theme));
    assert!(matches!(late, Err(Error::Stale)), "{late:?}");
    assert_eq!(portals::get(&mut world.db, made.id).unwrap(), (changed, Vec::new()));
    assert_eq!(world.actions(), ["portal.create", "portal.update"]);
}

#[rstest]
fn every_fault_of_a_site_is_named_at_once(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let bad: PortalSettings = serde_json::from_value(serde_json::json!({
        "name": " ", "origins": ["https://a.example/path"], "themes": ["no-such"], "requests_per_minute": 0,
    }))
    .unwrap();
    let outcome = world.write(|write| portals::create(write, &Author::CommandLine, "No Slug", bad.clone(), &is_theme));
    assert_eq!(pointers(outcome), ["/name", "/origins/0", "/themes/0", "/requests_per_minute", "/slug"]);
    let made = portal(&mut world, "taken");
    let again = world.write(|write| portals::create(write, &Author::CommandLine, "taken", settings("x"), &is_theme));
    assert!(matches!(again, Err(Error::Exists(_))), "{again:?}");
    let edit = PortalEdit { id: made.id, expected: 1, settings: bad };
    assert_eq!(pointers(world.write(|write| portals::update(write, &Author::CommandLine, edit, &is_theme))).len(), 4);
}

#[rstest]
fn a_key_is_known_until_it_is_revoked_expires_or_its_site_is_switched_off(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let site = portal(&mut world, "site");
    let lasting = key(&mut world, &site, NewKey::default()).unwrap();
    let expires_at = Some(world.now + TimeDelta::hours(1));
    let passing = key(&mut world, &site, NewKey { expires_at, label: Some("for the trial".to_owned()) }).unwrap();
    assert!(is_known(&mut world, &lasting) && is_known(&mut world, &passing));
    world.wait(3_600);
    assert!(is_known(&mut world, &lasting) && !is_known(&mut world, &passing));
    let off = |is_active| PortalSettings { is_active, ..settings("Portal") };
    for (version, is_active) in [(3, false), (4, true)] {
        let edit = PortalEdit { id: site.id, expected: version, settings: off(is_active) };
        world.write(|write| portals::update(write, &Author::CommandLine, edit, &is_theme)).unwrap();
        assert_eq!(is_known(&mut world, &lasting), is_active);
    }
    for _ in 0..2 {
        world.write(|write| portals::revoke_key(write, &Author::CommandLine, site.id, lasting.key.id)).unwrap();
    }
    assert!(!is_known(&mut world, &lasting));
    assert_eq!(world.actions().iter().filter(|action| *action == "portal_key.revoke").count(), 1);
}

#[rstest]
fn a_key_of_the_right_form_with_another_secret_is_unknown(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let site = portal(&mut world, "site");
    let issued = key(&mut world, &site, NewKey::default()).unwrap();
    let forged = PortalKey::generate(issued.key.id).unwrap();
    let stranger = PortalKey::generate(kembar::domain::id::PortalKeyId(uuid::Uuid::from_u128(9))).unwrap();
    for wrong in [forged, stranger] {
        let now = world.now;
        assert!(matches!(identity::portal_of(&mut world.db, &wrong, now), Err(Error::Unauthenticated(_))));
    }
    let kept = format!("{:?} {:?}", portals::get(&mut world.db, site.id).unwrap(), world.audit());
    let secret = issued.text.expose().split('_').nth(3).unwrap();
    assert!(!kept.contains(secret), "the database holds no usable key");
}

#[rstest]
fn a_site_has_two_keys_at_a_time_so_that_it_can_change_over(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let site = portal(&mut world, "site");
    let first = key(&mut world, &site, NewKey::default()).unwrap();
    key(&mut world, &site, NewKey::default()).unwrap();
    assert!(matches!(key(&mut world, &site, NewKey::default()), Err(Error::Conflict { .. })));
    world.write(|write| portals::revoke_key(write, &Author::CommandLine, site.id, first.key.id)).unwrap();
    key(&mut world, &site, NewKey::default()).unwrap();
    let (now, keys) = portals::get(&mut world.db, site.id).unwrap();
    assert_eq!((now.version, keys.len()), (5, 3), "every change of the keys counts as one of the site");
    let other = portal(&mut world, "other");
    let foreign = world.write(|write| portals::revoke_key(write, &Author::CommandLine, other.id, keys[0].id));
    assert!(matches!(foreign, Err(Error::NotFound(_))), "{foreign:?}");
    let past = NewKey { expires_at: Some(world.now), label: Some(String::new()) };
    assert_eq!(pointers(key(&mut world, &other, past)), ["/label", "/expires_at"]);
}

#[rstest]
fn the_last_use_of_a_key_is_known_to_the_minute(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    let site = portal(&mut world, "site");
    let issued = key(&mut world, &site, NewKey::default()).unwrap();
    let presented = PortalKey::parse(issued.text.expose()).unwrap();
    let start = world.now;
    for (second, is_noted) in [(0, true), (1, false), (59, false), (60, true), (61, false)] {
        world.now = start + TimeDelta::seconds(second);
        let now = world.now;
        let known = identity::portal_of(&mut world.db, &presented, now).unwrap();
        assert_eq!(known.use_to_note.is_some(), is_noted, "{second}");
        world.write(|write| identity::note_key_use(write.db, issued.key.id, now)).unwrap();
        let (_, keys) = portals::get(&mut world.db, site.id).unwrap();
        assert_eq!(keys[0].last_used_at, Some(start + TimeDelta::seconds(second - second % 60)), "{second}");
    }
}

#[rstest]
fn pages_of_sites_are_walked_by_slug(#[values(Sqlite, Postgres)] on: Backend) {
    let mut world = World::new(on);
    for slug in ["c", "a", "b"] {
        portal(&mut world, slug);
    }
    let first = portals::list(&mut world.db, &PageAsk { limit: 2, after: None }).unwrap();
    let second = portals::list(&mut world.db, &PageAsk { limit: 2, after: first.next.clone() }).unwrap();
    let slugs: Vec<String> = first.items.into_iter().chain(second.items).map(|portal| portal.slug.to_string()).collect();
    assert_eq!(slugs, ["a", "b", "c"]);
    assert_eq!(second.next, None);
}
