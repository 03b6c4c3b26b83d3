//! The binary `vliegwiel`, as a library, so that tests can start the real server in their own process.
//!
//! ```text
//! run → cli → configuration → commands → opening (lock, database, secret) → server (API, web app) and worker (mail)
//! ```

use std::ffi::OsString;
use std::process::ExitCode;

use tokio::runtime::Runtime;

pub mod administration;
pub mod cli;
mod commands;
pub mod configuration;
pub mod demo;
mod dev_mailbox;
pub mod failure;
mod lock;
mod logging;
mod mail;
mod metrics;
pub mod opening;
mod secret;
pub mod server;
pub mod system;
mod web;
mod worker;

use cli::{Invocation, Task};
use configuration::{Configuration, Environment};
use failure::Failure;

/// Run a command line, the name of the program first; `environment` answers for one variable.
///
/// Exit code 0 when it did what was asked, 2 with one line for what the operator wrote, 1 with one line for everything else.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>, environment: Environment<'_>) -> ExitCode {
    match cli::parse(arguments) {
        Ok(invocation) => carry_out(&invocation, environment).map_or_else(|failure| say(&failure), |()| ExitCode::SUCCESS),
        Err(error) => explain(&error),
    }
}

fn carry_out(invocation: &Invocation, environment: Environment<'_>) -> Result<(), Failure> {
    match &invocation.task {
        Task::Serve => configured(invocation, environment, commands::serve),
        Task::Worker => configured(invocation, environment, commands::work),
        Task::Migrate => configured(invocation, environment, commands::migrate),
        Task::Demo => configured(invocation, environment, commands::load_demo),
        Task::Check => configured(invocation, environment, commands::check),
        Task::CreateAdministrator(wish) => {
            configured(invocation, environment, async |configuration| administration::create_administrator(configuration, wish).await)
        }
        Task::ImportAreas(file) => {
            configured(invocation, environment, async |configuration| administration::import_areas(configuration, file).await)
        }
        Task::OpenApi => commands::print_document(),
    }
}

fn configured(
    invocation: &Invocation,
    environment: Environment<'_>,
    command: impl AsyncFnOnce(&Configuration) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let configuration = Configuration::gather(&invocation.flags, environment)?;
    logging::begin(&configuration.log);
    Runtime::new()?.block_on(command(&configuration))
}

fn say(failure: &Failure) -> ExitCode {
    eprintln!("vliegwiel: {}", failure.line());
    failure.exit_code()
}

/// Help and version as clap writes them; a mistake as one line.
fn explain(error: &clap::Error) -> ExitCode {
    use clap::error::ErrorKind;
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            print!("{}", error.render());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            eprint!("{}", error.render());
            ExitCode::from(2)
        }
        _ => {
            let text = error.to_string();
            let line = text.lines().next().unwrap_or_default();
            eprintln!("vliegwiel: {}", line.strip_prefix("error: ").unwrap_or(line));
            ExitCode::from(2)
        }
    }
}
