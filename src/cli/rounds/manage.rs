//! Rounds in the database: set up, computed, shown, released, replayed.

use std::path::Path;
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use uuid::Uuid;

use super::{Which, tell};
use crate::actions::access::{self, Pass};
use crate::actions::context::{Author, Write};
use crate::actions::error::Error;
use crate::actions::rounds::export::{self, Format};
use crate::actions::rounds::{compute, plan, read, release};
use crate::actions::{accounts, jobs};
use crate::api::rounds::{AnalysisDto, RoundDto, RunDto};
use crate::app::App;
use crate::cli::failure::Failure;
use crate::cli::{files, open, tables};
use crate::domain::access::Operation;
use crate::domain::id::{JobId, RoundId};
use crate::domain::job::JobState;
use crate::domain::role::{Actor, Caller};
use crate::domain::round_plan::RoundPlan;
use crate::jobs::worker::{Worker, WorkerSettings};
use crate::store::page::PageAsk;

/// How often the terminal looks at a job that another worker has.
const LOOK: Duration = Duration::from_millis(500);

/// `kembar round create`.
pub(super) fn create(url: &str, file: &Path, json: bool) -> Result<(), Failure> {
    let file = files::read(file)?;
    let mut reader = serde_json::Deserializer::from_slice(&file.bytes);
    let wanted: RoundPlan = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| Failure::Usage(format!("{}: {}: {}", file.name, error.path(), error.inner())))?;
    let app = open::for_command(url)?;
    let round = app.write_here(None, |write| {
        let engine = app.engine(write.db)?;
        plan::create(write, &Author::CommandLine, &engine, wanted)
    })?;
    if json {
        return tables::json(&RoundDto::from(round));
    }
    println!("{}\ncompute it with `kembar round compute {}`", round.id, round.id);
    Ok(())
}

/// `kembar round list`.
pub(super) fn list(url: &str, json: bool) -> Result<(), Failure> {
    let app = open::for_command(url)?;
    let rounds = app.read_here(|db| plan::list(db, None, &PageAsk { limit: 1_000, after: None }))?.items;
    if json {
        return tables::json(&rounds.into_iter().map(RoundDto::from).collect::<Vec<_>>());
    }
    let mut table = tables::table(&["Id", "Name", "Kind", "Theme", "State", "Runs"]);
    for round in rounds {
        let theme = round.plan.theme.map_or_else(|| "all".to_owned(), String::from);
        table.add_row(vec![
            round.id.to_string(),
            round.plan.name,
            round.plan.kind.to_string(),
            theme,
            round.state.to_string(),
            round.runs.to_string(),
        ]);
    }
    println!("{table}");
    Ok(())
}

/// `kembar round outlook`.
pub(super) fn outlook(url: &str, id: Uuid, json: bool) -> Result<(), Failure> {
    let app = open::for_command(url)?;
    let engine = app.read_here(|db| app.engine(db))?;
    let seen = app.read_here(|db| read::outlook_of(db, engine, RoundId(id)))?;
    if json { tables::json(&seen) } else { tell::outlook(&seen) }
}

/// `kembar round compare`.
pub(super) fn compare(url: &str, id: Uuid, (runs, json): ((i64, i64), bool)) -> Result<(), Failure> {
    let app = open::for_command(url)?;
    let found = app.read_here(|db| read::comparison(db, RoundId(id), runs))?;
    if json { tables::json(&found) } else { tell::comparison(&found) }
}

/// `kembar round compute`: wishes for it, and does it here unless a worker of the service is faster.
pub(super) fn compute(url: &str, id: Uuid, json: bool) -> Result<(), Failure> {
    let (app, id) = (open::for_command(url)?, RoundId(id));
    let job = app.write_here(None, |write| {
        let engine = app.engine(write.db)?;
        let seen = plan::get(write.db, id)?.version;
        Ok(compute::enqueue(write, &Author::CommandLine, (id, seen), &engine)?.1.id)
    })?;
    let worker = Worker::new(app.clone(), WorkerSettings::default());
    let ended = thread::scope(|scope| {
        let working = scope.spawn(|| worker.one(Some(job)));
        let ended = follow(&app, job);
        // A worker that panicked has said so; what became of the job says the rest.
        let _ = working.join();
        ended
    })?;
    if ended != JobState::Succeeded {
        let failure = app.read_here(|db| jobs::get(db, job))?.failure;
        return Err(Failure::Failed(format!("the round could not be computed: {}", failure.unwrap_or_else(|| ended.to_string()))));
    }
    let run = app.read_here(|db| read::run(db, id, None))?;
    if json {
        return tables::json(&RunDto::from(run));
    }
    tell::run(&run);
    println!("see `kembar round show {id}` and `kembar round analyse {id}`");
    Ok(())
}

/// Shows how far a job is until it has ended.
fn follow(app: &App, id: JobId) -> Result<JobState, Failure> {
    let bar = ProgressBar::new(1);
    if let Ok(style) = ProgressStyle::with_template("{msg:12} {wide_bar} {pos}/{len}") {
        bar.set_style(style);
    }
    loop {
        let job = app.read_here(|db| jobs::get(db, id))?;
        bar.set_message(job.progress.stage.as_str());
        bar.set_length(u64::try_from(job.progress.total).unwrap_or(1));
        bar.set_position(u64::try_from(job.progress.done).unwrap_or(0));
        if job.state.is_over() {
            bar.finish_and_clear();
            return Ok(job.state);
        }
        thread::sleep(LOOK);
    }
}

/// `kembar round show`.
pub(super) fn show(url: &str, which: &Which) -> Result<(), Failure> {
    let app = open::for_command(url)?;
    let (run, views) = app.read_here(|db| {
        let run = read::run(db, RoundId(which.id), which.run)?;
        let views = read::all_pairings(db, &run)?;
        Ok::<_, Error>((run, views))
    })?;
    if which.json {
        return tables::json(&tell::shown(run, &views));
    }
    tell::pairings(&run, &views);
    Ok(())
}

/// `kembar round analyse`.
pub(super) fn analyse(url: &str, which: &Which) -> Result<(), Failure> {
    let app = open::for_command(url)?;
    let found = app.read_here(|db| read::analysis(db, RoundId(which.id), which.run))?;
    if which.json {
        let dto = AnalysisDto::of(found).map_err(|_unwritable| Failure::Failed("the analysis cannot be written as JSON".to_owned()))?;
        return tables::json(&dto);
    }
    tell::analysis(&found)
}

/// The officer who answers for something at the command line.
fn officer(write: &mut Write<'_>, email: &str, (operation, id): (Operation, RoundId)) -> Result<Pass, Error> {
    let account = accounts::find_by_email(write.db, email)?.account;
    let person = account.person;
    let actor = Actor { user: account.id, role: person.role, city: person.city, country: person.country };
    access::check(write.db, &Caller::Person(actor), operation, Some(&id.to_string()))?.ok_or(Error::NotFound("officer"))
}

/// `kembar round release`.
pub(super) fn release(url: &str, id: Uuid, email: &str) -> Result<(), Failure> {
    let (app, id) = (open::for_command(url)?, RoundId(id));
    let released = app.write_here(None, |write| {
        let pass = officer(write, email, (Operation::ReleaseRound, id))?;
        let seen = plan::get(write.db, id)?.version;
        release::release(write, &pass, app.model().taxonomy(), (id, seen))
    })?;
    println!("{} proposals are in the review queue", released.proposals);
    for skipped in released.skipped {
        println!("left out: {} and {}: {}", skipped.pair[0], skipped.pair[1], skipped.why);
    }
    Ok(())
}

/// `kembar round recall`.
pub(super) fn recall(url: &str, id: Uuid, (email, reason): (&str, &str)) -> Result<(), Failure> {
    let (app, id) = (open::for_command(url)?, RoundId(id));
    app.write_here(None, |write| {
        let pass = officer(write, email, (Operation::RecallRound, id))?;
        let seen = plan::get(write.db, id)?.version;
        release::recall(write, &pass, (id, seen), reason)
    })?;
    println!("the proposals of the round are withdrawn; it stands as it was computed");
    Ok(())
}

/// `kembar round replay`.
pub(super) fn replay(url: &str, which: &Which) -> Result<(), Failure> {
    let app = open::for_command(url)?;
    let kept = app.read_here(|db| read::kept(db, RoundId(which.id), which.run))?;
    let replay = read::replay(&kept)?;
    if which.json {
        tables::json(&replay)?;
    } else {
        println!("run {}: {}", replay.run, replay.result_hash);
    }
    if replay.is_same && replay.input_is_whole && replay.result_is_whole {
        return Ok(());
    }
    let words = match () {
        () if !replay.input_is_whole => "the stored input is not the one that was recorded",
        () if !replay.result_is_whole => "the stored result is not the one that was recorded",
        () => "solving the stored input again gives another result; was it another version of the program?",
    };
    Err(Failure::Failed(words.to_owned()))
}

/// `kembar round export`.
pub(super) fn export(url: &str, which: &Which, (format, output): (Format, &Path)) -> Result<(), Failure> {
    let app = open::for_command(url)?;
    let bytes = app.read_here(|db| {
        let run = read::run(db, RoundId(which.id), which.run)?;
        let views = read::all_pairings(db, &run)?;
        export::file(&run, &views, format)
    })?;
    std::fs::write(output, bytes).map_err(|error| Failure::because(&output.display().to_string(), error))
}
