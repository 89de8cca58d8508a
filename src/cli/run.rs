//! From the words of the command line to the command.

use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use tracing_subscriber::EnvFilter;

use super::arguments::{Arguments, AuditCommand, Command};
use super::failure::Failure;
use super::{accounts, clusters, data, demo, evaluate, lists, matching, models, neighbours, portals, rounds, serve, trios};
use crate::config::LogSettings;

/// Runs the program.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match start_log(&arguments.log).and_then(|()| run(arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

fn start_log(settings: &LogSettings) -> Result<(), Failure> {
    let filter = EnvFilter::try_new(&settings.log).map_err(|error| Failure::Usage(format!("--log: {error}")))?;
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if settings.log_json {
        log.json().init();
    } else {
        log.init();
    }
    Ok(())
}

fn run(arguments: Arguments) -> Result<(), Failure> {
    let url = arguments.database.url();
    match arguments.command {
        Command::Demo { listen } => demo::run(listen, &arguments.database.folder()),
        Command::Serve(settings) => serve::run(&url, &settings),
        Command::Migrate => data::migrate(&url),
        Command::Import { what, file, dry_run, json } => data::import(&url, &data::ImportOrder { what, file, dry_run, json }),
        Command::Suggest { city, question, limit } => matching::suggest(&url, &city, &question, limit as usize),
        Command::Explain { city, other, question } => matching::explain(&url, (&city, &other), &question),
        Command::Trio { city, other, limit, how } => trios::trio(&url, [&city, &other], limit as usize, &how),
        Command::Cohort { theme, size, how } => trios::cohort(&url, &theme, size as usize, &how),
        Command::Round(command) => rounds::run(&url, command),
        Command::Train(arguments) => models::train(&url, arguments),
        Command::Model(command) => models::run(&url, command),
        Command::Cluster { groups, city, lang, json } => clusters::cluster(&url, &clusters::ClusterOrder { groups, city, lang, json }),
        Command::Evaluate(asked) => evaluate::run(&asked),
        Command::Lists(asked) => lists::run(&url, &asked),
        Command::Neighbours(asked) => neighbours::run(&asked),
        Command::User(command) => accounts::run(&url, command),
        Command::Portal(command) => portals::run(&url, command),
        Command::Audit(AuditCommand::Verify { checkpoint, json }) => data::verify_audit(&url, checkpoint.as_deref(), json),
        Command::Openapi => {
            println!("{}", crate::api::service::document().to_pretty_json().map_err(|error| Failure::because("openapi", error))?);
            Ok(())
        }
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Arguments::command(), "kembar", &mut std::io::stdout());
            Ok(())
        }
    }
}
