//! `kembar demo`: a ready service with real ASEAN cities, in a folder of its own.
//!
//! The first start makes the folder: database, signing keys, accounts with fresh passwords. Every later start finds and serves the same.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::failure::Failure;
use super::open::{self, Schema, Setting};
use super::serve::{self, Order};
use crate::actions::accounts::{self, NewAccount};
use crate::actions::context::{Author, Write};
use crate::actions::error::Error;
use crate::actions::{membership, seeding};
use crate::api::edge::EdgeSettings;
use crate::app::App;
use crate::auth::password::{Hasher, HashingCost};
use crate::auth::random;
use crate::auth::secret::Secret;
use crate::config::DATABASE_FILE;
use crate::domain::role::Role;
use crate::jobs::worker::WorkerSettings;

/// The file with the passwords.
const CREDENTIALS: &str = "credentials.json";

/// The domain of the demo's accounts: reserved for examples, so that no mail ever goes out to it.
const MAIL_DOMAIN: &str = "kembar.example";

/// An account's e-mail address and password.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Credential {
    email: String,
    password: String,
}

/// What `credentials.json` holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Credentials {
    url: String,
    admin: Credential,
    officer: Credential,
    approver: Credential,
    focal_points: BTreeMap<String, Credential>,
}

/// Runs the demo until a signal ends it.
///
/// # Errors
/// Where the folder, its data or the address cannot be used.
pub fn run(listen: SocketAddr, folder: &Path) -> Result<(), Failure> {
    make_folder(folder)?;
    let pool = open::database(&folder.join(DATABASE_FILE).display().to_string(), 8, Schema::Migrate)?;
    let app = open::app(
        pool,
        Setting { issuer: "urn:kembar:demo".to_owned(), keys_dir: Some(folder.join("keys")), trusted_proxies: Vec::new() },
    )?;
    let mut credentials = settle(&app, folder)?;
    open::settle_models(&app)?;
    // Built before the first request, which then waits for nothing.
    app.read_here(|db| app.engine(db).map(drop))?;
    let edge = EdgeSettings::default();
    let order = Order { listen, public_url: None, metrics: None, workers: None, edge, jobs: Some(WorkerSettings::default()) };
    serve::serve(&app, &order, |address| {
        credentials.url = format!("http://{address}");
        keep(folder, &credentials)?;
        greet(&credentials.url, folder);
        Ok(())
    })
}

fn make_folder(folder: &Path) -> Result<(), Failure> {
    use std::os::unix::fs::DirBuilderExt;
    if folder.is_dir() {
        return Ok(());
    }
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.map_err(|error| Failure::because(&format!("the folder {} cannot be made", folder.display()), error))
}

/// The credentials of the folder; made together with the data at the first start.
fn settle(app: &App, folder: &Path) -> Result<Credentials, Failure> {
    let file = folder.join(CREDENTIALS);
    let is_empty = app.read_here(accounts::is_empty)?;
    match (is_empty, std::fs::read_to_string(&file)) {
        (false, Ok(text)) => serde_json::from_str(&text).map_err(|error| Failure::because(&file.display().to_string(), error)),
        (false, Err(error)) => {
            let words =
                format!("{} is needed beside the demo's database; remove the folder {} to start anew", file.display(), folder.display());
            Err(Failure::because(&words, error))
        }
        (true, _) => {
            let fresh = Fresh::make()?;
            let credentials = app.write_here(None, |write| fresh.settle(write, app))?;
            keep(folder, &credentials)?;
            Ok(credentials)
        }
    }
}

/// Four fresh passwords with their hashes.
struct Fresh {
    passwords: [Secret; 4],
    hashes: [String; 4],
}

/// Roles of the first three passwords; the fourth is for all focal points, so that the start stays quick.
const SECRETARIAT: [(Role, &str, &str); 3] = [
    (Role::Admin, "admin", "Demo administrator"),
    (Role::Officer, "officer", "Demo officer"),
    (Role::Approver, "approver", "Demo approver"),
];

impl Fresh {
    fn make() -> Result<Self, Failure> {
        let no_randomness = |error| Failure::because("no randomness", error);
        let mut passwords = Vec::new();
        for _ in 0..4 {
            passwords.push(random::password().map_err(no_randomness)?);
        }
        let passwords: [Secret; 4] =
            passwords.try_into().map_err(|_wrong_length| Failure::Failed("four passwords were made".to_owned()))?;
        let hasher = Hasher::new(HashingCost::default()).map_err(|error| Failure::because("passwords cannot be hashed", error))?;
        let hash = |password: &Secret| hasher.hash(password).map_err(|error| Failure::because("a password cannot be hashed", error));
        // Two at a time: a hash costs 46 MiB and most of the time of the first start.
        let [first, second, third, fourth] = &passwords;
        let (left, right) = std::thread::scope(|scope| {
            let right = scope.spawn(|| Ok::<_, Failure>([hash(third)?, hash(fourth)?]));
            let left = hash(first).and_then(|one| Ok([one, hash(second)?]));
            (left, right.join().unwrap_or_else(|_panic| Err(Failure::Failed("hashing a password ended badly".to_owned()))))
        });
        let ([one, two], [three, four]) = (left?, right?);
        Ok(Self { passwords, hashes: [one, two, three, four] })
    }

    /// Cities and accounts in one transaction: the folder holds all of it or none.
    fn settle(&self, write: &mut Write<'_>, app: &App) -> Result<Credentials, Error> {
        seeding::bundle(write, app.model(), &mut |_, _| {})?;
        let mut staff = Vec::new();
        for (at, (role, name, title)) in SECRETARIAT.into_iter().enumerate() {
            staff.push(self.account(write, at, account(name, title, role, None))?);
        }
        let mut focal_points = BTreeMap::new();
        for city in membership::active(write.db)? {
            let slug = city.slug.to_string();
            let title = format!("Focal point of {}", city.record.name);
            let new = account(&format!("focal.{slug}"), &title, Role::FocalPoint, Some(slug.clone()));
            focal_points.insert(slug, self.account(write, 3, new)?);
        }
        let mut staff = staff.into_iter();
        let mut next = || staff.next().ok_or_else(|| Error::Internal("an account of the secretariat is missing".to_owned()));
        Ok(Credentials { url: String::new(), admin: next()?, officer: next()?, approver: next()?, focal_points })
    }

    fn account(&self, write: &mut Write<'_>, at: usize, new: NewAccount) -> Result<Credential, Error> {
        let email = new.email.clone();
        accounts::create_with_password(write, &Author::CommandLine, new, &self.hashes[at])?;
        Ok(Credential { email, password: self.passwords[at].expose().to_owned() })
    }
}

fn account(name: &str, title: &str, role: Role, city: Option<String>) -> NewAccount {
    NewAccount { email: format!("{name}@{MAIL_DOMAIN}"), name: title.to_owned(), role, city, country: None, language: None }
}

/// Writes the credentials so that nobody else can read them, and never half.
fn keep(folder: &Path, credentials: &Credentials) -> Result<(), Failure> {
    use std::io::Write as _;
    use std::os::unix::fs::OpenOptionsExt;
    let text = serde_json::to_string_pretty(credentials).map_err(|error| Failure::because("credentials", error))?;
    let (draft, file) = (folder.join("credentials.json.new"), folder.join(CREDENTIALS));
    let because = |error| Failure::because(&file.display().to_string(), error);
    let mut out = std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&draft).map_err(because)?;
    out.write_all(text.as_bytes()).and_then(|()| out.sync_all()).map_err(because)?;
    std::fs::rename(&draft, &file).map_err(because)
}

fn greet(url: &str, folder: &Path) {
    let program = std::env::args().next().unwrap_or_else(|| "kembar".to_owned());
    let data_dir = folder.display();
    println!("{url}");
    println!();
    println!("Real ASEAN cities, ready to be matched. Three things to try:");
    println!();
    println!("  a page       {url}/cities/surabaya");
    println!("  a request    curl '{url}/api/v1/cities?theme=solid-waste&limit=3'");
    println!("  a command    {program} suggest surabaya --kind peer_learning --theme solid-waste --data-dir {data_dir}");
    println!();
    println!("To sign in at {url}/sign-in: e-mail addresses and passwords are in {data_dir}/{CREDENTIALS}; the API reads at {url}/docs/");
    println!("Ctrl-C ends it; the data stays in {data_dir} and is found again.");
}
