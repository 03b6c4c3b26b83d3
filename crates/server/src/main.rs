//! The binary `vliegwiel`.

use std::process::ExitCode;

fn main() -> ExitCode {
    vliegwiel_server::run(std::env::args_os(), &|name| std::env::var_os(name))
}
