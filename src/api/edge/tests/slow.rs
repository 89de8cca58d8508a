//! Clients that take their time: each kind is shown out within its deadline (V1, finding 3).

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::super::example::Example;
use super::super::{BodyLimits, EdgeSettings, ServerSettings};
use super::raw::drip;

const PAUSE: Duration = Duration::from_millis(50);
const PATIENCE: Duration = Duration::from_secs(8);
/// Deadline, the second in which the server lets go of an unread body, and slack for a busy machine.
const BOUND: Duration = Duration::from_secs(5);

fn hasty() -> Example {
    let body = BodyLimits {
        deadline: Duration::from_millis(900),
        grace: Duration::from_millis(400),
        minimum_rate: 1 << 10,
        ..BodyLimits::default()
    };
    let server = ServerSettings {
        head_deadline: Duration::from_millis(600),
        keep_alive: Duration::from_millis(600),
        stall_deadline: Duration::from_millis(2_000),
        ..ServerSettings::default()
    };
    Example::start(EdgeSettings { body, ..EdgeSettings::default() }, server)
}

fn head(fields: &str) -> Vec<u8> {
    let text = format!(
        "POST /api/v1/needs HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nIdempotency-Key: 0192f0c1-7b3a-7c44-9d3e-2f7f6b1f0a11\r\n{fields}\r\n"
    );
    text.into_bytes()
}

async fn check(what: &str, first: Vec<u8>, drops: &'static [u8], status: u16) {
    let example = hasty();
    let raw = drip(example.address, first, drops, PAUSE, PATIENCE).await;
    let closed = raw.closed_after.unwrap_or_else(|| panic!("{what}: still open after {PATIENCE:?}; {}", raw.text));
    assert!(closed < BOUND, "{what}: closed only after {closed:?}");
    assert_eq!(raw.status(), status, "{what}: {}", raw.text);
    example.stop().await;
}

#[actix_web::test]
async fn a_dripped_body_is_closed_with_408() {
    check("by length", head("Content-Length: 100000\r\n"), b" ", 408).await;
}

#[actix_web::test]
async fn a_dripped_chunked_body_is_closed_with_408() {
    check("chunked", head("Transfer-Encoding: chunked\r\n"), b"1\r\n \r\n", 408).await;
}

#[actix_web::test]
async fn a_body_that_never_comes_is_closed_with_408() {
    check("no body", head("Content-Length: 10\r\n"), b"", 408).await;
}

#[actix_web::test]
async fn a_stranger_cannot_hold_the_connection_with_a_body() {
    check("by length", head("X-Stranger: 1\r\nContent-Length: 100000\r\n"), b" ", 401).await;
    check("chunked", head("X-Stranger: 1\r\nTransfer-Encoding: chunked\r\n"), b"1\r\n \r\n", 401).await;
}

#[actix_web::test]
async fn a_dripped_head_is_closed_with_408() {
    check("head", b"GET /api/v1/needs HTTP/1.1\r\nHost: a\r\nX-A: ".to_vec(), b"a", 408).await;
}

#[actix_web::test]
async fn an_idle_connection_is_closed() {
    check("idle", Vec::new(), b"", 408).await;
}

#[actix_web::test]
async fn a_second_head_cannot_be_dripped_either() {
    check("second head", b"GET /api/v1/needs/7 HTTP/1.1\r\nHost: a\r\n\r\nGET /api/v1/needs/7 HTTP/1.1\r\nX-A: ".to_vec(), b"a", 200).await;
}

#[actix_web::test]
async fn a_body_that_keeps_the_rate_is_still_bound_by_the_deadline() {
    let example = hasty();
    let started = Instant::now();
    let raw = drip(example.address, [head("Content-Length: 200000\r\n"), vec![b' '; 4_096]].concat(), b" ", PAUSE, PATIENCE).await;
    assert_eq!(raw.status(), 408, "{}", raw.text);
    assert!(started.elapsed() >= Duration::from_millis(900) && started.elapsed() < BOUND);
    example.stop().await;
}

#[actix_web::test]
async fn the_time_of_a_body_is_not_the_time_of_the_answer() {
    let body = BodyLimits { deadline: Duration::from_millis(900), grace: Duration::from_millis(900), ..BodyLimits::default() };
    let example =
        Example::start(EdgeSettings { body, deadline: Duration::from_millis(200), ..EdgeSettings::default() }, ServerSettings::default());
    let raw = drip(example.address, head("Content-Length: 10\r\n"), b"", PAUSE, PATIENCE).await;
    assert_eq!(raw.status(), 408, "not 503: {}", raw.text);
    example.stop().await;
}

#[actix_web::test]
async fn an_answer_that_is_never_fetched_is_given_up() {
    let example = hasty();
    let address = example.address;
    let read = actix_web::web::block(move || {
        let mut stream = TcpStream::connect(address).expect("a connection");
        stream.write_all(b"GET /api/v1/big HTTP/1.1\r\nHost: a\r\n\r\n").expect("sent");
        std::thread::sleep(Duration::from_secs(5));
        let (mut total, mut buffer) = (0_usize, vec![0; 1 << 20]);
        while let Ok(count @ 1..) = stream.read(&mut buffer) {
            total += count;
        }
        total
    })
    .await
    .expect("a thread");
    assert!(read < 64 << 20, "the answer was cut after {read} bytes");
    example.stop().await;
}

#[actix_web::test]
async fn a_client_in_good_standing_is_served_while_others_dawdle() {
    let example = hasty();
    let dawdlers: Vec<_> = (0..100).map(|_| TcpStream::connect(example.address).expect("a connection")).collect();
    let started = Instant::now();
    assert_eq!(example.get("/api/v1/needs/7").await.status(), 200);
    assert!(started.elapsed() < Duration::from_secs(2));
    drop(dawdlers);
    example.stop().await;
}
