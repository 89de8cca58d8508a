//! Settings: from the command line or, where it says nothing, from the environment. Nothing else in the program reads the environment.

use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;

/// Where the data is.
#[derive(Debug, Clone, Default, Args)]
pub struct DatabaseSettings {
    /// postgres://… or the path of an SQLite file.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, global = true)]
    pub database_url: Option<String>,
    /// A folder made by `kembar demo`; its database is used.
    #[arg(long, env = "KEMBAR_DATA_DIR", global = true, conflicts_with = "database_url")]
    pub data_dir: Option<PathBuf>,
}

/// The database file in a folder of data.
pub const DATABASE_FILE: &str = "kembar.db";

/// The folder that `kembar demo` makes where nothing is said.
pub const DEMO_FOLDER: &str = "kembar-demo";

impl DatabaseSettings {
    /// The folder of the demo.
    pub fn folder(&self) -> PathBuf {
        self.data_dir.clone().unwrap_or_else(|| DEMO_FOLDER.into())
    }

    /// The URL of the database: what was said, or `./kembar.db`, or the demo's where only that is there.
    pub fn url(&self) -> String {
        let of_folder = |folder: &Path| folder.join(DATABASE_FILE).display().to_string();
        match (&self.database_url, &self.data_dir) {
            (Some(url), _) => url.clone(),
            (None, Some(folder)) => of_folder(folder),
            (None, None) if !Path::new(DATABASE_FILE).exists() && Path::new(DEMO_FOLDER).join(DATABASE_FILE).exists() => {
                of_folder(Path::new(DEMO_FOLDER))
            }
            (None, None) => DATABASE_FILE.to_owned(),
        }
    }
}

/// How the service is served.
#[derive(Debug, Clone, Args)]
pub struct ServeSettings {
    /// Address and port to listen on; port 0 takes a free one.
    #[arg(long, env = "KEMBAR_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The address under which people reach the service, such as `https://kembar.example`; it also names the issuer of tokens.
    #[arg(long, env = "KEMBAR_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Folder with the keys that sign access tokens; every node needs the same. Made with a first key where it is empty.
    #[arg(long, env = "KEMBAR_KEYS_DIR", default_value = "kembar-keys")]
    pub keys_dir: PathBuf,
    /// Bring the schema of the database up to date before serving.
    #[arg(long, env = "KEMBAR_MIGRATE")]
    pub migrate: bool,
    /// Database connections at the most.
    #[arg(long, env = "KEMBAR_DATABASE_CONNECTIONS", default_value_t = 8, value_parser = clap::value_parser!(u32).range(2..=200))]
    pub database_connections: u32,
    /// Threads that answer requests; as many as there are cores where nothing is said.
    #[arg(long, env = "KEMBAR_WORKERS", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub workers: Option<u16>,
    /// Our own reverse proxies, by address and with commas between: only what they say of a caller's address is believed. Without them all
    /// callers behind a proxy count as one, and brake one another at signing in.
    #[arg(long, env = "KEMBAR_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<IpAddr>,
    /// Leave rounds and other long work to the other nodes.
    #[arg(long, env = "KEMBAR_NO_WORKER")]
    pub no_worker: bool,
    /// So many seconds after its last sign of life a worker is taken for dead, and another node begins its job again.
    #[arg(long, env = "KEMBAR_JOB_LEASE_SECONDS", default_value_t = 15, value_parser = clap::value_parser!(u32).range(1..=3_600))]
    pub job_lease_seconds: u32,
    /// Requests a minute from an address where nobody has signed in. Portals have quotas of their own.
    #[arg(long, env = "KEMBAR_RATE_ADDRESS", default_value = "120")]
    pub rate_address: NonZeroU32,
    /// Requests a minute of a person who has signed in at the API.
    #[arg(long, env = "KEMBAR_RATE_PERSON", default_value = "600")]
    pub rate_person: NonZeroU32,
    /// Address and port for `/metrics`, in the format of Prometheus. Not for the public; not served where nothing is said.
    #[arg(long, env = "KEMBAR_METRICS_LISTEN")]
    pub metrics_listen: Option<SocketAddr>,
    /// Whom to tell of a hole in the service, for `/.well-known/security.txt`: `mailto:…` or `https://…`.
    #[arg(long, env = "KEMBAR_SECURITY_CONTACT")]
    pub security_contact: Option<url::Url>,
    /// Tell browsers to insist on HTTPS for a year. Only behind a proxy that speaks HTTPS.
    #[arg(long, env = "KEMBAR_HSTS")]
    pub hsts: bool,
}

/// A year: what browsers are told to remember.
pub const HSTS_LIFE: Duration = Duration::from_secs(365 * 24 * 3_600);

/// What is logged, and how.
#[derive(Debug, Clone, Args)]
pub struct LogSettings {
    /// What to log: a level, or levels by module, such as info,kembar=debug.
    #[arg(long, env = "KEMBAR_LOG", default_value = "warn,kembar=info", global = true)]
    pub log: String,
    /// One JSON object a line instead of text.
    #[arg(long, env = "KEMBAR_LOG_JSON", global = true)]
    pub log_json: bool,
}
