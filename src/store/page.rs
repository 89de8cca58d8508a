//! Pages of a list, by the last key that was seen.

/// Which page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageAsk {
    /// How many at the most.
    pub limit: i64,
    /// The key of the last item of the page before.
    pub after: Option<Key>,
}

/// The place of an item in its list: what it is sorted by, then its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// What the list is sorted by; empty where by id alone.
    pub sort: String,
    /// The item's id.
    pub id: uuid::Uuid,
}

/// A page, and where the next one begins.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// The key of the last item, where more follow.
    pub next: Option<Key>,
}

impl<T> Page<T> {
    /// A page from up to `limit + 1` items: the one too many only shows that more follow.
    pub fn cut(mut items: Vec<T>, limit: i64, key: impl Fn(&T) -> Key) -> Self {
        let limit = usize::try_from(limit).unwrap_or_default();
        let has_more = items.len() > limit;
        items.truncate(limit);
        let next = if has_more { items.last().map(key) } else { None };
        Page { items, next }
    }

    /// The same page with every item turned into something else.
    ///
    /// # Errors
    /// The first one that `f` gives.
    pub fn try_map<U, E>(self, f: impl FnMut(T) -> Result<U, E>) -> Result<Page<U>, E> {
        Ok(Page { items: self.items.into_iter().map(f).collect::<Result<_, _>>()?, next: self.next })
    }
}
