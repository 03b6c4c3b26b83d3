//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{ArgMatches, Command};
use strum::IntoEnumIterator;

use crate::administration::{self, Administrator};
use crate::configuration::Flags;
use crate::configuration::settings::{OF_DATA, OF_DEMO, OF_SERVER, OF_WORKER, Setting, Shape};

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Answer requests.
    Serve,
    /// Deliver mail and run scheduled work.
    Worker,
    /// Bring the database to the newest schema.
    Migrate,
    /// Load the demo organisations.
    Demo,
    /// Print the API document.
    OpenApi,
    /// Say whether the settings and the database are right.
    Check,
    /// Make a link for the first administrator of an organisation.
    CreateAdministrator(Administrator),
    /// Take in municipalities from a file.
    ImportAreas(PathBuf),
}

/// A command line that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invocation {
    /// What to do.
    pub task: Task,
    /// The settings on the command line.
    pub flags: Flags,
}

/// Understand a command line, the name of the program first.
///
/// # Errors
/// What clap has to say: help and version too.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Invocation, clap::Error> {
    let matches = command().try_get_matches_from(arguments)?;
    let (name, matches) = matches.subcommand().unwrap_or(("", &matches));
    // the commands about organisations and geography have one of their own each
    let matches = matches.subcommand().map_or(matches, |(_, inner)| inner);
    let incomplete = || clap::Error::new(ErrorKind::MissingRequiredArgument);
    let task = match name {
        "admin" => Task::CreateAdministrator(administration::administrator(matches).ok_or_else(incomplete)?),
        "areas" => Task::ImportAreas(administration::file(matches).ok_or_else(incomplete)?),
        "worker" => Task::Worker,
        "migrate" => Task::Migrate,
        "demo" => Task::Demo,
        "openapi" => Task::OpenApi,
        "check" => Task::Check,
        _ => Task::Serve,
    };
    Ok(Invocation { task, flags: flags(matches) })
}

fn command() -> Command {
    Command::new("vliegwiel")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Member networks of parties, umbrella organisations and civic networks")
        .after_help("Settings come from flags, else from the environment, else from the file of --config.\nTry it: vliegwiel demo && vliegwiel serve")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(with(Command::new("serve").about("Serve the API and the web app, deliver mail and run scheduled work"), &[OF_SERVER, OF_WORKER, OF_DATA]))
        .subcommand(with(Command::new("worker").about("Only deliver mail and run scheduled work (PostgreSQL)"), &[OF_WORKER, OF_DATA]))
        .subcommand(with(Command::new("migrate").about("Bring the database to the newest schema; `serve` does so too"), &[OF_DATA]))
        .subcommand(with(Command::new("demo").about("Load or refresh the demo organisations, in a database of their own"), &[OF_DEMO, OF_DATA]))
        .subcommand(with(
            Command::new("check").about("Check the settings, the database and the web app, without changing anything"),
            &[OF_SERVER, OF_WORKER, OF_DATA],
        ))
        .subcommand(administration::admin(|command| with(command, &[OF_DATA])))
        .subcommand(administration::areas(|command| with(command, &[OF_DATA])))
        .subcommand(Command::new("openapi").about("Print the API document"))
}

fn with(command: Command, groups: &[&[Setting]]) -> Command {
    command.args(groups.iter().flat_map(|group| group.iter()).map(|setting| setting.flag()))
}

fn flags(matches: &ArgMatches) -> Flags {
    Setting::iter().filter_map(|setting| Some((setting, given(matches, setting)?))).collect()
}

fn given(matches: &ArgMatches, setting: Setting) -> Option<String> {
    match setting.shape() {
        Shape::Switch => matches!(matches.try_get_one::<bool>(setting.name()), Ok(Some(true))).then(|| "true".to_owned()),
        Shape::Value(_) | Shape::Confidential(_) => matches.try_get_one::<String>(setting.name()).ok()?.cloned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_line(line: &str) -> Result<Invocation, clap::Error> {
        parse(line.split(' ').map(OsString::from))
    }

    #[test]
    fn the_command_line_is_consistent() {
        command().debug_assert();
    }

    #[test]
    fn flags_and_switches_are_kept_as_written() {
        let invocation = parse_line("vliegwiel serve --bind 0.0.0.0:80 --no-worker").unwrap();

        let expected = [(Setting::Bind, "0.0.0.0:80".to_owned()), (Setting::NoWorker, "true".to_owned())];
        assert_eq!(invocation, Invocation { task: Task::Serve, flags: expected.into() });
    }

    #[test]
    fn a_command_knows_only_its_own_flags() {
        assert!(parse_line("vliegwiel migrate --bind 0.0.0.0:80").is_err());
        assert!(parse_line("vliegwiel openapi --database-url sqlite://x.db").is_err());
        assert!(parse_line("vliegwiel").is_err());
        assert!(parse_line("vliegwiel fly").is_err());
    }

    #[test]
    fn the_help_of_serve_names_every_setting_with_its_variable() {
        let help = parse_line("vliegwiel serve --help").unwrap_err().to_string();

        for setting in Setting::iter().filter(|setting| !OF_DEMO.contains(setting)) {
            assert!(help.contains(&format!("--{}", setting.name())), "{setting:?}");
            assert!(help.contains(setting.variable()), "{setting:?}");
        }
    }
}
