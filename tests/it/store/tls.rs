//! PostgreSQL over TLS: the name and the authority of the server are verified, and nothing falls back to plain text.

use std::path::{Path, PathBuf};

use diesel::prelude::*;
use kembar::store::connection::{DatabaseConfig, DatabaseUrl, Db, connect};
use kembar::store::error::StoreError;

use crate::support::postgres;

#[derive(diesel::QueryableByName)]
struct Encrypted {
    #[diesel(sql_type = diesel::sql_types::Bool)]
    is_encrypted: bool,
}

/// A folder of the server's user with a certificate for `localhost` that is its own authority.
fn certificate() -> PathBuf {
    let folder = PathBuf::from(postgres::run(postgres::command(Path::new("mktemp")).arg("-d")));
    let (key, certificate) = (folder.join("server.key"), folder.join("server.crt"));
    postgres::run(
        postgres::command(Path::new("openssl"))
            .args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"])
            .args(["-addext", "subjectAltName=DNS:localhost", "-keyout"])
            .arg(&key)
            .arg("-out")
            .arg(&certificate),
    );
    // Read by this test, which may be another user than the server.
    postgres::run(postgres::command(Path::new("chmod")).arg("755").arg(&folder));
    folder
}

fn open(url: String) -> Result<Db, StoreError> {
    connect(&DatabaseConfig::new(DatabaseUrl::Postgres(url)))
}

#[test]
fn a_server_is_trusted_only_with_the_right_name_and_authority() {
    let (own, foreign) = (certificate(), certificate());
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let setting = |name: &str, value: String| ["-c".to_owned(), format!("{name}={value}")];
    let settings = [
        setting("listen_addresses", "127.0.0.1".to_owned()),
        setting("port", port.to_string()),
        setting("ssl", "on".to_owned()),
        setting("ssl_cert_file", own.join("server.crt").display().to_string()),
        setting("ssl_key_file", own.join("server.key").display().to_string()),
    ];
    let settings: Vec<&str> = settings.iter().flatten().map(String::as_str).collect();
    let _server = postgres::start_on(port, &settings);
    let url = |host: &str, root: &Path| {
        let root = root.join("server.crt").display().to_string().replace('/', "%2F");
        format!("postgresql://test@{host}:{port}/postgres?sslmode=verify-full&sslrootcert={root}&connect_timeout=5")
    };

    let mut db = open(url("localhost", &own)).expect("the right name and authority");
    let query = "SELECT ssl AS is_encrypted FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    let found: Encrypted = kembar::each!(&mut db, conn => diesel::sql_query(query).get_result(conn)).unwrap();
    assert!(found.is_encrypted);

    assert!(matches!(open(url("localhost", &foreign)), Err(StoreError::Unreachable(_))), "another authority");
    assert!(matches!(open(url("127.0.0.1", &own)), Err(StoreError::Unreachable(_))), "another name");
    for folder in [own, foreign] {
        postgres::run(postgres::command(Path::new("rm")).arg("-rf").arg(folder));
    }
}
