//! Pages of lists over HTTP: the limit, the signed cursor, and the way back to the store's key.

use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::edge::{self, Caching, CursorScope, Limit, Problem};
use crate::app::App;
use crate::domain::role::Caller;
use crate::store::page::{Key, Page, PageAsk};

/// The key as a cursor carries it.
#[derive(Serialize, Deserialize)]
struct Place {
    s: String,
    i: Uuid,
}

/// A list as it was asked for: its name, its filters, its caller.
pub struct ListAsk<'a> {
    /// The operation.
    pub list: &'static str,
    /// Hash of the filters.
    pub filters: [u8; 32],
    /// The caller, to whom the cursor is bound.
    pub caller: &'a Caller,
}

impl ListAsk<'_> {
    fn principal(&self) -> String {
        match self.caller {
            Caller::Anonymous => "public".to_owned(),
            Caller::Portal(id) => id.to_string(),
            Caller::Person(actor) => actor.user.to_string(),
        }
    }

    /// The page that is wanted.
    ///
    /// # Errors
    /// 400 for a cursor of another list, other filters or another caller.
    pub fn page(&self, app: &App, limit: Limit, cursor: Option<&str>) -> Result<PageAsk, Problem> {
        let after = cursor.map(|token| self.open(app, token)).transpose()?;
        Ok(PageAsk { limit: i64::from(limit.get()), after })
    }

    /// The key in a cursor of this list.
    ///
    /// # Errors
    /// 400 for a cursor of another list, other filters or another caller.
    pub fn open(&self, app: &App, cursor: &str) -> Result<Key, Problem> {
        let principal = self.principal();
        let place: Place = edge::CursorSigner::new(app.cursor_secret()).open(self.scope(&principal), cursor)?;
        Ok(Key { sort: place.s, id: place.i })
    }

    /// The cursor for what comes after a key of this list.
    ///
    /// # Errors
    /// 500 where it cannot be written.
    pub fn seal(&self, app: &App, key: Key) -> Result<String, Problem> {
        let principal = self.principal();
        edge::CursorSigner::new(app.cursor_secret()).seal(self.scope(&principal), &Place { s: key.sort, i: key.id })
    }

    fn scope<'b>(&'b self, principal: &'b str) -> CursorScope<'b> {
        CursorScope { list: self.list, filters: &self.filters, principal }
    }

    /// The answer with a page.
    ///
    /// # Errors
    /// 500 where it cannot be written.
    pub fn answer<T, D: Serialize>(
        &self,
        app: &App,
        request: &HttpRequest,
        (page, caching): (Page<T>, Caching),
        item: impl FnMut(T) -> D,
    ) -> Result<HttpResponse, Problem> {
        let next_cursor = page.next.map(|key| self.seal(app, key)).transpose()?;
        edge::Page { items: page.items.into_iter().map(item).collect(), next_cursor }.answer(request, caching)
    }
}
