//! Somebody who reads the pages with a browser: keeps the cookie, sends forms with what the page put into them.

#![allow(dead_code, reason = "what one family of tests leaves alone, another uses")]

use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder};

use super::client::Answer;
use super::service::{PASSWORD, Service, email};

/// A browser with its one cookie.
pub struct Visitor {
    http: Client,
    url: String,
    pub cookie: Option<String>,
}

/// The name of the cookie, with the sign that follows it.
pub const COOKIE: &str = "__Host-sid=";

impl Visitor {
    /// A browser that has never been here.
    pub fn new(service: &Service) -> Self {
        let http = Client::builder().no_proxy().redirect(Policy::none()).build().unwrap();
        Self { http, url: service.url.clone(), cookie: None }
    }

    /// The browser of one of the people, signed in.
    pub async fn signed_in(service: &Service, name: &str) -> Self {
        let mut visitor = Self::new(service);
        let answer = visitor.sign_in(&email(name), PASSWORD).await;
        assert_eq!(answer.status, 303, "{name} signs in: {}", answer.text);
        visitor
    }

    /// Fills in the sign-in.
    pub async fn sign_in(&mut self, email: &str, password: &str) -> Answer {
        self.post("/sign-in", &[("email", email), ("password", password)]).await
    }

    /// A page.
    pub async fn get(&mut self, path: &str) -> Answer {
        let request = self.request(Method::GET, path);
        self.send(request).await
    }

    /// A form as it is, with nothing added.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self.request(Method::POST, path).header("sec-fetch-site", "same-origin");
        self.send(request.header("content-type", "application/x-www-form-urlencoded").body(body)).await
    }

    /// The form of `page` that goes to `action`, with its hidden fields, and with these filled in.
    pub async fn fill(&mut self, page: &Answer, action: &str, fields: &[(&str, &str)]) -> Answer {
        let mut all = hidden_fields(&page.text, action);
        all.retain(|(name, _)| fields.iter().all(|(filled, _)| filled != name));
        let all: Vec<(&str, &str)> =
            all.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(fields.iter().copied()).collect();
        self.post(action, &all).await
    }

    /// A form with a file, in the order of a browser: its fields as they are given, the file last.
    pub async fn upload(&mut self, path: &str, fields: &[(&str, &str)], (name, bytes): (&str, &[u8])) -> Answer {
        const EDGE: &str = "----an-edge-that-no-file-holds";
        let mut body = Vec::new();
        for (field, value) in fields {
            body.extend(format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n").bytes());
        }
        let head = format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n");
        body.extend(format!("{head}Content-Type: application/octet-stream\r\n\r\n").bytes());
        body.extend(bytes);
        body.extend(format!("\r\n--{EDGE}--\r\n").bytes());
        let request = self.request(Method::POST, path).header("sec-fetch-site", "same-origin");
        self.send(request.header("content-type", format!("multipart/form-data; boundary={EDGE}")).body(body)).await
    }

    /// A request with the cookie, still to be changed and sent.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.url)).header("accept", "text/html");
        match &self.cookie {
            Some(key) => request.header("cookie", format!("{COOKIE}{key}")),
            None => request,
        }
    }

    /// Sends a request and keeps the cookie that comes back.
    pub async fn send(&mut self, request: RequestBuilder) -> Answer {
        let answer = Answer::of(request.send().await.unwrap()).await;
        for set in answer.headers.get_all("set-cookie") {
            let value = set.to_str().unwrap().split(';').next().unwrap_or_default().strip_prefix(COOKIE);
            self.cookie = value.map(str::to_owned).filter(|value| !value.is_empty());
        }
        answer
    }
}

/// The hidden fields of the form that goes to `action`, whatever language its address keeps.
#[track_caller]
pub fn hidden_fields(html: &str, action: &str) -> Vec<(String, String)> {
    let is_it = |form: &&str| {
        let to = attribute(form.split('>').next().unwrap_or_default(), "action").unwrap_or_default();
        to.split('?').next() == Some(action.split('?').next().unwrap_or_default())
    };
    let form = html.split("<form").skip(1).find(is_it).unwrap_or_else(|| panic!("no form to {action} in {html}"));
    let form = form.split("</form>").next().unwrap_or_default();
    let inputs = form.split("<input").skip(1).map(|rest| rest.split('>').next().unwrap_or_default());
    let hidden = inputs.filter(|input| attribute(input, "type").as_deref() == Some("hidden"));
    hidden.filter_map(|input| Some((attribute(input, "name")?, attribute(input, "value").unwrap_or_default()))).collect()
}

/// An attribute of a tag, with its entities read.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = tag.split_once(&format!(" {name}=\""))?.1.split('"').next()?;
    let read = value.replace("&#34;", "\"").replace("&#39;", "'").replace("&#60;", "<").replace("&#62;", ">").replace("&#38;", "&");
    Some(read)
}
