//! A page of a list, and the `Link` field that leads to the next.

use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use url::form_urlencoded;

use super::etag::{Caching, EntityTag, answer};
use super::problem::Problem;

/// One page of a list. What leads on is in the body; the `Link` field says the same for clients that follow it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Page<T> {
    /// The items, in the list's order.
    pub items: Vec<T>,
    /// Give it as `cursor` to get what comes after; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub next_cursor: Option<String>,
}

impl<T> Page<T> {
    /// Makes a page of up to `limit + 1` rows, as they are fetched to learn whether more follow; `cursor_of` makes the cursor of the last row that is shown.
    ///
    /// # Errors
    /// What `cursor_of` says.
    pub fn cut<R>(
        mut rows: Vec<R>,
        limit: u32,
        cursor_of: impl FnOnce(&R) -> Result<String, Problem>,
        item: impl FnMut(R) -> T,
    ) -> Result<Self, Problem> {
        let has_more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        let next_cursor = rows.last().filter(|_| has_more).map(cursor_of).transpose()?;
        Ok(Self { items: rows.into_iter().map(item).collect(), next_cursor })
    }
}

impl<T: Serialize> Page<T> {
    /// The answer with the page: a weak entity tag of its content, a `Link` to the first and the next page, 304 where the caller has it already.
    ///
    /// # Errors
    /// 500 where an item cannot be written as JSON.
    pub fn answer(&self, request: &HttpRequest, caching: Caching) -> Result<HttpResponse, Problem> {
        let body = serde_json::to_vec(self).map_err(|error| Problem::internal(&error))?;
        let mut response = answer(request, &EntityTag::of_content(&body), caching, body);
        if let Ok(link) = HeaderValue::from_str(&links(request, self.next_cursor.as_deref())) {
            response.headers_mut().insert(header::LINK, link);
        }
        Ok(response)
    }
}

/// The `Link` field of RFC 8288: the present address with another cursor.
pub fn links(request: &HttpRequest, next_cursor: Option<&str>) -> String {
    let first = format!("<{}>; rel=\"first\"", address(request, None));
    match next_cursor {
        Some(cursor) => format!("<{}>; rel=\"next\", {first}", address(request, Some(cursor))),
        None => first,
    }
}

/// The path and query of the present list with another cursor, or from its beginning.
pub fn address(request: &HttpRequest, cursor: Option<&str>) -> String {
    let kept = form_urlencoded::parse(request.query_string().as_bytes()).filter(|(name, _)| name != "cursor");
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(kept).extend_pairs(cursor.map(|cursor| ("cursor", cursor)));
    let query = query.finish();
    if query.is_empty() { request.path().to_owned() } else { format!("{}?{query}", request.path()) }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn a_page_leads_on_only_where_more_follows() {
        let cursor = |row: &i32| Ok(format!("after-{row}"));
        let page = Page::cut(vec![1, 2, 3], 2, cursor, |row| row * 10).expect("a page");
        assert_eq!(page, Page { items: vec![10, 20], next_cursor: Some("after-2".to_owned()) });
        assert_eq!(Page::cut(vec![1, 2], 2, cursor, |row| row).expect("a page").next_cursor, None);
        assert_eq!(Page::<i32>::cut(Vec::<i32>::new(), 2, cursor, |row| row).expect("a page").items, Vec::<i32>::new());
    }

    #[test]
    fn the_link_keeps_the_filters_and_changes_the_cursor() {
        let request = TestRequest::get().uri("/api/v1/cities?q=a%26b&cursor=old&limit=2").to_http_request();
        let expected = "</api/v1/cities?q=a%26b&limit=2&cursor=new>; rel=\"next\", </api/v1/cities?q=a%26b&limit=2>; rel=\"first\"";
        assert_eq!(links(&request, Some("new")), expected);
        let bare = TestRequest::get().uri("/api/v1/cities").to_http_request();
        assert_eq!(links(&bare, None), "</api/v1/cities>; rel=\"first\"");
    }
}
