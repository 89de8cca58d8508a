//! A small server for the sample pages, so that a browser can open them.

use std::net::SocketAddr;
use std::sync::mpsc;

use actix_web::dev::ServerHandle;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use kembar::console::answer::PageAnswer;
use kembar::console::assets;
use kembar::console::frame::Frame;
use kembar::console::pages::{CityFilter, Trouble, render_about_data, render_city, render_city_list, render_error, render_home};

use super::{drawn, entry_samples, letters, published_samples, samples};

/// A running server; it ends when this is dropped.
pub struct SampleServer {
    pub address: SocketAddr,
    handle: ServerHandle,
}

impl SampleServer {
    /// Starts on a free port of this machine.
    pub fn start() -> SampleServer {
        let (sender, receiver) = mpsc::channel();
        std::thread::spawn(move || actix_web::rt::System::new().block_on(run(sender)));
        let (address, handle) = receiver.recv().expect("the server starts");
        SampleServer { address, handle }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

impl Drop for SampleServer {
    fn drop(&mut self) {
        // The order is sent when this is called; the answer, which would have to be awaited, is of no use here.
        drop(self.handle.stop(false));
    }
}

async fn run(started: mpsc::Sender<(SocketAddr, ServerHandle)>) {
    let app = || {
        App::new()
            .service(web::resource("/").get(home))
            .service(web::resource("/cities").get(city_list))
            .service(web::resource("/cities/{slug}").get(city))
            .service(web::resource("/partnerships").get(published_samples::partnerships))
            .service(web::resource("/partnerships/{id}").get(published_samples::partnership))
            .service(web::resource("/practices").get(published_samples::practices))
            .service(web::resource("/about-data").get(about_data))
            .service(web::resource("/pictures/{name}").get(picture))
            .service(web::resource("/trouble/{name}").get(trouble))
            .service(web::resource("/entry/{name}").get(entry))
            .service(web::resource("/letters").get(letters::page))
            .service(web::resource("/assets/{hash}/{name}").get(assets::serve))
            .default_service(web::to(not_found))
    };
    let server = HttpServer::new(app).workers(1).disable_signals().bind(("127.0.0.1", 0)).expect("a free port");
    let address = server.addrs()[0];
    let running = server.run();
    started.send((address, running.handle())).expect("the test waits");
    running.await.expect("the server runs");
}

pub fn frame(request: &HttpRequest) -> Frame {
    let accepted = request.headers().get("accept-language").and_then(|value| value.to_str().ok());
    Frame::new(request.path(), request.query_string(), accepted).with_demo_notice(request.path() == "/")
}

fn asked(frame: &Frame, name: &str) -> Option<String> {
    frame.query.iter().find(|(known, value)| known == name && !value.is_empty()).map(|(_, value)| value.clone())
}

pub fn answer(request: &HttpRequest, frame: &Frame, html: askama::Result<String>) -> HttpResponse {
    PageAnswer::public(frame.lang).with_html(request, html.expect("the sample renders"))
}

async fn home(request: HttpRequest) -> HttpResponse {
    let frame = frame(&request);
    let published = asked(&frame, "published").is_some();
    answer(&request, &frame, render_home(&samples::home(frame.clone(), published)))
}

async fn city_list(request: HttpRequest) -> HttpResponse {
    let frame = frame(&request);
    let [q, country, network, theme] = ["q", "country", "network", "theme"].map(|name| asked(&frame, name));
    let nothing = q.as_deref() == Some("zzz");
    let filter = CityFilter { q, country, network, theme };
    let page = if nothing { samples::empty_city_list(frame.clone(), filter) } else { samples::city_list(frame.clone(), filter) };
    answer(&request, &frame, render_city_list(&page))
}

async fn city(request: HttpRequest, slug: web::Path<String>) -> HttpResponse {
    let frame = frame(&request);
    let page = match slug.as_str() {
        "surabaya" => samples::surabaya(frame.clone()),
        "iloilo-city" => samples::iloilo(frame.clone()),
        "da-nang" => samples::da_nang(frame.clone()),
        "hoi-an" => samples::hoi_an(frame.clone()),
        "kep" => samples::kep(frame.clone()),
        _ => return troubled(&request, Trouble::NotFound),
    };
    answer(&request, &frame, render_city(&page))
}

async fn about_data(request: HttpRequest) -> HttpResponse {
    let frame = frame(&request);
    answer(&request, &frame, render_about_data(&samples::about_data(frame.clone())))
}

async fn picture(request: HttpRequest, name: web::Path<String>) -> HttpResponse {
    let found = drawn::pictures().into_iter().find(|(known, _)| *known == name.as_str());
    match found {
        Some((_, body)) => PageAnswer::public(frame(&request).lang).with_html(&request, drawn::page(&name, &body)),
        None => troubled(&request, Trouble::NotFound),
    }
}

async fn trouble(request: HttpRequest, name: web::Path<String>) -> HttpResponse {
    let known = samples::troubles().into_iter().find(|(known, _)| *known == name.as_str());
    troubled(&request, known.map_or(Trouble::NotFound, |(_, trouble)| trouble))
}

/// The pages around the sign-in.
async fn entry(request: HttpRequest, name: web::Path<String>) -> HttpResponse {
    let frame = frame(&request);
    let at = |path: &str| Frame { path: path.to_owned(), ..frame.clone() };
    match entry_samples::named(&name, &at) {
        Some(html) => answer(&request, &frame, html),
        None => troubled(&request, Trouble::NotFound),
    }
}

async fn not_found(request: HttpRequest) -> HttpResponse {
    troubled(&request, Trouble::NotFound)
}

fn troubled(request: &HttpRequest, trouble: Trouble) -> HttpResponse {
    let frame = frame(request);
    let answer = PageAnswer::trouble(trouble.status(), frame.lang);
    let html = render_error(&samples::trouble(frame, trouble));
    answer.with_html(request, html.expect("the sample renders"))
}
