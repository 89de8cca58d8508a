//! Malformed messages: whatever could be read in two ways is refused, and the connection with it (V2).

use super::super::example::Example;
use super::raw::say;

fn request(fields: &str) -> String {
    format!("POST /api/v1/needs HTTP/1.1\r\n{fields}\r\n")
}

#[actix_web::test]
async fn ambiguous_framing_is_refused_once() {
    let example = Example::usual();
    for fields in [
        "Host: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        "Host: a\r\nContent-Length: 4\r\nContent-Length: 5\r\n",
        "Host: a\r\nContent-Length: +4\r\n",
        "Host: a\r\nContent-Length: 4, 4\r\n",
        "Host: a\r\nTransfer-Encoding: xchunked\r\n",
        "Host: a\r\nTransfer-Encoding: chunked, identity\r\n",
        "Content-Length: 0\r\n",
        "Host: a\r\nHost: b\r\nContent-Length: 0\r\n",
        "Host: a\r\nContent-Length : 4\r\n",
        "Host: a\r\n X-Folded: 1\r\n",
    ] {
        let hidden = "0\r\n\r\nGET /api/v1/needs/7 HTTP/1.1\r\nHost: a\r\n\r\n";
        let raw = say(example.address, format!("{}{hidden}", request(fields))).await;
        assert_eq!((raw.status(), raw.answers()), (400, 1), "{fields}: {}", raw.text);
        assert!(raw.closed_after.is_some(), "{fields}: {raw:?}");
    }
    example.stop().await;
}

#[actix_web::test]
async fn ninety_six_fields_are_read_and_more_are_not() {
    let example = Example::usual();
    let with = |count: usize| {
        let fields: String = (0..count - 2).map(|index| format!("X-{index}: 1\r\n")).collect();
        format!("GET /api/v1/needs/7 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{fields}\r\n")
    };
    assert_eq!(say(example.address, with(96)).await.status(), 200);
    for count in [97, 200] {
        let raw = say(example.address, with(count)).await;
        assert_eq!(raw.status(), 431, "{count}: {}", raw.text);
        assert!(raw.closed_after.is_some());
    }
    example.stop().await;
}

#[actix_web::test]
async fn a_header_section_beyond_64_kib_is_refused() {
    let example = Example::usual();
    let with = |size: usize| format!("GET /api/v1/needs/7 HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-A: {}\r\n\r\n", "a".repeat(size));
    assert_eq!(say(example.address, with(60 << 10)).await.status(), 200);
    let app = say(example.address, with(66 << 10)).await;
    assert!(app.status() == 431 && app.text.contains("headers_too_large"), "{}", app.text);
    assert_eq!(say(example.address, with(200 << 10)).await.status(), 431);
    example.stop().await;
}
