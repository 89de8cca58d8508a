//! The program `kembar`: see `kembar --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    kembar::cli::main()
}
