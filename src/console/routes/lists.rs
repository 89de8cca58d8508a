//! A list of a page behind the sign-in, in keyset pages whose cursor is bound to its reader and to what the list is narrowed to.

use actix_web::HttpResponse;
use sha2::{Digest, Sha256};

use super::signed::Signed;
use crate::api::lists::ListAsk;
use crate::console::pages::Trouble;
use crate::console::words::Word;
use crate::domain::role::Caller;
use crate::store::page::{Key, PageAsk};

/// Where in a list the reader is.
pub(super) struct Paging<'a> {
    signed: &'a Signed,
    path: &'static str,
    kept: Vec<(&'static str, String)>,
    limit: i64,
    caller: Caller,
}

impl<'a> Paging<'a> {
    /// The list at `path`, narrowed by the parameters `names` of the address, so many at a time.
    pub(super) fn of(signed: &'a Signed, path: &'static str, names: &[&'static str], limit: i64) -> Self {
        let kept = names.iter().filter_map(|name| Some((*name, signed.visit.asked(name)?))).collect();
        Paging { signed, path, kept, limit, caller: Caller::Person(signed.actor.clone()) }
    }

    fn list(&self) -> ListAsk<'_> {
        let filters = fingerprint(self.kept.iter().map(|(name, value)| (*name, value.as_str())));
        ListAsk { list: self.path, filters, caller: &self.caller }
    }

    /// Which page is wanted; the page of the trouble for a cursor that is not of this list.
    pub(super) fn ask(&self) -> Result<PageAsk, HttpResponse> {
        let cursor = self.signed.visit.asked("cursor");
        match cursor.map(|cursor| self.list().open(&self.signed.visit.app, &cursor)).transpose() {
            Ok(after) => Ok(PageAsk { limit: self.limit, after }),
            Err(_another) => {
                let visit = &self.signed.visit;
                let words = visit.frame.lang.say(Word::ErrorBadCursor);
                Err(visit.trouble(Trouble::BadRequest(vec![words]), Some(self.address(None))))
            }
        }
    }

    /// The address of the page that comes after a key; that of the first page where it cannot be written.
    pub(super) fn next(&self, after: Key) -> String {
        self.address(self.list().seal(&self.signed.visit.app, after).ok())
    }

    fn address(&self, cursor: Option<String>) -> String {
        let kept = self.kept.iter().map(|(name, value)| (*name, value.as_str()));
        let query: Vec<(&str, &str)> = kept.chain(cursor.iter().map(|cursor| ("cursor", cursor.as_str()))).collect();
        self.signed.visit.frame.href_with(self.path, &query)
    }
}

/// Stands for what a list is narrowed to, which its cursors are bound to: the fields as well as their values.
pub(super) fn fingerprint<'a>(narrowed_to: impl Iterator<Item = (&'a str, &'a str)>) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in narrowed_to.flat_map(|(name, value)| [name, value]) {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}
