//! How a command ends: 0, 1 (it failed) or 2 (it was called wrongly), with one clear line.

use std::process::ExitCode;

use crate::actions::error::Error;
use crate::store::error::StoreError;

/// Why a command ended badly.
#[derive(Debug)]
pub enum Failure {
    /// It was called wrongly, or a setting cannot be used: exit code 2.
    Usage(String),
    /// It failed: exit code 1.
    Failed(String),
}

impl Failure {
    /// A failure with a cause.
    pub fn because(what: &str, cause: impl std::fmt::Display) -> Self {
        Failure::Failed(format!("{what}: {cause}"))
    }

    /// Tells it and gives the exit code.
    pub fn report(self) -> ExitCode {
        let (words, code) = match self {
            Failure::Usage(words) => (words, 2),
            Failure::Failed(words) => (words, 1),
        };
        eprintln!("kembar: {words}");
        ExitCode::from(code)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        if let Error::Invalid(faults) = error {
            let lines: Vec<String> = faults.into_vec().into_iter().map(|fault| format!("{}: {}", fault.pointer, fault.detail)).collect();
            return Failure::Usage(lines.join("\n"));
        }
        if let Error::File(report) = error {
            return Failure::Failed(report.to_string());
        }
        Failure::Failed(error.to_string())
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        if matches!(error, StoreError::BadUrl) { Failure::Usage(error.to_string()) } else { Failure::Failed(error.to_string()) }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Failure::Failed(error.to_string())
    }
}
