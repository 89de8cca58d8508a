//! The table of operations, built from the finished OpenAPI document: which method on which path is which operation.
//!
//! The same table answers 405 with `Allow`, decides the formats on offer and is what authorization looks operations up in. So it must agree with the
//! router in every case; it refuses documents in which two operations of one method could match the same path, because there the
//! order of registration, which a document does not have, would decide.

use std::collections::BTreeMap;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::http::Method;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use std::future::{Ready, ready};
use utoipa::openapi::{OpenApi, PathItem, RefOr, path::Operation as Described};

use super::problem::Problem;

/// One operation of the API. As an extractor it is the operation that the request was resolved to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// The `operationId`.
    pub id: Arc<str>,
    /// The path template, such as `/api/v1/cities/{id}`.
    pub template: Arc<str>,
    /// The media types of its good answers; empty where these have no body.
    pub produces: Arc<[String]>,
}

/// What the table says about a request.
#[derive(Debug, PartialEq, Eq)]
pub enum Resolution<'a> {
    /// This operation.
    Found(&'a Operation),
    /// The path is known, the method is not: these are.
    WrongMethod {
        /// As the field `Allow` lists them.
        allow: String,
    },
    /// A path that no operation has. It may still be a page.
    Unknown,
}

/// Why a document does not make a table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RoutesError {
    /// An operation has no `operationId`.
    #[error("{method} {template} has no operationId: give its handler one")]
    Unnamed {
        /// The method.
        method: String,
        /// The path template.
        template: String,
    },
    /// Two operations have the same `operationId`.
    #[error("operationId {id} is used by {first} and {second}: rename one handler")]
    Duplicate {
        /// The id.
        id: String,
        /// One template.
        first: String,
        /// The other template.
        second: String,
    },
    /// Two templates of one method match the same path.
    #[error("{method} {first} and {method} {second} match the same path: change one of them")]
    Ambiguous {
        /// The method.
        method: String,
        /// One template.
        first: String,
        /// The other template.
        second: String,
    },
    /// A template that is not made of whole-segment parameters.
    #[error("{0}: a parameter has to be a whole segment between slashes")]
    Template(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Segment {
    Literal(String),
    Parameter,
}

#[derive(Debug, Clone)]
struct Route {
    template: Arc<str>,
    segments: Vec<Segment>,
    operations: BTreeMap<String, Operation>,
}

/// The table of operations.
#[derive(Debug, Clone, Default)]
pub struct Routes(Vec<Route>);

impl Routes {
    /// Reads the table from a document.
    ///
    /// # Errors
    /// The first thing that would let this table and the router disagree, or leave an operation without a name.
    pub fn from_openapi(document: &OpenApi) -> Result<Self, RoutesError> {
        let routes = document.paths.paths.iter().map(|(template, item)| Route::read(template, item)).collect::<Result<Vec<_>, _>>()?;
        check_names(&routes)?;
        check_overlaps(&routes)?;
        Ok(Self(routes))
    }

    /// The operation that a method has on a pattern, as `HttpRequest::match_pattern` gives it. HEAD is looked up as GET.
    pub fn operation(&self, method: &Method, pattern: &str) -> Option<&str> {
        let route = self.0.iter().find(|route| &*route.template == pattern)?;
        route.operation(method).map(|operation| &*operation.id)
    }

    /// The operation that a method has on a path (decoded as the router decodes it). HEAD is resolved as GET.
    pub fn resolve(&self, method: &Method, path: &str) -> Resolution<'_> {
        let parts: Vec<&str> = path.split('/').collect();
        let matching: Vec<_> = self.0.iter().filter(|route| route.is_match(&parts)).collect();
        if let Some(operation) = matching.iter().find_map(|route| route.operation(method)) {
            return Resolution::Found(operation);
        }
        if matching.is_empty() { Resolution::Unknown } else { Resolution::WrongMethod { allow: allowed(&matching) } }
    }

    /// Every operation with its method, by path and method.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Operation)> {
        self.0.iter().flat_map(|route| route.operations.iter().map(|(method, operation)| (method.as_str(), operation)))
    }

    /// Whether some operation has this id.
    pub fn has_operation(&self, id: &str) -> bool {
        self.iter().any(|(_, operation)| &*operation.id == id)
    }
}

impl Route {
    fn read(template: &str, item: &PathItem) -> Result<Self, RoutesError> {
        let segments = template.split('/').map(|part| Segment::read(part, template)).collect::<Result<_, _>>()?;
        let shared: Arc<str> = template.into();
        let operations =
            described(item).into_iter().map(|(method, operation)| read_operation(method, operation, &shared)).collect::<Result<_, _>>()?;
        Ok(Self { template: shared, segments, operations })
    }

    fn is_match(&self, parts: &[&str]) -> bool {
        self.segments.len() == parts.len() && self.segments.iter().zip(parts).all(|(segment, part)| segment.is_match(part))
    }

    fn operation(&self, method: &Method) -> Option<&Operation> {
        let asked = if method == Method::HEAD { &Method::GET } else { method };
        self.operations.get(asked.as_str())
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.segments.len() == other.segments.len() && self.segments.iter().zip(&other.segments).all(|(a, b)| a.overlaps(b))
    }
}

impl Segment {
    fn read(part: &str, template: &str) -> Result<Self, RoutesError> {
        let is_whole = part.starts_with('{') && part.ends_with('}') && !part[1..].contains('{');
        match (part.contains(['{', '}']), is_whole && !part.contains(':')) {
            (false, _) => Ok(Self::Literal(part.to_owned())),
            (true, true) => Ok(Self::Parameter),
            (true, false) => Err(RoutesError::Template(template.to_owned())),
        }
    }

    fn is_match(&self, part: &str) -> bool {
        match self {
            Self::Literal(text) => text == part,
            Self::Parameter => !part.is_empty(),
        }
    }

    fn overlaps(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Literal(one), Self::Literal(two)) => one == two,
            (Self::Parameter, Self::Literal(text)) | (Self::Literal(text), Self::Parameter) => !text.is_empty(),
            (Self::Parameter, Self::Parameter) => true,
        }
    }
}

fn described(item: &PathItem) -> Vec<(&'static str, &Described)> {
    let all = [
        ("DELETE", &item.delete),
        ("GET", &item.get),
        ("PATCH", &item.patch),
        ("POST", &item.post),
        ("PUT", &item.put),
        ("OPTIONS", &item.options),
        ("HEAD", &item.head),
        ("TRACE", &item.trace),
    ];
    all.into_iter().filter_map(|(method, operation)| operation.as_ref().map(|operation| (method, operation))).collect()
}

fn read_operation(method: &str, operation: &Described, template: &Arc<str>) -> Result<(String, Operation), RoutesError> {
    let unnamed = || RoutesError::Unnamed { method: method.to_owned(), template: template.to_string() };
    let id = operation.operation_id.as_deref().filter(|id| !id.is_empty()).ok_or_else(unnamed)?;
    let produces = produced(operation).into();
    Ok((method.to_owned(), Operation { id: id.into(), template: Arc::clone(template), produces }))
}

fn produced(operation: &Described) -> Vec<String> {
    let good = operation.responses.responses.iter().filter(|(status, _)| status.starts_with('2'));
    let mut types: Vec<String> = good
        .filter_map(|(_, response)| match response {
            RefOr::T(response) => Some(response.content.keys().cloned()),
            RefOr::Ref(_) => None,
        })
        .flatten()
        .collect();
    types.sort();
    types.dedup();
    types
}

fn check_names(routes: &[Route]) -> Result<(), RoutesError> {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for operation in routes.iter().flat_map(|route| route.operations.values()) {
        if let Some(first) = seen.insert(&operation.id, &operation.template) {
            let (id, second) = (operation.id.to_string(), operation.template.to_string());
            return Err(RoutesError::Duplicate { id, first: first.to_owned(), second });
        }
    }
    Ok(())
}

fn check_overlaps(routes: &[Route]) -> Result<(), RoutesError> {
    for (index, one) in routes.iter().enumerate() {
        for two in routes[index + 1..].iter().filter(|two| one.overlaps(two)) {
            if let Some(method) = one.operations.keys().find(|method| two.operations.contains_key(*method)) {
                let (first, second) = (one.template.to_string(), two.template.to_string());
                return Err(RoutesError::Ambiguous { method: method.clone(), first, second });
            }
        }
    }
    Ok(())
}

fn allowed(routes: &[&Route]) -> String {
    let mut methods: Vec<&str> = routes.iter().flat_map(|route| route.operations.keys().map(String::as_str)).collect();
    if methods.contains(&"GET") {
        methods.push("HEAD");
    }
    methods.push("OPTIONS");
    methods.sort_unstable();
    methods.dedup();
    methods.join(", ")
}

impl FromRequest for Operation {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let found = request.extensions().get::<Self>().cloned();
        ready(found.ok_or_else(|| Problem::internal_because("a handler that wants its operation is not in the OpenAPI document")))
    }
}

#[cfg(test)]
mod tests {
    use utoipa::openapi::path::{HttpMethod, OperationBuilder};
    use utoipa::openapi::{OpenApiBuilder, PathsBuilder};

    use super::*;

    fn table(operations: &[(&str, HttpMethod, Option<&str>)]) -> Result<Routes, RoutesError> {
        let paths = operations.iter().fold(PathsBuilder::new(), |paths, (template, method, id)| {
            let operation = OperationBuilder::new().operation_id(*id).build();
            paths.path(*template, PathItem::new(method.clone(), operation))
        });
        Routes::from_openapi(&OpenApiBuilder::new().paths(paths.build()).build())
    }

    fn cities() -> Routes {
        table(&[
            ("/api/v1/cities", HttpMethod::Get, Some("list_cities")),
            ("/api/v1/cities", HttpMethod::Post, Some("add_city")),
            ("/api/v1/cities/{id}", HttpMethod::Get, Some("read_city")),
            ("/api/v1/cities/import", HttpMethod::Post, Some("import_cities")),
        ])
        .expect("a good table")
    }

    #[test]
    fn a_request_is_resolved_to_the_one_operation_that_it_can_mean() {
        let routes = cities();
        for (method, path, expected) in [
            (Method::GET, "/api/v1/cities", "list_cities"),
            (Method::HEAD, "/api/v1/cities", "list_cities"),
            (Method::GET, "/api/v1/cities/surabaya", "read_city"),
            (Method::GET, "/api/v1/cities/import", "read_city"),
            (Method::POST, "/api/v1/cities/import", "import_cities"),
        ] {
            assert!(matches!(routes.resolve(&method, path), Resolution::Found(operation) if &*operation.id == expected), "{method} {path}");
        }
        assert_eq!(routes.operation(&Method::GET, "/api/v1/cities/{id}"), Some("read_city"));
        assert_eq!(routes.operation(&Method::PUT, "/api/v1/cities/{id}"), None);
    }

    #[test]
    fn a_wrong_method_names_the_right_ones_and_an_unknown_path_none() {
        let routes = cities();
        let allow = "GET, HEAD, OPTIONS, POST".to_owned();
        assert_eq!(routes.resolve(&Method::DELETE, "/api/v1/cities"), Resolution::WrongMethod { allow });
        for path in ["/api/v1/cities/", "/api/v1//cities", "/api/v1", "", "/api/v1/cities/a/b", "/API/v1/cities"] {
            assert_eq!(routes.resolve(&Method::GET, path), Resolution::Unknown, "{path}");
        }
    }

    #[test]
    fn a_document_that_the_router_could_read_otherwise_is_refused() {
        let ambiguous = table(&[("/c/{id}", HttpMethod::Get, Some("a")), ("/c/map", HttpMethod::Get, Some("b"))]);
        assert!(matches!(ambiguous, Err(RoutesError::Ambiguous { .. })), "{ambiguous:?}");
        assert!(matches!(table(&[("/c", HttpMethod::Get, None)]), Err(RoutesError::Unnamed { .. })));
        let twice = table(&[("/c", HttpMethod::Get, Some("a")), ("/d", HttpMethod::Get, Some("a"))]);
        assert!(matches!(twice, Err(RoutesError::Duplicate { .. })));
        for template in ["/c/{id}.csv", "/c/{id:[0-9]+}", "/c/{a}{b}", "/c/{id"] {
            assert!(matches!(table(&[(template, HttpMethod::Get, Some("a"))]), Err(RoutesError::Template(_))), "{template}");
        }
    }
}
