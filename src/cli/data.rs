//! The database as a whole: migrations, imports, the audit log.

use std::path::PathBuf;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::failure::Failure;
use super::open::{self, Schema};
use super::tables;
use crate::actions::audit::{self, Checkpoint};
use crate::actions::context::Author;
use crate::actions::importing::{Counts, Import, ImportReport, What, run};
use crate::exchange::csv_in::check_size;

/// `kembar migrate`.
///
/// # Errors
/// Where the database cannot be migrated.
pub fn migrate(url: &str) -> Result<(), Failure> {
    open::database(url, 2, Schema::Migrate)?;
    println!("the schema is up to date");
    Ok(())
}

/// A file to read in.
pub struct ImportOrder {
    /// What it holds.
    pub what: What,
    /// Where it is.
    pub file: PathBuf,
    /// Whether to take everything back.
    pub dry_run: bool,
    /// Whether to print the report as JSON.
    pub json: bool,
}

/// `kembar import`.
///
/// # Errors
/// Every fault of the file; then nothing was written.
pub fn import(url: &str, order: &ImportOrder) -> Result<(), Failure> {
    let name = order.file.display().to_string();
    let length = std::fs::metadata(&order.file).map_err(|error| Failure::because(&name, error))?.len();
    check_size(&name, length).map_err(|report| Failure::Failed(report.to_string()))?;
    let bytes = std::fs::read(&order.file).map_err(|error| Failure::because(&name, error))?;
    let app = open::for_command(url)?;
    let bar = progress_bar();
    let import =
        Import { what: order.what, file: &name, bytes: &bytes, is_dry_run: order.dry_run, lists_changes: false, author: Author::Import };
    let outcome = app.write_here(None, |write| {
        run(write, app.model(), &import, &mut |done, total| {
            bar.set_length(total);
            bar.set_position(done);
        })
    });
    bar.finish_and_clear();
    let report = outcome?;
    if order.json { tables::json(&report) } else { print_report(&report) }
}

/// Shown on a terminal only.
fn progress_bar() -> ProgressBar {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} {elapsed}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

fn print_report(report: &ImportReport) -> Result<(), Failure> {
    println!("{}: {} rows of {}", report.file, report.rows, report.what);
    for (what, counts) in [("records", report.records), ("values", report.values)] {
        if counts.total() > 0 {
            let Counts { inserted, updated, unchanged } = counts;
            println!("  {what}: {inserted} new, {updated} changed, {unchanged} as they were");
        }
    }
    for note in &report.notes {
        let lines: Vec<String> = note.lines.iter().map(u64::to_string).collect();
        println!(
            "  {} rows: {} (line {}{})",
            note.count,
            note.reason,
            lines.join(", "),
            if note.count > note.lines.len() as u64 { ", …" } else { "" }
        );
    }
    for column in &report.left_out {
        println!("  column {} left out: {}", column.column, column.reason);
    }
    if report.is_dry_run {
        println!("  a dry run: nothing was written");
    }
    Ok(())
}

/// `kembar audit verify`.
///
/// # Errors
/// Where the chain does not hold: exit code 1.
pub fn verify_audit(url: &str, checkpoint: Option<&str>, json: bool) -> Result<(), Failure> {
    let checkpoint = checkpoint.map(read_checkpoint).transpose()?;
    let app = open::for_command(url)?;
    let verdict = app.read_here(|db| audit::verify(db, checkpoint.as_ref()))?;
    if json {
        tables::json(&verdict)?;
    } else {
        println!("{} entries read", verdict.entries);
        println!("head {}:{}", verdict.head_seq, verdict.head_hash);
        println!("keep the head outside of this database and give it as --checkpoint the next time");
    }
    match (verdict.broken_at, verdict.fault) {
        (Some(at), fault) => Err(Failure::Failed(format!("the audit log does not hold at entry {at}: {}", fault.unwrap_or_default()))),
        (None, _) => Ok(()),
    }
}

fn read_checkpoint(text: &str) -> Result<Checkpoint, Failure> {
    let parts = text.split_once(':').and_then(|(seq, hash)| Some((seq.parse().ok()?, hash.to_owned())));
    let (seq, hash) =
        parts.ok_or_else(|| Failure::Usage("--checkpoint must be number:hash, as `kembar audit verify` prints it".to_owned()))?;
    Ok(Checkpoint { seq, hash })
}
