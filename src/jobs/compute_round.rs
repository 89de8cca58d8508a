//! Computes a matching round.

use crate::actions::error::Error;
use crate::actions::rounds::compute::{self, Computed, Trouble, Watch};
use crate::actions::rounds::{ground, plan};
use crate::app::App;
use crate::domain::id::RoundId;
use crate::store::jobs::StoredJob;

/// Reads what the round stands on, and works it out without any transaction.
pub(super) fn work_out(app: &App, job: &StoredJob, watch: &Watch<'_>) -> Result<Computed, Trouble> {
    let (round, ground) = app.read_here(|db| {
        let round = plan::get(db, RoundId(job.object))?;
        let engine = app.engine(db)?;
        let ground = ground::survey(db, engine, round.plan.kind)?;
        Ok::<_, Error>((round, ground))
    })?;
    compute::work_out(&ground, &round.plan, watch)
}
