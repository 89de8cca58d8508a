//! What the own city has said about suggested ones: the newest word on each of each kind counts.

use std::collections::BTreeMap;

use super::whole;
use crate::actions::error::Error;
use crate::actions::feedback;
use crate::console::pages::CityLink;
use crate::console::pages::my_city::GivenWord;
use crate::console::routes::signed::Signed;
use crate::domain::access::Operation;
use crate::domain::id::CityId;
use crate::domain::pairing::Kind;

/// Every word that counts, the newest first.
///
/// # Errors
/// What the table of rights says; the database's failure.
pub(super) async fn all(signed: &Signed, own: &CityLink) -> Result<Vec<GivenWord>, Error> {
    let app = signed.visit.app.clone();
    let read = move |db: &mut _, city: CityId| {
        let words = whole(|ask| feedback::list(db, city, ask))?;
        let newest: BTreeMap<(CityId, Kind), _> = words.into_iter().map(|word| ((word.other, word.kind), word)).collect();
        let engine = app.engine(db)?;
        let named = newest.into_values().filter_map(|word| {
            let other = engine.city(word.other)?;
            let link = CityLink { slug: other.slug.to_string(), name: other.name.clone() };
            Some((word.created_at, GivenWord { city: link, kind: word.kind, verdict: word.verdict, on: word.created_at.date_naive() }))
        });
        let mut named: Vec<_> = named.collect();
        named.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        Ok(named.into_iter().map(|(_, word)| word).collect())
    };
    signed.read(Operation::ListFeedback, Some(own.slug.clone()), move |db, pass| read(db, pass.addressed_city()?)).await
}
