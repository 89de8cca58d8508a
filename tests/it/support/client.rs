//! Somebody who calls the service over HTTP.

use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

/// A caller, with or without a credential.
#[derive(Clone)]
pub struct Person {
    url: String,
    token: Option<String>,
    http: Client,
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: reqwest::header::HeaderMap,
    pub text: String,
    /// The body as JSON; null where it is none.
    pub body: Value,
}

impl Answer {
    pub async fn of(response: Response) -> Self {
        let (status, headers) = (response.status(), response.headers().clone());
        let text = response.text().await.unwrap();
        let body = serde_json::from_str(&text).unwrap_or(Value::Null);
        Self { status, headers, text, body }
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn etag(&self) -> &str {
        self.header("etag")
    }

    /// The answer, where it has this status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        self
    }

    pub fn id(&self) -> String {
        self.body["id"].as_str().unwrap_or_else(|| panic!("no id in {}", self.text)).to_owned()
    }
}

impl Person {
    /// Over connections that others may use too.
    pub fn new(http: Client, url: &str, token: Option<String>) -> Self {
        Self { url: url.to_owned(), token, http }
    }

    /// A request with the credential, still to be changed and sent.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.url));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    pub async fn send(&self, request: RequestBuilder) -> Answer {
        Answer::of(request.send().await.unwrap()).await
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path)).await
    }

    /// A POST with a fresh key.
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.post_with(path, &Uuid::new_v4().to_string(), None, body).await
    }

    /// A POST that decides about a version.
    pub async fn decide(&self, path: &str, etag: &str, body: &Value) -> Answer {
        self.post_with(path, &Uuid::new_v4().to_string(), Some(etag), body).await
    }

    pub async fn post_with(&self, path: &str, key: &str, etag: Option<&str>, body: &Value) -> Answer {
        let request = self.request(Method::POST, path).header("idempotency-key", key);
        let request = if let Some(etag) = etag { request.header("if-match", etag) } else { request };
        let request = if body.is_null() { request } else { request.json(body) };
        self.send(request).await
    }

    pub async fn put(&self, path: &str, etag: &str, body: &Value) -> Answer {
        self.send(self.request(Method::PUT, path).header("if-match", etag).json(body)).await
    }

    pub async fn patch(&self, path: &str, etag: &str, body: &Value) -> Answer {
        self.send(self.request(Method::PATCH, path).header("if-match", etag).json(body)).await
    }

    pub async fn sign_in(&self, email: &str, password: &str) -> Answer {
        self.send(self.request(Method::POST, "/api/v1/auth/login").json(&json!({"email": email, "password": password}))).await
    }
}
