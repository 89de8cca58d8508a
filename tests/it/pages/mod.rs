//! The pages of a running service, without a browser: what real data makes of them, their headers, and what a lost reader gets.

mod answers;
mod city;
mod directory;
mod practices;
mod published;
mod trouble;

use reqwest::Method;

use crate::support::client::Answer;
use crate::support::service::Service;

/// What a browser says that it takes.
const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

/// A page as a browser asks for it, with more request headers where needed. Redirects are not followed.
async fn visit(service: &Service, path: &str, headers: &[(&str, &str)]) -> Answer {
    send(service, Method::GET, path, headers).await
}

async fn send(service: &Service, method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
    let anyone = service.anonymous();
    let request = anyone.request(method, path).header("accept", BROWSER);
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    anyone.send(request).await
}

/// The part of a page between two marks.
#[track_caller]
fn between<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let rest = html.split_once(start).unwrap_or_else(|| panic!("no {start} in {html}")).1;
    rest.split_once(end).unwrap_or_else(|| panic!("no {end} after {start}")).0
}

/// The section of a city's page under this heading.
#[track_caller]
fn section<'a>(html: &'a str, id: &str) -> &'a str {
    between(html, &format!("<section aria-labelledby=\"{id}\">"), "</section>")
}

/// The names of the cities of a list, in its order.
fn names(html: &str) -> Vec<&str> {
    let entries = html.split("<div class=\"who\">").skip(1);
    entries.map(|entry| between(entry, "<a href=\"/cities/", "</a>").split_once('>').unwrap().1).collect()
}
