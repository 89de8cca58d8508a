//! The OpenAPI document as the tests read it: where each operation is and what it takes.

use kembar::api::service;
use reqwest::Method;
use serde_json::Value;

/// One operation of the document.
#[derive(Debug, Clone)]
pub struct Described {
    pub id: String,
    pub method: Method,
    /// Such as `/api/v1/cities/{id}`.
    pub template: String,
    /// The operation as it is described.
    pub body: Value,
}

impl Described {
    /// Whether it takes a JSON body.
    pub fn has_body(&self) -> bool {
        self.body["requestBody"].is_object()
    }

    /// Whether it takes this parameter or header field.
    pub fn takes(&self, name: &str) -> bool {
        self.body["parameters"].as_array().is_some_and(|parameters| parameters.iter().any(|known| known["name"] == name))
    }

    /// Whether the document says that it can answer with this status.
    pub fn documents(&self, status: u16) -> bool {
        self.body["responses"][status.to_string()].is_object()
    }

    /// Whether it changes something.
    pub fn is_write(&self) -> bool {
        self.method != Method::GET
    }

    /// The path with its parameters filled in.
    pub fn path(&self, fill: impl Fn(&str) -> String) -> String {
        let parts = self.template.split('/').map(|part| match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            Some(name) => fill(name),
            None => part.to_owned(),
        });
        parts.collect::<Vec<_>>().join("/")
    }
}

/// The document as JSON.
pub fn document() -> Value {
    serde_json::to_value(service::document()).unwrap()
}

/// Every operation, by path.
pub fn operations() -> Vec<Described> {
    let document = document();
    let mut found = Vec::new();
    for (template, item) in document["paths"].as_object().unwrap() {
        for (method, body) in item.as_object().unwrap() {
            let Ok(method) = method.to_uppercase().parse::<Method>() else { continue };
            if !["GET", "PUT", "POST", "DELETE", "PATCH"].contains(&method.as_str()) {
                continue;
            }
            let id = body["operationId"].as_str().unwrap_or_else(|| panic!("{method} {template} has no operationId")).to_owned();
            found.push(Described { id, method, template: template.clone(), body: body.clone() });
        }
    }
    found
}
