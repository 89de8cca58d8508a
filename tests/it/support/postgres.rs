//! One PostgreSQL server for the whole test run, of this run's own making.
//!
//! A shell guards the server: when this process ends, however it ends, the guard's standard input closes, and it stops the server and
//! removes its data. `TEST_DATABASE_URL` (a server on which databases may be created) takes its place.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use kembar::store::connection::{DatabaseConfig, DatabaseUrl, connect};
use kembar::store::migrations;

use super::databases::{Backend, Database};

pub struct Server {
    /// URL parts before and after the database's name.
    base: (String, String),
}

/// The server, started at the first call.
pub fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| match std::env::var("TEST_DATABASE_URL") {
        Ok(url) => {
            let (head, _database) = url.rsplit_once('/').expect("TEST_DATABASE_URL ends with a database's name");
            Server { base: (format!("{head}/"), String::new()) }
        }
        Err(_) => start(&[]),
    })
}

fn program(name: &str) -> PathBuf {
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .map(|entries| entries.filter_map(|entry| Some(entry.ok()?.path().join("bin").join(name))).collect())
        .unwrap_or_default();
    versions.retain(|path| path.exists());
    versions.sort();
    versions.pop().unwrap_or_else(|| panic!("PostgreSQL's {name} is not installed: apt-get install postgresql (tests/run does it)"))
}

/// PostgreSQL refuses to run as root: drop to the user that its package made.
pub fn command(program: &Path) -> Command {
    let is_root = std::fs::metadata("/proc/self").map(|meta| std::os::unix::fs::MetadataExt::uid(&meta) == 0).unwrap_or(false);
    if !is_root {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid", "postgres", "--clear-groups", "--"]).arg(program);
    command
}

pub fn run(command: &mut Command) -> String {
    let output = command.current_dir("/").output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// Starts a server that listens on a socket of its own folder.
pub fn start(settings: &[&str]) -> Server {
    start_on(5432, settings)
}

/// Starts a server with these further settings, whose socket is named after this port.
pub fn start_on(port: u16, settings: &[&str]) -> Server {
    // Made by the server's own user, and short: the path of a socket has at most 107 bytes.
    let directory = PathBuf::from(run(command(Path::new("mktemp")).arg("-d")));
    let data = directory.join("d");
    run(command(&program("initdb"))
        .args(["-U", "test", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions", "-D"])
        .arg(&data));
    let script = r#"D="$1"; P="$2"; shift 2
        "$P" -D "$D/d" -k "$D" -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
            -c max_connections=300 -c shared_buffers=64MB -c autovacuum=off "$@" >"$D/log" 2>&1 &
        S=$!; read _; kill -INT $S; wait $S; rm -rf "$D""#;
    let mut guard = command(Path::new("sh"))
        .args(["-c", script, "guard"])
        .arg(&directory)
        .arg(program("postgres"))
        .args(settings)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .current_dir("/")
        .spawn()
        .unwrap();
    // Open until this process ends.
    std::mem::forget(guard.stdin.take());
    for _ in 0..500 {
        let ready =
            command(&program("pg_isready")).args(["-q", "-p", &port.to_string(), "-h"]).arg(&directory).current_dir("/").status().unwrap();
        if ready.success() {
            let host = directory.display().to_string().replace('/', "%2F");
            return Server { base: ("postgresql:///".to_owned(), format!("?host={host}&user=test")) };
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("PostgreSQL did not start: {}", std::fs::read_to_string(directory.join("log")).unwrap_or_default());
}

impl Server {
    /// The URL of one of its databases.
    pub fn url(&self, database: &str) -> String {
        format!("{}{database}{}", self.base.0, self.base.1)
    }

    fn execute(&self, statement: &str) {
        use diesel::connection::SimpleConnection;
        let url = DatabaseUrl::Postgres(self.url("postgres"));
        let mut db =
            connect(&DatabaseConfig { statement_timeout: std::time::Duration::from_secs(60), ..DatabaseConfig::new(url) }).unwrap();
        kembar::each!(&mut db, conn => conn.batch_execute(statement)).unwrap();
    }

    /// A new database with nothing in it.
    pub fn empty_database(&self) -> String {
        self.create("template0")
    }

    /// A new database with the schema in it, copied from one that was migrated once.
    pub fn migrated_database(&self) -> String {
        static TEMPLATE: OnceLock<String> = OnceLock::new();
        self.create(TEMPLATE.get_or_init(|| self.template(|database| drop(migrations::run(database.connection()).unwrap()))))
    }

    /// A new database with the bundled cities and the accounts of the tests.
    pub fn seeded_database(&self) -> String {
        static TEMPLATE: OnceLock<String> = OnceLock::new();
        self.create(TEMPLATE.get_or_init(|| self.template(super::service::prepare)))
    }

    /// The name of a database that is filled once and copied by each test.
    fn template(&self, fill: impl FnOnce(&Database)) -> String {
        let database = Database::empty(Backend::Postgres);
        fill(&database);
        let url = database.url();
        url.strip_prefix(&self.base.0).unwrap().strip_suffix(&self.base.1).unwrap().to_owned()
    }

    fn create(&self, template: &str) -> String {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        // Copying a template needs it to be free of connections, and two copies at once count as such.
        static ONE_AT_A_TIME: std::sync::Mutex<()> = std::sync::Mutex::new(());
        let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let name = format!("t{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        self.execute(&format!("CREATE DATABASE {name} TEMPLATE {template} STRATEGY wal_log"));
        self.url(&name)
    }
}
