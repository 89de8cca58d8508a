//! The words of the command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::rounds::RoundCommand;
use super::trios::Printing;
use crate::actions::importing::What;
use crate::config::{DatabaseSettings, LogSettings, ServeSettings};
use crate::domain::pairing::Kind;
use crate::domain::role::Role;
use crate::matching::neighbours::ColumnScale;

/// Finds partner cities for ASEAN's local governments, and can say why.
#[derive(Debug, Parser)]
#[command(name = "kembar", version, about, arg_required_else_help = true)]
pub struct Arguments {
    #[command(flatten)]
    pub database: DatabaseSettings,
    #[command(flatten)]
    pub log: LogSettings,
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// A ready service with real ASEAN cities, in a folder of its own: ./kembar-demo, or the one of --data-dir.
    Demo {
        /// Address and port to listen on; port 0 takes a free one.
        #[arg(long, env = "KEMBAR_LISTEN", default_value = "127.0.0.1:8080")]
        listen: SocketAddr,
    },
    /// Serves the API and the pages.
    Serve(ServeSettings),
    /// Brings the schema of the database up to date.
    Migrate,
    /// Reads a CSV file in: all of it, or nothing and every fault.
    Import {
        /// What the file holds.
        #[arg(value_parser = parse::<What>)]
        what: What,
        /// The file.
        file: PathBuf,
        /// Do everything, then take it back.
        #[arg(long)]
        dry_run: bool,
        /// Print the report as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Partners for a city.
    Suggest {
        /// Slug or id.
        city: String,
        #[command(flatten)]
        question: QuestionArguments,
        /// How many.
        #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=100))]
        limit: u32,
    },
    /// Why two cities, or why not.
    Explain {
        /// Slug or id.
        city: String,
        /// Slug or id.
        other: String,
        #[command(flatten)]
        question: QuestionArguments,
    },
    /// A third city for a pair that lacks one thing: a teacher of what both want, or a bridge between their languages.
    Trio {
        /// Slug or id.
        city: String,
        /// Slug or id.
        other: String,
        /// How many for each thing that is lacking.
        #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=100))]
        limit: u32,
        #[command(flatten)]
        how: Printing,
    },
    /// Cohort candidates: 3 to 8 cities of one peer group around a theme, with at least one that can teach it.
    Cohort {
        /// The theme's code, such as solid-waste.
        theme: String,
        /// The most cities of one cohort.
        #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(3..=8))]
        size: u32,
        #[command(flatten)]
        how: Printing,
    },
    /// Learns factor weights from ties and decisions, and keeps them as a candidate model.
    Train(TrainArguments),
    /// Matching models.
    #[command(subcommand)]
    Model(ModelCommand),
    /// Peer groups: which cities are of a kind, and how far to believe it.
    Cluster {
        /// So many groups; otherwise the number is chosen by silhouette and stability.
        #[arg(short = 'k', long = "groups")]
        groups: Option<u16>,
        /// Where this city stands: slug or id.
        #[arg(long)]
        city: Option<String>,
        /// The language of the words.
        #[arg(long, default_value = "en")]
        lang: String,
        /// Print what the API would answer.
        #[arg(long)]
        json: bool,
    },
    /// Holds the tie model against partnerships that exist: trained on open ties, asked for the partners of held-out cities.
    Evaluate(EvaluateArguments),
    /// What the lists of all cities are like as a whole: who gets and who is shown, how still they stand, what boasting would bring.
    Lists(ListsArguments),
    /// Matching rounds: the best set of pairings for a membership, under rules.
    #[command(subcommand)]
    Round(RoundCommand),
    /// The statistical nearest neighbours of every area of a table: winsorised, scaled, Euclidean.
    Neighbours(NeighboursArguments),
    /// Accounts.
    #[command(subcommand)]
    User(UserCommand),
    /// External sites and their keys.
    #[command(subcommand)]
    Portal(PortalCommand),
    /// The audit log.
    #[command(subcommand)]
    Audit(AuditCommand),
    /// Prints the OpenAPI document.
    Openapi,
    /// Prints a shell's completions.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

/// A question about partners.
#[derive(Debug, clap::Args)]
pub struct QuestionArguments {
    /// The kind of pairing.
    #[arg(long, value_parser = parse::<Kind>, default_value = "peer_learning")]
    pub kind: Kind,
    /// One theme of the taxonomy; all where absent.
    #[arg(long)]
    pub theme: Option<String>,
    /// The language of the sentences.
    #[arg(long, default_value = "en")]
    pub lang: String,
    /// Print what the API would answer.
    #[arg(long)]
    pub json: bool,
}

/// How to train.
#[derive(Debug, clap::Args)]
pub struct TrainArguments {
    /// The name of the candidate, such as acv2045-2.
    pub name: String,
    /// The kind of pairing whose weights are learned.
    #[arg(long, value_parser = parse::<Kind>, default_value = "sister_city")]
    pub kind: Kind,
    /// Pairs drawn at random for each good one.
    #[arg(long, default_value_t = 10)]
    pub draws: usize,
    /// Share of the cities that are held out to judge on.
    #[arg(long, default_value_t = 0.3)]
    pub held_out: f64,
    /// Strength of the penalty on squared weights.
    #[arg(long, default_value_t = 1.0)]
    pub ridge: f64,
    /// So many good pairs weigh as much as the present weights.
    #[arg(long, default_value_t = 100.0)]
    pub prior: f64,
    /// Fixes split and draws.
    #[arg(long, default_value_t = 20_451_122)]
    pub seed: u64,
    /// Print the report as JSON.
    #[arg(long)]
    pub json: bool,
}

/// Cities, countries and ties to evaluate on.
#[derive(Debug, clap::Args)]
pub struct EvaluateArguments {
    /// The world file of cities.
    #[arg(long)]
    pub cities: PathBuf,
    /// The file of countries.
    #[arg(long)]
    pub countries: PathBuf,
    /// The open ties: what may be learned from.
    #[arg(long)]
    pub partnerships: PathBuf,
    /// The held-out ties: what is asked. Without it the open ties are split.
    #[arg(long)]
    pub held_out: Option<PathBuf>,
    /// The share of cities with ties that is held out where there is no file of held-out ties.
    #[arg(long, default_value_t = 0.1, value_parser = share_of_a_split, conflicts_with = "held_out")]
    pub split: f64,
    /// How many such splits are made, of different cities, and measured together: with 0.1 and 10 every city is asked about.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=100), conflicts_with = "held_out")]
    pub splits: u32,
    /// Decides the split and everything that is drawn.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Leave out the matching model's own sister-city score, the slowest row.
    #[arg(long)]
    pub without_matching_model: bool,
    /// Print the report as JSON.
    #[arg(long)]
    pub json: bool,
}

/// A share of the cities: some, and not all.
fn share_of_a_split(text: &str) -> Result<f64, String> {
    let share = text.parse::<f64>().ok().filter(|share| *share > 0.0 && *share <= 0.5);
    share.ok_or_else(|| "must be a number above 0 and up to 0.5, such as 0.1".to_owned())
}

/// Which lists are looked at.
#[derive(Debug, clap::Args)]
pub struct ListsArguments {
    /// The kind of pairing; all that the model has where absent.
    #[arg(long, value_parser = parse::<Kind>)]
    pub kind: Option<Kind>,
    /// Suggestions in a list.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub limit: u32,
    /// Noise on every number, as a share of it.
    #[arg(long, default_value_t = 0.05, value_parser = share_of_a_number)]
    pub noise: f64,
    /// Decides the noise, and what is hidden.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Print the report as JSON.
    #[arg(long)]
    pub json: bool,
}

/// A standard deviation as a share of a number.
fn share_of_a_number(text: &str) -> Result<f64, String> {
    let share = text.parse::<f64>().ok().filter(|share| (0.0..=1.0).contains(share));
    share.ok_or_else(|| "must be a number from 0 to 1, such as 0.05".to_owned())
}

/// A table whose nearest neighbours are asked for.
#[derive(Debug, clap::Args)]
pub struct NeighboursArguments {
    /// The table as CSV: the first column is the area's code, every other a number; a blank field is not known.
    #[arg(long)]
    pub input: PathBuf,
    /// Which areas nest in one another, as CSV with two columns of codes; they are no neighbours of each other.
    #[arg(long)]
    pub nesting: Option<PathBuf>,
    /// The share of values at each end of a column that is drawn in to the percentile there; 0 is off.
    #[arg(long, default_value_t = 0.01, value_parser = share_of_an_end)]
    pub winsorise: f64,
    /// How columns are brought to one scale: zscore, robust (median and its absolute deviation) or none.
    #[arg(long, default_value = "zscore", value_parser = parse::<ColumnScale>)]
    pub scale: ColumnScale,
    /// How many neighbours each area gets.
    #[arg(short = 'k', long = "count", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub count: u32,
    /// Where the lists go, as CSV: area, nn1, nn2, …
    #[arg(long)]
    pub output: PathBuf,
    /// Where the lists go with their distances, as CSV: area, rank, neighbour, distance.
    #[arg(long)]
    pub distances: Option<PathBuf>,
    /// Print what was done as JSON.
    #[arg(long)]
    pub json: bool,
}

/// Matching models.
#[derive(Debug, Subcommand)]
pub enum ModelCommand {
    /// Which there are, and which one is in force.
    List {
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Puts a model in force; the one before is kept.
    Activate {
        /// Its name.
        name: String,
        /// Why: kept in the audit log.
        #[arg(long)]
        reason: String,
    },
    /// Writes the files of a model into a folder.
    Export {
        /// Its name.
        name: String,
        /// Where to.
        folder: PathBuf,
    },
}

/// A share of a column's values that may be drawn in at one end: below half.
fn share_of_an_end(text: &str) -> Result<f64, String> {
    let share = text.parse::<f64>().ok().filter(|share| (0.0..0.5).contains(share));
    share.ok_or_else(|| "must be a number from 0 to below 0.5, such as 0.01".to_owned())
}

/// Accounts.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Makes an account. The password is read from standard input, or made and printed once.
    Add {
        /// E-mail address.
        email: String,
        /// Name.
        #[arg(long)]
        name: String,
        /// Role.
        #[arg(long, value_parser = parse::<Role>)]
        role: Role,
        /// The city of a focal point: slug or id.
        #[arg(long)]
        city: Option<String>,
        /// The country to which an observer is limited.
        #[arg(long)]
        country: Option<String>,
        /// Read the password from standard input.
        #[arg(long)]
        password_stdin: bool,
    },
    /// Lists the accounts.
    List {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Closes an account and ends its sessions.
    Disable {
        /// E-mail address.
        email: String,
    },
    /// Sets a new password and ends the account's sessions.
    Password {
        /// E-mail address.
        email: String,
        /// Read the password from standard input.
        #[arg(long)]
        password_stdin: bool,
    },
}

/// External sites and their keys.
#[derive(Debug, Subcommand)]
pub enum PortalCommand {
    /// Registers a site.
    Add {
        /// Its slug.
        slug: String,
        /// Its name.
        #[arg(long)]
        name: String,
        /// A web origin, such as https://portal.example; may be repeated.
        #[arg(long = "origin")]
        origins: Vec<String>,
    },
    /// Lists the sites.
    List {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Makes a key and prints it once.
    Key {
        /// The site's slug.
        slug: String,
        /// What to call it.
        #[arg(long)]
        label: Option<String>,
    },
    /// Ends a key.
    Revoke {
        /// The site's slug.
        slug: String,
        /// The key's id.
        key: String,
    },
}

/// The audit log.
#[derive(Debug, Subcommand)]
pub enum AuditCommand {
    /// Recomputes the chain of hashes.
    Verify {
        /// A head that was kept elsewhere, as number:hash; without it a cut tail cannot be seen.
        #[arg(long)]
        checkpoint: Option<String>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

/// Reads one of the domain's words, and names them all where it is none.
pub fn parse<T>(text: &str) -> Result<T, String>
where
    T: std::str::FromStr<Err: std::fmt::Display>,
{
    text.parse().map_err(|error: T::Err| error.to_string())
}
