//! A client that says exactly what it is told to, however malformed.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

/// An answer as it came, and how long it and the end of the connection took.
#[derive(Debug)]
pub(super) struct Raw {
    pub(super) text: String,
    /// Until the server closed; `None` where it did not within the time given.
    pub(super) closed_after: Option<Duration>,
}

impl Raw {
    /// The status of the first answer, 0 where there was none.
    pub(super) fn status(&self) -> u16 {
        self.text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0)
    }

    /// How many answers came.
    pub(super) fn answers(&self) -> usize {
        self.text.matches("HTTP/1.1 ").count()
    }
}

/// Sends `first`, then one byte of `drip` at each `pause`, again and again, until the server closes or `patience` is over. Off the runtime's thread.
pub(super) async fn drip(address: SocketAddr, first: Vec<u8>, drip: &'static [u8], pause: Duration, patience: Duration) -> Raw {
    actix_web::web::block(move || drip_blocking(address, &first, drip, pause, patience)).await.expect("a thread")
}

/// Sends `bytes` and listens until the server closes, or for two seconds.
pub(super) async fn say(address: SocketAddr, bytes: impl Into<Vec<u8>>) -> Raw {
    drip(address, bytes.into(), b"", Duration::from_millis(20), Duration::from_secs(2)).await
}

fn drip_blocking(address: SocketAddr, first: &[u8], drip: &[u8], pause: Duration, patience: Duration) -> Raw {
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.set_read_timeout(Some(pause)).expect("a timeout");
    let (started, mut text, mut drops) = (Instant::now(), Vec::new(), drip.iter().cycle());
    let mut is_open = stream.write_all(first).is_ok();
    while started.elapsed() < patience {
        let mut buffer = [0; 4_096];
        match stream.read(&mut buffer) {
            Ok(0) => return Raw { text: lossy(&text), closed_after: Some(started.elapsed()) },
            Ok(count) => text.extend_from_slice(&buffer[..count]),
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
            Err(_) => return Raw { text: lossy(&text), closed_after: Some(started.elapsed()) },
        }
        if let (true, Some(byte)) = (is_open, drops.next()) {
            is_open = stream.write_all(&[*byte]).is_ok();
        }
    }
    Raw { text: lossy(&text), closed_after: None }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
