//! Another site: a small server on a port of its own with the pages that a test gives it, and a browser that looks at them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, mpsc};
use std::time::{Duration, Instant};

use actix_web::dev::ServerHandle;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use serde_json::Value;

use crate::browser::chromium::Browser;

/// A page: its body and the policy it is served with.
type Pages = Arc<Mutex<BTreeMap<String, (String, String)>>>;

/// A running site; it ends when this is dropped.
pub struct Host {
    pub port: u16,
    pages: Pages,
    handle: ServerHandle,
}

impl Host {
    pub fn start() -> Host {
        let pages = Pages::default();
        let served = Arc::clone(&pages);
        let (sender, receiver) = mpsc::channel();
        std::thread::spawn(move || actix_web::rt::System::new().block_on(run(served, sender)));
        let (port, handle) = receiver.recv().expect("the site starts");
        Host { port, pages, handle }
    }

    /// The site under the name that its portal registered.
    pub fn origin(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// The same server under another name, which is another origin.
    pub fn other_name(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Puts a page at a path.
    pub fn put(&self, path: &str, html: &str) {
        self.put_with(path, html, "");
    }

    /// The same with a `Content-Security-Policy`.
    pub fn put_with(&self, path: &str, body: &str, policy: &str) {
        self.pages.lock().unwrap().insert(path.to_owned(), (body.to_owned(), policy.to_owned()));
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
    }
}

async fn run(pages: Pages, started: mpsc::Sender<(u16, ServerHandle)>) {
    let app = move || App::new().app_data(web::Data::new(Arc::clone(&pages))).default_service(web::to(answer));
    let server = HttpServer::new(app).workers(1).disable_signals().bind(("127.0.0.1", 0)).expect("a free port");
    let port = server.addrs()[0].port();
    let running = server.run();
    started.send((port, running.handle())).expect("the test waits");
    running.await.expect("the site runs");
}

async fn answer(request: HttpRequest, pages: web::Data<Pages>) -> HttpResponse {
    let Some((body, policy)) = pages.lock().unwrap().get(request.path()).cloned() else { return HttpResponse::NotFound().finish() };
    let kind = if request.path().ends_with(".js") { "text/javascript" } else { "text/html; charset=utf-8" };
    let mut answer = HttpResponse::Ok();
    answer.insert_header(("access-control-allow-origin", "*"));
    if !policy.is_empty() {
        answer.insert_header(("content-security-policy", policy));
    }
    answer.content_type(kind).body(body)
}

/// A page of a site with something in it.
pub fn around(inside: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A portal</title><link rel=\"icon\" href=\"data:,\"><h1>A portal</h1>{inside}</html>"
    )
}

/// What a script gives, as soon as it gives something other than null, within three seconds.
pub async fn until(browser: &Browser, script: &str) -> Option<Value> {
    let end = Instant::now() + Duration::from_secs(3);
    loop {
        let found = browser.client.execute(script, vec![]).await.expect("the script runs");
        if !found.is_null() {
            return Some(found);
        }
        if Instant::now() > end {
            return None;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
}

/// Goes into a frame of the page that is open, by way of these frames.
pub async fn enter(browser: &Browser, frames: &[u16]) {
    for frame in frames {
        browser.client.enter_frame(*frame).await.expect("a frame");
    }
}

/// Back to the page itself.
pub async fn leave(browser: &Browser, frames: &[u16]) {
    for _ in frames {
        browser.client.enter_parent_frame().await.expect("a page around the frame");
    }
}

/// The heading of the frame, where it is shown; none where the browser refused it.
pub async fn heading_in(browser: &Browser, frames: &[u16]) -> Option<String> {
    enter(browser, frames).await;
    let script =
        "return document.readyState === 'complete' && (document.querySelector('main h1')?.textContent || location.protocol) || null";
    let found = until(browser, script).await;
    leave(browser, frames).await;
    found.and_then(|found| found.as_str().map(str::to_owned)).filter(|found| !found.ends_with(':'))
}

/// How high the content of the frame is.
pub async fn height_in(browser: &Browser, frames: &[u16]) -> u64 {
    enter(browser, frames).await;
    let script = "return Math.ceil(document.documentElement.getBoundingClientRect().height)";
    let height = browser.client.execute(script, vec![]).await.expect("the script runs");
    leave(browser, frames).await;
    height.as_u64().expect("a height")
}

/// Nothing was complained of, and nothing came from anywhere but these.
pub async fn assert_calm(browser: &Browser, sites: &[&str]) {
    let complaints = browser.console().await;
    assert!(complaints.is_empty(), "the console says: {complaints:#?}");
    let fetched = browser.fetched().await;
    let is_known = |address: &String| sites.iter().any(|site| address.starts_with(&format!("{site}/"))) || address.starts_with("data:");
    let foreign: Vec<_> = fetched.iter().filter(|address| !is_known(address) && !address.starts_with("chrome")).collect();
    assert!(foreign.is_empty(), "fetched from elsewhere: {foreign:#?}");
}
