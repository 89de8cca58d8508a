//! `kembar round`: matching rounds in the terminal.

mod manage;
mod solve;
mod tell;

use std::path::PathBuf;

use clap::Subcommand;
use uuid::Uuid;

use super::failure::Failure;
use crate::actions::rounds::export::Format;

/// Matching rounds.
#[derive(Debug, Subcommand)]
pub enum RoundCommand {
    /// Sets a round up from a plan.
    Create {
        /// The plan as JSON: name, kind, theme, scope, candidates, alternates, objective, rules. See POST /api/v1/rounds.
        #[arg(long)]
        plan: PathBuf,
        /// Print the round as JSON.
        #[arg(long)]
        json: bool,
    },
    /// All rounds.
    List {
        /// Print them as JSON.
        #[arg(long)]
        json: bool,
    },
    /// What can be said of a round before it is computed: who cannot have a pairing whatever is chosen.
    Outlook {
        /// The round.
        id: Uuid,
        /// Print it as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Computes a round; nothing reaches the review queue.
    Compute {
        /// The round.
        id: Uuid,
        /// Print the run as JSON.
        #[arg(long)]
        json: bool,
    },
    /// The pairings of a run.
    Show {
        #[command(flatten)]
        which: Which,
    },
    /// What the set of pairings is like: coverage, fairness, who is left out and why, what each rule cost.
    Analyse {
        #[command(flatten)]
        which: Which,
    },
    /// What changed from one run to another, and why.
    Compare {
        /// The round.
        id: Uuid,
        /// The number of the earlier run.
        #[arg(long)]
        before: i64,
        /// The number of the later run.
        #[arg(long)]
        after: i64,
        /// Print it as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Puts the pairings of the newest run into the review queue.
    Release {
        /// The round.
        id: Uuid,
        /// The officer who answers for it, by e-mail.
        #[arg(long = "as")]
        officer: String,
    },
    /// Takes a release back, as long as nobody has decided on any of its proposals.
    Recall {
        /// The round.
        id: Uuid,
        /// The officer who answers for it, by e-mail.
        #[arg(long = "as")]
        officer: String,
        /// Why; kept with every proposal.
        #[arg(long)]
        reason: String,
    },
    /// Solves the input of a run again and says whether the result is the same, byte for byte.
    Replay {
        #[command(flatten)]
        which: Which,
    },
    /// Writes the pairings of a run to a file.
    Export {
        #[command(flatten)]
        which: Which,
        /// csv or xlsx.
        #[arg(long, value_parser = super::arguments::parse::<Format>, default_value = "csv")]
        format: Format,
        /// The file.
        #[arg(long)]
        output: PathBuf,
    },
    /// Solves a round given as data, without a database.
    Solve {
        /// The round as JSON: kind, nodes, edges, locked, barred, caps, shares, objective.
        #[arg(long)]
        input: PathBuf,
        /// When to stop a hopeless search; what is answered then says how far it is from proved.
        #[arg(long, default_value_t = crate::matching::rounds::USUAL_STEPS)]
        steps: u64,
        /// Print the answer as JSON.
        #[arg(long)]
        json: bool,
    },
}

/// Which run.
#[derive(Debug, clap::Args)]
pub struct Which {
    /// The round.
    id: Uuid,
    /// Its number; the newest where absent.
    #[arg(long)]
    run: Option<i64>,
    /// Print it as JSON.
    #[arg(long)]
    json: bool,
}

/// `kembar round`.
///
/// # Errors
/// What the command meets.
pub fn run(url: &str, command: RoundCommand) -> Result<(), Failure> {
    match command {
        RoundCommand::Solve { input, steps, json } => solve::run(&input, steps, json),
        RoundCommand::Create { plan, json } => manage::create(url, &plan, json),
        RoundCommand::List { json } => manage::list(url, json),
        RoundCommand::Outlook { id, json } => manage::outlook(url, id, json),
        RoundCommand::Compare { id, before, after, json } => manage::compare(url, id, ((before, after), json)),
        RoundCommand::Compute { id, json } => manage::compute(url, id, json),
        RoundCommand::Show { which } => manage::show(url, &which),
        RoundCommand::Analyse { which } => manage::analyse(url, &which),
        RoundCommand::Release { id, officer } => manage::release(url, id, &officer),
        RoundCommand::Recall { id, officer, reason } => manage::recall(url, id, (&officer, &reason)),
        RoundCommand::Replay { which } => manage::replay(url, &which),
        RoundCommand::Export { which, format, output } => manage::export(url, &which, (format, &output)),
    }
}
