//! The service as the program runs it, on sockets of its own.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::good;

/// A process that ends with this value.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        // Where it has ended by itself there is nobody left to end.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// `kembar serve` in a folder, and the address that it prints.
fn serve(folder: &Path, arguments: &[&str]) -> (Served, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kembar"));
    command.current_dir(folder).env_remove("DATABASE_URL").args(["serve", "--listen", "127.0.0.1:0"]).args(arguments);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    (Served(child), line.trim().strip_prefix("http://").expect("an address").to_owned())
}

/// The whole answer to a `GET`.
fn get(address: &str, path: &str) -> String {
    let mut connection = TcpStream::connect(address).unwrap();
    write!(connection, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn operators_measure_the_service_on_an_address_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    good(folder.path(), &["migrate"]);
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let (_served, public) = serve(folder.path(), &["--metrics-listen", &free, "--rate-address", "2"]);
    for expected in ["200", "200", "429"] {
        let answer = get(&public, "/api/v1/taxonomy");
        assert!(answer.starts_with(&format!("HTTP/1.1 {expected}")), "{}", &answer[..40]);
    }
    assert!(get(&public, "/made-up").starts_with("HTTP/1.1 404"));
    let measured = get(&free, "/metrics");
    assert!(measured.contains("content-type: text/plain; version=0.0.4"), "{measured}");
    for series in [
        "kembar_http_answer_seconds_count{operation=\"get_taxonomy\",status=\"200\"} 2",
        "kembar_http_answer_seconds_count{operation=\"get_taxonomy\",status=\"429\"} 1",
        "kembar_http_answer_seconds_count{operation=\"page\",status=\"404\"} 1",
        "process_resident_memory_bytes",
    ] {
        assert!(measured.contains(series), "{series} is not in {measured}");
    }
    assert!(get(&public, "/metrics").starts_with("HTTP/1.1 404"), "not for the public");
}
