//! External sites and their keys, as administrators keep them.

use chrono::{DateTime, Utc};

use super::audit::{self, Change};
use super::context::{Author, Write};
use super::error::Error;
use super::recommendations::ANYBODY;
use crate::auth::portal_key::PortalKey;
use crate::auth::secret::Secret;
use crate::domain::code::{Slug, ThemeCode};
use crate::domain::fault::{Faults, check_optional_text};
use crate::domain::id::{PortalId, PortalKeyId};
use crate::domain::portal::PortalSettings;
use crate::store::connection::Db;
use crate::store::error::StoreError;
use crate::store::page::{Page, PageAsk};
use crate::store::{audit as audit_store, portals};

pub use crate::store::portals::{StoredPortal, StoredPortalKey};

/// How many keys of a site work at the same time: the one in use, and the one that replaces it.
pub const LIVE_KEYS_MAX: usize = 2;

const KEY_LABEL_MAX_CHARS: usize = 100;

/// Whether the taxonomy in force has a theme.
pub type IsTheme<'a> = &'a dyn Fn(&ThemeCode) -> bool;

/// A page of sites, by slug.
///
/// # Errors
/// The database's failure, or damage.
pub fn list(db: &mut Db, ask: &PageAsk) -> Result<Page<StoredPortal>, Error> {
    Ok(portals::list(db, ask)?)
}

/// One site with all its keys, the newest first.
///
/// # Errors
/// `NotFound`.
pub fn get(db: &mut Db, id: PortalId) -> Result<(StoredPortal, Vec<StoredPortalKey>), Error> {
    let portal = find(db, id)?;
    let keys = portals::keys(db, id)?;
    Ok((portal, keys))
}

/// The site of a slug.
///
/// # Errors
/// `NotFound`, also for what is no slug.
pub fn find_by_slug(db: &mut Db, slug: &str) -> Result<StoredPortal, Error> {
    let Ok(slug) = slug.parse::<Slug>() else { return Err(Error::NotFound("portal")) };
    portals::find_by_slug(db, &slug)?.ok_or(Error::NotFound("portal"))
}

fn find(db: &mut Db, id: PortalId) -> Result<StoredPortal, Error> {
    portals::find(db, id)?.ok_or(Error::NotFound("portal"))
}

/// Registers a site. Its slug stays for good: it stands in the addresses of what the site embeds.
///
/// # Errors
/// `Invalid` with every fault; `Exists` where the slug is taken.
pub fn create(
    write: &mut Write<'_>,
    author: &Author,
    slug: &str,
    settings: PortalSettings,
    is_theme: IsTheme<'_>,
) -> Result<StoredPortal, Error> {
    let mut faults = settings.faults(is_theme);
    faults.require(slug != ANYBODY, "/slug", "stands for any site in the addresses of embeds: choose another");
    let slug = slug.parse::<Slug>().inspect_err(|error| faults.add("/slug", error.to_string()));
    let (Ok(slug), true) = (slug, faults.is_empty()) else { return Err(Error::Invalid(faults)) };
    let portal = StoredPortal { id: PortalId(write.new_id()), slug, settings, version: 1, created_at: write.now, updated_at: write.now };
    match portals::insert(write.db, &portal) {
        Err(StoreError::Duplicate) => return Err(Error::Exists(format!("a portal '{}' exists already: choose another slug", portal.slug))),
        outcome => outcome?,
    }
    audit::record(write, author, Change::of("portal.create", "portal", portal.id).to(&portal.settings))?;
    Ok(portal)
}

/// New settings for a site, over the version that the caller has seen.
#[derive(Debug, Clone)]
pub struct PortalEdit {
    /// Which site.
    pub id: PortalId,
    /// The version that was seen.
    pub expected: i64,
    /// All settings as they are to be.
    pub settings: PortalSettings,
}

/// Replaces the settings of a site.
///
/// # Errors
/// `NotFound`, `Stale`, `Invalid`.
pub fn update(write: &mut Write<'_>, author: &Author, edit: PortalEdit, is_theme: IsTheme<'_>) -> Result<StoredPortal, Error> {
    let before = find(write.db, edit.id)?;
    if before.version != edit.expected {
        return Err(Error::Stale);
    }
    let faults = edit.settings.faults(is_theme);
    let settings = faults.into_result(edit.settings)?;
    let change = Change::of("portal.update", "portal", before.id).from(&before.settings).to(&settings);
    let after = save(write, StoredPortal { settings, ..before })?;
    audit::record(write, author, change)?;
    Ok(after)
}

/// Writes a site, whose version also counts the changes of its keys.
fn save(write: &mut Write<'_>, changed: StoredPortal) -> Result<StoredPortal, Error> {
    let changed = StoredPortal { updated_at: write.now, ..changed };
    if !portals::update(write.db, &changed)? {
        return Err(Error::Stale);
    }
    Ok(StoredPortal { version: changed.version + 1, ..changed })
}

/// A key that is to be made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewKey {
    /// What the administrator calls it.
    pub label: Option<String>,
    /// When it ends by itself.
    pub expires_at: Option<DateTime<Utc>>,
}

/// A key that was made. Its text is nowhere else.
#[derive(Debug, Clone)]
pub struct IssuedKey {
    /// What is kept of it.
    pub key: StoredPortalKey,
    /// The text to hand to the site.
    pub text: Secret,
}

/// Makes a key. A site has at most [`LIVE_KEYS_MAX`] that work, so that it can change from one to the next without a break.
///
/// # Errors
/// `NotFound`, `Invalid`; `Conflict` where the site has as many as it may.
pub fn create_key(write: &mut Write<'_>, author: &Author, of: PortalId, new: NewKey) -> Result<IssuedKey, Error> {
    // One at a time: two at once would each count the keys without the other's.
    audit_store::lock(write.db)?;
    let portal = find(write.db, of)?;
    let now = write.now;
    let mut faults = Faults::new();
    check_optional_text(&mut faults, "/label", new.label.as_deref(), KEY_LABEL_MAX_CHARS);
    faults.require(new.expires_at.is_none_or(|end| end > now), "/expires_at", "must lie ahead");
    let new = faults.into_result(new)?;
    if portals::keys(write.db, of)?.iter().filter(|key| key.is_live(now)).count() >= LIVE_KEYS_MAX {
        let detail = format!("this portal has {LIVE_KEYS_MAX} keys that work; revoke one of them first");
        return Err(Error::Conflict { state: "all_keys_in_use".to_owned(), detail });
    }
    let issued = issue(write, of, new)?;
    save(write, portal)?;
    audit::record(write, author, key_change("portal_key.create", &issued.key))?;
    Ok(issued)
}

fn issue(write: &mut Write<'_>, of: PortalId, new: NewKey) -> Result<IssuedKey, Error> {
    let made = PortalKey::generate(PortalKeyId(write.new_id()))?;
    let key = StoredPortalKey {
        id: made.id(),
        portal: of,
        secret_hash: made.hash(),
        label: new.label,
        created_at: write.now,
        expires_at: new.expires_at,
        revoked_at: None,
        last_used_at: None,
    };
    portals::insert_key(write.db, &key)?;
    Ok(IssuedKey { key, text: made.text().clone() })
}

/// Ends a key at once. Ending it twice is ending it once.
///
/// # Errors
/// `NotFound` where the site has no such key.
pub fn revoke_key(write: &mut Write<'_>, author: &Author, of: PortalId, id: PortalKeyId) -> Result<(), Error> {
    audit_store::lock(write.db)?;
    let portal = find(write.db, of)?;
    let key = portals::keys(write.db, of)?.into_iter().find(|key| key.id == id).ok_or(Error::NotFound("portal key"))?;
    if portals::revoke_key(write.db, id, write.now)? {
        save(write, portal)?;
        audit::record(write, author, key_change("portal_key.revoke", &key))?;
    }
    Ok(())
}

fn key_change(action: &'static str, key: &StoredPortalKey) -> Change {
    Change::of(action, "portal_key", key.id).because(Some(format!("portal {}", key.portal)))
}
