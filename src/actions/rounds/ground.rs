//! What a round stands on: the engine on the present data, and what the engine does not know.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::actions::error::Error;
use crate::domain::code::CountryCode;
use crate::domain::pairing::{Kind, Pair};
use crate::domain::proposal::ProposalState;
use crate::matching::engine::Engine;
use crate::store::connection::Db;
use crate::store::{countries, proposals};

/// What a round stands on.
pub struct Ground {
    /// The engine on all members.
    pub engine: Arc<Engine>,
    /// Income groups by country, where known.
    pub income: BTreeMap<CountryCode, String>,
    /// Pairs of the kind that are before the secretariat or the cities already.
    pub under_way: BTreeSet<Pair>,
}

/// Reads it.
///
/// # Errors
/// The database's failure.
pub fn survey(db: &mut Db, engine: Arc<Engine>, kind: Kind) -> Result<Ground, Error> {
    let known = countries::all(db)?.into_iter();
    let income = known.filter_map(|country| Some((country.code, country.income_group?))).collect();
    Ok(Ground { engine, income, under_way: under_way(db, kind)? })
}

fn under_way(db: &mut Db, kind: Kind) -> Result<BTreeSet<Pair>, Error> {
    let live: Vec<ProposalState> = ProposalState::ALL.iter().copied().filter(|state| !state.is_final()).collect();
    Ok(proposals::pairs_in(db, kind, &live)?.into_iter().collect())
}
