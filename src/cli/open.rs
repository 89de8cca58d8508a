//! Opening the database and putting the service together, with one clear line where that cannot be done.

use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;

use super::failure::Failure;
use crate::actions::matching::{models, registry};
use crate::app::{App, Parts};
use crate::auth::identity::{Identity, IdentitySettings};
use crate::auth::random;
use crate::clock::{Clock, SystemClock};
use crate::i18n::Catalogues;
use crate::store::connection::{self, DatabaseConfig, DatabaseUrl, Pool};
use crate::store::{migrations, settings};

/// What to do about a schema that is behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schema {
    /// Refuse.
    MustBeCurrent,
    /// Bring it up to date.
    Migrate,
}

/// Opens a database whose schema is this program's.
///
/// # Errors
/// Where it cannot be reached, is damaged, is newer, or is behind and is not to be migrated.
pub fn database(url: &str, max_connections: u32, schema: Schema) -> Result<Pool, Failure> {
    let url: DatabaseUrl = url.parse()?;
    if let (DatabaseUrl::Sqlite(path), Schema::MustBeCurrent) = (&url, schema)
        && !path.exists()
    {
        let words = format!("there is no database {}; make one with `kembar migrate`, or try `kembar demo`", path.display());
        return Err(Failure::Failed(words));
    }
    let config = DatabaseConfig { max_connections, ..DatabaseConfig::new(url) };
    if schema == Schema::Migrate {
        migrations::run(connection::connect(&config)?)?;
    }
    let pool = connection::open(&config)?;
    let mut db = pool.get().map_err(|error| Failure::because("the database cannot be opened", error))?;
    migrations::check_sound(&mut db)?;
    migrations::check_current(&mut db)?;
    drop(db);
    Ok(pool)
}

/// How the service is put together.
pub struct Setting {
    /// The issuer of tokens: the public address.
    pub issuer: String,
    /// Where the signing keys are; without it a key that dies with the process.
    pub keys_dir: Option<PathBuf>,
    /// Our own reverse proxies.
    pub trusted_proxies: Vec<IpAddr>,
}

/// The service on an open database.
///
/// # Errors
/// Where the model, the keys or the database cannot be used.
pub fn app(pool: Pool, setting: Setting) -> Result<App, Failure> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let model = models::current().map_err(|error| Failure::because("the matching model cannot be used", error))?;
    let settings = IdentitySettings { trusted_proxies: setting.trusted_proxies, ..IdentitySettings::new(setting.issuer, setting.keys_dir) };
    let identity = Identity::open(&settings);
    let identity = identity.map_err(|error| Failure::because("the signing keys cannot be used", error))?;
    let cursor_secret = cursor_secret(&pool, &*clock)?;
    let catalogues =
        Catalogues::new(model.taxonomy().clone()).map_err(|error| Failure::because("the message catalogues cannot be used", error))?;
    Ok(App::new(pool, Parts { clock, model: Arc::new(model), identity, catalogues, cursor_secret }))
}

/// What signs cursors: made by the first node, and shared by all through the database.
fn cursor_secret(pool: &Pool, clock: &dyn Clock) -> Result<[u8; 32], Failure> {
    let mut db = pool.get().map_err(|error| Failure::because("the database cannot be opened", error))?;
    let fresh = random::bytes::<32>().map_err(|error| Failure::because("no randomness", error))?;
    let kept: Vec<u8> = db.write(|db| settings::get_or_set(db, "cursor_secret", &fresh.to_vec(), clock.now()))?;
    kept.try_into().map_err(|_wrong_length| Failure::Failed("the setting cursor_secret in the database is damaged".to_owned()))
}

/// Makes the bundled models known to the database, and says where the database holds another content under a bundled name.
///
/// # Errors
/// As [`app`].
pub fn settle_models(app: &App) -> Result<(), Failure> {
    let settled = app.write_here(None, registry::settle)?;
    for name in settled.differing {
        tracing::warn!(model = %name, "the bundled model has another content than the database's of that name; the database's stays");
    }
    Ok(())
}

/// The service for a command that answers from the database and ends.
///
/// # Errors
/// As [`database`] and [`app`].
pub fn for_command(url: &str) -> Result<App, Failure> {
    let pool = database(url, 2, Schema::MustBeCurrent)?;
    app(pool, Setting { issuer: "urn:kembar:command-line".to_owned(), keys_dir: None, trusted_proxies: Vec::new() })
}
